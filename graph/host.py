"""The embedded store's server: a process of its own, one a folder, alive while it has users.

`python -m graph.host FOLDER` is started by whoever needs the folder first (`graph.lease`). It holds a
lock on the folder, starts ArcadeDB on loopback with random credentials, and keeps a socket open on
which every user stays connected. The operating system closes a user's end however the user dies, so
the server knows when the last one has gone. Talk on the socket is one JSON object a line.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import selectors
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from graph import seal
from graph.runaways import Runaways

DATABASE = "communique"
STATE = "server.json"
LOCK = "server.lock"
LOG = "server.log"
_FILES = Path("databases") / DATABASE
LOCKED = 3  # exit status: somebody else has the folder

_FIRST_USER = 20.0  # seconds that a new server waits for its first user
_LINGER = 1.0  # seconds that it stays after its last, for a next command in the same script
_FOREIGN_LOCK = 5.0  # seconds that it waits for a folder held by somebody who does not answer
_JVM = [
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    # fsync at commit. As a property of the JVM: a database does not take it from the server's settings.
    "-Darcadedb.txWalFlush=2",
]
_READ = ["readRecord"]
_WRITE = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]


def main() -> int:
    """Serve one folder until nobody uses it."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    with Path(LOCK).open("a+b") as handle:
        if not _wait_for_lock(handle):
            return LOCKED
        with socket.create_server(("127.0.0.1", 0), backlog=256) as listener:
            _Host(listener).run()
    return 0


def _wait_for_lock(handle: IO[bytes]) -> bool:
    deadline = time.monotonic() + _FOREIGN_LOCK
    while not try_lock(handle):
        if answers(Path.cwd()) or time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def try_lock(handle: IO[bytes]) -> bool:
    """Take the folder's lock, which the system gives back however this process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def answers(folder: Path) -> bool:
    """Whether a server of this folder listens."""
    try:
        port = json.loads((folder / STATE).read_text())["port"]
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except (OSError, ValueError, KeyError):
        return False
    return True


class _Host:
    """The server and the users that hold it."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._token = secrets.token_urlsafe(24)
        self._users: set[socket.socket] = set()
        self._idle_at: float | None = time.monotonic() + _FIRST_USER
        self._greeting: dict[str, Any] = {}
        self._selector = selectors.DefaultSelector()

    def run(self) -> None:
        """Announce the folder's server, start it, and serve until nobody is left."""
        port = self._listener.getsockname()[1]
        _write_private(Path(STATE), {"port": port, "token": self._token, "pid": os.getpid()})
        engine = _Engine()
        self._greeting = engine.start()
        # Users that came while the engine started stand in the listener's queue.
        self._idle_at = time.monotonic() + _FIRST_USER
        self._selector.register(self._listener, selectors.EVENT_READ)
        while self._idle_at is None or time.monotonic() < self._idle_at:
            busy = engine.runaways is not None and engine.runaways.tend()
            for key, _ in self._selector.select(timeout=0.05 if busy else 0.2):
                self._hear(key.fileobj, engine)  # type: ignore[arg-type]
        self._listener.close()
        Path(STATE).unlink(missing_ok=True)
        engine.stop()

    def _hear(self, speaker: socket.socket, engine: _Engine) -> None:
        if speaker is self._listener:
            user, _ = self._listener.accept()
            user.settimeout(5)
            self._selector.register(user, selectors.EVENT_READ)
            return
        try:
            lines = speaker.recv(4096).splitlines()
        except OSError:
            lines = []
        if not lines:
            self._forget(speaker)
        for line in lines:
            self._answer(speaker, line, engine)

    def _answer(self, user: socket.socket, line: bytes, engine: _Engine) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            message = {}
        if engine.runaways and isinstance(port := message.get("overdue"), int) and user in self._users:
            engine.runaways.end(port)
        elif secrets.compare_digest(str(message.get("token")), self._token):
            user.sendall(json.dumps(self._greeting).encode() + b"\n")
            self._users.add(user)
            self._idle_at = None
        else:
            self._forget(user)

    def _forget(self, user: socket.socket) -> None:
        self._selector.unregister(user)
        user.close()
        if user in self._users:
            self._users.remove(user)
            if not self._users:
                self._idle_at = time.monotonic() + (0 if "error" in self._greeting else _LINGER)


class _Engine:
    """ArcadeDB inside this process."""

    def __init__(self) -> None:
        self._server: Any = None
        self._started = False
        self.runaways: Runaways | None = None

    def start(self) -> dict[str, Any]:
        """Start, and say where it is and who may enter, or what went wrong."""
        try:
            return self._start()
        except BaseException as error:
            # The one boundary of this process: whatever broke is told to the users, who explain it.
            return {"error": str(error) or type(error).__name__}

    def _start(self) -> dict[str, Any]:
        os.environ.setdefault("ARCADEDB_JVM_ERROR_FILE", str(Path("log/crash.log").absolute()))
        seal.open_(Path.cwd(), _FILES)
        from arcadedb_embedded.server import ArcadeDBServer  # type: ignore[import-untyped]

        passwords = {name: secrets.token_urlsafe(24) for name in ("root", "writer", "reader")}
        _write_users(passwords)
        http, bolt = _free_ports()
        self._server = ArcadeDBServer(
            str(Path.cwd()),
            passwords["root"],
            {
                "host": "127.0.0.1",
                "http_port": http,
                "bolt_port": bolt,
                "bolt_defaultDatabase": DATABASE,
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "serverMetrics": False,
                "polyglotEngineEnabled": False,
            },
            {"heap_size": _heap(), "jvm_args": _JVM},
        )
        self._server.start()
        self._server.create_database(DATABASE)
        self._started = True
        self.runaways = Runaways(self._server._java_server)
        users = {name: [name, passwords[name]] for name in ("writer", "reader")}
        return {"bolt": bolt, "http": http, **users}

    def stop(self) -> None:
        """Stop; threads that ArcadeDB leaves behind do not keep the process."""
        if self._started:
            self._server.stop()
            seal.close(Path.cwd(), _FILES)
        sys.stdout.flush()
        os._exit(0)


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        return one.getsockname()[1], two.getsockname()[1]


def _heap() -> str:
    """A quarter of the memory, between half a gigabyte and four."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return "1024m"
    return f"{min(4096, max(512, total // 4 // 2**20))}m"


def _write_users(passwords: Mapping[str, str]) -> None:
    """A writer, and a reader who may do nothing but read; root stays in this process."""
    Path("config").mkdir(exist_ok=True)
    full = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]
    groups = {
        "admin": _group(full, _WRITE),
        "writer": _group(["updateSchema"], _WRITE),
        "reader": _group([], _READ),
        "*": _group([], []),
    }
    _write_private(Path("config/server-groups.json"), {"databases": {"*": {"groups": groups}}, "version": 2})
    users = [
        _user("root", passwords["root"], {"*": ["admin"]}),
        _user("writer", passwords["writer"], {DATABASE: ["writer"]}),
        _user("reader", passwords["reader"], {DATABASE: ["reader"]}),
    ]
    _write_private(Path("config/server-users.jsonl"), *users)


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _user(name: str, password: str, databases: dict[str, list[str]]) -> dict[str, Any]:
    # Few rounds: the password is 24 random bytes and lives as long as this process.
    rounds, salt = 1000, base64.b64encode(secrets.token_bytes(24)).decode()
    digest = base64.b64encode(hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds, 32))
    return {
        "name": name,
        "databases": databases,
        "password": f"PBKDF2WithHmacSHA256${rounds}${salt}${digest.decode()}",
    }


def _write_private(path: Path, *objects: Any) -> None:
    """Write objects, one a line, into a file that only its owner may read."""
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.writelines(json.dumps(item) + "\n" for item in objects)
    beside.replace(path)


if __name__ == "__main__":
    sys.exit(main())
