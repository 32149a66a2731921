"""`export`: the graph in other formats."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import output
from api.commands.options import with_settings
from api.settings import Settings
from ontology.errors import InputError

if TYPE_CHECKING:
    from graph.whole import Whole


class Kind(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    NQUADS = "nquads"
    TABLES = "tables"
    PARQUET = "parquet"
    NEO4J = "neo4j-admin"
    DNA = "dna"


_AFTERWARDS = {
    Kind.NEO4J: "; inside it, `neo4j-admin database import full neo4j $(cat import.options)` reads it.",
    Kind.DNA: "; rDNA reads it by dna_addDocuments and dna_addStatement.",
}


@with_settings
def export(
    settings: Settings,
    form: Annotated[Kind, typer.Option("--format", "-f", help="Form of the export.")] = Kind.JSONLD,
    path: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="File to write, or standard output; for tables, parquet, neo4j-admin and dna a new folder.",
        ),
    ] = None,
) -> None:
    """Write the whole graph in another format.

    Example: communique export --format graphml --output graph.graphml
    """
    from api.exports import WRITERS
    from api.tables import FOLDERS

    if form in FOLDERS:
        _folder(settings, form, path)
    elif path is None:
        with _whole(settings) as whole:
            WRITERS[form](whole, sys.stdout)
    else:
        # Written beside and moved into place, so that no half of an export is ever found.
        half = path.with_name(f"{path.name}.part")
        with _whole(settings) as whole, half.open("w", encoding="utf-8") as out:
            WRITERS[form](whole, out)
        half.replace(path)
        output.say(f"The graph is in {path}.")


@contextmanager
def _whole(settings: Settings) -> Iterator[Whole]:
    """The graph of a store that must not change meanwhile, and on a terminal how much of it has been read."""
    from graph.whole import Whole

    with settings.open() as store, output.counting("Nodes and edges") as heard:
        whole = Whole(store, heard)
        with whole.unchanged():
            yield whole


def _folder(settings: Settings, form: Kind, path: Path | None) -> None:
    from api.tables import FOLDERS

    if path is None:
        raise InputError(
            f"An export as {form} is a folder of tables: name it by --output.", parameter="output"
        )
    if path.exists():
        raise InputError(f"{path} exists already; name a new folder by --output.", parameter="output")
    half = path.with_name(f"{path.name}.part")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    with _whole(settings) as whole:
        FOLDERS[form](whole, half)
    half.replace(path)
    output.say(f"The graph is in {path}{_AFTERWARDS.get(form, '.')}")


def ontology(
    shapes: Annotated[
        bool, typer.Option("--shapes", help="The SHACL shapes that exports conform to, instead.")
    ] = False,
) -> None:
    """Print the ontology of the exports as RDF (OWL), in Turtle.

    Example: communique ontology --shapes
    """
    from ontology import owl
    from ontology import shapes as shacl
    from ontology.schema import Schema

    print((shacl.shapes if shapes else owl.ontology)(Schema.load()), end="")
