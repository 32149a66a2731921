"""Articles from files, folders, patterns and standard input."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.article import Article
from loaders.sources.decoding import NotText, decode
from ontology.errors import ArticleError

SUFFIXES = frozenset({".txt", ".text", ".md"})
LARGEST = 20_000_000
"""More bytes than any article has: such a file is something else."""

_STANDARD_INPUT = "-"


def read_paths(paths: Sequence[str]) -> Iterator[Article | ArticleError]:
    """The article of every file that the paths name; a file that cannot be read yields its error.

    A path is a file, a folder (its .txt, .text and .md files, at any depth), a pattern with `*`, `?` or
    `[…]`, or `-` for standard input. A file named twice is read once.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, ArticleError):
                yield found
            elif found not in seen:
                seen.add(found)
                yield _read(found)


def _expand(path: str) -> Iterator[str | ArticleError]:
    """The files that one path names, sorted; an error where it names none."""
    if path == _STANDARD_INPUT:
        yield path
        return
    # A pattern may be absolute, which Path.glob refuses.
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207
    for match in matches if matches and not os.path.lexists(path) else [path]:
        if Path(match).is_dir():
            yield from _folder(match)
        elif glob.has_magic(path) and not os.path.lexists(match):
            yield ArticleError(f"No file matches {path}; check the pattern, and quote it in the shell.")
        else:
            yield match


def _folder(folder: str) -> Iterator[str | ArticleError]:
    files = sorted(
        str(path)
        for path in Path(folder).rglob("*")
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and not path.is_dir()
    )
    if not files:
        kinds = ", ".join(sorted(SUFFIXES))
        yield ArticleError(f"{folder} holds no article: put files there that end in one of {kinds}.")
    yield from files


def _read(path: str) -> Article | ArticleError:
    name = "Standard input" if path == _STANDARD_INPUT else path
    try:
        decoded = decode(_bytes(path))
    except NotText as error:
        return ArticleError(f"{name} {error}.")
    except FileNotFoundError:
        return ArticleError(f"{name} does not exist; check the path.")
    except PermissionError:
        return ArticleError(f"{name} may not be read by you; ask for permission to read it.")
    except OSError as error:
        return ArticleError(
            f"{name} cannot be read ({error.strerror or error}); check the file and its disk."
        )
    return Article(decoded.text, path, encoding=decoded.encoding)


def _bytes(path: str) -> bytes:
    if path == _STANDARD_INPUT:
        return _checked(sys.stdin.buffer.read(LARGEST + 1))
    with Path(path).open("rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotText("is no regular file; give a file that holds the text of an article")
        return _checked(file.read(LARGEST + 1))


def _checked(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise NotText(f"is too large for an article (over {LARGEST // 1_000_000} MB); split it into articles")
    return data
