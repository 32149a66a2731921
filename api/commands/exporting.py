"""`export`: the graph in other formats."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api import output
from api.commands.options import with_settings
from api.settings import Settings


class Kind(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    GRAPHML = "graphml"
    JSONLD = "jsonld"


@with_settings
def export(
    settings: Settings,
    form: Annotated[Kind, typer.Option("--format", "-f", help="Form of the export.")] = Kind.JSONLD,
    path: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
    ] = None,
) -> None:
    """Write the whole graph in another format.

    Example: communique export --format graphml --output graph.graphml
    """
    from api.exports import WRITERS

    with settings.open() as store:
        if path is None:
            WRITERS[form](store, sys.stdout)
            return
        # Written beside and moved into place, so that no half of an export is ever found.
        half = path.with_name(f"{path.name}.part")
        with half.open("w", encoding="utf-8") as out:
            WRITERS[form](store, out)
        half.replace(path)
    output.say(f"The graph is in {path}.")
