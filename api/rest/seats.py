"""Seats for questions that somebody typed: whoever sits until his time is over keeps nobody else waiting."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import ParamSpec

from anyio import CapacityLimiter, fail_after
from fastapi import HTTPException, Response
from starlette.concurrency import run_in_threadpool

_PATIENCE = 2.0  # seconds that a question waits for its turn
_BUSY = "Too many queries run here just now; ask again in a few seconds."

Given = ParamSpec("Given")


class Seats:
    """As many as there are processors, and two at least."""

    def __init__(self) -> None:
        self._limiter = CapacityLimiter(max(2, os.cpu_count() or 1))

    async def answered(
        self, ask: Callable[Given, Response], *args: Given.args, **kwargs: Given.kwargs
    ) -> Response:
        """What `ask` answers in a thread of its own; a 503 that says when to return where no seat is free."""
        try:
            with fail_after(_PATIENCE):
                await self._limiter.acquire()
        except TimeoutError:
            raise HTTPException(503, _BUSY, {"retry-after": "5"}) from None
        try:
            return await run_in_threadpool(ask, *args, **kwargs)
        finally:
            self._limiter.release()
