"""SPARQL over a store: its index kept in step by one process, its queries answered by others."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Self

from platformdirs import user_cache_path

from graph.store import Revision, Store
from graph.triples.answering import Answer, Question, Unacceptable, refuse_unless_reading
from graph.triples.index import Index
from ontology.errors import NotReady, QueryRefused, StoreError

_PATIENCE = 5.0  # seconds that a question waits for the index, or for its turn
_WORKERS = max(2, os.cpu_count() or 1)  # queries answered at once


class Endpoint:
    """SPARQL over one store, named as `open_store` takes it. Nothing is started before the first question."""

    def __init__(
        self, url: str, user: str | None = None, password: str | None = None, *, folder: Path | None = None
    ) -> None:
        self._index = Index(folder or _folder(url))
        self._keeper = _Keeper(self._index, {"url": url, "user": user, "password": password})
        self._turns = threading.BoundedSemaphore(_WORKERS)
        self._idle: list[Worker] = []

    def __enter__(self) -> Self:
        """The endpoint itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End its processes."""
        self.close()

    def close(self) -> None:
        """End its processes."""
        self._keeper.close()
        while self._idle:
            self._idle.pop().close()

    def ask(self, store: Store, question: Question, *, timeout: float, patience: float = _PATIENCE) -> Answer:
        """The answer over the graph as it is now, or a little later.

        Raises QueryRefused for what may not or cannot be asked, and NotReady while the index is made.
        """
        refuse_unless_reading(question.query)
        generation = self._in_step(store.revision(), patience)
        with self._worker(generation, patience) as worker:
            return worker.ask(question, timeout)

    def _in_step(self, wanted: Revision, patience: float) -> Path:
        """The folder of a generation that shows a revision."""
        deadline = time.monotonic() + patience
        while True:
            standing = self._index.standing()
            if standing and standing.shows(wanted):
                return self._index.generation(standing)
            self._keeper.wait(max(0.0, deadline - time.monotonic()))

    @contextmanager
    def _worker(self, generation: Path, patience: float) -> Iterator[Worker]:
        if not self._turns.acquire(timeout=patience):
            raise NotReady(
                f"{_WORKERS} other queries are being answered; ask again in a moment.", retry_after=1
            )
        try:
            with self._fresh(generation) as worker:
                yield worker
        finally:
            self._turns.release()

    @contextmanager
    def _fresh(self, generation: Path) -> Iterator[Worker]:
        worker = self._idle.pop() if self._idle else Worker(generation)
        if worker.generation != generation:
            worker.close()
            worker = Worker(generation)
        try:
            yield worker
        finally:
            if worker.alive:
                self._idle.append(worker)


class _Keeper:
    """The process that refreshes the index, and what it is doing."""

    def __init__(self, index: Index, store: dict[str, Any]) -> None:
        self._index, self._store = index, store
        self._process: subprocess.Popen[str] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sparql-index")
        self._lock = threading.Lock()
        self._work: Future[None] | None = None
        self._done = 0

    def wait(self, seconds: float) -> None:
        """Wait for the refresh under way, or for one that begins now; raises NotReady if it takes longer."""
        with self._lock:
            if self._work is None or self._work.done():
                self._done = 0
                self._work = self._thread.submit(self._refresh)
            work = self._work
        try:
            work.result(seconds)
        except TooLate:
            progress = f": {self._done:,} nodes of the graph are read" if self._done else ""
            raise NotReady(
                f"The graph is being made ready for SPARQL{progress}; ask again later.",
                retry_after=_later(self._done),
            ) from None

    def _refresh(self) -> None:
        process = self._started()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write("refresh\n")
            process.stdin.flush()
            for line in process.stdout:
                news = json.loads(line)
                if "done" in news:
                    self._done = news["done"]
                elif "error" in news:
                    raise StoreError(news["error"])
                else:
                    return
        except OSError:
            pass
        self._process = None
        raise StoreError(
            f"The index for SPARQL in {self._index.folder} could not be made; see the server's log."
        )

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = _program("graph.triples.keeper", self._index.folder, text=True)
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(self._store) + "\n")
        return self._process

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            _shut(self._process)
        self._thread.shutdown(wait=True, cancel_futures=True)


class Worker:
    """A process that answers queries on one generation."""

    def __init__(self, generation: Path) -> None:
        self.generation = generation
        self._process = _program("graph.triples.worker", generation, text=False)

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        _shut(self._process)

    def ask(self, question: Question, timeout: float) -> Answer:
        """Its answer; a query that takes longer ends with the process."""
        late = threading.Event()
        timer = threading.Timer(timeout, self._end, [late])
        timer.start()
        try:
            header, body = self._told({**asdict(question), "seconds": timeout})
        except (OSError, ValueError):
            self.close()
            if late.is_set():
                raise QueryRefused(
                    f"The query took longer than {timeout:g} s and was ended; ask for less."
                ) from None
            raise QueryRefused("The query took too much memory and was ended; ask for less.") from None
        finally:
            timer.cancel()
        if "refused" in header:
            raise QueryRefused(header["refused"])
        if "unacceptable" in header:
            raise Unacceptable
        return Answer(header["format"], body, header["truncated"])

    def _end(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _told(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        self._process.stdin.flush()
        header: dict[str, Any] = json.loads(self._process.stdout.readline())
        body = self._process.stdout.read(header["length"])
        if len(body) < header["length"]:
            raise OSError("it ended within its answer")
        return header, body


def _program(module: str, folder: Path, *, text: bool) -> subprocess.Popen[Any]:
    paths = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        [sys.executable, "-m", module, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=text,
        encoding="utf-8" if text else None,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
    )


def _shut(process: subprocess.Popen[Any]) -> None:
    pipes: tuple[IO[Any] | None, ...] = (process.stdin, process.stdout)
    for pipe in pipes:
        with suppress(OSError):
            if pipe is not None:
                pipe.close()


def _folder(url: str) -> Path:
    """Where the index of a store is kept: it can always be made again."""
    return (
        user_cache_path("communique", appauthor=False)
        / "sparql"
        / hashlib.sha256(url.encode()).hexdigest()[:16]
    )


def _later(done: int) -> int:
    """Seconds after which asking again may be worth while: longer for a graph that has already taken long."""
    return max(2, min(60, done // 10_000))
