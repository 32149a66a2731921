"""Patterns over words: the one language in which names, principles and cues are written as data.

A pattern is words separated by blanks: `a|b` alternatives, a trailing `*` any ending, `~N` up to N
other words between, a trailing `?` optional. A name is a pattern of plain words whose parts must
stand together. How a word may be inflected depends on the language (loaders.reading.inflection).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from loaders.reading.inflection import (
    arabic_readings,
    english_forms,
    russian_beside,
    russian_forms,
    russian_plural,
    verb_readings,
)
from loaders.reading.text import WORD, fold
from ontology.errors import VocabularyError

Sense = TypeVar("Sense")
SenseOut = TypeVar("SenseOut", covariant=True)

# One step of a compiled pattern: how many words may be skipped before it, and which element it is.
Step = tuple[int, int]

_NAME_WORD = re.compile(rf"(=?)({WORD.pattern})(\*?)")
_SHORT_NAME = 3
_SHORTEST_STEM = 2
_MAX_GAP = 16
_RUSSIAN_VOWELS = "аеиоуыэюя"
_REMEMBERED = 50_000  # words whose patterns are kept at hand


class Hit(NamedTuple, Generic[SenseOut]):
    """A pattern found: the words from `start` up to `end`, and what the pattern means.

    `words` are those that the pattern names; words in its gaps are not among them.
    """

    start: int
    end: int
    sense: SenseOut
    words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[Sense]):
    steps: tuple[Step, ...]
    sense: Sense
    together: bool
    others: frozenset[int]  # the elements after the first: a sentence without one of them has no match


@dataclass(frozen=True, slots=True)
class _Opening(Generic[Sense]):
    """The patterns that may begin with a word, in their order, by one element that they ask for besides.

    «the» begins thousands of patterns, and a sentence has the further words of a few.
    """

    alone: tuple[tuple[int, _Pattern[Sense]], ...]
    asked: frozenset[int]
    by_asked: dict[int, list[tuple[int, _Pattern[Sense]]]]

    def fitting(self, present: frozenset[int]) -> Iterable[tuple[int, _Pattern[Sense]]]:
        """The patterns of which a sentence with these elements has every one."""
        if self.asked.isdisjoint(present):
            return self.alone
        found = [
            one
            for element in self.asked & present
            for one in self.by_asked[element]
            if one[1].others <= present
        ]
        return sorted((*self.alone, *found), key=_number) if found else self.alone


_number = itemgetter(0)

_BY_WORD = ("exact", "named", "short", "prefix", "verbal")  # the elements of words, by how they are written


class Lexicon(Generic[Sense]):
    """All patterns of one language, matched in one pass over the words of a sentence."""

    def __init__(self, language: str, stop: Iterable[str] = ()) -> None:
        self.language = language
        self._stop = frozenset(fold(word) for word in stop)
        self._elements: dict[tuple[str, ...], int] = {}
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._named: dict[str, list[int]] = defaultdict(list)
        self._short: dict[str, list[int]] = defaultdict(list)
        self._prefix: dict[str, list[int]] = defaultdict(list)
        self._starts: dict[int, list[str]] = defaultdict(list)  # patterns as `_written`
        self._verbal: dict[str, list[int]] = defaultdict(list)
        self._uses: dict[int, int] = Counter()  # in how many patterns each element stands
        self._senses: list[Sense] = []
        self._sense_at: dict[Sense, int] = {}
        self._longest_prefix = 0
        self._ids = lru_cache(_REMEMBERED)(self._look_up)
        self._opening = lru_cache(_REMEMBERED)(self._open)

    def add(self, pattern: str, sense: Sense) -> None:
        """Add a pattern; raises VocabularyError where it is not well formed."""
        for steps in (variant for plain in _unhyphenated(pattern) for variant in _variants(_parse(plain))):
            compiled = tuple((gap, self._element(alternatives)) for gap, alternatives in steps)
            if compiled:
                self._start(compiled, sense)

    def add_name(self, name: str, sense: Sense, *, of_person: bool = False) -> None:
        """Add a name: its words stand together, in the order given. A person's has no plural."""
        marked = [
            (before or self._fixed(word)) + fold(word) + after
            for before, word, after in _NAME_WORD.findall(name)
        ]
        if not marked:
            raise VocabularyError(f"The name {name!r} has no letters.")
        single = len(marked) == 1
        steps = tuple((0, self._name_element(word, single, of_person)) for word in marked)
        self._start(steps, sense, together=True)

    def add_verb(self, form: str, sense: Sense) -> None:
        """Add an Arabic verb form: before it stand only the clitics that verbs take."""
        element = self._elements[("verb", form, str(len(self._elements)))] = len(self._elements)
        self._verbal[fold(form)].append(element)
        self._start(((0, element),), sense)

    def _start(self, steps: tuple[Step, ...], sense: Sense, together: bool = False) -> None:
        if sense not in self._sense_at:
            self._sense_at[sense] = len(self._senses)
            self._senses.append(sense)
        self._starts[steps[0][1]].append(_written(steps, self._sense_at[sense], together))
        for element in {element for _, element in steps[1:]}:
            self._uses[element] += 1

    def to_data(self, sense_to_data: Callable[[Sense], Any]) -> dict[str, Any]:
        """The lexicon as JSON holds it; patterns cannot be added to one that is made from it."""
        words = {name: getattr(self, f"_{name}") for name in _BY_WORD}
        return {
            **words,
            "stop": sorted(self._stop),
            "starts": [";".join(self._starts.get(i, ())) for i in range(len(self._elements))],
            "uses": [self._uses.get(i, 0) for i in range(len(self._elements))],
            "senses": [sense_to_data(sense) for sense in self._senses],
        }

    @classmethod
    def from_data(
        cls, language: str, data: Mapping[str, Any], senses: Callable[[Any], Sense]
    ) -> Lexicon[Sense]:
        """The lexicon that `to_data` gave."""
        made = cls(language)
        for name in _BY_WORD:
            setattr(made, f"_{name}", data[name])
        made._longest_prefix = max(map(len, made._prefix), default=0)
        made._stop = frozenset(data["stop"])
        made._starts = {i: text.split(";") for i, text in enumerate(data["starts"]) if text}
        made._uses = dict(enumerate(data["uses"]))
        made._senses = [senses(sense) for sense in data["senses"]]
        return made

    def _name_element(self, word: str, single: bool, of_person: bool) -> int:
        key = ("name", word, str(single), str(of_person))
        if key in self._elements:
            return self._elements[key]
        element = self._elements[key] = len(self._elements)
        plain = word.strip("=*")
        if word.endswith("*"):
            self._add_prefix(plain, element)
        elif self.language == "ar":
            short = single and len(plain) <= _SHORT_NAME
            (self._short if short else self._named)[plain].append(element)
        else:
            forms = (plain,) if word.startswith("=") else self._inflected(plain)
            if of_person and self.language == "ru":
                forms = tuple(form for form in forms if not russian_plural(plain, form))
            for form in forms:
                self._named[form].append(element)
        return element

    def _element(self, alternatives: tuple[str, ...]) -> int:
        if alternatives in self._elements:
            return self._elements[alternatives]
        element = self._elements[alternatives] = len(self._elements)
        for alternative in alternatives:
            if alternative.endswith("*"):
                self._add_prefix(fold(alternative[:-1]), element)
                continue
            exact = alternative.startswith("=") or self._fixed(alternative)
            plain = fold(alternative.removeprefix("="))
            forms = (plain,) if exact else self._inflected(plain)
            for form in forms:
                self._exact[form].append(element)
        return element

    def _fixed(self, word: str) -> str:
        """The mark of an exact word, for a Russian acronym that ends in a vowel: ДНЯО is no «дня»."""
        fixed = (
            self.language == "ru" and len(word) > 1 and word.isupper() and fold(word)[-1] in _RUSSIAN_VOWELS
        )
        return "=" if fixed else ""

    def _inflected(self, word: str) -> tuple[str, ...]:
        if word.isascii() and (self.language != "en" or word.isdigit()):
            return (word,)
        by_language: dict[str, Callable[[str], tuple[str, ...]]] = {"ru": russian_forms, "en": english_forms}
        return by_language[self.language](word) if self.language in by_language else (word,)

    def _add_prefix(self, stem: str, element: int) -> None:
        if len(stem) < _SHORTEST_STEM:
            raise VocabularyError(f"The stem {stem!r}* is too short: give at least {_SHORTEST_STEM} letters.")
        for form in russian_beside(stem) if self.language == "ru" else ():
            self._exact[form].append(element)
        self._prefix[stem].append(element)
        self._longest_prefix = max(self._longest_prefix, len(stem))

    def _look_up(self, word: str) -> frozenset[int]:
        return frozenset(self._elements_of(word))

    def _elements_of(self, word: str) -> Iterator[int]:
        kept, bare = arabic_readings(word) if self.language == "ar" else ((word,), ())
        for form in kept if word not in self._stop else (word,):
            yield from self._named.get(form, ())
            yield from self._short.get(form, ())
        if self.language == "ar":
            yield from next((self._verbal[form] for form in verb_readings(word) if form in self._verbal), ())
        for form in kept + bare:
            yield from self._exact.get(form, ())
            for length in range(_SHORTEST_STEM, min(len(form), self._longest_prefix) + 1):
                yield from self._prefix.get(form[:length], ())

    def find(
        self, words: tuple[str, ...], breaks: tuple[bool, ...] | None = None, first: int = 0
    ) -> list[Hit[Sense]]:
        """Every match, overlapping ones too, in order of its first word; words are counted from `first`.

        `breaks[i]` says that punctuation stands before word i: no name runs across it.
        """
        ids = [self._ids(word) for word in words]
        present = frozenset[int]().union(*ids)
        hits: list[Hit[Sense]] = []
        for at, word in enumerate(words):
            opening = self._opening(word)
            if opening is None:
                continue
            for _, pattern in opening.fitting(present):
                here = at + first
                if not pattern.others:
                    hits.append(Hit(here, here + 1, pattern.sense, (here,)))
                    continue
                matched = _match(pattern.steps, 1, at + 1, ids)
                if matched is None:
                    continue
                end = matched[0] + 1
                if not (pattern.together and breaks and any(breaks[at + 1 : end])):
                    taken = (here, *[word + first for word in reversed(matched)])
                    hits.append(Hit(here, end + first, pattern.sense, taken))
        return hits

    def _open(self, word: str) -> _Opening[Sense] | None:
        """The patterns that may begin with a word, each under the element that fewest patterns share."""
        starts = (self._starts.get(element, ()) for element in sorted(self._ids(word)))
        numbered = list(enumerate(_read(one, self._senses) for written in starts for one in written))
        by_asked: dict[int, list[tuple[int, _Pattern[Sense]]]] = defaultdict(list)
        for number, pattern in numbered:
            if pattern.others:
                asked = min(pattern.others, key=lambda element: (self._uses[element], element))
                by_asked[asked].append((number, pattern))
        alone = tuple(one for one in numbered if not one[1].others)
        return _Opening(alone, frozenset(by_asked), dict(by_asked)) if numbered else None


def _written(steps: tuple[Step, ...], sense: int, together: bool) -> str:
    """A pattern as it is kept: the number of its sense, whether its words stand together, its steps.

    Most are never looked at: only those that a word of a text may begin are read.
    """
    return " ".join(map(str, (sense, int(together), *(number for step in steps for number in step))))


def _read(written: str, senses: Sequence[Sense]) -> _Pattern[Sense]:
    sense, together, *numbers = map(int, written.split())
    steps = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return _Pattern(steps, senses[sense], bool(together), frozenset(element for _, element in steps[1:]))


def compile_pattern(language: str, pattern: str) -> None:
    """Prove a pattern alone; raises VocabularyError where it is not well formed."""
    Lexicon[None](language).add(pattern, None)


def _match(steps: tuple[Step, ...], step: int, at: int, ids: list[frozenset[int]]) -> list[int] | None:
    """The words that the rest of a pattern takes from word `at` on, last first; None if it does not fit."""
    if step == len(steps):
        return []
    gap, element = steps[step]
    for here in range(at, min(at + gap + 1, len(ids))):
        if element in ids[here]:
            rest = _match(steps, step + 1, here + 1, ids)
            if rest is not None:
                rest.append(here)
                return rest
    return None


def _unhyphenated(pattern: str) -> Iterator[str]:
    """The pattern with its hyphened words split, as words of a text are: one for each such alternative."""
    parts = [part.split("|") if "-" in part else [part] for part in pattern.split()]
    for choice in itertools.product(*parts):
        yield " ".join(choice).replace("-", " ")


def _parse(pattern: str) -> list[tuple[int, tuple[str, ...], bool]]:
    """A pattern's steps: (gap before, alternatives, optional)."""
    steps: list[tuple[int, tuple[str, ...], bool]] = []
    gap = 0
    for part in pattern.split():
        if part.startswith("~"):
            if not part[1:].isdigit() or int(part[1:]) > _MAX_GAP or not steps:
                raise VocabularyError(
                    f"The gap {part!r} of the pattern {pattern!r} must be ~1 to ~{_MAX_GAP}, between words."
                )
            gap = int(part[1:])
            continue
        optional = part.endswith("?") and len(part) > 1
        alternatives = tuple(part.removesuffix("?").split("|")) if optional else tuple(part.split("|"))
        if not all(alternative.strip("*=") for alternative in alternatives):
            raise VocabularyError(f"The pattern {pattern!r} has an empty alternative.")
        steps.append((gap, alternatives, optional))
        gap = 0
    if not steps or all(optional for *_, optional in steps):
        raise VocabularyError(f"The pattern {pattern!r} matches nothing for certain.")
    return steps


def _variants(steps: list[tuple[int, tuple[str, ...], bool]]) -> list[list[tuple[int, tuple[str, ...]]]]:
    """A pattern with each optional word once in and once out."""
    variants: list[list[tuple[int, tuple[str, ...]]]] = [[]]
    for gap, alternatives, optional in steps:
        longer = [[*variant, (gap if variant else 0, alternatives)] for variant in variants]
        if optional:
            # The gap of a word left out is lost on purpose: the next one has its own.
            longer += variants
        variants = longer
    return variants
