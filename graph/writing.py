"""What is done inside a write transaction, in the one Cypher dialect of both stores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction

from graph import making
from graph.batch import Edge, GraphBatch, Node, tallied_of
from graph.keeping import Changes
from graph.store import Outcome
from ontology.schema import Schema

META = "meta"


class Crossed(Exception):  # noqa: N818 - it is no error of the program
    """Another program changed or took what this transaction stands on: to be tried again."""


# What only this article may support: nodes that no vocabulary lists.
_UNLISTED = (
    "MATCH (:Article {id: $id})-[:MENTIONS|PUBLISHED_BY|RELAYED_FROM]->(n) WHERE n.listed = false",
    "MATCH (:Article {id: $id})<-[:STATED_IN]-(:Position)"
    "-[:HELD_BY|VOICED_BY|TOWARDS|VIA|CONTRASTS]->(n) WHERE n.listed = false",
    "MATCH (:Article {id: $id})<-[:REPORTED_IN]-(:Event)"
    "-[:TOOK_PART_IN|CONVENED|TOOK_PLACE_IN]-(n) WHERE n.listed = false",
    "MATCH (:Article {id: $id})-[:MENTIONS]->(:Person)-[r:REPRESENTS]->(n) "
    "WHERE $id IN r.reported_by AND n.listed = false",
)
_DIRECT_EDGES = """
MATCH (:Article {id: $id})<-[:STATED_IN]-(p:Position)-[:HELD_BY]->(holder), (p)-[:TOWARDS]->(target)
MATCH (holder)-[e:ENDORSES|REJECTS|QUALIFIES|ADDRESSES]->(target) WHERE e.position = p.id
DELETE e
"""
_POSITIONS = "MATCH (:Article {id: $id})<-[:STATED_IN]-(p:Position) DETACH DELETE p"
_REPORTED = "MATCH (:Article {id: $id})<-[:REPORTED_IN]-(e:Event) RETURN DISTINCT e.id AS id"
_ARTICLE = "MATCH (a:Article {id: $id}) DETACH DELETE a"
_SHARED = {
    "Event": "MATCH (n)-[e:TOOK_PART_IN|CONVENED|TOOK_PLACE_IN]-()",
    "Actor": "MATCH (n)-[e:REPRESENTS]->()",
}
_UNREPORTED = """
UNWIND $ids AS id MATCH (n:Event {id: id}) WHERE NOT (n)-[:REPORTED_IN]->(:Article) DETACH DELETE n
"""


def write_articles(tx: ManagedTransaction, batches: Sequence[GraphBatch]) -> list[Outcome]:
    """Write articles in place of their older versions."""
    changes = Changes()
    outcomes = _replaced(tx, batches, changes)
    written = [
        batch.article
        for batch, outcome in zip(batches, outcomes, strict=True)
        if outcome is not Outcome.UNCHANGED
    ]
    if written:
        _count_change(tx, written)
        # After the count of changes, whose lock lets one program at a time come to the tallies.
        changes.keep(tx)
    return outcomes


def _count_change(tx: ManagedTransaction, articles: Sequence[str | None] = ()) -> None:
    """Count a change of the graph, so that whoever keeps a copy of it sees that and where it changed."""
    # The first of the two takes the node's lock: of two programs at once the second counts on.
    changes = tx.run(
        "MERGE (m:Meta {id: $id}) SET m.name = 'Communiqué' SET m.changes = coalesce(m.changes, 0) + 1 "
        "RETURN m.changes AS changes",
        id=META,
    ).single(strict=True)["changes"]
    if articles:
        tx.run(
            "UNWIND $articles AS id MATCH (a:Article {id: id}) SET a.changed = $changes",
            articles=articles,
            changes=changes,
        ).consume()


def _replaced(tx: ManagedTransaction, batches: Sequence[GraphBatch], changes: Changes) -> list[Outcome]:
    stored, older = _stored(tx, batches), _older_versions(tx, batches)
    if len(batches) > 1 and _entangled(batches, older):
        return [outcome for batch in batches for outcome in _replaced(tx, [batch], changes)]
    current = [batch for batch in batches if stored.get(str(batch.article)) == batch.version]
    new = [batch for batch in batches if stored.get(str(batch.article)) != batch.version]
    gone = [article for batch in batches for article in older.get(batch.origin, ())]
    for article in (*gone, *(str(batch.article) for batch in new if batch.article in stored)):
        _delete(tx, article, changes)
    for batch in current:
        if batch.origin in older:
            # The text moved here from another origin: it goes with this one from now on.
            tx.run(
                "MATCH (a:Article {id: $id}) SET a.origin = $origin", id=batch.article, origin=batch.origin
            ).consume()
    _write_new(tx, new)
    for batch in new:
        changes.add(batch, tallied_of(batch))
    return [_outcome(batch, stored, older) for batch in batches]


def _outcome(batch: GraphBatch, stored: Mapping[str, str], older: Mapping[str | None, list[str]]) -> Outcome:
    if batch.origin in older:
        return Outcome.CHANGED
    match stored.get(str(batch.article)):
        case None:
            return Outcome.ADDED
        case batch.version:
            return Outcome.UNCHANGED
    return Outcome.CHANGED


def _stored(tx: ManagedTransaction, batches: Iterable[GraphBatch]) -> dict[str, str]:
    """The versions in which articles are stored, by their ids."""
    found = tx.run(
        "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN id, a.record_hash AS hash",
        ids=[batch.article for batch in batches],
    )
    return {record["id"]: record["hash"] for record in found}


def _older_versions(tx: ManagedTransaction, batches: Iterable[GraphBatch]) -> dict[str | None, list[str]]:
    """The ids of other articles of the same origin, by origin."""
    ids = {batch.origin: batch.article for batch in batches if batch.origin is not None}
    older: dict[str | None, list[str]] = {}
    for origin, article in tx.run(
        "UNWIND $origins AS origin MATCH (a:Article {origin: origin}) RETURN origin, a.id",
        origins=sorted(ids),
    ).values():
        if article != ids[origin]:
            older.setdefault(origin, []).append(article)
    return older


def _entangled(batches: Sequence[GraphBatch], older: Mapping[str | None, Sequence[str]]) -> bool:
    """Whether it matters in which order articles are written: two are one, or one has been another."""
    ids = {batch.article for batch in batches}
    origins = {batch.origin for batch in batches if batch.origin is not None}
    moved = any(not ids.isdisjoint(articles) for articles in older.values())
    return moved or len(ids) < len(batches) or len(origins) < sum(b.origin is not None for b in batches)


def _write_new(tx: ManagedTransaction, batches: Sequence[GraphBatch]) -> None:
    """Write articles none of which is there."""
    if not batches:
        return
    # What several of them name comes with the first.
    nodes = {node.id: node for batch in reversed(batches) for node in reversed(batch.nodes)}
    made = _write_nodes(tx, nodes.values(), new=True)
    _write_edges(tx, (edge for batch in batches for edge in batch.edges), made)


def delete_article(tx: ManagedTransaction, article: str) -> bool:
    """Delete an article with its positions and whatever else only it supported."""
    changes = Changes()
    deleted = _delete(tx, article, changes)
    if deleted:
        _count_change(tx)
        changes.keep(tx)
    return deleted


def _delete(tx: ManagedTransaction, article: str, changes: Changes) -> bool:
    if tx.run("MATCH (a:Article {id: $id}) RETURN a.id", id=article).single() is None:
        return False
    changes.take(tx, article)
    unlisted = {
        record["id"]
        for pattern in _UNLISTED
        for record in tx.run(f"{pattern} RETURN DISTINCT n.id AS id", id=article)
    }
    events = [record["id"] for record in tx.run(_REPORTED, id=article)]
    for statement in (_DIRECT_EDGES, _POSITIONS, _ARTICLE):
        tx.run(statement, id=article).consume()
    _withdraw(tx, "Event", events, article)
    tx.run(_UNREPORTED, ids=events).consume()
    _withdraw(tx, "Actor", sorted(unlisted), article)
    _delete_unsupported(tx, sorted(unlisted))
    return True


def _withdraw(tx: ManagedTransaction, label: str, ids: Sequence[str], article: str) -> None:
    """Take an article's name off the edges that it reported; those that none reports go."""
    match = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) {_SHARED[label]}"
    tx.run(
        f"{match} WHERE $article IN e.reported_by "
        "SET e.reported_by = [other IN e.reported_by WHERE other <> $article]",
        ids=ids,
        article=article,
    ).consume()
    tx.run(f"{match} WHERE size(e.reported_by) = 0 DELETE e", ids=ids).consume()


def _delete_unsupported(tx: ManagedTransaction, ids: Sequence[str]) -> None:
    for label in ("Actor", "Principle", "Place"):
        tx.run(
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) WHERE n.listed = false AND NOT (n)--() DELETE n",
            ids=ids,
        ).consume()


def write_vocabulary(tx: ManagedTransaction, batch: GraphBatch) -> Outcome:
    """Write the vocabulary in place of an older one."""
    # Written first, so that of two programs at once the second waits and finds it done.
    before = tx.run(
        "MERGE (m:Meta {id: $id}) SET m.name = 'Communiqué' RETURN m.vocabulary_version AS version", id=META
    ).single(strict=True)["version"]
    if before == batch.version:
        return Outcome.UNCHANGED
    tx.run("MATCH ()-[e:MEMBER_OF|BROADER]->() DELETE e").consume()
    tx.run("MATCH (:Person)-[e:REPRESENTS]->() WHERE e.reported_by IS NULL DELETE e").consume()
    _write_nodes(tx, batch.nodes)
    _unlist(tx, {node.id for node in batch.nodes})
    _write_edges(tx, batch.edges)
    tx.run("MATCH (m:Meta {id: $id}) SET m.vocabulary_version = $version", id=META, version=batch.version)
    _count_change(tx)
    return Outcome.ADDED if before is None else Outcome.CHANGED


def _unlist(tx: ManagedTransaction, listed: set[str]) -> None:
    """What an older vocabulary listed and this one does not stays only where an article names it."""
    for label in ("Actor", "Principle", "Place"):
        found = tx.run(f"MATCH (n:{label}) WHERE n.listed = true RETURN n.id AS id")
        gone = [record["id"] for record in found if record["id"] not in listed]
        if gone:
            tx.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) SET n.listed = false", ids=gone).consume()
            _delete_unsupported(tx, gone)


def _write_nodes(tx: ManagedTransaction, nodes: Iterable[Node], *, new: bool = False) -> set[str]:
    """Write nodes; the ids of those that were made. `new` tells that the own ones are not there yet.

    Nodes are looked up and then made, not merged: ArcadeDB merges a node of two labels by reading all of
    the first. Of two programs that make the same one at once the second is refused, and tries again.
    """
    made: set[str] = set()
    for (label, own), group in _grouped(nodes, lambda node: (node.labels[0], node.own)):
        known = set() if own and new else _known(tx, label, group)
        if own and known:
            tx.run(
                f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n += row.properties",
                rows=[_node_row(node) for node in group if node.id in known],
            ).consume()
        absent = [node for node in group if node.id not in known]
        made.update(node.id for node in absent)
        for labels, some in _grouped(absent, lambda node: node.labels):
            for rows in making.lots(map(_node_row, some)):
                tx.run(f"UNWIND $rows AS row {making.node(labels, rows)}", rows=rows).consume()
    return made


def _node_row(node: Node) -> dict[str, Any]:
    return {"id": node.id, "properties": {"id": node.id, **_present(node.properties)}}


def _known(tx: ManagedTransaction, label: str, nodes: Iterable[Node]) -> set[str]:
    found = tx.run(
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id", ids=[node.id for node in nodes]
    )
    return {record["id"] for record in found}


def _write_edges(tx: ManagedTransaction, edges: Iterable[Edge], made: Set[str] = frozenset()) -> None:
    """Write edges; `made` are the nodes that no other edge can hang on yet."""
    for (kind, source, target, shared), group in _grouped(_merged(edges), partial(_edge_group, made=made)):
        for rows in making.lots(map(_edge_row, group)):
            write = (
                f"MERGE (a)-[e:{kind}]->(b) ON CREATE SET e += row.properties "
                "ON MATCH SET e.reported_by = e.reported_by + row.properties.reported_by"
                if shared
                else making.edge(kind, rows)
            )
            written = tx.run(
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
                f"MATCH (b:{target} {{id: row.target}}) {write} RETURN count(e) AS n",
                rows=rows,
            ).single(strict=True)["n"]
            if written != len(rows):
                raise Crossed(f"{len(rows) - written} {kind} edges had no node to hang on")


def _edge_row(edge: Edge) -> dict[str, Any]:
    return {"source": edge.source, "target": edge.target, "properties": _present(edge.properties)}


def _merged(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Edges, of the shared ones each once, with all who report it."""
    shared: dict[tuple[str, str, str], Edge] = {}
    for edge in edges:
        if not edge.shared:
            yield edge
            continue
        key = edge.type, edge.source, edge.target
        before = shared[key].properties if key in shared else {**edge.properties, "reported_by": []}
        reported = [*before["reported_by"], *edge.properties["reported_by"]]
        shared[key] = replace(edge, properties={**before, "reported_by": reported})
    yield from shared.values()


def _edge_group(edge: Edge, made: Set[str]) -> tuple[str, str, str, bool]:
    labels = Schema.load().labels_of
    found = edge.shared and made.isdisjoint((edge.source, edge.target))
    return edge.type, labels(edge.source)[0], labels(edge.target)[0], found


def _grouped(items: Iterable[Any], key: Any) -> Iterator[tuple[Any, list[Any]]]:
    for value, group in groupby(sorted(items, key=key), key):
        yield value, list(group)


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
