"""Same articles in, same bytes out: in any order, in any process."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

from tests.loaders.articles import ROOT, read_out, samples

_SCRIPT = """
import sys
from api.cli import run
sys.exit(run(["extract", *sys.argv[1:], "--format", "jsonl"]))
"""


def _extracted(seed: str, paths: list[str]) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *paths],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return told.stdout.splitlines()


def test_two_processes_say_the_same_in_any_order() -> None:
    paths = [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("loaders/samples/*.txt"))]
    mixed = random.Random(1).sample(paths, len(paths))
    one, other = _extracted("1", paths), _extracted("42", mixed)
    assert len(one) == len(paths)
    assert sorted(one) == sorted(other)


def test_what_came_before_changes_nothing() -> None:
    alone = {text: json.dumps(read_out(text).to_json()) for text in samples()}
    again = {text: json.dumps(read_out(text).to_json()) for text in reversed(samples())}
    assert alone == again


def test_ids_are_of_the_content_alone() -> None:
    ids = [read_out(text).article.id for text in samples()]
    assert len(set(ids)) == len(ids)
    positions = [position.id for text in samples() for position in read_out(text).positions]
    events = [event.id for text in samples() for event in read_out(text).events]
    assert len(set(positions)) == len(positions)
    assert len(set(events)) == len(events)
