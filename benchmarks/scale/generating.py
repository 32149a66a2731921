"""Articles that nobody wrote, with the real vocabulary and the skew of real news.

Holders, principles, blocs, outlets and places are drawn by Zipf's law, so that a few of them have a large
share of all positions; each holder has favourite principles and a line that it mostly keeps; years run from
2014 to 2026, later ones have more. The same seed gives the same articles.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import TypeVar

from graph.batch import GraphBatch, batch_of
from loaders.article import Article
from ontology.record import ArticleHead, Event, Modality, Named, Position, Record, Review, Span, Stance
from ontology.vocabulary import Bloc, EventKind, Organization, Person, Place, Principle, State, Vocabulary

LOADED_AT = datetime(2026, 11, 1, tzinfo=UTC)
_FIRST, _LAST = date(2014, 1, 1), date(2026, 10, 31)

# Who and what the news is mostly about; the rest follows in an order made by the seed.
_HEADS = {
    "holder": "RU US CN UA TR IR IL SA DE FR GB IN EG SY KZ BY QA AE JP KP".split(),
    "principle": [
        "eurasian-security",
        "ukraine-settlement",
        "nato-expansion",
        "unilateral-sanctions",
        "multipolarity",
    ],
    "bloc": "NATO EU UN BRICS SCO CSTO CIS ARAB-LEAGUE GCC EAEU OSCE G7".split(),
}
_LANGUAGES, _LANGUAGE_SHARES = ("ar", "ru", "en"), (45, 30, 25)
_REVIEWS = (Review.ACCEPTED, Review.PENDING, Review.CONFIRMED, Review.REJECTED)
_REVIEW_SHARES = (70, 24, 4, 2)
_STANCES = (Stance.ENDORSE, Stance.REJECT, Stance.CONDITIONAL, Stance.NEUTRAL, Stance.AMBIVALENT)
_STANCE_SHARES = (55, 27, 8, 7, 3)
_MODALITIES = tuple(Modality)
_MODALITY_SHARES = (62, 14, 5, 4, 6, 3, 6)
_CONFIDENCE = {Review.ACCEPTED: (0.6, 0.97), Review.PENDING: (0.2, 0.6)}
_SAYINGS = {
    "ar": {
        "endorse": "أكد {voice} أن {holder} تدعم {target}",
        "reject": "قال {voice} إن {holder} ترفض {target}",
    },
    "ru": {
        "endorse": "{voice} заявил, что {holder} поддерживает {target}",
        "reject": "{voice}: {holder} против {target}",
    },
    "en": {
        "endorse": "{voice} said that {holder} supports {target}",
        "reject": "{holder} rejects {target}, {voice} said",
    },
}
_OTHERWISE = {
    "ar": "تطرق {voice} إلى {target} باسم {holder}",
    "ru": "{voice} от имени {holder} высказался о {target}",
    "en": "{voice} spoke of {target} on behalf of {holder}",
}
_THROUGH = {"ar": " في إطار {blocs}", "ru": " в рамках {blocs}", "en": " within {blocs}"}
_FILLERS = {
    "ar": [
        "وجرى خلال اللقاء بحث العلاقات الثنائية وسبل تطويرها في المجالات كافة.",
        "وتناول الجانبان المستجدات على الساحتين الإقليمية والدولية.",
        "ومن المقرر أن تعقد الجولة المقبلة قبل نهاية العام.",
        "وكانت الأطراف قد اتفقت في وقت سابق على مواصلة المشاورات.",
    ],
    "ru": [
        "Стороны обсудили ход двустороннего сотрудничества и планы на следующий год.",
        "Особое внимание было уделено положению дел в регионе.",
        "Следующая встреча пройдет до конца года.",
        "Ранее участники договорились продолжить консультации.",
    ],
    "en": [
        "The sides reviewed the state of their relations and the plans for the coming year.",
        "They exchanged views on the situation in the region and in the world.",
        "The next round is to be held before the end of the year.",
        "The parties had agreed earlier to go on with their consultations.",
    ],
}

T = TypeVar("T")


@dataclass(frozen=True)
class Zipf:
    """Items of which the first is drawn most often, the n-th a n-th as often."""

    items: Sequence[str]
    exponent: float = 1.0
    _weights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        weights = accumulate((rank + 1) ** -self.exponent for rank in range(len(self.items)))
        object.__setattr__(self, "_weights", list(weights))

    def draw(self, dice: random.Random) -> str:
        return dice.choices(self.items, cum_weights=self._weights)[0]

    def several(self, dice: random.Random, most: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.draw(dice) for _ in range(dice.randint(1, most))))


class World:
    """What articles are about: the vocabulary, ranked."""

    def __init__(self, vocabulary: Vocabulary, seed: int) -> None:
        self.vocabulary = vocabulary
        self.dice = random.Random(seed)
        states = self._ranked(State, "holder")
        blocs = self._ranked(Bloc, "bloc")
        persons, bodies = self._ranked(Person), self._ranked(Organization)
        self.holders = Zipf(self._woven(states, blocs, persons[:200], bodies[:100]))
        self.principles = Zipf(self._ranked(Principle, "principle"))
        self.blocs, self.places = Zipf(blocs), Zipf(self._ranked(Place))
        self.outlets = Zipf([item for item in bodies if self._publishes(item)])
        self.kinds = Zipf([entry.id for entry in vocabulary.of_type(EventKind)], 0.7)
        self._voices = self._speakers()
        self._favourites: dict[str, Zipf] = {}

    def _ranked(self, kind: type, heads: str = "") -> list[str]:
        rest = [entry.id for entry in self.vocabulary.of_type(kind)]
        self.dice.shuffle(rest)
        first = {name: at for at, name in enumerate(_HEADS.get(heads, []))}
        return sorted(rest, key=lambda item: first.get(item.partition(":")[2], len(first)))

    def _woven(self, states: list[str], *others: list[str]) -> list[str]:
        """The large states first, then states and others in turn."""
        woven = states[:6]
        queues = [iter(states[6:]), *map(iter, others)]
        for _ in range(max(map(len, (states, *others)))):
            woven += [item for queue in queues if (item := next(queue, ""))]
        return woven

    def _publishes(self, item: str) -> bool:
        entry = self.vocabulary[item]
        return isinstance(entry, Organization) and entry.category in ("outlet", "agency")

    def _speakers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for person in self.vocabulary.of_type(Person):
            for role in person.roles:
                found.setdefault(role.of, []).append(person.id)
        return found

    def voice(self, holder: str) -> str | None:
        if self.dice.random() < 0.25:
            return None
        speakers = self._voices.get(holder, [])
        return Zipf(speakers[:12]).draw(self.dice) if speakers else None

    def target(self, holder: str) -> str:
        chance = self.dice.random()
        if chance < 0.08:
            other = self.holders.draw(self.dice)
            return other if other != holder else self.principles.draw(self.dice)
        if chance < 0.5:
            return self._favourite(holder).draw(self.dice)
        return self.principles.draw(self.dice)

    def _favourite(self, holder: str) -> Zipf:
        if holder not in self._favourites:
            own = random.Random(holder)
            self._favourites[holder] = Zipf(own.sample(self.principles.items, 10))
        return self._favourites[holder]

    def stance(self, holder: str, target: str) -> Stance:
        """Mostly the holder's line on the target."""
        line = random.Random(f"{holder} {target}")
        chosen = line if self.dice.random() < 0.88 else self.dice
        return chosen.choices(_STANCES, _STANCE_SHARES)[0]

    def day(self) -> date:
        """Later years have more articles."""
        return _FIRST + timedelta(int((_LAST - _FIRST).days * self.dice.random() ** 0.6))

    def share(self, items: Sequence[T], shares: Sequence[int]) -> T:
        return self.dice.choices(items, shares)[0]

    def name(self, item: str, language: str) -> str:
        return self.vocabulary[item].name.get(language) or self.vocabulary[item].caption


def batches(positions: int, seed: int = 1) -> Iterator[GraphBatch]:
    """Articles with as many positions in all, as what is written of each."""
    vocabulary = Vocabulary.load()
    world = World(vocabulary, seed)
    left, number = positions, 0
    while left > 0:
        number += 1
        text, record = _article(world, number, min(left, world.dice.randint(1, 13)))
        left -= len(record.positions)
        yield batch_of(record, text, vocabulary, LOADED_AT)


@dataclass(frozen=True)
class _Said:
    holder: str
    voice: str | None
    target: str
    stance: Stance
    via: tuple[str, ...]
    contrast: tuple[str, ...]
    passage: str


def _article(world: World, number: int, positions: int) -> tuple[str, Record]:
    dice, language = world.dice, world.share(_LANGUAGES, _LANGUAGE_SHARES)
    day, speaker = world.day(), world.holders.draw(dice)
    said = [_said(world, language, speaker) for _ in range(positions)]
    title = f"{said[0].passage[:90]} ({number})"
    text = "\n".join([title, *(f"{one.passage}. {dice.choice(_FILLERS[language])}" for one in said)]) + "\n"
    source = Article(text, f"generated/{number}.txt")
    events = _events(world, source, title, day, {one.holder for one in said})
    head = ArticleHead(
        source.id,
        source.path,
        language,
        title,
        f"https://news.example/{number}",
        day.isoformat(),
        "dateline",
        world.outlets.draw(dice),
        world.outlets.several(dice, 2) if dice.random() < 0.2 else (),
    )
    return text, Record(
        article=head,
        actors=_named(
            {who for one in said for who in (one.holder, one.voice, *one.via, *one.contrast) if who}, text
        ),
        principles=_named({one.target for one in said if one.target.startswith("principle:")}, text),
        places=_named({event.place for event in events if event.place}, text),
        events=events,
        positions=tuple(_positions(world, source, text, day, said, events)),
    )


def _said(world: World, language: str, speaker: str) -> _Said:
    dice = world.dice
    holder = speaker if dice.random() < 0.6 else world.holders.draw(dice)
    voice, target = world.voice(holder), world.target(holder)
    stance = world.stance(holder, target)
    via = world.blocs.several(dice, 3) if dice.random() < 0.3 else ()
    contrast = world.blocs.several(dice, 2) if dice.random() < 0.08 else ()
    words = _SAYINGS[language].get(stance.value, _OTHERWISE[language])
    names = {"holder": holder, "voice": voice or holder, "target": target}
    passage = words.format(**{key: world.name(item, language) for key, item in names.items()})
    if via:
        passage += _THROUGH[language].format(blocs=", ".join(world.name(bloc, language) for bloc in via))
    own = {holder}
    return _Said(
        holder,
        voice,
        target,
        stance,
        tuple(b for b in via if b not in own),
        tuple(b for b in contrast if b not in {*own, *via}),
        passage,
    )


def _events(world: World, source: Article, title: str, day: date, holders: set[str]) -> tuple[Event, ...]:
    return tuple(_event(world, source, title, day, holders, at) for at in range(world.dice.choice((1, 1, 2))))


def _event(world: World, source: Article, title: str, day: date, holders: set[str], at: int) -> Event:
    dice, kind = world.dice, world.vocabulary[world.kinds.draw(world.dice)]
    assert isinstance(kind, EventKind)
    when = day - timedelta(at * dice.randint(1, 90))
    convener = world.blocs.draw(dice) if dice.random() < 0.3 else None
    return Event(
        _id("event", source.id, at),
        kind.id,
        kind.plover,
        kind.cameo,
        when.isoformat(),
        "day",
        (when + timedelta(2)).isoformat() if dice.random() < 0.1 else None,
        world.places.draw(dice) if dice.random() < 0.7 else None,
        convener,
        tuple(sorted({*sorted(holders)[:4], *world.holders.several(dice, 2)})),
        Span(0, len(title), title),
    )


def _positions(
    world: World, source: Article, text: str, day: date, said: list[_Said], events: tuple[Event, ...]
) -> Iterator[Position]:
    end = 0
    for at, one in enumerate(said):
        start = text.index(one.passage, text.index("\n") if at == 0 else end)
        end = start + len(one.passage)
        review = world.share(_REVIEWS, _REVIEW_SHARES)
        when, precision = _when(world.dice, day)
        yield Position(
            _id("position", source.id, at),
            one.holder,
            one.voice,
            one.target,
            one.stance,
            world.share(_MODALITIES, _MODALITY_SHARES),
            when,
            precision,
            one.via,
            one.contrast,
            world.dice.random() < 0.4,
            round(world.dice.uniform(*_CONFIDENCE.get(review, (0.4, 0.97))), 2),
            review,
            Span(start, end, one.passage),
            events[0].id if world.dice.random() < 0.7 else None,
        )


def _when(dice: random.Random, day: date) -> tuple[str | None, str | None]:
    chance = dice.random()
    if chance < 0.01:
        return None, None
    if chance < 0.03:
        return day.isoformat()[:7], "month"
    return (day - timedelta(dice.randint(1, 400)) if chance < 0.1 else day).isoformat(), "day"


def _named(ids: set[str], text: str) -> tuple[Named, ...]:
    return tuple(Named(item, (Span(0, 1, text[:1]),)) for item in sorted(ids))


def _id(kind: str, article: str, at: int) -> str:
    return f"{kind}:{hashlib.sha256(f'{kind} {article} {at}'.encode()).hexdigest()[:16]}"
