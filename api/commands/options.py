"""Options that many commands share: where the store is, and in what form results come."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import Field, fields
from typing import Annotated, Any

import typer

from api.output import Format
from api.settings import PREFIX, Extraction, Settings

Form = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Form of the result; a table on a terminal, JSON lines in a pipe."),
]

Host = Annotated[str, typer.Option(envvar=f"{PREFIX}HOST", help="Address to serve at.")]
Port = Annotated[
    int, typer.Option(envvar=f"{PREFIX}PORT", min=0, max=65535, help="Port to serve at; 0 takes a free one.")
]


_KINDS = (Settings, Extraction)


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command that takes settings of some kind, given each of them as an option of the same name."""
    signature = inspect.signature(command, eval_str=True)
    kinds = {
        item.name: item.annotation for item in signature.parameters.values() if item.annotation in _KINDS
    }
    own = [item for item in signature.parameters.values() if item.name not in kinds]

    @functools.wraps(command)
    def wrapped(**given: Any) -> Any:
        read = {
            name: kind.read(**{item.name: given.pop(item.name) for item in _options(kind)})
            for name, kind in kinds.items()
        }
        return command(**read, **given)

    # typer reads the signature; what functools copied would hide the options added here.
    del wrapped.__wrapped__
    wrapped.__annotations__ = {}
    wrapped.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*own, *(_option(item) for kind in kinds.values() for item in _options(kind))]
    )
    return wrapped


def _options(kind: type[Settings | Extraction]) -> list[Field[Any]]:
    """The settings of a kind that are options too: no secret, as others see the list of processes."""
    return [item for item in fields(kind) if not item.metadata.get("secret")]


def _option(setting: Field[Any]) -> inspect.Parameter:
    option = typer.Option(
        f"--{setting.name.replace('_', '-')}",
        help=setting.metadata["help"],
        envvar=PREFIX + setting.name.upper(),
        show_envvar=True,
        rich_help_panel="Settings",
    )
    kind = Annotated[str | None, option]
    return inspect.Parameter(setting.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
