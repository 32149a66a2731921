"""Interviews that print questions and answers without saying each time who speaks, in Arabic.

Reads the document's paragraphs and mentions; gives whom an outlet asked, and which paragraphs only ask.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.positions.clauses import NOBODY, Speaker, represented
from loaders.reading.document import Document, Sentence
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention, within

_QUESTIONS = 2  # paragraphs that only ask make an interview
_MARKS = "؟?"
_CLOSING = " \"»”'’)*"
_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})


@dataclass(frozen=True, slots=True)
class Interview:
    """Who answers, which paragraphs ask, and which follow a question at once."""

    guest: Speaker = NOBODY
    questions: frozenset[int] = frozenset()
    answers: frozenset[int] = frozenset()

    def answered_in(self, sentence: Sentence) -> bool:
        """Whether a sentence stands behind the first question and does not ask itself."""
        asked = not self.guest.nobody and sentence.block > min(self.questions)
        return asked and sentence.block not in self.questions


def interview_of(document: Document, mentions: tuple[Mention, ...]) -> Interview:
    """The interview that a document is; one without a guest where it is none."""
    if document.language.code != "ar":
        return Interview()
    prose = [s for s in document.sentences if s.kind is not Kind.TITLE]
    last = {s.block: s for s in prose}
    questions = [block for block, sentence in last.items() if _asks(document, sentence)]
    questions = [block for block in questions if _to_somebody(document, last[block], prose)]
    if len(questions) < _QUESTIONS:
        return Interview()
    guest = _guest(document, mentions, next(s.first for s in prose if s.block == questions[0]))
    if guest is None:
        return Interview()
    order = list(last)
    behind = {order[order.index(block) + 1] for block in questions if block != order[-1]}
    return Interview(represented(document.vocabulary, guest), frozenset(questions), frozenset(behind))


def _asks(document: Document, sentence: Sentence) -> bool:
    """Whether a paragraph's last sentence ends with a question mark, outside long quotations."""
    told = document.text[sentence.start : sentence.end].rstrip(_CLOSING)
    return told.endswith(tuple(_MARKS)) and document.quote_at(sentence.start) is None


def _to_somebody(document: Document, last: Sentence, prose: list[Sentence]) -> bool:
    """Whether a paragraph that asks is no subhead, or speaks to somebody: ماذا تنتظرون, بلادكم."""
    if last.kind not in _HEADINGS:
        return True
    folded = document.words.folded
    words = [folded[at] for s in prose if s.block == last.block for at in range(s.first, s.last)]
    return any(word.endswith("كم") or (word.startswith("ت") and word.endswith("ون")) for word in words)


def _guest(document: Document, mentions: tuple[Mention, ...], end: int) -> Mention | None:
    """Whom a text names before its first question as the one to whom it talked, else whom it names first."""
    talks, folded = document.language.words("interviews"), document.words.folded
    people = [m for m in within(mentions, 0, end) if m.kind == "person" or m.how == "title"]
    told = next((at for at in range(end) if folded[at] in talks), None)
    if told is None:
        return None
    behind = (m for m in people if m.first > told and m.state)
    return next(behind, next((m for m in people if m.state), None)) or next(iter(people), None)
