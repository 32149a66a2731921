"""Thousands of made-up requests against REST, with every check that schemathesis has.

`python -m benchmarks.fuzzing` fills a store with the records of the tests: an embedded one of its own, or
with `--neo4j` a Neo4j of its own. Ends with the exit code of schemathesis, 0 when nothing was found.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from graph import Store, open_store
from tests import neo4j_server
from tests.api.conftest import served
from tests.queries import records


@contextmanager
def store(neo4j: bool) -> Iterator[tuple[Store, dict[str, str]]]:
    """A filled store, and the settings by which others get in."""
    with tempfile.TemporaryDirectory() as folder:
        if not neo4j:
            with open_store(f"embedded:{folder}/store") as opened:
                yield records.fill(opened), {}
            return
        server = neo4j_server.start(Path(folder) / "home")
        try:
            with open_store(server.url, server.user, server.password) as opened:
                yield records.fill(opened), {"store_user": server.user, "store_password": server.password}
        finally:
            neo4j_server.stop(server.pid)


def _await_sparql(address: str) -> None:
    """Wait until the index for SPARQL is made: until then its answer is 503, as documented."""
    while httpx.get(f"{address}/sparql", params={"query": "ASK { ?s ?p ?o }"}, timeout=60).status_code == 503:
        time.sleep(0.2)


def fuzz(address: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run schemathesis over the whole API at an address, all checks on."""
    command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/openapi.json"]
    every = ["--checks", "all", "--suppress-health-check", "all", "--warnings", "off", *options]
    hooks = {"SCHEMATHESIS_HOOKS": "tests.api.fuzzing", "PYTHONPATH": str(Path(__file__).parents[1])}
    _await_sparql(address)
    with tempfile.TemporaryDirectory() as folder:  # where it keeps what it found
        return subprocess.run(
            [*command, *every],
            cwd=folder,
            env={**os.environ, **hooks},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--neo4j", action="store_true", help="fuzz over a Neo4j")
    parser.add_argument("--examples", type=int, default=60, help="requests for each path and phase")
    parser.add_argument("--slow", type=float, default=5.0, help="seconds after which an answer is slow")
    asked = parser.parse_args(arguments)
    with store(asked.neo4j) as (filled, entry), served(filled, **entry) as address:
        options = ["--max-examples", str(asked.examples), "--max-response-time", str(asked.slow)]
        done = fuzz(address, *options, "--workers", "2")
    print(done.stdout)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
