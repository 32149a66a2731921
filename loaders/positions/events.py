"""What happened or is scheduled: events with kind, date, place and participants.

Reads what phrases name happenings (loaders.positions.happenings), joins those that tell of the same
one, and adds the event in which the article's statements were made where nothing names it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from loaders.positions.happenings import GATHERINGS, SAID, TEXTS, Found, read_happenings, said_first
from loaders.positions.scene import dateline_city, read_scenes
from loaders.positions.speech import Clause
from loaders.reading.document import Document
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention
from ontology.record import Event
from ontology.vocabulary import EventKind

# What a bare word may refer back to besides its own kind.
_REFERS: dict[str, frozenset[str]] = {
    "talks": frozenset({"bilateral-meeting", "ministerial-meeting", "summit", "session"}),
    "bilateral-meeting": frozenset({"talks", "ministerial-meeting", "summit", "session"}),
    "ministerial-meeting": frozenset({"talks", "bilateral-meeting", "summit", "session"}),
    "session": frozenset({"summit", "ministerial-meeting", "talks"}),
    "summit": frozenset({"forum"}),
    "conference": frozenset({"forum", "press-conference"}),
    "statement-issued": frozenset({"joint-statement", "video-message", "document-adopted", *SAID}),
    "joint-statement": frozenset({"document-adopted", "statement-issued"}),
    "address": SAID,
    "video-message": SAID,
    "interview": SAID,
    "press-conference": SAID,
}
_ALIKE = frozenset({"talks", "bilateral-meeting", "ministerial-meeting", "session"})
_TWO_SIDED = frozenset({"talks", "bilateral-meeting", "phone-call", "visit"})
_OCCASIONS = (
    SAID | GATHERINGS | {"joint-statement", "document-adopted", "phone-call", "vote"}
)  # where people speak
_LEAD = 2
_DAY = len("2024-01-01")
_SHORTLY = 2  # days
_NEWS = 3  # sentences of the body that tell the day's news


def find_events(
    document: Document, mentions: tuple[Mention, ...], clauses: tuple[Clause, ...]
) -> tuple[Event, ...]:
    """Every event that the article tells of, one for each happening, in order of the text."""
    body = [s.index for s in document.sentences if s.kind not in (Kind.TITLE, Kind.HEADING)]
    order = {index: number for number, index in enumerate(body)}
    ledger = _Ledger()
    for scene in read_scenes(document, mentions, clauses):
        for found in read_happenings(document, scene, order.get(scene.sentence.index)):
            ledger.add(found)
    known = [one for one in ledger.found if not one.headline or one.form == "act"]
    opening = _opening_statement(document, clauses, frozenset(body[:_LEAD]), known)
    if opening:
        known.insert(0, opening)
    city = dateline_city(document)
    home = city.id if city else None
    told = frozenset(body[:_NEWS])
    return tuple(
        _event(document, _at_home(one, home, document.layout.published_on, told))
        for one in known
        if one.participants or one.places or one.convened_by
    )


def _at_home(found: Found, home: str | None, published: str | None, told: frozenset[int]) -> Found:
    """A gathering that is the day's news and names no place, given the dateline's city."""
    if home is None or found.places or found.kind not in GATHERINGS | {"vote"} or found.sentence not in told:
        return found
    return replace(found, places=(home,)) if _recent(found.day, published) else found


def _recent(day: str | None, published: str | None) -> bool:
    """Whether a day is the article's, or shortly before it."""
    if day is None or published is None or len(day) < _DAY:
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(day)).days <= _SHORTLY


class _Ledger:
    """The happenings told so far; each new telling joins the one it repeats."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def add(self, one: Found) -> None:
        if one.kind in TEXTS and not one.participants:
            one = self._of_gathering(one)
        for index in range(len(self.found) - 1, -1, -1):
            if _same(self.found[index], one):
                self.found[index] = _joined(self.found[index], one)
                return
        if one.certain and not (one.headline and one.kind in SAID):
            self.found.append(one)

    def _of_gathering(self, one: Found) -> Found:
        """A text that names nobody, given to the gathering told of last."""
        last = next((known for known in reversed(self.found) if known.kind in GATHERINGS), None)
        if last is None:
            return one
        whose = (last.convened_by,) if last.convened_by else last.participants
        return replace(one, participants=whose, day=one.day if one.dated else last.day)


def _same(known: Found, one: Found) -> bool:
    """Whether two tellings are of one happening."""
    if not _kinds_agree(known, one) or not _dates_agree(known, one):
        return False
    if known.kind in SAID and one.kind in SAID:
        return known.voice is None or one.voice is None or known.voice == one.voice
    if _differ(known.convened_by, one.convened_by) or _places_differ(known, one):
        return False
    if one.bare and not one.certain:
        return True
    shared = set(known.participants) & set(one.participants)
    if known.sentence == one.sentence and known.kind == one.kind and not (known.dated and one.dated):
        return bool(shared) or not one.participants or not known.participants or one.kind not in _TWO_SIDED
    if one.kind in _TWO_SIDED:
        return _nested(_sides(known), _sides(one)) and bool(shared)
    same_convener = known.convened_by is not None and known.convened_by == one.convened_by
    return (
        known.kind == "vote"
        or bool(shared)
        or same_convener
        or not one.participants
        or not known.participants
    )


def _kinds_agree(known: Found, one: Found) -> bool:
    if known.kind == one.kind:
        return True
    if one.bare:
        return known.kind in _REFERS.get(one.kind, frozenset())
    if known.kind in SAID and one.kind in SAID:
        return True
    return known.kind in _ALIKE and one.kind in _ALIKE and len(_sides(known) & _sides(one)) > 1


def _dates_agree(known: Found, one: Found) -> bool:
    if not (known.dated and one.dated) and (one.bare or not one.dated or known.day is None):
        return True
    size = min(len(known.day or ""), len(one.day or ""))
    return (known.day or "")[:size] == (one.day or "")[:size]


def _differ(known: str | None, one: str | None) -> bool:
    return known is not None and one is not None and known != one


def _places_differ(known: Found, one: Found) -> bool:
    return bool(known.places) and bool(one.places) and not set(known.places) & set(one.places)


def _sides(found: Found) -> set[str]:
    return {p for p in found.participants if not p.startswith("person:")}


def _nested(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _joined(known: Found, one: Found) -> Found:
    dated = one if one.dated and (not known.dated or len(one.day or "") > len(known.day or "")) else known
    joining = one.participants if one.staged or not one.bare else ()
    weak = known.kind == "statement-issued" and one.kind in SAID and not one.bare
    return replace(
        known,
        evidence=one.evidence if known.headline else known.evidence,
        headline=known.headline and one.headline,
        kind=one.kind if weak else known.kind,
        day=dated.day,
        precision=dated.precision,
        ends=known.ends or one.ends,
        dated=known.dated or one.dated,
        places=tuple(dict.fromkeys(known.places + one.places)),
        convened_by=known.convened_by or one.convened_by,
        participants=tuple(dict.fromkeys(known.participants + joining)),
    )


def _opening_statement(
    document: Document, clauses: tuple[Clause, ...], lead: frozenset[int], known: list[Found]
) -> Found | None:
    """The statement that an article reports when it names no occasion for it."""
    clause = said_first(clauses, lead)
    if clause is None or clause.verb is None or not clause.verb.says:
        return None
    speaker = clause.speaker
    sides = tuple(i for i in (speaker.voice, *speaker.holders) if i)
    published = document.layout.published_on
    occasions = [one for one in known if one.kind in _OCCASIONS]
    if any(set(sides) & set(one.participants) or one.day == published for one in occasions):
        return None
    last = min(clause.verb_at + 6, clause.last) if clause.last > clause.verb_at else clause.verb_at + 1
    return Found(
        kind="statement-issued",
        sentence=clause.sentence,
        day=published,
        precision="day" if published else None,
        ends=None,
        dated=False,
        places=(),
        convened_by=None,
        participants=tuple(dict.fromkeys(sides)),
        evidence=document.span(clause.verb_at, last),
        headline=False,
        bare=False,
        certain=True,
        voice=speaker.voice,
    )


def _event(document: Document, found: Found) -> Event:
    entry = document.vocabulary.items.get(found.kind)
    return Event(
        id=_event_id(document, found),
        kind=found.kind,
        plover=entry.plover if isinstance(entry, EventKind) else None,
        cameo=entry.cameo if isinstance(entry, EventKind) else None,
        date=found.day,
        date_precision=found.precision,
        ends=found.ends,
        place=next(iter(found.places), None),
        convened_by=found.convened_by,
        participants=found.participants,
        evidence=found.evidence,
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes a happening the same in two articles: its kind, its day and what never varies of it."""

    kind: str
    day: str
    who: str

    def id(self) -> str:
        text = f"{self.kind}|{self.day}|{self.who}"
        return f"event:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _event_id(document: Document, found: Found) -> str:
    """An id that another article's report of the same happening has too.

    A bloc's gathering is known by the bloc, somebody's words by whose they are, a meeting by its
    sides. Without a day nothing tells one from the next: then it is this article's own.
    """
    day = found.day or document.article.id
    if found.kind in SAID:
        return _Key(found.kind, day, found.voice or "|".join(sorted(found.participants))).id()
    if found.convened_by and found.kind in GATHERINGS:
        return _Key(found.kind, day, found.convened_by).id()
    kind = "talks" if found.kind in _ALIKE else found.kind
    return _Key(kind, day, "|".join(sorted(_sides(found) or found.participants))).id()
