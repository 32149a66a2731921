"""Every command of the README is run, as it stands there.

A comment before a block says in which surroundings; a block without one runs in a folder with articles and a
store of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from api.settings import PREFIX, Settings
from graph import Store
from tests.conftest import Access
from tests.documents import BIN, ROOT, Block, Place, blocks_of, environment, unsaid

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = blocks_of(README)


def blocks(kind: str, how: str = "") -> list[Block]:
    return [block for block in BLOCKS if (block.kind, block.how) == (kind, how)]


def only(kind: str, how: str) -> str:
    (block,) = blocks(kind, how)
    return block.text


def _fetched(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A folder with articles, and an embedded store of its own that has them.

    It is held open, so that not each command starts the engine; the first command on a fresh clone does.
    """
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "loaders" / "samples", folder / "articles", ignore=shutil.ignore_patterns("*.md"))
    access = Access(f"embedded:{folder / 'store'}")
    place = Place(folder, environment(**access.settings))
    with access.open():
        place.run("communique load articles/")
        yield place


@pytest.fixture
def filled(store: Store, access: Access, place: Place) -> Place:
    """The same folder with a store of each engine in turn, the samples in it."""
    there = Place(place.folder, {**place.environment, **access.settings})
    there.run("communique load articles/")
    return there


@pytest.mark.parametrize("block", blocks("sh"), ids=lambda block: block.head)
def test_a_plain_block_runs(block: Block, place: Place) -> None:
    place.run(block.text)


def test_the_first_command_on_a_fresh_clone(tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "-q", str(ROOT), str(tmp_path / "clone")], check=True)
    home = tmp_path / "home"
    home.mkdir()
    kept = {
        name: value
        for name, value in environment().items()
        if not name.startswith(("XDG_", "VIRTUAL", "UV_"))
    }
    path = os.environ["PATH"].replace(str(BIN) + os.pathsep, "")
    place = Place(tmp_path / "clone", {**kept, "HOME": str(home), "PATH": path, "UV_LINK_MODE": "copy"})
    with place.serving(only("sh", "run: clone")) as address:
        assert _fetched(f"{address}/healthz")
    assert "bloc:SCO" in (place.folder / "answer.log").read_text(encoding="utf-8")


def test_the_answer_shown_is_the_real_one(place: Place) -> None:
    wide = Place(place.folder, {**place.environment, "COLUMNS": "118"})
    said = wide.run("communique quickstart --no-serve --format table")
    assert unsaid(only("text", "shows: quickstart"), said) is None


def test_the_test_command_is_what_the_gate_runs() -> None:
    (command,) = only("sh", "run: gate").splitlines()
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert command == ".venv/bin/uv run pytest"
    assert re.search(r"^step pytest\b", gate, re.MULTILINE)


def test_the_environment_is_entered(place: Place) -> None:
    (command,) = only("sh", "run: activate").splitlines()
    entered = command.replace(".venv/bin", str(BIN))
    assert str(BIN) in place.run(f"{entered} && command -v communique")


def test_the_containers_are_those_of_the_compose_file() -> None:
    # Whether the file is right is tested in test_containers; here, that the README names what it needs.
    needed, command = only("sh", "run: containers").splitlines()
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert command == "docker compose up --wait"
    assert needed.removeprefix("export ").partition("=")[0] in compose
    assert set(yaml.safe_load(compose)["services"]) == {"neo4j", "api"}


@pytest.mark.parametrize("access", ["neo4j"], indirect=True)
def test_a_neo4j_is_named_by_its_settings(store: Store, access: Access, place: Place) -> None:
    script = only("sh", "run: neo4j")
    assert "neo4j://localhost:7687" in script and "choose-a-long-one" in script
    script = script.replace("neo4j://localhost:7687", access.url).replace(
        "choose-a-long-one", str(access.password)
    )
    assert "bloc:SCO" in place.run(script)


@pytest.mark.parametrize("block", blocks("cypher"), ids=["rows", "paths"])
def test_cypher_finds_something(block: Block, filled: Place, store: Store) -> None:
    assert store.read(block.text).rows


@pytest.mark.skipif(shutil.which("curl") is None, reason="the README asks with curl, which is not here")
def test_rest_answers(place: Place) -> None:
    (command,) = only("sh", "run: serve").splitlines()
    with place.serving(f"exec {command}") as address:
        assert "<html" in _fetched(f"{address}/docs").lower()
        for line in only("sh", "run: served").splitlines():
            assert "http://127.0.0.1:8000/" in line
            said = place.run(line.replace("http://127.0.0.1:8000", address).replace("curl -s", "curl -sf"))
            assert said.strip(), line


def test_every_setting_is_named() -> None:
    for name in Settings.__dataclass_fields__:
        assert f"`{PREFIX}{name.upper()}`" in README


def test_every_block_has_its_test() -> None:
    tried = {
        "run: clone",
        "run: gate",
        "run: activate",
        "run: containers",
        "run: neo4j",
        "run: serve",
        "run: served",
        "run: site",
        "",
    }
    assert {block.how for block in BLOCKS if block.kind == "sh"} <= tried
    assert {block.kind for block in BLOCKS} == {"sh", "text", "cypher"}


def test_every_file_that_is_linked_is_there() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
