"""Names written otherwise than the vocabulary has them: slips of the pen and other transliterations."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from loaders.reading.text import fold_name
from ontology.vocabulary import Person

_SURNAME = 0.82  # share of letters in common from which two surnames are one
_FIRST_NAMES = 0.6  # the same of what stands before them, which outlets shorten and spell more freely
_SPELT = 0.5  # share of letters from which a first name may be another spelling
_SHORTEST = 5  # letters of a surname below which one letter makes another name


def meant(name: str, code: str, persons: Iterable[Person]) -> Person | None:
    """The person whose name a first and last name misspell, if exactly one comes near: سيرجي لافرورف.

    `code` is the language. Likeness is the ratio of Ratcliff and Obershelp (difflib's), of surnames and of
    what stands before them.
    """
    written = fold_name(name).split()
    if len(written) < 2:
        return None
    near = {
        person.id: person
        for person in persons
        for listed in person.strong_names(code)
        if _alike(written, fold_name(listed).split())
    }
    return next(iter(near.values())) if len(near) == 1 else None


def in_full(written: tuple[str, ...], persons: Iterable[Person], code: str) -> tuple[str, str] | None:
    """The one person whose listed name a fuller one holds, and the first word of it, if there is just one.

    First and last names are the same, and what else is listed stands between in its order:
    Majed bin Mohammed Al Ansari, of Majed Al Ansari.
    """
    found: dict[str, str] = {}
    for person in persons:
        for listed in person.strong_names(code):
            names = fold_name(listed).split()
            if len(names) > 1 and names[-1] == written[-1] and names[0] in written[:-1]:
                rest = iter(written[written.index(names[0]) :])
                if all(name in rest for name in names):
                    found[person.id] = names[0]
    return next(iter(found.items())) if len(found) == 1 else None


def like(one: str, other: str) -> bool:
    """Whether two first names may be one in two spellings: Yulia and Iuliia, Alexander and Oleksandr."""
    return _ratio(one, other) >= _SPELT


def _alike(written: list[str], listed: list[str]) -> bool:
    if len(listed) < 2 or min(len(written[-1]), len(listed[-1])) < _SHORTEST:
        return False
    same_start = written[-1][0] == listed[-1][0]
    surname = same_start and _ratio(written[-1], listed[-1]) >= _SURNAME
    return surname and _ratio(" ".join(written[:-1]), " ".join(listed[:-1])) >= _FIRST_NAMES


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
