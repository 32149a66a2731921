"""REST served live over HTTP, and the command line as users run it, over each engine's store."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import uvicorn

from api.rest import create_app
from api.serving import listener_at
from api.settings import Settings
from graph import Store
from ontology.vocabulary import Vocabulary
from tests.conftest import Access
from tests.queries import records

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def filled(module_store: Store) -> Iterator[Store]:
    yield records.fill(module_store)


@pytest.fixture(scope="module")
def rest(filled: Store) -> Iterator[httpx.Client]:
    """A client of a server that runs over the filled store."""
    with served(filled) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@contextmanager
def served(store: Store, **settings: Any) -> Iterator[str]:
    """The address of a server that runs over a store."""
    with tempfile.TemporaryDirectory() as index:
        given = {"read_timeout": 10.0, "read_rows": 1000, "sparql_index": index, **settings}
        app = create_app(store, Vocabulary.load(), Settings(store=store.url, **given))
        listener = listener_at("127.0.0.1", 0)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def shell(module_access: Access, filled: Store) -> Run:
    """Runs `communique …` in a process of its own against the filled store."""
    return in_process_of_its_own(module_access.settings)


def in_process_of_its_own(settings: dict[str, str]) -> Run:
    def run(*arguments: str, text: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from api.cli import main; main()", *arguments],
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **settings, **more},
            timeout=120,
        )

    return run
