"""The lists that REST pages through: pure builders of Cypher from filters, by keyset.

A page is asked for by the sort key and id of the last item before it, so that it stays right while
articles are loaded, and the last page costs what the first does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from graph.store import READ_TIMEOUT, Store
from ontology.errors import InputError
from ontology.schema import Schema
from queries.names import called, require_known, suggestion
from queries.paging import cursor_of, damaged, place_of
from queries.values import check_order, read_value

SORT = "by what to sort; the name with - before it goes from the greatest to the least"

# What stands in for a missing value, which comes last in either direction; as Cypher, and as Python.
_LEAST = {"date": "date('0001-01-01')", "number": "-1.0e300", "string": "''"}
_MOST = {"date": "date('9999-12-31')", "number": "1.0e300", "string": "'\uffff'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter: its type, the labels of an id, and the pattern or condition that it adds."""

    type: str
    description: str
    match: str = ""
    where: str = ""
    of: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    default: str | None = None


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
    """A list of one kind of node `n`. `sorts` are the properties that sort it, `order` the usual order."""

    name: str
    label: str
    filters: Mapping[str, Filter]
    details: str
    sorts: Mapping[str, str]
    order: str
    types: Mapping[str, str] = field(default_factory=dict)

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


def _id(description: str, of: tuple[str, ...], match: str) -> Filter:
    return Filter(type="id", description=description, of=of, match=match)


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
    "holder": _id("id of the holder", ("Actor",), "(n)-[:HELD_BY]->(:Actor {id: $holder})"),
    "voice": _id("id of the voice", ("Actor",), "(n)-[:VOICED_BY]->(:Actor {id: $voice})"),
    "target": _id("id of the target", ("Principle", "Actor"), "(n)-[:TOWARDS]->({id: $target})"),
    "within": _id(
        "id of a principle; narrower ones count too",
        ("Principle",),
        "(n)-[:TOWARDS]->(:Principle)-[:BROADER*0..]->(:Principle {id: $within})",
    ),
    "stance": Filter(type="choice", description="stance", choices=_STANCES, where="n.stance = $stance"),
    "via": _id("id of a bloc that is the way", ("Bloc",), "(n)-[:VIA]->(:Bloc {id: $via})"),
    "contrast": _id(
        "id of a bloc set against the target", ("Bloc",), "(n)-[:CONTRASTS]->(:Bloc {id: $contrast})"
    ),
    "from": Filter(type="date", description=_FROM, where="n.said_on >= $from"),
    "to": Filter(type="date", description=_TO, where="n.said_on <= $to"),
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
    "article": _id("id of the article", ("Article",), "(n)-[:STATED_IN]->(:Article {id: $article})"),
    "event": _id("id of the event", ("Event",), "(n)-[:STATED_AT]->(:Event {id: $event})"),
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
        filters=_POSITION_FILTERS,
        details=_POSITION_DETAILS,
        types=dict.fromkeys(("via", "contrast"), "strings"),
    ),
    "events": Listing(
        name="events",
        label="Event",
        sorts={"date": "date", "id": "string"},
        order="-date",
        details=_EVENT_DETAILS,
        types=dict.fromkeys(("participants", "articles"), "strings"),
        filters={
            "kind": Filter(
                type="string", description="kind of event, such as summit", where="n.kind = $kind"
            ),
            "participant": _id(
                "id of who took part", ("Actor",), "(n)<-[:TOOK_PART_IN]-(:Actor {id: $participant})"
            ),
            "place": _id("id of the place", ("Place",), "(n)-[:TOOK_PLACE_IN]->(:Place {id: $place})"),
            "from": Filter(type="date", description=_FROM, where="coalesce(n.ends, n.date) >= $from"),
            "to": Filter(type="date", description=_TO, where="n.date <= $to"),
        },
    ),
    "articles": Listing(
        name="articles",
        label="Article",
        sorts={"published_on": "date", "title": "string", "id": "string"},
        order="-published_on",
        types={"relayed_from": "strings", "positions": "integer"},
        details=_ARTICLE_DETAILS,
        filters={
            "language": Filter(type="string", description="ar, ru or en", where="n.language = $language"),
            "publisher": _id(
                "id of the outlet", ("Organization",), "(n)-[:PUBLISHED_BY]->(:Organization {id: $publisher})"
            ),
            "mentions": _id(
                "id of what it names", ("Actor", "Principle", "Place"), "(n)-[:MENTIONS]->({id: $mentions})"
            ),
            "from": Filter(type="date", description=_FROM, where="n.published_on >= $from"),
            "to": Filter(type="date", description=_TO, where="n.published_on <= $to"),
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
    place = _place(listing, order, cursor) if cursor else {}
    parameters |= place
    # An item without a value stands after all that have one.
    after = ("$after_key" if "after_key" in place else order.missing) if place else None
    chosen = _chosen(listing, values)
    total = store.read(f"{chosen}\nRETURN count(DISTINCT n) AS total", parameters, timeout=timeout).rows[0][0]
    rows = store.read(
        _page_cypher(listing, order, chosen, after),
        {**parameters, "limit": limit + 1},
        timeout=timeout,
    ).as_dicts()
    items = [_in_utc(listing, row) for row in rows[:limit]]
    more = len(rows) > limit
    return Page(items, total, _cursor(listing, order, items[-1]) if more else None)


def _cursor(listing: Listing, order: Order, last: Mapping[str, Any]) -> str:
    return cursor_of(listing.name, [str(order), last[order.by], last["id"]])


def _place(listing: Listing, order: Order, cursor: str) -> dict[str, Any]:
    """What Cypher must know of the item before the page."""
    sort, key, last = place_of(listing.name, cursor, 3)
    if sort != str(order) or not isinstance(last, str):
        raise damaged()
    try:
        return {"after_id": last} | ({} if key is None else {"after_key": _KEYS[order.type](key)})
    except (TypeError, ValueError):
        raise damaged() from None


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
    filters = [listing.filters[name] for name in values]
    matches = [f"MATCH (n:{listing.label})", *(f"MATCH {item.match}" for item in filters if item.match)]
    conditions = [item.where for item in filters if item.where]
    return "\n".join(matches) + (f"\nWHERE {' AND '.join(conditions)}" if conditions else "")


def _page_cypher(listing: Listing, order: Order, chosen: str, after: str | None) -> str:
    way = " DESC" * order.descending
    return "\n".join(
        [
            chosen,
            f"WITH DISTINCT n, {order.key} AS key",
            f"WHERE key {'<' if order.descending else '>'} {after} OR (key = {after} AND n.id > $after_id)"
            if after
            else "",
            f"WITH n, key ORDER BY key{way}, n.id LIMIT $limit",
            listing.details.strip(),
            f"ORDER BY coalesce({order.by}, {order.missing}){way}, id",
        ]
    )
