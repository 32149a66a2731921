"""Lists as OpenAPI tells of them: their parameters and fields; and the refusal of unknown parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request

from api.rest.forms import MEDIA
from ontology.errors import InputError
from queries.names import suggestion


def _told(**schema: Any) -> dict[str, Any]:
    """The schema of a text that may be left out, but is never null."""
    return {"anyOf": None, "type": "string", **schema}


Limit = Annotated[int, Query(ge=1, le=1000, description="how many items at most")]
Cursor = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=2000,
        description="`next` of the answer before",
        json_schema_extra=_told(format="cursor", pattern="^[A-Za-z0-9_-]{1,2000}$"),
    ),
]
FormatName = Annotated[
    Literal["json", "csv", "parquet"] | None,
    Query(
        alias="format",
        description="json, csv or parquet; the header Accept says it too",
        json_schema_extra=_told(enum=["json", "csv", "parquet"]),
    ),
]


def fields_of(columns: Iterable[str]) -> Any:
    """The parameter that chooses among columns."""
    names = "|".join(columns)
    return Query(
        min_length=1,
        max_length=2000,
        description="the fields wanted, joined by commas; all of them if left out",
        json_schema_extra=_told(pattern=f"^({names})(,({names}))*$", maxLength=2000),
    )


# The types of the schema, as JSON Schema has them.
_JSON: Mapping[str, Mapping[str, Any]] = {
    "string": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "strings": {"type": "array", "items": {"type": "string"}},
    "integer": {"type": "integer"},
    "float": {"type": "number"},
    "boolean": {"type": "boolean"},
}


def no_unknown_parameters(request: Request) -> None:
    """Raise InputError for a parameter that a path has not, or has once: a typo must not widen an answer."""
    known = [item.alias for item in request.scope["route"].dependant.query_params]
    for name in request.query_params:
        if name not in known:
            has = ", ".join(known) or "none"
            raise InputError(
                f"There is no parameter '{name}' here{suggestion(name, known) or f'; there is {has}.'}",
                parameter=name,
            )
        if len(request.query_params.getlist(name)) > 1:
            raise InputError(f"The parameter '{name}' is given twice; give it once.", parameter=name)


STRICT = [Depends(no_unknown_parameters)]


def typed(kind: str, *, missing: bool = True) -> dict[str, Any]:
    """A type of the schema as JSON Schema; where a value may be missing it may be null."""
    told = dict(_JSON[kind])
    return told | {"type": [told["type"], "null"]} if missing else told


def described(fields: Mapping[str, Mapping[str, Any]], **around: Any) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of a list: its items' fields, what stands around them, and its other forms."""
    item = {"type": "object", "properties": {name: dict(schema) for name, schema in fields.items()}}
    properties = {
        "items": {"type": "array", "items": item},
        "next": {"type": ["string", "null"], "description": "the cursor of the following page"},
        "total": {"type": "integer", "description": "how many items there are in all"},
        **around,
    }
    page = {"type": "object", "required": list(properties), "properties": properties}
    content: dict[str, Any] = {media: {"schema": {"type": "string"}} for media in MEDIA.values()}
    return {200: {"content": content | {MEDIA["json"]: {"schema": page}}}}


def item_described(fields: Mapping[str, Mapping[str, Any]]) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of one item: the fields of its list, and more that its kind has."""
    properties = {name: dict(schema) for name, schema in fields.items()}
    return {200: {"content": {MEDIA["json"]: {"schema": {"type": "object", "properties": properties}}}}}


def meaning(text: str) -> dict[str, str]:
    """A field of which only the meaning is told."""
    return {"description": text}
