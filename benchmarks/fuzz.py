"""Broken articles by the hundred thousand: `python -m benchmarks.fuzz 100000`; the tests try some hundred."""

from __future__ import annotations

import random
import sys
import time

from tests.loaders.articles import mutated
from tests.loaders.test_fuzz import check

FIRST = 1_000_000  # seeds that the tests do not use
SLOW = 5.0


def main(count: int) -> int:
    """Try so many; print what fails, and what takes too long, with its seed."""
    failed = 0
    for seed in range(FIRST, FIRST + count):
        text = mutated(random.Random(seed))
        start = time.perf_counter()
        try:
            check(text)
        except Exception as error:
            failed += 1
            print(f"seed {seed}: {type(error).__name__}: {error}\n{text[:300]!r}")
        if time.perf_counter() - start > SLOW:
            failed += 1
            print(f"seed {seed}: took {time.perf_counter() - start:.1f} s for {len(text)} characters")
    print(f"{count} broken articles, {failed} at fault.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
