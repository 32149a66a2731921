"""What a user is told when a store cannot be opened: one sentence, quickly."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import open_store
from ontology.errors import CommuniqueError, InputError, StoreUnreachable
from tests.conftest import Stores


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def refused_within(seconds: float, url: str, user: str = "neo4j", password: str = "x") -> CommuniqueError:
    start = time.monotonic()
    with pytest.raises(CommuniqueError) as refused:
        open_store(url, user, password)
    assert time.monotonic() - start < seconds
    assert "\n" not in str(refused.value)
    return refused.value


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s", "bolt+s"])
def test_an_unreachable_server(scheme: str, closed_port: int) -> None:
    error = refused_within(10, f"{scheme}://127.0.0.1:{closed_port}")
    assert isinstance(error, StoreUnreachable) and "No store answers" in str(error)


def test_a_server_of_another_kind(deaf_port: int) -> None:
    assert isinstance(refused_within(15, f"bolt://127.0.0.1:{deaf_port}"), StoreUnreachable)


def test_an_unknown_host() -> None:
    assert isinstance(refused_within(20, "neo4j://no-such-host.invalid:7687"), StoreUnreachable)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "postgres://127.0.0.1/x",
        "neo4j://",
        "/some/path",
        "embedded:",
        "neo4j://user:secret@127.0.0.1:7687",
    ],
)
def test_urls_that_name_no_store(url: str) -> None:
    error = refused_within(5, url)
    assert isinstance(error, InputError)
    assert "secret" not in str(error)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert isinstance(refused_within(5, f"embedded:{tmp_path / 'file' / 'store'}"), StoreUnreachable)


def test_a_wrong_password(stores: Stores) -> None:
    access = stores.neo4j()
    error = refused_within(10, access.url, str(access.user), "wrong")
    assert isinstance(error, StoreUnreachable)
    assert "COMMUNIQUE_STORE_PASSWORD" in str(error) and "wrong" not in str(error).split()


def test_neo4j_speaks_both_schemes(stores: Stores) -> None:
    access = stores.neo4j()
    with open_store(access.url.replace("bolt://", "neo4j://"), access.user, access.password) as store:
        assert store.read("RETURN 1 AS one").rows == [(1,)]


def test_a_lost_server_is_reported_quickly(stores: Stores) -> None:
    """A relay stands between, so that the shared server need not die."""
    access = stores.neo4j()
    target = int(access.url.rpartition(":")[2])
    relay = _Relay(target)
    store = open_store(f"bolt://127.0.0.1:{relay.port}", access.user, access.password)
    relay.close()
    start = time.monotonic()
    for work in (lambda: store.read("RETURN 1"), lambda: store.delete_article("article:none")):
        with pytest.raises(StoreUnreachable):
            work()
    assert time.monotonic() - start < 25
    store.close()


class _Relay:
    """Passes bytes on to a port until it is closed."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._open: list[socket.socket] = [socket.create_server(("127.0.0.1", 0))]
        self.port = self._open[0].getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._open[0].accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._target))
            self._open += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    @staticmethod
    def _pass(one: socket.socket, other: socket.socket) -> None:
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            return

    def close(self) -> None:
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir(mode=0o500)
    assert isinstance(refused_within(5, f"embedded:{folder}"), StoreUnreachable)
