"""What the schema declares, as a small graph that is written in Turtle; the same one each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.schema import NodeType, Schema

DATATYPES = {
    "string": XSD.string,
    "strings": XSD.string,
    "integer": XSD.integer,
    "float": XSD.double,
    "boolean": XSD.boolean,
    "date": XSD.date,
    "datetime": XSD.dateTime,
}


class Declared:
    """A graph about the schema, as it grows."""

    def __init__(self, schema: Schema) -> None:
        self.schema, self.terms = schema, schema.terms
        self.graph = Graph(bind_namespaces="none")
        for prefix, base in schema.terms.prefixes.items():
            self.graph.bind(prefix, base)
        self._blanks = 0

    def text(self) -> str:
        """The graph in Turtle."""
        return self.graph.serialize(format="turtle").rstrip() + "\n"

    def add(self, subject: Node, predicate: Node, of: Node) -> None:
        """Say something."""
        self.graph.add((subject, predicate, of))

    def blank(self) -> BNode:
        """A new node without a name; numbered, as the order in the text depends on it."""
        self._blanks += 1
        return BNode(f"n{self._blanks:04}")

    def list(self, items: Iterable[Node]) -> BNode:
        """A list of nodes."""
        node = self.blank()
        Collection(self.graph, node, list(items))
        return node

    def iri(self, name: str) -> URIRef:
        """The resource of a prefixed name."""
        return URIRef(self.terms.iri(name))

    def own(self, name: str) -> URIRef:
        """One of our terms."""
        return self.iri(f"{self.terms.own}:{name}")

    def classes(self) -> Iterator[NodeType]:
        """The labels that are classes: those of nodes with an id, and what is wider than they."""
        wider = {node.parent for node in self.schema.nodes.values()}
        return (node for node in self.schema.nodes.values() if node.prefix or node.label in wider)
