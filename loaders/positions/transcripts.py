"""Transcripts of a briefing, in English: labels with a colon open what each says, questions and answers.

Reads paragraphs and mentions; tells which paragraphs ask, and who speaks in each of the others. Nobody in
the article holds what is asked; all up to the next label is his who is named by the last.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.positions.clauses import Speaker, represented
from loaders.reading.document import Document, Sentence
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention, within
from ontology.vocabulary import Organization

_LABEL = 9  # words of a label
_FEWEST = 3  # paragraphs with a label that make a transcript
_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})
_INTO = frozenset("’'-.,()&/")  # what may stand between the words of a label
_SMALL = frozenset({"of", "the", "for", "and", "de", "to"})


@dataclass(frozen=True, slots=True)
class Transcript:
    """The paragraphs (blocks) that ask, and whose words the others are."""

    questions: frozenset[int] = frozenset()
    answers: dict[int, Speaker] = field(default_factory=dict)


def transcript_of(document: Document, mentions: tuple[Mention, ...]) -> Transcript:
    """The questions and answers of a briefing; none where a text is no transcript with labels."""
    if document.language.code != "en":
        return Transcript()
    starts: dict[int, Sentence] = {}
    for sentence in document.sentences:
        if sentence.kind not in _HEADINGS:
            starts.setdefault(sentence.block, sentence)
    labels = {block: _label(document, sentence) for block, sentence in starts.items()}
    heads = {b: _named(document, mentions, *label) for b, label in labels.items() if label}
    answers = {block: speaker for block, speaker in heads.items() if speaker}
    if len(heads) < _FEWEST or not answers:
        return Transcript()
    questions: set[int] = set()
    spoken: dict[int, Speaker] = {}
    last: int | None = None
    for block in starts:
        last = block if block in heads else last
        if last in answers:
            spoken[block] = answers[last]
        elif last is not None:
            questions.add(block)
    return Transcript(frozenset(questions), spoken)


def _label(document: Document, sentence: Sentence) -> tuple[int, int] | None:
    """The words of the label that opens a paragraph; an empty run where the layout has set it aside."""
    words, text = document.words, document.text
    before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].rstrip()
    if before.endswith(":"):
        return sentence.first, sentence.first
    for end in range(sentence.first + 1, min(sentence.first + _LABEL, sentence.last)):
        between = text[words.ends[end - 1] : words.starts[end]]
        if not text[words.starts[end - 1]].isupper() and words.folded[end - 1] not in _SMALL:
            return None
        if between.startswith(":"):
            return sentence.first, end
        if not set(between.strip()) <= _INTO:
            return None
    return None


def _named(document: Document, mentions: tuple[Mention, ...], first: int, last: int) -> Speaker | None:
    """Who a label names as the one who answers; nobody for an outlet, or a name with one: Jo, Reuters."""
    inside = [m for m in within(mentions, first, last) if m.kind != "place"]
    if any(_outlet(document, m.id) for m in inside):
        return None
    office = (m for m in inside if m.kind == "person" or m.how == "title")
    found = next(office, None)
    return represented(document.vocabulary, found) if found else None


def _outlet(document: Document, actor: str) -> bool:
    entry = document.vocabulary.items.get(actor)
    return isinstance(entry, Organization) and entry.category in ("agency", "outlet")
