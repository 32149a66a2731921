"""Every named query gives the same rows through every door, on graphs that nobody wrote.

Values, their types and their order: Cypher on both stores, REST, the server for agents, the command line, and
SPARQL where it can say the query. `python -m benchmarks.doors` tries some hundred graphs.
"""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.api import doors
from tests.api.conftest import served
from tests.api.doors import House
from tests.api.graphs import World, every_question, worlds
from tests.conftest import Stores

# The same graphs each time: those that are new each time are for the benchmark.
_FEW = settings(
    max_examples=2,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def house(stores: Stores) -> Iterator[House]:
    """Both stores, with every door to them."""
    neo4j, embedded = stores.neo4j(), stores.embedded()
    stores.hold("neo4j")
    try:
        with pytest.MonkeyPatch.context() as patch, embedded.open() as one, neo4j.open() as other:
            for name, value in embedded.settings.items():
                patch.setenv(name, value)
            with doors.house(one, other) as made:
                yield made
    finally:
        stores.release("neo4j")


def check(house: House, data: st.DataObject, *, each: int) -> None:
    """Ask so many questions of each kind of a graph, through every door."""
    world: World = data.draw(worlds())
    assume(len(world.articles) > 2)
    house.move_in(world)
    questions = data.draw(every_question(world, each))
    different = [told for question in questions for told in house.differences(question)]
    assert not different, "\n".join(map(str, different))


@pytest.mark.timeout(900)
@_FEW
@given(st.data())
def test_every_door_gives_the_same_rows(house: House, data: st.DataObject) -> None:
    check(house, data, each=2)


@pytest.fixture(scope="module")
def wire(house: House, stores: Stores) -> Iterator[House]:
    """Both stores, with REST and SPARQL as they are served over HTTP."""
    access = stores.neo4j()
    entry = {"store_user": access.user, "store_password": access.password}
    with (
        served(house.stores["neo4j"], **entry) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        over = {"rest over HTTP": doors.rest(client), "sparql over HTTP": doors.sparql_over_http(client)}
        yield House(house.stores, over)


@pytest.mark.timeout(900)
@settings(_FEW, max_examples=1)
@given(st.data())
def test_so_do_the_servers(wire: House, data: st.DataObject) -> None:
    check(wire, data, each=1)
