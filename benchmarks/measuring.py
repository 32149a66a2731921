"""How a figure is taken: the best of several runs, beside the best of its yardstick's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """A time and its yardstick's, in seconds; `limit` is what the time must stay under, if anything."""

    name: str
    seconds: float
    yardstick: str
    yardstick_seconds: float
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the yardstick it takes: comparable between machines."""
        return self.seconds / self.yardstick_seconds

    def to_json(self) -> dict[str, Any]:
        """The figure as a row."""
        return {
            "what": self.name,
            "ms": round(self.seconds * 1000, 1),
            "limit_ms": self.limit and round(self.limit * 1000),
            "yardstick": self.yardstick,
            "yardstick_ms": round(self.yardstick_seconds * 1000, 1),
            "ratio": round(self.ratio, 2),
        }


def best(work: Callable[[], Any], times: int) -> float:
    """The shortest of some runs: what the machine can do when nothing else disturbs it."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(times))
