"""A document: an article with its layout, words, sentences, quotations and what each word may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from loaders.article import Article
from loaders.reading.language import Language, Sense, language
from loaders.reading.layout import PROSE, Kind, Layout, read_layout
from loaders.reading.patterns import Hit
from loaders.reading.scripts import detect_language, read_as
from loaders.reading.sentences import Quote, find_quotes, split_sentences
from loaders.reading.text import Words, read_words
from loaders.reading.wrapping import unwrapped
from ontology.record import Span
from ontology.vocabulary import Vocabulary

OneSense = TypeVar("OneSense", bound=Sense)

_BREAKS = frozenset("،,;:؛.!?؟\n•|")
_CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d(?:\s*[-–—.:|]\s+|\s+)(?=[\"«“„]?[A-ZА-ЯЁ])")  # of a live update
_ONLY_CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d\W*")
_BRACKETS = re.compile(r"\([^()\n]{8,160}\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the text, its words (`first` up to `last`), block and kind of block."""

    index: int
    start: int
    end: int
    first: int
    last: int
    block: int
    kind: Kind
    hits: tuple[Hit[Sense], ...]
    _by_sense: dict[type[Any], tuple[Hit[Any], ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        grouped: dict[type[Any], list[Hit[Any]]] = defaultdict(list)
        for hit in self.hits:
            grouped[type(hit.sense)].append(hit)
        object.__setattr__(self, "_by_sense", {sense: tuple(hits) for sense, hits in grouped.items()})

    def of(self, sense: type[OneSense]) -> tuple[Hit[OneSense], ...]:
        """The hits that mean something of a kind (verbs, cues …), in their order."""
        return self._by_sense.get(sense, ())


@dataclass(frozen=True)
class Document:
    """Everything that reading an article yields before anybody asks who said what."""

    article: Article
    layout: Layout
    language: Language
    vocabulary: Vocabulary
    words: Words
    breaks: tuple[bool, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def span(self, first: int, last: int) -> Span:
        """The passage from word `first` up to word `last`."""
        return Span.of(self.text, self.words.starts[first], self.words.ends[last - 1])

    def members(self, bloc: str) -> frozenset[str]:
        """The members of a bloc on the article's day; without one, all that it ever had."""
        day = self.layout.published_on
        standing = (m for m in self.vocabulary.memberships if m.bloc == bloc and m.status == "member")
        return frozenset(m.state for m in standing if day is None or m.held_on(day))

    def possessive(self, at: int) -> bool:
        """Whether an English word carries a possessive: Russia's."""
        raw = self.text[self.words.starts[at] : self.words.ends[at] + 1]
        return raw.rstrip(" ").endswith(("'s", "’s", "s'", "s’"))

    def quote_at(self, offset: int) -> Quote | None:
        """The outermost quotation that holds an offset."""
        for quote in self.quotes:
            if quote.depth == 0 and quote.start <= offset < quote.end:
                return quote
        return None


def read_document(article: Article, vocabulary: Vocabulary, today: date | None = None) -> Document:
    """Read an article's layout, words, sentences and quotations; `today` bounds dates without a year."""
    text = unwrapped(article.text)
    code = detect_language(text)
    words = read_words(text)
    layout = read_layout(text, words, code, vocabulary, today, article.url).of_text(article.text)
    tongue = language(read_as(code), vocabulary)
    abbreviations = tongue.words("abbreviations")
    breaks = _breaks(text, words, abbreviations)
    sentences: list[Sentence] = []
    quotes: list[Quote] = []
    for number, block in enumerate(layout.blocks):
        if block.kind not in PROSE:
            continue
        quotes += find_quotes(text, block.start, block.end)
        for start, end in split_sentences(text, block.start, block.end, abbreviations):
            first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
            if (clock := _CLOCK.match(text, start, end)) and bisect_left(words.starts, clock.end()) < last:
                first = bisect_left(words.starts, clock.end())  # 12:15 Лукашенко: Мы …
            if first == last or _ONLY_CLOCK.fullmatch(text, start, end):
                continue
            hits = tuple(tongue.lexicon.find(words.folded[first:last], breaks[first:last], first))
            if apart := _notices(text, words, start, end, tongue):
                hits = tuple(hit for hit in hits if hit.start not in apart)
            sentences.append(Sentence(len(sentences), start, end, first, last, number, block.kind, hits))
    return Document(article, layout, tongue, vocabulary, words, breaks, tuple(sentences), tuple(quotes))


def _notices(text: str, words: Words, start: int, end: int, tongue: Language) -> frozenset[int]:
    """The words of brackets that only say what the law makes of somebody: (запрещена в РФ)."""
    verdicts, places = tuple(tongue.words("notice_verdicts")), tongue.words("notice_places")
    found: set[int] = set()
    for match in _BRACKETS.finditer(text, start, end) if verdicts else ():
        inside = range(bisect_left(words.starts, match.start()), bisect_left(words.starts, match.end()))
        told = any(words.folded[at].startswith(verdicts) for at in inside)
        if told and any(words.folded[at] in places for at in inside):
            found.update(inside)
    return frozenset(found)


def _breaks(text: str, words: Words, abbreviations: frozenset[str]) -> tuple[bool, ...]:
    """For each word, whether a stop, comma or line break stands before it: not the dot of «Gen.» or «J.»."""
    broken = []
    for at, start in enumerate(words.starts):
        end = words.ends[at - 1] if at else 0
        gap = text[end:start]
        if at and gap.startswith(".") and _shortened(text, words, at - 1, abbreviations):
            gap = gap[1:]
        broken.append(len(gap) > 1 and any(sign in _BREAKS for sign in gap))
    return tuple(broken)


def _shortened(text: str, words: Words, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether a word is an initial or another that is written with a dot."""
    initial = words.ends[at] - words.starts[at] == 1 and text[words.starts[at]].isupper()
    return initial or words.folded[at] in abbreviations
