"""The day on which an article appeared: from its frame, else from what its text calls today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from loaders.reading.dates import DateMention
from loaders.reading.lines import PROSE, Kind, Line
from loaders.reading.page import Page

_LEAD = 2
_SOON = 3
_YEARS_BACK = 30
_NEWS = 45  # days for which an article is likely to be loaded as news
_AHEAD = 2


def publication_date(page: Page, lines: Sequence[Line], today: date) -> tuple[date | None, str | None]:
    """The day and where it is known from: metadata, dateline, text or weekday."""
    prose = [line for line in lines if line.kind in PROSE]
    said = [mention for line in prose for mention in page.said(line.start, line.end)]
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
    day = _on_its_weekday(said, today)
    return day, "weekday" if day else None


def _on_its_weekday(said: Sequence[DateMention], today: date) -> date | None:
    """The latest full day of the text, where the text says that today is that day of the week."""
    weekdays = {m.weekday for m in said if m.offset == 0 and m.weekday is not None and m.day is None}
    full = (date.fromisoformat(m.iso) for m in said if m.iso and m.has_year and m.precision == "day")
    day = max((found for found in full if found <= today), default=None)
    return day if day and day.weekday() in weekdays else None


def _leads(prose: Sequence[Line]) -> Sequence[Line]:
    paragraphs = [line for line in prose if line.kind is Kind.BODY][:_LEAD]
    return [line for line in prose if line.kind is Kind.TITLE] + paragraphs


def _todays(mentions: Iterable[DateMention]) -> list[DateMention]:
    return [mention for mention in mentions if mention.offset is not None]


def _framed(lines: Sequence[Line], said: Sequence[DateMention], today: date) -> tuple[date, str] | None:
    """The date of a line or dateline that is there to give it: a label first, "updated" last."""
    title = next((i for i, line in enumerate(lines) if line.kind is Kind.TITLE), 0)
    # Below the title first: over it stands often the day on which the page was read.
    near = [line for line in (*lines[title:], *reversed(lines[:title])) if line.dates]
    known = _Known.of(said, near, today)
    for labels, source in _FRAMES:
        for line in near:
            if line.kind in (Kind.DATELINE, Kind.BYLINE) and _labelled(line, labels):
                for mention in line.dates:
                    day = known.day(mention, today)
                    over = line.start < lines[title].start and line.label is None
                    if day is not None and not (over and known.contradicts(day)):
                        return day, source
    return None


_FRAMES: tuple[tuple[tuple[str | None, ...], str], ...] = (
    (("published",), "metadata"),
    ((None, "opening"), "dateline"),
    (("updated",), "metadata"),
)


def _labelled(line: Line, labels: tuple[str | None, ...]) -> bool:
    return line.label in labels or (line.kind is Kind.BYLINE and None in labels)


@dataclass(frozen=True)
class _Known:
    """What the whole page tells of its dates: full ones by month and day, and the weekday of today."""

    full: Mapping[tuple[int | None, int | None], str]
    weekday: int | None  # the first weekday that stands without a date
    todays: frozenset[int]
    told: date | None  # the latest day that the text tells in full

    @classmethod
    def of(cls, said: Sequence[DateMention], near: Sequence[Line], today: date) -> _Known:
        framed = [mention for line in near for mention in line.dates if line.kind is Kind.DATELINE]
        full: dict[tuple[int | None, int | None], str] = {
            (m.month, m.day): m.iso for m in reversed((*said, *framed)) if m.iso and m.day
        }
        weekday = next((m.weekday for m in said if m.weekday is not None and m.day is None), None)
        todays = frozenset(m.weekday for m in said if m.offset == 0 and m.weekday is not None)
        days = [date.fromisoformat(m.iso) for m in said if m.iso and m.has_year]
        told = max((day for day in days if day <= today), default=None)
        return cls(full, weekday, todays, told)

    def day(self, mention: DateMention, today: date) -> date | None:
        """The mention's day; without a year, that of the same day in full, else the likeliest that fits."""
        if mention.iso is not None:
            day = date.fromisoformat(mention.iso)
            return day if day <= today else _swapped(day, today)
        if (mention.month, mention.day) in self.full:
            return date.fromisoformat(self.full[mention.month, mention.day])
        weekday = self.weekday if mention.weekday is None else mention.weekday
        days = _days(mention, weekday, today) or _days(mention, mention.weekday, today)
        return min(days, key=partial(self._unlikely, today=today), default=None)

    def _unlikely(self, day: date, today: date) -> tuple[int, int]:
        """How little a day fits what the text tells: news of these weeks first, then what is near its days.

        A text tells more often of what has been: a day ahead of it counts twice. Of all that are alike
        unlikely, the latest.
        """
        age = (today - day).days
        if age <= _NEWS or self.told is None:
            return 0, age
        behind = (day - self.told).days
        return 1, behind if behind >= 0 else -behind * _AHEAD

    def contradicts(self, day: date) -> bool:
        """Whether the text says that today is another weekday."""
        return bool(self.todays) and day.weekday() not in self.todays


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


def _days(mention: DateMention, weekday: int | None, today: date) -> list[date]:
    """The days not after today, the latest first, that are of a month and day and fall on a weekday."""
    found: list[date] = []
    if mention.month is None or mention.day is None:
        return found
    for year in range(today.year, today.year - _YEARS_BACK, -1):
        try:
            day = date(year, mention.month, mention.day)
        except ValueError:
            continue
        if day <= today and weekday in (None, day.weekday()):
            found.append(day)
    return found


def _first(mentions: Sequence[DateMention], weekday_only: bool, today: date) -> date | None:
    for mention in mentions:
        if weekday_only and mention.iso is None and mention.weekday is not None:
            found = next(iter(_days(mention, mention.weekday, today)), None)
        elif not weekday_only and mention.iso is not None and mention.has_year:
            found = date.fromisoformat(mention.iso)
        else:
            continue
        # "Yesterday, 8 May" was written on the 9th.
        found = found and found - timedelta(days=mention.offset or 0)
        if found is not None and found <= today:
            return found
    return None
