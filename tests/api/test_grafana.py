"""The Grafana dashboard: the live API answers each of its URLs, with the columns that its panels show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.queries.records import RU, SECURITY

DASHBOARD = json.loads(
    (Path(__file__).parents[2] / "docs" / "grafana" / "communique.json").read_text("utf-8")
)
_MACRO = re.compile(r"\$\{(\w+)(?::[^}]*)?\}")
_TYPES = {"string": str, "timestamp": str, "number": int | float}
# What the variables of the dashboard are set to, one choice after the other; `All` is empty.
CHOICES: list[dict[str, str]] = [
    {},
    {"holder": RU},
    {"principle": SECURITY},
    {"holder": RU, "by": "year", "link": "members"},
]


def _queries(item: Any) -> Iterator[dict[str, Any]]:
    """Every query of the data source, wherever it stands."""
    if isinstance(item, dict):
        if "url" in item and "root_selector" in item:
            yield item
        for part in item.values():
            yield from _queries(part)
    elif isinstance(item, list):
        for part in item:
            yield from _queries(part)


QUERIES = list(_queries(DASHBOARD))


def _variables() -> dict[str, Any]:
    return {variable["name"]: variable for variable in DASHBOARD["templating"]["list"]}


def _filled(url: str, choice: dict[str, str]) -> str:
    """A URL as Grafana sends it."""
    times = {"__from": "2021-01-01", "__to": "2026-12-31"}
    chosen = {
        name: variable.get("allValue", variable["current"].get("value", ""))
        for name, variable in _variables().items()
    }
    return _MACRO.sub(lambda found: {**chosen, "base": "", **times, **choice}[found[1]], url)


def test_every_choice_is_a_variable() -> None:
    used = {name for query in QUERIES for name in _MACRO.findall(query["url"])}
    assert used == (set(_variables()) - {"datasource"}) | {"__from", "__to"}


def test_nothing_but_the_address_of_the_api_is_asked() -> None:
    assert len(QUERIES) == 7 and all(query["url"].startswith("${base}/v1/") for query in QUERIES)
    sources = {panel["datasource"]["uid"] for panel in DASHBOARD["panels"]}
    assert sources == {"${datasource}"}, "it works with whatever the data source is called"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["url"][7:50])
def test_the_columns_shown_are_in_the_answers(rest: httpx.Client, query: dict[str, Any]) -> None:
    for choice in CHOICES:
        answer = rest.get(_filled(query["url"], choice))
        assert answer.status_code == 200, answer.text
        body = answer.json()
        rows = body[query["root_selector"]] if query["root_selector"] else [body]
        assert rows or choice, "with nothing chosen there is something to show"
        for row in rows:
            for column in query["columns"]:
                value = row[column["selector"]]
                assert value is None or isinstance(value, _TYPES[column["type"]]), column


def test_what_panels_say_of_columns_is_about_columns_that_they_have() -> None:
    for panel in DASHBOARD["panels"]:
        shown = {column["text"] for target in panel["targets"] for column in target["columns"]}
        for change in panel.get("transformations", ()):
            assert {value for key, value in change["options"].items() if key.endswith("Field")} <= shown
        named = {
            override["matcher"]["options"]
            for override in panel["fieldConfig"]["overrides"]
            if override["matcher"]["id"] == "byName"
        }
        stances = {"endorse", "conditional", "neutral", "ambivalent", "reject"}
        assert named <= (stances if panel["type"] == "timeseries" else shown), panel["title"]
