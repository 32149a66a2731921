"""Fenced blocks of a document, and a place to run them: what is told to readers is tried as it stands.

A comment before a block says in which surroundings it runs, or what it shows.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from api.settings import PREFIX

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
_BLOCK = re.compile(
    r"(?:<!-- (?P<how>[^>\n]+) -->\n+)?^(?P<fence>`{3,})(?P<kind>\w*)[^\n]*\n(?P<text>.*?)^(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A fenced block, and how its comment says that it is to be tried."""

    how: str
    kind: str
    text: str

    @property
    def head(self) -> str:
        """What names the block in a report."""
        return self.text.split("\n")[0][:50]


def blocks_of(document: str) -> list[Block]:
    """The fenced blocks of a document, in order."""
    return [Block(found["how"] or "", found["kind"], found["text"]) for found in _BLOCK.finditer(document)]


def unsaid(shown: str, said: str) -> str | None:
    """The first line of a block that was not said, in that order; … stands for any lines."""
    lines, at = [line.rstrip() for line in said.splitlines()], 0
    for line in map(str.rstrip, shown.splitlines()):
        if line.strip() == "…":
            continue
        if line not in lines[at:]:
            return line
        at = lines.index(line, at) + 1
    return None


@dataclass(frozen=True)
class Place:
    """A folder in which commands run, with the environment that they see."""

    folder: Path
    environment: dict[str, str]

    def run(self, script: str, timeout: float = 240) -> str:
        """What a script says; it must succeed."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        return done.stdout

    @contextmanager
    def serving(self, command: str) -> Iterator[str]:
        """Run a command that serves; give its address, end it as Ctrl-C does."""
        log = self.folder / "served.log"
        with log.open("wb") as errors, (self.folder / "answer.log").open("wb") as answer:
            process = subprocess.Popen(
                ["bash", "-c", command],
                cwd=self.folder,
                env=self.environment,
                stdout=answer,
                stderr=errors,
                start_new_session=True,
            )
        try:
            yield _address(process, log)
        finally:
            with suppress(ProcessLookupError):  # it ended by itself: what it said is told instead
                os.killpg(process.pid, signal.SIGINT)
            process.wait(60)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        if found := re.search(r"Serving at (http://\S+)", log.read_text()):
            return found[1]
        assert process.poll() is None, log.read_text()[-2000:]
        time.sleep(0.1)
    raise AssertionError(f"It does not serve: {log.read_text()[-2000:]}")


def environment(**more: str) -> dict[str, str]:
    """The environment of commands: this one's programs, no settings but those given, any free port."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**own, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", f"{PREFIX}PORT": "0", **more}
