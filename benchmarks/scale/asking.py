"""Every named query and every list, asked as users ask: the well-known often, the rest now and then.

Ids are drawn as the generated articles have them, so that most draws are of what most articles are about.
Time is taken at the port that every door uses, and beside it the processor time that server and client spent
together, which tells what the machine would need if nothing else ran on it.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.scale.generating import World
from graph import Store
from ontology.errors import QueryRefused
from ontology.vocabulary import Vocabulary
from queries.listings import LISTINGS, Listing, page, read_filters, read_order
from queries.paging import cursor_of, place_of
from queries.registry import NamedQuery, Parameter, load

PAGE = 50
DRAWS = 15
_WARM = 3

Given = dict[str, Any]


@dataclass
class Figure:
    """What one question took over its draws, in milliseconds."""

    name: str
    wall: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The figure as a row: median and worst, and what the worst was asked with."""
        at = self.wall.index(max(self.wall))
        return {
            "question": self.name,
            "median_ms": round(statistics.median(self.wall), 1),
            "worst_ms": round(max(self.wall), 1),
            "busy_median_ms": round(statistics.median(self.busy), 1),
            "busy_worst_ms": round(max(self.busy), 1),
            "rows": int(statistics.median(self.rows)),
            "worst": " ".join(f"{key}={value}" for key, value in self.given[at].items()),
        }


class Clock:
    """Wall time, and processor time of this process and the server's."""

    def __init__(self, server: int) -> None:
        self._server = server

    def take(self, work: Callable[[], int]) -> tuple[float, float, int]:
        start, busy = time.perf_counter(), self._busy()
        rows = work()
        return 1000 * (time.perf_counter() - start), 1000 * (self._busy() - busy), rows

    def _busy(self) -> float:
        return time.process_time() + time.clock_gettime(_processor_clock(self._server))


def _processor_clock(pid: int) -> int:
    """Linux's clock of a process on the processor, which counts threads that have ended too."""
    return ~pid << 3 | 2


class Draws:
    """Values as the generated articles have them."""

    def __init__(self, store: Store, seed: int = 7) -> None:
        self._world = World(Vocabulary.load(), 1)
        self._world.dice = self.dice = random.Random(seed)
        self._held = {label: _some(store, label) for label in ("Article", "Event")}

    def of(self, item: Parameter) -> Any:
        if item.type != "id":
            return {"date": "2024-01-01", "number": 0.5, "boolean": True}.get(item.type) or item.choices[0]
        return self.id(item.name, item.of)

    def id(self, name: str, labels: tuple[str, ...]) -> str:
        world, dice = self._world, self.dice
        if labels[0] in self._held:
            return dice.choice(self._held[labels[0]])
        if name in ("voice", "person"):
            return next(voice for _ in range(99) if (voice := world.voice(world.holders.draw(dice))))
        kinds = {
            "Principle": world.principles,
            "Place": world.places,
            "Bloc": world.blocs,
            "Actor": world.holders,
        }
        if labels == ("State",):
            return next(item for _ in range(99) if (item := world.holders.draw(dice)).startswith("state:"))
        if labels == ("Organization",):
            return world.outlets.draw(dice)
        return kinds[labels[0]].draw(dice)

    def span(self) -> Given:
        """A quarter of one of the years."""
        year, month = self.dice.randint(2015, 2026), self.dice.choice((1, 4, 7))
        return {"from": f"{year}-{month:02}-01", "to": f"{year}-{month + 2:02}-28"}


def _some(store: Store, label: str) -> list[str]:
    rows = store.read(
        f"MATCH (n:{label}) WHERE n.id > $id RETURN n.id AS id ORDER BY id LIMIT 200",
        {"id": f"{label.lower()}:7"},
    ).rows
    return [row[0] for row in rows]


def named(store: Store, clock: Clock, only: str = "") -> Iterator[Figure]:
    """Every named query with what it requires, and with a holder where it may have one."""
    draws = Draws(store)
    for query in (query for query in load().values() if only in query.name):
        for name, chosen in _ways(query):
            asked = [
                {**chosen, **_required(query, draws), **_extra(query, name, draws)} for _ in range(DRAWS)
            ]
            yield _taken(
                f"{query.name}{name}", asked, clock, lambda given, query=query: _ask(query, store, given)
            )


REFUSED = -1


def _ask(query: NamedQuery, store: Store, given: Given) -> int:
    try:
        return len(query.ask(store, given).rows)
    except QueryRefused:  # it took longer than a question may
        return REFUSED


def _ways(query: NamedQuery) -> Iterator[tuple[str, Given]]:
    names = {item.name: item for item in query.parameters}
    required = {item.name for item in query.parameters if item.required}
    shared = {
        key: value for key, value in query.example.items() if names[key].type != "id" and key not in required
    }
    yield "", shared
    for name in ("holder", "principle", "target"):
        if name in names and name not in required:
            yield f" {name}", shared
            break
    if {"from", "to"} <= set(names) - required:
        yield " from to", shared


def _required(query: NamedQuery, draws: Draws) -> Given:
    given = {item.name: draws.of(item) for item in query.parameters if item.required}
    return given | (draws.span() if {"from", "to"} <= set(given) else {})


def _extra(query: NamedQuery, way: str, draws: Draws) -> Given:
    if way == " from to":
        return draws.span()
    return {item.name: draws.of(item) for item in query.parameters if way == f" {item.name}"}


# Filters that people set on each list.
_FILTERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "positions": (
        (),
        ("holder",),
        ("target",),
        ("holder", "target"),
        ("voice",),
        ("via",),
        ("within",),
        ("article",),
        ("event",),
        ("stance",),
        ("review",),
        ("from", "to"),
        ("holder", "from", "to"),
    ),
    "events": ((), ("participant",), ("place",), ("kind",), ("from", "to")),
    "articles": ((), ("publisher",), ("mentions",), ("language",), ("from", "to")),
    "actors": ((), ("kind",), ("q",)),
    "principles": ((), ("kind",), ("q",)),
}
_FIXED = {"stance": "reject", "review": "pending", "language": "ru", "q": "union"}


def lists(store: Store, clock: Clock, only: str = "") -> Iterator[Figure]:
    """The first page, one in the middle and the last, of each list by each usual filter."""
    draws = Draws(store)
    for name, listing in ((name, listing) for name, listing in LISTINGS.items() if only in name):
        for filters in _FILTERS[name]:
            asked = [_filled(listing, filters, draws) for _ in range(DRAWS if filters else 5)]
            title = f"{name} {' '.join(filters)}".strip()
            yield _taken(
                f"{title}, first page", asked, clock, lambda given, at=listing: _page(store, at, given)
            )
            for where in ("middle", "last"):
                places = [{**given, "cursor": _cursor(store, listing, where, given)} for given in asked]
                yield _taken(
                    f"{title}, {where} page", places, clock, lambda given, at=listing: _page(store, at, given)
                )


def _filled(listing: Listing, filters: tuple[str, ...], draws: Draws) -> Given:
    if "from" in filters:
        return {**draws.span(), **{key: draws.id(key, listing.filters[key].of) for key in filters[:-2]}}
    return {
        key: draws.id(key, listing.filters[key].of)
        if listing.filters[key].of
        else (_FIXED.get(key) or draws.dice.choice(listing.filters[key].choices or ("talks",)))
        for key in filters
    }


def _page(store: Store, listing: Listing, given: Given) -> int:
    values = read_filters(listing, {key: value for key, value in given.items() if key != "cursor"})
    try:
        return len(page(store, listing, values, limit=PAGE, cursor=given.get("cursor")).items)
    except QueryRefused:
        return REFUSED


# A day or an id before the page, in the order of the list.
_PLACES = {"middle": ("2020-03-15", "person:m"), "last": ("2014-02-15", "state:Z")}


def _cursor(store: Store, listing: Listing, where: str, given: Given) -> str:
    """The cursor of a page further on; where a filter bounds the dates it may find nothing more."""
    day, item = _PLACES[where]
    order = read_order(listing, None)
    last = [day, f"{listing.label.lower()}:8"] if order.by != "id" else [item, item]
    try:
        first = page(store, listing, read_filters(listing, given), limit=PAGE).next
    except QueryRefused:
        first = None
    # What the first page found out goes on from cursor to cursor.
    way = place_of(listing.name, first, 4)[3] if first else None
    return cursor_of(listing.name, [str(order), *last, way])


def _taken(name: str, asked: list[Given], clock: Clock, work: Callable[[Given], int]) -> Figure:
    figure = Figure(name)
    for given in asked[:_WARM]:
        if work(given) == REFUSED:
            break
    for given in asked:
        wall, busy, rows = clock.take(lambda given=given: work(given))
        figure.wall.append(wall)
        figure.busy.append(busy)
        figure.rows.append(rows)
        figure.given.append(given)
    return figure


def server_of(store: Store, folder: Path) -> int:
    """The process of the server behind a store."""
    if store.url.startswith("embedded:"):
        return int(json.loads((folder / "embedded" / "server.json").read_text())["pid"])
    return int(os.popen(f"pgrep -of home-dir={folder / 'home'}").read())
