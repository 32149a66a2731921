# ruff: noqa: E501 - a query stands on its line
"""Statements that want harm, over HTTP, on both engines.

None writes, reads a file, reaches out, stops the server, or outlives its time by more than a second.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from graph import Store
from tests.api.conftest import served
from tests.conftest import Access

TIME = 0.6  # seconds that a query may take here
SECRET = "a-secret-that-no-answer-may-have"

WRITES = [
    "CREATE (:Actor:State {id: 'state:ZZ'})",
    "MATCH (n:State) SET n.name = 'x'",
    "MATCH (n:State) SET n += {name: 'x'}",
    "MATCH (n:State) SET n:Bloc",
    "MATCH (n:State) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) WITH n LIMIT 1 DETACH DELETE n RETURN 1",
    "MERGE (n:Actor:State {id: 'state:RU'}) ON MATCH SET n.name = 'x' RETURN n",
    "MATCH (a:State), (b:Bloc) MERGE (a)-[:MEMBER_OF]->(b)",
    "CALL { CREATE (x:Actor {id: 'state:ZZ'}) RETURN x } RETURN 1 AS one",
    "MATCH (n:State) CALL (n) { SET n.name = 'x' } RETURN n",
    "MATCH (n:State) CALL { WITH n SET n.name = 'x' RETURN 1 AS x } RETURN x",
    "MATCH (n:State) WHERE EXISTS { MATCH (n) SET n.name = 'x' RETURN n } RETURN n",
    "MATCH (n:State) RETURN COUNT { CREATE (:Actor {id: 'x'}) RETURN 1 } AS c",
    "MATCH (n:State) RETURN COLLECT { MERGE (x:Actor {id: 'x'}) RETURN x } AS c",
    "FOREACH (x IN [1] | CREATE (:Actor {id: 'x'}))",
    "MATCH (n:State) FOREACH (x IN [1] | SET n.name = 'x')",
    "MATCH (n) FOREACH (x IN [1] | FOREACH (y IN [2] | DETACH DELETE n))",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "MATCH (n:State) RETURN n.name AS a UNION MATCH (n:State) DELETE n RETURN 'x' AS a",
    "EXPLAIN CREATE (:Actor {id: 'x'})",
    "PROFILE CREATE (:Actor {id: 'x'})",
    "RETURN 1; CREATE (:Actor {id: 'x'})",
    "RETURN 1 //\nCREATE (:Actor {id: 'x'})",
    "RETURN 1 /* ' */ CREATE (:Actor {id: 'x'}) //'",
    "MATCH (n:State)/**/SET/**/n.name='x'",
    "MATCH (n:State)\tSeT\u00a0n.name = 'x'",
    "MATCH (n:State) WHERE n.name = '\\'' SET n.name = 'x' // '",
    r"MATCH (n:State) \u0053ET n.name = 'x'",
    r"MATCH (n:State {name: '\u0027}) SET n.name = 'x' //'}) RETURN n",
    r"MATCH (n:State) WHERE n.name = '\\\u0027 SET n.name = 1 //' RETURN n",
    "CREATE INDEX x FOR (n:State) ON (n.x)",
    "CREATE CONSTRAINT x FOR (n:State) REQUIRE n.x IS UNIQUE",
    "DROP INDEX text_ar",
    "DROP CONSTRAINT state_id",
    "CREATE DATABASE other",
    "CREATE USER x SET PASSWORD 'longer-than-eight'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "GRANT ROLE admin TO neo4j",
    "CALL db.createLabel('Zz')",
    "CALL db.createProperty('zz')",
    "CALL db.createRelationshipType('ZZ')",
    "CALL db.clearQueryCaches()",
    "CALL merge.node(['Actor'], {id: 'x'}, {}, {}) YIELD node RETURN node",
    "CALL apoc.create.node(['Actor'], {id: 'x'}) YIELD node RETURN node",
    "CALL apoc.cypher.doIt('CREATE (:Actor)', {}) YIELD value RETURN value",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DETACH DELETE n', {})",
    "TERMINATE TRANSACTIONS '*'",
    "INSERT (:Actor {id: 'x'})",
]
REACHES = [
    "LOAD CSV FROM '{file}' AS line RETURN line",
    "LOAD CSV FROM 'file://{file}' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM '{url}' AS line RETURN line",
    "RETURN 1 AS x UNION LOAD CSV FROM 'file://{file}' AS line RETURN line AS x",
    "CALL {{ LOAD CSV FROM 'file://{file}' AS line RETURN line }} RETURN line",
    "MATCH (n) WITH n LIMIT 1 LOAD/**/CSV FROM 'file://{file}' AS line RETURN line",
    r"L\u004FAD CSV FROM '{url}' AS line RETURN line",
    "CALL apoc.load.json('{url}') YIELD value RETURN value",
    "CALL apoc.load.csv('{file}') YIELD list RETURN list",
    "CALL `apoc`.`load`.`xml`('{url}') YIELD value RETURN value",
    "CALL apoc.import.file('{file}')",
    "CALL apoc.export.csv.all('{file}.out', {{}})",
    "CALL dbms.security.listUsers()",
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "CALL dbms.queryJmx('*:*') YIELD name RETURN name",
    "SHOW USERS",
    "SHOW SETTINGS YIELD name, value",
    "USE system MATCH (n) RETURN n",
    "RETURN apoc.text.bytesToString(1)",
    "RETURN readFile('{file}') AS x",
]
# Refused for their form alone: long, deep or growing.
HUGE = [
    "RETURN " + "(" * 300 + "1" + ")" * 300,
    "RETURN " + "[" * 5000 + "]" * 5000,
    "RETURN " + "NOT " * 4000 + "true",
    "RETURN " + " + ".join(["1"] * 4000),
    "RETURN " + "CASE WHEN true THEN " * 400 + "1" + " END" * 400,
    "CALL { " * 100 + "RETURN 1 AS x" + " } RETURN x" * 100,
    "MATCH (n) WHERE " + "EXISTS { MATCH (n) WHERE " * 100 + "true" + " }" * 100 + " RETURN count(n)",
    "RETURN size([" + ", ".join(map(str, range(15_000))) + "])",
    "RETURN size('" + "x" * 90_000 + "')",
    "RETURN {" + ", ".join(f"k{n}: {n}" for n in range(3000)) + "}",
    "RETURN " + "9" * 30_000,
    "WITH 1 AS a " * 900 + "RETURN 1",
    " UNION ALL ".join(["MATCH (n) RETURN n.id AS id"] * 700),
    "MATCH " + ", ".join(f"(a{n})--(b{n})" for n in range(300)) + " RETURN count(*)",
    "MATCH (a0)" + "".join(f"--(a{n})" for n in range(200)) + " RETURN count(*)",
    "RETURN size(range(1, 1000000000000))",
    "RETURN range(1, 50000000) AS r",
    "RETURN reduce(s = 0, x IN range(1, 2000000000) | s + x)",
    "RETURN size([x IN range(1, 1000 * 1000 * 1000) WHERE x % 7 = 8])",
    "RETURN reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000000) | t + y))",
    "RETURN any(x IN range(1, 1000000) WHERE any(y IN range(1, 1000000) WHERE x + y < 0))",
    "MATCH (a) WITH collect(a.id) AS l RETURN [x IN l WHERE any(y IN l WHERE any(z IN l WHERE x + y = z))]",
    "RETURN size(reduce(s = 'x', i IN range(1, 40) | s + s))",
    "RETURN reduce(s = [1], i IN range(1, 40) | [s, s])",
    "WITH 'xxxxxxxxxxxxxxxx' AS a " + "WITH a + a AS a " * 40 + "RETURN size(a)",
    "MATCH (a) WITH collect(a) AS l RETURN [x IN l | l] AS deep",
    "RETURN size(replace(replace(replace('aaaaaaaaaa', 'a', '"
    + "a" * 99
    + "'), 'a', '"
    + "a" * 99
    + "'), 'a', '"
    + "a" * 99
    + "'))",
    "RETURN lpad('x', 2000000000, 'y')",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+$'",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a|aa)+'",
    "MATCH (n) WHERE n.id + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a*)*b' RETURN count(n)",
    "UNWIND $words AS w MATCH (n) WHERE n.name =~ w RETURN n",
    "CALL algo.allSimplePaths('State') YIELD path RETURN count(path)",
]
# Run until their time is over, unless an engine finds a short way or has a limit of its own.
ENDLESS = [
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*)",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a, b",
    "UNWIND range(1, 1000000) AS a WITH a, [x IN range(1, 1000) WHERE x = a] AS l RETURN sum(size(l))",
    "UNWIND range(1, 9999999) AS x RETURN size(collect(toString(x) + 'aaaaaaaaaaaaaaaaaaaaaaaaaa'))",
    "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b RETURN a, b ORDER BY a * b % 7919 LIMIT 5",
    "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b RETURN a * b AS k, count(*) ORDER BY k LIMIT 1",
    "UNWIND range(1, 9999999) AS a WITH DISTINCT a RETURN max(a) UNION UNWIND range(1, 9999999) AS a RETURN max(a)",
    "MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id = d.id RETURN count(*)",
    "MATCH p = (a)-[*]-(b) RETURN count(p)",
    "MATCH p = ((a)--(b)){1,20} RETURN count(p)",
    "MATCH (a:State), (b:State) WHERE a <> b MATCH p = allShortestPaths((a)-[*]-(b)) RETURN count(p)",
    "MATCH (a) CALL { WITH a MATCH (b), (c), (d) WHERE a.id < b.id + c.id + d.id RETURN count(*) AS n } RETURN sum(n)",
    "MATCH (a) RETURN sum(COUNT { MATCH (b), (c), (d) WHERE b.id < c.id + d.id + a.id })",
    "MATCH (a) WHERE EXISTS { MATCH (b), (c), (d) WHERE b.id + c.id + d.id + a.id = 'x' } RETURN count(*)",
    "UNWIND range(1, 9999999) AS d RETURN max(date('2020-01-01') + duration({days: d % 9999}))",
    " ".join(f"OPTIONAL MATCH (a{n})-->(b{n})" for n in range(25)) + " RETURN count(*)",
]
# Larger than an answer may be: cut off, not refused.
WIDE = [
    "MATCH (a), (b), (c) RETURN a.id, b.id, c.id",
    "UNWIND range(1, 9999999) AS a RETURN a",
    "UNWIND range(1, 5000) AS a RETURN $text AS text",
]


@pytest.fixture(scope="module")
def door(filled: Store) -> Iterator[httpx.Client]:
    """A server that gives each query little time."""
    with (
        served(filled, read_timeout=TIME, read_rows=1000, read_bytes=1_000_000) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        # The first queries of an engine take the time that its own code takes to load.
        for _ in range(5):
            ask(client, "MATCH (n)-[e]->(m) WHERE n.id < m.id RETURN DISTINCT type(e), count(*)")
        yield client


def ask(client: httpx.Client, query: str) -> httpx.Response:
    return client.post(
        "/v1/cypher", json={"query": query, "parameters": {"text": "x" * 2000, "words": ["a"]}}
    )


def refused(answer: httpx.Response) -> str:
    assert answer.status_code == 400, answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
    return str(answer.json()["detail"])


def assert_untouched(client: httpx.Client, store: Store, before: object) -> None:
    assert client.get("/readyz").status_code == 200
    assert (store.info(), store.revision()) == before


def server(access: Access) -> int | None:
    """The embedded server's process, if it is one."""
    if not access.url.startswith("embedded:"):
        return None
    folder = Path(access.url.removeprefix("embedded:"))
    return int(json.loads((folder / "server.json").read_text())["pid"])


def test_there_are_many() -> None:
    assert len({*WRITES, *REACHES, *HUGE, *ENDLESS, *WIDE}) >= 100


def test_none_writes(door: httpx.Client, filled: Store) -> None:
    before = filled.info(), filled.revision()
    for query in WRITES:
        assert refused(ask(door, query)), query
    assert_untouched(door, filled, before)


def test_none_writes_where_only_the_engine_stands_guard(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the guard asleep, a user who may only read, or a read transaction, would still refuse."""
    from ontology.errors import CommuniqueError

    monkeypatch.setattr("graph.bolt.refuse_unless_bounded", lambda *_: None)
    before = filled.info(), filled.revision()
    administration = ("TERMINATE", "CREATE USER", "CREATE DATABASE", "ALTER", "GRANT", "CALL db.clear")
    for query in WRITES:
        if not query.startswith(administration):
            # Some only look like writing to one of the two.
            with suppress(CommuniqueError):
                filled.explore(query, timeout=5)
    assert filled.search("Russia").rows
    assert (filled.info(), filled.revision()) == before


def test_none_reads_a_file_or_reaches_out(door: httpx.Client, filled: Store, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text(SECRET)
    visitors: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.5)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/x.csv"
        for query in REACHES:
            assert SECRET not in refused(ask(door, query.format(file=file, url=url)))
        with pytest.raises(TimeoutError):
            visitors.append(listener.accept())
    assert visitors == [] and list(tmp_path.iterdir()) == [file]


def test_what_is_long_deep_or_growing_is_refused_at_once(door: httpx.Client) -> None:
    for query in HUGE:
        started = time.monotonic()
        assert refused(ask(door, query)), query[:80]
        assert time.monotonic() - started < TIME + 1, query[:80]
    for body in (
        "[" * 100_000,
        '{"query": "RETURN $x", "parameters": {"x": ' + "[" * 50_000 + "]" * 50_000 + "}}",
    ):
        answer = door.post("/v1/cypher", content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 400, answer.text[:300]
    assert ask(door, "RETURN '" + "x" * 2_000_000 + "'").status_code == 413


def test_none_outlives_its_time_by_more_than_a_second(
    door: httpx.Client, filled: Store, module_access: Access
) -> None:
    before, process = (filled.info(), filled.revision()), server(module_access)
    for query in ENDLESS:
        took = []
        # A machine that does much else besides gets three tries.
        while len(took) < 3 and (not took or min(took) > TIME + 1):
            started = time.monotonic()
            answer = ask(door, query)
            took.append(time.monotonic() - started)
            assert answer.status_code in (200, 400), answer.text[:300]
        assert min(took) <= TIME + 1, (query[:80], took)
    assert server(module_access) == process, "the server was stopped"
    assert_untouched(door, filled, before)


def test_answers_are_cut_off_at_their_limits(door: httpx.Client) -> None:
    for query in WIDE:
        answer = ask(door, query)
        if answer.status_code == 400:
            assert "took longer" in refused(answer)
            continue
        body = answer.json()
        assert body["truncated"] and 0 < len(body["items"]) <= 1000 and len(answer.content) < 1_500_000


def test_others_are_served_while_many_run_away(door: httpx.Client) -> None:
    statuses: list[int] = []

    def run_away() -> None:
        with httpx.Client(base_url=door.base_url, timeout=60) as client:
            statuses.append(ask(client, ENDLESS[0]).status_code)

    threads = [threading.Thread(target=run_away) for _ in range(12)]
    for thread in threads:
        thread.start()
    answered = 0
    while any(thread.is_alive() for thread in threads):
        assert door.get("/v1/actors/bloc:CSTO").status_code == 200
        answered += 1
    # Who found no seat in time is told to come again.
    assert answered and set(statuses) <= {400, 503} and 400 in statuses
