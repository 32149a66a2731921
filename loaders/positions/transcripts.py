"""Transcripts of a briefing, in English: labels with a colon open what each says, questions and answers.

Reads paragraphs and mentions; tells which paragraphs ask, and who speaks in each of the others. Nobody in
the article holds what is asked; all up to the next label is his who is named by the last.
"""

from __future__ import annotations

from bisect import bisect_left
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
    if any(label and _of_state(mentions, *label) for label in labels.values()):
        return Transcript()  # a round-up by countries
    marked = any(label and _asker(document, *label) for label in labels.values())
    heads = {b: _named(document, mentions, *label) for b, label in labels.items() if label}
    guest = _guest(document, mentions, labels) if marked else None
    if guest is not None:
        heads |= {b: guest for b, label in labels.items() if label and _answer(document, *label)}
    if marked:  # any other label is of somebody who answers, known or not
        heads = {b: s or _later(document, mentions, *(labels[b] or (0, 0))) for b, s in heads.items()}
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
        elif last is not None and (not marked or _asker(document, *(labels[last] or (0, 0)))):
            questions.add(block)
    return Transcript(frozenset(questions), spoken)


def _label(document: Document, sentence: Sentence) -> tuple[int, int] | None:
    """The words of the label that opens a paragraph; also one that the layout has set aside."""
    words, text = document.words, document.text
    line = text.rfind("\n", 0, sentence.start) + 1
    if text[line : sentence.start].rstrip().endswith(":"):
        return bisect_left(words.starts, line), sentence.first
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


def _of_state(mentions: tuple[Mention, ...], first: int, last: int) -> bool:
    """Whether a label is the name of a state, bloc or place, and no more."""
    named = within(mentions, first, last)
    return any(m.kind in ("state", "bloc", "place") and (m.first, m.last) == (first, last) for m in named)


def _asker(document: Document, first: int, last: int) -> bool:
    """Whether a label says that somebody asks: Question, Journalist, or a name with an outlet: Jo, NHK."""
    words = document.words
    label = document.text[words.starts[first] : words.ends[last - 1]] if last > first else ""
    return "," in label or words.folded[first] in document.language.words("askers_labelled")


def _answer(document: Document, first: int, last: int) -> bool:
    """Whether a label only says that somebody answers: A, Answer."""
    return last - first == 1 and document.words.folded[first] in document.language.words("answerers")


def _later(document: Document, mentions: tuple[Mention, ...], first: int, last: int) -> Speaker | None:
    """Whoever bears the last name of a label, where it is not the label itself that names him."""
    folded = document.words.folded
    if first == last or _asker(document, first, last):
        return None
    people = (m for m in mentions if m.kind == "person")
    found = next((m for m in people if folded[m.last - 1] == folded[last - 1]), None)
    return represented(document.vocabulary, found) if found else None


def _guest(
    document: Document, mentions: tuple[Mention, ...], labels: dict[int, tuple[int, int] | None]
) -> Speaker | None:
    """Who is interviewed: the person named first before the first question."""
    first = next((label[0] for label in labels.values() if label), 0)
    people = (m for m in within(mentions, 0, first) if m.kind == "person")
    found = next(people, None)
    return represented(document.vocabulary, found) if found else None


def _outlet(document: Document, actor: str) -> bool:
    entry = document.vocabulary.items.get(actor)
    return isinstance(entry, Organization) and entry.category in ("agency", "outlet")
