"""From an article to its record: the components of extraction in their order.

Each component is a pure function that says what it reads and what it adds:

    read_document    article             → layout, words, sentences, quotations
    find_mentions    document            → who and what is named
    find_topics      document, mentions  → which principles are named
    attribute        document, mentions  → clauses with voice and holders
    weigh            clauses, topics     → holder, target, stance
    link_blocs …     candidates          → via, contrast
    find_events      document, mentions  → events

`trace` keeps what each of them added; `extract` gives the record alone.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from loaders.article import Article
from loaders.explanation import Explanation, Judged, Outcome
from loaders.positions.attribution import attribute
from loaders.positions.blocs import link_blocs
from loaders.positions.candidates import Candidate, Passed, Target
from loaders.positions.clauses import Clause
from loaders.positions.confidence import Key, Standing, confidence, position_of, review, standings
from loaders.positions.events import find_events
from loaders.positions.left_out import contrasts
from loaders.positions.occasions import places_of, stated_at
from loaders.positions.stances import weigh
from loaders.positions.topics import find_topics
from loaders.reading.document import Document, read_document
from loaders.reading.mentions import Mention
from loaders.reading.naming.reader import find_mentions
from ontology.record import ArticleHead, Modality, Named, Position, Record, Review, Span, Stance
from ontology.vocabulary import Organization, Vocabulary


def extract(article: Article, vocabulary: Vocabulary, today: date | None = None) -> Record:
    """The record of one article. The same text, vocabulary and day give the same record.

    `today` bounds publication dates that stand without a year; it is the day of loading.
    """
    return trace(article, vocabulary, today).record


def trace(article: Article, vocabulary: Vocabulary, today: date | None = None) -> Explanation:
    """The record of one article with all that led to it, and all that was dropped on the way."""
    document = read_document(article, vocabulary, today)
    mentions = find_mentions(document, document.layout.published_on)
    topics = find_topics(document, mentions)
    clauses = attribute(document, mentions)
    weighed = weigh(document, clauses, topics, mentions)
    judged = _judge(document, weighed, clauses, topics, mentions)
    events = find_events(document, mentions, clauses)
    positions = stated_at(_positions(judged), events, document.layout.published_on)
    record = Record(
        article=_head(document),
        actors=_actors(document, mentions, clauses, positions),
        principles=_principles(document, topics, positions),
        places=_named(document, places_of(document, mentions, events)),
        events=events,
        positions=positions,
    )
    passed = tuple(item for item in weighed if isinstance(item, Passed))
    return Explanation(document, mentions, topics, clauses, judged, passed, record)


def _head(document: Document) -> ArticleHead:
    article, layout = document.article, document.layout
    return ArticleHead(
        id=article.id,
        path=article.path,
        language=layout.language,
        title=layout.title,
        url=article.url,
        published_on=layout.published_on,
        published_on_source=layout.published_on_source,
        publisher=layout.publisher,
        relayed_from=layout.relayed_from,
        boilerplate=layout.boilerplate,
        foreign=layout.foreign,
    )


def _actors(
    document: Document,
    mentions: tuple[Mention, ...],
    clauses: tuple[Clause, ...],
    positions: tuple[Position, ...],
) -> tuple[Named, ...]:
    """Everybody named or referred to; ministries and outlets only where they speak."""
    voices = {position.voice for position in positions} | {clause.speaker.voice for clause in clauses}
    held = {position.holder for position in positions}
    judged = {position.target for position in positions}

    def counted(item: str) -> bool:
        entry = document.vocabulary.items.get(item)
        if isinstance(entry, Organization) and entry.category in ("agency", "outlet", "ministry", None):
            return item in voices or item in held
        return True

    pairs = []
    for mention in mentions:
        if mention.kind == "place" or mention.how == "demonym":
            continue
        if mention.how == "conduct" and mention.id not in judged | held:
            continue  # "the American policy" alone names no actor
        ids = {mention.id} | (
            {mention.state} if mention.state and mention.how in ("title", "name") and mention.role else set()
        )
        pairs += [(item, mention) for item in sorted(ids) if item and counted(item)]
    return _named(document, pairs)


def _principles(
    document: Document, topics: dict[int, list[Target]], positions: tuple[Position, ...]
) -> tuple[Named, ...]:
    found: dict[str, list[Span]] = defaultdict(list)
    for targets in topics.values():
        for target in targets:
            found[target.id].append(document.span(target.first, target.last))
    for position in positions:
        if position.target.startswith("principle:"):
            found.setdefault(position.target, [position.evidence])
    return tuple(Named(item, tuple(spans)) for item, spans in sorted(found.items()))


def _named(document: Document, pairs: Iterable[tuple[str, Mention]]) -> tuple[Named, ...]:
    spans: dict[str, dict[Span, None]] = defaultdict(dict)
    known: dict[str, Mention] = {}
    for item, mention in pairs:
        spans[item][document.span(mention.first, mention.last)] = None
        if mention.name and mention.id == item:
            known.setdefault(item, mention)
    return tuple(
        Named(
            item,
            tuple(spans[item]),
            known[item].name if item in known else None,
            known[item].state if item in known else None,
            known[item].role if item in known else None,
        )
        for item in sorted(spans)
    )


def _positions(judged: Iterable[Judged]) -> tuple[Position, ...]:
    """The positions that were kept, in order of the text."""
    kept = {item.kept.id: item.kept for item in judged}
    rejected = {(p.holder, p.target) for p in kept.values() if p.stance is Stance.REJECT}
    free = (_without_rejected(position, rejected) for position in kept.values())
    return tuple(sorted(free, key=lambda p: (p.evidence.start, p.holder, p.target)))


def _without_rejected(position: Position, rejected: set[tuple[str, str]]) -> Position:
    """A position without the blocs that its holder rejects: a bloc that is blamed is no way to anything."""
    via = tuple(bloc for bloc in position.via if (position.holder, bloc) not in rejected)
    return position if via == position.via else replace(position, via=via)


def _judge(
    document: Document,
    weighed: tuple[Candidate | Passed, ...],
    clauses: tuple[Clause, ...],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> tuple[Judged, ...]:
    """What becomes of each candidate: for each holder and target one position is kept."""
    candidates = [item for item in weighed if isinstance(item, Candidate)]
    standing = standings(candidates, topics)
    proofs = [
        (item, _position(document, item, standing[position_of(item)], clauses, topics, mentions))
        for item in candidates
    ]
    groups: dict[Key, list[tuple[Candidate, Position]]] = defaultdict(list)
    for candidate, proof in proofs:
        groups[position_of(candidate)].append((candidate, proof))
    clearest = {key: _clearest(group) for key, group in groups.items()}
    merged = [_merged(clearest[key], group) for key, group in groups.items()]
    kept = {(position.holder, position.target): position for position in _unopposed(merged)}
    best = {id(proof) for proof in clearest.values()}
    return tuple(
        Judged(
            candidate,
            standing[position_of(candidate)],
            proof,
            _outcome(proof, position, clearest=id(proof) in best),
            position,
        )
        for candidate, proof in proofs
        for position in (kept[proof.holder, proof.target],)
    )


def _outcome(proof: Position, kept: Position, *, clearest: bool) -> Outcome:
    if proof.stance is not kept.stance:
        return Outcome.OPPOSED
    if not clearest:
        return Outcome.LESS_CLEAR
    return Outcome.ACCEPTED if kept.review is Review.ACCEPTED else Outcome.PENDING


def _outright(proofs: list[tuple[Candidate, Position]]) -> list[tuple[Candidate, Position]]:
    """The proofs that are said outright, if any are; else all, carried on or told by the outlet."""
    return [proof for proof in proofs if proof[0].outright] or proofs


def _clearest(proofs: list[tuple[Candidate, Position]]) -> Position:
    """The clearest proof of one position among those said outright.

    One that names the blocs, that names its target in full with a cue, that somebody voices; the first.
    """
    return min(_outright(proofs), key=_unclear)[1]


def _unclear(proof: tuple[Candidate, Position]) -> tuple[bool, bool, bool, int]:
    candidate, position = proof
    passing = candidate.target.short or candidate.cued == "valence"
    return not position.via, passing, position.voice is None, position.evidence.start


def _merged(best: Position, proofs: list[tuple[Candidate, Position]]) -> Position:
    """The position that its clearest proof makes, with the blocs of all clear ones."""
    clear = [position for _, position in _outright(proofs)]
    return replace(
        best,
        via=tuple(sorted({bloc for p in clear for bloc in p.via})),
        contrast=tuple(sorted({bloc for p in clear for bloc in p.contrast})),
    )


def _unopposed(positions: Iterable[Position]) -> list[Position]:
    """Where one holder seems to take two sides on a target, the surer one."""
    best: dict[tuple[str, str], Position] = {}
    for position in positions:
        key = (position.holder, position.target)
        if key not in best or _surer(position) > _surer(best[key]):
            best[key] = position
    return list(best.values())


def _surer(position: Position) -> tuple[bool, float, bool, int]:
    """How clear a proof is: what is said on terms before what is said without naming them, then the surest.

    Of two as sure, what somebody says himself comes before what is told of him.
    """
    own = position.modality is not Modality.REPORTS_OTHER and position.voice is not None
    terms = position.stance is Stance.CONDITIONAL
    return terms, position.confidence, own, -position.evidence.start


def _position(
    document: Document,
    candidate: Candidate,
    standing: Standing,
    clauses: tuple[Clause, ...],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> Position:
    clause = candidate.clause
    passage = document.span(candidate.first, max(candidate.last, candidate.first + 1))
    probability = confidence(candidate, standing)
    said_on = document.layout.published_on
    return Position(
        id=_position_id(document, candidate),
        holder=candidate.holder,
        voice=clause.speaker.voice_of(candidate.holder),
        target=candidate.target.id,
        stance=candidate.stance,
        modality=candidate.modality,
        said_on=said_on,
        date_precision="day" if said_on else None,
        via=link_blocs(document, candidate, clauses, mentions, topics),
        contrast=contrasts(document, candidate, clauses, mentions, topics),
        quoted=clause.quoted,
        confidence=probability,
        review=review(probability),
        evidence=passage,
    )


def _position_id(document: Document, candidate: Candidate) -> str:
    key = f"{document.article.id}|{candidate.holder}|{candidate.target.id}|{candidate.stance}"
    return f"position:{hashlib.sha256(key.encode()).hexdigest()[:16]}"
