"""The record's public form: exact there and back, and as its published schema says."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.record import Record
from ontology.record_schema import FILE, record_schema, text
from tests.loaders.articles import read_out, samples, spans


def test_the_schema_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run python -m ontology.record_schema"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize("article", samples(), ids=lambda article: article[:20])
def test_a_record_is_as_the_schema_says(article: str) -> None:
    record = read_out(article)
    jsonschema.validate(record.to_json(), record_schema())
    assert all(article[span.start : span.end] == span.text for span in spans(record))


@pytest.mark.parametrize("article", samples(), ids=lambda article: article[:20])
def test_a_record_survives_json(article: str) -> None:
    record = read_out(article)
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record


@given(st.from_type(Record))
def test_any_record_survives_json(record: Record) -> None:
    assert Record.from_json(record.to_json()) == record


def test_fields_that_the_record_lost_are_missed() -> None:
    data: dict[str, Any] = read_out(samples()[0]).to_json()
    del data["article"]["language"]
    with pytest.raises(jsonschema.ValidationError, match="language"):
        jsonschema.validate(data, record_schema())
