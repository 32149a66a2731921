"""Clauses that make nodes and edges out of rows, each told as one literal, and rows in lots for a statement.

`CREATE … SET n += row.properties` would write each twice in ArcadeDB, with all its index entries: once as
it is made and once as it is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

_MOST = 2000  # rows of one statement
# Letters in them: ArcadeDB never answers a message of more than 16 MiB.
_LETTERS = 2_000_000


def lots(rows: Iterable[Row], most: int = _MOST, letters_most: int = _LETTERS) -> Iterator[list[Row]]:
    """Rows in lists of so many at most, and of hardly more letters of text in their `properties`."""
    lot: list[Row] = []
    letters = 0
    for row in rows:
        lot.append(row)
        letters += sum(len(value) for value in row["properties"].values() if isinstance(value, str))
        if len(lot) == most or letters > letters_most:
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


def _literal(rows: Sequence[Row]) -> str:
    # A property that a row lacks is null there, and null makes none.
    names = sorted({name for row in rows for name in row["properties"]})
    return "{" + ", ".join(f"`{name}`: row.properties.`{name}`" for name in names) + "}"
