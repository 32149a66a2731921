"""`/v1/search` over texts and names, and `/v1/cypher` for readers."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.rest.lists import STRICT, Cursor, FormatName, Limit, answer, cursor_of, place_of
from api.settings import Settings
from graph.store import Store
from ontology.errors import InputError
from queries.search import find

SEARCHED = ["kind", "id", "name", "text", "date", "score"]


class Statement(BaseModel):
    """Read-only Cypher with its parameters."""

    model_config = ConfigDict(extra="forbid")

    query: Annotated[
        str, Field(min_length=1, max_length=100_000, examples=["MATCH (b:Bloc) RETURN b.id ORDER BY b.id"])
    ]
    parameters: dict[str, Any] = {}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of free search."""
    routes = APIRouter(prefix="/v1", tags=["search"], dependencies=STRICT)

    @routes.get("/search", summary="Full-text over articles and passages, names of actors and principles")
    def search(
        request: Request,
        q: Annotated[str, Query(min_length=1, max_length=400, description="words")],
        limit: Limit = 50,
        cursor: Cursor = None,
        form: FormatName = None,
    ) -> Response:
        start = _start(cursor)
        items = find(store, q)
        following = cursor_of("search", [start + limit]) if len(items) > start + limit else None
        return answer(request, form, SEARCHED, items[start : start + limit], next=following, total=len(items))

    @routes.post("/cypher", summary="Read-only Cypher, bounded in time and rows")
    def cypher(request: Request, statement: Statement, form: FormatName = None) -> Response:
        rows = store.read(
            statement.query, statement.parameters, timeout=settings.read_timeout, max_rows=settings.read_rows
        )
        return answer(
            request, form, rows.columns, rows.as_dicts(), columns=list(rows.columns), truncated=rows.truncated
        )

    return routes


def _start(cursor: str | None) -> int:
    at = place_of("search", cursor, 1)[0] if cursor else 0
    if not isinstance(at, int) or at < 0:
        raise InputError("The cursor is damaged; give the `next` of the last answer.", parameter="cursor")
    return at
