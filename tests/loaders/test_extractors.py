"""Extractors by entry point: found by name, and believed only where the text bears them out."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from api import cli
from loaders.article import Article
from loaders.extractors import RULES, check_record, extractors, load_extractor
from loaders.pipeline import extract
from loaders.sources import files
from ontology.errors import ExtractorError, RecordRefused, UnknownName
from ontology.record import Named, Record, Review, Span
from ontology.vocabulary import Vocabulary
from tests.loaders.articles import samples

MODEL = "openai-compatible"
KEY = "sk-secret-0123456789"
SAMPLE = Path(files.__file__).parent.parent / "samples" / "2024-04-09-beijing-eurasian-dialogue.txt"
ARTICLE = Article(SAMPLE.read_text(encoding="utf-8"), "sample.txt")
PASSAGE = "ترفض العقوبات الأحادية"
GOOD = {
    "holder": "state:RU",
    "voice": "person:sergey-lavrov",
    "target": "principle:unilateral-sanctions",
    "stance": "reject",
    "modality": "asserts",
    "via": ["bloc:SCO", "bloc:BRICS"],
    "contrast": [],
    "quoted": False,
    "confidence": 0.9,
    "passage": PASSAGE,
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.fixture(scope="module")
def record(vocabulary: Vocabulary) -> Record:
    return extract(ARTICLE, vocabulary)


# --- the check -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", samples(), ids=lambda text: text[:20])
def test_what_the_rules_read_out_holds(text: str, vocabulary: Vocabulary) -> None:
    article = Article(text, "sample.txt")
    check_record(extract(article, vocabulary), article, vocabulary)


def _with_position(record: Record, **changes: Any) -> Record:
    return replace(record, positions=(replace(record.positions[0], **changes), *record.positions[1:]))


def _with_head(record: Record, **changes: Any) -> Record:
    return replace(record, article=replace(record.article, **changes))


def _with_event(record: Record, **changes: Any) -> Record:
    return replace(record, events=(replace(record.events[0], **changes), *record.events[1:]))


def _with_actor(record: Record, *actors: Any) -> Record:
    return replace(record, actors=(*record.actors, *actors))


FAULTS: dict[str, tuple[Callable[[Record], Any], str]] = {
    "invented": (lambda r: _with_position(r, evidence=Span(0, 7, "invents")), "does not stand at 0–7"),
    "shifted": (
        lambda r: _with_position(r, evidence=replace(r.positions[0].evidence, start=1, end=2)),
        "does not stand at 1–2",
    ),
    "past the end": (lambda r: _with_position(r, evidence=Span(0, 10**6, "x")), "is no passage"),
    "before the start": (lambda r: _with_position(r, evidence=Span(-3, 2, "x")), "is no passage"),
    "empty": (lambda r: _with_position(r, evidence=Span(5, 5, "")), "is no passage"),
    "no number": (lambda r: _with_position(r, evidence=Span("0", 4, "x")), "is '0', no int"),  # type: ignore[arg-type]
    "no span": (lambda r: _with_position(r, evidence={"start": 0}), "is no Span"),
    "unknown holder": (lambda r: _with_position(r, holder="state:XX"), "'state:XX' is no known"),
    "unknown voice": (lambda r: _with_position(r, voice="person:no-one"), "'person:no-one' is no known"),
    "a principle as holder": (
        lambda r: _with_position(r, holder="principle:eurasian-security"),
        "no known state",
    ),
    "a state as venue": (lambda r: _with_position(r, via=("state:RU",)), "'state:RU' is no known bloc"),
    "an id with blanks": (lambda r: _with_position(r, target="principle: x"), "no known principle"),
    "no probability": (lambda r: _with_position(r, confidence=1.5), "no probability"),
    "not a number": (lambda r: _with_position(r, confidence=float("nan")), "no probability"),
    "a judgement": (lambda r: _with_position(r, review=Review.CONFIRMED), "only a person may say"),
    "itself": (lambda r: _with_position(r, holder="state:RU", target="state:RU"), "towards itself"),
    "no day": (lambda r: _with_position(r, said_on="2024-02-31"), "'2024-02-31' is no ISO date"),
    "its event is not there": (lambda r: _with_position(r, event="event:0"), "is not in the record"),
    "twice": (lambda r: replace(r, positions=(*r.positions, r.positions[0])), "stands for two things"),
    "a stance as text": (lambda r: _with_position(r, stance="reject"), "no Stance"),
    "another article": (lambda r: _with_head(r, id="article:0"), "it is of article:0"),
    "an unknown outlet": (lambda r: _with_head(r, publisher="org:none"), "'org:none' is no known org"),
    "foreign matter elsewhere": (lambda r: _with_head(r, foreign=(Span(0, 3, "abc"),)), "the layout: «abc»"),
    "an unknown kind": (lambda r: _with_event(r, kind="party"), "'party' is no known kind"),
    "no month": (lambda r: _with_event(r, date="2024-13", date_precision="month"), "is no ISO date"),
    "an own state": (lambda r: _with_actor(r, Named("state:ZZ", (), name="Z")), "'state:ZZ' is no known"),
    "a nameless person": (lambda r: _with_actor(r, Named("person:x", ())), "'person:x' is no known"),
    "no record": (lambda r: r.to_json(), "the record is no Record"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_does_not_hold_is_refused(name: str, record: Record, vocabulary: Vocabulary) -> None:
    change, told = FAULTS[name]
    with pytest.raises(RecordRefused) as refused:
        check_record(change(record), ARTICLE, vocabulary)
    assert told in str(refused.value) and "sample.txt" in str(refused.value)


def test_a_person_whom_the_record_names_may_speak(record: Record, vocabulary: Vocabulary) -> None:
    named = _with_actor(record, Named("person:a-new-one", (), name="A. New One"))
    check_record(_with_position(named, voice="person:a-new-one"), ARTICLE, vocabulary)


# --- entry points ----------------------------------------------------------------------------------

_PLUGIN = """
from dataclasses import replace
from loaders.pipeline import extract
from ontology.record import Span


def honest(settings):
    return extract


def lying(settings):
    def read(article, vocabulary):
        record = extract(article, vocabulary)
        lie = replace(record.positions[0], evidence=Span(0, 8, "invented"))
        return replace(record, positions=(lie,))
    return read


def broken(settings):
    raise RuntimeError("no model file")
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that brings three extractors, installed as far as Python can tell."""
    (tmp_path / "strange_extractors.py").write_text(_PLUGIN)
    about = tmp_path / "strange_extractors-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: strange-extractors\nVersion: 1.0\n")
    names = [f"{name} = strange_extractors:{name}" for name in ("honest", "lying", "broken")]
    (about / "entry_points.txt").write_text(
        "\n".join(["[communique.extractors]", *names, "gone = nowhere:x"])
    )
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("strange_extractors", None)


def test_the_rules_are_the_default_and_the_model_is_there() -> None:
    assert load_extractor(RULES, {}) is extract
    assert extractors()[0] == RULES and MODEL in extractors()


def test_a_plugin_is_found_by_name(plugin: None, vocabulary: Vocabulary, record: Record) -> None:
    assert {"honest", "lying"} <= set(extractors())
    assert load_extractor("honest", {})(ARTICLE, vocabulary) == record


def test_a_plugin_that_invents_is_refused(plugin: None, vocabulary: Vocabulary) -> None:
    with pytest.raises(RecordRefused, match="«invented» does not stand at 0–8"):
        load_extractor("lying", {})(ARTICLE, vocabulary)


@pytest.mark.parametrize(
    ("name", "told"), [("broken", "no model file"), ("gone", "No module named 'nowhere'")]
)
def test_a_plugin_that_fails_is_named(plugin: None, name: str, told: str) -> None:
    with pytest.raises(ExtractorError, match=told):
        load_extractor(name, {})


def test_an_unknown_extractor_is_told_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="there are: rules, "):
        load_extractor("nothing", {})


def test_nothing_unproved_is_printed_or_stored(
    plugin: None, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store = f"embedded:{tmp_path / 'store'}"
    for command in (["extract"], ["load", "--dry-run", "--store", store]):
        assert cli.run([*command, str(SAMPLE), "--extractor", "lying"]) == 1
        told = capsys.readouterr()
        assert told.out == "" and "is refused" in told.err and "invented" in told.err
    assert cli.run(["extract", str(SAMPLE), "--extractor", "honest"]) == 0
    assert json.loads(capsys.readouterr().out)["positions"]
    assert cli.run(["extract", str(SAMPLE), "--extractor", "nothing"]) == 1
    assert "there are: rules" in capsys.readouterr().err


# --- the language model ----------------------------------------------------------------------------


@dataclass
class Endpoint:
    """A server of the protocol that answers what a test puts in, and keeps what it was asked."""

    url: str
    content: str = ""
    status: int = 200
    body: bytes | None = None
    delay: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)

    def says(self, *positions: Any) -> None:
        self.content = json.dumps({"positions": list(positions)}, ensure_ascii=False)

    @property
    def settings(self) -> dict[str, str]:
        return {
            "COMMUNIQUE_LLM_URL": self.url,
            "COMMUNIQUE_LLM_MODEL": "small",
            "COMMUNIQUE_LLM_KEY": KEY,
            "COMMUNIQUE_LLM_TIMEOUT": "2",
        }

    def reply(self) -> bytes:
        if self.body is not None:
            return self.body
        message = {"role": "assistant", "content": self.content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            there.asked.append((self.path, dict(self.headers), asked))
            time.sleep(there.delay)
            self.send_response(there.status)
            for name, value in there.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # whoever asked may have left
                self.wfile.write(there.reply())

        def log_message(self, *_: Any) -> None:
            pass

    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    there = Endpoint(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield there
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_a_good_answer_becomes_positions_that_wait_for_review(
    endpoint: Endpoint, vocabulary: Vocabulary, record: Record
) -> None:
    endpoint.says(GOOD)
    read = load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)
    (position,) = read.positions
    assert (position.holder, position.voice, position.stance) == (
        "state:RU",
        "person:sergey-lavrov",
        "reject",
    )
    assert ARTICLE.text[position.evidence.start : position.evidence.end] == PASSAGE
    assert position.via == ("bloc:BRICS", "bloc:SCO") and position.said_on == "2024-04-09"
    assert (position.confidence, position.review) == (0.9, Review.PENDING)
    assert (read.article, read.actors, read.events) == (record.article, record.actors, record.events)


def test_the_protocol_is_spoken(endpoint: Endpoint, vocabulary: Vocabulary) -> None:
    endpoint.says()
    assert load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary).positions == ()
    ((path, headers, asked),) = endpoint.asked
    assert path == "/v1/chat/completions" and headers["Authorization"] == f"Bearer {KEY}"
    assert asked["model"] == "small" and asked["temperature"] == 0
    system, user = asked["messages"]
    assert (system["role"], user["role"], user["content"]) == ("system", "user", ARTICLE.text)
    for word in ("principle:unilateral-sanctions", "bloc:SCO", "person:sergey-lavrov", "conditional"):
        assert word in system["content"]
    assert KEY not in json.dumps(asked)


def test_a_fenced_answer_is_read(endpoint: Endpoint, vocabulary: Vocabulary) -> None:
    endpoint.says(GOOD)
    endpoint.content = f"Here it is:\n```json\n{endpoint.content}\n```"
    assert len(load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary).positions) == 1


UNBELIEVED: dict[str, tuple[Any, str]] = {
    "invented passage": ({**GOOD, "passage": "ترفض كل العقوبات"}, "a passage that the text does not have"),
    "reworded passage": ({**GOOD, "passage": PASSAGE + " تماما"}, "a passage that the text does not have"),
    "half a letter": ({**GOOD, "passage": "\ud800"}, "a passage that the text does not have"),
    "empty passage": ({**GOOD, "passage": " "}, "a passage that the text does not have"),
    "unknown id": ({**GOOD, "holder": "state:NOWHERE"}, "'state:NOWHERE' is no known"),
    "voice of no kind": ({**GOOD, "voice": 7}, "is 7, no"),
    "no stance": ({**GOOD, "stance": "likes"}, "a position that is none"),
    "no passage": ({key: GOOD[key] for key in GOOD if key != "passage"}, "a position that is none"),
    "too sure": ({**GOOD, "confidence": 9}, "no probability"),
    "no object": ("state:RU rejects sanctions", "no list of positions"),
}


@pytest.mark.parametrize("name", UNBELIEVED)
def test_an_answer_that_does_not_hold_is_refused(
    name: str, endpoint: Endpoint, vocabulary: Vocabulary
) -> None:
    position, told = UNBELIEVED[name]
    endpoint.content = json.dumps({"positions": [position]})
    with pytest.raises(RecordRefused) as refused:
        load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)
    assert told in str(refused.value)
    str(refused.value).encode()


@pytest.mark.parametrize("content", ["", "no JSON", "{", '{"positions": 3}', '{"other": []}', "[1, 2]"])
def test_malformed_json_is_refused(content: str, endpoint: Endpoint, vocabulary: Vocabulary) -> None:
    endpoint.content = content
    with pytest.raises(RecordRefused, match="the model's answer"):
        load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe", b"{}", b'{"choices": []}', b"[" * 100_000])
def test_an_answer_of_another_protocol_is_refused(
    body: bytes, endpoint: Endpoint, vocabulary: Vocabulary
) -> None:
    endpoint.body = body
    with pytest.raises(RecordRefused, match="not the JSON"):
        load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)


def test_an_endless_answer_is_cut_off(endpoint: Endpoint, vocabulary: Vocabulary) -> None:
    endpoint.body = b" " * 5_000_000
    with pytest.raises(RecordRefused, match="broke off"):
        load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)


def test_a_late_answer_is_not_waited_for(endpoint: Endpoint, vocabulary: Vocabulary) -> None:
    endpoint.says(GOOD)
    endpoint.delay = 1.5
    began = time.monotonic()
    with pytest.raises(RecordRefused, match=r"no answer in 0\.3 seconds"):
        load_extractor(MODEL, endpoint.settings | {"COMMUNIQUE_LLM_TIMEOUT": "0.3"})(ARTICLE, vocabulary)
    assert time.monotonic() - began < 1.4


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_an_endpoint_that_takes_nobody_ends_the_run(
    status: int, endpoint: Endpoint, vocabulary: Vocabulary
) -> None:
    endpoint.status = status
    endpoint.headers = {"Location": f"{endpoint.url}/elsewhere"}
    endpoint.body = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}}).encode()
    with pytest.raises(ExtractorError) as error:
        load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)
    assert str(status) in str(error.value) and KEY not in str(error.value)
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("status", [400, 429, 500, 503])
def test_an_endpoint_that_cannot_now_refuses_one_article(
    status: int, endpoint: Endpoint, vocabulary: Vocabulary
) -> None:
    endpoint.status = status
    with pytest.raises(RecordRefused, match=str(status)):
        load_extractor(MODEL, endpoint.settings)(ARTICLE, vocabulary)


def test_nobody_there_is_one_sentence(vocabulary: Vocabulary) -> None:
    settings = {"COMMUNIQUE_LLM_URL": "http://user:pass@127.0.0.1:1/v1", "COMMUNIQUE_LLM_MODEL": "small"}
    with pytest.raises(ExtractorError, match="cannot be reached") as error:
        load_extractor(MODEL, settings)(ARTICLE, vocabulary)
    assert "pass" not in str(error.value)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "Set COMMUNIQUE_LLM_URL"),
        ({"COMMUNIQUE_LLM_URL": "file:///etc/passwd"}, "Set COMMUNIQUE_LLM_URL"),
        ({"COMMUNIQUE_LLM_URL": "http://127.0.0.1/v1"}, "Set COMMUNIQUE_LLM_MODEL"),
        (
            {
                "COMMUNIQUE_LLM_URL": "http://h/v1",
                "COMMUNIQUE_LLM_MODEL": "m",
                "COMMUNIQUE_LLM_KEY": f"{KEY}\n",
            },
            "COMMUNIQUE_LLM_KEY is no key",
        ),
    ],
)
def test_wrong_settings_say_what_to_set(settings: dict[str, str], told: str) -> None:
    with pytest.raises(ExtractorError, match=told) as error:
        load_extractor(MODEL, settings)
    assert KEY not in str(error.value)


def test_the_shell_asks_the_model_only_when_told_to(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    endpoint.says(GOOD)
    for name, value in endpoint.settings.items():
        monkeypatch.setenv(name, value)
    assert cli.run(["extract", str(SAMPLE)]) == 0 and not endpoint.asked
    assert len(json.loads(capsys.readouterr().out)["positions"]) > 1
    assert cli.run(["extract", str(SAMPLE), "--extractor", MODEL, "--llm-model", "large"]) == 0
    assert len(json.loads(capsys.readouterr().out)["positions"]) == 1
    assert endpoint.asked[0][2]["model"] == "large"
    endpoint.status = 401
    assert cli.run(["extract", str(SAMPLE), str(SAMPLE.parent), "--extractor", MODEL]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1 and "check COMMUNIQUE_LLM_KEY" in told.err and KEY not in told.err
    assert cli.run(["extract", "--help"]) == 0
    assert "--llm-url" in (text := capsys.readouterr().out) and "--llm-key" not in text
