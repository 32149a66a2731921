"""The Neo4j Browser, opened for real: our style, our guide, our favourites.

Driven in Debian's chromium.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from graph import Store
from graph.batch import batch_of, vocabulary_batch
from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary
from queries import favourites
from queries.registry import named
from tests import neo4j_server
from tests.api.conftest import served
from tests.browser import chromium
from tests.conftest import Access, Stores

SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"
GUIDE = (files("api.neo4j_browser") / "guide.html").read_text("utf-8")
GRASS = (files("api.neo4j_browser") / "communique.grass").read_text("utf-8")
RUNNABLE = [
    html.unescape(text) for text in re.findall(r'<pre class="[^"]*runnable">(.*?)</pre>', GUIDE, re.DOTALL)
]
PICTURES = os.environ.get("COMMUNIQUE_PICTURES")  # a folder to keep pictures of the Browser in

# What a person does who drops a file on the line at the top.
_DROP = """([name, text]) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([text], name, {type: 'text/plain'}));
  const line = document.querySelector('[data-testid=activeEditor]');
  for (const kind of ['dragenter', 'dragover', 'drop'])
    line.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: dropped}));
}"""


@pytest.fixture(scope="module")
def sampled(module_store: Store) -> Store:
    """A store with the sample articles."""
    vocabulary = Vocabulary.load()
    module_store.write(vocabulary_batch(vocabulary))
    for path in sorted(SAMPLES.glob("*.txt")):
        article = Article(path.read_text("utf-8"), path.name)
        record = extract(article, vocabulary)
        module_store.write(batch_of(record, article.text, vocabulary, datetime.now(UTC), path.name))
    return module_store


@pytest.mark.parametrize("cypher", [text for text in RUNNABLE if not text.startswith(":")])
def test_every_statement_of_the_guide_finds_something(sampled: Store, cypher: str) -> None:
    assert sampled.read(cypher).rows


@pytest.fixture(scope="module")
def api(sampled: Store) -> Iterator[str]:
    """The address of our API, from which the Browser loads."""
    with served(sampled) as address:
        yield address


@pytest.fixture(scope="module")
def browser(module_access: Access, stores: Stores) -> Iterator[Page]:
    """The Browser of the Neo4j under test, connected; nothing outside this machine is reached."""
    if not module_access.url.startswith("bolt") or os.environ.get("COMMUNIQUE_TEST_NEO4J"):
        pytest.skip("the Browser is that of the Neo4j which the tests start")
    server = neo4j_server.shared(stores.folder / "neo4j")
    hosts = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as play:
        driven = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox", hosts])
        page = driven.new_page(viewport={"width": 1600, "height": 1100})
        page.set_default_timeout(60_000)
        page.goto(f"{server.http}/browser/?dbms={server.url}", wait_until="domcontentloaded")
        page.fill("[data-testid=username]", server.user)
        page.fill("[data-testid=password]", server.password)
        page.click("[data-testid=connect]")
        page.get_by_text("You are connected as user").wait_for()
        yield page
        driven.close()


def run(page: Page, text: str) -> Locator:
    """Run what is typed into the line at the top; the frame that it makes."""
    page.click("[data-testid=activeEditor] .monaco-editor")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Escape")
    frames = page.locator("[data-testid=frame]")
    before = frames.count()
    page.click("[data-testid=editor-Run]")
    expect(frames).to_have_count(before + 1, timeout=60_000)
    return frames.first


def picture(page: Page, frame: Locator, name: str) -> None:
    """Keep a picture where they are wanted, for the docs."""
    if PICTURES:
        page.wait_for_timeout(3_000)  # until the drawing rests
        frame.screenshot(path=Path(PICTURES) / name)


@pytest.fixture(scope="module")
def styled(browser: Page, api: str) -> Page:
    """The Browser with our style, which it takes before the first result."""
    frame = run(browser, f":style {api}/browser/communique.grass")
    frame.get_by_text("node.State").first.wait_for()
    return browser


def _colour(label: str) -> str:
    found = re.search(rf"node\.{label} {{.*?color: (#\w+);", GRASS, re.DOTALL)
    assert found
    return found[1].upper()


def test_nodes_have_our_colours_and_captions(styled: Page) -> None:
    frame = run(styled, RUNNABLE[2])
    frame.locator("svg g.node").first.wait_for()
    drawn = {
        (node.text_content() or "").strip(): node.locator("circle.b-outline").get_attribute("fill")
        for node in frame.locator("svg g.node").all()
    }
    assert drawn["Russia"] and drawn["Russia"].upper() == _colour("State")
    assert (drawn["endorse"] or "").upper() == _colour("Position")
    assert _colour("Bloc") in {(fill or "").upper() for fill in drawn.values()}
    picture(styled, frame, "browser-graph.png")


def test_the_flagship_answer_in_a_table(styled: Page) -> None:
    frame = run(styled, RUNNABLE[1])
    frame.get_by_text("passage").first.wait_for()
    expect(frame).to_contain_text("Shanghai Cooperation Organisation")
    expect(frame).to_contain_text("CONTRASTS")
    picture(styled, frame, "browser.png")


def test_the_guide_tells_its_story(styled: Page, api: str) -> None:
    frame = run(styled, f":play {api}/browser/guide.html")
    for title in [
        "Communiqué",
        "1. By which way?",
        "2. Who is for it?",
        "3. What do two share?",
        "4. Since when?",
    ]:
        frame.get_by_role("heading", name=title).wait_for()
        frame.get_by_test_id("nextSlide").first.click()
    frame.get_by_role("heading", name="5. Where, and among whom?").wait_for()
    frame.locator("pre.runnable").first.click()
    expect(styled.locator("[data-testid=activeEditor]")).to_contain_text("person:sergey-lavrov")
    picture(styled, frame, "browser-guide.png")


def test_favourites_are_kept_and_run(styled: Page, sampled: Store) -> None:
    run(styled, favourites.parameters()).get_by_text(":param holder").first.wait_for()
    query = named("blocs-linked-to-principle")
    styled.evaluate(_DROP, [f"{query.name}.cypher", favourites.favourite(query)])
    styled.get_by_text("Save to favorites").first.click()
    styled.click("[data-testid=navigationFavorites]")
    styled.get_by_test_id(f"scriptTitle-{query.title}").hover()
    frames = styled.locator("[data-testid=frame]").count()
    styled.get_by_test_id("savedScriptsButton-Run").first.click()
    expect(styled.locator("[data-testid=frame]")).to_have_count(frames + 1, timeout=60_000)
    rows = len(query.ask(sampled, query.example).rows)
    expect(styled.locator("[data-testid=frame]").first).to_contain_text(f"{rows} records")


def test_the_favourites_as_slides(styled: Page, api: str) -> None:
    frame = run(styled, f":play {api}/browser/favourites.html")
    frame.get_by_role("heading", name="Set the parameters of all favourites").wait_for()


def test_other_files_are_not_there(api: str) -> None:
    answer = httpx.get(f"{api}/browser/guide.htm")
    assert answer.status_code == 404 and "did you mean 'guide.html'?" in answer.json()["detail"]
    assert httpx.options(f"{api}/browser/guide.html").headers["access-control-allow-origin"] == "*"
