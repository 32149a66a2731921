"""Which way the cues of a clause turn on a target: the sign of a stance, composed.

Reads the cues and verbs of a clause; adds a `Reading` for a target. The sign is composed from the cues
that govern the target, nearest first (supporting, opposing, harming, negating), as in compositional
sentiment; what judges from behind («… неприемлемо») has the last word.
"""

from __future__ import annotations

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.behind import behind_stance, judged_behind, verb_of_object
from loaders.positions.signs.borders import relative_before, resumed, statement_opens
from loaders.positions.signs.conditions import condition_of, indispensable, opens_terms, waited_for
from loaders.positions.signs.cues import judges_before, opens_list
from loaders.positions.signs.denials import denial_of, denied, will_do, with_ended, with_fought
from loaders.positions.signs.effects import TURNING, Reading, effect_of
from loaders.positions.signs.sign import Sign
from loaders.reading.document import Document
from loaders.reading.language import Cue, Verb
from loaders.reading.patterns import Hit


def read(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> Reading:
    """Compose the cues that govern a target, going back from it word by word."""
    target = behind_stance(document, clause, target, cues)
    sign = Sign(document, clause, target, topics)
    cues = with_fought(document, clause, target, cues, topics)
    cues = with_ended(document, clause, target, cues, topics)
    if listed := opens_list(document, clause, target, topics):
        cues = sorted([*cues, *listed], key=lambda hit: hit.start)
    barrier = relative_before(document, clause, target)
    governing = [c for c in cues if barrier <= c.start and c.end <= target.first and not judges_before(c)]
    governing = [c for c in governing if not resumed(document, clause, c)]
    anew = statement_opens(document, clause, target)
    governing = [c for c in governing if c.start >= anew or effect_of(c.sense) not in TURNING]
    condition = condition_of(document, clause, target, topics)
    condition = None if condition and condition.end <= anew else condition
    if waited_for(document, clause, target, governing):
        governing, condition = [], None
        sign.need()
    governing = [c for c in governing if not (condition and opens_terms(c, condition))]
    for hit in reversed(governing):
        if sign.cut_off(hit):
            break
        if sign.in_subject(hit):
            if document.language.code == "ru":
                break
            continue
        if not sign.reaches(hit):
            continue
        if sign.is_fact(hit):
            return sign.fact(hit)
        if sign.not_without(hit, governing) or sign.take(hit):
            break
    sign.of_deed()
    sign.of_own_words()
    sign.demanded_to_end()
    sign.called_so()
    needed = indispensable(document, clause, target)
    if needed:
        sign.need()
    if will_do(document, clause, target):
        sign.do()
    sign.of_own_verb()
    behind_object = verb_of_object(document, clause, target, topics)
    if behind_object:
        sign.of_object(*behind_object)
    behind = None if needed else judged_behind(document, clause, cues, target, topics)
    if behind and statement_opens(document, clause, target, behind.start) > target.last:
        behind = None  # stresses that they have the right, and that peace cannot be imposed
    if condition and behind and condition.start <= behind.start < condition.end:
        behind = None  # "cannot resume unless …" judges nothing: it is the condition
    sign.judge_from_behind(behind)
    reading = sign.reading(condition)
    denial = denial_of(document, clause, target)
    return denied(document, clause, target, reading, denial) if denial else reading
