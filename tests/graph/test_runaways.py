"""Reads that outlive their time, on each engine: ended within a second, whoever else reads is undisturbed."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import Store
from ontology.errors import CommuniqueError, QueryRefused, StoreError
from tests.conftest import Access

# What an engine sees only when it looks between rows, and what it never sees.
BETWEEN_ROWS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n"
WITHIN_A_ROW = (
    "RETURN reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000000) | t + y)) AS n"
)
_TIME = 0.5
_TRIES = 3  # on a machine that does much else besides


def ended(read: Callable[[], object]) -> float:
    """How long a read took that is refused for its time."""
    started = time.monotonic()
    with pytest.raises(QueryRefused, match=rf"longer than {_TIME} s"):
        read()
    return time.monotonic() - started


def server(access: Access) -> int:
    folder = Path(access.url.removeprefix("embedded:"))
    return int(json.loads((folder / "server.json").read_text())["pid"])


@pytest.fixture
def embedded(access: Access) -> Access:
    if not access.url.startswith("embedded:"):
        pytest.skip("Neo4j stops nothing within a row; such queries are refused there")
    return access


def test_a_read_ends_within_a_second_after_its_time(store: Store) -> None:
    store.read("RETURN 1")
    assert min(ended(lambda: store.explore(BETWEEN_ROWS, timeout=_TIME)) for _ in range(_TRIES)) < _TIME + 1


def test_what_runs_within_one_row_is_stopped_and_the_server_goes_on(embedded: Access) -> None:
    with embedded.open() as store:
        before = server(embedded)
        took = [ended(lambda: store.read(WITHIN_A_ROW, timeout=_TIME)) for _ in range(_TRIES)]
        assert min(took) < _TIME + 1
        # Connections whose query was stopped are not used again.
        for _ in range(20):
            assert store.read("MATCH (m:Meta) RETURN count(m) AS n").rows == [(1,)]
        time.sleep(1.5)
        assert server(embedded) == before, "the server was ended"


def test_others_are_answered_while_queries_run_away(store: Store) -> None:
    failures: list[BaseException] = []

    def run_away() -> None:
        try:
            ended(lambda: store.explore(BETWEEN_ROWS, timeout=_TIME))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run_away) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert store.read("MATCH (m:Meta) RETURN count(m) AS n").rows == [(1,)]
    assert failures == []


def test_nothing_runs_on_at_the_server(access: Access, store: Store) -> None:
    if access.url.startswith("embedded:"):
        pytest.skip("the server's threads are looked at by the server itself")
    ended(lambda: store.explore(BETWEEN_ROWS, timeout=_TIME))
    from neo4j import GraphDatabase

    with GraphDatabase.driver(access.url, auth=(str(access.user), str(access.password))) as driver:
        shown = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.communique IS NOT NULL RETURN count(*) AS n"
        until = time.monotonic() + 5
        while driver.execute_query(shown).records[0]["n"] and time.monotonic() < until:
            time.sleep(0.1)
        assert driver.execute_query(shown).records[0]["n"] == 0


def test_answers_are_bounded_in_bytes(store: Store) -> None:
    rows = store.explore(
        "UNWIND range(1, 1000) AS n RETURN $text AS text", {"text": "x" * 1000}, max_bytes=50_000
    )
    assert rows.truncated and 40 <= len(rows.rows) <= 50
    with pytest.raises(QueryRefused, match="One row of the answer has more than 50000 bytes"):
        store.explore("RETURN range(1, 500000) AS n", max_bytes=50_000)
    assert store.explore("RETURN 1 AS n").rows == [(1,)]


def test_what_nobody_fetches_is_not_waited_for(store: Store) -> None:
    many = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000) AS b RETURN a, b"
    for ask in (store.read, store.explore):
        rows = ask(many, max_rows=10, timeout=20)
        assert rows.truncated and len(rows.rows) == 10
    assert store.read("RETURN 1 AS n").rows == [(1,)]


def test_a_strangers_query_is_not_repeated_where_the_server_stops_under_it(embedded: Access) -> None:
    """It may be the very query that stopped it; what the program itself asks is repeated."""
    with embedded.open() as store:
        told: list[CommuniqueError] = []

        def ask() -> None:
            try:
                store.explore(BETWEEN_ROWS, timeout=20)
            except CommuniqueError as error:
                told.append(error)

        thread = threading.Thread(target=ask)
        thread.start()
        time.sleep(1)
        os.kill(server(embedded), signal.SIGKILL)
        thread.join(10)
        assert [type(error) for error in told] == [StoreError] and "broke off" in str(told[0])
        assert store.read("MATCH (m:Meta) RETURN count(m) AS n").rows == [(1,)]
        assert store.explore("RETURN 1 AS n").rows == [(1,)]
