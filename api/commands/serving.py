"""`serve`: the REST API."""

from __future__ import annotations

from api.commands.options import Host, Port, with_settings
from api.settings import Settings


@with_settings
def serve(settings: Settings, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve the REST API, its docs and the start page.

    Example: communique serve --port 8080
    """
    from api.commands.loading import prepare
    from api.serving import serve_until_stopped
    from ontology.vocabulary import Vocabulary

    vocabulary = Vocabulary.load()
    with settings.open() as store:
        prepare(store, vocabulary)
        serve_until_stopped(store, vocabulary, settings, host=host, port=port)
