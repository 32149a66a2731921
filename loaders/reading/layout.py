"""The layout of an article: what is title, dateline, body, boilerplate, and what is another article's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ontology.record import Span


class Kind(StrEnum):
    """What a block of the page is."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"  # author, outlet or source line
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    CREDIT = "credit"
    KEYWORDS = "keywords"
    NAVIGATION = "navigation"
    FOREIGN = "foreign"


PROSE = frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.LIST_ITEM})
"""The kinds of block in which the article itself speaks."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of the text of one kind. Blocks never overlap; only white space lies between them."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page is made of, and what its frame says of the article."""

    language: str
    blocks: tuple[Block, ...]
    title: str | None
    publisher: str | None
    relayed_from: tuple[str, ...]
    published_on: str | None
    published_on_source: str | None
    boilerplate: tuple[Span, ...]
    foreign: tuple[Span, ...]

    @property
    def prose(self) -> tuple[Block, ...]:
        """The blocks in which the article itself speaks, in order."""
        return tuple(block for block in self.blocks if block.kind in PROSE)
