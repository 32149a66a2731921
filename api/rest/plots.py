"""`/v1/plots/{name}.svg`: thin; what is drawn stands in `api.plots`."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Response

from api.plots.asked import FORMS, PLOTS, Plot, plot
from api.rest.kept import Kept
from api.rest.lists import STRICT
from api.rest.parameters import declared, given_values
from api.settings import Settings
from graph.store import Store
from ontology.errors import UnknownName

# A picture opened by itself runs nothing and fetches nothing.
_POLICY = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
}


def router(store: Store, settings: Settings) -> APIRouter:
    """The paths of pictures."""
    routes = APIRouter(prefix="/v1/plots", dependencies=STRICT, tags=["plots"], route_class=Kept)
    for name, item in PLOTS.items():
        for form, kind in FORMS.items():
            routes.get(
                f"/{name}.{form}",
                name=f"{name}.{form}",
                summary=item.title,
                description=item.description,
                response_class=Response,
                responses={200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}}}}},
            )(_endpoint(item, form, store, settings))

    @routes.get("/{name}", include_in_schema=False)
    def unknown(name: str) -> Response:
        item = plot(name.partition(".")[0])
        raise UnknownName(
            f"A plot has the form svg or png: ask for /v1/plots/{item.name}.svg.", parameter="name"
        )

    return routes


def _endpoint(item: Plot, form: str, store: Store, settings: Settings) -> Callable[..., Response]:
    def endpoint(**given: Any) -> Response:
        picture = item.picture(store, given_values(given), form, timeout=settings.read_timeout)
        return Response(picture, media_type=FORMS[form], headers=_POLICY)

    own = [
        declared(name, option, required=name in item.required, example=item.example.get(name))
        for name, option in item.options.items()
    ]
    endpoint.__annotations__ = {}
    endpoint.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined]
    return endpoint
