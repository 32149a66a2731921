"""The shapes: what the schema demands of the graph as RDF, in SHACL, as Turtle.

`python -m ontology.shapes` writes docs/shapes.ttl; a test keeps it in step.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from rdflib import RDF, SH, BNode, Literal, URIRef
from rdflib.term import Node

from ontology.schema import EdgeType, NodeType, Property, Schema
from ontology.terms import EdgeResource, Term
from ontology.turtle import DATATYPES, Declared

FILE = Path(__file__).parent.parent / "docs" / "shapes.ttl"

# A property as one of its terms says it, and how often at least and at most.
_Use = tuple[Property, Term]


def shapes(schema: Schema) -> str:
    """The shapes in Turtle."""
    return _Shapes(schema).text()


class _Shapes(Declared):
    """A shape for each class, and one for each part whose values have an order."""

    def __init__(self, schema: Schema) -> None:
        super().__init__(schema)
        self.graph.bind("sh", SH)
        for node in self.classes():
            self._node(node)
        for edge in schema.edges.values():
            if edge.resource:
                self._resource(edge, edge.resource)

    def _shape(self, label: str) -> URIRef:
        shape = self.own(f"{label}Shape")
        self.add(shape, RDF.type, SH.NodeShape)
        self.add(shape, SH.targetClass, self.own(label))
        self.add(shape, SH.nodeKind, SH.IRI)
        return shape

    def _node(self, node: NodeType) -> None:
        shape = self._shape(node.label)
        if node.prefix:
            base = self.terms.iri_of(f"{node.prefix}:")
            self.add(shape, SH.pattern, Literal(f"^{base}[^#]+$"))
        for name in node.rdf:
            self.add(shape, SH["class"], self.iri(name))
        self._properties(shape, node.properties)
        for edge in self.schema.edges.values():
            if node.label in edge.sources:
                self._edge(shape, edge)

    def _edge(self, shape: Node, edge: EdgeType) -> None:
        """What an edge leads to from every node of the shape; how often, where this is its only source."""
        least, most = (edge.least, edge.most) if len(edge.sources) == 1 else (0, None)
        for at, term in enumerate(edge.rdf):
            if not term.inverse and term.to is None:
                # Several edges may share a wider term: only the first, its own, is counted at most.
                limit = most if at == 0 or term.part else None
                node = self._property(shape, term, max(least, int(bool(term.part))), limit)
                self._leads_to(node, edge.targets)

    def _leads_to(self, node: Node, labels: tuple[str, ...]) -> None:
        if len(labels) == 1:
            self.add(node, SH["class"], self.own(labels[0]))
            return
        ways = []
        for label in labels:
            way = self.blank()
            self.add(way, SH["class"], self.own(label))
            ways.append(way)
        self.add(node, SH["or"], self.list(ways))

    def _resource(self, edge: EdgeType, resource: EdgeResource) -> None:
        shape, form = self._shape(resource.name), resource.kind
        for end, labels in ((form.source, edge.sources), (form.target, edge.targets)):
            self._leads_to(self._property(shape, Term(end), 1, 1), labels)
        if form.type is not None:
            self.add(self._property(shape, Term(form.type), 1, 1), SH.hasValue, self.iri(edge.rdf[0].name))
        for term in resource.rdf:
            self._leads_to(self._property(shape, term, 1, 1), edge.targets)
        self._properties(shape, edge.properties)

    def _properties(self, shape: Node, properties: tuple[Property, ...]) -> None:
        uses: dict[tuple[str | None, str], list[_Use]] = defaultdict(list)
        for item in properties:
            for term in item.rdf:
                uses[term.part, term.name].append((item, term))
        for same in uses.values():
            self._values(shape, same, {item.name: item for item in properties})

    def _values(self, shape: Node, uses: list[_Use], others: dict[str, Property]) -> None:
        """What the values of one term are: the same term may say the names in several languages."""
        item, term = uses[0]
        most = None if len(uses) > 1 or item.type == "strings" else 1
        node = self._property(shape, term, int(item.required), most)
        if term.language:
            self.add(node, SH.languageIn, self.list(Literal(use.language) for _, use in uses))
            self.add(node, SH.uniqueLang, Literal(True))
        elif term.prefix:
            self.add(node, SH.nodeKind, SH.IRI)
            self.add(node, SH.pattern, Literal(f"^{self.terms.prefixes[term.prefix]}"))
        else:
            self._value(node, item)
            self._order(node, item, others)

    def _value(self, node: Node, item: Property) -> None:
        self.add(node, SH.datatype, DATATYPES[item.type])
        if item.choices:
            self.add(node, SH["in"], self.list(map(Literal, item.choices)))
        if item.range:
            for limit, bound in zip((SH.minInclusive, SH.maxInclusive), item.range, strict=True):
                self.add(node, limit, Literal(bound, datatype=DATATYPES[item.type]))
        if item.required and item.type == "string":
            self.add(node, SH.minLength, Literal(1))

    def _order(self, node: Node, item: Property, others: dict[str, Property]) -> None:
        for name, relation in ((item.before, SH.lessThan), (item.until, SH.lessThanOrEquals)):
            if name is not None:
                (term,) = others[name].rdf
                self.add(self._holder(node, item), relation, self.iri(term.name))

    def _holder(self, node: Node, item: Property) -> Node:
        """The property shape where two values are beside each other: of a part, in the part's own shape."""
        (term,) = item.rdf
        if term.part is None:
            return node
        part = self.terms.parts[term.part]
        shape = self.own(f"{part.name.capitalize()}PartShape")
        if (shape, None, None) in self.graph:
            return next(self.graph.objects(shape, SH.property))
        self.add(shape, RDF.type, SH.NodeShape)
        self.add(shape, SH.targetClass, self.iri(part.kind))
        return self._property(shape, Term(term.name), 0, None)

    def _property(self, shape: Node, term: Term, least: int, most: int | None) -> BNode:
        node = self.blank()
        self.add(shape, SH.property, node)
        self.add(node, SH.path, self._path(term))
        if least:
            self.add(node, SH.minCount, Literal(least))
        if most is not None:
            self.add(node, SH.maxCount, Literal(most))
        return node

    def _path(self, term: Term) -> Node:
        steps = [self._step(part.by) for part in self.terms.chain(term.part)]
        own = self._step(term)
        return self.list([*steps, own]) if steps else own

    def _step(self, term: Term) -> Node:
        if not term.inverse:
            return self.iri(term.name)
        node = self.blank()
        self.add(node, SH.inversePath, self.iri(term.name))
        return node


if __name__ == "__main__":
    FILE.write_text(shapes(Schema.load()), "utf-8")
