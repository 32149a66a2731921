"""A user's hold on the embedded store's server: find it or start it, and keep it alive."""

from __future__ import annotations

import importlib.util
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.host import LOCKED, LOG, STATE, answers
from ontology.errors import StoreDamaged, StoreError, StoreLocked, StoreUnreachable

_START = 60.0  # seconds within which a server must be ready


@dataclass(frozen=True, slots=True)
class Server:
    """Where an embedded server listens and who may enter."""

    bolt: int
    http: int
    writer: tuple[str, str]
    reader: tuple[str, str]


class Lease:
    """A connection to a folder's server; the server lives at least as long as it."""

    def __init__(self, folder: Path) -> None:
        _check(folder)
        self._socket, greeting = _join(folder)
        self.server = Server(
            greeting["bolt"], greeting["http"], tuple(greeting["writer"]), tuple(greeting["reader"])
        )

    def overdue(self, port: int) -> None:
        """Tell the server that the query of the client at a port was given up and must not run on."""
        try:
            self._socket.sendall(json.dumps({"overdue": port}).encode() + b"\n")
        except OSError:
            return  # the server has gone, and the query with it

    def close(self) -> None:
        """Let the server go."""
        self._socket.close()


def _check(folder: Path) -> None:
    if importlib.util.find_spec("arcadedb_embedded") is None:
        raise StoreError(
            "The embedded store is not installed (it has no build for this platform); "
            "set COMMUNIQUE_STORE to the URL of a Neo4j server."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreUnreachable(
            f"The folder {folder} cannot be made ({error.strerror}); set COMMUNIQUE_STORE to embedded:PATH "
            "with a folder that you may write to."
        ) from error
    if not os.access(folder, os.W_OK):
        raise StoreUnreachable(
            f"The folder {folder} is not yours to write to; set COMMUNIQUE_STORE to another embedded:PATH."
        )


def _join(folder: Path) -> tuple[socket.socket, dict[str, Any]]:
    deadline = time.monotonic() + _START
    host: subprocess.Popen[bytes] | None = None
    while time.monotonic() < deadline:
        if joined := _greet(folder):
            return _welcomed(folder, *joined)
        if host is None:
            host = _spawn(folder)
        elif (status := host.poll()) is not None:
            host = None
            _explain(folder, status)
        time.sleep(0.03)
    raise StoreUnreachable(f"The embedded store did not start within a minute; see {folder / LOG}.")


def _greet(folder: Path) -> tuple[socket.socket, bytes] | None:
    """Connect to the server that the folder names, if there is one that answers."""
    try:
        state = json.loads((folder / STATE).read_text())
        connection = socket.create_connection(("127.0.0.1", state["port"]), timeout=2)
    except (OSError, ValueError, KeyError):
        return None
    try:
        connection.sendall(json.dumps({"token": state["token"]}).encode() + b"\n")
        connection.settimeout(_START)  # it answers when ArcadeDB is ready
        if answer := connection.makefile("rb").readline():
            connection.settimeout(None)
            return connection, answer
    except OSError:
        pass  # it was about to stop
    connection.close()
    return None


def _welcomed(folder: Path, connection: socket.socket, answer: bytes) -> tuple[socket.socket, dict[str, Any]]:
    greeting: dict[str, Any] = json.loads(answer)
    if reason := greeting.get("error"):
        connection.close()
        if "lock" in reason.lower():
            raise StoreLocked(
                f"Another program has the database in {folder} open; close it, or set COMMUNIQUE_STORE to "
                "another embedded:PATH."
            )
        raise StoreDamaged(
            f"The store in {folder} cannot be opened: {reason[:160]}; move that folder away, then restore a "
            "backup (`communique store restore`) or load the articles again."
        )
    return connection, greeting


def _spawn(folder: Path) -> subprocess.Popen[bytes]:
    paths = [str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    with (folder / LOG).open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "graph.host", str(folder.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            **_detached(),
        )


def _detached() -> dict[str, Any]:
    """A session of its own: Ctrl-C in this terminal must not end a server that others use."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _explain(folder: Path, status: int) -> None:
    """Why a server that was started has ended; nothing to say if another one has come up meanwhile."""
    if status == 0 or answers(folder):
        return
    if status == LOCKED:
        raise StoreLocked(
            f"Another program holds the folder {folder}; close it, or set COMMUNIQUE_STORE to another "
            "embedded:PATH."
        )
    raise StoreError(f"The embedded store's server ended with status {status}; see {folder / LOG}.")
