"""The favourites of the Neo4j Browser: current, and each answers what its named query does."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from graph import Store
from queries import favourites
from queries.registry import load
from tests.queries import records

_SET = re.compile(r":param (\w+) => (.*);")
IDS = {"article": records.ARTICLES[2][1].article.id, "event": records.ARTICLES[2][1].events[0].id}


def test_the_files_are_current() -> None:
    stored = {path.name: path.read_text("utf-8") for path in favourites.FOLDER.glob("*.cypher")}
    assert stored == favourites.files(), "run python -m queries.favourites"


def test_every_parameter_is_set_and_shown() -> None:
    known = dict(_SET.findall(favourites.parameters()))
    for query in load().values():
        text = favourites.favourite(query)
        assert text.startswith(f"// {query.title}\n")
        for item in query.parameters:
            assert f"\n// :param {item.name} => {known[item.name]}\n" in text


@pytest.fixture(scope="module")
def values(filled: Store) -> dict[str, Any]:
    """The parameters as the Browser has them: each is evaluated by the store."""
    found = {}
    for name, expression in _SET.findall(favourites.parameters()):
        ((value,),) = filled.read(f"RETURN {expression} AS value").rows
        found[name] = date.fromisoformat(value) if "date(" in expression else value
    return found | IDS


@pytest.mark.parametrize("name", sorted(load()))
def test_a_favourite_answers_as_its_query(filled: Store, values: dict[str, Any], name: str) -> None:
    query = load()[name]
    own = {item.name: values[item.name] for item in query.parameters}
    rows = filled.read(favourites.favourite(query), own).rows
    given = {key: value for key, value in own.items() if value is not None}
    required = {item.name for item in query.parameters if item.required}
    if required <= set(given):
        assert rows == query.ask(filled, given).rows
    assert rows or name in (
        "positions-awaiting-review",
        "line-changes",
        "bloc-members-on-principle",
        "shared-and-disputed",
    ), name
