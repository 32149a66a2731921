"""The named queries in SPARQL, over the graph as RDF: one `.rq` file each, with the parameters of the Cypher.

`$name` in a file stands for the value of a parameter, `BOUND($name)` for whether it has one; `?name` is a
variable. The leading `#` lines are a header: `lists` are the columns that hold several values, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from graph.store import Rows
from ontology.data_files import read_yaml
from ontology.errors import QueryFileError, UnknownName
from ontology.schema import Schema
from queries.registry import NamedQuery, named

FOLDER = Path(__file__).parent / "sparql"

_PARAMETER = re.compile(r"BOUND\(\$(\w+)\)|\$(\w+)")
_PREFIX = re.compile(r"(?<![\w<:])([a-z]+):(?=\w)")
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})
_LINE = "\n"


class Term(Protocol):
    """An RDF term, as far as a row needs it."""

    value: str


@dataclass(frozen=True, slots=True)
class LinkedQuery:
    """A named query in SPARQL."""

    query: NamedQuery
    text: str
    lists: frozenset[str]

    def render(self, given: Mapping[str, Any]) -> str:
        """The SPARQL with the values that somebody gave, ready for any endpoint over this graph."""
        values = self.query.read(given)
        terms = {item.name: _term(item.type, values[item.name]) for item in self.query.parameters}

        def said(found: re.Match[str]) -> str:
            if found[1]:
                return "false" if terms[found[1]] is None else "true"
            # What has no value is a variable that nothing binds.
            return terms[found[2]] or f"?no_{found[2]}"

        return prologue(self.text) + _PARAMETER.sub(said, self.text)

    def rows(self, solutions: Iterable[Iterable[Term | None]]) -> Rows:
        """An answer of the endpoint, as every other door gives it."""
        names = [item.name for item in self.query.columns]
        return Rows(
            tuple(names),
            [
                tuple(
                    _list(term) if name in self.lists else _plain(term)
                    for name, term in zip(names, row, strict=True)
                )
                for row in solutions
            ],
        )


@lru_cache(maxsize=1)
def load() -> Mapping[str, LinkedQuery]:
    """Every named query that SPARQL can say, by its name."""
    return {path.stem: _read(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.rq"))}


def unsaid() -> Mapping[str, str]:
    """The named queries that SPARQL cannot say, each with the reason."""
    file = FOLDER / "unsaid.yaml"
    said: dict[str, str] = read_yaml(file.read_text("utf-8"), file.name)
    return said


def linked(name: str) -> LinkedQuery:
    """The query of that name; raises UnknownName where there is none, or SPARQL cannot say it."""
    query = named(name)
    if name in unsaid():
        raise UnknownName(f"'{name}' is not in SPARQL. {unsaid()[name]}")
    return load()[query.name]


def prologue(text: str) -> str:
    """The prefixes that a text uses, declared."""
    known = Schema.load().terms.prefixes
    used = sorted({found for found in _PREFIX.findall(text) if found in known})
    return "".join(f"PREFIX {name}: <{known[name]}>\n" for name in used)


def _read(name: str, source: str) -> LinkedQuery:
    lines = source.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header = read_yaml("\n".join(line.removeprefix("# ") for line in lines[:end]), f"{name}.rq") or {}
    query = LinkedQuery(named(name), "\n".join(lines[end:]), frozenset(header.get("lists", ())))
    used = {found[1] or found[2] for found in _PARAMETER.finditer(query.text)}
    if unknown := used ^ {item.name for item in query.query.parameters}:
        raise QueryFileError(f"{name}.rq: its parameters are not those of the query: {', '.join(unknown)}.")
    return query


def _term(kind: str, value: Any) -> str | None:
    """A parameter's value as SPARQL writes it."""
    return None if value is None else _WRITERS.get(kind, _quoted)(value)


def _quoted(value: object) -> str:
    return f'"{str(value).translate(_ESCAPES)}"'


def _day(value: date) -> str:
    return f'"{value.isoformat()}"^^<http://www.w3.org/2001/XMLSchema#date>'


_WRITERS: Mapping[str, Callable[[Any], str]] = {
    "id": lambda value: f"<{Schema.load().terms.iri_of(value)}>",
    "date": _day,
    "integer": str,
    "number": lambda value: f"{value!r}e0",
    "boolean": lambda value: str(value).lower(),
}

_TYPES: Mapping[str, Callable[[str], Any]] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "boolean": lambda text: text == "true",
}


def _plain(term: Term | None) -> Any:
    if term is None:
        return None
    kind = getattr(term, "datatype", None)
    return _TYPES.get(kind.value.partition("#")[2] if kind else "", str)(term.value)


def _list(term: Term | None) -> Sequence[str]:
    text = term.value.removesuffix(_LINE) if term else ""
    return text.split(_LINE) if text else []
