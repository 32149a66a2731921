"""What is done inside a write transaction, in the one Cypher dialect of both stores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction

from graph import tallies
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


def write_article(tx: ManagedTransaction, batch: GraphBatch) -> Outcome:
    """Write an article in place of its older versions."""
    changes = Changes()
    outcome = _replaced(tx, batch, changes)
    if outcome is not Outcome.UNCHANGED:
        _count_change(tx, batch.article)
        # After the count of changes, whose lock lets one program at a time come to the tallies.
        changes.keep(tx)
    return outcome


def _count_change(tx: ManagedTransaction, article: str | None = None) -> None:
    """Count a change of the graph, so that whoever keeps a copy of it sees that and where it changed."""
    # The first of the two takes the node's lock: of two programs at once the second counts on.
    tx.run(
        "MERGE (m:Meta {id: $id}) SET m.name = 'Communiqué' SET m.changes = coalesce(m.changes, 0) + 1",
        id=META,
    ).consume()
    if article is not None:
        tx.run(
            "MATCH (m:Meta {id: $id}) MATCH (a:Article {id: $article}) SET a.changed = m.changes",
            id=META,
            article=article,
        ).consume()


def _replaced(tx: ManagedTransaction, batch: GraphBatch, changes: Changes) -> Outcome:
    stored = tx.run("MATCH (a:Article {id: $id}) RETURN a.record_hash AS hash", id=batch.article).single()
    older = _older_versions(tx, batch)
    current = stored is not None and stored["hash"] == batch.version
    if current and not older:
        return Outcome.UNCHANGED
    for article in older:
        _delete(tx, article, changes)
    if current:
        # The text moved here from another origin: it goes with this one from now on.
        tx.run("MATCH (a:Article {id: $id}) SET a.origin = $origin", id=batch.article, origin=batch.origin)
        return Outcome.CHANGED
    if stored is not None:
        _delete(tx, str(batch.article), changes)
    _write_nodes(tx, batch.nodes, new=True)
    _write_edges(tx, batch.edges)
    changes.put.extend(tallied_of(batch))
    return Outcome.CHANGED if older or stored is not None else Outcome.ADDED


def _older_versions(tx: ManagedTransaction, batch: GraphBatch) -> list[str]:
    if batch.origin is None:
        return []
    found = tx.run(
        "MATCH (a:Article {origin: $origin}) WHERE a.id <> $id RETURN a.id AS id",
        origin=batch.origin,
        id=batch.article,
    )
    return [record["id"] for record in found]


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
    changes.taken.extend(tallies.of_article(tx, article))
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


def _write_nodes(tx: ManagedTransaction, nodes: Iterable[Node], *, new: bool = False) -> None:
    """Write nodes; `new` tells that the own ones are not there yet.

    Nodes are looked up and then made, not merged: ArcadeDB merges a node of two labels by reading all of
    the first. Of two programs that make the same one at once the second is refused, and tries again.
    """
    for (labels, own), group in _grouped(nodes, lambda node: (node.labels, node.own)):
        rows = [{"id": node.id, "properties": _present(node.properties)} for node in group]
        known = set() if own and new else _known(tx, labels[0], rows)
        if own and known:
            _run_rows(
                tx, f"MATCH (n:{labels[0]} {{id: row.id}})", [row for row in rows if row["id"] in known]
            )
        _run_rows(
            tx, f"CREATE (n:{':'.join(labels)} {{id: row.id}})", [r for r in rows if r["id"] not in known]
        )


def _known(tx: ManagedTransaction, label: str, rows: Iterable[Mapping[str, Any]]) -> set[str]:
    found = tx.run(
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id", ids=[row["id"] for row in rows]
    )
    return {record["id"] for record in found}


def _run_rows(tx: ManagedTransaction, clause: str, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        tx.run(f"UNWIND $rows AS row {clause} SET n += row.properties", rows=rows).consume()


def _write_edges(tx: ManagedTransaction, edges: Iterable[Edge]) -> None:
    for (kind, source, target, shared), group in _grouped(edges, _edge_group):
        rows = [
            {"source": edge.source, "target": edge.target, "properties": _present(edge.properties)}
            for edge in group
        ]
        write = (
            f"MERGE (a)-[e:{kind}]->(b) ON CREATE SET e += row.properties "
            "ON MATCH SET e.reported_by = e.reported_by + row.properties.reported_by"
            if shared
            else f"CREATE (a)-[e:{kind}]->(b) SET e += row.properties"
        )
        written = tx.run(
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
            f"MATCH (b:{target} {{id: row.target}}) {write} RETURN count(e) AS n",
            rows=rows,
        ).single(strict=True)["n"]
        if written != len(rows):
            raise Crossed(f"{len(rows) - written} {kind} edges had no node to hang on")


def _edge_group(edge: Edge) -> tuple[str, str, str, bool]:
    labels = Schema.load().labels_of
    return edge.type, labels(edge.source)[0], labels(edge.target)[0], edge.shared


def _grouped(items: Iterable[Any], key: Any) -> Iterator[tuple[Any, list[Any]]]:
    for value, group in groupby(sorted(items, key=key), key):
        yield value, list(group)


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
