"""Whom the pronoun of an Arabic word of praise or blame means: اتهمها بـ, متهما إياهما بـ, شكرهم على."""

from __future__ import annotations

from typing import Any

from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import judgeable
from loaders.positions.verdicts.objects import joined_to
from loaders.reading.document import Document
from loaders.reading.language import Cue
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit

_NAMED_WITHIN = 40  # words back to whoever is meant
_BOTH = "هما"


def has_suffix(document: Document, hit: Hit[Cue]) -> bool:
    """Whether a word of praise or blame has its object as a pronoun behind it, or at its end."""
    return _pronoun(document, hit) is not None


def meant_by_suffix(
    document: Document, clause: Clause, hit: Hit[Any], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """The actor named last before such a word, other than who speaks; two for the dual."""
    pronoun = _pronoun(document, hit)
    if pronoun is None:
        return []
    near = within(mentions, max(0, hit.start - _NAMED_WITHIN), hit.start)
    named = [m for m in near if m.kind in ("state", "bloc", "org") and m.how not in ("demonym", "title")]
    named = [m for m in named if judgeable(m, clause)]
    if not named or not pronoun.endswith(_BOTH):
        return named[-1:]
    return named[-2:] if len(named) > 1 and joined_to(document, named[-2], named[-1]) else []


def _pronoun(document: Document, hit: Hit[Any]) -> str | None:
    """The pronoun that is the object of a word, as it is written."""
    folded, words = document.words.folded, document.language.words
    if hit.sense.effect not in ("charged", "praise", "blame"):
        return None
    apart = (word for word in folded[hit.start : hit.end + 1] if word in words("them_apart"))
    if pronoun := next(apart, None):
        return pronoun
    word = folded[hit.start]
    return word if word.removeprefix("و").removeprefix("ف") in words("judged_them") else None
