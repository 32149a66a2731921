"""What reads an article out: the rules, or an extractor that somebody plugged in.

A plug-in is an entry point of the group `communique.extractors`. It names a function that takes the
settings (a mapping of COMMUNIQUE_ names, as in the environment) and gives an `Extractor`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from loaders.article import Article
from loaders.extractors.checking import check_record
from loaders.pipeline import extract
from ontology.errors import CommuniqueError, ExtractorError, UnknownName
from ontology.record import Record
from ontology.vocabulary import Vocabulary

__all__ = ["GROUP", "RULES", "Extractor", "Maker", "check_record", "extractors", "load_extractor"]

GROUP = "communique.extractors"
RULES = "rules"


class Extractor(Protocol):
    """Reads one article out."""

    def __call__(self, article: Article, vocabulary: Vocabulary) -> Record:
        """The record of an article."""
        ...


Maker = Callable[[Mapping[str, str]], Extractor]


def extractors() -> tuple[str, ...]:
    """The names of all extractors: the rules, then those plugged in."""
    return (RULES, *sorted(entry_points(group=GROUP).names))


def load_extractor(name: str, settings: Mapping[str, str]) -> Extractor:
    """An extractor by its name. A plug-in's records come out checked against their text, or not at all."""
    if name == RULES:
        return extract
    found = entry_points(group=GROUP, name=name)
    if not found:
        there = ", ".join(extractors())
        raise UnknownName(f"No extractor is called '{name}'; there are: {there}.", parameter="extractor")
    return _checked(_made(next(iter(found)), settings))


def _made(entry: EntryPoint, settings: Mapping[str, str]) -> Extractor:
    try:
        maker: Maker = entry.load()
        return maker(settings)
    except CommuniqueError:
        raise
    except Exception as error:  # a stranger's code may fail in any way
        raise ExtractorError(
            f"The extractor '{entry.name}' cannot be loaded ({type(error).__name__}: {error}); "
            f"repair or remove the package that brings it."
        ) from error


def _checked(extractor: Extractor) -> Extractor:
    @wraps(extractor)
    def checked(article: Article, vocabulary: Vocabulary) -> Record:
        record = extractor(article, vocabulary)
        check_record(record, article, vocabulary)
        return record

    return checked
