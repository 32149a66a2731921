"""The client, asked against a live server, on both engines."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from datetime import date, datetime

import httpx
import pandas
import pytest

from api.client import (
    Actor,
    Article,
    Client,
    Event,
    Failed,
    NoAnswer,
    NotFound,
    Position,
    Principle,
    Refused,
)
from ontology.errors import CommuniqueError, NotInstalled
from queries.listings import LISTINGS
from queries.networks.analyses import ANALYSES
from queries.registry import load
from tests.queries import records
from tests.queries.records import RU, SECURITY

KINDS = {
    "positions": Position,
    "events": Event,
    "articles": Article,
    "actors": Actor,
    "principles": Principle,
}


@pytest.fixture(scope="module")
def client(rest: httpx.Client) -> Iterator[Client]:
    with Client(str(rest.base_url)) as client:
        yield client


@pytest.mark.parametrize("name", LISTINGS)
def test_a_type_has_the_fields_of_its_list(name: str) -> None:
    own = {item.name: str(item.type) for item in dataclasses.fields(KINDS[name])}
    listed = LISTINGS[name].typed
    assert [item for item in own if item not in ("text", "record")] == list(listed)
    kinds = {"date": "Day", "strings": "tuple", "integer": "int", "float": "float", "boolean": "bool",
             "datetime": "datetime", "string": "str"}  # fmt: skip
    for field, kind in listed.items():
        assert own[field].startswith(kinds[kind]), field


@pytest.mark.parametrize("name", LISTINGS)
def test_every_list_and_single_item_is_typed(client: Client, rest: httpx.Client, name: str) -> None:
    listed = getattr(client, name)()
    items = list(listed)
    assert items and {type(item) for item in items} == {KINDS[name]} and len(listed) == len(items)
    answer = rest.get(f"/v1/{name}", params={"limit": 1000}).json()
    assert [item.id for item in items[:1000]] == [row["id"] for row in answer["items"]]
    one = getattr(client, name[:-1])(items[0].id)
    assert dataclasses.replace(one, text=None, record=None) if name == "articles" else one == items[0]


def test_pages_are_fetched_as_far_as_one_walks(rest: httpx.Client) -> None:
    with Client(str(rest.base_url), page=3) as client:
        listed = client.positions(review="any")
        assert listed.total == 15 == len(list(listed))
        assert [item.id for item in listed] == [item.id for item in client.positions(review="any")]
        assert client.positions(from_="1950", to="1951").first() is None
        assert len(client.ask("positions-of-holder", holder=RU)) > 3


def test_values_have_the_types_of_python(client: Client) -> None:
    position = client.positions(holder=RU, from_=date(2023, 7, 12), to="2023-07-12").first()
    assert position is not None and position.said_on == date(2023, 7, 12)
    assert position.via == tuple(sorted(position.via)) and position.via[0] == "bloc:CIS"
    article = client.article(position.article)
    assert article.text is not None and article.text[position.start : position.end] == position.passage
    assert isinstance(article.loaded_at, datetime) and article.record is not None
    assert any(event.date == date(2024, 4, 9) for event in client.events())
    undated = [item for item in client.positions() if item.said_on is None]
    assert len(undated) == 1


def test_evidence(client: Client) -> None:
    position = client.positions(holder=RU).first()
    assert position is not None
    proof = client.evidence(position.id, context=20)
    assert proof.position == position and proof.passage == position.passage
    assert proof.article.id == position.article and len(proof.before) <= 20
    whole = client.evidence(position.id, context=100_000)
    assert whole.before + whole.passage + whole.after == client.article(position.article).text


def test_named_queries(client: Client, rest: httpx.Client) -> None:
    assert [query.name for query in client.queries()] == sorted(load())
    answer = client.ask("blocs-linked-to-principle", holder=RU, principle=SECURITY)
    found = sorted((row["said_on"], row["bloc_id"][5:], row["link"]) for row in answer)
    assert found == records.FLAGSHIP and answer.columns[:2] == ("bloc", "link")
    assert not answer.truncated and len(answer) == 9


@pytest.mark.parametrize("name", ANALYSES)
def test_analyses(client: Client, rest: httpx.Client, name: str) -> None:
    example = dict(ANALYSES[name].example)
    answer = client.network(name, **example)
    assert list(answer) == rest.get(f"/v1/networks/{name}", params=example).json()["items"]
    assert list(answer.frame().columns) == list(answer.columns)


def test_counts_members_search_cypher_and_pictures(client: Client) -> None:
    assert sum(row["positions"] for row in client.series(by="year")) == 13
    assert {row["bloc"] for row in client.matrix(link="contrasts")} == {"bloc:NATO", "bloc:OSCE", "bloc:SCO"}
    assert "state:RU" in {row["state_id"] for row in client.members("bloc:CSTO", on=date(2023, 7, 12))}
    assert {hit.kind for hit in client.search("Russia")} >= {"actor", "article", "position"}
    answer = client.cypher("UNWIND $ids AS id MATCH (b:Bloc {id: id}) RETURN b.id AS id", ids=["bloc:CSTO"])
    assert list(answer) == [{"id": "bloc:CSTO"}]
    assert client.plot("heatmap", language="ar").startswith(b"<?xml")
    assert client.plot("heatmap", "png").startswith(b"\x89PNG")


def test_data_frames(client: Client) -> None:
    frame = client.positions(review="any").frame()
    assert len(frame) == 15 and pandas.api.types.is_datetime64_any_dtype(frame["said_on"])
    assert frame["said_on"].max() == pandas.Timestamp("2025-02-01") and frame["said_on"].isna().sum() == 1
    assert pandas.api.types.is_float_dtype(frame["confidence"])
    counted = client.series(by="year", group="stance").frame()
    wide = counted.pivot_table(index="period", columns="group", values="positions", aggfunc="sum")
    assert wide.loc["2024-01-01", "reject"] == 3
    assert client.positions(from_="1950", to="1951").frame().empty


def test_problems_are_one_tree(client: Client) -> None:
    with pytest.raises(NotFound, match="did you mean 'state:RU'") as missing:
        client.positions(holder="state:RUS").total  # noqa: B018
    assert missing.value.parameter == "holder" and missing.value.status == 404
    with pytest.raises(Refused, match="must be one of endorse") as refused:
        list(client.positions(stance="maybe"))
    assert not isinstance(refused.value, NotFound) and refused.value.title == "Bad Request"
    with pytest.raises(Refused, match="read-only"):
        client.cypher("CREATE (n:State)")
    with pytest.raises(NotFound):
        client.ask("no-such-query")
    with pytest.raises(CommuniqueError):
        client.plot("heatmap", "gif")


def test_a_server_that_is_not_there_or_not_ours(client: Client, rest: httpx.Client) -> None:
    for url in ("http://127.0.0.1:1", "nonsense"):
        with Client(url) as nowhere, pytest.raises(NoAnswer, match="communique serve"):
            nowhere.queries()
    with Client(str(rest.base_url.join("static"))) as other, pytest.raises((NoAnswer, NotFound)):
        other.queries()
    with pytest.raises(NoAnswer, match="no address"):
        Client("http://127.0.0.1:port")


def test_a_store_that_stopped_is_the_servers_failure() -> None:
    from api.client.errors import problem

    error = problem({"status": 503, "title": "Service Unavailable", "detail": "No store answers."})
    assert isinstance(error, Failed) and str(error) == "No store answers."


def test_without_the_extra_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(NotInstalled, match="uv sync --extra client"):
        Client()
