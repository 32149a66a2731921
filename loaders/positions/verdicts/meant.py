"""Whom the pronoun of an Arabic word of praise or blame means: اتهمها بـ, متهما إياهما بـ, تضامنه معها."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import is_another, judgeable
from loaders.positions.verdicts.objects import joined_to
from loaders.reading.document import Document
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.vocabulary import Person

_NAMED_WITHIN = 40  # words back to whoever is meant
_BOTH = "هما"
_JUDGES = frozenset({"charged", "praise", "blame"})


def pronoun_of(document: Document, clause: Clause, hit: Hit[Any]) -> int | None:
    """The word that is or ends in the pronoun of whom a word of praise or blame judges; None without one."""
    folded, lists = document.words.folded, document.language.words
    if hit.sense.effect not in _JUDGES:
        return None
    for at in range(hit.start, min(hit.end + 1, clause.last)):
        if folded[at] in lists("them_apart"):
            return at
        word = folded[at].removeprefix("و").removeprefix("ف")
        if word in lists("judged_them") and at < hit.end:
            return at
    return None


def meant_by_pronoun(
    document: Document, clause: Clause, at: int, mentions: tuple[Mention, ...]
) -> list[Mention]:
    """The actor of its gender that was named last before a pronoun, but who speaks; two for the dual.

    Where none is of its gender, and for several, the state, bloc or body named last.
    """
    word = document.words.folded[at]
    near = [m for m in within(mentions, max(0, at - _NAMED_WITHIN), at) if m.how != "demonym"]
    bodies = [m for m in near if m.kind in ("state", "bloc", "org") and m.how != "title"]
    bodies = [m for m in bodies if judgeable(m, clause)]
    if word.endswith(_BOTH):
        both = len(bodies) > 1 and joined_to(document, bodies[-2], bodies[-1])
        meant = bodies[-2:] if both else []
    else:
        others = [
            m for m in near if m.kind != "place" and is_another(m, clause) and m.id not in clause.holders
        ]
        fits = [] if word.endswith("هم") else [m for m in others if _of_gender(document, m, word)]
        meant = (fits or bodies)[-1:]
    return [replace(m, first=at, last=at + 1) for m in meant]


def _of_gender(document: Document, actor: Mention, pronoun: str) -> bool:
    """Whether a pronoun of one may mean an actor: a state mostly if it is feminine."""
    feminine = pronoun.endswith("ها")
    word, lists = document.words.folded[actor.first], document.language.words
    entry = document.vocabulary.items.get(actor.id)
    if isinstance(entry, Person) or actor.kind == "person":
        return isinstance(entry, Person) and (entry.gender == "f") == feminine
    masculine = lists("masculine_states") | lists("masculine_heads")
    return (word.removeprefix("ال") in masculine or word in masculine) != feminine
