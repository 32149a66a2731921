"""Which words of a clause are weighed as cues."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.borders import only_topics
from loaders.positions.signs.effects import CUED, LINK, NEGATES_WITHIN, effect_of, valence_of
from loaders.positions.topics import negates
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Sense, Verb
from loaders.reading.patterns import Hit

_OF_ACTORS = frozenset(
    {
        "praise",
        "backs",
        "backing",
        "blame",
        "misdeeds",
        "deeds",
        "written_off",
        "proven",
        "guilty",
        "wrecked",
        "others",
        "warned",
        "worthy",
        "accused",
        "charged",
        "joins",
        "leaves",
        "ambivalent",
        "called",
        "ill",
        "well",
        "scorn",
        "esteem",
        "vice",
        "virtue",
        "wrongs",
        "serves",
    }
)  # say nothing of a principle
_WRITTEN_OFF = 3  # words from a name to what writes it off


def cues_of(
    sentence: Sentence, clause: Clause, topics: list[Target], named: set[int], bad: set[int]
) -> list[Hit[Cue | Verb]]:
    """Cues of the clause outside the words of topics and names, the longest where they overlap.

    `bad` are the words of English topics that name something bad, to which others may lead: would provoke
    a new arms race.
    """
    topic_words = named | {word for t in topics for word in (t.words or range(t.first, t.last))}
    ends_in = topic_words - bad
    opens = {t.first for t in topics if t.opposite} - named  # поставки лишь затягивают конфликт
    true = {
        word for h in sentence.of(Cue) if h.sense.effect == "no_negation" for word in range(h.start, h.end)
    }
    unless = {h.end - 1 for h in sentence.of(Cue) if h.sense.effect == "terms"}  # ما لم
    spent = _words_against_blocs(sentence)
    hits = [
        hit
        for hit in sentence.hits
        if isinstance(hit.sense, CUED)
        and (hit.end <= clause.last or (hit.start < clause.last and judges_before(hit)))
        and hit.start not in spent
        and (
            clause.first <= hit.start
            or _opens_within(clause, hit)
            or (negates(hit) and clause.first - hit.start <= NEGATES_WITHIN and hit.start not in true)
        )
        and not (hit.start < clause.first < hit.end and _opens_refusing(sentence, clause))
        and not (negates(hit) and hit.start in unless)
        and hit.sense.effect not in _OF_ACTORS
        and (
            topic_words.isdisjoint(hit.words)
            or (hit.start in opens and judges_before(hit))
            or (hit.start not in topic_words and ends_in.isdisjoint(hit.words) and judges_before(hit))
        )
    ]
    # The clause's own verb may be spelled like a form of another: عارض, whoever offers.
    own = any(hit.start == clause.verb_at and hit.sense is clause.verb for hit in hits)
    hits = [
        hit
        for hit in hits
        if not (own and hit.start == clause.verb_at and isinstance(hit.sense, Verb))
        or hit.sense is clause.verb
    ]
    if (
        own
        and clause.verb is not None
        and clause.verb.says
        and effect_of(clause.verb) in ("support", "minus")
    ):
        # Spelled like a cue for good things alone: Литва поддерживает санкции; or like a bare negation.
        hits = [h for h in hits if h.start != clause.verb_at or h.sense is clause.verb or not _is_weak(h)]
    verbs = [hit for hit in hits if isinstance(hit.sense, Verb)]
    hits = [hit for hit in hits if not _strengthens(hit, verbs)]
    hits = [hit for hit in hits if not _terms_around(hit, hits)]
    # A word may be both: "unacceptable attempts" and "attempts are unacceptable".
    before, after = (longest(h for h in hits if judges_before(h) is judges) for judges in (False, True))
    return sorted([*before, *after], key=lambda hit: hit.start)


def opens_list(
    document: Document, clause: Clause, target: Target, topics: list[Target]
) -> list[Hit[Cue | Verb]]:
    """Words against something with which a topic opens whose list a bad target goes on: отказ от X и от Y."""
    if valence_of(document, target) != "bad":
        return []
    led = {
        t.first: t.last
        for t in topics
        if clause.first <= t.first and t.last <= target.first and _listed(document, t, target, topics)
    }
    sentence = document.sentences[clause.sentence]
    cues: Iterable[Hit[Cue | Verb]] = chain(sentence.of(Cue), sentence.of(Verb)) if led else ()
    return longest(h for h in cues if effect_of(h.sense) == "minus" and h.end < led.get(h.start, 0))


def _listed(document: Document, before: Target, target: Target, topics: list[Target]) -> bool:
    """Whether a comma or "and" joins a target to a topic before it, nothing but topics between."""
    joins, words = document.language.words("joins"), document.words.folded
    places = range(before.last, target.first + 1)
    joined = any(document.breaks[at] or words[at] in joins for at in places)
    near = target.first - before.last <= LINK or only_topics(before.last, target.first, topics)
    return joined and near and document.language.words("that").isdisjoint(words[before.last : target.first])


def _is_weak(hit: Hit[Any]) -> bool:
    return isinstance(hit.sense, Cue) and hit.sense.effect in ("plus", "negation")


def _opens_within(clause: Clause, hit: Hit[Any]) -> bool:
    """Whether the verb that opens a clause stands in a cue that its negation opens: لا | يرى جدوى."""
    cue = isinstance(hit.sense, Cue) and hit.sense.effect in ("minus", "support")
    begins = clause.first == clause.verb_at and clause.first - hit.start == 1
    return cue and begins and clause.first in hit.words and hit.end > clause.first + 1


def _terms_around(hit: Hit[Any], hits: list[Hit[Any]]) -> bool:
    """Whether words that only put terms stand around a cue against something: استعداد لرفع … إذا."""
    if hit.sense.effect != "conditional":
        return False
    gap = set(range(hit.start, hit.end)).difference(hit.words)
    return any(other.start in gap and other.sense.effect == "minus" for other in hits)


def _words_against_blocs(sentence: Sentence) -> set[int]:
    """The words by which a bloc named right before is written off: the OSCE can no longer ensure …."""
    blocs = {hit.end for hit in sentence.of(Name) if hit.sense.id.startswith("bloc:")}
    return {
        word
        for hit in sentence.of(Cue)
        if hit.sense.effect == "written_off"
        and not blocs.isdisjoint(range(hit.start - _WRITTEN_OFF, hit.start + 1))
        for word in range(hit.start, hit.end)
    }


def done_by_others(document: Document, clause: Clause, target: Target) -> bool:
    """Whether what is said of a target is what others do whom nobody names: some countries cling to …."""
    cues = document.sentences[clause.sentence].of(Cue)
    return any(
        hit.sense.effect == "others"
        and clause.first <= hit.start
        and hit.end < target.first
        and (
            document.breaks[hit.start]
            or hit.start == clause.first
            or document.words.folded[hit.start - 1] in document.language.words("that")
        )
        for hit in cues
    )


def _opens_refusing(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause's own first word has the negation that it opens within: никогда | не допустит."""
    return any(
        hit.start == clause.first and isinstance(hit.sense, CUED) and effect_of(hit.sense) == "minus"
        for hit in sentence.hits
    )


def _strengthens(hit: Hit[Any], verbs: Iterable[Hit[Any]]) -> bool:
    """Whether a noun only strengthens a verb before it: يرفضون رفضا قاطعا."""
    noun = hit.sense
    return (
        isinstance(noun, Verb)
        and noun.form == "noun"
        and any(
            noun.lemma == verb.sense.lemma and verb.sense.form != "noun" and 0 <= hit.start - verb.end <= 1
            for verb in verbs
        )
    )


def judges_before(hit: Hit[Any]) -> bool:
    """Whether a cue judges what stands before it."""
    return isinstance(hit.sense, Cue) and hit.sense.effect.startswith("after")


def longest(hits: Iterable[Hit[Sense]]) -> list[Hit[Any]]:
    """Hits in order, of overlapping ones the longest, a cue before a verb, then that of fewest clitics."""
    kept: list[Hit[Any]] = []
    for hit in sorted(hits, key=_by_length):
        if not kept or hit.start >= kept[-1].end or _in_gap(hit, kept[-1]):
            kept.append(hit)
    return kept


def _in_gap(hit: Hit[Any], around: Hit[Any]) -> bool:
    """Whether a cue stands in the gap of words that only look like a negation: لن تدعم الاتفاق … إلا."""
    seeming = around.sense.effect == "no_negation" and bool(around.words)
    return seeming and not set(range(hit.start, hit.end)) <= set(around.words) and hit.start > around.start


def _by_length(hit: Hit[Sense]) -> tuple[int, int, bool, int]:
    spelling = hit.sense.spelling if isinstance(hit.sense, Verb) else ""
    return hit.start, -hit.end, not isinstance(hit.sense, Cue), -len(spelling)
