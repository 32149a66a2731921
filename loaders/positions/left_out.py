"""Which blocs a passage sets against what is wanted: those written off, and those it is to do without.

A bloc is left out where "not" or "without" stands before it, or words that set it against another thing
(unlike NATO, outside the OSCE, a counterweight to the G7), with those that "and" joins to it. Where
nothing comes about without it (unthinkable without the SCO) it is needed instead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from loaders.positions.candidates import Candidate, Target
from loaders.positions.clauses import Clause
from loaders.positions.verdicts.whom import written_off
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Reference
from loaders.reading.mentions import Mention, within
from ontology.record import Stance
from ontology.vocabulary import Bloc, Principle

_ABOUT_A_BLOC = frozenset({"reform", "expansion", "membership", "role", "charter"})  # what becomes of it
_RUN = 3  # sentences to either side in which a speaker goes on
_LEFT_OUT = 5  # words from "not" to the bloc that is left out: not on the Alliance
_SET_AGAINST = 2  # words from "in contrast to" to its bloc
_EXAMPLE = 7  # the same, where it is an example or leads another: independent of structures such as NATO
_DENIED = 8  # words between "impossible" and "without"


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
    found = blamed(document, document.sentences[candidate.clause.sentence], mentions)
    found |= _not_wanted(document, candidate, clauses, mentions)
    if entry.category == "order":
        found |= _not_needed(document, candidate, clauses, mentions, topics)
    for number in run_of(candidate.clause, clauses):
        sentence = document.sentences[number]
        if any(topic.id in entry.rivals for topic in topics[number]) and blamed(document, sentence, mentions):
            found |= {m.id for m in within(mentions, sentence.first, sentence.last) if m.kind == "bloc"}
    found -= {candidate.holder, candidate.target.id}
    return tuple(sorted(bloc for bloc in found if may_serve(document, candidate.target, bloc)))


def may_serve(document: Document, target: Target, bloc: str) -> bool:
    """Whether a bloc may be a venue of a target, or stand against it.

    Not a mere camp (the West), nor what the target is about: the reform of the UN, and so of its
    Council, the enlargement of NATO are about a bloc.
    """
    entry, code = document.vocabulary.items.get(bloc), bloc.partition(":")[2].lower()
    camp = isinstance(entry, Bloc) and entry.informal and bloc == bloc.lower()
    words = set(target.id.partition(":")[2].split("-"))
    own = not _ABOUT_A_BLOC.isdisjoint(words) and (code in words or ("reform" in words and code[:2] in words))
    return not (camp or own)


def _not_wanted(
    document: Document, candidate: Candidate, clauses: tuple[Clause, ...], mentions: tuple[Mention, ...]
) -> set[str]:
    """The blocs that a target is to do without: by the SCO, not NATO; behind "instead", the last.

    Not where it is harmed: what is done outside the Council violates the Charter.
    """
    sentence = document.sentences[candidate.clause.sentence]
    found = set() if candidate.harmed else {m.id for m in left_out(document, sentence, mentions)}
    if any(hit.sense.kind == "instead" for hit in sentence.of(Reference)):
        before = sentence.index - 1
        if before in run_of(candidate.clause, clauses):
            other = document.sentences[before]
            found |= {m.id for m in within(mentions, other.first, other.last) if m.kind == "bloc"}
    return found


def _not_needed(
    document: Document,
    candidate: Candidate,
    clauses: tuple[Clause, ...],
    mentions: tuple[Mention, ...],
    topics: dict[int, list[Target]],
) -> set[str]:
    """The blocs that the sentence before, which names no principle, does without: We do not need NATO."""
    here = document.sentences[candidate.clause.sentence]
    before = document.sentences[max(here.index - 1, 0)]
    if before is here or before.block != here.block or topics[before.index]:
        return set()
    speaker = candidate.clause.speaker.voice
    if any(c.speaker.voice != speaker for c in near(clauses, before.index, 0)):
        return set()
    return {m.id for m in left_out(document, before, mentions)}


def blamed(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> set[str]:
    """The blocs that a sentence writes off: never a venue."""
    inside = list(within(mentions, sentence.first, sentence.last))
    return {
        bloc.id
        for hit in sentence.of(Cue)
        if hit.sense.effect == "written_off"
        for bloc in written_off(document, hit, inside)
    }


def left_out(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The blocs that a sentence names only to leave them out, with those that "and" joins to them."""
    found: list[Mention] = []
    for run in bloc_lists(document, sentence, mentions):
        out = False
        for bloc in run:
            out = _negated(document, sentence, bloc, mentions) or (
                out and bloc.first <= joined_up_to(document, run)
            )
            found += [bloc] * out
    return found


def bloc_lists(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> list[list[Mention]]:
    """The blocs of a sentence, those that stand side by side together; "not X but Y" is no list."""
    runs: list[list[Mention]] = []
    for bloc in within(mentions, sentence.first, sentence.last):
        if bloc.kind != "bloc":
            continue
        if runs and lists(document, runs[-1][-1].last, bloc.first):
            runs[-1].append(bloc)
        else:
            runs.append([bloc])
    return runs


def lists(document: Document, start: int, end: int) -> bool:
    """Whether no more stands between two names than in a list: the CIS and the SCO."""
    words, language = document.words.folded[start:end], document.language
    if not language.words("but_rather").isdisjoint(words):
        return False
    return len(words) <= 1 or all(
        w in language.words("conjunctions") | language.words("articles") for w in words
    )


def joined_up_to(document: Document, run: list[Mention]) -> int:
    """Where the last bloc stands that "and" joins to a list: "unlike NATO, the CSTO" is none."""
    folded, joins = document.words.folded, document.language.words("conjunctions")
    joined = -1
    for before, bloc in pairwise(run):
        words = folded[before.last : bloc.first + 1]
        if not joins.isdisjoint(words[:-1]) or (document.language.code == "ar" and words[-1][0] == "و"):
            joined = bloc.first
    return joined


def _negated(document: Document, sentence: Sentence, bloc: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Whether a bloc is named only to be left out: لا الناتو, بدلا من الناتو, unlike NATO."""
    words, language = document.words.folded, document.language
    at, between = bloc.first - 1, language.words("before_left_out")
    while at > bloc.first - _LEFT_OUT and words[at] in between:
        at -= 1
    if any(h.start == bloc.last for h in sentence.of(Reference) if h.sense.kind == "against_after"):
        return True
    farthest = bloc.first - _EXAMPLE if _is_example(sentence, bloc) else at
    for word in range(max(sentence.first, farthest), bloc.first):
        if words[word] in language.words("left_out"):
            return not (words[word] in language.words("without") and _denied(document, sentence, word))
    behind = (h for h in sentence.of(Reference) if h.sense.kind == "set_against" and h.end <= bloc.first)
    return any(
        bloc.first - hit.end <= _reach(sentence, bloc)
        and not any(m.kind == "bloc" and m.id != bloc.id for m in within(mentions, hit.end, bloc.first))
        and not _joined(document, hit.end, bloc.first)
        and not _denied(document, sentence, hit.start)
        for hit in behind
    )


def _joined(document: Document, start: int, end: int) -> bool:
    """Whether "and" goes on with another thing: without interference and with the role of the Union."""
    words, joins = document.words.folded[start:end], document.language.words("conjunctions")
    return not joins.isdisjoint(words) or (
        document.language.code == "ar" and any(word[0] == "و" for word in words)
    )


def _reach(sentence: Sentence, bloc: Mention) -> int:
    """How many words may stand between what sets a bloc against another thing and the bloc."""
    led = any(
        h.end in (bloc.first, bloc.first - 1) for h in sentence.of(Reference) if h.sense.kind == "means"
    )
    return _EXAMPLE if led or _is_example(sentence, bloc) else _SET_AGAINST


def _is_example(sentence: Sentence, bloc: Mention) -> bool:
    """Whether a bloc is named as an example: clubs such as the G7, an order based on NATO."""
    examples = (h.end for h in sentence.of(Reference) if h.sense.kind == "venue_list")
    return any(bloc.first - 1 <= end <= bloc.first for end in examples)


def _denied(document: Document, sentence: Sentence, without: int) -> bool:
    """Whether something cannot be without a bloc, so that the bloc is needed: unthinkable without the SCO."""
    start = max(sentence.first, without - _DENIED)
    while any(document.breaks[start + 1 : without + 1]) and start < without:
        start += 1
    return not document.language.words("cannot_be").isdisjoint(document.words.folded[start:without])


def run_of(clause: Clause, clauses: tuple[Clause, ...], reach: int = _RUN) -> list[int]:
    """The sentence of a clause and those around it in which the same speaker goes on."""
    voices: dict[int, str | None] = {}
    for other in near(clauses, clause.sentence, reach + 1):
        voices.setdefault(other.sentence, other.speaker.voice)
    numbers = [clause.sentence]
    for step in (1, -1):
        number = clause.sentence + step
        while voices.get(number, "") == clause.speaker.voice and abs(number - clause.sentence) <= reach:
            numbers.append(number)
            number += step
    return sorted(numbers)


def near(clauses: tuple[Clause, ...], sentence: int, reach: int = _RUN + 1) -> tuple[Clause, ...]:
    """The clauses of a sentence and of those around it; clauses are in the order of their sentences."""
    start = bisect_left(clauses, sentence - reach, key=lambda clause: clause.sentence)
    return clauses[start : bisect_right(clauses, sentence + reach, start, key=lambda clause: clause.sentence)]
