"""Lists as users get them: pages with a cursor, as JSON or CSV; and the refusal of unknown parameters."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import math
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from api.output import write_csv
from ontology.errors import InputError
from queries.names import suggestion

Limit = Annotated[int, Query(ge=1, le=1000, description="how many items at most")]
Cursor = Annotated[str | None, Query(description="`next` of the answer before")]
FormatName = Annotated[
    Literal["json", "csv"] | None,
    Query(alias="format", description="json or csv; the header Accept says it too"),
]


def no_unknown_parameters(request: Request) -> None:
    """Raise InputError for a parameter that a path does not have: a typo must not widen an answer."""
    known = [item.alias for item in request.scope["route"].dependant.query_params]
    for name in request.query_params:
        if name not in known:
            has = ", ".join(known) or "none"
            raise InputError(
                f"There is no parameter '{name}' here{suggestion(name, known) or f'; there is {has}.'}",
                parameter=name,
            )


STRICT = [Depends(no_unknown_parameters)]


def wants_csv(request: Request, form: str | None) -> bool:
    """Whether CSV is asked for, by parameter or by header."""
    accepted = [part.partition(";")[0].strip() for part in request.headers.get("accept", "").split(",")]
    return form == "csv" or (form is None and "text/csv" in accepted)


def answer(
    request: Request,
    form: str | None,
    names: Sequence[str],
    items: Sequence[Mapping[str, Any]],
    **around: Any,
) -> Response:
    """Items as CSV under the names of their columns, or as JSON with what stands around them."""
    if not wants_csv(request, form):
        return JSONResponse(_finite({"items": items, **around}), headers={"vary": "accept"})
    out = io.StringIO()
    write_csv(out, names, items)
    headers = {"vary": "accept", "x-total-count": str(around.get("total", len(items)))}
    if around.get("next"):
        headers["link"] = f'<{request.url.include_query_params(cursor=around["next"])}>; rel="next"'
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def described(fields: Mapping[str, str], **around: Any) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of a list: its items' fields, what stands around them, and CSV."""
    item = {"type": "object", "properties": {name: _field(meaning) for name, meaning in fields.items()}}
    properties = {
        "items": {"type": "array", "items": item},
        "next": {"type": ["string", "null"], "description": "the cursor of the following page"},
        "total": {"type": "integer", "description": "how many items there are in all"},
        **around,
    }
    page = {"type": "object", "required": list(properties), "properties": properties}
    content = {"application/json": {"schema": page}, "text/csv": {"schema": {"type": "string"}}}
    return {200: {"content": content}}


def _field(meaning: str) -> dict[str, Any]:
    return {"description": meaning} if meaning else {}


def _finite(value: Any) -> Any:
    """A value without what JSON cannot say: infinity and not-a-number become null."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case Mapping():
            return {key: _finite(item) for key, item in value.items()}
        case list() | tuple():
            return [_finite(item) for item in value]
    return value


def cursor_of(kind: str, key: Sequence[Any]) -> str:
    """An opaque cursor for a place in a list."""
    return base64.urlsafe_b64encode(json.dumps([kind, *key]).encode()).decode().rstrip("=")


def place_of(kind: str, cursor: str, size: int) -> list[Any]:
    """The place in a list that a cursor means; raises InputError for a foreign or damaged one."""
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        key = None
    if not isinstance(key, list) or key[:1] != [kind] or len(key) != size + 1:
        raise InputError(
            "The cursor is not one of this list; give the `next` of its last answer, or none.",
            parameter="cursor",
        )
    return key[1:]


def page_of(
    kind: str, items: Sequence[Mapping[str, Any]], limit: int, cursor: str | None
) -> tuple[Sequence[Mapping[str, Any]], str | None]:
    """A page of rows that are all at hand, and the cursor of the following one."""
    start = _start(kind, items, cursor) if cursor else 0
    page = items[start : start + limit]
    more = len(items) > start + limit
    return page, cursor_of(kind, [start + limit, _mark(page[-1])]) if more else None


def _start(kind: str, items: Sequence[Mapping[str, Any]], cursor: str) -> int:
    """Where the next page begins: after the last row given, wherever loading has moved it since."""
    at, mark = place_of(kind, cursor, 2)
    if not isinstance(at, int) or at < 0:
        raise InputError("The cursor is damaged; give the `next` of the last answer.", parameter="cursor")
    # As a rule it is where it was.
    if 0 < at <= len(items) and _mark(items[at - 1]) == mark:
        return at
    found = next((index for index, item in enumerate(items) if _mark(item) == mark), at - 1)
    return found + 1


def _mark(item: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()[:16]
