"""The graph in bundles, in one order on every store: a node with the edges that are told with it.

Memory does not grow with the graph: a page of nodes is all that is held. The positions of an article follow
it, so that its text, into which their passages point, is read once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.store import Store
from ontology.schema import EdgeType, Schema

_NODES = 1000  # in a page
_ARTICLES = 50  # each with its text and its positions
_EDGES = 1_000_000  # of a page: more than it can have
_TIMEOUT = 120.0

_ENDS = {"source": "-[e:{types}]->", "target": "<-[e:{types}]-"}


@dataclass(frozen=True, slots=True)
class Told:
    """An edge as one of its ends tells it."""

    type: str
    source: str
    target: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A node, the edges that are told with it, and the text into which their passages point."""

    label: str
    id: str
    properties: Mapping[str, Any]
    edges: tuple[Told, ...]
    text: str = ""


def bundles(store: Store, heard: Callable[[int], None] = lambda _: None) -> Iterator[Bundle]:
    """All of it: what articles share by label and id, then each article with its positions.

    `heard` is told of each page how many bundles it had.
    """
    for label in shared_labels():
        for ids in pages(store, label, _NODES):
            yield from of_ids(store, label, ids)
            heard(len(ids))
    for ids in pages(store, "Article", _ARTICLES):
        yield from of_articles(store, ids)
        heard(len(ids))


def shared_labels() -> tuple[str, ...]:
    """The labels of what several articles may name."""
    nodes = Schema.load().nodes.values()
    return tuple(node.label for node in nodes if node.prefix and node.label not in ("Article", "Position"))


def of_articles(store: Store, ids: Sequence[str]) -> Iterator[Bundle]:
    """Articles, each followed by its positions, all with its text."""
    positions = _positions(store, ids)
    for article in of_ids(store, "Article", ids):
        text = article.properties["text"]
        yield replace(article, text=text)
        yield from (replace(item, text=text) for item in positions.get(article.id, ()))


def _positions(store: Store, articles: Sequence[str]) -> dict[str, list[Bundle]]:
    found = _read(
        store,
        "UNWIND $ids AS id MATCH (:Article {id: id})<-[:STATED_IN]-(p:Position) "
        "RETURN id, p.id AS position ORDER BY id, position",
        articles,
    )
    article_of = {position: article for article, position in found}
    of_article: dict[str, list[Bundle]] = {}
    ids = list(article_of)
    for start in range(0, len(ids), _NODES):
        for bundle in of_ids(store, "Position", ids[start : start + _NODES]):
            of_article.setdefault(article_of[bundle.id], []).append(bundle)
    return of_article


def of_ids(store: Store, label: str, ids: Sequence[str]) -> Iterator[Bundle]:
    """The bundles of the nodes of a label with these ids, as many of them as there are."""
    edges: dict[str, list[Told]] = {}
    for told in edges_of(store, label, ids):
        owner = told.source if Schema.load().edges[told.type].told_by == "source" else told.target
        edges.setdefault(owner, []).append(told)
    nodes = _read(store, f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n ORDER BY n.id", ids)
    for (node,) in nodes:
        own = sorted(edges.get(node["id"], ()), key=place)
        yield Bundle(label, node["id"], node, tuple(own))


def place(told: Told) -> tuple[str, ...]:
    """Where an edge stands in the order of those that are told together."""
    return told.type, told.source, told.target, repr(sorted(told.properties.items()))


def edges_of(store: Store, label: str, ids: Sequence[str]) -> Iterator[Told]:
    """The edges that the nodes of a label with these ids tell, in no order."""
    for end, pattern in _ENDS.items():
        types = "|".join(kind.name for kind in Schema.load().edges.values() if _tells(kind, end, label))
        if not types:
            continue
        ends = "id AS source, m.id AS target" if end == "source" else "m.id AS source, id AS target"
        cypher = (
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}){pattern.format(types=types)}(m) "
            f"RETURN type(e) AS type, {ends}, properties(e) AS properties"
        )
        yield from (Told(*row) for row in _read(store, cypher, ids))


def _tells(kind: EdgeType, end: str, label: str) -> bool:
    labels = kind.sources if end == "source" else kind.targets
    return kind.told_by == end and bool(set(labels) & set(Schema.load().nodes[label].labels))


def pages(store: Store, label: str, size: int) -> Iterator[list[str]]:
    """The ids of all nodes of a label, in their order, so many at a time."""
    after = ""
    cypher = f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT {size}"
    while rows := store.read(cypher, {"after": after}, timeout=_TIMEOUT, max_rows=size).rows:
        after = rows[-1][0]
        yield [row[0] for row in rows]


def _read(store: Store, cypher: str, ids: Iterable[str]) -> Sequence[tuple[Any, ...]]:
    return store.read(cypher, {"ids": list(ids)}, timeout=_TIMEOUT, max_rows=_EDGES).rows
