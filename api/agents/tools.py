"""The tools: what each is called, takes and answers. Their schemas come from the registries of `queries`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from api.settings import Settings
from graph.store import Store
from ontology.errors import InputError, UnknownName
from ontology.schema import Schema, documentation
from queries.evidence import CONTEXT, MOST_CONTEXT, evidence
from queries.listings import LISTINGS, SORT, Filter, Listing, page, read_filters, read_order
from queries.names import suggestion
from queries.networks.analyses import ANALYSES, MATRIX, SERIES, Analysis, analysis
from queries.paging import page_of
from queries.registry import NamedQuery, Parameter, load, named
from queries.search import find
from queries.values import read_value

Given = Mapping[str, Any]
Answer = Callable[[Store, Settings, Given], dict[str, Any]]

MOST = 1000

_JSON_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One thing that an agent can do here; `properties` are the JSON Schema of its parameters."""

    name: str
    title: str
    description: str
    properties: Mapping[str, Mapping[str, Any]]
    required: tuple[str, ...] = ()
    answer: Answer

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what it takes."""
        return {
            "type": "object",
            "properties": {name: dict(item) for name, item in self.properties.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }

    def call(self, store: Store, settings: Settings, given: Given) -> dict[str, Any]:
        """The answer; raises InputError naming the parameter and the remedy. A null counts as left out."""
        values = {name: value for name, value in given.items() if value is not None}
        for name in values:
            if name not in self.properties:
                has = ", ".join(self.properties) or "none"
                hint = suggestion(name, self.properties) or f"; it has {has}."
                raise InputError(f"The tool '{self.name}' has no parameter '{name}'{hint}", parameter=name)
        for name in self.required:
            if name not in values:
                meaning = self.properties[name]["description"]
                raise InputError(f"The parameter '{name}' is missing: give {meaning}.", parameter=name)
        return self.answer(store, settings, values)


def tool(name: str) -> Tool:
    """The tool of that name; raises UnknownName with a suggestion."""
    known = tools()
    if name not in known:
        hint = suggestion(name, known) or f"; there is {', '.join(known)}."
        raise UnknownName(f"There is no tool '{name}'{hint}", parameter="name")
    return known[name]


@lru_cache(maxsize=1)
def tools() -> Mapping[str, Tool]:
    """Every tool by its name."""
    lists = (_list(name, listing) for name, listing in LISTINGS.items())
    every = (_SEARCH, *lists, _EVIDENCE, _QUERIES, _ask(), _network(), _CYPHER, _GRAPH)
    return {item.name: item for item in every}


def _property(item: Parameter | Filter) -> dict[str, Any]:
    """A declared parameter as JSON Schema."""
    told: dict[str, Any] = {"type": _JSON_TYPES.get(item.type, "string"), "description": item.description}
    if item.type == "date":
        told["description"] += " (ISO, such as 2024-04-09, 2024-04 or 2024)"
    if item.choices:
        told["enum"] = list(item.choices)
    if item.default is not None:
        told["default"] = item.default
    return told


_LIMIT: Mapping[str, Any] = {
    "type": "integer",
    "minimum": 1,
    "maximum": MOST,
    "default": 50,
    "description": "how many at most",
}
_CURSOR = {"type": "string", "description": "the `next` of the answer before, for the page that follows"}
_PAGED: Mapping[str, Mapping[str, Any]] = {"limit": _LIMIT, "cursor": _CURSOR}


def _number(name: str, given: Given, usual: int, least: int, most: int) -> int:
    value: int = read_value(name, "integer", given.get(name, usual))
    if not least <= value <= most:
        raise InputError(
            f"The parameter '{name}' must lie between {least} and {most}, not {value}.", parameter=name
        )
    return value


def _limit(given: Given) -> int:
    return _number("limit", given, 50, 1, MOST)


def _paged(kind: str, given: Given, items: list[dict[str, Any]], **around: Any) -> dict[str, Any]:
    found, following = page_of(kind, items, _limit(given), given.get("cursor"))
    return {"items": list(found), "next": following, "total": len(items), **around}


# --- search and lists ------------------------------------------------------------------------------------


def _search(store: Store, _: Settings, given: Given) -> dict[str, Any]:
    return _paged("search", given, find(store, read_value("words", "string", given["words"])))


_SEARCH = Tool(
    name="search",
    title="Search names, texts and passages",
    description="Finds actors and principles by a name or alias in Arabic, Russian or English, then articles"
    " and passages whose text has all the words. Begin here to learn the ids that the other tools want.",
    properties={"words": {"type": "string", "description": "one or more words"}, **_PAGED},
    required=("words",),
    answer=_search,
)

_TOLD = {
    "positions": "Lists stated positions, the newest first: who holds which stance on what, since when, in"
    " whose words, through which blocs, with the passage that proves it. What waits for review is left out"
    " unless `review` asks for it.",
    "events": "Lists dated events (talks, summits, votes) with place and participants, the newest first.",
    "articles": "Lists the articles that were read, the newest first, without their text.",
    "actors": "Lists states, blocs, organisations and persons with their ids and names.",
    "principles": "Lists norms, orders, initiatives and issues that positions are about, with ids and names.",
}


def _list(name: str, listing: Listing) -> Tool:
    def answer(store: Store, settings: Settings, given: Given) -> dict[str, Any]:
        asked = {key: value for key, value in given.items() if key not in {*_PAGED, "sort"}}
        found = page(
            store,
            listing,
            read_filters(listing, asked),
            order=read_order(listing, given.get("sort")),
            limit=_limit(given),
            cursor=given.get("cursor"),
            timeout=settings.read_timeout,
        )
        return {"items": found.items, "next": found.next, "total": found.total}

    return Tool(
        name=name,
        title=name.capitalize(),
        description=_TOLD[name],
        properties={
            **{key: _property(item) for key, item in listing.filters.items()},
            "sort": {"type": "string", "enum": listing.orders, "description": SORT, "default": listing.order},
            **_PAGED,
        },
        answer=answer,
    )


def _proof(store: Store, _: Settings, given: Given) -> dict[str, Any]:
    context = _number("context", given, CONTEXT, 0, MOST_CONTEXT)
    return evidence(store, str(given["position"]), context)


_EVIDENCE = Tool(
    name="evidence",
    title="The proof of a position",
    description="One position with its passage word for word, the text before and after it, its article,"
    " outlet, date, holder and voice. Call it before you quote or cite a position.",
    properties={
        "position": {"type": "string", "description": "the id of a position, such as other tools list"},
        "context": {
            "type": "integer",
            "minimum": 0,
            "maximum": MOST_CONTEXT,
            "default": CONTEXT,
            "description": "how many letters before and after the passage",
        },
    },
    required=("position",),
    answer=_proof,
)


# --- named queries and Cypher ----------------------------------------------------------------------------


def _queries(_: Store, __: Settings, ___: Given) -> dict[str, Any]:
    items = [query.to_json() for query in load().values()]
    return {"items": items, "next": None, "total": len(items)}


_QUERIES = Tool(
    name="list_queries",
    title="The named queries",
    description="Lists the named queries: what each answers, its parameters with their types, its columns.",
    properties={},
    answer=_queries,
)


def _asked(store: Store, settings: Settings, given: Given) -> dict[str, Any]:
    query, values = named(str(given["query"])), _object("parameters", given)
    own = {name: value for name, value in values.items() if value is not None}
    rows = query.ask(store, own, timeout=settings.read_timeout, max_rows=settings.read_rows)
    around = {"columns": list(rows.columns), "truncated": rows.truncated}
    return _paged(query.name, given, rows.as_dicts(), **around)


def _object(name: str, given: Given) -> Given:
    value = given.get(name, {})
    if not isinstance(value, Mapping):
        raise InputError(
            f"The parameter '{name}' must be an object of names and values, not {str(value)[:80]!r}.",
            parameter=name,
        )
    return value


def _ask() -> Tool:
    queries = load().values()
    return Tool(
        name="ask_query",
        title="Ask a named query",
        description="Asks one of these (a * marks what must be given):\n" + "\n".join(map(_line, queries)),
        properties={
            "query": {
                "type": "string",
                "enum": [query.name for query in queries],
                "description": "the name of a query",
            },
            "parameters": {
                "type": "object",
                "properties": _every((item.name, item) for query in queries for item in query.parameters),
                "description": "the parameters of that query, by their names",
            },
            **_PAGED,
        },
        required=("query",),
        answer=_asked,
    )


def _line(query: NamedQuery) -> str:
    own = ", ".join(item.name + "*" * item.required for item in query.parameters)
    return f"- {query.name} ({own}): {query.title}"


def _every(items: Iterable[tuple[str, Parameter | Filter]]) -> dict[str, Any]:
    """Every parameter once, with each of its meanings; what differs between questions is left open."""
    told: dict[str, dict[str, Any]] = {}
    for name, item in items:
        own = _property(item)
        known = told.setdefault(name, dict(own))
        if own["description"] not in known["description"].split("; or "):
            known["description"] += f"; or {own['description']}"
        for key in known.keys() - {"description"}:
            if known[key] != own.get(key):
                del known[key]
    return told


def _networked(store: Store, settings: Settings, given: Given) -> dict[str, Any]:
    asked = _analysis(str(given["analysis"]))
    rows = list(asked.ask(store, _object("options", given), timeout=settings.read_timeout))
    return _paged(asked.name, given, rows, columns=list(rows[0]) if rows else list(asked.columns))


def _analysis(name: str) -> Analysis:
    return _CHARTS[name] if name in _CHARTS else analysis(name)


def _network() -> Tool:
    every = (*ANALYSES.values(), *_CHARTS.values())
    lines = (f"- {item.name} ({', '.join(item.options)}): {item.description}" for item in every)
    return Tool(
        name="analyse",
        title="Networks, blocs, changes of line, counts",
        description="Discourse network analysis over positions, and counts for charts:\n" + "\n".join(lines),
        properties={
            "analysis": {
                "type": "string",
                "enum": [item.name for item in every],
                "description": "the name of an analysis",
            },
            "options": {
                "type": "object",
                "properties": _every(pair for item in every for pair in item.options.items()),
                "description": "the options of that analysis, by their names",
            },
            **_PAGED,
        },
        required=("analysis",),
        answer=_networked,
    )


def _cypher(store: Store, settings: Settings, given: Given) -> dict[str, Any]:
    rows = store.explore(
        read_value("query", "string", given["query"]),
        _object("parameters", given),
        timeout=settings.read_timeout,
        max_rows=min(_limit(given), settings.read_rows),
        max_bytes=settings.read_bytes,
    )
    return {"columns": list(rows.columns), "items": rows.as_dicts(), "truncated": rows.truncated}


_CYPHER = Tool(
    name="cypher",
    title="Read-only Cypher",
    description="Runs read-only Cypher where no other tool answers; `describe_graph` tells labels, edges and"
    " properties. Bounded in time and rows; what writes or leaves the store is refused.",
    properties={
        "query": {"type": "string", "description": "a Cypher query that only reads"},
        "parameters": {"type": "object", "description": "values for its $names"},
        "limit": _LIMIT,
    },
    required=("query",),
    answer=_cypher,
)

_CHARTS = {item.name: item for item in (SERIES, MATRIX)}

_GRAPH = Tool(
    name="describe_graph",
    title="Labels, edges and properties",
    description="Describes the graph for Cypher: labels and edges with their properties, and their numbers.",
    properties={},
    answer=lambda store, _, __: _described(store),
)


def _described(store: Store) -> dict[str, Any]:
    info = store.info()
    return {
        "schema": documentation(Schema.load()),
        "nodes": dict(info.nodes),
        "edges": dict(info.edges),
    }
