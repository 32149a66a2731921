"""What is kept of the positions for speed, brought in step with a change of them: tallies and summaries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import summaries, tallies
from graph.tallies import Counts, Tallied, counted

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class Changes:
    """The positions that went and those that came."""

    taken: list[Tallied] = field(default_factory=list)
    put: list[Tallied] = field(default_factory=list)

    def keep(self, tx: ManagedTransaction) -> None:
        """Bring in step what is kept of them."""
        taken, put = self._differing()
        counts: Counts = {}
        tallies.merge(counts, counted(put))
        tallies.merge(counts, counted(taken), -1)
        tallies.add(tx, counts)
        summaries.change(tx, taken, put)

    def _differing(self) -> tuple[list[Tallied], list[Tallied]]:
        """Without those that came back as they were, or came and went again."""
        left = Counter(position.told for position in self.taken)
        put = [position for position in self.put if not _one_less(left, position)]
        return [position for position in self.taken if _one_less(left, position)], put


def _one_less(left: Counter[tuple[object, ...]], position: Tallied) -> bool:
    """Whether there is one like it, which is then taken off."""
    found = left[position.told] > 0
    left[position.told] -= found
    return found
