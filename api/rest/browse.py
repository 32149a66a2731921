"""The lists of positions, events, articles, actors and principles, and each single one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from api.rest.forms import answer, single
from api.rest.kept import Kept
from api.rest.lists import STRICT, Fields, FormatName, described, meaning, typed
from api.rest.parameters import declared, given_values, with_parameters
from api.settings import Settings
from graph.store import Store
from ontology.errors import UnknownName
from queries.evidence import CONTEXT, MOST_CONTEXT, evidence
from queries.listings import LISTINGS, SORT, Filter, Listing, one, page, read_filters, read_order
from queries.names import require_known
from queries.registry import named

_MEMBERS = "bloc-members-on"
_TITLES = {
    "positions": "Positions, the newest first",
    "events": "Events, the newest first",
    "articles": "Articles, the newest first",
    "actors": "Actors",
    "principles": "Principles",
}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of lists and single items."""
    routes = APIRouter(prefix="/v1", dependencies=STRICT, route_class=Kept)
    for name, listing in LISTINGS.items():
        fields = {column: typed(kind, missing=column != "id") for column, kind in listing.typed.items()}
        routes.get(f"/{name}", name=name, summary=_TITLES[name], tags=[name], responses=described(fields))(
            _list_endpoint(name, listing, store, settings)
        )
        routes.get(f"/{name}/{{id}}", name=f"one of {name}", summary=f"One of the {name}", tags=[name])(
            _item_endpoint(name, listing, store)
        )

    @routes.get("/positions/{id}/evidence", summary="The proof of a position", tags=["positions"])
    def proof(
        position: Annotated[str, Path(alias="id", description="id of a position")],
        context: Annotated[
            int, Query(ge=0, le=MOST_CONTEXT, description="how many letters before and after the passage")
        ] = CONTEXT,
    ) -> Response:
        return JSONResponse(evidence(store, position, context))

    @routes.get(
        "/blocs/{id}/members",
        summary="Members of a bloc on a day",
        tags=["actors"],
        responses=described({item.name: meaning(item.meaning) for item in named(_MEMBERS).columns}),
    )
    def members(
        request: Request,
        bloc: Annotated[str, Path(alias="id", description="id of a bloc, such as bloc:CSTO")],
        on: Annotated[str | None, Query(description="the day; today if left out")] = None,
        fields: Fields = None,
        form: FormatName = None,
    ) -> Response:
        rows = named(_MEMBERS).ask(store, {"bloc": bloc} | ({} if on is None else {"on": on}))
        items = rows.as_dicts()
        return answer(request, form, rows.columns, items, fields=fields, next=None, total=len(items))

    return routes


def _list_endpoint(name: str, listing: Listing, store: Store, settings: Settings) -> Callable[..., Response]:
    def endpoint(
        request: Request, limit: int, cursor: str | None, fields: str | None, form: str | None, **given: Any
    ) -> Response:
        asked = given_values(given)
        order = read_order(listing, asked.pop("sort", None))
        found = page(
            store,
            listing,
            read_filters(listing, asked),
            limit=limit,
            order=order,
            cursor=cursor,
            timeout=settings.read_timeout,
        )
        around = {"next": found.next, "total": found.total}
        return answer(request, form, listing.typed, found.items, fields=fields, **around)

    own = [declared(key, item) for key, item in listing.filters.items()]
    sort = Filter(type="choice", description=SORT, choices=tuple(listing.orders), default=listing.order)
    return with_parameters(endpoint, [*own, declared("sort", sort)])


def _item_endpoint(name: str, listing: Listing, store: Store) -> Callable[..., Response]:
    def endpoint(item: str, fields: str | None = None) -> Response:
        found = one(store, listing, item)
        if found is None:
            require_known(store, item, (listing.label,), parameter="id")
            raise UnknownName(
                f"The store holds nothing on '{item}' yet; load articles first.", parameter="id"
            )
        return single(found | _more(store, item), fields)

    endpoint.__annotations__ = {
        "item": Annotated[str, Path(alias="id", description="its id")],
        "fields": Fields,
    }
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
