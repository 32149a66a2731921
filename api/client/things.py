"""What a served API tells of, as frozen types: dates are dates, lists are tuples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar

T = TypeVar("T")
# A field may be called `date`.
Day = date


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Who holds which stance on what, since when, in whose words, through which blocs, and the proof."""

    id: str
    holder: str
    holder_name: str | None
    voice: str | None
    voice_name: str | None
    target: str
    target_name: str | None
    stance: str
    stance_value: float
    modality: str | None
    said_on: Day | None
    date_precision: str | None
    via: tuple[str, ...]
    contrast: tuple[str, ...]
    quoted: bool | None
    confidence: float
    review: str
    passage: str
    start: int
    end: int
    article: str
    article_title: str | None
    url: str | None
    event: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened or is scheduled."""

    id: str
    name: str | None
    kind: str
    plover: str | None
    cameo: str | None
    date: Day | None
    date_precision: str | None
    ends: Day | None
    place: str | None
    place_name: str | None
    convened_by: str | None
    participants: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article that was read; its text and record come only with a single one."""

    id: str
    title: str | None
    url: str | None
    language: str
    published_on: Day | None
    publisher: str | None
    publisher_name: str | None
    relayed_from: tuple[str, ...]
    positions: int
    content_hash: str
    loaded_at: datetime
    text: str | None = None
    record: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state, bloc, organisation or person."""

    id: str
    kind: str
    name: str
    name_ar: str | None
    name_ru: str | None
    name_en: str | None
    qid: str | None
    iso2: str | None
    informal: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """A norm, order, initiative or issue that positions are about."""

    id: str
    kind: str
    name: str
    name_ar: str | None
    name_ru: str | None
    name_en: str | None
    qid: str | None
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that a search found."""

    kind: str
    id: str
    name: str | None
    text: str | None
    date: Day | None
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A position with its passage, the text around it, and its article."""

    position: Position
    article: Article
    before: str
    passage: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A named query: what it answers, what it wants to know."""

    name: str
    title: str
    description: str
    parameters: tuple[Mapping[str, Any], ...]
    columns: tuple[Mapping[str, str], ...]
    example: Mapping[str, str]


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "Day | None": lambda value: value and date.fromisoformat(value),
    "datetime": datetime.fromisoformat,
    "Position": lambda value: read(Position, value),
    "Article": lambda value: read(Article, value),
}


def read(kind: type[T], row: Mapping[str, Any]) -> T:
    """A thing out of its JSON object; what a newer server adds is left out."""
    own = {item.name: str(item.type) for item in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _value(own[name], row[name]) for name in own if name in row})


def _value(kind: str, value: Any) -> Any:
    if kind.startswith("tuple"):
        return tuple(value or ())
    return _READERS[kind](value) if kind in _READERS else value
