"""The language of patterns: what each sign means, in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.patterns import Lexicon, compile_pattern
from loaders.reading.text import read_words
from ontology.errors import VocabularyError


def found(language: str, pattern: str, text: str) -> list[str]:
    """The passages that a pattern finds."""
    lexicon = Lexicon[str](language)
    lexicon.add(pattern, "sense")
    return _passages(lexicon, text)


def named(language: str, name: str, text: str) -> list[str]:
    """The passages that a name finds."""
    lexicon = Lexicon[str](language)
    lexicon.add_name(name, "sense")
    return _passages(lexicon, text)


def _passages(lexicon: Lexicon[str], text: str) -> list[str]:
    words = read_words(text)
    gaps = zip((0, *words.ends), words.starts, strict=False)
    breaks = tuple("،" in text[end:start] or "," in text[end:start] for end, start in gaps)
    hits = lexicon.find(words.folded, breaks)
    return [text[words.starts[hit.start] : words.ends[hit.end - 1]] for hit in hits]


@pytest.mark.parametrize(
    ("language", "pattern", "text", "passages"),
    [
        (
            "en",
            "indivisib* ~3 security",
            "the indivisibility of all security",
            ["indivisibility of all security"],
        ),
        ("en", "indivisib* ~1 security", "the indivisibility of all security", []),
        ("en", "arms|weapons control", "on weapons control", ["weapons control"]),
        ("en", "new? cold war", "a new cold war", ["new cold war", "cold war"]),
        ("en", "new? cold war", "the cold war", ["cold war"]),
        ("en", "cold-war", "the Cold War", ["Cold War"]),
        ("en", "=arm", "arms", []),
        ("en", "arm", "arms", ["arms"]),
        (
            "ru",
            "неделим* ~2 безопасность",
            "неделимости общей безопасности",
            ["неделимости общей безопасности"],
        ),
        ("ru", "=мир", "мира", []),
        ("ru", "мир", "миром", ["миром"]),
        ("ar", "عدم|غير ~3 تجزئة", "مبدأ عدم تجزئة الأمن", ["عدم تجزئة"]),
        ("ar", "أمن أوراسي", "وبالأمن الأوراسي", ["وبالأمن الأوراسي"]),
        ("ar", "الأمن", "أمن القارة", []),
        ("ar", "أمن", "أمنها", []),
        ("ar", "أمن*", "أمنها", ["أمنها"]),
    ],
)
def test_what_a_pattern_finds(language: str, pattern: str, text: str, passages: list[str]) -> None:
    assert found(language, pattern, text) == passages


@pytest.mark.parametrize(
    ("language", "name", "text", "passages"),
    [
        ("ar", "روسيا", "وقالت روسيا", ["روسيا"]),
        ("ar", "روسيا", "ولروسيا دورها", ["ولروسيا"]),
        ("ar", "سول", "كسول", ["كسول"]),
        ("ar", "الأمم المتحدة", "للأمم المتحدة", ["للأمم المتحدة"]),
        ("ar", "الأمم المتحدة", "الأمم، المتحدة", []),
        ("ru", "=НАТО", "в НАТО", ["НАТО"]),
        ("ru", "Лига арабских государств", "Лиги арабских государств", ["Лиги арабских государств"]),
        ("en", "the Alliance", "the alliance's role", ["the alliance's"]),
        ("en", "OPEC+", "OPEC+ and OPEC", ["OPEC+"]),
    ],
)
def test_what_a_name_finds(language: str, name: str, text: str, passages: list[str]) -> None:
    assert named(language, name, text) == passages


def test_a_word_on_the_stop_list_hides_no_name() -> None:
    lexicon = Lexicon[str]("ar", stop=["كسول"])
    lexicon.add_name("سول", "Seoul")
    assert not _passages(lexicon, "رجل كسول")
    assert _passages(lexicon, "في سول")


@pytest.mark.parametrize(
    "pattern",
    ["", "   ", "~2 word", "word ~x other", "word ~99 other", "a|", "|", "*", "=", "word? other?", "a*"],
)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(VocabularyError):
        compile_pattern("en", pattern)


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(VocabularyError, match="no letters"):
        Lexicon[str]("en").add_name("— «»", "sense")


WORDS = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "omega"]), max_size=12)


@given(
    WORDS, st.lists(st.sampled_from(["alpha", "beta", "gamma"]), min_size=1, max_size=3), st.integers(0, 3)
)
def test_a_pattern_finds_what_a_slow_search_finds(words: list[str], wanted: list[str], gap: int) -> None:
    """The first place where each element stands near enough, tried one by one."""
    pattern = f" ~{gap} ".join(wanted) if gap else " ".join(wanted)
    lexicon = Lexicon[str]("en")
    lexicon.add(pattern, "sense")
    starts = [hit.start for hit in lexicon.find(tuple(words))]
    assert starts == [at for at in range(len(words)) if _fits(words, wanted, at, gap)]


def _fits(words: list[str], wanted: list[str], at: int, gap: int) -> bool:
    if at >= len(words) or words[at] != wanted[0]:
        return False
    return len(wanted) == 1 or any(
        _fits(words, wanted[1:], at + 1 + skipped, gap) for skipped in range(gap + 1)
    )


@given(WORDS, WORDS)
def test_a_hit_does_not_hang_on_what_stands_before(words: list[str], before: list[str]) -> None:
    lexicon = Lexicon[str]("en")
    lexicon.add("alpha ~2 beta", "sense")
    alone = lexicon.find(tuple(words), None, len(before))
    after = [hit for hit in lexicon.find((*before, *words)) if hit.start >= len(before)]
    assert alone == after


def test_a_lexicon_that_was_kept_finds_what_the_first_found() -> None:
    made = Lexicon[str]("ru", stop=["них"])
    made.add("безопасност* ~2 Европ*|Евраз*", "security")
    made.add_name("Совет Безопасности", "council")
    made.add("не? поддержать", "support")
    again = Lexicon[str].from_data("ru", made.to_data(str), str)
    words = read_words("Совет Безопасности не поддержать безопасность всей Европы, Совет").folded
    assert again.find(words) == made.find(words)
    assert {hit.sense for hit in again.find(words)} == {"security", "council", "support"}
