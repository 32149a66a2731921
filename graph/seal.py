"""A seal on the embedded store's files: what they were when its server last closed them.

ArcadeDB opens a folder with truncated or overwritten files and answers as if the lost articles had
never been there. A server that closes in order leaves a seal; the next one compares before it opens.
After a crash there is no seal: then ArcadeDB's own log repairs what was under way.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path

SEAL = "server.seal"
_HEAD = 1 << 16  # bytes of each file that are compared; the rest is compared by size

_Files = dict[str, list[int]]


class BrokenSealError(Exception):
    """A file is not as the last server left it."""


def close(folder: Path, database: Path) -> None:
    """Note what the files are."""
    (folder / SEAL).write_text(json.dumps(_files(database)))


def open_(folder: Path, database: Path) -> None:
    """Compare with what was noted, and lift the seal; raises BrokenSealError."""
    seal = folder / SEAL
    if not seal.exists():
        return
    noted, found = json.loads(seal.read_text()), _files(database)
    if wrong := sorted(name for name in noted if found.get(name) != noted[name]):
        raise BrokenSealError(f"{len(wrong)} of its files were changed or lost, such as {wrong[0]}")
    seal.unlink()


def _files(database: Path) -> _Files:
    return {path.name: _print(path) for path in sorted(database.iterdir())} if database.is_dir() else {}


def _print(path: Path) -> list[int]:
    with path.open("rb") as content:
        return [path.stat().st_size, zlib.crc32(content.read(_HEAD))]
