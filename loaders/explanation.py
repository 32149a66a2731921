"""What extraction read and decided on the way to a record: every step, and what was dropped at it.

`loaders.pipeline.trace` makes an `Explanation`; a record is one part of it. What is told here and not
there (topics outside every clause, the weights behind a confidence) costs nothing until it is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loaders.positions.candidates import Candidate, Passed, Target
from loaders.positions.clauses import Clause
from loaders.positions.confidence import Standing
from loaders.reading.document import Document
from loaders.reading.language import Topic
from loaders.reading.layout import PROSE, Block, Kind
from loaders.reading.mentions import Mention
from ontology.record import Position, Record, Span

# The rules that make a candidate of something else than a topic named in the clause: they head its trace.
_RULES = frozenset("echo described launched praise blame written_off proven wrongdoer scorn esteem".split())


class Outcome(StrEnum):
    """What became of a candidate."""

    ACCEPTED = "accepted"
    PENDING = "pending"
    LESS_CLEAR = "less-clear"
    OPPOSED = "opposed"


class Unread(StrEnum):
    """Why a principle that the page names was weighed in no clause."""

    FOREIGN = "foreign"
    FRAME = "frame"
    TITLE = "title"
    UNCLAIMED = "unclaimed"


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate, what it would be as a position of its own, and what became of it.

    `standing`: what the article shows of that position. `kept` is the record's position for its holder
    and target: made of it, or preferred to it.
    """

    candidate: Candidate
    standing: Standing
    proof: Position
    outcome: Outcome
    kept: Position

    @property
    def rule(self) -> str:
        """The rule that made the candidate: `named` where its clause names the target."""
        head = self.candidate.trace[0].partition(":")[0] if self.candidate.trace else ""
        return head if head in _RULES else "named"

    @property
    def cues(self) -> tuple[tuple[str, str], ...]:
        """The cues in the order in which they were weighed: the effect of each, and its word."""
        steps = (step.partition(":") for step in self.candidate.trace)
        return tuple((effect, word) for effect, _, word in steps)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A principle named where no clause was weighed."""

    id: str
    span: Span
    reason: Unread


@dataclass(frozen=True)
class Explanation:
    """All that was read out of one article, step by step; `record` is the last."""

    document: Document
    mentions: tuple[Mention, ...]
    topics: dict[int, list[Target]]
    clauses: tuple[Clause, ...]
    judged: tuple[Judged, ...]
    passed: tuple[Passed, ...]
    record: Record

    @property
    def made(self) -> tuple[tuple[Position, Judged], ...]:
        """The record's positions, each with the candidate that made it."""
        by_id = {item.kept.id: item for item in self.judged if item.outcome in _MADE}
        return tuple((position, by_id[position.id]) for position in self.record.positions)

    @property
    def dropped(self) -> tuple[Judged, ...]:
        """The candidates of which no position was made, in order of the text."""
        lost = (item for item in self.judged if item.outcome not in _MADE)
        return tuple(sorted(lost, key=lambda item: (item.proof.evidence.start, item.proof.holder)))

    def nothing_made(self) -> tuple[Passed, ...]:
        """What a clause names without a candidate of any rule, in order of the text."""
        used = {(item.candidate.target.id, item.candidate.target.first) for item in self.judged}
        found = (item for item in self.passed if (item.target.id, item.target.first) not in used)
        return tuple(dict.fromkeys(sorted(found, key=lambda item: item.target.first)))

    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """The principles named outside every clause: in titles, in the page's frame, in foreign matter."""
        return tuple(sorted((*self._unclaimed(), *self._outside()), key=lambda item: item.span.start))

    def _unclaimed(self) -> Iterator[Elsewhere]:
        seen = {(item.target.id, item.target.first) for item in self.passed}
        seen |= {(item.candidate.target.id, item.candidate.target.first) for item in self.judged}
        for sentence in self.document.sentences:
            title = sentence.kind in (Kind.TITLE, Kind.HEADING)
            reason = Unread.TITLE if title else Unread.UNCLAIMED
            for target in self.topics[sentence.index]:
                if (target.id, target.first) not in seen:
                    yield Elsewhere(target.id, self.document.span(target.first, target.last), reason)

    def _outside(self) -> Iterator[Elsewhere]:
        for block in self.document.layout.blocks:
            if block.kind not in PROSE:
                yield from self._named_in(block)

    def _named_in(self, block: Block) -> Iterator[Elsewhere]:
        """The principles that a block names which is not read, as far as its words alone tell."""
        words = self.document.words
        first, last = bisect_left(words.starts, block.start), bisect_left(words.starts, block.end)
        reason = Unread.FOREIGN if block.kind is Kind.FOREIGN else Unread.FRAME
        hits = self.document.language.lexicon.find(words.folded[first:last], self.document.breaks[first:last])
        end = 0
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            topic = hit.sense
            if isinstance(topic, Topic) and not topic.denied and not topic.about and hit.start >= end:
                end = hit.end
                yield Elsewhere(topic.id, self.document.span(first + hit.start, first + hit.end), reason)


_MADE = frozenset({Outcome.ACCEPTED, Outcome.PENDING})
