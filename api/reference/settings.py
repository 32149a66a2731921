"""The page of the settings, from their declaration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from typing import Any, get_args

import typer

from api.commands.options import Host, Port
from api.reference.markdown import WRITTEN, code, joined, table
from api.settings import DEBUG, PREFIX, Extraction, Settings

_HEAD = f"""# Settings

{WRITTEN}

A setting is an environment variable, and an option of the same name on every command that it concerns. The
option comes first. What is empty counts as not set.
"""
_COLUMNS = ("variable", "option", "meaning", "default")


def page() -> str:
    """The whole page in Markdown."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "## Store and answers\n"
    yield from table(_COLUMNS, map(_setting, fields(Settings)))
    yield "`embedded:PATH` is a folder; without the variable it lies in the user's data folder.\n"
    yield "## Reading articles\n"
    yield from table(_COLUMNS, map(_setting, fields(Extraction)))
    yield "An extractor that somebody plugged in [may have more](extractors.md).\n"
    yield "## Serving\n"
    yield from table(_COLUMNS, [_served("host", Host, "127.0.0.1"), _served("port", Port, 8000)])
    yield "## When something unforeseen fails\n"
    yield f"`{DEBUG}=1` lets the whole trace through where users get one sentence."


def _setting(item: Field[Any]) -> tuple[str, ...]:
    option = None if item.metadata.get("secret") else f"--{item.name.replace('_', '-')}"
    default = None if item.default is MISSING else item.default
    return code(PREFIX + item.name.upper()), code(option), item.metadata["help"], code(default)


def _served(name: str, declared: Any, default: object) -> tuple[str, ...]:
    option: typer.models.OptionInfo = get_args(declared)[1]
    return code(option.envvar), code(f"--{name}"), str(option.help), code(default)
