"""What is made from data files at each start, kept in the user's cache folder under a name of its version.

Making it takes a second; reading it takes a tenth. Nothing depends on it: a file that is missing,
broken or cannot be written is made anew.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

_VERSIONS = 8  # of one thing that stay: several installations may take turns


def kept(name: str, version: str, make: Callable[[], Any]) -> Any:
    """What `make` gives, as JSON holds it: from the cache where it has this version, else made and kept."""
    path = user_cache_path("communique") / f"{name}-{version}.json"
    with suppress(OSError, ValueError):
        return json.loads(path.read_bytes())
    text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"), default=str)
    _write(path, text)
    _drop_older(path, name)
    return json.loads(text)


def _write(path: Path, text: str) -> None:
    # Written beside and moved into place: two programs that start at once never read half a file.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(beside).replace(path)
    except OSError:
        return


def _drop_older(path: Path, name: str) -> None:
    try:
        versions = sorted(path.parent.glob(f"{name}-*.json"), key=lambda one: one.stat().st_mtime)
        for old in versions[:-_VERSIONS]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # somebody else is clearing up
