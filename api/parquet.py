"""Parquet: tables whose columns have types, for data frames. Needs the extra `parquet`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import IO, Any, Self

from api.output import plain
from ontology.errors import NotInstalled

MEDIA_TYPE = "application/vnd.apache.parquet"

# Rows of a group: what is in memory at once.
_GROUP = 10_000

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class ParquetTable:
    """A table that is written a group of rows at a time; `columns` tells each one's type as the schema does.

    Raises NotInstalled where pyarrow is missing.
    """

    def __init__(self, out: IO[bytes], columns: Mapping[str, str], *, group: int = _GROUP) -> None:
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
        self._kinds, self._group = list(columns.values()), group
        self._arrow = pyarrow
        self._schema = pyarrow.schema(
            [(name, types.get(kind, pyarrow.string())) for name, kind in columns.items()]
        )
        self._table = parquet.ParquetWriter(out, self._schema, compression="zstd")
        self._rows: list[Sequence[Any]] = []

    def __enter__(self) -> Self:
        """The table itself; it is whole at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Write the rows that are left, and the end of the file."""
        if self._rows:
            self._flush()
        self._table.close()

    def add(self, row: Sequence[Any]) -> None:
        """Add a row: a value for each column."""
        self._rows.append(row)
        if len(self._rows) == self._group:
            self._flush()

    def _flush(self) -> None:
        cells = zip(*self._rows, strict=True)
        arrays = [
            self._arrow.array([_read(kind, value) for value in column], field.type)
            for kind, column, field in zip(self._kinds, cells, self._schema, strict=True)
        ]
        self._table.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []


def write_parquet(out: IO[bytes], columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as Parquet; raises NotInstalled where pyarrow is missing."""
    with ParquetTable(out, columns) as table:
        for row in rows:
            table.add([row.get(name) for name in columns])


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
