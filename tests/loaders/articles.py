"""The sample articles, and broken variants of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Record, Span
from ontology.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


@cache
def samples() -> tuple[str, ...]:
    """The texts of the sample articles, in all three languages."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("loaders/samples/*.txt")))


def read_out(text: str) -> Record:
    """The record of a text."""
    return extract(Article(text, "test.txt"), Vocabulary.load(), TODAY)


def spans(record: Record) -> list[Span]:
    """Every passage that a record names."""
    named = [*record.actors, *record.principles, *record.places]
    found = [mention for item in named for mention in item.mentions]
    found += [item.evidence for item in (*record.positions, *record.events)]
    return [*found, *record.article.boilerplate, *record.article.foreign]


def mutated(chance: random.Random) -> str:
    """A sample article that something has happened to, perhaps several things."""
    text = chance.choice(samples())
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_MUTATIONS)(text, chance)
    return text


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[start : chance.randint(start, len(text))]


def _doubled(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text + text[at:]


def _shuffled(text: str, chance: random.Random) -> str:
    parts = text.split(chance.choice([" ", "\n", ".", "،"]))
    chance.shuffle(parts)
    return chance.choice([" ", "\n", ""]).join(parts)


def _mixed(text: str, chance: random.Random) -> str:
    """Two articles, perhaps in two scripts, word by word."""
    pairs = zip(text.split(" "), chance.choice(samples()).split(" "), strict=False)
    return " ".join(word for pair in pairs for word in pair)


def _sprinkled(text: str, chance: random.Random) -> str:
    """Letters from elsewhere: bidi marks, diacritics, tatweel, emoji, quotes, brackets, digits, controls."""
    letters = list(text)
    for _ in range(chance.randint(1, 60)):
        letters.insert(chance.randint(0, len(letters)), chance.choice(_STRAYS))
    return "".join(letters)


def _emptied(text: str, chance: random.Random) -> str:
    dropped = chance.choice(sorted(set(text)) or [" "])
    return text.replace(dropped, chance.choice(["", " ", "\n", '"']))


def _one_line(text: str, chance: random.Random) -> str:
    return text.replace("\n", " ").replace(".", chance.choice(["", "،", ","]))


_STRAYS = (
    *"\u200e\u200f\u202a\u202b\u202c\u2067\u2069\u0640\u064b\u0651\u0670\u200c\u200d\ufeff\u00ad\u00a0\u2028",
    *"\"«»“”'’()[]{}<>-–—،؛؟!?.,:;…٫٬%+*|/\\#@&=~^`",
    *"0٣۷१²½Ⅻ😀\U0001f1f7\U0001f1fa\u0301ßŉﬁﷺاإأآىةپ\x00\x1b\r\t\n",
)
_MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _cut,
    _doubled,
    _shuffled,
    _mixed,
    _sprinkled,
    _emptied,
    _one_line,
)
