"""What is kept of the positions for speed, brought in step with a change of them.

Tallies count them, summaries tell of those that are alike, rolls name who is beside whom, turns are where
a holder left its line, carriers are the outlets of whose articles they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import rolls, summaries, tallies, turns
from graph.carriers import Carried
from graph.tallies import LINE, Counts, Tallied, counted, line_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.batch import GraphBatch


@dataclass(frozen=True, slots=True)
class Changes:
    """The positions that went and those that came."""

    taken: list[Tallied] = field(default_factory=list)
    put: list[Tallied] = field(default_factory=list)
    carried: Carried = field(default_factory=Carried)

    def take(self, tx: ManagedTransaction, article: str) -> None:
        """Note what an article has that is going."""
        self.taken.extend(tallies.of_article(tx, article))
        self.carried.take(tx, article)

    def add(self, batch: GraphBatch, positions: Iterable[Tallied]) -> None:
        """Note what an article has that is coming."""
        positions = list(positions)
        self.put.extend(positions)
        self.carried.add(batch, positions)

    def keep(self, tx: ManagedTransaction) -> None:
        """Bring in step what is kept of them."""
        taken, put = self._differing()
        counts: Counts = {}
        tallies.merge(counts, counted(put))
        tallies.merge(counts, counted(taken), -1)
        before, after = tallies.add(tx, counts)
        gone, come = summaries.change(tx, taken, put)
        rolls.change(tx, before, after, gone, come)
        sizes = {line_of(item): count.total() for item, count in after.items() if item.startswith(LINE)}
        turns.change(tx, taken, put, sizes)
        self.carried.keep(tx)

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
