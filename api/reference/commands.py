"""The page of the command line, from the commands as they are declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from typing import Any

import typer

from api.reference.markdown import WRITTEN, code, fence, joined, table
from api.settings import Extraction, Settings
from queries.reference import linked
from queries.registry import load

_HEAD = f"""# Command line

{WRITTEN}

Results go to standard output, as a table on a terminal and as JSON lines in a pipe, or as `--format` says.
Messages and progress go to standard error. `--help` after any command says what stands here.
[Errors](errors.md) has the exit codes.
"""
_SETTINGS = {item.name: kind for kind in (Settings, Extraction) for item in fields(kind)}
_TOLD = {
    Settings: "[the store](settings.md#store-and-answers)",
    Extraction: "[reading articles](settings.md#reading-articles)",
}


def page() -> str:
    """The whole page in Markdown."""
    from api.cli import app

    return joined([_HEAD, *_group(typer.main.get_command(app), "communique", 2)])


def _group(group: Any, path: str, level: int) -> Iterator[str]:
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        yield f"{'#' * level} {path} {name}\n"
        if name == "ask":
            yield from _asked(command, f"{path} {name}")
        elif hasattr(command, "list_commands"):
            yield f"{command.help}\n"
            yield from _group(command, f"{path} {name}", level + 1)
        else:
            yield from _command(command, f"{path} {name}")


def _asked(group: Any, path: str) -> Iterator[str]:
    """Named queries have a page of their own."""
    yield f"{group.help} [Named queries](queries.md) has the options and columns of each.\n"
    yield from table(("query", "asks"), ((linked(query), query.title) for query in load().values()))


def _command(command: Any, path: str) -> Iterator[str]:
    about, _, rest = command.help.partition("\n\nExample: ")
    example, _, columns = rest.partition("\n\nColumns:\n\n")
    own = [item for item in command.params if item.name not in _SETTINGS]
    yield f"{about}\n"
    yield from fence("sh", " ".join(example.split()))
    yield from table(("option", "meaning", "default"), map(_option, own))
    kinds = dict.fromkeys(_SETTINGS[item.name] for item in command.params if item.name in _SETTINGS)
    if kinds:
        yield f"Its settings are those of {' and of '.join(_TOLD[kind] for kind in kinds)}.\n"
    if columns:
        meanings = (line.partition(": ") for line in columns.split("\n\n"))
        yield from table(("column", "meaning"), ((code(name), meaning) for name, _, meaning in meanings))


def _option(item: Any) -> tuple[str, str, str]:
    argument = item.opts == [item.name]
    names = [item.metavar or item.name.upper()] if argument else [*item.opts, *item.secondary_opts]
    meaning = f"{item.help} Required." if item.required and not argument else item.help
    kind = item.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        meaning += f" One of {', '.join(str(one.value) for one in kind)}."
    default = item.default.value if isinstance(item.default, Enum) else item.default
    return ", ".join(map(code, names)), meaning, code(None if isinstance(default, bool) else default)
