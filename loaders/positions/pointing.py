"""Stances on what was named before, or is named beside: "they refused to carry it out", "this work".

Reads clauses, cues and topics; adds candidates that point back to a target, or forward to one whose
author is named (the initiative that the president launched).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause, represented
from loaders.positions.signs.effects import LINK, effect_of, valence_of
from loaders.positions.topics import negates
from loaders.reading.document import Document, Sentence
from loaders.reading.inflection import arabic_bare
from loaders.reading.language import Cue, Reference, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Modality, Stance

_BESIDE = 7
_LEANS_TO = 6  # words from a noun of stance to its matter
_MET_WITHIN = 14  # words from "met with" to what a thing met with
_MET_BY = 6  # words from there to with whom
_OPENS_PASSIVE = 3  # words that may stand in a clause before the thing that its passive is about
_NEEDED = 4  # words before a thing in which the need for it stands
_PASSIVE = 4  # words between a thing and the passive that tells who is for or against it
_ADJECTIVES = 2  # words between whose stance it is and its noun
_THANKED = 3  # words from thanks to whom they go
_ARTICLES = 3
_FAR_OBJECT = 10  # words of a subject between a verb and the noun that names again what was named
_JUDGES = frozenset({"after_minus", "after_plus", "bad"})
_TAKEN_UP = 5  # sentences back to what an Arabic report goes on to speak of
_POINTER_WITHIN = 14  # words of a clause in which "that this …" may stand
_LEANINGS = frozenset({"commitment", "opposition"})
_SIDES = frozenset({"plus", "support", "minus", "mend"})


def echo(document: Document, clause: Clause, topics: list[Target]) -> Iterator[Candidate]:
    """A stance on what was just named: رفضوا تنفيذه, ذكر ذلك فلان."""
    before = [t for t in topics if t.last <= clause.first]
    if not before or clause.verb is None or not clause.verb.says or clause.verb_at < 0:
        return
    back = document.language.words("pointing_back")
    soon = document.words.folded[clause.verb_at + 1 : min(clause.verb_at + 6, clause.last)]
    if noun := _stance_on_it(document, clause):
        yield from _echoed(document, clause, before[-1], noun)
        return
    told = any(word in back for word in soon[:4]) or _on_verb(document, clause)
    if not told and not _deed_upon_it(document, clause):
        return
    effect = effect_of(clause.verb)
    if effect not in ("support", "minus") and not (effect in ("none", "assert") and soon and soon[0] in back):
        return
    valence = valence_of(document, before[-1])
    if effect == "none" and (valence == "open" or _opens_speech(document, clause)):
        return  # "we said so" tells nothing of it
    against = effect == "minus" or (effect == "none" and valence == "bad")
    cues = document.sentences[clause.sentence].of(Cue)
    against ^= any(negates(h) and 0 <= clause.verb_at - h.end <= 1 for h in cues)  # لن نوافق عليها
    stance = Stance.REJECT if against else Stance.ENDORSE
    trace = (f"echo:{document.words.folded[clause.verb_at]}",)
    for holder in clause.holders:
        modality = modality_of(clause, holder, clause.verb.modality)
        target = Target(before[-1].id, clause.verb_at, min(clause.verb_at + 5, clause.last))
        yield Candidate(clause, target, holder, stance, modality, clause.first, target.last, "strong", trace)


def _opens_speech(document: Document, clause: Clause) -> bool:
    """Whether an English pronoun behind a verb of saying opens what is said: saying it would help."""
    at = clause.verb_at + 2
    return document.language.code == "en" and at < clause.last and not document.breaks[at]


def _stance_on_it(document: Document, clause: Clause) -> Hit[Any] | None:
    """The noun of a stance on what was just named: أعربت فرنسا عن رفضها له."""
    folded, upon = document.words.folded, document.language.words("upon_it")
    for hit in document.sentences[clause.sentence].of(Verb):
        if hit.sense.form != "noun" or not hit.sense.says:
            continue
        inside = clause.verb_at < hit.start < clause.last - 1
        if inside and effect_of(hit.sense) in ("support", "minus") and folded[hit.end] in upon:
            return hit
    return None


def _echoed(document: Document, clause: Clause, target: Target, noun: Hit[Any]) -> Iterator[Candidate]:
    """The stance of a noun on a target named before."""
    stance = Stance.REJECT if effect_of(noun.sense) == "minus" else Stance.ENDORSE
    here = Target(target.id, noun.start, noun.end + 1)
    trace = (f"echo:{document.words.folded[noun.start]}",)
    for holder in clause.holders:
        modality = modality_of(clause, holder, None)
        yield Candidate(clause, here, holder, stance, modality, noun.start, here.last, "strong", trace)


def _on_verb(document: Document, clause: Clause) -> bool:
    """Whether the verb of a relative clause carries its object: وهو ما رفضته موسكو."""
    words, relatives = document.words.folded, document.language.words("relatives")
    at = clause.verb_at
    told = words[at - 1] in relatives or words[at - 1] in document.language.words("moves")
    return told and document.language.code == "ar" and words[at].endswith(("ه", "ها"))


def pointed(
    document: Document,
    clause: Clause,
    cues: list[Hit[Cue | Verb]],
    topics: dict[int, list[Target]],
    before: list[Candidate],
) -> Iterator[Candidate]:
    """A stance on what the sentence before named: this was unacceptable, he welcomed the move."""
    named = _last_named(document, clause, topics) if not topics[clause.sentence] else []
    named = named or ([] if topics[clause.sentence] else _asked_about(document, clause, topics))
    found = _predicate_on_it(document, clause, cues) or _object_it(document, clause) if named else None
    if found is None and named and document.language.code == "ar":
        found = _noun_again(document, clause, cues, named)
    if found is None:
        return
    sign, first, last, noun = found
    latest = [c for c in before if c.clause.sentence == clause.sentence - 1 and c.target in named]
    target = latest[-1].target if latest else named[-1]
    others = [c for c in latest if c.target == target and c.holder not in clause.holders]
    if others and _takes_over(others[-1], noun):
        sign *= -1 if others[-1].stance is Stance.REJECT else 1
    elif target.opposite:
        sign = -sign
    stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
    told = clause.verb.modality if clause.verb else None
    here = Target(target.id, first, last, target.opposite)
    trace = (f"pointed:{document.words.folded[first]}",)
    for holder in clause.holders:
        modality = modality_of(clause, holder, told)
        if holder != target.id:
            yield Candidate(clause, here, holder, stance, modality, first, last, "strong", trace)


def _last_named(document: Document, clause: Clause, topics: dict[int, list[Target]]) -> list[Target]:
    """What the sentence before named, or in Arabic the last of a few: one after another speaks of it."""
    far = _TAKEN_UP if document.language.words("named_again") else 1
    before = range(clause.sentence - 1, max(-1, clause.sentence - 1 - far), -1)
    return next((topics[number] for number in before if topics.get(number)), [])


def _asked_about(document: Document, clause: Clause, topics: dict[int, list[Target]]) -> list[Target]:
    """What the question names that ends right before, in English: Are you on board? We like the idea."""
    before = document.sentences[clause.sentence - 1]
    asks = document.text[before.start : before.end].rstrip().endswith("?")
    if document.language.code != "en" or not asks or clause.sentence == 0:
        return []
    of_question = [s.index for s in document.sentences[: clause.sentence] if s.block == before.block]
    return next((topics[i] for i in reversed(of_question) if topics.get(i)), [])


def _noun_again(
    document: Document, clause: Clause, cues: list[Hit[Cue | Verb]], named: list[Target]
) -> tuple[int, int, int, bool] | None:
    """The side taken on a bare noun that names again what was named: وصف الاتفاق بالتاريخي, رحب بالقرار."""
    folded, known = document.words.folded, document.language.words("named_again")
    last = named[-1]
    beside = [w for word in folded[max(0, last.first - 2) : last.last] for w in arabic_bare(word)]
    nouns = known & frozenset(beside)
    for at in range(clause.first, clause.last):
        if not (_definite_noun(folded[at], nouns) or _this_noun(document, clause, at)):
            continue
        judged = [h for h in cues if at < h.start <= at + LINK + 1 and effect_of(h.sense) in _JUDGES]
        if judged and not any(document.breaks[at + 1 : judged[0].start + 1]):
            return (1 if effect_of(judged[0].sense) == "after_plus" else -1), at, judged[0].end, True
        governing = [
            h
            for h in cues
            if h.end <= at <= h.end + 1 or (h.start == clause.verb_at and at - h.end <= _FAR_OBJECT)
        ]
        turned = [h for h in governing if effect_of(h.sense) in ("support", "minus")]
        if len(turned) == 1 and len(governing) == 1:
            return (-1 if effect_of(turned[0].sense) == "minus" else 1), turned[0].start, at + 1, True
    return None


def _this_noun(document: Document, clause: Clause, at: int) -> bool:
    """Whether an Arabic word is a general noun that "this" leads: وثمّن هذه الخطوة."""
    these, general = document.language.words("demonstratives"), document.language.words("general_nouns")
    return (
        at > clause.first
        and document.words.folded[at - 1] in these
        and _definite_noun(document.words.folded[at], general)
    )


def _definite_noun(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of the nouns with the article, behind clitics or not: بالقرار, للاتفاق."""
    bare = word[1:] if word[:1] in "وبف" and word[1:3] == "ال" else word
    return (bare.startswith("ال") and bare[2:] in nouns) or (word.startswith("لل") and word[2:] in nouns)


def _takes_over(other: Candidate, noun: bool) -> bool:
    """Whether what somebody wants is what is judged (a promise not to expand), and not its matter."""
    return noun or other.target.negated or other.stance is not Stance.REJECT or other.target.opposite


def _predicate_on_it(
    document: Document, clause: Clause, cues: list[Hit[Cue | Verb]]
) -> tuple[int, int, int, bool] | None:
    """The judgment of a predicate whose subject points back: its sign, its words, whether a noun points."""
    folded, words = document.words.folded, document.language.words
    for at in range(clause.first, min(clause.last - 1, clause.first + _POINTER_WITHIN)):
        opens = at == clause.first or folded[at - 1] in words("that") or folded[at - 1] in words("reporting")
        named = _pointed_noun(document, clause, at)
        noun = named > at
        if not opens or not (noun or folded[at] in words("pointers")):
            continue
        if folded[at] == "that" and folded[at + 1] not in words("impersonal") | words("modals"):
            continue  # stressed that aid must not be used so
        end = named + 1 if noun else at + 1
        for hit in cues:
            effect = effect_of(hit.sense)
            judges = effect in ("after_minus", "after_plus", "bad") and end <= hit.start <= end + LINK
            if judges and not words("asking").issuperset(folded[word] for word in hit.words):
                return (1 if effect == "after_plus" else -1), at, hit.end, noun
    return None


def _object_it(document: Document, clause: Clause) -> tuple[int, int, int, bool] | None:
    """The side that a verb takes on what points back: he rejected it, she welcomed the move."""
    if clause.verb is None or clause.verb_at < 0 or effect_of(clause.verb) not in ("support", "minus"):
        return None
    folded, words = document.words.folded, document.language.words
    start = clause.verb_at + len(clause.verb.lemma.split("_"))
    at = _pointed_noun(document, clause, start)
    noun = at > start or (start < clause.last and folded[start] in words("pointed_bare"))
    bare = start < clause.last and folded[start] in words("pointers") and _ends(document, clause, start + 1)
    if folded[start - 1] in words("sides") and _ends(document, clause, start):
        bare, start = True, start - 1  # Венгрия выступила против, …
    if not (noun or bare) or (noun and not _ends(document, clause, at + 1)):
        return None
    sign = -1 if effect_of(clause.verb) == "minus" else 1
    if any(negates(h) and h.end == clause.verb_at for h in document.sentences[clause.sentence].of(Cue)):
        sign = -sign  # не поддержала эту идею
    return sign, clause.verb_at, at + 1 if noun else start + 1, noun


def _pointed_noun(document: Document, clause: Clause, start: int) -> int:
    """Where the noun stands that names again what was named, its article at a word; else that word."""
    folded, words = document.words.folded, document.language.words
    at = start
    while at < clause.last - 1 and folded[at] in words("pointing_articles") and at - start < _ARTICLES:
        at += 1
    return at if at < clause.last and folded[at] in words("pointed_nouns") else start


def _ends(document: Document, clause: Clause, at: int) -> bool:
    """Whether an object ends before a word: what it is of, the object itself does not say."""
    if at >= clause.last or document.breaks[at]:
        return True
    return document.words.folded[at] in document.language.words("tail_openers") | {"and", "but", "outright"}


def _deed_upon_it(document: Document, clause: Clause) -> bool:
    """Whether the verb's object is a deed done to what was just named: تنفيذه, دعمها, not إقامة."""
    text, words = document.text, document.words
    return any(
        hit.sense.form == "noun"
        and clause.verb_at < hit.start <= clause.verb_at + 4
        and text[words.starts[hit.start] : words.ends[hit.start]].endswith(("ه", "ها"))
        for hit in document.sentences[clause.sentence].of(Verb)
    )


def described(
    document: Document, clause: Clause, cues: list[Hit[Cue | Verb]], topics: dict[int, list[Target]]
) -> Iterator[Candidate]:
    """A stance on what a description points back to: "this work", said of the work for a target."""
    folded, these = document.words.folded, document.language.words("demonstratives")
    if these.isdisjoint(folded[clause.first : clause.last]):
        return
    for at in range(clause.first, clause.last - 1):
        if folded[at] not in these or any(t.first <= at < t.last for t in topics[clause.sentence]):
            continue
        if folded[at + 1] in document.language.words("function_words"):
            continue  # hope that the …
        noun = folded[at + 1].removeprefix("ال")
        governing = [c for c in cues if c.end <= at and at - c.end <= LINK and effect_of(c.sense) in _SIDES]
        target = _named_with(document, clause, noun, topics) if governing and len(noun) > 2 else None
        if target is None:
            continue
        sign = -1 if effect_of(governing[-1].sense) == "minus" else 1
        harm = (c for c in cues if c.end <= at and at - c.end <= LINK and effect_of(c.sense) == "harm")
        if document.language.code == "en" and any(harm):
            sign = -1 if valence_of(document, target) == "bad" else 1  # regret at the loss of this treaty
        stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
        pointed = Target(target.id, at, at + 2, target.opposite)
        found = clause.verb.modality if clause.verb else None
        trace = (f"described:{folded[at]} {folded[at + 1]}",)
        for holder in clause.holders:
            modality = modality_of(clause, holder, found)
            yield Candidate(
                clause, pointed, holder, stance, modality, governing[0].start, at + 2, "weak", trace
            )
        return


def _named_with(
    document: Document, clause: Clause, noun: str, topics: dict[int, list[Target]]
) -> Target | None:
    """The target that stood last beside the same noun (the work for the security of …)."""
    general = noun in document.language.words("general_nouns")
    if document.language.code == "en" and not general:
        return None  # this continent is no initiative
    for number in range(clause.sentence, -1, -1):
        for target in topics[number]:
            start = max(document.sentences[number].first, target.first - _BESIDE)
            words = document.words.folded[start : target.first]
            if target.last <= clause.first and any(noun in arabic_bare(word) for word in words):
                return target
    if not general:
        return None
    near = [*_last_named(document, clause, topics), *topics.get(clause.sentence, ())]
    return next((t for t in reversed(near) if t.last <= clause.first), None)


def launched(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Whoever put forward what is named is for it: المبادرة التي طرحها رئيس روسيا."""
    for hit in sentence.of(Reference):
        if not (hit.sense.kind == "launched" and clause.first <= hit.start < clause.last):
            continue
        behind = within(mentions, hit.end, hit.end + 2)
        actor = next((m for m in behind if m.kind in ("person", "state", "bloc")), None)
        target = _nearest_topic(document, hit, topics)
        if actor is None or target is None or actor.id in clause.holders or target.first >= clause.last:
            continue  # … ما قدمته تركيا، قائلا إن دمشق تتطلع إلى شراكة: another clause names it
        first, last = min(target.first, hit.start), max(target.last, actor.last)
        trace = (f"launched:{document.words.folded[hit.start]}",)
        yield Candidate(
            clause, target, actor.id, Stance.ENDORSE, Modality.REPORTS_OTHER, first, last, "strong", trace
        )


def ascribed(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Whose commitment somebody names is for what he is committed to: Somalia's support for one China."""
    for hit in sentence.of(Reference):
        if hit.sense.kind not in _LEANINGS:
            continue
        if not clause.first <= hit.start < clause.last:
            continue
        actors = _in_a_row(document, mentions, hit.end)
        actor = actors[-1] if actors else None
        target = next((t for t in topics if actor and _committed_to(t, hit, actor)), None)
        if (
            actor is None
            or target is None
            or target.opposite
            or any(document.breaks[hit.end : target.first + 1])
        ):
            continue
        holders = tuple(h for m in actors for h in represented(document.vocabulary, m).holders)
        named = document.language.code == "ar" and hit.start in target.words  # رفض مصر للتدخلات
        against = (hit.sense.kind == "opposition" and not named) != _not_seen(document, hit)
        if document.language.code == "ar" and not _leads_to(document, hit, actor, target):
            continue
        if document.language.code == "ru" and _does_more(sentence, actor.last, target.first):
            continue  # выразил поддержку России и осудил санкции
        if document.breaks[hit.start] and document.words.folded[hit.start].endswith("ه"):
            continue  # a participle: دعت …، مطالبة الجانب …
        if actor.kind == "place" or _has_article(document, hit.start):
            continue  # الاعتراف بالقدس: it is what is acknowledged, not who does
        if _invited(document, target):
            continue
        trace = (f"{hit.sense.kind}:{document.words.folded[hit.start]}",)
        for holder in holders:
            if actor.how != "demonym" and holder not in (*clause.holders, target.id):
                yield Candidate(
                    clause,
                    target,
                    holder,
                    Stance.REJECT if against else Stance.ENDORSE,
                    Modality.REPORTS_OTHER,
                    hit.start,
                    target.last,
                    "strong",
                    trace,
                )


def _not_seen(document: Document, hit: Hit[Any]) -> bool:
    """Whether somebody sees nothing of a readiness: Россия не видит готовности Киева к переговорам."""
    folded, phrases = document.words.folded, document.language.words("not_seen")
    return any(" ".join(folded[max(0, hit.start - n) : hit.start]) in phrases for n in (1, 2))


def _does_more(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a finite verb stands between two words."""
    return any(h.sense.form in ("past", "present") and start <= h.start < end for h in sentence.of(Verb))


def _invited(document: Document, target: Target) -> bool:
    """Whether "to join" stands in a target: it is what somebody is invited to, دعوة مصر للانضمام إلى."""
    to_join = tuple(f"لل{word}" for word in document.language.words("joining"))
    words = document.words.folded[target.first : target.last]
    return document.language.code == "ar" and any(word.startswith(to_join) for word in words)


def leanings(
    document: Document,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Whose stance a noun names, of whom it is: the EU's support for …, opposition by India to …."""
    folded, words = document.words.folded, document.language.words
    leans, leans_away = words("leans"), words("leans_away")
    if (leans | leans_away).isdisjoint(folded[clause.first : clause.last]):
        return
    for at in range(clause.first, clause.last):
        away = folded[at] in leans_away
        if not (away or folded[at] in leans):
            continue
        owner, end = _owner(document, clause, at, mentions)
        if (
            owner is None
            or folded[end : end + 1] == ()
            or folded[end] not in words("leaning_against" if away else "leaning_to")
        ):
            continue
        near = (t for t in topics if t.last > end and owner.first <= t.first <= end + _LEANS_TO)
        target = next(near, None)
        if target is None or any(document.breaks[end : target.first + 1]):
            continue
        stance = Stance.REJECT if away != target.opposite else Stance.ENDORSE
        trace = (f"leaning:{folded[at]}",)
        holders, spoken = represented(document.vocabulary, owner).holders, (min(owner.first, at), target.last)
        yield from of_each(clause, target, holders, stance, spoken, trace, partial(_told, clause))


def by_agents(
    document: Document,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Who is for or against a thing that a passive names first: strikes condemned by Qatar and Oman."""
    folded, words = document.words.folded, document.language.words
    for hit in document.sentences[clause.sentence].of(Verb):
        effect = effect_of(hit.sense)
        passive = hit.sense.form == "past" and effect in ("support", "minus", "assert")
        passive = passive and clause.first <= hit.start and not _ought(document, clause, hit)
        by = hit.end + (hit.end < clause.last and folded[hit.end] in words("agent_asides"))
        if not passive or by + 1 >= clause.last or folded[by] not in words("by"):
            continue
        start = by + 1 + (folded[by + 1] in words("articles"))
        agents = [m for m in _listed(document, mentions, start) if m.how != "demonym"]
        target = _met_in_passive(document, clause, topics, hit.start) if agents else None
        if target is None and agents:
            target = next(iter(_deed_before(document, clause, hit, mentions)), None)
        if target is None or (effect == "assert" and not _needed(document, clause, target)):
            continue
        stance = Stance.REJECT if (effect == "minus") != target.opposite else Stance.ENDORSE
        trace = (f"by:{folded[hit.start]}",)
        holders = (h for m in agents for h in represented(document.vocabulary, m).holders)
        spoken = target.first, agents[-1].last
        yield from of_each(clause, target, holders, stance, spoken, trace, partial(_told, clause))


def _ought(document: Document, clause: Clause, hit: Hit[Any]) -> bool:
    """Whether English words say what somebody should do: the ruling must be respected by Beijing."""
    near = document.words.folded[max(clause.first, hit.start - _NEEDED) : hit.start]
    return document.language.code == "en" and not document.language.words("may").isdisjoint(near)


def _needed(document: Document, clause: Clause, target: Target) -> bool:
    """Whether English words before a thing say that it is needed: the need for talks was stressed by X."""
    near = document.words.folded[max(clause.first, target.first - _NEEDED) : target.first]
    return not document.language.words("needed_nouns").isdisjoint(near)


def _met_in_passive(document: Document, clause: Clause, topics: list[Target], at: int) -> Target | None:
    """The thing before a passive, or the subject of its "is": the deal with X was opposed by Y."""
    folded, words = document.words.folded, document.language.words
    before = [t for t in topics if clause.first <= t.first and t.last <= at]
    if not before:
        return None
    near = at - before[-1].last <= _PASSIVE
    if near and all(_helps(document, word) for word in folded[before[-1].last : at]):
        return before[-1]
    start = at
    while start > clause.first and _helps(document, folded[start - 1]):
        start -= 1
    is_passive = not (words("impersonal") | words("linking")).isdisjoint(folded[start:at])
    if document.language.code != "en" or not is_passive:
        return None
    target = next((t for t in before if t.first - clause.first <= _OPENS_PASSIVE), None)
    verbs = document.sentences[clause.sentence].of(Verb)
    acts = any(h.sense.form in ("past", "present") and clause.first <= h.start < start for h in verbs)
    if target is None or acts or any(document.breaks[target.last : at]):
        return None
    return target if words("subject_stops").isdisjoint(folded[target.last : start]) else None


def received(
    document: Document,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Who is for or against what met with his welcome or anger: لقي المقترح ترحيبا من الهند."""
    folded, words = document.words.folded, document.language.words
    for verb in (at for at in range(clause.first, clause.last) if folded[at] in words("met_with")):
        for noun in range(verb + 1, min(clause.last, verb + _MET_WITHIN)):
            word = folded[noun].removeprefix("ب").removeprefix("ال")
            away = word.startswith(tuple(words("met_against")))
            if not (away or word.startswith(tuple(words("met_for")))) or topic_at(topics, noun):
                continue
            if folded[verb - 1] in words("harmless_not"):
                if away:
                    break  # it met with no anger
                away = True  # لن يحظى بقبول طهران
            agents = _met_by(document, mentions, noun + 1, clause.last)
            met = [t for t in topics if clause.first <= t.first and t.last <= noun]
            holders = [h for m in agents for h in represented(document.vocabulary, m).holders]
            holders = holders or [*(clause.holders if word.endswith(("ها", "ه", "هم", "نا")) else ())]
            if holders and met:
                target, stance = met[-1], Stance.REJECT if away != met[-1].opposite else Stance.ENDORSE
                last = agents[-1].last if agents else noun + 1
                spoken, trace = (min(verb, target.first), last), (f"met:{folded[noun]}",)
                yield from of_each(clause, target, holders, stance, spoken, trace, partial(_told, clause))
            break


def topic_at(topics: list[Target], at: int) -> bool:
    """Whether a word belongs to the words of a target."""
    return any(at in target.words for target in topics)


def _met_by(document: Document, mentions: tuple[Mention, ...], at: int, last: int) -> list[Mention]:
    """Whose welcome or anger it is, behind adjectives and "on the part of": استياء واسعا لدى الدول."""
    folded, by = document.words.folded, document.language.words("met_by")
    for here in range(at, min(at + _MET_BY, last)):
        if document.breaks[here]:
            return []
        rows = _in_a_row if document.language.code == "ar" else _listed
        if row := [m for m in rows(document, mentions, here) if m.kind != "place"]:
            return row
        if folded[here] not in by and not folded[here].endswith(("ا", "ه", "ي")):
            return []
    return []


def _deed_before(
    document: Document, clause: Clause, hit: Hit[Verb], mentions: tuple[Mention, ...]
) -> list[Target]:
    """The actor whose deed, which no principle names, a passive condemns: Turkey's offensive was …."""
    folded, words = document.words.folded, document.language.words
    if hit.sense.lemma not in words("condemning"):
        return []
    named = [m for m in within(mentions, clause.first, hit.start) if m.kind in ("state", "bloc", "org")]
    for actor in reversed(named):
        deed = folded[actor.last : hit.start]
        owns = document.possessive(actor.last - 1) and not (words("deeds") | words("conducts")).isdisjoint(
            deed
        )
        done = folded[actor.first - 1] in words("by") and all(_helps(document, word) for word in deed)
        if owns or done:
            return [Target(actor.id, actor.first, hit.start)]
    return []


def _told(clause: Clause, holder: str) -> Modality:
    """Whether a voice tells of another's stance; an outlet's telling is none."""
    own = clause.speaker.nobody or holder in clause.speaker.holders
    return Modality.ASSERTS if own else Modality.REPORTS_OTHER


def _helps(document: Document, word: str) -> bool:
    """Whether a word may stand between a subject and its passive: was, had been, sharply."""
    words = document.language.words
    return word in words("particles") | words("impersonal") | words("joins") or word.endswith("ly")


def _listed(document: Document, mentions: tuple[Mention, ...], at: int) -> list[Mention]:
    """The actors of a list that begins at a word: Qatar, Oman and the Gulf Cooperation Council."""
    found: list[Mention] = []
    folded, joins = document.words.folded, document.language.words("joins")
    starts = {m.first: m for m in mentions if m.first >= at and m.kind != "place"}
    between = joins | document.language.words("articles")
    while mention := starts.get(at):
        found.append(mention)
        at = mention.last
        listed = at < len(folded) and (document.breaks[at] or folded[at] in joins)
        while listed and at < len(folded) and folded[at] in between:
            at += 1
    return found


def _owner(
    document: Document, clause: Clause, at: int, mentions: tuple[Mention, ...]
) -> tuple[Mention | None, int]:
    """Of whom a noun is, before it or behind "by", and the word behind both."""
    near = within(mentions, max(clause.first, at - _LEANS_TO), min(clause.last, at + _LEANS_TO))
    for mention in (m for m in near if m.kind != "place"):
        owns = document.possessive(mention.last - 1) or mention.how == "demonym"
        if owns and 0 <= at - mention.last <= _ADJECTIVES and not any(document.breaks[mention.last : at + 1]):
            return mention, at + 1
        by = document.words.folded[at + 1 : mention.first]
        if mention.first > at and by in (("by",), ("from",), ("by", "the"), ("from", "the")):
            return mention, mention.last
    return _in_support(document, clause, at, mentions), at + 1


def _in_support(document: Document, clause: Clause, at: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """Who opens an English sentence in which nobody speaks and does something "in support of" a thing."""
    folded, words = document.words.folded, document.language.words
    if document.language.code != "en" or clause.holders or folded[at - 1] != "in":
        return None
    opening = (
        m for m in mentions if clause.first <= m.first <= clause.first + 1 and m.how in ("name", "metonym")
    )
    actor = next((m for m in opening if m.kind in ("state", "bloc") and m.last < at), None)
    if actor is None or document.possessive(actor.last - 1) or any(document.breaks[actor.last : at + 1]):
        return None
    return None if words("text_verbs").isdisjoint(folded[actor.last : at]) else actor


def _has_article(document: Document, at: int) -> bool:
    """Whether an Arabic noun has its article: whoever stands behind it is not whose it is."""
    word = document.words.folded[at]
    definite = word.startswith(("ال", "وال", "لل", "بال"))
    return document.language.code == "ar" and definite and word not in document.language.words("of_article")


def _leads_to(document: Document, hit: Hit[Any], actor: Mention, target: Target) -> bool:
    """Whether a preposition leads from whose stance it is to its target: دعم الصين لإصلاح …."""
    folded, words = document.words.folded, document.language.words
    if target.first <= hit.start or target.first < actor.last:
        behind = folded[actor.last : actor.last + 1]
        leads = not words("leading").isdisjoint(behind) or (bool(behind) and behind[0][0] in "لب")
        return leads or document.language.code != "ar"  # not دعم أوكرانيا عسكريا, support of her
    between = folded[actor.last : target.first]
    direct = folded[hit.start] in words("direct") and not between
    clings = (
        folded[target.first].startswith(("ل", "ب"))
        and folded[target.first] not in document.language.initial_words
    )
    return direct or clings or not words("leading").isdisjoint(between)


def thanked(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Who is thanked for supporting a thing is for it: поблагодарил Астану за поддержку ….

    Only in Russian, whose word for "for" stands between the two.
    """
    folded, words = document.words.folded, document.language.words
    for hit in sentence.of(Cue):
        if not (hit.sense.effect == "praise" and clause.first <= hit.start):
            continue
        near = within(mentions, hit.end, min(hit.end + _THANKED, clause.last))
        actor = next((m for m in near if m.kind in ("state", "bloc") and m.how != "demonym"), None)
        if actor is None or hit.start >= clause.last or folded[actor.last : actor.last + 1] != ("за",):
            continue
        support = next(
            (
                at
                for at in range(actor.last + 1, min(actor.last + 4, clause.last))
                if folded[at] in words("support_nouns")
            ),
            None,
        )
        target = next((t for t in topics if support and 0 <= t.first - support <= LINK), None)
        if target and actor.id not in (*clause.holders, target.id):
            trace = (f"commitment:{folded[support or 0]}",)
            stance = Stance.REJECT if target.opposite else Stance.ENDORSE
            yield Candidate(
                clause,
                target,
                actor.id,
                stance,
                Modality.REPORTS_OTHER,
                actor.first,
                target.last,
                "strong",
                trace,
            )
        return


def _in_a_row(document: Document, mentions: tuple[Mention, ...], at: int) -> list[Mention]:
    """The actor that begins at a word, with those that "and" joins to it."""
    found: list[Mention] = []
    while mention := next((m for m in within(mentions, at, at + 1) if m.first == at), None):
        found.append(mention)
        at = mention.last
        if not document.words.folded[at : at + 1] or not document.words.folded[at].startswith("و"):
            break
    return found


def _committed_to(target: Target, hit: Hit[Any], actor: Mention) -> bool:
    """Whether a topic stands right behind an actor, or takes in his commitment: اعتراف كندا بدولة فلسطين."""
    return 0 <= target.first - actor.last <= LINK or target.first <= hit.start < actor.last < target.last


def _nearest_topic(document: Document, hit: Hit[Any], topics: list[Target]) -> Target | None:
    """The topic that a relative clause speaks of: the one it stands in or follows, else the next."""
    before = [t for t in topics if t.first < hit.start and hit.start - t.last <= 8]
    put_forward = [
        w for word in document.words.folded[max(0, hit.start - 4) : hit.start] for w in arabic_bare(word)
    ]
    named = not document.language.words("initiatives").isdisjoint(put_forward)
    named = named or put_forward[-1:] == ["ما"]  # ما عرضته روسيا من ضمانات
    after = [t for t in topics if hit.end <= t.first <= hit.end + 12] if named else []
    return before[-1] if before else (after[0] if after else None)
