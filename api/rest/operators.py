"""`/healthz`, `/readyz` and `/metrics` for whoever runs this."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import Any

from fastapi import APIRouter, FastAPI, Response
from fastapi.responses import PlainTextResponse

from graph.store import Store
from ontology.errors import StoreError

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counts and durations of requests, by method, path pattern and status."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: Counter[float] = Counter()
        self._seconds = 0.0

    def count(self, method: str, path: str, status: int, seconds: float) -> None:
        """Add one request."""
        with self._lock:
            self._requests[method, path, status] += 1
            self._seconds += seconds
            for bound in _BOUNDS:
                self._buckets[bound] += seconds <= bound

    def text(self, store_up: bool) -> str:
        """All of it in the text format of Prometheus."""
        with self._lock:
            total = sum(self._requests.values())
            lines = ["# TYPE communique_requests_total counter"]
            lines += [
                f'communique_requests_total{{method="{method}",path="{path}",status="{status}"}} {count}'
                for (method, path, status), count in sorted(self._requests.items())
            ]
            lines.append("# TYPE communique_request_seconds histogram")
            lines += [
                f'communique_request_seconds_bucket{{le="{bound}"}} {self._buckets[bound]}'
                for bound in _BOUNDS
            ]
            lines.append(f'communique_request_seconds_bucket{{le="+Inf"}} {total}')
            lines += [
                f"communique_request_seconds_sum {self._seconds:.6f}",
                f"communique_request_seconds_count {total}",
            ]
        lines += ["# TYPE communique_store_up gauge", f"communique_store_up {int(store_up)}"]
        return "\n".join(lines) + "\n"


class Counting:
    """Middleware that counts every request under its path's pattern."""

    def __init__(self, app: Any, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass a request on and count its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def noting(message: Any) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            path = getattr(scope.get("route"), "path", "unknown")
            self.metrics.count(scope["method"], path, status, time.perf_counter() - started)


def watch(app: FastAPI, store: Store) -> None:
    """Add the paths for operators, and count what passes."""
    metrics = Metrics()
    routes = APIRouter(tags=["operators"])

    @routes.get("/healthz", summary="Whether this process is alive")
    def alive() -> dict[str, str]:
        return {"status": "ok"}

    @routes.get("/readyz", summary="Whether the store answers")
    def ready() -> dict[str, str]:
        store.read("RETURN 1 AS one", timeout=5.0)
        return {"status": "ok"}

    @routes.get("/metrics", summary="Counts for Prometheus", response_class=PlainTextResponse)
    def measured() -> Response:
        return PlainTextResponse(
            metrics.text(_up(store)), media_type="text/plain; version=0.0.4; charset=utf-8"
        )

    app.include_router(routes)
    app.add_middleware(Counting, metrics=metrics)


def _up(store: Store) -> bool:
    try:
        store.read("RETURN 1 AS one", timeout=5.0)
    except StoreError:
        return False
    return True
