"""REST over HTTP, live, on both engines: answers, pages, forms, and the shape of every error."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest

from graph import Store
from queries.registry import load
from tests.queries import records
from tests.queries.records import CN, LAVROV, RU, SECURITY

FLAGSHIP = {"holder": RU, "principle": SECURITY}


def got(rest: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = rest.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_flagship_answer(rest: httpx.Client) -> None:
    body = got(rest, "/v1/queries/blocs-linked-to-principle", **FLAGSHIP)
    found = [(row["said_on"], row["bloc_id"].removeprefix("bloc:"), row["link"]) for row in body["items"]]
    assert sorted(found) == records.FLAGSHIP
    assert (body["total"], body["next"], body["truncated"]) == (9, None, False)
    assert body["columns"] == [item.name for item in load()["blocs-linked-to-principle"].columns]


def test_the_named_queries_are_listed(rest: httpx.Client) -> None:
    body = got(rest, "/v1/queries")
    assert [item["name"] for item in body["items"]] == sorted(load()) and body["total"] == len(load())
    assert {"name", "title", "description", "parameters", "columns"} <= set(body["items"][0])


@pytest.mark.parametrize("name", sorted(load()))
def test_every_named_query_has_its_own_path(rest: httpx.Client, name: str) -> None:
    query = load()[name]
    if all(item.name in query.example for item in query.parameters if item.required):
        body = got(rest, f"/v1/queries/{name}", **{key: str(value) for key, value in query.example.items()})
        assert body["total"] >= len(body["items"])
    operation = got(rest, "/openapi.json")["paths"][f"/v1/queries/{name}"]["get"]
    own = {item["name"]: item for item in operation["parameters"]}
    assert {item.name for item in query.parameters} | {"limit", "cursor", "fields", "format"} == set(own)
    assert all(own[item.name]["required"] == item.required for item in query.parameters)
    assert operation["summary"] == query.title and operation["description"] == query.description


def test_a_named_query_is_paged(rest: httpx.Client) -> None:
    path, seen, cursor = "/v1/queries/blocs-linked-to-principle", [], None
    while True:
        body = got(rest, path, **FLAGSHIP, limit=4, **({"cursor": cursor} if cursor else {}))
        seen += body["items"]
        cursor = body["next"]
        if cursor is None:
            break
    assert seen == got(rest, path, **FLAGSHIP)["items"]


def test_lists_are_paged_to_their_end(rest: httpx.Client) -> None:
    seen, cursor = [], None
    while True:
        body = got(rest, "/v1/positions", limit=4, **({"cursor": cursor} if cursor else {}))
        seen += [item["id"] for item in body["items"]]
        cursor = body["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == body["total"] == 14


def test_positions_by_their_filters(rest: httpx.Client) -> None:
    body = got(
        rest, "/v1/positions", holder=RU, voice=LAVROV, target=SECURITY, stance="endorse", via="bloc:EAEU"
    )
    (item,) = body["items"]
    assert (item["said_on"], item["holder_name"], item["review"]) == ("2023-07-12", "Russia", "accepted")
    assert item["via"] == ["bloc:CIS", "bloc:CSTO", "bloc:EAEU", "bloc:SCO"]
    assert got(rest, "/v1/positions", review="pending")["total"] == 1
    assert got(rest, f"/v1/positions/{item['id']}")["passage"] == item["passage"]


def test_an_article_comes_with_its_text_and_record(rest: httpx.Client) -> None:
    text, record = records.ARTICLES[1]
    body = got(rest, f"/v1/articles/{record.article.id}")
    assert body["text"] == text and body["record"] == record.to_json()
    position = body["record"]["positions"][0]["evidence"]
    assert body["text"][position["start"] : position["end"]] == position["text"]


def test_single_items_tell_more(rest: httpx.Client) -> None:
    assert got(rest, f"/v1/actors/{RU}")["targets"][0]["statements"] >= 1
    assert got(rest, f"/v1/actors/{LAVROV}")["offices"][-1]["role"] == "foreign-minister"
    assert {item["holder_id"] for item in got(rest, f"/v1/principles/{SECURITY}")["sides"]} >= {RU, CN}
    event = records.ARTICLES[2][1].events[0].id
    assert len(got(rest, f"/v1/events/{event}")["statements"]) == 6


def test_members_of_a_bloc_on_a_day(rest: httpx.Client) -> None:
    items = got(rest, "/v1/blocs/bloc:CSTO/members", on="2023-07-12")["items"]
    assert {"state:RU", "state:AM"} <= {item["state_id"] for item in items}


def test_search(rest: httpx.Client) -> None:
    items = got(rest, "/v1/search", q="Eurasia")["items"]
    assert {"position", "principle"} <= {item["kind"] for item in items}
    first = got(rest, "/v1/search", q="Eurasia", limit=1)
    second = got(rest, "/v1/search", q="Eurasia", limit=1, cursor=first["next"])
    assert [first["items"][0], second["items"][0]] == items[:2]


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/v1/queries/blocs-linked-to-principle", FLAGSHIP),
        ("/v1/positions", {"holder": RU}),
        ("/v1/actors", {}),
    ],
)
@pytest.mark.parametrize("by", ["header", "parameter"])
def test_csv(rest: httpx.Client, path: str, parameters: dict[str, str], by: str) -> None:
    given = dict(parameters, limit="3")
    headers = {"accept": "text/csv"} if by == "header" else {}
    answer = rest.get(path, params=given | ({} if headers else {"format": "csv"}), headers=headers)
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    body = got(rest, path, **given)
    assert answer.headers["content-type"].startswith("text/csv") and len(rows) == 3
    assert answer.headers["x-total-count"] == str(body["total"]) and 'rel="next"' in answer.headers["link"]
    assert list(rows[0]) == list(body["items"][0])


def test_an_empty_list_has_its_columns_in_csv(rest: httpx.Client) -> None:
    answer = rest.get("/v1/positions", params={"holder": "state:FR", "format": "csv"})
    assert answer.text.startswith("id,holder,") and answer.text.count("\n") == 1


PROBLEMS = [
    ("/v1/nothing", 404, "/docs lists what there is", None),
    ("/v1/queries/most-contestd?least=1", 404, "did you mean 'most-contested'?", None),
    (
        "/v1/queries/positions-between?from=2024",
        400,
        "The parameter 'to' cannot be used: it is missing",
        "to",
    ),
    ("/v1/queries/positions-of-holder?holder=state:RUS", 404, "did you mean 'state:RU'?", "holder"),
    ("/v1/queries/positions-of-holder?holder=bloc:CSTO&stanc=reject", 400, "did you mean 'stance'?", "stanc"),
    ("/v1/queries/positions-of-holder?holder=bloc:CSTO&stance=no", 400, "must be one of endorse", "stance"),
    ("/v1/queries/positions-between?from=2024&to=2023", 400, "exchange them", "from"),
    ("/v1/queries/bloc-members-on?bloc=bloc:CSTO&on=someday", 400, "write it like 2024-04-09", "on"),
    ("/v1/queries/bloc-members-on?bloc=state:RU", 400, "begins with 'bloc:'", "bloc"),
    ("/v1/positions?holder=state:QQ", 404, "No actor has the id 'state:QQ'", "holder"),
    ("/v1/positions?from=2024&to=2023", 400, "exchange them", "from"),
    ("/v1/positions?limit=0", 400, "greater than or equal to 1", "limit"),
    ("/v1/positions?limit=1001", 400, "less than or equal to 1000", "limit"),
    ("/v1/positions?limit=many", 400, "valid integer", "limit"),
    ("/v1/positions?cursor=abc", 400, "The cursor is not one of this list", "cursor"),
    (
        "/v1/events?cursor=WyJwb3NpdGlvbnMiLCBudWxsLCAieCJd",
        400,
        "The cursor is not one of this list",
        "cursor",
    ),
    ("/v1/positions?min_confidence=high", 400, "must be a number", "min_confidence"),
    ("/v1/positions?format=xml", 400, "'json', 'csv' or 'parquet'", "format"),
    ("/v1/positions/position:0000000000000000", 404, "No position has the id", "id"),
    ("/v1/actors/state:RUS", 404, "did you mean 'state:RU'?", "id"),
    ("/v1/actors?kind=planet", 400, "must be one of state", "kind"),
    ("/v1/blocs/bloc:CST/members", 404, "did you mean 'bloc:CSTO'?", None),
    ("/v1/search", 400, "'q' cannot be used: it is missing", "q"),
]


@pytest.mark.parametrize(("path", "status", "advice", "parameter"), PROBLEMS)
def test_errors_are_problem_documents(
    rest: httpx.Client, path: str, status: int, advice: str, parameter: str | None
) -> None:
    answer = rest.get(path)
    body = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert set(body) - {"parameter"} == {"type", "title", "status", "detail", "instance"}
    assert body["status"] == status and body["instance"] == path.partition("?")[0]
    assert advice in body["detail"]
    if parameter:
        assert body["parameter"] == parameter


def test_a_wrong_method_is_a_problem_document(rest: httpx.Client) -> None:
    answer = rest.delete("/v1/positions")
    assert answer.status_code == 405 and answer.json()["detail"].startswith("DELETE is not for")
    assert answer.headers["allow"] == "GET"


def cypher(rest: httpx.Client, query: str, **parameters: Any) -> httpx.Response:
    return rest.post("/v1/cypher", json={"query": query, "parameters": parameters})


def test_cypher_for_readers(rest: httpx.Client) -> None:
    body = cypher(rest, "MATCH (b:Bloc {id: $id}) RETURN b.id AS id, b.name AS name", id="bloc:CSTO").json()
    assert body == {
        "items": [{"id": "bloc:CSTO", "name": "Collective Security Treaty Organization"}],
        "columns": ["id", "name"],
        "truncated": False,
    }
    long = cypher(rest, "UNWIND range(1, 5000) AS n RETURN n").json()
    assert long["truncated"] and len(long["items"]) == 1000


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (x:Actor {id: 'state:ZZ'}) RETURN x",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:State) SET n.name = 'x'",
        "MERGE (x:Actor {id: 'state:ZZ'}) RETURN x",
        "CALL { CREATE (x:Actor {id: 'state:ZZ'}) } RETURN 1",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "MATCH (n:State) REMOVE n.name",
        "DROP INDEX text_ar",
    ],
)
def test_cypher_that_writes_is_refused_and_changes_nothing(
    rest: httpx.Client, filled: Store, query: str
) -> None:
    before = filled.info()
    answer = cypher(rest, query)
    assert answer.status_code == 400 and answer.headers["content-type"] == "application/problem+json"
    assert filled.info() == before


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        ('{"query": ', "JSON"),
        ("{}", "'query' cannot be used: it is missing"),
        ('{"query": ""}', "at least 1 character"),
        ('{"query": "RETURN 1", "extra": 1}', "'extra'"),
        ('{"query": "RETRN 1"}', "begins with CALL"),
        ('{"query": "MATCH (n RETURN n"}', "cannot run"),
        ('{"query": "RETURN $x"}', "x"),
        ('{"query": "RETURN 99999999999999999999"}', "cannot run"),
        ('{"query": "RETURN $x", "parameters": {"x": "\\ud800"}}', "surrogates"),
        ("[]", "body"),
    ],
)
def test_cypher_that_cannot_run_is_a_problem_document(rest: httpx.Client, content: str, advice: str) -> None:
    answer = rest.post("/v1/cypher", content=content, headers={"content-type": "application/json"})
    assert answer.status_code == 400, answer.text
    assert advice in answer.json()["detail"]


def test_whole_numbers_past_64_bits_are_floating_ones(rest: httpx.Client) -> None:
    given = {"largest": 2**63 - 1, "past": 2**63, "within": [{"below": -(10**25)}], "endless": 10**400}
    items = cypher(rest, "RETURN $largest, $past, $within, $endless", **given).json()["items"]
    assert list(items[0].values()) == [2**63 - 1, 2.0**63, [{"below": -1e25}], None]


def test_numbers_that_json_lacks_are_null(rest: httpx.Client) -> None:
    assert cypher(rest, "RETURN 0.0 / 0.0 AS nan, [1.0] AS list").json()["items"] == [
        {"nan": None, "list": [1.0]}
    ]


def test_what_operators_need(rest: httpx.Client) -> None:
    assert got(rest, "/healthz") == {"status": "ok"} == got(rest, "/readyz")
    text = rest.get("/metrics").text
    assert 'communique_requests_total{method="GET",path="/healthz",status="200"}' in text
    assert "communique_store_up 1" in text and text.endswith("\n")


def test_pages_fetch_nothing_from_elsewhere(rest: httpx.Client) -> None:
    for path in ("/", "/docs"):
        answer = rest.get(path)
        assert answer.status_code == 200 and "default-src 'self'" in answer.headers["content-security-policy"]
        assert "http://" not in answer.text and "https://" not in answer.text
    for path in ("/static/swagger-ui-bundle.js", "/static/swagger-ui.css"):
        assert rest.get(path).status_code == 200


def test_the_start_page_shows_the_flagship_answer(rest: httpx.Client) -> None:
    page = rest.get("/").text
    assert page.count("<tr>") == 10 and 'dir="auto"' in page


def test_large_answers_are_compressed(rest: httpx.Client) -> None:
    assert rest.get("/v1/queries", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_openapi_promises_problem_documents_only(rest: httpx.Client) -> None:
    document = got(rest, "/openapi.json")
    for path in document["paths"].values():
        for operation in path.values():
            assert "422" not in operation["responses"]
            assert set(operation["responses"]["400"]["content"]) == {"application/problem+json"}
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_what_is_allowed_is_told_whole(rest: httpx.Client) -> None:
    assert rest.put("/sparql").headers["allow"] == "GET, POST"
    assert rest.delete("/v1/cypher").headers["allow"] == "POST"
