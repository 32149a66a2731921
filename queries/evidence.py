"""The proof of one position: its passage with what stands around it, who said it, where and when."""

from __future__ import annotations

from typing import Any

from graph.store import Store
from ontology.errors import UnknownName
from queries.listings import LISTINGS, one
from queries.names import require_known

CONTEXT = 300
MOST_CONTEXT = 100_000

_TEXT = """
MATCH (:Position {id: $id})-[:STATED_IN]->(article:Article)
RETURN article.id AS id, article.text AS text
"""


def evidence(store: Store, position: str, context: int = CONTEXT) -> dict[str, Any]:
    """A position, its article, and the text before and after its passage; raises UnknownName for a wrong id.

    `context` is how many letters before and after; a word that would be cut is left out.
    """
    found = one(store, LISTINGS["positions"], position)
    if found is None:
        require_known(store, position, ("Position",), parameter="position")
        raise UnknownName(f"No position has the id '{position}'.", parameter="position")
    # Cut here and not by the store, which counts letters beyond the first 65536 twice.
    article, text = store.read(_TEXT, {"id": position}).rows[0]
    return {
        "position": found,
        "article": one(store, LISTINGS["articles"], article),
        "before": _before(text, found["start"], context),
        "passage": text[found["start"] : found["end"]],
        "after": _after(text, found["end"], context),
    }


def _before(text: str, end: int, context: int) -> str:
    start = max(end - context, 0)
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    return text[start:end]


def _after(text: str, start: int, context: int) -> str:
    end = min(start + context, len(text))
    while start < end < len(text) and not text[end].isspace():
        end -= 1
    return text[start:end]
