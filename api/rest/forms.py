"""The forms of an answer: JSON, CSV or Parquet, as parameter or header ask, whole or in chosen fields."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import JSONResponse, Response

from api.output import write_csv
from api.parquet import MEDIA_TYPE as PARQUET
from api.parquet import types_of, write_parquet
from ontology.errors import InputError
from queries.names import suggestion

CSV = "text/csv"
MEDIA = {"json": "application/json", "csv": CSV, "parquet": PARQUET}


def answer(
    request: Request,
    form: str | None,
    columns: Sequence[str] | Mapping[str, str],
    items: Sequence[Mapping[str, Any]],
    /,
    *,
    fields: str | None = None,
    **around: Any,
) -> Response:
    """Items with what stands around them, in the form and the fields asked for.

    `columns` may tell their types, for Parquet; else the values show them.
    """
    form = form or negotiated(request, MEDIA)
    names = chosen(fields, columns)
    if "columns" in around:
        around["columns"] = names
    if form == "json":
        shown = items if fields is None else [{name: item.get(name) for name in names} for item in items]
        return JSONResponse(finite({"items": shown, **around}), headers={"vary": "accept"})
    headers = {"vary": "accept", "x-total-count": str(around.get("total", len(items)))}
    if around.get("next"):
        headers["link"] = f'<{request.url.include_query_params(cursor=around["next"])}>; rel="next"'
    if form == "csv":
        return Response(_csv(names, items), media_type=f"{CSV}; charset=utf-8", headers=headers)
    known = columns if isinstance(columns, Mapping) else types_of(names, items)
    return Response(
        _parquet({name: known[name] for name in names}, items), media_type=PARQUET, headers=headers
    )


def single(item: Mapping[str, Any], fields: str | None) -> Response:
    """One item as JSON, whole or in the fields asked for."""
    return JSONResponse(finite({name: item[name] for name in chosen(fields, list(item))}))


def chosen(fields: str | None, columns: Iterable[str]) -> list[str]:
    """The fields asked for, in the order asked for; raises InputError naming one that there is not."""
    known = list(columns)
    if fields is None:
        return known
    names = [name.strip() for name in fields.split(",")]
    for name in names:
        if name not in known:
            hint = suggestion(name, known) or f"; there is {', '.join(known)}."
            raise InputError(f"The parameter 'fields' names no field {name!r}{hint}", parameter="fields")
    return list(dict.fromkeys(names))


def negotiated(request: Request, offered: Mapping[str, str]) -> str:
    """The offered form that the header Accept likes best, the first one of equals; else status 406."""
    accepted = request.headers.get("accept", "").strip() or "*/*"
    ranges = [_range(part) for part in accepted.split(",")]
    best = max(offered, key=lambda name: _liking(offered[name], ranges))
    if _liking(offered[best], ranges) <= 0:
        raise HTTPException(
            406,
            f"Nothing here is {accepted[:200]}: accept {' or '.join(offered.values())}, or leave Accept out.",
        )
    return best


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return media, float(weight)
    except ValueError:
        return media, 1.0


def _liking(media: str, ranges: Iterable[tuple[str, float]]) -> float:
    """The weight of the most exact range that a media type falls into."""
    wider = (media, media.partition("/")[0] + "/*", "*/*")
    known = dict(ranges)
    return next((known[item] for item in wider if item in known), 0.0)


def _csv(names: Sequence[str], items: Iterable[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    write_csv(out, names, items)
    return out.getvalue()


def _parquet(columns: Mapping[str, str], items: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.BytesIO()
    write_parquet(out, columns, items)
    return out.getvalue()


def finite(value: Any) -> Any:
    """A value without what JSON cannot say: infinity and not-a-number become null."""
    match value:
        case float():
            return value if math.isfinite(value) else None
        case Mapping():
            return {key: finite(item) for key, item in value.items()}
        case list() | tuple():
            return [finite(item) for item in value]
    return value
