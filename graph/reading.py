"""What is done for a read: rows within their limits, and plain values out of the driver's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from neo4j import Result, Transaction
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.cypher_text import Text, read_text
from graph.store import Limits, Rows
from ontology.errors import QueryRefused

# Most values are of these types, which are told apart sooner than by asking for each of the driver's.
_SCALARS = frozenset({str, int, float, bool, type(None)})


def columns_of(cypher: str) -> tuple[str, ...]:
    """The columns that a query's last RETURN names, read from its text."""
    text = read_text(cypher)
    words = [token.word if token.kind == "word" else "" for token in text.tokens]
    if "RETURN" not in words:
        return ()
    start = len(words) - words[::-1].index("RETURN")
    start += words[start : start + 1] == ["DISTINCT"]
    end = next((at for at in range(start, len(words)) if _ends(text, words, start, at)), len(words))
    return tuple(_column(cypher, text, *part) for part in text.parts(start, end))


def _ends(text: Text, words: Sequence[str], start: int, at: int) -> bool:
    after = words[at] in ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION") and at > start
    return after or text.at(at).text == ";" or text.depths[at] < text.depths[start - 1]


def _column(cypher: str, text: Text, start: int, end: int) -> str:
    if end - start > 2 and text.at(end - 2).word == "AS":
        return text.at(end - 1).name
    first, last = text.at(start), text.at(end - 1)
    return first.name if end - start == 1 else cypher[first.start : last.start + len(last.text)]


def as_sent(value: Any) -> Any:
    """A parameter with each whole number that no engine holds (64 bits) as the floating one nearest to it.

    JSON has one kind of number; its readers that know floating ones only do the same (RFC 8259, section 6).
    """
    if isinstance(value, dict):
        return {name: as_sent(item) for name, item in value.items()}
    if isinstance(value, list):
        return [as_sent(item) for item in value]
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return float(str(value))  # from its digits: one past all of them is an infinity then, no error
    return value


def fetch(tx: Transaction, cypher: str, parameters: dict[str, Any], limits: Limits) -> Rows:
    """Run Cypher and take as many of its rows as the limits allow, as plain values."""
    result = tx.run(cypher, parameters)
    records, truncated = _taken(result, limits)
    # ArcadeDB names no columns where there are no rows.
    columns = tuple(result.keys()) or columns_of(cypher)
    ids = _ids_of_ends(tx, records)
    rows = [
        tuple([value if type(value) in _SCALARS else _plain(value, ids) for value in record])
        for record in records
    ]
    return Rows(columns, rows, truncated)


def _taken(result: Result, limits: Limits) -> tuple[list[tuple[Any, ...]], bool]:
    records: list[tuple[Any, ...]] = []
    weight = 0
    for record in result:
        values = tuple(record.values())
        weight += 0 if limits.bytes is None else _weight(values)
        if limits.bytes is not None and weight > limits.bytes and not records:
            raise QueryRefused(
                f"One row of the answer has more than {limits.bytes} bytes; return less of it."
            )
        if len(records) == limits.rows or (limits.bytes is not None and weight > limits.bytes):
            return records, True
        records.append(values)
    return records, False


def too_wide(most: int) -> QueryRefused:
    """The error for a row that is too large by itself."""
    return QueryRefused(f"One row of the answer has more than {most} bytes; return less of it.")


def _weight(value: Any) -> int:
    """About how many bytes a value has as JSON."""
    match value:
        case str():
            return len(value) + 2
        case list() | tuple():
            return 2 + sum(map(_weight, value))
        case dict() | Node() | Relationship():
            return 2 + sum(len(name) + 4 + _weight(item) for name, item in value.items())
        case Path():
            return sum(map(_weight, (*value.nodes, *value.relationships)))
    return 8


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
            if type(item) not in _SCALARS:
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
            return [item if type(item) in _SCALARS else _plain(item, ids) for item in value]
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)


def lucene_words(words: str) -> str:
    """A full-text query that wants every word, whatever signs the words contain."""
    return " AND ".join(f'"{word}"' for word in re.findall(r"\w+", words))
