"""Actors of whom a predicate says something: X is a threat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.topics import negates
from loaders.positions.verdicts.judgeable import PREDICATE, actor_behind, is_another, over_insertion
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Stance

# Lists of words that are no noun which a name before it would modify.
_NO_NOUNS = (
    "linking",
    "modals",
    "particles",
    "prepositions",
    "conjunctions",
    "subject_stops",
    "of_it",
    "listed",
    "judged_tails",
)
_PREDICATES = {"scorn": -1, "esteem": 1}  # what a predicate says of its subject
_CALLED = 3  # words between a verb that describes and whom it describes
_MISTAKEN = 5  # words from "a mistake to" to whom it would be a mistake to call so
_DENIED = 3  # words from a negation to what it denies
_DENIED_FAR = 5  # the same, where no "and" stands between: could not be taken for an honest …


def predicated_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors of whom a predicate says good or bad: the OSCE is an annex of NATO, he called it a lifeline.

    Whoever speaks judges; what stands behind a principle, a comma or a conjunction is of something else.
    """
    over = document.language.code == "en"  # a partner that | we need
    hits = [
        hit
        for hit in sentence.of(Cue)
        if hit.sense.effect in _PREDICATES
        and clause.first <= hit.start
        and (hit.end <= clause.last or (over and hit.start + 1 < clause.last))
    ]
    if not hits or clause.level == "narrative" or clause.speaker.nobody:
        return
    inside = [m for m in within(mentions, clause.first, clause.last) if m.kind != "place"]
    named = {word for m in inside for word in range(m.first, m.last)}
    for actor in (*inside, *_called_again(document, sentence, clause, mentions)):
        if actor.how in ("demonym", "title") or not is_another(actor, clause):
            continue
        if document.language.code == "en" and any(_inside(actor, t) for t in topics):
            continue  # Trump's plan for Ukraine is unacceptable
        end = _predicate_end(document, clause, actor, topics, inside)
        said = [hit for hit in hits if actor.last <= hit.start < end and named.isdisjoint(hit.words)]
        said = [hit for hit in said if _predicates(document, clause, actor, hit)]
        signs = {_PREDICATES[hit.sense.effect] * _turned(document, sentence, actor, hit) for hit in said}
        if len(signs) != 1:
            continue
        target = Target(actor_behind(document, actor), actor.first, actor.last)
        stance = Stance.ENDORSE if signs == {1} else Stance.REJECT
        trace = (f"{said[0].sense.effect}:{document.words.folded[said[0].start]}",)
        told, spoken = partial(modality_of, clause, found=None), (actor.first, said[-1].end)
        yield from of_each(clause, target, clause.speaker.holders, stance, spoken, trace, told)


def _called_again(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """The bloc that a Russian pronoun means behind "called": предложил укрепить СВМДА и назвал ее опорой."""
    folded, words = document.words.folded, document.language.words
    for at in range(clause.first + 1, clause.last):
        if folded[at] in words("it_is_called") and folded[at - 1] in words("calls"):
            before = [m for m in within(mentions, sentence.first, at) if m.kind == "bloc"]
            yield from (replace(m, first=at, last=at + 1) for m in before[-1:])


def _inside(actor: Mention, topic: Target) -> bool:
    """Whether an actor is named with words of a principle, which are what is judged."""
    overlap = topic.first < actor.last and actor.first < topic.last
    return overlap and not topic.id.startswith("state:")


def _predicate_end(
    document: Document, clause: Clause, actor: Mention, topics: list[Target], inside: list[Mention]
) -> int:
    """Where what is said of an actor ends: at the next comma, conjunction or principle."""
    folded, ends = document.words.folded, document.language.words("predicate_ends")
    limit = min(clause.last, actor.last + PREDICATE)
    of_it = document.language.words("of_it")
    others = {t.first for t in topics}
    others |= {m.first for m in inside if m.first > actor.last + 1 and folded[m.first - 1] in ends}
    start = over_insertion(document, actor.last, limit)
    if start > actor.last:
        limit = min(clause.last, start + PREDICATE)
    for at in range(start + (start > actor.last), limit):
        parted = document.breaks[at] and (at > actor.last or folded[at] not in of_it)
        if parted or folded[at] in ends or at in others:
            return at
    return limit


def _predicates(document: Document, clause: Clause, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether a copula, or a verb with which one describes, ties a word to an actor."""
    folded, words = document.words.folded, document.language.words
    between = folded[actor.last : hit.start]
    described = _described_as(document, clause, actor)
    if document.language.code == "ru" and not described and not _opens_phrase(document, clause, actor):
        return False
    governed = folded[max(0, actor.first - 1)] in words("prepositions")
    of_its_acts = between[:1] and (between[0].endswith("ing") or not words("conducts").isdisjoint(between))
    if not described and _modifies(document, actor, hit):
        return False
    if (governed and not described) or (document.possessive(actor.last - 1) and not of_its_acts):
        return False
    russian = document.language.code == "ru"
    linked = folded[actor.last : hit.end] if russian else between
    if russian and (_dash_behind(document, actor) or _fronted_for(document, between)):
        return True
    return described or not words("linking").isdisjoint(linked)


def _modifies(document: Document, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether an English name only goes with the noun that is the subject: NATO membership is vital."""
    folded, words = document.words.folded, document.language.words
    if document.language.code != "en" or actor.last >= hit.start or document.breaks[actor.last]:
        return False
    word = folded[actor.last]
    verbal = any(word in words(kind) for kind in _NO_NOUNS) or word in document.language.verb_forms
    acts = word in words("conducts") or word.endswith(("ly", "ing", "ed"))
    return not (verbal or acts or document.possessive(actor.last - 1))


def _dash_behind(document: Document, actor: Mention) -> bool:
    """Whether a dash stands behind an actor in the place of "is": ОПЕК+ — единственный взрослый."""
    words = document.words
    gap = document.text[words.ends[actor.last - 1] : words.starts[min(actor.last, len(words) - 1)]]
    return len(gap) > 1 and not {"—", "–", "-"}.isdisjoint(gap)


def _fronted_for(document: Document, between: tuple[str, ...]) -> bool:
    """Whether somebody describes an actor that stands in front: Китай он назвал …."""
    words = document.language.words
    return not (words("he").isdisjoint(between) or words("calls").isdisjoint(between))


def _opens_phrase(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether a Russian actor is a subject, with no noun before it of which it is the owner."""
    at, words = actor.first, document.words.folded
    opens = document.language.words("that") | document.language.words("conjunctions") | {"сегодня", "сейчас"}
    return at == clause.first or document.breaks[at] or words[at - 1] in opens


def _described_as(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether a verb with which one describes stands right before an actor: he called NATO …."""
    if document.language.code == "ru":
        start = actor.first - (document.words.folded[actor.first - 1] in ("в", "во"))
        return start > clause.first and document.words.folded[start - 1] in document.language.words("calls")
    near = document.words.folded[max(clause.first, actor.first - _CALLED) : actor.first]
    return not document.language.words("calls").isdisjoint(near)


def _turned(document: Document, sentence: Sentence, actor: Mention, hit: Hit[Any]) -> int:
    """Minus one where what is said of an actor is denied, or it would be a mistake to say so; else one."""
    folded, mistaken = document.words.folded, document.language.words("mistaken")
    mistake = not mistaken.isdisjoint(folded[max(sentence.first, actor.first - _MISTAKEN) : actor.first])
    denials = (h for h in sentence.of(Cue) if negates(h) and h.start >= actor.last)
    denied = any(_denies(document, h, hit) for h in denials)
    return -1 if denied != mistake else 1


def _denies(document: Document, negation: Hit[Any], hit: Hit[Any]) -> bool:
    """Whether a negation is of what is said: near it, or farther where nothing is joined between."""
    between = document.words.folded[negation.end : hit.start]
    alone = document.language.words("conjunctions").isdisjoint(between)
    return 0 <= hit.start - negation.end <= (_DENIED_FAR if alone else _DENIED)
