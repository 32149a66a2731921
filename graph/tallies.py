"""Counts of positions, kept while articles come and go, so that nobody has to count over all of them.

A tally is of whom (`all`, or an actor, principle or bloc in one role) and of a month (`all 2024-03`, of a
bare year `all 2024`) or of all time (`all`); there is one of each day (`day 2024-03-09`) and one of a holder
with each target (`line state:RU principle:x`). What a voice said for a holder is counted by month too
(`spoke person:y state:RU 2024-03`). It counts each stance by review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import making

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

ALL, DAY, SPOKE = "all", "day", "spoke"
LINE = "line "
ROLES = {
    "HELD_BY": "held",
    "VOICED_BY": "voiced",
    "TOWARDS": "towards",
    "VIA": "via",
    "CONTRASTS": "contrasts",
}
STANCES = ("endorse", "conditional", "neutral", "ambivalent", "reject")
_SUFFIXES = {"accepted": "", "confirmed": "", "pending": "_pending", "rejected": "_rejected"}
CELLS = tuple(stance + suffix for stance in STANCES for suffix in dict.fromkeys(_SUFFIXES.values()))
UNDATED = "~"
# Two of what is kept of a line: of what stands, and of that with what waits for review.
STANDING, ANY = "standing", "any"

_TOLD = f"""
OPTIONAL MATCH (p)-[e:{"|".join(ROLES)}]->(n)
RETURN p.id AS id, p.stance AS stance, p.review AS review, p.said_on AS said_on,
       p.date_precision AS date_precision, type(e) AS kind, n.id AS other
"""
_OF_ARTICLE = f"MATCH (:Article {{id: $id}})<-[:STATED_IN]-(p:Position){_TOLD}"
_OF_POSITIONS = f"UNWIND $ids AS id MATCH (p:Position {{id: id}}){_TOLD}"
_OF_LINE = f"MATCH (p:Position {{line: $line}}){_TOLD}"
_KNOWN = "UNWIND $ids AS id MATCH (t:Tally {id: id}) RETURN t"

Counts = dict[str, Counter[str]]


def cell_of(stance: str, review: str) -> str:
    """The counter of a stance that is in a state of review."""
    return stance + _SUFFIXES[review]


def month_of(said_on: Any, precision: str | None) -> str:
    """The month of a day, only the year where no more is known, or the sign for none."""
    return UNDATED if said_on is None else str(said_on)[: 4 if precision == "year" else 7]


@dataclass(frozen=True, slots=True)
class Tallied:
    """What the tallies know of one position: `who` are the roles in which it names somebody."""

    id: str
    stance: str
    review: str
    said_on: Any
    precision: str | None
    who: list[str] = field(default_factory=lambda: [ALL])

    @property
    def ids(self) -> Iterator[str]:
        """The tallies in which it counts."""
        month = month_of(self.said_on, self.precision)
        for who in self.who:
            yield who
            yield f"{who} {month}"
        if self.said_on is not None:
            yield f"{DAY} {self.said_on}"
        yield pair(*self.ends)
        for who in self.who:
            role, _, voice = who.partition(" ")
            if role == "voiced":
                yield f"{SPOKE} {voice} {self.ends[0]} {month}"

    @property
    def told(self) -> tuple[object, ...]:
        """All of it, in an order that does not depend on that of edges."""
        return self.id, self.stance, self.review, self.said_on, self.precision, tuple(sorted(self.who))

    def named(self, role: str) -> list[str]:
        """Whom it names in a role."""
        return [who.partition(" ")[2] for who in self.who if who.startswith(f"{role} ")]

    @property
    def ends(self) -> tuple[str, str]:
        """Its holder and its target."""
        ends = dict(who.split() for who in self.who[1:])
        return ends["held"], ends["towards"]


def pair(holder: str, target: str) -> str:
    """The tally of a holder with a target."""
    return f"{LINE}{holder} {target}"


def line_of(item: str) -> str:
    """The line, as positions have it, of which a tally is."""
    return item.removeprefix(LINE)


def properties_of(item: str, counts: Mapping[str, int]) -> dict[str, Any]:
    """A tally's properties."""
    own: dict[str, Any] = {cell: counts[cell] for cell in CELLS}
    kind, *rest = item.split()
    if kind == "line":
        own |= dict(zip(("holder", "target"), rest, strict=True))
    elif kind == SPOKE:
        own |= {"of": item.rpartition(" ")[0], "month": rest[-1]}
    return own


def role_of(kind: str, other: str) -> str:
    """Somebody in the role that a kind of edge gives."""
    return f"{ROLES[kind]} {other}"


def counted(positions: Iterable[Tallied]) -> Counts:
    """The counts of positions by tally."""
    counts: Counts = {}
    for position in positions:
        cell = cell_of(position.stance, position.review)
        for item in position.ids:
            counts.setdefault(item, Counter())[cell] += 1
    return counts


def tallied(properties: Mapping[str, Any]) -> Tallied:
    """A position out of its properties."""
    day = properties["said_on"]
    return Tallied(
        properties["id"],
        properties["stance"],
        properties["review"],
        None if day is None else str(day),
        properties["date_precision"],
    )


def of_article(tx: ManagedTransaction, article: str) -> list[Tallied]:
    """What an article has in the store."""
    return _told(tx.run(_OF_ARTICLE, id=article))


def of_positions(tx: ManagedTransaction, ids: Sequence[str]) -> list[Tallied]:
    """Positions by their ids."""
    return _told(tx.run(_OF_POSITIONS, ids=ids))


def of_line(tx: ManagedTransaction, line: str) -> list[Tallied]:
    """The positions of a line."""
    return _told(tx.run(_OF_LINE, line=line))


def _told(rows: Iterable[Any]) -> list[Tallied]:
    found: dict[str, Tallied] = {}
    for row in rows:
        position = found.setdefault(row["id"], tallied(row))
        if row["kind"]:
            position.who.append(role_of(row["kind"], row["other"]))
    return list(found.values())


def merge(changes: Counts, counts: Counts, sign: int = 1) -> None:
    """Add counts to changes, or with -1 take them off."""
    for item, count in counts.items():
        own = changes.setdefault(item, Counter())
        for cell, number in count.items():
            own[cell] += sign * number


def add(tx: ManagedTransaction, changes: Counts) -> tuple[Counts, Counts]:
    """Add to the tallies, and tell what they were and are: those that count nothing more go."""
    changed = {item: counts for item, counts in changes.items() if any(counts.values())}
    known = stored(tx, changed)
    totals = {item: Counter(known.get(item)) for item in changed}
    merge(totals, changed)
    _write(tx, totals, known)
    return known, totals


def put(tx: ManagedTransaction, counts: Counts) -> None:
    """Write tallies in place of what they were."""
    _write(tx, counts, stored(tx, counts))


def stored(tx: ManagedTransaction, items: Iterable[str]) -> Counts:
    """Those of some tallies that are there."""
    ids = sorted(items)
    found = (record["t"] for record in tx.run(_KNOWN, ids=ids)) if ids else ()
    return {tally["id"]: Counter({cell: tally.get(cell, 0) for cell in CELLS}) for tally in found}


def _write(tx: ManagedTransaction, totals: Counts, known: Counts) -> None:
    """Write totals in place of those that are known."""
    wanted = {item: properties_of(item, counts) for item, counts in totals.items() if any(counts.values())}
    making.keep(tx, "Tally", wanted, known, (item for item in totals if item in known and item not in wanted))
