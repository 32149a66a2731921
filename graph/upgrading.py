"""A store of an older schema brought up to date: what lists are sorted by, and what is kept of positions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from neo4j import ManagedTransaction

from graph import carriers, rolls, summaries, tallies, turns
from graph.batch import by_day, by_named, by_review, sorted_by
from graph.carriers import Carriers
from graph.summaries import Summaries
from graph.tallies import LINE, Counts, Tallied, line_of

Write = Callable[[Callable[[ManagedTransaction], Any]], Any]

_BATCH = 1000
_POSITIONS = 5000
_DAYS = {"Event": "date", "Article": "published_on"}
_NAMING = "MATCH (p:Position)-[:VIA|CONTRASTS]->(:Bloc) RETURN DISTINCT p.id AS id"
_SET = "UNWIND $rows AS row MATCH (p:Position {id: row.id}) SET p += row.properties"
_SURE = "UNWIND $ids AS id MATCH (p:Position {id: id}) RETURN id, p.confidence AS sure"


def upgrade(write: Write, version: int) -> None:
    """Bring a store of an older version up to date.

    Two programs may do so at once, and what was broken off is done again.
    """
    if version < 2:
        for label in _DAYS:
            for ids in _ids(write, label):
                write(partial(_dated, label=label, ids=ids))
    if version < 6:
        _clear(write, "Tally", "Summary", "Turn", "Roll")
        _count_positions(write)
    else:
        for ids in _lots(write(partial(_found, statement=_NAMING))):
            write(partial(_named, ids=ids))
    _clear(write, "Carrier")
    _carry(write)


def _clear(write: Write, *labels: str) -> None:
    for label in labels:
        some = f"MATCH (n:{label}) WITH n LIMIT 2000 DELETE n RETURN count(n) AS n"
        while write(partial(_count, statement=some)):
            pass


def _carry(write: Write) -> None:
    """Make anew which outlets carried whom."""
    found: Carriers = {}
    for ids in _ids(write, "Article"):
        for own in write(partial(carriers.of_articles, ids=ids)).values():
            carriers.merge(found, own)
    for part in _parts(found):
        write(partial(carriers.put, carriers=part))


def _count_positions(write: Write) -> None:
    """Make what is kept of positions anew, and give positions their texts to sort by."""
    counts: Counts = {}
    sums: Summaries = {}
    for ids in _ids(write, "Position"):
        found = write(partial(tallies.of_positions, ids=ids))
        write(partial(_sorted, positions=found))
        tallies.merge(counts, tallies.counted(found))
        summaries.merge(sums, summaries.summed(found))
    for some in _parts(counts):
        write(partial(tallies.put, counts=some))
    for part in _parts(sums):
        write(partial(summaries.put, summaries=part))
    for roll in _parts(rolls.of_all(counts, sums)):
        write(partial(rolls.put, rolls=roll))
    for lines in _lines(counts):
        write(partial(_turned, lines=lines))


def _lines(counts: Counts) -> Iterator[list[str]]:
    """Lines, so many as have some thousand positions together."""
    lines: list[str] = []
    size = 0
    for item in sorted(item for item in counts if item.startswith(LINE)):
        lines.append(line_of(item))
        size += counts[item].total()
        if size > _POSITIONS:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def _turned(tx: ManagedTransaction, lines: Sequence[str]) -> None:
    told = turns.of_lines(tx, lines)
    turns.put(tx, {item: own for line, those in told.items() for item, own in turns.turns(line, those)})


def _parts(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    ids = sorted(found)
    return ({item: found[item] for item in ids[at : at + _BATCH]} for at in range(0, len(ids), _BATCH))


def _count(tx: ManagedTransaction, statement: str) -> int:
    return int(tx.run(statement).single(strict=True)["n"])


def _ids(write: Write, label: str) -> Iterator[list[str]]:
    return _lots(write(partial(_found, statement=f"MATCH (n:{label}) RETURN n.id AS id")))


def _found(tx: ManagedTransaction, statement: str) -> list[str]:
    return [record["id"] for record in tx.run(statement)]


def _lots(ids: Sequence[str]) -> Iterator[list[str]]:
    return (list(ids[at : at + _BATCH]) for at in range(0, len(ids), _BATCH))


def _dated(tx: ManagedTransaction, label: str, ids: Sequence[str]) -> None:
    found = tx.run(
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, n.{_DAYS[label]} AS day", ids=ids
    )
    rows = [{"id": row["id"], "by_day": by_day(row["id"], _day(row["day"]))} for row in found]
    tx.run(
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n.by_day = row.by_day", rows=rows
    ).consume()


def _sorted(tx: ManagedTransaction, positions: Sequence[Tallied]) -> None:
    found = tx.run(_SURE, ids=[position.id for position in positions])
    sure = {row["id"]: row["sure"] for row in found}
    rows = [
        {
            "id": position.id,
            "properties": {
                **sorted_by(position.id, position.said_on, *position.ends),
                "line": " ".join(position.ends),
                "by_review": by_review(position.id, position.review, sure[position.id]),
                **_naming(position),
            },
        }
        for position in positions
    ]
    tx.run(_SET, rows=rows).consume()


def _named(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    found = tallies.of_positions(tx, ids)
    tx.run(_SET, rows=[{"id": position.id, "properties": _naming(position)} for position in found]).consume()


def _naming(position: Tallied) -> dict[str, str]:
    ways, against = position.named("via"), position.named("contrasts")
    day = by_day(position.id, position.said_on)
    text = by_named(day, position.review, position.ends, ways, against)
    return {"by_named": text} if text else {}


def _day(value: Any) -> str | None:
    return None if value is None else str(value.iso_format())
