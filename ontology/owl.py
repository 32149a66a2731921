"""The ontology: what the schema declares as OWL classes and properties, in Turtle.

`python -m ontology.owl` writes docs/ontology.ttl; a test keeps it in step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from ontology.schema import EdgeType, Property, Schema
from ontology.terms import Term
from ontology.turtle import DATATYPES, Declared

FILE = Path(__file__).parent.parent / "docs" / "ontology.ttl"


def ontology(schema: Schema) -> str:
    """The ontology in Turtle."""
    return _Ontology(schema).text()


# A class, a property of it, and a term by which the one says the other.
_Use = tuple[str, Property, Term]


class _Ontology(Declared):
    def __init__(self, schema: Schema) -> None:
        super().__init__(schema)
        self._head()
        for node in self.classes():
            self._class(node.label, node.doc, (*self._wide(node.parent), *node.rdf))
            for name in (of for term, of in node.also if term == "skos:inScheme"):
                self._described(self.iri(name), SKOS.ConceptScheme, f"Every {node.label}", node.doc)
        self._disjoint([node.label for node in self.classes() if node.prefix])
        for edge in schema.edges.values():
            self._relation(edge)
        for name, uses in self._own_properties().items():
            self._property(name, uses)

    def _wide(self, label: str | None) -> tuple[str, ...]:
        return (f"{self.terms.own}:{label}",) if label else ()

    def _head(self) -> None:
        node = URIRef(self.terms.prefixes[self.terms.own].rstrip("#"))
        self.add(node, RDF.type, OWL.Ontology)
        self.add(node, OWL.versionInfo, Literal(str(self.schema.version)))
        self.add(node, RDFS.label, Literal("States, blocs and their stated positions", lang="en"))

    def _described(self, node: URIRef, kind: Node, label: str, doc: str) -> None:
        self.add(node, RDF.type, kind)
        self.add(node, RDFS.label, Literal(label, lang="en"))
        self.add(node, RDFS.comment, Literal(doc, lang="en"))

    def _class(self, label: str, doc: str, wider: Iterable[str]) -> None:
        node = self.own(label)
        self._described(node, OWL.Class, label, doc)
        for name in wider:
            self.add(node, RDFS.subClassOf, self.iri(name))

    def _disjoint(self, labels: Sequence[str]) -> None:
        node = self.blank()
        self.add(node, RDF.type, OWL.AllDisjointClasses)
        self.add(node, OWL.members, self.list(map(self.own, labels)))

    def _one_of(self, labels: Iterable[str]) -> Node:
        """A class, or the union of several."""
        classes = [self.own(label) for label in dict.fromkeys(labels)]
        if len(classes) == 1:
            return classes[0]
        node = self.blank()
        self.add(node, RDF.type, OWL.Class)
        self.add(node, OWL.unionOf, self.list(classes))
        return node

    def _relation(self, edge: EdgeType) -> None:
        own = [term for term in edge.rdf if self._is_own(term)]
        for term in own:
            node = self.iri(term.name)
            self._described(node, OWL.ObjectProperty, _label(term), edge.doc)
            self.add(node, RDFS.domain, self._one_of(edge.sources))
            self.add(node, RDFS.range, self._one_of(edge.targets))
            if edge.most == 1:
                self.add(node, RDF.type, OWL.FunctionalProperty)
            for other in edge.rdf:
                if other not in own and other.part is None and other.to is None:
                    self.add(node, RDFS.subPropertyOf, self._wider(other))
        if edge.resource:
            doc = f"One edge as a resource of its own: {edge.doc}."
            self._class(edge.resource.name, doc, (edge.resource.kind.kind, *edge.resource.others))

    def _wider(self, term: Term) -> Node:
        if not term.inverse:
            return self.iri(term.name)
        node = self.blank()
        self.add(node, OWL.inverseOf, self.iri(term.name))
        return node

    def _is_own(self, term: Term) -> bool:
        return term.name.startswith(f"{self.terms.own}:")

    def _own_properties(self) -> dict[str, list[_Use]]:
        uses = defaultdict(list)
        for use in self._uses():
            if self._is_own(use[2]):
                uses[use[2].name].append(use)
        return dict(uses)

    def _uses(self) -> Iterator[_Use]:
        edges = self.schema.edges.values()
        resources = ((edge.resource.name, edge.properties) for edge in edges if edge.resource)
        labels = ((node.label, node.properties) for node in self.classes())
        for name, properties in chain(labels, resources):
            yield from ((name, item, term) for item in properties for term in item.rdf)

    def _property(self, name: str, uses: list[_Use]) -> None:
        """One of our properties, with every class that has it."""
        node, (_, first, term) = self.iri(name), uses[0]
        refers = term.prefix is not None
        docs = dict.fromkeys(item.doc for _, item, _ in uses)
        self._described(
            node, OWL.ObjectProperty if refers else OWL.DatatypeProperty, _label(term), "; ".join(docs)
        )
        if all(used.part is None for _, _, used in uses):
            self.add(node, RDFS.domain, self._one_of(label for label, _, _ in uses))
        if not refers:
            choices = {item.choices for _, item, _ in uses}
            self.add(node, RDFS.range, self._range(first, choices.pop() if len(choices) == 1 else ()))

    def _range(self, item: Property, choices: tuple[str, ...]) -> Node:
        if not choices:
            return DATATYPES[item.type]
        node = self.blank()
        self.add(node, RDF.type, RDFS.Datatype)
        self.add(node, OWL.oneOf, self.list(map(Literal, choices)))
        return node


def _label(term: Term) -> str:
    """A term's name in words: saidOn is said on."""
    local = term.name.partition(":")[2]
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in local)


if __name__ == "__main__":
    FILE.write_text(ontology(Schema.load()), "utf-8")
