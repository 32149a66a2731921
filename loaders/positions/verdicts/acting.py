"""Actors whom whoever speaks makes the subject of a verb or predicate that is praise or blame in itself.

Reads clauses and mentions; adds candidates whose target is the actor that a told clause is about. The
words are classes (words.yaml): a verb that is a wrong by itself, or a light one with what it carries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.verdicts.acting_english import EnglishPredicate
from loaders.positions.verdicts.acting_russian import RussianPredicate
from loaders.positions.verdicts.judgeable import actor_behind, is_another, over_insertion
from loaders.positions.verdicts.predicate import Predicate, Verdict
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Verb
from loaders.reading.mentions import Mention, within
from ontology.record import Stance

_SUBJECTS = frozenset({"name", "metonym", "side", "conduct", "anaphora"})
_KINDS = frozenset({"state", "bloc", "org"})
_REACH = 14  # words behind a subject in which its predicate stands
_ASIDE = 6  # words of an aside
_OWNED = 3  # words from an owner to his conduct


def acting_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors that a told clause is about, by what they do or are: Brussels was blackmailing us."""
    told = clause.level != "narrative" and not clause.speaker.nobody
    if not told or not document.language.words("wrong_verbs"):
        return
    for actor in _subjects(document, sentence, clause, mentions):
        sign, end = verdict(document, clause, actor)
        if not sign or any(_names_act(t, actor) or (sign > 0 and _served(t, end)) for t in topics):
            continue
        target = Target(actor_behind(document, actor), actor.first, actor.last)
        stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
        trace = (f"acting:{document.words.folded[end - 1]}",)
        spoken, modality = (actor.first, end), partial(modality_of, clause, found=None)
        yield from of_each(clause, target, clause.speaker.holders, stance, spoken, trace, modality)


def _subjects(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """The actors that a clause is about, named or, further on in the sentence, by "it" or "they"."""
    folded, words = document.words.folded, document.language.words
    opening: Mention | None = None
    named = [m for m in within(mentions, sentence.first, clause.last) if _may_act(m)]
    taken = {at for m in named for at in range(m.first, m.last)}
    named += [m for m in _conducts(document, sentence, clause) if m.first not in taken]
    named.sort(key=_first)
    for actor in named:
        if not is_another(actor, clause):
            opening = None
            continue
        opens = _opens(document, sentence, clause, actor)
        opening = actor if opens else opening
        if actor.first >= clause.first and (opens or _called(document, actor) or _relative(document, actor)):
            yield actor
        if opening is actor:
            others = (m for m in named if m.first > actor.first)
            others = (m for m in others if not is_another(m, clause) or _opens(document, sentence, clause, m))
            ends = min((m.first for m in others), default=clause.last)
            for at in range(max(actor.last + 1, clause.first), ends):
                if folded[at] in words("it_again") and folded[at - 1] in words("acting_after"):
                    yield replace(actor, first=at, last=at + 1)


_first = attrgetter("first")


def _may_act(mention: Mention) -> bool:
    """Whether a mention names a state, bloc or body by itself."""
    return mention.kind in _KINDS and mention.how in _SUBJECTS


def _called(document: Document, actor: Mention) -> bool:
    """Whether a verb with which one describes stands right before an actor: called Israel a …."""
    folded, words = document.words.folded, document.language.words
    at = actor.first - 1
    at -= folded[at] in words("articles")
    return folded[at] in words("calls")


def _owns_wrong(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether an English actor owns what an adjective calls a wrong: NATO's reckless adventure."""
    folded, words = document.words.folded, document.language.words
    behind = folded[actor.last : min(actor.last + 2, clause.last)]
    wrong = len(behind) > 1 and behind[0] in words("wrong_words") and behind[1] not in words("predicate_ends")
    plain = words("denials").isdisjoint(folded[clause.first : actor.first])
    return wrong and plain and document.possessive(actor.last - 1) and clause.level != "carried"


def _relative(document: Document, actor: Mention) -> bool:
    """Whether a relative clause behind a comma is about an actor: Russia, which has …."""
    behind = document.words.folded[actor.last : actor.last + 1]
    return bool(behind) and behind[0] in document.language.words("relative_subjects")


def _served(topic: Target, end: int) -> bool:
    """Whether a principle stands right behind what somebody is said to be: the guarantor of peace."""
    return topic.first <= end + 1 and end < topic.last


def _names_act(topic: Target, actor: Mention) -> bool:
    """Whether an actor is but named with a principle, which is what is judged then."""
    return topic.first <= actor.last < topic.last and topic.first < actor.first


def _opens(document: Document, sentence: Sentence, clause: Clause, actor: Mention) -> bool:
    """Whether an actor is the subject that opens what is told: behind "that", a verb of saying or a break."""
    folded, words = document.words.folded, document.language.words
    at = actor.first
    begins = at == clause.first
    at -= at > sentence.first and folded[at - 1] in words("owned_conduct")
    at -= at > sentence.first and folded[at - 1] in words("articles")
    if at <= sentence.first or begins or at == clause.first or document.breaks[at]:
        return words("acting_not_after").isdisjoint(folded[max(0, at - 1) : at])
    before = folded[at - 1]
    if before in words("acting_after") or _quote_between(document, at):
        return True
    return any(
        h.end == at and h.sense.says and h.sense.form in ("past", "present") for h in sentence.of(Verb)
    )


def _quote_between(document: Document, at: int) -> bool:
    """Whether a quotation opens right before a word."""
    gap = document.text[document.words.ends[at - 1] : document.words.starts[at]]
    return not set(gap).isdisjoint('"“«:')


def _over_tail(document: Document, at: int, limit: int) -> int:
    """Behind whoever goes with a subject without a name: Iran and its proxies bear …."""
    folded, tails = document.words.folded, document.language.words("acting_tails")
    joins = document.language.words("joins")
    while at + 1 < limit and folded[at] in tails and (folded[at] not in joins or folded[at + 1] in tails):
        at += 1
    return at


def _over_aside(document: Document, at: int, limit: int) -> int:
    """Where a Russian clause goes on behind an aside: США, к сожалению, злоупотребляют …."""
    opens = at + 1 < limit and document.breaks[at]
    if not opens or document.words.folded[at] not in document.language.words("aside_opens"):
        return at
    return next((i for i in range(at + 1, min(at + _ASIDE, limit)) if document.breaks[i]), at)


def _deeds(document: Document) -> frozenset[str]:
    """Nouns for what an actor does, has or is at."""
    words = document.language.words
    return words("conducts") | words("wrong_deeds") | words("good_deeds")


def _conducts(document: Document, sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """What a nation does, named by its adjective, as the actor: the Russian incursion."""
    folded, deeds = document.words.folded, _deeds(document)
    stems = tuple(deeds) if document.language.code == "ru" else ()
    for hit in sentence.of(Name):
        people = hit.sense.strength == "people" and hit.sense.id.startswith("state:")
        if people and clause.first <= hit.start and hit.end < clause.last:
            yield Mention(hit.start, hit.end, hit.sense.id, "conduct")
        if hit.sense.strength != "demonym" or not clause.first <= hit.start < hit.end < clause.last:
            continue
        if folded[hit.end] in deeds or (stems and folded[hit.end].startswith(stems)):
            yield Mention(hit.start, hit.end + 1, hit.sense.id, "conduct")


def verdict(document: Document, clause: Clause, actor: Mention) -> Verdict:
    """What a clause says of its subject (1, -1, or 0 for neither), and where the words for it end."""
    folded = document.words.folded
    read = _PREDICATES[document.language.code]
    limit = min(clause.last, actor.last + _REACH)
    if _owns_wrong(document, clause, actor):
        return -1, actor.last + 1
    if _called(document, actor):
        at = actor.last + (folded[actor.last : actor.last + 1] in (("as",), ("как",)))
        return read(document, at, limit).called()
    at = over_insertion(document, actor.last, limit)
    at = _over_aside(document, at, limit)
    resumed = at > actor.last
    at += _relative(document, actor)
    at = _over_tail(document, at, limit)
    if document.possessive(actor.last - 1):
        ends, deeds = range(actor.last, min(actor.last + _OWNED, limit)), _deeds(document)
        at = next((i + 1 for i in ends if folded[i] in deeds), limit)
    return read(document, at, limit, resumed=resumed).verdict()


_PREDICATES: dict[str, type[Predicate]] = {"en": EnglishPredicate, "ru": RussianPredicate}
