"""The pages of the reference that the doors themselves tell: `python -m api.reference` writes them anew.

A test says when that was forgotten. The page of REST is long: it is written when the site is built.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from api.reference import commands, failures, settings

FOLDER = Path(__file__).parents[2] / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "settings.md": settings.page,
    "errors.md": failures.page,
}


def stale() -> list[str]:
    """The pages that are not as they would be written now."""
    return [
        name
        for name, page in PAGES.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != page()
    ]
