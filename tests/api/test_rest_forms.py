"""What dashboards and caches need of REST, live, on both engines."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pyarrow.parquet
import pytest

from api.rest import create_app
from api.settings import Settings
from graph import Store
from graph.batch import batch_of
from ontology.errors import InputError
from ontology.vocabulary import Vocabulary
from tests.api.conftest import served
from tests.queries import records
from tests.queries.records import CN, RU, SECURITY

PAGE = "https://dashboards.example"
PARQUET = "application/vnd.apache.parquet"


def got(rest: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = rest.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(answer: httpx.Response, status: int) -> str:
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), (
        answer.text
    )
    assert answer.json()["status"] == status
    return str(answer.json()["detail"])


def table(answer: httpx.Response) -> Any:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == PARQUET
    return pyarrow.parquet.read_table(io.BytesIO(answer.content))


# --- order and fields ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", ["said_on", "-confidence", "id"])
def test_a_list_in_an_order_is_paged_to_its_end(rest: httpx.Client, sort: str) -> None:
    whole = got(rest, "/v1/positions", sort=sort, review="any")["items"]
    seen, cursor = [], None
    while True:
        body = got(
            rest, "/v1/positions", sort=sort, review="any", limit=4, **({"cursor": cursor} if cursor else {})
        )
        seen += body["items"]
        cursor = body["next"]
        if cursor is None:
            break
    keys = [item[sort.strip("-")] for item in whole if item[sort.strip("-")] is not None]
    assert seen == whole and keys == sorted(keys, reverse=sort.startswith("-"))


def test_a_cursor_of_another_order_is_refused(rest: httpx.Client) -> None:
    cursor = got(rest, "/v1/positions", limit=1)["next"]
    answer = rest.get("/v1/positions", params={"sort": "id", "cursor": cursor})
    assert "not one of this list and order" in refused(answer, 400) and answer.json()["parameter"] == "cursor"


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/v1/positions", {"holder": RU}),
        ("/v1/queries/blocs-linked-to-principle", {"holder": RU, "principle": SECURITY}),
        ("/v1/series", {"by": "year", "group": "stance"}),
        ("/v1/networks/actors", {}),
        ("/v1/search", {"q": "Eurasia"}),
        ("/v1/blocs/bloc:CSTO/members", {}),
        ("/v1/queries", {}),
    ],
)
def test_only_the_fields_asked_for_come_in_their_order(
    rest: httpx.Client, path: str, parameters: dict[str, str]
) -> None:
    whole = got(rest, path, **parameters)
    wanted = list(whole["items"][0])[2::-1]
    some = got(rest, path, **parameters, fields=",".join(wanted))
    assert some["items"] == [{name: item[name] for name in wanted} for item in whole["items"]]
    assert [list(item) for item in some["items"]] == [wanted] * len(whole["items"])
    assert some.get("columns", wanted) == wanted
    csv = rest.get(path, params={**parameters, "fields": ",".join(wanted), "format": "csv"}).text
    assert csv.splitlines()[0] == ",".join(wanted)


def test_one_item_in_some_fields(rest: httpx.Client) -> None:
    assert got(rest, f"/v1/actors/{RU}", fields="name,iso2") == {"name": "Russia", "iso2": "RU"}


# --- Parquet ---------------------------------------------------------------------------------------------


def test_positions_as_parquet_have_types_whatever_a_page_holds(rest: httpx.Client) -> None:
    by_parameter = table(rest.get("/v1/positions", params={"holder": RU, "format": "parquet"}))
    by_header = table(rest.get("/v1/positions", params={"holder": RU}, headers={"accept": PARQUET}))
    nothing = table(rest.get("/v1/positions", params={"holder": "state:FR", "format": "parquet"}))
    assert by_parameter == by_header and by_parameter.schema == nothing.schema and nothing.num_rows == 0
    rows = by_parameter.to_pylist()
    body = got(rest, "/v1/positions", holder=RU)["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in body]
    assert isinstance(rows[0]["said_on"], date) and rows[0]["via"] == body[0]["via"]
    assert isinstance(rows[0]["confidence"], float) and isinstance(rows[0]["quoted"], bool)


def test_every_other_list_comes_as_parquet_too(rest: httpx.Client) -> None:
    for path in (
        "/v1/events",
        "/v1/articles",
        "/v1/actors",
        "/v1/principles",
        "/v1/series",
        "/v1/matrix",
        "/v1/queries",
    ):
        rows = table(
            rest.get(path, params={"format": "parquet", **({} if path == "/v1/queries" else {"limit": 3})})
        )
        assert rows.num_rows > 0, path
    answer = rest.post(
        "/v1/cypher?format=parquet", json={"query": "UNWIND [1, 2] AS n RETURN n, date() AS day"}
    )
    assert table(answer).to_pylist()[0]["n"] == 1
    loaded = table(rest.get("/v1/articles", params={"format": "parquet"})).to_pylist()[0]["loaded_at"]
    assert loaded == datetime(2026, 1, 1, tzinfo=UTC)


# --- ETags -----------------------------------------------------------------------------------------------


def test_a_copy_holds_until_the_store_changes(store: Store) -> None:
    records.fill(store, records.ARTICLES[:3])
    with served(store) as address, httpx.Client(base_url=address, timeout=30) as rest:
        first = rest.get("/v1/positions")
        tag = first.headers["etag"]
        assert tag.startswith('W/"') and first.headers["cache-control"] == "no-cache"
        for given in (tag, f'"other", {tag}', "*", tag.removeprefix("W/")):
            again = rest.get("/v1/positions", headers={"if-none-match": given})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        # Another question, form or page is another answer.
        assert (
            len(
                {
                    tag,
                    *(
                        rest.get("/v1/positions", params=p).headers["etag"]
                        for p in ({"limit": 1}, {"sort": "id"})
                    ),
                }
            )
            == 3
        )
        assert rest.get("/v1/positions", headers={"accept": "text/csv"}).headers["etag"] != tag
        text, record = records.ARTICLES[3]
        store.write(batch_of(record, text, Vocabulary.load(), datetime(2026, 1, 1, tzinfo=UTC)))
        changed = rest.get("/v1/positions", headers={"if-none-match": tag})
        assert changed.status_code == 200 and changed.headers["etag"] != tag
        assert changed.json()["total"] == first.json()["total"] + 2


def test_what_is_wrong_or_posted_has_no_etag(rest: httpx.Client) -> None:
    assert "etag" not in rest.get("/v1/positions?stance=like").headers
    assert "etag" not in rest.post("/v1/cypher", json={"query": "RETURN 1 AS one"}).headers


def test_paging_stays_right_while_articles_are_loaded(store: Store) -> None:
    records.fill(store, records.ARTICLES[:3])
    with served(store) as address, httpx.Client(base_url=address, timeout=30) as rest:
        for sort in ("-said_on", "said_on", "id"):
            records.fill(store, records.ARTICLES[:3])
            before = {item["id"] for item in got(rest, "/v1/positions", sort=sort)["items"]}
            page = got(rest, "/v1/positions", sort=sort, limit=4)
            seen = [item["id"] for item in page["items"]]
            text, record = records.ARTICLES[3]
            store.write(batch_of(record, text, Vocabulary.load(), datetime(2026, 1, 1, tzinfo=UTC)))
            while page["next"]:
                page = got(rest, "/v1/positions", sort=sort, limit=4, cursor=page["next"])
                seen += [item["id"] for item in page["items"]]
            assert len(seen) == len(set(seen)) and before <= set(seen)
            assert page["total"] == len(before) + 2


# --- borders ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("text/*;q=0.2, application/vnd.apache.parquet;q=0.1", "text/csv"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("text/csv;q=0, application/*", "application/json"),
        ("", "application/json"),
    ],
)
def test_the_header_accept_is_obeyed(rest: httpx.Client, accept: str, media: str) -> None:
    answer = rest.get("/v1/actors", params={"limit": 1}, headers={"accept": accept})
    assert answer.headers["content-type"].startswith(media) and "accept" in answer.headers["vary"]


def test_what_cannot_be_answered_is_a_problem_with_a_remedy(rest: httpx.Client) -> None:
    for accept in ("application/xml", "text/csv;q=0"):
        told = refused(rest.get("/v1/positions", headers={"accept": accept}), 406)
        assert "accept application/json or text/csv" in told
    told = refused(rest.post("/v1/cypher", content="RETURN 1", headers={"content-type": "text/plain"}), 415)
    assert "application/json" in told
    told = refused(
        rest.post("/v1/cypher", json={"query": "RETURN 1", "parameters": {"x": "x" * 2_000_000}}), 413
    )
    assert "send less" in told

    def pieces() -> Any:
        for _ in range(40):
            yield b" " * 50_000

    answer = rest.post("/v1/cypher", content=pieces(), headers={"content-type": "application/json"})
    assert "send less" in refused(answer, 413)
    assert "/docs lists" in refused(rest.get("/v2/positions"), 404)
    assert "POST is not for" in refused(rest.post("/v1/positions", json={}), 405)


@pytest.mark.parametrize(
    ("query", "told", "parameter"),
    [
        ("limit=1&limit=2", "given twice", "limit"),
        ("fields=id,stanc", "did you mean 'stance'?", "fields"),
        ("fields=", "at least 1 character", "fields"),
        ("sort=saidon", "did you mean 'said_on'?", "sort"),
        ("cursor=%00", "not one of this list", "cursor"),
        ("limit=1e3", "valid integer", "limit"),
        ("limit=99999999999999999999", "less than or equal to 1000", "limit"),
        ("from=2024-02-30", "day is out of range", "from"),
        ("from=0000", "is no date", "from"),
        ("to=tomorrow", "write it like 2024-04-09", "to"),
        ("holder=bloc", "No actor has the id 'bloc'", "holder"),
        ("via=state:RU", "is no bloc", "via"),
        ("min_confidence=nan", "must be a number", "min_confidence"),
        ("review=maybe", "must be one of standing", "review"),
        ("format=Parquet", "'json', 'csv' or 'parquet'", "format"),
        ("holder=state:RU%00", "No actor has the id", "holder"),
        ("%F0%9F%92%A9=1", "There is no parameter", "💩"),
    ],
)
def test_bad_parameters_are_named_with_the_remedy(
    rest: httpx.Client, query: str, told: str, parameter: str
) -> None:
    answer = rest.get(f"/v1/positions?{query}")
    assert answer.status_code in (400, 404), answer.text
    assert told in refused(answer, answer.status_code) and answer.json()["parameter"] == parameter


def test_a_parameter_without_a_value_counts_as_left_out(rest: httpx.Client) -> None:
    """Dashboards send their variables so where everything is chosen."""
    assert got(rest, "/v1/positions?holder=&sort=&review=&from=") == got(rest, "/v1/positions")


def test_pages_of_other_origins_ask_only_where_they_may(filled: Store, rest: httpx.Client) -> None:
    assert "access-control-allow-origin" not in rest.get("/v1/actors", headers={"origin": PAGE}).headers
    with (
        served(filled, cors_origins=f"{PAGE}, http://localhost:3000") as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        answer = client.get("/v1/actors", headers={"origin": PAGE})
        assert answer.headers["access-control-allow-origin"] == PAGE
        assert "etag" in answer.headers["access-control-expose-headers"].lower()
        assert (
            "access-control-allow-origin"
            not in client.get("/v1/actors", headers={"origin": "https://a.b"}).headers
        )
        asked = {
            "origin": PAGE,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        }
        allowed = client.options("/v1/cypher", headers=asked)
        assert allowed.status_code == 200 and "POST" in allowed.headers["access-control-allow-methods"]


@pytest.mark.parametrize("origins", ["dashboards.example", "https://a.b/path", "https://a.b,", "ftp://a.b"])
def test_what_is_no_origin_is_named(filled: Store, origins: str) -> None:
    with pytest.raises(InputError, match="COMMUNIQUE_CORS_ORIGINS"):
        create_app(filled, Vocabulary.load(), Settings(store=filled.url, cors_origins=origins))


def test_the_setting_is_read_from_the_environment() -> None:
    assert Settings.read({"COMMUNIQUE_CORS_ORIGINS": "*"}).cors_origins == "*"
    assert Settings.read({"COMMUNIQUE_READ_BYTES": "5"}).read_bytes == 5
    with pytest.raises(InputError, match="COMMUNIQUE_READ_BYTES must be a number above 0"):
        Settings.read({"COMMUNIQUE_READ_BYTES": "many"})


def test_holders_of_two_sides_are_told_apart(rest: httpx.Client) -> None:
    """The series and the matrix are as a chart takes them: long, or wide with a column for each group."""
    wide = got(rest, "/v1/series", by="year", group="holder", shape="wide")
    assert RU in wide["columns"] or "Russia" in wide["columns"], wide["columns"]
    assert all(set(item) == set(wide["columns"]) for item in wide["items"])
    heat = got(rest, "/v1/matrix", link="via", shape="wide")
    assert len({len(item) for item in heat["items"]}) == 1 and heat["total"] == len(heat["items"])
    assert got(rest, "/v1/series", by="year", group="holder", holder=CN)["total"] >= 1
