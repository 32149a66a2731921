"""The data files of the languages, each read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = Path(__file__).parent / "languages"
CODES = ("ar", "ru", "en")


@lru_cache(maxsize=32)
def read_data(language: str, name: str) -> dict[str, Any]:
    """The contents of a language's YAML file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (LANGUAGES / language / f"{name}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=loader)
    return data
