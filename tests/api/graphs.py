"""Small graphs that are hard on queries, and questions to them, for hypothesis.

A graph is a vocabulary of its own and a few records. What is drawn is what makes answers differ: equal days
and names, offices and standings that touch or overlap, several ways to a wider principle, reports of one
event that contradict each other, and whatever may be missing. Texts are invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from graph.batch import batch_of, first_day, last_day, precision, vocabulary_batch
from graph.store import Store
from loaders.article import Article
from ontology.record import ArticleHead, Event, Modality, Named, Position, Record, Review, Span, Stance
from ontology.vocabulary import (
    Bloc,
    Entry,
    Membership,
    Organization,
    Person,
    Place,
    Principle,
    Role,
    State,
    Vocabulary,
)
from queries.names import LABELS
from queries.registry import NamedQuery, Parameter, load
from queries.values import LARGEST

STATES = ("state:RU", "state:CN", "state:KZ")
BLOCS = ("bloc:CSTO", "bloc:SCO", "bloc:NATO")
BODIES = ("org:tass", "org:rt")
PERSONS = ("person:sergey-lavrov", "person:wang-yi")
PRINCIPLES = tuple(f"principle:{name}" for name in ("wide", "middle", "narrow", "other"))
PLACES = ("place:moscow", "place:beijing")

# Only articles vouch for these.
STRANGERS = ("person:some-body", "org:some-body")
STRANGE_PRINCIPLE, STRANGE_PLACE = "principle:some-plan", "place:some-town"

# What most positions and questions are about.
_BUSY = ("state:RU", "state:CN", "bloc:CSTO", "person:sergey-lavrov", *PRINCIPLES[:2])

ACTORS = (*STATES, *BLOCS, *BODIES, *PERSONS, *STRANGERS)

# Letters beyond U+FFFF, but none just below: one store sorts by code points, the other by halves of UTF-16.
_NAMES = ("Zebra", "zebra", "Ёлка", "Россия", "روسيا", 'A "b", \\c; d\'e', "Ω 🕊 É", "Beijing", "a", "🕊")
_WORDS = ("One passage.", "مقطع “واحد”, 🕊", 'Он\tсказал: "да"; \\n\nnext line', "É é &amp; <b>$x</b> {y}")
_DAYS = ("2021", "2021-12", "2022", "2022-01", "2022-01-01", "2022-01-02", "2024-02-29", "1999-12-31", None)
_ASKED = ("today", "0001", "9999", "2021", "2021-12-31", "2022-01", "2022-01-01", "2022-01-02", "2024-02")
_WIDE = {"from": ("0001", "2021") * 3, "to": ("9999", "today") * 3, "on": ("2022", "today") * 2}
_SOMETIMES, _RARELY = (True, *[False] * 3), (True, *[False] * 9)
_CONFIDENCES = (0.0, 0.1 + 0.2, 1 / 3, 0.5, 1e-7, 0.91, 1.0)
_ROLES = ("president", "foreign-minister", "spokesperson")
_STATUSES = ("member", "member", "observer", "suspended")
_KINDS = ("talks", "summit", "statement")


@dataclass(frozen=True)
class World:
    """A graph, as what it is made of."""

    vocabulary: Vocabulary
    articles: tuple[tuple[str, Record], ...]

    def ids(self) -> list[str]:
        """Every id that a question may name."""
        made = [
            item
            for _, record in self.articles
            for item in (record.article.id, *(event.id for event in record.events))
        ]
        return [*self.vocabulary.items, *STRANGERS, STRANGE_PRINCIPLE, *made]


@dataclass(frozen=True)
class Question:
    """A named query with values as somebody types them."""

    query: NamedQuery
    given: dict[str, str]


def write(store: Store, world: World) -> None:
    """Make a store hold this graph and nothing else."""
    store.reset()
    store.write(vocabulary_batch(world.vocabulary))
    for text, record in world.articles:
        store.write(batch_of(record, text, world.vocabulary, datetime(2026, 1, 1, tzinfo=UTC)))


# --- the vocabulary --------------------------------------------------------------------------------------


def _one(*items: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(items)


def _some(items: Sequence[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(items), unique=True, max_size=most).map(tuple)


def _several(item: st.SearchStrategy[Any], most: int, key: Callable[[Any], Any], least: int = 0) -> Any:
    return st.lists(item, min_size=least, max_size=most, unique_by=key).map(tuple)


_names = st.one_of(
    st.fixed_dictionaries({"en": _one(*_NAMES)}),
    st.fixed_dictionaries({"ar": _one(*_NAMES), "ru": _one(*_NAMES)}),
)


def _in_order(item: Role | Membership) -> bool:
    return not (item.start and item.end) or item.start[: len(item.end)] <= item.end


_days = _one(*_DAYS)
_roles = _several(
    st.builds(Role, _one(*STATES, *BLOCS, *BODIES), _one(*_ROLES), _days, _days).filter(_in_order),
    3,
    lambda role: (role.of, role.role, first_day(role.start), last_day(role.end)),
)
_memberships = _several(
    st.builds(
        Membership,
        _one(*BLOCS[:1] * 3, *BLOCS),
        _one(*STATES[:2] * 2, *STATES),
        _one(*_STATUSES),
        _days,
        _days,
        _one("a", "b"),
    ).filter(_in_order),
    8,
    lambda item: (item.bloc, item.state, item.status, first_day(item.start), first_day(item.end)),
    least=3,
)


@st.composite
def _vocabularies(draw: st.DrawFn) -> Vocabulary:
    entries: list[Entry] = [
        *(State(id=item, name=draw(_names)) for item in STATES),
        *(Bloc(id=item, name=draw(_names)) for item in BLOCS),
        *(Organization(id=item, name=draw(_names)) for item in BODIES),
        *(Person(id=item, name=draw(_names), roles=draw(_roles)) for item in PERSONS),
        *(Place(id=item, name=draw(_names)) for item in PLACES),
    ]
    for at, item in enumerate(PRINCIPLES):
        wider = draw(_some(PRINCIPLES[:at], at)) if at else ()
        entries.append(Principle(id=item, name=draw(_names), category="norm", broader=wider))
    memberships = draw(_memberships)
    version = hashlib.sha256(repr((entries, memberships)).encode()).hexdigest()
    return Vocabulary({entry.id: entry for entry in entries}, memberships, version)


# --- records ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Said:
    """A position before its article is known; `at` says at which of the article's events it was stated."""

    holder: str
    voice: str | None
    target: str
    stance: Stance
    modality: Modality
    day: str | None
    via: tuple[str, ...]
    contrast: tuple[str, ...]
    quoted: bool
    confidence: float
    review: Review
    words: str
    at: int | None


_targets = _one(*PRINCIPLES[:3] * 4, *PRINCIPLES, STRANGE_PRINCIPLE, "state:CN", "state:RU", "bloc:NATO")
_positions = st.builds(
    _Said,
    holder=_one(*["state:RU", "state:CN"] * 12, *ACTORS),
    voice=_one(None, *[*PERSONS, "org:tass"] * 4, *ACTORS),
    target=_targets,
    stance=_one(*Stance),
    modality=_one(*Modality),
    day=_one(*_DAYS),
    via=_some(BLOCS, 3),
    contrast=_some(BLOCS, 2),
    quoted=st.booleans(),
    confidence=_one(*_CONFIDENCES),
    review=_one(*[Review.ACCEPTED, Review.CONFIRMED] * 2, *Review),
    words=_one(*_WORDS),
    at=_one(None, 0, 1),
)


@st.composite
def _events(draw: st.DrawFn) -> Event:
    """An event that other articles may report too, with other sides or at another place."""
    kind, day, which = draw(_one(*_KINDS)), draw(_one(*_DAYS)), draw(_one(1, 2))
    later = [end for end in _DAYS if day and end and last_day(end) >= first_day(day)]  # type: ignore[operator]
    return Event(
        id=_id("event", f"{kind}|{day}|{which}"),
        kind=kind,
        plover=draw(_one(None, "CONSULT")),
        cameo=None,
        date=day,
        date_precision=precision(day),
        ends=draw(_one(None, *later)),
        place=draw(_one(None, *PLACES, STRANGE_PLACE)),
        convened_by=draw(_one(None, *ACTORS)),
        participants=draw(_some(ACTORS, 4)),
        evidence=Span(0, 0, ""),
    )


_articles = st.fixed_dictionaries(
    {
        "language": _one("en", "ar", "ru", "fr"),
        "published_on": _one(None, "2022-01-01", "2024-02-29"),
        "publisher": _one(None, *BODIES, "org:some-body"),
        "relayed_from": _some((*BODIES, "org:some-body"), 2),
        "events": _several(_events(), 2, lambda event: event.id),
        "said": st.lists(_positions, min_size=2, max_size=7),
        "name": _one(None, *_NAMES),
        "mentions": st.integers(0, 3),
        "represents": _one(None, *STATES, *BODIES),
        "role": _one(None, *_ROLES),
        "extra": _some((*ACTORS, *PRINCIPLES, *PLACES), 3),
    }
)


def _id(kind: str, seed: str) -> str:
    return f"{kind}:{hashlib.sha256(seed.encode()).hexdigest()[:16]}"


def _article(number: int, drawn: dict[str, Any]) -> tuple[str, Record]:
    said: list[_Said] = drawn["said"]
    title = f"Article {number}"
    text = "\n".join((title, *(one.words for one in said), ""))
    source = Article(text, f"{number}.txt")
    head = ArticleHead(
        source.id,
        source.path,
        drawn["language"],
        title,
        None,
        drawn["published_on"],
        "dateline" if drawn["published_on"] else None,
        drawn["publisher"],
        drawn["relayed_from"],
    )
    events = tuple(_evidenced(event, text, title) for event in drawn["events"])
    positions = tuple(_position(source.id, text, at, one, events) for at, one in enumerate(said))
    named = _mentioned(positions, events, drawn)
    return text, Record(
        article=head,
        actors=tuple(_named(item, text, drawn) for item in named if item in ACTORS),
        principles=tuple(_named(item, text, drawn) for item in named if item.startswith("principle:")),
        places=tuple(_named(item, text, drawn) for item in named if item.startswith("place:")),
        events=events,
        positions=positions,
    )


def _evidenced(event: Event, text: str, title: str) -> Event:
    fields = {name: getattr(event, name) for name in event.__dataclass_fields__}
    return Event(**{**fields, "evidence": Span.of(text, 0, len(title))})


def _position(article: str, text: str, at: int, said: _Said, events: Sequence[Event]) -> Position:
    start = text.index(said.words)
    return Position(
        id=_id("position", f"{article}|{at}"),
        holder=said.holder,
        voice=said.voice,
        target=said.target,
        stance=said.stance,
        modality=said.modality,
        said_on=said.day,
        date_precision=precision(said.day),
        via=said.via,
        contrast=said.contrast,
        quoted=said.quoted,
        confidence=said.confidence,
        review=said.review,
        evidence=Span.of(text, start, start + len(said.words)),
        event=events[said.at].id if said.at is not None and said.at < len(events) else None,
    )


def _mentioned(positions: Iterable[Position], events: Iterable[Event], drawn: dict[str, Any]) -> list[str]:
    named = {end for one in positions for end in (one.holder, one.voice, one.target, *one.via, *one.contrast)}
    for event in events:
        named |= {event.place, event.convened_by, *event.participants}
    return sorted({*named, *drawn["extra"]} - {None})  # type: ignore[arg-type]


def _named(item: str, text: str, drawn: dict[str, Any]) -> Named:
    # The second mention goes over the end of a line.
    ends = [(0, 7), (5, 12), (0, 9)][: drawn["mentions"]]
    spans = tuple(Span.of(text, start, end) for start, end in reversed(ends))
    if item not in (*STRANGERS, STRANGE_PRINCIPLE, STRANGE_PLACE):
        return Named(item, spans)
    office = item.startswith("person:") and drawn["represents"]
    return Named(item, spans, drawn["name"], office or None, drawn["role"] if office else None)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A graph."""
    drawn = draw(st.lists(_articles, min_size=1, max_size=4))
    return World(draw(_vocabularies()), tuple(_article(at, one) for at, one in enumerate(drawn)))


# --- questions -------------------------------------------------------------------------------------------


@st.composite
def questions(draw: st.DrawFn, world: World, query: NamedQuery) -> Question:
    """One question of a kind to a graph; of ten, one has a wrong or a strange value."""
    given = {
        item.name: draw(_values(item, world.ids()))
        for item in query.parameters
        if item.required or draw(_one(*_SOMETIMES))
    }
    if not draw(_one(*_RARELY)) and given.get("from", "") > given.get("to", "~"):
        given["from"], given["to"] = given["to"], given["from"]
    if query.parameters and draw(_one(*_RARELY)):
        item = draw(_one(*query.parameters))
        given[item.name] = draw(_strange(item))
    return Question(query, given)


def _values(item: Parameter, ids: Sequence[str]) -> st.SearchStrategy[str]:
    match item.type:
        case "id":
            prefixes = {prefix for label in item.of for prefix in LABELS[label]}
            known = [one for one in ids if one.partition(":")[0] in prefixes] or ["event:none"]
            return _one(*[one for one in known if one in _BUSY] * 4, *known)
        case "date":
            return _one(*_WIDE.get(item.name, ()), *_ASKED)
        case "choice":
            return _one(*item.choices)
        case "integer":
            return _one("0", "1", "2", "3", str(LARGEST))
        case "boolean":
            return _one("true", "true", "false")
    return _one(*_KINDS)


def _strange(item: Parameter) -> st.SearchStrategy[str]:
    match item.type:
        case "id":
            # Known to nobody, to the vocabulary alone, of another kind, with signs that mean something.
            kind = LABELS[item.of[0]][0]
            return _one(f"{kind}:none", "state:FR", "bloc:EU", "principle:wide", f'{kind}:"\\>}}{{ #?x')
        case "date":
            return _one("2022-13", "0000", "2023-02-29", "yesterday", "2022-1-1")
        case "choice":
            return _one("other", "Member", "'")
        case "integer":
            return _one("-1", "many", str(LARGEST + 1), "1.0")
        case "boolean":
            return _one("perhaps", "2")
    return _one("nothing of the kind", "talks' OR true", '"\\')


def every_question(world: World, each: int) -> st.SearchStrategy[list[Question]]:
    """So many questions of each kind."""
    every = [questions(world, query) for query in load().values() for _ in range(each)]
    return st.tuples(*every).map(list)
