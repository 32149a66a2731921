"""Terms: on which condition a target is held, and without what it cannot be."""

from __future__ import annotations

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.borders import stated_anew
from loaders.positions.signs.cues import judges_before, longest
from loaders.positions.signs.effects import effect_of, valence_of
from loaders.positions.topics import negates
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.patterns import Hit

_IF_REACH = 14
_WITHOUT = 3  # words from "without" to what is needed
_UNTIL = 6  # words from "until" to what is waited for
_AHEAD = 6  # words between "does not rule out" and what it governs


def condition_of(document: Document, clause: Clause, target: Target, topics: list[Target]) -> Hit[Cue] | None:
    """A condition put on the target: before it in the clause, or behind it in the sentence."""
    sentence = document.sentences[clause.sentence]
    given = bare_if(document, sentence, target.last, min(target.last + _IF_REACH, sentence.last))
    if given and not stated_anew(document, sentence, target.last, given.start):
        return given
    for hit in longest(h for h in sentence.of(Cue) if not judges_before(h)):
        before = clause.first <= hit.start < target.last
        parted = document.language.code == "ar" and any(document.breaks[hit.end : target.first])
        behind = hit.start >= target.last
        inside = target.first < hit.start < target.last
        soon = behind and hit.start <= target.last + _IF_REACH
        ahead = before and target.first - hit.end <= _AHEAD
        effect = hit.sense.effect
        if _lasts_until(document, clause, hit):
            continue  # will stay until the war ends: no terms
        if inside and not set(hit.words).isdisjoint(target.words):
            continue  # no state's security at the expense of others': what the target itself says
        put_on = [t for t in topics if clause.first <= t.first < hit.start]
        if effect == "conditional" and put_on and target not in put_on and target.first > hit.start:
            continue  # what the terms themselves name: only if arms supplies stop
        if effect == "conditional" and hit.end <= target.first and _ends_without(document, hit):
            continue  # it is what the terms are
        if _needs_actor(document, clause, hit, target):
            continue
        if effect == "conditional" and _only_why(document, sentence, hit, target):
            continue
        if behind and stated_anew(document, sentence, target.last, hit.start):
            continue  # terms of another statement
        even = document.language.words("even")
        if behind and not even.isdisjoint(document.words.folded[target.last : hit.start]):
            continue  # open to all, even to X once he returns: the terms are X's
        if behind and effect == "conditional" and _listed_anew(document, target, hit):
            continue  # of what is named next: معارضتهم للعقوبات وعن استعدادهم للحوار إذا …
        if behind and _contrasted(document, target, hit):
            continue  # terms of somebody else: …, although Hungary will block it unless …
        if (
            (effect == "conditional" and ((before and not parted) or behind or hit.start == sentence.first))
            or (effect == "bounds" and hit.start <= target.first < hit.end)
            or (effect == "terms" and (behind or inside or _fronted(document, sentence, hit, target)))
            or (effect == "if" and (soon or _answers(document, sentence, hit, target)))
            or (effect == "not_excluded" and ahead)
        ):
            return hit
    return None


def bare_if(document: Document, sentence: Sentence, start: int, end: int) -> Hit[Cue] | None:
    """The Arabic "if" that is written like "that", a comma before it and a past behind: …، إن وافقت موسكو."""
    words, breaks = document.words, document.breaks
    for at in range(start, end if document.language.code == "ar" else start):
        if words.folded[at] != "ان" or not breaks[at]:
            continue
        past = any(h.start == at + 1 for h in sentence.of(Verb) if h.sense.form == "past")
        written = document.text[words.starts[at] : words.ends[at]] == "إن"
        if written and (past or words.folded[at + 1] == "لم"):
            return Hit(at, at + 1, Cue("if"), (at,))
    return None


def _lasts_until(document: Document, clause: Clause, hit: Hit[Cue]) -> bool:
    """Whether English words say how long a thing goes on, which puts no condition on it."""
    words, lists = document.words.folded, document.language.words
    before = words[clause.first : hit.start]
    if before[-1:] == ("for",) and "long" in words[hit.start : hit.end]:
        return True  # he would block it for as long as he governs
    until = not lists("until").isdisjoint(words[hit.start : hit.start + 1])
    return until and not lists("lasting").isdisjoint(before) and lists("harmless_not").isdisjoint(before)


def in_terms(document: Document, start: int, target: Target) -> bool:
    """Whether "if" opens, behind a word, the clause that a target stands in: поддержит план, если …."""
    words, breaks = document.words.folded, document.breaks
    opens = next((at for at in range(target.first - 1, start - 1, -1) if words[at] == "если"), None)
    return opens is not None and not any(breaks[opens + 1 : target.first + 1])


def _ends_without(document: Document, hit: Hit[Cue]) -> bool:
    """Whether Arabic terms end with "without": what they require stands behind."""
    without = document.language.words("without") if document.language.code == "ar" else frozenset[str]()
    return document.words.folded[hit.end - 1] in without


def _needs_actor(document: Document, clause: Clause, hit: Hit[Cue], target: Target) -> bool:
    """Whether terms only say which bloc, or that the speaker, must take part: unthinkable without the SCO."""
    folded, words = document.words.folded, document.language.words
    if folded[hit.end - 1] not in words("without") or hit.end <= target.last:
        return False
    at = hit.end + (not words("articles").isdisjoint(folded[hit.end : hit.end + 1]))
    names = (n.sense for n in document.sentences[clause.sentence].of(Name) if n.start == at)
    own = clause.speaker.holders
    return any(n.strength == "strong" and (n.id.startswith("bloc:") or n.id in own) for n in names)


def _only_why(document: Document, sentence: Sentence, hit: Hit[Cue], target: Target) -> bool:
    """Whether "as long as" opens an English sentence and only tells why: as long as they arm, we …."""
    words = document.words.folded
    opens = hit.start == sentence.first and "long" in words[hit.start : hit.end] and hit.end <= target.first
    if document.language.code != "en" or not opens:
        return False
    denied = (h for h in sentence.of(Cue) if negates(h) and hit.end <= h.start < target.first)
    return any(document.breaks[hit.end : target.first + 1]) and not any(denied)


def _listed_anew(document: Document, target: Target, hit: Hit[Cue]) -> bool:
    """Whether a preposition that goes on with one before it parts an Arabic target from a condition."""
    between = document.words.folded[target.last : hit.start]
    return not document.language.words("and_again").isdisjoint(between)


def _contrasted(document: Document, target: Target, hit: Hit[Cue]) -> bool:
    """Whether "although" or "while" opens another's clause between an English target and a condition."""
    turns = document.language.words("contrasting") | document.language.words("conceding")
    between = document.words.folded[target.last : hit.start]
    return document.language.code == "en" and not turns.isdisjoint(between)


def _answers(document: Document, sentence: Sentence, hit: Hit[Cue], target: Target) -> bool:
    """Whether a Russian target is what somebody does if: «Если санкции снимут, Иран вернется к СВПД»."""
    fronted = document.language.code == "ru" and _fronted(document, sentence, hit, target)
    return fronted and not in_terms(document, sentence.first, target)


def _fronted(document: Document, sentence: Sentence, hit: Hit[Cue], target: Target) -> bool:
    """Whether terms open a sentence, and the target stands behind their comma: as soon as X, we shall …."""
    opens = hit.start - sentence.first <= 1
    return opens and any(document.breaks[hit.end : target.first + 1])


def opens_terms(hit: Hit[Cue | Verb], condition: Hit[Cue]) -> bool:
    """Whether a denial is part of terms: of "cannot … without", "does not accept … under pressure"."""
    if negates(hit):
        return condition.start <= hit.start and hit.end <= condition.end
    return effect_of(hit.sense) == "minus" and hit.start == condition.start


def waited_for(document: Document, clause: Clause, target: Target, governing: list[Hit[Cue | Verb]]) -> bool:
    """Whether an English thing is what something else waits for: no peace until (unless) there is a state.

    Or is wanted for it: a truce provided that there are guarantees.
    """
    words, waits = document.words.folded, document.language.words("waits")
    near = range(target.first - 1, max(clause.first, target.first - _UNTIL) - 1, -1)
    at = next((i for i in near if words[i] in waits or words[i - 1 : i + 1] == ("only", "if")), -1)
    if document.language.code != "en" or at < 0 or any(document.breaks[at : target.first + 1]):
        return False
    if valence_of(document, target) != "good":
        return False
    return words[at] in document.language.words("wanted_for") | {"if"} or any(
        negates(c) or (isinstance(c.sense, Cue) and effect_of(c.sense) == "minus")
        for c in governing
        if c.end <= at
    )


def indispensable(document: Document, clause: Clause, target: Target) -> bool:
    """Whether Russian words say that nothing comes about without a target: без санкций она не остановится.

    Without somebody else, the target is what would not come about: без Кубы вторжение было бы немыслимо.
    """
    named = {h.start for h in document.sentences[clause.sentence].of(Name) if h.end <= target.first}
    return document.language.code == "ru" and any(
        hit.sense.effect == "no_negation"
        and document.words.folded[hit.start] in document.language.words("without")
        and clause.first <= hit.start < target.first
        and target.first - hit.start <= _WITHOUT
        and hit.end > target.last
        and hit.start + 1 not in named
        for hit in document.sentences[clause.sentence].of(Cue)
    )
