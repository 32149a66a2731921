"""Answers of a served API: lists that fetch their pages as they are walked, tables, data frames of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from api.client.things import read
from ontology.errors import NotInstalled

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]

T = TypeVar("T")

Page = Mapping[str, Any]
Fetch = Callable[[str | None], Page]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|\+00:00))?")


class Listed(Generic[T]):
    """A list on the server. It is fetched a page at a time, as far as somebody walks it."""

    def __init__(self, kind: type[T], fetch: Fetch) -> None:
        self._kind, self._fetch = kind, fetch
        self._first: Page | None = None

    def __iter__(self) -> Iterator[T]:
        """Every item, typed."""
        return (read(self._kind, row) for row in self.rows())

    def __len__(self) -> int:
        """How many items there are."""
        return self.total

    @property
    def total(self) -> int:
        """How many items there are in all, pages not yet fetched included."""
        return int(self._head()["total"])

    def first(self) -> T | None:
        """The first item, if there is any."""
        return next(iter(self), None)

    def rows(self) -> Iterator[Mapping[str, Any]]:
        """Every item as the JSON object that came."""
        page = self._head()
        yield from page["items"]
        while page["next"] is not None:
            page = self._fetch(page["next"])
            yield from page["items"]

    def frame(self) -> pandas.DataFrame:
        """All items as a data frame; raises NotInstalled without the extra `client`."""
        rows = list(self.rows())
        return frame_of(rows, list(rows[0]) if rows else [])

    def _head(self) -> Page:
        if self._first is None:
            self._first = self._fetch(None)
        return self._first


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, as named queries and analyses answer. `truncated` says that there were more."""

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]]
    truncated: bool = False

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        """Every row."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def frame(self) -> pandas.DataFrame:
        """The rows as a data frame; raises NotInstalled without the extra `client`."""
        return frame_of(self.rows, self.columns)


def frame_of(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows as a data frame, columns of days as times that pandas counts with."""
    try:
        import pandas
    except ImportError as error:
        raise NotInstalled("A data frame", "client") from error
    made = pandas.DataFrame.from_records(list(rows), columns=list(columns))
    for name in columns:
        if _are_days([row.get(name) for row in rows]):
            made[name] = pandas.to_datetime(made[name])
    return made


def _are_days(values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, str) and _DAY.fullmatch(value) for value in known)
