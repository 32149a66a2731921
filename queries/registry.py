"""The named queries: each is one `.cypher` file whose leading comment lines are a typed header in YAML.

The file alone makes the command, the REST endpoint, the page in the docs and the tests; this module
reads and checks it, reads the values that a user gave, and runs it on a store.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

from graph.store import READ_ROWS, READ_TIMEOUT, Rows, Store
from graph.tallies import ALL, ANY, STANDING
from ontology.data_files import read_yaml
from ontology.errors import InputError, QueryFileError, UnknownName, VocabularyError
from queries.days import END, bounds
from queries.folding import folded
from queries.names import LABELS, require_known, suggestion
from queries.values import TYPES, check_order, read_value

FOLDER = Path(__file__).parent / "cypher"
TOLD = Path(__file__).parent / "told"  # statements that several quick texts share

# Words that the command line and REST use for themselves.
RESERVED = frozenset({"format", "limit", "cursor", "fields", "store", "store_user", "store_password", "help"})

# The parameter of how many rows an answer has at most.
MOST = "most"

# In a statement that is asked for each of the ids found before: between which texts those of one lie.
EACH = "$each_low"

# Ends a quick text that finds not all: where it finds nothing, the whole text is asked.
WHOLE = "else whole"

# Begins the id of a row that sets a parameter of that name for the statements behind it.
SET = "$"
FOUND = "$found"

# The folders of quick texts: which parameters must be given for one, and which must not.
_OF_ALL, _DATES = frozenset({"holder", "target", "principle"}), frozenset({"from", "to"})
_SUITS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "undated": (frozenset(), _DATES),
    "dated": (frozenset(), frozenset()),
    "of-all-undated": (frozenset(), _OF_ALL | _DATES),
    "of-holder-undated": (frozenset({"holder"}), frozenset({"target", "principle"}) | _DATES),
    "of-principle-undated": (frozenset({"principle"}), frozenset({"holder"}) | _DATES),
    "of-all": (frozenset(), _OF_ALL),
    "of-holder": (frozenset({"holder"}), frozenset({"target"})),
    "of-target": (frozenset({"target"}), frozenset({"holder"})),
    "of-line": (frozenset({"holder", "target"}), frozenset()),
    "of-line-on": (frozenset({"holder", "principle"}), frozenset()),
    "of-members": (frozenset({"bloc", "principle", "on"}), frozenset()),
    "of-two": (frozenset({"first", "second"}), frozenset()),
    "of-ends": (frozenset({"start", "end"}), frozenset()),
}

_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a query wants to know. `of` names the labels that an id may have."""

    name: str
    type: str
    description: str
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The parameter as its public JSON object."""
        return {
            "name": self.name,
            "type": self.type,
            "required": self.required,
            "default": self.default,
            "choices": list(self.choices),
            "description": self.description,
        }

    def read(self, given: object) -> Any:
        """The value that Cypher gets; raises InputError naming the parameter and the remedy."""
        value = self.default if given is None else given
        if value is None:
            if self.required:
                raise InputError(
                    f"The parameter '{self.name}' is missing: give {self.description}.", parameter=self.name
                )
            return None
        return read_value(self.name, self.type, value, self.choices)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with a name. `shown` are the columns that a table on a terminal has room for.

    `quick` are texts that give the same answer out of what the store keeps for it, each for the values that
    its folder tells (`_SUITS`). All statements of one but the last find what the last is about: the `$ids`,
    or in `$found` by id what they tell of each; a row whose id is `$name` sets that parameter instead, and
    one whose id is `$found` tells of many at once: a list of what would be rows, which cost more each. One
    that has `$each_low` is asked for each of the ids found before it, and what it tells of them goes on as
    `$ids`, by its second column the first of it where there is a most. Where `else whole` stands at the end
    and nothing was found, the whole text is asked.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    shown: tuple[str, ...]
    example: Mapping[str, Any] = field(default_factory=dict)
    cypher: str
    quick: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The query as it is listed for users."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "parameters": [item.to_json() for item in self.parameters],
            "columns": [{"name": item.name, "meaning": item.meaning} for item in self.columns],
            "example": {key: str(value) for key, value in self.example.items()},
        }

    def read(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every parameter's value; raises InputError for what is missing, unknown, wrong or out of order."""
        known = {item.name: item for item in self.parameters}
        for name in given:
            if name not in known:
                raise InputError(
                    f"The query '{self.name}' has no parameter '{name}'"
                    f"{suggestion(name, known) or f'; it has {_listed(known)}.'}",
                    parameter=name,
                )
        values = {name: item.read(given.get(name)) for name, item in known.items()}
        check_order(values)
        return values

    def ask(
        self,
        store: Store,
        given: Mapping[str, Any],
        *,
        timeout: float = READ_TIMEOUT,
        max_rows: int = READ_ROWS,
    ) -> Rows:
        """The answer from a store; raises UnknownName for an id that neither store nor vocabulary knows."""
        values = self.read(given)
        for item in self.parameters:
            if item.type == "id" and values[item.name] is not None:
                require_known(store, values[item.name], item.of, parameter=item.name)
        *first, last = self._statements(values)
        whole = last == WHOLE
        if whole:
            *first, last = first
        asked, end = {**values, **_keys(values)}, monotonic() + timeout
        if MOST in asked:
            asked[MOST] += 1  # which tells whether there is more
            max_rows = min(max_rows, values[MOST])
        for statement in first:
            if EACH in statement:
                asked["ids"] = _of_each(store, folded(statement, values), asked, end)
                continue
            rows = store.read(folded(statement, values), asked, timeout=_left(end)).rows
            asked |= {row[0][1:]: row[1] for row in rows if row[0].startswith(SET) and row[0] != FOUND}
            found = [row for row in rows if not row[0].startswith(SET)]
            found += [row for many in rows if many[0] == FOUND for row in many[1]]
            asked["ids"] = [*asked.get("ids", ()), *(row[0] for row in found)]
            asked["found"] = {**asked.get("found", {}), **{row[0]: list(row[1:]) for row in found}}
        told = store.read(folded(last, values), asked, timeout=_left(end), max_rows=max_rows)
        if whole and not told.rows:
            told = store.read(folded(self.cypher, values), asked, timeout=_left(end), max_rows=max_rows)
        # An engine may not name the columns of an empty answer.
        return Rows(tuple(item.name for item in self.columns), told.rows, told.truncated)

    def _statements(self, values: Mapping[str, Any]) -> Sequence[str]:
        given = {name for name, value in values.items() if value is not None}
        for folder, (present, absent) in _SUITS.items():
            if folder in self.quick and present <= given and not absent & given:
                return self.quick[folder]
        return (self.cypher,)

    def run(self, store: Store, /, **parameters: Any) -> Rows:
        """The answer from a store, parameters by name."""
        return self.ask(store, parameters)


def _of_each(store: Store, cypher: str, asked: Mapping[str, Any], end: float) -> list[Any]:
    """What a statement finds for each id, the first of it all by its key."""
    found: list[tuple[str, Any]] = []
    for item in asked["ids"]:
        low, high = (f"{item} {key}" for key in bounds(asked.get("from"), asked.get("to")))
        keys = {"each_low": low, "each_high": high}
        rows = store.read(cypher, {**asked, **keys}, timeout=_left(end)).rows
        found += [(key, own) for own, key in rows]
    return [own for _, own in sorted(found)[: asked.get(MOST)]]


def _left(end: float) -> float:
    """The seconds until `end` on the monotonic clock, above 0, which an engine would read as no limit."""
    return max(end - monotonic(), 0.001)


def _listed(names: Mapping[str, Any]) -> str:
    return ", ".join(f"'{name}'" for name in names) or "none"


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> Mapping[str, NamedQuery]:
    """Every named query of a folder by its name; raises QueryFileError for a file with a broken header."""
    paths = sorted(folder.glob("*.cypher"), key=lambda path: path.stem)
    return {path.stem: read_query(path.stem, path.read_text("utf-8"), _quick(path)) for path in paths}


def _quick(path: Path) -> dict[str, list[str]]:
    texts = {folder: path.parent / folder / path.name for folder in _SUITS}
    return {folder: _parts(text.read_text("utf-8")) for folder, text in texts.items() if text.exists()}


def _parts(text: str) -> list[str]:
    """The statements of a quick text; `told NAME` is one that several texts share."""
    return [_shared(part.strip()) for part in text.split(";")]


def _shared(statement: str) -> str:
    name = statement.removeprefix("told ")
    return statement if name == statement else (TOLD / f"{name}.cypher").read_text("utf-8").strip()


def _keys(values: Mapping[str, Any]) -> dict[str, str]:
    """Between which texts that positions are sorted by (`by_holder`, else `by_day`) those asked for lie.

    `kept` is the word with which turns and rolls of the positions asked for begin or end, `months_low` and
    `months_high` are around the ids of the tallies of their months. ArcadeDB finds no range of an index by a
    text that is put together in a query.
    """
    who = f"{values['holder']} " if values.get("holder") else ""
    low, high = (f"{who}{key}" for key in bounds(values.get("from"), values.get("to")))
    months = f"held {who}" if who else f"{ALL} "
    start, end = (str(values[name] or "")[:7] if name in values else "" for name in ("from", "to"))
    kept = ANY if values.get("include_pending") else STANDING
    return {
        "low": low,
        "high": high,
        "kept": kept,
        "kept_low": f"{kept} {low}",
        "kept_high": f"{kept} {high}",
        "months_low": f"{months}{start}",
        "months_high": f"{months}{end}{END}",
    }


def named(name: str) -> NamedQuery:
    """The query of that name; raises UnknownName with a suggestion."""
    known = load()
    if name not in known:
        hint = suggestion(name, known) or "; `communique queries` lists them."
        raise UnknownName(f"No query is called '{name}'{hint}")
    return known[name]


def read_query(name: str, source: str, quick: Mapping[str, Sequence[str]] | None = None) -> NamedQuery:
    """A query from its file's text; raises QueryFileError naming what is wrong with the header."""
    header, cypher = split_header(source)
    try:
        data = read_yaml(header, f"{name}.cypher: its header")
    except VocabularyError as error:
        raise QueryFileError(f"{error}.") from error
    try:
        query = _built(name, data, cypher, quick or {})
    except (KeyError, TypeError, AttributeError) as error:
        raise QueryFileError(
            f"{name}.cypher: its header is incomplete or has an unknown field: {error}."
        ) from error
    _check(query)
    return query


def split_header(source: str) -> tuple[str, str]:
    """The YAML of the leading `//` lines, and the Cypher after them."""
    lines = source.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = "\n".join(line.removeprefix("//").removeprefix(" ") for line in lines[:end])
    return header, "\n".join(lines[end:]).strip()


def _built(name: str, data: dict[str, Any], cypher: str, quick: Mapping[str, Sequence[str]]) -> NamedQuery:
    columns = tuple(Column(key, meaning) for key, meaning in data["columns"].items())
    return NamedQuery(
        name=name,
        title=data["title"],
        description=" ".join(data["description"].split()),
        parameters=tuple(_parameter(key, item) for key, item in (data.get("parameters") or {}).items()),
        columns=columns,
        shown=tuple(data.get("shown") or (item.name for item in columns)),
        example=data.get("example") or {},
        cypher=cypher,
        quick=quick,
    )


def _parameter(name: str, data: dict[str, Any]) -> Parameter:
    fields = {**data, "choices": tuple(data.get("choices", ())), "of": tuple(data.get("of", ()))}
    return Parameter(name=name, **fields)


def _check(query: NamedQuery) -> None:
    declared = {item.name for item in query.parameters}
    columns = {item.name for item in query.columns}
    problems = [
        (not _NAME.fullmatch(query.name), "its name must be lower case words joined by hyphens"),
        (query.description.count(".") != 1, "its description must be one sentence"),
        (
            set(_PARAMETER.findall(query.cypher)) != declared,
            "its parameters are not those that its Cypher uses",
        ),
        (bool(declared & RESERVED), f"no parameter may be called {', '.join(sorted(declared & RESERVED))}"),
        (not set(query.shown) <= columns, "it shows a column that it does not have"),
        (not set(query.example) <= declared, "its example names an unknown parameter"),
        ("ORDER BY" not in query.cypher, "its Cypher has no ORDER BY"),
    ]
    problems += [
        (bad, f"its parameter '{item.name}' {what}")
        for item in query.parameters
        for bad, what in _faults(item)
    ]
    for wrong, what in problems:
        if wrong:
            raise QueryFileError(f"{query.name}.cypher: {what}.")


def _faults(item: Parameter) -> list[tuple[bool, str]]:
    return [
        (item.type not in TYPES, f"has the unknown type '{item.type}'; types are {', '.join(TYPES)}"),
        ((item.type == "choice") != bool(item.choices), "must have choices exactly if it is a choice"),
        ((item.type == "id") != bool(item.of), "must say `of` which labels it is exactly if it is an id"),
        (not set(item.of) <= set(LABELS), "names an unknown label"),
        (item.required and item.default is not None, "cannot be required and have a default"),
    ]
