"""Whether the vocabulary holds together: references, dates, names. `communique vocab check` shows it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ontology.errors import VocabularyError
from ontology.vocabulary import (
    LANGUAGES,
    Bloc,
    Entry,
    EventKind,
    Membership,
    Organization,
    Person,
    Place,
    Principle,
    RoleKind,
    State,
    Vocabulary,
)

STATUSES = frozenset({"member", "observer", "partner", "suspended", "candidate"})
PRINCIPLE_KINDS = frozenset({"norm", "order", "initiative", "issue"})
VALENCES = frozenset({"good", "bad", "open"})

_PREFIXES: dict[type[Entry], str] = {
    State: "state",
    Bloc: "bloc",
    Organization: "org",
    Person: "person",
    Place: "place",
    Principle: "principle",
}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# The end of a pattern's word and the sign that keeps it from being inflected are no letters of the name.
_SIGNS = str.maketrans("", "", "=*")
_ALTERNATIVES = frozenset("|*~=")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with an entry."""

    id: str
    what: str


def faults(
    vocabulary: Vocabulary, fold: Callable[[str], str], compile_pattern: Callable[[str, str], object]
) -> Iterator[Fault]:
    """Every fault of a vocabulary.

    `fold` gives the form under which two names are one; `compile_pattern` takes a language and a pattern and
    raises VocabularyError where the pattern is not well formed.
    """
    for entry in vocabulary.items.values():
        yield from _of_names(entry)
        yield from _of_kind(entry)
        for what, other in _references(entry):
            if other not in vocabulary:
                yield Fault(entry.id, f"its {what} {other} is no entry")
        yield from _of_dates(entry)
        if isinstance(entry, Principle):
            yield from _of_patterns(entry, compile_pattern)
    yield from _of_memberships(vocabulary)
    yield from _of_overlaps(vocabulary)
    yield from _of_circles(vocabulary)
    yield from _of_shared_names(vocabulary, fold)


def _of_names(entry: Entry) -> Iterator[Fault]:
    for language in LANGUAGES:
        if not isinstance(entry.name.get(language), str):
            yield Fault(entry.id, f"it has no name in {language}")
        elif set(entry.name[language]) & _ALTERNATIVES:
            yield Fault(entry.id, f"its name in {language} is a pattern: give one name, as a reader sees it")
    for language in sorted(set(entry.name) - set(LANGUAGES)):
        yield Fault(
            entry.id, f"its name has the key {language!r}, which is no language: quote names with commas"
        )


def _of_kind(entry: Entry) -> Iterator[Fault]:
    prefix = _PREFIXES.get(type(entry))
    if prefix and entry.kind != prefix:
        yield Fault(entry.id, f"its id must begin with '{prefix}:'")
    if isinstance(entry, Principle):
        if entry.category not in PRINCIPLE_KINDS:
            yield Fault(
                entry.id, f"its kind {entry.category} is none of {', '.join(sorted(PRINCIPLE_KINDS))}"
            )
        if entry.valence not in VALENCES:
            yield Fault(entry.id, f"its valence {entry.valence} is none of {', '.join(sorted(VALENCES))}")


def _references(entry: Entry) -> Iterator[tuple[str, str]]:
    single: dict[str, str | None] = {}
    many: dict[str, tuple[str, ...]] = {}
    match entry:
        case State():
            single = {"capital": entry.capital}
        case Bloc():
            single = {"of": entry.of}
        case Organization():
            single = {"of": entry.of, "speaks_for": entry.speaks_for}
        case Place():
            single = {"in": entry.within, "capital_of": entry.capital_of}
        case Person():
            many = {
                "role of": tuple(role.of for role in entry.roles),
                "role": tuple(role.role for role in entry.roles),
            }
        case Principle():
            many = {
                "broader": entry.broader,
                "related": entry.related,
                "rival": entry.rivals,
                "contextual about": entry.contextual.about,
            }
    yield from ((what, other) for what, other in single.items() if other is not None)
    yield from ((what, other) for what, others in many.items() for other in others)


def _of_dates(entry: Entry) -> Iterator[Fault]:
    spans: list[tuple[str, str | None, str | None]] = []
    match entry:
        case Person():
            spans = [(f"role {role.role} of {role.of}", role.start, role.end) for role in entry.roles]
        case State():
            spans = [("existence", entry.began, entry.ended)]
        case Bloc():
            spans = [("founding", entry.founded, None)]
    for what, start, end in spans:
        yield from (Fault(entry.id, fault) for fault in _of_span(what, start, end))


def _of_span(what: str, start: str | None, end: str | None) -> Iterator[str]:
    for day in (start, end):
        if day is not None and not _DATE.fullmatch(str(day)):
            yield f"the date {day} of its {what} is not in ISO form"
    if start and end and str(start)[: len(str(end))] > str(end):
        yield f"its {what} ends on {end}, before it begins on {start}"


def _of_memberships(vocabulary: Vocabulary) -> Iterator[Fault]:
    for one in vocabulary.memberships:
        for other in (one.bloc, one.state):
            if other not in vocabulary:
                yield Fault(one.bloc, f"its membership names {other}, which is no entry")
        if one.status not in STATUSES:
            yield Fault(
                one.bloc, f"the status {one.status} of {one.state} is none of {', '.join(sorted(STATUSES))}"
            )
        for fault in _of_span(f"{one.status}ship of {one.state}", one.start, one.end):
            yield Fault(one.bloc, fault)


def _of_overlaps(vocabulary: Vocabulary) -> Iterator[Fault]:
    standings: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for one in vocabulary.memberships:
        standings[one.bloc, one.state].append(one)
    for (bloc, state), ones in standings.items():
        for former, later in itertools.pairwise(sorted(ones, key=lambda one: one.start or "")):
            if former.end is None or _before(later.start or "", former.end):
                yield Fault(bloc, f"{state} is still {former.status} when it becomes {later.status}")


def _before(day: str, other: str) -> bool:
    """Whether a date is before another one, as far as both are precise."""
    known = min(len(day), len(other))
    return day[:known] < other[:known]


def _of_patterns(entry: Principle, compile_pattern: Callable[[str, str], object]) -> Iterator[Fault]:
    near = entry.contextual
    for phrases in (entry.patterns, entry.denied, entry.opposite, near.patterns, near.opposite):
        for language, patterns in phrases.items():
            for pattern in patterns:
                try:
                    compile_pattern(language, pattern)
                except VocabularyError as error:
                    yield Fault(entry.id, str(error))


def _of_circles(vocabulary: Vocabulary) -> Iterator[Fault]:
    for entry in vocabulary.of_type(Principle):
        above, new = set[str](), set(entry.broader)
        while new:
            above |= new
            wider = [vocabulary.items[item] for item in new if item in vocabulary]
            new = {item for one in wider if isinstance(one, Principle) for item in one.broader} - above
        if entry.id in above:
            yield Fault(entry.id, "it is broader than itself by way of others")


def _of_shared_names(vocabulary: Vocabulary, fold: Callable[[str], str]) -> Iterator[Fault]:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in vocabulary.items.values():
        # Principles are found by their patterns; kinds and roles are words, not names.
        if not isinstance(entry, Principle | EventKind | RoleKind):
            for language in LANGUAGES:
                for name in entry.strong_names(language):
                    owners[language, fold(str(name).translate(_SIGNS))].add(entry.id)
    for (language, name), ids in sorted(owners.items()):
        if len(ids) > 1:
            first, *others = sorted(ids)
            yield Fault(
                first,
                f"its strong name {name!r} ({language}) is also that of {', '.join(others)}: make it weak",
            )
