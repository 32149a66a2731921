"""The generated graph as files: a backup that any store restores, and a folder for neo4j-admin."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any

from graph import portable, summaries, tallies
from graph.batch import Edge, GraphBatch, Node, tallied_of, vocabulary_batch
from graph.summaries import Summaries
from graph.tallies import Counts
from ontology.schema import Property, Schema
from ontology.vocabulary import Vocabulary

# The types of neo4j-admin where they are called otherwise.
_TYPES = {"integer": "long", "float": "double", "strings": "string[]"}
_FAST = 1  # level of compression: these files are read twice and thrown away


def write(folder: Path, batches: Iterable[GraphBatch]) -> None:
    """`graph.jsonl.gz`, and `neo4j/` with CSV tables and their `import.options`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "neo4j").mkdir(exist_ok=True)
    with ExitStack() as files:
        sinks = _Sinks(folder, files)
        kept = _Kept()
        for item in _once(chain([vocabulary_batch(Vocabulary.load())], batches), kept):
            sinks.put(item)
        for node in kept.nodes():
            sinks.put(node)
        parts = [sinks.parts[key] for key in sorted(sinks.parts)]
    _join(folder / "graph.jsonl.gz", parts)
    tables = sorted((folder / "neo4j").glob("*.csv"))
    kinds = {"nodes": "--nodes", "edges": "--relationships"}
    options = [f"{kinds[path.name.partition('-')[0]]}={path.name}" for path in tables]
    (folder / "neo4j" / "import.options").write_text("\n".join(["--multiline-fields=true", *options]) + "\n")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the store keeps of positions."""

    counts: Counts = field(default_factory=dict)
    sums: Summaries = field(default_factory=dict)

    def add(self, batch: GraphBatch) -> None:
        positions = tallied_of(batch)
        tallies.merge(self.counts, tallies.counted(positions))
        summaries.merge(self.sums, summaries.summed(positions))

    def nodes(self) -> Iterator[Node]:
        for name, count in self.counts.items():
            yield Node(("Tally",), name, tallies.properties_of(name, count))
        for name, summary in self.sums.items():
            yield Node(("Summary",), name, summaries.properties_of(name, summary))


def _once(batches: Iterable[GraphBatch], kept: _Kept) -> Iterator[Node | Edge]:
    """Nodes that several articles name come once; of edges each is another. Positions are counted."""
    known: set[str] = set()
    for batch in batches:
        for node in batch.nodes:
            if node.id.startswith(("position:", "event:", "article:")):
                yield node
            elif node.id not in known:
                known.add(node.id)
                yield node
        yield from batch.edges
        kept.add(batch)


class _Sinks:
    """One part of the backup and one table for each label and each kind of edge."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self.parts: dict[tuple[str, ...], Path] = {}
        self._folder, self._files, self._schema = folder, files, Schema.load()
        self._lines: dict[tuple[str, ...], IO[str]] = {}
        self._tables: dict[str, Any] = {}

    def put(self, item: Node | Edge) -> None:
        if isinstance(item, Node):
            self._put_node(item)
        else:
            self._put_edge(item)

    def _put_node(self, node: Node) -> None:
        properties = {"id": node.id, **_present(node.properties)}
        labels = sorted(node.labels, key=list(self._schema.nodes).index)
        self._line(("0", *labels), {"labels": labels, "properties": _encoded(properties)})
        label = labels[0] if self._schema.nodes[labels[0]].internal else self._schema.labels_of(node.id)[-1]
        columns = self._schema.properties_of(label)
        table = self._table(f"nodes-{label}", (), columns, (":LABEL",))
        table.writerow([*(_cell(properties.get(item.name)) for item in columns), ";".join(labels)])

    def _put_edge(self, edge: Edge) -> None:
        properties, kind = _present(edge.properties), self._schema.edges[edge.type]
        ends = {"source": edge.source, "target": edge.target}
        labels = [self._schema.labels_of(end)[0] for end in ends.values()]
        self._line(("1", edge.type, *labels), {"type": edge.type, **ends, "properties": _encoded(properties)})
        table = self._table(f"edges-{edge.type}", (":START_ID", ":END_ID", ":TYPE"), kind.properties)
        table.writerow([*ends.values(), edge.type, *(_cell(properties.get(p.name)) for p in kind.properties)])

    def _line(self, key: tuple[str, ...], item: Mapping[str, Any]) -> None:
        if key not in self._lines:
            path = self.parts[key] = self._folder / f"part-{'-'.join(key)}.gz"
            part = gzip.open(path, "wt", _FAST, encoding="utf-8")  # noqa: SIM115 - the stack closes it
            self._lines[key] = self._files.enter_context(part)
        self._lines[key].write(json.dumps(item, ensure_ascii=False) + "\n")

    def _table(
        self, name: str, before: Sequence[str], columns: Iterable[Property], after: Sequence[str] = ()
    ) -> Any:
        if name not in self._tables:
            path = self._folder / "neo4j" / f"{name}.csv"
            out = self._files.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._tables[name] = csv.writer(out, lineterminator="\n")
            self._tables[name].writerow([*before, *map(_typed, columns), *after])
        return self._tables[name]


def _join(target: Path, parts: Iterable[Path]) -> None:
    """Parts of gzip one after the other are one gzip."""
    with target.open("wb") as out:
        header = {"format": portable.FORMAT, "schema": Schema.load().version}
        out.write(gzip.compress(f"{json.dumps(header)}\n".encode()))
        for part in parts:
            with part.open("rb") as content:
                shutil.copyfileobj(content, out)
            part.unlink()


def _typed(item: Property) -> str:
    return "id:ID" if item.name == "id" else f"{item.name}:{_TYPES.get(item.type, item.type)}"


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def _encoded(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _encode(value) for name, value in properties.items()}


def _encode(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, date) else value
