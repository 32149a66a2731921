"""Parquet: tables whose columns have types, for data frames. Needs the extra `parquet`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import IO, Any

from api.output import plain
from ontology.errors import NotInstalled

MEDIA_TYPE = "application/vnd.apache.parquet"

# Rows of a group: what is in memory at once.
_GROUP = 10_000

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_parquet(out: IO[bytes], columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as Parquet, a group of them at a time; `columns` tells each one's type as the schema does.

    Raises NotInstalled where pyarrow is missing.
    """
    try:
        import pyarrow  # type: ignore[import-untyped]
        from pyarrow import parquet
    except ImportError as error:
        raise NotInstalled("Parquet", "parquet") from error
    types = {
        "integer": pyarrow.int64(),
        "float": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("us", tz="UTC"),
        "strings": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(name, types.get(kind, pyarrow.string())) for name, kind in columns.items()])
    left = iter(rows)
    with parquet.ParquetWriter(out, schema, compression="zstd") as table:
        while group := list(islice(left, _GROUP)):
            values = [[_read(kind, row.get(name)) for row in group] for name, kind in columns.items()]
            arrays = [pyarrow.array(cells, field.type) for cells, field in zip(values, schema, strict=True)]
            table.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _read(kind: str, value: Any) -> Any:
    match kind, value:
        case (_, None) | ("integer" | "float" | "boolean", _):
            return value
        case "date", str():
            return date.fromisoformat(value)
        case "datetime", str():
            return datetime.fromisoformat(value)
        case (("date" | "datetime"), _):
            return value
        case "strings", _:
            return [plain(item) for item in value]
    return plain(value)


def types_of(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The types of columns as their values show them; a column without any is text."""
    return {name: _type([row[name] for row in rows if row.get(name) is not None]) for name in columns}


def _type(values: Sequence[Any]) -> str:
    kinds = {type(value) for value in values}
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "integer"
    if kinds and kinds <= {int, float}:
        return "float"
    if kinds == {list}:
        return "strings"
    if kinds == {str} and all(_DAY.fullmatch(value) for value in values):
        return "date"
    return "string"
