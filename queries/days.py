"""Between which of the texts by which positions and events are sorted the items of some days lie."""

from __future__ import annotations

from graph.tallies import UNDATED

END = UNDATED * 2  # behind the texts of all items, those without a day too


def bounds(start: object, end: object) -> tuple[str, str]:
    """The texts before and behind the items from a day to a day; of all items where neither is given."""
    return f"{start or ''}", f"{end}!" if end else UNDATED if start else END
