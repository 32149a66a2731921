"""Parquet tables: read back by pyarrow, with types that need no guessing."""

from __future__ import annotations

import io
import sys
from datetime import UTC, date, datetime
from typing import Any

import pyarrow.parquet
import pytest

from api.parquet import types_of, write_parquet
from ontology.errors import NotInstalled

COLUMNS = {
    "id": "string",
    "day": "date",
    "at": "datetime",
    "n": "integer",
    "x": "float",
    "is": "boolean",
    "via": "strings",
}
ROW: dict[str, Any] = {
    "id": "position:1",
    "day": "2024-04-09",
    "at": "2024-04-09T10:00:00+00:00",
    "n": 3,
    "x": 0.5,
    "is": True,
    "via": ["bloc:CIS", "bloc:SCO"],
}


def written(columns: dict[str, str], rows: list[dict[str, Any]]) -> Any:
    out = io.BytesIO()
    write_parquet(out, columns, iter(rows))
    return pyarrow.parquet.read_table(io.BytesIO(out.getvalue()))


def test_every_type_comes_back_as_what_it_is() -> None:
    (row, nothing) = written(COLUMNS, [ROW, {}]).to_pylist()
    assert row == ROW | {"day": date(2024, 4, 9), "at": datetime(2024, 4, 9, 10, tzinfo=UTC)}
    assert set(nothing.values()) == {None} and list(nothing) == list(COLUMNS)


def test_a_table_without_rows_has_its_columns() -> None:
    assert written(COLUMNS, []).schema.names == list(COLUMNS)


def test_many_rows_come_in_groups() -> None:
    out = io.BytesIO()
    write_parquet(out, {"n": "integer"}, ({"n": n} for n in range(25_000)))
    table = pyarrow.parquet.ParquetFile(io.BytesIO(out.getvalue()))
    assert (table.num_row_groups, table.metadata.num_rows) == (3, 25_000)


def test_types_are_seen_from_values() -> None:
    known = {name: kind for name, kind in COLUMNS.items() if kind != "datetime"}
    assert types_of(list(known), [ROW, {}]) == known
    assert types_of(["x", "y", "z", "w"], [{"x": 1, "y": [1], "w": 1, "z": "2024"}, {"x": 0.5}]) == {
        "x": "float",
        "y": "strings",
        "w": "integer",
        "z": "string",
    }
    assert types_of(["x"], []) == {"x": "string"}


def test_values_of_many_kinds_become_text() -> None:
    assert written({"x": "string"}, [{"x": {"a": 1}}, {"x": 2}]).column("x").to_pylist() == ['{"a": 1}', "2"]


def test_without_pyarrow_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalled, match=r"communique\[parquet\]"):
        write_parquet(io.BytesIO(), COLUMNS, [])
