"""Polarisation: how far two camps explain who agrees with whom.

It is the modularity of the best division in two camps, of a network whose ties may be hostile
(Gómez, Jensen and Arenas 2009; modularity as polarisation: Waugh et al. 2009):

    Q = 1 / (2 w⁺ + 2 w⁻) · sum over i, j of one camp of
        (congruence(i, j) − conflict(i, j) − (c(i) c(j) / 2 w⁺ − f(i) f(j) / 2 w⁻))

c(i) and f(i) are all congruence and all conflict of i, w⁺ and w⁻ all of the network. It is 0 where everybody
agrees with everybody, and 1/2 where two camps of one weight agree within and differ between.

Gómez, S., Jensen, P. and Arenas, A. (2009). Analysis of community structure in networks of correlated data.
Physical Review E 80, 016114.
Waugh, A. S., Pei, L., Fowler, J. H., Mucha, P. J. and Porter, M. A. (2009). Party polarization in Congress:
a network science approach. arXiv:0907.3509.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.networks.projection import Network

# From how many of the most active nodes the search for camps starts.
_STARTS = 10
_GAIN = 1e-12


@dataclass(frozen=True, slots=True)
class Camps:
    """The best division in two, the larger camp first, and how good it is."""

    polarisation: float
    camps: tuple[tuple[str, ...], tuple[str, ...]]


def camps(network: Network) -> Camps:
    """The two camps of a one-mode network by `ignore`; nodes without any tie are in neither."""
    nodes = sorted({node for tie in network.ties for node in (tie.source, tie.target)})
    matrix, total = _modularity(network, nodes)
    if not total:
        return Camps(0.0, ((), ()))
    best = max(
        (_improved(matrix, start) for start in _starts(matrix)), key=lambda sides: _quality(matrix, sides)
    )
    quality = _quality(matrix, best) / (2 * total)
    if quality <= _GAIN:
        return Camps(0.0, (tuple(nodes), ()))
    found = [
        tuple(node for node, side in zip(nodes, best, strict=True) if side == wanted) for wanted in (1, -1)
    ]
    found.sort(key=lambda camp: (-len(camp), camp))
    return Camps(quality, (found[0], found[1]))


def _modularity(network: Network, nodes: Sequence[str]) -> tuple[list[list[float]], float]:
    """What each pair adds to the modularity of a camp that holds both, and 2 w⁺ + 2 w⁻."""
    at = {node: index for index, node in enumerate(nodes)}
    agree, differ = [0.0] * len(nodes), [0.0] * len(nodes)
    for tie in network.ties:
        for node in (at[tie.source], at[tie.target]):
            agree[node] += tie.congruence
            differ[node] += tie.conflict
    positive, negative = sum(agree), sum(differ)
    matrix = [
        [
            (differ[i] * differ[j] / negative if negative else 0.0)
            - (agree[i] * agree[j] / positive if positive else 0.0)
            for j in range(len(nodes))
        ]
        for i in range(len(nodes))
    ]
    for tie in network.ties:
        i, j = at[tie.source], at[tie.target]
        matrix[i][j] += tie.congruence - tie.conflict
        matrix[j][i] += tie.congruence - tie.conflict
    return matrix, positive + negative


def _starts(matrix: list[list[float]]) -> Iterator[list[int]]:
    """Divisions to begin with: nobody apart, then around each of the most active nodes."""
    yield [1] * len(matrix)
    active = sorted(range(len(matrix)), key=lambda i: -sum(map(abs, matrix[i])))
    for node in active[:_STARTS]:
        yield [1 if i == node or matrix[node][i] > 0 else -1 for i in range(len(matrix))]


def _quality(matrix: list[list[float]], sides: Sequence[int]) -> float:
    # The rows of the matrix sum to 0, so that this is twice the sum within camps.
    return sum(
        one * sum(value * other for value, other in zip(row, sides, strict=True))
        for one, row in zip(sides, matrix, strict=True)
    )


def _improved(matrix: list[list[float]], start: Sequence[int]) -> list[int]:
    """A division that no move of one node makes better."""
    sides = list(start)
    pull = [sum(value * side for value, side in zip(row, sides, strict=True)) for row in matrix]
    while True:
        gains = [row[i] - sides[i] * pull[i] for i, row in enumerate(matrix)]
        best = max(range(len(sides)), key=gains.__getitem__)
        if gains[best] <= _GAIN:
            return sides
        sides[best] = -sides[best]
        pull = [value + 2 * sides[best] * row[best] for value, row in zip(pull, matrix, strict=True)]
