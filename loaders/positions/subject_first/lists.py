"""Subjects in lists: X, Y and Z said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import OWN, Speaker, Subject, represented
from loaders.positions.subject_first.clause_shape import OPENING, ClauseShape
from loaders.reading.document import Sentence
from loaders.reading.language import Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_TITLE_OF = 6  # words from "the ministers" to the "of" of whose they are


class Lists(ClauseShape):
    """Attribution with the search for subjects of Russian and English: lists."""

    def _with_earlier_ones(self, sentence: Sentence, subject: Subject, start: int) -> Subject:
        """A subject with those that "and" and commas join to it: Russia, China and Iran."""
        words = self._document.words.folded
        subject = self._with_owner(subject, start)
        while (at := self._before_article(subject.first, start)) - 1 > start and words[at - 1] in self._joins:
            other = self._ending(sentence, at - 1, start)
            if other is None or other.speaker.nobody:
                break
            subject = self._joined(other, subject)
            at = self._before_article(subject.first, start)
            while self._document.breaks[at] and (other := self._ending(sentence, at, start)):
                subject = self._joined(other, subject)
                at = self._before_article(subject.first, start)
            if head := self._head_of_list(at, start):
                subject = self._joined(head, subject)
        return subject

    def _with_owner(self, subject: Subject, start: int) -> Subject:
        """An English name with whose it is before it: India's Subrahmanyam Jaishankar."""
        owner, named = self._ends.get(subject.first), self._starts.get(subject.first)
        if self._russian or owner is None or named is None or owner.first <= start:
            return subject
        own = named.kind == "person" and named.state == owner.id and self._grammar.possessive(owner.last - 1)
        return replace(subject, first=owner.first) if own else subject

    def _head_of_list(self, at: int, start: int) -> Subject | None:
        """The first of those under one English title: the ministers of Jordan, Egypt and Qatar warned."""
        mention, words = self._ends.get(at), self._document.words.folded
        if self._russian or mention is None or not self._document.breaks[at] or mention.first - 1 <= start:
            return None
        of = self._before_article(mention.first, start) - 1
        titled = words[max(start, of - _TITLE_OF) : of]
        several = self._document.language.words("several_people")
        if words[of] not in ("of", "from", "for") or several.isdisjoint(titled):
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _with_later_ones(self, sentence: Sentence, subject: Subject, titled: bool = False) -> Subject:
        """A subject with those joined to it behind; under one title they stand in the genitive."""
        words = self._document.words.folded
        while subject.last + 1 < sentence.last:
            joined = words[subject.last] in self._joins
            if not joined and not (titled and self._document.breaks[subject.last]):
                break
            mention = self._starts.get(subject.last + joined)
            if mention is None or (self._grammar.oblique(mention) and not titled):
                break
            other = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            subject = self._joined(subject, other)
        return subject

    def _in_one_list(self, others: list[Mention], start: int) -> Iterator[Mention]:
        """Those of some mentions that stand in one list that begins at a word: с Белоруссией и Китаем."""
        words = self._document.words.folded
        for other in others:
            if not self._joins.issuperset(words[start : other.first]):
                return
            start = other.last
            yield other

    def _with_correlate(self, sentence: Sentence, subject: Subject) -> Subject:
        """A Russian subject with the other of a pair: ни Анкара, ни Баку; как Китай, так и Индия."""
        words, breaks = self._document.words.folded, self._document.breaks
        for opens, goes_on in self._correlates:
            at = subject.first - len(goes_on)
            other = self._ends.get(at)
            if other is None or not breaks[at] or words[at : subject.first] != goes_on:
                continue
            first = other.first - len(opens)
            if first >= sentence.first and words[first : other.first] == opens:
                joined = Subject(represented(self._vocabulary, other), other.first, other.last)
                return self._joined(joined, subject)
        return subject

    def _with_companion(self, sentence: Sentence, subject: Subject, at: int) -> Subject:
        """A subject with whom it is said to act with: Egypt together with Qatar, Iran along with Russia."""
        words = self._document.words.folded
        subject = self._with_fronted(sentence, subject)
        for phrase in self._document.language.words("alongside"):
            start = subject.last
            end = start + len(phrase.split())
            if " ".join(words[start:end]) != phrase:
                continue
            others = [m for m in self._inside(sentence) if end <= m.first < at and m.first in self._starts]
            for other in self._in_one_list(others, end) if self._russian else others:
                added = represented(self._vocabulary, other)
                subject = self._joined(subject, Subject(added, subject.first, subject.last))
        return subject

    def _with_fronted(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with those with whom an opening says it acts: Together with Russia we stand …."""
        words, first = self._document.words.folded, sentence.first
        if self._long_quote(first) is not self._long_quote(subject.first):
            return subject  # «Вместе с Китаем поддерживаем …», сказал X
        for phrase in self._document.language.words("alongside"):
            end = first + len(phrase.split())
            if " ".join(words[first:end]) == phrase and end < subject.first:
                inside = [m for m in self._inside(sentence) if end <= m.first and m.last <= subject.first]
                others = [m for m in inside if m.first in self._starts]
                for other in self._in_one_list(others, end) if self._russian else others:
                    added = represented(self._vocabulary, other)
                    subject = self._joined(subject, Subject(added, subject.first, subject.last))
        return subject

    def _we_and(self, sentence: Sentence, hit: Hit[Verb]) -> Subject:
        """The speaker's side, in Russian with whom it does a thing: мы с Китаем выступаем."""
        words = self._document.words.folded
        holders: tuple[str, ...] = (OWN,)
        for at in range(hit.start - 1, self._clause_start(sentence, hit.start), -1):
            mention = self._starts.get(at + 1) if words[at] in self._with else None
            if mention and self._russian and words[at - 1] in ("мы", "вместе"):
                holders += represented(self._vocabulary, mention).holders
        return Subject(Speaker(None, holders), hit.start, hit.end)

    def _opener(self, sentence: Sentence, end: int) -> Subject | None:
        """The actor that opens a sentence whose verb is none of saying: Beijing hit back, saying …."""
        for mention in self._inside(sentence):
            if mention.first > sentence.first + OPENING or mention.last >= end or mention.kind == "place":
                return None
            found = self._ending(sentence, mention.last, sentence.first)
            if found and not self._document.breaks[mention.last]:
                return self._with_earlier_ones(sentence, found, sentence.first)
        return None
