"""Which places an article tells of, and at which event each position was stated.

Reads events, positions and mentions; adds the places that count and `Position.event`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.event_kinds import MEETINGS, OCCASIONS, SAID
from loaders.positions.scene import as_place, dateline_city
from loaders.reading.document import Document
from loaders.reading.mentions import Mention
from ontology.record import Event, Position
from ontology.vocabulary import Place

_NO_MATTER = frozenset({"city", "resort", "site", "continent"})
_STATED = OCCASIONS | MEETINGS | {"agreement"}


def places_of(
    document: Document, mentions: tuple[Mention, ...], events: tuple[Event, ...]
) -> Iterator[tuple[str, Mention]]:
    """The places that count: where events happen, and the regions that the text speaks of.

    A city far from any event (a dateline, a home, a way-point) is none, nor is a whole continent.
    """
    venues = {event.place for event in events}
    city = dateline_city(document)
    told = _sentences_of(document, events)
    firsts = [sentence.first for sentence in document.sentences]
    for mention in mentions if city is None else (*mentions, city):
        place = as_place(document.vocabulary, mention)
        beside = mention is not city and bisect_right(firsts, mention.first) - 1 in told
        if place and (
            place in venues or (mention.kind == "place" and (beside or _spoken_of(document, place)))
        ):
            yield place, mention


def _sentences_of(document: Document, events: tuple[Event, ...]) -> set[int]:
    """The sentences in which events are told."""
    starts = [sentence.start for sentence in document.sentences]
    return {bisect_right(starts, event.evidence.start) - 1 for event in events}


def _spoken_of(document: Document, place: str) -> bool:
    entry = document.vocabulary.items.get(place)
    return not isinstance(entry, Place) or entry.category not in _NO_MATTER


def event_of(events: tuple[Event, ...], voice: str | None, holder: str, at: int) -> Event | None:
    """The event at which somebody's words at offset `at` were said.

    It is the last one before them of which he (else the holder) was the speaker, before one at
    which he only took part; without one before, the first after.
    """
    who = voice or holder
    present = [event for event in events if who in event.participants and event.kind in _STATED]
    spoken = [event for event in present if event.kind in SAID] or present
    before = [event for event in spoken if event.evidence.start <= at]
    if before:
        return max(before, key=lambda event: event.evidence.start)
    return min(spoken, key=lambda event: event.evidence.start, default=None)


def stated_at(
    positions: tuple[Position, ...], events: tuple[Event, ...], published: str | None
) -> tuple[Position, ...]:
    """The positions with the event at which each was stated, and its day where that is earlier."""
    return tuple(_stated(position, events, published) for position in positions)


def _stated(position: Position, events: tuple[Event, ...], published: str | None) -> Position:
    event = event_of(events, position.voice, position.holder, position.evidence.start)
    if event is None or (published and event.date and event.date > published):
        return position
    if event.kind in SAID and event.date and event.date_precision == "day":
        return replace(position, event=event.id, said_on=event.date)
    return replace(position, event=event.id)
