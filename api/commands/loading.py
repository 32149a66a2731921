"""`load`, `extract` and `quickstart`: articles in."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api import output
from api.commands.options import Form, Host, Port, with_settings
from api.commands.reading import Paths, fail_for, read_out
from api.interrupting import heeded_afterwards
from api.settings import Extraction, Settings
from ontology.errors import ArticleError

if TYPE_CHECKING:
    from graph.store import Store
    from loaders.article import Article
    from ontology.record import Record
    from ontology.vocabulary import Vocabulary

# What is stored together: so many articles, with so many letters, or those that were read in so many seconds.
_LOT, _LETTERS, _MOMENT = 100, 2_000_000, 1.0

FLAGSHIP = "blocs-linked-to-principle"

_LOADED = ("path", "id", "outcome", "language", "published_on", "positions", "events")
_POSITION = (
    *("article", "said_on", "date_precision", "holder", "voice", "target", "stance", "modality"),
    *("via", "contrast", "quoted", "confidence", "review", "passage"),
)


@with_settings
def extract(extraction: Extraction, paths: Paths, form: Form = None) -> None:
    """Print the records that are read out of articles, without a store.

    Example: communique extract articles/ --format jsonl
    """
    from ontology.vocabulary import Vocabulary

    failed: list[ArticleError] = []
    records = (record for _, record in read_out(paths, extraction.reader(Vocabulary.load()), failed))
    match output.chosen(form):
        case output.Format.JSON | output.Format.JSONL:
            output.show((), (record.to_json() for record in records), form)
        case _:
            rows = (row for record in records for row in _positions(record))
            output.show(_POSITION, rows, form, shown=["said_on", "holder", "target", "stance", "passage"])
    fail_for(failed)


@with_settings
def load(
    settings: Settings,
    extraction: Extraction,
    paths: Paths,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read the articles and store nothing.")] = False,
    form: Form = None,
) -> None:
    """Load articles into the store.

    Example: communique load articles/ news/*.txt
    """
    from ontology.vocabulary import Vocabulary

    vocabulary, failed = Vocabulary.load(), list[ArticleError]()
    records = read_out(paths, extraction.reader(vocabulary), failed)
    if dry_run:
        output.show(_LOADED, (_summary(*item, "not stored") for item in records), form)
    else:
        with settings.open() as store, _interruptible() as done:
            output.show(_LOADED, _stored(store, vocabulary, records, done, extraction), form)
    fail_for(failed)


@with_settings
def quickstart(
    settings: Settings,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the API afterwards.")] = True,
    host: Host = "127.0.0.1",
    port: Port = 8000,
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


def prepare(store: Store, vocabulary: Vocabulary) -> None:
    """Bring an open store up to date with the vocabulary."""
    from graph.batch import vocabulary_batch

    store.write(vocabulary_batch(vocabulary))


def _load_samples(store: Store, vocabulary: Vocabulary) -> int:
    failed, done, extraction = list[ArticleError](), list[str](), Extraction()
    with as_file(files("loaders") / "samples") as folder:
        samples = [str(path) for path in sorted(folder.glob("*.txt"))]
        records = read_out(samples, extraction.reader(vocabulary), failed)
        for _ in _stored(store, vocabulary, records, done, extraction):
            pass
    fail_for(failed)
    return len(done)


def _stored(
    store: Store,
    vocabulary: Vocabulary,
    records: Iterable[tuple[Article, Record]],
    done: list[str],
    extraction: Extraction,
) -> Iterator[dict[str, Any]]:
    """Store each article; say so only after its transaction is done."""
    from graph.batch import Run, batch_of

    with heeded_afterwards():
        prepare(store, vocabulary)
    run = Run.begin(f"{extraction.extractor}-{version('communique')}")
    for lot in _lots(records):
        batches = [
            batch_of(record, article.text, vocabulary, datetime.now(UTC), _origin(article), run)
            for article, record in lot
        ]
        told: list[dict[str, Any]] = []
        try:
            with heeded_afterwards():
                for (article, record), outcome in zip(lot, store.write_all(batches), strict=True):
                    done.append(article.id)
                    told.append(_summary(article, record, outcome.value))
        finally:
            yield from told


def _lots(records: Iterable[tuple[Article, Record]]) -> Iterator[list[tuple[Article, Record]]]:
    """Articles in lots that are stored together, so that none waits for more than a moment."""
    lot: list[tuple[Article, Record]] = []
    begun = 0.0
    for article, record in records:
        begun = begun if lot else time.monotonic()
        lot.append((article, record))
        letters = sum(len(article.text) for article, _ in lot)
        if len(lot) == _LOT or letters > _LETTERS or time.monotonic() - begun > _MOMENT:
            yield lot
            lot = []
    if lot:
        yield lot


@contextmanager
def _interruptible() -> Iterator[list[str]]:
    """A list of the articles done; when the user interrupts, it is said how to go on."""
    done: list[str] = []
    try:
        yield done
    except KeyboardInterrupt:
        output.say(f"Stopped: {len(done)} articles are stored, each of them whole; the same command goes on.")
        raise typer.Exit(1) from None


def _origin(article: Article) -> str:
    """What tells a new version of an article from another one: standard input has nothing but its text."""
    return article.url or (article.id if article.path == "-" else str(Path(article.path).resolve()))


def _summary(article: Article, record: Record, outcome: str) -> dict[str, Any]:
    head = record.article
    return {
        "path": article.path,
        "id": article.id,
        "outcome": outcome,
        "language": head.language,
        "published_on": head.published_on,
        "positions": len(record.positions),
        "events": len(record.events),
    }


def _positions(record: Record) -> Iterator[dict[str, Any]]:
    for item in record.to_json()["positions"]:
        yield {**item, "article": record.article.path, "passage": item["evidence"]["text"]}
