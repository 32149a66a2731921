"""The record: what extraction reads out of one article, as frozen types with a JSON form.

The JSON shape is public (one object per article, ids of the vocabulary, offsets in code points of
the article's text). `to_json` writes it, `from_json` reads it back; both are exact inverses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Stance(StrEnum):
    """Which way a position goes, towards its target as named."""

    ENDORSE = "endorse"
    CONDITIONAL = "conditional"
    NEUTRAL = "neutral"
    AMBIVALENT = "ambivalent"
    REJECT = "reject"

    @property
    def value_signed(self) -> float:
        """The stance as a number: endorse 1, conditional .5, neutral and ambivalent 0, reject -1."""
        return _STANCE_VALUES[self]


_STANCE_VALUES = {
    Stance.ENDORSE: 1.0,
    Stance.CONDITIONAL: 0.5,
    Stance.NEUTRAL: 0.0,
    Stance.AMBIVALENT: 0.0,
    Stance.REJECT: -1.0,
}


class Modality(StrEnum):
    """In what manner a position is stated."""

    ASSERTS = "asserts"
    CALLS_FOR = "calls-for"
    PROPOSES = "proposes"
    PROMISES = "promises"
    WARNS = "warns"
    DENIES = "denies"
    REPORTS_OTHER = "reports-other"


class Review(StrEnum):
    """Whether a position may stand in answers."""

    ACCEPTED = "accepted"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: code-point offsets into the article's text, end exclusive, with its words."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The passage of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    def to_json(self) -> dict[str, Any]:
        """The span as its JSON object."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Span:
        """A span from its JSON object."""
        return cls(data["start"], data["end"], data["text"])


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What is known of an article itself. Dates are ISO days."""

    id: str
    path: str | None
    language: str
    title: str | None
    url: str | None
    published_on: str | None
    published_on_source: str | None
    publisher: str | None
    relayed_from: tuple[str, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    foreign: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, principle or place with the passages that name it.

    `name`, `represents` (an actor's id) and `role` are given for those that no vocabulary lists.
    """

    id: str
    mentions: tuple[Span, ...]
    name: str | None = None
    represents: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is scheduled. `date` is ISO with its precision cut off (2023-03)."""

    id: str
    kind: str
    plover: str | None
    cameo: str | None
    date: str | None
    date_precision: str | None
    ends: str | None
    place: str | None
    convened_by: str | None
    participants: tuple[str, ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Position:
    """One holder, one target, one stance, on one date, proved by one passage."""

    id: str
    holder: str
    voice: str | None
    target: str
    stance: Stance
    modality: Modality
    said_on: str | None
    date_precision: str | None
    via: tuple[str, ...]
    contrast: tuple[str, ...]
    quoted: bool
    confidence: float
    review: Review
    evidence: Span
    event: str | None = None  # the event at which it was stated


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read out of one article."""

    article: ArticleHead
    actors: tuple[Named, ...] = ()
    principles: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The record as a JSON object, keys in a fixed order."""
        return {
            "article": _plain(self.article),
            "actors": [_plain(item) for item in self.actors],
            "principles": [_plain(item) for item in self.principles],
            "places": [_plain(item) for item in self.places],
            "events": [_plain(item) for item in self.events],
            "positions": [_plain(item) for item in self.positions],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Record:
        """A record from its JSON object."""
        head = dict(data["article"])
        for field in ("boilerplate", "foreign"):
            head[field] = _spans(head.get(field, ()))
        head["relayed_from"] = tuple(head.get("relayed_from", ()))
        return cls(
            article=ArticleHead(**head),
            actors=_named(data["actors"]),
            principles=_named(data["principles"]),
            places=_named(data["places"]),
            events=tuple(_event(item) for item in data["events"]),
            positions=tuple(_position(item) for item in data["positions"]),
        )


def _plain(item: Any) -> Any:
    if isinstance(item, Span):
        return item.to_json()
    if isinstance(item, tuple):
        return [_plain(part) for part in item]
    if isinstance(item, StrEnum):
        return item.value
    if hasattr(item, "__dataclass_fields__"):
        return {name: _plain(getattr(item, name)) for name in item.__dataclass_fields__}
    return item


def _spans(items: Any) -> tuple[Span, ...]:
    return tuple(Span.from_json(item) for item in items)


def _named(items: Any) -> tuple[Named, ...]:
    return tuple(Named(**{**item, "mentions": _spans(item["mentions"])}) for item in items)


def _event(item: dict[str, Any]) -> Event:
    fields = dict(item)
    fields["participants"] = tuple(item["participants"])
    fields["evidence"] = Span.from_json(item["evidence"])
    return Event(**fields)


def _position(item: dict[str, Any]) -> Position:
    fields = dict(item)
    fields["via"], fields["contrast"] = tuple(item["via"]), tuple(item["contrast"])
    fields["stance"], fields["modality"] = Stance(item["stance"]), Modality(item["modality"])
    fields["review"] = Review(item["review"])
    fields["evidence"] = Span.from_json(item["evidence"])
    return Position(**fields)
