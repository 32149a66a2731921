"""Which way a clause goes on what it names: candidates for positions.

Reads clauses, topics, cues and mentions; adds `Candidate`s. Without a cue that turns on the target the
principle's valence decides, with less confidence.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from loaders.positions.candidates import Candidate, Passed, Reason, Target, modality_of
from loaders.positions.clauses import Clause, Speaker, represented
from loaders.positions.no_side import is_proponent, no_side
from loaders.positions.pointing import (
    ascribed,
    by_agents,
    described,
    echo,
    launched,
    leanings,
    pointed,
    received,
    thanked,
)
from loaders.positions.pronouns import by_pronoun
from loaders.positions.responses import BACK, responses
from loaders.positions.signs.composing import read
from loaders.positions.signs.conditions import bare_if, in_terms
from loaders.positions.signs.cues import cues_of, done_by_others
from loaders.positions.signs.denials import denied_charge
from loaders.positions.signs.effects import LINK, Reading, rejected, valence_of
from loaders.positions.signs.pledges import pledged
from loaders.positions.suffixes import by_suffix
from loaders.positions.verdicts.acting import acting_actors
from loaders.positions.verdicts.deeds import deed_actors
from loaders.positions.verdicts.describing import described_actors, felt_actors
from loaders.positions.verdicts.doers import examples, wrongdoers
from loaders.positions.verdicts.judging import judged_actors
from loaders.positions.verdicts.predicates import predicated_actors
from loaders.positions.verdicts.said_of import said_of_actors
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.record import Modality, Stance
from ontology.vocabulary import Place, Principle

_JUDGING = frozenset({"minus", "danger", "harm"})
_TAKEN = ("minus", "support", "leaning")  # steps with which a side is taken outright
# By the valence of a principle: the side that all openly take, and the other.
_SIDES = {"good": (Stance.ENDORSE, Stance.REJECT), "bad": (Stance.REJECT, Stance.ENDORSE)}
_NAME_BEFORE = 6  # words before a clause in which a name may begin whose "non-" is no negation
_JOINER = 3  # words before a target in which who joins is named: Iran's full membership of the SCO
_CLAIMED = 4  # words from a target to what it is called: остается нашим главным требованием
_POINTED = frozenset({"described", "pointed", "echo", "pronoun", "response"})  # what points back
_RECENT = 8  # candidates back to which a pronoun or suffix may point


def find_candidates(
    document: Document,
    clauses: tuple[Clause, ...],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> tuple[Candidate, ...]:
    """Every holder, target and stance that a clause may state."""
    weighed = weigh(document, clauses, topics, mentions)
    return tuple(item for item in weighed if isinstance(item, Candidate))


def weigh(
    document: Document,
    clauses: tuple[Clause, ...],
    topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
) -> tuple[Candidate | Passed, ...]:
    """Every candidate, and what a clause names without one."""
    weighed: list[Candidate | Passed] = []
    made: deque[Candidate] = deque(maxlen=_RECENT)
    stated: list[Candidate] = []
    for number, of_sentence in groupby(clauses, key=attrgetter("sentence")):
        inside = list(of_sentence)
        found: list[Candidate | Passed] = []
        for clause in inside:
            near = list(made)
            new = _of_clause(document, clause, topics, mentions, near)
            new = [_professed(document, item) if isinstance(item, Candidate) else item for item in new]
            found += new
            made.extend(item for item in new if isinstance(item, Candidate))
        stated = [c for c in stated if number - c.clause.sentence <= BACK]
        stated += (item for item in found if isinstance(item, Candidate))
        answers = responses(document, document.sentences[number], inside, topics, mentions, stated)
        weighed += (item for item in found if not _answered_otherwise(item, answers))
        weighed += answers
        made.extend(answers)
        stated += answers
    return tuple(weighed)


def _answered_otherwise(item: Candidate | Passed, answers: list[Candidate]) -> bool:
    """Whether somebody's answer on a target is read in the same words: whose it is, and which side."""
    if not isinstance(item, Candidate):
        return False
    return any(
        item.target.id == answer.target.id and item.first < answer.last and answer.first < item.last
        for answer in answers
    )


def _professed(document: Document, candidate: Candidate) -> Candidate | Passed:
    """A candidate with the side that all openly take, where it was read as the other.

    No state says itself that it is against sovereignty or for organised crime. What reads so says something
    else of it: of 30 such readings in reports that no rule was written on, one was right and 24 had the wrong
    side.
    """
    entry = document.vocabulary.items.get(candidate.target.id)
    if not isinstance(entry, Principle) or entry.contested or candidate.holder in entry.proponents:
        return candidate
    if candidate.modality is Modality.REPORTS_OTHER:
        return candidate  # Washington wants no peace, he says
    sides = _SIDES.get(entry.valence)
    if sides is None or candidate.stance is not sides[1] or _suspends(document, candidate):
        return candidate
    if "support:pledged" in candidate.trace or _refuses_any(document, candidate):
        return candidate
    if _plainly_taken(document, candidate, entry) or _will_undo(document, candidate):
        return candidate
    if _plainly_backed(document, candidate):
        return candidate
    named = [step.partition(":") for step in candidate.trace]
    noun = len(named) == 1 and named[0][2] in document.language.words("plainly_refusing_nouns")
    pointed = any(effect in _POINTED for effect, _, _ in named)  # what "this position" is, is not sure
    if noun or pointed or _plainly_refused(document, candidate) or _held_open(candidate):
        return Passed(candidate.clause, candidate.target, Reason.OPEN, candidate.trace)
    return replace(candidate, stance=sides[0], trace=(*candidate.trace, "professed:"))


def _plainly_taken(document: Document, candidate: Candidate, entry: Principle) -> bool:
    """Whether English words of taking a side govern a plan or an event at once: Israel rejects the truce.

    No norm: whoever is said to be against human rights is against something else of theirs.
    """
    if document.language.code != "en" or entry.category == "norm" or candidate.trace == ():
        return False
    steps = [step.partition(":") for step in candidate.trace]
    sides = [word for effect, _, word in steps if effect in _TAKEN]
    if len(sides) != 1 or any(effect not in (*_TAKEN, "negation") for effect, _, _ in steps):
        return False
    folded, words = document.words.folded, document.language.words
    sentence, first = document.sentences[candidate.clause.sentence], candidate.target.first
    last = candidate.target.words[-1] if candidate.target.words else first
    ends = [
        h.end
        for h in (*sentence.of(Verb), *sentence.of(Cue))
        if candidate.clause.first <= h.start < h.end <= last and folded[h.start] == sides[0]
    ]
    named = {word for h in sentence.of(Name) for word in range(h.start, h.end)}
    first = next((at for at in candidate.target.words if ends and at >= max(ends)), first)
    between = {folded[i] for i in range(max(ends), first) if i not in named} if ends else {""}
    return between <= words("before_thing")


def _plainly_backed(document: Document, candidate: Candidate) -> bool:
    """Whether an Arabic verb alone backs a bad deed, but its subject between: أيد رئيس باراغواي العملية."""
    clause, lists, folded = candidate.clause, document.language.words, document.words.folded
    if clause.verb is None or clause.verb_at < 0 or fold(clause.verb.lemma) not in lists("plainly_backing"):
        return False
    between = folded[clause.verb_at + 1 : candidate.target.first]
    apart = lists("function_words") | lists("that") | lists("relatives") | lists("place_in")
    return apart.isdisjoint(between) and candidate.trace == (f"support:{folded[clause.verb_at]}",)


def _plainly_refused(document: Document, candidate: Candidate) -> bool:
    """Whether an Arabic verb alone refuses what all profess: of this thing it is true, of the norm it is not.

    انتقد البيت الأبيض قرار محكمة العدل الدولية: neither for nor against international law.
    """
    clause, refusing = candidate.clause, document.language.words("plainly_refusing")
    if clause.verb is None or clause.verb_at < 0 or fold(clause.verb.lemma) not in refusing:
        return False
    words, target = document.words.folded, candidate.target
    alone = document.language.words("that").isdisjoint(words[clause.verb_at : target.first])
    named = {
        h.sense.id
        for h in document.sentences[clause.sentence].of(Name)
        if clause.verb_at < h.start and h.end <= target.first and h.sense.id.startswith(("state:", "bloc:"))
    }
    alone = alone and named <= set(clause.holders)  # انتقدت سجل مصر في …: it is Egypt's
    return alone and candidate.trace == (f"minus:{words[clause.verb_at]}",)


def _held_open(candidate: Candidate) -> bool:
    """Whether what stands against a thing all profess is judged well from behind: الخيار العسكري مطروح."""
    judged = [step for step in candidate.trace if step.startswith("after_plus:")]
    return bool(judged) and candidate.target.opposite


def _refuses_any(document: Document, candidate: Candidate) -> bool:
    """Whether Arabic words refuse talks of any kind, though all profess them: رفض أي تفاوض مع …."""
    words, lists, first = document.words.folded, document.language.words, candidate.target.first
    begins = tuple(lists("talks"))
    inside = next((at for at in candidate.target.words if begins and words[at].startswith(begins)), first)
    refused = any(step.startswith("minus:") for step in candidate.trace)
    return (
        refused and inside > 0 and words[inside].startswith(begins) and words[inside - 1] in lists("any_of")
    )


def _will_undo(document: Document, candidate: Candidate) -> bool:
    """Whether somebody says what he will do against what all profess: Латвия продолжит снос памятников."""
    clause = candidate.clause
    verb = clause.verb
    promised = verb is not None and verb.modality == "promises" and not clause.of_others
    word = document.words.folded[clause.verb_at] if clause.verb_at >= 0 else ""
    return promised and candidate.target.opposite and f"support:{word}" in candidate.trace


def _suspends(document: Document, candidate: Candidate) -> bool:
    """Whether a deed is told that ends what all profess: Чад приостановил диалог."""
    verb = candidate.clause.verb
    if any(step.partition(":")[2] in document.language.words("gives_up") for step in candidate.trace):
        return True  # пересмотреть членство в ДНЯО
    told = verb is not None and fold(verb.lemma) in document.language.words("suspending")
    at = document.words.folded[candidate.clause.verb_at]
    return told and not {f"minus:{at}", f"denied:{at}"}.isdisjoint(candidate.trace)


def _of_clause(
    document: Document,
    clause: Clause,
    all_topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
    before: list[Candidate],
) -> list[Candidate | Passed]:
    """What a clause states; besides, what it states of things that its words mean only after others."""
    near = (all_topics[clause.sentence], all_topics.get(clause.sentence - 1, ()))
    again = any(target.again for targets in near for target in targets)
    alone = {at: _without_again(targets) for at, targets in all_topics.items()} if again else all_topics
    found = list(_in_clause(document, clause, alone, mentions, before))
    if not again:
        return found
    stated = {(item.holder, item.target.id) for item in found if isinstance(item, Candidate)}
    more = [
        item for item in _in_clause(document, clause, all_topics, mentions, before) if not _says_little(item)
    ]
    if not stated:
        return more
    taken_up = (item for item in more if isinstance(item, Candidate) and item.target.again)
    return [*found, *(item for item in taken_up if (item.holder, item.target.id) not in stated)]


def _says_little(item: Candidate | Passed) -> bool:
    """Whether only one word means a thing, after those before it, and nothing says what is held of it."""
    alone = item.target.again and len(item.target.words) == 1
    return alone and isinstance(item, Candidate) and item.cued == "valence"


def _without_again(targets: list[Target]) -> list[Target]:
    return [target for target in targets if not target.again]


def _in_clause(
    document: Document,
    clause: Clause,
    all_topics: dict[int, list[Target]],
    mentions: tuple[Mention, ...],
    before: list[Candidate],
) -> Iterator[Candidate | Passed]:
    topics = all_topics[clause.sentence]
    sentence = document.sentences[clause.sentence]
    inside = [t for t in topics if clause.first <= t.first < clause.last]
    leaning = [*leanings(document, clause, inside, mentions), *by_agents(document, clause, inside, mentions)]
    leaning += received(document, clause, inside, mentions)
    claims = [*_claims(document, clause, inside, mentions)]
    yield from (*leaning, *claims)
    claimed = {item.target for item in claims}
    if not clause.holders:
        yield from (Passed(clause, target, Reason.NO_HOLDER) for target in inside)
        if document.language.code == "ar":
            yield from ascribed(document, sentence, clause, topics, mentions)
        return
    inside_names = {
        word
        for m in within(mentions, max(0, clause.first - _NAME_BEFORE), clause.last)
        if m.how != "conduct"
        for word in range(m.first, m.last)
    }
    if _hypothetical(document, sentence, clause) or _asks(document, sentence, clause):
        yield from (Passed(clause, target, Reason.HYPOTHETICAL) for target in inside)
        return
    bad = {
        word
        for t in topics
        if document.language.code == "en" and valence_of(document, t) == "bad"
        for word in t.words
    }
    if denied_charge(document, clause):
        yield from _denied(document, clause, inside)
        return
    cues = cues_of(sentence, clause, topics, inside_names, bad)
    opens = {c.target for c in leaning if c.first <= clause.first + 1}  # the EU's support … does not waver
    for target in inside:
        if target in opens or target in claimed:
            continue
        if (
            _supposed(document, sentence, clause, target, cues)
            or _left_open(document, sentence, clause, target)
            or _called_so(document, clause, target, inside)
            or _tells_when(document, clause, target, inside)
        ):
            yield Passed(clause, target, Reason.HYPOTHETICAL)
            continue
        reading = pledged(document, clause, target, read(document, clause, target, cues, topics))
        found = list(_candidates(document, clause, target, reading))
        yield from found
        yield from examples(document, [item for item in found if isinstance(item, Candidate)], mentions)
    judged = list(judged_actors(document, sentence, clause, inside, mentions))
    yield from judged
    if not inside and not judged:
        yield from felt_actors(document, sentence, clause, mentions)
    yield from predicated_actors(document, sentence, clause, inside, mentions)
    yield from said_of_actors(document, sentence, clause, inside, mentions)
    yield from deed_actors(document, sentence, clause, mentions)
    yield from acting_actors(document, sentence, clause, inside, mentions)
    suffixed = list(by_suffix(document, clause, cues, all_topics, mentions, before))
    yield from suffixed
    if not inside and not suffixed:
        yield from echo(document, clause, topics)
    yield from described(document, clause, cues, all_topics)
    yield from pointed(document, clause, cues, all_topics, before)
    yield from by_pronoun(document, clause, cues, all_topics)
    yield from launched(document, sentence, clause, topics, mentions)
    yield from ascribed(document, sentence, clause, topics, mentions)
    yield from thanked(document, sentence, clause, topics, mentions)
    if not inside:
        yield from described_actors(document, sentence, clause, mentions)
        yield from wrongdoers(document, clause, mentions)


def _denied(document: Document, clause: Clause, inside: list[Target]) -> Iterator[Candidate | Passed]:
    """What a clause that tells a denied charge says of principles: what a language reads as denial."""
    sentence = document.sentences[clause.sentence]
    told = any(hit.sense.effect == "denial" for hit in sentence.of(Cue))
    for target in inside:
        if told:
            cues = cues_of(sentence, clause, inside, set(), set())
            yield from _candidates(document, clause, target, read(document, clause, target, cues, inside))
        else:
            yield Passed(clause, target, Reason.HYPOTHETICAL)


def _claims(
    document: Document, clause: Clause, inside: list[Target], mentions: tuple[Mention, ...]
) -> Iterator[Candidate | Passed]:
    """Whose demand or red line a Russian target is called: отмена санкций — главное требование Тегерана."""
    words, lists = document.words.folded, document.language.words
    wanted, feared = lists("claims"), lists("claims_against")
    called = wanted | feared
    for at in range(clause.first, clause.last) if called else ():
        if words[at] not in called:
            continue
        target = next((t for t in reversed(inside) if t.first < at), None)
        if target is None:
            continue
        named = [word for word in target.words or range(target.first, target.last) if word < at]
        between = range(named[-1] + 1, at)
        told = len(between) <= _CLAIMED and any(
            words[i] in lists("copulas")
            or document.text[document.words.ends[i - 1] :].lstrip()[:1] in ("—", "–")
            for i in (*between, at)
        )
        end = at + 1 + (words[at + 1 : at + 2] == ("для",))
        owner = next((m for m in within(mentions, end, end + 2) if m.first == end), None)
        if not told or owner is None:
            continue
        place = document.vocabulary.items.get(owner.id)
        capital_of = place.capital_of if isinstance(place, Place) else None
        if owner.kind == "place" and not capital_of:
            continue
        speaker = Speaker(None, (capital_of,)) if capital_of else represented(document.vocabulary, owner)
        own = replace(clause, holders=speaker.holders, verb=None, verb_at=-1)
        if not set(clause.speaker.holders) & set(speaker.holders):
            own = replace(own, speaker=clause.speaker if clause.holders else speaker, level="report")
        cues = cues_of(document.sentences[clause.sentence], own, inside, set(), set())
        reading = read(document, own, target, [h for h in cues if h.end <= target.first], inside)
        sign = (reading.sign or 1) * (1 if words[at] in wanted else -1)
        trace = (*reading.trace, f"claim:{words[at]}")
        yield from _candidates(
            document, own, target, replace(reading, sign=sign, cued="strong", last=owner.last, trace=trace)
        )


def _hypothetical(document: Document, sentence: Sentence, clause: Clause) -> bool:
    """Whether "if" opens the clause: a hypothesis is no position."""
    before = clause.verb_at - 1
    if before >= sentence.first and bare_if(document, sentence, before, clause.verb_at):
        return True  # …، إن وافقت موسكو على ذلك
    return _counterfactual(document, clause) or any(
        hit.sense.effect == "if" and clause.first - 2 <= hit.start <= clause.first + 1
        for hit in sentence.of(Cue)
        if clause.level == "embedded"
    )


def _counterfactual(document: Document, clause: Clause) -> bool:
    """Whether others would have done what they did not: a draft that would have tightened the sanctions."""
    before, would = document.words.folded[: clause.verb_at][-2:], document.language.words("would_have")
    return clause.of_others and " ".join(before) in would


def _supposed(
    document: Document, sentence: Sentence, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]]
) -> bool:
    """Whether a Russian target is but named in the terms of something else: …, если за столом …."""
    if document.language.code != "ru" or not in_terms(document, sentence.first, target):
        return False
    opens = max(at for at in range(sentence.first, target.first) if document.words.folded[at] == "если")
    judging = (h for h in cues if not (isinstance(h.sense, Verb) and h.sense.form in ("past", "present")))
    return not any(opens < hit.start <= target.last + LINK for hit in judging)  # если США снимут эмбарго


def _left_open(document: Document, sentence: Sentence, clause: Clause, target: Target) -> bool:
    """Whether an English target is but asked about: would not say whether London would back a reform.

    Who doubts whether it is of use takes a side, and so does who backs it whether or not others do.
    """
    folded, words = document.words.folded, document.language.words
    for at in range(target.first - 1, clause.first - 2, -1):
        if document.breaks[at + 1]:
            return False
        if folded[at] in words("open_question"):
            judged = any(h.end == at and h.sense.effect in _JUDGING for h in sentence.of(Cue))
            return not judged and folded[at + 1] not in words("or")
    return False


def _called_so(document: Document, clause: Clause, target: Target, inside: list[Target]) -> bool:
    """Whether a Russian target is what something is called: назвали удар «актом агрессии».

    Where nothing that is called so is a target itself, the bad thing is the one that is blamed: назвал
    заявление вмешательством во внутренние дела.
    """
    verb = clause.verb
    if (
        document.language.code != "ru"
        or verb is None
        or verb.lemma not in document.language.words("describing")
    ):
        return False
    if target.opposite and not any(clause.verb_at < t.first < target.first for t in inside):
        return False
    word = document.words.folded[target.first]
    between = range(clause.verb_at + 1, target.first)
    told = any(document.breaks[at] for at in (*between, target.first))
    return (
        clause.verb_at >= 0
        and (len(between) > 0 or any(t.last <= clause.verb_at for t in inside))
        and not told
        and word.endswith(("ом", "ем", "ью", "ами", "ями"))
    )


def _tells_when(document: Document, clause: Clause, target: Target, inside: list[Target]) -> bool:
    """Whether a target only says when something is wanted: миротворцев после прекращения огня."""
    words, articles = document.words.folded, document.language.words("articles")
    at = target.first - 1
    while at > clause.first and words[at] in articles:
        at -= 1
    if at < clause.first or words[at] not in document.language.words("adjuncts"):
        return False
    return _opens_when(document, clause, at) or any(t.last < target.first for t in inside)


def _opens_when(document: Document, clause: Clause, at: int) -> bool:
    """Whether "after" opens a Russian clause or stands behind "that", and puts no terms (only after …)."""
    words, language = document.words.folded, document.language
    if language.code != "ru" or words[at - 1] in language.words("only"):
        return False
    return at <= clause.first + 1 or document.breaks[at] or words[at - 1] in language.words("that")


def _asks(document: Document, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause only asks: a question is no position."""
    told = document.text[sentence.start : sentence.end].rstrip(" \"»”'’)")
    behind = document.words.folded[clause.verb_at + 1 : clause.verb_at + 2]
    before = document.words.folded[clause.first - 1 : clause.verb_at]
    whether = document.language.words("whether")
    opening = document.words.folded[sentence.first]
    if told.endswith("؟") and opening in document.language.words("interrogatives"):
        return True  # هل تقبل طهران …؟
    pairs = (
        " ".join(pair) for pair in pairwise(document.words.folded[max(0, clause.first - 3) : clause.verb_at])
    )
    if clause.verb_at >= 0 and not whether.isdisjoint((*before, *behind, *pairs)):
        return True  # на вопрос, согласится ли Москва …; действительно ли Москва согласна …
    return told.endswith(("?", "؟")) and clause.level != "report"


def _candidates(
    document: Document, clause: Clause, target: Target, reading: Reading
) -> Iterator[Candidate | Passed]:
    if reason := no_side(document, clause, target, reading):
        yield Passed(clause, target, reason, reading.trace)
        return
    valence = valence_of(document, target)
    if clause.verb and clause.verb.effect == "abstain":
        yield from _abstained(clause, target, reading)
        return
    sign, cued = reading.sign, reading.cued
    practised = is_proponent(document, target, clause.holders)
    if valence == "bad" and sign == 1 and cued == "weak" and not practised:
        sign, cued = -1, "valence"
    by_others = (valence, sign) in (("bad", 1), ("good", -1)) and done_by_others(document, clause, target)
    if sign is not None and by_others:
        sign, cued = -sign, "valence"
    if sign is None:
        sign = -1 if valence == "bad" else 1
    if target.opposite:
        sign = -sign
    if _of_damage(document, target, reading):
        sign = -sign
    stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
    if reading.conditional and sign > 0:
        stance = Stance.CONDITIONAL
    damage = _told_of_damage(document, clause, reading)
    if damage and (valence != "open" or document.language.code == "ru"):
        stance = Stance.REJECT if valence == "bad" else Stance.ENDORSE  # Европа саботирует план, сказал он
    holders = _against(clause) if valence == "bad" and cued == "valence" else clause.holders
    accused = False
    if _schemes(document, clause, target, sign):
        stance, holders = (
            Stance.REJECT,
            clause.speaker.holders,
        )  # the West seeks to contain Russia
    elif accused := _accused(document, clause, target) and not _denies_wish(clause, reading):
        stance = Stance.ENDORSE if valence == "good" else Stance.REJECT
        holders = clause.speaker.holders  # Moscow does all it can to disrupt the talks, he said
    if damage:
        holders = clause.speaker.holders  # the West destroyed European security, he said
    elif not accused and _after_damage(clause, reading, valence):
        stance = Stance.REJECT
    if _does_bad(document, clause, valence, sign, reading):
        holders = clause.speaker.holders  # ECOWAS imposed inhuman sanctions, they say
    if _own_membership(document, clause, target):
        yield Passed(clause, target, Reason.FACT, reading.trace)
        return
    if _tells_of_bad(document, clause, target, stance):
        # NATO goes on building up its forces, he says.
        stance, holders = rejected(target), clause.speaker.holders
    target = _joined_bloc(document, clause, target)
    told = reading.modality if holders is clause.holders else None  # the doer's promise is not the blamer's
    for holder in holders:
        if holder == target.id:
            yield Passed(clause, target, Reason.ITSELF, reading.trace)
        else:
            yield Candidate(
                clause,
                target,
                holder,
                stance,
                modality_of(clause, holder, told),
                reading.first,
                reading.last,
                cued,
                reading.trace,
            )


def _abstained(clause: Clause, target: Target, reading: Reading) -> Iterator[Candidate]:
    """Who abstains on a thing deals with it and takes no side."""
    first, last = min(clause.verb_at, target.first), max(clause.verb_at + 1, target.last)
    for holder in clause.holders:
        modality = modality_of(clause, holder, None)
        yield Candidate(
            clause, target, holder, Stance.NEUTRAL, modality, first, last, "strong", reading.trace
        )


def _schemes(document: Document, clause: Clause, target: Target, sign: int) -> bool:
    """Whether somebody lays to another's charge that he is after a bad thing."""
    verb = clause.verb
    return (
        sign > 0
        and valence_of(document, target) == "bad"
        and clause.reports_other
        and verb is not None
        and verb.lemma in document.language.words("scheming")
    )


def _accused(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target stands in what somebody blames another for: side is taken by whoever blames."""
    cues = document.sentences[clause.sentence].of(Cue)
    return clause.reports_other and any(
        hit.sense.effect == "guilty" and clause.first <= hit.start < target.first for hit in cues
    )


def _does_bad(document: Document, clause: Clause, valence: str, sign: int, reading: Reading) -> bool:
    """Whether it is told what bad thing others do or go on with: whoever tells it is against it."""
    verb = clause.verb
    if verb is None or not clause.of_others or clause.speaker.nobody:
        return False
    goes_on = verb.lemma in document.language.words("goes_on")
    judged = bool(reading.trace) and reading.trace[-1].startswith("after_minus")
    return sign < 0 and (
        (valence == "bad" and not verb.says and verb.effect == "plus")
        or (goes_on and (judged or valence == "bad"))
    )


def _tells_of_bad(document: Document, clause: Clause, target: Target, stance: Stance) -> bool:
    """Whether somebody tells what bad thing others do: he is against it, whatever they hold.

    That they impose it is but a fact for whoever is for such things himself.
    """
    verb = clause.verb
    if verb is None or valence_of(document, target) != "bad" or not clause.reports_other:
        return False
    if verb.lemma in document.language.words("imposing"):
        return not is_proponent(document, target, clause.speaker.holders)
    told = stance is Stance.ENDORSE or target.opposite
    return told and (not verb.says or verb.effect == "none")


def _denies_wish(clause: Clause, reading: Reading) -> bool:
    """Whether it is denied that somebody wants a thing: then he is against it, as the speaker tells."""
    wants = clause.verb is not None and clause.verb.wishes
    return wants and reading.sign == -1 and any(step.startswith("negation:") for step in reading.trace)


def _told_of_damage(document: Document, clause: Clause, reading: Reading) -> bool:
    """Whether somebody tells of the damage that others do: it shows where he stands, not they.

    That they left a treaty is a fact, and shows where they stand.
    """
    verb, leaving = clause.verb, document.language.words("leaving")
    harms = verb is not None and verb.effect == "harm" and verb.lemma not in leaving
    judged = any(step.startswith("minus:") for step in reading.trace)  # Brazil failed to condemn the strikes
    return harms and clause.reports_other and not judged


def _after_damage(clause: Clause, reading: Reading, valence: str) -> bool:
    """Whether others are said to mean damage to a good thing: يريد الغرب تدمير الأمن الأوراسي."""
    means = clause.verb is not None and clause.verb.effect in ("assert", "act", "plus", "none")
    harms = any(step.startswith("harm:") for step in reading.trace)
    return clause.reports_other and means and harms and valence == "good"


def _joined_bloc(document: Document, clause: Clause, target: Target) -> Target:
    """The bloc, where what is named is that the holders, no members yet, join it; else the target."""
    code, _, about = target.id.partition(":")[2].partition("-")
    bloc, joining = f"bloc:{code.upper()}", tuple(document.language.words("joining"))
    words = (word.removeprefix("ال") for word in document.words.folded[target.first : target.last])
    if about != "expansion" or not any(word.startswith(joining) for word in words):
        return target
    members = document.members(bloc)
    outside = all(h.startswith("state:") and h not in members for h in clause.holders)
    return replace(target, id=bloc) if outside and not _another_joins(document, clause, target) else target


def _of_damage(document: Document, target: Target, reading: Reading) -> bool:
    """Whether what a cue turns on is damage to an English target: condemned ceasefire violations."""
    behind = document.words.folded[target.last - 1 : target.last + 1]
    damage = not document.language.words("damage_nouns").isdisjoint(behind)
    good = valence_of(document, target) == "good" and not target.opposite
    return damage and good and reading.sign is not None


def _own_membership(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target is but that the holders are members: Iran's membership in the SCO."""
    code, _, about = target.id.partition(":")[2].partition("-")
    named = document.language.words("memberships").isdisjoint(
        document.words.folded[target.first : target.last]
    )
    if about != "expansion" or named:
        return False
    members = document.members(f"bloc:{code.upper()}")
    return members.issuperset(clause.holders) and not _another_joins(document, clause, target)


def _another_joins(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a state that is no holder is named as the one that joins: انضمام فنلندا إلى الحلف."""
    names = document.sentences[clause.sentence].of(Name)
    reach = _JOINER if document.language.code == "en" else 1
    near = (h.sense.id for h in names if target.first - reach <= h.start <= target.last)
    return any(item.startswith("state:") and item not in clause.holders for item in near)


def _against(clause: Clause) -> tuple[str, ...]:
    """Who is against a bad thing that somebody is said to do: the one who says it, not the doer."""
    does = clause.verb is not None and (clause.verb.modality == "promises" or not clause.verb.says)
    return clause.speaker.holders if clause.reports_other and does else clause.holders
