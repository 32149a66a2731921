"""Where a clause takes no side on a principle that it names: facts, what is but dealt with, questions.

Reads a clause, a target and what its cues were composed to; gives the reason, if there is one.
"""

from __future__ import annotations

from itertools import pairwise

from loaders.positions.candidates import Reason, Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import LINK, Reading, valence_of
from loaders.positions.verdicts.judging import blamed_for
from loaders.reading.document import Document
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.text import fold
from ontology.vocabulary import Principle

_SAID = frozenset({"report", "quote", "embedded"})
_DATED = 5  # words from "once" to what then happens
_DISCUSSED = 20  # words behind a verb of dealing with things, up to the next comma
_ATTACKED = 5  # words from "on" to what an attack was on
_TO_GATHERING = 3  # words from "conference" to what it is about


def is_proponent(document: Document, target: Target, holders: tuple[str, ...]) -> bool:
    """Whether a holder practises what others blame: that he names it does not say he is against."""
    entry = document.vocabulary.items.get(target.id)
    return isinstance(entry, Principle) and not set(entry.proponents).isdisjoint(holders)


def no_side(document: Document, clause: Clause, target: Target, reading: Reading) -> Reason | None:
    """Why a clause takes no side on a target that it names, where it takes none."""
    if clause.verb and clause.verb.effect == "abstain":
        return None
    if _begun(document, clause, target) or _not_condemned(document, clause, reading):
        return Reason.FACT
    if reading.cued == "fact" or _asked(document, clause, target) or _before_saying(document, clause, target):
        return Reason.FACT
    if _goes_on_with(document, clause, target) or _told_to_harm(document, clause, target):
        return Reason.FACT
    if _laid_on(document, clause, target) or _imposed_itself(document, clause, target, reading):
        return Reason.FACT
    if _names_gathering(document, target, attended=True) or _attacked(document, target):
        return Reason.FACT
    valence = valence_of(document, target)
    if valence == "good" and clause.verb and fold(clause.verb.lemma) in document.language.words("resuming"):
        return Reason.DEALT_WITH
    if clause.verb and clause.verb.effect in ("discuss", "act") and not _taken_up(clause, reading, valence):
        return Reason.DEALT_WITH
    if valence == "bad" and reading.cued != "strong" and _names_situation(document, target):
        return Reason.FACT
    if _no_danger(reading) or _only_dates(document, clause, target, reading):
        return Reason.FACT
    if reading.sign is not None:
        return None
    if _bare_place(document, clause, target):
        return Reason.OPEN
    if _names_gathering(document, target, attended=False):
        return Reason.FACT
    if _just_discussed(document, clause, target):
        return Reason.DEALT_WITH
    said = clause.level in _SAID and (target.opposite or is_proponent(document, target, clause.holders))
    on_terms = reading.conditional and document.language.code == "en" and clause.level in _SAID
    if not (_telling(document, target) or said or on_terms) or _but_spoken_of(document, clause, target):
        return Reason.OPEN
    if clause.level == "narrative":
        return Reason.NARRATIVE
    return Reason.PROPONENT if valence == "bad" and is_proponent(document, target, clause.holders) else None


def _no_danger(reading: Reading) -> bool:
    """Whether it is said that there is no danger of a thing, which takes no side: sees no risk of a war."""
    effects = [step.partition(":")[0] for step in reading.trace]
    return ("danger", "negation") in pairwise(effects)


def _only_dates(document: Document, clause: Clause, target: Target, reading: Reading) -> bool:
    """Whether a target that nothing judges by itself only says when: ready once a ceasefire takes hold."""
    folded, opens = document.words.folded, document.language.words("dating")
    if any(step.startswith("after_") for step in reading.trace):
        return False
    before = range(target.first - 1, max(clause.first - 2, target.first - _DATED), -1)
    for at in before:
        if document.breaks[at + 1]:
            return False
        if folded[at] in opens:
            cues = document.sentences[clause.sentence].of(Cue)
            return not any(at < hit.start < target.first for hit in cues)
    return False


def _attacked(document: Document, target: Target) -> bool:
    """Whether an Arabic target only says on what an attack was: هجمات على منشآت خاضعة لضمانات الوكالة."""
    words, attacks = document.words.folded, document.language.words("attacks_on")
    near = range(target.first - 1, max(0, target.first - _ATTACKED), -1)
    at = next((i for i in near if words[i] in ("علي", "ضد")), -1) if attacks else -1
    behind = words[max(0, at - 3) : at] if at > 0 else ()
    parted = any(document.breaks[max(at, 0) : target.first + 1])
    return not attacks.isdisjoint(behind) and not parted and valence_of(document, target) != "bad"


def _bare_place(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target is named by nothing but a place in English: the UN still lists Western Sahara."""
    names = document.sentences[clause.sentence].of(Name)
    covers = (n for n in names if n.start <= target.first and target.last <= n.end)
    return document.language.code == "en" and any(n.sense.id.startswith("place:") for n in covers)


def _but_spoken_of(document: Document, clause: Clause, target: Target) -> bool:
    """Whether an Arabic verb only names what is spoken of, on which both sides are heard: تحدث عن توسيع …."""
    entry, words = document.vocabulary.items.get(target.id), document.words.folded
    verb, speaking = clause.verb, document.language.words("speaking_of")
    speaks = verb is not None and fold(verb.lemma) in speaking and 0 <= clause.verb_at < target.first
    contested = isinstance(entry, Principle) and entry.contested
    that = document.language.words("that").isdisjoint(words[max(0, clause.verb_at) : target.first])
    return speaks and contested and that


def _telling(document: Document, target: Target) -> bool:
    """Whether to name the target without any cue is to take a side."""
    entry = document.vocabulary.items.get(target.id)
    return isinstance(entry, Principle) and entry.valence != "open" and entry.telling


def _before_saying(document: Document, clause: Clause, target: Target) -> bool:
    """Whether an Arabic target stands before the verb of saying: وتطرق اللقاء إلى الحرب، فشدد فلان على …."""
    says = clause.verb is not None and clause.verb.says and clause.verb_at >= 0 and clause.level == "report"
    return document.language.code == "ar" and says and target.last <= clause.verb_at


def _begun(document: Document, clause: Clause, target: Target) -> bool:
    """Whether the outlet tells who began a bad thing: Israel launched its offensive on Gaza."""
    verb = clause.verb
    told = clause.speaker.voice is None and verb is not None
    begun = told and verb is not None and verb.lemma in document.language.words("begun")
    return begun and valence_of(document, target) == "bad"


def _not_condemned(document: Document, clause: Clause, reading: Reading) -> bool:
    """Whether others are but said not to condemn a thing: агентство не осудило нападение."""
    verb, condemning = clause.verb, document.language.words("condemning")
    steps = [step.partition(":") for step in reading.trace]
    for (effect, _, word), (turning, _, _) in pairwise(steps):
        if effect == "minus" and word in condemning and turning in ("negation", "minus"):
            return True  # refused to condemn; failed to denounce
    condemns = verb is not None and verb.lemma in condemning
    return condemns and clause.of_others and any(effect == "negation" for effect, _, _ in steps)


def _laid_on(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target is but what somebody is blamed for: blamed the rise in prices on the West."""
    cues = document.sentences[clause.sentence].of(Cue)
    return any(clause.first <= h.start and blamed_for(document, target, h) for h in cues)


def _goes_on_with(document: Document, clause: Clause, target: Target) -> bool:
    """Whether others are blamed for what they go on doing about an issue: осуждает X за то, что они …."""
    goes_on = clause.verb is not None and clause.verb.lemma in document.language.words("goes_on")
    blamed = document.words.folded[max(0, clause.first - 3) : clause.first] == ("за", "то", "что")
    return goes_on and blamed and clause.of_others and valence_of(document, target) == "open"


def _told_to_harm(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a Russian outlet tells that a state does damage to a good thing: it professes nothing."""
    harms = clause.verb is not None and clause.verb.effect == "harm" and clause.speaker.voice is None
    told = harms and clause.level in ("narrative", "carried") and document.language.code == "ru"
    entry = document.vocabulary.items.get(target.id)
    professed = isinstance(entry, Principle) and not entry.contested
    return told and professed and valence_of(document, target) == "good"


def _imposed_itself(document: Document, clause: Clause, target: Target, reading: Reading) -> bool:
    """Whether it is told what bad thing a state does that has no such practice: Пекин ввел санкции."""
    verb = clause.verb
    does = verb is not None and verb.lemma in document.language.words("imposing") and not clause.of_others
    turned = any(step.partition(":")[0] not in ("plus", "support") for step in reading.trace)
    told = clause.level != "carried"  # they impose …: of whom it is told before
    own = does and told and not turned and not is_proponent(document, target, clause.holders)
    return document.language.code == "ru" and own and valence_of(document, target) == "bad"


def _just_discussed(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a gerund beside the clause's verb only deals with the target: обсудив обстановку в …, ….

    In Arabic a verb does that tells of a noun: في مكالمة تطرقت إلى مباحثات وقف إطلاق النار.
    """
    told = clause.verb is None and document.language.code == "ar"
    return any(
        hit.sense.effect == "discuss"
        and (hit.sense.form == "participle" or (told and hit.sense.form == "past"))
        and clause.first <= hit.start
        and 0 <= target.first - hit.end <= (_DISCUSSED if told else LINK)
        and not any(document.breaks[hit.end : target.first + 1])
        for hit in document.sentences[clause.sentence].of(Verb)
    )


def _names_gathering(document: Document, target: Target, *, attended: bool) -> bool:
    """Whether a target only says what a gathering is about: كلمته في المؤتمر الدولي للأمن الأوراسي.

    `attended`: at which something was said or done, and that is not itself wanted.
    """
    words, language = document.words.folded, document.language
    start = max(0, target.first - _TO_GATHERING)
    named = (at for at in range(start, target.first + 1) if words[at] in language.words("topical_gatherings"))
    at = next(named, None)
    led = words[target.first].startswith("ل") and language.code == "ar"
    led = led or at == target.first or words[target.first - 1] in language.words("gathered_about")
    asked = at is not None and words[at - 2] in language.words("taking_part")  # رفضت المشاركة في المؤتمر
    was_at = at is not None and words[at - 1] in language.words("attended_at") and not asked
    return at is not None and led and (not attended or was_at)


def _names_situation(document: Document, target: Target) -> bool:
    """Whether a target is named by how things stand with it: الأوضاع في غزة, which blames nobody."""
    word = document.words.folded[target.first].removeprefix("و").removeprefix("ال")
    return word in document.language.words("situations")


def _asked(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target stands in the question that somebody answers."""
    cues = document.sentences[clause.sentence].of(Cue)
    asked = any(h.sense.effect == "asked" and clause.first <= h.start < target.first for h in cues)
    own = clause.verb_at < 0 and document.language.code == "ar"
    whole = own and clause.last == document.sentences[clause.sentence].last
    opening = (
        clause.verb is None and clause.level == "report" and not whole
    )  # before the verb of saying, a clause of its own
    return asked and (opening or target.last <= clause.verb_at)


def _taken_up(clause: Clause, reading: Reading, valence: str) -> bool:
    """Whether side is taken on a subject dealt with: by a plain cue, or by somebody in his own words.

    Who says that he will have no part in a bad thing is against it.
    """
    cued = reading.cued
    if valence == "bad" and any(step.startswith("negation") for step in reading.trace):
        return True
    talks = clause.verb is not None and clause.verb.effect == "discuss"
    return cued == "strong" or (cued == "weak" and clause.speaker.voice is not None and not talks)
