"""What every store must do, run on each engine."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import Outcome, Store
from graph.batch import Edge, GraphBatch, vocabulary_batch
from ontology.errors import InputError, QueryRefused, StoreError
from ontology.record import Named, Record
from ontology.schema import Schema
from tests.conftest import Access
from tests.graph.samples import (
    TEXT,
    VOCABULARY,
    article_id,
    batch,
    event,
    generated,
    head,
    record,
    span,
    vocabulary,
)

FLAGSHIP = """
MATCH (:State {id: 'state:RU'})<-[:HELD_BY]-(p:Position)
      -[:TOWARDS]->(target)-[:BROADER*0..]->(:Principle {id: 'principle:eurasian-security'})
MATCH (p)-[link:VIA|CONTRASTS]->(bloc:Bloc)
RETURN bloc.name AS bloc, type(link) AS link, target.name AS target, p.said_on AS said_on,
       p.stance AS stance, p.passage AS passage
ORDER BY said_on, bloc
"""


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(vocabulary_batch(VOCABULARY))
    store.write(batch(record()))
    return store


def values(store: Store, cypher: str, **parameters: Any) -> list[Any]:
    return [row[0] if len(row) == 1 else row for row in store.read(cypher, parameters).rows]


def snapshot(store: Store) -> dict[str, Any]:
    nodes = "MATCH (n) RETURN n.id AS id, properties(n) AS properties ORDER BY id"
    edges = (
        "MATCH (a)-[e]->(b) RETURN a.id AS a, type(e) AS t, b.id AS b, properties(e) AS p ORDER BY a, t, b"
    )
    found = [(item, {**own, "contents": None}) for item, own in store.read(nodes).rows]
    return {"nodes": found, "edges": sorted(map(repr, store.read(edges).rows))}


def test_flagship_follows_broader_principles_and_both_links(filled: Store) -> None:
    made, text = generated(1)
    narrow = replace(
        made.positions[1], said_on="2021-12-08", date_precision="day", via=("bloc:SCO",), contrast=()
    )
    filled.write(batch(replace(made, positions=(narrow,)), text))

    found = filled.read(FLAGSHIP)

    assert found.columns == ("bloc", "link", "target", "said_on", "stance", "passage")
    assert [row[:5] for row in found.rows] == [
        ("SCO", "VIA", "security of the CIS countries", "2021-12-08", "endorse"),
        ("CSTO", "VIA", "Eurasian security", "2024-04-09", "endorse"),
        ("NATO", "CONTRASTS", "Eurasian security", "2024-04-09", "endorse"),
    ]
    assert found.rows[1][5] == "قال لافروف إن الأمن الأوراسي مهم."


def test_an_article_is_written_with_the_names_of_the_surface(filled: Store) -> None:
    found = filled.read("MATCH (p:Position) RETURN p").rows[0][0]

    assert found["labels"] == ["Position", "TextAr"]
    assert {key: found[key] for key in ("stance", "stance_value", "said_on", "quoted", "review")} == {
        "stance": "endorse",
        "stance_value": 1.0,
        "said_on": "2024-04-09",
        "quoted": True,
        "review": "accepted",
    }
    assert TEXT[found["start"] : found["end"]] == found["passage"]
    article = filled.read("MATCH (a:Article) RETURN a").rows[0][0]
    assert article["text"] == TEXT and article["published_on"] == "2024-04-09"
    assert article["loaded_at"].startswith("2026-11-22T06:00:00")
    happening = filled.read("MATCH (e:Event) RETURN e").rows[0][0]
    assert (happening["date"], happening["date_precision"]) == ("2024-04-01", "month")


def test_every_edge_carries_its_date(filled: Store) -> None:
    undated = ["MEMBER_OF", "REPRESENTS", "BROADER"]
    assert (
        values(
            filled,
            "MATCH ()-[e]->() WHERE e.on IS NULL AND NOT type(e) IN $u RETURN DISTINCT type(e)",
            u=undated,
        )
        == []
    )
    assert values(filled, "MATCH ()-[e:ENDORSES]->() RETURN e.on, e.via, e.review") == [
        ("2024-04-09", ["bloc:CSTO"], "accepted")
    ]


def test_loaded_again_changes_nothing(filled: Store) -> None:
    before = snapshot(filled)
    assert filled.write(batch(record())) is Outcome.UNCHANGED
    assert filled.write(batch(record(path="elsewhere/one.txt"))) is Outcome.UNCHANGED
    assert filled.write(vocabulary_batch(VOCABULARY)) is Outcome.UNCHANGED
    assert snapshot(filled) == before


def test_a_changed_version_replaces_its_own_and_nobody_elses(filled: Store) -> None:
    other, other_text = generated(7)
    assert filled.write(batch(other, other_text)) is Outcome.ADDED
    changed = TEXT + "\nوانتهى الأمر."

    assert filled.write(batch(record(changed), changed)) is Outcome.CHANGED

    assert values(filled, "MATCH (a:Article) RETURN a.id ORDER BY a.id") == sorted(
        [article_id(changed), article_id(other_text)]
    )
    assert values(filled, "MATCH (p:Position)-[:STATED_IN]->(a) RETURN a.id, count(p) ORDER BY count(p)") == [
        (article_id(changed), 1),
        (article_id(other_text), 10),
    ]
    assert values(filled, "MATCH ()-[e:ENDORSES]->() RETURN count(e)") == [11]


def test_a_better_reading_of_the_same_text_replaces_the_older(filled: Store) -> None:
    assert filled.write(batch(record(confidence=0.5))) is Outcome.CHANGED
    assert values(filled, "MATCH (p:Position) RETURN p.confidence") == [0.5]
    assert values(filled, "MATCH ()-[e:ENDORSES]->() RETURN e.confidence") == [0.5]


def test_files_that_swap_their_texts_are_both_kept(filled: Store) -> None:
    other, text = generated(7)
    filled.write(batch(other, text))
    filled.write(batch(replace(other, article=head(text, "articles/one.txt")), text))
    filled.write(batch(record(path="articles/7.txt")))
    assert len(values(filled, "MATCH (a:Article) RETURN a.id")) == 2


def lot_of_six() -> list[GraphBatch]:
    """Two articles on one event and one person, one that is there, one of an older text, and others."""
    second = TEXT + "\nوانتهى الأمر."
    others = [batch(made, text) for made, text in (generated(number) for number in (1, 7, 8))]
    changed = batch(record(TEXT + ".", "articles/changed.txt"))
    return [batch(record()), batch(record(second, "articles/two.txt")), *others, changed]


def test_articles_written_together_are_as_if_written_alone(store: Store) -> None:
    found = []
    for together in (False, True):
        store.reset()
        store.write(vocabulary_batch(VOCABULARY))
        made, text = generated(9)
        store.write(batch(record()))
        store.write(batch(replace(made, article=head(text, "articles/changed.txt")), text))
        lot = lot_of_six()
        outcomes = list(store.write_all(lot)) if together else [store.write(one) for one in lot]
        again = store.write_all(lot[1:])
        found.append((outcomes, list(again), graph(store)))
    assert found[0] == found[1]
    assert found[0][0] == [Outcome.UNCHANGED, *[Outcome.ADDED] * 4, Outcome.CHANGED]
    assert found[0][1] == [Outcome.UNCHANGED] * 5


def graph(store: Store) -> dict[str, Any]:
    """All of it but the counts of changes: articles written together are one."""
    found = snapshot(store)
    nodes = [(item, {**own, "changes": None, "changed": None}) for item, own in found["nodes"]]
    return {**found, "nodes": nodes}


def test_files_that_swap_their_texts_together_are_both_kept(filled: Store) -> None:
    other, text = generated(7)
    filled.write(batch(other, text))
    swapped = [
        batch(replace(other, article=head(text, "articles/one.txt")), text),
        batch(record(path="articles/7.txt")),
    ]
    assert list(filled.write_all(swapped)) == [Outcome.CHANGED, Outcome.ADDED]
    assert len(values(filled, "MATCH (a:Article) RETURN a.id")) == 2


def test_one_that_cannot_be_written_keeps_none_of_the_others_out(filled: Store) -> None:
    (made, text), (other, other_text), (last, last_text) = (generated(number) for number in (7, 8, 9))
    wrong = batch(other, other_text)
    wrong = replace(wrong, edges=(*wrong.edges, Edge("MENTIONS", str(wrong.article), "state:XX", {})))
    outcomes = filled.write_all([batch(made, text), wrong, batch(last, last_text)])
    assert next(outcomes) is Outcome.ADDED
    with pytest.raises(StoreError):
        next(outcomes)
    assert values(filled, "MATCH (a:Article) RETURN a.id ORDER BY a.id") == sorted(
        [article_id(TEXT), article_id(text)]
    )


def test_deleting_an_article_takes_what_only_it_supported(filled: Store) -> None:
    empty = vocabulary_batch(VOCABULARY)
    assert values(filled, "MATCH (:Person {id: 'person:hakan-fidan'})-[:REPRESENTS]->(s) RETURN s.id") == [
        "state:CN"
    ]

    assert filled.delete_article(article_id(TEXT))
    assert not filled.delete_article(article_id(TEXT))

    left = values(filled, "MATCH (n) WHERE NOT n:Meta RETURN n.id ORDER BY n.id")
    assert left == sorted(node.id for node in empty.nodes)
    assert values(filled, "MATCH ()-[e]->() RETURN count(e)") == [len(empty.edges)]


def test_what_two_articles_report_stays_with_the_other(filled: Store) -> None:
    text = "خبر ثان\nمحادثات في بكين مع هاكان فيدان"
    other = Record(
        article=head(text, "articles/two.txt"),
        actors=(
            Named("person:hakan-fidan", (span(text, "هاكان فيدان"),), "هاكان فيدان", "state:CN", "minister"),
        ),
        events=(event(text, "محادثات في بكين", participants=("person:hakan-fidan", "state:CN")),),
    )
    filled.write(batch(other, text))
    assert values(filled, "MATCH (:Event)<-[:TOOK_PART_IN]-(a) RETURN count(a)") == [3]

    filled.delete_article(article_id(TEXT))

    assert values(
        filled, "MATCH (:Event)<-[e:TOOK_PART_IN]-(a) RETURN a.id, e.reported_by ORDER BY a.id"
    ) == [
        ("person:hakan-fidan", [article_id(text)]),
        ("state:CN", [article_id(text)]),
    ]
    assert values(filled, "MATCH (:Person {id: 'person:hakan-fidan'})-[:REPRESENTS]->(s) RETURN s.id") == [
        "state:CN"
    ]
    filled.delete_article(article_id(text))
    assert values(filled, "MATCH (n) WHERE n:Event OR n.listed = false RETURN n.id") == []


def test_a_new_vocabulary_replaces_the_older(filled: Store) -> None:
    newer = vocabulary("two", without=("state:UZ", "place:beijing"))
    newer = replace(newer, memberships=newer.memberships[:1])
    assert filled.write(vocabulary_batch(newer)) is Outcome.CHANGED
    # An article names Beijing, so it stays; nobody names Uzbekistan.
    assert values(filled, "MATCH (n) WHERE n.listed = false RETURN n.id ORDER BY n.id") == [
        "person:hakan-fidan",
        "place:beijing",
    ]
    assert values(filled, "MATCH (n:State) RETURN n.id ORDER BY n.id") == ["state:CN", "state:RU"]
    assert values(filled, "MATCH ()-[e:MEMBER_OF]->() RETURN count(e)") == [1]
    assert values(filled, "MATCH (:Person)-[e:REPRESENTS]->() RETURN count(e)") == [3]


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1995-01-01", ["state:RU", "state:UZ"]),
        ("1999-04-02", ["state:RU"]),
        ("2006-01-01", ["state:RU", "state:UZ"]),
    ],
)
def test_members_of_a_bloc_on_a_date(filled: Store, day: str, members: list[str]) -> None:
    query = (
        "MATCH (s:State)-[m:MEMBER_OF]->(:Bloc {id: 'bloc:CSTO'}) "
        "WHERE m.from <= date($day) AND (m.to IS NULL OR date($day) < m.to) RETURN s.id ORDER BY s.id"
    )
    assert values(filled, query, day=day) == members


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Actor {id: 'x'})",
        "MATCH (n:Actor) SET n.name = 'x'",
        "MATCH (n:Actor) SET(n).name = 'x'",
        "MATCH (n:Nobody) SET(n).name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Actor) REMOVE n.name",
        "MERGE (n:Actor {id: 'x'}) RETURN n",
        "MATCH (n:Actor) FOREACH (x IN [1] | SET n.name = 'x')",
        "CREATE INDEX x FOR (n:Actor) ON (n.x)",
        "DROP CONSTRAINT actor_id",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        r"L\u004FAD CSV FROM 'https://example.org' AS line RETURN line",
        "CALL apoc.load.json('https://example.org')",
        "CALL merge.node(['Actor'], {id: 'x'}, {}, {})",
        "CALL dbms.listConfig()",
        "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS",
        "USE system SHOW USERS",
        "this is no Cypher",
        "RETURN $missing",
    ],
)
def test_a_read_refuses_and_changes_nothing(module_filled: Store, cypher: str) -> None:
    before = snapshot(module_filled)
    with pytest.raises(QueryRefused) as refused:
        module_filled.read(cypher)
    assert "\n" not in str(refused.value)
    assert snapshot(module_filled) == before


@pytest.fixture(scope="module")
def module_filled(module_store: Store) -> Store:
    module_store.write(vocabulary_batch(VOCABULARY))
    module_store.write(batch(record()))
    return module_store


def test_rows_are_plain_and_bounded(filled: Store) -> None:
    found = filled.read("UNWIND range(1, 10) AS n RETURN n, date('2024-02-29') AS d", max_rows=3)
    assert (found.rows, found.truncated) == ([(n, "2024-02-29") for n in (1, 2, 3)], True)
    assert not filled.read("UNWIND range(1, 3) AS n RETURN n", max_rows=3).truncated
    nothing = filled.read("MATCH (n:Nobody) RETURN n.id AS id, count(*) AS `how many`, n.name")
    assert (nothing.columns, list(nothing.rows)) == (("id", "how many", "n.name"), [])


def test_nodes_edges_and_paths_become_plain_objects(filled: Store) -> None:
    query = "MATCH path = (p:Position)-[e:VIA]->(b:Bloc) RETURN p, e, path, [b] AS list, {b: b} AS map"
    (row,) = filled.read(query).as_dicts()
    assert row["e"]["type"] == "VIA"
    assert (row["e"]["source"], row["e"]["target"]) == (row["p"]["id"], "bloc:CSTO")
    assert [node["id"] for node in row["path"]["nodes"]] == [row["p"]["id"], "bloc:CSTO"]
    assert row["list"][0]["labels"] == ["Actor", "Bloc"] and row["map"]["b"]["founded"] == "1992-05-15"
    assert values(filled, "MATCH (:Position)-[e:VIA]->() RETURN e") == [row["e"]]


def test_a_read_ends_at_its_time_and_the_store_goes_on(filled: Store) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n"
    with pytest.raises(QueryRefused, match=r"longer than 0\.3 s"):
        filled.read(endless, timeout=0.3)
    assert values(filled, "MATCH (a:Article) RETURN count(a)") == [1]
    made, text = generated(3)
    assert filled.write(batch(made, text)) is Outcome.ADDED


@pytest.mark.parametrize("words", ["أمن", "الأمن", "والأمن", "الأمن الأوراسي"])
def test_search_finds_words_by_their_stems(filled: Store, words: str) -> None:
    found = filled.search(words)
    assert {row[1] for row in found.rows} == {"Article", "Position"}
    assert {row[0] for row in found.rows} >= {article_id(TEXT)}


def test_search_stems_each_language_and_takes_any_sign(store: Store) -> None:
    text = "Безопасность\nГоворили о безопасности."
    store.write(batch(Record(article=head(text, "ru.txt", "ru")), text))
    assert [row[0] for row in store.search("безопасностью").rows] == [article_id(text)]
    assert not store.search('"+-&&||!(){}[]^~*?:\\/').rows
    assert not store.search("безопасность мира").rows


def test_migrations_run_twice_and_from_many_at_once(access: Access) -> None:
    failures: list[BaseException] = []

    def open_and_write() -> None:
        try:
            with access.open() as store:
                store.migrate()
                store.write(vocabulary_batch(VOCABULARY))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=open_and_write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with access.open() as store:
        assert store.info().schema_version == Schema.load().version
        assert values(store, "MATCH (m:Meta) RETURN count(m)") == [1]
        assert values(store, "MATCH ()-[e:MEMBER_OF]->() RETURN count(e)") == [3]


@pytest.mark.parametrize("together", [1, 4])
def test_two_writers_at_once_write_each_article_once(access: Access, together: int) -> None:
    with access.open() as store:
        store.write(vocabulary_batch(VOCABULARY))
    outcomes: list[Outcome] = []
    failures: list[BaseException] = []

    def load() -> None:
        try:
            with access.open() as store:
                lots = [batch(*generated(number)) for number in range(8)]
                for at in range(0, 8, together):
                    outcomes.extend(store.write_all(lots[at : at + together]))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=load) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(outcomes) == ["added"] * 8 + ["unchanged"] * 16
    with access.open() as store:
        assert values(store, "MATCH (p:Position)-[e:STATED_IN]->(:Article) RETURN count(p), count(e)") == [
            (80, 80)
        ]
        assert values(store, "MATCH ()-[e:ENDORSES]->() RETURN count(e)") == [80]


def test_every_change_moves_the_revision_on_and_nothing_else_does(filled: Store, tmp_path: Path) -> None:
    seen = [filled.revision()]

    def moved() -> bool:
        seen.append(filled.revision())
        return seen[-1] not in seen[:-1]

    filled.write(batch(record()))
    filled.write(vocabulary_batch(VOCABULARY))
    filled.migrate()
    assert not moved(), "nothing was changed"
    other, text = generated(1)
    filled.write(batch(other, text))
    assert moved() and seen[-1].contents == seen[0].contents and seen[-1].changes == seen[0].changes + 1
    assert values(
        filled, "MATCH (a:Article) WHERE a.changed > $since RETURN a.id", since=seen[0].changes
    ) == [article_id(text)]
    assert filled.delete_article(article_id(text)) and moved()
    assert not filled.delete_article(article_id(text)) and not moved()
    filled.write(vocabulary_batch(vocabulary("two")))
    assert moved()
    filled.backup(tmp_path / "graph.jsonl.gz")
    filled.restore(tmp_path / "graph.jsonl.gz")
    assert moved() and seen[-1].contents != seen[0].contents
    filled.reset()
    assert moved()


def test_info_counts(filled: Store) -> None:
    info = filled.info()
    assert (info.nodes["Article"], info.nodes["State"], info.nodes["Position"]) == (1, 3, 1)
    assert (info.edges["MEMBER_OF"], info.edges["ENDORSES"], info.edges["REJECTS"]) == (3, 1, 0)
    assert info.vocabulary_version == vocabulary_batch(VOCABULARY).version


def test_backup_and_restore_keep_everything(filled: Store, tmp_path: Path) -> None:
    before = snapshot(filled)
    filled.backup(tmp_path / "graph.jsonl.gz")
    filled.reset()
    assert values(filled, "MATCH (n) WHERE NOT n:Meta RETURN count(n)") == [0]
    filled.restore(tmp_path / "graph.jsonl.gz")
    assert snapshot(filled) == before
    assert filled.write(batch(record())) is Outcome.UNCHANGED
    assert filled.search("الأمن").rows


def test_a_broken_backup_leaves_the_store_alone(filled: Store, tmp_path: Path) -> None:
    before = snapshot(filled)
    whole = tmp_path / "graph.jsonl.gz"
    filled.backup(whole)
    cut, other = tmp_path / "cut.gz", tmp_path / "other.txt"
    cut.write_bytes(whole.read_bytes()[:-40])
    other.write_text("not a backup")
    for path in (cut, other, tmp_path / "missing.gz"):
        with pytest.raises(InputError):
            filled.restore(path)
    assert snapshot(filled) == before


def test_killed_while_loading_nothing_is_lost_or_half(access: Access) -> None:
    """Whatever was reported as stored is there, whole; nothing is there by half; loading completes."""
    with access.open() as store:
        store.write(vocabulary_batch(VOCABULARY))
        loader = subprocess.Popen(
            [sys.executable, "-m", "tests.graph.loading"],
            env={**_environment(), **access.settings},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert loader.stdout is not None
        reported = [loader.stdout.readline().strip() for _ in range(5)]
        loader.kill()
        reported += loader.stdout.read().split()
        loader.wait()
        loader.stdout.close()
        complete = [article for article in reported if len(article) == len("article:") + 16]
        stored = values(store, "MATCH (a:Article) OPTIONAL MATCH (p)-[:STATED_IN]->(a) RETURN a.id, count(p)")
        assert set(complete) <= {article for article, _ in stored}
        assert {count for _, count in stored} == {10}
        outcomes = [store.write(batch(*made)) for made in map(generated, range(60))]
        assert Outcome.CHANGED not in outcomes and outcomes.count(Outcome.UNCHANGED) == len(stored)
        assert values(store, "MATCH (a:Article) RETURN count(a)") == [60]
        assert values(store, "MATCH ()-[e:ENDORSES]->() RETURN count(e)") == [600]


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": root}
