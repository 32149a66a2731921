"""The two engines behind the one driver: where they differ, and nothing else."""

from __future__ import annotations

import base64
import contextlib
import json
import logging
import threading
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from graph.host import DATABASE
from graph.lease import Lease, Server
from graph.migrations import arcadedb_fulltext, arcadedb_types, cypher_statements, neo4j_fulltext
from graph.wire import Wire
from ontology.errors import InputError, StoreError, StoreUnreachable
from ontology.schema import Schema

_PATIENCE = 5.0  # seconds for connecting, and for repeating what met a passing trouble

# The name under which a transaction carries that of its wire.
MARK = "communique"
_TERMINATE = f"""
SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS data WHERE data.{MARK} = $name
TERMINATE TRANSACTIONS id YIELD message RETURN message
"""

# The driver logs what it then raises; users get the one sentence.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)


class Engine(Protocol):
    """What a store needs of its engine."""

    name: str
    database: str | None
    drains: bool  # whether what nobody fetches of an answer is computed all the same

    @property
    def writer(self) -> Driver:
        """A driver that may write."""

    @property
    def reader(self) -> Driver:
        """A driver for reads."""

    def prepare(self, schema: Schema) -> None:
        """Make constraints and indexes; raises the driver's errors when another program interferes."""

    def recover(self, lost: Driver) -> bool:
        """Whether a lost connection has been made good, so that the work may be tried again."""

    def overdue(self, wire: Wire) -> None:
        """What was asked over a wire has outlived its time: see that it ends, without waiting for that."""

    def close(self) -> None:
        """Let go."""


class Neo4jEngine:
    """A Neo4j server by URL."""

    name = "Neo4j"
    database: str | None = None
    drains = False

    def __init__(self, url: str, user: str | None, password: str | None) -> None:
        try:
            self._driver = GraphDatabase.driver(
                url,
                auth=(user or "neo4j", password) if password is not None else None,
                connection_timeout=_PATIENCE,
                connection_acquisition_timeout=2 * _PATIENCE,
                max_transaction_retry_time=_PATIENCE,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                telemetry_disabled=True,
            )
        except (ConfigurationError, ValueError) as error:
            raise InputError(
                f"{url} is no URL of a Neo4j server ({error}); write neo4j://HOST:7687."
            ) from error
        try:
            self._driver.verify_connectivity()
        except (DriverError, Neo4jError, ValueError, OSError) as error:
            self._driver.close()
            raise connection_error(url, error) from error

    @property
    def writer(self) -> Driver:
        """The one driver."""
        return self._driver

    @property
    def reader(self) -> Driver:
        """The one driver: a read transaction refuses to write."""
        return self._driver

    def prepare(self, schema: Schema) -> None:
        """Run the statements one by one: Neo4j takes no data and schema in one transaction."""
        _run_all(self._driver, None, [*cypher_statements(schema), *neo4j_fulltext(schema)])
        self._driver.execute_query("CALL db.awaitIndexes(600)", database_=None)

    def recover(self, lost: Driver) -> bool:
        """Nothing to do: the driver reconnects by itself, or the server has gone."""
        return False

    def overdue(self, wire: Wire) -> None:
        """Have the transaction ended at once: Neo4j looks for those past their time every two seconds."""
        threading.Thread(target=self._terminate, args=(wire.name,), daemon=True).start()

    def _terminate(self, name: str) -> None:
        # Who may not, or can not, leaves it to Neo4j's own clock.
        with contextlib.suppress(DriverError, Neo4jError, OSError):
            self._driver.execute_query(_TERMINATE, name=name)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()


class EmbeddedEngine:
    """ArcadeDB in a server process of its own, shared by whoever uses the folder."""

    name = "ArcadeDB"
    database: str | None = DATABASE
    drains = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._connect()

    def _connect(self) -> None:
        self._lease = Lease(self._folder)
        self._writer = self._driver(self._lease.server, self._lease.server.writer)
        self._reader = self._driver(self._lease.server, self._lease.server.reader)

    @staticmethod
    def _driver(server: Server, auth: tuple[str, str]) -> Driver:
        return GraphDatabase.driver(
            f"bolt://127.0.0.1:{server.bolt}",
            auth=auth,
            connection_timeout=_PATIENCE,
            max_transaction_retry_time=0,  # a server that has gone does not come back on this port
            telemetry_disabled=True,
        )

    @property
    def writer(self) -> Driver:
        """The connection of the user who may write."""
        return self._writer

    @property
    def reader(self) -> Driver:
        """The connection of the user who may only read: ArcadeDB writes in a read transaction."""
        return self._reader

    def prepare(self, schema: Schema) -> None:
        """Types and full-text by SQL, the rest by Cypher."""
        self._sql(arcadedb_types(schema))
        _run_all(self._writer, self.database, cypher_statements(schema))
        self._sql(arcadedb_fulltext(schema))

    def _sql(self, statements: Iterable[str]) -> None:
        # One script: each statement alone would write the whole schema to disk.
        script = "".join(f"{statement};\n" for statement in statements)
        server = self._lease.server
        user, password = server.writer
        request = urllib.request.Request(
            f"http://127.0.0.1:{server.http}/api/v1/command/{DATABASE}",
            data=json.dumps({"language": "sqlscript", "command": script}).encode(),
            headers={
                "Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode(),
                "Content-Type": "application/json",
            },
        )
        # No proxy of the environment: the server is on this machine.
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            answer.read()

    def recover(self, lost: Driver) -> bool:
        """Find the folder's new server, or start it; once for all threads that lost the old one."""
        with self._lock:
            if lost in (self._writer, self._reader):
                self.close()
                self._connect()
        return True

    def overdue(self, wire: Wire) -> None:
        """Tell the server, which ends the query, if need be together with itself."""
        if wire.port is not None:
            self._lease.overdue(wire.port)

    def close(self) -> None:
        """Close the connections, and the server if this was its last user."""
        self._writer.close()
        self._reader.close()
        self._lease.close()


def connection_error(url: str, error: Exception) -> StoreError:
    """What a user is told when a Neo4j server cannot be used."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, AuthError) or "Security" in code:
        return StoreUnreachable(
            f"The store at {url} refused the user name or password; set COMMUNIQUE_STORE_USER and "
            "COMMUNIQUE_STORE_PASSWORD."
        )
    if isinstance(error, ClientError) and "Database" in code:
        return StoreUnreachable(f"The store at {url} has no such database ({error.message}).")
    return StoreUnreachable(
        f"No store answers at {url}; start it, or set COMMUNIQUE_STORE to the right URL "
        "(or to embedded:PATH for a store without a server)."
    )


def _run_all(driver: Driver, database: str | None, statements: Iterable[str]) -> None:
    for statement in statements:
        driver.execute_query(statement, database_=database)
