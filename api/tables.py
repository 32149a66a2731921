"""The whole graph as a folder of tables: CSV, Parquet, for neo4j-admin, for Discourse Network Analyzer.

Streamed: a page of nodes and a group of rows of each table are all that is in memory.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from api.output import plain
from api.parquet import ParquetTable
from graph.store import Store
from graph.whole import INTERNAL, Whole
from ontology.schema import Property, Schema

Columns = Sequence["Column"]
AddRow = Callable[[Sequence[Any]], None]

# The types of neo4j-admin where they are called otherwise.
_TYPES = {"integer": "long", "float": "double", "strings": "string[]"}
_LISTS = ";"
# A membership has a `source` of its own: the document that it is recorded in.
_ENDS = ("source_id", "target_id")
_PAGE = 1000
# Rows of a Parquet table that are in memory at once; articles bring their texts.
_GROUP = 2000

_STATEMENTS = """
MATCH (article:Article)<-[:STATED_IN]-(n:Position)
WHERE article.id IN $ids AND n.review IN ['accepted', 'confirmed']
MATCH (n)-[:HELD_BY]->(holder:Actor)
MATCH (n)-[:TOWARDS]->(target)
OPTIONAL MATCH (n)-[:VOICED_BY]->(voice:Actor)
RETURN article.id AS article, n.id AS position, n.start AS first, n.end AS last, n.stance AS stance,
       n.stance_value AS value, n.said_on AS said_on, n.passage AS passage, n.confidence AS confidence,
       holder.id AS holder, holder.name AS holder_name, voice.id AS voice, voice.name AS voice_name,
       target.name AS target_name, target.id AS target
ORDER BY article, first, position
"""
_ARTICLES = """
MATCH (n:Article) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
OPTIONAL MATCH (n)-[:PUBLISHED_BY]->(outlet:Organization)
RETURN n.id AS id, n.title AS title, n.text AS text, n.url AS url, n.language AS language,
       n.published_on AS published_on, min(outlet.name) AS source
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, its type as the schema has it."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How tables are laid out: the columns of an edge's ends, whether labels are told, how one is opened."""

    suffix: str
    ends: tuple[str, ...]
    open: Callable[[ExitStack, Path, Columns], AddRow]
    labels: str | None = None


def write_tables(whole: Whole, folder: Path) -> None:
    """A CSV table for each label and each type of edge, under the names of the schema."""
    _write(whole, folder, Layout(".csv", _ENDS, _csv))


def write_parquet_tables(whole: Whole, folder: Path) -> None:
    """A Parquet table for each label and each type of edge; raises NotInstalled without the extra."""
    _write(whole, folder, Layout(".parquet", _ENDS, _parquet))


def write_neo4j(whole: Whole, folder: Path) -> None:
    """What `neo4j-admin database import full` reads, and its options in `import.options`."""
    _write(whole, folder, Layout(".csv", (":START_ID", ":END_ID", ":TYPE"), _neo4j, labels=":LABEL"))
    options = [
        "--multiline-fields=true",
        *(f"--nodes={path.name}" for path in sorted(folder.glob("nodes-*.csv"))),
        *(f"--relationships={path.name}" for path in sorted(folder.glob("edges-*.csv"))),
    ]
    (folder / "import.options").write_text("\n".join(options) + "\n", "utf-8")


def _csv(files: ExitStack, path: Path, columns: Columns) -> AddRow:
    table = _table(files, path, [item.name for item in columns])
    return lambda row: table.writerow([plain(value) for value in row])


def _parquet(files: ExitStack, path: Path, columns: Columns) -> AddRow:
    out = files.enter_context(path.open("wb"))
    table = files.enter_context(ParquetTable(out, {item.name: item.type for item in columns}, group=_GROUP))
    return table.add


def _neo4j(files: ExitStack, path: Path, columns: Columns) -> AddRow:
    table = _table(files, path, [_typed(item) for item in columns])
    return lambda row: table.writerow([_cell(value) for value in row])


def _typed(item: Column) -> str:
    if item.name.startswith(":"):
        return item.name
    return "id:ID" if item.name == "id" else f"{item.name}:{_TYPES.get(item.type, item.type)}"


def _cell(value: Any) -> str:
    return _LISTS.join(map(str, value)) if isinstance(value, list | tuple) else plain(value)


def _write(whole: Whole, folder: Path, layout: Layout) -> None:
    schema = Schema.load()
    labels = [Column(layout.labels, "strings")] if layout.labels else []
    with ExitStack() as files:
        tables: dict[str, AddRow] = {}
        for node in whole.nodes():
            columns = _kept(schema.properties_of(node.label), layout)
            if node.label not in tables:
                path = folder / f"nodes-{node.label}{layout.suffix}"
                tables[node.label] = layout.open(files, path, [*columns, *labels])
            values = [node.properties.get(item.name) for item in columns]
            tables[node.label](values + ([node.labels] if labels else []))
        for edge in whole.edges():
            own = _kept(schema.edges[edge.type].properties, layout)
            if edge.type not in tables:
                path = folder / f"edges-{edge.type}{layout.suffix}"
                ends = [Column(name, "string") for name in layout.ends]
                tables[edge.type] = layout.open(files, path, [*ends, *own])
            placed = [edge.source, edge.target, edge.type][: len(layout.ends)]
            tables[edge.type]([*placed, *(edge.properties.get(item.name) for item in own)])


def _kept(properties: Iterable[Property], layout: Layout) -> Columns:
    """The columns of properties; those of the store's own use only where a store is made of the tables."""
    return [Column(item.name, item.type) for item in properties if layout.labels or item.name not in INTERNAL]


def _table(files: ExitStack, path: Path, head: Iterable[str]) -> Any:
    table = csv.writer(files.enter_context(path.open("w", encoding="utf-8", newline="")), lineterminator="\n")
    table.writerow(head)
    return table


# --- Discourse Network Analyzer --------------------------------------------------------------------------

_DOCUMENTS = ("ID", "title", "text", "author", "source", "section", "type", "notes", "date_time")
_VARIABLES = ("person", "organization", "concept", "agreement")
_CODED = (
    "ID",
    "document_id",
    "start",
    "stop",
    *_VARIABLES,
    "date_time",
    "text",
    "stance",
    "confidence",
    "position",
)


def write_dna(whole: Whole, folder: Path) -> None:
    """Documents and statements under the names that rDNA has for them.

    `documents.csv` has the arguments of dna_addDocuments, `statements.csv` the columns of dna_getStatements
    and the arguments of dna_addStatement, then what only we know. `agreement` is 1 or 0; what takes no side
    is none of its statements. Java counts UTF-16 units in a text, and so do `start` and `stop`.
    """
    with ExitStack() as files:
        documents = _table(files, folder / "documents.csv", _DOCUMENTS)
        statements = _table(files, folder / "statements.csv", _CODED)
        numbers, coded = count(1), count(1)
        for page in _articles(whole.store):
            said = _said(whole.store, [article["id"] for article in page])
            for article, number in zip(page, numbers, strict=False):
                documents.writerow(_document(number, article))
                for row in said.get(article["id"], ()):
                    statements.writerow(_coded(next(coded), number, row, article))
            whole.heard(len(page))


def _articles(store: Store) -> Iterator[list[dict[str, Any]]]:
    after = ""
    while page := store.read(_ARTICLES, {"after": after, "limit": _PAGE}).as_dicts():
        yield page
        after = page[-1]["id"]


def _said(store: Store, articles: list[str]) -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in store.read(_STATEMENTS, {"ids": articles}, max_rows=1_000_000).as_dicts():
        if row["value"]:
            found.setdefault(row["article"], []).append(row)
    return found


def _document(number: int, article: Mapping[str, Any]) -> list[str]:
    when = f"{article['published_on']} 00:00:00" if article["published_on"] else ""
    told = json.dumps({"id": article["id"], "url": article["url"]}, ensure_ascii=False)
    values = (
        number,
        article["title"],
        article["text"],
        "",
        article["source"],
        article["language"],
        "article",
        told,
    )
    return [*map(plain, values), when]


def _coded(number: int, document: int, row: Mapping[str, Any], article: Mapping[str, Any]) -> list[str]:
    text = article["text"]
    values = (
        number,
        document,
        _units(text, row["first"]),
        _units(text, row["last"]),
        row["voice_name"] if (row["voice"] or "").startswith("person:") else None,
        row["holder_name"],
        row["target_name"],
        int(row["value"] > 0),
        f"{row['said_on']} 00:00:00" if row["said_on"] else None,
        row["passage"],
        row["stance"],
        row["confidence"],
        row["position"],
    )
    return [plain(value) for value in values]


def _units(text: str, at: int) -> int:
    """A place in a text in units of UTF-16: letters beyond the first 65536 take two."""
    return at + sum(letter > "\uffff" for letter in text[:at])


FOLDERS: Mapping[str, Callable[[Whole, Path], None]] = {
    "tables": write_tables,
    "parquet": write_parquet_tables,
    "neo4j-admin": write_neo4j,
    "dna": write_dna,
}
