"""Actors who are judged by a deed of theirs that is the object of praise or blame.

Reads clauses, cues, nationalities and mentions: the doer stands before the deed (Turkish incursions,
Iran's occupation), behind it (the policy of X), or behind "by" (the shelling of villages by X's troops).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import actor_behind, judgeable
from loaders.positions.verdicts.objects import joined_to
from loaders.positions.verdicts.spoken_of import refused
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Stance

_SIDES = {
    "blame": Stance.REJECT,
    "deplored": Stance.REJECT,
    "praise": Stance.ENDORSE,
    "backing": Stance.ENDORSE,
}
_VERBS = (("deploring", Stance.REJECT), ("praising", Stance.ENDORSE))
_DEEDS = {Stance.REJECT: "wrong_deeds", Stance.ENDORSE: "good_deeds"}
_REACH = 16  # words from praise or blame to the end of its object
_TO_DEED = 3  # words from a nationality or owner to the deed that is his


def deed_actors(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Actors whose deed the holders praise or blame: condemned the shelling of villages by X's troops."""
    if not clause.holders or not document.language.words("wrong_deeds"):
        return
    lemmas = {verb: side for kind, side in _VERBS for verb in document.language.words(kind)}
    verbs = ((h, lemmas[h.sense.lemma]) for h in sentence.of(Verb) if h.sense.lemma in lemmas)
    cues = ((h, _SIDES[h.sense.effect]) for h in sentence.of(Cue) if h.sense.effect in _SIDES)
    for hit, stance in (*cues, *verbs):
        if not clause.first <= hit.start < clause.last or refused(document, sentence, clause, hit, []):
            continue
        doers = _doers(document, sentence, clause, hit, mentions, document.language.words(_DEEDS[stance]))
        for actor in doers:
            target = Target(actor_behind(document, actor), actor.first, actor.last)
            trace = (f"deed:{document.words.folded[hit.start]}",)
            told, spoken = partial(modality_of, clause, found=None), (hit.start, actor.last)
            yield from of_each(clause, target, clause.holders, stance, spoken, trace, told)


def _doers(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    hit: Hit[Any],
    mentions: tuple[Mention, ...],
    deeds: frozenset[str],
) -> list[Mention]:
    """The first actor in the object of a cue whose deed it is, and those in a list with him."""
    limit = _object_end(document, clause, hit)
    named = [m for m in within(mentions, hit.end, limit) if m.kind in ("state", "bloc", "org")]
    named = [m for m in named if judgeable(m, clause)]
    nations = [
        Mention(h.start, h.end, h.sense.id, "conduct")
        for h in sentence.of(Name)
        if h.sense.strength == "demonym" and hit.end <= h.start < limit
    ]
    nations = [
        m for m in nations if judgeable(m, clause) and not any(o.first <= m.first < o.last for o in named)
    ]
    read = _of_english if document.language.code == "en" else _of_russian
    if singled := _singled_out(document, clause, hit, mentions):
        return singled
    for actor in sorted((*named, *nations), key=lambda m: m.first):
        if not read(document, hit, actor, deeds, limit):
            continue
        found = [actor]
        for other in named:
            if other.first >= found[-1].last and joined_to(document, found[-1], other):
                found.append(other)
        return found
    return []


def _singled_out(
    document: Document, clause: Clause, hit: Hit[Any], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """Those named behind "above all" where several are thanked: all who helped, above all X and Y."""
    folded, words = document.words.folded, document.language.words
    if (words("thanking") | words("thanks")).isdisjoint(folded[hit.start : hit.end]):
        return []
    found: list[Mention] = []
    for mention in within(mentions, hit.end + 1, clause.last):
        near = folded[max(hit.end, mention.first - 3) : mention.first]
        if not judgeable(mention, clause) or mention.kind not in ("state", "bloc", "org"):
            continue
        if (not found and not words("singling").isdisjoint(near)) or (
            found and joined_to(document, found[-1], mention)
        ):
            found.append(mention)
    return found


def _object_end(document: Document, clause: Clause, hit: Hit[Any]) -> int:
    """Where the object of a cue ends: at a comma, or before words that open another clause."""
    folded, words = document.words.folded, document.language.words
    limit, doing = min(clause.last, hit.end + _REACH), tuple(words("doing")) or ("\0",)
    for at in range(hit.end, limit):
        if at > hit.end and document.breaks[at] and not folded[at].startswith(doing):
            return at
        if folded[at] in words("subject_stops") or folded[at] in words("supposing"):
            return at
    return limit


def _lead(document: Document, hit: Hit[Any], actor: Mention) -> str:
    """The word that leads to an actor, before an article and what describes him."""
    folded, words = document.words.folded, document.language.words
    at = actor.first - 1
    while at >= hit.end and (folded[at] in words("articles") or folded[at] in words("doer_adjectives")):
        at -= 1
    return folded[at]


def _of_english(document: Document, hit: Hit[Any], actor: Mention, deeds: frozenset[str], limit: int) -> bool:
    """Whether an English actor owns, or does, a deed in the object."""
    folded, words = document.words.folded, document.language.words
    lead = _lead(document, hit, actor)
    behind = folded[actor.last : min(actor.last + _TO_DEED, limit)]
    owner = actor.how == "conduct" or document.possessive(actor.last - 1) or _letters(document, actor)
    if lead in words("by") and hit.end < actor.first:
        return not deeds.isdisjoint(folded[hit.end : actor.first]) and (
            actor.how != "conduct" or not words("force_nouns").isdisjoint(behind)
        )
    if (
        lead in words("prepositions")
        and actor.first > hit.end
        and lead not in ("of", "with", "over", "at", "about", "for")
    ):
        return False
    if owner and not deeds.isdisjoint(behind):
        return True
    at = max(hit.end, actor.first - _TO_DEED)
    of_deed = lead == "of" and not (deeds - words("suffered_deeds")).isdisjoint(folded[at : actor.first])
    return of_deed and actor.how != "conduct" and not owner


def _letters(document: Document, actor: Mention) -> bool:
    """Whether an English actor is named by letters, as an adjective: US threats."""
    raw = document.text[document.words.starts[actor.first] : document.words.ends[actor.last - 1]]
    return actor.last - actor.first == 1 and raw.isupper()


def _of_russian(document: Document, hit: Hit[Any], actor: Mention, deeds: frozenset[str], limit: int) -> bool:
    """Whether a Russian actor's is the deed: политику США, турецкую операцию, испытание, проведенное КНДР."""
    folded, words, stems = document.words.folded, document.language.words, tuple(deeds)
    before, last = folded[hit.end : actor.first], folded[actor.last - 1]
    deed = any(word.startswith(stems) for word in before)
    by = bool(before) and before[-1].startswith(tuple(words("doing")))
    does = last.endswith(("ом", "ем", "ой", "ей", "ью", "ами", "ями", "им", "ым", "ими", "ыми"))
    led = not words("prepositions").isdisjoint(before[-1:])
    if actor.how == "conduct":
        behind = folded[actor.last : min(actor.last + 2, limit)]
        forces = any(word.startswith(tuple(words("force_nouns"))) for word in behind)
        if (forces and not led and deed and does) or (forces and not before):
            return True  # by X's troops; or thanked X's friends themselves
        apart = not words("prepositions").isdisjoint(before)
        return not apart and any(word.startswith(stems) for word in behind)
    if not deed:
        return False
    side = folded[actor.first - 2 : actor.first] == ("со", "стороны")
    does = does and not led and actor.how in ("name", "metonym")
    governed = words("prepositions").isdisjoint(before) and before[-1].startswith(stems)
    return by or side or does or governed
