"""Which blocs a passage links to its target: venues and instruments, and what it sets against it.

Reads candidates, clauses, topics and mentions; adds via and contrast. A bloc counts as via where a
word of frame, venue or instrument governs it, and with it the blocs listed along; "these
organisations" stands for the blocs listed last. A bloc is set against a target where the speaker
writes it off beside the target, or beside a rival of the target.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from loaders.positions.candidates import Candidate, Target
from loaders.positions.clauses import Clause
from loaders.positions.judging import written_off
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Reference
from loaders.reading.mentions import Mention, within
from ontology.record import Stance
from ontology.vocabulary import Principle

_VENUE_REACH = 3
_FROM_TARGET = 22  # words between a target and its venue
_CALLED = 12  # words behind a verb in which stands who is called upon
_BACK = 20  # sentences back in a paragraph that a reference to blocs may look
_RUN = 3  # sentences to either side in which a speaker goes on


def link_blocs(
    document: Document,
    candidate: Candidate,
    clauses: tuple[Clause, ...],
    mentions: tuple[Mention, ...],
    topics: dict[int, list[Target]],
) -> tuple[str, ...]:
    """The blocs through which the holder wants (or sees broken) the candidate's target, sorted."""
    if not candidate.target.id.startswith("principle:") or candidate.launched:
        return ()
    sentence = document.sentences[candidate.clause.sentence]
    start, end = _reach(candidate, clauses, sentence, topics[sentence.index])
    blamed = _blamed(sentence, mentions)
    wanted = candidate.stance is not Stance.REJECT
    kinds = {"venue", "venue_list", "doers"} if wanted else {"venue"}
    named = _venues(sentence, start, end, mentions, topics[sentence.index], kinds)
    named += _called_upon(candidate, mentions)
    found = named or _referred(document, sentence, mentions)
    return tuple(sorted({b for b in found if b not in (candidate.holder, candidate.target.id, *blamed)}))


def _reach(
    candidate: Candidate, clauses: tuple[Clause, ...], sentence: Sentence, topics: list[Target]
) -> tuple[int, int]:
    """The words around the target where its venue may stand.

    Never in another holder's clause, nor behind a later clause's own topic.
    """
    start, end = candidate.target.first - _FROM_TARGET, candidate.target.last + _FROM_TARGET
    for clause in _near(clauses, sentence.index, 0):
        if clause.holders == candidate.clause.holders:
            continue
        if clause.first >= candidate.clause.last:
            end = min(end, clause.first)
        elif clause.last <= candidate.clause.first:
            start = max(start, clause.last)
    later = [t.first for t in topics if t.first >= max(candidate.clause.last, candidate.target.last)]
    return max(start, sentence.first), min([end, sentence.last, *later])


def _venues(
    sentence: Sentence,
    start: int,
    end: int,
    mentions: tuple[Mention, ...],
    topics: list[Target],
    kinds: set[str],
) -> list[str]:
    topic_words = {word for topic in topics for word in range(topic.first, topic.last)}
    blocs = [
        m
        for m in within(mentions, start, end)
        if m.kind == "bloc" and not topic_words & set(range(m.first, m.last))
    ]
    venue_ends = {hit.end for hit in sentence.of(Reference) if hit.sense.kind in kinds}
    found: list[str] = []
    previous: Mention | None = None
    for bloc in blocs:
        led = any(bloc.first - back in venue_ends for back in range(_VENUE_REACH))
        listed = previous is not None and bloc.first - previous.last <= 1
        previous = bloc if led or listed else None
        if previous:
            found.append(bloc.id)
    return found


def _called_upon(candidate: Candidate, mentions: tuple[Mention, ...]) -> list[str]:
    """The blocs that are called upon for the target: «دعا بريكس إلى …», "urged the SCO to …"."""
    clause = candidate.clause
    if clause.verb is None or clause.verb.modality != "calls-for" or candidate.target.first <= clause.verb_at:
        return []
    behind = within(mentions, clause.verb_at + 1, min(candidate.target.first, clause.verb_at + _CALLED))
    return [m.id for m in behind if m.kind == "bloc" and m.how != "demonym"]


def _blamed(sentence: Sentence, mentions: tuple[Mention, ...]) -> set[str]:
    """The blocs that a sentence writes off: never a venue."""
    inside = list(within(mentions, sentence.first, sentence.last))
    return {
        bloc.id
        for hit in sentence.of(Cue)
        if hit.sense.effect == "written_off"
        for bloc in written_off(hit, inside)
    }


def _referred(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> list[str]:
    """The blocs of the last list of two or more, where the paragraph says "these organisations"."""
    said = next(
        (
            hit.start
            for other in document.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
            if other.block == sentence.block
            for hit in other.of(Reference)
            if hit.sense.kind == "those_blocs"
        ),
        None,
    )
    if said is None:
        return []
    before = [m for m in mentions if m.kind == "bloc" and m.first < said]
    if not before:
        return []
    listed_in = next(s for s in document.sentences if s.first <= before[-1].first < s.last)
    run = list(dict.fromkeys(m.id for m in before if m.first >= listed_in.first))
    return run if len(run) > 1 else []


def contrasts(
    document: Document,
    candidate: Candidate,
    clauses: tuple[Clause, ...],
    mentions: tuple[Mention, ...],
    topics: dict[int, list[Target]],
) -> tuple[str, ...]:
    """The blocs that the speaker writes off against the candidate's target, sorted."""
    entry = document.vocabulary.items.get(candidate.target.id)
    if (
        not isinstance(entry, Principle)
        or candidate.stance is Stance.REJECT
        or not set(candidate.clause.speaker.holders) >= {candidate.holder}
    ):
        return ()
    found = _blamed(document.sentences[candidate.clause.sentence], mentions)
    for number in _run(candidate.clause, clauses):
        sentence = document.sentences[number]
        if any(topic.id in entry.rivals for topic in topics[number]) and _blamed(sentence, mentions):
            found |= {m.id for m in within(mentions, sentence.first, sentence.last) if m.kind == "bloc"}
    return tuple(sorted(found - {candidate.holder, candidate.target.id}))


def _run(clause: Clause, clauses: tuple[Clause, ...]) -> list[int]:
    """The sentence of a clause and those around it in which the same speaker goes on."""
    voices: dict[int, str | None] = {}
    for other in _near(clauses, clause.sentence):
        voices.setdefault(other.sentence, other.speaker.voice)
    numbers = [clause.sentence]
    for step in (1, -1):
        number = clause.sentence + step
        while voices.get(number, "") == clause.speaker.voice and abs(number - clause.sentence) <= _RUN:
            numbers.append(number)
            number += step
    return sorted(numbers)


def _near(clauses: tuple[Clause, ...], sentence: int, reach: int = _RUN + 1) -> tuple[Clause, ...]:
    """The clauses of a sentence and of those around it; clauses are in the order of their sentences."""
    start = bisect_left(clauses, sentence - reach, key=lambda clause: clause.sentence)
    return clauses[start : bisect_right(clauses, sentence + reach, start, key=lambda clause: clause.sentence)]
