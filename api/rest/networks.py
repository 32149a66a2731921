"""`/v1/networks`, `/v1/series` and `/v1/matrix`: thin; what they answer stands in `queries.networks`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.drawing import FORMS, draw
from api.rest.lists import STRICT, Cursor, FormatName, Limit, answer, described, page_of
from api.settings import Settings
from graph.store import Store
from queries.listings import Filter
from queries.networks.analyses import ANALYSES, MATRIX, SERIES, Analysis, analysis

DrawnFormat = Annotated[
    Literal["json", "csv", "graphml", "gexf"] | None,
    Query(alias="format", description="json, csv, graphml or gexf; the header Accept says json or csv too"),
]

# A chart wants all of its points.
_CHARTED = 1000
_JSON_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of networks and charts."""
    routes = APIRouter(prefix="/v1", dependencies=STRICT)
    paths = {f"/networks/{name}": item for name, item in ANALYSES.items()}
    for path, item in {**paths, "/series": SERIES, "/matrix": MATRIX}.items():
        routes.get(
            path,
            name=path.strip("/"),
            summary=item.title,
            description=item.description,
            tags=["networks" if item.name in ANALYSES else "charts"],
            responses=_answers(item),
        )(_endpoint(item, store, settings))

    @routes.get("/networks/{kind}", include_in_schema=False)
    def unknown(kind: str) -> Response:
        raise AssertionError(analysis(kind))

    return routes


def _endpoint(item: Analysis, store: Store, settings: Settings) -> Callable[..., Response]:
    def endpoint(
        request: Request, limit: int, cursor: str | None, form: str | None, **given: Any
    ) -> Response:
        values = {name.rstrip("_"): value for name, value in given.items() if value is not None}
        if form in FORMS:
            pieces = draw(form, item, store, values, timeout=settings.read_timeout)
            named = {"content-disposition": f'attachment; filename="{item.name}.{form}"'}
            return StreamingResponse(pieces, media_type=FORMS[form], headers=named)
        found = item.ask(store, values, timeout=settings.read_timeout)
        rows = found if isinstance(found, Sequence) else list(found)
        page, following = page_of(item.name, rows, limit, cursor)
        columns = list(rows[0]) if rows else list(item.columns)
        return answer(request, form, columns, page, columns=columns, total=len(rows), next=following)

    own = [_signed(name, option, item) for name, option in item.options.items()]
    shared = [
        ("limit", Limit, 50 if item.name in ANALYSES else _CHARTED),
        ("cursor", Cursor, None),
        ("form", DrawnFormat if item.drawn else FormatName, None),
    ]
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    endpoint.__annotations__ = {}
    endpoint.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [request, *own, *(_keyword(name, kind, default) for name, kind, default in shared)]
    )
    return endpoint


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _signed(name: str, option: Filter, item: Analysis) -> inspect.Parameter:
    # Values come as text and are read by the analysis, so that every door refuses them in the same words.
    schema: dict[str, Any] = {"type": _JSON_TYPES.get(option.type, "string"), "anyOf": None}
    if option.choices:
        schema["enum"] = list(option.choices)
    if option.default is not None:
        schema["default"] = option.default
    if name in item.example:
        schema["examples"] = [item.example[name]]
    required = name in item.required
    query = Query(alias=name, description=option.description, json_schema_extra=schema)
    kind: Any = Annotated[str if required else str | None, query]
    return _keyword(f"{name}_", kind, inspect.Parameter.empty if required else None)


def _answers(item: Analysis) -> dict[int | str, dict[str, Any]]:
    told = described(dict(item.columns), columns={"type": "array", "items": {"type": "string"}})
    if item.drawn:
        for media in FORMS.values():
            told[200]["content"][media] = {"schema": {"type": "string"}}
    return told
