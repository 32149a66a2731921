"""What is kept for speed says what the positions say: tallies and the texts that lists are sorted by."""

from __future__ import annotations

import gzip
import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph import Store
from graph.batch import batch_of, by_review, sorted_by
from graph.bolt import BoltStore
from graph.tallies import CELLS, Tallied, cell_of, counted, role_of
from ontology.record import Review, Stance
from ontology.schema import Schema
from ontology.vocabulary import Vocabulary
from tests.conftest import Access
from tests.queries import records

_POSITIONS = """
MATCH (p:Position)
RETURN p.id AS id, p.stance AS stance, p.review AS review, p.said_on AS said_on, p.date_precision AS precision
ORDER BY id
"""
_EDGES = """
MATCH (p:Position)-[e:HELD_BY|VOICED_BY|TOWARDS|VIA|CONTRASTS]->(n)
RETURN p.id AS id, type(e) AS kind, n.id AS other ORDER BY id, kind, other
"""


def recounted(store: Store) -> dict[str, dict[str, int]]:
    found = {
        row["id"]: Tallied(row["stance"], row["review"], row["said_on"], row["precision"])
        for row in store.read(_POSITIONS).as_dicts()
    }
    for item, kind, other in store.read(_EDGES).rows:
        found[item].who.append(role_of(kind, other))
    return {
        item: {cell: count[cell] for cell in CELLS if count[cell]}
        for item, count in counted(found.values()).items()
    }


def kept(store: Store) -> dict[str, dict[str, int]]:
    tallies = (dict(row[0]) for row in store.read("MATCH (t:Tally) RETURN t ORDER BY t.id").rows)
    return {item["id"]: {cell: item[cell] for cell in CELLS if item[cell]} for item in tallies}


def sorts(store: Store) -> list[tuple[Any, ...]]:
    rows = list(
        store.read(
            "MATCH (h:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(t) "
            "RETURN p.id, p.said_on, h.id, t.id, p.review, p.confidence, p.by_day, p.by_holder, p.by_target, "
            "p.by_review, p.line ORDER BY p.id"
        ).rows
    )
    for item, day, holder, target, review, sure, *own in rows:
        texts = sorted_by(item, day, holder, target).values()
        assert own == [*texts, by_review(item, review, sure), f"{holder} {target}"]
    for label in ("Article", "Event"):
        rows += store.read(f"MATCH (n:{label}) RETURN n.id, n.by_day ORDER BY n.id").rows
    return rows


def test_tallies_follow_what_is_loaded_and_deleted(store: Store) -> None:
    for number in (2, len(records.ARTICLES)):
        records.fill(store, records.ARTICLES[:number])
        assert kept(store) == recounted(store) and kept(store)["all"]
    (_, record), *rest = records.ARTICLES
    assert store.delete_article(record.article.id)
    assert kept(store) == recounted(store)
    for _, other in rest:
        store.delete_article(other.article.id)
    assert kept(store) == {}, "what counts nothing is not kept"


def test_two_writers_at_once_count_each_position_once(access: Access) -> None:
    failures: list[BaseException] = []
    vocabulary = Vocabulary.load()

    def load() -> None:
        try:
            with access.open() as store:
                for text, record in records.ARTICLES:
                    store.write(batch_of(record, text, vocabulary, datetime(2026, 1, 1, tzinfo=UTC)))
        except BaseException as error:
            failures.append(error)

    with access.open() as store:
        records.fill(store, ())
        threads = [threading.Thread(target=load) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert kept(store) == recounted(store)


def test_a_store_of_the_schema_before_is_brought_up_to_date(store: Store) -> None:
    records.fill(store)
    before, order = kept(store), sorts(store)
    assert isinstance(store, BoltStore)
    for statement in (
        "MATCH (t:Tally) WHERE t.id STARTS WITH 'held' DELETE t",
        "MATCH (p:Position) REMOVE p.by_day, p.by_holder, p.by_target, p.by_review, p.line",
        "MATCH (n:Article) REMOVE n.by_day",
        "MATCH (n:Event) REMOVE n.by_day",
        "MATCH (m:Meta) SET m.schema_version = 1",
    ):
        store._write(lambda tx, run=statement: tx.run(run).consume())  # type: ignore[misc]
    store.migrate()
    assert (kept(store), sorts(store)) == (before, order)
    assert store.info().schema_version == Schema.load().version


def test_the_upgrade_of_the_second_schema_leaves_the_tallies_alone(store: Store) -> None:
    records.fill(store)
    order = sorts(store)
    assert isinstance(store, BoltStore)
    for statement in (
        "MATCH (t:Tally) DELETE t",
        "MATCH (p:Position) REMOVE p.by_review, p.line",
        "CREATE INDEX position_review FOR (p:Position) ON (p.review)",
        "MATCH (m:Meta) SET m.schema_version = 2",
    ):
        store._write(lambda tx, run=statement: tx.run(run).consume())  # type: ignore[misc]
    store.migrate()
    assert (kept(store), sorts(store)) == ({}, order)


def test_texts_of_review_lie_as_the_numbers_do() -> None:
    numbers = [0, 1e-9, 0.1, 0.1 + 2**-56, 0.30000000000000004, 0.9999999999999999, 1]
    texts = [by_review("position:x", "pending", number) for number in numbers]
    assert texts == sorted(set(texts))


def test_a_backup_of_the_schema_before_is_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    records.fill(store)
    before, order = kept(store), sorts(store)
    now, then = tmp_path / "now.jsonl.gz", tmp_path / "then.jsonl.gz"
    store.backup(now)
    with gzip.open(now, "rt", encoding="utf-8") as lines, gzip.open(then, "wt", encoding="utf-8") as out:
        for item in map(json.loads, lines):
            if "format" in item:
                item["schema"] = 1
            own = item.get("properties", {})
            for name in [name for name in own if name.startswith("by_") or name == "line"]:
                del own[name]
            if item.get("labels") != ["Tally"]:
                out.write(json.dumps(item) + "\n")
    store.restore(then)
    assert (kept(store), sorts(store)) == (before, order)


def test_every_stance_and_review_has_a_counter_in_the_schema() -> None:
    declared = {item.name for item in Schema.load().nodes["Tally"].properties}
    assert set(CELLS) == declared - {"id", "holder", "target"}
    assert {cell_of(stance, review) for stance in Stance for review in Review} == set(CELLS)
