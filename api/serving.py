"""Serving over HTTP until somebody stops it."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING, Any

from api.output import say
from api.settings import Settings
from ontology.errors import InputError

if TYPE_CHECKING:
    from graph.store import Store
    from ontology.vocabulary import Vocabulary

_LOOPBACK = ("127.", "localhost", "::1")


def serve_until_stopped(
    store: Store, vocabulary: Vocabulary, settings: Settings, *, host: str, port: int
) -> None:
    """Serve REST; raises InputError where the address cannot be had."""
    from api.rest import create_app

    app = create_app(store, vocabulary, settings)
    serve_app(app, "{place} (docs at {place}/docs)", host=host, port=port)


def serve_app(app: Any, told: str, *, host: str, port: int) -> None:
    """Serve an app, saying where; raises InputError where the address cannot be had."""
    import uvicorn

    listener = listener_at(host, port)
    place = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    if not host.startswith(_LOOPBACK):
        say("Whoever reaches this address can read the whole store; a proxy should ask who they are.")
    say(f"Serving at {told.format(place=place)}; Ctrl-C stops.")
    # The server hands the signal on after its shutdown; ending by exception closes the store.
    signal.signal(signal.SIGTERM, _stop)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])


def _stop(*_: object) -> None:
    raise SystemExit(0)


def listener_at(host: str, port: int) -> socket.socket:
    """A socket that listens; raises InputError where the address cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except (OSError, OverflowError) as error:
        raise InputError(
            f"Cannot serve at {host}:{port} ({error}): choose another --host or --port."
        ) from error
    return listener
