"""People whom no vocabulary lists, known by what they are told to do: somebody named who says something.

Reads the words and verbs of an English document; tells whether a run of words written like a name is the
name of a person who speaks there. What speaks for a state is found by its office; these speak for
themselves: experts, members of parliament, people of parties.
"""

from __future__ import annotations

from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Reference, Title, Verb

_PARTICLES = 2  # words between a name and its verb: has repeatedly said
_ASIDE = 16  # words of an aside between a name and its verb: X, who …, said
_ORIGIN = 9  # words that say of what somebody is: X of the Institute for … said
_BRINGING = 3  # words at most that bring somebody in
_IN_BRACKETS = 6  # words in brackets behind a name: X (Progress Party) said
_SHOUTED = 2  # letters from which a word in capitals stands for a body: PKK


def opens_bracket(document: Document, at: int) -> bool:
    """Whether a bracket opens right before a word."""
    words = document.words
    return at > 0 and document.text[words.ends[at - 1] : words.starts[at]].endswith("(")


def bracketed(document: Document, at: int, last: int) -> int:
    """Where the words end that stand in brackets from a word on; the same place where none do."""
    if at >= last or not opens_bracket(document, at):
        return at
    words = document.words
    ends = range(at + 1, min(at + _IN_BRACKETS, last) + 1)
    closed = (end for end in ends if document.text.startswith(")", words.ends[end - 1]))
    return next(closed, at)


def brings_in(document: Document, first: int, at: int) -> bool:
    """Whether words right before a name, none before `first`, bring him in: Parliament elected Jo Bloggs."""
    folded, brings = document.words.folded, document.language.words("brought_in")
    phrases = (" ".join(folded[max(first, at - n) : at]) for n in range(1, _BRINGING + 1))
    return not brings.isdisjoint(phrases)


class Narrators:
    """Tells of one sentence which names are those of people who say something."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self._document = document
        self._sentence = sentence
        words = document.language.words
        self._folded = document.words.folded
        self._particles = words("particles")
        self._offices = words("own_offices") | words("trades_before")
        self._introduced = words("reporting") | words("conjunctions") | {"by"}
        self._bodies = words("bodies_named") | words("own_offices") | words("trades")
        self._told = {
            hit.start
            for hit in sentence.of(Verb)
            if hit.sense.says and hit.sense.form in ("past", "present") and hit.sense.effect != "discuss"
        }
        self._known = {
            word
            for hit in sentence.hits
            if isinstance(hit.sense, Title | Reference)
            or (isinstance(hit.sense, Name) and not hit.sense.id.startswith("person:"))
            for word in range(hit.start, hit.end)
        }

    def tells(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end`, written like a name, are somebody's who speaks."""
        if not self._person(start, end) or not self._opens(start):
            return False
        return self._said_before(start, end) or any(at in self._told for at in self._verbs_of(start, end))

    def _person(self, start: int, end: int) -> bool:
        """Whether a run of words may be a person's name: no office, body or nation among them."""
        words, text = self._document.words, self._document.text
        if all(words.ends[at] - words.starts[at] < _SHOUTED for at in range(start, end)):
            return False  # H.H.
        for at in range(start, end):
            raw = text[words.starts[at] : words.ends[at]]
            shouted = len(raw) >= _SHOUTED and raw.isupper()
            if at in self._known or at in self._told or shouted or self._folded[at] in self._bodies:
                return False
        return not self._document.possessive(end - 1)

    def _opens(self, start: int) -> bool:
        """Whether somebody may be named here as the one who acts: in front, or behind what he is."""
        if start == self._sentence.first:
            return True
        if self._document.breaks[start]:
            return not self._in_office(start)
        return self._folded[start - 1] in self._offices | self._introduced

    def _in_office(self, start: int) -> bool:
        """Whether an office of a state stands right before a name between commas: the minister of X, Y, …."""
        breaks = self._document.breaks
        first = next((at for at in range(start - 1, self._sentence.first, -1) if breaks[at]), None)
        first = self._sentence.first if first is None else first
        return any(
            first <= hit.start < start and self._offices.isdisjoint(self._folded[hit.start : hit.end])
            for hit in self._sentence.of(Title)
        )

    def _said_before(self, start: int, end: int) -> bool:
        """Whether the verb stands before the name, and nothing that it could govern behind: …, said X."""
        ends = end >= self._sentence.last or self._document.breaks[end] or self._folded[end] == "of"
        return start - 1 in self._told and self._folded[start - 1] != "told" and ends

    def _verbs_of(self, start: int, end: int) -> set[int]:
        """Where the verb stands of which a name may be the subject: right behind it, or over an aside."""
        breaks, last = self._document.breaks, self._sentence.last
        end = bracketed(self._document, end, last)
        if end >= last:
            return set()
        if breaks[end]:
            reach = range(end + 1, min(end + _ASIDE, last))
            apposed = {self._past_particles(end)} if breaks[start] else set()
            return apposed | {self._past_particles(at) for at in reach if breaks[at]}
        if self._folded[end] in ("of", "from", "at", "with"):
            reach = range(end + 1, min(end + _ORIGIN, last))
            stop = next((at for at in reach if breaks[at]), min(end + _ORIGIN, last))
            aside = range(stop + 1, min(stop + _ASIDE, last)) if stop < last and breaks[stop] else ()
            behind = {self._past_particles(at) for at in aside if breaks[at]}
            return set(range(end + 2, stop)) | behind
        return {self._past_particles(end)}

    def _past_particles(self, at: int) -> int:
        end = at
        while end < min(at + _PARTICLES, self._sentence.last - 1) and self._folded[end] in self._particles:
            end += 1
        return end
