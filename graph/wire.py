"""What the driver does not tell of a transaction's connection. Nothing else here looks into the driver."""

from __future__ import annotations

import contextlib
import secrets
import threading
from typing import Any

from neo4j import Transaction


class Wire:
    """The connection that a read runs on, for whoever watches over the read from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: Any = None
        self.name = secrets.token_hex(8)
        self.asked = False
        self.given_up = False

    def hold(self, tx: Transaction) -> None:
        """The read has this transaction, and its question goes out next."""
        with self._lock:
            self._connection = getattr(tx, "_connection", None)
        self.asked = True

    def let_go(self) -> None:
        """The read is done: its connection is another's from now on, unless the server still means it."""
        if self.given_up:
            self.cut()
        with self._lock:
            self._connection = None

    @property
    def port(self) -> int | None:
        """Our end of the connection, by which the server knows it too."""
        return getattr(self._connection, "local_port", None)

    @property
    def received(self) -> int:
        """How many bytes of the row that is coming in are here."""
        buffer = getattr(getattr(self._connection, "inbox", None), "_buffer", None)
        return getattr(buffer, "used", 0)

    def cut(self) -> None:
        """Close the connection under the read, which ends at once; the driver makes a new one."""
        with self._lock, contextlib.suppress(OSError):
            if self._connection is not None:
                self._connection.kill()
