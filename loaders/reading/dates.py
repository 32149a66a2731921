"""Dates as reports write them: absolute, relative and by weekday, in Arabic, Russian and English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateKind(StrEnum):
    """How a date was said."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True, order=True)
class DateMention:
    """A date in the text. `iso` is cut to its precision (2023-03); None when no anchor gives the year."""

    start: int
    end: int
    iso: str | None
    precision: str  # day, month, year (week and decade are given as their month and year)
    kind: DateKind
    has_year: bool
    ends: str | None = None  # the last day of a range
    weekday: int | None = None  # Monday 0, where the text names it
