"""What is denied, fought, harmed or ended with a target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import CUED, Reading, effect_of, valence_of
from loaders.reading.document import Document
from loaders.reading.language import Cue, Verb
from loaders.reading.patterns import Hit
from loaders.reading.text import fold


def denial_of(document: Document, clause: Clause, target: Target) -> Hit[Cue] | None:
    """The words with which somebody denies what the target is told in: опроверг сообщения о том, что …."""
    for hit in document.sentences[clause.sentence].of(Cue):
        if hit.sense.effect != "denial" or hit.start >= target.first:
            continue
        if hit.end == clause.first and document.breaks[clause.first] and document.language.code == "ru":
            continue  # отвергая обвинения, Тегеран заявил, что …
        between = document.words.folded[hit.end : clause.first]
        told = clause.level == "embedded" and not document.language.words("that").isdisjoint(between)
        if hit.start >= clause.first or told or hit.end >= clause.first:
            return hit
    return None


def denied_charge(document: Document, clause: Clause) -> bool:
    """Whether a clause tells a charge that somebody denies: rejected claims that it supports Hamas.

    It says of nobody whom he supports or blames.
    """
    if clause.level != "embedded":
        return False
    folded, words = document.words.folded, document.language.words
    verbs = (h for h in document.sentences[clause.sentence].of(Verb) if h.end <= clause.first)
    before = [h for h in verbs if folded[h.start] not in words("charges")]
    if not before or fold(before[-1].sense.lemma) not in words("charges_denied"):
        return False
    return not words("charges").isdisjoint(folded[before[-1].end : clause.first + 1])


def denied(document: Document, clause: Clause, target: Target, reading: Reading, denial: Hit[Cue]) -> Reading:
    """A reading turned by a denial: what remains is the contrary of what is told, save of damage."""
    trace = (f"denial:{document.words.folded[denial.start]}", *reading.trace)
    damage = any(step.startswith("harm") for step in reading.trace)
    valence = valence_of(document, target)
    if clause.of_others or (reading.sign is None and valence == "good"):
        return replace(reading, sign=None, cued="fact", trace=trace)
    sign = reading.sign if damage else -(reading.sign or 1)
    first = min(reading.first, denial.start) if denial.start >= clause.first else reading.first
    return replace(
        reading, sign=sign, first=first, cued="strong", conditional=False, modality="denies", trace=trace
    )


def with_fought(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> list[Hit[Cue | Verb]]:
    """The cues with the word that opens an earlier principle and governs a bad thing listed behind it.

    مواجهة الإرهاب وتهريب المخدرات: "the fight" belongs to the first principle's words. Where that is bad
    itself, nothing is fought: مواجهة التكتلات وعقلية الحرب الباردة.
    """
    if document.language.code != "ar" or valence_of(document, target) != "bad":
        return _with_harmed(document, clause, target, cues, topics)
    before = (t for t in topics if clause.first <= t.first < target.first and t is not target)
    opens = {t.first for t in before if valence_of(document, t) != "bad"}
    against = (h for h in _cues_at(document, clause, opens) if effect_of(h.sense) == "minus")
    words, renounced = document.words.folded, document.language.words("renounced")
    fought = {
        h.start: h
        for h in against
        if (isinstance(h.sense, Verb) and h.sense.form == "noun")
        or words[h.start].removeprefix("ب") in renounced
    }
    return sorted([*cues, *fought.values()], key=lambda hit: hit.start) if fought else cues


def _with_harmed(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> list[Hit[Cue | Verb]]:
    """The cues with the damage to a good thing that a principle before names: انتهاكات الكيان لوقف …."""
    before = next((t for t in topics if t.last == target.first and clause.first <= t.first), None)
    led = document.words.folded[target.first].startswith("ل") and not document.breaks[target.first]
    if document.language.code != "ar" or before is None or not led or valence_of(document, target) != "good":
        return cues
    done = [h for h in _cues_at(document, clause, {before.first}) if effect_of(h.sense) == "harm"]
    return sorted([*cues, *done[:1]], key=lambda hit: hit.start)


def with_ended(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> list[Hit[Cue | Verb]]:
    """The cues with those by which wider English words end what they hold: an end to Russia's invasion."""
    around = [t for t in topics if t.first < target.first and target.last <= t.last and t.id != target.id]
    if document.language.code != "en" or not around:
        return cues
    places = {at for t in around for at in range(max(clause.first, t.first), target.first)}
    ending = [h for h in _cues_at(document, clause, places) if effect_of(h.sense) == "minus"]
    ending = [h for h in ending if h.end <= target.first]
    return sorted([*cues, *ending[-1:]], key=lambda hit: hit.start)


def _cues_at(document: Document, clause: Clause, places: set[int]) -> Iterator[Hit[Cue | Verb]]:
    """The cues and verbs that begin at certain words, those inside the words of principles too."""
    for hit in document.sentences[clause.sentence].hits:
        if hit.start in places and isinstance(hit.sense, CUED):
            yield Hit(hit.start, hit.end, hit.sense, hit.words)


def will_do(document: Document, clause: Clause, target: Target) -> bool:
    """Whether Arabic words begin with the verb of who does what some are for: سترسل ألمانيا دبابات."""
    verb = clause.verb
    does = (
        verb is not None and verb.effect == "act" and clause.verb_at == target.first and not clause.of_others
    )
    return document.language.code == "ar" and does and valence_of(document, target) == "open"


def warns(hit: Hit[Cue | Verb]) -> bool:
    """Whether a verb voices fear of what it governs."""
    return isinstance(hit.sense, Verb) and hit.sense.effect == "minus" and hit.sense.modality == "warns"
