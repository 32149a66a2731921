"""Endpoints whose parameters are declared in data: what FastAPI would read off a written signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Annotated, Any

from fastapi import Query, Request, Response

from api.rest.lists import Cursor, Fields, FormatName, Limit
from queries.listings import Filter
from queries.registry import Parameter

_JSON_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}


def keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    """One parameter of an endpoint."""
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def declared(
    name: str, item: Parameter | Filter, *, required: bool = False, example: str | None = None
) -> inspect.Parameter:
    """A declared parameter; behind its name a stroke, as `from` is none that Python takes.

    Values come as text and are read where they are declared: every door refuses them in the same words.
    """
    schema: dict[str, Any] = {"type": _JSON_TYPES.get(item.type, "string"), "anyOf": None}
    if item.choices:
        schema["enum"] = list(item.choices)
    if example is not None:
        schema["examples"] = [example]
    if item.default is not None:
        schema["default"] = item.default
    query = Query(alias=name, description=item.description, json_schema_extra=schema)
    kind: Any = Annotated[str if required else str | None, query]
    return keyword(f"{name}_", kind, inspect.Parameter.empty if required else None)


def with_parameters(
    endpoint: Callable[..., Response],
    own: Iterable[inspect.Parameter],
    *,
    limit: int = 50,
    form: Any = FormatName,
) -> Callable[..., Response]:
    """An endpoint that takes its own parameters and those of every list."""
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    shared = [
        keyword("limit", Limit, limit),
        keyword("cursor", Cursor, None),
        keyword("fields", Fields, None),
        keyword("form", form, None),
    ]
    endpoint.__annotations__ = {}
    endpoint.__signature__ = inspect.Signature([request, *own, *shared])  # type: ignore[attr-defined]
    return endpoint


def given_values(given: dict[str, Any]) -> dict[str, Any]:
    """What a request gave of the declared parameters, by their names.

    An empty value is none: forms and dashboards send one where nothing is chosen.
    """
    return {name.rstrip("_"): value for name, value in given.items() if value not in (None, "")}
