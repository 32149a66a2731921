"""Run all benchmarks: `python -m benchmarks`, with `--format json` for machines."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from api.output import Format, say, show
from benchmarks import extraction, start, storing
from benchmarks.measuring import Figure


def figures() -> Iterator[Figure]:
    """Every figure, taken one after the other."""
    yield from extraction.figures()
    yield start.figure()
    with tempfile.TemporaryDirectory() as folder:
        yield storing.figure(Path(folder))


def main() -> int:
    """Print the figures; 1 if one of them is over its limit."""
    taken = list(figures())
    rows = [figure.to_json() for figure in taken]
    show(list(rows[0]), rows, Format(sys.argv[2]) if sys.argv[1:2] == ["--format"] else Format.TABLE)
    over = [figure.name for figure in taken if figure.limit and figure.taken > figure.limit]
    for name in over:
        say(f"Over its limit: {name}.")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
