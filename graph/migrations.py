"""Constraints and indexes: what the schema asks for, as statements of either engine."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.schema import NodeType, Schema

_SQL_TYPES = {
    "string": "STRING",
    "strings": "LIST",
    "integer": "LONG",
    "float": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "DATETIME",
}


# Indexes of older schemas. Of that on `review` ArcadeDB took whatever stands, which is nearly everything.
_GONE = ("position_review",)


def cypher_statements(schema: Schema) -> Iterator[str]:
    """Constraints and indexes that both engines understand."""
    for name in _GONE:
        yield f"DROP INDEX {name} IF EXISTS"
    for node in schema.nodes.values():
        if _identified(schema, node):
            yield (
                f"CREATE CONSTRAINT {node.label.lower()}_id IF NOT EXISTS "
                f"FOR (n:{node.label}) REQUIRE n.id IS UNIQUE"
            )
    for node, item in schema.indexed():
        name = f"{node.label.lower()}_{item.name}"
        yield f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{node.label}) ON (n.{item.name})"


def neo4j_fulltext(schema: Schema) -> Iterator[str]:
    """Full-text indexes in Neo4j's Cypher."""
    for item in schema.fulltext:
        properties = ", ".join(f"n.{name}" for name in item.properties)
        yield (
            f"CREATE FULLTEXT INDEX {item.index} IF NOT EXISTS FOR (n:{item.label}) ON EACH [{properties}] "
            f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{item.neo4j}'}}}}"
        )


def arcadedb_types(schema: Schema) -> Iterator[str]:
    """Types in ArcadeDB's SQL, so that no write needs to make one; a pair of labels is a type too."""
    for node in schema.nodes.values():
        yield f"CREATE VERTEX TYPE {node.label} IF NOT EXISTS"
    for labels in _pairs(schema):
        yield f"CREATE VERTEX TYPE `{'~'.join(labels)}` IF NOT EXISTS EXTENDS {', '.join(labels)}"
    for edge in schema.edges.values():
        yield f"CREATE EDGE TYPE {edge.name} IF NOT EXISTS"
    for node, item in schema.indexed():
        yield f"CREATE PROPERTY {node.label}.{item.name} IF NOT EXISTS {_SQL_TYPES[item.type]}"


def arcadedb_fulltext(schema: Schema) -> Iterator[str]:
    """Full-text indexes in ArcadeDB's SQL."""
    for item in schema.fulltext:
        for name in item.properties:
            yield f"CREATE PROPERTY {item.label}.{name} IF NOT EXISTS STRING"
        yield (
            f"CREATE INDEX {item.index} IF NOT EXISTS ON {item.label} ({', '.join(item.properties)}) "
            f'FULL_TEXT METADATA {{"analyzer": "{item.lucene}"}}'
        )


def _identified(schema: Schema, node: NodeType) -> bool:
    return node.parent is not None or any(item.name == "id" for item in node.properties)


def _pairs(schema: Schema) -> Iterator[tuple[str, ...]]:
    for node in schema.nodes.values():
        if node.parent:
            yield tuple(sorted(node.labels))
    for item in schema.fulltext:
        for label in ("Article", "Position"):
            yield tuple(sorted((label, item.label)))
