"""The store port: what every store of the graph can do, whichever engine keeps it.

One Cypher dialect runs on all of them. A store is opened by `graph.open_store`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from graph.batch import GraphBatch

READ_TIMEOUT = 30.0
READ_ROWS = 10_000
READ_BYTES = 32_000_000


class Outcome(StrEnum):
    """What writing a batch did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a read: rows of plain values (dates as ISO strings, nodes, edges and paths as dicts).

    A node is its properties with `labels`; an edge its properties with `type`, `source` and `target`
    (ids); a path `{"nodes": […], "edges": […]}`. `truncated` says that more rows were left out.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    truncated: bool = False

    def as_dicts(self) -> list[dict[str, Any]]:
        """Each row as a mapping from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one read may take: seconds, rows, and bytes if they are counted."""

    seconds: float = READ_TIMEOUT
    rows: int = READ_ROWS
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store is and holds: counts of nodes by label and of edges by type."""

    url: str
    engine: str
    schema_version: int | None
    vocabulary_version: str | None
    nodes: Mapping[str, int]
    edges: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Revision:
    """Where a store stands: two equal ones mean the same graph.

    `contents` is made anew when everything is replaced; `changes` counts what has been written since, and
    an article carries the count at which it was written last as `changed`.
    """

    contents: str
    changes: int

    def __str__(self) -> str:
        """Both as one word."""
        return f"{self.contents}.{self.changes}"


class Store(Protocol):
    """A place where the graph is kept."""

    url: str

    def migrate(self) -> None:
        """Make constraints and indexes; safe to run twice and from two processes at once."""

    def write(self, batch: GraphBatch) -> Outcome:
        """Write one article, or the vocabulary, in one transaction: all of it or nothing."""

    def write_all(self, batches: Sequence[GraphBatch]) -> Iterator[Outcome]:
        """Write articles, each all of it or nothing; many together cost little more than a few.

        What each did comes when it is stored: all at once, or one by one if another program crosses them.
        """

    def delete_article(self, article: str) -> bool:
        """Delete an article and what only it supported; False if there is none with that id."""

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = READ_TIMEOUT,
        max_rows: int = READ_ROWS,
    ) -> Rows:
        """Run read-only Cypher, bounded in time and rows; raises QueryRefused for anything else."""

    def explore(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = READ_TIMEOUT,
        max_rows: int = READ_ROWS,
        max_bytes: int = READ_BYTES,
    ) -> Rows:
        """Run read-only Cypher that somebody typed, bounded in time, rows and bytes.

        It is held to what an engine can stop, and not repeated where the engine stops under it; raises
        QueryRefused for anything else.
        """

    def search(self, words: str, *, limit: int = 50) -> Rows:
        """Articles and positions whose text has the words, best first: `id`, `label`, `score`."""

    def info(self) -> StoreInfo:
        """What the store holds."""

    def revision(self) -> Revision:
        """Where the store stands, which every change of its graph moves on."""

    def reset(self) -> None:
        """Delete everything; the store is as new afterwards, migrated."""

    def backup(self, path: Path) -> None:
        """Write everything to one file (gzipped JSON lines), the same for all engines."""

    def restore(self, path: Path) -> None:
        """Replace everything by what a backup holds."""

    def close(self) -> None:
        """Let go of the store; an embedded server stops with its last user."""

    def __enter__(self) -> Store:
        """The store itself; it is closed at the end of the block."""

    def __exit__(self, *_: object) -> None:
        """Close the store."""
