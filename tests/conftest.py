"""Stores for every test that wants one: the same test runs on each engine.

`store` is an empty store of each engine in turn, `store_settings` the environment that makes the
command line and the REST API use it. `module_store` is one for all tests of a module, filled once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph import Store, open_store
from tests import neo4j_server
from tests.neo4j_server import Neo4jUnavailableError, locked

ENGINES = ("embedded", "neo4j")

# How long an example takes depends on what else the machine does: no test fails by that.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@dataclass(frozen=True)
class Access:
    """How to enter a store."""

    url: str
    user: str | None = None
    password: str | None = None

    @property
    def settings(self) -> dict[str, str]:
        """The environment that names this store."""
        named = {"": self.url, "_USER": self.user, "_PASSWORD": self.password}
        return {f"COMMUNIQUE_STORE{name}": value for name, value in named.items() if value}

    def open(self) -> Store:
        """The store, opened."""
        return open_store(self.url, self.user, self.password)


@dataclass
class Stores:
    """The stores of this worker. Neo4j Community has one database, so one test at a time has it."""

    folder: Path
    _held: int = field(default=0, init=False)
    _lock: ExitStack = field(default_factory=ExitStack, init=False)
    _kept: list[Store] = field(default_factory=list, init=False)
    _embedded: Access | None = field(default=None, init=False)

    def access(self, engine: str) -> Access:
        """How to enter an engine's store; starts it, or skips the test where there is none."""
        return self.embedded() if engine == "embedded" else self.neo4j()

    def embedded(self) -> Access:
        """This worker's embedded store; held open, so that its server starts once."""
        if self._embedded is None:
            worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
            self._embedded = Access(f"embedded:{self.folder / f'embedded-{worker}'}")
            self._kept.append(self._embedded.open())
        return self._embedded

    def neo4j(self) -> Access:
        """The Neo4j of COMMUNIQUE_TEST_NEO4J, else one that the session starts for itself."""
        if url := os.environ.get("COMMUNIQUE_TEST_NEO4J"):
            return Access(url, "neo4j", os.environ.get("COMMUNIQUE_TEST_NEO4J_PASSWORD"))
        try:
            server = neo4j_server.shared(self.folder / "neo4j")
        except Neo4jUnavailableError as error:
            # Where both engines must be tested, a missing one is a failure.
            if os.environ.get("COMMUNIQUE_REQUIRE_NEO4J"):
                raise
            pytest.skip(f"no Neo4j: {error}")
        return Access(server.url, server.user, server.password)

    def hold(self, engine: str) -> None:
        """Keep other workers off the shared store."""
        if engine == "neo4j":
            if self._held == 0:
                self._lock.enter_context(locked(self.folder / "neo4j-in-use"))
            self._held += 1

    def release(self, engine: str) -> None:
        """Let the next worker in."""
        if engine == "neo4j":
            self._held -= 1
            if self._held == 0:
                self._lock.close()

    def close(self) -> None:
        """Let go of what was held open."""
        for store in self._kept:
            store.close()


def _session_folder(config: pytest.Config) -> Path:
    base: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return base.parent if hasattr(config, "workerinput") else base


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The session's own Neo4j ends with it: workers have finished when their controller does."""
    if not hasattr(session.config, "workerinput") and hasattr(session.config, "_tmp_path_factory"):
        neo4j_server.stop_shared(_session_folder(session.config) / "neo4j")


@pytest.fixture(scope="session")
def stores(request: pytest.FixtureRequest) -> Iterator[Stores]:
    """Both engines, started when first asked for."""
    stores = Stores(_session_folder(request.config))
    yield stores
    stores.close()


@pytest.fixture(params=ENGINES)
def access(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Access]:
    """Each engine in turn, with an empty store that no other test touches meanwhile."""
    yield from _empty(stores, request.param)


@pytest.fixture(scope="module", params=ENGINES)
def module_access(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Access]:
    """Like `access`, for all tests of a module."""
    yield from _empty(stores, request.param)


def _empty(stores: Stores, engine: str) -> Iterator[Access]:
    access = stores.access(engine)
    stores.hold(engine)
    try:
        with access.open() as store:
            store.reset()
        yield access
    finally:
        stores.release(engine)


@pytest.fixture
def store(access: Access) -> Iterator[Store]:
    """An empty store of each engine in turn."""
    with access.open() as store:
        yield store


@pytest.fixture(scope="module")
def module_store(module_access: Access) -> Iterator[Store]:
    """One store for all tests of a module, on each engine in turn."""
    with module_access.open() as store:
        yield store


@pytest.fixture
def store_settings(access: Access) -> dict[str, str]:
    """The environment that makes the command line and the REST API use the test's store."""
    return access.settings
