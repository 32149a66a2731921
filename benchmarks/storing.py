"""Loading five articles into a warm embedded store, beside the same rows in SQLite on the same disk."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

from api.commands.loading import prepare
from benchmarks.extraction import SAMPLES
from benchmarks.measuring import Figure
from graph import Store, open_store
from graph.batch import GraphBatch, batch_of
from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

ARTICLES = 5
RUNS = 4


def figure(folder: Path) -> Figure:
    """From the articles' texts to five committed transactions."""
    vocabulary = Vocabulary.load()
    paths = sorted(SAMPLES.glob("*.txt"))[:ARTICLES]
    articles = [Article(path.read_text(encoding="utf-8"), path.name) for path in paths]
    batches = [_batch(article, vocabulary) for article in articles]
    with open_store(f"embedded:{folder / 'store'}") as store:
        prepare(store, vocabulary)
        seconds = min(_load(store, vocabulary, articles) for _ in range(RUNS))
    bare = min(_rows(folder / f"{run}.sqlite", batches) for run in range(RUNS))
    name = f"{ARTICLES} articles into a warm embedded store, extraction included"
    return Figure(name, seconds, "their rows into SQLite, one synced transaction each", bare, limit=2.0)


def _batch(article: Article, vocabulary: Vocabulary) -> GraphBatch:
    record = extract(article, vocabulary)
    return batch_of(record, article.text, vocabulary, datetime.now(UTC), article.path)


def _load(store: Store, vocabulary: Vocabulary, articles: list[Article]) -> float:
    for article in articles:
        store.delete_article(article.id)
    start = time.perf_counter()
    for article in articles:
        store.write(_batch(article, vocabulary))
    return time.perf_counter() - start


def _rows(file: Path, batches: list[GraphBatch]) -> float:
    database = sqlite3.connect(file)
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE row (kind, text)")
    database.commit()
    start = time.perf_counter()
    for batch in batches:
        rows = [("node", repr(node)) for node in batch.nodes] + [("edge", repr(edge)) for edge in batch.edges]
        database.executemany("INSERT INTO row VALUES (?, ?)", rows)
        database.commit()
    seconds = time.perf_counter() - start
    database.close()
    return seconds
