"""The vocabulary: what the YAML files under `data/` say, as frozen, typed entries.

Reading a megabyte of YAML takes a second, so the parsed data are kept under a version made from the
files' bytes (`ontology.kept`); a changed file makes a new one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from ontology.data_files import read_yaml
from ontology.errors import UnknownName, VocabularyError
from ontology.kept import kept

DATA = Path(__file__).parent / "data"
LANGUAGES = ("ar", "ru", "en")

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Role:
    """A dated office: what somebody is, of which actor. Dates are ISO, perhaps without day or month."""

    of: str
    role: str
    start: str | None = None
    end: str | None = None

    def held_on(self, day: str | None) -> bool:
        """Whether the office was held on an ISO day; without a day, whether it is held still."""
        if day is None:
            return self.end is None
        return (self.start or "") <= day and (self.end is None or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's dated standing in a bloc."""

    bloc: str
    state: str
    status: str
    start: str | None
    end: str | None
    source: str

    def held_on(self, day: str) -> bool:
        """Whether the standing held on an ISO day."""
        return (self.start or "") <= day and (self.end is None or day[: len(self.end)] < self.end)


@dataclass(frozen=True, slots=True)
class Contextual:
    """Patterns that count only near one of the named ids; `opposite` as of a principle."""

    about: tuple[str, ...] = ()
    patterns: Names = field(default_factory=dict)
    opposite: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of the vocabulary. `strong` names link alone, `weak` ones need support."""

    id: str
    name: Mapping[str, str]
    qid: str | None = None
    strong: Names = field(default_factory=dict)
    weak: Names = field(default_factory=dict)
    weak_name: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The part of the id before the colon: state, bloc, org, person, principle, place."""
        return self.id.partition(":")[0]

    @property
    def caption(self) -> str:
        """The English name, else any."""
        return self.name.get("en") or next(iter(self.name.values()))

    def strong_names(self, language: str) -> tuple[str, ...]:
        """Every name of the language that links alone."""
        own = (self.name[language],) if language in self.name and language not in self.weak_name else ()
        return own + self.strong.get(language, ())

    def weak_names(self, language: str) -> tuple[str, ...]:
        """Every name of the language that needs support."""
        own = (self.name[language],) if language in self.name and language in self.weak_name else ()
        return own + self.weak.get(language, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Entry):
    """A state or a territory with a code of ISO 3166."""

    iso2: str | None = None
    iso3: str | None = None
    capital: str | None = None
    demonym: Names = field(default_factory=dict)
    people: Names = field(default_factory=dict)
    metonym: Names = field(default_factory=dict)
    began: str | None = None
    ended: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc(Entry):
    """A grouping of states.

    `of`: the bloc whose organ it is; what is its weak name elsewhere names it where that bloc is named.
    """

    informal: bool = False
    founded: str | None = None
    of: str | None = None
    anaphora: Names = field(default_factory=dict)
    demonym: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Entry):
    """A body that is no bloc: agency, outlet, ministry, court, movement, company.

    `worldwide`: an outlet to which the president is not that of the state it is of.
    """

    category: str | None = None
    of: str | None = None
    speaks_for: str | None = None
    worldwide: bool = False
    anaphora: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody who speaks, with dated roles.

    `surname_spellings`: other ways to write the surname that name him alone, even where the surname itself is
    a `weak_surname`, which others bear too (Бурхан, but аль-Бурхан).
    """

    roles: tuple[Role, ...] = ()
    surname: Mapping[str, str] = field(default_factory=dict)
    surname_spellings: Names = field(default_factory=dict)
    weak_surname: bool = False
    gender: str | None = None

    def surnames(self, language: str) -> tuple[str, ...]:
        """The surname in a language, in each of its spellings, without the mark of one not declined."""
        own = (self.surname[language],) if language in self.surname else ()
        return tuple(name.removeprefix("=") for name in own + self.surname_spellings.get(language, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A city, region, sea or other place without a government of its own."""

    category: str | None = None
    within: str | None = None
    capital_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle(Entry):
    """What a position is about. `valence`: the side of whoever names it without any cue; where it is
    not `telling`, naming it takes no side (talks are a good thing, and named all the time). Where it is
    `contested`, some openly stand on the other side; else nobody does but its proponents.

    `opposite` phrases name what the principle stands against (terrorism, of its counter-terrorism):
    a stance on them is the reverse stance on the principle. `rivals` are other arrangements for the
    same end, `proponents` those who practise what others blame, or are for what is contested.
    `denied` phrases only look like it; `short` ones stand for it where it has been named in full
    before (the initiative, the embargo), `near` ones where it was named just before (the planes, the money).
    """

    category: str
    valence: str = "open"
    telling: bool = True
    contested: bool = False
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    proponents: tuple[str, ...] = ()
    patterns: Names = field(default_factory=dict)
    contextual: Contextual = field(default_factory=Contextual)
    denied: Names = field(default_factory=dict)
    opposite: Names = field(default_factory=dict)
    short: Names = field(default_factory=dict)
    short_opposite: Names = field(default_factory=dict)
    near: Names = field(default_factory=dict)
    near_opposite: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind(Entry):
    """A kind of event, with its PLOVER type and CAMEO code where it has them."""

    plover: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleKind(Entry):
    """An office: its titles in each language, and whether its holder speaks for the state."""

    speaks_for_state: bool = False
    rank: int = 0
    titles: Names = field(default_factory=dict)
    short: Names = field(default_factory=dict)


_FOLDERS: dict[str, type[Entry]] = {
    "states": State,
    "blocs": Bloc,
    "organizations": Organization,
    "persons": Person,
    "places": Place,
    "principles": Principle,
    "kinds": EventKind,
    "roles": RoleKind,
}
# What a file may call otherwise than the type does: words that the field uses and Python or another key has.
_RENAMED = {"kind": "category", "in": "within"}

Kind = TypeVar("Kind", bound=Entry)


@dataclass(frozen=True)
class Vocabulary:
    """Every entry by id, and every membership. `version` is a hash of the data."""

    items: Mapping[str, Entry]
    memberships: tuple[Membership, ...]
    version: str

    def __getitem__(self, item: str) -> Entry:
        """The entry with an id; raises UnknownName."""
        try:
            return self.items[item]
        except KeyError:
            raise UnknownName(f"No vocabulary entry has the id {item!r}; check its spelling.") from None

    def __contains__(self, item: object) -> bool:
        """Whether an id is known."""
        return item in self.items

    def of_type(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Every entry of one type, by id."""
        return self._by_type.get(kind, ())  # type: ignore[return-value]  # sorted by that very type

    @cached_property
    def _by_type(self) -> dict[type[Entry], tuple[Entry, ...]]:
        return {
            kind: tuple(entry for entry in self.items.values() if isinstance(entry, kind))
            for kind in _FOLDERS.values()
        }

    @cached_property
    def capitals(self) -> dict[str, str]:
        """The capital of each state, by the state's id."""
        return {place.capital_of: place.id for place in self.of_type(Place) if place.capital_of}

    def in_office(self, body: str, role: str, day: str | None) -> str | None:
        """Whoever held a body's office on an ISO day (without one, holds it), if the vocabulary lists him."""
        held = self._offices.get((body, role), ())
        return next((person for office, person in held if office.held_on(day)), None)

    def officers(self, body: str) -> tuple[Person, ...]:
        """Everybody who ever held an office of a body."""
        return self._officers.get(body, ())

    @cached_property
    def _officers(self) -> dict[str, tuple[Person, ...]]:
        officers: dict[str, dict[str, Person]] = {}
        for person in self.of_type(Person):
            for office in person.roles:
                officers.setdefault(office.of, {})[person.id] = person
        return {body: tuple(persons.values()) for body, persons in officers.items()}

    @cached_property
    def _offices(self) -> dict[tuple[str, str], list[tuple[Role, str]]]:
        offices: dict[tuple[str, str], list[tuple[Role, str]]] = {}
        for person in self.of_type(Person):
            for office in person.roles:
                offices.setdefault((office.of, office.role), []).append((office, person.id))
        return offices

    @classmethod
    def load(cls, folder: Path = DATA) -> Vocabulary:
        """The vocabulary of a folder; raises VocabularyError with the file and entry at fault."""
        return _load(folder)


@lru_cache(maxsize=4)
def _load(folder: Path) -> Vocabulary:
    files = sorted(folder.rglob("*.yaml"))
    contents = [(str(path.relative_to(folder)), path.read_bytes()) for path in files]
    version = hashlib.sha256(repr(contents).encode()).hexdigest()[:16]
    raw: dict[str, Any] = kept("vocabulary", version, lambda: _parse(contents))
    items: dict[str, Entry] = {}
    memberships: list[Membership] = []
    for name, entries in raw.items():
        room = name.partition("/")[0].removesuffix(".yaml")
        if room == "memberships":
            memberships += _memberships(name, entries)
            continue
        if room not in _FOLDERS:
            raise VocabularyError(f"{name}: no kind of entry lives there; rooms are {', '.join(_FOLDERS)}.")
        for key, data in entries.items():
            if key in items:
                raise VocabularyError(f"{name}: {key} is declared twice; keep one.")
            items[key] = _entry(name, _FOLDERS[room], key, data)
    return Vocabulary(items, tuple(memberships), version)


def _parse(contents: list[tuple[str, bytes]]) -> dict[str, Any]:
    return {name: read_yaml(data, name) or {} for name, data in contents}


def _entry(file: str, kind: type[Entry], key: str, data: Any) -> Entry:
    known = {item.name for item in fields(kind)}
    values: dict[str, Any] = {"id": key}
    if not isinstance(data, dict):
        raise VocabularyError(f"{file}: {key} must be a mapping.")
    for name, value in data.items():
        name = _RENAMED.get(name, name)
        if name == "weak_name" and value is True:
            value = list(LANGUAGES)
        if name not in known:
            raise VocabularyError(
                f"{file}: {key} has the unknown field {name!r}; known: {', '.join(sorted(known))}."
            )
        values[name] = _typed(name, value)
    try:
        return kind(**values)
    except TypeError as error:
        raise VocabularyError(f"{file}: {key} lacks a field: {error}.") from error


def _typed(name: str, value: Any) -> Any:
    if name == "roles":
        return tuple(Role(item["of"], item["role"], _day(item, "from"), _day(item, "to")) for item in value)
    if name == "contextual":
        phrases = (_typed("patterns", value.get(key, {})) for key in ("patterns", "opposite"))
        return Contextual(tuple(value.get("about", ())), *phrases)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
    return value


def _memberships(file: str, entries: dict[str, Any]) -> list[Membership]:
    return [
        Membership(
            bloc,
            item["state"],
            item["status"],
            _day(item, "from"),
            _day(item, "to"),
            item.get("source", file),
        )
        for bloc, items in entries.items()
        for item in items
    ]


def _day(item: dict[str, Any], key: str) -> str | None:
    # YAML reads a bare year as a number.
    return None if item.get(key) is None else str(item[key])
