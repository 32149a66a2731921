"""A store filled once with the hand-written records, on each engine in turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph import Store
from tests.queries import records


@pytest.fixture(scope="module")
def filled(module_store: Store) -> Iterator[Store]:
    yield records.fill(module_store)
