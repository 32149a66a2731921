"""The whole graph as exports read it: every node, then every edge, a page at a time and in one order.

Memory does not grow with the graph, nor with what one node has: an edge is read from the end that has few of
its kind. An edge that stands for a position is made of the position again, as the store made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from graph.batch import DIRECT
from graph.bundles import Told, edges_of, pages, place
from graph.store import Store
from ontology.errors import StoreError
from ontology.record import Stance
from ontology.schema import Schema

Heard = Callable[[int], None]

# Kept for the store's own use; a reader of an export has the graph itself.
INTERNAL = Schema.load().internal() | {"labels"}

_PAGE = 1000
_TEXTS = 100  # in a page of articles
_TIMEOUT = 120.0

_DIRECT = """
UNWIND $ids AS id
MATCH (p:Position {id: id})-[:HELD_BY]->(holder:Actor)
MATCH (p)-[:TOWARDS]->(target)
OPTIONAL MATCH (p)-[:VIA]->(bloc:Bloc)
RETURN id, holder.id AS holder, target.id AS target, p.stance AS stance, p.said_on AS on,
       p.confidence AS confidence, p.review AS review, collect(bloc.id) AS via
ORDER BY id
"""


def silent(_: int) -> None:
    """Hears of what was read and says nothing."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node under its narrowest label, with all that it has."""

    label: str
    id: str
    name: str | None
    labels: tuple[str, ...]
    properties: Mapping[str, Any]

    @property
    def public(self) -> dict[str, Any]:
        """What it has, without what only the store needs."""
        return public(self.properties)


def public(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties by name, without nulls and what only the store needs."""
    return {
        name: value
        for name, value in sorted(properties.items())
        if name not in INTERNAL and value is not None
    }


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a store holds. `heard` is told of each page how many nodes or edges it had."""

    store: Store
    heard: Heard = silent

    def nodes(self) -> Iterator[Node]:
        """Every node, by label and id."""
        for label in _labels():
            for ids in pages(self.store, label, _size(label)):
                cypher = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n ORDER BY n.id"
                for (node,) in self._read(cypher, ids):
                    yield Node(label, node["id"], node.get("name"), tuple(node["labels"]), node)
                self.heard(len(ids))

    def edges(self) -> Iterator[Told]:
        """Every edge, by the label and the page of the node that it is read from."""
        for label in _labels():
            for ids in pages(self.store, label, _size(label)):
                found = list(edges_of(self.store, label, ids))
                if label == "Position":
                    found += self._direct(ids)
                yield from sorted(found, key=place)
                self.heard(len(found))

    def _direct(self, ids: Sequence[str]) -> Iterator[Told]:
        for position, holder, target, stance, on, confidence, review, via in self._read(_DIRECT, ids):
            dated = {} if on is None else {"on": on}
            own = {"position": position, "via": sorted(via), "confidence": confidence, "review": review}
            yield Told(DIRECT[Stance(stance)], holder, target, dated | own)

    def _read(self, cypher: str, ids: Sequence[str]) -> Sequence[tuple[Any, ...]]:
        return self.store.read(cypher, {"ids": list(ids)}, timeout=_TIMEOUT, max_rows=len(ids)).rows

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """A block in which the store must not change; raises StoreError at its end where it did."""
        before = self.store.revision()
        yield
        if self.store.revision() != before:
            raise StoreError(
                "The store was changed while it was read, so that nodes and edges may not fit together: "
                "do it again while nothing is loaded."
            )


def _labels() -> tuple[str, ...]:
    """The labels of what has an id, in the order of the schema."""
    return tuple(node.label for node in Schema.load().nodes.values() if node.prefix)


def _size(label: str) -> int:
    return _TEXTS if label == "Article" else _PAGE
