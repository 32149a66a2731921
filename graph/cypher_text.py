"""Cypher as text: its words and signs, read in linear time, whatever somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

# No text may take more than one look at each of its letters: runs are possessive, and what stands behind a
# loop over several of them always fits, so that none goes back. The loops themselves are not possessive:
# Python before 3.11.5 reads such loops wrong (gh-106052), and a string would hide the words behind it.
_TOKEN = re.compile(
    r"""
    (?P<space>\s++|//[^\n\r]*+|/\*(?:[^*]++|\*(?!/))*(?:\*/|\Z))
    |(?P<string>'(?:[^'\\]++|\\.)*(?:'|\\?\Z)|"(?:[^"\\]++|\\.)*(?:"|\\?\Z))
    |(?P<quoted>`(?:[^`]++|``)*(?:`|\Z))
    |(?P<parameter>\$(?:`(?:[^`]++|``)*(?:`|\Z)|\w++))
    |(?P<number>\d[\d_]*+(?:\.(?!\.)(?![^\W\d])[\d_]*+)?(?:[eE][+-]?\d++)?\w*+)
    |(?P<word>[^\W\d]\w*+)
    |(?P<sign>=~|<>|<=|>=|\.\.|.|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSES = {"(": ")", "[": "]", "{": "}"}
_LOOPS = {"ANY", "ALL", "NONE", "SINGLE", "REDUCE", "FILTER", "EXTRACT"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, sign, string, number, parameter or quoted name, and where it stands."""

    kind: str
    text: str
    start: int

    @property
    def word(self) -> str:
        """A word or sign as keywords are compared: some letters beyond ASCII fold into one of it."""
        return self.text.casefold().upper() if self.kind in ("word", "sign") else ""

    @property
    def name(self) -> str:
        """A word or a quoted name without its quotes; nothing for anything else."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind == "word" else ""

    @property
    def closed(self) -> bool:
        """Whether a string or quoted name has its end."""
        opening = self.text.lstrip("$")[:1]
        return opening not in "'\"`" or (len(self.text.lstrip("$")) > 1 and self.text.endswith(opening))


class Text:
    """A query's tokens without its blanks and comments, and its brackets."""

    def __init__(self, cypher: str) -> None:
        found = (Token(str(item.lastgroup), item[0], item.start()) for item in _TOKEN.finditer(cypher))
        self.tokens: Sequence[Token] = [token for token in found if token.kind != "space" and token.text]

    def at(self, place: int) -> Token:
        """The token at a place; an empty sign before the first and after the last."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else Token("sign", "", -1)

    @cached_property
    def spans(self) -> dict[int, int]:
        """Where each bracket is closed; one that nobody closes reaches to the end."""
        spans: dict[int, int] = {}
        open_: list[int] = []
        for place, token in enumerate(self.tokens):
            if token.kind == "sign" and token.text in _CLOSES:
                open_.append(place)
            elif token.kind == "sign" and token.text in _CLOSES.values() and open_:
                spans[open_.pop()] = place
        return spans | dict.fromkeys(open_, len(self.tokens))

    @cached_property
    def depths(self) -> list[int]:
        """How deep in brackets and CASE each token stands."""
        depth, depths = 0, []
        for token in self.tokens:
            depths.append(depth)
            if token.word in ("(", "[", "{", "CASE"):
                depth += 1
            elif token.word in (")", "]", "}", "END"):
                depth = max(depth - 1, 0)
        return depths

    def loops(self) -> Iterator[tuple[int, int, int]]:
        """Each expression that goes through a list: its bracket, its IN, and where the bracket closes."""
        for start, end in self.spans.items():
            called = self.at(start).text == "(" and self.at(start - 1).word in _LOOPS
            if not called and self.at(start).text != "[":
                continue
            for place in range(start + 1, min(end, start + 3 if not called else end)):
                if self.at(place).word == "IN" and self.at(place - 1).name:
                    yield start, place, end
                    break

    def parts(self, start: int, end: int, sign: str = ",") -> Iterator[tuple[int, int]]:
        """Where the parts between the signs outside all brackets begin and end."""
        depth, left = 0, start
        for place in range(start, end):
            text = self.at(place).word
            depth += (text in _CLOSES and len(text) == 1) - (text in _CLOSES.values() and len(text) == 1)
            if text == sign and depth == 0:
                yield left, place
                left = place + 1
        yield left, end


@lru_cache(maxsize=512)
def read_text(cypher: str) -> Text:
    """A query's tokens; those of queries asked again and again are at hand."""
    return Text(cypher)
