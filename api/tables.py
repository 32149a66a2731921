"""The whole graph as a folder of CSV tables: for spreadsheets, neo4j-admin, Discourse Network Analyzer.

Streamed: a page of nodes and a line of text are all that is in memory.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

from api.exports import edges, nodes
from api.output import plain
from graph.store import Store
from ontology.schema import Property, Schema

Header = Callable[[Property], str]

# The types of neo4j-admin where they are called otherwise.
_TYPES = {"integer": "long", "float": "double", "strings": "string[]"}
_LISTS = ";"
_PAGE = 1000

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


def write_tables(store: Store, folder: Path) -> None:
    """A table for each label and each type of edge, under the names of the schema."""
    _write(store, folder, lambda item: item.name, ("source", "target"), plain)


def write_neo4j(store: Store, folder: Path) -> None:
    """What `neo4j-admin database import full` reads, and its options in `import.options`."""
    _write(store, folder, _typed, (":START_ID", ":END_ID", ":TYPE"), _cell, labelled=True)
    options = [
        "--multiline-fields=true",
        *(f"--nodes={path.name}" for path in sorted(folder.glob("nodes-*.csv"))),
        *(f"--relationships={path.name}" for path in sorted(folder.glob("edges-*.csv"))),
    ]
    (folder / "import.options").write_text("\n".join(options) + "\n", "utf-8")


def _typed(item: Property) -> str:
    if item.name == "id":
        return "id:ID"
    return f"{item.name}:{_TYPES.get(item.type, item.type)}"


def _cell(value: Any) -> str:
    return _LISTS.join(map(str, value)) if isinstance(value, list | tuple) else plain(value)


def _write(
    store: Store,
    folder: Path,
    header: Header,
    ends: Sequence[str],
    cell: Callable[[Any], str],
    *,
    labelled: bool = False,
) -> None:
    schema = Schema.load()
    with ExitStack() as files:
        tables: dict[str, Any] = {}
        for node in nodes(store, internal=labelled):
            label = node["label"]
            columns = schema.properties_of(label)
            if label not in tables:
                head = [header(item) for item in columns] + ([":LABEL"] if labelled else [])
                tables[label] = _table(files, folder / f"nodes-{label}.csv", head)
            row = [cell(node["properties"].get(item.name)) for item in columns]
            tables[label].writerow(row + ([_LISTS.join(node["labels"])] if labelled else []))
        for edge in edges(store):
            kind = edge["type"]
            own = schema.edges[kind].properties
            if kind not in tables:
                head = [*ends, *(header(item) for item in own)]
                tables[kind] = _table(files, folder / f"edges-{kind}.csv", head)
            placed = [edge["source"], edge["target"], kind][: len(ends)]
            tables[kind].writerow([*placed, *(cell(edge["properties"].get(item.name)) for item in own)])


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


def write_dna(store: Store, folder: Path) -> None:
    """Documents and statements under the names that rDNA has for them.

    `documents.csv` has the arguments of dna_addDocuments, `statements.csv` the columns of dna_getStatements
    and the arguments of dna_addStatement, then what only we know. `agreement` is 1 or 0; what takes no side
    is none of its statements. Java counts UTF-16 units in a text, and so do `start` and `stop`.
    """
    with ExitStack() as files:
        documents = _table(files, folder / "documents.csv", _DOCUMENTS)
        statements = _table(files, folder / "statements.csv", _CODED)
        numbers, coded = count(1), count(1)
        for page in _articles(store):
            said = _said(store, [article["id"] for article in page])
            for article, number in zip(page, numbers, strict=False):
                documents.writerow(_document(number, article))
                for row in said.get(article["id"], ()):
                    statements.writerow(_coded(next(coded), number, row, article))


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


FOLDERS: Mapping[str, Callable[[Store, Path], None]] = {
    "tables": write_tables,
    "neo4j-admin": write_neo4j,
    "dna": write_dna,
}
