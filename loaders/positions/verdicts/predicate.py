"""The predicate of one subject, read from its first word on: what is alike in every language.

The classes of words are lists of words.yaml. A verdict is 1 for praise, -1 for blame or 0 for neither, with
the place where the words for it end.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from loaders.reading.document import Document

Verdict = tuple[int, int]


class Predicate(ABC):
    """Words `at` up to `limit` behind a subject. `resumed`: they go on behind an aside of their own."""

    carried: ClassVar[int]  # words behind a light verb, or one of turning, to what it carries

    def __init__(self, document: Document, at: int, limit: int, *, resumed: bool = False) -> None:
        self._folded = document.words.folded
        self._breaks = document.breaks
        self._words = document.language.words
        self._at, self._limit = at, limit
        self._resumed_at = at if resumed else -1
        self._negated = self._copula = False

    @abstractmethod
    def verdict(self) -> Verdict:
        """What it says: of the head verb, else of what a light verb or a copula carries."""

    @abstractmethod
    def called(self) -> Verdict:
        """What somebody calls an actor: the first word of a class."""

    @abstractmethod
    def _is(self, kind: str, word: str) -> bool:
        """Whether a word is a form of one of a class."""

    def _names(self, kind: str, word: str) -> bool:
        """Whether a word is one of a class of nouns and adjectives."""
        return word in self._words(kind)

    def _bad(self, end: int) -> Verdict:
        """The verdict of words of a wrong: not to do one is no merit."""
        return (0 if self._negated else -1), end

    def _good(self, end: int) -> Verdict:
        """The verdict of words of a merit, of which it is a wrong to have none."""
        return (-1 if self._negated else 1), end

    def _by_class(self, at: int, head: str) -> Verdict | None:
        """What a head verb says that is a wrong or a merit by itself; None where it is none."""
        if self._negated and self._is("forsaking_verbs", head):
            return 1, at + 1
        if self._is("wrong_verbs", head):
            return self._bad(at + 1)
        return self._good(at + 1) if self._is("right_verbs", head) else None

    def _turned(self, start: int) -> int:
        """Behind the bad thing into which somebody has turned another, or himself; else 0."""
        for at in range(start, min(start + self.carried, self._limit)):
            if self._breaks[at] and at > start:
                break
            if self._names("turned_words", self._folded[at]):
                return at + 1
        return 0
