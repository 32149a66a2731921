"""Actors praised, blamed or written off by the cues of a clause.

Reads clauses, cues of praise and blame and mentions; adds candidates whose target is an actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import valence_of
from loaders.positions.verdicts.describing import negated
from loaders.positions.verdicts.judgeable import DEEDS, FROM_BEHIND, actor_behind, is_another
from loaders.positions.verdicts.meant import meant_by_pronoun, pronoun_of
from loaders.positions.verdicts.spoken_of import may_be_judged, refused, spoken_of
from loaders.positions.verdicts.whom import whom
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Stance

# What the cues say of an actor: by what it is or does, or by who joins it or leaves it.
_SIDES = {
    "praise": Stance.ENDORSE,
    "backs": Stance.ENDORSE,
    "backing": Stance.ENDORSE,
    "proven": Stance.ENDORSE,
    "worthy": Stance.ENDORSE,
    "joins": Stance.ENDORSE,
    "blame": Stance.REJECT,
    "misdeeds": Stance.REJECT,
    "deeds": Stance.REJECT,
    "written_off": Stance.REJECT,
    "guilty": Stance.REJECT,
    "wrecked": Stance.REJECT,
    "accused": Stance.REJECT,
    "charged": Stance.REJECT,
    "warned": Stance.REJECT,
    "leaves": Stance.REJECT,
}
_MEANT_WITHIN = 40  # words back to the person whom "him" means
_SUBJECT_BEFORE = 3  # words between what was broken and the words that it was
_JOINED = 2  # words behind a verb of joining in which those stand whom somebody joins
_NAMED_BEFORE = 60  # words back to the bloc that somebody wants to join
_ACT_REACH = 4
_ENDED = 6  # words from a word of belonging to what has become of it
_TAKEN_BACK = 8  # words from what is said of an actor to a turn


def judged_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors praised or blamed as such: the object of a word of praise or blame."""
    start = clause.first - (document.language.code == "ru" and clause.level == "embedded")
    inside = [m for m in within(mentions, max(sentence.first, start), clause.last) if may_be_judged(m)]
    for hit in sentence.of(Cue):
        if hit.sense.effect not in _SIDES:
            continue
        if not (clause.first <= hit.start or _of_opening_verb(clause, hit)) or hit.start >= clause.last:
            continue
        pronoun = pronoun_of(document, clause, hit)
        suffixed = pronoun is None and _has_object(document, sentence, hit)
        if suffixed or any(_part_of_name(m, hit) for m in inside):
            continue
        if _within_another(sentence, hit) or _left_again(sentence, hit):
            continue
        judged = (
            _pronoun_object(document, clause, hit, mentions)
            or (pronoun is not None and meant_by_pronoun(document, clause, pronoun, mentions))
            or whom(hit, inside, clause, document)
            or spoken_of(document, sentence, clause, hit, mentions)
            or _joined_before(document, hit, clause, mentions)
        )
        pretext = document.words.folded[hit.start] in document.language.words("pretexts")
        if hit.sense.effect in DEEDS and not pretext and any(_names_the_deed(t, hit, judged) for t in topics):
            continue
        if hit.sense.effect == "blame" and (_passive(document, hit) or _of_text(document, clause, hit)):
            continue
        if hit.sense.effect in ("blame", "praise") and _of_noun_before(document, hit):
            continue
        if (hit.sense.effect == "blame" and _of_breach(document, hit)) or _needed(document, hit):
            continue
        if hit.sense.effect == "wrecked" and (broken := _broken(hit, topics)):
            yield from _wreckers(document, clause, hit, broken, judged)
            continue
        no = hit.sense.effect in ("leaves", "joins") and negated(document, sentence, hit)
        stays = no and hit.sense.effect == "leaves"
        declined = document.language.code == "ru" and no and not stays
        if (
            not judged
            or any(_names_the_act(document, t, hit, judged[0]) for t in topics)
            or (not (declined or stays) and refused(document, sentence, clause, hit, inside))
        ):
            continue
        if hit.sense.effect == "blame" and any(_names_act_blamed(t, judged[-1]) for t in topics):
            continue
        if any(_of_thing_behind(document, t, judged[-1]) for t in topics):
            continue
        deserves = document.words.folded[hit.start] in document.language.words("deserving")
        if deserves and any(t.first < hit.end and hit.start < t.last for t in topics):
            continue  # it deserves what a principle names
        if hit.sense.effect in FROM_BEHIND and judged and _asked(document, judged[0]):
            continue
        if hit.sense.effect == "worthy" and _denied_inside(document, hit):
            continue
        if hit.sense.effect == "guilty" and _only_suffered(document, hit):
            continue
        if hit.sense.effect == "guilty" and any(_blamed_deed(document, t, hit) for t in topics):
            continue  # the same, of a deed laid to an actor's charge from behind
        if hit.sense.effect == "leaves" and _left_by_another(hit, clause, mentions):
            continue
        named_before = hit.sense.effect == "joins" and judged[-1].last <= hit.start
        if named_before and _joins_another_thing(document, hit, mentions):
            continue
        stance = _SIDES[hit.sense.effect]
        if declined or (hit.sense.effect == "joins" and _declined(document, clause, hit)):
            stance = Stance.REJECT
        stance = Stance.ENDORSE if stays else stance
        told = partial(modality_of, clause, found=clause.verb.modality if clause.verb else None)
        trace = (f"{hit.sense.effect}:{document.words.folded[hit.start]}",)
        blamed_itself = {actor.id for actor in judged} & set(clause.holders)
        holders = clause.speaker.holders if blamed_itself else clause.holders  # NATO has failed, he said
        for actor in judged:
            if _another_to_join(document, sentence, hit, actor, holders):
                continue
            if hit.sense.effect in ("blame", "praise") and _of_matter(document, actor):
                continue
            if hit.sense.effect == "blame" and _between(document, actor, judged):
                continue  # осудил столкновения между Суданом и Эфиопией
            target = Target(_for_whom(document, hit, actor), actor.first, actor.last)
            first, last = min(hit.start, actor.first), max(hit.end, actor.last)
            if _taken_back(document, sentence, clause, actor, last):
                stance = Stance.AMBIVALENT
            if actor.id != clause.speaker.voice:
                yield from of_each(clause, target, holders, stance, (first, last), trace, told)


def _has_object(document: Document, sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether an Arabic verb has its object as a suffix: ودعمتها بريطانيا, whom nobody judges thereby."""
    at = hit.start
    if document.language.code != "ar" or not document.words.folded[at].endswith(("ته", "تها")):
        return False
    raw = document.text[document.words.starts[at] : document.words.ends[at]]
    noun = any(h.start == at and h.sense.form == "noun" for h in sentence.of(Verb))
    return not noun or raw.startswith(("أ", "وأ", "فأ"))


def _of_opening_verb(clause: Clause, hit: Hit[Any]) -> bool:
    """Whether the negation before a clause and its opening verb are one cue: إنها لن | تنضم إلى بريكس."""
    opens = clause.first == clause.verb_at and clause.first - hit.start == 1
    return opens and clause.first in hit.words and hit.sense.effect == "leaves"


def _part_of_name(mention: Mention, hit: Hit[Any]) -> bool:
    """Whether a word is part of a name: شكري, التحالف الإسلامي لمحاربة الإرهاب الذي تقوده الرياض."""
    named = mention.kind == "person" or (mention.kind in ("bloc", "org") and mention.how == "name")
    return named and mention.first <= hit.start < mention.last


def _of_noun_before(document: Document, hit: Hit[Any]) -> bool:
    """Whether a relative clause says it of the noun before it: الدول التي لم تعترف بكوسوفو."""
    before = document.words.folded[max(0, hit.start - 1)]
    return document.language.code == "ar" and before in document.language.words("relatives")


def _of_breach(document: Document, hit: Hit[Any]) -> bool:
    """Whether an adjective tells of a breach: خرقا فاضحا لقرار مجلس الأمن, which blames no council."""
    before = document.words.folded[max(0, hit.start - 1)]
    return before.removeprefix("و").startswith(tuple(document.language.words("breaches")) or ("\0",))


def _another_to_join(
    document: Document, sentence: Sentence, hit: Hit[Any], bloc: Mention, holders: tuple[str, ...]
) -> bool:
    """Whether members speak of a state that would join: Paris on the day when Serbia enters the EU."""
    members = document.members(bloc.id) if hit.sense.effect == "joins" else frozenset[str]()
    if not members or not members.issuperset(holders):
        return False
    named = [h for h in sentence.of(Name) if h.sense.id.startswith("state:")]
    joiner = {h.sense.id for h in named if h.end == hit.start} - set(holders)  # Иран вступил в ШОС, сказал X
    return bool({h.sense.id for h in named} - members or joiner)


def _of_matter(document: Document, actor: Mention) -> bool:
    """Whether an English name only says which matter it is: no faith in the Cyprus talks."""
    behind = document.words.folded[actor.last : actor.last + 1]
    owns = document.possessive(actor.last - 1)
    return not owns and not document.language.words("matters_of").isdisjoint(behind)


def _between(document: Document, actor: Mention, judged: list[Mention]) -> bool:
    """Whether what is blamed is but what goes on between two: neither alone is blamed."""
    before = document.words.folded[judged[0].first - 1 : judged[0].first]
    return len(judged) > 1 and not document.language.words("between").isdisjoint(before)


def _left_again(sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether a word of belonging stands within one of leaving: suspended its membership in."""
    return hit.sense.effect == "joins" and any(
        other.sense.effect == "leaves" and other.start <= hit.start < other.end for other in sentence.of(Cue)
    )


def _broken(hit: Hit[Any], topics: list[Target]) -> Target | None:
    """The principle of which it is told that somebody broke it: the treaty was buried by NATO."""
    before = (t for t in reversed(topics) if 0 <= hit.start - t.last <= _SUBJECT_BEFORE)
    return next(before, None)


def _wreckers(
    document: Document, clause: Clause, hit: Hit[Any], target: Target, actors: list[Mention]
) -> Iterator[Candidate]:
    """Those who broke what a principle names are against it, as whoever tells it says."""
    if valence_of(document, target) == "bad" or clause.speaker.nobody:
        return
    trace, told = (f"wrecked:{document.words.folded[hit.start]}",), partial(modality_of, clause, found=None)
    for actor in actors:
        yield from of_each(
            clause, target, (actor.id,), Stance.REJECT, (target.first, actor.last), trace, told
        )


def _taken_back(document: Document, sentence: Sentence, clause: Clause, actor: Mention, last: int) -> bool:
    """Whether "but we" turns behind a comma from what was said of an actor: صديقتنا، لكننا نرى …."""
    folded, language = document.words.folded, document.language
    ours = language.words("but_we")
    for at in range(last, min(last + _TAKEN_BACK, sentence.last - 1)) if ours else ():
        if document.breaks[at] and folded[at] in ours:
            return clause.level not in ("narrative", "carried")
        if document.breaks[at] and folded[at] in language.words("but"):
            return folded[at + 1].endswith("نا") or folded[at + 1] == folded[actor.first]
    return False


def _left_by_another(hit: Hit[Any], clause: Clause, mentions: tuple[Mention, ...]) -> bool:
    """Whether a state that is no holder is the one that leaves: أسفه لتجميد يريفان مشاركتها."""
    near = within(mentions, max(0, hit.start - 1), hit.end)
    return any(m.kind == "state" and m.id not in clause.holders for m in near)


def _joined_before(
    document: Document, hit: Hit[Any], clause: Clause, mentions: tuple[Mention, ...]
) -> list[Mention]:
    """The bloc named last before the wish to be its member: أعربت … عن رغبتها في نيل العضوية."""
    membership = document.language.words("memberships")
    left = hit.sense.effect == "leaves" and not membership.isdisjoint(
        document.words.folded[at] for at in hit.words
    )
    if not (hit.sense.effect == "joins" or left) or clause.level in ("narrative", "carried"):
        return []
    if any(holder.startswith("bloc:") for holder in clause.holders):
        return []  # a bloc speaks of those who join it
    if _joins_another_thing(document, hit, mentions):
        return []
    bids, english = document.language.words("bids"), document.language.code == "en"
    if english and not left and bids.isdisjoint(document.words.folded[at] for at in hit.words):
        return []
    return [m for m in within(mentions, max(0, hit.start - _NAMED_BEFORE), hit.start) if m.kind == "bloc"][
        -1:
    ]


def _joins_another_thing(document: Document, hit: Hit[Any], mentions: tuple[Mention, ...]) -> bool:
    """Whether what is joined stands behind, and is no bloc: не присоединится к ограничительным мерам."""
    folded, words = document.words.folded, document.language.words
    behind = within(mentions, hit.end, hit.end + _JOINED)
    if any(m.kind in ("state", "person") and m.how == "name" for m in behind):
        return True  # joining the United States
    leads = (at for at in (hit.end - 1, hit.end) if folded[at : at + 1] and folded[at] in words("joined_to"))
    at = next(leads, None)
    again = at is not None and not words("joined_again").isdisjoint(folded[at + 1 : at + 2])
    return at is not None and not (again and words("joined_things").isdisjoint(folded[at + 2 : at + 3]))


def _within_another(sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether a longer cue takes in one that speaks of an actor from behind: طرف رئيسي في النزاع.

    Or one that only looks like a word of a side: side by side with X.
    """
    of_actors = DEEDS | FROM_BEHIND
    if any(
        (other.sense.effect == "no_negation" and other.start < hit.start and hit.end <= other.end)
        or (other.sense.effect == "none" and other.start == hit.start and hit.end < other.end)
        for other in sentence.of(Cue)
    ):
        return True
    return hit.sense.effect in of_actors and any(
        other.sense.effect in of_actors
        and other.sense.effect != hit.sense.effect
        and other.start <= hit.start
        and hit.end <= other.end
        and len(other.words) > len(hit.words)
        for other in sentence.of(Cue)
    )


def _names_the_deed(topic: Target, hit: Hit[Any], judged: list[Mention]) -> bool:
    """Whether a principle names what an actor is said to do: تقوض القانون الدولي."""
    return bool(judged) and judged[-1].last <= topic.first <= hit.end + _ACT_REACH


def _declined(document: Document, clause: Clause, hit: Hit[Any]) -> bool:
    """Whether to join is among what somebody will not do: не намерена вводить санкции и вступать в НАТО.

    Nor does who says that his membership of a bloc was frozen belong to it.
    """
    verb, before = clause.verb, document.words.folded[max(clause.first, hit.start - 2) : hit.start]
    if document.language.code == "ru" and "против" in before:
        return True  # выступил против вступления в …
    if document.language.code == "en":
        behind = document.words.folded[hit.end : min(hit.end + _ENDED, clause.last)]
        return not document.language.words("ended").isdisjoint(behind)
    return (
        document.language.code == "ru"
        and verb is not None
        and verb.effect == "minus"
        and (clause.verb_at < hit.start or hit.start == clause.first)
    )


def _blamed_deed(document: Document, topic: Target, hit: Hit[Any]) -> bool:
    """Whether a principle that is blamed names the deed: trying to impose a rules-based order."""
    near = topic.first < hit.end + _ACT_REACH and topic.last > hit.start
    if any(document.words.folded[at] in document.language.words("answerable") for at in hit.words):
        return False  # responsible for the war
    return document.language.code == "en" and near and valence_of(document, topic) == "bad"


def _of_thing_behind(document: Document, topic: Target, actor: Mention) -> bool:
    """Whether an English name only goes with the principle right behind it: the US missile shield."""
    owned = document.possessive(actor.last - 1)
    return document.language.code == "en" and topic.first == actor.last and not owned


def _names_act_blamed(topic: Target, actor: Mention) -> bool:
    """Whether a principle names the act that an actor is blamed for, not only whom it helps.

    обвинил … во вмешательстве; but: обвинил … в поддержке террористов.
    """
    between = topic.first - actor.last
    return 0 <= between <= _ACT_REACH and not (topic.opposite and between > 1)


def _names_the_act(document: Document, topic: Target, hit: Hit[Any], actor: Mention) -> bool:
    """Whether a topic stands between a cue and an actor, or the actor in its words: the act is judged."""
    if topic.first in hit.words and topic.last <= hit.end <= actor.first:
        return False  # إرهاب حماس: the word of blame is itself the topic
    if blamed_for(document, topic, hit):
        return False  # blamed the collapse of the deal on X: he is blamed, whatever it is for
    if topic.first == hit.end and topic.last - topic.first == 1 and _is_text(document, topic.first):
        return False  # أشاد الإعلان بـ…: the text praises
    if topic.first == actor.first and actor.kind == "org":
        by = document.words.folded[hit.end - 1] in document.language.words("by")
        return topic.last > actor.last and not by  # praised UNRWA, crimes by Hamas: not the act is judged
    between = hit.start < topic.last and topic.first < actor.first
    return between or (topic.first < actor.last and actor.first < topic.last)


def _is_text(document: Document, at: int) -> bool:
    """Whether a word is an Arabic text that says something: الإعلان, البيان."""
    return document.words.folded[at].removeprefix("ال") in document.language.words("drafts")


def blamed_for(document: Document, topic: Target, hit: Hit[Any]) -> bool:
    """Whether a topic stands in the gap of a phrase with which somebody is blamed for it: blamed … on."""
    inside = hit.sense.effect == "blame" and hit.start < topic.first < hit.end - 1
    return inside and document.words.folded[hit.end - 1] in document.language.words("blamed_on")


def _asked(document: Document, actor: Mention) -> bool:
    """Whether it is only asked whether an actor does something."""
    before = document.words.folded[max(0, actor.first - 1)]
    return before in document.language.words("open_question")


def _denied_inside(document: Document, hit: Hit[Any]) -> bool:
    """Whether a negation stands among words of praise: is no longer a reliable partner."""
    gap = (document.words.folded[at] for at in range(hit.start, hit.end) if at not in hit.words)
    return not document.language.words("denials").isdisjoint(gap)


def _only_suffered(document: Document, hit: Hit[Any]) -> bool:
    """Whether a deed is done to an English actor, or only supposed: was betrayed, might break its word."""
    folded, words = document.words.folded, document.language.words
    before = folded[max(0, hit.start - 1)]
    suffered = before in words("predicate_copulas") and folded[hit.start].endswith("ed")
    return document.language.code == "en" and (suffered or before in words("supposing"))


def _needed(document: Document, hit: Hit[Any]) -> bool:
    """Whether help is what somebody needs of the actor behind it: تحتاج لمؤازرة الاتحاد الأفريقي."""
    before = document.words.folded[max(0, hit.start - 1)]
    return hit.sense.effect == "praise" and before in document.language.words("needing")


def _for_whom(document: Document, hit: Hit[Any], actor: Mention) -> str:
    """Who is judged: the state of a minister who is thanked in his office, else the actor itself."""
    thanked = not document.language.words("thanking").isdisjoint(document.words.folded[hit.start : hit.end])
    in_office = thanked and actor.kind == "person" and actor.state is not None and actor.role is not None
    return actor.state if in_office and actor.state else actor_behind(document, actor)


def _passive(document: Document, hit: Hit[Any]) -> bool:
    """Whether somebody is said to be accused: what follows is not whom the holder blames."""
    if document.language.code != "en":
        return False
    before = document.words.folded[max(0, hit.start - 1) : hit.start]
    by = document.words.folded[hit.end : hit.end + 1]
    return not document.language.words("impersonal").isdisjoint(before) or by == ("by",)


def _of_text(document: Document, clause: Clause, hit: Hit[Any]) -> bool:
    """Whether a participle tells whom a text blames that the holder does not back: осуждающей …."""
    if document.language.code == "en":
        refused = document.language.words("refused_texts")
        of_text = document.words.folded[hit.start - 1] in document.language.words("texts")
        return of_text and not refused.isdisjoint(document.words.folded[clause.first : hit.start])
    endings = tuple(document.language.words("participles"))
    backs = clause.verb is not None and clause.verb.effect in ("plus", "assert")
    return bool(endings) and document.words.folded[hit.start].endswith(endings) and not backs


def _pronoun_object(
    document: Document, clause: Clause, hit: Hit[Any], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """The person whom "him" or "her" means behind a word of praise or blame: we remain thankful to him."""
    folded, words = document.words.folded, document.language.words
    pronoun = hit.end < clause.last and folded[hit.end] in words("him")
    if not pronoun or hit.sense.effect not in ("praise", "blame"):
        return []
    if not (
        hit.end + 1 >= clause.last
        or document.breaks[hit.end + 1]
        or folded[hit.end + 1] in words("prepositions")
    ):
        return []  # her country
    near = within(mentions, max(0, hit.start - _MEANT_WITHIN), hit.start)
    people = [m for m in near if m.kind == "person" and is_another(m, clause)]
    return [replace(m, first=hit.end, last=hit.end + 1) for m in people[-1:]]
