"""Cursors: opaque words that say where a list goes on, wherever loading has moved its items since."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from ontology.errors import InputError


def cursor_of(kind: str, key: Sequence[Any]) -> str:
    """An opaque cursor for a place in a list."""
    return base64.urlsafe_b64encode(json.dumps([kind, *key]).encode()).decode().rstrip("=")


def place_of(kind: str, cursor: str, size: int) -> list[Any]:
    """The place in a list that a cursor means; raises InputError for a foreign or damaged one."""
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        key = None
    if not isinstance(key, list) or key[:1] != [kind] or len(key) != size + 1:
        raise damaged()
    return key[1:]


def damaged() -> InputError:
    """The error for a cursor that means nothing here."""
    return InputError(
        "The cursor is not one of this list and order; give the `next` of its last answer, or none.",
        parameter="cursor",
    )


def page_of(
    kind: str, items: Sequence[Mapping[str, Any]], limit: int, cursor: str | None
) -> tuple[Sequence[Mapping[str, Any]], str | None]:
    """A page of rows that are all at hand, and the cursor of the following one."""
    start = _start(kind, items, cursor) if cursor else 0
    page = items[start : start + limit]
    more = len(items) > start + limit
    return page, cursor_of(kind, [start + limit, _mark(page[-1])]) if more else None


def _start(kind: str, items: Sequence[Mapping[str, Any]], cursor: str) -> int:
    """Where the next page begins: after the last row given, wherever loading has moved it since."""
    at, mark = place_of(kind, cursor, 2)
    if not isinstance(at, int) or at < 0:
        raise damaged()
    # As a rule it is where it was.
    if 0 < at <= len(items) and _mark(items[at - 1]) == mark:
        return at
    found = next((index for index, item in enumerate(items) if _mark(item) == mark), at - 1)
    return found + 1


def _mark(item: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()[:16]
