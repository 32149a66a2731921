"""Clauses that make nodes and edges out of rows, each told as one literal, and rows in lots for a statement.

`CREATE … SET n += row.properties` would write each twice in ArcadeDB, with all its index entries: once as
it is made and once as it is set.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Row = Mapping[str, Any]

_MOST = 2000  # rows of one statement
# Letters in them: ArcadeDB never answers a message of more than 16 MiB.
_LETTERS = 2_000_000


def lots(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows in lists of so many at most, and of hardly more letters of text in their `properties`."""
    lot: list[Row] = []
    letters = 0
    for row in rows:
        lot.append(row)
        letters += sum(len(value) for value in row["properties"].values() if isinstance(value, str))
        if len(lot) == _MOST or letters > _LETTERS:
            yield lot
            lot, letters = [], 0
    if lot:
        yield lot


def node(labels: Iterable[str], rows: Sequence[Row]) -> str:
    """Make a node with its `properties`, the id among them."""
    return f"CREATE (n:{':'.join(labels)} {_literal(rows)})"


def edge(kind: str, rows: Sequence[Row]) -> str:
    """Make an edge from `a` to `b` with its `properties`."""
    return f"CREATE (a)-[e:{kind} {_literal(rows)}]->(b)"


def keep(
    tx: ManagedTransaction,
    label: str,
    wanted: Mapping[str, Mapping[str, Any]],
    known: Container[str],
    gone: Iterable[str] = (),
) -> None:
    """Write nodes of a label, by id, in place of those that are known, and delete those that are gone."""
    rows = [{"id": item, "properties": {"id": item, **own}} for item, own in sorted(wanted.items())]
    each = f"MATCH (n:{label} {{id: row.id}}) SET n += row.properties"
    for lot in lots(row for row in rows if row["id"] in known):
        tx.run(f"UNWIND $rows AS row {each}", rows=lot).consume()
    for lot in lots(row for row in rows if row["id"] not in known):
        tx.run(f"UNWIND $rows AS row {node((label,), lot)}", rows=lot).consume()
    if struck := sorted(gone):
        tx.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DELETE n", ids=struck).consume()


def _literal(rows: Sequence[Row]) -> str:
    # A property that a row lacks is null there, and null makes none.
    names = sorted({name for row in rows for name in row["properties"]})
    return "{" + ", ".join(f"`{name}`: row.properties.`{name}`" for name in names) + "}"
