"""`/v1/queries`: every named query at its own path, with its own parameters in OpenAPI."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response

from api.rest.forms import answer
from api.rest.kept import Kept
from api.rest.lists import STRICT, FormatName, described, fields_of, meaning
from api.rest.parameters import declared, given_values, with_parameters
from api.settings import Settings
from graph.store import Store
from queries.paging import page_of
from queries.registry import NamedQuery, Parameter, load, named

_LISTED = {
    "name": "its name, which is the last part of its path",
    "title": "what it answers, in a few words",
    "description": "what it answers, in a sentence",
    "parameters": "its parameters, each with name, type, required, default, choices and description",
    "columns": "its columns, each with name and meaning",
    "example": "parameters to try it with",
}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of the named queries."""
    routes = APIRouter(prefix="/v1/queries", tags=["named queries"], route_class=Kept)

    @routes.get(
        "",
        dependencies=STRICT,
        summary="The named queries and their parameters",
        responses=described({name: meaning(told) for name, told in _LISTED.items()}),
    )
    def queries(
        request: Request, fields: Annotated[str | None, fields_of(_LISTED)] = None, form: FormatName = None
    ) -> Response:
        items = [query.to_json() for query in load().values()]
        return answer(request, form, list(items[0]), items, fields=fields, next=None, total=len(items))

    for query in load().values():
        routes.get(
            f"/{query.name}",
            name=query.name,
            dependencies=STRICT,
            summary=query.title,
            description=query.description,
            responses=_answers(query),
        )(_endpoint(query, store, settings))

    @routes.get("/{name}", include_in_schema=False)
    def unknown(name: str) -> Response:
        raise AssertionError(named(name))

    return routes


def _endpoint(query: NamedQuery, store: Store, settings: Settings) -> Callable[..., Response]:
    def endpoint(
        request: Request, limit: int, cursor: str | None, fields: str | None, form: str | None, **given: Any
    ) -> Response:
        values = given_values(given)
        rows = query.ask(store, values, timeout=settings.read_timeout, max_rows=settings.read_rows)
        items = rows.as_dicts()
        page, following = page_of(query.name, items, limit, cursor)
        around = {"total": len(items), "next": following, "truncated": rows.truncated}
        return answer(request, form, rows.columns, page, fields=fields, columns=rows.columns, **around)

    own = [_declared(item, query.example) for item in query.parameters]
    return with_parameters(endpoint, own, [item.name for item in query.columns])


def _declared(item: Parameter, example: Mapping[str, Any]) -> inspect.Parameter:
    usual = "2024-04-09" if item.type == "date" else None
    shown = str(example[item.name]) if item.name in example else usual
    return declared(item.name, item, required=item.required, example=shown)


def _answers(query: NamedQuery) -> dict[int | str, dict[str, Any]]:
    return described(
        {item.name: meaning(item.meaning) for item in query.columns},
        columns={"type": "array", "items": {"type": "string"}},
        truncated={"type": "boolean", "description": "whether there are more rows than are counted"},
    )
