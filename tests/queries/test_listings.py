"""Lists by keyset: whole, without doubles, in order, and right while articles are loaded."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from graph import Store
from graph.batch import batch_of
from graph.store import Revision, Rows
from ontology.errors import InputError, UnknownName
from ontology.vocabulary import Vocabulary
from queries.listings import LISTINGS, one, page, read_filters, read_order
from queries.paging import cursor_of, place_of
from queries.search import find
from tests.queries import records
from tests.queries.records import CN, LAVROV, RU, SECURITY

PYTHON: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "date": str,
    "datetime": str,
    "strings": list,
    "integer": int,
    "float": (float, int),
    "boolean": bool,
}


def everything(store: Store, name: str, limit: int, sort: str | None = None, **given: str) -> list[str]:
    listing, cursor, found = LISTINGS[name], None, []
    order = read_order(listing, sort)
    while True:
        part = page(store, listing, read_filters(listing, given), limit=limit, order=order, cursor=cursor)
        found += [item["id"] for item in part.items]
        if part.next is None:
            assert len(found) == part.total
            return found
        cursor = part.next


@pytest.mark.parametrize("name", ["positions", "events", "articles"])
def test_pages_of_any_size_give_the_same_list(filled: Store, name: str) -> None:
    whole = everything(filled, name, 1000)
    assert len(set(whole)) == len(whole) > 2
    for limit in (1, 2, 3):
        assert everything(filled, name, limit) == whole


def test_pages_of_actors_give_the_whole_list(filled: Store) -> None:
    whole = everything(filled, "actors", 1000, kind="bloc")
    assert everything(filled, "actors", 17, kind="bloc") == whole == sorted(whole)


@pytest.mark.parametrize("name", sorted(LISTINGS))
def test_an_item_has_the_fields_of_its_list(filled: Store, name: str) -> None:
    listing = LISTINGS[name]
    (item,) = page(filled, listing, read_filters(listing, {}), limit=1).items
    assert list(item) == listing.columns and one(filled, listing, item["id"]) == item


def test_undated_positions_come_last(filled: Store) -> None:
    listing = LISTINGS["positions"]
    days = [item["said_on"] for item in page(filled, listing, read_filters(listing, {}), limit=1000).items]
    assert days[-1] is None and days[:-1] == sorted(days[:-1], reverse=True)


@pytest.mark.parametrize(
    ("name", "sort"),
    [(name, sort) for name in ("positions", "events", "articles") for sort in LISTINGS[name].orders]
    + [("principles", "name"), ("principles", "-name"), ("actors", "-id")],
)
def test_every_order_is_kept_from_page_to_page(filled: Store, name: str, sort: str) -> None:
    listing, key = LISTINGS[name], sort.removeprefix("-")
    given = {"kind": "bloc"} if name == "actors" else {}
    values, order = read_filters(listing, given), read_order(listing, sort)
    items = page(filled, listing, values, limit=1000, order=order).items
    keys = [item[key] for item in items]
    known = [value for value in keys if value is not None]
    assert None not in keys[: len(known)], "what has no value comes last"
    assert known == sorted(known, reverse=sort.startswith("-"))
    assert everything(filled, name, 4, sort, **given) == [item["id"] for item in items]


def test_a_cursor_is_one_of_its_list_and_order(filled: Store) -> None:
    positions, events = LISTINGS["positions"], LISTINGS["events"]
    cursor = page(filled, positions, {}, limit=1).next
    for listing, order in ((events, None), (positions, read_order(positions, "confidence"))):
        with pytest.raises(InputError, match="not one of this list and order"):
            page(filled, listing, {}, limit=1, order=order, cursor=cursor)
    for key in ([1], {}, "soon", "2024-02-30"):
        with pytest.raises(InputError, match="not one of this list and order"):
            page(filled, positions, {}, limit=1, cursor=cursor_of("positions", ["-said_on", key, "x"]))
    with pytest.raises(InputError, match="did you mean 'said_on'"):
        read_order(positions, "-saidon")


class Counting:
    """A store that keeps what it was asked."""

    def __init__(self, store: Store) -> None:
        self._store, self.asked = store, list[str]()

    def read(self, cypher: str, parameters: Any = None, **limits: Any) -> Rows:
        self.asked.append(cypher)
        return self._store.read(cypher, parameters, **limits)

    def revision(self) -> Revision:
        return self._store.revision()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("positions", {"via": "bloc:CSTO"}),
        ("positions", {"holder": RU, "target": SECURITY, "from": "2021"}),
        ("positions", {"review": "any"}),
        ("articles", {"mentions": RU}),
        ("events", {"from": "2021"}),
    ],
)
def test_only_the_first_page_counts_while_nothing_changes(
    filled: Store, name: str, given: dict[str, str]
) -> None:
    store, listing = Counting(filled), LISTINGS[name]
    values = read_filters(listing, given)
    first = page(store, listing, values, limit=1)  # type: ignore[arg-type]
    asked, store.asked = len(store.asked), []
    second = page(store, listing, values, limit=1, cursor=first.next)  # type: ignore[arg-type]
    assert second.total == first.total > 1
    assert len(store.asked) < asked and not any("RETURN count(" in cypher for cypher in store.asked)


def test_a_cursor_tells_the_number_of_its_own_filters_only(filled: Store) -> None:
    listing = LISTINGS["positions"]
    cursor = page(filled, listing, read_filters(listing, {"holder": RU}), limit=1).next
    other = read_filters(listing, {"target": SECURITY})
    whole = page(filled, listing, other, limit=1).total
    assert page(filled, listing, other, limit=1, cursor=cursor).total == whole
    place = place_of("positions", cursor or "", 4)
    for way in ("x", ["x", 3, None, False], [place[3][0], -3, "stance", 1], {}, None):
        forged = cursor_of("positions", [*place[:3], way])
        assert page(filled, listing, read_filters(listing, {"holder": RU}), limit=1, cursor=forged).total == 5


@pytest.mark.parametrize("sort", [order for order in LISTINGS["positions"].orders if "said_on" not in order])
@pytest.mark.parametrize(
    "given",
    [
        {"review": "any"},
        {},
        {"review": "pending"},
        {"min_confidence": "0.7", "from": "2023"},
        {"stance": "endorse", "to": "2024"},
        {"holder": RU, "within": SECURITY},
        {"via": "bloc:CSTO"},
    ],
)
def test_an_order_out_of_an_index_is_as_sorted(filled: Store, sort: str, given: dict[str, str]) -> None:
    listing = LISTINGS["positions"]
    values, order = read_filters(listing, given), read_order(listing, sort)
    whole = page(filled, listing, {**values, "review": "any"}, limit=1000, order=order).items
    wanted = [item["id"] for item in whole if item["id"] in set(everything(filled, "positions", 9, **given))]
    assert everything(filled, "positions", 2, sort, **given) == wanted


def test_the_fields_of_every_list_have_types(filled: Store) -> None:
    for listing in LISTINGS.values():
        (item,) = page(filled, listing, {}, limit=1).items
        assert list(listing.typed) == list(item)
        for name, kind in listing.typed.items():
            assert item[name] is None or isinstance(item[name], PYTHON[kind]), name


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({}, 14),
        ({"review": "any"}, 15),
        ({"review": "pending"}, 1),
        ({"holder": RU}, 5),
        ({"voice": LAVROV, "stance": "reject"}, 2),
        ({"target": SECURITY}, 5),
        ({"within": SECURITY}, 7),
        ({"via": "bloc:CSTO"}, 3),
        ({"contrast": "bloc:NATO"}, 1),
        ({"from": "2024-04-09", "to": "2024-04-09"}, 6),
        ({"from": "2025"}, 2),
        ({"min_confidence": "0.95"}, 0),
        ({"article": records.ARTICLES[3][1].article.id}, 2),
        ({"event": records.ARTICLES[2][1].events[0].id, "holder": CN}, 3),
    ],
)
def test_filters_of_positions(filled: Store, given: dict[str, str], count: int) -> None:
    assert len(everything(filled, "positions", 1000, **given)) == count


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("events", {"participant": LAVROV}, 2),
        ("events", {"place": "place:beijing"}, 1),
        ("events", {"kind": "talks", "from": "2024", "to": "2024"}, 1),
        ("articles", {"language": "ar"}, 1),
        ("articles", {"language": "ru", "from": "1990", "to": "1991"}, 0),
        ("articles", {"language": "fr"}, 0),
        ("articles", {"language": "other"}, 0),
        ("articles", {"publisher": "org:tass"}, 1),
        ("articles", {"mentions": CN, "from": "2024-01-01"}, 1),
        ("actors", {"q": "Sergey Lavrov"}, 1),
        ("actors", {"kind": "bloc", "q": "بريكس"}, 1),
    ],
)
def test_filters_of_other_lists(filled: Store, name: str, given: dict[str, str], count: int) -> None:
    assert len(everything(filled, name, 1000, **given)) == count


SPANS = [
    ("2021-12-08", "2021-12-08"),
    ("2021", "2024"),
    ("2024-01-01", None),
    ("2024-01-02", "2024-04-09"),
    (None, "2024-04-08"),
    ("2023-07", "2023-07"),
    ("2023-07-12", "2024-04-30"),
    ("2025", "2025-01-15"),
    ("2025-01-02", "2025-06-30"),
    (None, "2026-01-20"),
]


@pytest.mark.parametrize(
    "named", [{}, {"holder": RU}, {"target": SECURITY}, {"voice": LAVROV}, {"via": "bloc:CSTO"}]
)
def test_totals_are_what_counting_gives(filled: Store, named: dict[str, str]) -> None:
    listing = LISTINGS["positions"]
    every = page(filled, listing, read_filters(listing, {**named, "review": "any"}), limit=1000).items
    for start, end in SPANS:
        for review in ("standing", "pending", "any"):
            given = (
                {**named, "review": review}
                | ({"from": start} if start else {})
                | ({"to": end} if end else {})
            )
            values = read_filters(listing, given)
            kept = [
                item
                for item in every
                if item["said_on"]
                and (not start or item["said_on"] >= values["from"].isoformat())
                and (not end or item["said_on"] <= values["to"].isoformat())
                and (review == "any" or (item["review"] == "pending") == (review == "pending"))
            ]
            found = page(filled, listing, values, limit=1000)
            assert found.total == len(kept), given
            assert [item["id"] for item in found.items] == [item["id"] for item in kept], given


@pytest.mark.parametrize(
    "named", [{"holder": RU}, {"holder": RU, "target": SECURITY}, {"holder": RU, "within": SECURITY}]
)
def test_filters_together_are_counted_too(filled: Store, named: dict[str, str]) -> None:
    assert everything(filled, "positions", 2, **named)
    assert everything(filled, "positions", 2, stance="endorse", **named)


def test_wrong_filters_are_refused(filled: Store) -> None:
    listing = LISTINGS["positions"]
    with pytest.raises(InputError, match="'stance' must be one of"):
        read_filters(listing, {"stance": "like"})
    with pytest.raises(InputError, match="lies after"):
        read_filters(listing, {"from": "2025", "to": "2024"})
    with pytest.raises(UnknownName, match="'holder'"):
        page(filled, listing, {"holder": "state:QQ"}, limit=1)


def test_paging_stays_right_while_articles_are_loaded(store: Store) -> None:
    records.fill(store, records.ARTICLES[:3])
    listing, given = LISTINGS["positions"], {"review": "any"}
    first = page(store, listing, read_filters(listing, given), limit=5)
    text, record = records.ARTICLES[3]
    store.write(batch_of(record, text, Vocabulary.load(), datetime(2026, 1, 1, tzinfo=UTC)))
    rest = page(store, listing, read_filters(listing, given), limit=1000, cursor=first.next)
    seen = [item["id"] for item in first.items + rest.items]
    before = {position.id for _, record in records.ARTICLES[:3] for position in record.positions}
    assert len(seen) == len(set(seen)) and before == set(seen)


def test_search_finds_names_and_texts(filled: Store) -> None:
    kinds = {item["kind"] for item in find(filled, "Washington")}
    assert "position" in kinds
    assert find(filled, "بريكس")[0]["id"] == "bloc:BRICS"
    arabic = [item["id"] for item in find(filled, "الأمن") if item["kind"] == "position"]
    assert records.ARTICLES[1][1].positions[0].id in arabic
    assert find(filled, "qwertyuiop") == []
