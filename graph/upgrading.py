"""A store of an older schema brought up to date: what lists are sorted by, and the tallies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from graph import tallies
from graph.batch import by_day, by_review, line_of, sorted_by
from graph.tallies import Counts, Tallied, role_of

Write = Callable[[Callable[[ManagedTransaction], Any]], Any]

_BATCH = 1000
_DAYS = {"Event": "date", "Article": "published_on", "Position": "said_on"}
_EDGES = f"""
UNWIND $ids AS id
MATCH (:Position {{id: id}})-[e:{"|".join(tallies.ROLES)}]->(n)
RETURN id, type(e) AS kind, n.id AS other
"""
_POSITIONS = """
UNWIND $ids AS id
MATCH (p:Position {id: id})
RETURN id, p.stance AS stance, p.review AS review, p.said_on AS said_on, p.date_precision AS date_precision
"""

_SORTED = """
UNWIND $ids AS id
MATCH (p:Position {id: id})
RETURN id, p.review AS review, p.confidence AS sure, p.by_holder AS by_holder, p.by_target AS by_target
"""


def upgrade(write: Write, version: int) -> None:
    """Bring a store of an older version up to date.

    Two programs may do so at once, and what was broken off is done again.
    """
    if version < 2:
        _sort_and_count(write)
    for ids in _ids(write, "Position"):
        write(partial(_lined, ids=ids))


def _sort_and_count(write: Write) -> None:
    """Give every node its texts to sort by and make the tallies anew."""
    while write(lambda tx: _count(tx, "MATCH (t:Tally) WITH t LIMIT 2000 DELETE t RETURN count(t) AS n")):
        pass
    for label in ("Event", "Article"):
        for ids in _ids(write, label):
            write(partial(_dated, label=label, ids=ids))
    counts: Counts = {}
    for ids in _ids(write, "Position"):
        tallies.merge(counts, write(partial(_positions, ids=ids)))
    found = sorted(counts)
    for at in range(0, len(found), _BATCH):
        some = {item: counts[item] for item in found[at : at + _BATCH]}
        write(partial(tallies.put, counts=some))


def _count(tx: ManagedTransaction, statement: str) -> int:
    return int(tx.run(statement).single(strict=True)["n"])


def _ids(write: Write, label: str) -> Iterator[list[str]]:
    statement = f"MATCH (n:{label}) RETURN n.id AS id"
    ids = write(lambda tx: [record["id"] for record in tx.run(statement)])
    return (ids[at : at + _BATCH] for at in range(0, len(ids), _BATCH))


def _dated(tx: ManagedTransaction, label: str, ids: Sequence[str]) -> None:
    found = tx.run(
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, n.{_DAYS[label]} AS day", ids=ids
    )
    rows = [{"id": row["id"], "by_day": by_day(row["id"], _day(row["day"]))} for row in found]
    tx.run(
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n.by_day = row.by_day", rows=rows
    ).consume()


def _positions(tx: ManagedTransaction, ids: Sequence[str]) -> Counts:
    ends: dict[str, dict[str, str]] = {item: {} for item in ids}
    found: dict[str, Tallied] = {}
    days: dict[str, str | None] = {}
    for row in tx.run(_POSITIONS, ids=ids):
        found[row["id"]], days[row["id"]] = tallies.tallied(row), _day(row["said_on"])
    for row in tx.run(_EDGES, ids=ids):
        found[row["id"]].who.append(role_of(row["kind"], row["other"]))
        ends[row["id"]][row["kind"]] = row["other"]
    rows = [
        {"id": item, **sorted_by(item, days[item], own["HELD_BY"], own["TOWARDS"])}
        for item, own in ends.items()
    ]
    tx.run(
        "UNWIND $rows AS row MATCH (p:Position {id: row.id}) "
        "SET p.by_day = row.by_day, p.by_holder = row.by_holder, p.by_target = row.by_target",
        rows=rows,
    ).consume()
    return tallies.counted(found.values())


def _lined(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    """What the third and the fourth schema have more: a line, and a text of review."""
    rows = [
        {
            "id": row["id"],
            "line": line_of(row["by_holder"], row["by_target"]),
            "by_review": by_review(row["id"], row["review"], row["sure"]),
        }
        for row in tx.run(_SORTED, ids=ids)
    ]
    tx.run(
        "UNWIND $rows AS row MATCH (p:Position {id: row.id}) "
        "SET p.line = row.line, p.by_review = row.by_review",
        rows=rows,
    ).consume()


def _day(value: Any) -> str | None:
    return None if value is None else str(value.iso_format())
