"""Start-up of `communique extract` on one article, beside a bare interpreter's."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks.extraction import SAMPLES
from benchmarks.measuring import Figure, best

RUNS = 5


def figure() -> Figure:
    """From the shell's call to the record on standard output."""
    command = [str(Path(sys.executable).with_name("communique")), "extract"]
    article = str(SAMPLES / "2024-07-04-sco-astana.txt")
    run = partial(subprocess.run, check=True, capture_output=True)
    seconds = best(lambda: run([*command, article]), RUNS)
    bare = best(lambda: run([sys.executable, "-I", "-c", "pass"]), RUNS)
    name = "communique extract of one article, from the shell"
    return Figure(name, seconds, "python -I -c pass", bare, limit=1.5)
