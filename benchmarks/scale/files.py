"""The generated graph as a folder of tables for neo4j-admin."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from graph import carriers, rolls, summaries, tallies, turns
from graph.batch import Edge, GraphBatch, Node, tallied_of, vocabulary_batch
from graph.carriers import Carriers
from graph.summaries import Summaries
from graph.tallies import Counts
from ontology.schema import Property, Schema
from ontology.vocabulary import Vocabulary

# The types of neo4j-admin where they are called otherwise.
_TYPES = {"integer": "long", "float": "double", "strings": "string[]"}


def write(folder: Path, batches: Iterable[GraphBatch]) -> None:
    """`neo4j/` with CSV tables and their `import.options`."""
    (folder / "neo4j").mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        sinks = _Sinks(folder, files)
        kept = _Kept()
        for item in _once(chain([vocabulary_batch(Vocabulary.load())], batches), kept):
            sinks.put(item)
        for node in kept.nodes():
            sinks.put(node)
    tables = sorted((folder / "neo4j").glob("*.csv"))
    kinds = {"nodes": "--nodes", "edges": "--relationships"}
    options = [f"{kinds[path.name.partition('-')[0]]}={path.name}" for path in tables]
    (folder / "neo4j" / "import.options").write_text("\n".join(["--multiline-fields=true", *options]) + "\n")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the store keeps of positions."""

    counts: Counts = field(default_factory=dict)
    sums: Summaries = field(default_factory=dict)
    lines: dict[str, list[turns.Said]] = field(default_factory=dict)
    carried: Carriers = field(default_factory=dict)

    def add(self, batch: GraphBatch) -> None:
        positions = tallied_of(batch)
        tallies.merge(self.counts, tallies.counted(positions))
        summaries.merge(self.sums, summaries.summed(positions))
        if batch.article:
            carriers.merge(self.carried, carriers.of_batch(batch, positions))
        for position in positions:
            self.lines.setdefault(" ".join(position.ends), []).append(turns.said(position))

    def nodes(self) -> Iterator[Node]:
        for name, count in self.counts.items():
            yield Node(("Tally",), name, tallies.properties_of(name, count))
        for name, summary in self.sums.items():
            yield Node(("Summary",), name, summaries.properties_of(name, summary))
        for name, lists in rolls.of_all(self.counts, self.sums).items():
            yield Node(("Roll",), name, rolls.properties_of(lists))
        for line, said in self.lines.items():
            for name, own in turns.turns(line, sorted(said)):
                yield Node(("Turn",), name, own)
        for name, carrier in self.carried.items():
            yield Node(("Carrier",), name, carriers.properties_of(name, carrier))


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
    """One table for each label and each kind of edge."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self._folder, self._files, self._schema = folder, files, Schema.load()
        self._tables: dict[str, Any] = {}

    def put(self, item: Node | Edge) -> None:
        if isinstance(item, Node):
            self._put_node(item)
        else:
            self._put_edge(item)

    def _put_node(self, node: Node) -> None:
        properties = {"id": node.id, **_present(node.properties)}
        labels = sorted(node.labels, key=list(self._schema.nodes).index)
        label = labels[0] if self._schema.nodes[labels[0]].internal else self._schema.labels_of(node.id)[-1]
        columns = self._schema.properties_of(label)
        table = self._table(f"nodes-{label}", (), columns, (":LABEL",))
        table.writerow([*(_cell(properties.get(item.name)) for item in columns), ";".join(labels)])

    def _put_edge(self, edge: Edge) -> None:
        properties, kind = _present(edge.properties), self._schema.edges[edge.type]
        table = self._table(f"edges-{edge.type}", (":START_ID", ":END_ID", ":TYPE"), kind.properties)
        table.writerow(
            [edge.source, edge.target, edge.type, *(_cell(properties.get(p.name)) for p in kind.properties)]
        )

    def _table(
        self, name: str, before: Sequence[str], columns: Iterable[Property], after: Sequence[str] = ()
    ) -> Any:
        if name not in self._tables:
            path = self._folder / "neo4j" / f"{name}.csv"
            out = self._files.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._tables[name] = csv.writer(out, lineterminator="\n")
            self._tables[name].writerow([*before, *map(_typed, columns), *after])
        return self._tables[name]


def _typed(item: Property) -> str:
    return "id:ID" if item.name == "id" else f"{item.name}:{_TYPES.get(item.type, item.type)}"


def _cell(value: Any) -> str:
    if isinstance(value, str):  # most are
        return value
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
