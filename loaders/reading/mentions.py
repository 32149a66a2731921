"""A mention: an actor or place that a document names, by words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor or place in the words `first` up to `last`.

    `how` is the way it is named: name, surname, metonym, demonym, title, counterpart, anaphora, side
    (of a state, by its nationality), conduct (what a state does or thinks, by its nationality).
    A person carries the `state` (or body) it represents here and its `role`; `name` is given for
    persons that no vocabulary lists.
    """

    first: int
    last: int
    id: str
    how: str
    state: str | None = None
    role: str | None = None
    name: str | None = None
    kind: str = field(init=False, repr=False, compare=False)  # the part of the id before the colon

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", self.id.partition(":")[0])


def within(mentions: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """The mentions that begin in the words `first` up to `last`; `mentions` are in order."""
    start = bisect_left(mentions, first, key=_place)
    return mentions[start : bisect_left(mentions, last, start, key=_place)]


_place = attrgetter("first")
