"""The command line over a filled store, on both engines: results, forms, errors, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api import cli
from graph import Store
from queries.registry import load
from tests.api.conftest import Run
from tests.conftest import Access
from tests.queries import records

FLAGSHIP = ["ask", "blocs-linked-to-principle", "--holder", records.RU, "--principle", records.SECURITY]


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Result]


@pytest.fixture
def communique(
    module_access: Access, filled: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Call:
    """Runs `communique …` in this process against the filled store."""
    for name, value in module_access.settings.items():
        monkeypatch.setenv(name, value)

    def call(*arguments: str) -> Result:
        code = cli.run(arguments)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


def test_a_process_of_its_own_answers(shell: Run) -> None:
    done = shell(*FLAGSHIP)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted((row["said_on"], row["bloc_id"][5:], row["link"]) for row in found) == records.FLAGSHIP


def test_options_name_the_store_too(shell: Run, module_access: Access) -> None:
    options = [
        part
        for pair in (("--store", module_access.url), ("--store-user", module_access.user or ""))
        for part in pair
    ]
    done = shell(*FLAGSHIP, *options, COMMUNIQUE_STORE="bolt://127.0.0.1:1", COMMUNIQUE_STORE_USER="")
    assert done.returncode == 0, done.stderr


def test_json_and_csv_say_the_same_as_lines(communique: Call) -> None:
    lines = communique(*FLAGSHIP).lines
    assert json.loads(communique(*FLAGSHIP, "--format", "json").out) == lines
    rows = list(csv.DictReader(io.StringIO(communique(*FLAGSHIP, "-f", "csv").out)))
    assert [{key: value or None for key, value in row.items()} for row in rows] == lines


def test_a_table_isolates_right_to_left_lines(communique: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    done = communique(*FLAGSHIP, "--format", "table")
    arabic = [line for line in done.out.splitlines() if re.search("[\u0600-\u06ff]", line)]
    assert arabic and all(line.count("\u2068") == line.count("\u2069") >= 1 for line in arabic)
    plain = [re.sub("[\u2068\u2069]", "", line) for line in done.out.splitlines()]
    assert max(map(len, plain)) <= 100 and "2023-07-12" in done.out


def test_pending_positions_are_asked_for_in_any_spelling(communique: Call) -> None:
    base = len(communique(*FLAGSHIP).lines)
    for spelling in (
        "--include-pending",
        "--include_pending true",
        "--include-pending=yes",
        "--include_pending=1",
    ):
        assert len(communique(*FLAGSHIP, *spelling.split()).lines) == base + 1, spelling
    for spelling in ("--no-include-pending", "--include_pending false"):
        assert len(communique(*FLAGSHIP, *spelling.split()).lines) == base, spelling


@pytest.mark.parametrize("name", sorted(load()))
def test_every_query_is_a_command_with_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["ask", name, "--help"]) == 0
    text = capsys.readouterr().out
    assert f"communique ask {name}" in text.replace("\n ", " ")
    for item in load()[name].parameters:
        assert f"--{item.name.replace('_', '-')}"[:12] in text


def test_ask_lists_the_queries(communique: Call) -> None:
    assert "most-contested" in communique("ask", "--help").out
    listed = json.loads(communique("queries", "--format", "json").out)
    assert [item["name"] for item in listed] == sorted(load())
    assert set(listed[0]) >= {"name", "title", "description", "parameters", "columns"}
    parameter = next(item for item in listed if item["name"] == "positions-of-holder")["parameters"][0]
    assert set(parameter) >= {"name", "type", "required", "default", "choices"}


WRONG = [
    (["ask", "most-contestd"], 2, "did you mean 'most-contested'?"),
    (["ask", "positions-of-holder"], 2, "Missing option '--holder'"),
    (["ask", "positions-of-holder", "--holdr", "x"], 2, "--holder"),
    (["ask", "positions-of-holder", "--holder", "state:RUS"], 1, "did you mean 'state:RU'?"),
    (["ask", "positions-of-holder", "--holder", "principle:x"], 1, "is no actor"),
    (["ask", "positions-of-holder", "--holder", "state:RU", "--stance", "no"], 2, "must be one of endorse"),
    (["ask", "positions-between", "--from", "2024", "--to", "2023"], 2, "exchange them"),
    (["ask", "positions-between", "--from", "then", "--to", "2023"], 2, "write it like 2024-04-09"),
    (["ask", "latest-positions", "--count", "-1"], 2, "between 0 and"),
    (["cypher", "CREATE (n:State {id: 'state:ZZ'})"], 1, "read-only"),
    (["cypher", "MATCH (n"], 1, "cannot run"),
    (["cypher", "RETURN $x", "-p", "x"], 1, "--parameter x=VALUE"),
    (["lod"], 2, "Did you mean 'load'?"),
    (["load"], 2, "Missing argument"),
    (["vocab", "show", "bloc:CST"], 1, "did you mean 'bloc:CSTO'?"),
    (["serve", "--port", "70000"], 2, "less than or equal to 65535"),
    (["serve", "--host", "999.1.1.1"], 1, "choose another --host or --port"),
    (["ask", "most-contested", "--format", "xml"], 2, "'xml'"),
    (["ask", "most-contested", "--read-rows", "0"], 1, "must be a number above 0"),
    (["ask", "most-contested", "--store", "mysql://x"], 1, "is no kind of store"),
    (["ask", "most-contested", "--store", "bolt://127.0.0.1:1"], 1, "No store answers"),
]


@pytest.mark.parametrize(("arguments", "code", "advice"), WRONG)
def test_errors_are_one_sentence(communique: Call, arguments: list[str], code: int, advice: str) -> None:
    done = communique(*arguments)
    assert (done.code, done.out) == (code, "")
    assert advice in done.err and len(done.err.splitlines()) == 1 and "Traceback" not in done.err


def test_a_wrong_password_is_said_in_one_sentence(communique: Call, module_access: Access) -> None:
    if module_access.user is None:
        pytest.skip("the embedded store asks for no password")
    done = communique("ask", "most-contested", "--store-password", "wrong")
    assert done.code == 1 and "COMMUNIQUE_STORE_PASSWORD" in done.err and "wrong" not in done.err


def test_cypher_takes_parameters(communique: Call) -> None:
    query = "MATCH (b:Bloc) WHERE b.id = $id RETURN b.name AS name, $n + 1 AS n"
    done = communique("cypher", query, "-p", "id=bloc:CSTO", "--parameter", "n=1")
    assert done.lines == [{"name": "Collective Security Treaty Organization", "n": 2}]


def test_cut_answers_say_so(communique: Call) -> None:
    done = communique("cypher", "UNWIND range(1, 9) AS n RETURN n", "--read-rows", "3")
    assert len(done.lines) == 3 and "Only the first 3 rows" in done.err


def test_the_store_tells_what_it_holds(communique: Call) -> None:
    facts = communique("store", "info").lines[0]
    assert facts["nodes"]["Position"] == 15 and facts["edges"]["TOWARDS"] == 15
    assert "Position" in communique("store", "info", "--format", "table").out


def test_a_backup_is_written_and_restored(communique: Call, tmp_path: Path) -> None:
    before = communique("store", "info").lines
    path = str(tmp_path / "backup.jsonl.gz")
    assert communique("store", "backup", path).code == 0
    assert communique("store", "restore", path, "--yes").code == 0
    assert communique("store", "info").lines == before
    assert communique("store", "restore", str(tmp_path / "none"), "--yes").code == 1


def test_exports_hold_the_whole_graph(communique: Call, tmp_path: Path) -> None:
    info = communique("store", "info").lines[0]
    nodes = sum(
        info["nodes"][label] for label in ("Actor", "Principle", "Place", "Event", "Article", "Position")
    )
    edges = sum(info["edges"].values())

    path = tmp_path / "graph.graphml"
    assert communique("export", "--format", "graphml", "--output", str(path)).code == 0
    tree = ElementTree.parse(path)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(list(tree.iter(f"{space}node"))) == nodes and len(list(tree.iter(f"{space}edge"))) == edges

    rows = list(csv.DictReader(io.StringIO(communique("export", "--format", "csv").out)))
    assert sum(1 for row in rows if row["id"]) == nodes and sum(1 for row in rows if row["source"]) == edges

    linked = json.loads(communique("export", "--format", "jsonld").out)["@graph"]
    assert len({item["@id"] for item in linked if "dcterms:identifier" in item}) == nodes


def test_the_vocabulary_is_shown(communique: Call) -> None:
    entry = communique("vocab", "show", "bloc:CSTO").lines[0]
    assert entry["name"]["en"] == "Collective Security Treaty Organization" and entry["memberships"]
    assert "memberships" in communique("vocab", "show", "state:KZ", "--format", "table").out


def test_the_version_and_help(communique: Call) -> None:
    assert re.fullmatch(r"communique \d+\.\d+\.\d+\S*\n", communique("--version").out)
    assert communique().out == communique("--help").out


@pytest.mark.parametrize(
    "command", ["quickstart", "load", "extract", "queries", "cypher", "serve", "export", "ontology"]
)
def test_every_command_explains_itself_with_an_example(communique: Call, command: str) -> None:
    done = communique(command, "--help")
    assert done.code == 0 and f"communique {command}" in done.out.split("Example:")[1].replace("\n ", "")


def test_whoever_stops_reading_stops_us_quietly(module_access: Access) -> None:
    program = f"{sys.executable} -c 'from api.cli import main; main()'"
    environment = {**os.environ, **module_access.settings}
    command = f"{program} cypher 'UNWIND range(1, 9000) AS n RETURN n' | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment)
    assert done.stdout == '{"n": 1}\n' and "Traceback" not in done.stderr
