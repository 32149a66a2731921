"""The lists of positions, events, articles, actors and principles, and each single one."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from api.rest.forms import answer, single
from api.rest.kept import Kept
from api.rest.lists import STRICT, described, fields_of, item_described, meaning, typed
from api.rest.parameters import declared, given_values, identified, keyword, with_parameters
from api.settings import Settings
from graph.store import Store
from ontology.errors import UnknownName
from queries.evidence import CONTEXT, MOST_CONTEXT, evidence
from queries.listings import LISTINGS, SORT, Filter, Listing, one, page, read_filters, read_order
from queries.names import require_known
from queries.paging import page_of
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
        routes.get(
            f"/{name}/{{id}}",
            name=f"one of {name}",
            summary=f"One of the {name}",
            tags=[name],
            responses=item_described(fields),
        )(_item_endpoint(listing, store))

    @routes.get("/positions/{id}/evidence", summary="The proof of a position", tags=["positions"])
    def proof(
        position: Annotated[str, identified(("Position",))],
        context: Annotated[
            int, Query(ge=0, le=MOST_CONTEXT, description="how many letters before and after the passage")
        ] = CONTEXT,
    ) -> Response:
        return JSONResponse(evidence(store, position, context))

    routes.get(
        "/blocs/{id}/members",
        name="members",
        summary="Members of a bloc on a day",
        tags=["actors"],
        responses=described({item.name: meaning(item.meaning) for item in named(_MEMBERS).columns}),
    )(_members_endpoint(store, settings))
    return routes


def _members_endpoint(store: Store, settings: Settings) -> Callable[..., Response]:
    query = named(_MEMBERS)

    def endpoint(
        request: Request,
        bloc: str,
        limit: int,
        cursor: str | None,
        fields: str | None,
        form: str | None,
        **given: Any,
    ) -> Response:
        rows = query.ask(store, {"bloc": bloc, **given_values(given)}, timeout=settings.read_timeout)
        items = rows.as_dicts()
        shown, following = page_of("members", items, limit, cursor)
        return answer(request, form, rows.columns, shown, fields=fields, next=following, total=len(items))

    of, *others = query.parameters
    bloc = keyword(of.name, Annotated[str, identified(of.of)], inspect.Parameter.empty)
    own = [bloc, *(declared(item.name, item) for item in others)]
    return with_parameters(endpoint, own, [item.name for item in query.columns])


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
    return with_parameters(endpoint, [*own, declared("sort", sort)], listing.columns)


def _item_endpoint(listing: Listing, store: Store) -> Callable[..., Response]:
    def endpoint(item: str, fields: str | None = None) -> Response:
        found = one(store, listing, item)
        if found is None:
            require_known(store, item, (listing.label,), parameter="id")
            raise UnknownName(
                f"The store holds nothing on '{item}' yet; load articles first.", parameter="id"
            )
        return single(found | _more(store, item), fields)

    endpoint.__annotations__ = {
        "item": Annotated[str, identified((listing.label,))],
        "fields": Annotated[str | None, fields_of(listing.columns)],
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
