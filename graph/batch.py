"""From a record, or from the vocabulary, to nodes and dated edges: pure, without a store."""

from __future__ import annotations

import calendar
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from typing import Any

from graph.tallies import ROLES, UNDATED, Tallied, role_of, tallied
from ontology.errors import ArticleError, VocabularyError
from ontology.record import Event, Named, Position, Record, Stance
from ontology.schema import Schema
from ontology.vocabulary import (
    Bloc,
    Entry,
    Membership,
    Organization,
    Person,
    Place,
    Principle,
    Role,
    State,
    Vocabulary,
)

DIRECT = {
    Stance.ENDORSE: "ENDORSES",
    Stance.REJECT: "REJECTS",
    Stance.CONDITIONAL: "QUALIFIES",
    Stance.AMBIVALENT: "QUALIFIES",
    Stance.NEUTRAL: "ADDRESSES",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A node. An `own` one takes these properties; another keeps those that it already has."""

    labels: tuple[str, ...]
    id: str
    properties: Mapping[str, Any]
    own: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two ids. One that several articles may report is `shared` by them."""

    type: str
    source: str
    target: str
    properties: Mapping[str, Any]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class GraphBatch:
    """What is written in one transaction: one article, or (without `article`) the vocabulary.

    `version` tells whether writing it would change anything; `origin` what another version of the
    same article has in common with it.
    """

    version: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    article: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run that reads articles: its own id, and what read them out."""

    id: str
    reader: str

    @classmethod
    def begin(cls, reader: str) -> Run:
        """A run that begins now."""
        return cls(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}-{secrets.token_hex(3)}", reader)


def batch_of(
    record: Record,
    text: str,
    vocabulary: Vocabulary,
    loaded_at: datetime,
    origin: str | None = None,
    run: Run | None = None,
) -> GraphBatch:
    """The nodes and edges of one article.

    `origin` is the identity that outlives a changed text: by default the URL, else the path.
    """
    origin = origin or record.article.url or record.article.path
    named = _Names(record, vocabulary)
    version = _fingerprint(record)
    article = _article(record, text, loaded_at, origin, run, version)
    own = [article, *_events(record, named), *_positions(record, named)]
    edges = tuple(_checked(record, _edges(record)))
    known = {node.id for node in own}
    others = {end for edge in edges for end in (edge.source, edge.target)} - known
    nodes = (*own, *(named.node(item) for item in sorted(others)))
    return GraphBatch(version, nodes, edges, record.article.id, origin)


def vocabulary_batch(vocabulary: Vocabulary) -> GraphBatch:
    """Every actor, principle and place of the vocabulary, and the edges between them."""
    entries = [entry for entry in vocabulary.items.values() if _in_graph(entry)]
    edges = chain(
        (_membership(item) for item in vocabulary.memberships),
        (_office(entry.id, role) for entry in vocabulary.of_type(Person) for role in entry.roles),
        (
            Edge("BROADER", entry.id, wider, {})
            for entry in vocabulary.of_type(Principle)
            for wider in entry.broader
        ),
    )
    nodes = tuple(map(_entry_node, entries))
    version = f"{Schema.load().version}-{vocabulary.version}"
    return GraphBatch(version, nodes, tuple(_resolved(edges, {node.id for node in nodes})))


def _resolved(edges: Iterable[Edge], known: Set[str]) -> Iterator[Edge]:
    for edge in edges:
        if missing := {edge.source, edge.target} - known:
            raise VocabularyError(
                f"{edge.source} {edge.type} {edge.target}: the vocabulary has no {' or '.join(missing)}; "
                "run `communique vocab check`."
            )
        yield edge


def _in_graph(entry: Entry) -> bool:
    return isinstance(entry, State | Bloc | Organization | Person | Place | Principle)


def _entry_node(entry: Entry) -> Node:
    return Node(Schema.load().labels_of(entry.id), entry.id, _entry_properties(entry))


def _entry_properties(entry: Entry) -> dict[str, Any]:
    names = {f"name_{language}": name for language, name in entry.name.items()}
    own: dict[str, Any] = {"name": entry.caption, **names, "qid": entry.qid, "listed": True}
    match entry:
        case State():
            own |= {"iso2": entry.iso2, "iso3": entry.iso3}
        case Bloc():
            own |= {"informal": entry.informal, "founded": first_day(entry.founded)}
        case Organization():
            own |= {"kind": entry.category, "of": entry.of, "speaks_for": entry.speaks_for}
        case Place():
            own |= {"kind": entry.category, "in": entry.within, "capital_of": entry.capital_of}
        case Principle():
            own |= {"kind": entry.category}
    return own


def _membership(item: Membership) -> Edge:
    span = _span(item.start, item.end, end=first_day(item.end))
    return Edge("MEMBER_OF", item.state, item.bloc, {**span, "status": item.status, "source": item.source})


def _office(person: str, role: Role) -> Edge:
    span = _span(role.start, role.end, end=last_day(role.end))
    return Edge("REPRESENTS", person, role.of, {**span, "role": role.role})


def _span(start: str | None, end_text: str | None, end: date | None) -> dict[str, Any]:
    reduced = {"from_precision": precision(start), "to_precision": precision(end_text)}
    return {
        "from": first_day(start),
        "to": end,
        **{name: value for name, value in reduced.items() if value not in (None, "day")},
    }


class _Names:
    """Nodes and captions of what a record names: from the vocabulary, else from the record."""

    def __init__(self, record: Record, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._language = record.article.language
        self._named = {item.id: item for item in chain(record.actors, record.principles, record.places)}

    def node(self, item: str) -> Node:
        """A node that the article refers to but does not own."""
        if item in self._vocabulary:
            properties = _entry_properties(self._vocabulary[item])
        else:
            name = self.caption(item)
            properties = {"name": name, f"name_{self._language}": name, "listed": False}
        return Node(Schema.load().labels_of(item), item, properties, own=False)

    def caption(self, item: str) -> str:
        """What a reader calls it: one line, though its words may stand on two."""
        if item in self._vocabulary:
            return self._vocabulary[item].caption
        named: Named | None = self._named.get(item)
        mention = named.mentions[0].text if named and named.mentions else ""
        called = (named and named.name) or mention
        return " ".join(called.split()) or item.partition(":")[2]


def _article(
    record: Record, text: str, loaded_at: datetime, origin: str | None, run: Run | None, version: str
) -> Node:
    head = record.article
    return Node(
        ("Article", Schema.load().text_label(head.language)),
        head.id,
        {
            "name": head.title or head.path or head.id,
            "url": head.url,
            "path": head.path,
            "origin": origin,
            "title": head.title,
            "language": head.language,
            "published_on": first_day(head.published_on),
            "published_on_source": head.published_on_source,
            "text": text,
            "content_hash": hashlib.sha256(text.encode()).hexdigest(),
            "loaded_at": loaded_at.astimezone(UTC),
            "run": run.id if run else None,
            "read_by": run.reader if run else None,
            "record": json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":")),
            "record_hash": version,
            "by_day": by_day(head.id, first_day(head.published_on)),
        },
    )


def _fingerprint(record: Record) -> str:
    # The path is left out: the same text read from another folder is the same article.
    data = record.to_json()
    data["article"].pop("path")
    form = json.dumps([Schema.load().version, data], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(form.encode()).hexdigest()


def _events(record: Record, named: _Names) -> Iterator[Node]:
    for event in record.events:
        kind = named.caption(event.kind) if ":" in event.kind else event.kind.replace("-", " ")
        yield Node(
            ("Event",),
            event.id,
            {
                "name": ", ".join(filter(None, (kind, event.date))),
                "kind": event.kind,
                "plover": event.plover,
                "cameo": event.cameo,
                "date": first_day(event.date),
                "ends": last_day(event.ends),
                "date_precision": event.date_precision,
                "by_day": by_day(event.id, first_day(event.date)),
            },
            own=False,  # another article may have reported it before
        )


def _positions(record: Record, named: _Names) -> Iterator[Node]:
    label = Schema.load().text_label(record.article.language)
    for item in record.positions:
        verb = DIRECT[item.stance].lower()
        yield Node(
            ("Position", label),
            item.id,
            {
                "name": f"{named.caption(item.holder)} {verb} {named.caption(item.target)}",
                "stance": item.stance.value,
                "stance_value": item.stance.value_signed,
                "modality": item.modality.value,
                "said_on": first_day(item.said_on),
                "date_precision": item.date_precision,
                "quoted": item.quoted,
                "confidence": float(item.confidence),
                "review": item.review.value,
                "passage": item.evidence.text,
                "start": item.evidence.start,
                "end": item.evidence.end,
                **sorted_by(item.id, first_day(item.said_on), item.holder, item.target),
                "line": f"{item.holder} {item.target}",
                "by_review": by_review(item.id, item.review.value, item.confidence),
                "by_named": by_named(
                    by_day(item.id, first_day(item.said_on)),
                    item.review.value,
                    (item.holder, item.target),
                    item.via,
                    item.contrast,
                ),
            },
        )


def by_day(item: str, day: date | str | None) -> str:
    """The text by which lists of dated things are sorted; what has no day comes last."""
    return f"{day or UNDATED} {item}"


def sorted_by(position: str, day: date | str | None, holder: str, target: str) -> dict[str, str]:
    """The texts by which lists of positions are sorted: of all, of a holder, of a target and of both."""
    own = by_day(position, day)
    return {
        "by_day": own,
        "by_holder": f"{holder} {own}",
        "by_target": f"{target} {own}",
        "by_line": f"{holder} {target} {own}",
    }


def by_review(position: str, review: str, confidence: float) -> str:
    """The text by which the positions of one state of review are sorted, the least sure first."""
    # Of so many digits no two numbers between 0 and 1 are the same, and texts lie as the numbers do.
    return f"{review} {confidence:.17f} {position}"


def tallied_of(batch: GraphBatch) -> list[Tallied]:
    """The positions of a batch, as the tallies know them."""
    found = {
        node.id: tallied({**node.properties, "id": node.id})
        for node in batch.nodes
        if node.labels[0] == "Position"
    }
    for edge in batch.edges:
        if edge.type in ROLES:
            found[edge.source].who.append(role_of(edge.type, edge.target))
    return list(found.values())


def by_named(
    day: str, review: str, ends: Iterable[str], ways: Iterable[str], against: Iterable[str]
) -> str | None:
    """All that counts of a position that names blocs, as one text, by which these are in the order of days.

    An engine that reads the index reads the answer with it.
    """
    blocs = [*(f"+{bloc}" for bloc in sorted(ways)), *(f"-{bloc}" for bloc in sorted(against))]
    return " ".join((day, review, *ends, *blocs)) if blocs else None


def _edges(record: Record) -> Iterator[Edge]:
    yield from _article_edges(record)
    for actor in record.actors:
        if actor.represents:
            yield _unlisted_office(record, actor, actor.represents)
    for event in record.events:
        yield from _event_edges(event, record)
    for position in record.positions:
        yield from _position_edges(position, record.article.id)


def _article_edges(record: Record) -> Iterator[Edge]:
    head, on = record.article, _on(record.article.published_on)
    for named in chain(record.actors, record.principles, record.places):
        yield Edge("MENTIONS", head.id, named.id, {**on, "count": len(named.mentions)})
    if head.publisher:
        yield Edge("PUBLISHED_BY", head.id, head.publisher, on)
    for agency in head.relayed_from:
        yield Edge("RELAYED_FROM", head.id, agency, on)


def _unlisted_office(record: Record, person: Named, of: str) -> Edge:
    return Edge(
        "REPRESENTS",
        person.id,
        of,
        {**_on(record.article.published_on), "role": person.role, "reported_by": [record.article.id]},
        shared=True,
    )


def _event_edges(event: Event, record: Record) -> Iterator[Edge]:
    on = _on(event.date)
    shared = {**on, "reported_by": [record.article.id]}
    for participant in event.participants:
        yield Edge("TOOK_PART_IN", participant, event.id, shared, shared=True)
    if event.convened_by:
        yield Edge("CONVENED", event.convened_by, event.id, shared, shared=True)
    if event.place:
        yield Edge("TOOK_PLACE_IN", event.id, event.place, shared, shared=True)
    proof = event.evidence
    yield Edge(
        "REPORTED_IN",
        event.id,
        record.article.id,
        {**on, "passage": proof.text, "start": proof.start, "end": proof.end},
    )


def _position_edges(item: Position, article: str) -> Iterator[Edge]:
    on = _on(item.said_on)
    yield Edge("HELD_BY", item.id, item.holder, on)
    if item.voice:
        yield Edge("VOICED_BY", item.id, item.voice, on)
    yield Edge("TOWARDS", item.id, item.target, on)
    for bloc in item.via:
        yield Edge("VIA", item.id, bloc, on)
    for bloc in item.contrast:
        yield Edge("CONTRASTS", item.id, bloc, on)
    yield Edge("STATED_IN", item.id, article, {**on, "start": item.evidence.start, "end": item.evidence.end})
    if item.event:
        yield Edge("STATED_AT", item.id, item.event, on)
    judged = {"confidence": float(item.confidence), "review": item.review.value}
    direct = {**on, "position": item.id, "via": list(item.via), **judged}
    yield Edge(DIRECT[item.stance], item.holder, item.target, direct)


def _checked(record: Record, edges: Iterable[Edge]) -> Iterator[Edge]:
    schema = Schema.load()
    for edge in edges:
        kind = schema.edges[edge.type]
        for end, allowed in ((edge.source, kind.sources), (edge.target, kind.targets)):
            try:
                labels = schema.labels_of(end)
            except KeyError:
                labels = ()
            if not set(labels) & set(allowed):
                raise ArticleError(
                    f"{record.article.path or record.article.id}: its record has {end!r} at an end of "
                    f"{edge.type}, where only {' or '.join(allowed)} may stand; correct the record."
                )
        yield edge


def _on(day: str | None) -> dict[str, Any]:
    return {"on": first_day(day)}


def precision(day: str | None) -> str | None:
    """How much of an ISO date is known: year, month or day."""
    return None if day is None else ("year", "month", "day")[day.count("-")]


def first_day(day: str | None) -> date | None:
    """The first day of an ISO date that may lack its day or month."""
    if day is None:
        return None
    parts = [int(part) for part in day.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(day: str | None) -> date | None:
    """The last day of an ISO date that may lack its day or month."""
    if day is None:
        return None
    parts = [int(part) for part in day.split("-")]
    year, month = [*parts, 12][:2]
    return date(year, month, parts[2] if len(parts) == 3 else calendar.monthrange(year, month)[1])
