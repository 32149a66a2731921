"""What happened or is scheduled: events with kind, date, place and participants.

Reads what phrases name happenings (loaders.positions.happenings), joins those that tell of the same
one (loaders.positions.merging), and adds the event in which the article's statements were made where
nothing names it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from loaders.positions.clauses import Clause
from loaders.positions.event_kinds import ALIKE, CONVENED, GATHERINGS, OCCASIONS, SAID, TEXTS, TWO_SIDED
from loaders.positions.happenings import Found, read_happenings
from loaders.positions.merging import Ledger, exactness, sides_of
from loaders.positions.scene import dateline_city, read_scenes
from loaders.reading.document import Document
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention
from ontology.record import Event
from ontology.vocabulary import Bloc, EventKind, Place

_OF_SITTINGS = frozenset({"summit", "forum", "conference"})
_LEAD = 2  # sentences of the body in which an article says who speaks
_NEWS = 3  # sentences of the body that tell the day's news
_SHORTLY = 2  # days
_DAY = len("2024-01-01")
_EVIDENCE = 6  # words of a statement that prove that it was made


def find_events(
    document: Document, mentions: tuple[Mention, ...], clauses: tuple[Clause, ...]
) -> tuple[Event, ...]:
    """Every event that the article tells of, one for each happening, in order of the text."""
    body = [s.index for s in document.sentences if s.kind not in (Kind.TITLE, Kind.HEADING)]
    order = {index: number for number, index in enumerate(body)}
    ledger = Ledger()
    for scene in read_scenes(document, mentions, clauses):
        for found in read_happenings(document, scene, order.get(scene.sentence.index)):
            ledger.add(found)
    called = [_called(document, one, clauses, mentions) for one in ledger.found]
    left = any(one.kind in TEXTS and not one.headline for one in called)
    known = [one for one in called if not one.headline or one.form == "act" or one.kind in TEXTS]
    known = [one for one in known if not (left and one.headline and one.kind in TEXTS)]
    known += _titled(ledger.titles, ledger.found, known)
    opening = _opening_statement(document, clauses, frozenset(body[:_LEAD]), known)
    known = [*([_as_spoken(opening, ledger.unsure)] if opening else []), *known]
    news = frozenset(body[:_NEWS])
    told = [_voiced(_between_both(one, clauses), clauses, news) for one in _authored(known)]
    told = [one for one in told if not _part_of_another(one, told)]
    told = [
        _attended(one, clauses, document.layout.published_on) if one.sentence in news else one for one in told
    ]
    told = [one for one in told if one.participants or one.places or one.convened_by]
    return tuple(_events(document, _at_home(document, told, news)))


def _titled(titles: list[Found], found: list[Found], known: list[Found]) -> list[Found]:
    """What only the title of a transcript or a communiqué names: the gathering, and what was said there."""
    gatherings = [one for one in (*found, *titles) if one.headline and one.kind in GATHERINGS]
    met = [one for one in gatherings if one.convened_by and not any(_meets(k, one) for k in known)]
    said = [
        one
        for one in titles
        if one.kind in SAID
        and ((one.voice or "").startswith("person:") or (one.form == "name" and one.participants))
        and not any(k.kind in SAID | TEXTS for k in known)
    ]
    return [*met[:1], *sorted(said, key=exactness)[-1:]]


def _meets(known: Found, one: Found) -> bool:
    """Whether somebody of a gathering is known to have met."""
    return known.kind in GATHERINGS and (known.bare or bool(set(known.participants) & set(one.participants)))


def _part_of_another(one: Found, told: list[Found]) -> bool:
    """Whether an address only tells another way how the day's words were said, or at which gathering."""
    if _repeats_text(one, told) or _sits_in(one, told) or _of_speaker(one, told):
        return True
    if one.kind != "address":
        return False
    around = (SAID - {"address"}) | (GATHERINGS if one.form == "act" else frozenset())
    same_day = (other for other in told if other is not one and other.day == one.day)
    return any(other.kind in around and _share(one, other) for other in same_day)


def _share(one: Found, other: Found) -> bool:
    """Whether two happenings have somebody in common: a person, where both name persons."""
    sets = [set(found.participants) for found in (one, other)]
    people = [{party for party in parties if party.startswith("person:")} for parties in sets]
    if one.kind in SAID and other.kind in SAID and all(people):
        sets = people
    return bool(sets[0] & sets[1])


def _repeats_text(one: Found, told: list[Found]) -> bool:
    """Whether "it says in the document" only tells of a text that several are known to have left."""
    people = any(party.startswith("person:") for party in one.participants)
    if one.kind != "statement-issued" or people or not one.participants:
        return False
    texts = (other for other in told if other.kind in TEXTS and not other.headline)
    return any(set(one.participants) <= {*other.participants, other.convened_by} for other in texts)


def _of_speaker(one: Found, told: list[Found]) -> bool:
    """Whether what a ministry is told to have said was said that day by the person who speaks for it."""
    if one.kind != "statement-issued" or any(p.startswith("person:") for p in one.participants):
        return False
    said = (other for other in told if other.kind in SAID and other is not one and other.day == one.day)
    spoken = (o for o in said if any(p.startswith("person:") for p in o.participants))
    return any(set(one.participants) <= set(other.participants) for other in spoken)


def _sits_in(one: Found, told: list[Found]) -> bool:
    """Whether a sitting that nobody convened, nowhere, is one of a summit or forum of the same day."""
    if one.kind != "session" or one.convened_by or one.places:
        return False
    return any(other.kind in _OF_SITTINGS and (other.day == one.day or not one.dated) for other in told)


def _called(
    document: Document, one: Found, clauses: tuple[Clause, ...], mentions: tuple[Mention, ...]
) -> Found:
    """A gathering somewhere that names nobody, with the bloc that was said last to hold a position.

    Where none was, it is the bloc named last before it, if the gathering is known by its place.
    """
    named = one.participants or one.convened_by
    if one.kind in ("conference", "forum", "anniversary") and not named:
        return _hosted(document, one)
    if one.kind == "election" and not named:
        return _at_the_polls(document, one, mentions)
    told = one.kind == "talks" or (one.kind == "session" and one.form == "act")  # by whoever held them
    if told or one.kind not in CONVENED & GATHERINGS or named or not one.places:
        return one
    held = (
        holder
        for clause in reversed(clauses)
        if clause.sentence <= one.sentence
        for holder in clause.holders
        if isinstance(document.vocabulary.items.get(holder), Bloc)
    )
    bloc = next(held, None)
    return replace(one, convened_by=bloc, participants=(bloc,)) if bloc else one


def _at_the_polls(document: Document, one: Found, mentions: tuple[Mention, ...]) -> Found:
    """An election that names no state, in the one that was spoken of last."""
    end = document.sentences[one.sentence].last
    state = next((m.id for m in reversed(mentions) if m.kind == "state" and m.first < end), None)
    return replace(one, participants=(state,)) if state else one


def _hosted(document: Document, one: Found) -> Found:
    """A conference of nobody's in a capital, which that state convenes."""
    places = (document.vocabulary.items.get(place) for place in one.places)
    state = next((p.capital_of for p in places if isinstance(p, Place) and p.capital_of), None)
    return replace(one, convened_by=state, participants=(state,)) if state else one


def _attended(one: Found, clauses: tuple[Clause, ...], published: str | None) -> Found:
    """The day's gathering, with those whose words the article reports, where it names none of them."""
    people = any(p.startswith("person:") for p in one.participants)
    if people or one.kind not in GATHERINGS - TWO_SIDED or not _recent(one.day, published):
        return one
    voices = (c.speaker.voice for c in clauses if c.level == "report")
    who = tuple(dict.fromkeys(voice for voice in voices if voice and voice.startswith("person:")))
    return replace(one, participants=(*one.participants, *who))


def _voiced(one: Found, clauses: tuple[Clause, ...], news: frozenset[int]) -> Found:
    """A happening that names only states, with whoever spoke for each of them last, or in the news next."""
    people = (p for p in one.participants if p.startswith("person:"))
    if one.kind not in SAID | TWO_SIDED or not one.participants or next(people, None):
        return one
    spoken = [c for c in clauses if (c.speaker.voice or "").startswith("person:")]
    before = [c for c in reversed(spoken) if c.sentence <= one.sentence]
    behind = [c for c in spoken if c.sentence > one.sentence] if one.sentence in news else []
    voices = (
        next((c.speaker.voice for c in (*before, *behind) if party in c.speaker.holders), None)
        for party in one.participants
    )
    heard = dict.fromkeys(voice for voice in voices if voice)
    return replace(one, participants=(*heard, *one.participants)) if heard else one


def _between_both(one: Found, clauses: tuple[Clause, ...]) -> Found:
    """A call or meeting that names no person, of two who spoke right before: جاء ذلك في مكالمة هاتفية."""
    if one.kind not in TWO_SIDED or any(p.startswith("person:") for p in one.participants):
        return one
    before = (c.speaker for c in clauses if one.sentence - 1 <= c.sentence <= one.sentence)
    both = next((speaker for speaker in before if len(speaker.each) > 1), None)
    if both is None:
        return one
    who = (*(voice for _, voice in both.each), *both.holders, *one.participants)
    return replace(one, participants=tuple(dict.fromkeys(who)))


def _authored(known: list[Found]) -> Iterator[Found]:
    """The happenings, each text with the bloc whose gathering left it, or with those who gathered."""
    met = (one for one in known if one.kind in GATHERINGS)
    gathering = next((one for one in met if one.participants or one.convened_by), None)
    for one in known:
        if gathering is None or one.kind not in TEXTS:
            yield one
            continue
        convener = (gathering.convened_by,) if gathering.convened_by else ()
        whose = one.participants or gathering.participants or convener
        bloc = convener if one.day == gathering.day else ()
        yield replace(one, participants=tuple(dict.fromkeys((*whose, *bloc))))


def _at_home(document: Document, known: list[Found], news: frozenset[int]) -> Iterator[Found]:
    """The happenings, with the dateline's city for a gathering of the day that names no place."""
    city = dateline_city(document)
    for one in known:
        there = city is not None and not one.places and one.kind in GATHERINGS | {"vote"}
        if city and there and one.sentence in news and _recent(one.day, document.layout.published_on):
            yield replace(one, places=(city.id,))
        else:
            yield one


def _recent(day: str | None, published: str | None) -> bool:
    """Whether a day is the article's, or shortly before it."""
    if day is None or published is None or len(day) < _DAY:
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(day)).days <= _SHORTLY


def _opening_statement(
    document: Document, clauses: tuple[Clause, ...], lead: frozenset[int], known: list[Found]
) -> Found | None:
    """The statement that an article reports when it names no occasion for it."""
    clause = next(
        (c for c in clauses if c.sentence in lead and c.level == "report" and not c.speaker.nobody), None
    )
    if clause is None or clause.verb is None or not clause.verb.listed:
        return None
    bloc = any(holder.startswith("bloc:") for holder in clause.speaker.holders)
    denounced = bloc and clause.verb.effect == "minus" and clause.own_act
    if not (denounced if clause.speaker.voice is None else clause.verb.says):
        return None
    speaker, published = clause.speaker, document.layout.published_on
    who = tuple(dict.fromkeys(i for i in (speaker.voice, *speaker.holders) if i))
    occasions = [one for one in known if one.kind in OCCASIONS and not _to_come(one, published)]
    if any(set(who) & set(one.participants) for one in occasions):
        return None
    if any(one.day == published and one.kind not in SAID for one in occasions):
        return None
    return Found(
        kind="statement-issued",
        form="act",
        sentence=clause.sentence,
        day=published,
        precision="day" if published else None,
        ends=None,
        dated=False,
        places=(),
        convened_by=None,
        participants=who,
        evidence=document.span(
            clause.verb_at, max(min(clause.verb_at + _EVIDENCE, clause.last), clause.verb_at + 1)
        ),
        voice=speaker.voice,
        staged=True,
        headline=False,
        certain=True,
    )


def _as_spoken(opening: Found, unsure: list[Found]) -> Found:
    """The statement of an article as later words show it was made: in answer to a question."""
    kinds = (one.kind for one in unsure if one.voice == opening.voice and one.kind == "press-conference")
    return replace(opening, kind=next(kinds, opening.kind))


def _to_come(one: Found, published: str | None) -> bool:
    """Whether a happening still lies ahead of the article: nothing was said there yet."""
    return one.ahead or bool(published and one.day and one.day > published)


def _events(document: Document, known: Iterable[Found]) -> Iterator[Event]:
    taken: set[str] = set()
    for one in known:
        key = _key(document, one)
        while key in taken:  # the same sides met twice that day
            key += "|again"
        taken.add(key)
        entry = document.vocabulary.items.get(one.kind)
        yield Event(
            id=f"event:{hashlib.sha256(key.encode()).hexdigest()[:16]}",
            kind=one.kind,
            plover=entry.plover if isinstance(entry, EventKind) else None,
            cameo=entry.cameo if isinstance(entry, EventKind) else None,
            date=one.day,
            date_precision=one.precision,
            ends=one.ends,
            place=next(iter(one.places), None),
            convened_by=one.convened_by,
            participants=one.participants,
            evidence=one.evidence,
        )


def _key(document: Document, found: Found) -> str:
    """What makes a happening the same in two articles: its kind, its day, and what never varies of it.

    A bloc's gathering is known by the bloc, somebody's words by whose they are, a meeting by its two
    sides, else by its place. Without a day nothing tells one from the next: it is this article's own.
    """
    kind = "talks" if found.kind in ALIKE and not found.convened_by else found.kind
    return f"{kind}|{found.day or document.article.id}|{_identity(found)}"


def _identity(found: Found) -> str:
    if found.kind in SAID and found.voice:
        return found.voice
    if found.convened_by and found.kind in GATHERINGS:
        return found.convened_by
    sides = sorted(side for side in sides_of(found) if side.startswith("state:"))
    if len(sides) > 2 and found.places:
        return found.places[0]
    return "|".join(sides or sorted(found.participants) or sorted(found.places))
