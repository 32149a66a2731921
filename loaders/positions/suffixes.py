"""Stances on what an Arabic suffix means: رفضها, دعا إلى تمديده, لن تشارك فيه, وصفها بأنها غير قانونية.

Reads clauses, cues and topics; adds candidates whose target was named before, in the sentence or the one
before it, by a noun of the suffix's gender.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import NEXT, effect_of
from loaders.reading.document import Document
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.record import Stance
from ontology.vocabulary import Person

_SIDES = {"support": 1, "minus": -1, "harm": -1}
_JUDGED = 7  # words from a verb to what a thing is called
_OBJECT = 8  # words from a verb, its subject between, to the deed that it wants done
_ASIDE = 1  # words between a cue and "to it"
_STEM = 3  # letters of a word without its suffix
_BETWEEN_ACTORS = ("state", "bloc", "org", "person")


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a suffix says: its side, where it stands, whether it is feminine, whether actors may be meant."""

    sign: int
    first: int
    last: int
    feminine: bool
    of_things: bool  # of a deed that is done to things alone: تمديده


def by_suffix(
    document: Document,
    clause: Clause,
    cues: list[Hit[Cue | Verb]],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
    before: list[Candidate],
) -> Iterator[Candidate]:
    """Whoever is for or against what a suffix in his clause means, where the clause names nothing itself."""
    if document.language.code != "ar" or clause.verb is None or clause.verb_at < 0 or not clause.holders:
        return
    if any(clause.verb_at < t.first < clause.last for t in topics[clause.sentence]):
        return  # what the clause itself names
    found = _called(document, clause, cues) or _wanted(document, clause) or _upon(document, clause, cues)
    found = found or _object(document, clause)
    target = _antecedent(document, clause, found, topics, mentions) if found else None
    if found is None or target is None or (not found.of_things and _refused_before(clause, target, before)):
        return
    sign = -found.sign if target.opposite != target.negated else found.sign
    stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
    here = Target(target.id, found.first, found.last, target.opposite)
    trace = (f"pronoun:{document.words.folded[found.last - 1]}",)
    first, last = min(found.first, clause.verb_at), max(found.last, clause.verb_at + 1)
    for holder in clause.holders:
        if holder != target.id:
            modality = modality_of(clause, holder, clause.verb.modality)
            yield Candidate(clause, here, holder, stance, modality, first, last, "strong", trace)


def _refused_before(clause: Clause, target: Target, before: list[Candidate]) -> bool:
    """Whether another was against a thing: he may be meant, and not it (وأيده في ذلك نظيره)."""
    said = (c for c in before if c.target.id == target.id and c.holder not in clause.holders)
    return any(c.stance is Stance.REJECT for c in said)


def _suffix(word: str) -> str:
    """The suffix "it" or "them" of a word, or nothing: ها, ه."""
    for suffix in ("ها", "ه"):
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return suffix
    return ""


def _with_suffix(document: Document, at: int, lemma: str) -> str:
    """The suffix of a verb's form, where it is none of its own letters: رفضها, not نوه."""
    raw = document.text[document.words.starts[at] : document.words.ends[at]]
    return "" if lemma.endswith("ه") or raw.endswith("ة") else _suffix(document.words.folded[at])


def _denied(document: Document, clause: Clause, at: int) -> bool:
    """Whether a negation stands right before a word: لن تشارك فيه."""
    lists = document.language.words
    return at > 0 and document.words.folded[at - 1] in lists("harmless_not") | lists("bare_not")


def _called(document: Document, clause: Clause, cues: list[Hit[Cue | Verb]]) -> _Meant | None:
    """What somebody calls it: ووصفها بأنها غير قانونية, واعتبره خطوة مهمة."""
    verb, at = clause.verb, clause.verb_at
    lists = document.language.words
    if verb is None or fold(verb.lemma) not in lists("describing") or _resumes(document, clause):
        return None
    suffix = _with_suffix(document, at, fold(verb.lemma))
    for hit in cues if suffix else ():
        sign = _judgment(hit)
        if at < hit.start <= at + _JUDGED and sign and not any(document.breaks[at + 1 : hit.start + 1]):
            return _Meant(sign, at, hit.end, suffix == "ها", of_things=False)
    return None


def _judgment(hit: Hit[Any]) -> int:
    effect = effect_of(hit.sense).removesuffix(NEXT)
    if effect in ("after_minus", "bad", "harm") or (effect == "minus" and isinstance(hit.sense, Cue)):
        return -1
    return 1 if effect == "after_plus" else 0


def _wanted(document: Document, clause: Clause) -> _Meant | None:
    """What somebody wants done to it, or not: دعا إلى تمديده, طالب برفعها, رفض تنفيذه."""
    verb, at, lists = clause.verb, clause.verb_at, document.language.words
    side = effect_of(verb) if verb else ""
    calls = verb is not None and verb.modality in ("calls-for", "proposes", "promises")
    sign = _SIDES.get(side, 1 if calls else 0)
    if not sign or clause.level in ("narrative",):
        return None
    words = document.words.folded
    for here in range(at + 1, min(at + _OBJECT, clause.last)):
        if document.breaks[here] or words[here] in lists("that"):
            return None
        suffix = _suffix(words[here])
        deed = (
            _deed(words[here].removesuffix(suffix), lists("furthering"), lists("ending_it")) if suffix else 0
        )
        if deed:
            sign *= deed * (-1 if _denied(document, clause, at) else 1)
            return _Meant(sign, here, here + 1, suffix == "ها", of_things=True)
    return None


def _deed(stem: str, furthering: frozenset[str], ending: frozenset[str]) -> int:
    """Whether a noun, behind clitics or not, tells of a deed that furthers a thing (+1) or ends it (-1)."""
    for bare in (stem, stem[1:] if stem[:1] in "بلوف" else stem):
        if bare in furthering:
            return 1
        if bare in ending:
            return -1
    return 0


def _upon(document: Document, clause: Clause, cues: list[Hit[Cue | Verb]]) -> _Meant | None:
    """The side of a cue that leads to it with a preposition: متمسكة به, لن تتخلى عنها, لن تشارك فيه."""
    words, lists, verb = document.words.folded, document.language.words, clause.verb
    for at in range(clause.first + 1, clause.last):
        if words[at] not in lists("led_to_it") or document.breaks[at]:
            continue
        feminine = words[at].endswith("ها")
        for hit in cues:
            sign = _SIDES.get(effect_of(hit.sense), 0)
            near = 0 <= at - hit.end <= _ASIDE and not any(document.breaks[hit.end : at])
            if sign and near:
                sign *= -1 if _denied(document, clause, hit.start) else 1
                return _Meant(sign, hit.start, at + 1, feminine, of_things=False)
        part = (
            verb is not None and fold(verb.lemma) in lists("part_taken") and at - clause.verb_at <= _ASIDE + 1
        )
        if part and _denied(document, clause, clause.verb_at):
            return _Meant(-1, clause.verb_at, at + 1, feminine, of_things=True)
    return None


def _object(document: Document, clause: Clause) -> _Meant | None:
    """The side of a verb whose object it is: رفضتها, تؤيده, لن تحضره."""
    verb, at = clause.verb, clause.verb_at
    if verb is None or verb.form == "noun" or verb.modality == "calls-for":
        return None
    if fold(verb.lemma) in document.language.words("of_statements") or _resumes(document, clause):
        return None
    sign = _SIDES.get(effect_of(verb), 0) if verb.says else 0
    suffix, denied = _with_suffix(document, at, fold(verb.lemma)), _denied(document, clause, at)
    part = fold(verb.lemma) in document.language.words("part_taken") and denied
    if not suffix or not (sign or part):
        return None
    sign = (-sign if denied else sign) or -1
    return _Meant(sign, at, at + 1, suffix == "ها", of_things=not verb.takes_actor)


def _resumes(document: Document, clause: Clause) -> bool:
    """Whether the noun or relative right before a verb is what its suffix means: أمن المنطقة تضمنه دولها."""
    at, lists = clause.verb_at, document.language.words
    word, before = document.words.folded[at], document.words.folded[at - 1]
    opens = at == document.sentences[clause.sentence].first or document.breaks[at] or word[0] in "وف"
    leads = lists("harmless_not") | lists("bare_not") | lists("that") | lists("particles")
    leads |= lists("whereupon") | lists("fronting")
    named = document.sentences[clause.sentence].of(Name)
    leads_it = opens or before in leads or any(h.end == at for h in named)
    return not leads_it or before in lists("relatives")


def _antecedent(
    document: Document,
    clause: Clause,
    meant: _Meant,
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> Target | None:
    """The topic named last before a suffix, of its gender; none where an actor named since may be meant."""
    here = [t for t in topics[clause.sentence] if t.last <= max(clause.first, clause.verb_at)]
    named = here or topics.get(clause.sentence - 1, [])
    target = next((t for t in reversed(named) if _feminine(document, t) == meant.feminine), None)
    if target is None or target.id != named[-1].id or document.words.folded[target.first].startswith("لل"):
        return None  # the basis for a settlement, which they will not implement: the basis is meant
    ours = (*clause.holders, clause.speaker.voice)
    since = within(mentions, target.last, min(max(clause.first, clause.verb_at), meant.first))
    rivals = (m for m in since if m.kind in _BETWEEN_ACTORS and m.id not in ours)
    rivals = (m for m in rivals if _may_be(document, m, feminine=meant.feminine))
    return target if meant.of_things or not any(rivals) else None


def _may_be(document: Document, actor: Mention, *, feminine: bool) -> bool:
    """Whether a suffix of a gender may mean an actor: "it" that is feminine a state, the other no state."""
    lists, head = document.language.words, document.words.folded[actor.first]
    entry = document.vocabulary.items.get(actor.id)
    if isinstance(entry, Person):
        return (entry.gender == "f") == feminine
    if actor.kind == "state":
        return (head in lists("masculine_states")) != feminine
    return True


def _feminine(document: Document, target: Target) -> bool:
    """Whether "it" for a topic is feminine: by the ending of its first noun, or as many things."""
    words, plurals = document.words.folded, document.language.words("broken_plurals")
    word = words[target.words[0] if target.words else target.first]
    for led in ("و", "ف", "ب", "ل", "ال"):
        word = word.removeprefix(led) if len(word) - len(led) > _STEM else word
    return word.endswith(("ه", "ات")) or word in plurals
