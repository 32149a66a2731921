"""A store that stops in the middle: problem documents that say so, and answers again when it is back."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from graph import open_store
from tests.api.conftest import served
from tests.conftest import Access, Stores
from tests.queries import records


class Line:
    """A line to a server that can be cut and mended."""

    def __init__(self, host: str, port: int) -> None:
        self._far = (host, port)
        self._ends: list[socket.socket] = []
        self._whole = True
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if not self._whole:
                    near.close()
                    continue
                far = socket.create_connection(self._far)
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    @staticmethod
    def _carry(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        self._whole = False
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._ends.clear()

    def mend(self) -> None:
        self._whole = True

    def close(self) -> None:
        self.cut()
        self._listener.close()


PATHS = (
    "/v1/positions",
    f"/v1/actors/{records.RU}",
    "/v1/search?q=Russia",
    "/v1/queries/most-contested",
    "/v1/networks/actors",
    "/v1/networks/actors?format=graphml",
    "/v1/series",
    "/readyz",
)


@contextmanager
def line_to_neo4j(stores: Stores) -> Iterator[tuple[Line, Access]]:
    access = stores.neo4j()
    stores.hold("neo4j")
    far = urlsplit(access.url)
    line = Line(str(far.hostname), far.port or 7687)
    try:
        yield line, Access(f"bolt://127.0.0.1:{line.port}", access.user, access.password)
    finally:
        line.close()
        stores.release("neo4j")


def test_a_neo4j_that_is_gone_is_told_of_and_found_again(stores: Stores) -> None:
    with (
        line_to_neo4j(stores) as (line, access),
        access.open() as store,
        served(records.fill(store)) as address,
        httpx.Client(base_url=address, timeout=90) as rest,
    ):
        assert rest.get("/readyz").status_code == 200
        line.cut()
        for path in PATHS:
            answer = rest.get(path)
            assert answer.status_code == 503, (path, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["retry-after"]
            assert "set COMMUNIQUE_STORE" in answer.json()["detail"], path
        assert rest.post("/v1/cypher", json={"query": "RETURN 1 AS one"}).status_code == 503
        assert rest.get("/healthz").status_code == 200
        assert "communique_store_up 0" in rest.get("/metrics").text
        line.mend()
        for path in PATHS:
            assert rest.get(path).status_code == 200, path


def test_an_embedded_server_that_is_killed_is_started_again_unnoticed(tmp_path: Path) -> None:
    with (
        open_store(f"embedded:{tmp_path / 'store'}") as store,
        served(records.fill(store)) as address,
        httpx.Client(base_url=address, timeout=90) as rest,
    ):
        # What a search finds best may change its places with the server.
        before = {path: rest.get(path).content for path in PATHS if "search" not in path}
        for path in (*PATHS[:2], "/v1/series"):
            os.kill(json.loads((tmp_path / "store" / "server.json").read_text())["pid"], signal.SIGKILL)
            assert rest.get(path).content == before[path], path
        assert {path: rest.get(path).content for path in before} == before
