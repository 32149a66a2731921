"""Every block of the docs is run, and every answer in them is the real one.

The blocks of a page run in their order, in a folder with the sample articles, over a store and a server that
have them too. A comment before a block says what else holds:

    shows: answer       the block has lines of what the block before it said
    fails: CODE         it ends with that exit code, and says why
    file: PATH          it stands in that file
    adds to: PATH       it is added to that file
    not run: REASON     it is not tried here

A page with the comment `runs in: a clone` runs in a copy of the repository and changes that.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer
import yaml

from api import cli
from api.settings import PREFIX
from graph import Store, open_store
from tests.api.conftest import served
from tests.conftest import Stores
from tests.documents import ROOT, Block, Place, blocks_of, environment, unsaid

DOCS = ROOT / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
_TOLD = "http://127.0.0.1:8000"
_CLONE = "<!-- runs in: a clone -->"
_PACKAGES = ("ontology", "graph", "loaders", "queries", "api")
_SERVES = re.compile(r"communique (serve|mcp)\b")
_READ: dict[str, Callable[[str], Any]] = {"json": json.loads, "toml": tomllib.loads, "yaml": yaml.safe_load}


@dataclass
class Desk:
    """Where the blocks of one page are tried, one after the other."""

    place: Place
    store: Store
    address: str
    capture: pytest.CaptureFixture[str]
    inside: bool = True
    said: str = ""
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "docs"})

    def try_block(self, block: Block, shown: bool) -> None:
        """Run a block, or hold it against what was said."""
        what, _, detail = block.how.partition(": ")
        if what == "not run":
            assert detail, "it must say why"
        elif what == "shows":
            assert (line := unsaid(block.text, self.said)) is None, f"{line!r} is not in\n{self.said[:3000]}"
        elif what in ("file", "adds to"):
            path = self.place.folder / detail
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a" if what == "adds to" else "w", encoding="utf-8") as file:
                file.write(block.text)
        else:
            code = int(detail) if what == "fails" else 0
            self.said = getattr(self, f"_{block.kind}", self._data)(block, code, shown) or ""

    def _sh(self, block: Block, code: int, shown: bool) -> str:
        said = [self._line(line, code, shown) for line in _lines(block.text)]
        return "".join(said)

    def _line(self, line: str, code: int, shown: bool) -> str:
        if _SERVES.match(line):
            return _parsed(line)
        if line.startswith("uv sync --extra "):
            assert line.split()[-1] in _project()["optional-dependencies"]
            return ""
        if line.startswith("communique ") and shown and "--format" not in line:
            line += " --format table"
        line = self._here(line)
        words, file = _words(line)
        if self.inside and words[0] == "communique" and not set("|<>&;()$").intersection(words):
            done = cli.run(words[1:])
            out, err = self.capture.readouterr()
            assert done == code, f"{line}: {err}"
            if file:
                (self.place.folder / file).write_text(out, encoding="utf-8")
            return out + err
        return self.place.run(f"{line} 2>&1" if code == 0 else f"! {line} 2>&1")

    def _here(self, text: str) -> str:
        """With what stands for something put in its place: the server's address, ids in capitals."""
        text = text.replace(_TOLD, self.address).replace("curl -s ", "curl -sf ")
        for label in ("Article", "Event", "Position"):
            if label.upper() in text:
                id_ = self.store.read(f"MATCH (n:{label}) RETURN n.id ORDER BY n.id LIMIT 1").rows[0][0]
                text = re.sub(rf"\b{label.upper()}\b", id_, text)
        return text

    def _http(self, block: Block, code: int, shown: bool) -> str:
        asked, _, answered = block.text.partition("\n\n")
        (first, *rest) = asked.splitlines()
        method, target = self._here(first).split(" ", 1)
        headers = dict(line.split(": ", 1) for line in rest)
        if "If-None-Match" in headers:  # the docs cut it short
            headers["If-None-Match"] = httpx.get(self.address + target).headers["ETag"]
        answer = httpx.request(method, self.address + target, headers=headers, timeout=60)
        expected = int(answered.split()[1]) if answered else 200
        assert answer.status_code == expected, answer.text
        return json.dumps(answer.json(), ensure_ascii=False, indent=2) if _is_json(answer) else answer.text

    def _python(self, block: Block, code: int, shown: bool) -> str:
        exec(compile(block.text.replace(_TOLD, self.address), "<docs>", "exec"), self.names)
        return self.capture.readouterr().out

    def _cypher(self, block: Block, code: int, shown: bool) -> str:
        # What has parameters is the text of a named query, which is asked by its name.
        assert "$" in block.text or self.store.read(block.text).rows, block.text
        return ""

    def _sparql(self, block: Block, code: int, shown: bool) -> str:
        assert "$" in block.text, "ask it over HTTP"
        return ""

    def _data(self, block: Block, code: int, shown: bool) -> str:
        assert block.kind in _READ, f"how is {block.kind!r} to be tried? {block.head}"
        _READ[block.kind](block.text)
        return ""


def _words(line: str) -> tuple[list[str], str | None]:
    """The words of a command as a shell would see them, and the file that takes its answer."""
    reader = shlex.shlex(line, posix=True, punctuation_chars=True)
    reader.whitespace_split = True
    words = list(reader)
    return (words[:-2], words[-1]) if words[-2:-1] == [">"] else (words, None)


def _parsed(line: str) -> str:
    """That a command which serves would start; that it does is tested with the README and the doors."""
    _, name, *arguments = shlex.split(line)
    typer.main.get_command(cli.app).get_command(None, name).make_context(name, arguments)
    return ""


def _is_json(answer: httpx.Response) -> bool:
    return answer.headers.get("content-type", "").startswith("application/json")


def _lines(script: str) -> list[str]:
    """The commands of a script: lines, joined where one goes on."""
    text = script.replace("\\\n", "")
    if re.search(r"['\"][^'\"]*\n|\b(do|done|then|fi)\b|<<", text):
        return [text]
    return [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]


def _project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _articles(folder: Path) -> None:
    """What commands of the docs read: a folder of articles, another one, and a single article."""
    samples = ROOT / "loaders" / "samples"
    for name in ("articles", "news"):
        shutil.copytree(samples, folder / name, ignore=shutil.ignore_patterns("*.md"))
    shutil.copy(samples / "2024-04-09-beijing-eurasian-dialogue.txt", folder / "article.txt")


@pytest.fixture(scope="module")
def sampled(stores: Stores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Place, str]]:
    """The worker's embedded store with the samples in it, a folder with them, and a server over it."""
    folder = tmp_path_factory.mktemp("docs")
    _articles(folder)
    access = stores.embedded()
    place = Place(folder, environment(**access.settings, COLUMNS="118"))
    with open_store(access.url) as store:
        store.reset()
        with served(store, read_timeout=30) as address:
            yield store, place, address


@pytest.fixture
def desk(
    sampled: tuple[Store, Place, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    store, place, address = sampled
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    for name, value in place.environment.items():
        if name.startswith(PREFIX) or name == "COLUMNS":
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(place.folder)
    if not store.read("MATCH (a:Article) RETURN count(a)").rows[0][0]:
        assert cli.run(["load", "articles/"]) == 0
        capsys.readouterr()
    return Desk(place, store, address, capsys)


@pytest.fixture
def clone(desk: Desk, tmp_path: Path) -> Desk:
    """A desk in a copy of the repository, whose commands run what stands there."""
    for name in _PACKAGES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    _articles(tmp_path)
    there = {**desk.place.environment, "PYTHONPATH": str(tmp_path)}
    return Desk(Place(tmp_path, there), desk.store, desk.address, desk.capture, inside=False)


@pytest.mark.parametrize("page", PAGES)
def test_the_blocks_of_a_page_run(page: str, request: pytest.FixtureRequest) -> None:
    text = (DOCS / page).read_text("utf-8")
    blocks = blocks_of(text)
    if not blocks:
        return
    desk = request.getfixturevalue("clone" if _CLONE in text else "desk")
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        shown = after is not None and after.how.startswith("shows") and after.kind == "text"
        try:
            desk.try_block(block, shown)
        except Exception as error:
            raise AssertionError(f"docs/{page}: {block.kind} {block.head!r}: {error}") from error
