"""The graph's schema: what `schema.yaml` declares, as frozen types, and its documentation.

`python -m ontology.schema` prints the documentation (docs/schema.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ontology.data_files import read_yaml
from ontology.terms import EdgeResource, Term, Terms

FILE = Path(__file__).parent / "schema.yaml"


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or an edge; the head of schema.yaml says what each field means."""

    name: str
    type: str
    doc: str
    rdf: tuple[Term, ...]
    index: bool = False
    internal: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    range: tuple[float, float] | None = None
    before: str | None = None
    until: str | None = None

    @property
    def meaning(self) -> str:
        """What it means, with the values that it may have."""
        choices = f": {', '.join(self.choices)}" if self.choices else ""
        return self.doc + choices + (f", from {self.range[0]} to {self.range[1]}" if self.range else "")


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label. `parent` is the label that stands beside it on every node."""

    label: str
    doc: str
    parent: str | None
    prefix: str | None
    properties: tuple[Property, ...]
    rdf: tuple[str, ...]
    also: tuple[tuple[str, str], ...]
    internal: bool = False

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
    rdf: tuple[Term, ...]
    resource: EdgeResource | None
    told_by: str
    least: int
    most: int | None


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
    terms: Terms

    @classmethod
    def load(cls) -> Schema:
        """The schema that this program writes."""
        return _load()

    def labels_of(self, item: str) -> tuple[str, ...]:
        """The labels of the node with an id, which its prefix tells; raises KeyError."""
        return self._by_prefix[item.partition(":")[0]]

    def properties_of(self, label: str) -> tuple[Property, ...]:
        """Every property of a label, those of the wider label first."""
        node = self.nodes[label]
        return (*(self.nodes[node.parent].properties if node.parent else ()), *node.properties)

    def text_label(self, language: str) -> str:
        """The label that puts a text into the full-text index of its language."""
        labels = {item.language: item.label for item in self.fulltext}
        return labels.get(language, labels["other"])

    def indexed(self) -> Iterator[tuple[NodeType, Property]]:
        """Every property that has an index of its own."""
        return ((node, item) for node in self.nodes.values() for item in node.properties if item.index)

    def internal(self) -> frozenset[str]:
        """The names of properties that are for the store's own use."""
        return frozenset(p.name for node in self.nodes.values() for p in node.properties if p.internal)

    @cached_property
    def _by_prefix(self) -> dict[str, tuple[str, ...]]:
        return {node.prefix: node.labels for node in self.nodes.values() if node.prefix}


@lru_cache(maxsize=1)
def _load() -> Schema:
    data = read_yaml(FILE.read_text(encoding="utf-8"), FILE.name)
    fulltext, reading = data["fulltext"], _Reading(data["shared"], Terms.read(data["rdf"]))
    return Schema(
        data["version"],
        {label: reading.node(label, entry) for label, entry in data["nodes"].items()},
        {name: reading.edge(name, entry) for name, entry in data["edges"].items()},
        tuple(
            FullText(language, properties=tuple(fulltext["properties"]), **entry)
            for language, entry in fulltext["languages"].items()
        ),
        reading.terms,
    )


_EACH: dict[str | None, tuple[int, int | None]] = {None: (0, None), "at most one": (0, 1), "one": (1, 1)}


@dataclass(frozen=True, slots=True)
class _Reading:
    """Types out of the entries of the file, each with what many share."""

    shared: Mapping[str, Mapping[str, Any]]
    terms: Terms

    def node(self, label: str, entry: Mapping[str, Any]) -> NodeType:
        parent = entry.get("is")
        own = dict(entry.get("properties", {}))
        if entry.get("names"):
            own = {**self.shared["names"], **own}
        if parent is None and ("prefix" in entry or "names" in entry or label == "Meta"):
            own = {**self.shared["every"], **own}
        rdf, also = tuple(entry.get("rdf", ())), tuple(entry.get("also", {}).items())
        return NodeType(
            label,
            entry["doc"],
            parent,
            entry.get("prefix"),
            self._properties(own),
            rdf,
            also,
            entry.get("internal", False),
        )

    def edge(self, name: str, entry: Mapping[str, Any]) -> EdgeType:
        own = {**(self.shared["dated"] if entry.get("dated", True) else {}), **entry.get("properties", {})}
        least, most = _EACH[entry.get("each")]
        return EdgeType(
            name=name,
            doc=entry["doc"],
            sources=tuple(entry["from"]),
            targets=tuple(entry["to"]),
            properties=self._properties(own),
            rdf=self.terms.of(name, entry.get("rdf")),
            resource=self.terms.resource(entry.get("as")),
            told_by=entry.get("told_by", "source"),
            least=least,
            most=most,
        )

    def _properties(self, entries: Mapping[str, Any]) -> tuple[Property, ...]:
        return tuple(self._property(name, **entry) for name, entry in entries.items())

    def _property(
        self, name: str, *, rdf: Any = None, choices: Any = (), range: Any = None, **own: Any
    ) -> Property:
        terms, limits = self.terms.of(name, rdf), tuple(range) if range else None
        return Property(name, rdf=terms, choices=tuple(choices), range=limits, **own)


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
        each = "" if edge.most is None else " Each has one." if edge.least else " Each has at most one."
        lines += ["", f"### {edge.name}", "", f"{ends}: {edge.doc}.{each}", *_table(edge.properties)]
    lines += ["", "## Full-text indexes", "", "| index | language | properties |", "|---|---|---|"]
    lines += [
        f"| `{item.index}` | {item.language} | {', '.join(item.properties)} |" for item in schema.fulltext
    ]
    return "\n".join([*lines, ""])


def _table(properties: tuple[Property, ...]) -> list[str]:
    if not properties:
        return []
    rows = [f"| `{item.name}` | {item.type} | {item.meaning} |" for item in properties]
    return ["", "| property | type | meaning |", "|---|---|---|", *rows]


if __name__ == "__main__":
    print(documentation(Schema.load()), end="")
