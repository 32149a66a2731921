"""Another article's words in the page: how far a "read also" reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from loaders.reading.lines import Kind, Line, marked
from loaders.reading.markers import markers
from loaders.reading.page import Page
from loaders.reading.text import WORD, fold

_HEADLINES = 12
_SHORTEST = 4
_ARABIC_HEAD = re.compile(r"^(?:[وف]?(?:ال|لل|بال|كال)|[وفبلك](?=\w{4}))")
_STEM = 5
_PARAGRAPH = 600
_LINKED = 8  # words from which on a headline is too long for a heading of the article's own
_CAPITALISED = 0.9  # share of its long words
# Shares of content words, measured on reports: the article's next paragraph repeats a sixth and more of
# what stood before it, another article's a tenth; a story's lead repeats most of its own headline.
_RESUMES = 0.16
_GOES_ON = 0.06
_TELLS = 0.6
_OWN_DATES = frozenset({"published", "updated"})  # labels of a date that is the page's own


def mark_foreign(page: Page, lines: Sequence[Line]) -> None:
    """Give every line that belongs to another article the kind FOREIGN."""
    article = _Article()
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        article.take(line)
        if article.body and line.kind is None and _is_capitalised_headline(line):
            line.kind = Kind.FOREIGN
        if line.label != "read_also" or line.inside:
            continue
        alone = line.rest >= line.end
        if alone and not article.begun:
            line.kind, line.label = Kind.NAVIGATION, None  # a section's name over the title
            continue
        stop = _end(page, article, lines, at, alone=alone)
        for other in lines[at:stop]:
            other.kind, other.label = Kind.FOREIGN, None
        at = stop


@dataclass
class _Article:
    """The article's own lines so far: whether it has begun, has a body, has closed; its content words."""

    begun: bool = False
    body: bool = False
    closed: bool = False
    _stems: set[str] = field(default_factory=set)
    _unread: list[str] = field(default_factory=list)  # few pages name another article: words wait for one

    def take(self, line: Line) -> None:
        """Read a further line."""
        if line.kind in (None, Kind.LIST_ITEM):
            self.begun = self.begun or line.words > _SHORTEST
            self.body = self.body or line.body_like
            self._unread.append(line.text)
        elif self.body and (line.label == "source" or line.kind is Kind.KEYWORDS):
            self.closed = True  # a source or keywords below the body

    @property
    def stems(self) -> set[str]:
        """The stems of its content words so far."""
        while self._unread:
            self._stems.update(_stems(self._unread.pop()))
        return self._stems


def _end(page: Page, article: _Article, lines: Sequence[Line], at: int, *, alone: bool) -> int:
    """Where the other article's words end, that begin before the line `at`."""
    if article.closed:
        return len(lines)
    after = _headlines(page, lines, at) if alone else at
    if not article.body:
        return after
    paragraphs = list(islice((line for line in lines[after:] if line.kind is None and line.body_like), 2))
    if not paragraphs:
        return _rest_of_list(lines, after)
    resumes = _resumes(page, article, lines[at - 1 : after], paragraphs, alone=alone)
    return after if resumes else len(lines)


def _resumes(
    page: Page, article: _Article, headlines: Sequence[Line], paragraphs: Sequence[Line], *, alone: bool
) -> bool:
    """Whether the paragraphs after the headlines are the article's own again."""
    first = paragraphs[0]
    if _continues(page, first):
        return True
    told = set(_stems(first.text))
    if any(_shared(told, [headline]) >= _TELLS for headline in headlines):
        return False
    return _shared(article.stems, paragraphs) >= (_RESUMES if alone else _GOES_ON)


def _headlines(page: Page, lines: Sequence[Line], at: int) -> int:
    """The end of the list of headlines that starts at a line."""
    stop = at
    while stop < len(lines) and stop - at < _HEADLINES and _is_headline(page, lines[stop]):
        stop += 1
    return stop


def _is_headline(page: Page, line: Line) -> bool:
    if line.kind not in (None, Kind.LIST_ITEM, Kind.DATELINE, Kind.FOREIGN) or line.label in _OWN_DATES:
        return False
    return not line.body_like and not _continues(page, line)


def _is_capitalised_headline(line: Line) -> bool:
    """A long line of Capitalised Words between paragraphs: an English page's link to another article."""
    if line.words < _LINKED or not line.headline_like:
        return False
    words: list[str] = [word for word in WORD.findall(line.text) if len(word) >= _SHORTEST]
    return sum(word[0].isupper() for word in words) >= len(words) * _CAPITALISED


def _continues(page: Page, line: Line) -> bool:
    return line.body_like and marked(page, markers().continues, line.start, line.end) is not None


def _rest_of_list(lines: Sequence[Line], at: int) -> int:
    """At the end of the page: everything up to a line that says by itself what it is."""
    others = (None, Kind.LIST_ITEM, Kind.DATELINE, Kind.FOREIGN)
    while at < len(lines) and lines[at].kind in others and lines[at].label not in _OWN_DATES:
        at += 1
    return at


def _shared(known: set[str], lines: Iterable[Line]) -> float:
    stems = [stem for line in lines for stem in set(_stems(line.text[:_PARAGRAPH]))]
    return sum(stem in known for stem in stems) / len(stems) if stems else 0.0


def _stems(text: str) -> Iterable[str]:
    for match in WORD.finditer(text):
        word = _ARABIC_HEAD.sub("", fold(match.group()))
        if len(word) >= _SHORTEST:
            yield word[:_STEM]
