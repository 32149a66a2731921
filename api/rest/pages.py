"""The start page and the docs: nothing in them is fetched from elsewhere."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import fastapi_offline
from fastapi import APIRouter, FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from graph.store import Store
from queries.reference import path
from queries.registry import NamedQuery, load, named

# The browser itself refuses whatever a page would fetch from another place.
_POLICY = {
    "content-security-policy": "default-src 'self'; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_FLAGSHIP = "blocs-linked-to-principle"


def add_pages(app: FastAPI, store: Store) -> None:
    """Add `/` and `/docs` with their files."""
    routes = APIRouter(include_in_schema=False)
    app.mount(
        "/static", StaticFiles(directory=Path(fastapi_offline.__file__).parent / "static"), name="static"
    )

    @routes.get("/docs")
    def docs() -> HTMLResponse:
        page = get_swagger_ui_html(
            openapi_url="/openapi.json",
            title="Communiqué API",
            swagger_js_url="/static/swagger-ui-bundle.js",
            swagger_css_url="/static/swagger-ui.css",
            swagger_favicon_url="/static/favicon.png",
            swagger_ui_parameters={"validatorUrl": None},
        )
        return HTMLResponse(bytes(page.body), headers=_POLICY)

    @routes.get("/")
    def start() -> HTMLResponse:
        query = named(_FLAGSHIP)
        rows = query.ask(store, query.example).as_dicts()
        template = Template((files("api.rest") / "start.html").read_text("utf-8"))
        page = template.substitute(table=_table(query, rows), queries=_links())
        return HTMLResponse(page, headers=_POLICY)

    app.include_router(routes)


def _table(query: NamedQuery, rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "<p>The store is empty. <code>communique load PATH…</code> fills it.</p>"
    head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in query.shown)
    lines = (
        "".join(f'<td dir="auto">{escape(str(row[name] or ""))}</td>' for name in query.shown) for row in rows
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _links() -> str:
    return "".join(
        f'<li><a href="{escape(path(query))}">{escape(query.title)}</a><br>{escape(query.description)}</li>'
        for query in load().values()
        if all(item.name in query.example for item in query.parameters if item.required)
    )
