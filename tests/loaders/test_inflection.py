"""The forms under which a word may stand: none too few for the words that matter, none that collides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.inflection import arabic_readings, english_forms, russian_forms, verb_readings
from loaders.reading.text import fold

LETTERS = st.text(st.sampled_from("ابتجحدرسعفقكلمنهوي"), min_size=1, max_size=9)


def readings(word: str) -> set[str]:
    kept, bare = arabic_readings(fold(word))
    return {*kept, *bare}


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("والأمن", "أمن"),
        ("بالأمن", "الأمن"),
        ("للأمن", "الأمن"),
        ("وللأمن", "أمن"),
        ("فبالأمن", "أمن"),
        ("كمنظمة", "منظمة"),
        ("لروسيا", "روسيا"),
        ("وبروسيا", "روسيا"),
        ("ستدعم", "تدعم"),
    ],
)
def test_an_arabic_word_is_found_behind_its_clitics(written: str, word: str) -> None:
    assert fold(word) in readings(written)


@given(LETTERS)
def test_a_word_is_among_its_own_readings(word: str) -> None:
    kept, bare = arabic_readings(word)
    assert kept[0] == word
    assert all(kept) and all(bare)
    assert verb_readings(word)[0] == word


@given(
    LETTERS, st.sampled_from(["", "و", "ف"]), st.sampled_from(["ب", "ك", "ل", "بال", "كال", "لل", "ال", ""])
)
def test_clitics_hide_no_word_of_some_length(word: str, joined: str, clitic: str) -> None:
    if len(word) > 2:
        assert word in readings(joined + clitic + word)


@given(st.text(min_size=1, max_size=12))
def test_any_word_has_readings(word: str) -> None:
    folded = fold(word)
    if folded:
        assert arabic_readings(folded)[0] and verb_readings(folded)


@pytest.mark.parametrize(
    ("nominative", "written"),
    [
        ("Россия", "Россией"),
        ("Путин", "Путиным"),
        ("Захарова", "Захаровой"),
        ("Лавров", "Лаврова"),
        ("Индия", "Индии"),
        ("Китай", "Китаем"),
        ("Казахстан", "Казахстане"),
        ("безопасность", "безопасностью"),
        ("договор", "договоре"),
        ("Российская", "Российской"),
        ("содружество", "содружестве"),
        ("Белоруссия", "Белоруссии"),
        ("Столтенберг", "Столтенбергом"),
        ("Эрдоган", "Эрдогану"),
        ("организация", "организаций"),
        ("министерство", "министерств"),
    ],
)
def test_a_russian_name_in_its_cases(nominative: str, written: str) -> None:
    assert fold(written) in russian_forms(fold(nominative))


@given(st.text(st.sampled_from("абвгдежзийклмнопрстуфхцчшщъыьэюя"), min_size=1, max_size=14))
def test_a_russian_word_is_among_its_own_forms(word: str) -> None:
    forms = russian_forms(word)
    assert forms[0] == word
    assert len(forms) == len(set(forms))
    # A stem of at least half the word stays: nothing turns into another word altogether.
    assert all(form[: len(word) // 2] == word[: len(word) // 2] for form in forms)


@pytest.mark.parametrize(
    ("singular", "plural"), [("talk", "talks"), ("country", "countries"), ("bus", "buses"), ("day", "days")]
)
def test_an_english_plural(singular: str, plural: str) -> None:
    assert plural in english_forms(singular)
