"""The examples in the API's description: what live calls answer today, and as the description promises."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import jsonschema
import pytest

from graph import open_store
from tests.api.conftest import served
from tests.api.examples import FILE, examples, written
from tests.conftest import Stores
from tests.queries import records


@pytest.fixture(scope="module")
def live(stores: Stores) -> Iterator[httpx.Client]:
    """Over the embedded store: the engines score and shorten texts in ways of their own."""
    access = stores.embedded()
    with (
        open_store(access.url) as store,
        served(records.fill(store)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client


def test_they_are_those_of_live_calls(live: httpx.Client) -> None:
    told = "`python -m tests.api.examples` writes the examples anew"
    assert written(examples(live)) == FILE.read_text(encoding="utf-8"), told


def test_every_path_in_json_has_one_that_keeps_to_its_schema(live: httpx.Client) -> None:
    document = live.get("/openapi.json").json()
    shown = 0
    for path, methods in document["paths"].items():
        for operation in methods.values():
            content = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
            if path.startswith("/v1") and content.get("schema"):
                example = content["examples"]["live"]
                jsonschema.validate(example["value"], content["schema"])
                assert example["summary"].startswith(("GET /v1", "POST /v1")), path
                shown += 1
            refused = operation["responses"].get("400", {}).get("content", {})
            for item in refused.values():
                assert item["examples"]["live"]["value"]["status"] == 400
    assert shown > 40
