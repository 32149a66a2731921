"""What happened or is scheduled: events with kind, date, place and participants.

Reads happenings (phrases that name an event), mentions, dates and clauses; adds `Event`s. Phrases of
one kind on one day with a participant in common are one happening.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from loaders.positions.speech import Clause
from loaders.reading.dates import DateMention, find_dates
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Happening, Reference, Topic
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from ontology.record import Event, Span
from ontology.vocabulary import EventKind

# Where somebody's words were said: its speaker takes part, though the sentence may not name him again.
_VENUES = frozenset(
    {"press-conference", "interview", "address", "video-message", "statement-issued", "phone-call", "talks"}
)
_CONVENED = frozenset({"ministerial-meeting", "summit", "session", "anniversary", "forum", "conference"})
_MEETINGS = frozenset({"talks", "bilateral-meeting"})
_NEAR = 14


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase that names an event, with what stands around it."""

    kind: str
    day: str | None
    precision: str | None
    ends: str | None
    dated: bool
    place: str | None
    convened_by: str | None
    participants: tuple[str, ...]
    evidence: Span
    quoted: bool


def find_events(document: Document, mentions: tuple[Mention, ...], clauses: tuple[Clause, ...]) -> tuple[Event, ...]:
    """Every event that the article tells of, one for each happening, in order of the text."""
    found: list[_Found] = []
    for sentence in document.sentences:
        if sentence.kind in (Kind.TITLE, Kind.HEADING):
            continue
        for one in _of_sentence(document, sentence, mentions, clauses):
            _merge(found, one)
    return tuple(_event(document, one) for one in found if one.participants)


def _of_sentence(
    document: Document, sentence: Sentence, mentions: tuple[Mention, ...], clauses: tuple[Clause, ...]
) -> Iterator[_Found]:
    dates = _dates(document, sentence)
    inside = [m for m in mentions if sentence.first <= m.first < sentence.last and m.how != "demonym"]
    for hit in _happenings(sentence):
        yield _around(document, sentence, hit, inside, dates, clauses)


def _happenings(sentence: Sentence) -> list[Hit[Happening]]:
    """Longest phrases first; none inside a principle's words."""
    hits = [h for h in sentence.hits if isinstance(h.sense, Happening)]
    topics = {w for h in sentence.hits if isinstance(h.sense, Topic) for w in range(h.start, h.end)}
    hits.sort(key=lambda h: (h.start - h.end, h.start))
    taken: set[int] = set()
    kept: list[Hit[Happening]] = []
    for hit in hits:
        words = set(range(hit.start, hit.end))
        if words & taken or words <= topics:
            continue
        taken |= words
        kept.append(hit)  # type: ignore[arg-type]
    return sorted(kept, key=lambda h: h.start)


def _dates(document: Document, sentence: Sentence) -> tuple[DateMention, ...]:
    published = document.layout.published_on
    anchor = date.fromisoformat(published) if published else None
    return tuple(find_dates(document.text, sentence.start, sentence.end, document.language.code, anchor))


def _around(
    document: Document,
    sentence: Sentence,
    hit: Hit[Happening],
    inside: list[Mention],
    dates: tuple[DateMention, ...],
    clauses: tuple[Clause, ...],
) -> _Found:
    kind = hit.sense.kind
    day = _nearest_date(document, hit, dates)
    near = [m for m in inside if abs(m.first - hit.start) <= _NEAR]
    return _Found(
        kind=kind,
        day=day.iso if day else document.layout.published_on,
        precision=day.precision if day else ("day" if document.layout.published_on else None),
        ends=day.ends if day else None,
        dated=day is not None,
        place=next((m.id for m in near if m.kind == "place" and m.first >= hit.start - 4), None),
        convened_by=_convener(kind, hit, near),
        participants=_participants(document, sentence, kind, hit, near, clauses),
        evidence=_evidence(document, hit, near),
        quoted=document.quote_at(document.words.starts[hit.start]) is not None,
    )


def _nearest_date(document: Document, hit: Hit[Happening], dates: tuple[DateMention, ...]) -> DateMention | None:
    at = document.words.starts[hit.start]
    known = [d for d in dates if d.iso]
    return min(known, key=lambda d: abs(d.start - at), default=None)


def _convener(kind: str, hit: Hit[Happening], near: list[Mention]) -> str | None:
    if kind not in _CONVENED:
        return None
    return next((m.id for m in near if m.kind == "bloc" and hit.start <= m.first <= hit.end + 6), None)


def _participants(
    document: Document,
    sentence: Sentence,
    kind: str,
    hit: Hit[Happening],
    near: list[Mention],
    clauses: tuple[Clause, ...],
) -> tuple[str, ...]:
    ids: list[str] = []
    speaker = next((c.speaker for c in clauses if c.sentence == sentence.index and not c.speaker.nobody), None)
    if kind in _VENUES and speaker:
        ids += [speaker.voice] if speaker.voice else []
        ids += speaker.holders
    for mention in near:
        if mention.kind in ("person", "state", "bloc"):
            ids.append(mention.id)
            if mention.state and mention.kind == "person":
                ids.append(mention.state)
    if any(isinstance(h.sense, Reference) and h.sense.kind == "both_states" for h in sentence.hits):
        ids += [h for c in clauses if c.sentence == sentence.index for h in c.holders]
    return tuple(dict.fromkeys(i for i in ids if not i.startswith("place:")))


def _evidence(document: Document, hit: Hit[Happening], near: list[Mention]) -> Span:
    first = hit.start
    last = hit.end
    for mention in near:
        if mention.kind != "place" and 0 <= mention.first - last <= 3:
            last = mention.last
            break
    return document.span(first, last)


def _merge(found: list[_Found], one: _Found) -> None:
    """Add a happening, or join it to the one that it tells of again."""
    for index, known in enumerate(found):
        if _same(known, one):
            found[index] = replace(
                known,
                day=one.day if one.dated and not known.dated else known.day,
                precision=one.precision if one.dated and not known.dated else known.precision,
                ends=known.ends or one.ends,
                dated=known.dated or one.dated,
                place=known.place or one.place,
                convened_by=known.convened_by or one.convened_by,
                participants=tuple(dict.fromkeys(known.participants + one.participants)),
            )
            return
    found.append(one)


def _same(one: _Found, other: _Found) -> bool:
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and not kinds <= _MEETINGS:
        return False
    if one.dated and other.dated and (one.day or "")[:10] != (other.day or "")[:10]:
        return False
    return True


def _event(document: Document, found: _Found) -> Event:
    entry = document.vocabulary.items.get(found.kind)
    plover = entry.plover if isinstance(entry, EventKind) else None
    cameo = entry.cameo if isinstance(entry, EventKind) else None
    key = "|".join([found.kind, found.day or "", *sorted(found.participants)])
    return Event(
        id=f"event:{hashlib.sha256(key.encode()).hexdigest()[:16]}",
        kind=found.kind,
        plover=plover,
        cameo=cameo,
        date=found.day,
        date_precision=found.precision,
        ends=found.ends,
        place=found.place,
        convened_by=found.convened_by,
        participants=found.participants,
        evidence=found.evidence,
    )
