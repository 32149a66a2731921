"""Which way the cues of a clause turn on a target: the sign of a stance, composed.

Reads the cues and verbs of a clause; adds a `Reading` for a target. The sign is composed from the cues
that govern the target, nearest first (supporting, opposing, harming, negating), as in compositional
sentiment; what judges from behind («… неприемлемо») has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.topics import negates
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Reference, Sense, Verb
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.vocabulary import Principle

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
    }
)  # say nothing of a principle
_WRITTEN_OFF = 3  # words from a name to what writes it off
LINK = 4  # words that may stand between a cue and what it governs
_QUOTED = 4  # words from a cue to the end of its quotation, so that it is no single word in quotes
_DRAFTED = 12  # words from a draft to what it wants
_AFTER = 9
_DOES = ("ет", "ют", "ит", "ят", "ал", "ала", "али", "ил", "ила", "или")  # ends of a Russian finite verb
_FRONTED = 3  # words of an object in front before the target among them: снимать санкции с Ирана США …


_NEXT = "_next"  # ends the names of judgments that stand right behind what they judge
_NEGATES_WITHIN = 3
_AGAINST = frozenset({"minus", "danger", "harm"})
_TURNING = _AGAINST | {"bad", "negation"}
_TAKES_SIDE = frozenset({"support", "minus", "assert", "plus"})
_OPENS = 1  # words before a target that is itself the subject of its clause
_JOINED_WITHIN = 3  # words between "and" and the cue that opens a new member behind it
_SILENT = frozenset(
    {
        "none",
        "discuss",
        "act",
        "abstain",
        "no_negation",
        "neutral",
        "conditional",
        "terms",
        "if",
        "fact",
        "asked",
        "denial",
    }
)
_CUED = Cue | Verb  # made once: it is asked of every hit
_CONTRARY = {"good": "bad", "bad": "good", "open": "open"}
_IF_REACH = 14
_TOLD_THAT = 2  # words behind a verb of saying in which its "that" stands
_DONE_WITH = 7  # words from a verb to the thing with which something is done
_WILL_DO = 5  # words before such a verb in which "will" or "not" stands
_FELT_OVER = 4  # words in which a feeling stands before the situation that it is over
_FELT_WITHIN = 9  # words from a feeling to what it is over
_FACT_REACH = 3  # words between "a quarrel over" and what it is over
_WITHOUT = 3  # words from "without" to what is needed
_BESIDE = 2  # words between "without" and a bad thing that something is to do without
_NOT_ONE = (("not", "a", "single"),)
_UNTIL = 4  # words from "until" to what is waited for
_NONE_OF = 3  # words from "no" to what there is to be none of
_MAY_WITHIN = 4  # words behind a thing of which there is to be none in which "may" stands
_CALLED_SO = {"bad": -1, "scorn": -1, "ill": -1, "esteem": 1}  # what something is called
_CALLED_WITHIN = 6  # words from a thing to what it is called
_DEMANDED_WITHIN = 6  # words behind a thing in which stands what it is demanded to do
_AHEAD = 6  # words between "does not rule out" and what it governs


@dataclass(frozen=True, slots=True)
class Reading:
    """The sign composed for a target: +1, -1 or None, and what it rests on."""

    sign: int | None
    first: int
    last: int
    cued: str
    conditional: bool
    modality: str | None
    trace: tuple[str, ...]


def _opens_refusing(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause's own first word has the negation that it opens within: никогда | не допустит."""
    return any(
        hit.start == clause.first and isinstance(hit.sense, _CUED) and effect_of(hit.sense) == "minus"
        for hit in sentence.hits
    )


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
        if isinstance(hit.sense, _CUED)
        and hit.end <= clause.last
        and hit.start not in spent
        and (
            clause.first <= hit.start
            or _opens_within(clause, hit)
            or (negates(hit) and clause.first - hit.start <= _NEGATES_WITHIN and hit.start not in true)
        )
        and not (hit.start < clause.first < hit.end and _opens_refusing(sentence, clause))
        and not (negates(hit) and hit.start in unless)
        and hit.sense.effect not in _OF_ACTORS
        and (
            topic_words.isdisjoint(hit.words)
            or (hit.start in opens and _judges_before(hit))
            or (hit.start not in topic_words and ends_in.isdisjoint(hit.words) and _judges_before(hit))
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
    before, after = (_longest(h for h in hits if _judges_before(h) is judges) for judges in (False, True))
    return sorted([*before, *after], key=lambda hit: hit.start)


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


def _resumed(document: Document, clause: Clause, hit: Hit[Cue | Verb]) -> bool:
    """Whether a verb in a relative clause governs what stands before it: القمة التي دعا إليها."""
    words = document.words.folded
    if not isinstance(hit.sense, Verb) or words[hit.end] not in document.language.words("resumed"):
        return False
    before = document.sentences[clause.sentence].hits
    return any(
        isinstance(h.sense, Reference) and h.sense.kind == "relative" and 0 <= hit.start - h.end <= 1
        for h in before
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


def _judges_before(hit: Hit[Any]) -> bool:
    return isinstance(hit.sense, Cue) and hit.sense.effect.startswith("after")


def effect_of(sense: Cue | Verb) -> str:
    """What a cue or verb does to its target; a verb of saying that is for it supports it."""
    if isinstance(sense, Verb) and sense.effect == "plus" and sense.says:
        return "support"
    if isinstance(sense, Verb) and sense.effect == "minus" and sense.modality == "warns":
        return "danger"
    return sense.effect


def read(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> Reading:
    """Compose the cues that govern a target, going back from it word by word."""
    target = _behind_stance(document, clause, target, cues)
    sign = _Sign(document, clause, target, topics)
    cues = _with_fought(document, clause, target, cues, topics)
    cues = _with_ended(document, clause, target, cues, topics)
    barrier = _relative_before(document, clause, target)
    governing = [c for c in cues if barrier <= c.start and c.end <= target.first and not _judges_before(c)]
    governing = [c for c in governing if not _resumed(document, clause, c)]
    anew = _statement_opens(document, clause, target)
    governing = [c for c in governing if c.start >= anew or effect_of(c.sense) not in _TURNING]
    condition = _condition(document, clause, target, topics)
    condition = None if condition and condition.end <= anew else condition
    governing = [c for c in governing if not (condition and _opens_terms(c, condition))]
    if _waited_for(document, clause, target, governing):
        governing = []
        sign.need()
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
    needed = _indispensable(document, clause, target)
    if needed:
        sign.need()
    if _will_do(document, clause, target):
        sign.do()
    sign.of_own_verb()
    behind_object = _verb_of_object(document, clause, target, topics)
    if behind_object:
        sign.of_object(*behind_object)
    behind = None if needed else _after(document, clause, cues, target, topics)
    if behind and _statement_opens(document, clause, target, behind.start) > target.last:
        behind = None  # stresses that they have the right, and that peace cannot be imposed
    if condition and behind and condition.start <= behind.start < condition.end:
        behind = None  # "cannot resume unless …" judges nothing: it is the condition
    sign.judge_from_behind(behind)
    reading = sign.reading(condition)
    denial = _denial(document, clause, target)
    return _denied(document, clause, target, reading, denial) if denial else reading


def _statement_opens(document: Document, clause: Clause, target: Target, before: int | None = None) -> int:
    """Where "and that" last opens a statement before a target (or a word), else −1: rejects X and that Y."""
    words, opens = document.words.folded, document.language.words("new_statement")
    places = range((target.first if before is None else before) - 1, clause.first + 1, -1)
    return next((at for at in places if " ".join(words[at - 1 : at + 1]) in opens), -1)


def _waited_for(document: Document, clause: Clause, target: Target, governing: list[Hit[Cue | Verb]]) -> bool:
    """Whether an English thing is what something else waits for: no peace until there is a state."""
    words, until = document.words.folded, document.language.words("until")
    near = range(target.first - 1, max(clause.first, target.first - _UNTIL) - 1, -1)
    at = next((i for i in near if words[i] in until), -1)
    if document.language.code != "en" or at < 0 or any(document.breaks[at : target.first + 1]):
        return False
    if valence_of(document, target) != "good":
        return False
    return any(
        negates(c) or (isinstance(c.sense, Cue) and effect_of(c.sense) == "minus")
        for c in governing
        if c.end <= at
    )


def _indispensable(document: Document, clause: Clause, target: Target) -> bool:
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


def _behind_verb(document: Document, clause: Clause, target: Target) -> Target:
    """An English target without its first words, where the verb of stance parts the rest from them.

    Burhan ruled out any negotiations: whoever does so is named among its words.
    """
    verb, at = clause.verb, clause.verb_at
    inside = target.first < at < target.words[-1] and at not in target.words if target.words else False
    if verb is None or not inside or effect_of(verb) not in ("support", "minus"):
        return target
    rest = tuple(word for word in target.words if word > at)
    return replace(target, first=rest[0], words=rest)


def _behind_stance(document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]]) -> Target:
    """A target without its first words, where a verb parts the rest from them.

    أوكرانيا ترفض التنازل عن …: whoever does so is named among its words. Иран не откажется от программы.
    """
    if document.language.code == "ru" and target.first < clause.verb_at < target.last - 1:
        sentence = document.sentences[clause.sentence]
        mine = {at for h in sentence.of(Name) if h.sense.id in clause.holders for at in range(h.start, h.end)}
        rest = tuple(at for at in target.words if at > clause.verb_at)
        before = {at for at in target.words if at < clause.verb_at}
        return replace(target, first=rest[0], words=rest) if rest and before <= mine else target
    if document.language.code == "en":
        return _behind_verb(document, clause, target)
    if document.language.code != "ar":
        return target
    inside = [
        hit
        for hit in cues
        if target.first < hit.start
        and hit.end < target.last
        and isinstance(hit.sense, Verb)
        and hit.sense.effect in ("plus", "minus")
        and _states(document, hit)
    ]
    after = inside[-1].end if inside else _behind_called_upon(document, clause, target, cues)
    rest = tuple(at for at in target.words if after and at >= after)
    return replace(target, first=rest[0], words=rest) if rest else target


def _behind_called_upon(document: Document, clause: Clause, target: Target, cues: list[Hit[Any]]) -> int:
    """Where an Arabic target goes on behind whom it begins with and what he is to do: واشنطن إلى وقف …."""
    names = document.sentences[clause.sentence].of(Name)
    named = {at for h in names if h.sense.strength != "demonym" for at in range(h.start, h.end)}
    gaps = set(range(target.first, target.last)).difference(target.words)
    turns = (h for h in cues if h.start in gaps and not _judges_before(h))
    hit = next((h for h in turns if effect_of(h.sense) in ("minus", "support")), None)
    begins = hit is not None and all(at in named for at in target.words if at < hit.start)
    return hit.end if begins and hit is not None else 0


def _states(document: Document, hit: Hit[Any]) -> bool:
    """Whether an Arabic verb, or a noun with whose it is, says where somebody stands: ترفض, رفضه."""
    words, verb = document.words.folded, hit.sense
    told = verb.form in ("past", "present") or (
        verb.form == "noun" and words[hit.start].endswith(("ها", "ه"))
    )
    return bool(verb.says and told) and words[hit.start - 1] not in document.language.words("relatives")


def _will_do(document: Document, clause: Clause, target: Target) -> bool:
    """Whether Arabic words begin with the verb of who does what some are for: سترسل ألمانيا دبابات."""
    verb = clause.verb
    does = (
        verb is not None and verb.effect == "act" and clause.verb_at == target.first and not clause.of_others
    )
    return document.language.code == "ar" and does and valence_of(document, target) == "open"


def _verb_of_object(
    document: Document, clause: Clause, target: Target, topics: list[Target]
) -> tuple[Hit[Verb], bool] | None:
    """The Russian verb of a holder behind a target that is its object, and whether "not" turns it.

    Поставки оружия Киеву Венгрия не одобряет; вмешиваться в чужие дела Китай не будет; … поддержал Ирак.
    """
    sentence, words = document.sentences[clause.sentence], document.words.folded
    if document.language.code != "ru" or not _opens_clause(document, clause, target):
        return None
    end, named = target.last, _holder_at(sentence, clause, target.last)
    end = named or end
    lists = document.language.words
    passed = (lists("fillers") | lists("particles")) - lists("bare_not")
    while end < sentence.last and words[end] in passed and not document.breaks[end]:
        end += 1
    to_do = _infinitive_at(document, sentence, end)
    end += to_do is not None
    denied = not lists("bare_not").isdisjoint(words[end : end + 1])
    found = _verb_at(sentence, end) or (_verb_at(sentence, end + 1) if denied else None)
    if found is None or any(document.breaks[target.last : found.end]):
        return None
    own = clause.verb_at == found.start
    ahead = any(_holder_at(sentence, clause, at) for at in range(clause.first, target.first))
    subject = named or (own and (ahead or _holder_at(sentence, clause, found.end)))
    others = any(found.end <= t.first < clause.last and not document.breaks[found.end] for t in topics)
    turned = (denied and found.start > end) != (to_do is not None and effect_of(to_do.sense) == "minus")
    return (found, turned) if subject and not others else None


def _opens_clause(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target opens a Russian clause, but for a noun or verb that it depends on."""
    words, lists = document.words.folded, document.language.words
    before = range(clause.first, target.first)
    stops = lists("prepositions") | lists("that") | lists("conjunctions") | lists("hypothetical")
    names = list(document.sentences[clause.sentence].of(Name))
    mine = {h.start for h in names if h.sense.id in clause.holders}
    return (
        len(before) <= _FRONTED
        and stops.isdisjoint(words[clause.first : target.first])
        and not any(document.breaks[at + 1] for at in before)
        and not any(h.start in before and h.start not in mine for h in names)
    )


def _holder_at(sentence: Sentence, clause: Clause, at: int) -> int:
    """Where the name of a holder ends that begins at a word; 0 where none does."""
    names = (h for h in sentence.of(Name) if h.start == at and h.sense.id in clause.holders)
    return max((h.end for h in names), default=0)


def _infinitive_at(document: Document, sentence: Sentence, at: int) -> Hit[Any] | None:
    """The Russian infinitive for or against a thing that is a word: санкции Брюссель отменять не станет."""
    if at >= sentence.last or not document.words.folded[at].endswith(("ть", "ться", "ти")):
        return None
    hits: tuple[Hit[Any], ...] = (*sentence.of(Cue), *sentence.of(Verb))
    here = (h for h in hits if h.start == at and h.end == at + 1)
    return next((h for h in here if effect_of(h.sense) in ("plus", "minus", "support")), None)


def _verb_at(sentence: Sentence, at: int) -> Hit[Verb] | None:
    """The finite verb that takes a side and begins at a word, the longest."""
    finite = (
        h for h in sentence.of(Verb) if h.start == at and h.sense.form in ("past", "present", "we", "passive")
    )
    sided = (h for h in finite if h.sense.effect in ("plus", "minus"))
    return max(sided, key=lambda h: h.end, default=None)


def _opens_terms(hit: Hit[Cue | Verb], condition: Hit[Cue]) -> bool:
    """Whether a denial is part of terms: of "cannot … without", "does not accept … under pressure"."""
    if negates(hit):
        return condition.start <= hit.start and hit.end <= condition.end
    return effect_of(hit.sense) == "minus" and hit.start == condition.start


def _with_fought(
    document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]], topics: list[Target]
) -> list[Hit[Cue | Verb]]:
    """The cues with the word that opens an earlier principle and governs a bad thing listed behind it.

    مواجهة الإرهاب وتهريب المخدرات: "the fight" belongs to the first principle's words.
    """
    if document.language.code != "ar" or valence_of(document, target) != "bad":
        return _with_harmed(document, clause, target, cues, topics)
    opens = {t.first for t in topics if clause.first <= t.first < target.first and t is not target}
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


def _with_ended(
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
        if hit.start in places and isinstance(hit.sense, _CUED):
            yield Hit(hit.start, hit.end, hit.sense, hit.words)


def _denial(document: Document, clause: Clause, target: Target) -> Hit[Cue] | None:
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


def _denied(
    document: Document, clause: Clause, target: Target, reading: Reading, denial: Hit[Cue]
) -> Reading:
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


class _Sign:
    """The sign of a target while its cues are composed, nearest first."""

    def __init__(self, document: Document, clause: Clause, target: Target, topics: list[Target]) -> None:
        self._document = document
        self._clause = clause
        self._target = target
        self._topics = topics
        self._valence = valence_of(document, target)
        self._sign: int | None = None
        self._cued = "valence"
        self._modality = clause.verb.modality if clause.verb else None
        self._trace: list[str] = []
        self._edge = self._first = target.first
        self._last = target.last
        self._lemma = ""
        self._danger = False
        self._damaged = False  # whether a noun of damage governs it
        self._bad = False  # whether a word that only judges stands nearest (illegal sanctions)
        self._undoing = document.language.words("undoing")
        self._undone = False  # whether what is judged from behind is that the target ends
        self._done_next = False  # whether another verb that "and" joins to the clause's stands nearer
        self._governed = False  # whether the clause's own verb has been composed
        self._nor = False  # whether the negation nearest goes on with one before it
        self._joined = -1  # where "and" stands before a cue: those before it govern another

    def _own_verb(self, hit: Hit[Cue | Verb]) -> bool:
        return hit.start == self._clause.verb_at

    def _noted(self, hit: Hit[Cue | Verb], effect: str) -> str:
        return f"{effect}:{self._document.words.folded[hit.start]}"

    def reaches(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a cue stands near enough to what has been composed so far, or is the clause's verb."""
        near = self._edge - hit.end - self._passed(hit.end) <= LINK
        far = self._own_verb(hit) or self._called_to(hit) or self._felt(hit)
        return near or far or _only_topics(hit.end, self._edge, self._topics)

    def _felt(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether an English feeling is voiced over a target: concern over its actions in the Red Sea."""
        words, language = self._document.words.folded, self._document.language
        feeling = words[hit.start] in language.words("feelings") and language.code == "en"
        parted = any(self._document.breaks[hit.end : self._target.first + 1])
        over = not language.words("felt_over").isdisjoint(words[hit.end - 1 : hit.end + 1])
        return feeling and over and not parted and self._edge - hit.end <= _FELT_WITHIN

    def _called_to(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb is what an English verb calls upon somebody to do: urged X to stop …, whatever far.

        Not where a comma or "and" may open another thing to do before the target.
        """
        own, words = self._clause.verb, self._document.words.folded
        calls = own is not None and own.modality == "calls-for" and self._document.language.code == "en"
        if not calls or not isinstance(hit.sense, Verb) or hit.start <= self._clause.verb_at:
            return False
        if words[hit.start - 1] != "to":
            return False
        joins = self._document.language.words("conjunctions")
        parted = any(self._document.breaks[hit.end : self._target.first + 1])
        return not parted and joins.isdisjoint(words[hit.end : self._target.first])

    def _passed(self, start: int) -> int:
        """How many words behind a cue part it from nothing: names and strengthening words in Arabic."""
        if self._document.language.code != "ar" or self._edge - start <= LINK:
            return 0
        sentence = self._document.sentences[self._clause.sentence]
        names = (h for h in sentence.of(Name) if h.sense.strength in ("strong", "metonym"))
        named = {at for h in names for at in range(max(h.start, start), min(h.end, self._edge))}
        strong = self._document.language.words("strengthening")
        words = self._document.words.folded
        return len(named | {at for at in range(start, self._edge) if words[at] in strong})

    def in_subject(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a cue belongs to the subject of the verb that governs: не поддержав …, требуют.

        An opposition leader who calls for a thing does not oppose it.
        """
        before = self._governed and hit.end < self._clause.verb_at - 1
        if self._document.language.code == "en":
            return before and not negates(hit)  # none of the leaders backed it
        return before and self._document.language.code == "ru"

    def is_fact(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a cue says that the target is but a matter of fact or of talk."""
        effect = effect_of(hit.sense)
        words, felt = self._document.words.folded, self._document.language.words("feelings")
        reach = _FACT_REACH if self._document.language.code == "en" else 1
        wanted = self._clause.verb is not None and effect_of(self._clause.verb) == "support"
        if wanted and words[hit.start] in self._document.language.words("matters"):
            return False  # выступает за диалог по вопросам безопасности
        before = words[hit.start - 1 : hit.start] if reach == 1 else words[hit.start - _FELT_OVER : hit.start]
        beside = effect == "fact" and self._edge - hit.end <= reach and felt.isdisjoint(before)
        beside = beside and not self._judged_by_name(hit)
        return self._sign is None and (effect == "neutral" or beside)

    def _judged_by_name(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether side is taken right before what a thing is called: denounced what he called a plot."""
        language = self._document.language
        if self._document.words.folded[hit.start] not in language.words("whatever"):
            return False
        verbs = self._document.sentences[self._clause.sentence].of(Verb)
        before = [h.sense for h in verbs if h.end == hit.start]
        return any(v.effect in ("plus", "minus") and v.lemma not in language.words("begun") for v in before)

    def fact(self, hit: Hit[Cue | Verb]) -> Reading:
        """The reading of a target that is but a fact."""
        trace = (*self._trace, self._noted(hit, effect_of(hit.sense)))
        return Reading(None, self._first, self._target.last, "fact", False, self._modality, trace)

    def cut_off(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether what stands before a cue no longer governs the target."""
        if effect_of(hit.sense) == "turn" or self._for_reasons(hit) or self._along_with(hit):
            return True
        if _quote_ends(self._document, hit.start, self._target.first):
            return True
        if self._document.language.code == "ru" and self._parted(hit):
            return True
        own = self._own_verb(hit)
        start, end = hit.end, self._target.first
        against = effect_of(hit.sense) in _AGAINST
        if against and (self._subject_begins(start, end) or self._until(start, end)):
            return True
        if self._punished_for(hit) or self._so_that(start, end):
            return True
        if own and self._clause.level == "report":
            return False
        return _that_begins(self._document, start, end) or (
            not own and (_speech_begins(self._document, start, end) or self._predicate_begins(start, end))
        )

    def _so_that(self, start: int, end: int) -> bool:
        """Whether what comes of a thing is told behind it: urged them to sign, so that aggression ends."""
        words, so_that = self._document.words.folded, self._document.language.words("so_that")
        return any(" ".join(words[at : at + 2]) in so_that for at in range(start, end - 1))

    def _parted(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "if", "and" of a contrast or of another side parts a Russian cue from the target.

        …, а Quad …; против протекционизма и за открытую торговлю.
        """
        words, breaks = self._document.words.folded, self._document.breaks
        same = self._document.language.words("not_turned")
        turns = any(
            words[at] == "а" and breaks[at] and words[at + 1] not in same
            for at in range(hit.end, self._target.first)
        )
        sides, joins = self._document.language.words("sides"), self._document.language.words("conjunctions")
        again = any(
            words[at] in sides and words[at - 1] in joins for at in range(hit.end + 1, self._target.first)
        )
        return turns or again or self._links(hit) or in_terms(self._document, hit.end, self._target)

    def _links(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a copula parts a word against something from the target: платой за агрессию станет …."""
        copulas, words = self._document.language.words("copulas"), self._document.words.folded
        against = effect_of(hit.sense) in _AGAINST and not self._own_verb(hit) and not negates(hit)
        return against and any(words[at] in copulas for at in range(hit.end, self._target.first))

    def _along_with(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "with" and a noun of stance open a member of its own: عدم المساس بـ …، مع تشجيع …."""
        words, alongside = self._document.words.folded, self._document.language.words("alongside")
        if not alongside:
            return False
        opens = {at + 1 for at in range(hit.end, self._target.first) if words[at] in alongside}
        stances = (h for h in self._document.sentences[self._clause.sentence].of(Verb) if h.start in opens)
        return bool(opens) and any(
            h.sense.form == "noun" and effect_of(h.sense) in _TAKES_SIDE for h in stances
        )

    def _for_reasons(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "because" opens the reasons for which somebody is against what stands before them."""
        because = self._document.language.words("because")
        between = range(hit.end, self._target.first)
        words, told = self._document.words.folded, [t for t in self._topics if t.last > hit.end]
        return effect_of(hit.sense) in _AGAINST and any(
            words[at] in because and any(t.last <= at for t in told) for at in between
        )

    def _subject_begins(self, start: int, end: int) -> bool:
        """Whether a comma and "and the …" with its verb open another statement: نرفض …، والحل يكمن في …."""
        words, language = self._document.words.folded, self._document.language
        lies = language.words("lies_in")
        return any(
            self._document.breaks[at] and words[at].startswith("وال") and words[at + 1] in lies
            for at in range(start, end - 1)
        )

    def _punished_for(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether the target is but that for which somebody imposes a thing: فرضت عقوبات بسبب بيع …."""
        words, reasons = self._document.words.folded, self._document.language.words("punished_for")
        verb, imposing = self._clause.verb, self._document.language.words("imposing")
        imposes = verb is not None and self._own_verb(hit) and fold(verb.lemma) in imposing
        return imposes and not reasons.isdisjoint(words[hit.end : self._target.first])

    def _until(self, start: int, end: int) -> bool:
        """Whether what is refused is refused only before or save for the target: رفضت نزع سلاحها قبل …."""
        words, until = self._document.words.folded, self._document.language.words("until")
        return start < end and words[end - 1] in until and words[end - 2] != "من"

    def _predicate_begins(self, start: int, end: int) -> bool:
        """Whether a copula stands between a cue and the target: وقف الحرب هو المدخل إلى …."""
        copulas = self._document.language.words("predicate_pronouns")
        return any(
            self._document.words.folded[at] in copulas and start <= topic.first < at
            for topic in self._topics
            for at in range(start, end)
        )

    def take(self, hit: Hit[Cue | Verb]) -> bool:
        """Compose one more cue; whether it is the last that governs."""
        effect = effect_of(hit.sense)
        if effect in _SILENT:
            return False
        if effect == "practice" and self._valence == "good":
            return False  # a policy of peace
        effect = "bad" if effect == "practice" else effect
        own = self._own_verb(hit)
        if effect in _TURNING and not own and self._of_member_before(hit):
            return False  # …; to fight terrorism; to deepen cooperation
        if hit.start < self._joined and effect in _TURNING and not own:
            return False  # concern about one thing and support for another
        if isinstance(hit.sense, Verb):
            if hit.sense.lemma == self._lemma:
                return False  # the same once more: ترفض رفضا قاطعا
            self._lemma = hit.sense.lemma
        if (
            self._idle(hit, effect)
            or self._beside_it(hit, effect)
            or self._agrees_that(hit)
            or (own and effect == "harm" and self._done_next)
        ):
            return False
        self._governed = self._governed or own
        self._done_next = self._done_next or (self._joined_verb(hit) and not own)
        self._trace.append(self._noted(hit, effect))
        if effect in _AGAINST and not own and self._coordinated(hit, effect):
            return False
        if effect == "negation" and (self._needed(hit) or self._avoided(hit)):
            return True
        if effect == "negation":
            self._negate(hit)
            return bool(self._sign) and self._begins_member(hit)
        if effect in _AGAINST and self._sign is None:
            self._undone = self._document.words.folded[hit.start] in self._undoing
        self._first, self._edge = min(self._first, hit.start), hit.start
        self._joined = max(self._joined, _opens_member(self._document, self._clause, hit))
        if effect in ("danger", "support") and self._in_case(hit):
            effect = "minus"
        elif self._fears(hit, effect) and not self._threatens_with(hit):
            effect = "harm"  # whoever fears for a thing is for it
        if effect == "harm" and self._evades(hit):
            effect = "minus"
        if self._decides(hit, effect):
            return True
        if self._threatens_with(hit):
            effect = "support"
            self._trace[-1] = "support:pledged" if own else self._trace[-1]
        elif _warns(hit):
            effect = "danger"
        self._turn(effect, accused=self._accuses(hit), wished=self._wishes_for(hit))
        if isinstance(hit.sense, Verb) and hit.sense.modality:
            self._modality = self._modality or hit.sense.modality
        joined = self._document.words.folded[hit.start][0] in "وف" and isinstance(hit.sense, Verb)
        return joined and bool(self._sign)

    def _in_case(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "if" stands between a threat and its target: threatened them if they abandon the dollar."""
        if self._document.words.folded[hit.start] not in self._document.language.words("threatens"):
            return False
        whom = self._document.language.words("threatened_whom")
        if not whom.isdisjoint(self._document.words.folded[hit.end : self._target.first]):
            return True  # пригрозил пошлинами странам, отказывающимся от доллара
        sentence = self._document.sentences[self._clause.sentence]
        conditions = (cue for cue in sentence.of(Cue) if cue.sense.effect == "if")
        return any(hit.end <= cue.start < self._target.first for cue in conditions)

    def _threatens_with(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether somebody threatens to do a thing: he is for doing it. هدد بفرض رسوم."""
        words, language = self._document.words.folded, self._document.language
        if not isinstance(hit.sense, Verb) or fold(hit.sense.lemma) not in language.words("threatening"):
            return False
        any_way = self._own_verb(hit) and fold(hit.sense.lemma) in language.words("brandishing")
        with_what = ("ب",) if any_way else tuple(language.words("threatened_with"))
        return any(words[at].startswith(with_what) for at in range(hit.end, self._target.last))

    def _evades(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb says that somebody gets round a bad thing: обходить санкции."""
        evading, words = self._document.language.words("evading"), self._document.words.folded
        evades = {words[at] for at in hit.words}
        if isinstance(hit.sense, Verb):
            evades.add(hit.sense.lemma)
        return self._valence == "bad" and not evading.isdisjoint(evades)

    def _idle(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether a cue only repeats the one before (протест против), or names what others wish for."""
        words, language = self._document.words.folded, self._document.language
        if effect == "minus" and hit.start and words[hit.start] == "против":
            return words[hit.start - 1] in language.words("against_after") or self._against_somebody(hit)
        noun = isinstance(hit.sense, Verb) and hit.sense.form == "noun" and self._valence == "bad"
        return noun and self._sign is None and words[hit.start] in language.words("others_wishes")

    def _against_somebody(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "against" governs whom a deed is aimed at, not the deed: введения против нее санкций."""
        words, at = self._document.words.folded, hit.end
        if hit.end - hit.start > 1 or at >= self._target.first:
            return False
        names = self._document.sentences[self._clause.sentence].of(Name)
        actor = any(
            h.start == at and h.end < self._target.first and h.sense.strength != "demonym" for h in names
        )
        joins = self._document.language.words("conjunctions")
        listed = not joins.isdisjoint(words[at : self._target.first])
        return (actor and not listed) or words[at] in self._document.language.words("whom")

    def _beside_it(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether a noun stands beside the target in one list, and does not govern it: диктат и санкции."""
        words, joins = self._document.words.folded, self._document.language.words("conjunctions")
        verb = isinstance(hit.sense, Verb) and hit.sense.form != "noun"
        apart = self._edge != self._target.first or hit.end != self._target.first - 1
        return effect in _AGAINST and not (verb or apart) and words[hit.end] in joins

    def _agrees_that(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb is for a statement, not for what it names: agreed that sanctions are unlawful."""
        language, ends = self._document.language, min(hit.end + _TOLD_THAT, self._target.first)
        agrees = isinstance(hit.sense, Verb) and hit.sense.lemma in language.words("agreeing")
        return agrees and not language.words("that").isdisjoint(self._document.words.folded[hit.end : ends])

    def _of_member_before(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a semicolon parts an English cue from the target: it belongs to a member of its own."""
        starts, ends = self._document.words.starts, self._document.words.ends
        english = self._document.language.code == "en"
        return english and ";" in self._document.text[ends[hit.end - 1] : starts[self._target.first]]

    def _joined_verb(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and" joins a finite verb to the one before: left the deal and resumed sanctions."""
        words, joins = self._document.words.folded, self._document.language.words("conjunctions")
        finite = isinstance(hit.sense, Verb) and hit.sense.form in ("past", "present")
        return finite and self._document.language.code != "ar" and words[hit.start - 1] in joins

    def _coordinated(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether "and" opens a new member between a cue and the target."""
        if self._document.language.code == "ar":
            if self._valence == "bad" and effect == "minus" and self._edge == self._target.first:
                return False  # لمواجهة الجريمة وشبكات التهريب: one more of what is fought
            if effect == "minus" and self._joins_good(hit):
                return True
            if self._same_again(hit):
                return False  # الكف عن التهديد وعن العقوبات
            cued = hit.end < self._edge != self._target.first  # رفض التدخل وتمسك بخروج …: a member of its own
            return _coordinated(self._document, hit.end, self._edge + cued, self._topics)
        good_after_bad = effect == "minus" and self._valence != "bad"
        return good_after_bad and _new_member(self._document, hit.end, self._target, self._topics)

    def _same_again(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether the preposition of a cue stands again before the target, "and" before it."""
        words, edge = self._document.words.folded, self._edge
        again = words[edge - 1] if edge > hit.end else ""
        return (
            again in self._document.language.words("and_again")
            and again[1:] in words[hit.end - 1 : hit.end + 1]
        )

    def _joins_good(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and" joins a good thing to what is ended before it: وقف العدوان وإدخال المساعدات."""
        good = self._valence == "good" and not self._target.opposite
        return good and hit.end < self._target.first and _begins_with_and(self._document, self._target.first)

    def _fears(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether fear is voiced for a good thing, not fear of what is to be done for it."""
        fears = self._valence == "good" and (effect == "danger" or (_warns(hit) and self._sign != 1))
        return fears and not self._itself_feared(hit)

    def _itself_feared(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a target of which both sides are heard is itself what is feared: قلق من الاتفاق."""
        words, feared_in = self._document.words.folded, self._document.language.words("feared_in")
        opens = self._target.first - (
            words[self._target.first - 1] in self._document.language.words("articles")
        )
        entry = self._document.vocabulary.items.get(self._target.id)
        contested = isinstance(entry, Principle) and entry.contested and self._sign is None
        before = words[opens - 1]
        return contested and before in feared_in and opens > hit.end - (before in words[hit.start : hit.end])

    def _negate(self, hit: Hit[Cue | Verb]) -> None:
        # It turns another cue; a target merely denied says nothing.
        first, breaks = self._clause.first, self._document.breaks
        if self._document.language.code == "ar" and any(breaks[hit.end : first + 1]) and hit.end <= first:
            return  # دون ضوابط، داعيا إلى …: of the clause before
        alone = self._document.words.folded[hit.start] in self._document.language.words("no_alone")
        if alone and hit.end <= self._target.first and breaks[hit.end]:
            return  # Нет, мы за диалог
        if self._of_pair(hit):
            return
        if self._nor and self._sign is not None:
            return  # لا يريدون سلاما ولا حوارا: one denial
        self._nor = self._document.words.folded[hit.start] in self._document.language.words("nor")
        if self._cannot(hit):
            return  # لا يمكن بناء الأمن بوصفات الغير: under those terms it cannot be, and is wanted
        if self._sign and self._edge - hit.end <= 2:
            self._sign, self._first, self._edge = -self._sign, hit.start, hit.start
        elif self._sign is None and hit.end == self._target.first and self._opens_with_verb():
            self._sign, self._first, self._cued = -1, hit.start, "strong"
            self._trace[-1] = self._noted(hit, "denied")
        elif self._sign is None and self._none_may(hit):
            self._sign, self._first, self._cued = -1, hit.start, "strong"
        elif self._sign is None and (self._rules_out(hit) or self._not_to(hit) or self._unwanted(hit)):
            self._sign, self._first, self._edge, self._cued = -1, hit.start, hit.start, "strong"

    def _of_pair(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a Russian "neither" stands before who does a thing: ни Анкара, ни Баку не поддержат."""
        ahead = 0 <= hit.start < self._clause.verb_at < self._target.first
        return ahead and self._document.words.folded[hit.start] == "ни"

    def _needed(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether Arabic words say that nothing comes about without the target: لن يتحقق السلام دون …."""
        words, language = self._document.words.folded, self._document.language
        wanted = self._sign is not None or self._valence != "bad"
        if language.code != "ar" or words[hit.start] not in language.words("without") or not wanted:
            return False
        if not _denial_opens(self._document, self._clause, hit.start):
            return False
        self._sign, self._cued, self._first = self._sign or 1, "strong", hit.start
        self._trace[-1] = self._noted(hit, "support")
        return True

    def _avoided(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a bad thing is what is to be done without, whatever that is: …، من دون ازدواجية."""
        words, language = self._document.words.folded, self._document.language
        beside = self._sign is None and self._target.first - hit.end <= _BESIDE
        open_too = language.code == "ru" and self._valence == "open"  # без иностранных войск
        if not (beside and (open_too or (self._valence == "bad" and language.code in ("ar", "ru")))):
            return False
        if words[hit.start] not in language.words("without"):
            return False
        self._sign, self._cued, self._first = -1, "strong", hit.start
        return True

    def _cannot(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether it is only said that a thing wanted cannot be brought about so."""
        words = self._document.words.folded[hit.start : hit.end + 1]
        wanted = self._sign == 1 and self._cued == "weak" and self._valence != "bad"
        return wanted and not self._document.language.words("possible").isdisjoint(words)

    def _begins_member(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and no …" begins a member of its own in Arabic: وقف العمليات وعدم الانجرار إلى التصعيد."""
        word = self._document.words.folded[hit.start]
        return word.startswith("و") and word in self._document.language.words("non")

    def _unwanted(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether it is denied that somebody wants a thing, not bad in itself: لا يسعون إلى حوار."""
        verb, at = self._clause.verb, self._clause.verb_at
        wants = verb is not None and verb.wishes
        near = hit.end == at and not any(self._document.breaks[at : self._target.first])
        return wants and near and self._document.language.code == "ar" and self._valence != "bad"

    def _not_to(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether somebody is not to do what leads to a thing that is not good: не превращать … в полигон."""
        behind = self._document.words.folded[hit.end : hit.end + 1]
        to_do = (
            self._document.language.code == "ru" and bool(behind) and behind[0].endswith(("ть", "ться", "ти"))
        )
        return to_do and self._valence == "bad" and self._edge - hit.end <= LINK

    def _none_may(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether English words say that there is to be none of a thing: no foreign forces may stay."""
        words, lists, target = self._document.words.folded, self._document.language.words, self._target
        none = words[hit.start] == "no" or words[hit.start : hit.start + 3] in _NOT_ONE
        none = none and self._document.language.code == "en"
        near = none and 0 <= target.first - hit.start <= _NONE_OF and self._valence == "open"
        behind = words[target.first : min(target.last + _MAY_WITHIN, self._clause.last)]
        return near and not lists("may").isdisjoint(behind)

    def _opens_with_verb(self) -> bool:
        """Whether the target's words say what is done: «не вмешивалась в выборы»."""
        word, language = self._document.words.folded[self._target.first], self._document.language
        if language.code == "ar":
            return word[0] in "تين" and word in language.verb_forms  # لن ترسل أسلحة
        if language.code == "en":
            return self._target.opposite and word in language.words("undoing_verbs")  # will not lift …
        endings = tuple(language.words("verb_endings"))
        return bool(endings) and word.endswith(endings)

    def _rules_out(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a noun is negated that names no good thing: دعا إلى عدم التصعيد."""
        word = self._document.words.folded[hit.start]
        near = self._edge - hit.end <= _NEGATES_WITHIN
        near = near and not any(self._document.breaks[hit.end : self._target.first + 1])
        return near and self._valence != "good" and word in self._document.language.words("non")

    def _declared(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether somebody declares in Arabic that he himself leaves a thing: أعلنت إيطاليا انسحابها من …."""
        verb, lists, words = self._clause.verb, self._document.language.words, self._document.words.folded
        if verb is None or not isinstance(hit.sense, Verb) or hit.sense.form != "noun":
            return False
        if hit.sense.lemma not in lists("leaving"):
            return False
        declares = self._clause.level == "report" and fold(verb.lemma) in lists("declares_leaving")
        own = words[hit.start].endswith(("ها", "ه")) or "ال" in words[hit.start][:3]
        return declares and own and lists("that").isdisjoint(words[self._clause.verb_at : hit.start])

    def _means_to(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether the damage is what somebody pledges or threatens to do himself: تعهد بإفشال الاتفاق."""
        verb, lists = self._clause.verb, self._document.language.words
        lemma = fold(verb.lemma) if verb else ""
        means = lemma in lists("pledging") | lists("threatening") and not self._clause.of_others
        return means and self._document.words.folded[hit.start].startswith("ب")

    def _decides(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether a cue settles the sign, whatever governs it in turn."""
        own = self._own_verb(hit)
        if effect == "harm":
            # Whoever does the damage is against.
            own_deed = own and (self._clause.of_others or self._clause.level == "narrative")
            own_deed = own_deed or self._declared(hit) or self._means_to(hit)
            self._damaged = not own
            good = self._valence == "good" or self._is_norm() or self._sabotaged(hit)
            self._sign = 1 if good and not own_deed else -1
        elif effect == "misdeed":
            self._sign = 1 if self._valence == "good" else -1  # blame for what somebody else does
        elif effect == "purpose":
            self._sign = self._sign or 1
            self._cued = "strong" if self._cued == "strong" else "weak"
            return True
        elif effect == "minus" and own and not self._clause.own_act and self._valence == "good":
            self._sign = 1  # what prevents a good thing is blamed for it
        else:
            return False
        self._cued = "strong"  # whoever condemns the damage is for the thing damaged
        return True

    def _is_norm(self) -> bool:
        """Whether whoever speaks in English of the breach of a principle not good to all is for it."""
        entry = self._document.vocabulary.items.get(self._target.id)
        kept = isinstance(entry, Principle) and entry.category in ("norm", "order", "initiative")
        return kept and self._valence == "open" and self._document.language.code == "en"

    def _sabotaged(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether Russian words blame for damage to a plan: Европа саботирует план, сказал он."""
        word = self._document.words.folded[hit.start]
        plan = word.endswith(_DOES) and self._valence == "open" and not self._own_verb(hit)
        return plan and self._document.language.code == "ru"

    def _accuses(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb accuses somebody of what it governs: of a deed, not of a thing that all want."""
        return isinstance(hit.sense, Verb) and hit.sense.lemma in self._document.language.words("accusing")

    def _wishes_for(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether an Arabic verb wants or insists on the target itself: يريد السلام."""
        if not isinstance(hit.sense, Verb) or hit.sense.effect != "assert" or self._valence == "bad":
            return False
        governs = (self._own_verb(hit) or hit.sense.form == "noun") and not self._clause.of_others
        if not governs or self._document.language.code != "ar":
            return False
        words, at = self._document.words.folded, self._target.first - 1
        through = words[at] in self._document.language.words("wished_through")
        at -= through
        if not (through or hit.sense.wishes):
            return False
        hits = self._document.sentences[self._clause.sentence].hits
        named = {
            word for h in hits if isinstance(h.sense, Name | Reference) for word in range(h.start, h.end)
        }
        named.add(hit.end - 1)
        return at in named and not any(self._document.breaks[hit.end : self._target.first + 1])

    def _turn(self, effect: str, *, accused: bool, wished: bool) -> None:
        if accused and self._sign is None and self._valence != "bad":
            return
        if self._damaged and effect in _AGAINST and self._document.language.code == "ar":
            return  # وقف انتهاكات الهدنة: against the damage
        if effect in ("minus", "danger", "bad"):
            self._bad = self._bad or (effect == "bad" and self._sign is None)
            if not (self._danger and effect == "danger") and not (self._bad and self._sign):
                self._sign = -self._sign if self._sign else -1
            self._danger = self._danger or effect == "danger" or self._modality == "warns"
            self._cued = "strong"
        elif effect in ("support", "not_excluded"):
            self._sign, self._cued = self._sign or 1, "strong"
        elif effect == "mend" and self._sign is None and self._valence == "bad":
            self._sign, self._cued = -1, "valence"
        elif (effect in ("plus", "mend") or wished) and self._sign is None:
            self._sign, self._cued = 1, "weak"

    def of_deed(self) -> None:
        """Take side by what holders will or will not do in English with a thing: Berlin will send no tanks.

        What others will do with it says nothing of them.
        """
        words, lists, clause = self._document.words.folded, self._document.language.words, self._clause
        open_yet = self._sign is None or (self._cued == "weak" and self._valence == "open")
        if not open_yet or self._valence == "good" or clause.level == "narrative":
            return
        reach = range(self._target.first, max(clause.first, self._target.first - _DONE_WITH), -1)
        at = next((i for i in reach if words[i] in lists("done_with")), -1)
        if at < 0 or any(self._document.breaks[at + 1 : self._target.first + 1]):
            return
        first = max(clause.first, at - _WILL_DO)
        denied = not lists("harmless_not").isdisjoint(words[first:at])
        ought = not lists("ought").isdisjoint(words[first:at])
        if denied and ought and self._valence == "open":
            self._side(-1, f"minus:{words[at]}")  # Washington must not supply …
            return
        if self._sign is not None:
            return
        will = not lists("will_do").isdisjoint(words[first:at]) and self._valence == "open"
        names = (h for h in self._document.sentences[clause.sentence].of(Name) if first - 2 <= h.start < at)
        ids = (h.sense.id for h in names)
        if any(i.startswith(("state:", "bloc:")) and i not in clause.holders for i in ids):
            return
        if denied or will:
            self._sign, self._cued, self._first = (-1 if denied else 1), "strong", first
            self._trace.append(f"{'minus' if denied else 'plus'}:{words[at]}")

    def of_own_words(self) -> None:
        """Take the side that English words take among those of a principle: rejects direct talks.

        Of a thing that not all want, who says that it is the future is for it: Ukraine's place is in NATO.
        """
        entry, words = self._document.vocabulary.items.get(self._target.id), self._target.words
        open_to_all = isinstance(entry, Principle) and (entry.contested or entry.valence == "open")
        if self._document.language.code != "en" or self._sign is not None or self._target.opposite:
            return
        if not open_to_all or self._valence == "bad":
            return
        folded, lists = self._document.words.folded, self._document.language.words
        if self._valence == "open" and not lists("claimed").isdisjoint(folded[words[0] : words[-1]]):
            self._side(1, f"plus:{folded[words[0]]}")
            return
        for hit in self._document.sentences[self._clause.sentence].of(Verb):
            effect = effect_of(hit.sense)
            led = folded[hit.start - 1] in lists("modals") | {"to"}
            takes = hit.sense.says and effect in ("support", "minus") and (self._own_verb(hit) or led)
            if effect == "harm" and hit.start in words[:-1] and self._is_norm():
                self._side(1, f"harm:{folded[hit.start]}")
                return
            if takes and hit.start in range(self._target.first, words[-1]):
                first = max(self._clause.first, hit.start - _NEGATES_WITHIN)
                denied = any(negates(h) and first <= h.start < hit.start for h in self._cues())
                self._side(1 if (effect == "support") != denied else -1, f"{effect}:{folded[hit.start]}")
                return

    def _side(self, sign: int, trace: str) -> None:
        """Take a side outright."""
        self._sign, self._cued = sign, "strong"
        self._trace.append(trace)

    def called_so(self) -> None:
        """Take side by what an English thing is called, however far behind: called … a provocation."""
        words, lists, clause = self._document.words.folded, self._document.language.words, self._clause
        own = clause.verb_at >= 0 and words[clause.verb_at] in lists("calls") and self._sign is None
        if self._document.language.code != "en" or not own or self._target.first < clause.verb_at:
            return
        for hit in self._cues():
            sign = _CALLED_SO.get(hit.sense.effect)
            behind = self._target.last <= hit.start <= self._target.last + _CALLED_WITHIN
            named = words[hit.start - 1] in lists("articles") | {"as"} or words[hit.start] in lists(
                "articles"
            )
            if sign and behind and named and not any(self._document.breaks[self._target.last : hit.end]):
                self._side(sign, f"{hit.sense.effect}:{words[hit.start]}")
                return

    def demanded_to_end(self) -> None:
        """Take side by what English words demand that a thing should do: demanded that the war stop."""
        words, lists, clause = self._document.words.folded, self._document.language.words, self._clause
        demands = clause.verb is not None and clause.verb.modality == "calls-for" and clause.verb_at >= 0
        if self._document.language.code != "en" or not demands or self._target.first < clause.verb_at:
            return
        if lists("that").isdisjoint(words[clause.verb_at : self._target.first]):
            return
        for at in range(self._target.last, min(self._target.last + _DEMANDED_WITHIN, clause.last)):
            if self._document.breaks[at] or words[at - 1] in ("to", "and"):
                return
            if words[at] in lists("to_end"):
                self._side(-1, f"minus:{words[at]}")
                return

    def _cues(self) -> tuple[Hit[Cue], ...]:
        return self._document.sentences[self._clause.sentence].of(Cue)

    def not_without(self, hit: Hit[Cue | Verb], governing: list[Hit[Cue | Verb]]) -> bool:
        """Whether something is refused without an English target: ruled out a deal without a withdrawal."""
        words, language = self._document.words.folded, self._document.language
        without = words[hit.start] in language.words("without") and self._sign is None
        before = (h for h in governing if not any(self._document.breaks[h.end : hit.start + 1]))
        refused = (h for h in before if h.end <= hit.start and (effect_of(h.sense) == "minus" or negates(h)))
        if language.code != "en" or not without or next(refused, None) is None:
            return False
        self._first = hit.start
        self.need()
        return True

    def need(self) -> None:
        """Take a target for what cannot be done without, whatever else is said of it."""
        self._sign, self._cued = 1, "strong"
        self._trace.insert(0, "support:needed")

    def do(self) -> None:
        """Take whoever does a thing, or will, for one who is for it, if no cue says otherwise."""
        if self._sign is None:
            self._sign, self._cued = 1, "strong"
            self._trace.append("support:done")

    def of_own_verb(self) -> None:
        """Take the side of a Russian verb among the target's own first words: Сеул готов к диалогу."""
        verb, at = self._clause.verb, self._clause.verb_at
        if verb is None or self._sign is not None or self._document.language.code != "ru":
            return
        end = at + len(verb.lemma.split("|")[0].split("_"))
        effect = effect_of(verb)
        if effect in ("support", "minus") and verb.says and 0 <= at <= self._target.first < end:
            self._sign, self._cued = (1 if effect == "support" else -1), "strong"
            self._trace.append(f"{effect}:{self._document.words.folded[at]}")

    def of_object(self, verb: Hit[Verb], denied: bool) -> None:
        """Take the side of a verb behind a target that is its object: … Венгрия не одобряет."""
        self._sign = (self._sign or 1) * (1 if verb.sense.effect == "plus" else -1) * (-1 if denied else 1)
        self._cued, self._last = "strong", max(self._last, verb.end)
        self._trace.append(
            f"{'support' if self._sign > 0 else 'minus'}:{self._document.words.folded[verb.start]}"
        )

    def judge_from_behind(self, hit: Hit[Cue | Verb] | None) -> None:
        """Let a judgment behind the target, and a negation among its words, have the last word."""
        effect = effect_of(hit.sense).removesuffix(_NEXT) if hit else ""
        if hit and effect == "after_plus" and self._denied_before(hit):
            effect = "after_minus"  # поставки оружия не помогут
        elif hit and effect == "after_minus" and self._harmless(hit):
            effect = "after_plus"  # التوسع لا يهدد أحدا
        if hit:
            self._trace.append(self._noted(hit, effect))
            self._last = hit.end
        if effect == "after_minus" and self._thwarted():
            self._sign, self._cued = 1, "strong"
        elif effect == "after_minus" and self._damaged:
            pass  # the damage to it is what is judged: تقويض … غير مقبول
        elif effect == "after_minus":
            self._sign, self._cued = (1 if self._undone else -1), "strong"
        elif effect == "after_plus" and self._sign is None:
            self._sign, self._cued = 1, "strong"
        refused = {f"minus:{word}" for word in self._document.language.words("bare_not")}
        if not refused.isdisjoint(self._trace):
            return  # Иран не готов к переговорам: the verb has it already
        if self._target.negated and self._valence != "bad":
            self._sign, self._cued = -(self._sign or 1), "strong"
            self._trace.append("negated:inside")
        elif self._target.negated and self._sign != -1:
            self._sign, self._cued = -1, "strong"  # a promise that NATO will not expand
            self._trace.append("negated:inside")

    def _thwarted(self) -> bool:
        """Whether a draft that wants the target is thwarted, and that is judged: لإفشال قرار يدعو إلى …."""
        words, lists = self._document.words.folded, self._document.language.words
        drafts, against = lists("drafts"), lists("thwarting")
        near = range(max(1, self._target.first - _DRAFTED), self._target.first)
        return bool(against) and any(
            words[at] in drafts
            and not against.isdisjoint(words[max(0, at - 3) : at])
            and not lists("drafts_call").isdisjoint(words[at + 1 : self._target.first])
            for at in near
        )

    def _denied_before(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a bare "not" stands right before a judgment from behind."""
        return self._word_before(hit) in self._document.language.words("bare_not")

    def _harmless(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a negation stands right before a judgment: لا يشكل تهديدا لأحد; did not violate it."""
        words, harmless = self._document.words.folded, self._document.language.words("harmless_not")
        return self._word_before(hit) in harmless and words[hit.start] not in harmless

    def _word_before(self, hit: Hit[Cue | Verb]) -> str:
        """The word right before a judgment from behind, if it is not the target's own."""
        return self._document.words.folded[hit.start - 1] if hit.start > self._target.last else ""

    def _take_terms(self, condition: Hit[Cue]) -> None:
        """Note a condition; an outright one decides by itself for a thing that is not bad."""
        noted = f"condition:{self._document.words.folded[condition.start]}"
        if self._refused_unless(condition) or self._granted_for(condition):
            self._sign = 1
        if self._sign is None and condition.sense.effect != "if" and self._valence != "bad":
            self._sign, self._cued = 1, "strong"
            self._trace.insert(0, noted)
        else:
            self._trace.append(noted)

    def _granted_for(self, condition: Hit[Cue]) -> bool:
        """Whether Arabic terms end with what is granted for them: اشترط وقف الحرب للإفراج عن …."""
        first, last = self._target.first, condition.words[-1] if condition.words else condition.end - 1
        return self._document.language.code == "ar" and condition.start < first and last == first

    def _refused_unless(self, condition: Hit[Cue]) -> bool:
        """Whether a thing not bad is refused only as long as terms are not met: لن نقبل … ما لم …."""
        words, language = self._document.words.folded, self._document.language
        unless = not language.words("unless").isdisjoint(words[at] for at in condition.words)
        refused = bool(self._trace) and self._trace[-1].partition(":")[2] in language.words("denying")
        behind = condition.start >= self._target.last
        return unless and behind and refused and self._sign == -1 and self._valence != "bad"

    def reading(self, condition: Hit[Cue] | None) -> Reading:
        """What has been composed, under a condition if one is put."""
        if condition:
            self._take_terms(condition)
        return Reading(
            self._sign,
            self._first,
            self._last,
            self._cued,
            condition is not None,
            self._modality,
            tuple(self._trace),
        )


def _opens_member(document: Document, clause: Clause, hit: Hit[Cue | Verb]) -> int:
    """Where "and" stands before a noun or verb that is a cue, with which a new member begins; else -1."""
    if document.language.code == "ar":
        return -1
    words, joins = document.words.folded, document.language.words("conjunctions")
    for at in range(hit.start - 1, max(clause.first, hit.start - _JOINED_WITHIN) - 1, -1):
        if words[at] in joins:
            return at
        if document.breaks[at]:
            return -1
    return -1


def _warns(hit: Hit[Cue | Verb]) -> bool:
    """Whether a verb voices fear of what it governs."""
    return isinstance(hit.sense, Verb) and hit.sense.effect == "minus" and hit.sense.modality == "warns"


def _quote_ends(document: Document, start: int, end: int) -> bool:
    """Whether a quotation ends with a comma between two words: what it says governs nothing behind it."""
    words = document.words
    quote = document.quote_at(words.starts[start])
    if quote is None or not quote.closed or quote.end >= words.starts[end]:
        return False
    behind = next(at for at in range(start, end + 1) if words.starts[at] >= quote.end)
    return document.breaks[behind] and behind - start >= _QUOTED


def _that_begins(document: Document, start: int, end: int) -> bool:
    """Whether "and that …" opens a statement between a cue and a target that the cue does not govern."""
    folded, words = document.words.folded, document.language.words
    opens = next((at for at in range(start, end) if folded[at] in words("and_that")), None)
    return opens is not None and not any(folded[at] in words("that") for at in range(start, opens))


def _coordinated(document: Document, start: int, end: int, topics: list[Target]) -> bool:
    """Whether "and" opens a new member between a cue and a target: إزالة العقبات وزيادة المساعدات.

    Not where one more noun with its article follows in a list: مواجهة الإرهاب والتطرف وتهريب المخدرات.
    """
    of_topics = {word for t in topics for word in range(t.first, t.last)}
    folded = document.words.folded
    return any(
        _begins_with_and(document, at) and at not in of_topics and not folded[at].startswith("وال")
        for at in range(start, end)
    )


def _begins_with_and(document: Document, at: int) -> bool:
    """Whether an Arabic word carries "and" before it, and does not merely begin with its letter."""
    word, language = document.words.folded[at], document.language
    return (
        word.startswith("و")
        and word not in language.initial_words
        and word not in language.verb_forms
        and not word.startswith(tuple(language.words("waw_words")))
    )


def _new_member(document: Document, start: int, target: Target, topics: list[Target]) -> bool:
    """Whether a deed of its own follows "and": прекращение огня и освобождение заложников."""
    of_others = {w for t in topics if t is not target for w in range(t.first, t.last)}
    words, endings = document.words.folded, tuple(document.language.words("member_endings"))
    joined = (
        at
        for at in range(start, target.first)
        if words[at] in document.language.words("conjunctions") and at not in of_others
    )
    verbs = document.language.words("member_verbs")
    if any(document.breaks[at] and words[at] in verbs for at in range(start + 1, target.first + 1)):
        return True  # should reject zero-sum games, resolve contradictions via dialogue
    return any(
        words[at + 1] in verbs
        or any(len(word) > 4 and word.endswith(endings) for word in words[at + 1 : target.first + 1])
        for at in joined
    )


def _speech_begins(document: Document, start: int, end: int) -> bool:
    """Whether a colon opens a quotation between two words: what stands before does not govern it."""
    words = document.words
    between = document.text[words.ends[start - 1] : words.starts[end]]
    return ":" in between and any(mark in between for mark in '"«“')


def _relative_before(document: Document, clause: Clause, target: Target) -> int:
    """Where the relative clause begins that a target stands in: what is before it does not govern the target.

    Only where the clause is set off by a comma (…, which suffered when the deal collapsed).
    """
    hits = document.sentences[clause.sentence].of(Reference)
    starts = (h.start for h in hits if h.sense.kind == "relative")
    set_off = (
        at for at in starts if clause.first < at < target.first and any(document.breaks[at - 1 : at + 1])
    )
    return max(set_off, default=clause.first - _NEGATES_WITHIN) if document.language.code != "ar" else -1


def _condition(document: Document, clause: Clause, target: Target, topics: list[Target]) -> Hit[Cue] | None:
    """A condition put on the target: before it in the clause, or behind it in the sentence."""
    sentence = document.sentences[clause.sentence]
    for hit in _longest(h for h in sentence.of(Cue) if not _judges_before(h)):
        before = clause.first <= hit.start < target.last
        parted = document.language.code == "ar" and any(document.breaks[hit.end : target.first])
        behind = hit.start >= target.last
        inside = target.first < hit.start < target.last
        soon = behind and hit.start <= target.last + _IF_REACH
        ahead = before and target.first - hit.end <= _AHEAD
        effect = hit.sense.effect
        if _lasts_until(document, clause, hit):
            continue  # will stay until the war ends: no terms
        put_on = [t for t in topics if clause.first <= t.first < hit.start]
        if effect == "conditional" and put_on and target not in put_on and target.first > hit.start:
            continue  # what the terms themselves name: only if arms supplies stop
        if effect == "conditional" and hit.end <= target.first and _ends_without(document, hit):
            continue  # it is what the terms are
        if effect == "conditional" and _only_why(document, sentence, hit, target):
            continue
        if behind and _stated_anew(document, sentence, target.last, hit.start):
            continue  # terms of another statement
        even = document.language.words("even")
        if behind and not even.isdisjoint(document.words.folded[target.last : hit.start]):
            continue  # open to all, even to X once he returns: the terms are X's
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


def _lasts_until(document: Document, clause: Clause, hit: Hit[Cue]) -> bool:
    """Whether English words say how long a thing goes on, which puts no condition on it."""
    words, lists = document.words.folded, document.language.words
    before = words[clause.first : hit.start]
    until = not lists("until").isdisjoint(words[hit.start : hit.start + 1])
    return until and not lists("lasting").isdisjoint(before) and lists("harmless_not").isdisjoint(before)


def _denial_opens(document: Document, clause: Clause, at: int) -> bool:
    """Whether a denial opens what "without" goes on with, and no comma parts them: لا سبيل إلى … دون …."""
    denying, breaks = document.language.words("denying"), document.breaks
    for before in range(at - 1, clause.first - 1, -1):
        if breaks[before + 1]:
            return False
        if document.words.folded[before] in denying:
            return True
    return False


def in_terms(document: Document, start: int, target: Target) -> bool:
    """Whether "if" opens, behind a word, the clause that a target stands in: поддержит план, если …."""
    words, breaks = document.words.folded, document.breaks
    opens = next((at for at in range(target.first - 1, start - 1, -1) if words[at] == "если"), None)
    return opens is not None and not any(breaks[opens + 1 : target.first + 1])


def _ends_without(document: Document, hit: Hit[Cue]) -> bool:
    """Whether Arabic terms end with "without": what they require stands behind."""
    without = document.language.words("without") if document.language.code == "ar" else frozenset[str]()
    return document.words.folded[hit.end - 1] in without


def _only_why(document: Document, sentence: Sentence, hit: Hit[Cue], target: Target) -> bool:
    """Whether "as long as" opens an English sentence and only tells why: as long as they arm, we …."""
    words = document.words.folded
    opens = hit.start == sentence.first and "long" in words[hit.start : hit.end] and hit.end <= target.first
    if document.language.code != "en" or not opens:
        return False
    denied = (h for h in sentence.of(Cue) if negates(h) and hit.end <= h.start < target.first)
    return any(document.breaks[hit.end : target.first + 1]) and not any(denied)


def _stated_anew(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether another statement begins between two words: "and that …", "…, adding that …"."""
    folded, that = document.words.folded, document.language.words("that")
    told = [h for h in sentence.of(Verb) if h.sense.says and start <= h.start < end]
    if document.language.code == "ar" and any(_opens_another(document, hit) for hit in told):
        return True
    told_anew = any(not that.isdisjoint(folded[h.end : min(h.end + _TOLD_THAT, end)]) for h in told)
    return told_anew or _that_begins(document, start, end)


def _opens_another(document: Document, hit: Hit[Verb]) -> bool:
    """Whether an Arabic verb behind a comma says another thing: …، معلنا استعداده, تؤيد …، وتدعم …."""
    finite = hit.sense.form in ("present", "past") and document.words.folded[hit.start].startswith("و")
    return document.breaks[hit.start] and (finite or hit.sense.form == "participle")


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


def _longest(hits: Iterable[Hit[Sense]]) -> list[Hit[Any]]:
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


def _only_topics(start: int, end: int, topics: list[Target]) -> bool:
    """Whether between two words stand mostly other topics: members of one list."""
    covered = sum(1 for t in topics for word in range(t.first, t.last) if start <= word < end)
    return end - start - covered <= LINK and covered > 0


def _after(
    document: Document,
    clause: Clause,
    cues: list[Hit[Cue | Verb]],
    target: Target,
    topics: list[Target],
) -> Hit[Cue | Verb] | None:
    """The cue that judges the target from behind, if no other topic, predicate or clause stands between."""
    for hit in cues:
        at = _judged_at(hit, target)
        if not target.last <= at <= target.last + _AFTER:
            continue
        if effect_of(hit.sense) == "turn":
            if any(other.start == hit.start and _judges_before(other) for other in cues):
                continue  # пока невозможно
            return None
        between = any(target.last <= other.first < at for other in topics)
        if between or not effect_of(hit.sense).startswith("after"):
            continue
        if _clause_between(document, target.last, at) or _agrees(document, target, hit):
            continue
        if effect_of(hit.sense).endswith(_NEXT) and not _predicate(document, target.last, hit.start):
            continue
        if _goes_on_with_that(document, target.last, at):
            continue
        if document.language.code == "ar" and _begins_with_and(document, at):
            continue
        if document.language.code == "ar" and _told_anew(document, clause, target.last, at):
            continue
        if not document.language.words("evidence").isdisjoint(document.words.folded[target.last : at]):
            continue  # الخطوة دليل على فشل سياستهم: something else failed
        return None if _of_subject(document, clause, target, hit) else hit
    return None


def _predicate(document: Document, start: int, at: int) -> bool:
    """Whether an Arabic word is the predicate of what ends right before it: الاتفاق خطأ, not الخطير."""
    words, between = document.words.folded, document.language.words("predicated")
    parted = any(document.breaks[start : at + 1])
    return start <= at and not parted and between.issuperset(words[start:at]) and words[at][:2] != "ال"


def _judged_at(hit: Hit[Any], target: Target) -> int:
    """Where a judgment stands: of one around the target, its last word: назвала санкции ошибкой."""
    around = bool(hit.words) and hit.start < target.first and target.last <= hit.words[-1]
    return hit.words[-1] if around and effect_of(hit.sense).startswith("after") else hit.start


def _told_anew(document: Document, clause: Clause, start: int, end: int) -> bool:
    """Whether a comma and a finite Arabic verb of saying stand in some words: …، فشدد فلان على …."""
    told = (h for h in document.sentences[clause.sentence].of(Verb) if start <= h.start < end)
    return any(
        h.sense.says and h.sense.form in ("past", "present") and document.breaks[h.start] for h in told
    )


def _goes_on_with_that(document: Document, start: int, end: int) -> bool:
    """Whether "and that" opens another Russian statement in some words: …, и что оружие не нужно."""
    folded, joins = document.words.folded, document.language.words("conjunctions")
    that = document.language.words("that") if document.language.code == "ru" else frozenset[str]()
    return any(folded[at] in that and folded[at - 1] in joins for at in range(start + 1, end))


def _agrees(document: Document, target: Target, hit: Hit[Any]) -> bool:
    """Whether the noun behind only goes with the target's adjective: борьба с террористической угрозой."""
    before, noun = document.words.folded[target.last - 1], document.words.folded[hit.start]
    pairs = (("ой", ("ой", "ей")), ("ом", ("ым", "им")), ("ем", ("ым", "им")), ("ами", ("ыми", "ими")))
    agreeing = any(noun.endswith(end) and before.endswith(ends) for end, ends in pairs)
    return document.language.code == "ru" and hit.start == target.last and agreeing


def _of_subject(document: Document, clause: Clause, target: Target, hit: Hit[Cue | Verb]) -> bool:
    """Whether a judgment behind "and" is of the clause's subject: India follows … and will not accept …."""
    joins = document.language.words("conjunctions")
    opens = target.first - clause.first <= _OPENS
    return document.language.code != "ar" and not opens and document.words.folded[hit.start - 1] in joins


def _clause_between(document: Document, start: int, end: int) -> bool:
    """Whether one comma parts a target from what comes behind: under sanctions, the bloc should …

    Two enclose an insertion; a cue right behind the comma judges what stands before it.
    """
    if document.language.code == "ar":
        return False
    words = document.words
    commas = [
        at for at in range(start, end + 1) if "," in document.text[words.ends[at - 1] : words.starts[at]]
    ]
    after_that = bool(commas) and words.folded[commas[0]] in document.language.words("that")
    return len(commas) == 1 and commas[0] < end and not after_that


def valence_of(document: Document, target: Target) -> str:
    """The side of whoever names the target's words: good, bad or open."""
    entry = document.vocabulary.items.get(target.id)
    valence = entry.valence if isinstance(entry, Principle) else "open"
    scorned = document.language.words("pejoratives")
    if valence == "open" and not scorned.isdisjoint(document.words.folded[at] for at in target.words):
        valence = "bad"  # накачивать Киев оружием
    return _CONTRARY[valence] if target.opposite else valence
