"""Whether an id is known, and what a user who mistyped one may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from graph.store import Store
from ontology.errors import InputError, UnknownName
from ontology.vocabulary import LANGUAGES, Entry, State, Vocabulary

# Label -> the prefixes that ids of it have.
LABELS: dict[str, tuple[str, ...]] = {
    "Actor": ("state", "bloc", "org", "person"),
    "State": ("state",),
    "Bloc": ("bloc",),
    "Organization": ("org",),
    "Person": ("person",),
    "Principle": ("principle",),
    "Place": ("place",),
    "Event": ("event",),
    "Article": ("article",),
    "Position": ("position",),
}


def suggestion(given: str, known: Iterable[str]) -> str:
    """`: did you mean 'x'?` for a name close to a known one, else nothing."""
    close = difflib.get_close_matches(given, list(known), n=1, cutoff=0.6)
    return f": did you mean '{close[0]}'?" if close else ""


def require_known(store: Store, item: str, labels: Sequence[str], *, parameter: str | None = None) -> None:
    """Raise UnknownName, with a suggestion, unless store or vocabulary knows the id under a label."""
    prefixes = [prefix for label in labels for prefix in LABELS[label]]
    kind, what = item.partition(":")[0], " or ".join(label.lower() for label in labels)
    where = f" (parameter '{parameter}')" if parameter else ""
    if kind in prefixes and (_in_store(store, item, labels) or item in Vocabulary.load()):
        return
    if any(kind in known for known in LABELS.values()) and kind not in prefixes:
        raise InputError(
            f"'{item}' is no {what}{where}: give an id that begins with {_or(prefixes)}.", parameter=parameter
        )
    hint = near(item, prefixes) or f"; ids of this kind begin with {_or(prefixes)}."
    raise UnknownName(f"No {what} has the id '{item}'{where}{hint}", parameter=parameter)


def _in_store(store: Store, item: str, labels: Sequence[str]) -> bool:
    return any(
        store.read(f"MATCH (n:{label} {{id: $id}}) RETURN n.id AS id LIMIT 1", {"id": item}).rows
        for label in labels
    )


def _or(prefixes: Sequence[str]) -> str:
    return " or ".join(f"'{prefix}:'" for prefix in dict.fromkeys(prefixes))


def near(item: str, prefixes: Sequence[str] = ()) -> str:
    """A suggestion out of the vocabulary's ids and names, for a mistyped id or a name in its place."""
    names: dict[str, str] = {}
    for entry in Vocabulary.load().items.values():
        if entry.kind in prefixes or not prefixes:
            codes = [f"state:{entry.iso3}", str(entry.iso3)] if isinstance(entry, State) else []
            for name in (*entry.name.values(), entry.id, entry.id.partition(":")[2], *codes):
                names.setdefault(name.casefold(), entry.id)
    close = difflib.get_close_matches(item.casefold(), names, n=1, cutoff=0.6)
    return f": did you mean '{names[close[0]]}'?" if close else ""


def called(words: str, labels: Sequence[str]) -> list[str]:
    """Ids of the vocabulary's entries one of whose names or aliases has the words in it."""
    prefixes = {prefix for label in labels for prefix in LABELS[label]}
    wanted = words.casefold()
    return [
        entry.id
        for entry in Vocabulary.load().items.values()
        if entry.kind in prefixes and any(wanted in name.casefold() for name in _every_name(entry))
    ]


def _every_name(entry: Entry) -> Iterator[str]:
    yield entry.id
    for language in LANGUAGES:
        yield from entry.strong_names(language)
        yield from entry.weak_names(language)


def names_in(store: Store, items: Iterable[str], language: str) -> dict[str, str]:
    """The name of each id in a language, else the one that every node has, else the id itself."""
    wanted = sorted(set(items))
    names = {item: item for item in wanted}
    for label in ("Actor", "Principle"):
        ids = [item for item in wanted if item.partition(":")[0] in LABELS[label]]
        cypher = f"""
            UNWIND $ids AS id MATCH (n:{label} {{id: id}})
            RETURN id, coalesce(n.name_{language}, n.name) AS name"""
        names |= {row["id"]: row["name"] for row in store.read(cypher, {"ids": ids}).as_dicts()}
    return names
