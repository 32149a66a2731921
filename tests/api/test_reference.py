"""The reference of the docs is written from the doors themselves, and up to date."""

from __future__ import annotations

from dataclasses import fields

from api.reference import FOLDER, paths, stale
from api.settings import Extraction, Settings
from queries.registry import load


def test_the_pages_are_up_to_date() -> None:
    assert not stale(), "run: python -m api.reference"


def test_every_command_has_its_place() -> None:
    page = (FOLDER / "commands.md").read_text("utf-8")
    for command in ("quickstart", "load", "ask", "network polarisation", "plot timeline", "store restore"):
        assert f"# communique {command}\n" in page
    assert all(f"[`{name}`](queries.md#" in page for name in load())


def test_every_setting_has_its_place() -> None:
    page = (FOLDER / "settings.md").read_text("utf-8")
    for item in (*fields(Settings), *fields(Extraction)):
        assert f"`COMMUNIQUE_{item.name.upper()}`" in page


def test_every_path_is_told_of_with_a_live_call() -> None:
    page = paths.page()
    assert page.count("\n### ") > 60 and page.count("<summary>Example</summary>") > 40
    assert "### GET /v1/positions\n" in page and "| `holder` |" in page
