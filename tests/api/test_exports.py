"""Exports of the whole graph, read again by a reader of their format, on both engines."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet
import pytest

from api import cli
from api.exports import WRITERS, write_csv, write_gexf, write_graphml
from api.tables import FOLDERS, write_dna, write_neo4j, write_parquet_tables, write_tables
from graph import Store
from graph.whole import Whole
from ontology.errors import StoreError
from tests import neo4j_server
from tests.api.conftest import Run
from tests.conftest import Access
from tests.neo4j_server import Neo4jUnavailableError
from tests.queries import records
from tests.queries.records import RU, Said

Rows = list[dict[str, str]]


def table(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def written(write: Callable[..., None], store: Store, path: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        write(Whole(store), out)
    return path


@pytest.fixture(scope="module")
def whole(filled: Store) -> Whole:
    return Whole(filled)


def _edge(source: str, kind: str, target: str, properties: dict[str, Any]) -> str:
    ordered = {key: sorted(value) if key == "via" else value for key, value in properties.items()}
    known = {key: value for key, value in ordered.items() if value is not None}
    return json.dumps([source, kind, target, known], sort_keys=True)


# --- what all of them read -------------------------------------------------------------------------------


def test_every_node_and_edge_is_read_once(filled: Store, whole: Whole) -> None:
    counted = filled.info()
    labels = Counter(node.label for node in whole.nodes())
    assert labels == {label: counted.nodes[label] for label in labels} and labels["Position"] == 15
    kinds = Counter(edge.type for edge in whole.edges())
    assert kinds == {kind: count for kind, count in counted.edges.items() if count}


def test_edges_are_those_of_the_store_to_the_last_property(filled: Store, whole: Whole) -> None:
    rows = filled.read("MATCH (a)-[e]->(b) RETURN a.id, type(e), b.id, properties(e)", max_rows=100_000).rows
    stored = Counter(_edge(*row) for row in rows)
    assert Counter(_edge(e.source, e.type, e.target, dict(e.properties)) for e in whole.edges()) == stored


def test_what_was_read_is_heard_of_page_by_page(filled: Store, whole: Whole) -> None:
    heard: list[int] = []
    told = Whole(filled, heard.append)
    assert sum(1 for _ in told.nodes()) == sum(heard)
    heard.clear()
    assert sum(1 for _ in told.edges()) == sum(heard) and max(heard) < sum(heard)


def test_a_change_meanwhile_is_said(store: Store) -> None:
    records.fill(store, records.ARTICLES[:2])
    whole = Whole(store)
    with whole.unchanged():
        pass
    with pytest.raises(StoreError, match="changed while it was read"), whole.unchanged():
        store.delete_article(next(node.id for node in whole.nodes() if node.label == "Article"))


# --- one file --------------------------------------------------------------------------------------------


def test_csv_has_every_node_and_edge(filled: Store, whole: Whole, tmp_path: Path) -> None:
    rows = table(written(write_csv, filled, tmp_path / "graph.csv"))
    nodes = {row["id"]: row for row in rows if row["id"]}
    assert set(nodes) == {node.id for node in whole.nodes()}
    told = json.loads(nodes["state:RU"]["properties"])
    assert told["name_ar"] == "روسيا" and "record" not in told
    edges = [row for row in rows if row["type"]]
    joined = next(row for row in edges if (row["source"], row["target"]) == ("state:EE", "bloc:NATO"))
    assert json.loads(joined["properties"])["source"] and len(edges) == sum(1 for _ in whole.edges())


def test_graphml_is_read_with_its_types(filled: Store, whole: Whole, tmp_path: Path) -> None:
    drawn = nx.read_graphml(written(write_graphml, filled, tmp_path / "graph.graphml"), force_multigraph=True)
    assert set(drawn) == {node.id for node in whole.nodes()}
    kinds = Counter(edge.type for edge in whole.edges())
    assert Counter(kind for *_, kind in drawn.edges(data="type")) == kinds
    for node in whole.nodes():
        values = drawn.nodes[node.id]
        assert (values["label"], values.get("name")) == (node.label, node.name)
        if node.label == "Position":
            assert values["confidence"] == node.properties["confidence"]
            assert isinstance(values["start"], int) and values["passage"] == node.properties["passage"]
    via = next(told for *_, told in drawn.edges(data=True) if told["type"] == "ENDORSES" and told["via"])
    assert via["via"].startswith("bloc:") and via["on"]


def test_gexf_has_every_node_and_edge_with_its_dates(filled: Store, whole: Whole, tmp_path: Path) -> None:
    drawn = nx.read_gexf(written(write_gexf, filled, tmp_path / "graph.gexf"))
    assert set(drawn) == {node.id for node in whole.nodes()}
    kinds = Counter(edge.type for edge in whole.edges())
    assert Counter(kind for *_, kind in drawn.edges(data="type")) == kinds
    said = {name: values for name, values in drawn.nodes(data=True) if values["kind"] == "Position"}
    assert {values.get("start") for values in said.values()} >= {"2021-12-08", "2023-07-12", None}
    # Known to the year only, it may have been said on any of its days.
    assert any(
        (values.get("start"), values.get("end")) == ("2025-01-01", "2025-12-31") for values in said.values()
    )
    joined = drawn.get_edge_data("state:EE", "bloc:NATO")
    assert [edge["start"] for edge in joined.values() if edge["type"] == "MEMBER_OF"] == ["2004-03-29"]


@pytest.mark.parametrize("form", ["csv", "graphml", "gexf"])
def test_an_export_is_the_same_bytes_each_time(filled: Store, tmp_path: Path, form: str) -> None:
    first, second = (written(WRITERS[form], filled, tmp_path / name) for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


# --- folders ---------------------------------------------------------------------------------------------


def test_tables_hold_the_whole_graph(whole: Whole, tmp_path: Path) -> None:
    write_tables(whole, tmp_path)
    found = {path.stem: len(table(path)) for path in tmp_path.glob("*.csv")}
    labels = Counter(f"nodes-{node.label}" for node in whole.nodes())
    assert found == labels | Counter(f"edges-{edge.type}" for edge in whole.edges())
    (mention,) = [row for row in table(tmp_path / "nodes-Principle.csv") if row["id"] == records.SECURITY]
    assert mention["name_en"] == "Eurasian security architecture"
    assert "record" not in table(tmp_path / "nodes-Article.csv")[0]


def test_parquet_tables_have_types(whole: Whole, tmp_path: Path) -> None:
    write_parquet_tables(whole, tmp_path)
    tables = {path.stem: pyarrow.parquet.read_table(path) for path in tmp_path.glob("*.parquet")}
    labels = Counter(f"nodes-{node.label}" for node in whole.nodes())
    kinds = Counter(f"edges-{edge.type}" for edge in whole.edges())
    assert {name: len(read) for name, read in tables.items()} == labels | kinds
    positions = {row["id"]: row for row in tables["nodes-Position"].to_pylist()}
    for node in whole.nodes():
        if node.label == "Position":
            row, own = positions[node.id], node.properties
            same = ("passage", "start", "confidence", "review")
            assert [row[name] for name in same] == [own[name] for name in same]
            assert row["said_on"] == (date.fromisoformat(own["said_on"]) if own.get("said_on") else None)
            assert isinstance(row["quoted"], bool)
    (estonia,) = [
        row
        for row in tables["edges-MEMBER_OF"].to_pylist()
        if (row["source_id"], row["target_id"]) == ("state:EE", "bloc:NATO")
    ]
    assert estonia["from"] == date(2004, 3, 29) and estonia["source"]
    assert any(row["via"] == sorted(row["via"]) != [] for row in tables["edges-ENDORSES"].to_pylist())


def test_neo4j_admin_imports_its_folder(whole: Whole, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_neo4j(whole, folder)
    options = (folder / "import.options").read_text().split()
    try:
        told = neo4j_server.admin(
            tmp_path / "home", "database", "import", "full", "neo4j", *options, cwd=folder
        )
    except Neo4jUnavailableError as error:
        pytest.skip(f"no Neo4j: {error}")
    assert told.returncode == 0, told.stdout + told.stderr
    imported = dict(reversed(pair) for pair in re.findall(r"(\d+) (nodes|relationships)", told.stdout))
    assert imported == {
        "nodes": str(sum(1 for _ in whole.nodes())), "relationships": str(sum(1 for _ in whole.edges())),
    }  # fmt: skip


def test_discourse_network_analyzer_gets_documents_and_statements(whole: Whole, tmp_path: Path) -> None:
    write_dna(whole, tmp_path)
    documents = {row["ID"]: row for row in table(tmp_path / "documents.csv")}
    statements = table(tmp_path / "statements.csv")
    assert len(documents) == len(records.ARTICLES)
    # Fourteen stand, one of them neutral and one ambivalent.
    assert len(statements) == 12 and {row["agreement"] for row in statements} == {"0", "1"}
    assert [row["ID"] for row in statements] == [str(at) for at in range(1, 13)]
    for row in statements:
        text = documents[row["document_id"]]["text"].encode("utf-16-le")
        assert text[2 * int(row["start"]) : 2 * int(row["stop"])].decode("utf-16-le") == row["text"]
    (one,) = [row for row in statements if row["text"].startswith("Wang said")]
    assert (one["person"], one["organization"], one["concept"], one["date_time"]) == (
        "Wang Yi", "China", "Eurasian security architecture", "2024-04-09 00:00:00",
    )  # fmt: skip


def test_places_in_a_text_count_as_java_counts(store: Store, tmp_path: Path) -> None:
    said = Said(RU, records.SECURITY, "endorse", "Russia 🕊 wants security.")
    records.fill(store, [records.article("Doves 🕊🕊", "2024-01-01", said)])
    write_dna(Whole(store), tmp_path)
    (row,) = table(tmp_path / "statements.csv")
    (document,) = table(tmp_path / "documents.csv")
    text = document["text"].encode("utf-16-le")
    assert text[2 * int(row["start"]) : 2 * int(row["stop"])].decode("utf-16-le") == said.passage


# --- the command -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_is_named_and_new(shell: Run, form: str, tmp_path: Path) -> None:
    told = shell("export", "--format", form)
    assert told.returncode == 1 and "--output" in told.stderr
    path = tmp_path / "folder"
    assert shell("export", "--format", form, "--output", str(path)).returncode == 0
    assert list(path.glob("*.csv")) + list(path.glob("*.parquet")) and not list(tmp_path.glob("*.part"))
    told = shell("export", "--format", form, "--output", str(path))
    assert told.returncode == 1 and "exists" in told.stderr


def test_parquet_without_its_extra_is_a_sentence(
    filled: Store,
    module_access: Access,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in module_access.settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    path = tmp_path / "folder"
    assert cli.run(["export", "--format", "parquet", "--output", str(path)]) == 1
    assert "uv sync --extra parquet" in capsys.readouterr().err and not path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_progress_is_shown_on_a_terminal_only(shell: Run, module_access: Access) -> None:
    import pty

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "export", "--format", "graphml"],
        env={**os.environ, **module_access.settings, "TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=follower,
    )
    os.close(follower)
    seen = b""
    with contextlib.suppress(OSError):  # which is how a terminal ends
        while part := os.read(leader, 4096):
            seen += part
    os.close(leader)
    assert process.wait(60) == 0 and b"Nodes and edges" in seen
    assert shell("export", "--format", "graphml").stderr == ""
