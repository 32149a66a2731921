"""`export`: the graph in other formats."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api import output
from api.commands.options import with_settings
from api.settings import Settings
from ontology.errors import InputError


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
            help="File to write, standard output without it; for tables, neo4j-admin and dna a new folder.",
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
        return
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
    with settings.open() as store:
        FOLDERS[form](store, half)
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
