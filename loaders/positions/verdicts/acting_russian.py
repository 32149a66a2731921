"""The predicate of a Russian subject: whether its verb, or what that carries, is praise or blame in itself.

The classes (words.yaml) are beginnings of words; a finite verb or an infinitive is told by its ending.
"""

from __future__ import annotations

from functools import lru_cache

from loaders.positions.verdicts.predicate import Predicate, Verdict
from loaders.reading.document import Document

_FINITE = ("ет", "ит", "ют", "ят", "ут", "ат", "л", "ла", "ли", "ло", "тся", "лся", "лась", "лись", "лось")
_INFINITIVE = ("ть", "ти", "чь", "ться", "тись")
_VERB = (*_FINITE, *_INFINITIVE)
_BEFORE = 6  # words between a subject and its verb
_SAID = 4  # words behind a copula, or a name that is called so, to what is said
_JOINED = 8  # words from a verb to another that "and" joins to it


@lru_cache(64)
def _stems(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(words)


class RussianPredicate(Predicate):
    """The predicate of one Russian subject."""

    carried = 6
    _modal = _adverb = False  # whether it is only supposed, and whether an adverb of a wrong stands there

    def __init__(self, document: Document, at: int, limit: int, *, resumed: bool = False) -> None:
        super().__init__(document, at, limit, resumed=resumed)
        self._dash = not resumed and _dash_before(document, at)

    def verdict(self) -> Verdict:
        """What it says: of the head verb, else of what a light verb or a copula carries."""
        if not self._introduced() or self._at >= self._limit:
            return 0, self._at
        at, head = self._at, self._folded[self._at]
        turned = self._turned(at + 1) if self._is("turning_verbs", head) else 0
        turned = turned or (self._turned(at) if self._copula else 0)
        if turned and not self._negated:
            return -1, turned
        if self._copula or self._dash:
            return self._carried(at, at + _SAID)
        return self._by_verb(at, head)

    def _by_verb(self, at: int, head: str) -> Verdict:
        """What a verb says, by its class, or an adjective that stands alone."""
        if not head.endswith(_VERB):
            short = self._is("short_wrongs", head)
            return (-1 if short and not self._negated else 0), at + 1
        if self._modal and not self._negated:
            return 0, at
        if plain := self._by_class(at, head):
            return plain
        if self._negated and self._is("duties", head):
            return -1, at + 1
        if self._adverb and self._is("behaves", head):
            return self._bad(at + 1)
        if self._is("losing_verbs", head) and not self._negated:
            return self._lost(at + 1)
        if self._is("light_verbs", head):
            return self._carried(at + 1, at + 1 + self.carried)
        return self._joined(at)

    def called(self) -> Verdict:
        """What somebody calls an actor: the first word of a class."""
        return self._carried(self._at, self._at + _SAID)

    def _is(self, kind: str, word: str) -> bool:
        return word.startswith(_stems(self._words(kind)) or ("\0",))

    def _names(self, kind: str, word: str) -> bool:
        return self._is(kind, word)

    def _introduced(self) -> bool:
        """Step over what stands before the head; False where it is only supposed."""
        words = self._words
        for _ in range(_BEFORE):
            if self._at >= self._limit:
                return False
            word = self._folded[self._at]
            if word in words("supposing"):
                self._modal = True
            elif word in words("denials"):
                self._negated = True
            elif word in words("predicate_copulas"):
                self._copula = True
            elif not self._aside(word) and not self._intended():
                return not self._parted()
            if self._parted():
                return False
            self._adverb = self._adverb or (word.endswith("о") and self._is("wrong_words", word))
            self._at += 1
        return False

    def _parted(self) -> bool:
        """Whether a sign parts a word from the subject, but for a dash, or the end of an aside."""
        return self._breaks[self._at] and not self._dash and self._at != self._resumed_at

    def _aside(self, word: str) -> bool:
        """Whether a word only says how or when something is done."""
        return word in self._words("acting_adverbs") or word.endswith(("но", "ски", "сто", "бо"))

    def _intended(self) -> bool:
        """Whether a word tells that somebody is about to do what an infinitive behind it says."""
        behind = self._folded[self._at + 1 : min(self._at + 3, self._limit)]
        return self._is("intentions", self._folded[self._at]) and any(w.endswith(_INFINITIVE) for w in behind)

    def _carried(self, start: int, end: int) -> Verdict:
        """What a light verb or a copula carries: the first word of a class before the phrase ends."""
        for at in range(start, min(end, self._limit)):
            word = self._folded[at]
            if (self._breaks[at] and at > start) or word in self._words("predicate_ends"):
                break
            if word in self._words("denials"):
                self._negated = True
            if self._is("wrong_words", word):
                return self._bad(at + 1)
            if self._is("right_words", word) or word in self._words("right_forms"):
                return self._good(at + 1)
        return 0, start

    def _lost(self, start: int) -> Verdict:
        """What somebody has lost or broken is held against him."""
        for at in range(start, min(start + self.carried, self._limit)):
            if self._breaks[at]:
                break
            if self._is("lost_words", self._folded[at]) or self._is("right_words", self._folded[at]):
                return -1, at + 1
        return 0, start

    def _joined(self, start: int) -> Verdict:
        """A wrong that "and" joins to a verb which is none."""
        for at in range(start + 1, min(start + _JOINED, self._limit - 1)):
            if self._breaks[at]:
                break
            word = self._folded[at + 1]
            if self._folded[at] == "и" and word.endswith(_FINITE) and self._is("wrong_verbs", word):
                return self._bad(at + 2)
        return 0, start


def _dash_before(document: Document, at: int) -> bool:
    """Whether a dash stands before a word in the place of "is"."""
    words = document.words
    gap = document.text[words.ends[at - 1] : words.starts[at]] if 0 < at < len(words) else ""
    return len(gap) > 1 and not {"—", "–", "-"}.isdisjoint(gap)
