"""`/v1/queries`: every named query at its own path, with its own parameters in OpenAPI."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.rest.lists import STRICT, Cursor, FormatName, Limit, answer, described, page_of
from api.settings import Settings
from graph.store import Store
from queries.registry import NamedQuery, Parameter, load, named

_JSON_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of the named queries."""
    routes = APIRouter(prefix="/v1/queries", tags=["named queries"])

    @routes.get("", dependencies=STRICT, summary="The named queries and their parameters")
    def queries(request: Request, form: FormatName = None) -> Response:
        items = [query.to_json() for query in load().values()]
        columns = ["name", "title", "description", "parameters", "columns", "example"]
        return answer(request, form, columns, items, next=None, total=len(items))

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
        request: Request, limit: int, cursor: str | None, form: str | None, **given: Any
    ) -> Response:
        values = {name.rstrip("_"): value for name, value in given.items() if value is not None}
        rows = query.ask(store, values, timeout=settings.read_timeout, max_rows=settings.read_rows)
        items = rows.as_dicts()
        page, following = page_of(query.name, items, limit, cursor)
        around = {"total": len(items), "next": following, "truncated": rows.truncated}
        return answer(request, form, rows.columns, page, columns=list(rows.columns), **around)

    own = [_signed(item, query.example) for item in query.parameters]
    shared = [
        _keyword("limit", Limit, 50),
        _keyword("cursor", Cursor, None),
        _keyword("form", FormatName, None),
    ]
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    endpoint.__annotations__ = {}
    endpoint.__signature__ = inspect.Signature([request, *own, *shared])  # type: ignore[attr-defined]
    return endpoint


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _signed(item: Parameter, example: Mapping[str, Any]) -> inspect.Parameter:
    # Values come as text and are read by the registry, so that every door refuses them in the same words.
    schema: dict[str, Any] = {"type": _JSON_TYPES.get(item.type, "string"), "anyOf": None}
    if item.choices:
        schema["enum"] = list(item.choices)
    if item.type == "date":
        schema["examples"] = ["2024-04-09"]
    if item.name in example:
        schema["examples"] = [str(example[item.name])]
    if item.default is not None:
        schema["default"] = item.default
    query = Query(alias=item.name, description=item.description, json_schema_extra=schema)
    kind: Any = Annotated[str if item.required else str | None, query]
    default = inspect.Parameter.empty if item.required else None
    return inspect.Parameter(
        f"{item.name}_", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind
    )


def _answers(query: NamedQuery) -> dict[int | str, dict[str, Any]]:
    return described(
        {item.name: item.meaning for item in query.columns},
        columns={"type": "array", "items": {"type": "string"}},
        truncated={"type": "boolean", "description": "whether there are more rows than are counted"},
    )
