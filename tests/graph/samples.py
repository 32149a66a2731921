"""A small vocabulary and records made by hand: stores are tested without a loader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from graph.batch import GraphBatch, batch_of
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

LOADED_AT = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


def vocabulary(version: str = "one", without: Sequence[str] = ()) -> Vocabulary:
    """Three states, three blocs, a minister, two principles, an agency and a city."""
    entries: list[Entry] = [
        State(id="state:RU", name={"ar": "روسيا", "ru": "Россия", "en": "Russia"}, qid="Q159", iso2="RU"),
        State(id="state:CN", name={"en": "China"}, iso2="CN"),
        State(id="state:UZ", name={"en": "Uzbekistan"}, iso2="UZ"),
        Bloc(id="bloc:CSTO", name={"en": "CSTO"}, founded="1992-05-15"),
        Bloc(id="bloc:SCO", name={"en": "SCO"}),
        Bloc(id="bloc:NATO", name={"en": "NATO"}),
        Person(
            id="person:lavrov",
            name={"ar": "لافروف", "en": "Sergey Lavrov"},
            roles=(
                Role("state:RU", "foreign minister", "2004-03-09"),
                Role("state:RU", "envoy", "1994", "2004"),
            ),
        ),
        Organization(id="org:tass", name={"en": "TASS"}, category="agency", of="state:RU"),
        Place(id="place:beijing", name={"en": "Beijing"}, category="city", within="state:CN"),
        Principle(id="principle:eurasian-security", name={"en": "Eurasian security"}, category="order"),
        Principle(
            id="principle:cis-security",
            name={"en": "security of the CIS countries"},
            category="issue",
            broader=("principle:eurasian-security",),
        ),
    ]
    memberships = (
        Membership("bloc:CSTO", "state:RU", "member", "1994-04-20", None, "https://example.org/csto"),
        Membership("bloc:CSTO", "state:UZ", "member", "1994-04", "1999-04-02", "https://example.org/csto"),
        Membership("bloc:CSTO", "state:UZ", "member", "2006", "2012-12-19", "https://example.org/csto"),
    )
    items = {entry.id: entry for entry in entries if entry.id not in without}
    return Vocabulary(items, memberships, version)


VOCABULARY = vocabulary()


def article_id(text: str) -> str:
    """The id that the text gives the article."""
    return "article:" + hashlib.sha256(text.encode()).hexdigest()[:16]


def span(text: str, words: str) -> Span:
    """The passage of the text that has the words."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def head(text: str, path: str = "articles/one.txt", language: str = "ar") -> ArticleHead:
    """An article's head."""
    return ArticleHead(
        id=article_id(text),
        path=path,
        language=language,
        title=text.splitlines()[0],
        url=None,
        published_on="2024-04-09",
        published_on_source="dateline",
        publisher=None,
        relayed_from=("org:tass",),
    )


def position(
    text: str, words: str, target: str, stance: Stance = Stance.ENDORSE, **fields: object
) -> Position:
    """A position of Russia, voiced by its minister."""
    key = hashlib.sha256(f"{article_id(text)}{words}{target}".encode()).hexdigest()[:12]
    made = Position(
        id=f"position:{key}",
        holder="state:RU",
        voice="person:lavrov",
        target=target,
        stance=stance,
        modality=Modality.ASSERTS,
        said_on="2024-04-09",
        date_precision="day",
        via=("bloc:CSTO",),
        contrast=("bloc:NATO",),
        quoted=True,
        confidence=0.91,
        review=Review.ACCEPTED,
        evidence=span(text, words),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def event(text: str, words: str, name: str = "talks-beijing", participants: Sequence[str] = ()) -> Event:
    """Talks in Beijing."""
    return Event(
        id=f"event:{name}",
        kind="talks",
        plover="CONSULT",
        cameo=None,
        date="2024-04",
        date_precision="month",
        ends=None,
        place="place:beijing",
        convened_by="state:CN",
        participants=tuple(participants) or ("person:lavrov", "state:CN"),
        evidence=span(text, words),
    )


TEXT = "محادثات في بكين\nقال لافروف إن الأمن الأوراسي مهم.\nوأكد هاكان فيدان ذلك."


def record(text: str = TEXT, path: str = "articles/one.txt", confidence: float = 0.91) -> Record:
    """An article with a position, an event and a person whom no vocabulary lists."""
    said = text.splitlines()[1]
    return Record(
        article=head(text, path),
        actors=(
            Named("state:RU", ()),
            Named("person:lavrov", (span(text, "لافروف"),)),
            Named("person:hakan-fidan", (span(text, "هاكان فيدان"),), "هاكان فيدان", "state:CN", "minister"),
        ),
        principles=(Named("principle:eurasian-security", (span(text, "الأمن الأوراسي"),)),),
        places=(Named("place:beijing", (span(text, "بكين"),)),),
        events=(event(text, "محادثات في بكين"),),
        positions=(
            position(
                text, said, "principle:eurasian-security", confidence=confidence, event="event:talks-beijing"
            ),
        ),
    )


def batch(made: Record, text: str = TEXT, origin: str | None = None) -> GraphBatch:
    """What is written of a record."""
    return batch_of(made, text, VOCABULARY, LOADED_AT, origin)


def generated(number: int) -> tuple[Record, str]:
    """One of many articles: ten positions, each towards a principle."""
    lines = [f"تقرير {number}", *(f"قال لافروف في الجملة {number}-{line} شيئا." for line in range(10))]
    text = "\n".join(lines)
    targets = ("principle:eurasian-security", "principle:cis-security")
    made = Record(
        article=head(text, f"articles/{number}.txt"),
        actors=(Named("person:lavrov", tuple(span(text, line) for line in lines[1:])),),
        positions=tuple(
            position(text, line, targets[index % 2], said_on=f"2024-0{1 + index % 9}", date_precision="month")
            for index, line in enumerate(lines[1:])
        ),
    )
    return made, text
