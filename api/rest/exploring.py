"""`/v1/cypher`: Cypher that somebody typed, for readers."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.rest.forms import MEDIA, answer
from api.rest.lists import STRICT, FormatName
from api.rest.seats import Seats
from api.settings import Settings
from graph.guard import LONGEST
from graph.store import Store


class Statement(BaseModel):
    """Read-only Cypher with its parameters."""

    model_config = ConfigDict(extra="forbid")

    query: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST,
            examples=["MATCH (b:Bloc) RETURN b.id AS id, b.name AS name ORDER BY id LIMIT 3"],
            json_schema_extra={"format": "cypher"},
        ),
    ]
    parameters: Annotated[
        dict[str, Any],
        Field(description="a value for each $name of the query; whole numbers past 64 bits become floating"),
    ] = {}


def router(store: Store, settings: Settings) -> APIRouter:
    """The path of Cypher."""
    routes = APIRouter(prefix="/v1", tags=["search"], dependencies=STRICT)
    seats = Seats()

    def asked(request: Request, statement: Statement, form: str | None) -> Response:
        rows = store.explore(
            statement.query,
            statement.parameters,
            timeout=settings.read_timeout,
            max_rows=settings.read_rows,
            max_bytes=settings.read_bytes,
        )
        around: dict[str, Any] = {"columns": rows.columns, "truncated": rows.truncated}
        return answer(request, form, rows.columns, rows.as_dicts(), **around)

    @routes.post("/cypher", summary="Read-only Cypher, bounded in time, rows and bytes", responses=_told())
    async def cypher(request: Request, statement: Statement, form: FormatName = None) -> Response:
        return await seats.answered(asked, request, statement, form)

    return routes


def _told() -> dict[int | str, dict[str, Any]]:
    properties = {
        "columns": {"type": "array", "items": {"type": "string"}},
        "items": {"type": "array", "items": {"type": "object"}},
        "truncated": {"type": "boolean", "description": "whether more rows were left out"},
    }
    answer = {"type": "object", "required": list(properties), "properties": properties}
    content: dict[str, Any] = {media: {"schema": {"type": "string"}} for media in MEDIA.values()}
    return {200: {"content": content | {MEDIA["json"]: {"schema": answer}}}}
