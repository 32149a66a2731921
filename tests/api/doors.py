"""The doors through which a named query is asked, each giving its outcome in one form to compare.

All are in process: the servers behind them answer as they do over a wire, whose transports have tests of
their own.
"""

from __future__ import annotations

import io
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from typing import Any

import httpx
import pyoxigraph
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results
from starlette.testclient import TestClient

from api import cli, linked
from api.agents.server import create_server
from api.rest import create_app
from api.settings import Settings
from graph.store import Rows, Store
from graph.triples.answering import Question as Sparql
from graph.triples.answering import answer
from ontology.errors import CommuniqueError
from ontology.vocabulary import Vocabulary
from queries.linked import load as load_linked
from queries.linked import unsaid
from queries.registry import Parameter
from tests.api.graphs import Question, World, write

PAGE = 7

# The command line says of wrong usage where help is.
_HELP = re.compile(r"; see `communique ask [a-z-]+ --help`\.$")


@dataclass(frozen=True)
class Outcome:
    """What a door gave: columns and rows, each value with its type, or the sentence of a refusal."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    refused: str | None = None

    @classmethod
    def of(cls, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Outcome:
        # JSON tells 1 from 1.0, and true from either.
        return cls(tuple(columns), tuple(tuple(map(_json, row)) for row in rows))

    @classmethod
    def of_items(cls, columns: Sequence[str], items: Sequence[Mapping[str, Any]]) -> Outcome:
        assert all(list(item) == list(columns) for item in items), "keys stand in the order of the columns"
        return cls.of(columns, [list(item.values()) for item in items])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


Door = Callable[[Question], Outcome]


def cypher(store: Store) -> Door:
    """The registry itself, on a store."""

    def ask(question: Question) -> Outcome:
        try:
            rows: Rows = question.query.ask(store, question.given)
        except CommuniqueError as error:
            return Outcome(refused=str(error))
        return Outcome.of(rows.columns, rows.rows)

    return ask


def rest(client: httpx.Client) -> Door:
    """REST, page by page."""

    def ask(question: Question) -> Outcome:
        path, given = f"/v1/queries/{question.query.name}", {**question.given, "limit": str(PAGE)}
        items: list[dict[str, Any]] = []
        while True:
            told = client.get(path, params=given)
            body = told.json()
            if told.status_code >= 400:
                return Outcome(refused=body["detail"])
            items += body["items"]
            if body["next"] is None:
                assert body["total"] == len(items)
                # An answer is cut where the question says how much of it is wanted.
                assert "most" in question.given or not body["truncated"]
                return Outcome.of_items(body["columns"], items)
            given["cursor"] = body["next"]

    return ask


@contextmanager
def agents(store: Store) -> Iterator[Door]:
    """The server for agents, asked by a client of its protocol, in values that JSON has."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(create_server(store, Settings(store=store.url)))) as client,
    ):
        yield lambda question: _asked_of_agent(portal, client, question)


def _asked_of_agent(portal: BlockingPortal, client: Client, question: Question) -> Outcome:
    own = {item.name: item for item in question.query.parameters}
    values = {name: _native(own[name], value) for name, value in question.given.items()}
    given = {"query": question.query.name, "parameters": values, "limit": 1000}
    told = portal.call(client.call_tool, "ask_query", given)
    if told.is_error:
        return Outcome(refused=told.content[0].text)
    body = json.loads(told.content[0].text)
    assert body == told.structured_content and body["total"] == len(body["items"])
    return Outcome.of_items(body["columns"], body["items"])


def _native(item: Parameter, value: str) -> Any:
    if item.type in ("integer", "boolean"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def shell(question: Question) -> Outcome:
    """The command line, over the store of the environment."""
    options = (f"--{name}={value}" for name, value in question.given.items())
    out, messages = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(messages):
        code = cli.run(["ask", question.query.name, *options, "--format", "jsonl"])
    if code:
        return Outcome(refused=_HELP.sub(".", messages.getvalue().strip()))
    assert "most" in question.given or not messages.getvalue()
    items = [json.loads(line) for line in out.getvalue().split("\n") if line]
    return Outcome.of_items([item.name for item in question.query.columns], items)


def sparql(graph: Callable[[], pyoxigraph.Store]) -> Door:
    """The SPARQL of a query on a graph as RDF."""

    def ask(question: Question) -> Outcome:
        try:
            text = load_linked()[question.query.name].render(question.given)
        except CommuniqueError as error:
            return Outcome(refused=str(error))
        return _solutions(question, answer(graph(), Sparql(text, rows=10_000)).body)

    return ask


def sparql_over_http(client: httpx.Client) -> Door:
    """The SPARQL of a query as REST gives it, asked of the endpoint beside it."""

    def ask(question: Question) -> Outcome:
        text = client.get(f"/v1/queries/{question.query.name}.rq", params=question.given)
        if text.status_code >= 400:
            return Outcome(refused=text.json()["detail"])
        return _solutions(question, patiently(client, text.text).content)

    return ask


def patiently(client: httpx.Client, query: str) -> httpx.Response:
    """An answer of the endpoint, however long its index takes."""
    deadline = time.monotonic() + 240
    while True:
        told = client.get("/sparql", params={"query": query})
        if told.status_code != 503 or time.monotonic() > deadline:
            assert told.status_code == 200, told.text
            return told
        time.sleep(0.2)


def _solutions(question: Question, body: bytes) -> Outcome:
    table = parse_query_results(body, QueryResultsFormat.JSON)
    assert isinstance(table, QuerySolutions)
    rows = load_linked()[question.query.name].rows(table)
    assert [item.value for item in table.variables] == list(rows.columns)
    return Outcome.of(rows.columns, rows.rows)


# --- all of them ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """A question that a door answers otherwise than Cypher on the embedded store."""

    question: Question
    door: str
    wanted: Outcome
    found: Outcome

    def __str__(self) -> str:
        asked = " ".join(f"{name}={value!r}" for name, value in self.question.given.items())
        head = f"{self.question.query.name} {asked} through {self.door}"
        return f"{head}\n  gives {self.found}\n  not   {self.wanted}"


@dataclass
class House:
    """Both stores and every door to them; `graph` is what they hold as RDF."""

    stores: Mapping[str, Store]
    doors: Mapping[str, Door]
    graph: pyoxigraph.Store = field(default_factory=pyoxigraph.Store)

    def move_in(self, world: World) -> None:
        """Fill both stores with a graph, which is the same as RDF from either."""
        said = []
        for store in self.stores.values():
            write(store, world)
            said.append(set(linked.triples(store)))
        assert said[0] == said[1]
        self.graph = pyoxigraph.Store()
        self.graph.extend(pyoxigraph.Quad(*triple) for triple in said[0])

    def differences(self, question: Question) -> Iterator[Difference]:
        """Where a door gives another answer than Cypher on the embedded store."""
        wanted = cypher(self.stores["embedded"])(question)
        for name, door in self.doors.items():
            if name.startswith("sparql") and question.query.name in unsaid():
                continue
            found = door(question)
            # SPARQL finds nothing of an id that nobody knows, and says no more.
            silent = name.startswith("sparql") and wanted.refused and not found.refused and not found.rows
            if found != wanted and not silent:
                yield Difference(question, name, wanted, found)


@contextmanager
def house(embedded: Store, neo4j: Store) -> Iterator[House]:
    """Every door in process; the command line has the store of the environment."""
    client = TestClient(create_app(embedded, Vocabulary.load(), Settings(store=embedded.url)))
    with agents(neo4j) as agent:
        doors = {"cypher": cypher(neo4j), "rest": rest(client), "agents": agent, "shell": shell}
        made = House({"embedded": embedded, "neo4j": neo4j}, doors)
        made.doors = {**doors, "sparql": sparql(lambda: made.graph)}
        yield made
