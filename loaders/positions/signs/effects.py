"""What a cue does to the sign of a target, and which sign a target has by itself."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.positions.candidates import Target
from loaders.reading.document import Document
from loaders.reading.language import Cue, Verb
from ontology.record import Stance
from ontology.vocabulary import Principle

LINK = 4  # words that may stand between a cue and what it governs
NEXT = "_next"  # ends the names of judgments that stand right behind what they judge
NEGATES_WITHIN = 3
AGAINST = frozenset({"minus", "danger", "harm"})
TURNING = AGAINST | {"bad", "negation"}
CUED = Cue | Verb  # made once: it is asked of every hit
_CONTRARY = {"good": "bad", "bad": "good", "open": "open"}
TOLD_THAT = 2  # words behind a verb of saying in which its "that" stands


def effect_of(sense: Cue | Verb) -> str:
    """What a cue or verb does to its target; a verb of saying that is for it supports it."""
    if isinstance(sense, Verb) and sense.effect == "plus" and sense.says:
        return "support"
    if isinstance(sense, Verb) and sense.effect == "minus" and sense.modality == "warns":
        return "danger"
    return sense.effect


def valence_of(document: Document, target: Target) -> str:
    """The side of whoever names the target's words: good, bad or open."""
    entry = document.vocabulary.items.get(target.id)
    valence = entry.valence if isinstance(entry, Principle) else "open"
    scorned = document.language.words("pejoratives")
    if valence == "open" and not scorned.isdisjoint(document.words.folded[at] for at in target.words):
        valence = "bad"  # накачивать Киев оружием
    return _CONTRARY[valence] if target.opposite else valence


def rejected(target: Target) -> Stance:
    """The stance of whoever is against what a target's words name."""
    return Stance.ENDORSE if target.opposite else Stance.REJECT


@dataclass(frozen=True, slots=True)
class Reading:
    """The sign composed for a target: +1, -1 or None, and what it rests on."""

    sign: int | None
    first: int
    last: int
    cued: str
    conditional: bool
    modality: str | None
    trace: tuple[str, ...]
