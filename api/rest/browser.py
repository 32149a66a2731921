"""`/browser/…`: what the Neo4j Browser loads from here: its style, its guide, and every favourite as a slide.

The Browser stands on another port, so these answers may be read from any origin: nothing in them is private.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Path, Response

from ontology.errors import UnknownName
from queries import favourites
from queries.names import suggestion
from queries.registry import load

_TYPES = {"communique.grass": "text/css", "guide.html": "text/html", "favourites.html": "text/html"}
_OPEN = {"access-control-allow-origin": "*", "cache-control": "no-cache"}
# The Browser asks for fresh files by headers of which a browser asks first whether it may send them.
_ASKED = {"access-control-allow-methods": "GET", "access-control-allow-headers": "cache-control, pragma"}
_DECK = '<article class="guide"><carousel class="deck container-fluid">{slides}</carousel></article>'
_SLIDE = """<slide class="row-fluid"><div class="col-sm-12"><h4>{title}</h4><p>{about}</p>
<figure><pre class="pre-scrollable code runnable">{script}</pre></figure></div></slide>"""


def router() -> APIRouter:
    """The paths under `/browser`."""
    routes = APIRouter(prefix="/browser", include_in_schema=False)

    @routes.get("/{name}")
    def file(name: Annotated[str, Path()]) -> Response:
        if name not in _TYPES:
            hint = suggestion(name, _TYPES) or f"; there are {', '.join(_TYPES)}."
            raise UnknownName(f"/browser has no file '{name}'{hint}")
        text = (
            _deck() if name == "favourites.html" else (files("api.neo4j_browser") / name).read_text("utf-8")
        )
        return Response(text, media_type=f"{_TYPES[name]}; charset=utf-8", headers=_OPEN)

    @routes.options("/{name}")
    def allowed() -> Response:
        return Response(status_code=204, headers=_OPEN | _ASKED)

    return routes


def _deck() -> str:
    """A slide for each favourite, its script to be clicked."""
    about = "Run this once after connecting; change one parameter later by its line alone."
    slides = [_slide("Set the parameters of all favourites", about, favourites.parameters())]
    slides += [_slide(item.title, item.description, favourites.favourite(item)) for item in load().values()]
    return _DECK.format(slides="".join(slides))


def _slide(title: str, about: str, script: str) -> str:
    return _SLIDE.format(title=escape(title), about=escape(about), script=escape(script, quote=False))
