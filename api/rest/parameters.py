"""Endpoints whose parameters are declared in data: what FastAPI would read off a written signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import Path, Query, Request, Response

from api.rest.lists import Cursor, FormatName, Limit, fields_of
from queries.listings import Filter
from queries.names import LABELS
from queries.registry import Parameter
from queries.values import LARGEST

# What each type takes, as JSON Schema. An id's beginning says what it is one of.
_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "string": {"type": "string", "pattern": r"\S"},
    "id": {"type": "string"},
    "choice": {"type": "string"},
    "date": {
        "type": "string",
        "format": "day",
        # Any year but 0000, which no calendar here has.
        "pattern": r"^((\d{3}[1-9]|\d\d[1-9]0|\d[1-9]00|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
        r"|today)$",
    },
    "integer": {"type": "integer", "minimum": 0, "maximum": LARGEST},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
}


def keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    """One parameter of an endpoint."""
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def declared(
    name: str, item: Parameter | Filter, *, required: bool = False, example: str | None = None, **more: Any
) -> inspect.Parameter:
    """A declared parameter; behind its name a stroke, as `from` is none that Python takes.

    `more` is what its schema says beside that of its type.

    Values come as text and are read where they are declared: every door refuses them in the same words.
    """
    schema: dict[str, Any] = {**_SCHEMAS[item.type], "anyOf": None, **more}
    if isinstance(item, Filter) and item.type == "integer":
        schema |= {"minimum": item.least, "maximum": item.most}
    if item.of:
        schema["pattern"] = id_pattern(item.of)
    if "pattern" in schema and not required:
        # A value left empty is one left out.
        schema["pattern"] = f"^$|{schema['pattern']}"
    if item.choices:
        schema["enum"] = list(item.choices)
    if example is not None:
        schema["examples"] = [example]
    told = item.description + (f"; {item.default} if left out" if item.default is not None else "")
    query = Query(alias=name, description=told, json_schema_extra=schema)
    kind: Any = Annotated[str if required else str | None, query]
    return keyword(f"{name}_", kind, inspect.Parameter.empty if required else None)


def id_pattern(labels: Sequence[str]) -> str:
    """What the ids of some labels look like."""
    prefixes = dict.fromkeys(prefix for label in labels for prefix in LABELS[label])
    return rf"^({'|'.join(prefixes)}):.*\S$"


def identified(labels: Sequence[str]) -> Any:
    """The id in a path."""
    return Path(alias="id", description="its id", json_schema_extra={"pattern": id_pattern(labels)})


def with_parameters(
    endpoint: Callable[..., Response],
    own: Iterable[inspect.Parameter],
    columns: Iterable[str],
    *,
    limit: int = 50,
    form: Any = FormatName,
) -> Callable[..., Response]:
    """An endpoint that takes its own parameters and those of every list."""
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    shared = [
        keyword("limit", Limit, limit),
        keyword("cursor", Cursor, None),
        keyword("fields", Annotated[str | None, fields_of(columns)], None),
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
