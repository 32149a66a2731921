"""`vocab check` and `vocab show`: the vocabulary."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from api import output
from api.commands.options import Form
from ontology.errors import UnknownName
from queries.names import near

app = typer.Typer(
    help="The vocabulary: states, blocs, organisations, persons, principles.", no_args_is_help=True
)


@app.command()
def check(form: Form = None) -> None:
    """Prove that references resolve, dates are in order, names are there and no strong name is shared.

    Example: communique vocab check
    """
    from loaders.reading.patterns import compile_pattern
    from loaders.reading.text import fold_name
    from ontology.checks import faults
    from ontology.vocabulary import Vocabulary

    vocabulary = Vocabulary.load()
    found = [asdict(fault) for fault in faults(vocabulary, fold_name, compile_pattern)]
    if found:
        output.show(["id", "what"], found, form)
        output.say(f"The vocabulary has {len(found)} faults.")
        raise typer.Exit(1)
    count, memberships = len(vocabulary.items), len(vocabulary.memberships)
    output.say(f"The vocabulary is sound: {count} entries, {memberships} memberships.")


@app.command()
def show(
    item: Annotated[str, typer.Argument(metavar="ID", help="An id, such as bloc:CSTO.")], form: Form = None
) -> None:
    """Show one entry of the vocabulary with its names and dates.

    Example: communique vocab show bloc:CSTO
    """
    from ontology.vocabulary import Vocabulary

    vocabulary = Vocabulary.load()
    if item not in vocabulary:
        raise UnknownName(
            f"No vocabulary entry has the id '{item}'{near(item) or '; ids look like state:RU.'}"
        )
    entry = {"id": item, **{name: value for name, value in asdict(vocabulary[item]).items() if _said(value)}}
    memberships = [asdict(one) for one in vocabulary.memberships if item in (one.bloc, one.state)]
    if memberships:
        entry["memberships"] = memberships
    if output.chosen(form) in (output.Format.JSON, output.Format.JSONL):
        output.show_line(entry)
    else:
        output.show(
            ["field", "value"], [{"field": key, "value": value} for key, value in entry.items()], form
        )


def _said(value: Any) -> bool:
    return value not in (None, (), {}, "")
