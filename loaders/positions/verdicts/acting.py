"""Actors whom whoever speaks makes the subject of a verb or predicate that is praise or blame in itself.

Reads clauses and mentions; adds candidates whose target is the actor that a told clause is about. The
words are classes (words.yaml): a verb that is a wrong by itself, or a light one with what it carries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from operator import attrgetter

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.verdicts.acting_russian import RussianPredicate
from loaders.positions.verdicts.judgeable import actor_behind, is_another, over_insertion
from loaders.reading.conjugation import english_verb_forms
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Verb
from loaders.reading.mentions import Mention, within
from ontology.record import Stance

_SUBJECTS = frozenset({"name", "metonym", "side", "conduct", "anaphora"})
_KINDS = frozenset({"state", "bloc", "org"})
_REACH = 14  # words behind a subject in which its predicate stands
_CARRIED = 7  # words behind a light verb to what it carries
_SAID = 6  # words behind a copula to what somebody is said to be
_ASIDE = 6  # words of an aside
_OWNED = 3  # words from an owner to his conduct


def acting_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors that a told clause is about, by what they do or are: Brussels was blackmailing us."""
    told = clause.level != "narrative" and not clause.speaker.nobody
    if not told or not document.language.words("wrong_verbs"):
        return
    for actor in _subjects(document, sentence, clause, mentions):
        sign, end = verdict(document, clause, actor)
        if not sign or any(_names_act(t, actor) or (sign > 0 and _served(t, end)) for t in topics):
            continue
        target = Target(actor_behind(document, actor), actor.first, actor.last)
        stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
        trace = (f"acting:{document.words.folded[end - 1]}",)
        spoken, modality = (actor.first, end), partial(modality_of, clause, found=None)
        yield from of_each(clause, target, clause.speaker.holders, stance, spoken, trace, modality)


def _subjects(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """The actors that a clause is about, named or, further on in the sentence, by "it" or "they"."""
    folded, words = document.words.folded, document.language.words
    opening: Mention | None = None
    named = [m for m in within(mentions, sentence.first, clause.last) if _may_act(m)]
    taken = {at for m in named for at in range(m.first, m.last)}
    named += [m for m in _conducts(document, sentence, clause) if m.first not in taken]
    named.sort(key=_first)
    for actor in named:
        if not is_another(actor, clause):
            opening = None
            continue
        opens = _opens(document, sentence, clause, actor)
        opening = actor if opens else opening
        if actor.first >= clause.first and (opens or _called(document, actor) or _relative(document, actor)):
            yield actor
        if opening is actor:
            others = (m for m in named if m.first > actor.first)
            others = (m for m in others if not is_another(m, clause) or _opens(document, sentence, clause, m))
            ends = min((m.first for m in others), default=clause.last)
            for at in range(max(actor.last + 1, clause.first), ends):
                if folded[at] in words("it_again") and folded[at - 1] in words("acting_after"):
                    yield replace(actor, first=at, last=at + 1)


_first = attrgetter("first")


def _may_act(mention: Mention) -> bool:
    """Whether a mention names a state, bloc or body by itself."""
    return mention.kind in _KINDS and mention.how in _SUBJECTS


def _called(document: Document, actor: Mention) -> bool:
    """Whether a verb with which one describes stands right before an actor: called Israel a …."""
    folded, words = document.words.folded, document.language.words
    at = actor.first - 1
    at -= folded[at] in words("articles")
    return folded[at] in words("calls")


def _owns_wrong(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether an English actor owns what an adjective calls a wrong: NATO's reckless adventure."""
    folded, words = document.words.folded, document.language.words
    behind = folded[actor.last : min(actor.last + 2, clause.last)]
    wrong = len(behind) > 1 and behind[0] in words("wrong_words") and behind[1] not in words("predicate_ends")
    plain = words("denials").isdisjoint(folded[clause.first : actor.first])
    return wrong and plain and document.possessive(actor.last - 1) and clause.level != "carried"


def _relative(document: Document, actor: Mention) -> bool:
    """Whether a relative clause behind a comma is about an actor: Russia, which has …."""
    behind = document.words.folded[actor.last : actor.last + 1]
    return bool(behind) and behind[0] in document.language.words("relative_subjects")


def _served(topic: Target, end: int) -> bool:
    """Whether a principle stands right behind what somebody is said to be: the guarantor of peace."""
    return topic.first <= end + 1 and end < topic.last


def _names_act(topic: Target, actor: Mention) -> bool:
    """Whether an actor is but named with a principle, which is what is judged then."""
    return topic.first <= actor.last < topic.last and topic.first < actor.first


def _opens(document: Document, sentence: Sentence, clause: Clause, actor: Mention) -> bool:
    """Whether an actor is the subject that opens what is told: behind "that", a verb of saying or a break."""
    folded, words = document.words.folded, document.language.words
    at = actor.first
    begins = at == clause.first
    at -= at > sentence.first and folded[at - 1] in words("owned_conduct")
    at -= at > sentence.first and folded[at - 1] in words("articles")
    if at <= sentence.first or begins or at == clause.first or document.breaks[at]:
        return words("acting_not_after").isdisjoint(folded[max(0, at - 1) : at])
    before = folded[at - 1]
    if before in words("acting_after") or _quote_between(document, at):
        return True
    return any(
        h.end == at and h.sense.says and h.sense.form in ("past", "present") for h in sentence.of(Verb)
    )


def _quote_between(document: Document, at: int) -> bool:
    """Whether a quotation opens right before a word."""
    gap = document.text[document.words.ends[at - 1] : document.words.starts[at]]
    return not set(gap).isdisjoint('"“«:')


def _over_tail(document: Document, at: int, limit: int) -> int:
    """Behind whoever goes with a subject without a name: Iran and its proxies bear …."""
    folded, tails = document.words.folded, document.language.words("acting_tails")
    joins = document.language.words("joins")
    while at + 1 < limit and folded[at] in tails and (folded[at] not in joins or folded[at + 1] in tails):
        at += 1
    return at


def _over_aside(document: Document, at: int, limit: int) -> int:
    """Where a Russian clause goes on behind an aside: США, к сожалению, злоупотребляют …."""
    opens = at + 1 < limit and document.breaks[at]
    if not opens or document.words.folded[at] not in document.language.words("aside_opens"):
        return at
    return next((i for i in range(at + 1, min(at + _ASIDE, limit)) if document.breaks[i]), at)


def _deeds(document: Document) -> frozenset[str]:
    """Nouns for what an actor does, has or is at."""
    words = document.language.words
    return words("conducts") | words("wrong_deeds") | words("good_deeds")


def _conducts(document: Document, sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """What a nation does, named by its adjective, as the actor: the Russian incursion."""
    folded, deeds = document.words.folded, _deeds(document)
    stems = tuple(deeds) if document.language.code == "ru" else ()
    for hit in sentence.of(Name):
        people = hit.sense.strength == "people" and hit.sense.id.startswith("state:")
        if people and clause.first <= hit.start and hit.end < clause.last:
            yield Mention(hit.start, hit.end, hit.sense.id, "conduct")
        if hit.sense.strength != "demonym" or not clause.first <= hit.start < hit.end < clause.last:
            continue
        if folded[hit.end] in deeds or (stems and folded[hit.end].startswith(stems)):
            yield Mention(hit.start, hit.end + 1, hit.sense.id, "conduct")


def verdict(document: Document, clause: Clause, actor: Mention) -> tuple[int, int]:
    """What a clause says of its subject (1, -1, or 0 for neither), and where the words for it end."""
    folded = document.words.folded
    read = RussianPredicate if document.language.code == "ru" else EnglishPredicate
    limit = min(clause.last, actor.last + _REACH)
    if _owns_wrong(document, clause, actor):
        return -1, actor.last + 1
    if _called(document, actor):
        at = actor.last + (folded[actor.last : actor.last + 1] in (("as",), ("как",)))
        return read(document, at, limit).called()
    at = over_insertion(document, actor.last, limit)
    at = _over_aside(document, at, limit)
    resumed = at > actor.last
    at += _relative(document, actor)
    at = _over_tail(document, at, limit)
    if document.possessive(actor.last - 1):
        ends = range(actor.last, min(actor.last + _OWNED, limit))
        at = next((i + 1 for i in ends if folded[i] in _deeds(document)), limit)
    if document.language.code == "ru":
        return RussianPredicate(document, at, limit, resumed=resumed).verdict()
    return EnglishPredicate(document, at, limit).verdict()


@lru_cache(8)
def _inflected(verbs: frozenset[str]) -> frozenset[str]:
    """The forms of the verbs of a class."""
    return frozenset(form for verb in verbs for form in english_verb_forms(verb))


class EnglishPredicate:
    """The predicate of one English subject, read from its first word on."""

    def __init__(self, document: Document, at: int, limit: int) -> None:
        self._folded = document.words.folded
        self._breaks = document.breaks
        self._language = document.language
        self._at, self._limit = at, limit
        self._negated = self._copula = self._has = False

    def verdict(self) -> tuple[int, int]:
        """What it says: of the head verb, else of what a light verb or a copula carries."""
        if not self._auxiliaries():
            return 0, self._at
        at, folded = self._at, self._folded
        if at >= self._limit:
            return 0, at
        head, participle = folded[at], folded[at].endswith(("ed", "en"))
        found = None if self._copula and participle else self._by_head(at, head)
        if found:
            return found
        if self._copula and head.endswith("ing") and head not in self._language.words("wrong_words"):
            return self._joined(at)  # is fighting terrorism
        if self._copula:
            return self._carried(at, at + _SAID, freely=False)
        if self._has and not participle:
            return self._carried(at, at + _CARRIED, freely=True)
        return self._joined(at)

    def _by_head(self, at: int, head: str) -> tuple[int, int] | None:
        """What the head verb says, by its class; None where it is of none."""
        words = self._language.words
        if self._negated and self._in("forsaking_verbs", head):
            return 1, at + 1
        if self._in("fighting_verbs", head) and not self._negated:
            behind = self._folded[at + 1 : min(at + 1 + _CARRIED, self._limit)]
            return (0 if words("defended").isdisjoint(behind) else 1), at + 1
        if self._in("wrong_verbs", head):
            return (0 if self._negated else -1), at + 1
        if self._in("right_verbs", head):
            return (-1 if self._negated else 1), at + 1
        if self._in("duties", head):
            return (-1 if self._negated and not self._copula else 0), at + 1
        if self._in("losing_verbs", head):
            sign, end = self._carried(at + 1, at + 1 + _CARRIED, freely=True)
            return (-abs(sign) if not self._negated else 0), end
        if self._in("turning_verbs", head) and (turned := self._turned(at + 1)) and not self._negated:
            return -1, turned
        if self._in("light_verbs", head):
            return self._carried(at + 1, at + 1 + _CARRIED, freely=True)
        return None

    def _turned(self, start: int) -> int:
        """Behind the bad thing into which somebody has turned another, or himself; else 0."""
        words, folded = self._language.words, self._folded
        for at in range(start, min(start + _CARRIED, self._limit)):
            if self._breaks[at] and at > start:
                break
            if folded[at] in words("turned_words"):
                return at + 1
        return 0

    def called(self) -> tuple[int, int]:
        """What somebody calls an actor: the first word of a class."""
        return self._carried(self._at, self._at + _SAID, freely=False)

    def _joined(self, start: int) -> tuple[int, int]:
        """A wrong that "and" joins to a verb which is none: is building up forces and bullying us."""
        words, folded = self._language.words, self._folded
        for at in range(start + 1, self._limit - 1):
            if self._breaks[at] or folded[at] in words("predicate_ends"):
                break
            if folded[at] in words("conjunctions") and self._in("wrong_verbs", folded[at + 1]):
                return (0 if self._negated else -1), at + 2
        return 0, start

    def _in(self, kind: str, word: str) -> bool:
        return word in _inflected(self._language.words(kind))

    def _auxiliaries(self) -> bool:
        """Step over what stands before the head; False where it is only supposed."""
        words, folded = self._language.words, self._folded
        seen = 0
        while self._at < self._limit and seen < _SAID:
            word = folded[self._at]
            if word == "to" and seen:
                self._at += 1
                continue
            if self._breaks[self._at] and seen:
                return False
            if word in words("supposing"):
                return False
            if word in words("denials"):
                self._negated = True
            elif word in words("predicate_copulas"):
                self._copula = True
            elif not (word in words("auxiliaries") or word in words("acting_adverbs") or word.endswith("ly")):
                return True
            elif word not in words("acting_adverbs"):
                self._copula = False if word in words("auxiliaries") else self._copula
                self._has = word in ("has", "have", "had")
            elif word in words("able_to"):
                self._copula = False
            self._at += 1
            seen += 1
        return True

    def _carried(self, start: int, end: int, *, freely: bool) -> tuple[int, int]:
        """What a light verb or a copula carries: the first word of a class before the phrase ends."""
        words, folded = self._language.words, self._folded
        for at in range(start, min(end, self._limit)):
            word = folded[at]
            if (self._breaks[at] and at > start) or word in words("predicate_ends"):
                break
            if word in words("denials"):
                self._negated = True
            if word in words("wrong_words") or (freely and self._in("wrong_verbs", word)):
                return (0 if self._negated else -1), at + 1
            if word in words("right_words"):
                return (-1 if self._negated else 1), at + 1
            leads = words("carried_not_after") if freely and at > start else words("prepositions")
            if word in leads and word != "of" and not (freely and at == start):
                break
        return 0, start
