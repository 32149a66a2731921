"""Broken articles by the hundred thousand: `python -m benchmarks.fuzz 100000`; the tests try some hundred.

A second number is the seed to begin with, so that a long run may be had in parts.
"""

from __future__ import annotations

import random
import sys
import time
from statistics import median

from tests.loaders.articles import mutated, samples
from tests.loaders.test_fuzz import check

FIRST = 1_000_000  # seeds that the tests do not use
# An article may take so many times what whole articles of its length take, and half a second besides.
SLOWER = 10
GRACE = 0.5
# One in so many is a megabyte long, in one line.
LONG_ONE = 2_000
LONG = 1_000_000
TOLD = 1_000


def article(seed: int) -> str:
    """The broken article of a seed."""
    text = mutated(random.Random(seed))
    if seed % LONG_ONE or not text.strip():
        return text
    line = " ".join(text.split()) + " "
    return line * (LONG // len(line) + 1)


def seconds(text: str) -> float:
    """The processor time that a text takes: others on the machine do not count."""
    start = time.process_time()
    check(text)
    return time.process_time() - start


def pace() -> float:
    """Seconds for a character of the sample articles, once warm."""
    for text in samples():
        check(text)
    return median(seconds(text) / len(text) for text in samples())


def main(count: int, first: int = FIRST) -> int:
    """Try so many; print what fails, and what takes too long for its length, with its seed."""
    failed, worst, usual = 0, 0.0, pace()
    for seed in range(first, first + count):
        text = article(seed)
        try:
            taken = seconds(text)
        except Exception as error:
            failed += 1
            print(f"seed {seed}: {type(error).__name__}: {error}\n{text[:300]!r}", flush=True)
            continue
        if (seed - first) % TOLD == TOLD - 1:
            print(f"{seed - first + 1} read, {failed} at fault", flush=True)
        times = (taken - GRACE) / (usual * max(len(text), 1))
        if times > SLOWER:  # once in ten thousand it is Python's garbage that takes the time
            taken = min(taken, seconds(text))
            times = (taken - GRACE) / (usual * max(len(text), 1))
        worst = max(worst, times)
        if times > SLOWER:
            failed += 1
            print(f"seed {seed}: took {taken:.1f} s for {len(text)} characters", flush=True)
    print(
        f"{count} broken articles from seed {first}, {failed} at fault; the slowest {worst:.1f} × the usual."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*(int(number) for number in sys.argv[1:3] or ["100000"])))
