"""When holders left their line: two statements in a row, on opposite sides of one principle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from queries.networks.projection import level_of
from queries.networks.statements import Statement, Table


@dataclass(frozen=True, slots=True)
class Change:
    """The last statement of the former line and the first of the new one.

    `held` is how many statements the former line had; `returned` says that the holder had been on the new
    side before.
    """

    holder: str
    target: str
    before: Statement
    after: Statement
    held: int
    returned: bool


def changes(table: Table, stances: str = "sides") -> list[Change]:
    """Every change of line, the oldest first.

    Days on which a holder stands on both sides, and what may have been said in either order (a date known
    to the month or year only), change no line.
    """
    ordered = sorted(table.statements, key=_where)
    found = [
        change
        for _, said in groupby(ordered, key=lambda item: (item.holder, item.target))
        for change in _of_one(list(said), stances)
    ]
    return sorted(found, key=lambda item: (item.after.on or date.min, item.after.position))


def _where(item: Statement) -> tuple[str, str, date, str]:
    return item.holder, item.target, item.on or date.min, item.position


def _of_one(said: list[Statement], stances: str) -> Iterator[Change]:
    runs = _runs(said, stances)
    earlier: set[float] = set()
    for (level, before), (new, after) in pairwise(runs):
        earlier.add(level)
        last, first = before[-1], after[0]
        yield Change(last.holder, last.target, last, first, len(before), new in earlier)


def _runs(said: list[Statement], stances: str) -> list[tuple[float, list[Statement]]]:
    """What was said, as stretches of one level each."""
    runs: list[tuple[float, list[Statement]]] = []
    for day in _days(said, stances):
        levels = {level for level, _ in day}
        if len(levels) > 1:
            continue
        (level,) = levels
        statements = [item for _, item in day]
        if runs and runs[-1][0] == level:
            runs[-1][1].extend(statements)
        elif not runs or _follows(statements[0], runs[-1][1]):
            runs.append((level, statements))
    return runs


def _days(said: list[Statement], stances: str) -> Iterator[list[tuple[float, Statement]]]:
    sided = [(level, item) for item in said if item.on and (level := level_of(item, stances)) is not None]
    for _, day in groupby(sided, key=lambda pair: pair[1].on):
        yield list(day)


def _follows(item: Statement, run: list[Statement]) -> bool:
    """Whether it was surely said after all of a stretch."""
    return item.on is not None and all(one.ends is not None and one.ends < item.on for one in run)
