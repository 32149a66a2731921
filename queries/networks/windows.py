"""Windows of time over a table: calendar months and years, moving days, moving numbers of statements.

What has no date is in no window.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ontology.errors import InputError
from queries.networks.statements import Statement, Table

# As many as somebody could look at, and days enough for eighty years.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Window:
    """What was said from one day to another, both included; the whole table has neither."""

    first: date | None
    last: date | None
    table: Table


def windows(table: Table, unit: str = "none", size: int = 1, step: int | None = None) -> Iterator[Window]:
    """The table cut into windows.

    `days` and `statements` move by `step` (by their own size if it is left out); `month` and `year` are
    those of the calendar; `none` is the whole table. Both are at least 1.
    """
    if unit == "none":
        yield Window(None, None, table)
        return
    dated = sorted((item for item in table.statements if item.on), key=_when)
    cut = {"days": _by_days, "statements": _by_statements}.get(unit)
    for at, window in enumerate(
        cut(table, dated, size, step or size) if cut else _by_calendar(table, dated, unit)
    ):
        if at == MOST:
            raise InputError(f"There are more than {MOST} windows: give a greater 'step'.", parameter="step")
        yield window


def _when(item: Statement) -> tuple[date, str]:
    assert item.on is not None
    return item.on, item.position


def _by_days(table: Table, dated: list[Statement], size: int, step: int) -> Iterator[Window]:
    if not dated:
        return
    days = [_when(item)[0] for item in dated]
    first, end = days[0], days[-1]
    while first <= end:
        last = min(first + timedelta(days=size - 1), date.max)
        inside = dated[bisect_left(days, first) : bisect_left(days, last + timedelta(days=1))]
        yield Window(first, last, table.only(inside))
        # The last window is the first that reaches the last statement.
        if last >= end:
            return
        first += timedelta(days=step)


def _by_statements(table: Table, dated: list[Statement], size: int, step: int) -> Iterator[Window]:
    for start in range(0, max(len(dated) - size + step, 0), step):
        inside = dated[start : start + size]
        if len(inside) < size:
            return
        yield Window(inside[0].on, inside[-1].on, table.only(inside))


def _by_calendar(table: Table, dated: list[Statement], unit: str) -> Iterator[Window]:
    for first, inside in groupby(dated, lambda item: period_of(_when(item)[0], unit)):
        yield Window(first, end_of(first, unit), table.only(inside))


def period_of(day: date, unit: str) -> date:
    """The first day of the week (a Monday), month, quarter or year that a day lies in."""
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, day.month - (day.month - 1) % 3, 1)
        case "year":
            return date(day.year, 1, 1)
    return day


def next_period(first: date, unit: str) -> date:
    """The first day of the period that follows."""
    days = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[unit]
    return period_of(first + timedelta(days=days), unit)


def end_of(first: date, unit: str) -> date:
    """The last day of a period."""
    return next_period(first, unit) - timedelta(days=1)
