"""`/v1/networks`, `/v1/series` and `/v1/matrix`: thin; what they answer stands in `queries.networks`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.drawing import FORMS, draw
from api.rest.forms import answer
from api.rest.kept import Kept
from api.rest.lists import STRICT, FormatName, described, meaning
from api.rest.parameters import declared, given_values, with_parameters
from api.settings import Settings
from graph.store import Store
from queries.networks.analyses import ANALYSES, MATRIX, SERIES, Analysis, analysis
from queries.paging import page_of

DrawnFormat = Annotated[
    Literal["json", "csv", "parquet", "graphml", "gexf"] | None,
    Query(
        alias="format",
        description="json, csv, parquet, graphml or gexf; the header Accept says the first three too",
        json_schema_extra={
            "anyOf": None,
            "type": "string",
            "enum": ["json", "csv", "parquet", "graphml", "gexf"],
        },
    ),
]

# A chart wants all of its points.
_CHARTED = 1000


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of networks and charts."""
    routes = APIRouter(prefix="/v1", dependencies=STRICT, route_class=Kept)
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
        request: Request, limit: int, cursor: str | None, fields: str | None, form: str | None, **given: Any
    ) -> Response:
        values = given_values(given)
        if form in FORMS:
            pieces = draw(form, item, store, values, timeout=settings.read_timeout)
            named = {"content-disposition": f'attachment; filename="{item.name}.{form}"'}
            return StreamingResponse(pieces, media_type=FORMS[form], headers=named)
        found = item.ask(store, values, timeout=settings.read_timeout)
        rows = found if isinstance(found, Sequence) else list(found)
        page, following = page_of(item.name, rows, limit, cursor)
        columns = list(rows[0]) if rows else list(item.columns)
        around = {"columns": columns, "total": len(rows), "next": following}
        return answer(request, form, columns, page, fields=fields, **around)

    own = [
        declared(name, option, required=name in item.required, example=item.example.get(name))
        for name, option in item.options.items()
    ]
    limit = 50 if item.name in ANALYSES else _CHARTED
    return with_parameters(
        endpoint, own, item.columns, limit=limit, form=DrawnFormat if item.drawn else FormatName
    )


def _answers(item: Analysis) -> dict[int | str, dict[str, Any]]:
    told = described(
        {name: meaning(told) for name, told in item.columns.items()},
        columns={"type": "array", "items": {"type": "string"}},
    )
    if item.drawn:
        for media in FORMS.values():
            told[200]["content"][media] = {"schema": {"type": "string"}}
    return told
