"""One article as it came in: its text and where it was found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one article, newlines as line feeds, without a byte-order mark.

    `path` is the place as the user named it (`-` for standard input), `encoding` what its bytes were read as.
    """

    text: str
    path: str
    url: str | None = None
    encoding: str = "utf-8"

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the text in UTF-8, in hex: equal texts are one article."""
        return _digest(self.text)

    @property
    def id(self) -> str:
        """The article's id, made of its content alone."""
        return f"article:{self.content_hash[:16]}"


@lru_cache(maxsize=4)
def _digest(text: str) -> str:
    # Every position and event of an article asks for its id.
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
