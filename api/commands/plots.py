"""`plot`: pictures."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from api import output
from api.commands.asking import WrongUsage
from api.commands.networks import declared
from api.commands.options import with_settings
from api.settings import Settings
from ontology.errors import InputError, UnknownName

if TYPE_CHECKING:
    from api.plots.asked import Plot


class Drawn(StrEnum):
    """The forms of a picture."""

    SVG = "svg"
    PNG = "png"


Target = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
]
Form = Annotated[
    Drawn | None,
    typer.Option("--format", "-f", help="svg or png; by the name of the file, else svg, if left out."),
]


class PlotGroup(TyperGroup):
    """The plots as commands, made when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every plot's name."""
        from api.plots.asked import PLOTS

        return list(PLOTS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command that draws a plot."""
        from api.plots.asked import plot

        try:
            item = plot(cmd_name)
        except UnknownName as error:
            raise WrongUsage(str(error)) from error
        app = typer.Typer(add_completion=False)
        app.command(item.name, help=_help(item), short_help=item.title)(_command(item))
        return typer.main.get_command(app)


def _help(item: Plot) -> str:
    example = " ".join(f"--{name} {value}" for name, value in item.example.items())
    return f"{item.description}\n\nExample: communique plot {item.name} {example} --output {item.name}.svg"


def _command(item: Plot) -> Callable[..., None]:
    def command(settings: Settings, form: StrEnum | None, path: Path | None, **given: Any) -> None:
        values = {name.rstrip("_"): value for name, value in given.items() if value is not None}
        _draw(item, settings, values, form.value if form else None, path)

    own = [declared(name, option, required=name in item.required) for name, option in item.options.items()]
    keyword = inspect.Parameter.KEYWORD_ONLY
    rest = [
        inspect.Parameter("form", keyword, default=None, annotation=Form),
        inspect.Parameter("path", keyword, default=None, annotation=Target),
        inspect.Parameter("settings", keyword, annotation=Settings),
    ]
    command.__annotations__ = {}
    command.__signature__ = inspect.Signature([*own, *rest])  # type: ignore[attr-defined]
    return with_settings(command)


def _draw(
    item: Plot, settings: Settings, values: dict[str, Any], form: str | None, path: Path | None
) -> None:
    try:
        item.read(values)
    except InputError as error:
        raise WrongUsage(str(error)) from error
    chosen = form or _by_name(path)
    if path is None and sys.stdout.isatty():
        raise InputError(
            f"A picture is no text: name a file by --output {item.name}.{chosen}.", parameter="output"
        )
    with settings.open() as store:
        picture = item.picture(store, values, chosen, timeout=settings.read_timeout)
    if path is None:
        sys.stdout.buffer.write(picture)
    else:
        path.write_bytes(picture)
        output.say(f"The picture is in {path}.")


def _by_name(path: Path | None) -> str:
    """The form that a file's name says."""
    form = path.suffix.lstrip(".").lower() if path else ""
    return form if form in list(Drawn) else "svg"
