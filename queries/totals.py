"""How many positions a list has in all: out of the tallies, where these tell."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.store import Rows
from graph.tallies import ALL, DAY, STANCES, cell_of, pair

_ROLES = {"holder": "held", "voice": "voiced", "target": "towards", "via": "via", "contrast": "contrasts"}
_SUFFIXES = {"standing": ("",), "pending": ("_pending",), "rejected": ("_rejected",)}
_EVERY = ("", "_pending", "_rejected")
_SORTED_BY = {"holder": "by_holder", "target": "by_target"}
_KNOWN = {"review", "stance", "from", "to"}
_NARROWER = """
MATCH (:Principle {id: $within})<-[:BROADER*0..]-(n:Principle) RETURN DISTINCT n.id AS id ORDER BY id
"""

Ask = Callable[[str, Mapping[str, Any]], Rows]  # reads the store within the time that is left
Span = tuple[date | None, date | None]


def of_positions(ask: Ask, values: Mapping[str, Any]) -> int | None:
    """How many positions filters leave; None where the tallies do not tell."""
    named = set(values) - _KNOWN
    review = values.get("review", "any")
    if review not in (*_SUFFIXES, "any"):
        return None
    span = (values.get("from"), values.get("to"))
    counter = _Counter(ask, _cells(review, values.get("stance")), values)
    if not named:
        return counter.of_all(span)
    if len(named) == 1:
        return counter.of_one(named.pop(), span)
    return counter.of_lines() if span == (None, None) else None


def of_roles(ask: Ask, ids: Mapping[str, str]) -> dict[str, int]:
    """How many positions name each in the role that its name tells, whatever their review."""
    counter = _Counter(ask, _cells("any", None), {})
    return {name: counter.of([f"{_ROLES[name]} {item}"]) for name, item in ids.items()}


def narrower(ask: Ask, principle: str) -> list[str]:
    """A principle and those narrower than it."""
    return [row[0] for row in ask(_NARROWER, {"within": principle}).rows]


def of_every(ask: Ask) -> int:
    """How many positions there are."""
    return _Counter(ask, _cells("any", None), {}).of([ALL])


def _cells(review: str, stance: str | None) -> list[str]:
    stances = [stance] if stance else STANCES
    return [one + suffix for one in stances for suffix in _SUFFIXES.get(review, _EVERY)]


@dataclass(frozen=True, slots=True)
class _Counter:
    """Sums of some cells of tallies."""

    ask: Ask
    cells: Sequence[str]
    values: Mapping[str, Any]

    def of_all(self, span: Span) -> int:
        if span == (None, None):
            return self.of([ALL])
        return self._months(ALL, span) + sum(self._between(f"{DAY} ", *rest) for rest in _rests(span))

    def of_one(self, name: str, span: Span) -> int | None:
        dated = span != (None, None)
        if name == "within" and not dated:
            return self.of([f"towards {item}" for item in self._narrower()])
        if name not in _ROLES:
            return None
        who, rests = f"{_ROLES[name]} {self.values[name]}", list(_rests(span))
        if not dated:
            return self.of([who])
        if rests and name not in _SORTED_BY:
            return None
        return self._months(who, span) + sum(self._counted(name, *rest) for rest in rests)

    def of_lines(self) -> int | None:
        """Of a holder with a target, or with a principle and those narrower than it."""
        named = set(self.values) - _KNOWN
        if named == {"holder", "target"}:
            targets = [self.values["target"]]
        elif named == {"holder", "within"}:
            targets = self._narrower()
        else:
            return None
        return self.of([pair(self.values["holder"], target) for target in targets])

    def _narrower(self) -> list[str]:
        return narrower(self.ask, self.values["within"])

    @property
    def _cell_sum(self) -> str:
        return " + ".join(f"t.{cell}" for cell in self.cells)

    def of(self, ids: Sequence[str]) -> int:
        """Of some tallies together."""
        found = self.ask(
            f"UNWIND $ids AS id MATCH (t:Tally {{id: id}}) RETURN sum({self._cell_sum}) AS n", {"ids": ids}
        )
        return int(found.rows[0][0] or 0) if found.rows else 0

    def _months(self, who: str, span: Span) -> int:
        """The months that lie wholly in a span, and the bare years whose first day does."""
        low, high = _bounds(span)
        found = self.ask(
            f"MATCH (t:Tally) WHERE t.id > $low AND t.id < $high RETURN t.id AS id, {self._cell_sum} AS n",
            {"low": f"{who} {low}", "high": f"{who} {high}"},
        )
        return sum(n for item, n in found.rows if _whole(item.rpartition(" ")[2], span))

    def _between(self, prefix: str, start: date, end: date) -> int:
        found = self.ask(
            f"MATCH (t:Tally) WHERE t.id >= $low AND t.id <= $high RETURN sum({self._cell_sum}) AS n",
            {"low": f"{prefix}{start}", "high": f"{prefix}{end}"},
        )
        return int(found.rows[0][0] or 0) if found.rows else 0

    def _counted(self, name: str, start: date, end: date) -> int:
        key, who = _SORTED_BY[name], self.values[name]
        found = self.ask(
            f"MATCH (n:Position) WHERE n.{key} > $low AND n.{key} < $high "
            "RETURN n.stance AS stance, n.review AS review, count(n) AS n ORDER BY stance, review",
            {"low": f"{who} {start}", "high": f"{who} {end}!"},
        )
        return sum(n for stance, review, n in found.rows if cell_of(stance, review) in self.cells)


def _bounds(span: Span) -> tuple[str, str]:
    """Two texts between which the months and bare years of a span lie."""
    start, end = span
    return (f"{start.year - 1:04}~" if start else "", f"{end.isoformat()[:7]}!" if end else "~")


def _whole(month: str, span: Span) -> bool:
    start, end = span
    year, number = int(month[:4]), int(month[5:] or 0)
    first = date(year, number or 1, 1)
    last = _last(first)
    if end and first <= end < last:
        return False  # counted by days, with what has the bare year
    return (start is None or first >= start) and (end is None or first <= end)


def _last(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _rests(span: Span) -> Iterator[tuple[date, date]]:
    """The days of a span in months that it does not have wholly."""
    start, end = span
    if start and end and (start.year, start.month) == (end.year, end.month):
        if start.day > 1 or end != _last(end):
            yield start, end
        return
    if start and start.day > 1:
        yield start, _last(start)
    if end and end != _last(end):
        yield end.replace(day=1), end
