"""What positions of one line that are alike in one thing have in common, kept while articles come and go.

A line are the positions of a holder towards a target. Those alike in their stance, in a bloc that they name
as way or contrast, or in their voice have one summary if they stand and one if they wait for review: how many
they are, from when to when, and which is the latest. Of all positions that name a bloc there is one too, with
`*` in place of holder and target. Who asks how often, since when and in which words last reads these few
instead of all positions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from graph import making
from graph.tallies import STANDING, Tallied, of_line

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

STANCE = "stance"
ALIKE = ("via", "contrasts", "voiced")  # the roles by which the positions of a line are told apart
BLOCS = ("via", "contrasts")  # those of blocs, of which all lines together have one too
EVERY = "*"
_PENDING = "pending"
_DAYS = ("first_on", "last_on")
_REVIEWS = {"accepted": STANDING, "confirmed": STANDING, "pending": _PENDING}

_READ = "UNWIND $ids AS id MATCH (s:Summary {id: id}) RETURN s"
_NAMING = "MATCH (s:Summary {names: $names}) RETURN s"


@dataclass(frozen=True, slots=True)
class Summary:
    """How many positions, how many of them dated, from when to when, the latest and the first undated."""

    statements: int
    dated: int = 0
    first_on: str | None = None
    last_on: str | None = None
    latest: str | None = None
    undated: str | None = None

    @classmethod
    def of(cls, position: Tallied) -> Summary:
        """Of one position."""
        day = position.said_on
        if day is None:
            return cls(1, undated=position.id)
        return cls(1, 1, day, day, position.id)

    def __add__(self, other: Summary) -> Summary:
        """Of both together."""
        # Of those on the last day the least id: so the named queries order them.
        last = max(self.last_on or "", other.last_on or "") or None
        return Summary(
            self.statements + other.statements,
            self.dated + other.dated,
            _least(self.first_on, other.first_on),
            last,
            _least(*(one.latest for one in (self, other) if one.last_on == last)),
            _least(self.undated, other.undated),
        )

    def without(self, other: Summary) -> Summary | None:
        """What is left after those of another have gone; None where only the positions can tell."""
        left = self.statements - other.statements
        ends = (
            (self.first_on, other.first_on),
            (self.latest, other.latest),
            (self.undated, other.undated),
        )
        if left > 0 and any(mine is not None and mine == gone for mine, gone in ends):
            return None
        return replace(self, statements=left, dated=self.dated - other.dated)


Summaries = dict[str, Summary]


def _least(*items: str | None) -> str | None:
    return min((item for item in items if item is not None), default=None)


def summed(positions: Iterable[Tallied]) -> Summaries:
    """The summaries of positions."""
    found: Summaries = {}
    for position in positions:
        for item in _ids(position):
            merge(found, {item: Summary.of(position)})
    return found


def merge(found: Summaries, more: Mapping[str, Summary]) -> None:
    """Add summaries to others."""
    for item, summary in more.items():
        known = found.get(item)
        found[item] = known + summary if known else summary


def _ids(position: Tallied) -> Iterator[str]:
    review = _REVIEWS.get(position.review)
    if review is None:
        return
    holder, target = position.ends
    yield f"{STANCE} {holder} {target} {position.stance} {review}"
    for who in position.who:
        role, _, other = who.partition(" ")
        if role in ALIKE:
            yield f"{role} {holder} {target} {other} {review}"
        if role in BLOCS:
            yield f"{role} {EVERY} {EVERY} {other} {review}"


def properties_of(item: str, summary: Summary) -> dict[str, Any]:
    """The properties of a summary; of those that it does not have None."""
    kind, holder, target, alike, review = item.split()
    own = asdict(summary) | {name: _day(getattr(summary, name)) for name in _DAYS}
    ids = {"of": f"{kind} {holder}", "about": f"{kind} {target}", "holder": holder, "target": target}
    if kind in BLOCS and holder != EVERY:
        ids["names"] = f"{kind} {alike}"
    return {**ids, "alike": alike, "review": review, **own}


def change(
    tx: ManagedTransaction, taken: Iterable[Tallied], put: Iterable[Tallied]
) -> tuple[set[str], set[str]]:
    """Keep the summaries right where positions went and others came; which of them went and came."""
    less, more = summed(taken), summed(put)
    known = _read(tx, {*less, *more})
    left: Summaries = {}
    unsure: set[str] = set()
    for item, summary in known.items():
        rest = summary.without(less[item]) if item in less else summary
        if rest is None:
            unsure.add(item)
        elif rest.statements:
            left[item] = rest
    merge(left, {item: summary for item, summary in more.items() if item not in unsure})
    every = {item for item in unsure if EVERY in item}
    left |= _recounted(tx, unsure - every)
    _write(tx, left, {item: summary for item, summary in known.items() if item not in every})
    # After those of lines, out of which they are.
    _write(tx, _added(tx, every), {item: known[item] for item in every})
    return set(known) - set(left) - every, set(left) - set(known)


def put(tx: ManagedTransaction, summaries: Mapping[str, Summary]) -> None:
    """Write summaries in place of what they were."""
    _write(tx, summaries, _read(tx, summaries))


def _recounted(tx: ManagedTransaction, items: Iterable[str]) -> Summaries:
    """Summaries out of all positions of their lines."""
    wanted = set(items)
    found: Summaries = {}
    for line in sorted({tuple(item.split()[1:3]) for item in wanted}):
        found |= summed(of_line(tx, " ".join(line)))
    return {item: summary for item, summary in found.items() if item in wanted}


def _added(tx: ManagedTransaction, items: Iterable[str]) -> Summaries:
    """Summaries of all lines together, out of those of each."""
    found: Summaries = {}
    for item in sorted(items):
        kind, *_, bloc, review = item.split()
        for record in tx.run(_NAMING, names=f"{kind} {bloc}"):
            if record["s"]["review"] == review:
                merge(found, {item: _summary(record["s"])})
    return found


def _read(tx: ManagedTransaction, items: Iterable[str]) -> Summaries:
    found = tx.run(_READ, ids=sorted(items)) if items else ()
    return {record["s"]["id"]: _summary(record["s"]) for record in found}


def _summary(node: Any) -> Summary:
    days = {name: node.get(name) for name in _DAYS}
    own = {name: None if day is None else day.iso_format() for name, day in days.items()}
    return Summary(
        node["statements"], node["dated"], latest=node.get("latest"), undated=node.get("undated"), **own
    )


def _write(tx: ManagedTransaction, wanted: Mapping[str, Summary], known: Mapping[str, Summary]) -> None:
    changed = {
        item: properties_of(item, summary) for item, summary in wanted.items() if known.get(item) != summary
    }
    making.keep(tx, "Summary", changed, known, set(known) - set(wanted))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
