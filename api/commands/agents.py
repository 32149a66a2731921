"""`mcp`: the server for agents."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import Host, Port, with_settings
from api.settings import Settings
from ontology.errors import NotInstalled


@with_settings
def mcp(
    settings: Settings,
    http: Annotated[
        bool, typer.Option("--http", help="Serve over streamable HTTP, not over standard input and output.")
    ] = False,
    host: Host = "127.0.0.1",
    port: Port = 8001,
) -> None:
    """Serve agents by the Model Context Protocol: search, positions, evidence and named queries, read-only.

    Example: communique mcp --http --port 8001
    """
    try:
        from api.agents.server import create_server, serve_stdio
    except ModuleNotFoundError as error:
        raise NotInstalled("The server for agents", "mcp") from error
    from api.commands.loading import prepare
    from api.serving import serve_app
    from ontology.vocabulary import Vocabulary

    with settings.open() as store:
        prepare(store, Vocabulary.load())
        server = create_server(store, settings)
        if http:
            app = server.streamable_http_app(host=host, json_response=True, stateless_http=True)
            serve_app(app, "{place}/mcp", host=host, port=port)
        else:
            serve_stdio(server)
