"""Which way a clause goes on what it names: candidates for positions.

Reads clauses, topics, cues and mentions; adds `Candidate`s. The sign of a stance is composed from
the cues that govern the target, nearest first (supporting, opposing, harming, negating), as in
compositional sentiment; without a cue the principle's valence decides, with less confidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.positions.speech import Clause
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Topic, Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from ontology.record import Modality, Stance
from ontology.vocabulary import Principle

_LINK = 4  # words that may stand between a cue and what it governs
_AFTER = 9
_OBJECT = 5
_IF_REACH = 14


@dataclass(frozen=True, slots=True)
class Target:
    """A principle named, or an actor judged, in the words `first` up to `last`.

    `opposite`: the words name what the principle stands against.
    """

    id: str
    first: int
    last: int
    opposite: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible position before bloc links, date and confidence. `trace` names what made it."""

    clause: Clause
    target: Target
    holder: str
    stance: Stance
    modality: Modality
    first: int
    last: int
    cued: str  # strong, weak, valence: how the sign came about
    trace: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Reading:
    """The sign composed for a target: +1, -1 or None, and what it rests on."""

    sign: int | None
    first: int
    last: int
    cued: str
    conditional: bool
    modality: str | None
    trace: tuple[str, ...]


def find_topics(document: Document, mentions: tuple[Mention, ...]) -> dict[int, list[Target]]:
    """The principles named in each sentence, by the sentence's index."""
    near = _Surroundings(document, mentions)
    return {sentence.index: _topics(document, sentence, near) for sentence in document.sentences}


class _Surroundings:
    """What an article, a paragraph and a sentence speak of: decides topics that need a context."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self._by_sentence: dict[int, set[str]] = {s.index: set() for s in document.sentences}
        self._document = document
        counts: dict[str, int] = {}
        index = 0
        for mention in mentions:
            while mention.first >= document.sentences[index].last:
                index += 1
            for item in (mention.id, mention.state):
                if item:
                    self._by_sentence[index].add(item)
                    counts[item] = counts.get(item, 0) + 1
        for sentence in document.sentences:
            for hit in sentence.hits:
                if isinstance(hit.sense, Topic) and not hit.sense.about:
                    self._by_sentence[sentence.index].add(hit.sense.id)
                if isinstance(hit.sense, Name) and hit.sense.strength in ("demonym", "people"):
                    self._by_sentence[sentence.index].add(hit.sense.id)
        self._most = {item for item, count in counts.items() if count >= 3}

    def speaks_of(self, sentence: Sentence, about: tuple[str, ...]) -> bool:
        """Whether one of the ids is named in the sentence, just before, in the title, or throughout."""
        for index in (sentence.index, sentence.index - 1, sentence.index - 2, 0):
            if not self._by_sentence.get(index, set()).isdisjoint(about):
                return True
        return not self._most.isdisjoint(about)


def _topics(document: Document, sentence: Sentence, near: _Surroundings) -> list[Target]:
    hits = [
        (hit, hit.sense)
        for hit in sentence.hits
        if isinstance(hit.sense, Topic) and (not hit.sense.about or near.speaks_of(sentence, hit.sense.about))
    ]
    # Those that match most words first; of equal ones what denies, then the narrower principle.
    hits.sort(key=lambda item: (-len(item[0].words), item[0].start - item[0].end, not item[1].denied, -_depth(document, item[1].id)))
    taken: set[int] = set()
    found = []
    for hit, topic in hits:
        if taken.intersection(hit.words):
            continue
        taken.update(hit.words)
        if not topic.denied:
            found.append(Target(topic.id, hit.start, hit.end, topic.opposite))
    return sorted(found, key=lambda target: target.first)


def _depth(document: Document, item: str) -> int:
    entry = document.vocabulary.items.get(item)
    return len(entry.broader) if isinstance(entry, Principle) else 0


def find_candidates(
    document: Document,
    clauses: tuple[Clause, ...],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> tuple[Candidate, ...]:
    """Every holder, target and stance that a clause may state."""
    return tuple(
        candidate
        for clause in clauses
        for candidate in _of_clause(document, clause, topics[clause.sentence], mentions)
    )


def _of_clause(
    document: Document, clause: Clause, topics: list[Target], mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    if not clause.holders:
        return
    sentence = document.sentences[clause.sentence]
    cues = _cues(sentence, clause, topics)
    inside = [t for t in topics if clause.first <= t.first < clause.last]
    for target in inside:
        reading = _read(document, clause, target, cues, topics)
        yield from _candidates(document, clause, target, reading)
    yield from _judged_actors(document, sentence, clause, inside, mentions)


def _cues(sentence: Sentence, clause: Clause, topics: list[Target]) -> list[Hit[Cue | Verb]]:
    """Cues of the clause outside the topics' own words, longest where they overlap, in order."""
    topic_words = {word for topic in topics for word in range(topic.first, topic.last)}
    hits = [
        hit
        for hit in sentence.hits
        if clause.first <= hit.start
        and hit.end <= clause.last
        and isinstance(hit.sense, Cue | Verb)
        and topic_words.isdisjoint(range(hit.start, hit.end))
    ]
    hits.sort(key=lambda hit: (hit.start, -hit.end, not isinstance(hit.sense, Cue)))
    kept: list[Hit[Cue | Verb]] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)  # type: ignore[arg-type]
    return kept


def _effect(sense: Cue | Verb) -> str:
    if isinstance(sense, Verb) and sense.effect == "plus" and sense.says:
        return "support"
    return sense.effect


def _read(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> _Reading:
    """Compose the cues that govern a target, going back from it word by word."""
    sign: int | None = None
    cued = "valence"
    conditional = False
    modality = clause.verb.modality if clause.verb else None
    trace: list[str] = []
    edge, first = target.first, target.first
    danger = False
    for hit in reversed([c for c in cues if c.end <= target.first]):
        effect = _effect(hit.sense)
        own_verb = hit.start == clause.verb_at
        if edge - hit.end > _LINK and not own_verb and not _only_topics(hit.end, edge, topics):
            continue
        if effect in ("none", "discuss", "no_negation", "conditional", "if"):
            continue
        trace.append(f"{effect}:{document.words.folded[hit.start]}")
        if effect == "negation":
            if edge - hit.end <= 2:
                sign = -sign if sign else -1
                first, edge = hit.start, hit.start
            continue
        first, edge = min(first, hit.start), hit.start
        if effect == "harm":
            sign, cued = (1 if _valence(document, target) == "good" else -1), "strong"
            if own_verb:
                break
            continue
        if effect == "purpose":
            sign, cued = sign or 1, "strong" if cued == "strong" else "weak"
            break
        if effect in ("minus", "danger"):
            if not (danger and effect == "danger"):
                sign = -sign if sign else -1
            danger = danger or effect == "danger" or modality == "warns"
            cued = "strong"
        elif effect == "support":
            sign, cued = sign or 1, "strong"
        elif effect in ("plus", "assert"):
            if sign is None and effect == "plus":
                sign, cued = 1, "weak"
        if isinstance(hit.sense, Verb) and hit.sense.modality:
            modality = modality or hit.sense.modality
        if document.words.folded[hit.start][0] in "وف" and isinstance(hit.sense, Verb) and sign:
            break
    last = target.last
    after = _after(cues, target, topics)
    if after:
        effect = _effect(after.sense)
        trace.append(f"{effect}:{document.words.folded[after.start]}")
        last = after.end
        if effect == "after_minus":
            sign, cued = -1, "strong"
        elif effect == "after_plus" and sign is None:
            sign, cued = 1, "strong"
    condition = _condition(document, clause, target)
    if condition:
        trace.append(f"condition:{document.words.folded[condition.start]}")
        conditional = True
    return _Reading(sign, first, last, cued, conditional, modality, tuple(trace))


def _condition(document: Document, clause: Clause, target: Target) -> Hit[Cue] | None:
    """A condition put on what is said of the target: before it in the clause, or behind it in the sentence."""
    for hit in document.sentences[clause.sentence].hits:
        if isinstance(hit.sense, Cue) and (
            (hit.sense.effect == "conditional" and (clause.first <= hit.start < target.first or hit.start >= target.last))
            or (hit.sense.effect == "if" and target.last <= hit.start <= target.last + _IF_REACH)
        ):
            return hit  # type: ignore[return-value]
    return None


def _only_topics(start: int, end: int, topics: list[Target]) -> bool:
    """Whether between two words stand mostly other topics: members of one list."""
    covered = sum(1 for t in topics for word in range(t.first, t.last) if start <= word < end)
    return end - start - covered <= _LINK and covered > 0


def _after(cues: list[Hit[Cue | Verb]], target: Target, topics: list[Target]) -> Hit[Cue | Verb] | None:
    """The cue that judges the target from behind, if no other topic stands between."""
    for hit in cues:
        if target.last <= hit.start <= target.last + _AFTER and _effect(hit.sense).startswith("after"):
            if not any(target.last <= other.first < hit.start for other in topics):
                return hit
    return None


def _valence(document: Document, target: Target) -> str:
    """The side of whoever names the target's words: good, bad or open."""
    entry = document.vocabulary.items.get(target.id)
    valence = entry.valence if isinstance(entry, Principle) else "open"
    return "bad" if target.opposite else valence


def _candidates(document: Document, clause: Clause, target: Target, reading: _Reading) -> Iterator[Candidate]:
    valence = _valence(document, target)
    sign, cued = reading.sign, reading.cued
    if clause.verb and clause.verb.effect == "discuss" and cued != "strong":
        return
    if valence == "bad" and sign == 1 and cued == "weak":
        sign, cued = -1, "valence"
    if sign is None:
        if valence == "open" or clause.level == "narrative":
            return
        sign = 1 if valence == "good" else -1
    if target.opposite:
        sign = -sign
    stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
    if reading.conditional and sign > 0:
        stance = Stance.CONDITIONAL
    for holder in clause.holders:
        if holder != target.id:
            yield Candidate(
                clause, target, holder, stance, _modality(clause, reading.modality), reading.first, reading.last, cued, reading.trace
            )


def _modality(clause: Clause, found: str | None) -> Modality:
    if clause.reports_other:
        return Modality.REPORTS_OTHER
    return Modality(found) if found else Modality.ASSERTS


def _judged_actors(
    document: Document, sentence: Sentence, clause: Clause, topics: list[Target], mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Actors praised or blamed as such: the object of a word of praise or blame."""
    inside = [m for m in mentions if clause.first <= m.first < clause.last and m.kind != "place" and m.how != "demonym"]
    for hit in sentence.hits:
        if not isinstance(hit.sense, Cue) or hit.sense.effect not in ("praise", "blame"):
            continue
        if not clause.first <= hit.start < clause.last:
            continue
        judged = next((m for m in inside if hit.end <= m.first <= hit.end + _OBJECT and _judgeable(m, clause)), None)
        if judged is None or any(hit.end <= t.first < judged.first for t in topics):
            continue
        stance = Stance.ENDORSE if hit.sense.effect == "praise" else Stance.REJECT
        target = Target(judged.id, judged.first, judged.last)
        modality = _modality(clause, clause.verb.modality if clause.verb else None)
        trace = (f"{hit.sense.effect}:{document.words.folded[hit.start]}",)
        for holder in clause.holders:
            yield Candidate(clause, target, holder, stance, modality, hit.start, judged.last, "strong", trace)


def _judgeable(mention: Mention, clause: Clause) -> bool:
    return mention.id not in (*clause.holders, *clause.speaker.holders, clause.speaker.voice)
