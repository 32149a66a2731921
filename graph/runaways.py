"""Ending a query on the embedded server that its user gave up.

First it is asked to end, which it sees between rows. Then its thread is stopped, while it holds no lock.
Whoever else is connected goes on undisturbed. Only a query that outlives that too ends the server's process:
its users start a new one and repeat what was cut short, and everything committed is on disk.
"""

from __future__ import annotations

import faulthandler
import os
import time
from dataclasses import dataclass
from typing import Any

from graph.stopping import Stopper

_ASKED = 0.15  # seconds in which a query that was asked to end may do so
_SURE = 1.0  # seconds after which it must have ended
_STUCK = 2.0  # seconds after which Java, asked about its threads, is too busy with its memory to answer
_GENTLE, _HARD = "com/arcadedb/exception/QueryTerminatedException", "java/lang/Error"


@dataclass(slots=True)
class _Overdue:
    """A query whose time is over, by the thread that runs it."""

    thread: str
    since: float
    stops: int = 0


class Runaways:
    """The queries that must end."""

    def __init__(self, server: Any) -> None:
        import jpype  # type: ignore[import-untyped]

        self._queries = server.getRunningQueries()
        self._java = jpype.JClass("java.lang.Thread")
        self._locks = jpype.JClass("java.lang.management.ManagementFactory").getThreadMXBean()
        self._overdue: list[_Overdue] = []
        try:
            self._stopper: Stopper | None = Stopper(
                str(jpype.JClass("java.lang.System").getProperty("java.home"))
            )
        except (OSError, AttributeError):
            self._stopper = None

    def end(self, port: int) -> None:
        """End what runs for the client at a port of this machine."""
        thread = f"BOLT-/127.0.0.1:{port}"
        for query in self._running(thread):
            query.terminate("its user, whose time was over")
        self._overdue.append(_Overdue(thread, time.monotonic()))

    def tend(self) -> bool:
        """See after those that must end; whether there are any."""
        if self._overdue:
            # A clock that needs neither Java nor Python to end the process.
            faulthandler.dump_traceback_later(_STUCK, exit=True)
            self._overdue = [item for item in self._overdue if self._goes_on(item)]
            faulthandler.cancel_dump_traceback_later()
        return bool(self._overdue)

    def _goes_on(self, item: _Overdue) -> bool:
        thread = self._thread(item.thread)
        if thread is None:
            # One that died left its entry behind.
            for query in self._running(item.thread):
                query.close()
            return False
        # While it reads the query's text, it has none yet; while it packs a row, nothing of a query shows.
        asks = any(".query." in str(frame) for frame in thread.getStackTrace())
        if not asks and not self._running(item.thread):
            return False
        past = time.monotonic() - item.since
        if past > _SURE:
            os._exit(1)
        if past > _ASKED and self._stopper and self._holds_nothing(thread):
            # An engine may take an exception for an answer; an error it takes for what it is.
            kind = _GENTLE if item.stops < 2 else _HARD
            item.stops += self._stopper.stop(item.thread, kind, "the query took too long and was ended")
        return True

    def _running(self, thread: str) -> list[Any]:
        client = thread.removeprefix("BOLT-")
        return [query for query in self._queries.getRunning() if str(query.getClientAddress()) == client]

    def _thread(self, name: str) -> Any:
        threads = self._java.getAllStackTraces().keySet()
        return next((thread for thread in threads if str(thread.getName()) == name), None)

    def _holds_nothing(self, thread: Any) -> bool:
        """Whether a thread can be stopped without leaving anything locked behind."""
        info = self._locks.getThreadInfo([thread.threadId()], True, True)[0]
        return info is None or not (len(info.getLockedMonitors()) or len(info.getLockedSynchronizers()))
