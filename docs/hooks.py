"""What mkdocs does besides: files beside docs/ join the site, and so does the page of REST."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from api.reference import paths

_ROOT = Path(__file__).parents[1]
_FILE = re.compile(r"<!-- (file|adds to): (\S+) -->\n```(\w+)")
_TITLES = {"file": "", "adds to": "at the end of "}
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#|/)([^)#\s]+)(?=[)#])")


def on_files(files: Files, config: Any) -> Files:
    """Add the files that stand beside docs/, and the page of REST."""
    files.append(File.generated(config, "paths.md", content=paths.page()))
    for path, page in config.extra["beside"].items():
        files.append(File.generated(config, page, abs_src_path=str(_ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Make links between files links between pages, and name the files that blocks stand in."""
    beside: dict[str, str] = config.extra["beside"]
    places = {page: path for path, page in beside.items()}
    here = posixpath.dirname(places.get(page.file.src_uri, f"docs/{page.file.src_uri}"))

    def led(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(here, found[1]))
        known = beside.get(target) or target.removeprefix("docs/") * target.startswith("docs/")
        return posixpath.relpath(known, posixpath.dirname(page.file.src_uri) or ".") if known else found[1]

    titled = _FILE.sub(lambda found: f'```{found[3]} title="{_TITLES[found[1]]}{found[2]}"', markdown)
    return _LINK.sub(led, titled)
