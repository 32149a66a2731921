"""Blocs: which principles divide two of them most, and how far the members of one speak alike.

A member counts for what it said while it was a member, and with one line towards each principle: the mean
of its levels there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from queries.networks.projection import Options, Uses, distance, transposed, uses_of
from queries.networks.statements import Statement, Table

Lines = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Divide:
    """A principle on which two blocs differ: the mean line of each, −1 to 1, and their distance, 0 to 1."""

    principle: str
    distance: float
    line: float
    other_line: float
    members: int
    other_members: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Cohesion:
    """How often members agree, compared with chance.

    `agreement` and `chance` lie between 0 and 1. `cohesion` is Krippendorff's alpha: 1 where all agree
    always, 0 where they agree as if each had drawn its line from all lines of the bloc, below 0 where they
    agree less. `outside` is how often members agree with those who are none.
    """

    agreement: float | None
    chance: float | None
    cohesion: float | None
    outside: float | None
    members: int
    principles: int
    pairs: int


def divides(table: Table, bloc: str, other: str, options: Options) -> list[Divide]:
    """The principles that both blocs speak of, the most dividing first."""
    one, two = (transposed(uses_of(table.said_by(name), options)) for name in (bloc, other))
    found = [_divide(principle, one, two) for principle in sorted(one.keys() & two.keys())]
    return sorted(found, key=lambda item: (-item.distance, -len(item.statements), item.principle))


def _divide(principle: str, one: Uses, two: Uses) -> Divide:
    lines, others = _lines({principle: one[principle]}), _lines({principle: two[principle]})
    line, other_line = fmean(lines[principle].values()), fmean(others[principle].values())
    behind = {
        item
        for uses in (one, two)
        for levels in uses[principle].values()
        for use in levels.values()
        for item in use.statements
    }
    return Divide(
        principle,
        distance(line, other_line),
        line,
        other_line,
        len(lines[principle]),
        len(others[principle]),
        tuple(sorted(behind, key=lambda item: item.position)),
    )


def _lines(uses: Uses) -> Lines:
    """Principle -> actor -> its mean level."""
    return {
        principle: {
            actor: sum(level * use.count for level, use in levels.items())
            / sum(use.count for use in levels.values())
            for actor, levels in actors.items()
        }
        for principle, actors in uses.items()
    }


def cohesion(table: Table, bloc: str, options: Options) -> Cohesion:
    """How far the members of a bloc speak alike.

    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability: principles are the units, members
    the coders, and the distance of two lines is that of the networks.
    """
    said = table.said_by(bloc)
    inside = _lines(transposed(uses_of(said, options)))
    # Only where two members speak of a principle can they agree.
    shared = {principle: lines for principle, lines in inside.items() if len(lines) > 1}
    outside = _outside(table, said, inside, options)
    members = {member for lines in shared.values() for member in lines}
    pairs = sum(len(lines) * (len(lines) - 1) // 2 for lines in shared.values())
    if not pairs:
        return Cohesion(None, None, None, outside, len(members), 0, 0)
    observed, expected = _observed(shared), _expected(shared)
    alpha = 1 - observed / expected if expected else None
    return Cohesion(1 - observed, 1 - expected, alpha, outside, len(members), len(shared), pairs)


def _observed(shared: Lines) -> float:
    """Disagreement within principles, each line weighing the same."""
    total = sum(len(lines) for lines in shared.values())
    return sum(2 * _apart(list(lines.values())) / (len(lines) - 1) for lines in shared.values()) / total


def _expected(shared: Lines) -> float:
    """Disagreement of two lines drawn from all."""
    every = [line for lines in shared.values() for line in lines.values()]
    return 2 * _apart(every) / (len(every) * (len(every) - 1))


def _apart(lines: list[float]) -> float:
    """The distances of all pairs, added up: sorted, each gap is passed by every pair around it."""
    ordered = sorted(lines)
    gaps = (distance(low, high) for low, high in pairwise(ordered))
    return sum(gap * (at + 1) * (len(ordered) - at - 1) for at, gap in enumerate(gaps))


def _outside(table: Table, said: Table, inside: Lines, options: Options) -> float | None:
    """How often members agree with others, over all pairs of a member and another on one principle."""
    ours = set(said.statements)
    others = _lines(
        transposed(uses_of(table.only(item for item in table.statements if item not in ours), options))
    )
    agreements = [
        1 - distance(line, against)
        for principle in sorted(inside.keys() & others.keys())
        for member, line in inside[principle].items()
        for other, against in others[principle].items()
        if other != member
    ]
    return fmean(agreements) if agreements else None
