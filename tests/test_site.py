"""The site of the docs: it can be built with every link in order, and fetches nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlparse

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium
from tests.documents import BIN, ROOT, blocks_of

# What a page fetches by itself; a link is fetched by who follows it.
_FETCHED = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*?\bsrc=[\"']?([^\"'\s>]+)"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|icon|preload|preconnect))[^>]*?\bhref=[\"']?([^\"'\s>]+)"
)


def _commands() -> list[list[str]]:
    (block,) = (
        item for item in blocks_of((ROOT / "README.md").read_text("utf-8")) if item.how == "run: site"
    )
    return [line.removeprefix("uv run ").split() for line in block.text.splitlines()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built by the command of the README: a warning is a failure."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    (program, *arguments), _ = _commands()
    command = [BIN / program, *arguments, "--site-dir", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def test_no_page_fetches_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        fetched = {found[1] or found[2] for found in _FETCHED.finditer(page.read_text("utf-8"))}
        assert fetched and not [url for url in fetched if urlparse(url).netloc], page.name
    for style in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import )[\"']?(https?:)?//", style.read_text("utf-8")), style.name


def test_only_pages_and_their_files_are_published(site: Path) -> None:
    assert not list(site.rglob("*.py")) and not list(site.rglob("*.md"))
    assert (site / "notebook.ipynb").exists() and (site / "floors.yaml").exists()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site, served by the other command of the README, at any free port."""
    _, (program, *arguments, _) = _commands()
    command = [BIN / program, "-u", *arguments, "0"]
    with subprocess.Popen(
        command, cwd=site.parent, stdout=-1, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout
        found = re.search(r"http://[\w.:]+", server.stdout.readline())
        assert found
        yield found[0]
        server.terminate()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A narrow window."""
    with sync_playwright() as play:
        driven = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield driven.new_page(viewport={"width": 390, "height": 800})
        driven.close()


@pytest.mark.parametrize("name", ["index", "tutorial", "vocabulary", "paths", "queries", "genre"])
def test_a_page_fits_a_narrow_window(address: str, page: Page, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{name}.html")
    assert asked and not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "the page itself scrolls sideways"


def test_arabic_runs_from_right_to_left(address: str, page: Page) -> None:
    page.goto(f"{address}/tutorial.html")
    line = page.locator(".language-text code", has_text="الرياض").first
    assert line.evaluate("code => getComputedStyle(code).unicodeBidi") == "plaintext"
    page.goto(f"{address}/positions.html")
    for quoted in page.locator("blockquote", has_text="العقوبات").all():
        assert quoted.evaluate("quote => getComputedStyle(quote).direction") == "rtl"


@pytest.mark.parametrize("word", ["holder", "اقرأ", "заявил"])
def test_a_word_is_found(address: str, page: Page, word: str) -> None:
    page.goto(f"{address}/index.html?q={quote(word)}")
    page.locator(".md-search-result__item mark").first.wait_for(state="attached")
