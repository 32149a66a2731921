"""What the lines are that nothing in themselves tells: title, heading, caption, signature, dateline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.reading.dates import DateKind, DateMention
from loaders.reading.lines import Kind, Line, marked
from loaders.reading.markers import markers
from loaders.reading.page import Page
from loaders.reading.text import fold

_HEADING_WORDS = 14
_TITLE_WORDS = 3
_TITLE_SHARES = 3
_BEGINNING = 4  # letters by which two forms of a word are taken for one
_KEYWORDS_FOLLOWING = 20
_KEYWORDS_IN_ONE_LINE = 25
_KEYWORD_WORDS = 5
_SIGNATURE_WORDS = 14
_DATELINE_REACH = 140
_DATELINE_WORDS = 4
_PLACE_WORDS = 6
_INITIALS = 2
_BESIDE_OUTLET = 2
_DATELINES_IN = 3
# What parts a dateline from the text: a dash, a stroke, a colon, or a full stop after an agency.
_AFTER_AGENCY = re.compile(r"[\s)\]»\"”/،,]*(?:[-–—−ـ:/|]|\.(?=\s|$)|(?<=[)\]/])\s)[\s\-–—−ـ/:.|]*")
_AFTER_DATE = re.compile(r"[\s)\]»\"”]*(?:[-–—−ـ:/|])[\s\-–—−ـ/:.|]*")
_CAPITALS = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ .,'’()-]{2,40}?\s*(?:--|[—–:]|-(?=\s))\s*")
_AFTER_PLACE = re.compile(r"\s*[-–—−ـ/:]\s+")
_PLACE_REACH = 40
_LETTERS = re.compile(r",\s+[A-Z]{2,8}\s*$")  # of an agency that nobody lists: London, MINA –
_DAY_AND_MONTH = re.compile(r"(?<![\d./-])(\d{1,2})\s*[-–/]\s*(\d{1,2})\s*\(")
_REPORTER = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){1,3}\s[-–—ـ]\s")
_END_OF_SENTENCE = re.compile(r"[!?؟;؛]|\.\.")


def mark_roles(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Give every line its kind; cut datelines off the paragraphs that they open."""
    _keywords(lines)
    body = _bodies(lines)
    _signatures(page, lines, body)
    _title(lines, _bodies(lines))
    _repeated(lines)
    _others(lines)
    return _datelines(page, lines)


def _bodies(lines: Sequence[Line]) -> tuple[int, int]:
    """The first paragraph of running text and the one after the last."""
    found = [i for i, line in enumerate(lines) if line.kind in (None, Kind.LIST_ITEM) and line.body_like]
    return (found[0], found[-1] + 1) if found else (len(lines), 0)


def _keywords(lines: Sequence[Line]) -> None:
    """The words listed under a heading of keywords that stands alone."""
    for at, line in enumerate(lines):
        if line.label != "keywords" or line.rest < line.end:
            continue
        limit = _KEYWORDS_IN_ONE_LINE
        for other in lines[at + 1 : at + 1 + _KEYWORDS_FOLLOWING]:
            if other.kind not in (None, Kind.LIST_ITEM) or other.words > limit or not other.headline_like:
                break
            other.kind, limit = Kind.KEYWORDS, _KEYWORD_WORDS


def _signatures(page: Page, lines: Sequence[Line], body: tuple[int, int]) -> None:
    """Lines that only name an outlet, above or below the body."""
    for at, line in enumerate(lines):
        under_source = at > 0 and lines[at - 1].label == "source" and lines[at - 1].rest >= lines[at - 1].end
        outside = at < body[0] or at >= body[1] or under_source
        could_be = line.kind in (None, Kind.LIST_ITEM) and outside and line.words <= _SIGNATURE_WORDS
        if could_be and _only_names(page, line):
            line.kind, line.rest = Kind.BYLINE, line.start
            line.label = "source" if under_source else "outlet"
            if line.text.endswith(")") and at >= body[1]:
                line.label = "closing"
            elif line.dates:
                line.kind, line.label = Kind.DATELINE, "opening"


def _only_names(page: Page, line: Line) -> bool:
    first, last = page.between(line.start, line.end)
    folded = page.words.folded[first:last]
    if " ".join(folded) in markers().nobody:
        return True
    named = page.named(line.start, line.end)
    if not named:
        return bool(_place(page, line, line.end)) and line.words <= _PLACE_WORDS and line.headline_like
    if line.closed and line.words > _DATELINE_WORDS:
        return False
    taken = {at for outlet in named for at in range(outlet.first, outlet.last)}
    others = [word for at, word in enumerate(folded, first) if at not in taken]
    if not any(outlet.media for outlet in named):
        return all(word in markers().offices for word in others)
    return _may_stand_beside(page, line, [at for at in range(first, last) if at not in taken])


def _may_stand_beside(page: Page, line: Line, others: Sequence[int]) -> bool:
    """Whether words beside an outlet's name are a place, a date or a reporter's initials: no sentence."""
    marks, words = markers(), page.words
    if any(words.folded[at] in marks.not_in_dateline for at in others):
        return False
    count = 0
    for at in others:
        dated = any(date.start <= words.starts[at] < date.end for date in line.dates)
        initials = words.ends[at] - words.starts[at] <= _INITIALS
        count += not dated and not initials and words.folded[at] not in marks.agency_words
    return count <= _BESIDE_OUTLET or "/" in page.text[line.start : words.ends[others[0]]]


def _title(lines: Sequence[Line], body: tuple[int, int]) -> None:
    """The title: the first headline above the body; shorter lines above it name sections."""
    above = [line for line in lines[: body[0]] if line.kind is None]
    if body[1] == 0:
        above = above[:1] if len(above) > 1 else []
    if not lines:
        return
    lead = lines[body[0]].text if body[0] < len(lines) else ""
    title = _best_title([line for line in above if _could_be_title(line)], lines[0].start, lead)
    if title is None:
        return
    title.kind = Kind.TITLE
    for line in lines[: lines.index(title)]:
        if line.kind is Kind.LIST_ITEM:  # a menu above the headline
            line.kind = Kind.NAVIGATION
    at = above.index(title)
    for line in above[:at]:
        line.kind = Kind.NAVIGATION
    for line in above[at + 1 :]:
        if line.text == title.text or line.words <= _TITLE_WORDS:
            line.kind = Kind.CAPTION


def _best_title(lines: Sequence[Line], first: int, lead: str) -> Line | None:
    """The first long enough line; one that stands there twice is rather a caption, if another is there.

    A line that shares hardly a word with the first paragraph gives way to one that shares several.
    """
    counts = Counter(line.text for line in lines)
    long = [
        line for i, line in enumerate(lines) if line.words > _TITLE_WORDS - (i == 0 and line.start == first)
    ]
    once = [line for line in long if counts[line.text] == 1]
    best = next(iter([*once, *long, *lines]), None)
    if best is None or _shared(best, lead) > 1:
        return best
    needed = _TITLE_SHARES if _shared(best, lead) else _TITLE_SHARES - 1
    return next((line for line in long if _shared(line, lead) >= needed), best)


def _shared(line: Line, lead: str) -> int:
    """How many words of a line, by their beginnings, the first paragraph has too."""
    return len(_beginnings(lead) & _beginnings(line.text))


def _beginnings(text: str) -> set[str]:
    words = (fold(word).removeprefix("ال") for word in text.split())
    return {word[:_BEGINNING] for word in words if len(word) >= _BEGINNING}


def _could_be_title(line: Line) -> bool:
    head = line.text.partition("|")[0]  # Commentary | Global South
    section = " ".join(fold(word) for word in head.split()[:6]) in markers().sections
    return not section and line.words > 2 and not line.text.endswith((".", "،", ":"))


def _repeated(lines: Sequence[Line]) -> None:
    """A short line that stands there twice is a picture's caption."""
    counts = Counter(line.text for line in lines if line.kind is None and line.headline_like)
    for line in lines:
        if line.kind is None and counts[line.text] > 1:
            line.kind = Kind.CAPTION


def _others(lines: Sequence[Line]) -> None:
    _, end = _bodies(lines)
    for at, line in enumerate(lines):
        if line.kind is not None:
            continue
        heading = at < end and line.headline_like and line.words <= _HEADING_WORDS and not line.inside
        below = bool(end) and at >= end and line.headline_like
        if below and line.words > _DATELINE_WORDS and _among_others(lines, at):
            line.kind = Kind.FOREIGN
        elif below and line.words <= _DATELINE_WORDS:
            line.kind = Kind.BYLINE
        else:
            line.kind = Kind.HEADING if heading else Kind.BODY


_FRAME = frozenset({Kind.NAVIGATION, Kind.KEYWORDS, Kind.BYLINE, Kind.FOREIGN, Kind.DATELINE, Kind.CREDIT})


def _among_others(lines: Sequence[Line], at: int) -> bool:
    """Whether a headline below the body stands between parts of the frame: it is another article's."""
    below = lines[at + 1].kind if at + 1 < len(lines) else None
    return lines[at - 1].kind in _FRAME or below in (Kind.NAVIGATION, Kind.DATELINE, Kind.FOREIGN)


def _datelines(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The lines with the datelines of the first paragraphs as lines of their own."""
    out: list[Line] = []
    seen = 0
    for line in lines:
        end = None
        if line.kind in (Kind.BODY, Kind.HEADING, Kind.LIST_ITEM) and seen < _DATELINES_IN:
            seen += line.kind is Kind.BODY
            end = _dateline(page, line)
        label = "opening" if end else None
        if end is None and line.kind is Kind.BODY:
            end, label = _labelled_date(page, line), "published"
        if end is None or end >= line.end:
            out.append(line)
            continue
        head = page.text[line.start : end].rstrip()
        dates = page.days(line.start, end) or _bare_day(page.text, line.start, end)
        out.append(Line(line.start, line.start + len(head), head, Kind.DATELINE, label, dates=dates))
        out.append(Line(end, line.end, page.text[end : line.end], line.kind))
    return out


def _bare_day(text: str, start: int, end: int) -> tuple[DateMention, ...]:
    """The day and month of a dateline that gives them in bare figures before its agency: «- 18 - 2 (»."""
    found = _DAY_AND_MONTH.search(text, start, end)
    if found is None or not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12):
        return ()
    day, month = int(found[1]), int(found[2])
    return (
        DateMention(
            found.start(1), found.end(2), None, "day", DateKind.ABSOLUTE, has_year=False, month=month, day=day
        ),
    )


def _dateline(page: Page, line: Line) -> int | None:
    """Where the dateline at the head of a paragraph ends, if there is one."""
    reach = min(line.end, line.start + _DATELINE_REACH)
    capitals = _CAPITALS.match(page.text, line.start, reach)
    if capitals and _names_speaker(page, line.start, capitals.end()):
        return None
    outlets = [
        (page.words.starts[o.first], page.words.ends[o.last - 1], True)
        for o in page.named(line.start, reach)
        if o.media
    ]
    dates = [(date.start, date.end, False) for date in page.days(line.start, reach) if date.offset is None]
    at, found = line.start, None
    for start, end, agency in sorted(outlets + dates):
        if start < at:
            continue
        if not _only_places(page, at, start):
            break
        end = _past_others(page, end) if agency else end
        parted = (_AFTER_AGENCY if agency else _AFTER_DATE).match(page.text, end, line.end)
        found = parted.end() if parted else found
        at = end
    if found is None:
        found = capitals.end() if capitals else _place(page, line, reach)
    return found


def _names_speaker(page: Page, start: int, end: int) -> bool:
    """Whether capitals name an office and not a town: PRESIDENT YOON: Thank you."""
    first, last = page.between(start, end)
    return ":" in page.text[start:end] and any(
        word in markers().speakers for word in page.words.folded[first:last]
    )


def _past_others(page: Page, end: int) -> int:
    """The end of «ووكالات», "and agencies", after an agency's name."""
    first, _ = page.between(end, len(page.text))
    for at in (first, first + 1):
        if at < len(page.words) and page.words.folded[at].removeprefix("و") in markers().nobody:
            return page.words.ends[at]
    return end


def _labelled_date(page: Page, line: Line) -> int | None:
    """The end of a labelled date with which a paragraph opens, as crawlers leave it: "date 2024-04-09 …"."""
    label = marked(page, markers().published, line.start, line.end)
    if label is None:
        return None
    dates = page.days(label, min(line.end, label + _PLACE_REACH))
    if not dates or page.text[label : dates[0].start].strip(" :-"):
        return None
    rest = page.text[dates[0].end : line.end]
    return line.end - len(rest.lstrip())


def _only_places(page: Page, start: int, end: int) -> bool:
    """Whether nothing but the name of a place, and words such as agency, stands between two offsets."""
    if _END_OF_SENTENCE.search(page.text[start:end]):
        return False
    first, last = page.between(start, end)
    words = [word for word in page.words.folded[first:last] if word not in markers().agency_words]
    return len(words) <= _DATELINE_WORDS and not any(word in markers().not_in_dateline for word in words)


def _place(page: Page, line: Line, reach: int) -> int | None:
    """The end of a dateline that is only a known place and a dash."""
    parted = _AFTER_PLACE.search(page.text, line.start, min(reach, line.start + _PLACE_REACH))
    if parted is None:
        return None
    letters = _LETTERS.search(page.text, line.start, parted.start())
    first, last = page.between(line.start, letters.start() if letters else parted.start())
    if " ".join(page.words.folded[first:last]) not in page.places:
        return None
    # Before a colon a state is rather one of a list ("Russia: against"), unless a verb of saying follows.
    said = page.words.folded[last : last + 1]
    if ":" in parted.group() and not (said and said[0] in markers().not_in_dateline):
        return None
    reporter = _REPORTER.match(page.text, parted.end(), line.end)
    return reporter.end() if reporter else parted.end()
