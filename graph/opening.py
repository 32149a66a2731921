"""Which store a URL means."""

from __future__ import annotations

from graph.store import Store


def open_store(url: str, user: str | None = None, password: str | None = None) -> Store:
    """Open the store at `embedded:PATH` or at a Neo4j URL, ready to use.

    Raises StoreUnreachable, StoreLocked or StoreDamaged with a sentence that says what to do.
    """
    raise NotImplementedError
