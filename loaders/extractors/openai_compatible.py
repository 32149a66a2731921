"""Positions by a language model behind any OpenAI-compatible endpoint.

Off unless asked for by name; then the article's text goes to the endpoint that the settings name. The
model is asked for positions alone and must copy its passages; layout, actors, dates and events stay
those of the rules. What it answers waits for review: its confidence is no measured probability.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from http.client import HTTPException, HTTPResponse
from importlib.resources import files
from string import Template
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from loaders.article import Article
from loaders.extractors.checking import short
from loaders.pipeline import extract
from ontology.errors import ExtractorError, RecordRefused
from ontology.record import Modality, Named, Position, Record, Review, Span, Stance
from ontology.vocabulary import Bloc, Principle, Vocabulary

_URL, _MODEL, _KEY, _TIMEOUT = (f"COMMUNIQUE_LLM_{name}" for name in ("URL", "MODEL", "KEY", "TIMEOUT"))
_LARGEST = 4_000_000  # bytes of an answer
_PIECE = 65_536
_KEY_REFUSED = frozenset({401, 403})


def openai_compatible(settings: Mapping[str, str]) -> LanguageModel:
    """The extractor that the settings COMMUNIQUE_LLM_URL, _MODEL, _KEY and _TIMEOUT describe."""
    url, model = settings.get(_URL, ""), settings.get(_MODEL, "")
    if not url.isascii() or urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise ExtractorError(f"Set {_URL} to the endpoint's http(s) URL, such as http://localhost:11434/v1.")
    if not model:
        raise ExtractorError(f"Set {_MODEL} to the name of a model that {_shown(url)} has.")
    key = settings.get(_KEY)
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise ExtractorError(f"{_KEY} is no key: it must be one word of plain letters, digits and signs.")
    return LanguageModel(url.rstrip("/"), model, key, float(settings.get(_TIMEOUT, "120")))


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model at an endpoint, as an extractor."""

    url: str
    model: str
    key: str | None = field(repr=False)
    timeout: float

    def __call__(self, article: Article, vocabulary: Vocabulary) -> Record:
        """The rules' record with the model's positions in place of theirs."""
        record = extract(article, vocabulary)
        answer = self._ask(_messages(article, record, vocabulary), article)
        positions = {p.id: p for p in (_position(item, article, record) for item in answer)}
        ordered = tuple(sorted(positions.values(), key=lambda p: (p.evidence.start, p.holder, p.target)))
        return replace(record, positions=ordered, principles=_principles(record, ordered))

    # --- the protocol --------------------------------------------------------------------------

    def _ask(self, messages: list[dict[str, str]], article: Article) -> list[dict[str, Any]]:
        """The positions that the model answers."""
        body = {
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            "response_format": {"type": "json_object"},
        }
        said = self._send(json.dumps(body).encode(), article)
        try:
            content: str = json.loads(said)["choices"][0]["message"]["content"]
            positions = json.loads(content[content.index("{") : content.rindex("}") + 1])["positions"]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise _refused(article, "the model's answer is not the JSON that it was asked for") from None
        if not isinstance(positions, list) or not all(isinstance(item, dict) for item in positions):
            raise _refused(article, "the model's answer holds no list of positions")
        return positions

    def _send(self, body: bytes, article: Article) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = Request(f"{self.url}/chat/completions", body, headers, method="POST")
        where, until = _shown(self.url), time.monotonic() + self.timeout
        try:
            # No proxy of ours is passed by, but no redirect followed either: the key is for this place alone.
            with build_opener(_NoRedirect).open(request, timeout=self.timeout) as answer:
                return _read(answer, until)
        except HTTPError as error:
            raise self._answered(error.code, article) from None
        except TimeoutError:
            raise self._late(article) from None
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late(article) from None
            raise ExtractorError(
                f"The endpoint {where} cannot be reached ({error.reason}); check {_URL}."
            ) from None
        except (HTTPException, OSError) as error:
            reason = type(error).__name__
            raise _refused(
                article, f"the endpoint {where} broke off its answer ({reason}); try again"
            ) from None

    def _late(self, article: Article) -> RecordRefused:
        return _refused(
            article, f"the endpoint gave no answer in {self.timeout:g} seconds; raise {_TIMEOUT} or try again"
        )

    def _answered(self, status: int, article: Article) -> ExtractorError | RecordRefused:
        """What a status that is no answer means. Its body is not shown: it may repeat the key."""
        where = _shown(self.url)
        if status in _KEY_REFUSED:
            return ExtractorError(f"The endpoint {where} refuses the key ({status}); check {_KEY}.")
        if status == 404:
            return ExtractorError(
                f"{where} has no chat completions or no model '{self.model}' (404); "
                f"check {_URL} and {_MODEL}."
            )
        if 300 <= status < 400:
            return ExtractorError(
                f"The endpoint {where} sends elsewhere ({status}); set {_URL} to that place."
            )
        if status == 429 or status >= 500:
            return _refused(article, f"the endpoint {where} cannot answer now ({status}); try again later")
        return _refused(article, f"the endpoint {where} does not take the question ({status})")


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow no redirect."""


def _read(answer: HTTPResponse, until: float) -> bytes:
    """The body of an answer, within its time and size."""
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if time.monotonic() > until:
            raise TimeoutError
        if size > _LARGEST:
            raise HTTPException
        pieces.append(piece)
    return b"".join(pieces)


def _shown(url: str) -> str:
    """A URL without the user and password that it may hold."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _refused(article: Article, reason: str) -> RecordRefused:
    return RecordRefused(f"{article.path} is not read out: {reason}.")


# --- the question ----------------------------------------------------------------------------------


def _messages(article: Article, record: Record, vocabulary: Vocabulary) -> list[dict[str, str]]:
    template = Template((files("loaders.extractors") / "openai_compatible.txt").read_text(encoding="utf-8"))
    named = [item.id for item in record.actors]
    blocs = [entry.id for entry in vocabulary.of_type(Bloc)]
    instructions = template.substitute(
        stances=", ".join(Stance),
        modalities=", ".join(Modality),
        principles="\n".join(f"{entry.id}: {entry.caption}" for entry in vocabulary.of_type(Principle)),
        actors="\n".join(f"{item}: {_caption(item, record, vocabulary)}" for item in named),
        blocs=", ".join(blocs),
    )
    return [{"role": "system", "content": instructions}, {"role": "user", "content": article.text}]


def _caption(item: str, record: Record, vocabulary: Vocabulary) -> str:
    if entry := vocabulary.items.get(item):
        return entry.caption
    return next((actor.name for actor in record.actors if actor.id == item and actor.name), item)


# --- the answer ------------------------------------------------------------------------------------


def _position(item: Mapping[str, Any], article: Article, record: Record) -> Position:
    """A position as the model gave it; whether its ids are known is checked with the whole record."""
    try:
        holder, target, stance = str(item["holder"]), str(item["target"]), Stance(item["stance"])
        key = f"{article.id}|{holder}|{target}|{stance}"
        return Position(
            id=f"position:{hashlib.sha256(key.encode()).hexdigest()[:16]}",
            holder=holder,
            voice=item.get("voice"),
            target=target,
            stance=stance,
            modality=Modality(item.get("modality", Modality.ASSERTS)),
            said_on=record.article.published_on,
            date_precision="day" if record.article.published_on else None,
            via=_sorted(item.get("via")),
            contrast=_sorted(item.get("contrast")),
            quoted=bool(item.get("quoted", False)),
            confidence=float(item.get("confidence", 0.5)),
            review=Review.PENDING,
            evidence=_located(str(item["passage"]), article),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise _refused(
            article, f"the model gave a position that is none ({type(error).__name__}: {error})"
        ) from None


def _sorted(ids: Iterable[Any] | None) -> tuple[str, ...]:
    return tuple(sorted({str(item) for item in ids or ()}))


def _located(passage: str, article: Article) -> Span:
    """Where a passage stands in the text, letter for letter."""
    start = article.text.find(passage) if passage.strip() else -1
    if start < 0:
        raise _refused(article, f"the model gave a passage that the text does not have («{short(passage)}»)")
    return Span(start, start + len(passage), passage)


def _principles(record: Record, positions: Iterable[Position]) -> tuple[Named, ...]:
    """The principles that the rules found, and those of the positions."""
    found = {item.id: item for item in record.principles}
    for position in positions:
        if position.target.startswith("principle:"):
            found.setdefault(position.target, Named(position.target, (position.evidence,)))
    return tuple(found[item] for item in sorted(found))
