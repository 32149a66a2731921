"""What a clause may state: targets, candidates for positions, and what was passed over and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from loaders.positions.clauses import Clause
from ontology.record import Modality, Stance


@dataclass(frozen=True, slots=True)
class Target:
    """A principle named, or an actor judged, in the words `first` up to `last`.

    `opposite`: the words name what the principle stands against. `negated`: a negation stands among
    them («Украина не должна вступать в НАТО»). `short`: they stand for what was named in full before.
    `words`: those of them that name it; words in its gaps may be cues (one China … opposing separatism).
    `again`: only what stands just before makes them mean it, so they count where nothing else is found.
    """

    id: str
    first: int
    last: int
    opposite: bool = False
    negated: bool = False
    short: bool = False
    words: tuple[int, ...] = ()
    again: bool = False


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

    @property
    def harmed(self) -> bool:
        """Whether damage to the target is told of."""
        return any(step.startswith("harm") for step in self.trace)


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


def modality_of(clause: Clause, holder: str, found: str | None) -> Modality:
    """The modality of a holder's position: that of its cue, or that it is reported of another."""
    if clause.speaker.voice is not None and holder not in clause.speaker.holders:
        return Modality.REPORTS_OTHER
    return Modality(found) if found else Modality.ASSERTS


def of_each(
    clause: Clause,
    target: Target,
    holders: Iterable[str],
    stance: Stance,
    words: tuple[int, int],
    trace: tuple[str, ...],
    modality: Callable[[str], Modality],
) -> Iterator[Candidate]:
    """A strong candidate for each holder but the target itself, in `words`, with the modality of each."""
    for holder in holders:
        if holder != target.id:
            yield Candidate(clause, target, holder, stance, modality(holder), *words, "strong", trace)
