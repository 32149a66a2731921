"""The generated graph into both stores."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph import Store, open_store
from tests import neo4j_server

# What a server for a million positions is given: the embedded one takes a quarter of the memory by itself.
_JVM, _CACHE = ("-Xmx3g",), "2g"


def load_embedded(folder: Path) -> float:
    """Make the store's files with the engine's own bulk loader; seconds."""
    start = time.perf_counter()
    # In a process of its own: the engine keeps its memory until that ends.
    subprocess.run([sys.executable, "-m", "benchmarks.scale.bulk", str(folder)], check=True)
    with opened("embedded", folder):
        return time.perf_counter() - start


def load_neo4j(folder: Path) -> float:
    """Import the generated tables with neo4j-admin, then let the store make its indexes; seconds."""
    start = time.perf_counter()
    options = (folder / "neo4j" / "import.options").read_text("utf-8").split()
    told = neo4j_server.admin(
        folder / "home", "database", "import", "full", "neo4j", "--overwrite-destination", *options,
        cwd=folder / "neo4j", jvm=_JVM,
    )  # fmt: skip
    if told.returncode:
        raise RuntimeError(told.stdout[-2000:] + told.stderr[-2000:])
    with opened("neo4j", folder):
        return time.perf_counter() - start


@contextmanager
def opened(engine: str, folder: Path) -> Iterator[Store]:
    """A loaded store of either engine; its server ends with the block."""
    if engine == "embedded":
        with open_store(f"embedded:{folder / 'embedded'}") as store:
            yield store
        return
    server = neo4j_server.start(folder / "home", jvm=_JVM, cache=_CACHE)
    try:
        with open_store(server.url, server.user, server.password) as store:
            yield store
    finally:
        neo4j_server.stop(server.pid)
