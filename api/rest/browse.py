"""The lists of positions, events, articles, actors and principles, and each single one."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from api.rest.lists import STRICT, FormatName, answer, cursor_of, described, place_of
from api.rest.parameters import keyword, with_parameters
from api.settings import Settings
from graph.store import Store
from ontology.errors import UnknownName
from queries.listings import LISTINGS, Filter, Listing, one, page, read_filters
from queries.names import require_known
from queries.registry import named

_TITLES = {
    "positions": "Positions, the newest first",
    "events": "Events, the newest first",
    "articles": "Articles, the newest first",
    "actors": "Actors",
    "principles": "Principles",
}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of lists and single items."""
    routes = APIRouter(prefix="/v1", dependencies=STRICT)
    for name, listing in LISTINGS.items():
        page_of = described(dict.fromkeys(listing.columns, ""))
        routes.get(f"/{name}", name=name, summary=_TITLES[name], tags=[name], responses=page_of)(
            _list_endpoint(name, listing, store, settings)
        )
        routes.get(f"/{name}/{{id}}", name=f"one of {name}", summary=f"One of the {name}", tags=[name])(
            _item_endpoint(name, listing, store)
        )

    @routes.get("/blocs/{id}/members", summary="Members of a bloc on a day", tags=["actors"])
    def members(
        request: Request,
        bloc: Annotated[str, Path(alias="id", description="id of a bloc, such as bloc:CSTO")],
        on: Annotated[str | None, Query(description="the day; today if left out")] = None,
        form: FormatName = None,
    ) -> Response:
        query = named("bloc-members-on")
        rows = query.ask(store, {"bloc": bloc, **({"on": on} if on else {})})
        return answer(request, form, rows.columns, rows.as_dicts(), next=None, total=len(rows.rows))

    return routes


def _list_endpoint(name: str, listing: Listing, store: Store, settings: Settings) -> Callable[..., Response]:
    def endpoint(
        request: Request, limit: int, cursor: str | None, form: str | None, **given: Any
    ) -> Response:
        values = read_filters(listing, {key.rstrip("_"): value for key, value in given.items()})
        after = place_of(name, cursor, 2) if cursor else None
        found = page(
            store,
            listing,
            values,
            limit=limit,
            after=(after[0], str(after[1])) if after else None,
            timeout=settings.read_timeout,
        )
        following = cursor_of(name, found.last) if found.last else None
        return answer(request, form, listing.columns, found.items, next=following, total=found.total)

    return with_parameters(endpoint, [_signed(key, item) for key, item in listing.filters.items()])


def _signed(name: str, item: Filter) -> inspect.Parameter:
    schema: dict[str, Any] = {"enum": list(item.choices)} if item.choices else {}
    if item.default:
        schema["default"] = item.default
    kind = Annotated[str | None, Query(alias=name, description=item.description, json_schema_extra=schema)]
    return keyword(f"{name}_", kind, None)


def _item_endpoint(name: str, listing: Listing, store: Store) -> Callable[..., Response]:
    def endpoint(item: Annotated[str, Path(alias="id", description="its id")]) -> Response:
        found = one(store, listing, item)
        if found is None:
            require_known(store, item, (listing.label,), parameter="id")
            raise UnknownName(
                f"The store holds nothing on '{item}' yet; load articles first.", parameter="id"
            )
        return JSONResponse(found | _more(store, item))

    endpoint.__annotations__ = {"item": Annotated[str, Path(alias="id", description="its id")]}
    return endpoint


# What is told of a single item besides its fields: a name, the query that tells it, and its parameter.
_MORE = {
    "state": [("memberships", "blocs-of-state", "state"), ("targets", "principles-of-holder", "holder")],
    "bloc": [("members", "bloc-members-on", "bloc"), ("targets", "principles-of-holder", "holder")],
    "org": [("targets", "principles-of-holder", "holder"), ("spoke_for", "spoke-for", "voice")],
    "person": [("offices", "speaks-for", "person"), ("spoke_for", "spoke-for", "voice")],
    "principle": [("sides", "supporters-and-opponents", "principle")],
    "event": [("statements", "statements-at-event", "event")],
}


def _more(store: Store, item: str) -> dict[str, Any]:
    kind = item.partition(":")[0]
    if kind == "article":
        return _article(store, item)
    told = (
        (name, named(query).ask(store, {parameter: item})) for name, query, parameter in _MORE.get(kind, [])
    )
    return {name: rows.as_dicts() for name, rows in told}


def _article(store: Store, item: str) -> dict[str, Any]:
    rows = store.read("MATCH (n:Article {id: $id}) RETURN n.text AS text, n.record AS record", {"id": item})
    text, record = rows.rows[0]
    return {"text": text, "record": json.loads(record) if record else None}
