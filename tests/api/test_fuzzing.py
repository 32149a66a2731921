"""schemathesis over the whole description of the API, all its checks on, on both engines.

A few requests for each path here; `python -m benchmarks.fuzzing` makes thousands.
"""

from __future__ import annotations

from benchmarks.fuzzing import fuzz
from graph import Store
from tests.api.conftest import served
from tests.conftest import Access


def test_every_path_keeps_to_its_description(filled: Store, module_access: Access) -> None:
    entry = {"store_user": module_access.user, "store_password": module_access.password}
    with served(filled, **entry) as address:
        done = fuzz(
            address,
            *("--phases", "examples,fuzzing", "--max-examples", "2", "--seed", "7", "--workers", "2"),
            *("--max-response-time", "20"),
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
