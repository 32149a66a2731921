"""The day on which an article appeared: from its frame, else from what its text calls today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from loaders.reading.dates import DateMention, find_dates
from loaders.reading.lines import Kind, Line

_LEAD = 2
_SOON = 3
_PROSE = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.LIST_ITEM})
_YEARS_BACK = 30


def publication_date(
    text: str, lines: Sequence[Line], language: str, today: date
) -> tuple[date | None, str | None]:
    """The day and where it is known from: metadata, dateline, text or weekday."""
    prose = [line for line in lines if line.kind in _PROSE]
    said = [
        mention
        for line in prose
        for mention in find_dates(text, line.start, line.end, language, None)
        if mention.precision == "day"
    ]
    framed = _framed(lines, said, today)
    if framed is not None:
        return framed
    lead_end = max((line.end for line in _leads(prose)), default=0)
    lead = [mention for mention in said if mention.end <= lead_end]
    for mentions, weekday_only in (
        (_todays(said), False),
        (lead, False),
        (_todays(said), True),
        (lead, True),
    ):
        found = _first(mentions, weekday_only, today)
        if found is not None:
            if mentions is lead and not weekday_only:
                found = _aligned(found, said, today)
            return found, "weekday" if weekday_only else "text"
    return None, None


def _leads(prose: Sequence[Line]) -> Sequence[Line]:
    paragraphs = [line for line in prose if line.kind is Kind.BODY][:_LEAD]
    return [line for line in prose if line.kind is Kind.TITLE] + paragraphs


def _todays(mentions: Iterable[DateMention]) -> list[DateMention]:
    return [mention for mention in mentions if mention.offset is not None]


def _framed(lines: Sequence[Line], said: Sequence[DateMention], today: date) -> tuple[date, str] | None:
    """The date of a line or dateline that is there to give it: a label first, "updated" last."""
    framed = [mention for line in lines for mention in line.dates if line.kind is Kind.DATELINE]
    for labels, source in (
        (("published",), "metadata"),
        ((None, "opening"), "dateline"),
        (("updated",), "metadata"),
    ):
        found = [
            day
            for line in _nearest_title(lines)
            if line.kind in (Kind.DATELINE, Kind.BYLINE) and _labelled(line, labels)
            for mention in line.dates
            if (day := _day(mention, said, framed, today)) and not _day_of_reading(line, day, lines, said)
        ]
        if found:
            return found[0], source
    return None


def _labelled(line: Line, labels: tuple[str | None, ...]) -> bool:
    return line.label in labels or (line.kind is Kind.BYLINE and None in labels)


def _nearest_title(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines below the title, then those above it: over the title stands often the day of reading."""
    title = next((i for i, line in enumerate(lines) if line.kind is Kind.TITLE), 0)
    yield from lines[title:]
    yield from reversed(lines[:title])


def _day_of_reading(line: Line, day: date, lines: Sequence[Line], said: Sequence[DateMention]) -> bool:
    """Whether a date over the title is that of the visit: the text says that today is another weekday."""
    title = next((other for other in lines if other.kind is Kind.TITLE), None)
    if title is None or line.start > title.start or line.label is not None:
        return False
    weekdays = {mention.weekday for mention in said if mention.offset == 0 and mention.weekday is not None}
    return bool(weekdays) and day.weekday() not in weekdays


def _day(
    mention: DateMention, said: Sequence[DateMention], framed: Sequence[DateMention], today: date
) -> date | None:
    """The mention's day; without a year, the year that the text gives that day, else the latest that fits."""
    if mention.iso is not None:
        day = date.fromisoformat(mention.iso)
        return day if day <= today else _swapped(day, today)
    for other in (*said, *framed):
        if other.iso is not None and (other.month, other.day) == (mention.month, mention.day):
            return date.fromisoformat(other.iso)
    weekday = mention.weekday
    if weekday is None:
        weekday = next((o.weekday for o in said if o.weekday is not None and o.day is None), None)
    return _latest(mention, weekday, today) or _latest(mention, mention.weekday, today)


def _aligned(day: date, said: Sequence[DateMention], today: date) -> date:
    """The day of writing near a day of the lead, where the text says what weekday today or yesterday is."""
    for mention in said:
        if mention.offset is not None and mention.weekday is not None and mention.day is None:
            ahead = (mention.weekday - mention.offset - day.weekday()) % 7
            written = day + timedelta(days=ahead)
            return written if ahead <= _SOON and written <= today else day
    return day


def _swapped(day: date, today: date) -> date | None:
    """A day in figures after today was written month first."""
    try:
        other = day.replace(month=day.day, day=day.month)
    except ValueError:
        return None
    return other if other <= today else None


def _latest(mention: DateMention, weekday: int | None, today: date) -> date | None:
    """The latest year, not after today, in which the day falls on its weekday."""
    if mention.month is None or mention.day is None:
        return None
    for year in range(today.year, today.year - _YEARS_BACK, -1):
        try:
            day = date(year, mention.month, mention.day)
        except ValueError:
            continue
        if day <= today and weekday in (None, day.weekday()):
            return day
    return None


def _first(mentions: Sequence[DateMention], weekday_only: bool, today: date) -> date | None:
    for mention in mentions:
        if weekday_only and mention.iso is None and mention.weekday is not None:
            found = _latest(mention, mention.weekday, today)
        elif not weekday_only and mention.iso is not None and mention.has_year:
            found = date.fromisoformat(mention.iso)
        else:
            continue
        # "Yesterday, 8 May" was written on the 9th.
        found = found and found - timedelta(days=mention.offset or 0)
        if found is not None and found <= today:
            return found
    return None
