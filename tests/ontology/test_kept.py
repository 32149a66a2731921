"""What is kept between starts: made once, made anew where it is broken, old versions dropped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ontology import kept as keeping
from ontology.kept import kept


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeping, "user_cache_path", lambda _: tmp_path)
    return tmp_path


def _fails() -> object:
    raise AssertionError("made again")


def test_a_thing_is_made_once_for_each_version(cache: Path) -> None:
    assert kept("thing", "1", lambda: {"a": (1, 2)}) == {"a": [1, 2]}
    assert kept("thing", "1", _fails) == {"a": [1, 2]}
    assert kept("thing", "2", lambda: 3) == 3


def test_a_broken_file_is_made_anew(cache: Path) -> None:
    (cache / "thing-1.json").write_text('{"a": [1,')
    assert kept("thing", "1", lambda: 5) == 5
    assert kept("thing", "1", _fails) == 5


def test_old_versions_are_dropped(cache: Path) -> None:
    (cache / "thinglike.json").write_text("1")
    for version in range(12):
        kept("thing", str(version), lambda: 0)
        os.utime(cache / f"thing-{version}.json", (version, version))
    left = {path.name for path in cache.glob("thing-*.json")}
    assert "thing-11.json" in left
    assert "thing-0.json" not in left
    assert len(left) <= 8
    assert (cache / "thinglike.json").exists()


def test_a_folder_that_cannot_be_written_is_no_error(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cache / "file").write_text("in the way")
    monkeypatch.setattr(keeping, "user_cache_path", lambda _: cache / "file" / "below")
    assert kept("thing", "1", lambda: 7) == 7
