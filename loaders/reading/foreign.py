"""Another article's words in the page: how far a "read also" reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.reading.lines import Kind, Line
from loaders.reading.markers import markers
from loaders.reading.text import WORD, fold

_HEADLINES = 8
_SHORTEST = 4
_ARABIC_HEAD = re.compile(r"^(?:[وف]?(?:ال|لل|بال|كال)|[وفبلك](?=\w{4}))")
_STEM = 5
_PARAGRAPH = 600
# Shares of content words, measured on reports: the article's next paragraph repeats a sixth and more of
# what stood before it, another article's a tenth; a story's lead repeats most of its own headline.
_RESUMES = 0.16
_GOES_ON = 0.06
_TELLS = 0.6


def mark_foreign(lines: Sequence[Line]) -> None:
    """Give every line that belongs to another article the kind FOREIGN."""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.label == "read_also" and not line.inside:
            alone = line.rest >= line.end
            if alone and not any(other.kind is None and other.words > _SHORTEST for other in lines[: at - 1]):
                line.kind, line.label = Kind.NAVIGATION, None  # a section's name over the title
                continue
            stop = _end(lines, at, alone=alone)
            for other in lines[at:stop]:
                other.kind = Kind.FOREIGN
            at = stop


def _end(lines: Sequence[Line], at: int, *, alone: bool) -> int:
    """Where the other article's words end, that begin before the line `at`."""
    own = [line for line in lines[:at] if line.kind in (None, Kind.LIST_ITEM)]
    if _has_ended(lines[:at]):
        return len(lines)
    after = _headlines(lines, at) if alone else at
    if not any(line.body_like for line in own):
        return after
    paragraphs = [line for line in lines[after:] if line.kind is None and line.body_like]
    if not paragraphs:
        return _rest_of_list(lines, after)
    return after if _resumes(own, lines[at - 1 : after], paragraphs, alone=alone) else len(lines)


def _resumes(
    own: Sequence[Line], headlines: Sequence[Line], paragraphs: Sequence[Line], *, alone: bool
) -> bool:
    """Whether the paragraphs after the headlines are the article's own again."""
    first = paragraphs[0]
    if _continues(first):
        return True
    if any(_shared(_content([first]), [headline]) >= _TELLS for headline in headlines):
        return False
    return _shared(_content(own), paragraphs[:2]) >= (_RESUMES if alone else _GOES_ON)


def _has_ended(lines: Sequence[Line]) -> bool:
    """Whether the article has closed already: a source, keywords or comments after its body."""
    body = next((i for i, line in enumerate(lines) if line.kind is None and line.body_like), len(lines))
    return any(
        line.label in ("source", "keywords") or line.kind is Kind.KEYWORDS for line in lines[body + 1 :]
    )


def _headlines(lines: Sequence[Line], at: int) -> int:
    """The end of the list of headlines that starts at a line."""
    stop = at
    while stop < len(lines) and stop - at < _HEADLINES and _is_headline(lines[stop]):
        stop += 1
    return stop


def _is_headline(line: Line) -> bool:
    if line.kind not in (None, Kind.LIST_ITEM, Kind.DATELINE, Kind.FOREIGN):
        return False
    return not line.body_like and not _continues(line)


def _continues(line: Line) -> bool:
    return bool(markers().continues.match(line.text)) and line.body_like


def _rest_of_list(lines: Sequence[Line], at: int) -> int:
    """At the end of the page: everything up to a line that says by itself what it is."""
    while at < len(lines) and lines[at].kind in (None, Kind.LIST_ITEM, Kind.DATELINE, Kind.FOREIGN):
        at += 1
    return at


def _content(lines: Iterable[Line]) -> set[str]:
    return {stem for line in lines for stem in _stems(line.text)}


def _shared(known: set[str], lines: Iterable[Line]) -> float:
    stems = [stem for line in lines for stem in set(_stems(line.text[:_PARAGRAPH]))]
    return sum(stem in known for stem in stems) / len(stems) if stems else 0.0


def _stems(text: str) -> Iterable[str]:
    for match in WORD.finditer(text):
        word = _ARABIC_HEAD.sub("", fold(match.group()))
        if len(word) >= _SHORTEST:
            yield word[:_STEM]
