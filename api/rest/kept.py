"""Answers that clients may keep: an ETag tied to the store's state, and 304 where it still holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from datetime import date
from importlib.metadata import version
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool


class Kept(APIRoute):
    """A path whose answers hold until the graph, the program or the day is another."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, asked only where a client's copy no longer holds."""
        handler = super().get_route_handler()
        if self.methods != {"GET"}:
            return handler

        async def kept(request: Request) -> Response:
            # Read before the answer is made: a change meanwhile makes the copy old, never the answer wrong.
            tag = await run_in_threadpool(_tag, request)
            if _holds(request.headers.get("if-none-match", ""), tag):
                return Response(status_code=304, headers=_headers(tag) | {"vary": "accept"})
            response = await handler(request)
            response.headers.update(_headers(tag))
            return response

        return kept


def _headers(tag: str) -> dict[str, str]:
    # Kept by whoever likes, but never used without asking.
    return {"etag": tag, "cache-control": "no-cache"}


def _tag(request: Request) -> str:
    """Weak, as compression changes the bytes. The day counts because `today` is a date too."""
    state = request.app.state
    parts = (
        str(state.store.revision()),
        version("communique"),
        state.vocabulary.version,
        date.today().isoformat(),
        str(state.settings.read_rows),
        request.url.path,
        request.url.query,
        request.headers.get("accept", ""),
    )
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def _holds(given: str, tag: str) -> bool:
    known = [item.strip() for item in given.split(",")]
    return "*" in known or tag in known or tag.removeprefix("W/") in known
