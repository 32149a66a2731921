"""Folding never moves an offset, and folds alike what readers take for one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.text import MARKS, fold, fold_name, read_words
from tests.loaders.articles import samples

ARABIC = st.text(st.sampled_from("اأإآٱبتةهىيئوؤكکلمنرس"), min_size=1, max_size=12)
WRITTEN = st.text(
    st.one_of(
        st.sampled_from("اأإآىيةهؤئكلم ـًّ\u200f\u202b«»\"'’.،+-٣۷"),
        st.sampled_from("абвгёйЁЖщ "),
        st.sampled_from("abcİßŉ\u0301é'’s "),
        st.characters(),
    ),
    max_size=200,
)


@given(WRITTEN)
def test_words_stand_where_their_offsets_say(text: str) -> None:
    words = read_words(text)
    edge = 0
    for start, end, folded in zip(words.starts, words.ends, words.folded, strict=True):
        assert edge <= start < end <= len(text)
        assert fold(text[start:end]) == folded != ""
        edge = end
    assert len(words) == len(words.starts)


@given(WRITTEN)
def test_no_letter_is_lost(text: str) -> None:
    words = read_words(text)
    inside = {at for start, end in zip(words.starts, words.ends, strict=True) for at in range(start, end)}
    lost = [sign for at, sign in enumerate(text) if at not in inside and sign.isalnum() and sign != "ـ"]
    assert not lost


@given(WRITTEN, WRITTEN)
def test_a_line_break_divides_words(one: str, other: str) -> None:
    whole = read_words(f"{one}\n{other}")
    assert whole.folded == read_words(one).folded + read_words(other).folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold_name(fold_name(word)) == fold_name(word)


@given(
    ARABIC, st.lists(st.tuples(st.integers(0, 12), st.sampled_from("ًٌٍَُِّْـ\u200f\u200e\u2067\u2069")), max_size=6)
)
def test_marks_make_no_other_word(word: str, marks: list[tuple[int, str]]) -> None:
    written = list(word)
    for at, mark in marks:
        written.insert(1 + at % len(written), mark)
    assert fold("".join(written)) == fold(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأمن", "الامن"),
        ("إيران", "ايران"),
        ("آسيا", "اسيا"),
        ("موسكو", "مُوسـكو"),
        ("تجزئة", "تجزيه"),
        ("روسيا", "روسیا"),
        ("أوكرانيا", "اوکرانیا"),
        ("مسؤول", "مسوول"),
        ("٢٠٢٤", "2024"),
        ("۲۰۲۴", "2024"),
        ("Её", "ее"),
        ("Russia’s", "russia"),
        ("RUSSIA'S", "Russia"),
        ("é", "e"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("й", "и"), ("OPEC+", "OPEC"), ("ОПЕК+", "ОПЕК"), ("سلام", "سلم")]
)
def test_words_that_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("«شنغهاي» للتعاون", ("شنغهاي", "للتعاون")),
        ('لـ"النظام القائم', ("ل", "النظام", "القايم")),
        ("the U.N.'s role", ("the", "u", "n", "s", "role")),
        ("شبه-رسمي 12/07", ("شبه", "رسمي", "12", "07")),
        ("دول (أوبك+) قررت", ("دول", "اوبك+", "قررت")),
        ("format 5+1", ("format", "5", "1")),
        ("عام٢٠٢٤", ("عام2024",)),
    ],
)
def test_where_words_end(text: str, folded: tuple[str, ...]) -> None:
    assert read_words(text).folded == folded


def test_every_sample_keeps_its_words() -> None:
    for text in samples():
        words = read_words(text)
        assert len(words) > 100
        assert all(not set(word) & set(MARKS) for word in words.folded if len(word) > 1)
