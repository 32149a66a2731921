"""What is kept for speed says what the positions say: tallies, summaries, texts that lists are sorted by."""

from __future__ import annotations

import gzip
import json
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from graph import Store
from graph.batch import batch_of, by_named, by_review, sorted_by
from graph.bolt import BoltStore
from graph.summaries import summed
from graph.tallies import CELLS, Tallied, cell_of, counted, role_of
from ontology.record import Review, Stance
from ontology.schema import Schema
from ontology.vocabulary import Vocabulary
from tests.api.graphs import World, worlds, write
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

_CARRIED = """
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:STATED_IN]->(a:Article)
MATCH (a)-[e:PUBLISHED_BY|RELAYED_FROM]->(outlet)
WHERE p.review IN $reviews
RETURN type(e) AS kind, holder.id AS holder, outlet.id AS outlet, count(*) AS statements,
       count(DISTINCT a) AS articles, min(p.said_on) AS first_on, max(p.said_on) AS last_on
ORDER BY kind, holder, outlet
"""


# What an engine tells of a node besides its properties.
_OWN = ("id", "labels")
_LABELS = ("Summary", "Roll", "Turn", "Carrier")
Own = dict[str, dict[str, Any]]
Kept = tuple[dict[str, dict[str, int]], Own, Own, Own, Own]


def positions(store: Store) -> list[Tallied]:
    found = {
        row["id"]: Tallied(row["id"], row["stance"], row["review"], row["said_on"], row["precision"])
        for row in store.read(_POSITIONS).as_dicts()
    }
    for item, kind, other in store.read(_EDGES).rows:
        found[item].who.append(role_of(kind, other))
    return list(found.values())


def recounted(store: Store) -> Kept:
    found = positions(store)
    alike: dict[str, list[Tallied]] = {}
    for position in found:
        for item in summed([position]):
            alike.setdefault(item, []).append(position)
    return (
        {
            item: {cell: count[cell] for cell in CELLS if count[cell]}
            for item, count in counted(found).items()
        },
        {item: told(item, those) for item, those in alike.items()},
        listed(found),
        turned(found),
        carried(store),
    )


def carried(store: Store) -> Own:
    """The carriers, found another way than they are kept."""
    found: Own = {}
    for word, reviews in (
        ("standing", ["accepted", "confirmed"]),
        ("any", ["accepted", "confirmed", "pending"]),
    ):
        for row in store.read(_CARRIED, {"reviews": reviews}).as_dicts():
            part = {"PUBLISHED_BY": "publisher", "RELAYED_FROM": "source"}[row.pop("kind")]
            holder, outlet = row.pop("holder"), row["outlet"]
            own = {"of": f"{holder} {word}", "part": part, **row}
            item = f"{part} {holder} {outlet} {word}"
            found[item] = {name: value for name, value in own.items() if value is not None}
    return found


def told(item: str, those: list[Tallied]) -> dict[str, Any]:
    """What a summary has to say, found another way than it is kept."""
    kind, holder, target, alike, review = item.split()
    dated = sorted((one.said_on, one.id) for one in those if one.said_on)
    undated = sorted(one.id for one in those if not one.said_on)
    own = {
        "of": f"{kind} {holder}",
        "about": f"{kind} {target}",
        "holder": holder,
        "target": target,
        "alike": alike,
        "review": review,
        "names": f"{kind} {alike}" if kind in ("via", "contrasts") and holder != "*" else None,
        "statements": len(those),
        "dated": len(dated),
        "first_on": dated[0][0] if dated else None,
        "last_on": dated[-1][0] if dated else None,
        "latest": min(one for day, one in dated if day == dated[-1][0]) if dated else None,
        "undated": undated[0] if undated else None,
    }
    return {name: value for name, value in own.items() if value is not None}


def counting(found: list[Tallied], word: str) -> list[Tallied]:
    """The positions that stand, or may."""
    reviews = {"accepted", "confirmed"} | ({"pending"} if word == "any" else set())
    return [one for one in found if one.review in reviews]


def listed(found: list[Tallied]) -> dict[str, dict[str, Any]]:
    """The rolls, found another way than they are kept."""
    rolls: dict[str, dict[str, Any]] = {}
    for word in ("standing", "any"):
        sides: dict[tuple[str, str], float] = {}
        for one in counting(found, word):
            holder, target = one.ends
            sides[one.ends] = sides.get(one.ends, 0) + Stance(one.stance).value_signed
            for bloc in {w.split()[1] for w in one.who if w.startswith(("via ", "contrasts "))}:
                own = rolls.setdefault(f"named {bloc} {word}", {"holders": set(), "targets": set()})
                own["holders"].add(f"+{holder}")
                own["targets"].add(f"+{target}")
        for (holder, target), side in sides.items():
            sign = "+" if side > 0 else "-" if side < 0 else "0"
            for item, name, entry in (
                (f"held {holder} {word}", "targets", sign + target),
                (f"towards {target} {word}", "holders", sign + holder),
            ):
                rolls.setdefault(item, {"holders": set(), "targets": set()})[name].add(entry)
    return {
        item: {name: sorted(own, key=lambda entry: entry[1:]) for name, own in lists.items() if own}
        for item, lists in rolls.items()
    }


def turned(found: list[Tallied]) -> dict[str, dict[str, Any]]:
    """The turns, found another way than they are kept."""
    turns = {}
    for word in ("standing", "any"):
        latest: dict[tuple[str, str], Tallied] = {}
        for day, item, one in sorted((one.said_on or "~", one.id, one) for one in counting(found, word)):
            before = latest.get(one.ends)
            if before and before.stance != one.stance:
                holder, target = one.ends
                turns[f"{word} {item}"] = {
                    "by_day": f"{word} {day} {item}",
                    "by_holder": f"{word} {holder} {day} {item}",
                    "line": f"{word} {holder} {target}",
                    "about": f"{word} {target}",
                    "before": before.id,
                    "position": item,
                }
            latest[one.ends] = one
    return turns


def kept(store: Store) -> Kept:
    tallies = (dict(row[0]) for row in store.read("MATCH (t:Tally) RETURN t ORDER BY t.id").rows)
    others = (store.read(f"MATCH (n:{label}) RETURN n ORDER BY n.id").rows for label in _LABELS)
    sums, rolls, turns, carriers = (
        {
            item["id"]: {name: v for name, v in item.items() if v is not None and name not in _OWN}
            for (item,) in rows
        }
        for rows in others
    )
    return (
        {item["id"]: {cell: item[cell] for cell in CELLS if item[cell]} for item in tallies},
        sums,
        rolls,
        turns,
        carriers,
    )


def sorts(store: Store) -> list[tuple[Any, ...]]:
    rows = list(
        store.read(
            "MATCH (h:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(t) "
            "RETURN p.id, p.said_on, h.id, t.id, p.review, p.confidence, p.by_day, p.by_holder, p.by_target, "
            "p.by_line, p.by_review, p.line, p.by_named ORDER BY p.id"
        ).rows
    )
    named: dict[str, dict[str, list[str]]] = {}
    for item, kind, other in store.read(_EDGES).rows:
        named.setdefault(item, {}).setdefault(kind, []).append(other)
    for item, day, holder, target, review, sure, *own in rows:
        texts = sorted_by(item, day, holder, target).values()
        blocs = (named[item].get(kind, []) for kind in ("VIA", "CONTRASTS"))
        text = by_named(f"{day or '~'} {item}", review, (holder, target), *blocs)
        assert own == [*texts, by_review(item, review, sure), f"{holder} {target}", text]
    for label in ("Article", "Event"):
        rows += store.read(f"MATCH (n:{label}) RETURN n.id, n.by_day ORDER BY n.id").rows
    return rows


def test_tallies_follow_what_is_loaded_and_deleted(store: Store) -> None:
    for number in (2, len(records.ARTICLES)):
        records.fill(store, records.ARTICLES[:number])
        assert kept(store) == recounted(store) and kept(store)[0]["all"]
    (_, record), *rest = records.ARTICLES
    assert store.delete_article(record.article.id)
    assert kept(store) == recounted(store)
    for _, other in rest:
        store.delete_article(other.article.id)
    assert kept(store) == ({}, {}, {}, {}, {}), "what counts nothing is not kept"


@pytest.mark.timeout(300)
@settings(
    max_examples=4,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_what_is_kept_is_what_counting_gives_after_any_loads_and_deletions(
    store: Store, data: st.DataObject
) -> None:
    world: World = data.draw(worlds())
    assume(world.articles)
    write(store, world)
    assert kept(store) == recounted(store)
    for number in data.draw(st.lists(st.integers(0, len(world.articles) - 1), max_size=5)):
        text, record = world.articles[number]
        drop = data.draw(st.integers(0, len(record.positions)))
        if drop == len(record.positions):
            store.delete_article(record.article.id)
        else:
            changed = replace(record, positions=record.positions[:drop] + record.positions[drop + 1 :][::-1])
            store.write(batch_of(changed, text, world.vocabulary, datetime(2026, 1, 1, tzinfo=UTC)))
        assert kept(store) == recounted(store)


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
        *(f"MATCH (n:{label}) DELETE n" for label in _LABELS),
        "MATCH (p:Position) REMOVE p.by_day, p.by_holder, p.by_target, p.by_review, p.by_line, p.line, "
        "p.by_named",
        "MATCH (n:Article) REMOVE n.by_day",
        "MATCH (n:Event) REMOVE n.by_day",
        "MATCH (m:Meta) SET m.schema_version = 1",
    ):
        store._write(lambda tx, run=statement: tx.run(run).consume())  # type: ignore[misc]
    store.migrate()
    assert (kept(store), sorts(store)) == (before, order)
    assert store.info().schema_version == Schema.load().version


@pytest.mark.parametrize(
    ("version", "wanting"),
    [
        (2, "MATCH (p:Position) REMOVE p.by_review, p.line"),
        (4, "MATCH (t:Tally) WHERE t.id STARTS WITH 'spoke' DELETE t"),
        (5, "MATCH (p:Position) REMOVE p.by_line"),
        (6, "MATCH (p:Position) REMOVE p.by_named"),
    ],
)
def test_what_older_schemas_had_not_is_made(store: Store, version: int, wanting: str) -> None:
    records.fill(store)
    before, order = kept(store), sorts(store)
    assert isinstance(store, BoltStore)
    for statement in (
        *(
            f"MATCH (n:{label}) DELETE n"
            for label in _LABELS
            if version < {"Summary": 5, "Roll": 6, "Turn": 6}.get(label, 7)
        ),
        wanting,
        "CREATE INDEX position_review IF NOT EXISTS FOR (p:Position) ON (p.review)",
        f"MATCH (m:Meta) SET m.schema_version = {version}",
    ):
        store._write(lambda tx, run=statement: tx.run(run).consume())  # type: ignore[misc]
    store.migrate()
    assert (kept(store), sorts(store)) == (before, order)


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
            if item.get("labels") not in [[label] for label in ("Tally", *_LABELS)]:
                out.write(json.dumps(item) + "\n")
    store.restore(then)
    assert (kept(store), sorts(store)) == (before, order)


def test_every_stance_and_review_has_a_counter_in_the_schema() -> None:
    declared = {item.name for item in Schema.load().nodes["Tally"].properties}
    assert set(CELLS) == declared - {"id", "holder", "target", "of", "month"}
    assert {cell_of(stance, review) for stance in Stance for review in Review} == set(CELLS)
