"""Hundreds of graphs that nobody wrote, each named query asked through every door.

`python -m benchmarks.doors --examples 300` has stores of its own and prints where a door answers otherwise
than the embedded store, once for each query and door; it ends with 1 if one does. `--stores` leaves out all
doors but Cypher and SPARQL, behind which answers are made.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Sequence
from contextlib import ExitStack

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from api.output import counting, say
from benchmarks.fuzzing import store
from tests.api import doors
from tests.api.doors import Difference, House
from tests.api.graphs import every_question, worlds

_STORES = ("cypher", "sparql")


def tried(house: House, examples: int, each: int, start: int) -> dict[tuple[str, str], Difference]:
    """The shortest difference for each query and door, over so many graphs."""
    found: dict[tuple[str, str], Difference] = {}

    with counting("Graphs") as count:

        @seed(start)
        @settings(
            max_examples=examples,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.data())
        def ask(data: st.DataObject) -> None:
            world = data.draw(worlds())
            house.move_in(world)
            for question in data.draw(every_question(world, each)):
                for one in house.differences(question):
                    key = question.query.name, one.door
                    found[key] = min(found.get(key, one), one, key=lambda item: len(str(item)))
            count(1)

        ask()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=300, help="graphs")
    parser.add_argument("--each", type=int, default=3, help="questions of each kind to a graph")
    parser.add_argument("--seed", type=int, help="what to begin with; another each time if left out")
    parser.add_argument("--stores", action="store_true", help="only Cypher on both stores, and SPARQL")
    asked = parser.parse_args(arguments)
    start = random.randrange(2**32) if asked.seed is None else asked.seed
    say(f"Seed {start}.")
    with ExitStack() as stack:
        embedded, neo4j = (stack.enter_context(store(neo4j=engine))[0] for engine in (False, True))
        os.environ["COMMUNIQUE_STORE"] = embedded.url
        house = stack.enter_context(doors.house(embedded, neo4j))
        if asked.stores:
            house.doors = {name: door for name, door in house.doors.items() if name in _STORES}
        found = tried(house, asked.examples, asked.each, start)
    for different in found.values():
        print(different)
    print(f"{asked.examples} graphs, {len(found)} differences.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
