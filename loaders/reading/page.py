"""A page while its layout is read: its text, its words, its dates, and the names of outlets and places."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from loaders.reading.dates import DateMention, find_dates
from loaders.reading.outlets import Outlet, Outlets
from loaders.reading.text import Words


@dataclass(frozen=True)
class Page:
    """A page's text with what is known of its words."""

    text: str
    words: Words
    outlets: Outlets
    places: frozenset[str]
    language: str

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date to the day, as far as it is known without the day of publication."""
        found = find_dates(self.text, 0, len(self.text), self.language, None)
        return tuple(date for date in found if date.precision == "day")

    @cached_property
    def _date_starts(self) -> tuple[int, ...]:
        return tuple(date.start for date in self.dates)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that start between two offsets."""
        return bisect_left(self.words.starts, start), bisect_left(self.words.starts, end)

    def named(self, start: int, end: int) -> list[Outlet]:
        """The outlets named between two offsets."""
        return list(self.outlets.find(self.text, self.words, *self.between(start, end)))

    def said(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The dates to the day that stand between two offsets, weekdays and "today" too."""
        first, last = bisect_left(self._date_starts, start), bisect_left(self._date_starts, end)
        return self.dates[first:last]

    def days(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Those that name a day of a month."""
        return tuple(date for date in self.said(start, end) if date.day is not None)
