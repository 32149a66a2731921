"""One SPARQL query on one set of triples: what may be asked, and the answer in a format of the standard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse_query_results,
    serialize,
)
from pyoxigraph import Store as Oxigraph

from ontology.errors import QueryRefused
from ontology.schema import Schema

# Media types, the first where a client has no wish: of SELECT and ASK, then of CONSTRUCT and DESCRIBE.
BINDINGS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}

_FORMATS: dict[str, Any] = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
_SPACE = r"(?:\s|#[^\n\r]*[\n\r])"
_GAP = rf"{_SPACE}*"
_NAME = r"(?:<|[?$]\w|[\w.-]*:)"
# The engine reads `SERVICE:x {` as the keyword and a name, but `service:x ?o` as one name.
_TOUCHING = rf"[\w.-]*:[^\s{{]*{_GAP}\{{"


def _asking(word: str, more: str) -> str:
    """A pattern of a keyword that names a place outside, with a word that may stand between."""
    between = rf"(?:{more}\b{_GAP})?"
    return rf"(?<![\w?$:@-])({word})(?:{_SPACE}+{between}{_NAME}|{between}(?:[<?$]|{_TOUCHING}))"


# Not blind to what stands in a string: a reader that skips strings can be led to skip more.
_OUTSIDE = re.compile(f"{_asking('SERVICE', 'SILENT')}|{_asking('FROM', 'NAMED')}", re.IGNORECASE)
_UPDATE = re.compile(
    rf"{_GAP}(?:(?:PREFIX{_GAP}[\w.-]*:{_GAP}|BASE{_GAP})<[^>]*>{_GAP})*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """A query, how many rows or triples and bytes its answer may have, and the format for either kind.

    A format is None where the client would take none of that kind.
    """

    query: str
    rows: int
    bytes: int = 32_000_000
    bindings: str | None = "json"
    graph: str | None = "turtle"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in a format, and whether there was more of it."""

    format: str
    body: bytes
    truncated: bool = False

    @property
    def media_type(self) -> str:
        """The media type of the format."""
        return {**BINDINGS, **GRAPHS}[self.format]


class Unacceptable(Exception):  # noqa: N818 - it is the client's wish that cannot be met
    """The client takes no format in which an answer of this kind could come."""


def refuse_unless_reading(query: str) -> None:
    """Raise QueryRefused for what would change the graph or reach outside it.

    The engine would refuse an update too, but it would follow SERVICE.
    """
    # The engine decodes escapes before it reads the query: so must whoever looks for words in it.
    text = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16) % 0x110000), query)
    if found := _UPDATE.match(text):
        raise QueryRefused(
            f"This door is read-only and the query has {found[1].upper()}; only queries run here."
        )
    if found := _OUTSIDE.search(text):
        word = (found[1] or found[2]).upper()
        raise QueryRefused(f"{word} is not allowed here; query only the one graph that the store holds.")


def answer(triples: Oxigraph, question: Question) -> Answer:
    """The answer; raises QueryRefused where the query cannot be read, Unacceptable for its format."""
    try:
        found = triples.query(question.query, prefixes=dict(Schema.load().terms.prefixes))
        if isinstance(found, QuerySolutions):
            return _solutions(found, question)
        if isinstance(found, QueryBoolean):
            return Answer(form := _wanted(question.bindings), found.serialize(format=_FORMATS[form]) or b"")
        said, more = _bounded(found, question, str)
    except SyntaxError as error:
        raise QueryRefused(f"The query cannot be read: {error.msg}.") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryRefused(f"The query cannot run: {error}.") from error
    form, prefixes = _wanted(question.graph), dict(Schema.load().terms.prefixes)
    return Answer(form, serialize(said, format=_FORMATS[form], prefixes=prefixes) or b"", more)


def _bounded(found: Iterable[T], question: Question, text: Callable[[T], str]) -> tuple[list[T], bool]:
    """As much of an answer as it may have, and whether there was more."""
    taken: list[T] = []
    left = question.bytes
    for item in found:
        left -= len(text(item).encode())
        if len(taken) == question.rows or left < 0:
            return taken, True
        taken.append(item)
    return taken, False


def _wanted(form: str | None) -> str:
    if form is None:
        raise Unacceptable
    return form


def _solutions(found: QuerySolutions, question: Question) -> Answer:
    """A table, no longer than it may be; the engine writes all of an answer or nothing."""
    form = _wanted(question.bindings)
    lines, more = _bounded(map(_line, found), question, str)
    table = "\n".join(["\t".join(map(str, found.variables)), *lines, ""])
    whole = parse_query_results(table, format=QueryResultsFormat.TSV)
    return Answer(form, whole.serialize(format=_FORMATS[form]) or b"", more)


def _line(row: Iterable[Any]) -> str:
    return "\t".join("" if term is None else str(term) for term in row)
