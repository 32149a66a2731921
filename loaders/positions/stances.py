"""Which way a clause goes on what it names: candidates for positions.

Reads clauses, topics, cues and mentions; adds `Candidate`s. The sign of a stance is composed from
the cues that govern the target, nearest first (supporting, opposing, harming, negating), as in
compositional sentiment; without a cue the principle's valence decides, with less confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from loaders.positions.speech import Clause
from loaders.reading.document import Document, Sentence
from loaders.reading.inflection import arabic_readings
from loaders.reading.language import Cue, Name, Reference, Sense, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Modality, Stance
from ontology.vocabulary import Organization, Principle

_OF_ACTORS = frozenset(
    {"praise", "blame", "written_off", "proven", "ambivalent"}
)  # say nothing of a principle
_LINK = 4  # words that may stand between a cue and what it governs
_AFTER = 9
_OBJECT = 5
_BESIDE = 7
_TITLE_REACH = 6
_LONGEST_TITLE = 10
_NEGATES_WITHIN = 3
_AGAINST = frozenset({"minus", "danger", "harm"})
_CONTRARY = {"good": "bad", "bad": "good", "open": "open"}
_SIDES = frozenset({"plus", "support", "minus"})
_IF_REACH = 14
_ACT_REACH = 4


@dataclass(frozen=True, slots=True)
class Target:
    """A principle named, or an actor judged, in the words `first` up to `last`.

    `opposite`: the words name what the principle stands against. `negated`: a negation stands among
    them («Украина не должна вступать в НАТО»).
    """

    id: str
    first: int
    last: int
    opposite: bool = False
    negated: bool = False


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

    @property
    def outright(self) -> bool:
        """Whether it stands under a verb of saying or in a quotation, and not merely near them."""
        return self.clause.level not in ("carried", "narrative")

    @property
    def launched(self) -> bool:
        """Whether it rests on nothing but that the holder put the target forward."""
        return any(step.startswith("launched") for step in self.trace)


class Reason(StrEnum):
    """Why nothing was made of what a clause names."""

    NO_HOLDER = "no-holder"
    HYPOTHETICAL = "hypothetical"
    FACT = "fact"
    DEALT_WITH = "dealt-with"
    OPEN = "open"
    NARRATIVE = "narrative"
    PROPONENT = "proponent"
    ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Passed:
    """A target that a clause names without a candidate coming of it; `trace` as of a candidate."""

    clause: Clause
    target: Target
    reason: Reason
    trace: tuple[str, ...] = ()


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
    names = _name_words(sentence) | _titled_words(document, sentence)
    hits = [(hit, topic) for hit, topic in hits if not names.issuperset(hit.words)]
    denied = [(hit, topic.id) for hit, topic in hits if topic.denied]
    hits = [(hit, topic) for hit, topic in hits if not topic.denied and not _is_denied(hit, topic, denied)]
    # Those that match most words first; of equal ones the narrower principle.
    hits.sort(
        key=lambda item: (-len(item[0].words), item[0].start - item[0].end, -_depth(document, item[1].id))
    )
    taken: set[int] = set()
    found = []
    for hit, topic in hits:
        if not taken.intersection(hit.words):
            taken.update(hit.words)
            found.append(Target(topic.id, hit.start, hit.end, topic.opposite, _negated_inside(sentence, hit)))
    return sorted(found, key=lambda target: target.first)


def _name_words(sentence: Sentence) -> set[int]:
    """Words of the long names of bodies: no principle is named by them alone.

    The cooperation of "Asia-Pacific Economic Cooperation" is none, nor "Eurasian … security" put
    together from the names of two organisations.
    """
    return {
        word
        for name in sentence.hits
        if isinstance(name.sense, Name)
        and name.sense.strength == "strong"
        and name.sense.id.startswith(("bloc:", "org:"))
        and name.end - name.start > 1
        for word in range(name.start, name.end)
    }


def _titled_words(document: Document, sentence: Sentence) -> set[int]:
    """Words of a title in quotation marks: what a forum is called, nobody thereby holds."""
    heads = document.language.words("titled")
    found: set[int] = set()
    for quote in document.quotes:
        if not (sentence.start <= quote.start < sentence.end):
            continue
        inside = [
            i
            for i in range(sentence.first, sentence.last)
            if quote.start <= document.words.starts[i] < quote.end
        ]
        before = (
            document.words.folded[max(sentence.first, inside[0] - _TITLE_REACH) : inside[0]] if inside else ()
        )
        if len(inside) <= _LONGEST_TITLE and heads.intersection(before):
            found.update(inside)
    return found


def _is_denied(hit: Hit[Sense], topic: Topic, denied: list[tuple[Hit[Sense], str]]) -> bool:
    """Whether a phrase that only looks like the principle covers the hit."""
    return any(
        item == topic.id
        and other.start <= hit.start
        and hit.end <= other.end
        and len(other.words) >= len(hit.words)
        for other, item in denied
    )


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
    weighed = weigh(document, clauses, topics, mentions)
    return tuple(item for item in weighed if isinstance(item, Candidate))


def weigh(
    document: Document,
    clauses: tuple[Clause, ...],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> tuple[Candidate | Passed, ...]:
    """Every candidate, and what a clause names without one."""
    return tuple(item for clause in clauses for item in _of_clause(document, clause, topics, mentions))


def _of_clause(
    document: Document, clause: Clause, all_topics: dict[int, list[Target]], mentions: tuple[Mention, ...]
) -> Iterator[Candidate | Passed]:
    topics = all_topics[clause.sentence]
    sentence = document.sentences[clause.sentence]
    inside = [t for t in topics if clause.first <= t.first < clause.last]
    if not clause.holders:
        yield from (Passed(clause, target, Reason.NO_HOLDER) for target in inside)
        return
    inside_names = {
        word for m in within(mentions, clause.first, clause.last) for word in range(m.first, m.last)
    }
    if _hypothetical(sentence, clause):
        yield from (Passed(clause, target, Reason.HYPOTHETICAL) for target in inside)
        return
    cues = _cues(sentence, clause, topics, inside_names)
    for target in inside:
        reading = _read(document, clause, target, cues, topics)
        yield from _candidates(document, clause, target, reading)
    yield from _judged_actors(document, sentence, clause, inside, mentions)
    if not inside:
        yield from _echo(document, clause, topics)
    yield from _described(document, clause, cues, all_topics)
    yield from _launched(document, sentence, clause, topics, mentions)
    if not inside:
        yield from _wrongdoers(document, clause)


def _hypothetical(sentence: Sentence, clause: Clause) -> bool:
    """Whether "if" opens the clause: a hypothesis is no position."""
    return any(
        isinstance(hit.sense, Cue)
        and hit.sense.effect == "if"
        and clause.first - 2 <= hit.start <= clause.first + 1
        for hit in sentence.hits
        if clause.level == "embedded"
    )


def _negated_inside(sentence: Sentence, topic: Hit[Sense]) -> bool:
    """Whether a negation stands among the words of a topic, in the gaps of its pattern."""
    inside = [h for h in sentence.hits if topic.start < h.start < topic.end and isinstance(h.sense, Cue)]
    true = {word for h in inside if h.sense.effect == "no_negation" for word in range(h.start, h.end)}  # type: ignore[union-attr]
    return any(
        _negates(h) and true.isdisjoint(range(h.start, h.end)) and h.start not in topic.words for h in inside
    )


def _cues(sentence: Sentence, clause: Clause, topics: list[Target], named: set[int]) -> list[Hit[Cue | Verb]]:
    """Cues of the clause outside the words of topics and names, the longest where they overlap."""
    topic_words = named | {word for topic in topics for word in range(topic.first, topic.last)}
    hits = [
        hit
        for hit in sentence.hits
        if (clause.first <= hit.start or (_negates(hit) and clause.first - hit.start <= _NEGATES_WITHIN))
        and hit.end <= clause.last
        and isinstance(hit.sense, Cue | Verb)
        and hit.sense.effect not in _OF_ACTORS
        and topic_words.isdisjoint(hit.words)
    ]
    # A word may be both: "unacceptable attempts" and "attempts are unacceptable".
    before, after = (_longest(h for h in hits if _judges_before(h) is judges) for judges in (False, True))
    return sorted([*before, *after], key=lambda hit: hit.start)


def _judges_before(hit: Hit[Any]) -> bool:
    return isinstance(hit.sense, Cue) and hit.sense.effect.startswith("after")


def _negates(hit: Hit[Sense]) -> bool:
    return isinstance(hit.sense, Cue) and hit.sense.effect == "negation"


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
    barrier = _relative_before(document, clause, target)
    for hit in reversed(
        [c for c in cues if barrier <= c.start and c.end <= target.first and not _judges_before(c)]
    ):
        effect = _effect(hit.sense)
        own_verb = hit.start == clause.verb_at
        if edge - hit.end > _LINK and not own_verb and not _only_topics(hit.end, edge, topics):
            continue
        if sign is None and (effect == "neutral" or (effect == "fact" and edge - hit.end <= 1)):
            return _Reading(
                None,
                first,
                target.last,
                "fact",
                False,
                modality,
                (*trace, f"{effect}:{document.words.folded[hit.start]}"),
            )
        if effect == "turn" or (not own_verb and _speech_begins(document, hit.end, target.first)):
            break
        if effect in ("none", "discuss", "no_negation", "neutral", "conditional", "if", "fact"):
            continue
        trace.append(f"{effect}:{document.words.folded[hit.start]}")
        if effect in _AGAINST and not own_verb and _coordinated(document, hit.end, edge, topics):
            continue
        if effect == "negation":
            if sign and edge - hit.end <= 2:  # it turns another cue; a target merely denied says nothing
                sign, first, edge = -sign, hit.start, hit.start
            continue
        first, edge = min(first, hit.start), hit.start
        if effect == "danger" and _valence(document, target) == "good":
            effect = "harm"  # whoever fears for a thing is for it
        if effect == "harm":
            own_deed = own_verb and clause.of_others  # whoever does the damage is against
            sign, cued = (1 if _valence(document, target) == "good" and not own_deed else -1), "strong"
            break  # whoever condemns the damage is for the thing damaged
        if effect == "purpose":
            sign, cued = sign or 1, "strong" if cued == "strong" else "weak"
            break
        if effect == "minus" and own_verb and not clause.own_act and _valence(document, target) == "good":
            effect = "harm"  # what prevents a good thing is blamed for it
            sign, cued = 1, "strong"
            break
        if effect in ("minus", "danger"):
            if not (danger and effect == "danger"):
                sign = -sign if sign else -1
            danger = danger or effect == "danger" or modality == "warns"
            cued = "strong"
        elif effect == "support":
            sign, cued = sign or 1, "strong"
        elif effect == "plus" and sign is None:
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
    if target.negated and _valence(document, target) != "bad":
        sign, cued = -(sign or 1), "strong"
        trace.append("negated:inside")
    condition = _condition(document, clause, target)
    if condition:
        trace.append(f"condition:{document.words.folded[condition.start]}")
        conditional = True
    return _Reading(sign, first, last, cued, conditional, modality, tuple(trace))


def _coordinated(document: Document, start: int, end: int, topics: list[Target]) -> bool:
    """Whether "and" opens a new member between a cue and a target: إزالة العقبات وزيادة المساعدات."""
    of_topics = {word for t in topics for word in range(t.first, t.last)}
    return document.language.code == "ar" and any(
        document.words.folded[at].startswith("و")
        and document.words.folded[at] not in document.language.initial_words
        and at not in of_topics
        for at in range(start, end)
    )


def _speech_begins(document: Document, start: int, end: int) -> bool:
    """Whether a colon opens a quotation between two words: what stands before does not govern it."""
    words = document.words
    between = document.text[words.ends[start - 1] : words.starts[end]]
    return ":" in between and any(mark in between for mark in '"«“')


def _relative_before(document: Document, clause: Clause, target: Target) -> int:
    """Where the relative clause begins that a target stands in: what is before it does not govern the target.

    Only where the clause is set off by a comma (…, which suffered when the deal collapsed).
    """
    hits = document.sentences[clause.sentence].hits
    starts = (h.start for h in hits if isinstance(h.sense, Reference) and h.sense.kind == "relative")
    set_off = (
        at for at in starts if clause.first < at < target.first and any(document.breaks[at - 1 : at + 1])
    )
    return max(set_off, default=clause.first - _NEGATES_WITHIN) if document.language.code != "ar" else -1


def _condition(document: Document, clause: Clause, target: Target) -> Hit[Cue] | None:
    """A condition put on the target: before it in the clause, or behind it in the sentence."""
    sentence = document.sentences[clause.sentence]
    for hit in _longest(h for h in sentence.hits if isinstance(h.sense, Cue)):
        if (
            hit.sense.effect == "conditional"
            and (clause.first <= hit.start < target.last or hit.start >= target.last)
        ) or (hit.sense.effect == "if" and target.last <= hit.start <= target.last + _IF_REACH):
            return hit
    return None


def _longest(hits: Iterable[Hit[Sense]]) -> list[Hit[Any]]:
    """Hits in order, of overlapping ones the longest, a cue before a verb, then that of fewest clitics."""
    kept: list[Hit[Any]] = []
    for hit in sorted(hits, key=_by_length):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _by_length(hit: Hit[Sense]) -> tuple[int, int, bool, int]:
    spelling = hit.sense.spelling if isinstance(hit.sense, Verb) else ""
    return hit.start, -hit.end, not isinstance(hit.sense, Cue), -len(spelling)


def _only_topics(start: int, end: int, topics: list[Target]) -> bool:
    """Whether between two words stand mostly other topics: members of one list."""
    covered = sum(1 for t in topics for word in range(t.first, t.last) if start <= word < end)
    return end - start - covered <= _LINK and covered > 0


def _after(cues: list[Hit[Cue | Verb]], target: Target, topics: list[Target]) -> Hit[Cue | Verb] | None:
    """The cue that judges the target from behind, if no other topic stands between."""
    for hit in cues:
        behind = target.last <= hit.start <= target.last + _AFTER
        between = any(target.last <= other.first < hit.start for other in topics)
        if behind and not between and _effect(hit.sense).startswith("after"):
            return hit
    return None


def _valence(document: Document, target: Target) -> str:
    """The side of whoever names the target's words: good, bad or open."""
    entry = document.vocabulary.items.get(target.id)
    valence = entry.valence if isinstance(entry, Principle) else "open"
    return _CONTRARY[valence] if target.opposite else valence


def _is_proponent(document: Document, target: Target, clause: Clause) -> bool:
    """Whether a holder practises what others blame: that he names it does not say he is against."""
    entry = document.vocabulary.items.get(target.id)
    return isinstance(entry, Principle) and not set(entry.proponents).isdisjoint(clause.holders)


def _no_side(document: Document, clause: Clause, target: Target, reading: _Reading) -> Reason | None:
    """Why a clause takes no side on a target that it names, where it takes none."""
    if reading.cued == "fact":
        return Reason.FACT
    if clause.verb and clause.verb.effect == "discuss" and not _taken_up(clause, reading.cued):
        return Reason.DEALT_WITH
    if reading.sign is not None:
        return None
    if _valence(document, target) == "open":
        return Reason.OPEN
    if clause.level == "narrative":
        return Reason.NARRATIVE
    return Reason.PROPONENT if _is_proponent(document, target, clause) else None


def _candidates(
    document: Document, clause: Clause, target: Target, reading: _Reading
) -> Iterator[Candidate | Passed]:
    if reason := _no_side(document, clause, target, reading):
        yield Passed(clause, target, reason, reading.trace)
        return
    valence = _valence(document, target)
    sign, cued = reading.sign, reading.cued
    if valence == "bad" and sign == 1 and cued == "weak":
        sign, cued = -1, "valence"
    if sign is None:
        sign = 1 if valence == "good" else -1
    if target.opposite:
        sign = -sign
    stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
    if reading.conditional and sign > 0:
        stance = Stance.CONDITIONAL
    for holder in clause.holders:
        if holder == target.id:
            yield Passed(clause, target, Reason.ITSELF, reading.trace)
        else:
            yield Candidate(
                clause,
                target,
                holder,
                stance,
                _modality(clause, reading.modality),
                reading.first,
                reading.last,
                cued,
                reading.trace,
            )


def _taken_up(clause: Clause, cued: str) -> bool:
    """Whether side is taken on a subject dealt with: by a plain cue, or by somebody in his own words."""
    return cued == "strong" or (cued == "weak" and clause.speaker.voice is not None)


def _modality(clause: Clause, found: str | None) -> Modality:
    if clause.reports_other:
        return Modality.REPORTS_OTHER
    return Modality(found) if found else Modality.ASSERTS


def _echo(document: Document, clause: Clause, topics: list[Target]) -> Iterator[Candidate]:
    """A stance on what was just named: رفضوا تنفيذه, ذكر ذلك فلان."""
    before = [t for t in topics if t.last <= clause.first]
    if not before or clause.verb is None or not clause.verb.says or clause.verb_at < 0:
        return
    back = document.language.words("pointing_back")
    soon = document.words.folded[clause.verb_at + 1 : min(clause.verb_at + 6, clause.last)]
    if not any(word in back for word in soon[:4]) and not _deed_upon_it(document, clause):
        return
    effect = _effect(clause.verb)
    if effect not in ("support", "minus") and not (effect in ("none", "assert") and soon and soon[0] in back):
        return
    stance = Stance.REJECT if effect == "minus" else Stance.ENDORSE
    modality = _modality(clause, clause.verb.modality)
    trace = (f"echo:{document.words.folded[clause.verb_at]}",)
    for holder in clause.holders:
        target = Target(before[-1].id, clause.verb_at, min(clause.verb_at + 5, clause.last))
        yield Candidate(clause, target, holder, stance, modality, clause.first, target.last, "strong", trace)


def _deed_upon_it(document: Document, clause: Clause) -> bool:
    """Whether the verb's object is a deed done to what was just named: تنفيذه, دعمها."""
    return any(
        isinstance(hit.sense, Verb)
        and hit.sense.form == "noun"
        and clause.verb_at < hit.start <= clause.verb_at + 4
        and document.words.folded[hit.start].endswith(("ه", "ها"))
        for hit in document.sentences[clause.sentence].hits
    )


def _described(
    document: Document, clause: Clause, cues: list[Hit[Cue | Verb]], topics: dict[int, list[Target]]
) -> Iterator[Candidate]:
    """A stance on what a description points back to: "this work", said of the work for a target."""
    folded, these = document.words.folded, document.language.words("demonstratives")
    for at in range(clause.first, clause.last - 1):
        if folded[at] not in these or any(t.first <= at < t.last for t in topics[clause.sentence]):
            continue
        noun = folded[at + 1].removeprefix("ال")
        governing = [c for c in cues if c.end <= at and at - c.end <= _LINK and _effect(c.sense) in _SIDES]
        target = _named_with(document, clause, noun, topics) if governing and len(noun) > 2 else None
        if target is None:
            continue
        sign = -1 if _effect(governing[-1].sense) == "minus" else 1
        stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
        pointed = Target(target.id, at, at + 2, target.opposite)
        modality = _modality(clause, clause.verb.modality if clause.verb else None)
        trace = (f"described:{folded[at]} {folded[at + 1]}",)
        for holder in clause.holders:
            yield Candidate(
                clause, pointed, holder, stance, modality, governing[0].start, at + 2, "weak", trace
            )
        return


def _named_with(
    document: Document, clause: Clause, noun: str, topics: dict[int, list[Target]]
) -> Target | None:
    """The target that stood last beside the same noun (the work for the security of …)."""
    for number in range(clause.sentence, -1, -1):
        for target in topics[number]:
            start = max(document.sentences[number].first, target.first - _BESIDE)
            words = document.words.folded[start : target.first]
            if target.last <= clause.first and any(noun in arabic_bare(word) for word in words):
                return target
    if noun not in document.language.words("general_nouns"):
        return None
    near = [t for number in (clause.sentence - 1, clause.sentence) for t in topics.get(number, ())]
    return next((t for t in reversed(near) if t.last <= clause.first), None)


def arabic_bare(word: str) -> tuple[str, ...]:
    """A folded word with and without clitics and article."""
    kept, bare = arabic_readings(word)
    return kept + bare


def _launched(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Whoever put forward what is named is for it: المبادرة التي طرحها رئيس روسيا."""
    for hit in sentence.hits:
        if not (
            isinstance(hit.sense, Reference)
            and hit.sense.kind == "launched"
            and clause.first <= hit.start < clause.last
        ):
            continue
        behind = within(mentions, hit.end, hit.end + 2)
        actor = next((m for m in behind if m.kind in ("person", "state", "bloc")), None)
        target = _nearest_topic(document, hit, topics)
        if actor is None or target is None or actor.id in clause.holders:
            continue
        first, last = min(target.first, hit.start), max(target.last, actor.last)
        trace = (f"launched:{document.words.folded[hit.start]}",)
        yield Candidate(
            clause, target, actor.id, Stance.ENDORSE, Modality.REPORTS_OTHER, first, last, "strong", trace
        )


def _nearest_topic(document: Document, hit: Hit[Any], topics: list[Target]) -> Target | None:
    """The topic that a relative clause speaks of: the one it stands in or follows, else the next."""
    before = [t for t in topics if t.first < hit.start and hit.start - t.last <= 8]
    put_forward = [
        w for word in document.words.folded[max(0, hit.start - 4) : hit.start] for w in arabic_bare(word)
    ]
    named = not document.language.words("initiatives").isdisjoint(put_forward)
    after = [t for t in topics if hit.end <= t.first <= hit.end + 12] if named else []
    return before[-1] if before else (after[0] if after else None)


def _judged_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors praised or blamed as such: the object of a word of praise or blame."""
    inside = [
        m for m in within(mentions, clause.first, clause.last) if m.kind != "place" and m.how != "demonym"
    ]
    for hit in sentence.hits:
        if not isinstance(hit.sense, Cue) or hit.sense.effect not in (
            "praise",
            "blame",
            "written_off",
            "proven",
        ):
            continue
        if not clause.first <= hit.start < clause.last:
            continue
        judged = (
            written_off(hit, inside)
            if hit.sense.effect in ("written_off", "proven")
            else _objects(hit, inside, clause, document)
        )
        if (
            not judged
            or any(hit.end <= t.first < judged[0].first for t in topics)
            or _refused(document, sentence, clause, hit, inside)
        ):
            continue
        if hit.sense.effect == "blame" and any(0 <= t.first - judged[-1].last <= _ACT_REACH for t in topics):
            continue  # the act is blamed, and a principle names it
        stance = Stance.ENDORSE if hit.sense.effect in ("praise", "proven") else Stance.REJECT
        modality = _modality(clause, clause.verb.modality if clause.verb else None)
        trace = (f"{hit.sense.effect}:{document.words.folded[hit.start]}",)
        blamed_itself = {actor.id for actor in judged} & set(clause.holders)
        holders = clause.speaker.holders if blamed_itself else clause.holders  # NATO has failed, he said
        for actor in judged:
            target = Target(_actor_behind(document, actor), actor.first, actor.last)
            first, last = min(hit.start, actor.first), max(hit.end, actor.last)
            for holder in holders:
                if holder != target.id:
                    yield Candidate(clause, target, holder, stance, modality, first, last, "strong", trace)


def _actor_behind(document: Document, mention: Mention) -> str:
    """The state of a government or ministry that is judged; else the actor itself."""
    entry = document.vocabulary.items.get(mention.id)
    return (entry.speaks_for or mention.id) if isinstance(entry, Organization) else mention.id


def _refused(
    document: Document, sentence: Sentence, clause: Clause, hit: Hit[Any], named: list[Mention]
) -> bool:
    """Whether praise or blame is refused: «refuses to condemn» is no condemnation."""
    at = hit.start - 1
    covered = {word for m in named for word in range(m.first, m.last)}
    while at > clause.first and at in covered:
        at -= 1  # the subject between: رفض فلان إدانة
    if document.words.folded[at] in document.language.words("refusing"):
        return True
    return any(
        isinstance(other.sense, Cue) and other.sense.effect == "negation" and 0 <= hit.start - other.end <= 2
        for other in sentence.hits
    )


def _wrongdoers(document: Document, clause: Clause) -> Iterator[Candidate]:
    """Actors of whom somebody says that they do damage, where no principle names it: he is against them."""
    if not (clause.verb and clause.verb.effect == "harm" and clause.level == "embedded" and clause.of_others):
        return
    trace = (f"wrongdoer:{document.words.folded[clause.verb_at]}",)
    for actor in clause.holders:
        target = Target(actor, clause.first, clause.verb_at + 1)
        for holder in clause.speaker.holders:
            if holder != actor:
                yield Candidate(
                    clause,
                    target,
                    holder,
                    Stance.REJECT,
                    Modality.ASSERTS,
                    clause.first,
                    clause.verb_at + 1,
                    "strong",
                    trace,
                )


def written_off(hit: Hit[Any], inside: list[Mention]) -> list[Mention]:
    """The bloc of which a passage says that it has had its day: right before the words, or right after."""
    blocs = [m for m in inside if m.kind == "bloc"]
    near = [m for m in blocs if 0 <= hit.start - m.last <= 3] or [
        m for m in blocs if 0 <= m.first - hit.end <= 1
    ]
    found = near[-1:] + [m for m in blocs if near and near[-1].last <= m.first <= near[-1].last + 1]
    for bloc in reversed(blocs):
        if found and 0 <= found[0].first - bloc.last <= 1:
            found.insert(0, bloc)  # "NATO and the OSCE have lost …"
    return found


def _objects(hit: Hit[Sense], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actor that a word of praise or blame governs, with those that "and" joins to it."""
    found: list[Mention] = []
    reach = hit.end
    for mention in inside:
        if not found and 0 <= mention.first - reach <= 2 and not _judgeable(mention, clause):
            reach = mention.last  # the subject stands between: اتهم لافروف الغرب
            continue
        close = reach > hit.end and mention.first - reach <= 1
        cut = not close and any(document.breaks[reach : mention.first + 1])
        cut = cut or document.words.folded[mention.first - 1] in document.language.words("place_in")
        cut = cut or not document.language.words("deeds").isdisjoint(
            document.words.folded[reach : mention.first]
        )
        governed = not cut and reach <= mention.first <= reach + _OBJECT and _judgeable(mention, clause)
        joined = bool(found) and 0 <= mention.first - found[-1].last <= 1
        if joined or (not found and governed):
            found.append(mention)
    return found


def _judgeable(mention: Mention, clause: Clause) -> bool:
    return mention.id not in (*clause.holders, *clause.speaker.holders, clause.speaker.voice)
