"""`/sparql` over HTTP: the protocol and its formats, read-only, bounded, in step with the store."""

from __future__ import annotations

import csv
import io
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest
from pyoxigraph import Store as Oxigraph
from rdflib import Graph, Namespace
from rdflib.plugins.sparql import prepareQuery

from graph import Store
from graph.bundles import bundles
from graph.rdf import triples
from graph.triples.answering import BINDINGS, GRAPHS, Question, refuse_unless_reading
from graph.triples.endpoint import Endpoint, Worker
from graph.triples.index import Index
from ontology.errors import NotReady, QueryRefused, StoreError
from queries.linked import linked, load, unsaid
from queries.registry import load as load_cypher
from tests.api.conftest import served
from tests.conftest import Access
from tests.queries import records
from tests.queries.records import RU, SECURITY

COUNT = "SELECT (COUNT(*) AS ?n) { ?p a cq:Position }"
BLOCS = "SELECT ?id ?name { ?bloc a cq:Bloc ; dcterms:identifier ?id ; rdfs:label ?name } ORDER BY ?id"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && ?d = ?c && ?g > ?f) }"


@pytest.fixture(scope="module")
def rest(
    module_access: Access, filled: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a server whose index is made."""
    entry = {"store_user": module_access.user, "store_password": module_access.password}
    index = tmp_path_factory.mktemp("index")
    with (
        served(filled, **entry, read_timeout=8.0, read_rows=1000, sparql_index=str(index)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        assert count(client) == positions(filled)
        yield client


def count(client: httpx.Client) -> int:
    """How many positions SPARQL has, however long its index takes."""
    deadline = time.monotonic() + 240
    while True:
        answer = client.get("/sparql", params={"query": COUNT})
        if answer.status_code != 503 or time.monotonic() > deadline:
            break
        assert int(answer.headers["retry-after"]) >= 1 and "made ready" in answer.json()["detail"]
        time.sleep(0.2)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def positions(store: Store) -> int:
    return int(store.read("MATCH (p:Position) RETURN count(p) AS n").rows[0][0])


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers=headers)


def test_all_three_ways_of_the_protocol_give_the_same(rest: httpx.Client) -> None:
    got = ask(rest, BLOCS)
    form = rest.post("/sparql", data={"query": BLOCS})
    bare = rest.post("/sparql", content=BLOCS, headers={"content-type": "application/sparql-query"})
    assert got.status_code == form.status_code == bare.status_code == 200
    assert got.json() == form.json() == bare.json()
    assert got.headers["content-type"] == BINDINGS["json"] and got.json()["head"]["vars"] == ["id", "name"]


@pytest.mark.parametrize("form", BINDINGS)
def test_tables_come_in_every_format(rest: httpx.Client, form: str) -> None:
    query = f"{BLOCS} LIMIT 3"
    answer = ask(rest, query, accept=BINDINGS[form])
    assert answer.headers["content-type"].partition(";")[0] == BINDINGS[form]
    assert answer.content == rest.get("/sparql", params={"query": query, "format": form}).content
    known = [
        (row["id"]["value"], row["name"]["value"]) for row in ask(rest, query).json()["results"]["bindings"]
    ]
    if form == "xml":
        texts = [
            item.text for item in ElementTree.fromstring(answer.text).iter() if item.tag.endswith("literal")
        ]
        assert texts == [text for row in known for text in row]
    elif form != "json":
        rows = list(csv.reader(io.StringIO(answer.text), delimiter="," if form == "csv" else "\t"))
        assert [tuple(item.strip('"') for item in row) for row in rows[1:]] == known


@pytest.mark.parametrize(
    ("form", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")]
)
def test_graphs_come_in_every_format(rest: httpx.Client, form: str, parser: str) -> None:
    query = "CONSTRUCT { ?bloc rdfs:label ?name } WHERE { ?bloc a cq:Bloc ; rdfs:label ?name }"
    answer = ask(rest, query, accept=GRAPHS[form])
    assert answer.headers["content-type"].partition(";")[0] == GRAPHS[form]
    assert len(Graph().parse(data=answer.text, format=parser)) > 60
    described = ask(rest, "DESCRIBE id:state:RU", accept=GRAPHS[form])
    assert "Россия" in described.text or "\\u0420" in described.text


def test_a_format_that_an_answer_cannot_have_is_refused(rest: httpx.Client) -> None:
    for query, accept in ((BLOCS, "text/turtle"), ("DESCRIBE id:state:RU", "text/csv"), (BLOCS, "image/png")):
        answer = ask(rest, query, accept=accept)
        assert answer.status_code == 406 and "text/turtle" in answer.json()["detail"]
    assert ask(rest, BLOCS, accept="text/html,application/xhtml+xml,*/*;q=0.8").status_code == 200
    assert ask(rest, "ASK { ?s a cq:State }", accept="application/json").json()["boolean"] is True


def test_asked_for_nothing_it_describes_itself(rest: httpx.Client) -> None:
    told = Graph().parse(data=rest.get("/sparql").text, format="turtle")
    service = Namespace("http://www.w3.org/ns/sparql-service-description#")
    (endpoint,) = told.objects(None, service.endpoint)
    assert str(endpoint) == f"{str(rest.base_url).rstrip('/')}/sparql"
    assert (endpoint, service.supportedLanguage, service.SPARQL11Query) in told


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <c:d> 1 }",
        "prefix a: <a:> DELETE WHERE { ?s ?p ?o }",
        "# hi\nDROP ALL",
        "LOAD <http://example.org/>",
        "CLEAR DEFAULT",
        "CREATE GRAPH <a:b>",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(rest: httpx.Client, query: str) -> None:
    answer = ask(rest, query)
    assert answer.status_code == 400 and "read-only" in answer.json()["detail"]
    for media in ("application/sparql-update", "application/sparql-query"):
        assert rest.post("/sparql", content=query, headers={"content-type": media}).status_code == 400
    assert rest.post("/sparql", data={"update": query}).status_code == 400


OUTSIDE = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE# a comment\n<URL> { ?s ?p ?o } }",
    "PREFIX e: <URL> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?e) SERVICE ?e { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?x ?y ?z FILTER(?x<'a'&&'y>z'='') SERVICE <URL> { ?s ?p ?o } FILTER('q'=?b) }",
    "SELECT * { ?x ?y '''a''' . SERVICE <URL> { ?s ?p '''b''' } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "ASK FROM#\n<URL> { ?s ?p ?o }",
    "DESCRIBE <URL> FROM <URL>",
    "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX a: <URL> SELECT * { SERVICE a: { ?s ?p ?o } }",
    "SELECT * { SERVICE<URL> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<URL>{ ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", OUTSIDE)
def test_nothing_outside_is_reached(rest: httpx.Client, query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        answer = ask(rest, query.replace("URL", f"http://127.0.0.1:{listener.getsockname()[1]}/"))
        assert answer.status_code == 400 and "not allowed" in answer.json()["detail"]
        with pytest.raises(TimeoutError):
            listener.accept()


def test_the_process_that_answers_can_reach_nothing_by_itself(
    filled: Store, module_access: Access, tmp_path: Path
) -> None:
    index = Index(tmp_path)
    standing = index.refresh(filled)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        worker = Worker(index.generation(standing))
        with pytest.raises(QueryRefused, match="cannot run"):
            worker.ask(
                Question(OUTSIDE[0].replace("URL", f"http://127.0.0.1:{listener.getsockname()[1]}/"), 10), 20
            )
        with pytest.raises(TimeoutError):
            listener.accept()
        worker.close()


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?p cq:passage ?words FILTER(CONTAINS(?words, "service")) }',
        'SELECT ?service { ?service a cq:State FILTER("FROM" != "SERVICE") }',
        "PREFIX service: <a:> SELECT * { ?from service:from ?s }",
        "PREFIX services: <a:> SELECT * { ?from services:from ?s }",
        'SELECT * { ?s ?p "from"@en }',
    ],
)
def test_words_that_only_look_so_are_allowed(query: str) -> None:
    refuse_unless_reading(query)


@pytest.mark.parametrize(
    "query", ["SELEC", "SELECT * {", "SELECT * { ?s ?p }", "\0", "{" * 5000, "SELECT * " + "{" * 40_000]
)
def test_what_is_no_query_is_answered_with_a_sentence(rest: httpx.Client, query: str) -> None:
    answer = rest.post("/sparql", content=query, headers={"content-type": "application/sparql-query"})
    assert answer.status_code == 400 and answer.headers["content-type"] == "application/problem+json"
    assert ask(rest, "ASK {}").json()["boolean"] is True, "the next one is answered"


def test_wrong_requests_are_answered_with_the_remedy(rest: httpx.Client) -> None:
    for answer, status, words in (
        (rest.get("/sparql", params={"query": BLOCS, "default-graph-uri": "a:b"}), 400, "default-graph-uri"),
        (rest.post("/sparql", data={"query": BLOCS, "default-graph-uri": "a:b"}), 400, "one graph"),
        (rest.post("/sparql", data={"format": "csv"}), 400, "missing"),
        (rest.post("/sparql", data={"query": BLOCS, "format": "pdf"}), 400, "must be one of"),
        (rest.post("/sparql", json={"query": BLOCS}), 415, "application/sparql-query"),
        (
            rest.post("/sparql", content=b"\xff", headers={"content-type": "application/sparql-query"}),
            400,
            "UTF-8",
        ),
        (rest.get("/sparql", params={"query": BLOCS, "limit": "3"}), 400, "no parameter 'limit'"),
    ):
        assert answer.status_code == status and words in answer.json()["detail"], answer.text


def test_rows_are_bounded_and_the_answer_says_so(rest: httpx.Client) -> None:
    cut = ask(rest, "SELECT * { ?s ?p ?o }")
    assert len(cut.json()["results"]["bindings"]) == 1000 and cut.headers["x-sparql-maxrows"] == "1000"
    graph = ask(rest, "CONSTRUCT WHERE { ?s ?p ?o }", accept="application/n-triples")
    assert graph.text.count("\n") == 1000 and "x-sparql-maxrows" in graph.headers
    assert "x-sparql-maxrows" not in ask(rest, BLOCS).headers


def test_a_runaway_query_ends_in_time_and_hurts_nobody_else(rest: httpx.Client) -> None:
    started, answers = time.monotonic(), []
    runaway = threading.Thread(target=lambda: answers.append(ask(rest, ENDLESS)))
    runaway.start()
    assert ask(rest, "ASK { ?s a cq:State }").json()["boolean"] is True, "while it runs"
    runaway.join()
    assert answers[0].status_code == 400 and "took longer than 8 s" in answers[0].json()["detail"]
    assert time.monotonic() - started < 8 + 5
    assert ask(rest, COUNT).status_code == 200


def test_a_query_that_eats_memory_ends_alone(rest: httpx.Client) -> None:
    words = "CONCAT(?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x)"
    binds = " ".join(f"BIND({words.replace('?x', f'?x{at}')} AS ?x{at + 1})" for at in range(10))
    answer = ask(rest, f'SELECT (STRLEN(?x10) AS ?n) {{ BIND("abcdefghij" AS ?x0) {binds} }}')
    assert answer.status_code == 400 and "ended" in answer.json()["detail"]
    assert ask(rest, COUNT).status_code == 200


def test_it_is_in_step_with_the_store(rest: httpx.Client, filled: Store) -> None:
    before = positions(filled)
    article = records.ARTICLES[2][1].article.id
    assert filled.delete_article(article)
    assert count(rest) == positions(filled) == before - 6
    records.fill(filled)
    assert count(rest) == before


def test_named_queries_are_had_as_sparql_with_their_values(rest: httpx.Client) -> None:
    given = {"holder": RU, "principle": SECURITY, "from": "2023"}
    text = rest.get("/v1/queries/blocs-linked-to-principle.rq", params=given)
    assert text.headers["content-type"].startswith("application/sparql-query")
    prepareQuery(text.text)
    found = linked("blocs-linked-to-principle").query
    rows = rest.get("/v1/queries/blocs-linked-to-principle", params=given).json()["items"]
    answer = ask(rest, text.text).json()
    assert answer["head"]["vars"] == [item.name for item in found.columns]
    assert [row["bloc_id"]["value"] for row in answer["results"]["bindings"]] == [
        row["bloc_id"] for row in rows
    ]
    assert rest.get("/v1/queries/path-between.rq", params={"start": RU, "end": RU}).status_code == 404
    assert rest.get("/v1/queries/positions-on.rq").json()["parameter"] == "target"


def test_every_named_query_is_said_in_sparql_or_the_reason_given() -> None:
    assert set(load()) | set(unsaid()) == set(load_cypher()) and not set(load()) & set(unsaid())
    for query in load().values():
        assert query.lists <= {item.name for item in query.query.columns}


def test_while_the_index_is_made_nobody_waits_for_ever(
    filled: Store, module_access: Access, tmp_path: Path
) -> None:
    entry = (module_access.url, module_access.user, module_access.password)
    with Endpoint(*entry, folder=tmp_path) as endpoint:
        with pytest.raises(NotReady, match="made ready"):
            endpoint.ask(filled, Question(COUNT, 10), timeout=5, patience=0.1)
        found = endpoint.ask(filled, Question(COUNT, 10), timeout=20, patience=200)
        assert json.loads(found.body)["results"]["bindings"][0]["n"]["value"] == str(positions(filled))


def test_a_store_that_cannot_be_entered_is_told(filled: Store, tmp_path: Path) -> None:
    with (
        Endpoint("bolt://127.0.0.1:1", "nobody", "nothing", folder=tmp_path) as endpoint,
        pytest.raises(StoreError, match="No store answers"),
    ):
        endpoint.ask(filled, Question(COUNT, 10), timeout=5, patience=60)


def test_an_index_left_half_changed_is_made_anew(filled: Store, tmp_path: Path) -> None:
    index = Index(tmp_path)
    first = index.refresh(filled)
    assert index.refresh(filled) == first, "nothing to do"
    (tmp_path / "primary.json").unlink()
    filled.delete_article(records.ARTICLES[4][1].article.id)
    second = index.refresh(filled)
    said = set(Oxigraph.read_only(str(index.generation(second))))
    wanted = {triple for bundle in bundles(filled) for triple in triples(bundle)}
    assert wanted <= {quad.triple for quad in said}
    records.fill(filled)
