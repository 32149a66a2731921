"""What somebody says in Arabic that he himself will do with a thing, or will not."""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import Reading, valence_of
from loaders.reading.document import Document
from loaders.reading.language import Name
from loaders.reading.text import fold


def pledged(document: Document, clause: Clause, target: Target, reading: Reading) -> Reading:
    """A reading of what somebody says in Arabic that he will himself do: تعهد برفع الإنفاق الدفاعي."""
    if (deed := _own_deed(document, clause, target)) and reading.sign is None:
        side = "support:pledged" if deed > 0 else f"minus:{document.words.folded[clause.verb_at]}"
        first = min(reading.first, clause.verb_at)
        return replace(reading, sign=deed, cued="strong", first=first, trace=(*reading.trace, side))
    verb, pledging = clause.verb, document.language.words("pledging")
    own = verb is not None and fold(verb.lemma) in pledging and not clause.of_others
    led = document.words.folded[target.first].startswith("ب") and not target.opposite
    own = (own and led) or _announced(document, clause, target)
    if not own or reading.sign is not None or valence_of(document, target) != "bad":
        return reading
    return replace(reading, sign=1, cued="strong", trace=(*reading.trace, "support:pledged"))


def _own_deed(document: Document, clause: Clause, target: Target) -> int:
    """What somebody says in Arabic that he will do with a thing, or will not: سترسل بلاده دبابات, لن ترسل."""
    verb, words = clause.verb, document.words.folded
    deeds = document.language.words("own_deeds")
    if verb is None or clause.of_others or clause.verb_at < 1 or fold(verb.lemma) not in deeds:
        return 0
    if valence_of(document, target) != "open" or target.first < clause.verb_at or target.opposite:
        return 0
    if words[clause.verb_at - 1] in document.language.words("will_not"):
        return -1
    return 1 if words[clause.verb_at].removeprefix("و").startswith("س") and verb.form == "present" else 0


def _announced(document: Document, clause: Clause, target: Target) -> bool:
    """Whether an Arabic target is what an actor announces that he does: أعلنت باريس تفعيل آلية الزناد."""
    verb, words = clause.verb, document.words.folded
    announces = verb is not None and fold(verb.lemma) in document.language.words("announcing")
    if not announces or clause.of_others or clause.verb_at < 0 or clause.level != "report":
        return False
    at = target.first - 1
    at -= words[at] == "عن"
    names = document.sentences[clause.sentence].of(Name)
    ends = {h.end - 1 for h in names if h.sense.strength != "demonym"}
    masdar = not words[target.first].startswith(("ال", "وال")) and not document.breaks[target.first]
    return masdar and at in ends and at > clause.verb_at
