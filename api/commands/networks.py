"""`network`: what the positions make of actors and principles."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from api import output
from api.commands.asking import WrongUsage
from api.commands.options import Form, with_settings
from api.settings import Settings
from ontology.errors import InputError, UnknownName

if TYPE_CHECKING:
    from queries.listings import Filter
    from queries.networks.analyses import Analysis


class Drawn(StrEnum):
    """The forms that a network can have."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"


DrawnForm = Annotated[
    Drawn | None,
    typer.Option("--format", "-f", help="Form of the result; a table on a terminal, JSON lines in a pipe."),
]


class NetworkGroup(TyperGroup):
    """The analyses as commands, made when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every analysis' name."""
        from queries.networks.analyses import ANALYSES

        return list(ANALYSES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command that asks an analysis."""
        from queries.networks.analyses import analysis

        try:
            item = analysis(cmd_name)
        except UnknownName as error:
            raise WrongUsage(str(error)) from error
        app = typer.Typer(add_completion=False)
        app.command(item.name, help=_help(item), short_help=item.title)(_command(item))
        return typer.main.get_command(app)


def _help(item: Analysis) -> str:
    example = " ".join(f"--{name.replace('_', '-')} {value}" for name, value in item.example.items())
    columns = "\n\n".join(f"{name}: {meaning}" for name, meaning in item.columns.items())
    return f"{item.description}\n\nExample: communique network {item.name} {example}\n\nColumns:\n\n{columns}"


def _command(item: Analysis) -> Callable[..., None]:
    def command(settings: Settings, form: StrEnum | None, **given: Any) -> None:
        values = {name.rstrip("_"): value for name, value in given.items() if value is not None}
        _ask(item, settings, values, form.value if form else None)

    # `from` and `and` are no names that Python takes for a parameter, so every one has a stroke behind it.
    own = [declared(name, option, required=name in item.required) for name, option in item.options.items()]
    form = inspect.Parameter(
        "form", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=DrawnForm if item.drawn else Form
    )
    settings = inspect.Parameter("settings", inspect.Parameter.KEYWORD_ONLY, annotation=Settings)
    command.__annotations__ = {}
    command.__signature__ = inspect.Signature([*own, form, settings])  # type: ignore[attr-defined]
    return with_settings(command)


def declared(name: str, option: Filter, *, required: bool) -> inspect.Parameter:
    """A declared option of the shell."""
    text = option.description + (f"; one of {', '.join(option.choices)}" if option.choices else "")
    text += f"; {option.default} if left out" if option.default is not None else ""
    told = typer.Option(
        f"--{name.replace('_', '-')}",
        help=text[:1].upper() + text[1:] + ".",
        metavar=option.type.upper(),
        show_default=False,
    )
    kind: Any = Annotated[str if required else str | None, told]
    default = inspect.Parameter.empty if required else None
    return inspect.Parameter(f"{name}_", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _ask(item: Analysis, settings: Settings, values: dict[str, Any], form: str | None) -> None:
    try:
        item.read(values)
    except InputError as error:
        raise WrongUsage(str(error)) from error
    with settings.open() as store:
        if form in ("graphml", "gexf"):
            from api.drawing import draw

            sys.stdout.writelines(draw(form, item, store, values, timeout=settings.read_timeout))
            return
        rows = list(item.ask(store, values, timeout=settings.read_timeout))
    shape = output.Format(form) if form else None
    output.show(list(item.columns), rows, shape, shown=item.shown, title=item.title)
    if not rows and output.chosen(shape) is output.Format.TABLE:
        output.say("Nothing found; `communique store info` says what the store holds.")
