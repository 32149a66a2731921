"""The predicate of an English subject: whether its verb, or what that carries, is praise or blame in itself.

The classes (words.yaml) are verbs with what is irregular of them; other words stand as they are written.
"""

from __future__ import annotations

from functools import lru_cache

from loaders.positions.verdicts.predicate import Predicate, Verdict
from loaders.reading.conjugation import english_verb_forms

_SAID = 6  # words behind a copula to what somebody is said to be


@lru_cache(8)
def _inflected(verbs: frozenset[str]) -> frozenset[str]:
    """The forms of the verbs of a class."""
    return frozenset(form for verb in verbs for form in english_verb_forms(verb))


class EnglishPredicate(Predicate):
    """The predicate of one English subject."""

    carried = 7
    _has = False  # whether "has" stands before the head

    def verdict(self) -> Verdict:
        """What it says: of the head verb, else of what a light verb or a copula carries."""
        if not self._auxiliaries():
            return 0, self._at
        at, folded = self._at, self._folded
        if at >= self._limit:
            return 0, at
        head, participle = folded[at], folded[at].endswith(("ed", "en"))
        found = None if self._copula and participle else self._by_head(at, head)
        if found:
            return found
        if self._copula and head.endswith("ing") and head not in self._words("wrong_words"):
            return self._joined(at)  # is fighting terrorism
        if self._copula:
            return self._carried(at, at + _SAID, freely=False)
        if self._has and not participle:
            return self._carried(at, at + self.carried, freely=True)
        return self._joined(at)

    def _by_head(self, at: int, head: str) -> Verdict | None:
        """What the head verb says, by its class; None where it is of none."""
        if plain := self._by_class(at, head):
            return plain
        if self._is("fighting_verbs", head) and not self._negated:
            behind = self._folded[at + 1 : min(at + 1 + self.carried, self._limit)]
            return (0 if self._words("defended").isdisjoint(behind) else 1), at + 1
        if self._is("duties", head):
            return (-1 if self._negated and not self._copula else 0), at + 1
        if self._is("losing_verbs", head):
            sign, end = self._carried(at + 1, at + 1 + self.carried, freely=True)
            return (-abs(sign) if not self._negated else 0), end
        if self._is("turning_verbs", head) and (turned := self._turned(at + 1)) and not self._negated:
            return -1, turned
        if self._is("light_verbs", head):
            return self._carried(at + 1, at + 1 + self.carried, freely=True)
        return None

    def called(self) -> Verdict:
        """What somebody calls an actor: the first word of a class."""
        return self._carried(self._at, self._at + _SAID, freely=False)

    def _joined(self, start: int) -> Verdict:
        """A wrong that "and" joins to a verb which is none: is building up forces and bullying us."""
        words, folded = self._words, self._folded
        for at in range(start + 1, self._limit - 1):
            if self._breaks[at] or folded[at] in words("predicate_ends"):
                break
            if folded[at] in words("conjunctions") and self._is("wrong_verbs", folded[at + 1]):
                return self._bad(at + 2)
        return 0, start

    def _is(self, kind: str, word: str) -> bool:
        return word in _inflected(self._words(kind))

    def _auxiliaries(self) -> bool:
        """Step over what stands before the head; False where it is only supposed."""
        words, folded = self._words, self._folded
        seen = 0
        while self._at < self._limit and seen < _SAID:
            word = folded[self._at]
            if word == "to" and seen:
                self._at += 1
                continue
            if self._breaks[self._at] and seen:
                return False
            if word in words("supposing"):
                return False
            if word in words("denials"):
                self._negated = True
            elif word in words("predicate_copulas"):
                self._copula = True
            elif not (word in words("auxiliaries") or word in words("acting_adverbs") or word.endswith("ly")):
                return True
            elif word not in words("acting_adverbs"):
                self._copula = False if word in words("auxiliaries") else self._copula
                self._has = word in ("has", "have", "had")
            elif word in words("able_to"):
                self._copula = False
            self._at += 1
            seen += 1
        return True

    def _carried(self, start: int, end: int, *, freely: bool) -> Verdict:
        """What a light verb or a copula carries: the first word of a class before the phrase ends."""
        words, folded = self._words, self._folded
        for at in range(start, min(end, self._limit)):
            word = folded[at]
            if (self._breaks[at] and at > start) or word in words("predicate_ends"):
                break
            if word in words("denials"):
                self._negated = True
            if word in words("wrong_words") or (freely and self._is("wrong_verbs", word)):
                return self._bad(at + 1)
            if word in words("right_words"):
                return self._good(at + 1)
            leads = words("carried_not_after") if freely and at > start else words("prepositions")
            if word in leads and word != "of" and not (freely and at == start):
                break
        return 0, start
