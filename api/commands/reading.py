"""Reading many articles: the good ones are done, each bad one is named, and the exit code says so."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from api import output
from api.settings import DEBUG
from ontology.errors import ArticleError, CommuniqueError

if TYPE_CHECKING:
    from loaders.article import Article

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders or patterns; - reads standard input.")
]
Read = TypeVar("Read")


def read_out(
    paths: Sequence[str], reader: Callable[[Article], Read], failed: list[ArticleError]
) -> Iterator[tuple[Article, Read]]:
    """Each article that can be read, with what the reader makes of it.

    The others are named at once, and kept in the list.
    """
    from loaders.sources.files import read_paths

    with output.progress() as bar:
        for item in bar.track(read_paths(paths), description="Reading"):
            if not isinstance(item, ArticleError):
                try:
                    read = reader(item)
                except ArticleError as error:
                    item = error
                except CommuniqueError:
                    raise  # it would befall every other article too
                except Exception as error:  # one bad article must not keep the others out
                    if DEBUG in os.environ:
                        raise
                    reason = f"{type(error).__name__}: {error}"
                    item = ArticleError(f"{item.path} could not be read out ({reason}); please report it.")
                else:
                    yield item, read
                    continue
            failed.append(item)
            output.say(str(item))


def fail_for(failed: Sequence[ArticleError]) -> None:
    """End with exit code 1 if anything failed."""
    if failed:
        output.say(f"{len(failed)} of the inputs could not be read; the others are done.")
        raise typer.Exit(1)
