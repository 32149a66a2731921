"""Networks, series and matrix through REST and the command line, on both engines."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import Any

import httpx
import networkx as nx
import pytest

from queries.networks.analyses import ANALYSES, MATRIX, SERIES
from tests.api.conftest import Run
from tests.queries.records import CN, KZ, RU, SECURITY, US

EVERY = {**{f"networks/{name}": item for name, item in ANALYSES.items()}, "series": SERIES, "matrix": MATRIX}


def got(rest: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = rest.get(f"/v1/{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ties(rest: httpx.Client, kind: str, **parameters: Any) -> dict[tuple[str, str], float]:
    items = got(rest, f"networks/{kind}", **parameters)["items"]
    return {(row["source"], row["target"]): row["weight"] for row in items}


@pytest.mark.parametrize("path", EVERY)
def test_every_answer_has_its_columns(rest: httpx.Client, path: str) -> None:
    item = EVERY[path]
    body = got(rest, path, **item.example)
    assert body["items"] and all(list(row) == list(item.columns) for row in body["items"])
    assert body["total"] == len(body["items"]) and body["next"] is None
    answer = rest.get(f"/v1/{path}", params={**item.example, "format": "csv"})
    assert next(csv.reader(io.StringIO(answer.text))) == list(item.columns)


@pytest.mark.parametrize("path", EVERY)
def test_openapi_tells_every_option(rest: httpx.Client, path: str) -> None:
    document = rest.get("/openapi.json").json()
    own = {one["name"]: one for one in document["paths"][f"/v1/{path}"]["get"]["parameters"]}
    assert set(own) == set(EVERY[path].options) | {"limit", "cursor", "format", "fields"}
    assert {name for name, one in own.items() if one["required"]} == set(EVERY[path].required)


@pytest.mark.parametrize("name", ANALYSES)
def test_the_shell_answers_the_same(rest: httpx.Client, shell: Run, name: str) -> None:
    item = ANALYSES[name]
    options = [part for key, value in item.example.items() for part in (f"--{key}", value)]
    told = shell("network", name, *options, "--format", "json")
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == got(rest, f"networks/{name}", **item.example)["items"]


def test_who_agrees(rest: httpx.Client) -> None:
    # Russia and China agree on security and on sanctions, Kazakhstan and Russia on both kinds of security;
    # the United States turned on NATO and so agrees with Russia there once.
    assert ties(rest, "actors") == {(CN, RU): 2, (KZ, RU): 2, (CN, KZ): 1, (RU, US): 1}
    assert ties(rest, "actors", by="conflict") == {(CN, US): 1, (KZ, US): 1, (RU, US): 2}


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"from": "2024-01-01", "to": "2024-12-31"}, 3),
        ({"holder_kind": "state"}, 6),
        ({"holder_kind": "organization"}, 0),
        ({"language": "en"}, 6),
        ({"language": "ar"}, 0),
        ({"outlet": "org:xinhua"}, 3),
        ({"outlet": "org:tass"}, 1),
        ({"min_confidence": 0.95}, 0),
        ({"review": "pending"}, 0),
        ({"bloc": "bloc:SCO"}, 3),
        ({"within": SECURITY}, 6),
        ({"stance": "reject"}, 2),
    ],
)
def test_filters(rest: httpx.Client, given: dict[str, str], count: int) -> None:
    assert len(ties(rest, "actors", by="ignore", **given)) == count


def test_the_members_of_a_bloc_as_one(rest: httpx.Client) -> None:
    found = ties(rest, "actors", by="ignore", merge="bloc:CSTO")
    # Undated, the Kazakh note on sanctions takes no side; all else is said by members.
    assert found == {("bloc:CSTO", CN): 2, ("bloc:CSTO", US): 3, (CN, US): 1}


def test_a_tie_opens_into_its_passages(rest: httpx.Client) -> None:
    tie = got(rest, "networks/actors")["items"][0]
    behind = got(rest, "networks/passages", source=tie["target"], target=tie["source"])["items"]
    assert [one["position"] for one in behind] == tie["positions"] and len(behind) == tie["statements"]
    one = got(rest, f"positions/{behind[0]['position']}")
    assert one["passage"] == behind[0]["passage"] and one["holder"] in (tie["source"], tie["target"])


def test_windows_of_time(rest: httpx.Client) -> None:
    found = got(rest, "networks/polarisation", window="year")["items"]
    assert [(row["window_from"], row["polarisation"]) for row in found] == [
        ("2021-01-01", 0.0), ("2023-01-01", 0.0), ("2024-01-01", 0.25), ("2025-01-01", 0.0),
    ]  # fmt: skip
    assert (found[2]["camp"], found[2]["other_camp"]) == ([CN, RU], [US])


def test_when_a_holder_left_its_line(rest: httpx.Client) -> None:
    (change,) = got(rest, "networks/changes")["items"]
    assert (change["holder"], change["before_on"], change["after_on"]) == (US, "2023-07-12", "2025-02-01")
    assert change["after_passage"] == "Washington now rejects a further enlargement of NATO."


def test_a_series_is_ready_for_a_chart(rest: httpx.Client) -> None:
    rows = got(rest, "series", by="year", group="stance", shape="wide")["items"]
    assert rows[1] == {"period": "2022-01-01", "endorse": 0, "reject": 0, "conditional": 0, "neutral": 0}
    assert sum(sum(list(row.values())[1:]) for row in rows) == 13
    long = got(rest, "series", by="year", group="holder", top=1)["items"]
    assert {row["group"] for row in long} == {RU} and [row["positions"] for row in long] == [2, 1, 2]


@pytest.mark.parametrize("group", SERIES.options["group"].choices)
def test_a_series_by_every_group(rest: httpx.Client, group: str) -> None:
    rows = got(rest, "series", group=group, by="week")["items"]
    assert rows and all(row["positions"] > 0 and -1 <= row["mean_stance"] <= 1 for row in rows)


def test_a_matrix_is_ready_for_a_heat_map(rest: httpx.Client) -> None:
    cells = {(row["bloc"], row["principle"]): row for row in got(rest, "matrix")["items"]}
    cell = cells["bloc:CSTO", "principle:cis-security"]
    assert (cell["positions"], cell["endorse"], cell["conditional"], cell["mean_stance"]) == (2, 1, 1, 0.75)
    (row,) = [row for row in got(rest, "matrix", shape="wide")["items"] if row["bloc"] == "bloc:EAEU"]
    assert row["Eurasian security architecture"] == 1 and row["expansion of NATO"] == 0
    members = got(rest, "matrix", link="members", limit=1000)["items"]
    assert (
        next(
            one["positions"] for one in members if (one["bloc"], one["principle"]) == ("bloc:CSTO", SECURITY)
        )
        == 3
    )


def test_pages(rest: httpx.Client) -> None:
    seen, cursor = [], None
    while True:
        body = got(rest, "networks/two-mode", limit=3, **({"cursor": cursor} if cursor else {}))
        seen += body["items"]
        cursor = body["next"]
        if cursor is None:
            break
    assert seen == got(rest, "networks/two-mode")["items"] and len(seen) == body["total"]


@pytest.mark.parametrize("kind", ["actors", "principles", "two-mode"])
@pytest.mark.parametrize("window", ["none", "year"])
def test_networks_open_in_other_programs(rest: httpx.Client, shell: Run, kind: str, window: str) -> None:
    rows = got(rest, f"networks/{kind}", window=window)["items"]
    pairs = {frozenset((row["source"], row["target"])) for row in rows}
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        answer = rest.get(f"/v1/networks/{kind}", params={"window": window, "format": form})
        assert answer.headers["content-type"].startswith(f"application/{form}+xml")
        drawn = read(io.BytesIO(answer.content))
        assert {frozenset(edge[:2]) for edge in drawn.edges} == pairs
        told = shell("network", kind, "--window", window, "--format", form)
        assert told.stdout == answer.text


def test_gexf_tells_when(rest: httpx.Client) -> None:
    answer = rest.get(
        "/v1/networks/actors", params={"window": "statements", "size": 6, "step": 2, "format": "gexf"}
    )
    drawn = nx.read_gexf(io.BytesIO(answer.content))
    spells = drawn.edges[CN, RU]
    assert spells["weight"] and ("spells" in spells or spells["start"] == "2023-07-12")
    whole = nx.read_gexf(io.BytesIO(rest.get("/v1/networks/actors", params={"format": "gexf"}).content))
    assert (whole.edges[CN, RU]["start"], whole.edges[CN, RU]["end"]) == ("2023-07-12", "2024-04-09")


@pytest.mark.parametrize(
    ("path", "given", "status", "parameter"),
    [
        ("networks/actors", {"by": "love"}, 400, "by"),
        ("networks/actors", {"normalise": "activity"}, 400, "normalise"),
        ("networks/measures", {"kind": "two-mode", "normalise": "jaccard"}, 400, "normalise"),
        ("networks/actors", {"window": "days"}, 400, "size"),
        ("networks/actors", {"window": "days", "size": 0}, 400, "size"),
        ("networks/actors", {"step": 3}, 400, "step"),
        ("networks/actors", {"merge": "bloc:NOWHERE"}, 404, "merge"),
        ("networks/actors", {"bloc": "state:RU"}, 400, "bloc"),
        ("networks/actors", {"from": "2025", "to": "2024"}, 400, "from"),
        ("networks/actors", {"colour": "red"}, 400, "colour"),
        ("networks/passages", {"source": "state:RU"}, 400, "target"),
        ("networks/passages", {"source": "state:RU", "target": "state:XY"}, 404, "target"),
        ("networks/acters", {}, 404, "kind"),
        ("networks/changes", {"format": "gexf"}, 400, "format"),
        ("series", {"by": "decade"}, 400, "by"),
        ("matrix", {"link": "none"}, 400, "link"),
    ],
)
def test_what_cannot_be_used_is_named(
    rest: httpx.Client, path: str, given: dict[str, Any], status: int, parameter: str
) -> None:
    answer = rest.get(f"/v1/{path}", params=given)
    assert (answer.status_code, answer.json()["parameter"]) == (status, parameter), answer.text


def test_the_shell_refuses_in_one_sentence(shell: Run) -> None:
    for arguments in (("acters",), ("actors", "--by", "love"), ("divides", "--of", "bloc:NATO")):
        told = shell("network", *arguments)
        assert told.returncode == 2 and len(told.stderr.splitlines()) == 1, told.stderr


def test_start_up_is_light() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, api.cli; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"networkx", "fastapi", "neo4j", "queries.networks"} & set(told.stdout.split())
