"""Which store a URL means."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from graph.store import Store
from ontology.errors import InputError

_SCHEMES = {f"{scheme}{security}" for scheme in ("neo4j", "bolt") for security in ("", "+s", "+ssc")}


def open_store(url: str, user: str | None = None, password: str | None = None) -> Store:
    """Open the store at `embedded:PATH` or at a Neo4j URL, ready to use.

    Raises StoreUnreachable, StoreLocked or StoreDamaged with a sentence that says what to do.
    """
    # Here, not above: the driver takes a third of a second, which `--help` need not wait for.
    from graph.bolt import BoltStore
    from graph.engines import EmbeddedEngine, Engine, Neo4jEngine

    engine: Engine
    if url.startswith("embedded:"):
        engine = EmbeddedEngine(_folder(url))
    else:
        _check(url)
        engine = Neo4jEngine(url, user, password)
    store = BoltStore(url, engine)
    try:
        store.migrate()
    except BaseException:
        store.close()
        raise
    return store


def _folder(url: str) -> Path:
    path = url.removeprefix("embedded:")
    if not path:
        raise InputError("embedded: names no folder; write embedded:PATH.")
    return Path(path).expanduser()


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise InputError(
            f"{parts.scheme or url!r} is no kind of store; write embedded:PATH or neo4j://HOST:7687 "
            "(neo4j+s:// where the server has a certificate)."
        )
    if parts.username or parts.password:
        raise InputError(
            "The store's URL has a user name in it; give that in COMMUNIQUE_STORE_USER and the password in "
            "COMMUNIQUE_STORE_PASSWORD."
        )
