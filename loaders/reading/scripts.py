"""Which language a text is in, by its letters and its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from loaders.reading.data import read_data

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+"),
    "ru": re.compile(r"[\u0400-\u052f]+"),
    "en": re.compile(r"[A-Za-z\u00c0-\u024f]+"),
}
# A language's own letters count once they are one in fifty.
_RARE = 50


@lru_cache(maxsize=1)
def _data() -> tuple[dict[str, dict[str, str]], dict[str, frozenset[str]]]:
    data: Any = read_data("", "detect")
    others = {script: entry["others"] for script, entry in data["scripts"].items()}
    return others, {code: frozenset(words) for code, words in data["words"].items()}


def detect_language(text: str) -> str:
    """The code of the text's language: that of most letters, then of most function words.

    >>> detect_language("وقال الوزير إن بلاده تدعم الحوار MFA")
    'ar'
    """
    sample = text[:_SAMPLE]
    letters = {code: sum(map(len, script.findall(sample))) for code, script in _SCRIPTS.items()}
    script = max(letters, key=lambda code: letters[code])
    others, function_words = _data()
    counts = Counter(map(str.casefold, _WORD.findall(sample)))
    scores = {
        code: sum(map(counts.__getitem__, counts.keys() & function_words[code]))
        for code in (script, *others[script])
    }
    for code, own in others[script].items():
        found = sum(sample.count(letter) for letter in own)
        scores[code] += found if found * _RARE > letters[script] else 0
    # A tie, or too few words to tell, speaks for the language that this program reads.
    return max(scores, key=lambda code: (scores[code], code == script))


def read_as(language: str) -> str:
    """The language whose data read a text best: its own, else that of its script.

    >>> read_as("uk"), read_as("fa"), read_as("fr")
    ('ru', 'ar', 'en')
    """
    others, _ = _data()
    return next((script for script, codes in others.items() if language in (script, *codes)), "en")


def function_word_share(text: str, language: str) -> float:
    """The share of a text's words that are among the language's most frequent ones."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    return sum(word in _data()[1][language] for word in words) / len(words) if words else 0.0
