"""Turns of a line, kept while articles come and go: where a holder's stance differs from the one before.

A line are the positions of a holder towards a target in the order of their days and ids. There are two of
each: of what stands, and of that with what waits for review. Who asks when holders left their line reads
the turns in order, and no positions besides those that he is told of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from graph import making
from graph.batch import by_day
from graph.tallies import ANY, STANDING, UNDATED, Tallied

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

# Which positions each line has, by their review.
_LINES = {
    STANDING: frozenset({"accepted", "confirmed"}),
    ANY: frozenset({"accepted", "confirmed", "pending"}),
}

_FEW = 50  # positions of a line that are read at once, sooner than those around one
_STEP = 8  # positions that are read to find one that stands

_TOLD = "p.line AS line, p.by_day AS key, p.id AS id, p.stance AS stance, p.review AS review"
_OF_LINES = f"UNWIND $lines AS line MATCH (p:Position {{line: line}}) RETURN {_TOLD}"
# One MATCH each, without which ArcadeDB would not find the index.
_BEFORE = (
    f"MATCH (p:Position) WHERE p.by_line > $low AND p.by_line < $key RETURN {_TOLD} "
    f"ORDER BY p.by_line DESC LIMIT {_STEP}"
)
_AFTER = (
    f"MATCH (p:Position) WHERE p.by_line > $key AND p.by_line < $high RETURN {_TOLD} "
    f"ORDER BY p.by_line LIMIT {_STEP}"
)
_AT = f"MATCH (p:Position) WHERE p.by_line >= $key AND p.by_line <= $key RETURN {_TOLD}"
_READ = "UNWIND $ids AS id MATCH (t:Turn {id: id}) RETURN t"


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A position in its line: the text of its day and id, by which the line is in order."""

    key: str
    id: str
    stance: str
    review: str


Line = list[Said]
Turns = dict[str, dict[str, Any]]


def said(position: Tallied) -> Said:
    """A position in its line."""
    return Said(by_day(position.id, position.said_on), position.id, position.stance, position.review)


def turns(line: str, told: Sequence[Said]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The turns of a line out of all its positions in order: id and properties."""
    for kind, reviews in _LINES.items():
        for before, after in pairwise([one for one in told if one.review in reviews]):
            if before.stance != after.stance:
                yield _turn(kind, line, before, after)


def _turn(kind: str, line: str, before: Said, after: Said) -> tuple[str, dict[str, Any]]:
    holder, target = line.split()
    return _id(kind, after.id), {
        "by_day": f"{kind} {after.key}",
        "by_holder": f"{kind} {holder} {after.key}",
        "line": f"{kind} {line}",
        "about": f"{kind} {target}",
        "before": before.id,
        "position": after.id,
    }


def _id(kind: str, position: str) -> str:
    return f"{kind} {position}"


def change(
    tx: ManagedTransaction, taken: Iterable[Tallied], put: Iterable[Tallied], sizes: Mapping[str, int]
) -> None:
    """Keep the turns right where positions went and others came; `sizes` tells how long some lines are."""
    keys: dict[str, set[str]] = {}
    wanted: dict[str, dict[str, Any] | None] = {}
    for position in (*taken, *put):
        keys.setdefault(" ".join(position.ends), set()).add(said(position).key)
        wanted |= {_id(kind, position.id): None for kind in _LINES}
    short = [line for line in keys if sizes.get(line, _FEW + 1) <= _FEW]
    told = {
        line: {one for key in keys[line] for one in _around(tx, line, key)}
        for line in keys
        if line not in short
    }
    told |= {line: set(line_told) for line, line_told in of_lines(tx, short).items()}
    for line, changed in keys.items():
        wanted |= _changed(line, sorted(told.get(line, ())), sorted(changed))
    _write(tx, wanted)


def _changed(line: str, told: Line, keys: Iterable[str]) -> dict[str, dict[str, Any] | None]:
    """What is a turn and what is none at the places that changed and after them."""
    found: dict[str, dict[str, Any] | None] = {}
    for kind, reviews in _LINES.items():
        own = [one for one in told if one.review in reviews]
        places = [one.key for one in own]
        for key in keys:
            at = bisect_left(places, key)
            there = at < len(own) and places[at] == key
            for place in range(at, min(at + 1 + there, len(own))):
                before, after = own[place - 1] if place else None, own[place]
                turned = before is not None and before.stance != after.stance
                found[_id(kind, after.id)] = (
                    _turn(kind, line, before, after)[1] if before and turned else None
                )
    return found


def of_lines(tx: ManagedTransaction, lines: Sequence[str]) -> dict[str, Line]:
    """The positions of lines, each in order."""
    found: dict[str, Line] = {}
    for row in tx.run(_OF_LINES, lines=lines) if lines else ():
        found.setdefault(row["line"], []).append(_said(row))
    return {line: sorted(told) for line, told in found.items()}


def _around(tx: ManagedTransaction, line: str, key: str) -> Iterator[Said]:
    """The position at a place of a line if it is there, and those around it up to one that stands."""
    low, high, here = f"{line} ", f"{line} {UNDATED * 2}", f"{line} {key}"
    yield from (_said(row) for row in tx.run(_AT, key=here))
    for statement in (_BEFORE, _AFTER):
        yield from _on_from(tx, statement, low, high, here)


def _on_from(tx: ManagedTransaction, statement: str, low: str, high: str, key: str) -> Iterator[Said]:
    while True:
        rows = [_said(row) for row in tx.run(statement, low=low, high=high, key=key)]
        yield from rows
        if len(rows) < _STEP or any(one.review in _LINES[STANDING] for one in rows):
            return
        key = f"{low}{rows[-1].key}"


def _said(row: Any) -> Said:
    return Said(row["key"], row["id"], row["stance"], row["review"])


def _write(tx: ManagedTransaction, wanted: Mapping[str, dict[str, Any] | None]) -> None:
    known = {record["t"]["id"]: dict(record["t"]) for record in tx.run(_READ, ids=sorted(wanted))}
    changed = {item: own for item, own in wanted.items() if own and known.get(item) != {"id": item, **own}}
    making.keep(
        tx, "Turn", changed, known, (item for item, own in wanted.items() if own is None and item in known)
    )


def put(tx: ManagedTransaction, found: Turns) -> None:
    """Write turns that are not there yet."""
    making.keep(tx, "Turn", found, ())
