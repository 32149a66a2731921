"""Whether a record that another extractor made may be believed: nothing unproved is stored or printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import islice
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from loaders.article import Article
from ontology.errors import RecordRefused
from ontology.record import Event, Named, Position, Record, Review, Span
from ontology.vocabulary import EventKind, RoleKind, Vocabulary

ACTORS = ("state", "bloc", "org", "person")
_OWN_ACTORS = ("org", "person")  # kinds of which an article may name somebody whom no vocabulary lists
_ID = re.compile(r"[a-z]+:[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
_TOLD = 3
_SHOWN = 60
_PRECISIONS = {"day": 10, "month": 7, "year": 4}


def check_record(record: Record, article: Article, vocabulary: Vocabulary) -> None:
    """Raise RecordRefused unless the record is whole, of this article, and proved by its text."""
    if faults := list(islice(_faults(record, article, vocabulary), _TOLD)):
        raise RecordRefused(
            f"The extractor's record of {article.path} is refused, and nothing of it is taken: "
            f"{'; '.join(faults)}."
        )


def _faults(record: Record, article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    """What is wrong with a record: its types first, as nothing else can be judged without them."""
    mistyped = list(islice(_mistyped(record, Record, "the record"), _TOLD))
    if mistyped:
        yield from mistyped
        return
    if record.article.id != article.id:
        yield f"it is of {record.article.id}, not of {article.id}"
    for where, span in _spans(record):
        yield from _span_faults(span, where, article.text)
    yield from _Ids(record, vocabulary).faults()
    yield from _repeated(record)
    for position in record.positions:
        yield from _position_faults(position, {event.id for event in record.events})
    for event in record.events:
        yield from _date_faults(event.date, event.date_precision, event.id)
    yield from _date_faults(record.article.published_on, "day", "the article")


# --- types -----------------------------------------------------------------------------------------


def _mistyped(value: Any, kind: Any, where: str) -> Iterator[str]:
    """Where a value, or anything inside it, is not of its declared type."""
    if get_origin(kind) is tuple:
        if not isinstance(value, tuple):
            yield f"{where} is no tuple"
            return
        for number, item in enumerate(value, 1):
            yield from _mistyped(item, get_args(kind)[0], f"{where} {number}")
    elif isinstance(kind, type) and is_dataclass(kind):
        if not isinstance(value, kind):
            yield f"{where} is no {kind.__name__}"
            return
        for name, hint in _hints(kind).items():
            yield from _mistyped(getattr(value, name), hint, f"{where}: {name}")
    elif not _plainly(value, kind):
        yield f"{where} is {short(repr(value))}, no {getattr(kind, '__name__', kind)}"


def _plainly(value: Any, kind: Any) -> bool:
    if get_origin(kind) is UnionType:
        return any(_plainly(value, part) for part in get_args(kind))
    if issubclass(kind, Enum):
        return isinstance(value, kind)
    return type(value) is kind or (kind is float and type(value) is int)


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}


# --- passages --------------------------------------------------------------------------------------


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    """Every passage of a record, with what it is the passage of."""
    for span in (*record.article.boilerplate, *record.article.foreign):
        yield "the layout", span
    named: Iterable[Named] = (*record.actors, *record.principles, *record.places)
    for item in named:
        yield from ((item.id, span) for span in item.mentions)
    proved: Iterable[Position | Event] = (*record.positions, *record.events)
    for proof in proved:
        yield proof.id, proof.evidence


def _span_faults(span: Span, where: str, text: str) -> Iterator[str]:
    if not 0 <= span.start < span.end <= len(text):
        yield f"{where}: {span.start}–{span.end} is no passage of a text of {len(text)} characters"
    elif text[span.start : span.end] != span.text:
        yield f"{where}: «{short(span.text)}» does not stand at {span.start}–{span.end} of the text"


# --- ids -------------------------------------------------------------------------------------------


class _Ids:
    """Which ids may stand where: those of the vocabulary, and the actors that the record itself names."""

    def __init__(self, record: Record, vocabulary: Vocabulary) -> None:
        self._record = record
        self._vocabulary = vocabulary
        self._own = {item.id for item in record.actors if item.name and _is_id(item.id, _OWN_ACTORS)}

    def faults(self) -> Iterator[str]:
        """Every id that is unknown or of the wrong kind."""
        yield from (
            f"{where}: {item!r} is no known {' or '.join(kinds)}"
            for where, item, kinds in self._used()
            if item is not None and not self._fits(item, kinds)
        )
        for event in self._record.events:
            if not isinstance(self._vocabulary.items.get(event.kind), EventKind):
                yield f"{event.id}: {event.kind!r} is no known kind of event"
        for actor in self._record.actors:
            if actor.role is not None and not isinstance(self._vocabulary.items.get(actor.role), RoleKind):
                yield f"{actor.id}: {actor.role!r} is no known role"

    def _fits(self, item: str, kinds: tuple[str, ...]) -> bool:
        known = item in self._vocabulary or (item in self._own and item.partition(":")[0] in ACTORS)
        return known and _is_id(item, kinds)

    def _used(self) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
        head = self._record.article
        for outlet in (head.publisher, *head.relayed_from):
            yield "the article", outlet, ("org",)
        for kinds, items in (
            (ACTORS, self._record.actors),
            (("principle",), self._record.principles),
            (("place",), self._record.places),
        ):
            for item in items:
                yield "its lists", item.id, kinds
                yield item.id, item.represents, ACTORS
        for position in self._record.positions:
            yield from self._of_position(position)
        for event in self._record.events:
            yield from self._of_event(event)

    def _of_position(self, item: Position) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
        yield item.id, item.holder, ACTORS
        yield item.id, item.voice, ACTORS
        yield item.id, item.target, ("principle", *ACTORS)
        for bloc in (*item.via, *item.contrast):
            yield item.id, bloc, ("bloc",)

    def _of_event(self, item: Event) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
        yield item.id, item.place, ("place",)
        for actor in (item.convened_by, *item.participants):
            yield item.id, actor, ACTORS


def _is_id(item: str, kinds: tuple[str, ...]) -> bool:
    return _ID.fullmatch(item) is not None and item.partition(":")[0] in kinds


def _repeated(record: Record) -> Iterator[str]:
    """Ids that two things have, and ids of the wrong form."""
    proved: tuple[tuple[str, Iterable[Position | Event]], ...] = (
        ("position", record.positions),
        ("event", record.events),
    )
    for kind, items in proved:
        ids = [item.id for item in items]
        yield from (f"{item!r} is no id of a {kind}" for item in ids if not _is_id(item, (kind,)))
        yield from (f"{item} stands for two things" for item in sorted(set(ids)) if ids.count(item) > 1)


# --- judgements and dates --------------------------------------------------------------------------


def _position_faults(item: Position, events: set[str]) -> Iterator[str]:
    if not 0 <= item.confidence <= 1:
        yield f"{item.id}: its confidence {item.confidence} is no probability"
    if item.review not in (Review.ACCEPTED, Review.PENDING):
        yield f"{item.id}: it is {item.review.value}, which only a person may say"
    if item.holder == item.target:
        yield f"{item.id}: {item.holder} would hold it towards itself"
    if item.event is not None and item.event not in events:
        yield f"{item.id}: its event {item.event} is not in the record"
    yield from _date_faults(item.said_on, item.date_precision, item.id)


def _date_faults(day: str | None, precision: str | None, where: str) -> Iterator[str]:
    """A date is ISO, cut off at its precision."""
    if day is None:
        return
    if _PRECISIONS.get(precision or "") != len(day) or not _is_date(day + "-01-01"[len(day) - 4 :]):
        yield f"{where}: {short(day)!r} is no ISO date to the {precision}"


def _is_date(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def short(text: str) -> str:
    """The beginning of a stranger's text, as it may be printed anywhere."""
    plain = text[:_SHOWN].encode("utf-8", "replace").decode()
    return plain if len(text) <= _SHOWN else plain + "…"
