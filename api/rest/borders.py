"""What is turned away at the border: bodies too large, and pages of other origins unless they may ask."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI, HTTPException, Request
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.rest.problems import problem
from ontology.errors import InputError

LARGEST_BODY = 1_000_000

_TOO_LARGE = f"The body has more than {LARGEST_BODY} bytes; send less, or ask in several requests."


class SmallBodies:
    """Middleware that takes no body larger than the largest, whether its length is told or not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with status 413."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        length = request.headers.get("content-length", "0")
        if length.isdecimal() and int(length) > LARGEST_BODY:
            await problem(request, 413, _TOO_LARGE)(scope, receive, send)
            return
        await self.app(scope, _counted(receive), send)


def _counted(receive: Receive) -> Receive:
    received = 0

    async def counting() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LARGEST_BODY:
            raise HTTPException(413, _TOO_LARGE)
        return message

    return counting


def allow_origins(app: FastAPI, origins: str | None) -> None:
    """Let pages of other origins ask, as the setting COMMUNIQUE_CORS_ORIGINS says."""
    if origins is None:
        return
    app.add_middleware(
        CORSMiddleware,
        allow_origins=[_origin(item.strip()) for item in origins.split(",")],
        allow_methods=["GET", "POST"],
        allow_headers=["content-type", "if-none-match"],
        expose_headers=["etag", "link", "x-total-count"],
        max_age=3600,
    )


def _origin(text: str) -> str:
    parts: Any = urlsplit(text)
    if text != "*" and (parts.scheme not in ("http", "https") or text != f"{parts.scheme}://{parts.netloc}"):
        raise InputError(
            f"The setting COMMUNIQUE_CORS_ORIGINS has {text!r}, which is no origin: write it like "
            "https://dashboards.example, without a path, or * for every one.",
            parameter="cors_origins",
        )
    return text
