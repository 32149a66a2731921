"""Actors by what their conduct is called, and by what is felt about them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.topics import negates
from loaders.positions.verdicts.judgeable import actor_behind, judgeable
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Modality, Stance

_FELT = {"ill": Stance.REJECT, "well": Stance.ENDORSE}
_FELT_WITHIN = 8  # words between an English actor and a word of feeling that is of him
_CONDUCT_OPENS = 3  # words of a clause in which the conduct stands that it is about
_DESCRIBED = 6  # words between an actor and what his conduct is called


def described_actors(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Actors whose conduct somebody calls bad: وصف تصرف الترويكا بأنه عبث."""
    if clause.verb is None or clause.verb.lemma not in document.language.words("describing"):
        return
    for hit in sentence.of(Cue):
        if hit.sense.effect not in ("after_minus", "called"):
            continue
        near = within(mentions, max(clause.first, hit.start - _DESCRIBED), hit.start)
        english = document.language.code == "en"
        kinds = ("state", "bloc", "person") if english else ("state", "bloc")
        actors = [m for m in near if m.kind in kinds and _described(document, clause, m)]
        actors = actors[:1] if english else actors or _fronted_conduct(document, clause, mentions)
        if not actors or hit.start >= clause.last or not judgeable(actors[-1], clause):
            continue
        actor = actors[-1]
        target = Target(actor_behind(document, actor), actor.first, actor.last)
        trace = (f"described:{document.words.folded[hit.start]}",)
        for holder in clause.holders:
            yield Candidate(
                clause,
                target,
                holder,
                Stance.REJECT,
                Modality.ASSERTS,
                actor.first,
                hit.end,
                "strong",
                trace,
            )
        return


def _fronted_conduct(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The actor whose conduct opens a Russian clause as what is described: Политику США X назвал опасной."""
    if document.language.code != "ru":
        return []
    opening = within(mentions, clause.first, clause.first + _CONDUCT_OPENS)
    conduct = document.language.words("conduct_of")
    return [
        m
        for m in opening
        if m.kind in ("state", "bloc")
        and not conduct.isdisjoint(document.words.folded[max(clause.first, m.first - 1) : m.last])
    ][:1]


def felt_actors(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """The one actor whom somebody's words name beside nothing but ill, or good: …, сочла вероломством."""
    if clause.level in ("narrative", "carried") or not clause.speaker.holders or clause.reports_other:
        return
    felt = [
        hit
        for hit in sentence.of(Cue)
        if hit.sense.effect in _FELT and clause.first <= hit.start < clause.last
    ]
    sides = {_FELT[hit.sense.effect] for hit in felt}
    named = [m for m in within(mentions, clause.first, clause.last) if _may_be_felt(document, m, clause)]
    named = [m for m in named if m.how == "conduct"] or named
    if len(sides) != 1 or len({actor_behind(document, m) for m in named}) != 1:
        return
    if any(negated(document, sentence, hit) for hit in felt):
        return
    actor, hit = named[0], felt[0]
    quoted = document.quote_at(document.words.starts[hit.start]) is not None
    near = quoted and -_FELT_WITHIN <= hit.start - actor.last <= _FELT_WITHIN
    if document.language.code == "en" and not near:
        return
    target = Target(actor_behind(document, actor), actor.first, actor.last)
    first, last = min(hit.start, actor.first), max(hit.end, actor.last)
    trace = (f"felt:{document.words.folded[hit.start]}",)
    told, stance = partial(modality_of, clause, found=None), _FELT[hit.sense.effect]
    yield from of_each(clause, target, clause.holders, stance, (first, last), trace, told)


def _may_be_felt(document: Document, mention: Mention, clause: Clause) -> bool:
    """Whether a state or bloc may be meant by words of feeling, and is not but a place, or told something."""
    before = document.words.folded[mention.first - 1] if mention.first else ""
    placed = before in document.language.words("place_prepositions")
    that = document.language.words("that").isdisjoint(document.words.folded[mention.last : mention.last + 1])
    return mention.kind in ("state", "bloc") and not placed and that and judgeable(mention, clause)


def negated(document: Document, sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether a negation stands right before a word."""
    return any(
        negates(other) and 0 <= hit.start - other.end <= 1 and not without_noun(document, other, hit)
        for other in sentence.of(Cue)
    )


def without_noun(document: Document, negation: Hit[Any], hit: Hit[Any]) -> bool:
    """Whether a Russian "without" governs a noun before a verb, and not the verb: без шума покидают."""
    folded, endings = document.words.folded, tuple(document.language.words("adjective_genitives"))
    behind = negation.end < hit.start and not folded[hit.start - 1].endswith(endings or ("",))
    return behind and folded[negation.start] in document.language.words("without")


def _described(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether an actor's conduct may be what a verb calls bad: in Russian on either side of it."""
    if document.language.code != "ru":
        return actor.first > clause.verb_at and actor.how != "demonym"
    at, words = actor.first - 1, document.words.folded
    owned = words[at].endswith(("ние", "тие", "ция", "цию", "ства", "ство", "ку", "ость", "сть"))
    owned = owned and words[at] not in document.language.words("conduct_of")
    return words[at] not in document.language.words("prepositions") and actor.how != "demonym" and not owned
