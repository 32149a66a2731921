"""The schema is declared once; what derives from it is up to date and complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import Store
from graph.batch import vocabulary_batch
from graph.migrations import cypher_statements
from ontology.schema import Schema, documentation
from tests.graph.samples import VOCABULARY, batch, record

SCHEMA = Schema.load()


def test_the_documentation_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "schema.md"
    assert page.read_text() == documentation(SCHEMA), "run: python -m ontology.schema > docs/schema.md"


def test_edges_join_declared_labels() -> None:
    for edge in SCHEMA.edges.values():
        assert {*edge.sources, *edge.targets} <= set(SCHEMA.nodes)


def test_every_label_with_an_id_has_a_constraint() -> None:
    statements = "\n".join(cypher_statements(SCHEMA))
    for node in SCHEMA.nodes.values():
        assert (f"(n:{node.label}) REQUIRE n.id IS UNIQUE" in statements) is not node.label.startswith("Text")


@pytest.mark.parametrize("edge", SCHEMA.edges.values(), ids=lambda edge: edge.name)
def test_documented_edges_say_what_they_carry(edge: object) -> None:
    assert f"### {edge.name}\n" in documentation(SCHEMA)  # type: ignore[attr-defined]


def test_stores_hold_nothing_that_the_schema_does_not_declare(store: Store) -> None:
    store.write(vocabulary_batch(VOCABULARY))
    store.write(batch(record()))
    for labels, keys in store.read("MATCH (n) RETURN DISTINCT labels(n), keys(n)").rows:
        declared = {item.name for label in labels for item in SCHEMA.nodes[label].properties}
        assert set(keys) <= declared, labels
    ends = "MATCH (a)-[e]->(b) RETURN DISTINCT labels(a), type(e), labels(b), keys(e)"
    for source, kind, target, keys in store.read(ends).rows:
        edge = SCHEMA.edges[kind]
        assert set(source) & set(edge.sources) and set(target) & set(edge.targets)
        assert set(keys) <= {item.name for item in edge.properties}, kind
