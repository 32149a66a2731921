"""Search: names of actors and principles, then the texts of articles and passages, best first."""

from __future__ import annotations

from typing import Any

from graph.store import Store
from queries.names import called

MOST = 1000

_NAMED = """
MATCH (n:{label})
WHERE n.id IN $ids
   OR any(name IN [n.name, n.name_ar, n.name_ru, n.name_en] WHERE toLower(name) CONTAINS toLower($q))
RETURN n.id AS id, n.name AS name
ORDER BY size(n.name), id LIMIT 50
"""
_TEXTS = """
UNWIND $ids AS id
MATCH (n:{label} {{id: id}})
RETURN id, {columns}
ORDER BY id
"""
_COLUMNS = {
    "Article": "n.title AS name, substring(n.text, 0, 240) AS text, n.published_on AS date",
    "Position": "n.name AS name, n.passage AS text, n.said_on AS date",
}


def find(store: Store, words: str) -> list[dict[str, Any]]:
    """What has the words in its name or text: kind, id, name, text, date, score."""
    found = [item for label in ("Actor", "Principle") for item in _names(store, words, label)]
    return found + _texts(store, words)


def _names(store: Store, words: str, label: str) -> list[dict[str, Any]]:
    cypher = _NAMED.format(label=label)
    rows = store.read(cypher, {"q": words, "ids": called(words, (label,))}).as_dicts()
    return [{"kind": label.lower(), **row, "text": None, "date": None, "score": None} for row in rows]


def _texts(store: Store, words: str) -> list[dict[str, Any]]:
    hits = store.search(words, limit=MOST).as_dicts()
    known: dict[str, dict[str, Any]] = {}
    for label, columns in _COLUMNS.items():
        ids = [hit["id"] for hit in hits if hit["label"] == label]
        if ids:
            rows = store.read(_TEXTS.format(label=label, columns=columns), {"ids": ids}).as_dicts()
            known |= {row["id"]: row for row in rows}
    return [
        {"kind": hit["label"].lower(), **known[hit["id"]], "score": hit["score"]}
        for hit in hits
        if hit["id"] in known
    ]
