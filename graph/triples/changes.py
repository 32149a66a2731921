"""What an index does when the store has changed: only what has changed is read again.

An article goes with its positions and its mentions. What it names and the vocabulary does not list, and its
events, may have come, changed or gone with it: each of these is read again by its id. Where the vocabulary is
another, all that articles share is read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple
from pyoxigraph import Store as Oxigraph

from graph import rdf
from graph.batch import DIRECT
from graph.bundles import Bundle, of_articles, of_ids, shared_labels
from graph.store import Store
from ontology.record import Modality, Stance
from ontology.schema import EdgeType, Schema
from ontology.terms import Term

_SCHEMA = Schema.load()
_TERMS = _SCHEMA.terms
_AT_ONCE = 200  # nodes that are read at once
_ROWS = 100_000_000
_TIMEOUT = 300.0


def _iri(name: str) -> NamedNode:
    return NamedNode(_TERMS.iri(name))


_TYPE, _ID, _LISTED, _STATED_IN, _HELD_BY, _VOICED_BY, _TOWARDS, _ACTED = (
    _iri(name)
    for name in (
        *("rdf:type", "dcterms:identifier", "cq:listed", "cq:statedIn", "cq:heldBy", "cq:voicedBy"),
        *("cq:towards", "prov:actedOnBehalfOf"),
    )
)


@dataclass(frozen=True)
class _Told:
    """What the bundle of a node says, as patterns around the node."""

    label: str

    @cached_property
    def _edges(self) -> list[tuple[EdgeType, str]]:
        labels = set(_SCHEMA.nodes[self.label].labels)
        ends = (("source", "sources"), ("target", "targets"))
        return [
            (kind, end)
            for kind in _SCHEMA.edges.values()
            for end, named in ends
            if kind.told_by == end and labels & set(getattr(kind, named))
        ]

    @cached_property
    def outgoing(self) -> list[NamedNode]:
        """Predicates of which the node is the subject."""
        own = [term for item in _SCHEMA.properties_of(self.label) for term in item.rdf if term.part is None]
        also = (name for label in _SCHEMA.nodes[self.label].labels for name, _ in _SCHEMA.nodes[label].also)
        return [_TYPE, *map(_iri, also), *(_iri(term.name) for term in own), *self._ends(inverse=False)]

    @cached_property
    def incoming(self) -> list[NamedNode]:
        """Predicates of which the node is the object."""
        return self._ends(inverse=True)

    def _ends(self, *, inverse: bool) -> list[NamedNode]:
        terms: list[tuple[Term, str]] = [(term, end) for kind, end in self._edges for term in kind.rdf]
        return [
            _iri(term.name)
            for term, end in terms
            if term.part is None and (term.inverse != (end == "target")) is inverse
        ]

    @cached_property
    def resources(self) -> list[tuple[NamedNode, NamedNode]]:
        """Classes of the resources that its edges are, each with the predicate that leads to the node."""
        return [
            (_iri(f"{_TERMS.own}:{kind.resource.name}"), _iri(getattr(kind.resource.kind, end)))
            for kind, end in self._edges
            if kind.resource
        ]


_TOLD = {label: _Told(label) for label in (*shared_labels(), "Article", "Position")}


def apply_changes(triples: Oxigraph, store: Store, since: int, *, vocabulary: bool) -> None:
    """Bring the triples of a store, which show it as it was after `since` changes, up to date.

    `vocabulary` says whether that has changed too.
    """
    _Changes(triples, store).run(since, vocabulary=vocabulary)


class _Changes:
    """The work on one set of triples."""

    def __init__(self, triples: Oxigraph, store: Store) -> None:
        self._triples, self._store = triples, store
        self._touched: set[str] = set()
        self._consequences: set[tuple[NamedNode, NamedNode, NamedNode]] = set()

    def run(self, since: int, *, vocabulary: bool) -> None:
        changed = self._column(
            "MATCH (a:Article) WHERE a.changed > $since RETURN a.id AS id ORDER BY id", since=since
        )
        for article in {*changed, *self._gone(changed)}:
            self._forget_article(rdf.resource(article))
        for ids in _chunks(changed):
            self._learn(of_articles(self._store, ids))
        if vocabulary:
            self._triples.extend(map(_quad, rdf.roles()))
            self._touched.update(self._all_shared())
        self._relearn_shared(unless_listed=not vocabulary)
        self._check_consequences()

    def _column(self, cypher: str, **parameters: object) -> list[str]:
        rows = self._store.read(cypher, parameters, timeout=_TIMEOUT, max_rows=_ROWS).rows
        return [row[0] for row in rows]

    def _gone(self, changed: Sequence[str]) -> set[str]:
        """Articles that the triples have and the store has no more; its list is read only if some are."""
        known = self._ids_of("Article")
        (there,) = self._column("MATCH (a:Article) RETURN count(a) AS articles")
        if len(known | set(changed)) == int(there):
            return set()
        return known - set(self._column("MATCH (a:Article) RETURN a.id AS id"))

    def _ids_of(self, label: str) -> set[str]:
        nodes = self._triples.quads_for_pattern(None, _TYPE, _iri(f"{_TERMS.own}:{label}"), DefaultGraph())
        return {item for quad in nodes for item in self._id(quad.subject)}

    def _all_shared(self) -> Iterator[str]:
        for label in shared_labels():
            yield from self._ids_of(label)
            yield from self._column(f"MATCH (n:{label}) RETURN n.id AS id")

    def _objects(self, node: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        found = self._triples.quads_for_pattern(node, predicate, None, DefaultGraph())
        return [quad.object for quad in found]  # type: ignore[misc]

    def _subjects(self, predicate: NamedNode, node: NamedNode) -> list[NamedNode]:
        found = self._triples.quads_for_pattern(None, predicate, node, DefaultGraph())
        return [quad.subject for quad in found]  # type: ignore[misc]

    def _id(self, node: object) -> list[str]:
        """The id of a resource that is a node of the graph."""
        return [item.value for item in self._objects(node, _ID)] if isinstance(node, NamedNode) else []

    def _forget_article(self, article: NamedNode) -> None:
        for position in self._subjects(_STATED_IN, article):
            self._note_consequences(position)
            self._forget(position, "Position")
        self._forget(article, "Article")

    def _forget(self, node: NamedNode, label: str) -> None:
        """Remove what the bundle of a node says; what it leads to may have changed with it."""
        told = _TOLD[label]
        for kind, end in told.resources:
            for resource in self._subjects(end, node):
                if self._has(resource, _TYPE, kind):
                    self._remove_all(resource)
        for predicate in told.incoming:
            self._remove(self._triples.quads_for_pattern(None, predicate, node, DefaultGraph()))
        for predicate in told.outgoing:
            self._remove(self._triples.quads_for_pattern(node, predicate, None, DefaultGraph()))
        self._remove_parts(node)

    def _remove_all(self, resource: NamedNode) -> None:
        self._remove(self._triples.quads_for_pattern(resource, None, None, DefaultGraph()))
        self._remove_parts(resource)

    def _remove_parts(self, node: NamedNode) -> None:
        for name in _TERMS.parts:
            part = rdf.part(node, name)
            self._remove(self._triples.quads_for_pattern(part, None, None, DefaultGraph()))

    def _remove(self, quads: Iterable[Quad]) -> None:
        for quad in list(quads):
            for end in (quad.subject, quad.object):
                self._touched.update(self._id(end))
            self._triples.remove(quad)

    def _has(self, subject: NamedNode, predicate: NamedNode, of: NamedNode | Literal) -> bool:
        return Quad(subject, predicate, of, DefaultGraph()) in self._triples

    def _learn(self, bundles: Iterable[Bundle]) -> None:
        learnt: list[Quad] = []
        for bundle in bundles:
            learnt.extend(map(_quad, rdf.triples(bundle)))
            self._touched.update(end for told in bundle.edges for end in (told.source, told.target))
        self._triples.extend(learnt)

    def _relearn_shared(self, *, unless_listed: bool) -> None:
        done: set[str] = set()
        while left := self._touched - done:
            done |= left
            fresh: dict[str, list[str]] = defaultdict(list)
            for item in sorted(left):
                node, label = rdf.resource(item), _SCHEMA.labels_of(item)[-1]
                listed = unless_listed and self._has(node, _LISTED, Literal(True))
                if label in _TOLD and label not in ("Article", "Position") and not listed:
                    self._forget(node, label)
                    fresh[label].append(item)
            for label, ids in fresh.items():
                for some in _chunks(ids):
                    self._learn(of_ids(self._store, label, some))

    def _note_consequences(self, position: NamedNode) -> None:
        """What a position that goes meant for its holder and its voice; another may mean it still."""
        holders, targets = self._objects(position, _HELD_BY), self._objects(position, _TOWARDS)
        for holder in holders:
            self._consequences.update((holder, way, of) for way in _STANCES for of in targets)  # type: ignore[misc]
            self._consequences.update(
                (voice, _ACTED, holder)  # type: ignore[misc]
                for voice in self._objects(position, _VOICED_BY)
            )

    def _check_consequences(self) -> None:
        for subject, predicate, of in self._consequences:
            if self._has(subject, predicate, of) and not self._triples.query(_ask(subject, predicate, of)):
                self._triples.remove(Quad(subject, predicate, of, DefaultGraph()))


def _direct() -> dict[NamedNode, list[str]]:
    """Each direct predicate, with the stances that mean it."""
    ways: dict[NamedNode, list[str]] = defaultdict(list)
    for stance in Stance:
        ways[_iri(_SCHEMA.edges[DIRECT[stance]].rdf[0].name)].append(stance.value)
    return dict(ways)


_STANCES = _direct()


def _ask(subject: NamedNode, predicate: NamedNode, of: NamedNode) -> str:
    """Whether a position that stands means a consequence still."""
    if predicate == _ACTED:
        pattern = f"{_VOICED_BY} {subject} ; {_HELD_BY} {of} ; {_iri('cq:modality')} ?how"
        condition = f"?how != {Literal(Modality.REPORTS_OTHER.value)}"
    else:
        pattern = f"{_HELD_BY} {subject} ; {_TOWARDS} {of} ; {_iri('cq:stance')} ?how"
        condition = f"?how IN ({_literals(_STANCES[predicate])})"
    standing = f"?review IN ({_literals(rdf.STANDING)})"
    return f"ASK {{ ?p {pattern} ; {_iri('cq:review')} ?review FILTER({condition} && {standing}) }}"


def _literals(values: Iterable[str]) -> str:
    return ", ".join(str(Literal(str(value))) for value in values)


def _quad(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
