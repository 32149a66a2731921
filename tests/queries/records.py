"""Small records written by hand: invented statements in invented articles, enough for every question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.batch import batch_of, vocabulary_batch
from graph.store import Store
from loaders.article import Article
from ontology.record import ArticleHead, Event, Modality, Named, Position, Record, Review, Span, Stance
from ontology.vocabulary import Vocabulary

RU, CN, US, KZ = "state:RU", "state:CN", "state:US", "state:KZ"
LAVROV, WANG = "person:sergey-lavrov", "person:wang-yi"
SECURITY, CIS_SECURITY = "principle:eurasian-security", "principle:cis-security"
EXPANSION, SANCTIONS = "principle:nato-expansion", "principle:unilateral-sanctions"
BLOCS = tuple(f"bloc:{name}" for name in ("CIS", "CSTO", "EAEU", "NATO", "OSCE", "SCO"))
CIS, CSTO, EAEU, NATO, OSCE, SCO = BLOCS


@dataclass(frozen=True)
class Said:
    holder: str
    target: str
    stance: str
    passage: str
    voice: str | None = None
    via: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    review: str = "accepted"
    confidence: float = 0.9
    said_on: str | None = None


def article(
    name: str,
    day: str | None,
    *said: Said,
    language: str = "en",
    publisher: str | None = None,
    participants: tuple[str, ...] = (),
    place: str | None = None,
    relayed: tuple[str, ...] = (),
) -> tuple[str, Record]:
    """A text made of the passages, and its record."""
    text = f"{name}\n" + "\n".join(one.passage for one in said) + "\n"
    source = Article(text, f"{name}.txt")
    events = _events(source.id, text, day, participants, place)
    positions = tuple(_position(source.id, text, day, at, one, events) for at, one in enumerate(said))
    actors = {one.holder for one in said} | {one.voice for one in said if one.voice} | set(participants)
    head = ArticleHead(
        source.id, source.path, language, name, None, day, "dateline" if day else None, publisher, relayed
    )
    mention = (Span.of(text, 0, len(name)),)
    record = Record(
        article=head,
        actors=tuple(Named(item, mention) for item in sorted(actors)),
        principles=tuple(Named(item, mention) for item in sorted({one.target for one in said})),
        places=(Named(place, mention),) if place else (),
        events=events,
        positions=positions,
    )
    return text, record


def _events(
    article_id: str, text: str, day: str | None, who: tuple[str, ...], place: str | None
) -> tuple[Event, ...]:
    if not who:
        return ()
    evidence = Span.of(text, 0, text.index("\n"))
    return (
        Event(
            _id("event", article_id),
            "talks",
            "CONSULT",
            None,
            day,
            "day" if day else None,
            None,
            place,
            None,
            who,
            evidence,
        ),
    )


def _position(
    article_id: str, text: str, day: str | None, at: int, said: Said, events: tuple[Event, ...]
) -> Position:
    start = text.index(said.passage)
    when = said.said_on or day
    return Position(
        id=_id("position", f"{article_id}|{at}"),
        holder=said.holder,
        voice=said.voice,
        target=said.target,
        stance=Stance(said.stance),
        modality=Modality.ASSERTS,
        said_on=when,
        date_precision={4: "year", 7: "month", 10: "day"}[len(when)] if when else None,
        via=said.via,
        contrast=said.contrast,
        quoted=False,
        confidence=said.confidence,
        review=Review(said.review),
        evidence=Span.of(text, start, start + len(said.passage)),
        event=events[0].id if events else None,
    )


def _id(kind: str, seed: str) -> str:
    return f"{kind}:{hashlib.sha256(seed.encode()).hexdigest()[:16]}"


ARTICLES = (
    article(
        "Meeting of 2021",
        "2021-12-08",
        Said(
            RU,
            CIS_SECURITY,
            "endorse",
            "Russia sees the security of the CIS countries in the CIS, CSTO and SCO.",
            LAVROV,
            (CIS, CSTO, SCO),
        ),
        Said(RU, EXPANSION, "reject", "Russia rejects that NATO moves eastward.", LAVROV),
        Said(KZ, CIS_SECURITY, "conditional", "Kazakhstan supports it if all members agree.", None, (CSTO,)),
        participants=(LAVROV, KZ),
        place="place:moscow",
        publisher="org:tass",
    ),
    article(
        "كلمة عام 2023",
        "2023-07-12",
        Said(
            RU,
            SECURITY,
            "endorse",
            "تدعو روسيا إلى الأمن الأوراسي عبر منظمات عدة.",
            LAVROV,
            (CIS, CSTO, EAEU, SCO),
        ),
        Said(
            RU, SECURITY, "endorse", "موقف ينتظر المراجعة.", LAVROV, (NATO,), review="pending", confidence=0.4
        ),
        Said(US, EXPANSION, "endorse", "تؤيد الولايات المتحدة توسع الحلف.", None, (NATO,)),
        language="ar",
        publisher="org:rt",
        relayed=("org:tass",),
    ),
    article(
        "Talks of 2024",
        "2024-04-09",
        Said(
            RU,
            SECURITY,
            "endorse",
            "Lavrov said that NATO and the OSCE have lost their part here.",
            LAVROV,
            (),
            (NATO, OSCE),
        ),
        Said(CN, SECURITY, "endorse", "Wang said that China supports security in Eurasia.", WANG, (SCO,)),
        Said(CN, EXPANSION, "neutral", "China takes note of the debate on NATO.", WANG),
        Said(US, SECURITY, "reject", "Washington rejects the plan for Eurasia.", None, (), (SCO,)),
        Said(CN, SANCTIONS, "reject", "China rejects unilateral sanctions.", WANG),
        Said(RU, SANCTIONS, "reject", "Russia rejects unilateral sanctions too.", LAVROV),
        participants=(LAVROV, WANG),
        place="place:beijing",
        publisher="org:xinhua",
    ),
    article(
        "Later turn",
        "2025-02-01",
        Said(US, EXPANSION, "reject", "Washington now rejects a further enlargement of NATO."),
        Said(KZ, SECURITY, "endorse", "Kazakhstan spoke for security in Eurasia in 2025.", said_on="2025"),
        participants=(US, RU),
    ),
    article(
        "Undated note", None, Said(KZ, SANCTIONS, "ambivalent", "Kazakhstan sees two sides of sanctions.")
    ),
)

FLAGSHIP = [
    ("2021-12-08", "CIS", "VIA"), ("2021-12-08", "CSTO", "VIA"), ("2021-12-08", "SCO", "VIA"),
    ("2023-07-12", "CIS", "VIA"), ("2023-07-12", "CSTO", "VIA"), ("2023-07-12", "EAEU", "VIA"),
    ("2023-07-12", "SCO", "VIA"), ("2024-04-09", "NATO", "CONTRASTS"), ("2024-04-09", "OSCE", "CONTRASTS"),
]  # fmt: skip


def fill(store: Store, articles: Iterable[tuple[str, Record]] = ARTICLES) -> Store:
    """A store that holds the vocabulary and the articles, and nothing else."""
    vocabulary = Vocabulary.load()
    store.reset()
    store.write(vocabulary_batch(vocabulary))
    for text, record in articles:
        store.write(batch_of(record, text, vocabulary, datetime(2026, 1, 1, tzinfo=UTC)))
    return store
