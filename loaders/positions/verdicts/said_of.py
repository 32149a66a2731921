"""Actors of whom an Arabic sentence says good or ill: a subject, and what is said of it right behind.

The predicate is read word by word: links and light verbs lead to the word that judges (إن الحلف لم يعد سوى
أداة …, تنتهج واشنطن سياسة متهورة), and any other word before it ends the search.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import actor_behind, conduct, is_another
from loaders.positions.verdicts.objects import joined_to, past_insertion
from loaders.reading.document import Document, Sentence
from loaders.reading.inflection import arabic_bare
from loaders.reading.language import Cue
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Stance

_SIGNS = {
    "vice": -1,
    "wrongs": -1,
    "accused": -1,
    "guilty": -1,
    "virtue": 1,
    "serves": 1,
    "worthy": 1,
    "proven": 1,
}
_DEEDS = frozenset({"wrongs", "accused", "serves"})
_REACH = 9  # words behind a subject in which the word stands that judges it
_TO_ONLY = 3  # words from a denied verb to "but": لا يعرف لغة سوى …
_DEED_NAMED = 4  # words behind a verb in which a principle names the deed
_TO_DESCRIBED = 14  # words from a verb that describes to whom it describes
_BETWEEN = 2  # words from a verb to what must follow it
_INSERTED = 14  # words of an insertion behind a subject
_WHAT_HE_DOES = 3  # words from "what" to whoever does it
_OPENING_SIGNS = frozenset(':"«“')


class _Said(NamedTuple):
    """Subjects, where what is said of them begins, and whether the clause's holders say it."""

    actors: list[Mention]
    start: int
    by_holders: bool = False


def said_of_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors that are praised or blamed by what is said of them: a partner, a threat, what it does."""
    if not document.language.words("links") or clause.level in ("narrative", "carried"):
        return
    hits = {h.start: h for h in _judging(sentence, clause)}
    if not hits or clause.speaker.nobody or document.text[sentence.end - 1] == "؟":
        return
    inside = [m for m in within(mentions, sentence.first, clause.last) if m.kind != "place"]
    for said in _subjects(document, sentence, clause, inside):
        starts = _starts(document, clause, said.start)
        each = (_predicate(document, clause, hits, at, topics, said) for at in starts)
        found = next((one for one in each if one), None)
        if found is None:
            continue
        sign, hit = found
        holders = clause.holders if said.by_holders else clause.speaker.holders
        stance = Stance.ENDORSE if sign > 0 else Stance.REJECT
        told, trace = (
            partial(modality_of, clause, found=None),
            (f"said_of:{document.words.folded[hit.start]}",),
        )
        for actor in said.actors:
            target = Target(actor_behind(document, actor), actor.first, actor.last)
            words = (min(actor.first, hit.start), max(hit.end, actor.last))
            if is_another(actor, clause):
                yield from of_each(clause, target, holders, stance, words, trace, told)


def _judging(sentence: Sentence, clause: Clause) -> Iterator[Hit[Any]]:
    """The words of a clause that judge, the longest last of those that begin together."""
    cues = [h for h in sentence.of(Cue) if clause.first <= h.start < clause.last]
    none = {h.start for h in cues if h.sense.effect == "none"}
    found = [h for h in cues if h.sense.effect in _SIGNS and h.start not in none]
    return iter(sorted(found, key=lambda hit: hit.end))


def _subjects(
    document: Document, sentence: Sentence, clause: Clause, inside: list[Mention]
) -> Iterator[_Said]:
    """The actors of whom a clause may say something, each list of them once."""
    described = _described(document, clause, inside)
    if described:
        yield described
    done = -1
    for at, actor in enumerate(inside):
        if actor.first < done or not _by_itself(actor):
            continue
        listed = _listed(document, inside[at:])
        start = listed[-1].last
        verb = actor.first - 1
        if _opens(document, sentence, clause, actor.first):
            done = start
            yield _Said(listed, _past_insertion(document, clause, start))
        elif verb >= sentence.first and _opens(document, sentence, clause, verb) and _is_verb(document, verb):
            done = start
            yield _Said(listed, verb)
        elif start < clause.last and _among(document, start, "relatives") and not document.breaks[start]:
            yield _Said(listed[-1:], start)


def _listed(document: Document, mentions: list[Mention]) -> list[Mention]:
    """An actor with those that "and" joins to it."""
    listed = mentions[:1]
    for other in mentions[1:]:
        if _by_itself(other) and joined_to(document, listed[-1], other):
            listed.append(other)
    return listed


def _by_itself(actor: Mention) -> bool:
    """Whether a mention names an actor that may be judged."""
    return actor.how not in ("demonym", "title") and actor.kind in ("state", "bloc", "org", "person")


def _opens(document: Document, sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether a statement begins at a word, or right before it with the conduct of whom it is about."""
    folded, words = document.words.folded, document.language.words
    if at > sentence.first and folded[at - 1] in conduct(document) | words("governments"):
        at -= 1
    at = _past_what(document, sentence, at)
    at -= at > sentence.first and folded[at - 1] in words("pointing_articles")
    if at == sentence.first or at == clause.first or folded[at - 1] in words("statement_opens"):
        return True
    gap = document.text[document.words.ends[at - 1] : document.words.starts[at]]
    joined = (
        document.breaks[at]
        and folded[at].startswith("و")
        and (clause.level != "report" or clause.verb is None)
    )
    return joined or not _OPENING_SIGNS.isdisjoint(gap)


def _past_what(document: Document, sentence: Sentence, at: int) -> int:
    """Where a subject begins that is what somebody does: ما قامت به الحركة …."""
    folded = document.words.folded
    near = range(max(sentence.first, at - _WHAT_HE_DOES), at)
    return next((start for start in near if folded[start] == "ما"), at)


def _is_verb(document: Document, at: int) -> bool:
    """Whether a word is a verb before its subject that may lead to a judgement, or is one."""
    word = document.words.folded[at]
    return word.lstrip("وفس")[:1] in ("ي", "ت", "ا") or word.endswith("ت") or _among(document, at, "doing")


def _past_insertion(document: Document, clause: Clause, start: int) -> int:
    """Behind an insertion between commas that follows a subject; or the clause's end."""
    if start >= clause.last or not document.breaks[start]:
        return start
    behind = past_insertion(document, start, clause.last)
    return behind if behind > start else clause.last


def _described(document: Document, clause: Clause, inside: list[Mention]) -> _Said | None:
    """Whom a verb describes that opens a clause: وصف فلان الحلف بأنه …, تنظر بلاده إلى المنظمة بوصفها …."""
    folded, words = document.words.folded, document.language.words
    opening = range(clause.first, min(clause.first + _INSERTED, clause.last))
    verb = next((at for at in opening if _among(document, at, "regarding")), None)
    if verb is None:
        return None
    ours = {clause.speaker.voice, *clause.speaker.holders, *clause.holders}
    reach = verb + 1
    for at, actor in enumerate(inside):
        if actor.first <= verb:
            continue
        before = actor.first - 1
        led = before > verb and folded[before] in words("looked_at")
        owned = before > verb and folded[before] in conduct(document)
        first = actor.first - (led or owned)
        near = first == reach or (document.breaks[first] and first > reach)
        if actor.id in ours or not _by_itself(actor) or not near:
            reach = max(reach, actor.last)
            continue
        listed = _listed(document, inside[at:])
        last = listed[-1].last
        told = first - verb <= _TO_DESCRIBED and last < clause.last and not document.breaks[last]
        return _Said(listed, last, by_holders=True) if told else None
    return None


def _starts(document: Document, clause: Clause, start: int) -> Iterator[int]:
    """Where what is said of a subject may begin: behind it, or with another verb that "and" adds."""
    yield start
    relative = start < clause.last and _among(document, start, "relatives")
    for at in range(start + 1, min(start + _INSERTED, clause.last)):
        gap = document.text[document.words.ends[at - 1] : document.words.starts[at]]
        if _added_verb(document, at) or (relative and not _OPENING_SIGNS.isdisjoint(gap)):
            yield at


def _predicate(
    document: Document,
    clause: Clause,
    hits: dict[int, Hit[Any]],
    start: int,
    topics: list[Target],
    said: _Said,
) -> tuple[int, Hit[Any]] | None:
    """The word that judges, and its sign, behind links and light verbs from a word on."""
    folded, words = document.words.folded, document.language.words
    limit = min(clause.last, start + _REACH)
    denied, doing, spare = False, False, 0
    for at in range(start, limit):
        if document.breaks[at] and at > start:
            return None
        if (hit := hits.get(at)) and _together(hit, said):
            praised = doing and _SIGNS[hit.sense.effect] > 0 and len(hit.words) == 1  # parts the allies
            return (
                _signed(hit, denied) if not (praised or _named(document, topics, hit, start, doing)) else None
            )
        if folded[at] in words("bare_not"):
            denied = True
        elif folded[at] in words("only"):
            denied = False
        elif _among(document, at, "links"):
            continue
        elif _among(document, at, "doing"):
            doing, spare = True, 1
        elif denied and not words("only").isdisjoint(folded[at + 1 : at + 1 + _TO_ONLY]):
            continue
        elif spare:
            spare -= 1
        else:
            return None
    return None


def _together(hit: Hit[Any], said: _Said) -> bool:
    """Whether no more than a word, or the subject itself, parts a verb from what follows it."""
    if len(hit.words) == 1:
        return True
    first, last = said.actors[0].first, said.actors[-1].last
    inside = last - first if hit.start < first < hit.words[1] else 0
    return hit.words[1] - hit.start - 1 - inside <= _BETWEEN


def _signed(hit: Hit[Any], denied: bool) -> tuple[int, Hit[Any]] | None:
    """The sign of what judges; that somebody does no ill or is no foe, is no praise."""
    sign = _SIGNS[hit.sense.effect]
    if denied:
        return (-1, hit) if sign > 0 else None
    return sign, hit


def _named(document: Document, topics: list[Target], hit: Hit[Any], start: int, doing: bool) -> bool:
    """Whether a principle names the deed that is told of an actor: then the deed is judged."""
    if (hit.sense.effect not in _DEEDS and not doing) or _SIGNS[hit.sense.effect] > 0:
        return False
    if document.words.folded[hit.start] in document.language.words("bare_not"):
        return False  # لا يعرف سوى لغة الحرب
    if document.words.folded[start] in document.language.words("predicate_pronouns"):
        return False  # هي الطرف الذي يعطل الاتفاق: whoever does it is judged
    last = next(
        (at for at in range(hit.end, hit.end + _DEED_NAMED) if _parts(document, at)), hit.end + _DEED_NAMED
    )
    return any(t.id.startswith("principle:") and start <= t.first < last for t in topics)


def _parts(document: Document, at: int) -> bool:
    """Whether what follows a deed is no longer named by it: another deed, or against whom it is."""
    if at >= len(document.words):
        return True
    word = document.words.folded[at]
    return document.breaks[at] or word in document.language.words("against_whom") or _added_verb(document, at)


def _added_verb(document: Document, at: int) -> bool:
    """Whether "and" adds another verb of the same subject."""
    word = document.words.folded[at]
    return word.startswith("و") and (word[1:2] in ("ي", "ت") or _among(document, at, "doing"))


def _among(document: Document, at: int, words: str) -> bool:
    """Whether a word, without its clitics, is in a list."""
    return not document.language.words(words).isdisjoint(arabic_bare(document.words.folded[at]))
