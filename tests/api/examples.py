"""The examples of the API's description: what live calls answer on the records of the tests.

`python -m tests.api.examples` writes them anew; a test says when that was forgotten.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

from graph import open_store
from tests.api.conftest import served
from tests.queries import records
from tests.queries.records import LAVROV, RU, SECURITY

FILE = Path(__file__).parents[2] / "api" / "rest" / "examples.json"
_JSON = "application/json"
_CURSOR = "WyJwb3NpdGlvbnMiLCBbIi1zYWlkX29uIiwgIjIwMjQtMTAtMzEiXV0"

# What is asked besides the examples that the parameters themselves have.
_ASKED: Mapping[str, Mapping[str, str]] = {
    "/v1/actors": {"kind": "bloc", "q": "Shanghai"},
    "/v1/actors/{id}": {"id": LAVROV},
    "/v1/articles/{id}": {"id": records.ARTICLES[3][1].article.id},
    "/v1/blocs/{id}/members": {"id": "bloc:CSTO", "on": "2023-07-12"},
    "/v1/events/{id}": {"id": records.ARTICLES[2][1].events[0].id},
    "/v1/positions": {"holder": RU, "from": "2024-01-01", "sort": "said_on"},
    "/v1/positions/{id}": {"id": records.ARTICLES[1][1].positions[0].id},
    "/v1/principles": {"q": "Eurasian"},
    "/v1/principles/{id}": {"id": SECURITY},
    "/v1/positions/{id}/evidence": {"id": records.ARTICLES[3][1].positions[0].id},
    "/v1/queries": {"fields": "name,title,example"},
    "/v1/queries/article-facts": {"article": records.ARTICLES[3][1].article.id},
    "/v1/queries/statements-at-event": {"event": records.ARTICLES[2][1].events[0].id},
    "/v1/search": {"q": "Shanghai"},
}
_PROBLEMS = {"400": "/v1/positions?stance=like", "404": "/v1/actors/state:RUS", "406": "/v1/positions"}


def examples(client: httpx.Client) -> dict[str, Any]:
    """An example for each path that answers in JSON, and one of each problem that a wrong request meets."""
    document = client.get("/openapi.json").json()
    found = {f"{method} {path}": _example(client, *one) for method, path, *one in _operations(document)}
    for status, url in _PROBLEMS.items():
        answer = client.get(url, headers={"accept": "application/xml"} if status == "406" else {})
        assert str(answer.status_code) == status, answer.text
        found[status] = {"request": f"GET {url}", "answer": answer.json()}
    return found


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            schema = operation["responses"].get("200", {}).get("content", {}).get(_JSON, {}).get("schema", {})
            if path.startswith("/v1") and schema:
                yield method.upper(), path, path, operation


def _example(client: httpx.Client, path: str, operation: Mapping[str, Any]) -> dict[str, Any]:
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"][_JSON]["schema"]
        body = {"query": _resolved(client, schema)["properties"]["query"]["examples"][0]}
        answer = client.post(path, json=body)
        told = f"POST {path} {json.dumps(body)}"
    else:
        told = _url(path, operation)
        answer = client.get(told)
        told = f"GET {told}"
    assert answer.status_code == 200, f"{told}: {answer.text}"
    return {"request": told, "answer": _anywhere(answer.json())}


def _anywhere(answer: Any) -> Any:
    """An answer with a cursor that looks like one: a real one is of the state of its own store."""
    cursor = isinstance(answer, dict) and answer.get("next")
    return {**answer, "next": _CURSOR} if cursor else answer


def _resolved(client: httpx.Client, schema: Mapping[str, Any]) -> Any:
    name = schema["$ref"].rpartition("/")[2]
    return client.get("/openapi.json").json()["components"]["schemas"][name]


def _url(path: str, operation: Mapping[str, Any]) -> str:
    asked = dict(_ASKED.get(path, {}))
    for item in operation.get("parameters", ()):
        shown = item["schema"].get("examples") or item.get("examples")
        if shown and path not in _ASKED and item["name"] not in asked:
            asked[item["name"]] = str(shown[0])
        if item["name"] == "limit":
            asked["limit"] = "2"
    if "{id}" in path:
        path = path.replace("{id}", asked.pop("id"))
    return str(httpx.URL(path, params=asked)) if asked else path


def written(found: Mapping[str, Any]) -> str:
    """The examples as the file holds them."""
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write the file."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"embedded:{folder}/store") as store,
        served(records.fill(store)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        FILE.write_text(written(examples(client)), encoding="utf-8")
    print(FILE, file=sys.stderr)


if __name__ == "__main__":
    main()
