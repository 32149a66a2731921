"""The data files of the languages, each read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ontology.data_files import read_yaml

LANGUAGES = Path(__file__).parent / "languages"
CODES = ("ar", "ru", "en")


@lru_cache(maxsize=1)
def sites() -> dict[str, str]:
    """The bodies and outlets whose own site a host is, by the end of its name."""
    path = Path(__file__).parent / "sites.yaml"
    return dict(read_yaml(path.read_text(encoding="utf-8"), path.name))


@lru_cache(maxsize=32)
def read_data(language: str, name: str) -> Any:
    """The contents of a language's YAML file; raises VocabularyError naming the file if it is broken."""
    text = (LANGUAGES / language / f"{name}.yaml").read_text(encoding="utf-8")
    return read_yaml(text, f"{language}/{name}.yaml")
