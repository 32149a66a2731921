"""`explain`: how an article was read, and what each position was made of."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import output
from api.commands.options import Form
from api.commands.reading import Paths, fail_for, read_out
from ontology.errors import ArticleError, InputError

if TYPE_CHECKING:
    from api.explaining.account import Account

_ROW = (
    *("article", "what", "outcome", "holder", "voice", "target", "stance", "modality", "confidence"),
    *("rule", "cues", "passage"),
)


def explain(
    paths: Paths,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write one HTML page there instead; - is standard output.")
    ] = None,
    form: Form = None,
) -> None:
    """Show how articles were read: layout, mentions, voices, and what made or unmade each position.

    Example: communique explain article.txt --html article.html
    """
    from api.explaining.account import account_of
    from loaders.pipeline import trace
    from ontology.vocabulary import Vocabulary

    failed: list[ArticleError] = []
    reader = partial(trace, vocabulary=Vocabulary.load())
    accounts = (account_of(explained) for _, explained in read_out(paths, reader, failed))
    if html is None:
        _show(accounts, form)
    else:
        _write(list(accounts), html)
    fail_for(failed)


def _show(accounts: Iterable[Account], form: output.Format | None) -> None:
    from api.explaining import terminal

    match output.chosen(form):
        case output.Format.TABLE:
            for account in accounts:
                terminal.show(account)
        case output.Format.CSV:
            output.show(_ROW, (row for account in accounts for row in _rows(account)), form)
        case _:
            output.show((), accounts, form)


def _rows(account: Account) -> Iterator[dict[str, Any]]:
    """What was made, dropped and passed over, a row for each."""
    for what in ("positions", "dropped", "passed"):
        for item in account[what]:
            yield {
                **item,
                "article": account["article"]["path"],
                "what": what,
                "outcome": item.get("outcome") or item["reason"],
                "cues": [f"{effect} {word}" for effect, word in item["cues"]],
                "passage": item["evidence"]["text"],
            }


def _write(accounts: list[Account], path: Path) -> None:
    """Write the page beside its place and move it there, so that no half of one is ever found."""
    from api.explaining.page import page

    if not accounts:
        return
    text = page(accounts)
    if str(path) == "-":
        sys.stdout.write(text)
        return
    try:
        half = path.with_name(f"{path.name}.part")
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be written ({reason}); name a file in a folder of yours.") from None
    output.say(f"The page is in {path}.")
