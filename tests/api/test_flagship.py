"""The flagship question over the five articles of the brief: exactly nine dated links, through every door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.rest import create_app
from api.settings import Settings
from graph import Store
from ontology.vocabulary import Vocabulary
from tests.api.conftest import in_process_of_its_own
from tests.conftest import Access

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"
CYPHER = """\
MATCH (:State {id: 'state:RU'})<-[:HELD_BY]-(p:Position)
      -[:TOWARDS]->(target)-[:BROADER*0..]->(:Principle {id: 'principle:eurasian-security'})
MATCH (p)-[link:VIA|CONTRASTS]->(bloc:Bloc)
RETURN bloc.id AS bloc, type(link) AS link, target.id AS target, p.said_on AS said_on
ORDER BY said_on, bloc"""
LINKS = {
    *((f"bloc:{b}", "VIA", "principle:cis-security", "2021-12-08") for b in ("CIS", "CSTO", "SCO")),
    *(
        (f"bloc:{b}", "VIA", "principle:eurasian-security", "2023-07-12")
        for b in ("EAEU", "CSTO", "CIS", "SCO")
    ),
    *((f"bloc:{b}", "CONTRASTS", "principle:eurasian-security", "2024-04-09") for b in ("NATO", "OSCE")),
}

pytestmark = pytest.mark.skipif(
    not ARTICLES.exists(), reason="the articles of the brief are not beside this clone"
)


@pytest.fixture(scope="module")
def loaded(module_store: Store, module_access: Access) -> Iterator[Store]:
    run = in_process_of_its_own(module_access.settings)("load", str(ARTICLES))
    assert run.returncode == 0, run.stderr
    yield module_store


def test_by_the_driver(loaded: Store) -> None:
    rows = loaded.read(CYPHER).rows
    assert len(rows) == len(LINKS)
    assert {tuple(row) for row in rows} == LINKS


def test_by_the_shell(loaded: Store, module_access: Access) -> None:
    run = in_process_of_its_own(module_access.settings)("cypher", CYPHER, "--format", "jsonl")
    assert {tuple(json.loads(line).values()) for line in run.stdout.splitlines()} == LINKS


def test_by_rest(loaded: Store) -> None:
    from fastapi.testclient import TestClient

    client = TestClient(create_app(loaded, Vocabulary.load(), Settings(store=loaded.url)))
    answer = client.post("/v1/cypher", json={"query": CYPHER}).json()
    assert {tuple(item.values()) for item in answer["items"]} == LINKS


def test_loaded_again_nothing_changes(loaded: Store, module_access: Access) -> None:
    before = loaded.read("MATCH (n) RETURN count(n) AS nodes").rows
    run = in_process_of_its_own(module_access.settings)("load", str(ARTICLES))
    assert {json.loads(line)["outcome"] for line in run.stdout.splitlines()} == {"unchanged"}
    assert loaded.read("MATCH (n) RETURN count(n) AS nodes").rows == before
