"""`/sparql`: the SPARQL 1.1 Protocol over the graph as RDF, for readers; and the named queries in SPARQL."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, HTTPException, Query, Request, Response

from api.rest.forms import negotiated
from api.rest.lists import STRICT
from api.rest.seats import Seats
from api.settings import Settings
from graph.store import Store
from graph.triples.answering import BINDINGS, GRAPHS, Answer, Question, Unacceptable
from graph.triples.endpoint import Endpoint
from ontology.errors import InputError
from queries.linked import linked

LONGEST = 100_000

_QUERY, _UPDATE, _FORM = (
    "application/sparql-query",
    "application/sparql-update",
    "application/x-www-form-urlencoded",
)
# Media types by which clients ask for one of ours.
_ALSO = {"application/json": "json", "application/xml": "xml", "application/n-quads": "ntriples"}
_DATASET = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")

FormName = Annotated[
    Literal["json", "xml", "csv", "tsv", "turtle", "ntriples", "jsonld", "rdfxml"] | None,
    Query(alias="format", description="the form of the answer; the header Accept says it too"),
]
_TEXT: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": LONGEST, "format": "sparql"}
_EXAMPLE = "SELECT ?bloc ?name { ?bloc a cq:Bloc ; rdfs:label ?name } ORDER BY ?name LIMIT 3"


def router(store: Store, settings: Settings, endpoint: Endpoint) -> APIRouter:
    """The paths of SPARQL."""
    routes = APIRouter(tags=["linked data"])
    seats = Seats()

    def asked(request: Request, query: str, form: str | None) -> Response:
        question = Question(query, settings.read_rows, settings.read_bytes, *_wanted(request, form))
        try:
            found = endpoint.ask(store, question, timeout=settings.read_timeout)
        except Unacceptable:
            raise _unacceptable(form) from None
        return _response(found, settings)

    async def in_turn(request: Request, query: str, form: str | None) -> Response:
        return await seats.answered(asked, request, query, form)

    @routes.get("/sparql", dependencies=STRICT, summary="SPARQL, read-only", responses=_told())
    async def get(
        request: Request,
        query: Annotated[
            str | None,
            Query(
                description="the query; without it, what this endpoint is and can do",
                min_length=1,
                max_length=LONGEST,
                examples=[_EXAMPLE],
                json_schema_extra={"format": "sparql"},
            ),
        ] = None,
        form: FormName = None,
    ) -> Response:
        return _about(request) if query is None else await in_turn(request, query, form)

    @routes.post(
        "/sparql",
        dependencies=STRICT,
        summary="SPARQL, read-only, in the body",
        responses=_told(),
        openapi_extra={"requestBody": _body()},
    )
    async def post(request: Request, form: FormName = None) -> Response:
        given = await _posted(request)
        return await in_turn(request, given["query"], given.get("format") or form)

    @routes.get("/v1/queries/{name}.rq", include_in_schema=False)
    def text(name: str, request: Request) -> Response:
        said = linked(name).render(dict(request.query_params))
        return Response(said, media_type=f"{_QUERY}; charset=utf-8")

    return routes


def _wanted(request: Request, form: str | None) -> tuple[str | None, str | None]:
    """The formats that a client takes of a table and of a graph."""
    if form is not None:
        return (form, None) if form in BINDINGS else (None, form)
    wanted = _liked(request, BINDINGS), _liked(request, GRAPHS)
    if wanted == (None, None):
        raise _unacceptable(form)
    return wanted


def _liked(request: Request, offered: Mapping[str, str]) -> str | None:
    """The offered form that the header Accept likes best, if it takes any."""
    names = {media: name for name, media in offered.items()}
    names |= {media: name for media, name in _ALSO.items() if name in offered}
    try:
        return names[negotiated(request, {media: media for media in names})]
    except HTTPException:
        return None


def _unacceptable(form: str | None) -> HTTPException:
    asked = f"as {form}" if form else "in a form of the header Accept"
    return HTTPException(
        406,
        f"The answer cannot come {asked}: SELECT and ASK come as {', '.join(BINDINGS.values())}, "
        f"CONSTRUCT and DESCRIBE as {', '.join(GRAPHS.values())}.",
    )


def _response(found: Answer, settings: Settings) -> Response:
    headers = {"vary": "accept"}
    if found.truncated:
        # The header by which other endpoints say so; the formats have no place for it.
        headers["x-sparql-maxrows"] = str(settings.read_rows)
    charset = "; charset=utf-8" if found.media_type.startswith("text/") else ""
    return Response(found.body, media_type=found.media_type + charset, headers=headers)


async def _posted(request: Request) -> dict[str, str]:
    """The parameters of a body, by either way of the protocol."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("The body is no UTF-8; send the query in UTF-8.", parameter="query") from None
    if media == _QUERY:
        return _checked({"query": text})
    if media == _FORM:
        return _checked({name: values[-1] for name, values in parse_qs(text).items()})
    if media == _UPDATE:
        raise InputError("This endpoint is read-only: it takes queries and no updates.")
    raise HTTPException(415, f"The body is {media[:80] or 'of no told type'}; send the query as {_QUERY}.")


def _checked(given: dict[str, str]) -> dict[str, str]:
    for name in given:
        if name in _DATASET:
            raise InputError(
                f"'{name}' cannot be chosen: there is one graph here; leave it out.", parameter=name
            )
        if name not in ("query", "format"):
            raise InputError(f"There is no parameter '{name}' here; there is query, format.", parameter=name)
    if not given.get("query", "").strip():
        raise InputError("The parameter 'query' is missing: give a SPARQL query.", parameter="query")
    if len(given["query"]) > LONGEST:
        raise InputError(f"The query has more than {LONGEST} letters; ask for less.", parameter="query")
    form = given.get("format")
    if form is not None and form not in {**BINDINGS, **GRAPHS}:
        raise InputError(
            f"The parameter 'format' must be one of {', '.join((*BINDINGS, *GRAPHS))}, not {form[:80]!r}.",
            parameter="format",
        )
    return given


def _about(request: Request) -> Response:
    """The description that the standard wants of an endpoint which is asked for nothing."""
    template = Template((files("api.rest") / "sparql.ttl").read_text("utf-8"))
    said = template.substitute(endpoint=str(request.url.replace(query="")))
    return Response(said, media_type="text/turtle; charset=utf-8")


def _told() -> dict[int | str, dict[str, Any]]:
    content: dict[str, Any] = {
        media: {"schema": {"type": "string"}} for media in (*BINDINGS.values(), *GRAPHS.values())
    }
    content[BINDINGS["json"]] = {"schema": {"type": "object", "required": ["head"]}}
    return {200: {"description": "The answer", "content": content}}


def _body() -> dict[str, Any]:
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": _TEXT},
        "additionalProperties": False,
    }
    content = {
        _QUERY: {"schema": _TEXT, "example": _EXAMPLE},
        _FORM: {"schema": form, "example": {"query": _EXAMPLE}},
    }
    return {"required": True, "content": content}
