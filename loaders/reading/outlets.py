"""Agencies and outlets named in a text: in datelines, source lines and words of citing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from loaders.reading.data import read_data
from loaders.reading.date_words import date_words
from loaders.reading.inflection import arabic_readings
from loaders.reading.text import Words, fold_name
from ontology.vocabulary import Organization, Vocabulary

MEDIA = frozenset({"agency", "outlet"})
_SHORT = 3
_REMEMBERED = 50_000  # words whose names are kept at hand
_PARTED = re.compile(r"[،,:;؛!?؟\n]|\.\s")
_CASE = re.compile(
    r"(?:ого|ому|ыми|ими|ами|ями|ах|ях|ам|ям|ой|ей|ая|яя|ую|юю|ое|ее|ые|ие|ии|ия|ию|ием|ый|ий|ом|ем|ым|им"
    r"|а|я|у|ю|ы|и|е|о|ь|й)$"
)


class Outlet(NamedTuple):
    """An organisation named in the text, by its words. `sure`: the name means nothing else."""

    id: str
    first: int
    last: int
    sure: bool
    category: str | None

    @property
    def media(self) -> bool:
        """Whether it is an agency or an outlet."""
        return self.category in MEDIA


class _Name(NamedTuple):
    """A name of an organisation, by its words without case endings."""

    words: tuple[str, ...]
    org: str
    sure: bool
    category: str | None


class Outlets:
    """The names of organisations by their first word."""

    def __init__(self) -> None:
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self._opened = lru_cache(_REMEMBERED)(self._opened_by)

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Outlets:
        """The organisations of a vocabulary; built once for each version."""
        if vocabulary.version not in _BUILT:
            _BUILT[vocabulary.version] = _build(vocabulary)
        return _BUILT[vocabulary.version]

    def find(self, text: str, words: Words, first: int, last: int) -> Iterator[Outlet]:
        """The outlets named by the words from `first` up to `last`, longest names first, none overlapping."""
        at = first
        while at < last:
            names = self._opened(words.folded[at])
            found = _longest(names, text, words, at, last) if names else None
            if found is not None:
                yield found
            at = found.last if found else at + 1

    def add(self, entry: Organization, parts: tuple[str, ...], *, sure: bool) -> None:
        """Add a name by its words without case endings."""
        self._names[parts[0]].append(_Name(parts, entry.id, sure, entry.category))

    def _opened_by(self, word: str) -> Mapping[str, list[_Name]]:
        """The names that may begin with a word, by their second word ("" of those that have none)."""
        opened: dict[str, list[_Name]] = defaultdict(list)
        for key in _keys(word):
            for name in self._names.get(key, ()):
                # A short name behind a clitic is more often the beginning of another word.
                sure = name.sure and (key == word or len(key) > _SHORT or len(name.words) > 1)
                opened[name.words[1] if len(name.words) > 1 else ""].append(name._replace(sure=sure))
        return dict(opened)


def _longest(
    names: Mapping[str, Iterable[_Name]], text: str, words: Words, at: int, last: int
) -> Outlet | None:
    """The outlet of the longest of some names that stands at a word; of two as long, a medium."""
    best: Outlet | None = None
    following = names.get(_stem(words.folded[at + 1]), ()) if at + 1 < last else ()
    for name in (*names.get("", ()), *following):
        end = at + len(name.words)
        longer = (
            best is None
            or end > best.last
            or (end == best.last and name.category in MEDIA and not best.media)
        )
        if end <= last and longer and _reads(text, words, at, name.words):
            best = Outlet(name.org, at, end, name.sure, name.category)
    return best


def _reads(text: str, words: Words, at: int, name: tuple[str, ...]) -> bool:
    """Whether the words from `at` on are the name, with no comma or full stop of a sentence between them."""
    for i, part in enumerate(name[1:], at + 1):
        if _stem(words.folded[i]) != part or _PARTED.search(text, words.ends[i - 1], words.starts[i]):
            return False
    return True


_BUILT: dict[str, Outlets] = {}


def _build(vocabulary: Vocabulary) -> Outlets:
    outlets = Outlets()
    for entry in vocabulary.of_type(Organization):
        for language in ("ar", "ru", "en"):
            for name in entry.strong_names(language):
                _add(outlets, entry, name, sure=True)
            for name in entry.weak_names(language):
                _add(outlets, entry, name, sure=False)
    return outlets


def _add(outlets: Outlets, entry: Organization, name: str, *, sure: bool) -> None:
    parts = tuple(_stem(part) for part in fold_name(name.replace("=", "").replace("*", "")).split())
    if not parts:
        return
    # Some names are other words too: بنا, معا; "روسيا اليوم" is also "Russia today".
    sure = sure and " ".join(parts) not in _everyday() and not (len(parts) == 2 and _is_day(parts[1]))
    outlets.add(entry, parts, sure=sure)
    if (
        len(parts) == 2 and entry.category in MEDIA and min(map(len, parts)) > 1
    ):  # «سبأ نت» is written «سبأنت» too
        glued = "".join(parts)
        outlets.add(entry, (glued,), sure=sure)


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(fold_name(name) for name in read_data("ar", "layout")["also_words"])


def _is_day(word: str) -> bool:
    known = date_words().words.get(word)
    return known is not None and known.letter == "t"


def _keys(folded: str) -> tuple[str, ...]:
    if "\u0600" <= folded[0] <= "\u06ff":
        return arabic_readings(folded)[0]
    return (_stem(folded),)


def _stem(word: str) -> str:
    """A Cyrillic word without its case ending, so that names are found in every case."""
    if "\u0400" <= word[0] <= "\u04ff" and len(word) > 4:
        return _CASE.sub("", word)
    return word
