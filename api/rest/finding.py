"""`/v1/search` over texts and names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.rest.forms import answer
from api.rest.kept import Kept
from api.rest.lists import STRICT, Cursor, FormatName, Limit, described, fields_of, meaning
from api.settings import Settings
from graph.store import Store
from queries.paging import page_of
from queries.search import find

SEARCHED = {
    "kind": "actor, principle, article or position",
    "id": "its id",
    "name": "its name; of an article the headline",
    "text": "of an article how it begins, of a position the passage",
    "date": "the day of publication or of saying",
    "score": "how well it fits, within texts",
}


_FIELDS = fields_of(SEARCHED)


def router(store: Store, settings: Settings) -> APIRouter:
    """The path of search."""
    routes = APIRouter(prefix="/v1", tags=["search"], dependencies=STRICT, route_class=Kept)

    @routes.get(
        "/search",
        summary="Full-text over articles and passages, names of actors and principles",
        responses=described({name: meaning(told) for name, told in SEARCHED.items()}),
    )
    def search(
        request: Request,
        q: Annotated[str, Query(min_length=1, max_length=400, description="words")],
        limit: Limit = 50,
        cursor: Cursor = None,
        fields: Annotated[str | None, _FIELDS] = None,
        form: FormatName = None,
    ) -> Response:
        items = find(store, q)
        page, following = page_of("search", items, limit, cursor)
        return answer(request, form, list(SEARCHED), page, fields=fields, next=following, total=len(items))

    return routes
