"""The lists that REST pages through: pure builders of Cypher from filters, by keyset.

A page is asked for by the sort key and id of the last item before it, so that it stays right while
articles are loaded. In X
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from graph.store import READ_TIMEOUT, Revision, Store
from graph.tallies import UNDATED
from ontology.errors import InputError
from ontology.record import Stance
from ontology.schema import Schema
from queries import totals
from queries.days import END, bounds
from queries.folding import labelled
from queries.names import called, require_known, suggestion
from queries.paging import cursor_of, damaged, place_of
from queries.totals import Ask
from queries.values import LARGEST, check_order, check_size, read_value

SORT = "by what to sort; the name with - before it goes from the greatest to the least"

# What stands in for a missing value, which comes last in either direction; as Cypher, and as Python.
_LEAST = {"date": "date('0001-01-01')", "number": "-1.0e300", "string": "''"}
_MOST = {"date": "date('9999-12-31')", "number": "1.0e300", "string": "'\uffff'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter: its type, the labels of an id, and the pattern or condition that it adds.

    `in_key` says that the texts that items are sorted by have in them what the condition asks, `few` that its
    pattern never leads to many items. `own` asks an item's own texts what the pattern asks. `language` says
    that it is of the language of a text, for which the schema has a label. A whole number lies between
    `least` and `most`.
    """

    type: str
    description: str
    match: str = ""
    where: str = ""
    of: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    default: str | None = None
    in_key: bool = False
    own: str = ""
    few: bool = False
    language: bool = False
    least: int = 0
    most: int = LARGEST


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a list: the property, its type, and whether the greatest comes first. Ids break ties."""

    by: str
    type: str
    descending: bool

    def __str__(self) -> str:
        """As it is asked for."""
        return "-" * self.descending + self.by

    @property
    def missing(self) -> str:
        """What stands in, in Cypher, where the property is missing: such items come last."""
        return (_LEAST if self.descending else _MOST)[self.type]

    @property
    def key(self) -> str:
        """What is compared, in Cypher. An id is never missing, and bare it finds its index."""
        return "n.id" if self.by == "id" else f"coalesce(n.{self.by}, {self.missing})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of one kind of node `n`. `sorts` are the properties that sort it, `order` the usual order.

    `day` is the property by which `by_day` keeps the items in order, `ends` that of their last day if they
    may last for several, `walks` are filters whose items have a text of their own for that order.
    """

    name: str
    label: str
    filters: Mapping[str, Filter]
    details: str
    sorts: Mapping[str, str]
    order: str
    types: Mapping[str, str] = field(default_factory=dict)
    day: str = ""
    ends: str = ""
    walks: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> list[str]:
        """The names of an item's fields, in their order."""
        answer = self.details.rpartition("RETURN")[2]
        return [re.split(r"\bAS\b", part)[-1].strip(" `\n") for part in answer.split(",")]

    @property
    def typed(self) -> dict[str, str]:
        """An item's fields with their types: those of the schema, unless the list makes them."""
        node = Schema.load().nodes[self.label]
        known = {item.name: item.type for item in node.properties}
        return {name: self.types.get(name) or known.get(name, "string") for name in self.columns}

    @property
    def orders(self) -> list[str]:
        """Every order that can be asked for."""
        return [sign + name for name in self.sorts for sign in ("", "-")]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of items, how many there are in all, and the cursor of the following page if more follow."""

    items: list[dict[str, Any]]
    total: int
    next: str | None


def _id(description: str, of: tuple[str, ...], match: str, *, few: bool = False, own: str = "") -> Filter:
    return Filter(type="id", description=description, of=of, match=match, few=few, own=own)


_FROM, _TO = "the first day that counts", "the last day that counts"
_KINDS = ("state", "bloc", "organization", "person")
_REVIEWS = ("standing", "accepted", "confirmed", "pending", "rejected", "any")
_STANCES = ("endorse", "conditional", "neutral", "ambivalent", "reject")
_Q = Filter(
    type="string",
    description="words that a name or alias has in it",
    where="(n.id IN $q_ids OR any(name IN [n.name, n.name_ar, n.name_ru, n.name_en]"
    " WHERE toLower(name) CONTAINS toLower($q)))",
)

_POSITION_FILTERS = {
    "holder": _id("id of the holder", ("Actor",), "(:Actor {id: $holder})<-[:HELD_BY]-(n)"),
    "voice": _id("id of the voice", ("Actor",), "(:Actor {id: $voice})<-[:VOICED_BY]-(n)"),
    "target": _id("id of the target", ("Principle", "Actor"), "({id: $target})<-[:TOWARDS]-(n)"),
    "within": _id(
        "id of a principle; narrower ones count too",
        ("Principle",),
        "(:Principle {id: $within})<-[:BROADER*0..]-(:Principle)<-[:TOWARDS]-(n)",
        own="head(split(n.by_target, ' ')) IN $within_ids",
    ),
    # An equality, with no index for it, would make ArcadeDB read all of the label.
    "stance": Filter(type="choice", description="stance", choices=_STANCES, where="n.stance IN [$stance]"),
    "via": _id("id of a bloc that is the way", ("Bloc",), "(:Bloc {id: $via})<-[:VIA]-(n)"),
    "contrast": _id(
        "id of a bloc set against the target", ("Bloc",), "(:Bloc {id: $contrast})<-[:CONTRASTS]-(n)"
    ),
    "from": Filter(type="date", description=_FROM, where="n.said_on >= $from", in_key=True),
    "to": Filter(type="date", description=_TO, where="n.said_on <= $to", in_key=True),
    "review": Filter(
        type="choice",
        description="state of review; standing is accepted or confirmed",
        choices=_REVIEWS,
        default="standing",
        where="($review = 'any' OR n.review = $review"
        " OR ($review = 'standing' AND n.review IN ['accepted', 'confirmed']))",
    ),
    "min_confidence": Filter(
        type="number", description="least confidence, 0 to 1", where="n.confidence >= $min_confidence"
    ),
    "article": _id(
        "id of the article", ("Article",), "(:Article {id: $article})<-[:STATED_IN]-(n)", few=True
    ),
    "event": _id("id of the event", ("Event",), "(:Event {id: $event})<-[:STATED_AT]-(n)", few=True),
}

_POSITION_DETAILS = """
MATCH (n)-[:HELD_BY]->(holder:Actor)
MATCH (n)-[:TOWARDS]->(target)
MATCH (n)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (n)-[:VOICED_BY]->(voice:Actor)
OPTIONAL MATCH (n)-[:STATED_AT]->(event:Event)
WITH n, holder, target, article, voice, event
OPTIONAL MATCH (n)-[:VIA]->(through:Bloc)
WITH n, holder, target, article, voice, event, through ORDER BY through.id
WITH n, holder, target, article, voice, event, collect(through.id) AS via
OPTIONAL MATCH (n)-[:CONTRASTS]->(against:Bloc)
WITH n, holder, target, article, voice, event, via, against ORDER BY against.id
WITH n, holder, target, article, voice, event, via, collect(against.id) AS contrast
RETURN n.id AS id, holder.id AS holder, holder.name AS holder_name, voice.id AS voice,
       voice.name AS voice_name, target.id AS target, target.name AS target_name, n.stance AS stance,
       n.stance_value AS stance_value, n.modality AS modality, n.said_on AS said_on,
       n.date_precision AS date_precision, via, contrast, n.quoted AS quoted, n.confidence AS confidence,
       n.review AS review, n.passage AS passage, n.start AS `start`, n.end AS `end`, article.id AS article,
       article.title AS article_title, article.url AS url, event.id AS event
"""

_EVENT_DETAILS = """
OPTIONAL MATCH (n)-[:TOOK_PLACE_IN]->(place:Place)
OPTIONAL MATCH (n)<-[:CONVENED]-(convener:Actor)
WITH n, min(place.id) AS place, min(place.name) AS place_name, min(convener.id) AS convened_by
OPTIONAL MATCH (n)<-[:TOOK_PART_IN]-(one:Actor)
WITH n, place, place_name, convened_by, one ORDER BY one.id
WITH n, place, place_name, convened_by, collect(one.id) AS participants
OPTIONAL MATCH (n)-[:REPORTED_IN]->(article:Article)
WITH n, place, place_name, convened_by, participants, article ORDER BY article.id
WITH n, place, place_name, convened_by, participants, collect(article.id) AS articles
RETURN n.id AS id, n.name AS name, n.kind AS kind, n.plover AS plover, n.cameo AS cameo, n.date AS date,
       n.date_precision AS date_precision, n.ends AS ends, place, place_name, convened_by, participants,
       articles
"""

_ARTICLE_DETAILS = """
OPTIONAL MATCH (n)-[:PUBLISHED_BY]->(publisher:Organization)
OPTIONAL MATCH (n)<-[:STATED_IN]-(position:Position)
WITH n, publisher, count(position) AS positions
OPTIONAL MATCH (n)-[:RELAYED_FROM]->(source:Organization)
WITH n, publisher, positions, source ORDER BY source.id
WITH n, publisher, positions, collect(source.id) AS relayed_from
RETURN n.id AS id, n.title AS title, n.url AS url, n.language AS language, n.published_on AS published_on,
       publisher.id AS publisher, publisher.name AS publisher_name, relayed_from, positions,
       n.content_hash AS content_hash, n.loaded_at AS loaded_at
"""

_ACTOR_DETAILS = """
WITH n, CASE head(split(n.id, ':')) WHEN 'org' THEN 'organization' ELSE head(split(n.id, ':')) END AS kind
RETURN n.id AS id, kind, n.name AS name, n.name_ar AS name_ar, n.name_ru AS name_ru, n.name_en AS name_en,
       n.qid AS qid, n.iso2 AS iso2, n.informal AS informal
"""

_PRINCIPLE_DETAILS = """
OPTIONAL MATCH (n)-[:BROADER]->(wider:Principle)
WITH n, wider ORDER BY wider.id
WITH n, collect(wider.id) AS broader
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.name_ar AS name_ar, n.name_ru AS name_ru,
       n.name_en AS name_en, n.qid AS qid, broader
"""

LISTINGS: Mapping[str, Listing] = {
    "positions": Listing(
        name="positions",
        label="Position",
        sorts={"said_on": "date", "confidence": "number", "stance_value": "number", "id": "string"},
        order="-said_on",
        day="said_on",
        walks={"holder": "by_holder", "target": "by_target"},
        filters=_POSITION_FILTERS,
        details=_POSITION_DETAILS,
        types=dict.fromkeys(("via", "contrast"), "strings"),
    ),
    "events": Listing(
        name="events",
        label="Event",
        sorts={"date": "date", "id": "string"},
        order="-date",
        day="date",
        ends="ends",
        details=_EVENT_DETAILS,
        types=dict.fromkeys(("participants", "articles"), "strings"),
        filters={
            "kind": Filter(
                type="string", description="kind of event, such as summit", where="n.kind = $kind"
            ),
            "participant": _id(
                "id of who took part", ("Actor",), "(:Actor {id: $participant})-[:TOOK_PART_IN]->(n)"
            ),
            "place": _id("id of the place", ("Place",), "(:Place {id: $place})<-[:TOOK_PLACE_IN]-(n)"),
            "from": Filter(type="date", description=_FROM, where="coalesce(n.ends, n.date) >= $from"),
            "to": Filter(type="date", description=_TO, where="n.date <= $to", in_key=True),
        },
    ),
    "articles": Listing(
        name="articles",
        label="Article",
        sorts={"published_on": "date", "title": "string", "id": "string"},
        order="-published_on",
        day="published_on",
        types={"relayed_from": "strings", "positions": "integer"},
        details=_ARTICLE_DETAILS,
        filters={
            "language": Filter(
                type="string",
                description="ar, ru or en",
                where="n.language IN [$language]",
                language=True,
            ),
            "publisher": _id(
                "id of the outlet", ("Organization",), "(:Organization {id: $publisher})<-[:PUBLISHED_BY]-(n)"
            ),
            "mentions": _id(
                "id of what it names", ("Actor", "Principle", "Place"), "({id: $mentions})<-[:MENTIONS]-(n)"
            ),
            "from": Filter(type="date", description=_FROM, where="n.published_on >= $from", in_key=True),
            "to": Filter(type="date", description=_TO, where="n.published_on <= $to", in_key=True),
        },
    ),
    "actors": Listing(
        name="actors",
        label="Actor",
        sorts={"id": "string", "name": "string"},
        order="id",
        types={"informal": "boolean"},
        details=_ACTOR_DETAILS,
        filters={
            "kind": Filter(
                type="choice",
                description="kind of actor",
                choices=_KINDS,
                where="n.id STARTS WITH CASE $kind WHEN 'organization' THEN 'org:' ELSE $kind + ':' END",
            ),
            "q": _Q,
        },
    ),
    "principles": Listing(
        name="principles",
        label="Principle",
        sorts={"id": "string", "name": "string"},
        order="id",
        types={"broader": "strings"},
        details=_PRINCIPLE_DETAILS,
        filters={
            "kind": Filter(
                type="choice",
                description="kind of principle",
                choices=("norm", "order", "initiative", "issue"),
                where="n.kind = $kind",
            ),
            "q": _Q,
        },
    ),
}


def read_filters(listing: Listing, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the filters that were given; raises InputError naming the filter and the remedy."""
    return read_values(listing.filters, given)


def read_values(filters: Mapping[str, Filter], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values that were given or are usual; raises InputError naming which and the remedy."""
    asked = {name: item.default if given.get(name) is None else given[name] for name, item in filters.items()}
    values = {
        name: read_value(name, filters[name].type, value, filters[name].choices)
        for name, value in asked.items()
        if value is not None
    }
    for name, value in values.items():
        if filters[name].type == "integer":
            check_size(name, value, filters[name].least, filters[name].most)
    check_order(values)
    return values


def read_order(listing: Listing, given: object) -> Order:
    """The order that was asked for, else the usual one; raises InputError for an unknown one."""
    text = listing.order if given is None else str(given)
    name = text.removeprefix("-")
    if name not in listing.sorts:
        hint = (
            suggestion(name, listing.sorts) or f"; {listing.name} are sorted by {', '.join(listing.sorts)}."
        )
        raise InputError(f"The parameter 'sort' cannot be '{text}'{hint}", parameter="sort")
    return Order(name, listing.sorts[name], text.startswith("-"))


def page(
    store: Store,
    listing: Listing,
    values: Mapping[str, Any],
    *,
    limit: int,
    order: Order | None = None,
    cursor: str | None = None,
    timeout: float = READ_TIMEOUT,
) -> Page:
    """A page of a list in an order, after the item that a cursor names."""
    for name, value in values.items():
        if listing.filters[name].of:
            require_known(store, value, listing.filters[name].of, parameter=name)
    order = order or read_order(listing, None)
    parameters = dict(values)
    if "q" in values:
        parameters["q_ids"] = called(values["q"], (listing.label,))
    ask = partial(store.read, timeout=timeout)
    if "within" in values:
        parameters["within_ids"] = totals.narrower(ask, values["within"])
    asking = _Asking(ask, parameters, limit + 1)
    mark = _mark(values, store.revision())
    place, way = _place(listing, order, cursor, values, mark) if cursor else ({}, None)
    way = way or _way(listing, order, values, asking, mark)
    if not way.total:
        return Page([], 0, None)  # which a walk would find out at the end of its index
    if order.by == listing.day:
        ids = _by_day(listing, order, values, _after(place), asking, way)
    elif _indexed(listing, order) and not way.gathered:
        walk = _by_review if order.by == "confidence" else _by_id
        ids = walk(listing, order, values, place, asking)
    else:
        ids = _sorted(listing, order, values, ask, {**parameters, **place, "limit": limit + 1})
    items = _told(listing, ids[:limit], ask)
    more = len(ids) > limit
    return Page(items, way.total, _cursor(listing, order, items[-1], way) if more and items else None)


@dataclass(frozen=True, slots=True)
class _Asking:
    """How ids are asked for, and how many."""

    ask: Ask
    parameters: Mapping[str, Any]
    limit: int


@dataclass(frozen=True, slots=True)
class _Way:
    """What the first page finds out and cursors carry on, so that the others need not count.

    Of which filters and state of the store it is (`mark`): once that changes, all is found out anew. How many
    items they leave, and how these are found: by walking an index, that of a filter where `walked` names it,
    from the day `since`, or `gathered` along edges.
    """

    mark: str
    total: int
    walked: str | None
    gathered: bool
    since: str


def _mark(values: Mapping[str, Any], revision: Revision) -> str:
    told = json.dumps([dict(values), str(revision)], default=str, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _way(listing: Listing, order: Order, values: Mapping[str, Any], asking: _Asking, mark: str) -> _Way:
    named = [listing.filters[name] for name in values if listing.filters[name].match]
    few = any(item.few for item in named)
    walked = None if few else _walked(listing, values, asking)
    total = _total(listing, values, walked, asking)
    if not few and ((named and not walked) or _indexed(listing, order)):
        few = total**2 < asking.limit * _every(listing, asking) * _weight(listing, order, named)
    return _Way(mark, total, walked, few, _since(listing, values, asking))


def _since(listing: Listing, values: Mapping[str, Any], asking: _Asking) -> str:
    """At which text begins what dates leave: what lasts for days may have begun before the first of them."""
    if "from" not in values:
        return ""
    begun = f"MATCH (n:{listing.label}) WHERE {_BEGUN} RETURN min(n.by_day) AS key" if listing.ends else ""
    key = asking.ask(begun, asking.parameters).rows[0][0] if begun else None
    return str(key or values["from"])[:10]


def _weight(listing: Listing, order: Order, named: Sequence[Filter]) -> int:
    """How many items are sorted while an index passes one."""
    texts = [listing.filters[name] for name in listing.walks]
    if not _indexed(listing, order) or all(item.own or item in texts for item in named):
        return 1
    return _EDGE


# How many items are sorted while it is found out whether an edge leads to one.
_EDGE = 20

# Of what lasts for days: what began before those that are asked for.
_BEGUN = "n.ends >= $from AND NOT n.date >= $from"


def _walked(listing: Listing, values: Mapping[str, Any], asking: _Asking) -> str | None:
    """The filter with an index of its own that leads to the fewest items."""
    names = [name for name in listing.walks if name in values]
    if len(names) < 2:
        return next(iter(names), None)
    sizes = totals.of_roles(asking.ask, {name: values[name] for name in names})
    return min(names, key=lambda name: sizes[name])


def _every(listing: Listing, asking: _Asking) -> int:
    if listing.label == "Position":
        return totals.of_every(asking.ask)
    return int(asking.ask(f"MATCH (n:{listing.label}) RETURN count(n) AS n", {}).rows[0][0])


def _total(listing: Listing, values: Mapping[str, Any], walked: str | None, asking: _Asking) -> int:
    known = totals.of_positions(asking.ask, values) if listing.label == "Position" else None
    if known is not None:
        return known
    if walked and len(_named(listing, values, walked)) == 0:
        return _walk_length(listing, values, walked, asking)
    if listing.ends and "from" in values and not _named(listing, values, None):
        rest = [listing.filters[name].where for name in values if name != "from"]
        return sum(_count(listing, [dates, *rest], asking) for dates in ("n.date >= $from", _BEGUN))
    what = "DISTINCT n" if any(listing.filters[name].match for name in values) else "n"
    cypher = f"{_of_language(listing, values) or _chosen(listing, values)}\nRETURN count({what}) AS total"
    return int(asking.ask(cypher, asking.parameters).rows[0][0])


def _count(listing: Listing, where: Sequence[str], asking: _Asking) -> int:
    cypher = f"MATCH (n:{listing.label}) WHERE {' AND '.join(where)} RETURN count(n) AS total"
    return int(asking.ask(cypher, asking.parameters).rows[0][0])


def _walk_length(listing: Listing, values: Mapping[str, Any], walked: str, asking: _Asking) -> int:
    """How many items a walk in the index of a filter comes by."""
    rest = {name: value for name, value in values.items() if name != walked}
    where = " AND ".join(_conditions(listing, rest, listing.walks[walked]))
    low, high = bounds(values.get("from"), values.get("to"))
    who = values[walked]
    found = asking.ask(
        f"MATCH (n:{listing.label})\nWHERE {where}\nRETURN count(n) AS total",
        {**asking.parameters, **_prefixes(listing, rest), "low": f"{who} {low}", "high": f"{who} {high}"},
    )
    return int(found.rows[0][0])


def _named(listing: Listing, values: Mapping[str, Any], walked: str | None) -> list[str]:
    """The filters that lead along edges, but for those whose ids the items have in a text of their own."""
    names = [name for name in values if listing.filters[name].match]
    return [name for name in names if not walked or name not in listing.walks]


def _prefixes(listing: Listing, values: Mapping[str, Any]) -> dict[str, str]:
    return {f"{name}_key": f"{values[name]} " for name in listing.walks if name in values}


def _after(place: Mapping[str, Any]) -> str | None:
    return f"{place.get('after_key') or UNDATED} {place['after_id']}" if place else None


def _by_day(
    listing: Listing,
    order: Order,
    values: Mapping[str, Any],
    after: str | None,
    asking: _Asking,
    way: _Way,
) -> list[str]:
    """The ids of a page by day; what has no day comes last in either direction."""
    walked = way.walked if not way.gathered else None
    key = listing.walks[walked] if walked else "by_day"
    prefix = f"{values[walked]} " if walked else ""
    rest = {n: v for n, v in values.items() if n != walked}
    cypher = _gathering(listing, order, rest) if way.gathered else _walk(listing, order, rest, key)
    parameters = {**asking.parameters, **(_prefixes(listing, rest) if walked else {})}
    ids: list[str] = []
    for low, high in _stretches(order, values, after, way.since):
        if len(ids) < asking.limit and low < high:
            given = {"low": prefix + low, "high": prefix + high, "limit": asking.limit - len(ids)}
            ids += [row[0] for row in asking.ask(cypher, {**parameters, **given}).rows]
    return ids


def _indexed(listing: Listing, order: Order) -> bool:
    """Whether an index finds items in an order that is not that of days, where there may be very many."""
    if order.by == "id":
        return bool(listing.day)
    return listing.label == "Position" and order.by in ("confidence", "stance_value")


_STATES = {"standing": ("accepted", "confirmed"), "any": ("accepted", "confirmed", "pending", "rejected")}


def _by_review(
    listing: Listing,
    order: Order,
    values: Mapping[str, Any],
    place: Mapping[str, Any],
    asking: _Asking,
) -> list[str]:
    """The ids of a page by confidence, out of the texts of each state of review."""
    rest = {name: value for name, value in values.items() if name != "review"}
    cypher = _walk(listing, order, rest, "by_review")
    after = f"{place['after_key']:.17f} {place['after_id']}" if place else ""
    low, high = ("", after or "~") if order.descending else (after, "~")
    review = values.get("review", "any")
    found: list[tuple[str, str]] = []
    for state in _STATES.get(review, (review,)):
        given = {"low": f"{state} {low}", "high": f"{state} {high}", "limit": asking.limit}
        rows = asking.ask(cypher, {**asking.parameters, **_prefixes(listing, rest), **given}).rows
        found += [(key.partition(" ")[2], item) for item, key in rows]
    return [item for _, item in sorted(found, reverse=order.descending)[: asking.limit]]


def _by_id(
    listing: Listing,
    order: Order,
    values: Mapping[str, Any],
    place: Mapping[str, Any],
    asking: _Asking,
) -> list[str]:
    """The ids of a page by id, or first by a value of which there are few."""
    steps: list[Any] = [None]
    also: list[str] = []
    key = place.get("after_key") if order.by == "stance_value" else None
    if order.by == "stance_value":
        stances = [Stance(values["stance"])] if "stance" in values else Stance
        steps = sorted({stance.value_signed for stance in stances}, reverse=order.descending)
        steps = [one for one in steps if key is None or (one <= key if order.descending else one >= key)]
        also = ["n.stance_value IN [$step]"]
    cypher = _walk(listing, order, values, "id", also)
    parameters = {**asking.parameters, **_prefixes(listing, values)}
    ids: list[str] = []
    for step in steps:
        after = place.get("after_id", "") if step == key else ""
        low, high = ("", after or END) if order.descending else (after, END)
        given = {"low": low, "high": high, "step": step, "limit": asking.limit - len(ids)}
        if len(ids) < asking.limit:
            ids += [row[0] for row in asking.ask(cypher, {**parameters, **given}).rows]
    return ids


def _stretches(
    order: Order, values: Mapping[str, Any], after: str | None, since: str
) -> Iterator[tuple[str, str]]:
    """Between which texts the page lies, one stretch after the other."""
    low, high = bounds(since or values.get("from"), values.get("to"))
    if not order.descending:
        yield max(low, after or ""), high
        return
    if after is None or after < UNDATED:
        yield low, min(high, UNDATED, after or END)
    if not {"from", "to"} & set(values):
        yield UNDATED, min(after, END) if after and after > UNDATED else END


def _conditions(listing: Listing, values: Mapping[str, Any], key: str) -> list[str]:
    """What is asked of an item that a walk comes by."""
    where = [f"n.{key} > $low", f"n.{key} < $high"]
    where += [f.where for name in values if (f := listing.filters[name]).where and not f.in_key]
    if key in ("by_review", "id"):
        where += [f.where for name in values if (f := listing.filters[name]).in_key]
    for name in (name for name in values if listing.filters[name].match):
        if name in listing.walks:
            # An engine kept from the index by `+ ''` stays with the walk.
            where.append(f"n.{listing.walks[name]} + '' STARTS WITH ${name}_key")
        elif listing.filters[name].own:
            where.append(listing.filters[name].own)
        else:
            where.append(f"EXISTS {{ MATCH {labelled(listing.filters[name].match, values)} }}")
    return where


def _walk(
    listing: Listing, order: Order, values: Mapping[str, Any], key: str, also: Sequence[str] = ()
) -> str:
    """The ids between two places of an index in its order."""
    return "\n".join(
        [
            f"MATCH (n:{listing.label})",
            f"WHERE {' AND '.join((*_conditions(listing, values, key), *also))}",
            f"RETURN n.id AS id, n.{key} AS key",
            f"ORDER BY n.{key}{' DESC' * order.descending} LIMIT $limit",
        ]
    )


def _gathering(listing: Listing, order: Order, values: Mapping[str, Any]) -> str:
    """The ids between two days, sorted out of what an edge leads to."""
    filters = [listing.filters[name] for name in values]
    # An engine kept from the index by `+ ''` begins with the edge.
    where = ["n.by_day + '' > $low", "n.by_day + '' < $high"]
    where += [f.where for f in filters if f.where and not f.in_key]
    return "\n".join(
        [
            *_patterns(listing, values),
            f"WHERE {' AND '.join(where)}",
            "RETURN DISTINCT n.id AS id, n.by_day AS key",
            f"ORDER BY key{' DESC' * order.descending} LIMIT $limit",
        ]
    )


def _sorted(
    listing: Listing, order: Order, values: Mapping[str, Any], ask: Ask, parameters: Mapping[str, Any]
) -> list[str]:
    """The ids of a page in an order that no index keeps."""
    # An item without a value stands after all that have one.
    after = (
        ("$after_key" if "after_key" in parameters else order.missing) if "after_id" in parameters else None
    )
    way = " DESC" * order.descending
    sign = "<" if order.descending else ">"
    past = f"WHERE key {sign} {after} OR (key = {after} AND id {sign} $after_id)"
    cypher = "\n".join(
        [
            _chosen(listing, values),
            f"WITH DISTINCT n.id AS id, {order.key} AS key",
            past if "after_id" in parameters else "",
            f"RETURN id, key ORDER BY key{way}, id{way} LIMIT $limit",
        ]
    )
    return [row[0] for row in ask(cypher, parameters).rows]


def _told(listing: Listing, ids: Sequence[str], ask: Ask) -> list[dict[str, Any]]:
    """What is told of items, in the order of their ids."""
    cypher = f"UNWIND $ids AS id\nMATCH (n:{listing.label} {{id: id}})\nWITH n{listing.details}"
    found = {row["id"]: row for row in ask(cypher, {"ids": list(ids)}).as_dicts()} if ids else {}
    # One that was deleted meanwhile is told no more.
    return [_in_utc(listing, found[item]) for item in ids if item in found]


def _cursor(listing: Listing, order: Order, last: Mapping[str, Any], way: _Way) -> str:
    return cursor_of(listing.name, [str(order), last[order.by], last["id"], list(astuple(way))])


def _place(
    listing: Listing, order: Order, cursor: str, values: Mapping[str, Any], mark: str
) -> tuple[dict[str, Any], _Way | None]:
    """What Cypher must know of the item before a page, and the way if the cursor's still holds."""
    sort, key, last, way = place_of(listing.name, cursor, 4)
    if sort != str(order) or not isinstance(last, str):
        raise damaged()
    try:
        place = {"after_id": last} | ({} if key is None else {"after_key": _KEYS[order.type](key)})
    except (TypeError, ValueError):
        raise damaged() from None
    return place, _read_way(listing, way, values, mark)


def _read_way(listing: Listing, told: object, values: Mapping[str, Any], mark: str) -> _Way | None:
    match told:
        case [str(made), int(total), str() | None as walked, bool(gathered), str(since)]:
            fits = walked is None or (walked in listing.walks and walked in values)
            return _Way(mark, total, walked, gathered, since) if fits and made == mark else None
    return None


_KEYS: Mapping[str, Callable[[Any], Any]] = {"date": date.fromisoformat, "number": float, "string": str}


def one(store: Store, listing: Listing, item: str) -> dict[str, Any] | None:
    """The item with an id, as the list shows it."""
    rows = store.read(
        f"MATCH (n:{listing.label} {{id: $id}})\nWITH n{listing.details}", {"id": item}
    ).as_dicts()
    return _in_utc(listing, rows[0]) if rows else None


def _in_utc(listing: Listing, row: dict[str, Any]) -> dict[str, Any]:
    """An item whose instants say that they are in UTC, which one of the engines forgets."""
    for name, kind in listing.typed.items():
        if kind == "datetime" and row[name]:
            row[name] = datetime.fromisoformat(row[name]).replace(tzinfo=UTC).isoformat()
    return row


def _chosen(listing: Listing, values: Mapping[str, Any]) -> str:
    conditions = [listing.filters[name].where for name in values if listing.filters[name].where]
    where = f"\nWHERE {' AND '.join(conditions)}" if conditions else ""
    return "\n".join(_patterns(listing, values)) + where


def _patterns(listing: Listing, values: Mapping[str, Any]) -> list[str]:
    """What an edge leads to, the fewest first: an engine may read patterns from left to right."""
    named = [item for name in values if (item := listing.filters[name]).match]
    matches = [item.match for item in sorted(named, key=lambda item: not item.few)]
    if not matches:
        return [f"MATCH (n:{listing.label})"]
    first = matches[0].replace("(n)", f"(n:{listing.label})")
    return [labelled(f"MATCH {match}", values) for match in (first, *matches[1:])]


def _of_language(listing: Listing, values: Mapping[str, Any]) -> str | None:
    """What has the text of a language, if that is all that is asked: to look at each would be to read it."""
    if not any(listing.filters[name].language for name in values) or len(values) > 1:
        return None
    [(name, language)] = values.items()
    label, other = (Schema.load().text_label(one) for one in (language, ""))
    where = f" WHERE {listing.filters[name].where}" if label == other else ""
    return f"MATCH (n:{listing.label}:{label}){where}"
