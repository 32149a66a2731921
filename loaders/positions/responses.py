"""What others hold on what somebody just held: "which Tehran rejected", وعارضته عشر دول, «против — Лондон».

Reads the sentences' candidates, mentions, verbs and references; adds candidates of those who answer. A
sentence is read in parts, between its commas and turns. A part answers where it names a view (the same,
another), a vote, or a verb that is for or against what a pronoun, "which" or "the call" points back to, and
names no matter of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import NOBODY, Clause, Speaker, represented
from loaders.positions.signs.conditions import bare_if
from loaders.positions.signs.effects import effect_of
from loaders.positions.topics import negates
from loaders.reading.document import Document, OneSense, Sentence
from loaders.reading.inflection import arabic_bare
from loaders.reading.language import Cue, Reference, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.record import Modality, Stance

TRACE = "response"
_VIEWS = {"same_view": 1, "other_view": -1, "bare_against": -1, "bare_denial": -1}
_VOTES = {"voted_for": 1, "voted_against": -1, "blocked": -1, "abstained": 0}
_ON_DRAFT = ("voted_for", "voted_against", "blocked")  # what is told of one draft, named behind it
_GOVERNING = ("prepositions", "place_in", "within")
_STOPS = frozenset(";؛:.")
_TERMS = ("if", "conditional", "terms")
_OTHER_SIDE = {
    Stance.ENDORSE: Stance.REJECT,
    Stance.REJECT: Stance.ENDORSE,
    Stance.CONDITIONAL: Stance.REJECT,
}
_SUFFIXES = ("هما", "هم", "ها", "ه")
_NEGATED = 2  # words between a negation and what it negates
BACK = 12  # sentences back to the draft on which others voted
_SOON = 2  # sentences back to what is answered otherwise
_NEAR = 8  # words between a verb and who is its subject
_ASIDE = 2  # words of "he said" between two commas
_REACH = 40  # words of a sentence near what is told
_HELD = 40  # candidates back to what is answered
_NAME = 3  # words of the name behind a verb
_ASKS = (Modality.CALLS_FOR, Modality.PROPOSES)
_ACTORS = ("state", "bloc", "person", "org")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence between its commas and turns."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A word that answers, with its `sign`: of a view, a vote, or a verb, "by" behind it or not."""

    first: int
    last: int
    sign: int
    view: bool = False
    vote: bool = False
    claim: bool = False  # whether the object of a verb is what was asked for, and not the matter itself
    whole: bool = False  # whether it is "which", which takes up all that was said
    passive: bool = False


def responses(
    document: Document,
    sentence: Sentence,
    clauses: Sequence[Clause],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
    made: Sequence[Candidate],
) -> list[Candidate]:
    """What those hold who answer, in one sentence, to what it or one before it tells that somebody holds.

    `made` are the candidates so far, those of this sentence among them.
    """
    found = _votes(document, sentence, clauses, topics[sentence.index], mentions)
    own = sorted(t.first for t in topics[sentence.index] if not t.again)
    for part in _parts(document, sentence, mentions):
        if bisect_left(own, part.first) < bisect_left(own, part.last):
            continue  # it tells of a matter of its own
        answer = _answer(document, sentence, part)
        clause = _clause_at(clauses, answer.first) if answer else None
        if answer is None or clause is None:
            continue
        said = _answered(document, [*made, *found][-_HELD:], sentence, part, answer)
        if said is not None:
            found += _of_part(document, clause, part, answer, said, mentions)
    stated = [c for c in made if c.clause.sentence == sentence.index]
    return [*found, *_likened(document, sentence, stated, mentions)]


def _clause_at(clauses: Sequence[Clause], at: int) -> Clause | None:
    """The clause in which a word stands."""
    number = bisect_right(clauses, at, key=attrgetter("first"))
    return clauses[number - 1] if number else None


def _near(hits: Sequence[Hit[OneSense]], first: int, last: int) -> Sequence[Hit[OneSense]]:
    """The hits that begin in the words `first` up to `last`; hits are in order."""
    start = bisect_left(hits, first, key=attrgetter("start"))
    return hits[start : bisect_left(hits, last, start, key=attrgetter("start"))]


def _likened(
    document: Document, sentence: Sentence, stated: list[Candidate], mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Those like whom somebody takes a side: على غرار قطر, joined by Oman."""
    for hit in sentence.of(Reference):
        if hit.sense.kind != "like_whom" or not _opens_aside(document, sentence, hit):
            continue
        said = next((c for c in stated if c.first >= hit.end), None)
        if said is None:
            continue
        stop = next((at for at in range(hit.end + 1, sentence.last) if document.breaks[at]), hit.end)
        answer = Answer(hit.start, hit.end, 1, view=True)
        yield from _of_part(document, said.clause, Part(hit.start, stop), answer, said, mentions)


def _opens_aside(document: Document, sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether words open a sentence, or stand behind a comma."""
    return hit.start == sentence.first or document.breaks[hit.start]


def _votes(
    document: Document,
    sentence: Sentence,
    clauses: Sequence[Clause],
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> list[Candidate]:
    """How those vote on a draft of whom it is told, what it wants behind it: vetoed a text that called for ….

    A draft wants what it names, or is against it where a verb of blame stands between: condemning strikes.
    """
    found: list[Candidate] = []
    drafts = document.language.words("voted_on")
    for vote in (h for h in sentence.of(Reference) if h.sense.kind in _ON_DRAFT):
        near = range(vote.start + 1, min(vote.end + _NEAR, sentence.last))
        draft = next((at for at in near if not drafts.isdisjoint(_bare(document, at))), None)
        wanted = [
            t for t in topics if draft is not None and draft < t.first <= draft + _REACH and not t.again
        ]
        clause = _clause_at(clauses, vote.start)
        if draft is None or not wanted or clause is None:
            continue
        verbs = _near(sentence.of(Verb), draft + 1, wanted[0].first)
        against = any(effect_of(h.sense) == "minus" for h in verbs)
        sign = (1 if vote.sense.kind == "voted_for" else -1) * (-1 if against != wanted[0].opposite else 1)
        answer = Answer(vote.start, max(vote.end, draft + 1), sign, vote=True)
        last = draft if document.language.code == "ar" else vote.end
        speaker = _whose(document, Part(clause.first, last), answer, mentions) or clause.speaker
        stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
        own = replace(clause, speaker=speaker, holders=speaker.holders, level="report")
        trace = (f"{TRACE}:{document.words.folded[vote.start]}",)
        words = vote.start, wanted[0].last
        modality = partial(modality_of, own, found=None)
        found += of_each(own, wanted[0], speaker.holders, stance, words, trace, modality)
    return found


def _bare(document: Document, at: int) -> tuple[str, ...]:
    """A word, an Arabic one also without its clitics and article."""
    word = document.words.folded[at]
    return arabic_bare(word) if document.language.code == "ar" else (word,)


def _parts(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> Iterator[Part]:
    """The parts of a sentence, a list of actors never parted, nor an aside from what it interrupts."""
    named = [m for m in within(mentions, sentence.first, sentence.last) if m.kind in _ACTORS]
    starts, ends = {m.first for m in named}, {m.last for m in named}
    edges = [at for at in range(sentence.first + 1, sentence.last) if _opens(document, at, starts, ends)]
    verbs = sentence.of(Verb)
    told = {v.start for v in verbs if v.sense.says and v.sense.effect in ("none", "assert")}
    aside = {
        at
        for first, last in pairwise(edges)  # такую позицию, добавил он, разделяют …
        if last - first <= _ASIDE and not told.isdisjoint(range(first, last))
        for at in (first, last)
    }
    edges = [at for at in edges if at not in aside]
    for first, last in pairwise([sentence.first, *edges, sentence.last]):
        yield Part(first, last)


def _opens(document: Document, at: int, starts: set[int], ends: set[int]) -> bool:
    """Whether a word opens a part: behind a comma, as a turn, or as an "and" that joins no actors."""
    folded, words = document.words.folded, document.language.words
    if folded[at] in words("response_turns"):
        return True
    if not words("examples").isdisjoint(folded[at : at + 2]):
        return False  # عشر دول، من بينها: who they are
    joins = folded[at] in words("and")
    begins = at + joins
    begins += begins < len(folded) and folded[begins] in words("articles")
    listed = at in ends and begins in starts and not _stops(document, at)
    if document.breaks[at] or joins:
        return not listed
    return (
        document.language.code == "ar"
        and folded[at].startswith("و")
        and folded[at] not in document.language.initial_words
        and folded[at][1:] in document.language.verb_forms
    )


def _stops(document: Document, at: int) -> bool:
    """Whether more than a comma stands before a word."""
    words = document.words
    return not _STOPS.isdisjoint(document.text[words.ends[at - 1] : words.starts[at]])


def _answer(document: Document, sentence: Sentence, part: Part) -> Answer | None:
    """The word of a part that answers."""
    if _on_terms(document, sentence, part):
        return None
    negations = [h for h in _near(sentence.of(Cue), part.first - _REACH, part.last) if negates(h)]
    for hit in _near(sentence.of(Reference), part.first, part.last):
        kind = hit.sense.kind
        if not _stands(document, part, hit):
            continue
        if kind in _VOTES:
            return Answer(hit.start, hit.end, _VOTES[kind], vote=True)
        if kind in _VIEWS:
            sign = _VIEWS[kind] * (-1 if _negated(negations, hit) else 1)
            return Answer(hit.start, hit.end, sign, view=True)
    judging = (v for v in _near(sentence.of(Verb), part.first, part.last) if _judges(document, v))
    answers = (_of_verb(document, part, v, negated=_negated(negations, v)) for v in judging)
    return next((answer for answer in answers if answer is not None), None)


def _on_terms(document: Document, sentence: Sentence, part: Part) -> bool:
    """Whether a part is but what must come about first: on condition that Washington does the same."""
    cues = _near(sentence.of(Cue), part.first - 1, part.last)
    opens = any(hit.sense.effect in _TERMS for hit in cues)
    return opens or bare_if(document, sentence, part.first, part.last) is not None


def _judges(document: Document, verb: Hit[Verb]) -> bool:
    """Whether a verb is one with which somebody answers, told of others: backed, رفضت, отверг."""
    lemma = fold(verb.sense.lemma.split("|")[0])
    told = lemma in document.language.words("answering") and verb.sense.form in ("past", "present", "noun")
    return told and not _noun_alike(document, verb)


def _noun_alike(document: Document, verb: Hit[Verb]) -> bool:
    """Whether a word that could be an Arabic verb is its noun: امتنعت عن إدانتها, إدانة الهجمات."""
    if document.language.code != "ar" or verb.sense.form == "noun":
        return False
    before = document.words.folded[verb.start - 1] if verb.start else ""
    initial = document.text[document.words.starts[verb.start]]
    return initial == "إ" or any(before in document.language.words(name) for name in _GOVERNING)


def _stands(document: Document, part: Part, hit: Hit[Any]) -> bool:
    """Whether words of a view stand where they must, and tell nothing of their own: agreed that …."""
    if hit.sense.kind == "bare_denial" and hit.end != part.last:
        return False
    if hit.sense.kind == "bare_against" and not _at_edge(document, part, hit):
        return False
    folded, words = document.words.folded, document.language.words
    if hit.sense.kind == "blocked":  # a text, or it; not a road
        objects = words("voted_on") | words("answers_it")
        return any(not objects.isdisjoint(_bare(document, at)) for at in range(hit.end, part.last))
    after = folded[part.last : part.last + 1]
    return words("view_goes_on").isdisjoint(folded[hit.end : part.last][:1]) and words("that").isdisjoint(
        after
    )


def _at_edge(document: Document, part: Part, hit: Hit[Any]) -> bool:
    """Whether words open or close a part, a turn before them or not: «против — Лондон», Hungary does not."""
    first = part.first + (document.words.folded[part.first] in document.language.words("response_turns"))
    return hit.start == first or hit.end == part.last


def _negated(negations: list[Hit[Cue]], hit: Hit[Any]) -> bool:
    return any(0 <= hit.start - h.end <= _NEGATED for h in negations)


def _of_verb(document: Document, part: Part, verb: Hit[Verb], *, negated: bool) -> Answer | None:
    """The answer of a verb that is for or against what its object points back to."""
    folded, words = document.words.folded, document.language.words
    against = effect_of(verb.sense) == "minus"
    if negated and against:
        return None  # who does not reject a thing is not yet for it
    passive = verb.end < part.last and folded[verb.end] in words("by")
    again = _said_again(document, part, verb, near=passive)
    which = next((at for at in range(part.first, verb.start) if folded[at] in words("which_all")), verb.start)
    all_of_it = not passive and which < verb.start - (document.language.code == "en")  # which Tehran rejected
    if document.language.code == "ru":  # что отверг Тегеран, and not: сказал, что поддерживает решение
        all_of_it = all_of_it and part.last - verb.end <= _NAME
    if not (again or all_of_it or _takes_up(document, part, verb, passive)):
        return None
    sign = -1 if against or negated else 1
    return Answer(verb.start, verb.end, sign, claim=again, whole=all_of_it, passive=passive)


def _said_again(document: Document, part: Part, verb: Hit[Verb], *, near: bool) -> bool:
    """Whether a noun, of a passive right before it, names again what somebody said: the call, этот призыв."""
    folded, claims = document.words.folded, document.language.words("claims_again")
    return verb.sense.form != "noun" and any(
        folded[at] in claims and _whole(document, part, at)
        for at in range(verb.start - 1 if near else part.first, verb.start if near else part.last)
        if part.first <= at != verb.start
    )


def _whole(document: Document, part: Part, at: int) -> bool:
    """Whether a noun stands alone, and does not say of what it is: the idea, not the idea of one currency."""
    folded, code = document.words.folded, document.language.code
    if at + 1 >= part.last or document.breaks[at + 1]:
        return True
    if code == "en":
        return folded[at + 1] not in document.language.words("noun_goes_on")
    return code == "ar" or folded[at + 1] in document.language.verb_forms


def _takes_up(document: Document, part: Part, verb: Hit[Verb], passive: bool) -> bool:
    """Whether the object of a verb is a pronoun or a noun that points back."""
    folded, words = document.words.folded, document.language.words
    if document.language.code == "ar":
        return _takes_up_in_arabic(document, part, verb)
    if passive:  # backed by X and opposed by Y
        another = not words("by").isdisjoint(folded[max(0, part.first - _NEAR) : part.first])
        turns = words("response_turns") | words("and")
        return another and verb.start - 1 == part.first and folded[part.first] in turns
    if verb.sense.form == "noun":
        return False
    before, behind = folded[max(part.first, verb.start - 1) : verb.start], folded[verb.end : verb.end + 1]
    ends = verb.end + 1 >= part.last
    back = words("answers_it")
    return not back.isdisjoint(before) or (
        not back.isdisjoint(behind) and (ends or behind[0] in words("answers_whole"))
    )


def _takes_up_in_arabic(document: Document, part: Part, verb: Hit[Verb]) -> bool:
    """The same of an Arabic verb, which may carry its object: عارضته, رفض ذلك, أيدت هذه الخطوة."""
    folded, words = document.words.folded, document.language.words
    form = folded[verb.start]
    stem = next((form.removesuffix(s) for s in _SUFFIXES if form.endswith(s)), form)
    carried = stem != form and stem.removeprefix("و") in document.language.verb_forms
    if verb.sense.form == "noun":
        return not words("answers_it").isdisjoint(folded[verb.end : part.last][:1])
    return carried or any(
        folded[at] in words("answers_it")
        or (folded[at] in words("pointed_nouns") and _alone(document, part, at))
        for at in range(verb.end, part.last)
    )


def _alone(document: Document, part: Part, at: int) -> bool:
    """Whether an Arabic noun points back: by "this" before it, or as it says of nothing what it is."""
    this = document.words.folded[at - 1] in document.language.words("demonstratives")
    return this or at + 1 >= part.last


def _answered(
    document: Document, made: list[Candidate], sentence: Sentence, part: Part, answer: Answer
) -> Candidate | None:
    """What somebody held that a part answers: of a view whoever spoke last, else what is no answer itself.

    Of several in one clause it is the first, which is what was wanted. A vote is on the last draft.
    """
    far = BACK if answer.vote else _SOON
    near = [
        c
        for c in made
        if c.last <= part.first and 0 <= sentence.index - c.clause.sentence <= far
        if answer.view or not (_is_answer(c) or c.target.id.partition(":")[0] in _ACTORS)
        if not answer.vote or _of_draft(document, c)
    ]
    told = next((c for c in near if c.clause == near[-1].clause), None)
    apart = told is not None and sentence.index - told.clause.sentence > 1 and not answer.vote
    if apart and not any(_is_answer(c) and c.clause.sentence == sentence.index - 1 for c in made):
        return None
    return told


def _of_draft(document: Document, candidate: Candidate) -> bool:
    """Whether a draft or resolution stands in the sentence of a candidate, on which others may vote."""
    first, last = _around(document, candidate)
    drafts = document.language.words("voted_on")
    return any(not drafts.isdisjoint(_bare(document, at)) for at in range(first, last))


def _around(document: Document, candidate: Candidate) -> tuple[int, int]:
    """The words of a candidate's sentence that stand near it."""
    sentence = document.sentences[candidate.clause.sentence]
    return max(sentence.first, candidate.first - _REACH), min(sentence.last, candidate.last + _REACH)


def _is_answer(candidate: Candidate) -> bool:
    return any(step.startswith(TRACE) for step in candidate.trace)


def _of_part(
    document: Document,
    clause: Clause,
    part: Part,
    answer: Answer,
    said: Candidate,
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """The candidates of a part, for each of those whose answer it is."""
    speaker = _whose(document, part, answer, mentions) or (clause.speaker if answer.view else NOBODY)
    stance = _stance(answer, said)
    own = clause
    if clause.speaker.voice is None or clause.level in ("carried", "narrative") or speaker != clause.speaker:
        own = replace(clause, speaker=speaker, level="report")
    own = replace(own, holders=speaker.holders)
    target = Target(said.target.id, answer.first, answer.last)
    trace = (f"{TRACE}:{document.words.folded[answer.first]}",)
    for holder in speaker.holders:
        if stance is None or holder in (said.holder, said.target.id):
            continue
        modality = modality_of(own, holder, None)
        yield Candidate(own, target, holder, stance, modality, answer.first, answer.last, "strong", trace)


def _stance(answer: Answer, said: Candidate) -> Stance | None:
    """The stance of an answer: on what was asked for, where that is meant; else on the matter itself."""
    if answer.sign == 0:
        return Stance.NEUTRAL
    verb = said.clause.verb
    asked = answer.claim or answer.view or answer.vote or said.stance is not Stance.REJECT
    asked = asked or said.modality in _ASKS or said.target.opposite
    asked = asked or (verb is not None and effect_of(verb) == "support")
    if asked or (answer.whole and answer.sign > 0):
        return said.stance if answer.sign > 0 else _OTHER_SIDE.get(said.stance)
    if answer.whole:
        return None  # who denies a charge is not yet for what it is about
    return Stance.ENDORSE if answer.sign > 0 else Stance.REJECT


def _whose(document: Document, part: Part, answer: Answer, mentions: tuple[Mention, ...]) -> Speaker | None:
    """Whose answer it is: behind "by", behind an Arabic verb, else the last before the verb or next to it."""
    runs = list(_runs(document, part, answer, mentions))
    after = [run for run in runs if run[0].first > answer.first]
    before = [run for run in runs if run[-1].last <= answer.first]
    reach = {"ar": _NEAR, "ru": 1}.get(document.language.code, -1)
    near = after and after[0][0].first - answer.last <= reach
    chosen = after[:1] if answer.passive or near else before[-1:] or after[:1]
    return _together(document, chosen[0]) if chosen else None


def _runs(
    document: Document, part: Part, answer: Answer, mentions: tuple[Mention, ...]
) -> Iterator[list[Mention]]:
    """The actors of a part that no preposition governs, those together that are listed together."""
    run: list[Mention] = []
    for mention in within(mentions, part.first, part.last):
        if mention.kind not in _ACTORS or mention.how in ("demonym", "conduct"):
            continue
        if run and _goes_on(document, run[-1], mention):
            run.append(mention)
            continue
        if run and not _governed(document, run[0], answer):
            yield run
        run = [mention]
    if run and not _governed(document, run[0], answer):
        yield run


def _goes_on(document: Document, last: Mention, mention: Mention) -> bool:
    """Whether a mention goes on with a list, or with an office whose holder it names."""
    between = document.words.folded[last.last : mention.first]
    passed = document.language.words("and") | document.language.words("articles")
    return all(word in passed for word in between)


def _governed(document: Document, mention: Mention, answer: Answer) -> bool:
    """Whether a preposition, which is not itself the answer, stands before a mention or clings to it."""
    folded, language = document.words.folded, document.language
    before, word = folded[mention.first - 1] if mention.first else "", folded[mention.first]
    if mention.first == answer.last or before in language.words("response_turns"):
        return False  # with Russia and China abstaining
    if before not in language.words("by") and any(before in language.words(name) for name in _GOVERNING):
        return True
    if language.code != "ar" or word in language.initial_words:
        return False
    return word.startswith(("لل", "بال", "كال")) or (word[0] in "بلك" and word[1:] in language.initial_words)


def _together(document: Document, run: list[Mention]) -> Speaker:
    """Those of a run as one speaker: its one person's words, or what all of them hold."""
    speakers = [represented(document.vocabulary, mention) for mention in run]
    holders = tuple(dict.fromkeys(holder for speaker in speakers for holder in speaker.holders))
    voices = [speaker.voice for speaker in speakers if speaker.voice]
    return Speaker(voices[-1] if len(holders) == 1 and voices else None, holders)
