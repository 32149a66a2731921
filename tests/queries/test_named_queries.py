"""Every named query on both engines, over records written by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph import Store
from ontology.errors import InputError, UnknownName
from queries.registry import FOLDER, load, named
from queries.values import LARGEST
from tests.queries import records
from tests.queries.records import CN, CSTO, EXPANSION, KZ, LAVROV, RU, SCO, SECURITY, US

IDS = {
    "article-facts": {"article": records.ARTICLES[2][1].article.id},
    "statements-at-event": {"event": records.ARTICLES[2][1].events[0].id},
}


def ask(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return named(name).run(store, **given).as_dicts()


@pytest.mark.parametrize("name", sorted(load()))
def test_the_example_of_every_query_runs(filled: Store, name: str) -> None:
    query = load()[name]
    given = {**query.example, **IDS.get(name, {})}
    rows = query.ask(filled, given)
    assert rows.columns == tuple(item.name for item in query.columns)
    assert all(_is_plain(value) for row in rows.rows for value in row), "columns hold plain values"
    assert rows == query.ask(filled, given), "the order is always the same"


def _is_plain(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(item is None or isinstance(item, str | int | float | bool) for item in items)


def test_blocs_linked_to_a_principle(filled: Store) -> None:
    rows = ask(filled, "blocs-linked-to-principle", holder=RU, principle=SECURITY)
    found = [(row["said_on"], row["bloc_id"].removeprefix("bloc:"), row["link"]) for row in rows]
    assert sorted(found) == records.FLAGSHIP
    assert [row["said_on"] for row in rows] == sorted(row["said_on"] for row in rows)
    assert rows[0]["passage"] == records.ARTICLES[0][1].positions[0].evidence.text
    assert {row["target_id"] for row in rows[:3]} == {records.CIS_SECURITY}, "narrower principles count"


def test_pending_positions_stay_out_unless_asked_for(filled: Store) -> None:
    rows = ask(filled, "blocs-linked-to-principle", holder=RU, principle=SECURITY, include_pending=True)
    assert [row["bloc_id"] for row in rows if row["review"] == "pending"] == ["bloc:NATO"]
    assert len(rows) == len(records.FLAGSHIP) + 1
    (waiting,) = ask(filled, "positions-awaiting-review")
    assert waiting["confidence"] == 0.4


def test_dates_bound_an_answer_inclusively(filled: Store) -> None:
    days = {"from": "2023-07-12", "to": "2023-07-12"}
    rows = ask(filled, "blocs-linked-to-principle", holder=RU, principle=SECURITY, **days)
    assert {row["said_on"] for row in rows} == {"2023-07-12"} and len(rows) == 4


def test_positions_of_a_holder(filled: Store) -> None:
    rows = ask(filled, "positions-of-holder", holder=RU)
    assert [row["said_on"] for row in rows] == ["2021-12-08"] * 2 + ["2023-07-12"] + ["2024-04-09"] * 2
    assert rows[2]["via"] == ["bloc:CIS", "bloc:CSTO", "bloc:EAEU", "bloc:SCO"] and rows[2]["contrast"] == []
    rejected = ask(filled, "positions-of-holder", holder=RU, stance="reject", target=EXPANSION)
    assert [row["target_id"] for row in rejected] == [EXPANSION]
    assert ask(filled, "positions-of-holder", holder="state:FR") == []


def test_positions_between_dates(filled: Store) -> None:
    rows = ask(filled, "positions-between", **{"from": "2024", "to": "2024", "target": SECURITY})
    assert [(row["holder_id"], row["stance"]) for row in rows if row["holder_id"] != RU] == [
        item for item in [(row["holder_id"], row["stance"]) for row in rows] if item[0] != RU
    ]
    assert {(row["holder_id"], row["stance"]) for row in rows} == {
        (RU, "endorse"),
        (CN, "endorse"),
        (US, "reject"),
    }


def test_supporters_and_opponents(filled: Store) -> None:
    rows = ask(filled, "supporters-and-opponents", principle=SECURITY)
    assert [(row["side"], row["holder_id"], row["statements"]) for row in rows] == [
        ("supports", RU, 3),
        ("supports", KZ, 2),
        ("supports", CN, 1),
        ("opposes", US, 1),
    ]
    assert (rows[0]["first_on"], rows[0]["last_on"]) == ("2021-12-08", "2024-04-09")
    assert rows[0]["passage"].startswith("Lavrov said")


def test_what_two_states_share_and_dispute(filled: Store) -> None:
    rows = ask(filled, "shared-and-disputed", first=RU, second=CN)
    assert [(row["relation"], row["target_id"]) for row in rows] == [
        ("agree", SECURITY),
        ("agree", records.SANCTIONS),
        ("unclear", EXPANSION),
    ]
    (disputed,) = [
        row
        for row in ask(filled, "shared-and-disputed", first=CN, second=US)
        if row["relation"] == "disagree"
    ]
    assert disputed["target_id"] == SECURITY and disputed["second_passage"].startswith("Washington rejects")


def test_like_minded(filled: Store) -> None:
    rows = ask(filled, "like-minded", holder=RU)
    assert [(row["other_id"], row["agree"], row["disagree"], row["unclear"]) for row in rows] == [
        (CN, 2, 0, 1),
        (KZ, 2, 0, 1),
        (US, 0, 1, 1),
    ]


def test_members_of_a_bloc_on_a_day(filled: Store) -> None:
    before = {
        row["state_id"]: row["status"]
        for row in ask(filled, "bloc-members-on", bloc="bloc:CSTO", on="2023-07-12")
    }
    after = {
        row["state_id"]: row["status"]
        for row in ask(filled, "bloc-members-on", bloc="bloc:CSTO", on="2025-01-01")
    }
    assert before["state:AM"] == "member" and after["state:AM"] == "suspended" and "state:UZ" not in before
    today = ask(filled, "bloc-members-on", bloc="bloc:CSTO", status="member")
    assert {"state:RU", "state:KZ"} <= {row["state_id"] for row in today}


def test_events_of_an_actor_and_its_representatives(filled: Store) -> None:
    rows = ask(filled, "events-of-actor", actor=RU)
    assert [(row["date"], row["part"]) for row in rows] == [
        ("2021-12-08", "Sergey Lavrov"),
        ("2024-04-09", "Sergey Lavrov"),
        ("2025-02-01", "participant"),
    ]
    assert rows[1]["place"] == "Beijing" and rows[1]["participants"] == ["Sergey Lavrov", "Wang Yi"]
    assert len(ask(filled, "events-of-actor", actor=LAVROV, kind="talks", **{"from": "2024"})) == 1


def test_who_a_person_speaks_for(filled: Store) -> None:
    rows = ask(filled, "speaks-for", person=LAVROV, on="2021-12-08")
    assert [(row["actor_id"], row["role"], row["statements"]) for row in rows] == [
        (RU, "foreign-minister", 5)
    ]
    (spoken,) = ask(filled, "spoke-for", voice=LAVROV)
    assert (spoken["holder_id"], spoken["statements"]) == (RU, 5)


def test_a_line_over_time(filled: Store) -> None:
    rows = ask(filled, "line-over-time", holder=US, target=EXPANSION)
    assert [(row["said_on"], row["stance"], row["before"], row["changed"]) for row in rows] == [
        ("2023-07-12", "endorse", None, False),
        ("2025-02-01", "reject", "endorse", True),
    ]
    (change,) = ask(filled, "line-changes")
    assert (change["holder_id"], change["before"], change["after"], change["said_on"]) == (
        US,
        "endorse",
        "reject",
        "2025-02-01",
    )


def test_most_contested(filled: Store) -> None:
    rows = ask(filled, "most-contested")
    assert [(row["principle_id"], row["supporters"], row["opponents"]) for row in rows] == [(SECURITY, 3, 1)]


def test_what_is_known_of_an_article(filled: Store) -> None:
    rows = ask(filled, "article-facts", article=IDS["article-facts"]["article"])
    kinds = [row["kind"] for row in rows]
    assert kinds.count("position") == 6 and kinds.count("event") == 1 and kinds.count("publisher") == 1
    assert "China endorse Eurasian security architecture" in [row["name"] for row in rows]


def test_a_path_between_two_actors(filled: Store) -> None:
    rows = ask(filled, "path-between", start=RU, end=CN)
    assert [row["step"] for row in rows] == [1, 2] and {row["one_id"] for row in rows} == {RU, CN}
    assert rows[0]["other_id"] == rows[1]["other_id"] and all(row["position"] for row in rows)


def test_a_path_does_not_lead_over_pending_positions(store: Store) -> None:
    said = records.Said
    pair = records.article(
        "One meeting", "2024-01-01",
        said(RU, SECURITY, "endorse", "One passage.", review="pending"),
        said("state:FJ", SECURITY, "endorse", "Another passage."),
    )  # fmt: skip
    records.fill(store, [pair])
    assert ask(store, "path-between", start=RU, end="state:FJ") == []
    assert len(ask(store, "path-between", start=RU, end="state:FJ", include_pending=True)) == 2


def test_a_path_goes_around_pending_positions(store: Store) -> None:
    said, fiji = records.Said, "state:FJ"
    first = records.article(
        "One meeting", "2024-01-01",
        said(RU, SECURITY, "endorse", "One passage.", review="pending"),
        said(fiji, SECURITY, "endorse", "Another passage."),
    )  # fmt: skip
    second = records.article(
        "Two meetings", "2024-01-02",
        said(RU, EXPANSION, "endorse", "A passage."),
        said(CN, EXPANSION, "reject", "B passage."),
        said(CN, records.SANCTIONS, "reject", "C passage."),
        said(fiji, records.SANCTIONS, "reject", "D passage."),
    )  # fmt: skip
    records.fill(store, [first, second])
    rows = ask(store, "path-between", start=RU, end=fiji)
    assert [(row["step"], row["one_id"], row["other_id"]) for row in rows] == [
        (1, RU, EXPANSION),
        (2, CN, EXPANSION),
        (3, CN, records.SANCTIONS),
        (4, fiji, records.SANCTIONS),
    ]
    assert len(ask(store, "path-between", start=RU, end=fiji, include_pending=True)) == 2
    assert ask(store, "path-between", start=RU, end=RU) == []


def test_positions_by_month_leave_bare_years_out(filled: Store) -> None:
    rows = ask(filled, "positions-by-month")
    assert [row["month"] for row in rows] == ["2021-12", "2023-07", "2024-04", "2025-02"]
    assert sum(row["statements"] for row in rows) == 12 and rows[0]["conditional"] == 1


def test_blocs_by_frequency(filled: Store) -> None:
    rows = {row["bloc_id"]: row for row in ask(filled, "blocs-by-frequency")}
    assert (rows["bloc:CSTO"]["via"], rows["bloc:NATO"]["via"], rows["bloc:NATO"]["contrasts"]) == (3, 1, 1)


def test_latest_positions_come_newest_first(filled: Store) -> None:
    rows = ask(filled, "latest-positions", count=3)
    assert [row["said_on"] for row in rows] == ["2025-02-01", "2025-01-01", "2024-04-09"]


def test_the_largest_limit_is_none_too_large(filled: Store) -> None:
    asked = {"from": "2000", "to": "2030"}
    answer = named("events-between").run(filled, **asked, most=LARGEST)
    assert answer.rows == named("events-between").run(filled, **asked).rows


def test_unknown_ids_are_answered_with_a_suggestion(filled: Store) -> None:
    with pytest.raises(UnknownName, match=r"'holder'\): did you mean 'state:RU'\?"):
        ask(filled, "positions-of-holder", holder="state:RUS")
    with pytest.raises(UnknownName, match=r"did you mean 'state:RU'\?"):
        ask(filled, "positions-of-holder", holder="Россия")
    with pytest.raises(InputError, match=r"is no actor .* give an id that begins with 'state:'"):
        ask(filled, "positions-of-holder", holder=SECURITY)
    with pytest.raises(UnknownName, match="ids of this kind begin with 'article:'"):
        ask(filled, "article-facts", article="article:0000000000000000")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("like-minded", {"holder": RU}),
        ("like-minded", {"holder": RU, "most": 2}),
        ("like-minded", {"holder": RU, "from": "2022", "to": "2025"}),
        ("like-minded", {"holder": US, "from": "2023", "include_pending": True}),
        *(("positions-via-bloc", {"bloc": bloc, "most": most}) for bloc in (CSTO, SCO) for most in (1, 200)),
        ("positions-via-bloc", {"bloc": "bloc:NATO", "link": "CONTRASTS", "most": 1, "to": "2026"}),
        ("positions-via-bloc", {"bloc": SCO, "most": 1, "from": "2022", "include_pending": True}),
        *(
            ("positions-via-bloc", {"holder": holder, "bloc": bloc, "most": most, **more})
            for holder, bloc in ((RU, CSTO), ("state:CN", SCO))
            for most in (1, 200)
            for more in ({}, {"from": "2021", "to": "2024-12-31"})
        ),
        ("most-contested", {"least": 0, "most": 2}),
        ("most-contested", {"least": 0, "from": "2022", "to": "2024"}),
        ("most-contested", {"least": 0, "to": "2026", "include_pending": True}),
        ("outlets-of-holder", {"holder": RU, "include_pending": True}),
        ("outlets-of-holder", {"holder": RU, "from": "2022"}),
        ("outlets-of-holder", {"holder": RU, "to": "2023-12-31", "include_pending": True}),
        ("blocs-by-frequency", {"holder": RU, "include_pending": True}),
        ("blocs-by-frequency", {"most": 2}),
        ("blocs-by-frequency", {"from": "2022", "to": "2026", "most": 3}),
        ("blocs-by-frequency", {"from": "2022", "include_pending": True}),
        ("positions-by-month", {"from": "2022", "to": "2025"}),
        ("positions-by-month", {"to": "2026", "include_pending": True}),
        ("line-over-time", {"holder": RU, "target": SECURITY, "most": 2}),
        ("positions-on", {"target": SECURITY}),
        ("positions-on", {"target": EXPANSION, "stance": "reject", "include_pending": True}),
        ("positions-on", {"target": SECURITY, "from": "2022", "most": 3}),
        *(
            ("line-changes", {**given, **more})
            for given in ({}, {"holder": US}, {"target": EXPANSION}, {"holder": US, "target": EXPANSION})
            for more in ({}, {"include_pending": True}, {"from": "2022"}, {"to": "2026", "most": 1})
        ),
        ("like-minded", {"holder": US, "include_pending": True}),
        ("most-contested", {}),
        ("most-contested", {"least": 0, "include_pending": True}),
        *(
            (name, {**given, "include_pending": pending})
            for pending in (False, True)
            for name, given in (
                ("supporters-and-opponents", {"principle": SECURITY}),
                ("supporters-and-opponents", {"principle": SECURITY, "from": "2022", "to": "2026"}),
                ("supporters-and-opponents", {"principle": EXPANSION, "to": "2023"}),
                ("principles-of-holder", {"holder": RU}),
                ("bloc-members-on-principle", {"bloc": "bloc:SCO", "principle": SECURITY}),
                (
                    "bloc-members-on-principle",
                    {"bloc": "bloc:SCO", "principle": SECURITY, "on": "2023-07-12"},
                ),
                ("blocs-by-frequency", {"holder": RU}),
                ("blocs-by-frequency", {}),
                ("blocs-by-frequency", {"principle": SECURITY}),
                ("positions-via-bloc", {"holder": RU, "bloc": "bloc:SCO", "most": 3}),
                (
                    "positions-via-bloc",
                    {"holder": RU, "bloc": "bloc:NATO", "link": "CONTRASTS", "from": "2023"},
                ),
                ("voices-of-holder", {"holder": RU}),
                ("speaks-for", {"person": LAVROV}),
                ("positions-by-month", {"holder": RU}),
                ("outlets-of-holder", {"holder": RU}),
            )
        ),
        ("positions-by-month", {}),
        ("positions-by-month", {"include_pending": True}),
        ("latest-positions", {"count": 5}),
        ("latest-positions", {"holder": RU, "include_pending": True}),
        ("positions-awaiting-review", {}),
        ("positions-between", {"from": "2023", "to": "2025"}),
        ("positions-between", {"from": "2022", "to": "2025", "target": SECURITY, "most": 3}),
        ("positions-between", {"from": "2022", "to": "2025", "target": EXPANSION, "stance": "reject"}),
        ("positions-between", {"from": "2023", "to": "2025", "holder": RU, "stance": "reject"}),
        ("positions-of-holder", {"holder": RU, "most": 3}),
        ("positions-of-holder", {"holder": RU, "from": "2023", "include_pending": True}),
        ("positions-of-holder", {"holder": RU, "to": "2023-07-12"}),
        ("positions-of-holder", {"holder": RU, "target": SECURITY, "most": 4, "include_pending": True}),
        ("positions-between", {"from": "2021", "to": "2025", "holder": RU, "target": SECURITY}),
        ("line-over-time", {"holder": RU, "target": SECURITY}),
        ("shared-and-disputed", {"first": RU, "second": US}),
        ("shared-and-disputed", {"first": US, "second": RU, "include_pending": True}),
        ("line-over-time", {"holder": RU, "target": SECURITY, "from": "2023"}),
        ("blocs-linked-to-principle", {"holder": RU, "principle": SECURITY}),
        (
            "blocs-linked-to-principle",
            {"holder": RU, "principle": SECURITY, "to": "2023", "include_pending": True},
        ),
    ],
)
def test_the_tallies_give_the_same_answer(filled: Store, name: str, given: dict[str, Any]) -> None:
    query = named(name)
    quick = query.run(filled, **given)
    assert quick.rows and query.quick
    assert quick == replace(query, quick={}).run(filled, **given)


def test_every_quick_answer_belongs_to_a_query() -> None:
    quick = {(path.parent.name, path.stem) for path in FOLDER.glob("*/*.cypher")}
    assert quick == {(folder, name) for name, query in load().items() for folder in query.quick}


ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"holder": RU},
    {"target": SECURITY},
    {"holder": US, "target": EXPANSION},
    {"from": "2024"},
    {"place": "place:beijing"},
)


@pytest.mark.parametrize("name", sorted(load()))
def test_a_folded_query_gives_what_the_whole_one_gives(filled: Store, name: str) -> None:
    query = named(name)
    known = {item.name for item in query.parameters}
    example = {**query.example, **IDS.get(name, {})}
    required = {item.name: example[item.name] for item in query.parameters if item.required}
    for given in ASKED:
        if set(given) <= known:
            plain = filled.read(query.cypher, query.read({**required, **given}))
            assert query.ask(filled, {**required, **given}).rows == plain.rows, given
