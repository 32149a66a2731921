"""A backup: the whole graph in one gzipped file of JSON lines, the same for every engine."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from neo4j import Session
from neo4j.time import Date, DateTime

from graph import making
from ontology.errors import InputError
from ontology.schema import Schema

FORMAT = "communique-graph"

Item = dict[str, Any]


def items(session: Session, schema: Schema) -> Iterator[Item]:
    """A header, then every node, then every edge between them."""
    yield {"format": FORMAT, "schema": schema.version}
    exported: set[str] = set()
    for node in schema.nodes.values():
        if node.parent is None and any(item.name == "id" for item in node.properties):
            for record in session.run(f"MATCH (n:{node.label}) RETURN n"):
                exported.add(record["n"]["id"])
                yield {
                    "labels": _labels(record["n"].labels, schema),
                    "properties": _encoded(dict(record["n"])),
                }
    for kind in schema.edges:
        query = (
            f"MATCH (a)-[e:{kind}]->(b) RETURN a.id AS source, b.id AS target, properties(e) AS properties"
        )
        for record in session.run(query):
            ends = {"source": record["source"], "target": record["target"]}
            # An article that another program adds meanwhile may have its edges without its node.
            if exported.issuperset(ends.values()):
                yield {"type": kind, **ends, "properties": _encoded(record["properties"])}


def save(path: Path, content: Iterable[Item]) -> None:
    """Write items to a file that takes its name when it is whole."""
    beside = path.with_name(path.name + ".part")
    try:
        with gzip.open(beside, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in content)
        beside.replace(path)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}); name another file.") from error
    finally:
        beside.unlink(missing_ok=True)


def check(path: Path, schema: Schema) -> int:
    """The schema's version of a backup, read to its end; raises InputError if it is not whole or not ours."""
    content = _read(path)
    header = next(content, {})
    if header.get("format") != FORMAT:
        raise InputError(f"{path} is no backup of communique; give a file that `store backup` wrote.")
    if header["schema"] > schema.version:
        raise InputError(f"{path} was written by a newer communique; upgrade this one.")
    for _ in content:
        pass
    return int(header["schema"])


def statements(path: Path, schema: Schema) -> Iterator[tuple[str, list[making.Row]]]:
    """Write statements, each with its rows, that make a graph out of a backup."""
    content = (item for item in _read(path) if "format" not in item)
    for kind, group in groupby(content, lambda item: _kind(item, schema)):
        for rows in making.lots(map(_decoded, group)):
            yield _statement(kind, rows), rows


def _kind(item: Item, schema: Schema) -> tuple[str, ...]:
    """The labels of a node, or the type of an edge and the labels of its ends."""
    if "labels" in item:
        return tuple(item["labels"])
    return item["type"], *(schema.labels_of(item[end])[0] for end in ("source", "target"))


def _statement(kind: tuple[str, ...], rows: Sequence[making.Row]) -> str:
    if "labels" not in rows[0]:
        name, source, target = kind
        return (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
            f"MATCH (b:{target} {{id: row.target}}) {making.edge(name, rows)}"
        )
    if kind == ("Meta",):  # an emptied store has it
        return "UNWIND $rows AS row MERGE (n:Meta {id: row.properties.id}) SET n += row.properties"
    return f"UNWIND $rows AS row {making.node(kind, rows)}"


def _read(path: Path) -> Iterator[Item]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist; give a file that `store backup` wrote.") from error
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise InputError(f"{path} is no whole backup ({error}); give another file.") from error


def _labels(labels: Iterable[str], schema: Schema) -> list[str]:
    known = list(schema.nodes)
    return sorted(set(labels) & set(known), key=known.index)


def _encoded(properties: Item) -> Item:
    return {name: _encode(value) for name, value in properties.items()}


def _encode(value: Any) -> Any:
    if isinstance(value, DateTime):
        return {"datetime": value.iso_format()}
    if isinstance(value, Date):
        return {"date": value.iso_format()}
    return value


def _decoded(item: Item) -> Item:
    return {**item, "properties": {name: _decode(value) for name, value in item["properties"].items()}}


def _decode(value: Any) -> Any:
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return DateTime.from_iso_format(text) if kind == "datetime" else Date.from_iso_format(text)
    return value
