"""The packages are this repository's own: the package index has an unrelated `queries`."""

from __future__ import annotations

import importlib
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("ontology", "graph", "loaders", "queries", "api")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_loaded_from_here(name: str, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"import {name}; print({name}.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()) == ROOT / name / "__init__.py"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_typed_and_documented(name: str) -> None:
    assert (ROOT / name / "py.typed").exists()
    assert importlib.import_module(name).__doc__


def test_the_project_is_never_uploaded_by_mistake() -> None:
    about = metadata("communique")
    assert "Private :: Do Not Upload" in about.get_all("Classifier", [])
    assert about["License-Expression"] == "Apache-2.0"
