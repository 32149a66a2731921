"""A page as lines, and what each line is by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from loaders.reading.dates import DateMention, find_dates
from loaders.reading.markers import Markers, markers
from loaders.reading.text import fold


class Kind(StrEnum):
    """What a block of the page is."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"  # author, outlet or source line
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    CREDIT = "credit"
    KEYWORDS = "keywords"
    NAVIGATION = "navigation"
    FOREIGN = "foreign"


_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!؟?…؛;:,،][»\"”’')\]]*$")
_FULL_STOP = re.compile(r"[.!؟?…][»\"”’')\]]*$")
_NEXT_SENTENCE = re.compile(r"(?<![.\d])[.!؟?](?:[»\"”)\]]?)(?=\s+[^\s.])")
_BULLET = re.compile(r"(?:[•●▪◾◼■★✓➤►‣*·▪️]\uFE0F?|[-–—](?=\s)|\(?\d{1,2}[.)\-](?=\s))\s*")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b(?:t\.me|bit\.ly)/\S+")
_HASHTAGS = re.compile(r"(?:\s*#[\w_]+[\s,،]*)+$")
_CREDITED = re.compile(
    r"©|\(c\)|Getty\b|[/|]\s?(?:AFP|AP|Reuters|EPA|TASS|ТАСС|Sputnik|Xinhua|AA|RT|РИА Новости"
    r"|سبوتنيك|رويترز)\s*$",
    re.IGNORECASE,
)
_RELATIVE_TIME = re.compile(r"\W*(?:منذ|قبل)?\W*\d+\W+(?:\w+\W*){1,3}(?:ago|назад)?\W*$")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*(?:\d{1,2}:|[-–|])")
_TIMED = re.compile(r"[-–•*\s]*\d{1,2}:\d{2}\s*[-–|]?\s*[^\W\d_]")
_COLUMNS = re.compile(r"\S[ \t\u00a0]{3,}(?=\S)")
_ARCHIVE = re.compile(r"(?:[(\[]|[-–/|.]\s)\s*[^\W\d_]+(?:\s[^\W\d_]+)?[)\]]?$")

TITLE_LIMIT = 260
_BODY_LENGTH = 220
_BODY_WORDS = 8
_LABEL_LIMIT = 200
_RESUMED = 120
_SHORT_HEADING = 4


@dataclass(slots=True)
class Line:
    """A line without the blanks around it, or the part of one that is of another kind."""

    start: int
    end: int
    text: str
    kind: Kind | None = None
    label: str | None = None  # the marker that gave the kind: source, published, read_also…
    rest: int = 0  # where in the page the text after the label starts
    inside: bool = False  # a part of a line that goes on with the article
    dates: tuple[DateMention, ...] = field(default=())

    @property
    def words(self) -> int:
        """The number of words, of which a line of a megabyte has enough to be a body."""
        return len(_WORD.findall(self.text[:2000]))

    @property
    def closed(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_FULL_STOP.search(self.text[-8:]))

    @property
    def headline_like(self) -> bool:
        """Whether it could be a headline, a heading or a caption: short, and open at its end."""
        return len(self.text) <= TITLE_LIMIT and not _SENTENCE_END.search(self.text[-8:])

    @property
    def body_like(self) -> bool:
        """Whether it reads as a paragraph of running text."""
        long = len(self.text) >= _BODY_LENGTH
        return long or (self.words >= _BODY_WORDS and self.closed)


def read_lines(text: str, language: str) -> list[Line]:
    """The page's lines in order, each with the kind that it shows by itself."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        for line in _parts(text, start, match.start() + len(raw.rstrip())):
            _classify(text, line, language)
            _under_label(text, line, lines[-1] if lines else None, language)
            lines.append(line)
    return lines


def _under_label(text: str, line: Line, above: Line | None, language: str) -> None:
    """A date under a line that only announces it: «نشر :»."""
    if above is None or above.kind is not Kind.DATELINE or above.dates or line.body_like:
        return
    line.dates = _days(text, line.start, line.end, language)
    if line.dates:
        line.kind, line.label = Kind.DATELINE, above.label


def _parts(text: str, start: int, end: int) -> Iterator[Line]:
    """The line, cut where it names another article between two sentences of its own."""
    at = start
    opening = markers().read_also.match(text, start, end)
    if opening is not None and end - start > _BODY_LENGTH:
        # The article goes on after the other's headline, in the same line.
        stop = _NEXT_SENTENCE.search(text, opening.end(), end)
        if stop is not None and end - stop.end() > _RESUMED:
            at = stop.end()
            yield from _piece(text, start, at, kind=Kind.FOREIGN, inside=True)
    for match in markers().read_also_inside.finditer(text, start, end):
        if match.start() < at or match.start() == start:
            continue
        yield from _piece(text, at, match.start(), inside=True)
        at = _end_of_reference(text, match, end)
        yield from _piece(text, match.start(), at, kind=Kind.FOREIGN, inside=True)
    closing = markers().navigation_inside.search(text, at, end)
    if closing is not None:
        yield from _piece(text, at, closing.start(), inside=True)
        yield from _piece(text, closing.start(), end, kind=Kind.NAVIGATION, inside=True)
        return
    yield from _piece(text, at, end, inside=at > start)


def _piece(
    text: str, start: int, end: int, *, kind: Kind | None = None, inside: bool = False
) -> Iterator[Line]:
    raw = text[start:end]
    stripped = raw.strip()
    if stripped:
        start += len(raw) - len(raw.lstrip())
        label = {Kind.FOREIGN: "read_also", Kind.NAVIGATION: "advert"}.get(kind) if kind else None
        yield Line(start, start + len(stripped), stripped, kind, label, inside=inside)


def _end_of_reference(text: str, match: re.Match[str], end: int) -> int:
    """Where the other article's headline ends: at its bracket, its full stop or the end of the line."""
    if match["bracket"]:
        closing = {"(": ")", "[": "]", "«": "»"}[match["bracket"]]
        at = text.find(closing, match.end(), end)
        return end if at < 0 else at + 1
    stop = _NEXT_SENTENCE.search(text, match.end(), end)
    return stop.end() if stop else end


def _classify(text: str, line: Line, language: str) -> None:
    """Give the line the kind that its own words show, if any."""
    if line.kind is not None:
        return
    for reader in (_read_also, _labelled, _dated, _navigation, _credit, _columns):
        reader(text, line, markers(), language)
        if line.kind is not None:
            return
    if _BULLET.match(line.text):
        line.kind = Kind.LIST_ITEM


def _set(line: Line, kind: Kind, label: str | None = None, rest: int = 0) -> None:
    line.kind, line.label, line.rest = kind, label, rest


def _read_also(text: str, line: Line, marks: Markers, language: str) -> None:
    if line.words <= _SHORT_HEADING and line.headline_like:
        match = marks.read_also_short.match(text, line.start, line.end)
        if match is not None:
            _set(line, Kind.FOREIGN, "read_also", line.end)
            return
    match = marks.read_also.match(text, line.start, line.end)
    match = match or marks.read_also_alone.match(text, line.start, line.end)
    if match is None:
        return
    _set(line, Kind.FOREIGN, "read_also", match.end())


def _labelled(text: str, line: Line, marks: Markers, language: str) -> None:
    if len(line.text) > _LABEL_LIMIT * 5:
        return
    for label, reader in _LABELS.items():
        match = marks.labels[label].match(text, line.start, line.end)
        if match is not None:
            separated = any(mark in match["separator"] for mark in ":：-–—|/")
            kind = reader(line, separated, match.end() == line.end, len(text[match.end() : line.end]))
            if kind is not None:
                _set(line, kind, label, match.end())
                line.dates = _days(text, line.start, line.end, language)
                return


def _is_source(line: Line, separated: bool, alone: bool, rest: int) -> Kind | None:
    return Kind.BYLINE if (separated or alone) and rest <= _LABEL_LIMIT and not line.body_like else None


def _is_credit(line: Line, separated: bool, alone: bool, rest: int) -> Kind | None:
    return Kind.CREDIT if separated and rest <= _LABEL_LIMIT else None


def _is_caption(line: Line, separated: bool, alone: bool, rest: int) -> Kind | None:
    return Kind.CAPTION if len(line.text) <= _LABEL_LIMIT and not line.body_like else None


def _is_keywords(line: Line, separated: bool, alone: bool, rest: int) -> Kind | None:
    return Kind.KEYWORDS if alone or (separated and not line.closed) else None


def _is_byline(line: Line, separated: bool, alone: bool, rest: int) -> Kind | None:
    if line.text.startswith("(") and line.text.endswith(")"):
        return Kind.BYLINE
    short = line.words <= 6 and not line.closed
    return Kind.BYLINE if short or (separated and line.words <= 12 and not line.closed) else None


_LABELS = {
    "source": _is_source,
    "credit": _is_credit,
    "caption": _is_caption,
    "keywords": _is_keywords,
    "byline": _is_byline,
}


def _dated(text: str, line: Line, marks: Markers, language: str) -> None:
    """A line that is nothing but a date, perhaps with a label, a time or the name of a section."""
    if len(line.text) > _LABEL_LIMIT or line.body_like:
        return
    line.dates = _days(text, line.start, line.end, language)
    label = next(
        (n for n in ("updated", "published") if marks.labels[n].match(text, line.start, line.end)), None
    )
    if not line.dates:
        if label and line.words <= 3:
            _set(line, Kind.DATELINE, label)
        return
    rest = text[line.start : line.end]
    figures = bool(_FIGURES.match(rest))
    for date in reversed(line.dates):
        rest = rest[: date.start - line.start] + " " + rest[date.end - line.start :]
    others = _WORD.findall(rest)
    section = " ".join(fold(word) for word in others) in marks.sections
    others = [word for word in others if fold(word) not in marks.beside_dates and len(word) > 1]
    opens = line.dates[0].start == line.start and line.headline_like
    if section or len(others) <= (6 if label or (opens and figures) else 3):
        _set(line, Kind.DATELINE, label)


def _days(text: str, start: int, end: int, language: str) -> tuple[DateMention, ...]:
    found = find_dates(text, start, end, language, None)
    return tuple(date for date in found if date.precision == "day" and date.day is not None)


def _navigation(text: str, line: Line, marks: Markers, language: str) -> None:
    if len(line.text) > _LABEL_LIMIT * 2:
        return
    if marks.navigation_words.match(text, line.start, line.end) or _URL.fullmatch(line.text):
        _set(line, Kind.NAVIGATION)
        return
    if _HASHTAGS.fullmatch(line.text):
        _set(line, Kind.KEYWORDS)
        return
    match = marks.navigation.match(text, line.start, line.end)
    if match is not None:
        phrase = " " in match["marker"].strip()
        if (phrase and len(line.text) <= _LABEL_LIMIT) or (line.words <= 8 and not line.closed):
            _set(line, Kind.NAVIGATION, "advert")
    elif line.words <= 4 and _RELATIVE_TIME.match(line.text):
        _set(line, Kind.NAVIGATION)


def _columns(text: str, line: Line, marks: Markers, language: str) -> None:
    """Headlines set beside each other in one line; a line of tags, which says its words twice."""
    if len(_COLUMNS.findall(line.text[:5000])) >= 4:
        _set(line, Kind.FOREIGN, "columns")
        return
    if _TIMED.match(line.text) and line.headline_like and line.words > 3:
        _set(line, Kind.FOREIGN, "ticker")
        return
    words = _WORD.findall(line.text[:_LABEL_LIMIT])
    repeats = len(words) - len(set(words))
    if len(words) >= 6 and repeats * 3 >= len(words) and not re.search(r"[.,،:؛]", line.text):
        _set(line, Kind.KEYWORDS)
        return
    # «… (أرشيف)», «… Архивное фото»: the caption tells itself by its last words.
    archive = _ARCHIVE.search(line.text)
    if line.words <= 14 and archive and marks.labels["caption"].match(archive.group().lstrip("-–/.|( ")):
        _set(line, Kind.CAPTION)


def _credit(text: str, line: Line, marks: Markers, language: str) -> None:
    if len(line.text) <= _LABEL_LIMIT and not line.closed and _CREDITED.search(line.text):
        _set(line, Kind.CREDIT)
