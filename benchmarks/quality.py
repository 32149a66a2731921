"""The tables of docs/quality.md: how good extraction is on the gold records, with right / wrong / missed.

usage: python -m benchmarks.quality [FOLDER …]

Measured by the grader on the sample articles of the brief, where they are, and on the sets of tests/gold, one
table for each. Each FOLDER more (articles and gold records side by side) is a column of the last table.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.test_extraction_floors import GOLD, KINDS, LANGUAGES, SHARED, development, grade, parts

NAMES = {"ar": "Arabic", "ru": "Russian", "en": "English"}
ROWS = {
    "positions": "positions",
    "positions_any_stance": "positions, whatever the stance",
    "position.voice": "voice",
    "position.via": "via",
    "position.evidence": "passage",
    "evidence_verbatim": "passages word for word",
    "actors": "actors",
    "principles": "principles",
    "events": "events",
    "article.published_on": "publication date",
    "article.publisher": "publisher",
    "foreign_leaks": "leaks from other articles",
}

Grades = dict[str, dict[str, float]]
Column = tuple[str, Grades]


def sample() -> Column:
    """The sample articles with their grades."""
    articles = sorted((SHARED / "articles").glob("*.txt"))
    return "five sample articles", _graded(articles, SHARED / "gold")


def columns(kind: str) -> Iterator[Column]:
    """Each part of a set with its grades."""
    for code in LANGUAGES:
        for part in parts(kind):
            articles = development(GOLD / f"{kind}{code}", part)
            name = f"{NAMES[code]} {part}".removesuffix(" all")
            yield f"{name} ({len(articles)})", _graded(articles, GOLD / f"{kind}{code}")


def others(folders: list[Path]) -> Iterator[Column]:
    """Folders of articles with their gold records, each with its grades."""
    for folder in folders:
        articles = [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".yaml").exists()]
        yield f"{folder.name} ({len(articles)})", _graded(articles, folder)


def _graded(articles: list[Path], gold: Path) -> Grades:
    with tempfile.TemporaryDirectory() as scratch:
        return grade(articles, gold, Path(scratch))


def cell(grades: Grades, field: str) -> str:
    """One figure with its counts; a dash where there was nothing to find."""
    found = grades.get(field)
    if field == "foreign_leaks":
        return str(found["fp"] if found else 0)
    if found is None or not found["tp"] + found["fp"] + found["fn"]:
        return "—"
    f1 = f"{found['f1']:.2f}".removeprefix("0")
    return f"{f1} ({found['tp']}/{found['fp']}/{found['fn']})"


def table(found: list[Column]) -> str:
    """The columns side by side, as Markdown."""
    head = ["| | " + " | ".join(name for name, _ in found) + " |", "|" + "---|" * (len(found) + 1)]
    rows = (
        f"| {name} | " + " | ".join(cell(grades, field) for _, grades in found) + " |"
        for field, name in ROWS.items()
    )
    return "\n".join([*head, *rows])


def main() -> None:
    """Print the tables."""
    first, *later = ([*columns(kind)] for kind in KINDS)
    more = [*others([Path(name) for name in sys.argv[1:]])]
    print("\n\n".join(table(found) for found in ([sample(), *first], *later, more) if found))


if __name__ == "__main__":
    main()
