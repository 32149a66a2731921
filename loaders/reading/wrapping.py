"""Text whose lines were broken at a width: the breaks within paragraphs read as blanks.

Plain text from mail, terminals and PDF files is such. Every letter keeps its place.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!؟?…:][»\"”’')\]]*$")
_BULLET = re.compile(r"[•●▪◾◼■★✓➤►‣*·\-–—]|\d{1,2}[.)]")
_WIDEST = 120  # letters of a line, beyond which nobody breaks it
_FEWEST = 8  # lines of a text that shows its width
_RAGGED = 18  # letters that a full line may be short of the width, for a word that went to the next
_FULL = 0.75  # of the lines that end within a sentence
_PARAGRAPHS = 2  # that end with a stop, so that it is no list of headlines


def unwrapped(text: str) -> str:
    """A text without the line breaks within its paragraphs, each a blank instead, where a width made them."""
    lines = [match for match in _LINE.finditer(text) if match.group().strip()]
    width = max((len(line.group().rstrip()) for line in lines), default=0)
    if len(lines) < _FEWEST or width > _WIDEST:
        return text
    ends = [_ENDS.search(line.group().rstrip()) is not None for line in lines]
    full = [len(line.group().rstrip()) >= width - _RAGGED for line in lines]
    within = [is_full for is_full, ended in zip(full, ends, strict=True) if not ended]
    if sum(ends) < _PARAGRAPHS or len(within) < len(lines) / 2 or sum(within) < _FULL * len(within):
        return text
    letters = list(text)
    for number, line in enumerate(lines[:-1]):
        behind = lines[number + 1]
        goes_on = behind.start() == line.end() + 1 and not _BULLET.match(behind.group().lstrip())
        if full[number] and not ends[number] and goes_on:
            letters[line.end()] = " "
    return "".join(letters)
