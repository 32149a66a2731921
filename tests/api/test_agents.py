"""The server for agents, asked by the protocol's own client over both transports, on both engines."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, MCPError, StdioServerParameters

from api import cli
from api.agents.tools import tools
from graph import Store
from queries.listings import LISTINGS
from queries.networks.analyses import ANALYSES
from queries.registry import load
from tests.conftest import Access
from tests.queries import records

COMMAND = ["-c", "from api.cli import main; main()", "mcp"]

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def portal() -> Iterator[BlockingPortal]:
    with start_blocking_portal() as portal:
        yield portal


@pytest.fixture(scope="module")
def environment(module_access: Access, filled: Store) -> dict[str, str]:
    return {**os.environ, **module_access.settings}


@pytest.fixture(scope="module")
def url(environment: dict[str, str]) -> Iterator[str]:
    """The address of a server over HTTP that runs in a process of its own."""
    command = [sys.executable, *COMMAND, "--http", "--port", "0"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    found = re.search(r"Serving at (http://\S+);", process.stderr.readline())
    assert found, process.stderr.read()
    yield found[1]
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0


@pytest.fixture(scope="module", params=["stdio", "http"])
def agent(
    request: pytest.FixtureRequest, portal: BlockingPortal, environment: dict[str, str]
) -> Iterator[Client]:
    """The client, connected over each transport in turn."""
    stdio = StdioServerParameters(command=sys.executable, args=COMMAND, env=environment)
    place = stdio if request.param == "stdio" else request.getfixturevalue("url")
    with portal.wrap_async_context_manager(Client(place)) as client:
        yield client


@pytest.fixture(scope="module")
def ask(agent: Client, portal: BlockingPortal) -> Ask:
    """Calls a tool, gives its answer."""

    def call(name: str, **arguments: Any) -> dict[str, Any]:
        told = portal.call(agent.call_tool, name, arguments)
        assert not told.is_error, told.content
        assert json.loads(told.content[0].text) == told.structured_content
        return dict(told.structured_content)

    return call


def test_every_tool_is_read_only_and_has_a_sound_schema(agent: Client, portal: BlockingPortal) -> None:
    found = {item.name: item for item in portal.call(agent.list_tools).tools}
    assert set(found) == {
        *LISTINGS,
        *"search evidence list_queries ask_query analyse cypher describe_graph".split(),
    }
    for item in found.values():
        jsonschema.Draft202012Validator.check_schema(item.input_schema)
        assert item.annotations is not None and item.annotations.read_only_hint
        assert item.description and item.title
        assert all(told["description"] for told in item.input_schema["properties"].values())
    assert set(found["positions"].input_schema["properties"]) >= set(LISTINGS["positions"].filters)
    assert found["positions"].input_schema["properties"]["stance"]["enum"][0] == "endorse"
    asked = found["ask_query"].input_schema["properties"]
    assert asked["query"]["enum"] == sorted(load()) and asked["parameters"]["properties"]["from"]
    assert set(found["analyse"].input_schema["properties"]["analysis"]["enum"]) == {
        *ANALYSES,
        "series",
        "matrix",
    }


def test_the_server_says_what_it_is(agent: Client) -> None:
    assert agent.server_info is not None and agent.server_info.name == "communique"
    assert "read-only" in (agent.instructions or "")


def test_a_client_of_the_older_protocol_is_served(portal: BlockingPortal, url: str) -> None:
    with portal.wrap_async_context_manager(Client(url, mode="legacy")) as client:
        assert client.protocol_version < "2026" and len(portal.call(client.list_tools).tools) > 5


def test_search_finds_names_in_three_languages_and_texts(ask: Ask) -> None:
    for words in ("Russia", "Россия", "روسيا"):
        assert records.RU in {item["id"] for item in ask("search", words=words, limit=1000)["items"]}
    found = ask("search", words="Washington enlargement")["items"]
    assert {item["kind"] for item in found} == {"article", "position"}


def test_lists_say_what_rest_says(ask: Ask, rest: httpx.Client) -> None:
    for name, given in (
        ("positions", {"holder": records.RU, "from": "2023", "review": "any"}),
        ("positions", {"stance": "reject", "min_confidence": 0.5, "limit": 2}),
        ("events", {"participant": records.LAVROV}),
        ("articles", {"language": "ar"}),
        ("actors", {"kind": "bloc", "q": "security"}),
        ("principles", {"q": "nato"}),
    ):
        told = ask(name, **given)
        answer = rest.get(f"/v1/{name}", params=given).json()
        assert told["items"] == answer["items"] and told["total"] == answer["total"] > 0


def test_pages_follow_each_other(ask: Ask) -> None:
    seen, cursor = [], None
    while True:
        told = ask("positions", limit=4, cursor=cursor)
        seen += told["items"]
        if (cursor := told["next"]) is None:
            break
    assert seen == ask("positions")["items"] and len(seen) == told["total"]


@pytest.mark.parametrize("name", sorted(load()))
def test_every_named_query_says_what_rest_says(ask: Ask, rest: httpx.Client, name: str) -> None:
    query = load()[name]
    given = {key: str(value) for key, value in query.example.items()}
    if any(item.required and item.name not in given for item in query.parameters):
        label = next(item for item in query.parameters if item.required)
        listed = {"article": "articles", "event": "events"}[label.name]
        given[label.name] = ask(listed, limit=1)["items"][0]["id"]
    told = ask("ask_query", query=name, parameters=given, limit=1000)
    answer = rest.get(f"/v1/queries/{name}", params={**given, "limit": 1000}).json()
    assert {key: told[key] for key in ("items", "columns", "total")} == {
        key: answer[key] for key in ("items", "columns", "total")
    }


@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_says_what_rest_says(ask: Ask, rest: httpx.Client, name: str) -> None:
    example = dict(ANALYSES[name].example)
    told = ask("analyse", analysis=name, options=example)
    assert told["items"] == rest.get(f"/v1/networks/{name}", params=example).json()["items"]


def test_the_flagship_question(ask: Ask) -> None:
    given = {"holder": records.RU, "principle": records.SECURITY}
    rows = ask("ask_query", query="blocs-linked-to-principle", parameters=given)["items"]
    assert sorted((row["said_on"], row["bloc_id"][5:], row["link"]) for row in rows) == records.FLAGSHIP


def test_evidence_is_the_passage_with_what_stands_around_it(ask: Ask, rest: httpx.Client) -> None:
    for item in ask("positions", review="any")["items"]:
        told = ask("evidence", position=item["id"], context=40)
        assert told["position"] == item and told["passage"] == item["passage"]
        text = rest.get(f"/v1/articles/{item['article']}").json()["text"]
        assert text[: item["start"]].endswith(told["before"]) and text[item["end"] :].startswith(
            told["after"]
        )
        assert len(told["before"]) <= 40 and len(told["after"]) <= 40
        assert told["article"]["title"] and "publisher" in told["article"]
        whole = ask("evidence", position=item["id"], context=100_000)
        assert whole["before"] + whole["passage"] + whole["after"] == text


def test_cypher_reads(ask: Ask) -> None:
    query = "UNWIND range(1, $n) AS n RETURN n, 1.0 / 0.0 AS unbounded"
    told = ask("cypher", query=query, parameters={"n": 9}, limit=3)
    assert told["items"][0] == {"n": 1, "unbounded": None} and len(told["items"]) == 3 and told["truncated"]


def test_the_graph_is_described(ask: Ask) -> None:
    told = ask("describe_graph")
    assert "### HELD_BY" in told["schema"] and told["nodes"]["Article"] == len(records.ARTICLES)


REFUSED = [
    ("search", {}, "'words' is missing"),
    ("search", {"words": " "}, "is empty"),
    ("positions", {"holdr": "state:RU"}, "did you mean 'holder'?"),
    ("positions", {"holder": "state:RUS"}, "did you mean 'state:RU'?"),
    ("positions", {"stance": "maybe"}, "must be one of endorse"),
    ("positions", {"from": "soon"}, "write it like 2024-04-09"),
    ("positions", {"limit": 100_000}, "between 1 and 1000"),
    ("positions", {"cursor": "x"}, "cursor"),
    ("evidence", {"position": "position:none"}, "No position has the id"),
    ("evidence", {"position": "state:RU"}, "is no position"),
    ("evidence", {"position": "position:none", "context": "much"}, "whole number"),
    ("ask_query", {"query": "most-contestd"}, "did you mean 'most-contested'?"),
    ("ask_query", {"query": "positions-of-holder"}, "'holder' is missing"),
    ("ask_query", {"query": "positions-of-holder", "parameters": ["state:RU"]}, "must be an object"),
    ("ask_query", {"query": "positions-of-holder", "parameters": {"who": 1}}, "no parameter 'who'"),
    ("analyse", {"analysis": "divides", "options": {"of": "bloc:NATO"}}, "'and' is missing"),
    ("analyse", {"analysis": "acters"}, "did you mean 'actors'?"),
    ("cypher", {"query": "MATCH (n) DETACH DELETE n"}, "read-only"),
    ("cypher", {"query": "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"}, "not allowed"),
    ("cypher", {"query": "MATCH (n"}, "cannot run"),
]


@pytest.mark.parametrize(("name", "given", "advice"), REFUSED)
def test_errors_are_sentences_that_an_agent_can_act_on(
    agent: Client, portal: BlockingPortal, name: str, given: dict[str, Any], advice: str
) -> None:
    told = portal.call(agent.call_tool, name, given)
    (said,) = told.content
    assert told.is_error and advice in said.text and len(said.text.splitlines()) == 1


def test_an_unknown_tool_is_an_error_of_the_protocol(agent: Client, portal: BlockingPortal) -> None:
    with pytest.raises(MCPError, match="did you mean 'search'"):
        portal.call(agent.call_tool, "serch", {})


def test_a_page_of_another_site_is_refused(url: str) -> None:
    headers = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    for name, value in (("host", "evil.example:80"), ("origin", "https://evil.example")):
        answer = httpx.post(url, json=body, headers={**headers, name: value})
        assert answer.status_code in (403, 421), answer.text


def test_a_signal_ends_the_server_at_its_standard_input(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, *COMMAND], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
    process.stdin.flush()
    assert b'"id":1' in process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) is not None
    process.stdin.close()
    process.stdout.close()


def test_the_page_names_every_tool() -> None:
    page = (Path(__file__).parents[2] / "docs" / "agents.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in tools())


def test_without_the_extra_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "api.agents.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server.lowlevel", None)
    assert cli.run(["mcp"]) == 1
    assert "uv sync --extra mcp" in capsys.readouterr().err
