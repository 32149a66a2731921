"""Networks against small ones worked out by hand."""

from __future__ import annotations

import math
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from ontology.errors import InputError
from queries.networks.analyses import ANALYSES
from queries.networks.blocs import cohesion, divides
from queries.networks.changes import changes
from queries.networks.measures import communities, nodes
from queries.networks.polarisation import camps
from queries.networks.projection import Network, Options, network
from queries.networks.statements import Standing, Statement, Table
from queries.networks.windows import end_of, period_of, windows

STANCE = {1.0: "endorse", 0.5: "conditional", 0.0: "neutral", -1.0: "reject"}


def table(*said: tuple[object, ...], standings: tuple[Standing, ...] = ()) -> Table:
    """A table of (holder, principle, value[, day[, article[, precision]]])."""
    return Table(tuple(_statement(at, *one) for at, one in enumerate(said)), {}, standings)


def _statement(
    at: int,
    holder: str,
    target: str,
    value: float,
    day: str | None = "2024-01-01",
    article: str = "one",
    precision: str = "day",
) -> Statement:
    on = date.fromisoformat(day) if day else None
    return Statement(
        f"p{at}", holder, f"principle:{target}", STANCE[float(value)], float(value), on, article, precision
    )


# A agrees with B on P, differs on Q; with C it differs on Q and agrees on R. D says one thing twice.
DEBATE = table(
    ("A", "P", 1), ("A", "Q", 1), ("A", "R", -1),
    ("B", "P", 1), ("B", "Q", -1),
    ("C", "Q", -1), ("C", "R", -1),
    ("D", "P", 1, "2024-01-03", "one"), ("D", "P", 1, "2024-01-05", "two"),
)  # fmt: skip


def weights(found: Network) -> dict[str, float]:
    return {f"{tie.source}{tie.target}".replace("principle:", ""): tie.weight for tie in found.ties}


def made(kind: str = "actors", of: Table = DEBATE, **options: str) -> dict[str, float]:
    return weights(network(of, kind, Options(**options)))


def test_congruence_counts_the_principles_that_two_agree_on() -> None:
    assert made() == {"AB": 1, "AC": 1, "AD": 1, "BC": 1, "BD": 1}


def test_conflict_counts_the_principles_that_two_differ_on() -> None:
    assert made(by="conflict") == {"AB": 1, "AC": 1}


def test_subtraction_takes_the_one_from_the_other() -> None:
    # A with B and with C: one agreement, one difference, no tie.
    assert made(by="subtract") == {"AD": 1, "BC": 1, "BD": 1}


def test_ignoring_sides_counts_every_shared_principle() -> None:
    assert made(by="ignore") == {"AB": 2, "AC": 2, "AD": 1, "BC": 1, "BD": 1}


def test_average_activity() -> None:
    # A has 3 statements, B 2, C 2, D 1 (said twice).
    assert made(normalise="average") == pytest.approx(
        {"AB": 1 / 2.5, "AC": 1 / 2.5, "AD": 1 / 2, "BC": 1 / 2, "BD": 1 / 1.5}
    )


def test_jaccard() -> None:
    # A alone Q+ R-, B alone Q-, both P+; D has nothing that A has not.
    assert made(normalise="jaccard") == pytest.approx(
        {"AB": 1 / 4, "AC": 1 / 4, "AD": 1 / 3, "BC": 1 / 3, "BD": 1 / 2}
    )


def test_cosine() -> None:
    found = made(normalise="cosine")
    assert found["AB"] == pytest.approx(1 / (math.sqrt(3) * math.sqrt(2)))
    assert found["AD"] == pytest.approx(1 / math.sqrt(3)) and found["BC"] == pytest.approx(1 / 2)


def test_what_is_said_twice_may_count_twice() -> None:
    # D's two statements meet the one of A.
    assert made(duplicates="all")["AD"] == 2
    assert made(duplicates="all", normalise="average")["AD"] == pytest.approx(2 / 2.5)
    assert made(duplicates="all", normalise="jaccard")["AD"] == pytest.approx(2 / 4)
    assert made(duplicates="all", normalise="cosine")["AD"] == pytest.approx(2 / (math.sqrt(3) * 2))


@pytest.mark.parametrize(
    ("duplicates", "counted"),
    [("all", 6), ("article", 4), ("day", 5), ("week", 4), ("month", 3), ("year", 2), ("range", 1)],
)
def test_duplicates_count_once_for_each(duplicates: str, counted: int) -> None:
    said = table(
        ("A", "P", 1, "2024-01-01", "one"),
        ("A", "P", 1, "2024-01-01", "two"),
        ("A", "P", 1, "2024-01-05", "two"),
        ("A", "P", 1, "2024-01-08", "three"),
        ("A", "P", 1, "2024-02-01", "four"),
        ("A", "P", 1, "2025-02-01", "four"),
    )
    assert network(said, "two-mode", Options(duplicates=duplicates)).nodes["A"] == counted


def test_opposite_statements_are_no_duplicates() -> None:
    said = table(("A", "P", 1), ("A", "P", -1), ("B", "P", 1))
    assert made(of=said) == {"AB": 1} and made(of=said, by="conflict") == {"AB": 1}
    assert made(of=said, by="subtract") == {}


def test_principles_are_tied_by_who_treats_them_alike() -> None:
    assert made("principles") == {"PQ": 1, "QR": 1}
    assert made("principles", by="conflict") == {"PQ": 1, "PR": 1, "QR": 1}
    # P is spoken of by A, B and D; R by A and C.
    assert made("principles", by="conflict", normalise="average")["PR"] == pytest.approx(1 / 2.5)


def test_actors_and_principles() -> None:
    assert made("two-mode", by="subtract") == {
        "AP": 1, "AQ": 1, "AR": -1, "BP": 1, "BQ": -1, "CQ": -1, "CR": -1, "DP": 1,
    }  # fmt: skip
    assert made("two-mode", by="conflict") == {"AR": 1, "BQ": 1, "CQ": 1, "CR": 1}
    assert made("two-mode", by="subtract", normalise="activity")["AR"] == pytest.approx(-1 / 3)
    assert made("two-mode", by="subtract", normalise="prominence")["AR"] == pytest.approx(-1 / 2)
    assert made("two-mode", by="ignore", duplicates="all")["DP"] == 2


def test_the_scale_sees_steps_and_sides_do_not() -> None:
    said = table(("A", "P", 1), ("B", "P", 0.5), ("C", "P", 0), ("D", "P", -1))
    assert made(of=said) == {"AB": 1}
    assert made(of=said, stances="scale") == {"AB": 0.75, "AC": 0.5, "BC": 0.75, "BD": 0.25, "CD": 0.5}
    assert made(of=said, stances="scale", by="conflict") == {
        "AB": 0.25, "AC": 0.5, "AD": 1, "BC": 0.25, "BD": 0.75, "CD": 0.5,
    }  # fmt: skip


def test_a_normalisation_of_another_kind_is_refused() -> None:
    with pytest.raises(InputError, match="average"):
        network(DEBATE, "actors", Options(normalise="activity"))
    with pytest.raises(InputError, match="prominence"):
        network(DEBATE, "two-mode", Options(normalise="jaccard"))


def test_every_tie_opens_into_its_statements() -> None:
    found = network(DEBATE, "actors", Options())
    behind = {f"{tie.source}{tie.target}": [one.position for one in found.behind(tie)] for tie in found.ties}
    assert behind == {"AB": ["p0", "p3"], "AC": ["p2", "p6"], "AD": ["p0", "p7", "p8"], "BC": ["p4", "p5"],
                      "BD": ["p3", "p7", "p8"]}  # fmt: skip
    conflict = network(DEBATE, "actors", Options(by="conflict"))
    assert [one.position for one in conflict.behind(conflict.ties[0])] == ["p1", "p4"]
    two = network(DEBATE, "two-mode", Options(by="congruence"))
    assert [one.position for one in two.behind(two.ties[-1])] == ["p7", "p8"]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("kind", ["actors", "principles"])
def test_congruence_and_conflict_are_the_parts_of_all(seed: int, kind: str) -> None:
    random = Random(seed)
    said = table(
        *((random.choice("ABCD"), random.choice("PQR"), random.choice([1, 0.5, 0, -1])) for _ in range(30))
    )
    for stances in ("sides", "scale"):
        parts = [
            made(kind, said, by=by, stances=stances, duplicates="all")
            for by in ("congruence", "conflict", "subtract", "ignore")
        ]
        for pair in parts[3]:
            congruence, conflict, subtract, ignore = (part.get(pair, 0) for part in parts)
            assert congruence + conflict == pytest.approx(ignore)
            assert congruence - conflict == pytest.approx(subtract)


# --- windows ---------------------------------------------------------------------------------------------

DATED = table(
    ("A", "P", 1, "2024-01-01"), ("A", "P", 1, "2024-01-04"), ("A", "P", 1, "2024-01-10"),
    ("A", "P", 1, "2024-03-01"), ("A", "P", 1, None),
)  # fmt: skip


def cut(unit: str, size: int = 1, step: int | None = None) -> list[tuple[str, str, int]]:
    return [
        (str(window.first), str(window.last), len(window.table.statements))
        for window in windows(DATED, unit, size, step)
    ]


def test_no_window_is_the_whole_table() -> None:
    (whole,) = windows(DATED)
    assert whole.table is DATED and whole.first is None


def test_windows_of_days_move_by_their_step() -> None:
    assert cut("days", 10, 5)[:3] == [
        ("2024-01-01", "2024-01-10", 3), ("2024-01-06", "2024-01-15", 1), ("2024-01-11", "2024-01-20", 0),
    ]  # fmt: skip
    assert cut("days", 10, 5)[-1] == ("2024-02-25", "2024-03-05", 1)
    assert cut("days", 30) == [
        ("2024-01-01", "2024-01-30", 3), ("2024-01-31", "2024-02-29", 0), ("2024-03-01", "2024-03-30", 1),
    ]  # fmt: skip


def test_windows_of_statements_hold_as_many_as_asked() -> None:
    assert cut("statements", 2, 1) == [
        ("2024-01-01", "2024-01-04", 2), ("2024-01-04", "2024-01-10", 2), ("2024-01-10", "2024-03-01", 2),
    ]  # fmt: skip
    assert cut("statements", 3) == [("2024-01-01", "2024-01-10", 3)]
    assert cut("statements", 5) == []


def test_windows_of_the_calendar() -> None:
    assert cut("month") == [("2024-01-01", "2024-01-31", 3), ("2024-03-01", "2024-03-31", 1)]
    assert cut("year") == [("2024-01-01", "2024-12-31", 4)]


@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year"])
def test_periods_lie_side_by_side(unit: str) -> None:
    day = date(2023, 12, 1)
    for _ in range(500):
        first = period_of(day, unit)
        assert first <= day <= end_of(first, unit) and period_of(end_of(first, unit), unit) == first
        assert period_of(end_of(first, unit) + timedelta(days=1), unit) == end_of(first, unit) + timedelta(
            days=1
        )
        day += timedelta(days=1)


@pytest.mark.parametrize(("size", "step", "name"), [(0, 1, "size"), (1, 0, "step")])
def test_empty_windows_and_steps_are_refused(size: int, step: int, name: str) -> None:
    with pytest.raises(InputError, match="between 1 and") as refused:
        ANALYSES["actors"].read({"window": "days", "size": size, "step": step})
    assert refused.value.parameter == name


def test_too_many_windows_are_refused() -> None:
    said = table(("A", "P", 1, "1990-01-01"), ("A", "P", 1, "2020-01-01"))
    with pytest.raises(InputError, match="step"):
        list(windows(said, "days", 1, 1))


# --- blocs -----------------------------------------------------------------------------------------------

JOINED = (
    Standing("A", "bloc:X", date(2020, 1, 1), None),
    Standing("B", "bloc:X", date(2020, 1, 1), date(2024, 6, 1)),
    Standing("B", "bloc:Y", date(2024, 6, 1), None),
    Standing("C", "bloc:Y", None, None),
)


def test_members_are_one_actor_while_they_are_members() -> None:
    said = table(
        ("A", "P", 1, "2024-05-31"), ("B", "P", 1, "2024-05-31"), ("B", "P", -1, "2024-06-01"),
        ("A", "P", 1, "2019-12-31"), ("A", "P", 1, None), ("C", "P", -1, "2024-05-31"),
        standings=JOINED,
    )  # fmt: skip
    holders = [one.holder for one in said.merged(["bloc:X"]).statements]
    assert holders == ["bloc:X", "bloc:X", "B", "A", "A", "C"]
    holders = [one.holder for one in said.merged(["bloc:X", "bloc:Y"]).statements]
    assert holders == ["bloc:X", "bloc:X", "bloc:Y", "A", "A", "bloc:Y"]


def test_who_is_in_two_blocs_speaks_for_both() -> None:
    both = (Standing("A", "bloc:X"), Standing("A", "bloc:Y"))
    merged = table(("A", "P", 1), standings=both).merged(["bloc:Y", "bloc:X"])
    assert [one.holder for one in merged.statements] == ["bloc:X", "bloc:Y"]


def test_the_principles_that_divide_two_blocs_most() -> None:
    members = tuple(Standing(who, bloc) for who, bloc in [("A", "bloc:X"), ("B", "bloc:X"), ("C", "bloc:Y")])
    said = table(
        ("A", "P", 1), ("B", "P", 1), ("C", "P", -1),
        ("A", "Q", 1), ("B", "Q", -1), ("C", "Q", -1),
        ("A", "R", 1), ("D", "R", -1),
        standings=members,
    )  # fmt: skip
    found = divides(said, "bloc:X", "bloc:Y", Options())
    assert [(one.principle, one.distance, one.line, one.other_line) for one in found] == [
        ("principle:P", 1.0, 1.0, -1.0), ("principle:Q", 0.5, 0.0, -1.0),
    ]  # fmt: skip
    assert [one.position for one in found[0].statements] == ["p0", "p1", "p2"]


def test_cohesion_is_agreement_compared_with_chance() -> None:
    # On P one of three differs, on Q two agree. Within: 2 pairs of 3 lines apart, 0 of 1. Of all 5 lines
    # (two for, three against) 6 of 10 pairs are apart.
    members = tuple(Standing(who, "bloc:X") for who in "ABC")
    said = table(
        ("A", "P", 1), ("B", "P", 1), ("C", "P", -1), ("A", "Q", -1), ("B", "Q", -1),
        ("D", "P", 1), ("C", "R", 1),
        standings=members,
    )  # fmt: skip
    found = cohesion(said, "bloc:X", Options())
    assert found.agreement == pytest.approx(1 - 2 / 5) and found.chance == pytest.approx(1 - 12 / 20)
    assert found.cohesion == pytest.approx(1 - (2 / 5) / (12 / 20)) == pytest.approx(1 / 3)
    assert found.outside == pytest.approx(2 / 3)
    assert (found.members, found.principles, found.pairs) == (3, 2, 4)


def test_cohesion_where_nobody_could_differ_is_unknown() -> None:
    said = table(("A", "P", 1), ("B", "P", 1), standings=(Standing("A", "bloc:X"), Standing("B", "bloc:X")))
    found = cohesion(said, "bloc:X", Options())
    assert (found.agreement, found.chance, found.cohesion, found.outside) == (1, 1, None, None)
    assert cohesion(said, "bloc:Y", Options()).agreement is None


# --- camps, communities, centralities --------------------------------------------------------------------


def test_two_equal_camps_are_wholly_polarised() -> None:
    said = table(("A", "P", 1), ("B", "P", 1), ("C", "P", -1), ("D", "P", -1))
    found = camps(network(said, "actors", Options(by="ignore")))
    assert found.polarisation == pytest.approx(0.5) and found.camps == (("A", "B"), ("C", "D"))


def test_consensus_is_not_polarised() -> None:
    said = table(*((who, "P", 1) for who in "ABCD"))
    found = camps(network(said, "actors", Options(by="ignore")))
    assert (found.polarisation, found.camps) == (0.0, (("A", "B", "C", "D"), ()))


def test_one_against_two() -> None:
    # w+ = 1, w- = 2. Within {A, B} with themselves: 2 of congruence; by chance (1 + 1)^2 / 2 of it, and
    # (1 + 1)^2 / 4 of conflict; C with itself: 2^2 / 4. Q = (2 - 2 + 1 + 1) / 6.
    said = table(("A", "P", 1), ("B", "P", 1), ("C", "P", -1))
    found = camps(network(said, "actors", Options(by="ignore")))
    assert found.polarisation == pytest.approx(1 / 3) and found.camps == (("A", "B"), ("C",))


def _modularity(found: Network, side: dict[str, int]) -> float:
    agree = dict.fromkeys(side, 0.0)
    differ = dict.fromkeys(side, 0.0)
    for tie in found.ties:
        for node in (tie.source, tie.target):
            agree[node] += tie.congruence
            differ[node] += tie.conflict
    plus, minus = sum(agree.values()), sum(differ.values())
    total = 2 * sum(
        tie.congruence - tie.conflict for tie in found.ties if side[tie.source] == side[tie.target]
    )
    for i, j in product(side, side):
        if side[i] == side[j]:
            total -= agree[i] * agree[j] / plus if plus else 0
            total += differ[i] * differ[j] / minus if minus else 0
    return total / (plus + minus)


@pytest.mark.parametrize("seed", range(30))
def test_no_division_is_better_than_the_one_found(seed: int) -> None:
    random = Random(seed)
    said = table(
        *((random.choice("ABCDEFGH"), random.choice("PQRST"), random.choice([1, -1])) for _ in range(25))
    )
    found = network(said, "actors", Options(by="ignore", normalise="average"))
    actors = sorted({end for tie in found.ties for end in (tie.source, tie.target)})
    every = (dict(zip(actors, sides, strict=True)) for sides in product([0, 1], repeat=len(actors)))
    best = max(_modularity(found, side) for side in every)
    result = camps(found)
    side = {node: at for at, camp in enumerate(result.camps) for node in camp}
    assert result.polarisation == pytest.approx(_modularity(found, side)) == pytest.approx(best)


def test_communities_and_centralities() -> None:
    # Two triangles that one principle of their own ties, and B-C between them.
    said = table(
        ("A", "P", 1), ("B", "P", 1), ("E", "P", 1), ("C", "Q", 1), ("D", "Q", 1), ("F", "Q", 1),
        ("B", "R", 1), ("C", "R", 1),
    )  # fmt: skip
    found = network(said, "actors", Options())
    assert communities(found) == [{"A", "B", "E"}, {"C", "D", "F"}]
    measured = {node.id: node for node in nodes(found)}
    # 6 of 10 pairs of others have their shortest way through B.
    assert measured["B"].betweenness == pytest.approx(6 / 10) and measured["A"].betweenness == 0
    assert measured["B"].degree == 3 and measured["B"].strength == 3
    # From B: A, E, C one step; D, F two.
    assert measured["B"].closeness == pytest.approx(5 / 7)
    assert (measured["A"].community, measured["D"].community) == (1, 2)


def test_a_table_without_ties_has_measures() -> None:
    (alone,) = nodes(network(table(("A", "P", 1)), "actors", Options()))
    assert (alone.degree, alone.strength, alone.eigenvector) == (0, 0, None)
    assert nodes(network(table(), "actors", Options())) == []


# --- changes of line -------------------------------------------------------------------------------------


def changed(*said: tuple[object, ...], stances: str = "sides") -> list[tuple[str, str, int, bool]]:
    return [
        (one.before.position, one.after.position, one.held, one.returned)
        for one in changes(table(*said), stances)
    ]


def test_a_change_has_the_last_statement_before_and_the_first_after() -> None:
    assert changed(
        ("A", "P", 1, "2024-01-01"), ("A", "P", 0.5, "2024-02-01"), ("A", "P", -1, "2024-03-01"),
        ("A", "P", -1, "2024-04-01"), ("A", "P", 1, "2024-05-01"), ("B", "P", -1, "2024-02-15"),
        ("A", "Q", -1, "2024-02-15"),
    ) == [("p1", "p2", 2, False), ("p3", "p4", 2, True)]  # fmt: skip


def test_the_scale_sees_smaller_changes() -> None:
    said = (("A", "P", 1, "2024-01-01"), ("A", "P", 0.5, "2024-02-01"))
    assert changed(*said) == [] and changed(*said, stances="scale") == [("p0", "p1", 1, False)]


def test_both_sides_on_one_day_change_no_line() -> None:
    assert changed(("A", "P", 1, "2024-01-01"), ("A", "P", -1, "2024-01-01")) == []
    assert changed(
        ("A", "P", 1, "2024-01-01"), ("A", "P", -1, "2024-01-02"), ("A", "P", 1, "2024-01-02")
    ) == []  # fmt: skip


def test_what_may_have_been_said_in_either_order_changes_no_line() -> None:
    year = ("A", "P", 1, "2024-01-01", "one", "year")
    assert changed(year, ("A", "P", -1, "2024-03-01")) == []
    assert changed(year, ("A", "P", -1, "2025-03-01")) == [("p0", "p1", 1, False)]
    assert changed(("A", "P", 1, None), ("A", "P", -1, "2024-01-01")) == []
