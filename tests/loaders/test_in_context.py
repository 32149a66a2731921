"""Short reports in which a principle is named in full once and in other words after that, by other speakers.

Each is read for what its later speakers hold, which the words of their own sentences tell only together
with what stands before.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary


class Report(TypedDict):
    """A text and the positions (holder, target, stance) to be found in it."""

    text: str
    found: list[str]


REPORTS: list[Report] = [
    report
    for path in sorted(Path(__file__).with_name("in_context").glob("*.yaml"))
    for report in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["found"][-1])
def test_what_is_taken_up_in_other_words(report: Report) -> None:
    record = extract(Article(report["text"], "x.txt"), Vocabulary.load(), date(2026, 11, 22))
    found = {
        f"{p.holder.partition(':')[2]} {p.target.partition(':')[2]} {p.stance.value}"
        for p in record.positions
    }
    assert set(report["found"]) <= found
