"""The words by which parts of a page are known, from every language's layout.yaml.

Pages mix languages (an English menu over an Arabic report), so all are looked for at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from loaders.reading.data import CODES, read_data
from loaders.reading.text import MARKS, fold

_LABELS = ("source", "credit", "caption", "keywords", "published", "updated", "byline")
_VARIANTS = {"ا": "[اأإآٱ]", "ي": "[يىئ]", "ه": "[هة]", "و": "[وؤ]", "ك": "[كک]", "е": "[её]"}
_END = rf"[{MARKS}]*(?![^\W_])"
_LEAD = r"[^\w(\[]{0,12}[(\[]?[^\w]{0,3}"


@dataclass(frozen=True)
class Markers:
    """Regular expressions over a line of the text as it stands, and sets of folded words."""

    read_also: re.Pattern[str]  # at the start of a line
    read_also_alone: re.Pattern[str]
    read_also_short: re.Pattern[str]  # at the start of a line of a few words
    read_also_inside: re.Pattern[str]
    labels: dict[str, re.Pattern[str]]
    navigation: re.Pattern[str]
    navigation_inside: re.Pattern[str]
    navigation_words: re.Pattern[str]
    sections: frozenset[str]
    agency_words: frozenset[str]
    attribution: frozenset[str]
    attribution_after: frozenset[str]
    interviewed: frozenset[str]
    beside_dates: frozenset[str]
    offices: frozenset[str]
    nobody: frozenset[str]
    not_in_dateline: frozenset[str]
    continues: re.Pattern[str]


@lru_cache(maxsize=1)
def markers() -> Markers:
    """The markers of all languages."""
    data = _load()
    strong = _any(data["read_also"])
    separator = r"(?P<separator>[\s:：\-–—|/….]*)"
    return Markers(
        read_also=_compiled(rf"{_LEAD}{strong}{separator}"),
        read_also_alone=_compiled(
            rf"{_LEAD}{_any(data['read_also_alone'])}\s*(?P<separator>[:：…]+\s*|\W*$)"
        ),
        # Inside a line only after the end of a sentence or in brackets: else it is the sentence's own word.
        read_also_short=_compiled(rf"{_LEAD}{_any(data['read_also_short'])}"),
        read_also_inside=_compiled(
            rf"(?:(?<=[.!؟?…»\"”])\s+[^\w\s]{{0,3}}\s?|(?P<bracket>[(\[«])\s*){strong}|(?<=\s){strong}(?=\s*[:：])"
        ),
        labels={
            name: _compiled(rf"{_LEAD}{_any(data[name])}\s*(?P<separator>[:：\-–—|/]*)\s*")
            for name in _LABELS
        },
        navigation=_compiled(rf"{_LEAD}(?P<marker>{_any(data['navigation'])})"),
        navigation_inside=_compiled(rf"(?<=[.!؟?…»\"”)])\s*[^\w\s]{{0,3}}{_any(data['navigation_inside'])}"),
        navigation_words=_compiled(rf"(?:{_any(data['navigation_words'])}|[\W\d_])+$"),
        continues=_compiled(rf"\W{{0,3}}{_any(data['continues'])}"),
        sections=_phrases(data["sections"]),
        agency_words=_phrases(data["agency_words"]),
        attribution=_phrases(data["attribution"]),
        attribution_after=_phrases(data["attribution_after"]),
        interviewed=_phrases(data["interviewed"]),
        beside_dates=_phrases(data["beside_dates"]),
        offices=_phrases(data["offices"]),
        nobody=_phrases(data["nobody"]),
        not_in_dateline=_phrases(data["not_in_dateline"]),
    )


def _load() -> dict[str, list[str]]:
    merged: dict[str, list[str]] = {}
    for language in CODES:
        data = read_data(language, "layout")
        for name, phrases in data.items():
            merged.setdefault(name, []).extend(str(phrase) for phrase in phrases)
    return merged


def _phrases(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(fold(word) for word in phrase.split()) for phrase in phrases)


def _any(phrases: Iterable[str]) -> str:
    """Any of the phrases as whole words, the longest first, whatever their spelling and marks."""
    ordered = sorted(_phrases(phrases), key=lambda phrase: (-len(phrase), phrase))
    return rf"(?:{'|'.join(map(_loose, ordered))}){_END}"


def _loose(phrase: str) -> str:
    return rf"[{MARKS}]*".join(
        r"\s+" if letter == " " else _VARIANTS.get(letter, re.escape(letter)) for letter in phrase
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
