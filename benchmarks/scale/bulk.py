"""The generated graph into the embedded engine's files, past its server and its Cypher.

What users load comes through the store's writer, which looks first at what is there. Here the engine's own
bulk loader makes nodes and edges out of the tables for neo4j-admin, and indexes come last.
"""

from __future__ import annotations

import csv
import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

import jpype  # type: ignore[import-untyped]
from arcadedb_embedded import create_database  # type: ignore[import-untyped]
from arcadedb_embedded.graph_batch import GraphBatch  # type: ignore[import-untyped]

from api.output import say
from graph import migrations
from graph.host import DATABASE
from ontology.schema import Schema

_LETTERS = 8_000_000  # of JSON that cross to Java at once
_TIMES = {"date": "DATE", "datetime": "DATETIME"}
_AHEAD = 4  # lots that are read while the engine writes
_BATCH = 50_000  # edges that are written together

Places = dict[str, str]


class Lot(NamedTuple):
    """Nodes or edges of one kind, as JSON, and the ids of the nodes."""

    kind: str
    ids: list[str]
    rows: list[str]


def load(folder: Path) -> None:
    """Make the embedded store's files out of the generated tables."""
    schema = Schema.load()
    target = folder / "embedded" / "databases" / DATABASE
    target.parent.mkdir(parents=True)
    database = create_database(str(target), jvm_kwargs={"heap_size": "8g"})
    try:
        for statement in (*migrations.arcadedb_types(schema), *_times(schema)):
            database.command("sql", statement)
        _fill(database._java_db, folder / "neo4j")
        for statement in migrations.cypher_statements(schema):
            database.command("opencypher", statement)
        for statement in migrations.arcadedb_fulltext(schema):
            database.command("sql", statement)
    finally:
        database.close()


def _times(schema: Schema) -> Iterator[str]:
    """Types of days and instants, which come as text: the engine makes of it what is declared."""
    kinds = {**schema.nodes, **schema.edges}
    for name, kind in kinds.items():
        for item in kind.properties:
            if item.type in _TIMES:
                yield f"CREATE PROPERTY {name}.`{item.name}` IF NOT EXISTS {_TIMES[item.type]}"


def _fill(database: Any, tables: Path) -> None:
    make_nodes = jpype.JClass("com.arcadedb.python.VertexBatcher").createVerticesJson
    make_edges = jpype.JClass("com.arcadedb.python.EdgeBatcher").newEdgesJson
    places: Places = {}
    with _batch(database) as batch:
        for path in sorted(tables.glob("nodes-*.csv")):
            for lot in _ahead(_node_lots(path)):
                found = make_nodes(batch, lot.kind, f"[{','.join(lot.rows)}]")
                places.update(zip(lot.ids, str(found).split(";"), strict=True))
            say(f"{len(places)} nodes")
    for path in sorted(tables.glob("edges-*.csv")):
        for lots in _batches(_ahead(_edge_lots(path, places))):
            with _batch(database) as batch:
                for lot in lots:
                    make_edges(batch, lot.kind, f"[{','.join(lot.rows)}]")
        say(path.stem)


def _batches(lots: Iterable[Lot]) -> Iterator[Iterator[Lot]]:
    """Lots by so many edges: at its end a batch holds every node in memory that one of its edges touches."""
    left = iter(lots)

    def some(first: Lot) -> Iterator[Lot]:
        edges, lot = 0, first
        while True:
            yield lot
            edges += len(lot.rows)
            if edges >= _BATCH or (lot := next(left, None)) is None:
                return

    while (first := next(left, None)) is not None:
        yield some(first)


@contextmanager
def _batch(database: Any) -> Iterator[Any]:
    with GraphBatch.create(database, use_wal=False) as batch:
        yield batch._java_graph_batch


def _node_lots(path: Path) -> Iterator[Lot]:
    lots: dict[str, Lot] = {}
    head, rows = _table(path)
    tell, own = _teller(head), head.index("id:ID")
    for row in rows:
        # The engine makes one type of two labels.
        kind = "~".join(sorted(row[-1].split(";")))
        lot = lots.setdefault(kind, Lot(kind, [], []))
        lot.ids.append(row[own])
        lot.rows.append(f"{{{tell(row)}}}")
        if len(lot.rows) % 1000 == 0 and sum(map(len, lot.rows)) > _LETTERS:
            yield lots.pop(kind)
    yield from lots.values()


def _edge_lots(path: Path, places: Places) -> Iterator[Lot]:
    head, rows = _table(path)
    tell, lot = _teller(head), Lot("", [], [])
    for row in rows:
        lot = lot._replace(kind=row[2])
        ends = f'"_src":"{places[row[0]]}","_dst":"{places[row[1]]}"'
        lot.rows.append(f"{{{ends},{tell(row)}}}".replace(",}", "}"))
        if len(lot.rows) % 1000 == 0 and sum(map(len, lot.rows)) > _LETTERS:
            yield lot
            lot = Lot("", [], [])
    if lot.rows:
        yield lot


def _table(path: Path) -> tuple[list[str], Iterator[list[str]]]:
    csv.field_size_limit(1 << 30)
    rows = csv.reader(path.open(encoding="utf-8", newline=""))
    return next(rows), rows


def _teller(head: Sequence[str]) -> Callable[[Sequence[str]], str]:
    """What tells a row's properties as the inside of a JSON object, for a header of neo4j-admin."""
    columns: list[tuple[int, str, Callable[[str], str]]] = [
        (at, json.dumps(name), _FORMS.get(kind, json.dumps))
        for at, (name, _, kind) in enumerate(item.partition(":") for item in head)
        if name
    ]

    def tell(row: Sequence[str]) -> str:
        return ",".join([f"{name}:{form(row[at])}" for at, name, form in columns if row[at]])

    return tell


def _many(cell: str) -> str:
    return json.dumps(cell.split(";"))


def _moment(cell: str) -> str:
    return json.dumps(cell.partition("+")[0])


_FORMS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("long", "float", "double", "boolean"), str),
    "string[]": _many,
    "datetime": _moment,
}


def _ahead(lots: Iterable[Lot]) -> Iterator[Lot]:
    """Lots, read while the engine writes those before: it lets go of Python meanwhile."""
    queue: Queue[Lot | BaseException | None] = Queue(_AHEAD)

    def read() -> None:
        try:
            for lot in lots:
                queue.put(lot)
            queue.put(None)
        except BaseException as error:
            queue.put(error)  # raised again by whoever waits

    threading.Thread(target=read, daemon=True).start()
    while (item := queue.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item


if __name__ == "__main__":
    load(Path(sys.argv[1]))
