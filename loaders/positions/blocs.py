"""Which blocs a passage links to its target: venues and instruments, and what it sets against it.

Reads candidates, clauses and mentions; adds via and contrast. A bloc counts as via where a word of
frame, venue or instrument governs it, and with it the blocs listed along; "these organisations"
stands for the blocs listed last.
"""

from __future__ import annotations

from loaders.positions.speech import Clause
from loaders.positions.stances import Candidate, Target
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Reference
from loaders.reading.mentions import Mention
from ontology.record import Stance
from ontology.vocabulary import Principle

_VENUE_REACH = 3


def link_blocs(
    document: Document,
    candidate: Candidate,
    mentions: tuple[Mention, ...],
    topics: dict[int, list[Target]],
) -> tuple[str, ...]:
    """The blocs through which the holder wants (or sees broken) the candidate's target, sorted."""
    sentence = document.sentences[candidate.clause.sentence]
    named = _venues(document, sentence, mentions, topics[sentence.index])
    referred = () if named else _referred(document, sentence, mentions)
    found = [bloc for bloc in (*named, *referred) if bloc not in (candidate.holder, candidate.target.id)]
    return tuple(sorted(set(found)))


def _venues(
    document: Document, sentence: Sentence, mentions: tuple[Mention, ...], topics: list[Target]
) -> list[str]:
    topic_words = {word for topic in topics for word in range(topic.first, topic.last)}
    blocs = [
        m
        for m in mentions
        if m.kind == "bloc" and sentence.first <= m.first < sentence.last and not topic_words & set(range(m.first, m.last))
    ]
    venue_ends = {
        hit.end for hit in sentence.hits if isinstance(hit.sense, Reference) and hit.sense.kind == "venue"
    }
    found: list[str] = []
    previous: Mention | None = None
    for bloc in blocs:
        led = any(bloc.first - back in venue_ends for back in range(_VENUE_REACH))
        listed = previous is not None and bloc.first - previous.last <= 1
        if led or listed:
            found.append(bloc.id)
            previous = bloc
        else:
            previous = None
    return found


def _referred(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> list[str]:
    """The blocs of the last list of two or more, where the paragraph says "these organisations"."""
    block = [s for s in document.sentences if s.block == sentence.block]
    said = [
        hit
        for s in block
        for hit in s.hits
        if isinstance(hit.sense, Reference) and hit.sense.kind == "those_blocs"
    ]
    if not said:
        return []
    before = [m for m in mentions if m.kind == "bloc" and m.first < said[0].start]
    run: list[str] = []
    for mention in reversed(before):
        number = _sentence_of(document, mention)
        if run and number != last:
            break
        last = number
        run.append(mention.id)
    return run if len(set(run)) > 1 else []


def _sentence_of(document: Document, mention: Mention) -> int:
    return next(s.index for s in document.sentences if s.first <= mention.first < s.last)


def contrasts(
    document: Document,
    candidate: Candidate,
    clauses: tuple[Clause, ...],
    mentions: tuple[Mention, ...],
    topics: dict[int, list[Target]],
) -> tuple[str, ...]:
    """The blocs that the speaker writes off against the candidate's target, sorted.

    They stand where the same speaker, in the same run of sentences, names a rival of the target and
    passes judgement on it.
    """
    entry = document.vocabulary.items.get(candidate.target.id)
    rivals = set(entry.rivals) if isinstance(entry, Principle) and candidate.stance is not Stance.REJECT else set()
    found: set[str] = set()
    for number in _run(document, candidate.clause, clauses):
        sentence = document.sentences[number]
        rival = any(topic.id in rivals for topic in topics[number])
        if not (rival or number == candidate.clause.sentence):
            continue
        judged = any(isinstance(h.sense, Cue) and h.sense.effect == "written_off" for h in sentence.hits)
        if judged:
            found |= {m.id for m in mentions if m.kind == "bloc" and sentence.first <= m.first < sentence.last}
    return tuple(sorted(found - {candidate.holder, candidate.target.id}))


def _run(document: Document, clause: Clause, clauses: tuple[Clause, ...]) -> list[int]:
    """The sentence of a clause and those around it in which the same speaker goes on."""
    voices = {c.sentence: c.speaker.voice for c in clauses}
    numbers = [clause.sentence]
    for step in (1, -1):
        number = clause.sentence + step
        while voices.get(number, "") == clause.speaker.voice and abs(number - clause.sentence) <= 3:
            numbers.append(number)
            number += step
    return sorted(numbers)
