"""The table of docs/quality.md: how good extraction is on the gold records, with right / wrong / missed.

usage: python -m benchmarks.quality [FOLDER …]

Measured by the grader on the sample articles of the brief, where they are, and on tests/gold, seen and unseen
apart. Each FOLDER more (articles and gold records side by side) is a column more.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.test_extraction_floors import GOLD, LANGUAGES, SHARED, development, grade

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


def columns(folders: list[Path]) -> Iterator[tuple[str, Grades]]:
    """Each set of articles with its grades."""
    sample = sorted((SHARED / "articles").glob("*.txt"))
    yield "five sample articles", _graded(sample, SHARED / "gold")
    for code in LANGUAGES:
        for part in ("seen", "unseen"):
            articles = development(code, unseen=part == "unseen")
            yield f"{NAMES[code]} {part} ({len(articles)})", _graded(articles, GOLD / code)
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


def main() -> None:
    """Print the table."""
    found = list(columns([Path(name) for name in sys.argv[1:]]))
    print("| | " + " | ".join(name for name, _ in found) + " |")
    print("|" + "---|" * (len(found) + 1))
    for field, name in ROWS.items():
        print(f"| {name} | " + " | ".join(cell(grades, field) for _, grades in found) + " |")


if __name__ == "__main__":
    main()
