"""The store: one implementation of the port over the one driver, whichever engine is behind it."""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, Driver, ManagedTransaction
from neo4j.exceptions import ClientError, ConstraintError, DriverError, Neo4jError, TransientError

from graph import portable
from graph.batch import GraphBatch
from graph.engines import MARK, Engine, connection_error
from graph.guard import refuse_unless_bounded, refuse_unless_reading
from graph.reading import as_sent, fetch, lucene_words, too_wide
from graph.store import READ_BYTES, READ_ROWS, READ_TIMEOUT, Limits, Outcome, Revision, Rows, StoreInfo
from graph.upgrading import upgrade
from graph.wire import Wire
from graph.writing import META, Crossed, delete_article, write_articles, write_vocabulary
from ontology.errors import QueryRefused, StoreError
from ontology.schema import Schema

_ATTEMPTS = 8  # at work that another program's work may cross
_GRACE = 0.4  # seconds in which an engine may say that it ended an overdue read
_LOOK = 0.05  # seconds between two looks at what has come in

Result = TypeVar("Result")


class BoltStore:
    """A store behind the Bolt protocol."""

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self._engine = engine
        self._schema = Schema.load()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._engine.close()

    def migrate(self) -> None:
        """Make constraints and indexes, unless they are there."""
        meta = self._meta()
        version = meta.get("schema_version")
        if version == self._schema.version and "contents" in meta:
            return
        if version is not None and version > self._schema.version:
            raise StoreError(f"A newer communique wrote the store at {self.url}; upgrade this one.")
        self._patiently(lambda: self._engine.prepare(self._schema))
        if version is not None and version < self._schema.version:
            upgrade(self._write, version)
        self._write(self._sign)

    def _sign(self, tx: ManagedTransaction) -> None:
        tx.run(
            "MERGE (m:Meta {id: $id}) SET m.schema_version = $version, m.name = 'Communiqué', "
            "m.contents = $contents, m.changes = coalesce(m.changes, 0)",
            id=META,
            version=self._schema.version,
            contents=secrets.token_hex(8),
        ).consume()

    def _meta(self) -> dict[str, Any]:
        found = self._read("MATCH (m:Meta) RETURN m", {}, Limits(rows=1))
        return dict(found.rows[0][0]) if found.rows else {}

    def write(self, batch: GraphBatch) -> Outcome:
        """Write one article, or the vocabulary, in one transaction."""
        if batch.article is not None:
            return self._write(lambda tx: write_articles(tx, [batch]))[0]
        if self._meta().get("vocabulary_version") == batch.version:
            return Outcome.UNCHANGED
        return self._write(lambda tx: write_vocabulary(tx, batch))

    def write_all(self, batches: Sequence[GraphBatch]) -> Iterator[Outcome]:
        """Write articles, in one transaction if nothing crosses it."""
        together: list[Outcome] = []
        if len(batches) > 1:
            # What crosses a large transaction, or is wrong with one article, is left to small ones.
            with contextlib.suppress(DriverError, Neo4jError, OSError, Crossed):
                together = self._attempt(lambda tx: write_articles(tx, batches))
        yield from together or map(self.write, batches)

    def delete_article(self, article: str) -> bool:
        """Delete an article and what only it supported."""
        return self._write(lambda tx: delete_article(tx, article))

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = READ_TIMEOUT,
        max_rows: int = READ_ROWS,
    ) -> Rows:
        """Run read-only Cypher, bounded in time and rows."""
        refuse_unless_reading(cypher)
        return self._read(cypher, dict(parameters or {}), Limits(timeout, max_rows))

    def explore(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = READ_TIMEOUT,
        max_rows: int = READ_ROWS,
        max_bytes: int = READ_BYTES,
    ) -> Rows:
        """Run read-only Cypher that somebody typed, bounded in time, rows and bytes."""
        given = {name: as_sent(value) for name, value in (parameters or {}).items()}
        refuse_unless_bounded(cypher, given)
        return self._read(cypher, given, Limits(timeout, max_rows, max_bytes), again=False)

    def search(self, words: str, *, limit: int = 50) -> Rows:
        """Articles and positions whose text has the words, best first."""
        query = lucene_words(words)
        found: list[tuple[Any, ...]] = []
        for index in self._schema.fulltext if query else ():
            rows = self._read(
                "CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node, score "
                "RETURN node.id AS id, CASE WHEN node:Article THEN 'Article' ELSE 'Position' END AS label, "
                "score ORDER BY score DESC, id LIMIT $limit",
                {"index": index.index, "query": query, "limit": limit},
                Limits(rows=limit),
            )
            found += rows.rows
        best = sorted(found, key=lambda row: (-row[2], row[0]))
        return Rows(("id", "label", "score"), best[:limit], len(best) > limit)

    def info(self) -> StoreInfo:
        """What the store holds."""
        meta = self._meta()
        labels = [node.label for node in self._schema.nodes.values() if not node.internal]
        return StoreInfo(
            self.url,
            self._engine.name,
            meta.get("schema_version"),
            meta.get("vocabulary_version"),
            {label: self._count(f"MATCH (n:{label}) RETURN count(n)") for label in labels},
            {name: self._count(f"MATCH ()-[e:{name}]->() RETURN count(e)") for name in self._schema.edges},
        )

    def revision(self) -> Revision:
        """Where the store stands."""
        meta = self._meta()
        return Revision(str(meta.get("contents")), int(meta.get("changes", 0)))

    def _count(self, cypher: str) -> int:
        return int(self._read(cypher, {}, Limits(rows=1)).rows[0][0])

    def reset(self) -> None:
        """Delete everything that the schema knows."""
        for label in [node.label for node in self._schema.nodes.values() if node.parent is None]:
            statement = f"MATCH (n:{label}) WITH n LIMIT 2000 DETACH DELETE n RETURN count(n) AS n"
            while self._write(lambda tx, run=statement: tx.run(run).single(strict=True)["n"]):  # type: ignore[misc]
                pass
        self.migrate()

    def backup(self, path: Path) -> None:
        """Write everything to one file."""
        portable.save(path, self._export())

    def _export(self) -> Iterator[portable.Item]:
        with self._engine.writer.session(
            database=self._engine.database, default_access_mode=READ_ACCESS
        ) as session:
            yield from portable.items(session, self._schema)

    def restore(self, path: Path) -> None:
        """Replace everything by what a backup holds."""
        version = portable.check(path, self._schema)
        self.reset()
        for statement, rows in portable.statements(path, self._schema):
            self._write(lambda tx, run=statement, rows=rows: tx.run(run, rows=rows).consume())  # type: ignore[misc]
        if version < self._schema.version:
            upgrade(self._write, version)
        # The backup brought the count of its own time, which this store may have passed with another graph.
        self._write(self._sign)

    def _write(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        return self._patiently(lambda: self._attempt(work))

    def _attempt(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        with self._engine.writer.session(database=self._engine.database) as session:
            return session.execute_write(work)

    def _patiently(self, work: Callable[[], Result]) -> Result:
        """Do work that changes the store, again if another program's work has crossed it.

        A transaction is all or nothing, and each begins by looking at what is there: so it may be
        repeated even where the answer to a commit was lost.
        """
        trouble: Exception
        for attempt in range(_ATTEMPTS):
            drivers = self._engine.writer
            try:
                return work()
            except DriverError as error:
                trouble = self._reconnected(drivers, error)
            except (Neo4jError, OSError, Crossed) as error:
                trouble = self._crossed(error)
            time.sleep(0.02 * 2**attempt)
        raise StoreError(
            f"The store at {self.url} did not take the change ({_short(trouble)}); nothing of it was "
            "written, try again."
        ) from trouble

    def _crossed(self, error: Exception) -> Exception:
        """The error, if trying again may help; raises it for the user otherwise."""
        code = getattr(error, "code", None) or ""
        if isinstance(error, OSError | Crossed | TransientError | ConstraintError) or "Schema" in code:
            return error
        if "Security" in code:
            raise StoreError(
                f"The user given for {self.url} may not write there; set COMMUNIQUE_STORE_USER to another."
            ) from error
        raise StoreError(f"The store at {self.url} refused the change: {_short(error)}.") from error

    def _reconnected(self, lost: Driver, error: DriverError) -> DriverError:
        if self._engine.recover(lost):
            return error
        raise connection_error(self.url, error) from error

    def _read(self, cypher: str, parameters: dict[str, Any], limits: Limits, *, again: bool = True) -> Rows:
        for _ in range(3):
            driver, wire = self._engine.reader, Wire()
            try:
                work = partial(self._fetch, driver, cypher, parameters, limits, wire)
                return self._in_time(work, wire, limits)
            except DriverError as error:
                if wire.asked and not again:
                    break  # whoever asks next makes the connection anew
                self._reconnected(driver, error)
            except Neo4jError as error:
                # The server may mean another's query by this connection, if it was just handed over.
                if wire.given_up or "Transaction.Terminated" not in (error.code or ""):
                    raise _refusal(error, limits) from error
            except (TypeError, ValueError, OverflowError, RecursionError) as error:
                raise _refusal(error, limits) from error
        raise StoreError(f"The store at {self.url} broke off during the query; ask for less, or try again.")

    def _fetch(
        self, driver: Driver, cypher: str, parameters: dict[str, Any], limits: Limits, wire: Wire
    ) -> Rows:
        with (
            driver.session(database=self._engine.database, default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(metadata={MARK: wire.name}, timeout=limits.seconds) as tx,
        ):
            wire.hold(tx)
            try:
                rows = fetch(tx, cypher, parameters, limits)
                if rows.truncated and self._engine.drains:
                    wire.cut()
                    tx.close()
                return rows
            finally:
                wire.let_go()

    def _in_time(self, work: Callable[[], Rows], wire: Wire, limits: Limits) -> Rows:
        """Wait for work no longer than its time: an engine may not end it by itself."""
        done: list[Rows] = []
        failed: list[BaseException] = []

        def run() -> None:
            try:
                done.append(work())
            except BaseException as error:
                failed.append(error)  # raised again by whoever waits

        worker = threading.Thread(target=run, daemon=True)
        worker.start()
        self._watch(worker, wire, limits)
        if failed:
            raise failed[0]
        return done[0]

    def _watch(self, worker: threading.Thread, wire: Wire, limits: Limits) -> None:
        """Wait for a worker; end it, and raise QueryRefused, if it takes more than it may."""
        end = time.monotonic() + limits.seconds
        while (left := end - time.monotonic()) > 0:
            worker.join(left if limits.bytes is None else min(left, _LOOK))
            if not worker.is_alive():
                return
            if limits.bytes is not None and wire.received > limits.bytes:
                wire.cut()
                raise too_wide(limits.bytes)
        wire.given_up = True
        self._engine.overdue(wire)
        worker.join(_GRACE)
        wire.cut()
        raise _too_slow(limits)


def _refusal(error: Exception, limits: Limits) -> QueryRefused:
    code = getattr(error, "code", None) or ""
    if "TransactionTimedOut" in code:
        return _too_slow(limits)
    if "Security" in code or "AccessMode" in code:
        return QueryRefused(
            "This door is read-only and the query would change the store or leave it; only read."
        )
    if isinstance(error, ClientError) or not code:
        return QueryRefused(f"The query cannot run: {_short(error)}.")
    return QueryRefused(f"The store could not answer the query: {_short(error)}.")


def _too_slow(limits: Limits) -> QueryRefused:
    return QueryRefused(f"The query took longer than {limits.seconds:g} s and was ended; ask for less.")


def _short(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:300].rstrip(".")
