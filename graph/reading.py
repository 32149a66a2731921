"""What is done for a read: which Cypher may run, and plain values out of the driver's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from neo4j import Transaction
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.store import Rows
from ontology.errors import QueryRefused

_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_HIDDEN = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_QUOTED = re.compile(r"`((?:[^`]|``)*)`")
_WRITES = (
    "CREATE|INSERT|MERGE|SET|DELETE|DETACH|REMOVE|DROP|ALTER|RENAME|FOREACH|GRANT|DENY|REVOKE|TERMINATE|"
    r"(?:START|STOP)\s+DATABASE|ENABLE\s+SERVER|(?:DE|RE)ALLOCATE"
)
# A word after a dot, colon or bar is a property, label or type; one before a colon is a key of a map.
_WRITE = re.compile(rf"(?<![.:|&!$\w])\s*\b({_WRITES})\b(?!\s*:)", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\bLOAD\s+CSV\b|\bUSE\s+\w+|\bIN\s+(\w+\s+)?(CONCURRENT\s+)?TRANSACTIONS\b"
    r"|\bSHOW\s+(CURRENT|USERS?|ROLES?|SETTINGS?|TRANSACTIONS?|DATABASES?)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b([A-Za-z_]\w*(?:\s*\.\s*\w+)+)\s*\(|\bCALL\s+([A-Za-z_][\w.\s]*?)\s*(?=\(|YIELD|RETURN|$)"
)
_RETURN = re.compile(r"\bRETURN\s+(DISTINCT\s+)?", re.IGNORECASE)
_RETURN_END = re.compile(r"\b(ORDER\s+BY|SKIP|OFFSET|LIMIT|UNION)\b|[;}]\s*$", re.IGNORECASE)
_AS = re.compile(r"\s+AS\s+(?=\S+\s*$)", re.IGNORECASE)
# Procedures and functions that neither write nor leave the store.
_HARMLESS = re.compile(
    r"(db\.(labels|propertyKeys|relationshipTypes|schema\.\w+|index\.(fulltext|vector)\.query\w+)"
    r"|(date|datetime|localdatetime|localtime|time|duration|point|vector|algo|path|meta)\.[\w.]+"
    r"|apoc\.(agg|algo|coll|convert|date|map|math|meta|number|path|text)\.[\w.]+|dbms\.components)$",
    re.IGNORECASE,
)


def refuse_unless_reading(cypher: str) -> None:
    """Raise QueryRefused for Cypher that writes or reaches outside the store.

    The engines refuse it too (a read-only user, a read transaction); this one says so in a sentence,
    and before anything runs.
    """
    # Neo4j decodes escapes before it reads the query: so must whoever looks for words in it.
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)
    bare = _HIDDEN.sub(" '' ", decoded)
    words = _QUOTED.sub("quoted", bare)
    if found := _WRITE.search(words):
        word = found[1].upper()
        raise QueryRefused(f"This door is read-only and the query has {word}; only reading Cypher runs here.")
    if found := _OUTSIDE.search(words):
        raise QueryRefused(f"{found[0].upper()} is not allowed here; query only what the store holds.")
    for name in _called(_QUOTED.sub(r"\1", bare)):
        if not _HARMLESS.match(name):
            raise QueryRefused(
                f"{name} may not be called here; use plain Cypher, or db., algo. and date functions."
            )


def _called(cypher: str) -> Iterator[str]:
    for found in _CALLED.finditer(cypher):
        yield re.sub(r"\s", "", found[1] or found[2])


def columns_of(cypher: str) -> tuple[str, ...]:
    """The columns that a query's last RETURN names, read from its text."""
    # Same length as the original, so that positions in one are positions in the other.
    masked = _HIDDEN.sub(lambda found: "'" * len(found[0]), cypher)
    masked = _QUOTED.sub(lambda found: "q" * len(found[0]), masked)
    if not (starts := list(_RETURN.finditer(masked))):
        return ()
    start = starts[-1].end()
    tail = _RETURN_END.search(masked, start)
    return tuple(
        _alias(cypher[left:right], masked[left:right])
        for left, right in _parts(masked, start, tail.start() if tail else len(masked))
    )


def _parts(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the parts between commas outside all brackets begin and end."""
    depth, left = 0, start
    for position in range(start, end):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(masked[position], 0)
        if masked[position] == "," and depth == 0:
            yield left, position
            left = position + 1
    yield left, end


def _alias(part: str, masked: str) -> str:
    found = _AS.search(masked)
    return (part[found.end() :] if found else part).strip().strip("`")


def fetch(tx: Transaction, cypher: str, parameters: dict[str, Any], max_rows: int) -> Rows:
    """Run Cypher and take at most `max_rows` of its rows, as plain values."""
    result = tx.run(cypher, parameters)
    records: list[tuple[Any, ...]] = []
    truncated = False
    for record in result:
        if len(records) == max_rows:
            truncated = True
            break
        records.append(tuple(record.values()))
    # ArcadeDB names no columns where there are no rows.
    columns = tuple(result.keys()) or columns_of(cypher)
    if truncated:
        result.consume()
    ids = _ids_of_ends(tx, records)
    return Rows(columns, [tuple(_plain(value, ids) for value in record) for record in records], truncated)


def _ids_of_ends(tx: Transaction, records: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    """The ids at the ends of edges: an edge that comes alone knows only the engine's."""
    nodes = [node for record in records for edge in _edges(record) for node in edge.nodes if node is not None]
    known = {node.element_id: node["id"] for node in nodes if "id" in node}
    unknown = sorted({node.element_id for node in nodes} - set(known))
    if unknown:
        found = tx.run(
            "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN id, n.id AS own", ids=unknown
        )
        known |= {record["id"]: record["own"] for record in found}
    return known


def _edges(value: Any) -> Iterator[Relationship]:
    if isinstance(value, Relationship):
        yield value
    elif isinstance(value, Path):
        yield from value.relationships
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _edges(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _edges(item)


def _plain(value: Any, ids: dict[str, str]) -> Any:
    match value:
        case Node():
            return {"labels": sorted(value.labels), **_plain(dict(value), ids)}
        case Relationship():
            source, target = (None if node is None else ids.get(node.element_id) for node in value.nodes)
            return {"type": value.type, "source": source, "target": target, **_plain(dict(value), ids)}
        case Path():
            return {
                "nodes": [_plain(node, ids) for node in value.nodes],
                "edges": [_plain(edge, ids) for edge in value.relationships],
            }
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case dict():
            return {key: _plain(item, ids) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item, ids) for item in value]
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)


def lucene_words(words: str) -> str:
    """A full-text query that wants every word, whatever signs the words contain."""
    return " AND ".join(f'"{word}"' for word in re.findall(r"\w+", words))
