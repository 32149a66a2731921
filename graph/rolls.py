"""Who is to be named beside whom, kept while articles come and go, so that nobody has to gather it.

A roll is of a holder or a target (`held state:RU standing`, `towards principle:x any`): towards what it
speaks, or who speaks towards it, each with the side that the positions take together; or of a bloc
(`named bloc:CSTO standing`): who names it as way or contrast, and for what. There are two of each: of what
stands, and of any that may stand, with what waits for review.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.tallies import ANY, STANDING, Counts

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_SUFFIXES = {STANDING: ("",), ANY: ("", "_pending")}
_REVIEWS = {STANDING: ("standing",), ANY: ("standing", "pending")}
_WEIGHTS = {"endorse": 2, "conditional": 1, "neutral": 0, "ambivalent": 0, "reject": -2}
_BLOCS = ("via", "contrasts")
_NAMES = ("holders", "targets")
FOR, AGAINST, NEITHER = "+", "-", "0"

_READ = "UNWIND $ids AS id MATCH (r:Roll {id: id}) RETURN r"
_SET = (
    "UNWIND $rows AS row MATCH (r:Roll {id: row.id}) SET r.holders = row.holders SET r.targets = row.targets"
)
_MAKE = "UNWIND $rows AS row CREATE (r:Roll {id: row.id, holders: row.holders, targets: row.targets})"
_DELETE = "UNWIND $ids AS id MATCH (r:Roll {id: id}) DELETE r"
_LEFT = {"holders": "of", "targets": "about"}
_MOST = 500  # rolls that are written at once: the longest have a thousand names

# Of each roll its lists of names, each with a sign, or None to strike it off.
Names = dict[str, dict[str, str | None]]
Rolls = dict[str, Names]


def change(
    tx: ManagedTransaction, before: Counts, after: Counts, gone: Iterable[str], come: Iterable[str]
) -> None:
    """Keep the rolls right where tallies were and are now, and where summaries went and others came."""
    rolls = _sided(before, after)
    _merge(rolls, _struck(tx, gone))
    _merge(rolls, of_summaries(come))
    if rolls:
        _write(tx, rolls)


def of_all(counts: Counts, summaries: Iterable[str]) -> Rolls:
    """All rolls, out of all tallies and the ids of all summaries."""
    rolls = _sided({}, counts)
    _merge(rolls, of_summaries(summaries))
    return rolls


def of_summaries(items: Iterable[str]) -> Rolls:
    """Who names which bloc, and for what."""
    rolls: Rolls = {}
    for roll, name, item in _named(items):
        rolls.setdefault(roll, {}).setdefault(name, {})[item] = FOR
    return rolls


def _named(items: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for summary in items:
        kind, holder, target, bloc, review = summary.split()
        if kind in _BLOCS and holder != "*":
            for variant, reviews in _REVIEWS.items():
                if review in reviews:
                    roll = f"named {bloc} {variant}"
                    yield roll, "holders", holder
                    yield roll, "targets", target


def _struck(tx: ManagedTransaction, gone: Iterable[str]) -> Rolls:
    """Whom the lists of blocs lose, because no other summary has them."""
    rolls: Rolls = {}
    asked: dict[str, list[dict[str, str]]] = {}
    for roll, name, item in set(_named(gone)):
        _, bloc, variant = roll.split()
        rolls.setdefault(roll, {}).setdefault(name, {})[item] = None
        asked.setdefault(name, []).append({"roll": roll, "bloc": bloc, "item": item, "of": variant})
    for name, rows in asked.items():
        found = tx.run(
            f"UNWIND $rows AS row UNWIND {list(_BLOCS)} AS kind "
            f"MATCH (s:Summary {{{_LEFT[name]}: kind + ' ' + row.item}}) WHERE s.alike = row.bloc "
            "AND (row.of = 'any' OR s.review = 'standing') "
            "RETURN DISTINCT row.roll AS roll, row.item AS item",
            rows=rows,
        )
        for row in found:
            del rolls[row["roll"]][name][row["item"]]
    return rolls


def _sided(before: Counts, after: Counts) -> Rolls:
    """The sides that lines have taken since."""
    rolls: Rolls = {}
    for item in {*before, *after}:
        kind, *ends = item.split()
        if kind != "line":
            continue
        holder, target = ends
        for variant in _SUFFIXES:
            side = _side(after.get(item, {}), variant)
            if side != _side(before.get(item, {}), variant):
                rolls.setdefault(f"held {holder} {variant}", {}).setdefault("targets", {})[target] = side
                rolls.setdefault(f"towards {target} {variant}", {}).setdefault("holders", {})[holder] = side
    return rolls


def _side(counts: Mapping[str, int], variant: str) -> str | None:
    """The side that the positions of a line take together; None where there are none."""
    cells = [
        (counts.get(stance + suffix, 0), weight)
        for stance, weight in _WEIGHTS.items()
        for suffix in _SUFFIXES[variant]
    ]
    if not any(count for count, _ in cells):
        return None
    side = sum(count * weight for count, weight in cells)
    return FOR if side > 0 else AGAINST if side < 0 else NEITHER


def _merge(rolls: Rolls, more: Rolls) -> None:
    for roll, lists in more.items():
        for name, items in lists.items():
            rolls.setdefault(roll, {}).setdefault(name, {}).update(items)


def put(tx: ManagedTransaction, rolls: Rolls) -> None:
    """Write rolls that are not there yet."""
    _make(tx, [_row(item, rolls[item]) for item in sorted(rolls)])


def _write(tx: ManagedTransaction, changes: Rolls) -> None:
    known = {record["r"]["id"]: _lists(record["r"]) for record in tx.run(_READ, ids=sorted(changes))}
    rolls: Rolls = {
        item: {name: dict(names) for name, names in lists.items()} for item, lists in known.items()
    }
    _merge(rolls, changes)
    rows = [_row(item, rolls[item]) for item in sorted(changes)]
    empty = {row["id"] for row in rows if not row["holders"] and not row["targets"]}
    _make(tx, [row for row in rows if row["id"] not in empty and row["id"] not in known])
    for lot in _lots([row for row in rows if row["id"] in set(known) - empty]):
        tx.run(_SET, rows=lot).consume()
    if gone := sorted(empty & set(known)):
        tx.run(_DELETE, ids=gone).consume()


def _make(tx: ManagedTransaction, rows: list[dict[str, Any]]) -> None:
    for lot in _lots(rows):
        tx.run(_MAKE, rows=lot).consume()


def _lots(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return (rows[at : at + _MOST] for at in range(0, len(rows), _MOST))


def _row(item: str, lists: Names) -> dict[str, Any]:
    return {"id": item, **properties_of(lists)}


def properties_of(lists: Mapping[str, Mapping[str, str | None]]) -> dict[str, list[str] | None]:
    """A roll's lists as they are kept: by id, each with its sign before it; None for an empty one."""
    return {
        name: [f"{sign}{item}" for item, sign in sorted(lists.get(name, {}).items()) if sign] or None
        for name in _NAMES
    }


def _lists(node: Any) -> Names:
    return {name: {entry[1:]: entry[0] for entry in node.get(name) or ()} for name in _NAMES}
