# ruff: noqa: E501 - a query stands on its line
"""Which Cypher may run: ordinary questions do, and what writes, leaves or never ends is refused in a sentence."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.cypher_text import _TOKEN, Text
from graph.guard import _PIECE, refuse_unless_bounded, refuse_unless_reading
from graph.reading import columns_of
from ontology.errors import QueryRefused
from queries.registry import load

ORDINARY = [
    "MATCH (b:Bloc) RETURN b.id AS id ORDER BY id LIMIT 3;",
    "MATCH (n:State {name: 'SET // CREATE'}) RETURN n /* DELETE */ LIMIT 1 // MERGE",
    "MATCH (p:Position)-[:VIA|CONTRASTS]->(b:Bloc) WHERE p.set = 1 RETURN {create: b.name, delete: p.drop}",
    "MATCH (`set`:`CREATE`) RETURN `set`.`load csv`",
    "MATCH (n) WHERE n.name =~ '(?iu).*европ.*' AND n.name_en =~ $pattern + '.*' RETURN n.id",
    "UNWIND range(1, 1000000000) AS n RETURN n",
    "UNWIND range(1, toInteger($n)) AS n RETURN n",
    "RETURN [x IN range(0, size($list) - 1) WHERE x % 2 = 0 | $list[x]] AS even",
    "RETURN reduce(n = 0, x IN [1, 2] | CASE WHEN x > 1 THEN n + 1 ELSE n END) AS n",
    "RETURN reduce(most = 0, x IN $list | CASE WHEN x > most THEN x ELSE most END) AS most",
    "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN all(n IN nodes(p) WHERE any(l IN labels(n) WHERE l = 'Bloc'))",
    "MATCH (n) WHERE any(name IN [n.name_ar, n.name_ru] WHERE name CONTAINS $q) RETURN n",
    "MATCH (n) RETURN replace(replace(replace(n.name, '.', ''), ',', ''), '-', ' ') AS name",
    "MATCH (a) RETURN a.name + ' ' + a.id AS both, toUpper(a.name) + a.name AS more",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('text_en', $q) YIELD node, score RETURN node.id, score",
    "MATCH (n:State) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n.id, c",
    "MATCH (n:State) WHERE EXISTS { (n)-[:MEMBER_OF]->(:Bloc) } RETURN COUNT { (n)--() } AS c",
    "RETURN date('2024-01-01') + duration({days: 2}) AS d, date.truncate('month', date()) AS m, 1..2 AS x",
    "RETURN 'it\\'s' AS a, \"say \\\"x\\\"\" AS b, '\\u0631\\u0648\\u0633\\u064a\\u0627' AS c",
    "OPTIONAL MATCH (a) WITH DISTINCT a RETURN 1 UNION ALL RETURN 2",
    "EXPLAIN MATCH (n) RETURN n",
]


@pytest.mark.parametrize("cypher", ORDINARY)
def test_ordinary_questions_may_run(cypher: str) -> None:
    refuse_unless_bounded(cypher, {"pattern": "[a-z]+ ", "list": [1], "n": 3})


def test_every_named_query_would_be_let_in() -> None:
    for query in load().values():
        refuse_unless_bounded(query.cypher, {})


REFUSED: list[tuple[str, str]] = [
    ("MATCH (n) SET n.x = 1", "has SET"),
    ("MATCH (n) WHERE n.x > 1. SET n.y = 2", "has SET"),
    ("MATCH (n)\u00a0SET n.y = 2", "has SET"),
    ("MATCH (n) /**/SET/**/ n.y = 2", "has SET"),
    ("MATCH (n) ſet n.y = 2", "has ſET|has SET"),
    (r"MATCH (n) \u0053ET n.y = 2", "plain letter"),
    (r"MATCH (n {x: '\u0027}) SET n.y = 2 //'}) RETURN n", "has SET|plain letter"),
    ("MATCH (n) WHERE n.x = 'a' // 'b\nDETACH DELETE n", "has DETACH"),
    ("MATCH (n) RETURN n; MATCH (n) RETURN n", "has a ;"),
    ("RETURN 'open", "never closed"),
    ("CYPHER runtime=slotted RETURN 1", "begins with"),
    ("LOAD CSV FROM 'x' AS l RETURN l", "LOAD is not allowed"),
    ("WITH 1 AS x LOAD CSV FROM 'x' AS l RETURN l", "LOAD is not allowed"),
    ("MATCH (n) CALL (n) { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS RETURN x", "TRANSACTIONS"),
    ("CALL `apoc`.`load`.`json`('http://x') YIELD value RETURN value", "apoc.load.json may not"),
    ("CALL apoc . load . json('http://x') YIELD value RETURN value", "apoc.load.json may not"),
    ("RETURN apoc.util.sleep(9)", "apoc.util.sleep may not"),
    ("RETURN `apoc`.util.sleep(9)", "apoc.util.sleep may not"),
    ("RETURN eval('x')", "eval may not"),
    ("CALL dbms.listConfig YIELD name RETURN name", "dbms.listConfig may not"),
    ("CALL db.createLabel('X')", "db.createLabel may not"),
    ("RETURN range(1, 2000000)", "range"),
    ("WITH 2000000000 AS n RETURN reduce(s = 0, x IN range(1, n) | s + x)", "range"),
    ("RETURN size([x IN range(1, 1000 * 1000 * 1000) | x])", "range"),
    ("RETURN any(x IN $l WHERE any(y IN $l WHERE x = y + 1)) AND [x IN $l | [y IN z | y]] = []", "through a list"),
    ("MATCH (a) WITH collect(a) AS l RETURN [x IN l WHERE single(y IN l WHERE y = x)]", "through a list"),
    ("RETURN reduce(s = 'x', i IN range(1, 40) | s + s)", "twice"),
    ("RETURN reduce(s = [1], i IN range(1, 40) | [s, s])", "twice"),
    ("RETURN reduce(s = 'x', i IN $l | s + CASE WHEN true THEN s ELSE '' END)", "twice"),
    ("WITH 'x' AS a WITH a + '' + a AS a RETURN a", "to itself"),
    ("WITH $l AS l RETURN [x IN l | l]", "whole of l"),
    ("RETURN replace(replace('a', 'a', $x), 'a', $x) + replace(replace(replace('a','a',$x),'a',$x),'a',$x)", "longer"),
    ("RETURN 'a' =~ '(a+)+b'", "regular expression"),
    ("RETURN 'a' =~ '(a|aa)*b'", "regular expression"),
    ("RETURN 'a' =~ '(?:x*)*'", "regular expression"),
    ("RETURN 'a' =~ '.*a.*a.*a.*a'", "regular expression"),
    ("RETURN 'a' =~ $bad", "regular expression"),
    ("RETURN 'a' =~ '(a' + '+)+b'", "regular expression"),
    ("RETURN 'a' =~ toLower('(A+)+b')", "is a string or a parameter"),
    ("RETURN " + "(" * 41 + "1" + ")" * 41, "41 deep|40 deep"),
    ("RETURN " + " OR ".join(["true"] * 300), "one operator"),
    ("MATCH (n) " * 201 + "RETURN 1", "clauses"),
    ("MATCH (a)" + "--()" * 31 + " RETURN 1", "edges"),
    ("RETURN [" + "1," * 2500 + "1]", "words and signs"),
    ("RETURN '" + "x" * 20_000 + "'", "characters"),
]  # fmt: skip


@pytest.mark.parametrize(("cypher", "why"), REFUSED, ids=range(len(REFUSED)))
def test_what_writes_leaves_or_never_ends_is_refused(cypher: str, why: str) -> None:
    with pytest.raises(QueryRefused, match=why) as refused:
        refuse_unless_bounded(cypher, {"bad": "(a*)*", "l": [1, 2], "x": "aaaa"})
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 400


@pytest.mark.parametrize(
    "cypher",
    [
        piece * (100_000 // len(piece))
        for piece in ("/*", "'", '"', "`", "'\\", "a.", "(", "1.", "$`", "[x IN ", "//", "\\u0631", "-", "=~")
    ],
    ids=range(14),
)
def test_the_guard_itself_cannot_be_made_slow(cypher: str) -> None:
    started = time.process_time()
    with suppress(QueryRefused):
        refuse_unless_reading("RETURN 1; " + cypher)
    assert time.process_time() - started < 3


@given(st.text(alphabet=st.sampled_from(list("ab '\"`/*\\\n$1.()[]{}|=~-+;éر")), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_whole(text: str) -> None:
    tokens = Text(text).tokens
    assert all(text[token.start : token.start + len(token.text)] == token.text for token in tokens)
    assert [token.start for token in tokens] == sorted({token.start for token in tokens})


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (n) RETURN n.id AS id, count(*) AS `how many`, n.name", ("id", "how many", "n.name")),
        ("MATCH (n) RETURN DISTINCT n, [1, 2], {a: 1, b: n.x} AS map ORDER BY n LIMIT 3;", ("n", "[1, 2]", "map")),
        ("MATCH (n) CALL { RETURN 1 AS one } RETURN 'a, b' AS `x``y`, date ( )", ("x`y", "date ( )")),
        ("CALL db.labels()", ()),
        ("RETURN 1 AS a UNION RETURN 2 AS a", ("a",)),
    ],
)  # fmt: skip
def test_the_columns_of_a_query(cypher: str, columns: tuple[Any, ...]) -> None:
    assert columns_of(cypher) == columns


@pytest.mark.parametrize("pattern", [_TOKEN.pattern, _PIECE.pattern])
def test_no_loop_is_one_that_python_before_3_11_5_reads_wrong(pattern: str) -> None:
    assert not any(loop in pattern for loop in (")*+", ")++", ")?+"))


def test_a_comment_or_string_hides_no_word_behind_it() -> None:
    for hides in ("/* * ** a */", "'a b'", '"a b"', "`a b`", "'it\\'s'"):
        words = [token.word for token in Text(f"RETURN {hides} AS x LOAD CSV FROM 'f' AS y").tokens]
        assert {"LOAD", "CSV"} <= set(words)
