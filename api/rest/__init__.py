"""REST: an app over a store. Thin: what is asked stands in `queries`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api.rest import (
    borders,
    browse,
    browser,
    exploring,
    finding,
    named,
    networks,
    operators,
    pages,
    plots,
    problems,
    sparql,
)
from api.settings import Settings
from graph.store import Store
from graph.triples.endpoint import Endpoint
from ontology.vocabulary import Vocabulary

_ABOUT = """States, blocs and their stated positions, dated and proved by a passage.

Lists have `items`, `next` (the cursor of the following page, or null) and `total`. Dates are ISO, `from` and
`to` inclusive. CSV comes by `Accept: text/csv` or `?format=csv`. Errors are problem details (RFC 9457) that
say what to do."""


def create_app(store: Store, vocabulary: Vocabulary, settings: Settings | None = None) -> FastAPI:
    """The app over a store that is open; whoever made the store closes it."""
    settings = settings or Settings.read()
    endpoint = settings.sparql()
    app = FastAPI(
        title="Communiqué",
        version=version("communique"),
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        responses=problems.RESPONSES,
        separate_input_output_schemas=False,
        lifespan=lambda _: _closing(endpoint),
    )
    app.state.store, app.state.vocabulary, app.state.settings = store, vocabulary, settings
    problems.handle_problems(app)
    app.include_router(sparql.router(store, settings, endpoint))
    for part in (named, browse, finding, exploring, networks, plots):
        app.include_router(part.router(store, settings))
    app.include_router(browser.router())
    operators.watch(app, store)
    pages.add_pages(app, store)
    app.add_middleware(borders.SmallBodies)
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    borders.allow_origins(app, settings.cors_origins)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _closing(endpoint: Endpoint) -> AsyncIterator[None]:
    """End the processes of SPARQL with the app."""
    with endpoint:
        yield


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document: problem details in place of the validation errors that FastAPI would promise."""
    if app.openapi_schema is None:
        document = FastAPI.openapi(app)
        told = json.loads((files("api.rest") / "examples.json").read_text("utf-8"))
        for path, operations in document["paths"].items():
            for method, operation in operations.items():
                responses = operation["responses"]
                responses.pop("422", None)
                _show(responses.get("200"), "application/json", told.get(f"{method.upper()} {path}"))
                for status in responses.keys() & told.keys():
                    _show(responses[status], problems.MEDIA_TYPE, told[status])
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        schemas["Problem"] = problems.SCHEMA
    assert app.openapi_schema is not None
    return app.openapi_schema


def _show(response: dict[str, Any] | None, media: str, example: dict[str, Any] | None) -> None:
    """Put the answer of a live call beside what is promised."""
    if response is not None and example is not None and media in response.get("content", {}):
        shown = {"summary": example["request"], "value": example["answer"]}
        response["content"][media]["examples"] = {"live": shown}
