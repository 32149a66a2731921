"""The generated graph into the embedded engine's files, past its server and its Cypher.

What users load comes through the store's writer, which makes each article a transaction of its own; a
million positions would take that hours. Here the engine's own bulk loader makes nodes and edges, and indexes
come last.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import jpype  # type: ignore[import-untyped]
from arcadedb_embedded import create_database  # type: ignore[import-untyped]
from arcadedb_embedded.graph_batch import GraphBatch  # type: ignore[import-untyped]

from api.output import say
from graph import migrations
from graph.host import DATABASE
from graph.portable import batches
from ontology.schema import Schema

_ROWS, _LETTERS = 20_000, 20_000_000
_TIMES = {"date": "DATE", "datetime": "DATETIME"}

Item = dict[str, Any]


def load(folder: Path) -> None:
    """Make the embedded store's files out of the generated backup."""
    schema = Schema.load()
    target = folder / "embedded" / "databases" / DATABASE
    target.parent.mkdir(parents=True)
    database = create_database(str(target), jvm_kwargs={"heap_size": "4g"})
    try:
        for statement in (*migrations.arcadedb_types(schema), *_times(schema)):
            database.command("sql", statement)
        with GraphBatch.create(database._java_db, use_wal=False) as batch:
            _fill(batch._java_graph_batch, _items(folder / "graph.jsonl.gz"))
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


def _fill(batch: Any, items: Iterable[Item]) -> None:
    nodes = jpype.JClass("com.arcadedb.python.VertexBatcher")
    edges = jpype.JClass("com.arcadedb.python.EdgeBatcher")
    places: dict[str, str] = {}
    for kind, group in groupby(items, _kind):
        number = 0
        for rows in batches(group, _ROWS, _LETTERS):
            number += len(rows)
            if "labels" in rows[0]:
                found = nodes.createVerticesJson(batch, kind, json.dumps([row["properties"] for row in rows]))
                ids = (row["properties"]["id"] for row in rows)
                places.update(zip(ids, str(found).split(";"), strict=True))
            else:
                ends = [
                    {"_src": places[row["source"]], "_dst": places[row["target"]], **row["properties"]}
                    for row in rows
                ]
                edges.newEdgesJson(batch, kind, json.dumps(ends))
        say(f"{number} {kind}")


def _kind(item: Item) -> str:
    """The engine's type of a node or edge: of two labels it makes one."""
    return "~".join(sorted(item["labels"])) if "labels" in item else str(item["type"])


def _items(path: Path) -> Iterator[Item]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)  # the header
        for line in lines:
            item: Item = json.loads(line)
            item["properties"] = {name: _plain(value) for name, value in item["properties"].items()}
            yield item


def _plain(value: Any) -> Any:
    return next(iter(value.values())).partition("+")[0] if isinstance(value, dict) else value


if __name__ == "__main__":
    load(Path(sys.argv[1]))
