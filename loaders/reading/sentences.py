"""Sentences and quotations of a block of text, by offsets, in one pass each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STOPS = re.compile(r"[.!?؟…]+")
_CLOSERS = "\"'”»’)]}›"
_OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›", "〝": "〞"}
_CLOSING = {"»", "”", "›", "〞"}
_STRAIGHT = '"＂'
_LONGEST = 3_000  # characters of a sentence
_COMMAS = ("، ", ", ", "; ", "؛ ")
_BLANK = re.compile(r"\s")
_OPENERS = frozenset(
    {"The", "He", "She", "It", "In", "But", "They", "This"}
)  # begin a sentence even behind "U.S."
_QUOTES = re.compile('[«»“”„‹›〝〞"＂]')
_BEFORE_OPENING = " \t\u00a0\n([{-–—:،,ـ\u200f\u200e«“"


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """What stands between quotation marks, marks excluded; `depth` 0 is outermost."""

    start: int
    end: int
    depth: int
    closed: bool = True


def split_sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """The sentences of text[start:end] as offsets without surrounding blanks.

    A stop ends a sentence when white space follows it (closing quotes and brackets first); a stop
    after an abbreviation, an initial or inside a number does not. Line breaks always do.
    """
    found: list[tuple[int, int]] = []
    at = start
    for stop in _STOPS.finditer(text, start, end):
        after = stop.end()
        while after < end and text[after] in _CLOSERS:
            after += 1
        if after < end and not text[after].isspace() and not _glued(text, stop.start(), after):
            continue
        if set(stop.group()) <= {".", "…"} and len(stop.group()) > 1:
            continue  # dots of suspension run on
        if stop.group() == "." and _abbreviated(text, at, stop.start(), abbreviations):
            continue
        found.append((at, after))
        at = after
    found.append((at, end))
    pieces = [piece for a, b in found for line in _lines(text, a, b) for piece in _bounded(text, *line)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut where it is longer than any that is written: its words are weighed beside each other.

    It is cut behind the last comma within the bound, else at the last blank there, else at the next.
    """
    while end - start > _LONGEST:
        bound = start + _LONGEST
        comma = max(text.rfind(sign, start, bound) for sign in _COMMAS)
        blank = text.rfind(" ", start + 1, bound)
        behind = _BLANK.search(text, bound, end) if comma < 0 and blank < 0 else None
        cut = comma + 1 if comma >= 0 else blank if blank >= 0 else behind.start() if behind else end
        yield start, cut
        start = next((at for at in range(cut, end) if not text[at].isspace()), end)
    yield start, end


def _glued(text: str, stop: int, after: int) -> bool:
    """Whether the next sentence begins without a blank: «…التهديد.وقال», «…мира.Он»."""
    before, behind = text[stop - 1 : stop], text[after]
    if "\u0621" <= behind <= "\u064a":
        return before.isalpha() or before in _CLOSERS
    return "\u0410" <= behind <= "\u042f" and before.islower() and text[stop - 2 : stop - 1].isalpha()


def _abbreviated(text: str, start: int, dot: int, abbreviations: frozenset[str]) -> bool:
    at = dot
    while at > start and not text[at - 1].isspace() and text[at - 1] not in '(«“"':
        at -= 1
    word = text[at:dot].casefold().rpartition("-")[2]
    before = text[start:at].rstrip().rpartition(" ")[2].casefold()
    if len(before) > 1 and f"{before} {word}" in abbreviations:
        return False  # a name of one letter: Ван И.
    if text[dot + 1 : dot + 8].lstrip().partition(" ")[0] in _OPENERS and "." in word:
        return False
    return (len(word) == 1 and word.isalpha()) or word.replace(".", " ") in abbreviations


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        a, b = at, stop
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        lines.append((a, b))
        at = stop + 1
    return lines


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The quotations of text[start:end], nested ones too, in order of their start.

    Straight marks get a direction from what stands around them. One that is never closed runs to the
    end of the block; a closing mark that was never opened is passed over.
    """
    quotes: list[Quote] = []
    open_at: list[tuple[int, str]] = []
    for mark in _QUOTES.finditer(text, start, end):
        sign, at = mark.group(), mark.start()
        if sign == "“" and open_at and open_at[-1][1] == "“":
            opens = False  # closes a German low quote
        else:
            opens = sign in _OPENING if sign not in _STRAIGHT else _opens(text, at, start, end, bool(open_at))
        if opens:
            open_at.append((at + 1, _OPENING.get(sign, sign)))
        elif open_at:
            _close(quotes, open_at, sign, at)
    quotes += [Quote(begin, end, depth, closed=False) for depth, (begin, _) in enumerate(open_at)]
    return sorted(quotes)


def _close(quotes: list[Quote], open_at: list[tuple[int, str]], sign: str, at: int) -> None:
    if sign in _CLOSING and any(closer == sign for _, closer in open_at):
        while open_at[-1][1] != sign:
            open_at.pop()
    begin, _ = open_at.pop()
    quotes.append(Quote(begin, at, len(open_at)))


def _opens(text: str, at: int, start: int, end: int, inside: bool) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if after.isspace() or after in ".,،؛;:!?؟)":
        return not inside and before.isspace() and after.isspace()
    return before in _BEFORE_OPENING or before.isspace() or not inside
