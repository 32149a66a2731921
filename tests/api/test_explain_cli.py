"""`communique explain`: on the terminal, as rows and JSON, and as a page that needs nothing but itself."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from api import cli
from api.explaining import terminal
from api.explaining.account import account_of
from api.explaining.page import page
from loaders.article import Article
from loaders.pipeline import trace
from loaders.sources import files
from ontology.vocabulary import Vocabulary
from tests.loaders.articles import TODAY, mutated

SAMPLES = Path(files.__file__).parent.parent / "samples"
ARABIC = SAMPLES / "2024-04-09-beijing-eurasian-dialogue.txt"
ENGLISH = SAMPLES / "2023-12-27-jaishankar-moscow.txt"
_VOID = frozenset({"meta", "link", "input", "br"})
_AROUND = frozenset({"said", "ref", "kind"})  # what the page adds to an article's text


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Result]


@pytest.fixture
def communique(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: str) -> Result:
        code = cli.run(["explain", *arguments])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@dataclass
class Page(HTMLParser):
    """A page read strictly: every element closed in its order."""

    text: str
    open: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    blocks: list[tuple[dict[str, str | None], str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not any(name.startswith("on") for name in given)
        self.names.append(tag)
        self.ids += [item for item in (given.get("id"),) if item]
        self.links += [link for link in (given.get("href"), given.get("src")) if link]
        if tag not in _VOID:
            self.open.append((tag, given))
        if "block" in _classes(given):
            self.blocks.append((given, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        around = [_classes(given) for _, given in self.open]
        if any("block" in names for names in around) and not any(names & _AROUND for names in around):
            given, text = self.blocks[-1]
            self.blocks[-1] = given, text + data


def _classes(given: dict[str, str | None]) -> set[str]:
    return set((given.get("class") or "").split())


def _page(communique: Call, tmp_path: Path, *paths: Path) -> Page:
    place = tmp_path / "page.html"
    done = communique(*map(str, paths), "--html", str(place))
    assert (done.code, done.out) == (0, "") and str(place) in done.err
    return Page(place.read_text(encoding="utf-8"))


def test_a_pipe_gets_one_account_an_article(communique: Call) -> None:
    accounts = communique(str(ARABIC), str(ENGLISH)).lines
    assert [account["article"]["path"] for account in accounts] == [str(ARABIC), str(ENGLISH)]
    for account, path in zip(accounts, (ARABIC, ENGLISH), strict=True):
        text = path.read_text(encoding="utf-8")
        spans = [*account["layout"], *account["mentions"], *account["topics"], *account["voices"]]
        spans += [item["evidence"] for what in ("positions", "dropped", "passed") for item in account[what]]
        assert spans and all(text[span["start"] : span["end"]] == span["text"] for span in spans)
        for item in account["positions"]:
            assert item["rule"] and item["weights"] and 0 <= item["clause"] < len(account["voices"])
    assert accounts[0]["dropped"] and {item["reason"] for item in accounts[0]["passed"]} >= {
        "title",
        "dealt-with",
    }


def test_an_account_holds_the_positions_of_the_record(communique: Call, capsys: Any) -> None:
    (account,) = communique(str(ARABIC)).lines
    assert cli.run(["extract", str(ARABIC)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert account["article"] == record["article"] and account["events"] == record["events"]
    kept = [{name: item[name] for name in record["positions"][0]} for item in account["positions"]]
    assert kept == record["positions"]


def test_the_terminal_shows_every_part(communique: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    done = communique(str(ARABIC), "--format", "table")
    for word in (
        "Layout",
        "Voices",
        "Mentions",
        "Positions (",
        "Nearly positions (",
        "Named without a position",
    ):
        assert word in done.out
    for word in (
        "Sergey Lavrov → Russia",
        "turns against it",
        "accepted: stands in answers",
        "confidence 0.",
    ):
        assert word in done.out
    lines = [line for line in done.out.splitlines() if re.search("[\u0600-\u06ff]", line)]
    assert lines and all(line.count("\u2068") == line.count("\u2069") == 1 for line in lines)
    assert max(len(re.sub("[\u2068\u2069]", "", line)) for line in done.out.splitlines()) <= 100


def test_rows_say_what_became_of_everything(communique: Call) -> None:
    out = communique(str(ARABIC), "--format", "csv").out
    assert out.startswith("article,what,outcome,holder,")
    assert {line.split(",")[1] for line in out.splitlines()[1:]} == {"positions", "dropped", "passed"}


def test_a_page_needs_nothing_but_itself(communique: Call, tmp_path: Path) -> None:
    read = _page(communique, tmp_path, ARABIC, ENGLISH)
    assert len(set(read.ids)) == len(read.ids)
    inner = {link[1:] for link in read.links if link.startswith("#")}
    assert inner and inner <= set(read.ids)
    assert {link for link in read.links if not link.startswith("#")} == {"data:,"}
    assert not {"script", "iframe", "img", "object"} & set(read.names)
    assert "@import" not in read.text and "url(" not in read.text and "default-src 'none'" in read.text


def test_a_page_reads_as_its_text_does(communique: Call, tmp_path: Path) -> None:
    for path, direction, language in ((ARABIC, "rtl", "ar"), (ENGLISH, "ltr", "en")):
        read = _page(communique, tmp_path, path)
        assert {(given["dir"], given["lang"]) for given, _ in read.blocks} == {(direction, language)}
        shown = "".join(text for _, text in read.blocks).split()
        assert "".join(shown) == "".join(path.read_text(encoding="utf-8").split())


def test_a_foreign_line_in_an_arabic_page_reads_its_own_way(communique: Call, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed.txt"
    mixed.write_text(
        ARABIC.read_text("utf-8") + "\n\nRead also: Talks in Beijing ended on Tuesday\n", "utf-8"
    )
    directions = [given["dir"] for given, _ in _page(communique, tmp_path, mixed).blocks]
    assert directions[0] == "rtl" and directions[-1] == "ltr"


def test_a_page_takes_no_markup_from_an_article(communique: Call, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile<b>.txt"
    hostile.write_text(
        'Title <script>alert(1)</script> "quoted"\n\nMOSCOW, July 4, 2024\n\n'
        'Lavrov said that Russia rejects sanctions <img src=x onerror="alert(1)"> & $more ${rules}.\n',
        encoding="utf-8",
    )
    read = _page(communique, tmp_path, hostile)
    assert not {"script", "img"} & set(read.names)
    assert "${rules}" in "".join(text for _, text in read.blocks)


def test_bad_articles_are_named_and_the_good_ones_shown(communique: Call, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    place = tmp_path / "page.html"
    done = communique(
        str(ARABIC), str(tmp_path / "empty.txt"), str(tmp_path / "no.txt"), "--html", str(place)
    )
    assert done.code == 1 and place.exists() and "2 of the inputs could not be read" in done.err
    place.unlink()
    done = communique(str(tmp_path / "no.txt"), "--html", str(place))
    assert done.code == 1 and not place.exists() and "no.txt does not exist" in done.err


def test_a_page_that_cannot_be_written_is_one_sentence(communique: Call, tmp_path: Path) -> None:
    done = communique(str(ARABIC), "--html", str(tmp_path / "nowhere" / "page.html"))
    assert done.code == 1 and done.err.count("\n") == 1 and "cannot be written" in done.err
    assert communique().code == 2


def test_a_page_can_go_to_standard_output(communique: Call) -> None:
    done = communique(str(ENGLISH), "--html", "-")
    assert (done.code, done.err) == (0, "") and Page(done.out).blocks


def test_any_article_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(7)
    for text in ["", "\n", "«", "\u202e", *(mutated(chance) for _ in range(60))]:
        account = account_of(trace(Article(text, "test.txt"), Vocabulary.load(), TODAY))
        assert json.loads(json.dumps(account)) == account
        read = Page(page([account]))
        assert _seen(text for _, text in read.blocks) == _seen(block["text"] for block in account["layout"])
        terminal.show(account)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", capsys.readouterr().out)


def _seen(texts: Iterable[str]) -> str:
    """What is left of texts without blanks and what no page may hold."""
    return re.sub("[\\s\x00-\x1f\x7f\ufffd]", "", "".join(texts))
