"""The command line: `communique`. One boundary here turns every error into one sentence."""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from api import output
from api.commands import (
    agents,
    asking,
    explaining,
    exporting,
    loading,
    networks,
    plots,
    serving,
    stores,
    words,
)
from api.interrupting import follows_interrupt
from api.settings import DEBUG
from ontology.errors import CommuniqueError

_INTERRUPTED = 130

app = typer.Typer(
    help="States, blocs and their stated positions, dated and proved by a passage.",
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(loading.quickstart)
app.command()(loading.load)
app.command()(loading.extract)
app.command()(explaining.explain)
app.add_typer(
    typer.Typer(help="Ask a named query: `communique ask QUERY --name value…`.", no_args_is_help=True),
    name="ask",
    cls=asking.QueryGroup,
)
app.command()(asking.queries)
app.command()(asking.cypher)
app.add_typer(
    typer.Typer(
        help="Networks over positions: `communique network actors --by congruence`.", no_args_is_help=True
    ),
    name="network",
    cls=networks.NetworkGroup,
)
app.add_typer(
    typer.Typer(help="Pictures: `communique plot timeline --holder state:RU …`.", no_args_is_help=True),
    name="plot",
    cls=plots.PlotGroup,
)
app.command()(serving.serve)
app.command()(agents.mcp)
app.add_typer(words.app, name="vocab")
app.add_typer(stores.app, name="store")
app.command()(exporting.export)
app.command()(exporting.ontology)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        print(f"communique {installed('communique')}")
    elif context.invoked_subcommand is None:
        print(context.get_help())


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command: 0 done, 1 something failed, 2 wrong usage. Errors become one sentence."""
    try:
        command = typer.main.get_command(app)
        code = command.main(list(arguments), prog_name="communique", standalone_mode=False) or 0
        # typer makes an exit code of an interruption, and says nothing.
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
        return int(code)
    except CommuniqueError as error:
        output.say(str(error))
        return 1
    except TyperException as error:
        if message := error.format_message():
            output.say(_with_help(message, arguments))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        output.say("Stopped.")
        return 1
    except BrokenPipeError:
        # Whoever read our output has left; nothing must be flushed to them at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if DEBUG in os.environ:
            raise
        if follows_interrupt(error):
            output.say("Stopped.")
            return 1
        output.say(f"Something unforeseen failed ({type(error).__name__}: {error}); {DEBUG}=1 shows where.")
        return 1


def _with_help(message: str, arguments: Sequence[str]) -> str:
    if message.endswith("?"):
        return message
    return f"{message.rstrip('.')}; see `communique {_command(arguments)}--help`."


def _command(arguments: Sequence[str]) -> str:
    """The words before the first option: the command whose help says more."""
    words = list(itertools.takewhile(lambda word: not word.startswith("-"), arguments))
    depth = 2 if words[:1] in (["vocab"], ["store"], ["ask"], ["network"], ["plot"]) else 1
    return "".join(f"{word} " for word in words[:depth])
