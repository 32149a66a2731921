"""Markdown as the pages of the reference need it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WRITTEN = "<!-- Written by `python -m api.reference`. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table and the line that ends it; nothing without rows."""
    lines = [_row(cells) for cells in rows]
    return [_row(head), "|---" * len(head) + "|", *lines, ""] if lines else []


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def fence(kind: str, text: str) -> list[str]:
    """A fenced block and the line that ends it."""
    return [f"```{kind}", text.rstrip("\n"), "```", ""]


def code(text: object) -> str:
    """A value as code; nothing for none."""
    return "" if text is None else f"`{text}`"


def joined(lines: Iterable[str]) -> str:
    """A page of lines."""
    return "\n".join(lines).rstrip() + "\n"
