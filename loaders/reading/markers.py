"""The words by which parts of a page are known, from every language's layout.yaml.

Pages mix languages (an English menu over an Arabic report), so all are looked for at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache

from loaders.reading.data import CODES, read_data
from loaders.reading.page import Page
from loaders.reading.text import fold_name


class Phrases:
    """Phrases of folded words, found where they stand in a page, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted({fold_name(phrase) for phrase in phrases}, key=lambda p: (-len(p), p)):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)

    def __contains__(self, phrase: str) -> bool:
        words = tuple(phrase.split())
        return bool(words) and words in self._by_first.get(words[0], ())

    def at(self, page: Page, first: int, last: int) -> int | None:
        """The word after the phrase that starts at the word `first` and ends before `last`."""
        if first >= last:
            return None
        folded = page.words.folded
        for phrase in self._by_first.get(folded[first], ()):
            end = first + len(phrase)
            if end <= last and folded[first:end] == phrase and _unbroken(page, first, end):
                return end
        return None

    def within(self, page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Every phrase between two words, none overlapping, as its first word and the word after it."""
        folded, at = page.words.folded, first
        if self._by_first.keys().isdisjoint(folded[first:last]):
            return
        while at < last:
            end = self.at(page, at, last) if folded[at] in self._by_first else None
            if end is not None:
                yield at, end
            at = end or at + 1


def _unbroken(page: Page, first: int, end: int) -> bool:
    starts, ends = page.words.starts, page.words.ends
    return all("\n" not in page.text[ends[at] : starts[at + 1]] for at in range(first, end - 1))


@dataclass(frozen=True)
class Markers:
    """The phrases of all languages, by what they mark (the groups of layout.yaml)."""

    read_also: Phrases
    read_also_alone: Phrases
    read_also_short: Phrases
    source: Phrases
    credit: Phrases
    caption: Phrases
    keywords: Phrases
    published: Phrases
    updated: Phrases
    byline: Phrases
    reporters: Phrases
    navigation: Phrases
    navigation_inside: Phrases
    navigation_words: Phrases
    continues: Phrases
    sections: Phrases
    agency_words: Phrases
    attribution: Phrases
    attribution_after: Phrases
    reports_itself: Phrases
    interviewed: Phrases
    told: Phrases
    told_to: Phrases
    beside_dates: Phrases
    offices: Phrases
    nobody: Phrases
    not_in_dateline: Phrases
    speakers: Phrases


@lru_cache(maxsize=1)
def markers() -> Markers:
    """The markers of all languages."""
    merged: dict[str, list[str]] = {}
    for language in CODES:
        for name, phrases in read_data(language, "layout").items():
            merged.setdefault(name, []).extend(str(phrase) for phrase in phrases)
    known = {field.name for field in fields(Markers)}
    return Markers(**{name: Phrases(phrases) for name, phrases in merged.items() if name in known})
