"""The words that the schema has for RDF: how its terms are written, and the IRIs that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from ontology.errors import VocabularyError

_TERM = re.compile(
    r"(?:(?P<part>\w+)/)?(?P<inverse>\^)?(?P<name>\w+:\w+)(?:@(?P<language>\w+))?"
    r"(?:=(?P<prefix>\w+):)?(?:>(?P<to>\w+))?"
)
# What an IRI may not have, and what would end one of ours too early.
_ILLEGAL = re.compile(r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`%#?/\[\]\ue000-\uf8ff\ufff0-\uffff]|[^\x00-\uffff]")


@dataclass(frozen=True, slots=True)
class Term:
    """A predicate, and what it says of a value: see the head of schema.yaml for how it is written."""

    name: str
    part: str | None = None
    inverse: bool = False
    language: str | None = None
    prefix: str | None = None
    to: str | None = None

    @classmethod
    def read(cls, text: str) -> Term:
        """The term that a text means; raises VocabularyError."""
        found = _TERM.fullmatch(text)
        if found is None:
            raise VocabularyError(f"schema.yaml: {text!r} is no term; write it like rdfs:label.")
        parts: dict[str, Any] = {**found.groupdict(), "inverse": found["inverse"] is not None}
        return cls(**parts)


@dataclass(frozen=True, slots=True)
class Part:
    """A resource that hangs on another and has some of its properties."""

    name: str
    kind: str
    by: Term
    on: str | None


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of resource that an edge is, with the terms for its ends and, perhaps, for its type."""

    kind: str
    source: str
    target: str
    type: str | None


@dataclass(frozen=True, slots=True)
class EdgeResource:
    """What an edge with properties of its own is: a class, others, and terms that lead to its target."""

    name: str
    kind: Resource
    others: tuple[str, ...]
    key: tuple[str, ...]
    rdf: tuple[Term, ...]


@dataclass(frozen=True)
class Terms:
    """Prefixes, parts and resources. `own` is the prefix of our terms, `ids` that of our resources."""

    own: str
    ids: str
    prefixes: Mapping[str, str]
    parts: Mapping[str, Part]
    resources: Mapping[str, Resource]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Terms:
        """What the schema declares."""
        parts = {
            name: Part(name, item["class"], Term.read(item["by"]), item.get("on"))
            for name, item in data["parts"].items()
        }
        resources = {
            name: Resource(item["class"], item["source"], item["target"], item.get("type"))
            for name, item in data["resources"].items()
        }
        return cls(data["terms"], data["ids"], data["prefixes"], parts, resources)

    def resource(self, data: Mapping[str, Any] | None) -> EdgeResource | None:
        """What an edge is, from its entry."""
        if data is None:
            return None
        others, key = tuple(data.get("is", ())), tuple(data.get("key", ()))
        terms = tuple(map(Term.read, data.get("rdf", ())))
        return EdgeResource(data["class"], self.resources[data["kind"]], others, key, terms)

    def of(self, name: str, given: Any) -> tuple[Term, ...]:
        """The terms given for a property or an edge, else one after its name."""
        if given is None:
            return (Term(f"{self.own}:{camel(name)}"),)
        return tuple(map(Term.read, given))

    def iri(self, name: str) -> str:
        """The IRI of a prefixed name."""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local

    def iri_of(self, item: str, prefix: str | None = None) -> str:
        """The IRI of an id, or of what another prefix and a value name."""
        return self.prefixes[prefix or self.ids] + escaped(item)

    def chain(self, part: str | None) -> Iterator[Part]:
        """The parts that lead to one, the nearest to the resource first."""
        if part is not None:
            own = self.parts[part]
            yield from self.chain(own.on)
            yield own


@lru_cache(maxsize=4096)
def escaped(item: str) -> str:
    """A text as it may stand in one of our IRIs."""
    return _ILLEGAL.sub(lambda found: quote(found[0], safe=""), item)


def camel(name: str) -> str:
    """A name as terms are written: stance_value and HELD_BY become stanceValue and heldBy."""
    first, *others = name.lower().split("_")
    return first + "".join(word.capitalize() for word in others)
