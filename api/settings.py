"""The settings: environment variables with the prefix COMMUNIQUE_, each also an option of its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontology.errors import InputError

if TYPE_CHECKING:
    from graph.store import Store
    from graph.triples.endpoint import Endpoint
    from loaders.article import Article
    from ontology.record import Record
    from ontology.vocabulary import Vocabulary

PREFIX = "COMMUNIQUE_"

# Set to anything, it lets a traceback through where users get one sentence.
DEBUG = f"{PREFIX}DEBUG"


def _default_store() -> str:
    from platformdirs import user_data_path

    return f"embedded:{user_data_path('communique', appauthor=False) / 'store'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set. A password is never printed."""

    store: str = field(
        default_factory=_default_store,
        metadata={"help": "embedded:PATH, or a Neo4j URL (neo4j://, neo4j+s://, bolt://)."},
    )
    store_user: str | None = field(default=None, metadata={"help": "The user name at a Neo4j store."})
    store_password: str | None = field(
        default=None, repr=False, metadata={"help": "The password there; better given in the environment."}
    )
    read_timeout: float = field(default=30.0, metadata={"help": "Seconds that one question may take."})
    read_rows: int = field(default=10_000, metadata={"help": "Rows that one answer may have."})
    read_bytes: int = field(
        default=32_000_000, metadata={"help": "Bytes that the answer to one's own Cypher may have."}
    )
    cors_origins: str | None = field(
        default=None,
        metadata={"help": "Origins of web pages that may ask REST, joined by commas; * for every one."},
    )
    sparql_index: str | None = field(
        default=None,
        metadata={"help": "Folder for the index that SPARQL is answered from; made where there is none."},
    )

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, **options: Any) -> Settings:
        """The settings from the environment, options given on the command line first."""
        settings = cls(**_given(cls, environment, options))
        return replace(
            settings,
            read_timeout=_positive("read_timeout", settings.read_timeout, float),
            read_rows=_positive("read_rows", settings.read_rows, int),
            read_bytes=_positive("read_bytes", settings.read_bytes, int),
        )

    def open(self) -> Store:
        """The store that the settings name."""
        from graph import open_store

        return open_store(_expanded(self.store), self.store_user, self.store_password)

    def sparql(self) -> Endpoint:
        """SPARQL over the store that the settings name."""
        from graph.triples.endpoint import Endpoint

        folder = Path(self.sparql_index).expanduser() if self.sparql_index else None
        return Endpoint(_expanded(self.store), self.store_user, self.store_password, folder=folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What reads the articles out: the rules, or another extractor by its name. A key is never printed."""

    extractor: str = field(default="rules", metadata={"help": "What reads articles out: rules or a plug-in."})
    llm_url: str | None = field(
        default=None, metadata={"help": "An OpenAI-compatible endpoint, such as http://localhost:11434/v1."}
    )
    llm_model: str | None = field(default=None, metadata={"help": "The model to ask there."})
    llm_key: str | None = field(
        default=None, repr=False, metadata={"help": "The key to enter with.", "secret": True}
    )
    llm_timeout: float = field(default=120.0, metadata={"help": "Seconds that one answer of it may take."})

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, **options: Any) -> Extraction:
        """The settings from the environment, options given on the command line first."""
        settings = cls(**_given(cls, environment, options))
        return replace(settings, llm_timeout=_positive("llm_timeout", settings.llm_timeout, float))

    def reader(self, vocabulary: Vocabulary) -> Callable[[Article], Record]:
        """What makes an article's record; an extractor finds its settings by their COMMUNIQUE_ names."""
        from loaders.extractors import load_extractor

        own = {PREFIX + item.name.upper(): getattr(self, item.name) for item in fields(self)}
        settings = {name: str(value) for name, value in own.items() if value is not None}
        return partial(load_extractor(self.extractor, {**os.environ, **settings}), vocabulary=vocabulary)


def _given(kind: type[Any], environment: Mapping[str, str], options: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a kind that somebody set."""
    named = {item.name: environment.get(PREFIX + item.name.upper()) for item in fields(kind)}
    said = {name: value for name, value in options.items() if value is not None}
    return {name: value for name, value in named.items() if value} | said


def _positive(name: str, value: Any, kind: type[Any]) -> Any:
    try:
        number = kind(value)
    except ValueError:
        number = 0
    if number <= 0:
        raise InputError(f"The setting {PREFIX}{name.upper()} must be a number above 0, not {value!r}.")
    return number


def _expanded(url: str) -> str:
    kind, _, path = url.partition(":")
    return f"{kind}:{Path(path).expanduser()}" if kind == "embedded" else url
