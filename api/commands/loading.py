"""`load`, `extract` and `quickstart`: articles in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import output
from api.commands.options import Form, with_settings
from api.settings import Settings
from ontology.errors import ArticleError

if TYPE_CHECKING:
    from graph.store import Store
    from loaders.article import Article
    from ontology.record import Record
    from ontology.vocabulary import Vocabulary

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders or patterns; - reads standard input.")
]
FLAGSHIP = "blocs-linked-to-principle"


def extract(paths: Paths, form: Form = None) -> None:
    """Print the records that are read out of articles, without a store.

    Example: communique extract articles/ --format jsonl
    """
    from loaders.pipeline import extract as read_out
    from ontology.vocabulary import Vocabulary

    unreadable: list[ArticleError] = []
    vocabulary = Vocabulary.load()
    records = (read_out(article, vocabulary) for article in _readable(paths, unreadable))
    match output.chosen(form):
        case output.Format.JSON | output.Format.JSONL:
            output.show((), (record.to_json() for record in records), form)
        case _:
            rows = (row for record in records for row in _positions(record))
            output.show(_POSITION, rows, form, shown=["said_on", "holder", "target", "stance", "passage"])
    _fail_for(unreadable)


@with_settings
def load(
    settings: Settings,
    paths: Paths,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read the articles and store nothing.")] = False,
    form: Form = None,
) -> None:
    """Load articles into the store.

    Example: communique load articles/ news/*.txt
    """
    from ontology.vocabulary import Vocabulary

    unreadable: list[ArticleError] = []
    articles = _readable(paths, unreadable)
    vocabulary = Vocabulary.load()
    if dry_run:
        output.show(_LOADED, (_tried(article, vocabulary) for article in articles), form)
    else:
        with settings.open() as store:
            output.show(_LOADED, stored(store, vocabulary, articles), form)
    _fail_for(unreadable)


@with_settings
def quickstart(
    settings: Settings,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the API afterwards.")] = True,
    host: Annotated[str, typer.Option(envvar="COMMUNIQUE_HOST", help="Address to serve at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="COMMUNIQUE_PORT", help="Port to serve at.")] = 8000,
    form: Form = None,
) -> None:
    """Load the sample articles, answer the first question, then serve the API.

    Example: communique quickstart --no-serve
    """
    from api.serving import serve_until_stopped
    from ontology.vocabulary import Vocabulary
    from queries.registry import named

    vocabulary = Vocabulary.load()
    with settings.open() as store:
        count = _load_samples(store, vocabulary)
        output.say(f"{count} sample articles are in the store {store.url}.")
        query = named(FLAGSHIP)
        rows = query.ask(store, query.example)
        title = "Which blocs does Russia link to Eurasian security, since when and in whose words?"
        output.show(rows.columns, rows.as_dicts(), form, shown=query.shown, title=title)
        if serve:
            serve_until_stopped(store, vocabulary, settings, host=host, port=port)


def _load_samples(store: Store, vocabulary: Vocabulary) -> int:
    from loaders.sources.files import read_paths

    with as_file(files("api") / "samples") as folder:
        articles = [item for item in read_paths([str(folder)]) if not isinstance(item, ArticleError)]
    with output.progress() as bar:
        return sum(
            1 for _ in bar.track(stored(store, vocabulary, articles), len(articles), description="Loading")
        )


def stored(store: Store, vocabulary: Vocabulary, articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """Store each article; say so only after its transaction is done."""
    from graph.batch import batch_of
    from loaders.pipeline import extract as read_out

    prepare(store, vocabulary)
    done = 0
    try:
        for article in articles:
            record = read_out(article, vocabulary)
            batch = batch_of(record, article.text, vocabulary, datetime.now(UTC), _origin(article))
            outcome = store.write(batch)
            done += 1
            yield _summary(article, record, outcome.value)
    except KeyboardInterrupt:
        output.say(
            f"Stopped: {done} articles are stored, each of them whole; the same command again goes on."
        )
        raise typer.Exit(1) from None


def _origin(article: Article) -> str:
    """What tells a new version of an article from another one: standard input has nothing but its text."""
    return article.url or (article.id if article.path == "-" else str(Path(article.path).resolve()))


def prepare(store: Store, vocabulary: Vocabulary) -> None:
    """Bring a store up to date with the schema and the vocabulary."""
    from graph.batch import vocabulary_batch

    store.migrate()
    store.write(vocabulary_batch(vocabulary))


_LOADED = ("path", "id", "outcome", "language", "published_on", "positions", "events")


def _summary(article: Article, record: Record, outcome: str) -> dict[str, Any]:
    head = record.article
    counts = {"positions": len(record.positions), "events": len(record.events)}
    return {
        "path": article.path,
        "id": article.id,
        "outcome": outcome,
        "language": head.language,
        "published_on": head.published_on,
        **counts,
    }


def _tried(article: Article, vocabulary: Vocabulary) -> dict[str, Any]:
    from loaders.pipeline import extract as read_out

    return _summary(article, read_out(article, vocabulary), "not stored")


def _readable(paths: Sequence[str], unreadable: list[ArticleError]) -> Iterator[Article]:
    """The articles that can be read; the others are named, and kept in the list."""
    from loaders.sources.files import read_paths

    with output.progress() as bar:
        for item in bar.track(read_paths(paths), description="Reading"):
            if isinstance(item, ArticleError):
                unreadable.append(item)
                output.say(str(item))
            else:
                yield item


def _fail_for(unreadable: list[ArticleError]) -> None:
    if unreadable:
        output.say(f"{len(unreadable)} of the inputs could not be read; the others are done.")
        raise typer.Exit(1)


_POSITION = (
    *("article", "said_on", "date_precision", "holder", "voice", "target", "stance", "modality"),
    *("via", "contrast", "quoted", "confidence", "review", "passage"),
)


def _positions(record: Record) -> Iterator[dict[str, Any]]:
    for item in record.to_json()["positions"]:
        yield {**item, "article": record.article.path, "passage": item["evidence"]["text"]}
