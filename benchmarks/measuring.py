"""How a figure is taken: the best of several runs, beside the best of its yardstick's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """What something takes and what its yardstick takes: seconds, or megabytes (`unit`).

    `limit` is what it must stay under, if anything.
    """

    name: str
    taken: float
    yardstick: str
    yardstick_taken: float
    limit: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the yardstick it takes: comparable between machines."""
        return self.taken / self.yardstick_taken

    def to_json(self) -> dict[str, Any]:
        """The figure as a row."""
        times = 1000 if self.unit == "ms" else 1
        return {
            "what": self.name,
            "taken": round(self.taken * times, 1),
            "limit": self.limit and round(self.limit * times),
            "unit": self.unit,
            "yardstick": self.yardstick,
            "yardstick_taken": round(self.yardstick_taken * times, 1),
            "ratio": round(self.ratio, 2),
        }


def best(work: Callable[[], Any], times: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """The shortest of some runs: what the machine can do when nothing else disturbs it.

    With `time.process_time` for a clock the time that other processes take does not count.
    """

    def once() -> float:
        start = clock()
        work()
        return clock() - start

    return min(once() for _ in range(times))
