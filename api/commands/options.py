"""Options that many commands share: where the store is, and in what form results come."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Annotated, Any

import typer

from api.output import Format
from api.settings import PREFIX, Settings

Form = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Form of the result; a table on a terminal, JSON lines in a pipe."),
]

Host = Annotated[str, typer.Option(envvar=f"{PREFIX}HOST", help="Address to serve at.")]
Port = Annotated[
    int, typer.Option(envvar=f"{PREFIX}PORT", min=0, max=65535, help="Port to serve at; 0 takes a free one.")
]


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command that takes `settings`, given every setting as an option of the same name."""
    signature = inspect.signature(command, eval_str=True)
    own = [item for item in signature.parameters.values() if item.name != "settings"]
    names = [item.name for item in fields(Settings)]

    @functools.wraps(command)
    def wrapped(**given: Any) -> Any:
        settings = Settings.read(**{name: given.pop(name) for name in names})
        return command(settings=settings, **given)

    # typer reads the signature; what functools copied would hide the options added here.
    del wrapped.__wrapped__
    wrapped.__annotations__ = {}
    wrapped.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*own, *(_option(name) for name in names)]
    )
    return wrapped


def _option(name: str) -> inspect.Parameter:
    setting = next(item for item in fields(Settings) if item.name == name)
    option = typer.Option(
        f"--{name.replace('_', '-')}",
        help=setting.metadata["help"],
        envvar=PREFIX + name.upper(),
        show_envvar=True,
        rich_help_panel="Settings",
    )
    kind = Annotated[str | None, option]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
