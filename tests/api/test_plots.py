"""Pictures through REST and the shell, on both engines: what they show, in which words, byte for byte."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import httpx
import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from api.plots.asked import FORMS, PLOTS
from graph import Store
from ontology.errors import NotInstalled
from ontology.vocabulary import LANGUAGES, Vocabulary
from tests.api.conftest import Run
from tests.queries import records

SVG = "{http://www.w3.org/2000/svg}"

CASES = [
    *((name, dict(item.example)) for name, item in PLOTS.items()),
    ("network", {"kind": "two-mode", "by": "subtract"}),
    ("network", {"kind": "principles", "by": "conflict"}),
    ("heatmap", {"link": "members", "top": "3"}),
    ("timeline", {"holder": records.US, "principle": records.EXPANSION, "review": "any"}),
]


def drawn(rest: httpx.Client, name: str, **given: str) -> ElementTree.Element:
    answer = rest.get(f"/v1/plots/{name}.svg", params=given)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == FORMS["svg"]
    return ElementTree.fromstring(answer.text)


def told(picture: ElementTree.Element) -> list[str]:
    """What a pointer is told, and the title of all."""
    return [str(title.text) for title in picture.iter(f"{SVG}title")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "given"), CASES)
def test_a_picture_is_sound_and_runs_nothing(
    rest: httpx.Client, name: str, given: dict[str, str], language: str
) -> None:
    picture = drawn(rest, name, **given, language=language)
    ids = [part.get("id") for part in picture.iter() if part.get("id")]
    assert len(ids) == len(set(ids)) and len(told(picture)) > 2
    assert not list(picture.iter(f"{SVG}script"))


def test_the_shell_draws_the_same_bytes(rest: httpx.Client, shell: Run, tmp_path: Path) -> None:
    for name, given in CASES:
        options = [part for key, value in given.items() for part in (f"--{key}", value)]
        path = tmp_path / f"{name}.svg"
        done = shell("plot", name, *options, "--output", str(path))
        assert done.returncode == 0 and str(path) in done.stderr, done.stderr
        assert path.read_bytes() == rest.get(f"/v1/plots/{name}.svg", params=given).content
    assert shell("plot", name, *options).stdout == path.read_text("utf-8")


def test_png_by_the_name_of_the_file_or_by_option(shell: Run, rest: httpx.Client, tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    assert shell("plot", "heatmap", "--output", str(path)).returncode == 0
    assert path.read_bytes().startswith(b"\x89PNG")
    assert rest.get("/v1/plots/heatmap.png").content == path.read_bytes()
    other = tmp_path / "map"
    assert shell("plot", "heatmap", "--format", "png", "-o", str(other)).returncode == 0
    assert other.read_bytes() == path.read_bytes()


def test_a_timeline_tells_days_voices_and_passages(rest: httpx.Client) -> None:
    given = {"holder": records.RU, "principle": records.SECURITY}
    title, *hints = told(drawn(rest, "timeline", **given))
    assert title == "Russia: Eurasian security architecture"
    # The narrower principle counts too.
    assert [hint[:24] for hint in hints] == [
        f"{day} Sergey Lavrov" for day in ("2021-12-08", "2023-07-12", "2024-04-09")
    ]
    assert "تدعو روسيا إلى الأمن الأوراسي عبر منظمات عدة." in hints[1]


def test_names_are_in_the_language_asked_for(rest: httpx.Client) -> None:
    given = {"holder": records.RU, "principle": records.SECURITY}
    russia, security = (Vocabulary.load().items[item] for item in (records.RU, records.SECURITY))
    for language in LANGUAGES:
        title, *hints = told(drawn(rest, "timeline", language=language, **given))
        assert title == f"{russia.name[language]}: {security.name[language]}"
        assert Vocabulary.load().items[records.LAVROV].name[language] in hints[0]


def test_a_heat_map_tells_numbers_and_means(rest: httpx.Client) -> None:
    cells = told(drawn(rest, "heatmap"))[1:]
    security = "Collective Security Treaty Organization, security in the CIS"
    assert [cell for cell in cells if cell.startswith("Collective") and "0.75" in cell], cells
    assert any(cell.startswith(security[:39]) for cell in cells)
    assert len(told(drawn(rest, "heatmap", top="1"))) == 2


def test_a_network_tells_ties_and_nodes(rest: httpx.Client) -> None:
    hints = told(drawn(rest, "network"))[1:]
    assert "China – Russia: 2" in hints and "Russia: positions 4" in hints
    strongest = told(drawn(rest, "network", top="1"))[1:]
    assert len(strongest) == 3 and strongest[0].endswith(": 2")
    against = rest.get("/v1/plots/network.svg", params={"by": "subtract"}).text
    assert "#b5332e" in against and "#1b6ca8" in against


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PLOTS)
def test_where_nothing_is_found_the_picture_says_so(rest: httpx.Client, name: str, language: str) -> None:
    given = {**PLOTS[name].example, "from": "1950", "to": "1951", "language": language}
    picture = drawn(rest, name, **given)
    assert len(told(picture)) == 1 and float(str(picture.get("height"))[:-2]) < 150


def test_article_language_is_not_the_language_of_words(rest: httpx.Client) -> None:
    given = {"holder": records.RU, "principle": records.SECURITY, "article_language": "ar"}
    assert len(told(drawn(rest, "timeline", **given))) == 2


WRONG = [
    ("timeline.svg", {"holder": "state:RU"}, 400, "principle"),
    ("timeline.svg", {"holder": "state:RUS", "principle": records.SECURITY}, 404, "holder"),
    ("heatmap.svg", {"language": "fr"}, 400, "language"),
    ("heatmap.svg", {"top": "many"}, 400, "top"),
    ("heatmap.svg", {"top": "0"}, 400, "top"),
    ("network.png", {"top": "100000"}, 400, "top"),
    ("network.png", {"by": "love"}, 400, "by"),
    ("network.svg", {"colour": "red"}, 400, "colour"),
    ("netwrk.svg", {}, 404, "name"),
    ("network.gif", {}, 404, "name"),
]


@pytest.mark.parametrize(("path", "given", "status", "parameter"), WRONG)
def test_what_cannot_be_drawn_is_named(
    rest: httpx.Client, path: str, given: dict[str, str], status: int, parameter: str
) -> None:
    answer = rest.get(f"/v1/plots/{path}", params=given)
    assert (answer.status_code, answer.json()["parameter"]) == (status, parameter), answer.text


def test_the_shell_refuses_in_one_sentence(shell: Run) -> None:
    for arguments in (("netwrk",), ("network", "--by", "love"), ("timeline", "--holder", "state:RU")):
        done = shell("plot", *arguments)
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr


def test_without_the_extra_a_sentence_says_what_to_install(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "api.plots.canvas")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(NotInstalled, match="uv sync --extra plots"):
        PLOTS["heatmap"].picture(filled, {}, "svg")


def outlines(text: str) -> set[tuple[float, float]]:
    vertices = TextPath((0, 0), text, prop=FontProperties("DejaVu Sans")).vertices
    return {(round(float(x), 1), round(float(y), 1)) for x, y in vertices}


def test_arabic_letters_join_and_run_from_the_right() -> None:
    # Unicode has the joined shapes as letters of their own: beginning, middle and end.
    assert outlines("\u0633\u0644\u0645") == outlines("\ufeb3\ufee0\ufee2")
    assert outlines("\u0633\u0644\u0645") != outlines("\ufeb1\ufedd\ufee1")
    # The last letter stands leftmost.
    assert outlines("\ufee2") <= outlines("\u0633\u0644\u0645")
    assert not outlines("\ufeb3") <= outlines("\u0633\u0644\u0645")


def test_every_word_is_there_in_every_language() -> None:
    from api.plots.canvas import words

    def shape(told: object) -> object:
        return {key: shape(value) for key, value in told.items()} if isinstance(told, dict) else None

    assert shape(words("en")) == shape(words("ar")) == shape(words("ru"))
    for language in ("ar", "ru"):
        assert not re.search(
            "[A-Za-z]", re.sub(r"\{\w+\}", "", str(list(words(language)["stance"].values())))
        )


def test_a_picture_is_kept_while_the_store_is_the_same(rest: httpx.Client) -> None:
    tag = rest.get("/v1/plots/heatmap.svg").headers["etag"]
    assert rest.get("/v1/plots/heatmap.svg", headers={"if-none-match": tag}).status_code == 304
