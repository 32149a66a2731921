"""Interviews printed as a dialogue: paragraphs that a dash opens, questions and answers in turn.

Reads sentences and layout; tells which paragraphs ask and which answer. Nobody in the article holds what
is asked; the answers are all of one person.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reading.document import Document, Sentence
from loaders.reading.layout import Kind

_DASHES = frozenset("—–-")
_FEWEST = 4  # paragraphs with a dash that make a dialogue
_ASKED = 2  # of them with a question mark


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The paragraphs (blocks) of an interview that ask, and those that answer."""

    questions: frozenset[int] = frozenset()
    answers: frozenset[int] = frozenset()


def dialogue_of(document: Document) -> Dialogue:
    """The paragraphs of questions and answers; none where a text is no dialogue in dashes.

    The first with a dash asks, the next answers; what follows without one goes on with the answer.
    """
    ends = {s.block: s for s in document.sentences if s.kind not in (Kind.TITLE, Kind.HEADING)}
    starts = {s.block: s for s in reversed(document.sentences) if s.block in ends}
    dashed = [block for block in ends if _dash_opens(document, starts[block])]
    asked = [block for block in dashed if _asks(document, ends[block])]
    if len(dashed) < _FEWEST or len(asked) < _ASKED or dashed[0] != asked[0]:
        return Dialogue()
    questions, answers = set(dashed[::2]), set(dashed[1::2])
    last = dashed[0]
    for block in ends:
        if block in dashed:
            last = block
        elif block > dashed[0] and last in answers:
            answers.add(block)
    return Dialogue(frozenset(questions), frozenset(answers))


def _dash_opens(document: Document, sentence: Sentence) -> bool:
    """Whether a dash opens a paragraph."""
    line = document.text.rfind("\n", 0, document.words.starts[sentence.first]) + 1
    return not _DASHES.isdisjoint(document.text[line : document.words.starts[sentence.first]])


def _asks(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a question."""
    return document.text[sentence.start : sentence.end].rstrip(' »"”').endswith("?")
