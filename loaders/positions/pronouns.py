"""Stances on what a Russian pronoun means: он назвал их незаконными, Москва его отвергла.

Reads clauses, cues and topics; adds candidates whose target was named before, in the sentence or the one
before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import effect_of
from loaders.reading.document import Document
from loaders.reading.language import Cue, Verb
from loaders.reading.patterns import Hit
from ontology.record import Stance

_JUDGED = 3  # words from a pronoun to what it is called
_NAMED = ("ем", "ой", "ью", "ом", "ми", "ым", "им")  # ends of what something is called
_ADJECTIVES = tuple("ый ий ой ого его ому ему ым им ая яя ую юю ое ее ые ие ых их ыми ими".split())
_MANY = ("ы", "ов", "ев", "ам", "ям", "ах", "ях", "ами", "ями")  # ends of nouns in the plural


def by_pronoun(
    document: Document, clause: Clause, cues: list[Hit[Cue | Verb]], topics: dict[int, list[Target]]
) -> Iterator[Candidate]:
    """Whoever is for or against what "it" or "them" means, right beside his verb."""
    if document.language.code != "ru" or clause.verb is None or clause.verb_at < 0 or not clause.holders:
        return
    found = _called(document, clause, cues) or _object(document, clause)
    if found is None:
        return
    at, last, sign = found
    target = None if _named_in_front(document, clause, at) else _meant(document, clause, at, topics)
    if target is None:
        return
    if target.opposite:
        sign = -sign
    stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
    first = min(at, clause.verb_at)
    here = Target(target.id, at, at + 1, target.opposite)
    trace = (f"pronoun:{document.words.folded[at]}",)
    for holder in clause.holders:
        if holder != target.id:
            modality = modality_of(clause, holder, clause.verb.modality)
            yield Candidate(clause, here, holder, stance, modality, first, last, "strong", trace)


def _called(document: Document, clause: Clause, cues: list[Hit[Cue | Verb]]) -> tuple[int, int, int] | None:
    """Where a pronoun stands that is called good or bad, where that ends, and its sign."""
    words, lists = document.words.folded, document.language.words
    if clause.verb is None or clause.verb.lemma not in lists("describing"):
        return None
    for at in (clause.verb_at + 1, clause.verb_at - 1):
        if not clause.first <= at < clause.last or words[at] not in lists("object_pronouns"):
            continue
        start = max(at, clause.verb_at) + 1
        for hit in cues:
            if start < hit.end <= start + _JUDGED and (sign := _judgment(document, hit)):
                return at, hit.end, sign
    return None


def _named_in_front(document: Document, clause: Clause, at: int) -> bool:
    """Whether what a pronoun means was named by a gerund in front: комментируя слова …, назвал их …."""
    sentence = document.sentences[clause.sentence]
    gerund = any(h.start == sentence.first and h.sense.form == "participle" for h in sentence.of(Verb))
    return gerund and any(document.breaks[sentence.first + 1 : at])


def _judgment(document: Document, hit: Hit[Any]) -> int:
    """What a cue says of what it is predicated of: +1, -1, or 0 if it judges nothing."""
    effect, word = effect_of(hit.sense), document.words.folded[hit.start]
    if effect in ("after_minus", "bad") or (effect in ("harm", "danger", "minus") and word.endswith(_NAMED)):
        return -1
    return 1 if effect == "after_plus" else 0


def _object(document: Document, clause: Clause) -> tuple[int, int, int] | None:
    """Where a pronoun stands that is all of a verb's object, where both end, and the sign of the verb."""
    words, lists, verb = document.words.folded, document.language.words, clause.verb
    if verb is None or effect_of(verb) not in ("support", "minus") or verb.modality == "calls-for":
        return None
    if verb.lemma in lists("of_people"):
        return None
    end = clause.verb_at + len(verb.lemma.split("|")[0].split("_"))
    end += words[end : end + 1] in (("от",), ("с",), ("к",), ("против",), ("за",))
    sign = -1 if effect_of(verb) == "minus" else 1
    behind = end < clause.last and words[end] in lists("object_pronouns") | lists("asked_pronouns")
    if behind and (end + 1 >= clause.last or document.breaks[end + 1]):
        return end, end + 1, sign
    at = clause.verb_at - 1
    before = at >= clause.first and words[at] in lists("object_pronouns")
    closes = end >= clause.last or document.breaks[end] or words[end] in lists("prepositions")
    return (at, end, sign) if before and closes else None


def _meant(document: Document, clause: Clause, at: int, topics: dict[int, list[Target]]) -> Target | None:
    """What a pronoun means: what was named last before it, of its number."""
    here = [t for t in topics[clause.sentence] if t.last <= min(at, clause.first)]
    named = here or topics.get(clause.sentence - 1, [])
    many = document.words.folded[at] in document.language.words("plural_pronouns")
    return next((t for t in reversed(named) if _plural(document, t) == many), None)


def _plural(document: Document, target: Target) -> bool:
    """Whether the noun that a target begins with stands in the plural, as far as its form tells."""
    at, words = target.first, document.words.folded
    while at < target.last - 1 and words[at].endswith(_ADJECTIVES):
        at += 1
    plural = document.language.words("plural_nouns")
    named = target.words or range(target.first, target.last)
    return words[at].endswith(_MANY) or not plural.isdisjoint(words[i] for i in named)
