"""Loading from the shell, on both engines: good articles among bad ones, again, and changed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from loaders.sources import files
from tests.api.conftest import Run, in_process_of_its_own
from tests.conftest import Access

SAMPLES = sorted((Path(files.__file__).parent.parent / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def run(module_access: Access) -> Run:
    return in_process_of_its_own(module_access.settings)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three good articles and some that nobody can read."""
    for at, sample in enumerate(SAMPLES[:3]):
        (tmp_path / f"good-{at}.txt").write_bytes(sample.read_bytes())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\n ")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    return tmp_path


def test_good_articles_among_bad_ones_are_stored_once(run: Run, articles: Path) -> None:
    done = run("load", str(articles), str(articles / "missing.txt"))
    loaded = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1 and [item["outcome"] for item in loaded] == ["added"] * 3
    assert all(item["path"].endswith(f"good-{at}.txt") for at, item in enumerate(loaded))
    for name in ("empty.txt", "blank.txt", "binary.txt", "missing.txt"):
        (line,) = [line for line in done.stderr.splitlines() if name in line]
        assert line.endswith(".") and "Traceback" not in line

    again = run("load", *(str(articles / f"good-{at}.txt") for at in range(3)))
    assert again.returncode == 0
    assert [json.loads(line)["outcome"] for line in again.stdout.splitlines()] == ["unchanged"] * 3

    changed = articles / "good-0.txt"
    changed.write_text(changed.read_text("utf-8") + "\nMore was said later.\n", "utf-8")
    (line,) = run("load", str(changed)).stdout.splitlines()
    assert json.loads(line)["outcome"] == "changed"
    count = run("cypher", "MATCH (a:Article) RETURN count(a) AS n").stdout
    assert json.loads(count) == {"n": 3}


def test_a_dry_run_stores_nothing(run: Run) -> None:
    before = run("cypher", "MATCH (a:Article) RETURN count(a) AS n").stdout
    done = run("load", "--dry-run", "-", text=SAMPLES[-1].read_text("utf-8"))
    item = json.loads(done.stdout)
    assert (done.returncode, item["path"], item["outcome"]) == (0, "-", "not stored")
    assert run("cypher", "MATCH (a:Article) RETURN count(a) AS n").stdout == before


def test_extract_needs_no_store(run: Run) -> None:
    done = run("extract", str(SAMPLES[0]), COMMUNIQUE_STORE="bolt://127.0.0.1:1")
    record = json.loads(done.stdout)
    assert done.returncode == 0 and set(record) >= {"article", "actors", "principles", "events", "positions"}
    text = SAMPLES[0].read_text("utf-8")
    for position in record["positions"]:
        evidence = position["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_quickstart_answers_and_serves(module_access: Access) -> None:
    environment = {**os.environ, **module_access.settings, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", "from api.cli import main; main()", "quickstart", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout and process.stderr
        try:
            place = _place(process)
            assert httpx.get(f"{place}/readyz").json() == {"status": "ok"}
            total = httpx.get(f"{place}/v1/articles").json()["total"]
        finally:
            process.send_signal(signal.SIGTERM)
        rows = [json.loads(line) for line in process.stdout.read().splitlines()]
    assert process.returncode == 0 and total >= len(SAMPLES)
    assert rows and {row["link"] for row in rows} <= {"VIA", "CONTRASTS"}


def _place(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    deadline = time.monotonic() + 120
    for line in process.stderr:
        if line.startswith("Serving at "):
            return line.split()[2]
        assert time.monotonic() < deadline
    raise AssertionError("it never served")


def test_an_interrupted_load_is_whole_and_says_how_to_go_on(
    module_access: Access, run: Run, tmp_path: Path
) -> None:
    for at in range(400):
        text = f"ASTANA, July 4, 2024. Statement number {at}.\n\nRussia supports security in Eurasia.\n"
        (tmp_path / f"{at:03}.txt").write_text(text)
    environment = {**os.environ, **module_access.settings}
    # A shell's background job hands its children an ignored SIGINT; a user at a terminal has none.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{heeding}; from api.cli import main; main()", "load", str(tmp_path)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout
    first = [process.stdout.readline() for _ in range(3)]
    process.send_signal(signal.SIGINT)
    # Not by `communicate`, which knows nothing of what `readline` has read ahead.
    assert process.stderr
    rest, message = process.stdout.read(), process.stderr.read()
    process.wait(timeout=60)
    said = [json.loads(line)["id"] for line in [*first, *rest.splitlines()]]
    assert process.returncode == 1 and "the same command goes on" in message and "Traceback" not in message
    assert 3 <= len(said) < 400
    query = "MATCH (a:Article) WHERE a.id IN $ids RETURN count(a) AS n"
    stored = json.loads(run("cypher", query, "-p", f"ids={json.dumps(said)}").stdout)
    assert stored == {"n": len(said)}
