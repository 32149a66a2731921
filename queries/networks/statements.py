"""The table that every network is made of: who takes which stance towards which principle, when.

Read from a store by one query, a part at a time; frozen afterwards.
"""

from __future__ import annotations

import calendar
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from graph.store import READ_TIMEOUT, Store
from ontology.errors import InputError
from queries.listings import LISTINGS, Filter

# More than this is no network that somebody looks at, and minutes of work.
MOST = 250_000
_PART = 20_000
_LEAST_TIMEOUT = 0.1

_POSITIONS = LISTINGS["positions"].filters
_NAMES = ("holder", "within", "stance", "via", "from", "to", "review", "min_confidence")

FILTERS: Mapping[str, Filter] = {
    **{name: _POSITIONS[name] for name in _NAMES},
    "holder_kind": Filter(
        type="choice",
        description="kind of holder",
        choices=("state", "bloc", "organization", "person"),
        match="(n)-[:HELD_BY]->(kept:Actor)",
        where="kept.id STARTS WITH CASE $holder_kind WHEN 'organization' THEN 'org:'"
        " ELSE $holder_kind + ':' END",
    ),
    "bloc": Filter(
        type="id",
        description="id of a bloc; only what its members said while they were members",
        of=("Bloc",),
        match="(n)-[:HELD_BY]->(:State)-[standing:MEMBER_OF {status: 'member'}]->(:Bloc {id: $bloc})",
        where="(standing.from IS NULL OR standing.from <= n.said_on)"
        " AND (standing.to IS NULL OR standing.to > n.said_on) AND n.said_on IS NOT NULL",
    ),
    "language": Filter(
        type="string",
        description="language of the article: ar, ru, en or another code",
        match="(n)-[:STATED_IN]->(:Article {language: $language})",
    ),
    "outlet": Filter(
        type="id",
        description="id of the outlet",
        of=("Organization",),
        match="(n)-[:STATED_IN]->(:Article)-[:PUBLISHED_BY]->(:Organization {id: $outlet})",
    ),
}

# The filters whose edges lead to fewer positions than there are, the fewest first.
_LEADING = ("holder", "outlet", "via", "bloc", "within")
_STEPS = re.compile(r"\([^()]*\)|<?-\[[^\]]*\]->?")
_ALL = "MATCH (n:Position)"
_TOWARDS_PRINCIPLES = f"{_ALL}-[:TOWARDS]->(:Principle)"
_READ = """
WITH DISTINCT n ORDER BY n.id LIMIT $part
MATCH (n)-[:HELD_BY]->(holder:Actor)
MATCH (n)-[:TOWARDS]->(target:Principle)
MATCH (n)-[:STATED_IN]->(article:Article)
RETURN n.id AS position, holder.id AS holder, target.id AS target, n.stance AS stance,
       n.stance_value AS value, n.said_on AS said_on, n.date_precision AS date_precision,
       article.id AS article, holder.name AS holder_name, target.name AS target_name
ORDER BY position
"""
_STANDINGS = """
MATCH (member:State)-[standing:MEMBER_OF {status: 'member'}]->(bloc:Bloc)
RETURN member.id AS member, bloc.id AS bloc, bloc.name AS name, standing.from AS first, standing.to AS ended
ORDER BY bloc, member, first
"""
_PASSAGES = """
UNWIND $ids AS id
MATCH (n:Position {id: id})
RETURN id, n.passage AS passage
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One position as networks see it."""

    position: str
    holder: str
    target: str
    stance: str
    value: float
    on: date | None
    article: str
    precision: str | None = "day"

    @property
    def ends(self) -> date | None:
        """The last day on which it may have been said."""
        if self.on is None or self.precision not in ("month", "year"):
            return self.on
        month = self.on.month if self.precision == "month" else 12
        return date(self.on.year, month, calendar.monthrange(self.on.year, month)[1])


@dataclass(frozen=True, slots=True)
class Standing:
    """A state's membership in a bloc; `ended` is the first day on which it held no more."""

    member: str
    bloc: str
    first: date | None = None
    ended: date | None = None

    def on(self, day: date) -> bool:
        """Whether it held on a day."""
        return (self.first is None or self.first <= day) and (self.ended is None or day < self.ended)


@dataclass(frozen=True)
class Table:
    """Statements, the names of what they mention, and who was a member of which bloc when."""

    statements: tuple[Statement, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    standings: tuple[Standing, ...] = ()

    def name(self, item: str) -> str:
        """What a reader calls it."""
        return self.names.get(item) or item

    def only(self, statements: Iterable[Statement]) -> Table:
        """The same table with other statements."""
        return replace(self, statements=tuple(statements))

    @cached_property
    def _by_member(self) -> dict[str, list[Standing]]:
        found: dict[str, list[Standing]] = {}
        for standing in self.standings:
            found.setdefault(standing.member, []).append(standing)
        return found

    def blocs_of(self, statement: Statement) -> set[str]:
        """The blocs whose member the holder was on the day of saying."""
        if statement.on is None:
            return set()
        return {one.bloc for one in self._by_member.get(statement.holder, ()) if one.on(statement.on)}

    def said_by(self, bloc: str) -> Table:
        """What the members of a bloc said while they were members."""
        return self.only(item for item in self.statements if bloc in self.blocs_of(item))

    def merged(self, blocs: Sequence[str]) -> Table:
        """The members of each bloc as one actor: it holds what they said while they were members.

        Who is a member of several of the blocs speaks for each of them.
        """
        wanted = set(blocs)
        return self.only(
            replace(item, holder=holder)
            for item in self.statements
            for holder in sorted(self.blocs_of(item) & wanted) or [item.holder]
        )


def read_table(
    store: Store, values: Mapping[str, Any], *, standings: bool = False, timeout: float = READ_TIMEOUT
) -> Table:
    """The statements that pass the filters; raises InputError where they are too many for a network."""
    names: dict[str, str] = {}
    statements = tuple(_statements(store, values, names, timeout))
    known: list[Standing] = []
    if standings:
        for row in store.read(_STANDINGS, timeout=timeout).as_dicts():
            names[row["bloc"]] = row["name"]
            known.append(Standing(row["member"], row["bloc"], _day(row["first"]), _day(row["ended"])))
    return Table(statements, names, tuple(known))


def _statements(
    store: Store, values: Mapping[str, Any], names: dict[str, str], timeout: float
) -> Iterator[Statement]:
    deadline = time.monotonic() + timeout
    cypher, found, after, size = matched(values, "n.id > $after") + _READ, 0, "", _PART
    while size == _PART:
        left = max(deadline - time.monotonic(), _LEAST_TIMEOUT)
        parameters = {**values, "after": after, "part": _PART}
        rows = store.read(cypher, parameters, timeout=left, max_rows=_PART).rows
        size, after = len(rows), rows[-1][0] if rows else ""
        found += size
        if found > MOST:
            raise InputError(
                f"More than {MOST:,} statements match: narrow them by 'from' and 'to', or by another filter.",
                parameter="from",
            )
        for row in rows:
            names[row[1]], names[row[2]] = row[8], row[9]
            yield _statement(row)


def _statement(row: Sequence[Any]) -> Statement:
    position, holder, target, stance, value, on, precision, article = row[:8]
    # Few strings stand in many rows.
    holder, target, stance, article = (sys.intern(item) for item in (holder, target, stance, article))
    return Statement(position, holder, target, stance, float(value), _day(on), article, precision)


def matched(values: Mapping[str, Any], *conditions: str, start: str = _TOWARDS_PRINCIPLES) -> str:
    """Cypher that finds the positions `n` that pass the filters.

    An engine may read patterns from left to right: so the first begins where a filter leads to few positions,
    and the others begin with what was found.
    """
    chosen = [FILTERS[name] for name in values]
    first = next((FILTERS[name].match for name in _LEADING if name in values), None)
    patterns = [
        start,
        *(f"MATCH {_turned(item.match, 0)}" for item in chosen if item.match not in ("", first)),
    ]
    lines = patterns
    if first:
        found = _turned(first, -1).replace("(n)", "(n:Position)")
        lines = [f"MATCH {found}", *(one.replace("(n:Position)", "(n)") for one in patterns if one != _ALL)]
    where = [*conditions, *(item.where for item in chosen if item.where)]
    return "\n".join(lines) + (f"\nWHERE {' AND '.join(where)}" if where else "")


def _turned(pattern: str, end: int) -> str:
    """A pattern with the position at its first (0) or last (-1) place, turned round if need be."""
    steps = _STEPS.findall(pattern)
    if steps[end] == "(n)":
        return pattern
    return "".join(_flipped(step) for step in reversed(steps))


def _flipped(step: str) -> str:
    if step.startswith("<"):
        return f"{step[1:]}>"
    return f"<{step[:-1]}" if step.endswith(">") else step


def passages(store: Store, positions: Iterable[str], timeout: float = READ_TIMEOUT) -> dict[str, str]:
    """The passages that prove positions, by their ids."""
    found: dict[str, str] = {}
    ids = sorted(set(positions))
    for at in range(0, len(ids), _PART):
        part = {"ids": ids[at : at + _PART]}
        found |= {
            str(row[0]): str(row[1])
            for row in store.read(_PASSAGES, part, timeout=timeout, max_rows=_PART).rows
        }
    return found


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
