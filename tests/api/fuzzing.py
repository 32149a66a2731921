"""Hooks for schemathesis: what its data must obey beside their schemas, and the formats of ours.

A schema says what each value is like. It cannot say that `from` lies before `to`, that a cursor is one that
the list itself gave, or that a text is Cypher or SPARQL.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import schemathesis
from hypothesis import strategies as st

from graph.triples.answering import GRAPHS
from queries.networks.analyses import ANALYSES
from tests.queries import records

_QUERIES = (
    "MATCH (b:Bloc) RETURN b.id AS id ORDER BY id LIMIT 3",
    "RETURN 1 AS one, [1, null] AS list, {a: 'x'} AS map, date('2024-04-09') AS day",
    "MATCH path = (:Position)-[:VIA]->(b) RETURN path, b LIMIT 2",
    "UNWIND range(1, 5000) AS n RETURN n",
    "MATCH (n:Nothing) RETURN n.x AS x",
)

_SPARQL = (
    "SELECT ?bloc { ?bloc a cq:Bloc } LIMIT 3",
    "ASK { ?position a cq:Position }",
)

_days = st.dates().map(str)
schemathesis.openapi.format("day", st.one_of(_days, _days.map(lambda day: day[:7]), st.just("today")))
schemathesis.openapi.format("cypher", st.sampled_from(_QUERIES))
schemathesis.openapi.format("sparql", st.sampled_from(_SPARQL))

# Ids that the store knows, so that more is reached than an error for an unknown one.
_KNOWN = {
    "actors": records.LAVROV,
    "principles": records.SECURITY,
    "positions": records.ARTICLES[1][1].positions[0].id,
    "articles": records.ARTICLES[1][1].article.id,
    "events": records.ARTICLES[2][1].events[0].id,
    "blocs": records.CSTO,
}

_IDS = {
    "article": _KNOWN["articles"],
    "event": _KNOWN["events"],
    "principle": records.SECURITY,
    "target": records.SECURITY,
    "within": records.SECURITY,
    "holder": records.RU,
    "state": records.RU,
    "first": records.RU,
    "second": records.CN,
    "voice": records.LAVROV,
    "person": records.LAVROV,
    "bloc": records.CSTO,
    "via": records.CSTO,
    "publisher": "org:tass",
    "place": "place:beijing",
}


@schemathesis.serializer("application/sparql-query")
def as_text(context: Any, value: Any) -> bytes:
    """A body that is the query itself."""
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def filter_query(context: Any, query: Any) -> bool:
    """A parameter without a value counts as left out, whatever its schema says of values."""
    return not isinstance(query, dict) or "" not in query.values()


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Put right what only several parameters make wrong, and ask half of the time for what there is."""
    if case.meta is not None and not case.meta.generation.mode.is_positive:
        return
    query = case.query
    if isinstance(query, dict):
        query.pop("cursor", None)
        if query.get("shape") == "wide":
            query.pop("fields", None)
        if query.get("window") not in ("days", "statements"):
            query.pop("size", None)
            query.pop("step", None)
        elif "size" not in query:
            del query["window"]
            query.pop("step", None)
        if query.get("window") == "days":
            query["step"] = "400"  # or there are more windows than anybody may have
        two = "two-mode" in (query.get("kind"), case.operation.path.rpartition("/")[2])
        if (
            query.get("normalise")
            not in ANALYSES["two-mode" if two else "actors"].options["normalise"].choices
        ):
            query.pop("normalise", None)
        if case.operation.path == "/sparql" and query.get("format") in GRAPHS:
            del query["format"]  # what is asked here are tables
        ends = [str(query.get(name, "")).replace("today", str(date.today())) for name in ("from", "to")]
        if all(ends) and ends[0][:4] >= ends[1][:4]:
            del query["to"]
        for name, known in _IDS.items():
            if isinstance(query.get(name), str) and len(query[name]) % 2:
                query[name] = known
    kind = case.operation.path.split("/")[2] if case.operation.path.startswith("/v1/") else ""
    if kind in _KNOWN and len(case.path_parameters.get("id", "")) % 2:
        case.path_parameters["id"] = _KNOWN[kind]
