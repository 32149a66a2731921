"""The graph's schema: what `schema.yaml` declares, as frozen types, and its documentation.

`python -m ontology.schema` prints the documentation (docs/schema.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ontology.data_files import read_yaml

FILE = Path(__file__).parent / "schema.yaml"

_EVERY = {
    "id": {"type": "string", "doc": "the project's own id, unique"},
    "name": {"type": "string", "doc": "the caption: English, or the original where there is none"},
}
_NAMES = {
    "name_ar": {"type": "string", "doc": "Arabic name"},
    "name_ru": {"type": "string", "doc": "Russian name"},
    "name_en": {"type": "string", "doc": "English name"},
    "qid": {"type": "string", "doc": "Wikidata item"},
}
_DATED = {"on": {"type": "date", "doc": "its date; absent where the article has none"}}


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or an edge."""

    name: str
    type: str
    doc: str
    index: bool = False


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label. `parent` is the label that stands beside it on every node."""

    label: str
    doc: str
    parent: str | None
    prefix: str | None
    properties: tuple[Property, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label of such a node, the wider one first."""
        return (self.parent, self.label) if self.parent else (self.label,)


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A type of edge, with the labels that it may start from and lead to."""

    name: str
    doc: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """The full-text index of one language."""

    language: str
    index: str
    label: str
    neo4j: str
    lucene: str
    properties: tuple[str, ...]


@dataclass(frozen=True)
class Schema:
    """All labels, edges and full-text indexes."""

    version: int
    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]
    fulltext: tuple[FullText, ...]

    @classmethod
    def load(cls) -> Schema:
        """The schema that this program writes."""
        return _load()

    def labels_of(self, item: str) -> tuple[str, ...]:
        """The labels of the node with an id, which its prefix tells; raises KeyError."""
        return self._by_prefix()[item.partition(":")[0]].labels

    def text_label(self, language: str) -> str:
        """The label that puts a text into the full-text index of its language."""
        labels = {item.language: item.label for item in self.fulltext}
        return labels.get(language, labels["other"])

    def indexed(self) -> Iterator[tuple[NodeType, Property]]:
        """Every property that has an index of its own."""
        return ((node, item) for node in self.nodes.values() for item in node.properties if item.index)

    def _by_prefix(self) -> dict[str, NodeType]:
        return {node.prefix: node for node in self.nodes.values() if node.prefix}


@lru_cache(maxsize=1)
def _load() -> Schema:
    data = read_yaml(FILE.read_text(encoding="utf-8"), FILE.name)
    fulltext = data["fulltext"]
    return Schema(
        data["version"],
        {label: _node(label, entry, data["nodes"]) for label, entry in data["nodes"].items()},
        {name: _edge(name, entry) for name, entry in data["edges"].items()},
        tuple(
            FullText(language, properties=tuple(fulltext["properties"]), **entry)
            for language, entry in fulltext["languages"].items()
        ),
    )


def _node(label: str, entry: dict[str, Any], nodes: dict[str, Any]) -> NodeType:
    parent = entry.get("is")
    own: dict[str, Any] = dict(entry.get("properties", {}))
    if entry.get("names"):
        own = {**_NAMES, **own}
    if parent is None and ("prefix" in entry or "names" in entry or label == "Meta"):
        own = {**_EVERY, **own}
    return NodeType(label, entry["doc"], parent, entry.get("prefix"), _properties(own))


def _edge(name: str, entry: dict[str, Any]) -> EdgeType:
    own = {**(_DATED if entry.get("dated", True) else {}), **entry.get("properties", {})}
    return EdgeType(name, entry["doc"], tuple(entry["from"]), tuple(entry["to"]), _properties(own))


def _properties(entries: Mapping[str, Any]) -> tuple[Property, ...]:
    return tuple(Property(name, **entry) for name, entry in entries.items())


def documentation(schema: Schema) -> str:
    """The schema as a Markdown page."""
    lines = [
        "# The graph",
        "",
        f"Schema version {schema.version}. Generated: `python -m ontology.schema > docs/schema.md`.",
        "",
        "## Nodes",
    ]
    for node in schema.nodes.values():
        beside = f" Every such node is an `{node.parent}` too." if node.parent else ""
        lines += ["", f"### {node.label}", "", node.doc + beside, *_table(node.properties)]
    lines += ["", "## Edges"]
    for edge in schema.edges.values():
        ends = f"{' or '.join(edge.sources)} → {' or '.join(edge.targets)}"
        lines += ["", f"### {edge.name}", "", f"{ends}: {edge.doc}.", *_table(edge.properties)]
    lines += ["", "## Full-text indexes", "", "| index | language | properties |", "|---|---|---|"]
    lines += [
        f"| `{item.index}` | {item.language} | {', '.join(item.properties)} |" for item in schema.fulltext
    ]
    return "\n".join([*lines, ""])


def _table(properties: tuple[Property, ...]) -> list[str]:
    if not properties:
        return []
    rows = [f"| `{item.name}` | {item.type} | {item.doc} |" for item in properties]
    return ["", "| property | type | meaning |", "|---|---|---|", *rows]


if __name__ == "__main__":
    print(documentation(Schema.load()), end="")
