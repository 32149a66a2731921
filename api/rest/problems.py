"""Errors as RFC 9457 problem details: one shape for every error, with a sentence that says what to do."""

from __future__ import annotations

import http
import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from ontology.errors import CommuniqueError

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger("communique")

SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "about:blank: the title is that of the status"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what is wrong and what to do"},
        "instance": {"type": "string", "description": "the path that was asked for"},
        "parameter": {"type": "string", "description": "the parameter at fault, if one is"},
    },
}

# What every path may answer besides its result.
RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": http.HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status in (400, 404, 405, 406, 413, 415, 501, 503)
}


def problem(
    request: Request, status: int, detail: str, parameter: str | None = None, **headers: str
) -> Response:
    """One problem document."""
    body = {
        "type": "about:blank",
        "title": http.HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    if parameter is not None:
        body["parameter"] = parameter
    return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)


def handle_problems(app: FastAPI) -> None:
    """Make every error of an app a problem document."""

    @app.exception_handler(CommuniqueError)
    def known(request: Request, error: CommuniqueError) -> Response:
        headers = {}
        if error.status == 503:
            _log.warning("%s: %s", request.url.path, error)
            headers["retry-after"] = str(getattr(error, "retry_after", 5))
        return problem(request, error.status, str(error), getattr(error, "parameter", None), **headers)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        if request.method == "POST" and not _is_json(request):
            given = request.headers.get("content-type", "of no told type")
            return problem(request, 415, f"The body is {given[:80]}; send JSON as application/json.")
        first = error.errors()[0]
        place = [part for part in first["loc"][1:] if isinstance(part, str)]
        name = ".".join(place) or "body"
        return problem(request, 400, f"The parameter '{name}' cannot be used: {_remedy(first)}.", name)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {}) | (_allowed(request) if error.status_code == 405 else {})
        return problem(request, error.status_code, _advice(request, error), **headers)

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        _log.error("%s failed", request.url.path, exc_info=error)
        return problem(request, 500, "Something unforeseen failed here; the server's log has the reason.")


def _allowed(request: Request) -> dict[str, str]:
    """Every method of a path, as the description has them: a route that refuses knows its own alone."""
    told = request.app.openapi()["paths"].get(request.url.path, {})
    return {"Allow": ", ".join(sorted(method.upper() for method in told))} if told else {}


def _is_json(request: Request) -> bool:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media == "application/json" or media.endswith("+json")


def _remedy(fault: dict[str, Any]) -> str:
    given = fault.get("input")
    if fault["type"] == "missing":
        return "it is missing, and has no default"
    text = str(fault["msg"]).replace("Input should", "it should")
    return text if isinstance(given, dict | list) or given is None else f"{text}, not {str(given)[:80]!r}"


def _advice(request: Request, error: HTTPException) -> str:
    if error.status_code == 404:
        return f"Nothing is at {request.url.path}; /docs lists what there is."
    if error.status_code == 405:
        return f"{request.method} is not for {request.url.path}; /docs says what is."
    return str(error.detail)
