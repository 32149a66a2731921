"""A bundle of the graph as RDF triples, by the terms that the schema declares.

No blank nodes: every resource has an IRI made from ids, so that the same graph gives the same triples from
every store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.batch import DIRECT
from graph.bundles import Bundle, Told
from ontology.record import Modality, Review, Stance
from ontology.schema import EdgeType, Property, Schema
from ontology.terms import Term, camel, escaped
from ontology.vocabulary import RoleKind, Vocabulary

# As many letters around a passage as tell it from another with the same words.
CONTEXT = 32
# Reviews of the positions that may stand in answers.
STANDING = (Review.ACCEPTED, Review.CONFIRMED)

VOCABULARY_GRAPH, REPORTS_GRAPH = "graph:vocabulary", "graph:reports"

_SCHEMA = Schema.load()
_TERMS = _SCHEMA.terms


@lru_cache(maxsize=1024)
def _named(name: str) -> NamedNode:
    """The resource of a prefixed name."""
    return NamedNode(_TERMS.iri(name))


@lru_cache(maxsize=65536)
def resource(item: str, prefix: str | None = None) -> NamedNode:
    """The resource of an id, or of what another prefix and a value name."""
    return NamedNode(_TERMS.iri_of(item, prefix))


_TYPE, _DATE, _MOMENT = (_named(name) for name in ("rdf:type", "xsd:date", "xsd:dateTime"))


def quads(bundle: Bundle) -> Iterator[Quad]:
    """The triples of a bundle in their graph: that of the article, of all reports, or of the vocabulary.

    What goes when an article goes is in the article's graph.
    """
    return _in_graph(triples(bundle), _graph(bundle))


def role_quads() -> Iterator[Quad]:
    """The roles in the vocabulary's graph."""
    return _in_graph(roles(), VOCABULARY_GRAPH)


def _in_graph(said: Iterable[Triple], name: str) -> Iterator[Quad]:
    graph = resource(name)
    return (Quad(item.subject, item.predicate, item.object, graph) for item in said)


def _graph(bundle: Bundle) -> str:
    match bundle.label:
        case "Article":
            return bundle.id
        case "Position":
            return next(told.target for told in bundle.edges if told.type == "STATED_IN")
        case _:
            return VOCABULARY_GRAPH if bundle.properties.get("listed") else REPORTS_GRAPH


def triples(bundle: Bundle) -> list[Triple]:
    """What a bundle says, each triple once, those of one subject together."""
    of_subject: dict[Any, dict[Triple, None]] = {}
    for triple in _all(bundle):
        of_subject.setdefault(triple.subject, {})[triple] = None
    return [triple for group in of_subject.values() for triple in group]


def _all(bundle: Bundle) -> Iterator[Triple]:
    node = resource(bundle.id)
    for label in reversed(_SCHEMA.labels_of(bundle.id)):
        kind = _SCHEMA.nodes[label]
        yield from _typed(node, label, kind.rdf)
        for term, of in kind.also:
            yield Triple(node, _named(term), _named(of))
    yield from _properties(node, _SCHEMA.properties_of(bundle.label), bundle.properties)
    for told in bundle.edges:
        yield from _edge(told, _SCHEMA.edges[told.type], bundle.text)
    if bundle.label == "Position":
        yield from _around(node, bundle.properties, bundle.text)
        yield from _consequences(bundle)


def _typed(node: NamedNode, own: str, others: Iterable[str]) -> Iterator[Triple]:
    for kind in (f"{_TERMS.own}:{own}", *others):
        yield Triple(node, _TYPE, _named(kind))


def _properties(node: NamedNode, declared: Iterable[Property], values: Any) -> Iterator[Triple]:
    for item in declared:
        value = values.get(item.name)
        if value is None or not item.rdf:
            continue
        for one in value if isinstance(value, list) else (value,):
            for term in item.rdf:
                yield from _said(node, term, _object(one, term, item.type))


def _object(value: Any, term: Term, kind: str) -> NamedNode | Literal:
    if term.prefix is not None:
        return resource(value, term.prefix)
    if term.language is not None:
        return Literal(value, language=term.language)
    match kind:
        case "date":
            return Literal(value, datatype=_DATE)
        case "datetime":
            return Literal(_in_utc(value), datatype=_MOMENT)
        case "float":
            return Literal(float(value))
        case _:
            return Literal(value)


def _in_utc(moment: str) -> str:
    """A moment in one spelling: a store may leave its time zone out, or write fractions of no length."""
    found = datetime.fromisoformat(moment)
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _said(node: NamedNode, term: Term, of: NamedNode | Literal) -> Iterator[Triple]:
    """One statement by one term, with the parts that lead to its subject."""
    subject = node
    for step in _TERMS.chain(term.part):
        inner = part(node, step.name)
        yield Triple(inner, _TYPE, _named(step.kind))
        yield _triple(subject, step.by, inner)
        subject = inner
    if term.to is not None:
        assert isinstance(of, NamedNode)
        of = part(of, term.to)
    yield _triple(subject, term, of)


def _triple(subject: NamedNode, term: Term, of: NamedNode | Literal) -> Triple:
    if term.inverse:
        assert isinstance(of, NamedNode)
        subject, of = of, subject
    return Triple(subject, _named(term.name), of)


def part(node: NamedNode, name: str) -> NamedNode:
    """The part of a resource that has this name."""
    joint = "-" if "#" in node.value else "#"
    return NamedNode(f"{node.value}{joint}{name}")


def _edge(told: Told, kind: EdgeType, text: str) -> Iterator[Triple]:
    source, target = resource(told.source), resource(told.target)
    for term in kind.rdf:
        yield from _said(source, term, target)
    if kind.resource is None:
        return
    form = kind.resource.kind
    node = _edge_resource(source, told, kind)
    yield from _typed(node, kind.resource.name, (form.kind, *kind.resource.others))
    yield Triple(node, _named(form.source), source)
    yield Triple(node, _named(form.target), target)
    if form.type is not None:
        yield Triple(node, _named(form.type), _named(kind.rdf[0].name))
    for term in kind.resource.rdf:
        yield from _said(node, term, target)
    yield from _properties(node, kind.properties, told.properties)
    yield from _around(node, told.properties, text)


def _edge_resource(source: NamedNode, told: Told, kind: EdgeType) -> NamedNode:
    assert kind.resource is not None
    keys = (str(told.properties.get(name, "")) for name in kind.resource.key)
    name = ".".join((f"{camel(kind.resource.name)}-{told.target}", *keys)).rstrip(".")
    return NamedNode(f"{source.value}#{escaped(name)}")


def _around(node: NamedNode, values: Any, text: str) -> Iterator[Triple]:
    """What stands before and after a passage."""
    if "passage" not in values:
        return
    start, end = values["start"], values["end"]
    for name, words in (
        ("oa:prefix", text[max(0, start - CONTEXT) : start]),
        ("oa:suffix", text[end : end + CONTEXT]),
    ):
        if words:
            yield from _said(node, Term(name, part="quote"), Literal(words))


def _consequences(bundle: Bundle) -> Iterator[Triple]:
    """What a position that stands means for its holder and for its voice."""
    if bundle.properties["review"] not in STANDING:
        return
    ends = {told.type: told.target for told in bundle.edges}
    holder, voice = resource(ends["HELD_BY"]), ends.get("VOICED_BY")
    direct = _SCHEMA.edges[DIRECT[Stance(bundle.properties["stance"])]]
    yield Triple(holder, _named(direct.rdf[0].name), resource(ends["TOWARDS"]))
    # Who reports somebody else's stance does not speak for him.
    if voice and voice != ends["HELD_BY"] and bundle.properties["modality"] != Modality.REPORTS_OTHER:
        yield Triple(resource(voice), _named("prov:actedOnBehalfOf"), holder)


def roles() -> Iterator[Triple]:
    """The roles that somebody may have in a body: standings and offices, with their names."""
    (status,) = (item for item in _SCHEMA.edges["MEMBER_OF"].properties if item.name == "status")
    names = {status: {"en": status} for status in status.choices}
    names |= {entry.id: dict(entry.name) for entry in Vocabulary.load().of_type(RoleKind)}
    for role, texts in sorted(names.items()):
        node = resource(role, "role")
        yield Triple(node, _TYPE, _named("org:Role"))
        for language, text in sorted(texts.items()):
            yield Triple(node, _named("skos:prefLabel"), Literal(text, language=language))
