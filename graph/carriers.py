"""Which outlets carried whom, kept while articles come and go, so that nobody has to read all positions.

A carrier is of an outlet, its part (publisher or source) and a holder: how many positions of it the outlet's
articles have, in how many articles, from when to when. There are two of each: of what stands, and of any
that may stand, with what waits for review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from graph import making, tallies
from graph.tallies import ANY, STANDING, UNDATED, Tallied

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.batch import GraphBatch

PARTS = {"PUBLISHED_BY": "publisher", "RELAYED_FROM": "source"}
_EDGES = {part: edge for edge, part in PARTS.items()}
_REVIEWS = {STANDING: ("accepted", "confirmed"), ANY: ("accepted", "confirmed", "pending")}
_DAYS = ("first_on", "last_on")

_HELD = """
UNWIND $ids AS id
MATCH (:Article {id: id})<-[:STATED_IN]-(p:Position)-[:HELD_BY]->(holder:Actor)
RETURN id, holder.id AS holder, p.review AS review, count(p) AS stated, min(p.said_on) AS earliest,
       max(p.said_on) AS latest
"""
_OUTLETS = f"""
UNWIND $ids AS id
MATCH (:Article {{id: id}})-[edge:{"|".join(PARTS)}]->(outlet:Organization)
RETURN id, type(edge) AS kind, outlet.id AS outlet
"""
_READ = "UNWIND $ids AS id MATCH (c:Carrier {id: id}) RETURN c"
# One MATCH, without which ArcadeDB would not find the index; no label of the outlet, from which Neo4j would
# go through all its articles for each position.
_END = (
    "MATCH (p:Position) WHERE p.by_holder > $low AND p.by_holder < $high AND p.review IN $reviews "
    "AND EXISTS {{ MATCH (p)-[:STATED_IN]->(:Article)-[:{edge}]->({{id: $outlet}}) }} "
    "RETURN p.said_on AS day ORDER BY p.by_holder{order} LIMIT 1"
)
_ENDS = (
    "MATCH (:Organization {{id: $outlet}})<-[:{edge}]-(:Article)<-[:STATED_IN]-(p:Position) "
    "WHERE p.by_holder + '' STARTS WITH $low AND p.review IN $reviews "
    "RETURN min(p.said_on) AS first_on, max(p.said_on) AS last_on"
)
_FEW = "MATCH (:Organization {{id: $outlet}})<-[:{edge}]-(a:Article) WITH a LIMIT $few RETURN count(a) AS n"


@dataclass(frozen=True, slots=True)
class Carrier:
    """How many positions in how many articles, from when to when."""

    statements: int
    articles: int = 1
    first_on: str | None = None
    last_on: str | None = None

    def __add__(self, other: Carrier) -> Carrier:
        """Of the articles of both."""
        return Carrier(
            self.statements + other.statements,
            self.articles + other.articles,
            min(filter(None, (self.first_on, other.first_on)), default=None),
            max(filter(None, (self.last_on, other.last_on)), default=None),
        )


Carriers = dict[str, Carrier]
# Of one article: whose positions it has in a state of review, and who published or relayed it.
_Held = tuple[str, str, Carrier]
_Outlet = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Carried:
    """What articles that went had carried, and what those that came do."""

    taken: Counter[tuple[str, str, Carrier]] = field(default_factory=Counter)
    put: Counter[tuple[str, str, Carrier]] = field(default_factory=Counter)

    def take(self, tx: ManagedTransaction, article: str) -> None:
        """Note what an article carries that is going."""
        self.taken.update(_entries(of_articles(tx, [article])))

    def add(self, batch: GraphBatch, positions: Iterable[Tallied]) -> None:
        """Note what an article carries that is coming."""
        self.put.update(_entries({str(batch.article): of_batch(batch, positions)}))

    def keep(self, tx: ManagedTransaction) -> None:
        """Bring the carriers in step, when the articles are written."""
        less, more = (_summed(some) for some in (self.taken - self.put, self.put - self.taken))
        known = _read(tx, {*less, *more})
        left: Carriers = {}
        for item in {*less, *more}:
            before = known.get(item)
            rest = _without(before, less[item]) if before and item in less else before
            now = rest + more[item] if rest and item in more else more.get(item, rest)
            if now and before and item in less:
                now = _ended(tx, item, now, _lost(before, less[item], more.get(item)))
            if now:
                left[item] = now
        _write(tx, left, known)


def _entries(carriers: Mapping[str, Carriers]) -> Iterator[tuple[str, str, Carrier]]:
    return ((article, item, own) for article, those in carriers.items() for item, own in those.items())


def _summed(entries: Counter[tuple[str, str, Carrier]]) -> Carriers:
    found: Carriers = {}
    for (_, item, own), times in entries.items():
        for _ in range(times):
            merge(found, {item: own})
    return found


def merge(found: Carriers, more: Mapping[str, Carrier]) -> None:
    """Add carriers to others."""
    for item, own in more.items():
        found[item] = found[item] + own if item in found else own


def _without(carrier: Carrier, gone: Carrier) -> Carrier | None:
    left = carrier.statements - gone.statements
    rest = replace(carrier, statements=left, articles=carrier.articles - gone.articles)
    return rest if left > 0 else None


def _lost(before: Carrier, gone: Carrier, more: Carrier | None) -> list[str]:
    """Of which ends only the positions can tell: those that went, where none came that lies as far out."""
    came = more or Carrier(0)
    lost = []
    if gone.first_on == before.first_on and (not came.first_on or came.first_on > str(before.first_on)):
        lost.append("first_on")
    if gone.last_on == before.last_on and (not came.last_on or came.last_on < str(before.last_on)):
        lost.append("last_on")
    return lost if before.first_on else []


def _ended(tx: ManagedTransaction, item: str, carrier: Carrier, lost: Sequence[str]) -> Carrier:
    """A carrier with its first or last day found anew.

    On the way from that end of what the holder holds, or among all that the outlet's articles have, if these
    are fewer than would be passed on that way.
    """
    part, holder, outlet, word = item.split()
    edge, given = _EDGES[part], {"low": f"{holder} ", "reviews": _REVIEWS[word], "outlet": outlet}
    few = _held_by(tx, holder) // carrier.statements if lost else 0
    if few and tx.run(_FEW.format(edge=edge), outlet=outlet, few=few).single(strict=True)["n"] < few:
        ends = tx.run(_ENDS.format(edge=edge), given).single(strict=True)
        return replace(carrier, first_on=_day(ends["first_on"]), last_on=_day(ends["last_on"]))
    for name in lost:
        end = _END.format(edge=edge, order=" DESC" if name == "last_on" else "")
        found = tx.run(end, given, high=f"{holder} {UNDATED}").single()
        day = _day(found["day"]) if found else None
        carrier = replace(carrier, first_on=day) if name == "first_on" else replace(carrier, last_on=day)
    return carrier


def _held_by(tx: ManagedTransaction, holder: str) -> int:
    who = f"held {holder}"
    return tallies.stored(tx, [who]).get(who, Counter()).total()


def of_batch(batch: GraphBatch, positions: Iterable[Tallied]) -> Carriers:
    """What an article carries that is written."""
    held = [(one.ends[0], one.review, Carrier(1, 1, one.said_on, one.said_on)) for one in positions]
    outlets = [(PARTS[edge.type], edge.target) for edge in batch.edges if edge.type in PARTS]
    return _of_article(held, outlets)


def of_articles(tx: ManagedTransaction, ids: Sequence[str]) -> dict[str, Carriers]:
    """What articles carry that are stored."""
    held: dict[str, list[_Held]] = {}
    outlets: dict[str, list[_Outlet]] = {}
    for row in tx.run(_OUTLETS, ids=ids):
        outlets.setdefault(row["id"], []).append((PARTS[row["kind"]], row["outlet"]))
    for row in tx.run(_HELD, ids=sorted(outlets)) if outlets else ():
        own = Carrier(row["stated"], 1, _day(row["earliest"]), _day(row["latest"]))
        held.setdefault(row["id"], []).append((row["holder"], row["review"], own))
    return {article: _of_article(those, outlets[article]) for article, those in held.items()}


def _of_article(held: Iterable[_Held], outlets: Sequence[_Outlet]) -> Carriers:
    own: Carriers = {}
    for holder, review, carrier in held:
        for word, reviews in _REVIEWS.items():
            if review in reviews:
                merge(own, {f"{holder} {word}": carrier})
    return {
        f"{part} {holder} {outlet} {word}": replace(carrier, articles=1)
        for part, outlet in outlets
        for (holder, word), carrier in ((who.split(), one) for who, one in own.items())
    }


def properties_of(item: str, carrier: Carrier) -> dict[str, Any]:
    """A carrier's properties."""
    part, holder, outlet, word = item.split()
    days = {name: date.fromisoformat(day) for name in _DAYS if (day := getattr(carrier, name))}
    own = asdict(carrier) | dict.fromkeys(_DAYS) | days
    return {"of": f"{holder} {word}", "outlet": outlet, "part": part, **own}


def put(tx: ManagedTransaction, carriers: Mapping[str, Carrier]) -> None:
    """Write carriers in place of what they were."""
    _write(tx, carriers, _read(tx, carriers))


def _read(tx: ManagedTransaction, items: Iterable[str]) -> Carriers:
    ids = sorted(items)
    found = (record["c"] for record in tx.run(_READ, ids=ids)) if ids else ()
    return {
        one["id"]: Carrier(
            one["statements"], one["articles"], _day(one.get("first_on")), _day(one.get("last_on"))
        )
        for one in found
    }


def _day(value: Any) -> str | None:
    return None if value is None else str(value.iso_format())


def _write(tx: ManagedTransaction, wanted: Mapping[str, Carrier], known: Mapping[str, Carrier]) -> None:
    changed = {item: properties_of(item, own) for item, own in wanted.items() if known.get(item) != own}
    making.keep(tx, "Carrier", changed, known, (item for item in known if item not in wanted))
