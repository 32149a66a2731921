"""The command line: `communique`. One boundary here turns every error into one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from api import output
from api.commands import asking, exporting, loading, serving, stores, words
from ontology.errors import CommuniqueError

app = typer.Typer(
    help="States, blocs and their stated positions, dated and proved by a passage.",
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(loading.quickstart)
app.command()(loading.load)
app.command()(loading.extract)
app.add_typer(
    typer.Typer(help="Ask a named query: `communique ask QUERY --name value…`."),
    name="ask",
    cls=asking.QueryGroup,
)
app.command()(asking.queries)
app.command()(asking.cypher)
app.command()(serving.serve)
app.add_typer(words.app, name="vocab")
app.add_typer(stores.app, name="store")
app.command()(exporting.export)


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
        return (
            typer.main.get_command(app).main(list(arguments), prog_name="communique", standalone_mode=False)
            or 0
        )
    except CommuniqueError as error:
        output.say(str(error))
        return 1
    except TyperException as error:
        output.say(f"{error.format_message()} See communique {''.join(_words(arguments))}--help.")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        output.say("Stopped.")
        return 1
    except BrokenPipeError:
        # Whoever read our output has left; nothing must be flushed to them at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("COMMUNIQUE_DEBUG"):
            raise
        output.say(
            f"Something unforeseen failed ({type(error).__name__}: {error}); COMMUNIQUE_DEBUG=1 shows where."
        )
        return 1


def _words(arguments: Sequence[str]) -> list[str]:
    return [f"{word} " for word in arguments[:1] if not word.startswith("-")]
