"""Who published an article and from whom it was taken, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.reading.inflection import arabic_readings
from loaders.reading.lines import Kind, Line
from loaders.reading.markers import markers
from loaders.reading.outlets import Outlet
from loaders.reading.roles import Page

_PROSE = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.LIST_ITEM})
_BEFORE = 6
_OTHERS = 2
_BREAK = re.compile(r"[.!?؟;؛\n:](?:\s|$)")
_CLAUSE = re.compile(r"[,،.!?؟;؛\n:]")


@dataclass(frozen=True, slots=True)
class Frame:
    """The outlet that published the article, and its sources from the nearest to the farthest."""

    publisher: str | None
    relayed_from: tuple[str, ...]


def read_frame(page: Page, lines: Sequence[Line]) -> Frame:
    """The publisher and sources that a page's frame and its words of citing name."""
    signed = list(_named(page, lines, "outlet"))
    sources = list(_named(page, lines, "source"))
    opening = list(_named(page, lines, "opening"))
    several = len(set(signed)) > 1 and all(_together(page, line) for line in lines if line.label == "outlet")
    publisher = None if several or not signed else signed[0]
    relayed = sources + (signed if several else signed[1:])
    if publisher is None and opening and set(sources) <= set(opening):
        publisher = opening[0]
    relayed += opening + list(_named(page, lines, "closing"))
    relayed += _cited(page, lines)
    return Frame(publisher, tuple(org for org in dict.fromkeys(relayed) if org != publisher))


def _named(page: Page, lines: Sequence[Line], label: str) -> Iterator[str]:
    for line in lines:
        dated = label == "opening" and line.kind is Kind.DATELINE
        if line.label == label or dated:
            start = max(line.start, line.rest)
            yield from (o.id for o in page.named(start, line.end) if o.media or label == "outlet")


def _together(page: Page, line: Line) -> bool:
    return len(page.named(line.start, line.end)) > 1


def _cited(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The outlets that the article's own text cites, in its order."""
    for line in lines:
        if line.kind in _PROSE:
            for outlet in page.named(line.start, line.end):
                if outlet.media and (_introduced(page, outlet) or _followed(page, outlet)):
                    yield outlet.id


def _introduced(page: Page, outlet: Outlet) -> bool:
    """Whether words of citing stand before the outlet: «حسبما أوردت قناة …», "citing …"."""
    marks, words = markers(), page.words
    agency, others = False, 0
    for at in range(outlet.first - 1, max(-1, outlet.first - 1 - _BEFORE), -1):
        if _BREAK.search(page.text[words.ends[at] : words.starts[at + 1]]):
            return False
        word = words.folded[at]
        if _is(word, marks.agency_words) and not (_is(word, marks.attribution) and (agency or outlet.sure)):
            agency = True
        elif _is(word, marks.attribution):
            return outlet.sure or agency
        else:
            others += 1
            if others > _OTHERS:
                return False
    return False


def _followed(page: Page, outlet: Outlet) -> bool:
    """Whether a verb of citing follows: "Reuters reported", «ТАСС передает»."""
    marks, words = markers(), page.words
    if not outlet.sure:
        return False
    for at in range(outlet.last, min(len(words), outlet.last + 2)):
        if _CLAUSE.search(page.text[words.ends[at - 1] : words.starts[at]]):
            return False
        if words.folded[at] in marks.attribution_after:
            return True
        if words.folded[at] not in marks.agency_words:
            return False
    return False


def _is(word: str, group: frozenset[str]) -> bool:
    if word in group:
        return True
    return "\u0600" <= word[0] <= "\u06ff" and any(form in group for form in arabic_readings(word)[0])
