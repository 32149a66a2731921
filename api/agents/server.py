"""The server of the Model Context Protocol, over standard input and output or over HTTP."""

from __future__ import annotations

import json
import logging
from importlib.metadata import version
from typing import Any

import anyio
import anyio.to_thread
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from pydantic_core import to_json

from api.agents.tools import Tool, tool, tools
from api.settings import Settings
from graph.store import Store
from ontology.errors import CommuniqueError, UnknownName

_log = logging.getLogger("communique")

_ABOUT = """Stated positions of states, blocs, organisations and persons, read out of news reports and
official read-outs in Arabic, Russian and English: who holds which stance on what, since when, in whose words,
and which blocs are named as the way to it. Every position has a confidence and a passage that proves it.

Ids look like state:RU, bloc:CSTO, org:tass, person:sergey-lavrov, principle:eurasian-security; `search` finds
them by name. `ask_query` answers the usual questions in one call. Passages are in the language of their
article: quote them as they stand, with their date, and call `evidence` first. VIA: the bloc is the frame or
instrument; CONTRASTS: it is set against the target. Everything here is read-only."""


def create_server(store: Store, settings: Settings) -> Server[Any]:
    """The server over a store that is open; whoever made the store closes it."""

    async def list_tools(_: Any, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_declared(item) for item in tools().values()])

    async def call_tool(_: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            called = tool(params.name)
        except UnknownName as error:
            raise MCPError(types.INVALID_PARAMS, str(error)) from error
        given = params.arguments or {}
        return await anyio.to_thread.run_sync(_answer, called, store, settings, given)

    return Server(
        "communique",
        version=version("communique"),
        title="Communiqué",
        instructions=_ABOUT,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _declared(item: Tool) -> types.Tool:
    return types.Tool(
        name=item.name,
        title=item.title,
        description=item.description,
        input_schema=item.schema,
        annotations=types.ToolAnnotations(read_only_hint=True, open_world_hint=False),
    )


def _answer(called: Tool, store: Store, settings: Settings, given: dict[str, Any]) -> types.CallToolResult:
    """The answer of a tool, or the sentence that says why there is none."""
    try:
        # JSON cannot say infinity or not-a-number: they become null.
        text = to_json(called.call(store, settings, given), inf_nan_mode="null").decode()
    except CommuniqueError as error:
        return _refused(str(error))
    except Exception as error:
        _log.error("%s failed", called.name, exc_info=error)
        return _refused("Something unforeseen failed here; the server's log has the reason.")
    content: list[types.ContentBlock] = [types.TextContent(type="text", text=text)]
    return types.CallToolResult(content=content, structured_content=json.loads(text))


def _refused(sentence: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=sentence)], is_error=True)


def serve_stdio(server: Server[Any]) -> None:
    """Serve the one client at standard input and output until it closes them."""

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)
