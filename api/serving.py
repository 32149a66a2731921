"""Serving REST over HTTP until somebody stops it."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

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
    """Serve at a free port; raises InputError where the address cannot be had."""
    import uvicorn

    from api.rest import create_app

    listener = listener_at(host, port)
    place = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
    app = create_app(store, vocabulary, settings)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    if not host.startswith(_LOOPBACK):
        say("Whoever reaches this address can read the whole store; a proxy should ask who they are.")
    say(f"Serving at {place} (docs at {place}/docs); Ctrl-C stops.")
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
