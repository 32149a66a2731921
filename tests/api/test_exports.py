"""Exports of the whole graph, read again by a reader of their format."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest

from api.exports import edges, nodes, write_gexf
from api.tables import FOLDERS, write_dna, write_neo4j, write_tables
from graph import Store
from tests import neo4j_server
from tests.api.conftest import Run
from tests.neo4j_server import Neo4jUnavailableError
from tests.queries import records
from tests.queries.records import RU, Said


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_gexf_has_every_node_and_edge_with_its_dates(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "graph.gexf"
    with path.open("w", encoding="utf-8") as out:
        write_gexf(filled, out)
    drawn = nx.read_gexf(path)
    counted = Counter(edge["type"] for edge in edges(filled))
    assert drawn.number_of_nodes() == sum(1 for _ in nodes(filled))
    assert Counter(kind for *_, kind in drawn.edges(data="type")) == counted
    said = {name: values for name, values in drawn.nodes(data=True) if values["kind"] == "Position"}
    assert {values.get("start") for values in said.values()} >= {"2021-12-08", "2023-07-12", None}
    # Known to the year only, it may have been said on any of its days.
    assert any(
        (values.get("start"), values.get("end")) == ("2025-01-01", "2025-12-31") for values in said.values()
    )
    joined = drawn.get_edge_data("state:EE", "bloc:NATO")
    assert [edge["start"] for edge in joined.values() if edge["type"] == "MEMBER_OF"] == ["2004-03-29"]


def test_tables_hold_the_whole_graph(filled: Store, tmp_path: Path) -> None:
    write_tables(filled, tmp_path)
    found = {path.stem: len(table(path)) for path in tmp_path.glob("*.csv")}
    labels = Counter(f"nodes-{node['label']}" for node in nodes(filled))
    assert found == labels | Counter(f"edges-{edge['type']}" for edge in edges(filled))
    (mention,) = [row for row in table(tmp_path / "nodes-Principle.csv") if row["id"] == records.SECURITY]
    assert mention["name_en"] == "Eurasian security architecture"


def test_neo4j_admin_imports_its_folder(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_neo4j(filled, folder)
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
        "nodes": str(sum(1 for _ in nodes(filled))), "relationships": str(sum(1 for _ in edges(filled))),
    }  # fmt: skip


def test_discourse_network_analyzer_gets_documents_and_statements(filled: Store, tmp_path: Path) -> None:
    write_dna(filled, tmp_path)
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
    write_dna(store, tmp_path)
    (row,) = table(tmp_path / "statements.csv")
    (document,) = table(tmp_path / "documents.csv")
    text = document["text"].encode("utf-16-le")
    assert text[2 * int(row["start"]) : 2 * int(row["stop"])].decode("utf-16-le") == said.passage


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_is_named_and_new(shell: Run, form: str, tmp_path: Path) -> None:
    told = shell("export", "--format", form)
    assert told.returncode == 1 and "--output" in told.stderr
    path = tmp_path / "folder"
    assert shell("export", "--format", form, "--output", str(path)).returncode == 0
    assert list(path.glob("*.csv")) and not list(tmp_path.glob("*.part"))
    told = shell("export", "--format", form, "--output", str(path))
    assert told.returncode == 1 and "exists" in told.stderr
