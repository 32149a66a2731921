"""The statements that make a graph out of a backup."""

from __future__ import annotations

from pathlib import Path

from graph import portable
from ontology.schema import Schema


def test_no_statement_carries_more_text_than_an_engine_takes(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl.gz"
    schema = Schema.load()
    articles = [
        {"labels": ["Article"], "properties": {"id": f"article:{at}", "text": "a" * 900_000}}
        for at in range(9)
    ]
    portable.save(path, [{"format": portable.FORMAT, "schema": schema.version}, *articles])
    rows = [rows for _, rows in portable.statements(path, schema)]
    assert [len(batch) for batch in rows] == [3, 3, 3]
    assert [row["properties"]["id"] for batch in rows for row in batch] == [
        item["properties"]["id"] for item in articles
    ]
