"""`store info`, `reset`, `backup` and `restore`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from api import output
from api.commands.options import Form, with_settings
from api.settings import Settings

app = typer.Typer(help="The store: what it holds, its backup, a fresh start.", no_args_is_help=True)


@app.command()
@with_settings
def info(settings: Settings, form: Form = None) -> None:
    """Say what the store is and holds.

    Example: communique store info
    """
    with settings.open() as store:
        facts = asdict(store.info())
    if output.chosen(form) in (output.Format.JSON, output.Format.JSONL):
        output.show_line(facts)
        return
    rows = [{"what": name, "value": value} for name, value in facts.items() if not isinstance(value, dict)]
    for group in ("nodes", "edges"):
        rows += [{"what": f"{group} {name}", "value": count} for name, count in sorted(facts[group].items())]
    output.show(["what", "value"], rows, form)


@app.command()
@with_settings
def reset(
    settings: Settings,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Delete everything that the store holds.

    Example: communique store reset --yes
    """
    if not yes:
        typer.confirm(f"Delete everything in {settings.store}?", abort=True, err=True)
    with settings.open() as store:
        store.reset()
    output.say("The store is empty.")


@app.command()
@with_settings
def backup(
    settings: Settings, path: Annotated[Path, typer.Argument(help="The file to write (gzipped JSON lines).")]
) -> None:
    """Write everything that the store holds into one file.

    Example: communique store backup communique.jsonl.gz
    """
    with settings.open() as store:
        store.backup(path)
    output.say(f"The backup is in {path}.")


@app.command()
@with_settings
def restore(
    settings: Settings,
    path: Annotated[Path, typer.Argument(help="A file that `store backup` wrote.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Replace everything that the store holds by a backup.

    Example: communique store restore communique.jsonl.gz --yes
    """
    if not yes:
        typer.confirm(f"Replace everything in {settings.store}?", abort=True, err=True)
    with settings.open() as store:
        store.restore(path)
    output.say(f"The store holds what {path} holds.")
