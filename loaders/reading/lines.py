"""A page as lines, and what each line is by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from loaders.reading.dates import DateMention
from loaders.reading.markers import Markers, Phrases, markers
from loaders.reading.page import Page
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


PROSE = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.LIST_ITEM})
"""The kinds of block in which the article itself speaks."""

_LINE = re.compile(r"[^\n]+")
_CLAUSE_END = re.compile(r"[;؛](?:\s+(?:and|or))?$")
_SIGNED = r"[»\"”’')\]]*(?:\s{1,2}\([A-Z]{2,5}\))?$"  # behind the stop, an agency may have signed: (QNA)
_SENTENCE_END = re.compile(r"[.!؟?…؛;:,،]" + _SIGNED)
_FULL_STOP = re.compile(r"[.!؟?…]" + _SIGNED)
_END = 12  # letters in which the end of a sentence is looked for
_NEXT_SENTENCE = re.compile(r"(?<![.\d])[.!؟?](?:[»\"”)\]]?)(?=\s+[^\s.])")
_AFTER_SENTENCE = re.compile(r"[.!؟?…»\"”][\s\W]*$")
_OPENING = {"(": ")", "[": "]", "«": "»"}
_SEPARATOR = re.compile(r"[\s)\]]*(?P<marks>[:：\-–—|/….]*)\s*")
_ALONE = re.compile(r"\W*[:：…]|\W*$")
_BULLET = re.compile(r"(?:[•●▪◾◼■★✓➤►‣*·▪️]\uFE0F?|[-–—](?=\s)|\(?\d{1,2}[.)\-](?=\s))\s*")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b(?:t\.me|bit\.ly)/\S+")
_HASHTAGS = re.compile(r"(?:#\w+[\s,،]*)+$")
_CREDITED = re.compile(
    r"©|\(c\)|Getty\b|[/|]\s?(?:AFP|AP|Reuters|EPA|TASS|ТАСС|Sputnik|Xinhua|AA|RT|РИА Новости"
    r"|سبوتنيك|رويترز)\s*$",
    re.IGNORECASE,
)
_RELATIVE_TIME = re.compile(r"\W*(?:منذ|قبل)?\W*\d+\W+(?:\w+\W*){1,3}(?:ago|назад)?\W*$")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCKED = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)\s*(?:GMT|UTC|[^\W\d_]{1,3})?$")
_FIGURES = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*(?:\d{1,2}:|[-–|])")
_TIMED = re.compile(r"[-–•*\s]*\d{1,2}:\d{2}\s*[-–|]?\s*[^\W\d_]")
_COLUMNS = re.compile(r"\S[ \t\u00a0]{3,}(?=\S)")
_SECTIONS = re.compile(r"\S[ \t\u00a0]{2,}(?=\S)")  # the names of a page's sections in one line
_CAPTION_END = re.compile(r"(?:[(\[]|[-–/|.]\s)\s*([^\W\d_]+(?:\s[^\W\d_]+)?)[)\]]?$")

TITLE_LIMIT = 260
_BODY_LENGTH = 220
_BODY_WORDS = 8
_LABEL_LIMIT = 200
_MARKER_LEAD = 12
_RESUMED = 120
_SHORT_HEADING = 4
_CAPTION_WORDS = 14
_CLOSING = 0.7  # from this part of a page on, reporters are named
_NAMED = 9  # words in which a line says that it names reporters
_CREDIT_LINE = 5
_BESIDE_DATE = 3
_BESIDE_LABELLED_DATE = 6
_COLUMNS_AT_LEAST = 4
_SAMPLE = 2000


@dataclass
class Line:
    """A line without the blanks around it, or the part of one that is of another kind."""

    start: int
    end: int
    text: str
    kind: Kind | None = None
    label: str | None = None  # the marker that gave the kind: source, published, read_also…
    rest: int = 0  # where in the page the text after the label starts
    inside: bool = False  # a part of a line that goes on with the article
    dates: tuple[DateMention, ...] = ()

    @cached_property
    def words(self) -> int:
        """The number of words, of which a line of a megabyte has enough to be a body."""
        return len(_WORD.findall(self.text[:_SAMPLE]))

    @cached_property
    def closed(self) -> bool:
        """Whether it ends like a sentence."""
        return bool(_FULL_STOP.search(self.text[-_END:]))

    @cached_property
    def headline_like(self) -> bool:
        """Whether it could be a headline, a heading or a caption: short, and open at its end."""
        return len(self.text) <= TITLE_LIMIT and not _SENTENCE_END.search(self.text[-_END:])

    @cached_property
    def body_like(self) -> bool:
        """Whether it reads as a paragraph of running text."""
        long = len(self.text) >= _BODY_LENGTH
        of_list = self.words > 1 and _CLAUSE_END.search(self.text) is not None  # a resolution's clause
        return long or of_list or (self.words >= _BODY_WORDS and self.closed)


def read_lines(page: Page) -> list[Line]:
    """The page's lines in order, each with the kind that it shows by itself."""
    lines: list[Line] = []
    for match in _LINE.finditer(page.text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        for line in _parts(page, start, match.start() + len(raw.rstrip())) if raw.strip() else ():
            _classify(page, line)
            _under_label(page, line, lines[-1] if lines else None)
            lines.append(line)
    return lines


def marked(page: Page, phrases: Phrases, start: int, end: int) -> int | None:
    """Where a marker ends with which the text between two offsets opens, signs before it aside."""
    first, last = page.between(start, end)
    if first >= last or page.words.starts[first] - start > _MARKER_LEAD:
        return None
    after = phrases.at(page, first, last)
    return None if after is None else page.words.ends[after - 1]


def _under_label(page: Page, line: Line, above: Line | None) -> None:
    """A date under a line that only announces it: «نشر :»."""
    if above is None or above.kind is not Kind.DATELINE or above.dates or line.body_like:
        return
    line.dates = page.days(line.start, line.end)
    if line.dates:
        line.kind, line.label = Kind.DATELINE, above.label


# Lines that hold more than one thing


def _parts(page: Page, start: int, end: int) -> Iterator[Line]:
    """The line, cut where it names another article between two sentences of its own."""
    at = _after_opening_reference(page, start, end)
    if at > start:
        yield from _piece(page, start, at, kind=Kind.FOREIGN, inside=True)
    for first, last in markers().read_also.within(page, *page.between(start + 1, end)):
        opens = page.words.starts[first]
        if opens < at or not _between_sentences(page, first, last, end):
            continue
        bracket = page.text[page.words.ends[first - 1] : opens].rstrip()[-1:]
        opens -= bracket in _OPENING and opens - page.text.rindex(bracket, 0, opens)
        yield from _piece(page, at, opens, inside=True)
        at = _end_of_reference(page.text, page.words.ends[last - 1], end, bracket)
        yield from _piece(page, opens, at, kind=Kind.FOREIGN, inside=True)
    closing = _closing(page, at, end)
    yield from _piece(page, at, closing, inside=at > start or closing < end)
    yield from _piece(page, closing, end, kind=Kind.NAVIGATION, inside=True)


def _after_opening_reference(page: Page, start: int, end: int) -> int:
    """Where the article goes on behind another one's headline, in the same line; else its start."""
    marker = marked(page, markers().read_also, start, end) if end - start > _BODY_LENGTH else None
    stop = _NEXT_SENTENCE.search(page.text, marker, end) if marker else None
    return stop.end() if stop and end - stop.end() > _RESUMED else start


def _between_sentences(page: Page, first: int, last: int, end: int) -> bool:
    """Whether a marker stands between sentences, in brackets or before a colon: else it is just words."""
    before = page.text[page.words.ends[first - 1] : page.words.starts[first]]
    after = page.text[page.words.ends[last - 1] : end][:3].lstrip()
    parted = before[-1:].isspace() or before[-1:] in _OPENING
    opened = before.rstrip()[-1:] in _OPENING or _AFTER_SENTENCE.search(before)
    return parted and bool(opened or after[:1] in (":", "："))


def _end_of_reference(text: str, start: int, end: int, bracket: str) -> int:
    """Where the other article's headline ends: at its bracket, its full stop or the end of the line."""
    if bracket in _OPENING:
        at = text.find(_OPENING[bracket], start, end)
        return end if at < 0 else at + 1
    stop = _NEXT_SENTENCE.search(text, start, end)
    return stop.end() if stop else end


def _closing(page: Page, start: int, end: int) -> int:
    """Where an advert begins that stands in the line of the article's last sentence."""
    for first, _ in markers().navigation_inside.within(page, *page.between(start + 1, end)):
        before = page.text[page.words.ends[first - 1] : page.words.starts[first]]
        if _AFTER_SENTENCE.search(before) or before.rstrip()[-1:] == "(":
            return page.words.starts[first] - (len(before) - len(before.rstrip(" (/")))
    return end


def _piece(
    page: Page, start: int, end: int, *, kind: Kind | None = None, inside: bool = False
) -> Iterator[Line]:
    raw = page.text[start:end]
    stripped = raw.strip()
    if stripped:
        start += len(raw) - len(raw.lstrip())
        label = {Kind.FOREIGN: "read_also", Kind.NAVIGATION: "advert"}.get(kind) if kind else None
        yield Line(start, start + len(stripped), stripped, kind, label, inside=inside)


# What a line is by itself


def _classify(page: Page, line: Line) -> None:
    """Give the line the kind that its own words show, if any."""
    if line.kind is not None:
        return
    for reader in (_read_also, _labelled, _dated, _navigation, _credit, _columns, _captioned):
        reader(page, line, markers())
        if line.kind is not None:
            return
    if _BULLET.match(line.text):
        line.kind = Kind.LIST_ITEM


def _set(line: Line, kind: Kind, label: str | None = None, rest: int = 0) -> None:
    line.kind, line.label, line.rest = kind, label, rest


def _read_also(page: Page, line: Line, marks: Markers) -> None:
    short = line.words <= _SHORT_HEADING and line.headline_like
    if short and marked(page, marks.read_also_short, line.start, line.end):
        _set(line, Kind.FOREIGN, "read_also", line.end)
        return
    end = marked(page, marks.read_also, line.start, line.end)
    if end is None:
        end = marked(page, marks.read_also_alone, line.start, line.end)
        if end is None or not _ALONE.match(page.text[end : line.end]):
            return
    _set(line, Kind.FOREIGN, "read_also", _past_separator(page.text, end, line.end)[0])


def _past_separator(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the text after a label starts, and whether a colon or a dash parts it from the label."""
    match = _SEPARATOR.match(text, start, end)
    return (match.end(), bool(match["marks"].strip("."))) if match else (start, False)


def _labelled(page: Page, line: Line, marks: Markers) -> None:
    if len(line.text) > _LABEL_LIMIT * 2:
        return
    for label, (phrases, fits) in _LABELS.items():
        end = marked(page, phrases(marks), line.start, line.end)
        if end is None:
            continue
        rest, separated = _past_separator(page.text, end, line.end)
        kind = fits(line, separated, rest >= line.end)
        if kind is not None:
            _set(line, kind, label, rest)
            line.dates = page.days(line.start, line.end)
            return


def _is_source(line: Line, separated: bool, alone: bool) -> Kind | None:
    credited = line.words <= _CREDIT_LINE and line.headline_like and line.text[0].isascii()
    return Kind.BYLINE if (separated or alone or credited) and not line.body_like else None


def _is_credit(line: Line, separated: bool, alone: bool) -> Kind | None:
    return Kind.CREDIT if separated and len(line.text) <= _LABEL_LIMIT else None


def _is_caption(line: Line, separated: bool, alone: bool) -> Kind | None:
    return Kind.CAPTION if len(line.text) <= _LABEL_LIMIT and not line.body_like else None


def _is_keywords(line: Line, separated: bool, alone: bool) -> Kind | None:
    return Kind.KEYWORDS if alone or (separated and not line.closed) else None


def _is_byline(line: Line, separated: bool, alone: bool) -> Kind | None:
    if line.text.startswith("(") and line.text.endswith(")"):
        return Kind.BYLINE
    short = line.words <= 6 and not line.closed
    return Kind.BYLINE if short or (separated and line.words <= 12 and not line.closed) else None


_LABELS: dict[str, tuple[Callable[[Markers], Phrases], Callable[[Line, bool, bool], Kind | None]]] = {
    "source": (lambda marks: marks.source, _is_source),
    "credit": (lambda marks: marks.credit, _is_credit),
    "caption": (lambda marks: marks.caption, _is_caption),
    "keywords": (lambda marks: marks.keywords, _is_keywords),
    "byline": (lambda marks: marks.byline, _is_byline),
}


def _dated(page: Page, line: Line, marks: Markers) -> None:
    """A line that is nothing but a date, perhaps with a label, a time or the name of a section."""
    if len(line.text) > _LABEL_LIMIT or line.body_like:
        return
    line.dates = page.days(line.start, line.end)
    updated = marked(page, marks.updated, line.start, line.end)
    published = marked(page, marks.published, line.start, line.end)
    label = "updated" if updated else "published" if published else None
    if not line.dates:
        if label and line.words <= _BESIDE_DATE:
            _set(line, Kind.DATELINE, label)
        return
    others = [fold(word) for word in _WORD.findall(_without(page.text, line))]
    section = " ".join(others) in marks.sections
    others = [word for word in others if word not in marks.beside_dates and len(word) > 1]
    figures = line.dates[0].start == line.start and line.headline_like and _FIGURES.match(line.text)
    if section or len(others) <= (_BESIDE_LABELLED_DATE if label or figures else _BESIDE_DATE):
        _set(line, Kind.DATELINE, label)


def _without(text: str, line: Line) -> str:
    """The line without its dates."""
    parts, at = [], line.start
    for date in line.dates:
        parts.append(text[at : date.start])
        at = max(at, date.end)
    return " ".join([*parts, text[at : line.end]])


def _navigation(page: Page, line: Line, marks: Markers) -> None:
    if len(line.text) > _LABEL_LIMIT * 2:
        return
    if _only(page, line, marks.navigation_words) or _URL.fullmatch(line.text):
        _set(line, Kind.NAVIGATION)
        return
    if _HASHTAGS.match(line.text):
        _set(line, Kind.KEYWORDS)
        return
    end = marked(page, marks.navigation, line.start, line.end)
    if end is not None:
        phrase = " " in page.text[line.start : end].strip(" -–•*|")
        if phrase or (line.words <= 8 and not line.closed):
            _set(line, Kind.NAVIGATION, "advert")
    elif line.words <= _SHORT_HEADING and (_RELATIVE_TIME.match(line.text) or _CLOCKED.search(line.text)):
        _set(line, Kind.NAVIGATION)


def _only(page: Page, line: Line, phrases: Phrases) -> bool:
    """Whether the line is made of the phrases, figures and signs alone."""
    at, last = page.between(line.start, line.end)
    while at < last:
        after = phrases.at(page, at, last)
        if after is None and not page.words.folded[at].isdigit():
            return False
        at = after or at + 1
    return True


def _credit(page: Page, line: Line, marks: Markers) -> None:
    """Who took the picture; who else reported («N. contributed to this report»), at the end of an article."""
    if len(line.text) <= _LABEL_LIMIT and not line.closed and _CREDITED.search(line.text):
        _set(line, Kind.CREDIT)
    elif len(line.text) <= _LABEL_LIMIT and line.start >= len(page.text) * _CLOSING:
        first, last = page.between(line.start, line.end)
        if next(marks.reporters.within(page, first, min(last, first + _NAMED)), None):
            _set(line, Kind.CREDIT)


def _columns(page: Page, line: Line, marks: Markers) -> None:
    """Headlines beside each other in one line or with the hour before them; tags that repeat themselves."""
    head = line.text[:_SAMPLE]
    if len(_COLUMNS.findall(head)) >= _COLUMNS_AT_LEAST:
        _set(line, Kind.FOREIGN, "columns")
    elif len(_SECTIONS.findall(head)) >= _COLUMNS_AT_LEAST and line.headline_like:
        _set(line, Kind.NAVIGATION)
    elif _TIMED.match(line.text) and line.headline_like and line.words > _SHORT_HEADING:
        _set(line, Kind.FOREIGN, "ticker")
    else:
        words = _WORD.findall(line.text[:_LABEL_LIMIT])
        repeats = len(words) - len(set(words))
        if len(words) >= 6 and repeats * 3 >= len(words) and not re.search(r"[.,،:؛]", line.text):
            _set(line, Kind.KEYWORDS)


def _captioned(page: Page, line: Line, marks: Markers) -> None:
    """«… (أرشيف)», «… Архивное фото»: a caption that tells itself by its last words, or two in its midst."""
    if line.words <= _CAPTION_WORDS and not line.closed:
        first, last_word = page.between(line.start, line.end)
        if any(end - at > 1 for at, end in marks.caption.within(page, first, last_word)):
            _set(line, Kind.CAPTION)
            return
    last = _CAPTION_END.search(line.text[-40:])
    if (
        line.words <= _CAPTION_WORDS
        and last
        and any(
            " ".join(fold(word) for word in part.split()) in marks.caption
            for part in (last[1], *last[1].split())
        )
    ):
        _set(line, Kind.CAPTION)
