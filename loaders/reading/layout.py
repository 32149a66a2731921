"""The layout of an article: what is title, dateline, body, boilerplate, and what is another article's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from loaders.reading.foreign import mark_foreign
from loaders.reading.frame import read_frame
from loaders.reading.lines import PROSE, Kind, Line, read_lines
from loaders.reading.outlets import Outlets
from loaders.reading.page import Page
from loaders.reading.publication import publication_date
from loaders.reading.roles import mark_roles
from loaders.reading.text import Words, fold_name
from ontology.record import Span
from ontology.vocabulary import Place, State, Vocabulary

__all__ = ["PROSE", "Block", "Kind", "Layout", "read_layout"]

_BOILERPLATE = frozenset({Kind.BYLINE, Kind.CAPTION, Kind.CREDIT, Kind.KEYWORDS, Kind.NAVIGATION})


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

    def of_text(self, text: str) -> Layout:
        """The same with the passages as they stand in the text itself, not as it was read."""
        boilerplate, foreign = (
            tuple(Span.of(text, span.start, span.end) for span in spans)
            for spans in (self.boilerplate, self.foreign)
        )
        return replace(self, boilerplate=boilerplate, foreign=foreign)

    @property
    def prose(self) -> tuple[Block, ...]:
        """The blocks in which the article itself speaks, in order."""
        return tuple(block for block in self.blocks if block.kind in PROSE)


def read_layout(
    text: str,
    words: Words,
    language: str,
    vocabulary: Vocabulary,
    today: date | None = None,
    url: str | None = None,
) -> Layout:
    """The layout of a page. `today` is the day of loading, the last on which it can have appeared."""
    today = today or date.today()
    page = Page(text, words, Outlets.of(vocabulary), _places(vocabulary), language)
    lines = read_lines(page)
    mark_foreign(page, lines)
    lines = mark_roles(page, lines)
    frame = read_frame(page, lines, url)
    published, source = publication_date(page, lines, today)
    title = next((line for line in lines if line.kind is Kind.TITLE), None)
    return Layout(
        language,
        tuple(Block(line.start, line.end, line.kind or Kind.BODY) for line in lines),
        title.text if title else None,
        frame.publisher,
        frame.relayed_from,
        published.isoformat() if published else None,
        source,
        _spans(text, (line for line in lines if _is_boilerplate(line))),
        _spans(text, (line for line in lines if line.kind is Kind.FOREIGN)),
    )


_PLACES: dict[str, frozenset[str]] = {}


def _places(vocabulary: Vocabulary) -> frozenset[str]:
    """The folded names of places that stand in datelines."""
    if vocabulary.version not in _PLACES:
        states = tuple(vocabulary.of_type(State))
        names = [name for entry in (*vocabulary.of_type(Place), *states) for name in entry.name.values()]
        metonyms = [name for state in states for words in state.metonym.values() for name in words]
        _PLACES[vocabulary.version] = frozenset(map(fold_name, names + metonyms))
    return _PLACES[vocabulary.version]


def _is_boilerplate(line: Line) -> bool:
    return line.kind in _BOILERPLATE or (line.kind is Kind.DATELINE and line.label is not None)


def _spans(text: str, lines: Iterable[Line]) -> tuple[Span, ...]:
    return tuple(Span.of(text, line.start, line.end) for line in lines)
