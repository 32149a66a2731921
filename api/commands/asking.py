"""`ask`, `queries` and `cypher`: questions to the store."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from api import output
from api.commands.options import Form, with_settings
from api.settings import Settings
from graph.store import Rows
from ontology.errors import InputError, UnknownName
from queries.reference import shell
from queries.registry import MOST, NamedQuery, Parameter, load, named
from queries.values import is_true, read_value


class WrongUsage(TyperException):
    """What was typed is no question that can be asked."""

    exit_code = 2


def queries(form: Form = None) -> None:
    """List the named queries.

    Example: communique queries
    """
    items = [query.to_json() for query in load().values()]
    columns = ["name", "title", "description", "parameters", "columns", "example"]
    output.show(columns, items, form, shown=["name", "title", "description"])


@with_settings
def cypher(
    settings: Settings,
    query: Annotated[str, typer.Argument(help="Read-only Cypher; - reads it from standard input.")],
    parameter: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="A value for $NAME.")
    ] = None,
    form: Form = None,
) -> None:
    """Run read-only Cypher.

    Example: communique cypher "MATCH (p:Principle) RETURN p.id, p.name ORDER BY p.id LIMIT 5"
    """
    text = sys.stdin.read() if query == "-" else query
    values = dict(_assigned(item) for item in parameter or ())
    with settings.open() as store:
        rows = store.explore(
            text,
            values,
            timeout=settings.read_timeout,
            max_rows=settings.read_rows,
            max_bytes=settings.read_bytes,
        )
    _answer(rows, form)


def _assigned(item: str) -> tuple[str, Any]:
    name, equals, value = item.partition("=")
    if not equals:
        raise InputError(f"The parameter {item!r} has no value: write it as --parameter {item}=VALUE.")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def ask(query: NamedQuery, settings: Settings, given: Mapping[str, Any], form: output.Format | None) -> None:
    """Ask a named query and show its answer."""
    try:
        query.read(given)
    except InputError as error:
        raise WrongUsage(str(error)) from error
    with settings.open() as store:
        rows = query.ask(store, given, timeout=settings.read_timeout, max_rows=settings.read_rows)
    _answer(rows, form, query)


def _answer(rows: Rows, form: output.Format | None, query: NamedQuery | None = None) -> None:
    output.show(
        rows.columns,
        rows.as_dicts(),
        form,
        shown=query.shown if query else (),
        title=query.title if query else None,
    )
    if not rows.rows and output.chosen(form) is output.Format.TABLE:
        output.say("Nothing found; `communique store info` says what the store holds.")
    if rows.truncated:
        bounded = query is not None and MOST in {item.name for item in query.parameters}
        more = "--most and --read-rows" if bounded else "--read-rows"
        output.say(f"Only the first {len(rows.rows)} rows are shown: ask for less, or raise {more}.")


class QueryCommand(TyperCommand):
    """A named query as a command: --include_pending and `--include-pending true` work as well."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments in their usual spelling."""
        switches = {name for item in self.params for name in item.opts if item.secondary_opts}
        return super().parse_args(ctx, _spelled(args, switches))


def _spelled(args: list[str], switches: set[str]) -> list[str]:
    spelled: list[str] = []
    for arg in args:
        name, equals, value = arg.partition("=")
        if arg.startswith("--"):
            arg = name.replace("_", "-") + equals + value
        value = value if equals else arg
        switch = arg.partition("=")[0] if equals else (spelled[-1] if spelled else "")
        if switch in switches and equals:
            _check_switch(switch, value)
        if switch in switches and is_true(value) is not None:
            if not equals:
                spelled.pop()
            spelled.append(switch if is_true(value) else f"--no-{switch[2:]}")
        else:
            spelled.append(arg)
    return spelled


def _check_switch(switch: str, value: str) -> None:
    try:
        read_value(switch[2:].replace("-", "_"), "boolean", value)
    except InputError as error:
        raise WrongUsage(str(error)) from error


class QueryGroup(TyperGroup):
    """The named queries as commands, made from the registry when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every query's name."""
        return sorted(load())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command that asks a query."""
        try:
            query = named(cmd_name)
        except UnknownName as error:
            raise WrongUsage(str(error)) from error
        app = typer.Typer(add_completion=False)
        app.command(query.name, cls=QueryCommand, help=_help(query), short_help=query.title)(_command(query))
        return typer.main.get_command(app)


def _help(query: NamedQuery) -> str:
    columns = "\n\n".join(f"{item.name}: {item.meaning}" for item in query.columns)
    return f"{query.description}\n\nExample: {shell(query)}\n\nColumns:\n\n{columns}"


def _command(query: NamedQuery) -> Any:
    def command(settings: Settings, form: Any, **given: Any) -> None:
        ask(
            query,
            settings,
            {name.rstrip("_"): value for name, value in given.items() if value is not None},
            form,
        )

    # `from` is no name that Python takes for a parameter, so every option is called with a stroke behind it.
    options = [_option(item) for item in query.parameters]
    form = inspect.Parameter("form", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Form)
    settings = inspect.Parameter("settings", inspect.Parameter.KEYWORD_ONLY, annotation=Settings)
    command.__annotations__ = {}
    command.__signature__ = inspect.Signature([*options, form, settings])  # type: ignore[attr-defined]
    return with_settings(command)


def _option(item: Parameter) -> inspect.Parameter:
    spelled = f"--{item.name.replace('_', '-')}"
    text = item.description + (f"; one of {', '.join(item.choices)}" if item.choices else "")
    text += f"; {item.default} if left out" if item.default is not None and item.type != "boolean" else ""
    switch = item.type == "boolean"
    option = typer.Option(
        f"{spelled}/--no-{spelled[2:]}" if switch else spelled,
        help=text[:1].upper() + text[1:] + ".",
        metavar=None if switch else item.type.upper(),
        show_default=False,
    )
    kind: Any = Annotated[bool | None if switch else str if item.required else str | None, option]
    default = inspect.Parameter.empty if item.required else None
    return inspect.Parameter(
        f"{item.name}_", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind
    )
