"""From statements to networks: actors × principles, actors, principles.

With x(i, j, k) the number of statements in which i takes level k of agreement towards j, and the distance
of two levels d(k, l) between 0 (the same) and 1 (opposite), a tie of two nodes is (Leifeld 2017):

    congruence(i, i') = sum over j, k, l of x(i, j, k) · x(i', j, l) · (1 − d(k, l))
    conflict(i, i')   = sum over j, k, l of x(i, j, k) · x(i', j, l) · d(k, l)
    subtract          = congruence − conflict
    ignore            = sum over j of all statements of i about j times all of i' about j

Normalised, it is divided by
    average   the mean number of statements of the two
    jaccard   the sum of x(i, j, k) not matched by i', of x(i', j, k) not matched by i, and of the products
              x(i, j, k) · x(i', j, k)
    cosine    the product of the lengths of the two vectors x(i, ·, ·) and x(i', ·, ·)

A cell of the two-mode network counts agreeing statements (congruence), disagreeing ones (conflict), their
difference (subtract) or all (ignore), normalised by all statements of the actor (activity) or about the
principle (prominence).

The Java program divides by the product of the two sums where it says cosine; here it is the cosine.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations

from ontology.errors import InputError
from queries.networks.statements import Statement, Table

KINDS = ("actors", "principles", "two-mode")
BY = ("congruence", "conflict", "subtract", "ignore")
NORMALISATIONS = ("none", "average", "jaccard", "cosine", "activity", "prominence")
DUPLICATES = ("all", "article", "day", "week", "month", "year", "range")
STANCES = ("sides", "scale")

_ONE_MODE, _TWO_MODE = {"average", "jaccard", "cosine"}, {"activity", "prominence"}
_NEGLIGIBLE = 1e-12

# What stands at one place of x: level -> the statements that count once each, with their duplicates.
Levels = Mapping[float, "Use"]
Uses = Mapping[str, Mapping[str, Levels]]


@dataclass(slots=True)
class Use:
    """How often a level is taken, and all statements behind it, duplicates included."""

    count: int = 0
    statements: list[Statement] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How statements are counted and tied.

    `stances`: `sides` sees only who agrees (conditionally too) and who rejects; `scale` sees the steps
    between, neutral and ambivalent as its middle.
    """

    by: str = "congruence"
    normalise: str = "none"
    duplicates: str = "range"
    stances: str = "sides"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes, by id in order, or an actor and a principle."""

    source: str
    target: str
    weight: float
    congruence: float
    conflict: float


@dataclass(frozen=True)
class Network:
    """Nodes with their numbers of statements, ties, and the way from each tie to what it rests on."""

    kind: str
    options: Options
    table: Table
    uses: Uses
    ties: tuple[Tie, ...]

    @cached_property
    def nodes(self) -> dict[str, int]:
        """How many statements count for each node, by id in order."""
        counts = _counts(self.uses)
        if self.kind == "two-mode":
            counts |= _counts(transposed(self.uses))
        return dict(sorted(counts.items()))

    def behind(self, tie: Tie) -> list[Statement]:
        """The statements that make a tie, the oldest first; only those that the tie counts."""
        found = self._cell(tie) if self.kind == "two-mode" else self._pair(tie)
        return sorted(set(found), key=lambda item: (item.on or date.min, item.position))

    def _cell(self, tie: Tie) -> Iterator[Statement]:
        sign = {"congruence": 1, "conflict": -1}.get(self.options.by)
        for level, use in self.uses[tie.source][tie.target].items():
            if sign is None or level * sign > 0:
                yield from use.statements

    def _pair(self, tie: Tie) -> Iterator[Statement]:
        # Opposite levels add nothing to congruence, same ones nothing to conflict.
        vain = {"congruence": 1.0, "conflict": 0.0}.get(self.options.by)
        one, other = self.uses[tie.source], self.uses[tie.target]
        for shared in one.keys() & other.keys():
            for level, use in one[shared].items():
                for opposite, against in other[shared].items():
                    if distance(level, opposite) != vain:
                        yield from use.statements
                        yield from against.statements


def network(table: Table, kind: str, options: Options) -> Network:
    """The network of a kind over a table."""
    _check(kind, options)
    uses = uses_of(table, options)
    match kind:
        case "actors":
            return Network(kind, options, table, uses, tuple(_one_mode(uses, options)))
        case "principles":
            uses = transposed(uses)
            return Network(kind, options, table, uses, tuple(_one_mode(uses, options)))
    return Network(kind, options, table, uses, tuple(_two_mode(uses, options)))


def _check(kind: str, options: Options) -> None:
    wrong = _ONE_MODE if kind == "two-mode" else _TWO_MODE
    if options.normalise in wrong:
        fitting = sorted((_ONE_MODE | _TWO_MODE) - wrong)
        raise InputError(
            f"'normalise' cannot be {options.normalise} in a network of this kind ({kind}): "
            f"give none, {' or '.join(fitting)}.",
            parameter="normalise",
        )


def level_of(statement: Statement, stances: str) -> float | None:
    """The level of agreement, −1 to 1; None where a stance takes no side and only sides count."""
    if stances == "scale":
        return statement.value
    return math.copysign(1.0, statement.value) if statement.value else None


def distance(level: float, other: float) -> float:
    """How far two levels lie apart, 0 to 1."""
    return abs(level - other) / 2


def uses_of(table: Table, options: Options) -> Uses:
    """x(i, j, k): actor -> principle -> level -> how often, each statement once for its kind of duplicate."""
    uses: dict[str, dict[str, dict[float, Use]]] = {}
    seen: set[object] = set()
    for item in table.statements:
        level = level_of(item, options.stances)
        if level is None:
            continue
        cell = uses.setdefault(item.holder, {}).setdefault(item.target, {})
        use = cell.setdefault(level, Use())
        use.statements.append(item)
        key = (item.holder, item.target, level, _occasion(item, options.duplicates))
        if key not in seen:
            seen.add(key)
            use.count += 1
    return uses


def _occasion(item: Statement, duplicates: str) -> object:
    """What two statements must share to be duplicates; without a date they share the lack of it."""
    match duplicates:
        case "all":
            return item.position
        case "article":
            return item.article
        case "range":
            return None
    if item.on is None:
        return None
    parts = {"day": item.on, "week": item.on.isocalendar()[:2], "month": (item.on.year, item.on.month)}
    return parts.get(duplicates, item.on.year)


def transposed(uses: Uses) -> Uses:
    """The same counts, principles first."""
    turned: dict[str, dict[str, Levels]] = defaultdict(dict)
    for actor, targets in uses.items():
        for target, levels in targets.items():
            turned[target][actor] = levels
    return dict(turned)


def _counts(uses: Uses) -> dict[str, int]:
    return {
        node: sum(use.count for levels in others.values() for use in levels.values())
        for node, others in uses.items()
    }


def _one_mode(uses: Uses, options: Options) -> Iterator[Tie]:
    norm = _Norms(uses, options.normalise)
    for source, target in sorted(_meeting(uses)):
        agree, differ = _parts(uses[source], uses[target])
        by = norm(source, target)
        congruence, conflict = agree / by, differ / by
        weight = _weight(congruence, conflict, options.by)
        if abs(weight) > _NEGLIGIBLE:
            yield Tie(source, target, weight, congruence, conflict)


def _meeting(uses: Uses) -> set[tuple[str, str]]:
    """Every two nodes that share a neighbour."""
    return {pair for nodes in transposed(uses).values() for pair in combinations(sorted(nodes), 2)}


def _parts(one: Mapping[str, Levels], other: Mapping[str, Levels]) -> tuple[float, float]:
    """Congruence and conflict of two nodes, not normalised."""
    agree = differ = 0.0
    for shared in one.keys() & other.keys():
        for level, use in one[shared].items():
            for opposite, against in other[shared].items():
                joint, part = use.count * against.count, distance(level, opposite)
                agree += joint * (1 - part)
                differ += joint * part
    return agree, differ


def _weight(congruence: float, conflict: float, by: str) -> float:
    match by:
        case "congruence":
            return congruence
        case "conflict":
            return conflict
        case "subtract":
            return congruence - conflict
    # Every pair of statements is partly congruent and for the rest in conflict.
    return congruence + conflict


class _Norms:
    """What the tie of two nodes is divided by."""

    def __init__(self, uses: Uses, normalise: str) -> None:
        self._uses, self._normalise = uses, normalise
        self._activity = _counts(uses)

    def __call__(self, one: str, other: str) -> float:
        match self._normalise:
            case "average":
                return (self._activity[one] + self._activity[other]) / 2
            case "cosine":
                return self._length(one) * self._length(other)
            case "jaccard":
                return self._union(one, other)
        return 1.0

    def _length(self, node: str) -> float:
        return math.sqrt(sum(count * count for count in _vector(self._uses[node]).values()))

    def _union(self, one: str, other: str) -> float:
        left, right = _vector(self._uses[one]), _vector(self._uses[other])
        alone = sum(count for key, count in left.items() if key not in right)
        alone += sum(count for key, count in right.items() if key not in left)
        return alone + sum(left[key] * right[key] for key in left.keys() & right.keys())


def _vector(others: Mapping[str, Levels]) -> dict[tuple[str, float], int]:
    return {(other, level): use.count for other, levels in others.items() for level, use in levels.items()}


def _two_mode(uses: Uses, options: Options) -> Iterator[Tie]:
    activity, prominence = _counts(uses), _counts(transposed(uses))
    for actor, targets in sorted(uses.items()):
        for target, levels in sorted(targets.items()):
            by = {"activity": activity[actor], "prominence": prominence[target]}.get(options.normalise, 1)
            pro = sum(use.count * level for level, use in levels.items() if level > 0) / by
            con = sum(use.count * -level for level, use in levels.items() if level < 0) / by
            every = sum(use.count for use in levels.values()) / by
            weight = every if options.by == "ignore" else _weight(pro, con, options.by)
            # An actor that is for it as often as against it is tied to it by 0.
            if weight or options.by == "subtract":
                yield Tie(actor, target, weight, pro, con)
