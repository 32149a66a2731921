"""From a record to nodes and dated edges, without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.batch import GraphBatch, first_day, last_day, precision, vocabulary_batch
from ontology.errors import ArticleError, VocabularyError
from ontology.record import Stance
from tests.graph.samples import TEXT, VOCABULARY, batch, record, vocabulary


def edges(made: GraphBatch, kind: str) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in made.edges if edge.type == kind]


@pytest.mark.parametrize(
    ("stance", "kind"),
    [
        (Stance.ENDORSE, "ENDORSES"),
        (Stance.REJECT, "REJECTS"),
        (Stance.CONDITIONAL, "QUALIFIES"),
        (Stance.AMBIVALENT, "QUALIFIES"),
        (Stance.NEUTRAL, "ADDRESSES"),
    ],
)
def test_a_position_is_one_direct_edge_too(stance: Stance, kind: str) -> None:
    (said,) = record().positions
    made = batch(replace(record(), positions=(replace(said, stance=stance),)))
    assert edges(made, kind) == [("state:RU", "principle:eurasian-security")]


def test_every_end_of_an_edge_has_its_node() -> None:
    for made in (batch(record()), vocabulary_batch(VOCABULARY)):
        known = {node.id for node in made.nodes}
        assert {end for edge in made.edges for end in (edge.source, edge.target)} <= known
        assert len(known) == len(made.nodes)


def test_the_version_tells_readings_apart_and_not_folders() -> None:
    assert batch(record()).version == batch(record(path="other/one.txt")).version
    assert batch(record()).version != batch(record(confidence=0.2)).version


def test_the_origin_is_the_url_else_the_path_unless_given() -> None:
    made = record()
    addressed = replace(made, article=replace(made.article, url="https://example.org/1"))
    assert batch(made).origin == "articles/one.txt"
    assert batch(addressed).origin == "https://example.org/1"
    assert batch(addressed, TEXT, "file:///elsewhere").origin == "file:///elsewhere"


def test_a_record_with_an_edge_that_cannot_be_is_refused() -> None:
    (said,) = record().positions
    with pytest.raises(ArticleError, match="'org:tass' at an end of VIA"):
        batch(replace(record(), positions=(replace(said, via=("org:tass",)),)))
    with pytest.raises(ArticleError, match="'nonsense' at an end of HELD_BY"):
        batch(replace(record(), positions=(replace(said, holder="nonsense"),)))


def test_a_vocabulary_that_refers_to_nothing_is_refused() -> None:
    with pytest.raises(VocabularyError, match="state:UZ"):
        vocabulary_batch(vocabulary(without=("state:UZ",)))


def test_offices_and_memberships_keep_how_much_of_a_date_is_known() -> None:
    made = vocabulary_batch(VOCABULARY)
    envoy = next(edge for edge in made.edges if edge.properties.get("role") == "envoy")
    assert dict(envoy.properties) == {
        "from": date(1994, 1, 1),
        "to": date(2004, 12, 31),
        "from_precision": "year",
        "to_precision": "year",
        "role": "envoy",
    }


@given(st.dates(), st.sampled_from(["year", "month", "day"]))
def test_first_and_last_day_enclose_the_date(day: date, known: str) -> None:
    text = day.isoformat()[: {"year": 4, "month": 7, "day": 10}[known]]
    first, last = first_day(text), last_day(text)
    assert first is not None and last is not None
    assert first <= day <= last
    assert precision(text) == known
    assert (first == last) is (known == "day")
