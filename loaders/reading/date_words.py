"""The words that dates are made of, and a text read as a string of their classes.

Every token becomes one letter (`d` a day's number, `M` a month, `W` a weekday…), so that the forms of
a date are regular expressions over letters, the same for every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from hijridate import Hijri

from loaders.reading.data import CODES, read_data
from loaders.reading.inflection import arabic_readings
from loaders.reading.text import MARKS, fold

_LETTERS = rf"[A-Za-z](?:[^\W_]|[{MARKS}])*|[^\W\d_](?:[^\W\d_]|[{MARKS}])*"
_WORD = re.compile(_LETTERS)
_DIGIT = re.compile(r"\d")
# Words first: most of a text is words, and no other kind begins with a letter.
_TOKEN = re.compile(
    r"(?P<and>و(?=\d))"
    rf"|(?P<word>{_LETTERS})"
    rf"|(?P<mark>\n|[^\w\s{MARKS}])"
    r"|(?P<numeric>(?<!\d)(?:\d{4}([./-])\d{1,2}\5\d{1,2}|\d{1,2}([./-])\d{1,2}\6\d{4}|\d{1,2}([./])\d{1,2}\7\d{2})(?!\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)"
    rf"|(?P<number>\d+)(?:st|nd|rd|th|-?(?:го|ого|его|е|й|му)|[مهـ]+)?(?![^\W\d_])"
    r"|(?P<loose>\d+)"
)
_MARKS = {
    **dict.fromkeys("-–—−", "-"),
    **dict.fromkeys(",،", ","),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys('"“”«»', '"'),
    **{mark: mark for mark in "/.\n"},
}
# The class of each group of words in dates.yaml; groups of numbered words carry their number.
_NUMBERED = {
    "months": "M", "hijri_months": "H", "weekdays": "W", "days": "t", "ordinals": "o", "cardinals": "K",
}  # fmt: skip
_EDGES = {"starts": 1, "middles": 2, "ends": 3}
_UNITS = {"day": "D", "week": "G", "month": "m", "year": "Y"}
_PLAIN = {
    "past": "p", "future": "u", "now": "n", "before": "b", "ago": "g", "after": "a", "starts": "e",
    "middles": "e", "ends": "e", "from": "f", "of": "f", "to": "T", "and": "&", "in": "i",
    "about": "~", "eras": "E",
}  # fmt: skip
_LONGEST_PHRASE = 4
_SHORTEST_AFTER_CLITIC = 4


class Word(NamedTuple):
    """What a word of a date means: its class and its number (month, weekday, offset, count)."""

    letter: str
    value: int = 0
    unit: str = ""


class Token(NamedTuple):
    """A word of the text with its class."""

    letter: str
    start: int
    end: int
    value: int = 0
    unit: str = ""
    day: date | None = None  # of a date in figures


# Any word that no date is made of: where it stands does not matter.
_OTHER = Token("*", -1, -1)


@dataclass(frozen=True)
class DateWords:
    """The words of all languages: their scripts keep them apart, and texts mix them."""

    words: dict[str, Word]
    longer: frozenset[str]  # first words of phrases
    no_bare_month: frozenset[str]
    lasting: frozenset[str]
    typo_months: dict[str, int]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The date words of every language's dates.yaml."""
    words: dict[str, Word] = {}
    excluded: set[str] = set()
    lasting: set[str] = set()
    typos: dict[str, int] = {}
    for language in CODES:
        data = read_data(language, "dates")
        weak = {_key(name) for name in data.get("needs_preposition", ())}
        for name, word in _entries(data):
            key = _key(name)
            words.setdefault(key, word._replace(letter="w") if key in weak else word)
            if word.letter == "M" and len(key) >= data["typo_min_length"] and " " not in key:
                typos[key] = word.value
        excluded |= {_key(name) for name in data["bare_month_excluded"]}
        lasting |= {_key(name) for name in data.get("lasting", ())}
    longer = frozenset(key.partition(" ")[0] for key in words if " " in key)
    return DateWords(words, longer, frozenset(excluded), frozenset(lasting), typos)


def _key(name: str) -> str:
    return " ".join(fold(part) for part in str(name).split())


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    for group, letter in _NUMBERED.items():
        for value, names in data.get(group, {}).items():
            yield from ((name, Word(letter, value)) for name in names)
    for unit, letter in _UNITS.items():
        yield from ((name, Word(letter, 1, unit)) for name in data["units"][unit])
        yield from ((name, Word("B", 2, unit)) for name in data["duals"].get(unit, ()))
        yield from ((name, Word("P", 1, unit)) for name in data["plurals"][unit])
    for group, letter in _PLAIN.items():
        yield from ((name, Word(letter, _EDGES.get(group, 0))) for name in data.get(group, ()))


CORE = frozenset("NMHytWwDGmYPB")  # the classes of which every date has one


def may_date(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` has a figure or a word that a date can stand on: most sentences have none."""
    return bool(_DIGIT.search(text, start, end)) or any(map(_may_date, _WORD.findall(text, start, end)))


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, phrases such as «كانون الأول» as one."""
    tokens: list[Token] = []
    raw = list(_TOKEN.finditer(text, start, end))
    at, after_number = 0, False
    while at < len(raw):
        match = raw[at]
        if not after_number and match.lastgroup == "word" and _sense(match[0]) is _NO_SENSE:
            tokens.append(_OTHER)
            at += 1
            continue
        taken, token = _token(raw, at)
        if after_number and token.letter == "*":
            token = _repaired(token, text)
        tokens.append(token)
        after_number = token.letter == "d" or (after_number and token.letter == "f")
        at += taken
    return tokens


def _token(raw: list[re.Match[str]], at: int) -> tuple[int, Token]:
    match = raw[at]
    start, end = match.span()
    kind = match.lastgroup
    if kind == "word":
        return _word(raw, at)
    if kind == "numeric":
        return 1, Token("N", start, end, day=_in_figures(match.group()))
    if kind == "number":
        return 1, _number(match)
    if kind == "and":
        return 1, Token("&", start, end)
    return 1, Token(_MARKS.get(match.group(), "#" if kind == "loose" else "*"), start, end)


def _number(match: re.Match[str]) -> Token:
    start, end = match.span()
    figures = match.group("number")
    value = int(figures) if len(figures) <= 4 else 0
    if 1 <= value <= 31 and len(figures) <= 2:
        return Token("d", start, end, value)
    if 1900 <= value <= 2100:
        return Token("y", start, end, value)
    return Token("h" if 1300 <= value <= 1500 else "#", start, end, value)


def _in_figures(figures: str) -> date | None:
    """A date in figures: year first, else day first where that is possible; 1441/03/01 is of the Hijra."""
    first, second, third = (int(part) for part in re.split(r"[./-]", figures))
    if first > 31:
        orders = [(first, second, third)]
    else:
        year = third + 2000 if third < 100 else third
        orders = [(year, second, first), (year, first, second)]
    for year, month, day in orders:
        try:
            islamic = 1300 <= year <= 1500
            given = Hijri(year, month, day).to_gregorian() if islamic else date(year, month, day)
            return date(given.year, given.month, given.day)
        except (ValueError, OverflowError):
            continue
    return None


def _word(raw: list[re.Match[str]], at: int) -> tuple[int, Token]:
    match = raw[at]
    start, end = match.span()
    word, opens_phrase = _sense(match.group())
    if opens_phrase:
        for length in range(_LONGEST_PHRASE, 1, -1):
            parts = raw[at : at + length]
            if len(parts) == length and all(part.lastgroup == "word" for part in parts):
                phrase = _look_up(" ".join(fold(part.group()) for part in parts))
                if phrase is not None:
                    return length, Token(phrase.letter, start, parts[-1].end(), phrase.value, phrase.unit)
    if word is None:
        return 1, Token("*", start, end)
    return 1, Token(word.letter, start, end, word.value, word.unit)


_NO_SENSE: tuple[Word | None, bool] = (None, False)


@lru_cache(maxsize=50_000)
def _sense(word: str) -> tuple[Word | None, bool]:
    """What a word as printed means in a date, and whether a phrase may start with it."""
    folded, longer = fold(word), date_words().longer
    found = _look_up(folded)
    if found is not None and found.letter in "MWw" and folded.isascii() and not word[0].isupper():
        found = None
    opens = folded in longer or folded[1:] in longer
    return (found, opens) if found or opens else _NO_SENSE


@lru_cache(maxsize=50_000)
def _may_date(word: str) -> bool:
    sense, opens_phrase = _sense(word)
    return opens_phrase or (sense is not None and sense.letter in CORE)


def _look_up(folded: str) -> Word | None:
    words = date_words().words
    if folded in words or not "\u0600" <= folded[0] <= "\u06ff":
        return words.get(folded)
    head, _, rest = folded.partition(" ")
    for form in arabic_readings(head)[0][1:]:
        if len(form) >= _SHORTEST_AFTER_CLITIC or rest:
            found = words.get(f"{form} {rest}" if rest else form)
            if found is not None and found.letter not in "Ko":
                return found
    return None


def _repaired(token: Token, text: str) -> Token:
    """An unknown word after a day's number that is one letter off a month is that month."""
    folded = fold(text[token.start : token.end])
    months = {value for name, value in date_words().typo_months.items() if _one_off(folded, name)}
    return token._replace(letter="M", value=months.pop()) if len(months) == 1 else token


def _one_off(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed makes one word the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
