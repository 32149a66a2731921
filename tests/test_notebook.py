"""The notebook of the docs, executed against a server over the sample articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from api import cli
from graph import Store
from tests.api.conftest import served
from tests.conftest import Access

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


@pytest.mark.parametrize("access", ["embedded"], indirect=True)
def test_every_cell_runs(access: Access, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in access.settings.items():
        monkeypatch.setenv(name, value)
    assert cli.run(["quickstart", "--no-serve", "--format", "jsonl"]) == 0
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with served(store) as address:
        monkeypatch.setenv("COMMUNIQUE_URL", address)
        # A cell that raises ends the run, and this test.
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = "\n".join(_shown(output) for cell in notebook.cells for output in cell.get("outputs", ()))
    assert "Collective Security Treaty Organization" in shown and "<svg" in shown
    assert "did you mean" in shown or "No position has the id" in shown


def _shown(output: Any) -> str:
    return str(output.get("text", "")) + "".join(map(str, output.get("data", {}).values()))


def test_it_is_kept_without_what_it_showed_once() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in notebook.cells)
