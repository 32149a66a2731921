"""Counts for charts: what they count, on both engines."""

from __future__ import annotations

from graph import Store
from queries.networks.analyses import MATRIX, SERIES
from tests.queries import records
from tests.queries.records import NATO, RU, SECURITY, US, Said

SAID = records.article(
    "A day in May",
    "2024-05-04",
    Said(RU, US, "reject", "Russia blames the United States.", via=(NATO,)),
    Said(RU, SECURITY, "endorse", "Russia wants security in Eurasia.", via=(NATO,)),
)


def test_a_series_counts_positions_on_actors_too(store: Store) -> None:
    records.fill(store, [SAID])
    rows = list(SERIES.ask(store, {"by": "month", "group": "target"}))
    assert {row["group"]: row["positions"] for row in rows} == {US: 1, SECURITY: 1}


def test_a_matrix_counts_positions_on_principles_only(store: Store) -> None:
    records.fill(store, [SAID])
    assert [(row["bloc"], row["principle"], row["positions"]) for row in MATRIX.ask(store, {})] == [
        (NATO, SECURITY, 1)
    ]
