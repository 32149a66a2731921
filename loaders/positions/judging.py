"""Actors praised, blamed or written off as such.

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
from loaders.positions.topics import negates
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Reference, Title, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Modality, Stance
from ontology.vocabulary import Organization

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
_FELT = {"ill": Stance.REJECT, "well": Stance.ENDORSE}
_AS_ACTORS = frozenset({"name", "metonym", "anaphora", "side"})  # named themselves, not by whoever speaks
_BY_MEMBERS = frozenset({"joins", "leaves"})
_OBJECT = 5
_DEED = 3  # more words of the deed where "by" leads to whoever does it
_FELT_WITHIN = 8  # words between an English actor and a word of feeling that is of him
_INSERTED = 5  # words of an insertion such as "he underlined" or "too"
_MEANT_WITHIN = 25  # words back to the person whom "him" means
_SUBJECT_BEFORE = 3  # words between what was broken and the words that it was
_TO_EXAMPLE = 3  # words between alliances and "such as"
_NAMED_BEFORE = 60  # words back to the bloc that somebody wants to join
_ACT_REACH = 4
_FROM_BEHIND = frozenset({"guilty", "worthy"})  # say something of the actor right before them
_DEEDS = frozenset({"accused"})  # tell what the actor that a clause is about does
_SUBJECTS = frozenset(
    {"gathering", "several_states", "both_states", "speaker_again", "ministry", "own_state"}
)
_ASIDE = 5  # words of an aside: في هذا السياق, in the strongest possible terms
_TO_RELATIVE = 8  # words from praise or blame to a relative clause
_IN_RELATIVE = 6  # words from its beginning to the actor who does what it tells
_TOPIC_OPENS = 4  # words from "that" to the actor whose conduct opens a clause: أن ما تقوم به إسرائيل
_DESCRIBED_WITHIN = 4  # words between an actor's conduct and what it is called
_JOINED = 3  # words of a list between two actors: the SCO and of BRICS
# Lists of words that are no noun which a name before it would modify.
_NO_NOUNS = (
    "linking",
    "modals",
    "particles",
    "prepositions",
    "conjunctions",
    "subject_stops",
    "of_it",
    "listed",
    "judged_tails",
)
_CONDUCT_OPENS = 3  # words of a clause in which the conduct stands that it is about
_DESCRIBED = 6  # words between an actor and what his conduct is called
_PREDICATES = {"scorn": -1, "esteem": 1}  # what a predicate says of its subject
_PREDICATE = 12  # words behind an actor in which stands what is said of him
_CALLED = 3  # words between a verb that describes and whom it describes
_ENDED = 6  # words from a word of belonging to what has become of it
_MISTAKEN = 5  # words from "a mistake to" to whom it would be a mistake to call so
_OF_ITS_ACT = 6  # words between an actor in the possessive and what is said of his conduct
_ALLEGED = 5  # words before "support" in which it is a charge
_TAKEN_BACK = 8  # words from what is said of an actor to a turn
_DENIED = 3  # words from a negation to what it denies
_DENIED_FAR = 5  # the same, where no "and" stands between: could not be taken for an honest …


def judged_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors praised or blamed as such: the object of a word of praise or blame."""
    start = clause.first - (document.language.code == "ru" and clause.level == "embedded")
    inside = [m for m in within(mentions, max(sentence.first, start), clause.last) if _may_be_judged(m)]
    for hit in sentence.of(Cue):
        if hit.sense.effect not in _SIDES:
            continue
        if not (clause.first <= hit.start or _of_opening_verb(clause, hit)) or hit.start >= clause.last:
            continue
        if any(_part_of_name(m, hit) for m in inside):
            continue
        if _within_another(sentence, hit) or _left_again(sentence, hit):
            continue
        judged = (
            _judged(hit, inside, clause, document)
            or _spoken_of(document, sentence, clause, hit, mentions)
            or _joined_before(document, hit, clause, mentions)
            or _pronoun_object(document, clause, hit, mentions)
        )
        pretext = document.words.folded[hit.start] in document.language.words("pretexts")
        if (
            hit.sense.effect in _DEEDS
            and not pretext
            and any(_names_the_deed(t, hit, judged) for t in topics)
        ):
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
        declined = document.language.code == "ru" and hit.sense.effect == "joins" and _negated(sentence, hit)
        if (
            not judged
            or any(_names_the_act(document, t, hit, judged[0]) for t in topics)
            or (not declined and _refused(document, sentence, clause, hit, inside))
        ):
            continue
        if hit.sense.effect == "blame" and any(_names_act_blamed(t, judged[-1]) for t in topics):
            continue
        if any(_of_thing_behind(document, t, judged[-1]) for t in topics):
            continue
        deserves = document.words.folded[hit.start] in document.language.words("deserving")
        if deserves and any(t.first < hit.end and hit.start < t.last for t in topics):
            continue  # it deserves what a principle names
        if hit.sense.effect == "guilty" and any(_blamed_deed(document, t, hit) for t in topics):
            continue  # the same, of a deed laid to an actor's charge from behind
        if hit.sense.effect == "leaves" and _left_by_another(hit, clause, mentions):
            continue
        stance = _SIDES[hit.sense.effect]
        if declined or (hit.sense.effect == "joins" and _declined(document, clause, hit)):
            stance = Stance.REJECT
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
    members = document.members(bloc.id)
    if hit.sense.effect != "joins" or not members.issuperset(holders):
        return False
    states = {h.sense.id for h in sentence.of(Name) if h.sense.id.startswith("state:")}
    return bool(states - members)


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
    bids, english = document.language.words("bids"), document.language.code == "en"
    if english and not left and bids.isdisjoint(document.words.folded[at] for at in hit.words):
        return []
    return [m for m in within(mentions, max(0, hit.start - _NAMED_BEFORE), hit.start) if m.kind == "bloc"][
        -1:
    ]


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
    people = [m for m in near if m.kind == "person" and _another(m, clause)]
    return [replace(m, first=hit.end, last=hit.end + 1) for m in people[-1:]]


def examples(
    document: Document, rejected: list[Candidate], mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """The blocs named as examples of alliances that somebody rejects: تكتلات ضيقة مثل أوكوس وكواد."""
    folded, words = document.words.folded, document.language.words
    for found in rejected:
        target, led = found.target, words("such_as")
        named = words("alliances").isdisjoint(folded[target.first : target.last])
        behind = range(target.last, min(target.last + _TO_EXAMPLE, found.clause.last))
        at = next((at for at in behind if folded[at] in led), None)
        if named or at is None or found.stance is not Stance.REJECT:
            continue
        start = at + 1 + (folded[at + 1 : at + 2] in (("as",),))
        blocs: list[Mention] = []
        for mention in within(mentions, start, found.clause.last):
            if mention.kind != "bloc" or mention.first - (blocs[-1].last if blocs else start) > 1:
                break
            blocs.append(mention)
        for bloc in blocs:
            here = Target(bloc.id, bloc.first, bloc.last)
            trace = (f"example:{folded[at]}",)
            told, spoken = partial(modality_of, found.clause, found=None), (found.first, bloc.last)
            yield from of_each(found.clause, here, (found.holder,), Stance.REJECT, spoken, trace, told)


def described_actors(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Actors whose conduct somebody calls bad: وصف تصرف الترويكا بأنه عبث."""
    if clause.verb is None or clause.verb.lemma not in document.language.words("describing"):
        return
    for hit in sentence.of(Cue):
        if hit.sense.effect not in ("after_minus", "called"):
            continue
        near = within(mentions, max(clause.first, hit.start - _DESCRIBED), hit.start)
        english = document.language.code == "en"
        kinds = ("state", "bloc", "person") if english else ("state", "bloc")
        actors = [m for m in near if m.kind in kinds and _described(document, clause, m)]
        actors = actors[:1] if english else actors or _fronted_conduct(document, clause, mentions)
        if not actors or hit.start >= clause.last or not _judgeable(actors[-1], clause):
            continue
        actor = actors[-1]
        target = Target(_actor_behind(document, actor), actor.first, actor.last)
        trace = (f"described:{document.words.folded[hit.start]}",)
        for holder in clause.holders:
            yield Candidate(
                clause,
                target,
                holder,
                Stance.REJECT,
                Modality.ASSERTS,
                actor.first,
                hit.end,
                "strong",
                trace,
            )
        return


def _fronted_conduct(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The actor whose conduct opens a Russian clause as what is described: Политику США X назвал опасной."""
    if document.language.code != "ru":
        return []
    opening = within(mentions, clause.first, clause.first + _CONDUCT_OPENS)
    conduct = document.language.words("conduct_of")
    return [
        m
        for m in opening
        if m.kind in ("state", "bloc")
        and not conduct.isdisjoint(document.words.folded[max(clause.first, m.first - 1) : m.last])
    ][:1]


def felt_actors(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """The one actor whom somebody's words name beside nothing but ill, or good: …, сочла вероломством."""
    if clause.level in ("narrative", "carried") or not clause.speaker.holders or clause.reports_other:
        return
    felt = [
        hit
        for hit in sentence.of(Cue)
        if hit.sense.effect in _FELT and clause.first <= hit.start < clause.last
    ]
    sides = {_FELT[hit.sense.effect] for hit in felt}
    named = [m for m in within(mentions, clause.first, clause.last) if _may_be_felt(document, m, clause)]
    named = [m for m in named if m.how == "conduct"] or named
    if len(sides) != 1 or len({_actor_behind(document, m) for m in named}) != 1:
        return
    if any(_negated(sentence, hit) for hit in felt):
        return
    actor, hit = named[0], felt[0]
    quoted = document.quote_at(document.words.starts[hit.start]) is not None
    near = quoted and -_FELT_WITHIN <= hit.start - actor.last <= _FELT_WITHIN
    if document.language.code == "en" and not near:
        return
    target = Target(_actor_behind(document, actor), actor.first, actor.last)
    first, last = min(hit.start, actor.first), max(hit.end, actor.last)
    trace = (f"felt:{document.words.folded[hit.start]}",)
    told, stance = partial(modality_of, clause, found=None), _FELT[hit.sense.effect]
    yield from of_each(clause, target, clause.holders, stance, (first, last), trace, told)


def _may_be_felt(document: Document, mention: Mention, clause: Clause) -> bool:
    """Whether a state or bloc may be meant by words of feeling, and not only be where something is."""
    before = document.words.folded[mention.first - 1] if mention.first else ""
    placed = before in document.language.words("place_prepositions")
    return mention.kind in ("state", "bloc") and not placed and _judgeable(mention, clause)


def _negated(sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether a negation stands right before a word."""
    return any(negates(other) and 0 <= hit.start - other.end <= 1 for other in sentence.of(Cue))


def predicated_actors(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    topics: list[Target],
    mentions: tuple[Mention, ...],
) -> Iterator[Candidate]:
    """Actors of whom a predicate says good or bad: the OSCE is an annex of NATO, he called it a lifeline.

    Whoever speaks judges; what stands behind a principle, a comma or a conjunction is of something else.
    """
    over = document.language.code == "en"  # a partner that | we need
    hits = [
        hit
        for hit in sentence.of(Cue)
        if hit.sense.effect in _PREDICATES
        and clause.first <= hit.start
        and (hit.end <= clause.last or (over and hit.start + 1 < clause.last))
    ]
    if not hits or clause.level == "narrative" or clause.speaker.nobody:
        return
    inside = [m for m in within(mentions, clause.first, clause.last) if m.kind != "place"]
    named = {word for m in inside for word in range(m.first, m.last)}
    for actor in (*inside, *_called_again(document, sentence, clause, mentions)):
        if actor.how in ("demonym", "title") or not _another(actor, clause):
            continue
        if document.language.code == "en" and any(_inside(actor, t) for t in topics):
            continue  # Trump's plan for Ukraine is unacceptable
        end = _predicate_end(document, clause, actor, topics, inside)
        said = [hit for hit in hits if actor.last <= hit.start < end and named.isdisjoint(hit.words)]
        said = [hit for hit in said if _predicates(document, clause, actor, hit)]
        signs = {_PREDICATES[hit.sense.effect] * _turned(document, sentence, actor, hit) for hit in said}
        if len(signs) != 1:
            continue
        target = Target(_actor_behind(document, actor), actor.first, actor.last)
        stance = Stance.ENDORSE if signs == {1} else Stance.REJECT
        trace = (f"{said[0].sense.effect}:{document.words.folded[said[0].start]}",)
        told, spoken = partial(modality_of, clause, found=None), (actor.first, said[-1].end)
        yield from of_each(clause, target, clause.speaker.holders, stance, spoken, trace, told)


def _called_again(
    document: Document, sentence: Sentence, clause: Clause, mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """The bloc that a Russian pronoun means behind "called": предложил укрепить СВМДА и назвал ее опорой."""
    folded, words = document.words.folded, document.language.words
    for at in range(clause.first + 1, clause.last):
        if folded[at] in words("it_is_called") and folded[at - 1] in words("calls"):
            before = [m for m in within(mentions, sentence.first, at) if m.kind == "bloc"]
            yield from (replace(m, first=at, last=at + 1) for m in before[-1:])


def _inside(actor: Mention, topic: Target) -> bool:
    """Whether an actor is named among the words of a principle, which are what is judged."""
    return topic.first <= actor.first and actor.last <= topic.last and not topic.id.startswith("state:")


def _another(actor: Mention, clause: Clause) -> bool:
    """Whether an actor is another than whoever speaks."""
    return actor.id not in (*clause.speaker.holders, clause.speaker.voice)


def _predicate_end(
    document: Document, clause: Clause, actor: Mention, topics: list[Target], inside: list[Mention]
) -> int:
    """Where what is said of an actor ends: at the next comma, conjunction or principle."""
    folded, ends = document.words.folded, document.language.words("predicate_ends")
    limit = min(clause.last, actor.last + _PREDICATE)
    of_it = document.language.words("of_it")
    others = {t.first for t in topics}
    others |= {m.first for m in inside if m.first > actor.last + 1 and folded[m.first - 1] in ends}
    start = _over_insertion(document, actor.last, limit)
    if start > actor.last:
        limit = min(clause.last, start + _PREDICATE)
    for at in range(start + (start > actor.last), limit):
        parted = document.breaks[at] and (at > actor.last or folded[at] not in of_it)
        if parted or folded[at] in ends or at in others:
            return at
    return limit


def _predicates(document: Document, clause: Clause, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether a copula, or a verb with which one describes, ties a word to an actor."""
    folded, words = document.words.folded, document.language.words
    between = folded[actor.last : hit.start]
    described = _described_as(document, clause, actor)
    if document.language.code == "ru" and not described and not _opens_phrase(document, clause, actor):
        return False
    governed = folded[max(0, actor.first - 1)] in words("prepositions")
    of_its_acts = between[:1] and (between[0].endswith("ing") or not words("conducts").isdisjoint(between))
    if not described and _modifies(document, actor, hit):
        return False
    if (governed and not described) or (document.possessive(actor.last - 1) and not of_its_acts):
        return False
    russian = document.language.code == "ru"
    linked = folded[actor.last : hit.end] if russian else between
    if russian and (_dash_behind(document, actor) or _fronted_for(document, between)):
        return True
    return described or not words("linking").isdisjoint(linked)


def _modifies(document: Document, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether an English name only goes with the noun that is the subject: NATO membership is vital."""
    folded, words = document.words.folded, document.language.words
    if document.language.code != "en" or actor.last >= hit.start or document.breaks[actor.last]:
        return False
    word = folded[actor.last]
    verbal = any(word in words(kind) for kind in _NO_NOUNS) or word in document.language.verb_forms
    acts = word in words("conducts") or word.endswith(("ly", "ing", "ed"))
    return not (verbal or acts or document.possessive(actor.last - 1))


def _dash_behind(document: Document, actor: Mention) -> bool:
    """Whether a dash stands behind an actor in the place of "is": ОПЕК+ — единственный взрослый."""
    words = document.words
    gap = document.text[words.ends[actor.last - 1] : words.starts[min(actor.last, len(words) - 1)]]
    return len(gap) > 1 and not {"—", "–", "-"}.isdisjoint(gap)


def _fronted_for(document: Document, between: tuple[str, ...]) -> bool:
    """Whether somebody describes an actor that stands in front: Китай он назвал …."""
    words = document.language.words
    return not (words("he").isdisjoint(between) or words("calls").isdisjoint(between))


def _opens_phrase(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether a Russian actor is a subject, with no noun before it of which it is the owner."""
    at, words = actor.first, document.words.folded
    opens = document.language.words("that") | document.language.words("conjunctions") | {"сегодня", "сейчас"}
    return at == clause.first or document.breaks[at] or words[at - 1] in opens


def _described_as(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether a verb with which one describes stands right before an actor: he called NATO …."""
    if document.language.code == "ru":
        start = actor.first - (document.words.folded[actor.first - 1] in ("в", "во"))
        return start > clause.first and document.words.folded[start - 1] in document.language.words("calls")
    near = document.words.folded[max(clause.first, actor.first - _CALLED) : actor.first]
    return not document.language.words("calls").isdisjoint(near)


def _turned(document: Document, sentence: Sentence, actor: Mention, hit: Hit[Any]) -> int:
    """Minus one where what is said of an actor is denied, or it would be a mistake to say so; else one."""
    folded, mistaken = document.words.folded, document.language.words("mistaken")
    mistake = not mistaken.isdisjoint(folded[max(sentence.first, actor.first - _MISTAKEN) : actor.first])
    denials = (h for h in sentence.of(Cue) if negates(h) and h.start >= actor.last)
    denied = any(_denies(document, h, hit) for h in denials)
    return -1 if denied != mistake else 1


def _denies(document: Document, negation: Hit[Any], hit: Hit[Any]) -> bool:
    """Whether a negation is of what is said: near it, or farther where nothing is joined between."""
    between = document.words.folded[negation.end : hit.start]
    alone = document.language.words("conjunctions").isdisjoint(between)
    return 0 <= hit.start - negation.end <= (_DENIED_FAR if alone else _DENIED)


def _does(document: Document, actor: Mention) -> bool:
    """Whether a Russian name stands in the case of a doer: сокрытие Арменией карт."""
    word = document.words.folded[actor.last - 1]
    return actor.how in ("name", "metonym") and word.endswith(("ом", "ем", "ой", "ей", "ью", "ами", "ями"))


def _described(document: Document, clause: Clause, actor: Mention) -> bool:
    """Whether an actor's conduct may be what a verb calls bad: in Russian on either side of it."""
    if document.language.code != "ru":
        return actor.first > clause.verb_at and actor.how != "demonym"
    at, words = actor.first - 1, document.words.folded
    owned = words[at].endswith(("ние", "тие", "ция", "цию", "ства", "ство", "ку", "ость", "сть"))
    owned = owned and words[at] not in document.language.words("conduct_of")
    return words[at] not in document.language.words("prepositions") and actor.how != "demonym" and not owned


def _judged(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actors of whom a cue says something: only blocs are joined, left or written off."""
    effect = hit.sense.effect
    if effect == "proven":
        return [m for m in written_off(hit, inside) if not any(document.breaks[m.last : hit.start + 1])]
    if effect == "written_off":
        return [m for m in written_off(hit, inside) if not _only_around(document, m, hit)]
    if effect == "deeds":
        return [m for m in inside if m.first == hit.end and _does(document, m) and _judgeable(m, clause)]
    if effect in _DEEDS:
        return []
    if effect in _FROM_BEHIND:
        found = [m for m in inside if _right_before(document, m, hit)][-1:]
        found = found or _verb_before(document, inside, hit)
        found = [m for m in found if not (m.last < hit.start and _in_phrase(document, m))]
        found = [m for m in found if not _only_there(document, m)]
        return [*_listed_before(document, found, inside), *found]
    if effect == "warned":
        inside = [m for m in inside if hit.start < m.first and m.last < hit.end]  # not of whom it warns
        return [m for m in inside if m.how in _AS_ACTORS and _judgeable(m, clause)][-1:]
    if effect in _BY_MEMBERS:
        inside = [m for m in inside if m.kind == "bloc"] if clause.level != "carried" else []
        inside = [m for m in inside if not _names_another(document, m)]
    if effect == "backing" and (not _backs(clause) or _is_given_up(document, hit)):
        return []
    if effect == "backing" and _backed_by_another(hit, inside, clause, document):
        return []
    if effect == "wrecked":
        inside = [m for m in inside if hit.end <= m.first <= hit.end + 1]
    judged = _objects(hit, inside, clause, document) or _doer_of(hit, inside, clause, document)
    if effect == "backing" and judged and (judged[0].role or "").endswith("envoy"):
        return []  # support for an envoy's efforts is for what he works for
    if effect == "backing" and judged and not _is_supported(hit, judged[0], inside, document):
        return []
    return judged


def _names_another(document: Document, actor: Mention) -> bool:
    """Whether an English name goes on with capitals: to join the United Nations Register is no accession."""
    words = document.words
    if document.language.code != "en" or actor.last >= len(words) or document.breaks[actor.last]:
        return False
    gap = document.text[words.ends[actor.last - 1] : words.starts[actor.last]]
    return gap == " " and document.text[words.starts[actor.last]].isupper()


def _only_around(document: Document, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether a Russian preposition leads an actor before what is written off: построенная вокруг НАТО."""
    before = document.words.folded[max(0, actor.first - 1)]
    led = before in document.language.words("prepositions") and actor.last <= hit.start
    return led and document.language.code == "ru"


def _listed_before(document: Document, found: list[Mention], inside: list[Mention]) -> list[Mention]:
    """Those whom "and" joins to a Russian actor before him: НАТО и Евросоюз превратили …."""
    joins = document.language.words("joins")
    listed: list[Mention] = []
    first = found[0].first if found and document.language.code == "ru" else -1
    for mention in reversed(inside):
        between = document.words.folded[mention.last : max(first, mention.last)]
        if mention.last < first and len(between) == 1 and joins.issuperset(between):
            listed.insert(0, mention)
            first = mention.first
    return listed


def _verb_before(document: Document, inside: list[Mention], hit: Hit[Any]) -> list[Mention]:
    """The Arabic actor right behind the verb that opens what is said of him: تعمل واشنطن على زعزعة …."""
    if document.language.code != "ar":
        return []
    return [m for m in inside if m.first == hit.start + 1 and m.last < hit.end][:1]


def _right_before(document: Document, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether what is said from behind is said of an actor: the United States and its allies seek …."""
    between = document.words.folded[actor.last : hit.start]
    inserted = _over_insertion(document, actor.last, hit.start)
    between = document.words.folded[inserted : hit.start]
    relative = actor.last == hit.start and _opens_relative(document, hit)
    first = inserted + 1 if inserted > actor.last else actor.last
    if actor.last > hit.start or (not relative and any(document.breaks[first : hit.start + 1])):
        return False
    conducts = document.language.words("conducts")
    owned = bool(between) and document.possessive(actor.last - 1)
    if owned and len(between) <= _OF_ITS_ACT and between[0] in conducts:
        return True  # Japan's candidacy had no prospects
    if len(between) <= _DESCRIBED_WITHIN and document.words.folded[actor.first - 1] in _conduct(document):
        return True  # وصف سياسة الصين الخارجية بأنها أكبر تحد
    return len(between) <= 1 or document.language.words("judged_tails").issuperset(between)


def _opens_relative(document: Document, hit: Hit[Any]) -> bool:
    """Whether words said of an actor open with a relative pronoun: the E3, which have …."""
    return document.language.code == "en" and document.words.folded[hit.start] in ("which", "who")


def _over_insertion(document: Document, at: int, limit: int) -> int:
    """Where a clause goes on behind an English insertion: the alliance, he underlined, is …."""
    if document.language.code != "en" or at + 1 >= limit or not document.breaks[at]:
        return at
    return next((i for i in range(at + 1, min(at + _INSERTED + 1, limit)) if document.breaks[i]), at)


def _spoken_of(
    document: Document, sentence: Sentence, clause: Clause, hit: Hit[Any], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """The actors that an Arabic clause is about, a predicate some words behind them: إن واشنطن ما زالت تماطل.

    They stand behind "that", open what is said, or are the subject right behind the verb.
    """
    if hit.sense.effect not in _DEEDS | _FROM_BEHIND or document.language.code != "ar":
        return []
    if clause.level == "narrative":
        return []
    behind = [m for m in within(mentions, hit.start + 1, hit.end + 1) if _may_be_judged(m)]
    if hit.sense.effect in _DEEDS and behind and behind[0].first == hit.start + 1 < hit.end:
        return behind[:1]  # تواصل إسرائيل خرق …
    found: list[Mention] = []
    for mention in within(mentions, max(sentence.first, hit.start - 3 * _PREDICATE), hit.start):
        if not _may_be_judged(mention) or mention.last > hit.start:
            continue
        if _opens_topic(document, sentence, mention):
            found = [mention] if mention.id != clause.speaker.voice else []
        elif found and _joined_to(document, found[-1], mention):
            found.append(mention)
    if (
        not found
        or hit.start - found[-1].last > _PREDICATE
        or _resumed(document, sentence, found[-1].last, hit)
    ):
        return []
    return found


def _within_another(sentence: Sentence, hit: Hit[Any]) -> bool:
    """Whether a longer cue takes in one that speaks of an actor from behind: طرف رئيسي في النزاع.

    Or one that only looks like a word of a side: side by side with X.
    """
    of_actors = _DEEDS | _FROM_BEHIND
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


def _may_be_judged(mention: Mention) -> bool:
    return mention.kind != "place" and mention.how != "demonym"


def _resumed(document: Document, sentence: Sentence, start: int, hit: Hit[Any]) -> bool:
    """Whether another clause begins between an actor and a cue: "that", or a comma and a verb before it."""
    opens = document.language.words("that") | document.language.words("fronting")
    if not opens.isdisjoint(document.words.folded[start + 1 : hit.start]):
        return True
    verbs = (h.start for h in sentence.of(Verb) if h.sense.form in ("past", "present"))
    told = any(start <= at < hit.start for at in verbs)
    return told and sum(document.breaks[start : hit.start + 1]) % 2 == 1


def _opens_topic(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause is about an actor or his conduct: it stands behind "that", or opens what is said."""
    words, language = document.words, document.language
    folded, that = words.folded, language.words("that")
    if mention.first == sentence.first or folded[mention.first - 1] in that:
        return True
    gap = document.text[words.ends[mention.first - 1] : words.starts[mention.first]]
    if not set(gap).isdisjoint(':"«“'):
        return True
    conduct = _conduct(document) | language.words("governments") | {"ما"}
    for at in range(mention.first - 1, max(sentence.first, mention.first - _TOPIC_OPENS) - 1, -1):
        if folded[at] in conduct:
            return at == sentence.first or folded[at - 1] in that
    owned = mention.how in ("name", "metonym") and folded[mention.first - 1] not in language.words(
        "function_words"
    )
    return owned and mention.first - 2 >= sentence.first and folded[mention.first - 2] in that


def _names_the_deed(topic: Target, hit: Hit[Any], judged: list[Mention]) -> bool:
    """Whether a principle names what an actor is said to do: تقوض القانون الدولي."""
    return bool(judged) and judged[-1].last <= topic.first <= hit.end + _ACT_REACH


def _conduct(document: Document) -> frozenset[str]:
    """Nouns for what an actor does, which are judged for the actor: سياسة الصين, تصريحات نتنياهو."""
    return document.language.words("conduct_of")


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


def _only_there(document: Document, actor: Mention) -> bool:
    """Whether an English name only says where something is: the troops in Japan threaten peace."""
    at = actor.first - 1
    at -= at > 0 and document.words.folded[at] in document.language.words("articles")
    inside = at > 0 and document.words.folded[at] in document.language.words("place_in")
    return document.language.code == "en" and inside and not document.breaks[at + 1]


def _in_phrase(document: Document, actor: Mention) -> bool:
    """Whether an actor stands behind a preposition: the destruction in Ukraine and must pay."""
    before = document.words.folded[max(0, actor.first - 1) : actor.first]
    return document.language.code == "en" and not document.language.words("prepositions").isdisjoint(before)


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
    if topic.first == actor.first and actor.kind == "org":
        by = document.words.folded[hit.end - 1] in document.language.words("by")
        return topic.last > actor.last and not by  # praised UNRWA, crimes by Hamas: not the act is judged
    between = hit.start < topic.last and topic.first < actor.first
    return between or (topic.first < actor.last and actor.first < topic.last)


def blamed_for(document: Document, topic: Target, hit: Hit[Any]) -> bool:
    """Whether a topic stands in the gap of a phrase with which somebody is blamed for it: blamed … on."""
    inside = hit.sense.effect == "blame" and hit.start < topic.first < hit.end - 1
    return inside and document.words.folded[hit.end - 1] in document.language.words("blamed_on")


def _backs(clause: Clause) -> bool:
    """Whether support named in a clause is the holder's own, not laid to another's charge."""
    blamed = clause.verb is not None and clause.verb.effect in ("minus", "harm", "discuss")
    return not blamed and not clause.of_others and clause.level != "narrative"


def _is_given_up(document: Document, hit: Hit[Any]) -> bool:
    """Whether the support is to end: على الصين أن تتوقف عن دعم روسيا."""
    words, language = document.words.folded, document.language
    before = words[hit.start - 1] if hit.start else ""
    if before in language.words("support_ended"):
        return True
    gives_up = before == "عن" and words[hit.start - 2] in language.words("given_up")
    return gives_up and words[hit.start - 3] not in language.words("denying")


def _backed_by_another(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> bool:
    """Whether an Arabic clause opens with another actor whose support it is: الصين لا يمكنها … دعم روسيا."""
    words, that = document.words.folded, document.language.words("bare_that")
    begins = clause.first + 1 if clause.level != "report" else -1
    opens = (m for m in inside if m.last < hit.start and (m.first <= begins or words[m.first - 1] in that))
    others = [m for m in opens if m.kind in ("state", "bloc") and m.id not in clause.holders]
    return document.language.code == "ar" and bool(others)


def _is_supported(hit: Hit[Any], actor: Mention, inside: list[Mention], document: Document) -> bool:
    """Whether the actor after "support" is given it, and is neither its giver nor named for another thing."""
    words = document.words.folded
    if _has_another(document, actor) or _sought(document, hit):
        return False  # support for Ukraine's bid; to win support from X
    named = {word for m in inside for word in range(m.first, m.last)}
    between = [words[at] for at in range(hit.end, actor.first) if at not in named]
    if not document.language.words("backing_between").issuperset(between):
        return False  # support for the security of X
    if words[actor.first].startswith("ل"):
        return True
    whose = words[hit.start] in document.language.words("his_support")  # his support, or: X supported him
    gives = any(0 <= m.first - actor.last <= 2 and words[m.first].startswith("ل") for m in inside)
    behind = words[actor.last] if actor.last < len(words) else ""
    gives = gives or (behind.startswith("لل") and behind not in document.language.words("helped_to"))
    return not whose and not gives


def _sought(document: Document, hit: Hit[Any]) -> bool:
    """Whether support is what somebody wins, lacks or is charged with: لحشد دعم الخليج, التهم بدعم فلان."""
    words, lists = document.words.folded, document.language.words
    before = words[max(0, hit.start - _ALLEGED) : hit.start]
    return not (lists("sought").isdisjoint(before[-1:]) and lists("alleged").isdisjoint(before))


def _needed(document: Document, hit: Hit[Any]) -> bool:
    """Whether help is what somebody needs of the actor behind it: تحتاج لمؤازرة الاتحاد الأفريقي."""
    before = document.words.folded[max(0, hit.start - 1)]
    return hit.sense.effect == "praise" and before in document.language.words("needing")


def _has_another(document: Document, actor: Mention) -> bool:
    """Whether an actor only has what is supported, and is not supported as such with it."""
    words = document.words
    after = document.text[words.ends[actor.last - 1] - 2 : words.ends[actor.last - 1] + 1]
    if not after.startswith(("'s", "’s")) and after[2:] not in ("'", "’"):
        return False
    behind = words.folded[actor.last : actor.last + 1]
    return document.language.words("backed_as_such").isdisjoint(behind)


def _actor_behind(document: Document, mention: Mention) -> str:
    """The state of a government or ministry that is judged; else the actor itself."""
    entry = document.vocabulary.items.get(mention.id)
    return (entry.speaks_for or mention.id) if isinstance(entry, Organization) else mention.id


def _for_whom(document: Document, hit: Hit[Any], actor: Mention) -> str:
    """Who is judged: the state of a minister who is thanked in his office, else the actor itself."""
    thanked = not document.language.words("thanking").isdisjoint(document.words.folded[hit.start : hit.end])
    in_office = thanked and actor.kind == "person" and actor.state is not None and actor.role is not None
    return actor.state if in_office and actor.state else _actor_behind(document, actor)


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


def _refused(
    document: Document, sentence: Sentence, clause: Clause, hit: Hit[Any], named: list[Mention]
) -> bool:
    """Whether praise or blame is refused: «refuses to condemn» is no condemnation."""
    at = hit.start - 1
    covered = {word for m in named for word in range(m.first, m.last)}
    while at > clause.first and at in covered:
        at -= 1  # the subject between: رفض فلان إدانة
    if document.words.folded[at] in document.language.words("refusing"):
        return True
    return any(
        isinstance(other.sense, Cue) and other.sense.effect == "negation" and 0 <= hit.start - other.end <= 2
        for other in sentence.hits
    )


def wrongdoers(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> Iterator[Candidate]:
    """Actors of whom somebody says that they do damage, where no principle names it: he is against them."""
    trace = (f"wrongdoer:{document.words.folded[clause.verb_at]}",)
    for actor in _doers(document, clause, mentions):
        target = Target(actor, clause.first, clause.verb_at + 1)
        for holder in clause.speaker.holders:
            if holder != actor:
                yield Candidate(
                    clause,
                    target,
                    holder,
                    Stance.REJECT,
                    Modality.ASSERTS,
                    clause.first,
                    clause.verb_at + 1,
                    "strong",
                    trace,
                )


def _doers(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Who does the damage: the holders of an embedded clause, else the subject right before the verb."""
    if clause.verb is None or clause.level in ("narrative", "carried"):
        return ()
    if clause.verb.effect == "harm" and clause.level == "embedded" and clause.of_others:
        return tuple(holder for holder in clause.holders if not holder.startswith("person:"))
    if clause.verb.effect != "misdeed":
        return ()
    at = clause.verb_at
    while at > clause.first and document.words.folded[at - 1] in document.language.words("particles"):
        at -= 1
    before = [m for m in within(mentions, clause.first, at) if m.kind in ("state", "bloc", "org", "person")]
    actors = [m for m in before if m.last == at and m.how != "demonym" and _judgeable(m, clause)]
    return tuple(_actor_behind(document, m) for m in actors[-1:])


def written_off(hit: Hit[Any], inside: list[Mention]) -> list[Mention]:
    """The bloc of which a passage says that it has had its day: right before the words, or right after."""
    blocs = [m for m in inside if m.kind == "bloc"]
    near = (
        [m for m in blocs if 0 <= hit.start - m.last <= 3]
        or [m for m in blocs if hit.start < m.first and m.last < hit.end]
        or [m for m in blocs if 0 <= m.first - hit.end <= 1]
    )
    found = near[-1:] + [m for m in blocs if near and near[-1].last <= m.first <= near[-1].last + 2]
    for bloc in reversed(blocs):
        if found and 0 <= found[0].first - bloc.last <= 1:
            found.insert(0, bloc)  # "NATO and the OSCE have lost …"
    return found


def _is_victim(document: Document, mention: Mention) -> bool:
    """Whether a relative clause tells that an actor is hit: أدان المخططات التي تستهدف لبنان."""
    words, language = document.words.folded, document.language
    hit = words[mention.first - 1] in language.words("suffered")
    return hit and words[mention.first - 2] in language.words("relative_objects")


def _objects(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actor that a word of praise or blame governs, with those that "and" joins to it."""
    found = [m for m in inside if hit.start < m.first and m.last < hit.end and _judgeable(m, clause)][:1]
    on = document.words.folded[hit.end - 1] in document.language.words("blamed_on")
    if on and any(m.first == hit.end and _judgeable(m, clause) for m in inside):
        found = []  # ответственность за план Трампа лежит на Вашингтоне
    if not found and (fronted := _fronted_object(hit, inside, clause, document)):
        return [fronted]
    reach = (
        found[0].last if found else _past_aside(document, _past_subject(document, clause, hit), clause.last)
    )
    lists = document.language.words
    for mention in inside:
        if mention in found or _is_victim(document, mention):
            continue
        if not found and 0 <= mention.first - reach <= 2 and not _judgeable(mention, clause):
            reach = _past_aside(document, mention.last, clause.last)  # the subject between: اتهم لافروف الغرب
            continue
        close = reach > hit.end and mention.first - reach <= 1
        cut = not close and any(document.breaks[reach : mention.first + 1])
        before = document.words.folded[mention.first - 1]
        cut = cut or (mention.first > hit.end and before in document.language.words("place_in"))
        between = document.words.folded[reach : mention.first]
        cut = cut or any(_of_another(document, word) for word in between[1:])
        cut = cut or (reach < mention.first and document.words.folded[reach] in _and(document))
        cut = cut or _that_opens(document, hit, between)
        told = _led(document, mention) and not lists("relatives").isdisjoint(between)
        does = mention.first > reach and before in lists("by")
        cut = cut or not lists("place_in").isdisjoint(between)
        cut = cut or not (does or lists("deeds").isdisjoint(between))
        if not found and _whose_conduct(document, reach, mention):
            cut = any(document.breaks[reach : mention.first + 1])
        far = 0 if hit.sense.effect in ("backs", "misdeeds") else _OBJECT + does * _DEED
        governed = not (cut or told) and reach <= mention.first <= reach + far and _judgeable(mention, clause)
        joined = bool(found) and _joined_to(document, found[-1], mention)
        joined = joined and before not in lists("left_out")  # هي روسيا وليست أوكرانيا
        if joined or (not found and governed):
            found.append(mention)
    return found


def _led(document: Document, mention: Mention) -> bool:
    """Whether a preposition leads to an Arabic actor, who then does nothing: التي قدمت لمجلس الأمن."""
    words, language = document.words.folded, document.language
    word, before = words[mention.first], words[mention.first - 1] if mention.first else ""
    clings = word.startswith(("ل", "ب")) and word not in language.initial_words
    return clings or before in language.words("place_in") or before in language.words("leading")


def _that_opens(document: Document, hit: Hit[Any], between: tuple[str, ...]) -> bool:
    """Whether "that" follows an Arabic word of praise: منوها أن إسرائيل …, which praises nobody."""
    return (
        document.language.code == "ar"
        and hit.sense.effect == "praise"
        and not document.language.words("that").isdisjoint(between)
    )


def _whose_conduct(document: Document, reach: int, mention: Mention) -> bool:
    """Whether an actor's conduct comes first, and he behind adjectives: السياسة الاستفزازية لواشنطن."""
    words = document.words.folded
    opens = words[reach].removeprefix("ب").removeprefix("ال") if reach < mention.first else ""
    return (
        document.language.code == "ar"
        and words[mention.first].startswith("ل")
        and opens in _conduct(document)
    )


def _past_subject(document: Document, clause: Clause, hit: Hit[Any]) -> int:
    """Behind a subject without a name that follows a word of praise or blame: وأيد المجلس الصومال."""
    if document.language.code != "ar":
        return hit.end
    sentence = document.sentences[clause.sentence]
    here = (h for h in sentence.of(Reference) if h.start == hit.end)
    end = max((h.end for h in here if h.sense.kind in _SUBJECTS), default=hit.end)
    return _past_envoy(document, sentence, hit.end) or end


def _past_envoy(document: Document, sentence: Sentence, start: int) -> int:
    """Behind an envoy and the body to which he is sent: المندوب السوري لدى الأمم المتحدة; else 0."""
    end = max((h.end for h in sentence.of(Title) if h.start == start), default=0)
    end = max(
        (h.end for h in sentence.of(Name) if h.start == end and h.sense.strength == "demonym"), default=end
    )
    if not end or document.words.folded[end : end + 1] == () or start == end:
        return 0
    if document.words.folded[end] not in document.language.words("posted_at"):
        return 0
    return max((h.end for h in sentence.of(Name) if h.start == end + 1), default=0)


def _past_aside(document: Document, at: int, last: int) -> int:
    """Behind an Arabic aside such as "in this context", if one begins at a word."""
    words = document.words.folded
    opens = words[at : at + 1] and words[at] in document.language.words("asides")
    closes = document.language.words("aside_ends")
    ends = (end + 1 for end in range(at, min(at + _ASIDE, last)) if words[end] in closes)
    return next(ends, at) if opens else at


def _doer_of(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actor inside a relative clause that is praised or blamed: ثمن الدور الذي تضطلع به قطر."""
    words, relatives = document.words.folded, document.language.words("relative_objects")
    if document.language.code != "ar" or hit.sense.effect not in ("praise", "blame"):
        return []
    opens = (at for at in range(hit.end, min(hit.end + _TO_RELATIVE, clause.last)) if words[at] in relatives)
    at = next(opens, None)
    if at is None or sum(document.breaks[hit.end : at + 1]) % 2:
        return []
    if at + 1 >= clause.last or words[at + 1] in document.language.words("suffered"):
        return []  # ندد بالضربات التي تعرضت لها إيران
    found: list[Mention] = []
    for mention in inside:
        near = at < mention.first <= at + _IN_RELATIVE and not any(document.breaks[at : mention.first + 1])
        first = not found and near and _judgeable(mention, clause) and not _led(document, mention)
        if first or (found and _joined_to(document, found[-1], mention)):
            found.append(mention)
    return found


def _fronted_object(
    hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document
) -> Mention | None:
    """The Russian object that opens a clause: «США он обвинил в пиратстве»."""
    words = document.words.folded
    if document.language.code != "ru" or words[hit.end : hit.end + 1] not in (("в",), ("во",), ("за",)):
        return None
    for mention in inside:
        opens = mention.first - clause.first <= 1 and mention.last <= hit.start <= mention.last + 2
        governed = words[mention.first - 1] in document.language.words("prepositions")
        if opens and not governed and _judgeable(mention, clause):
            return mention
    return None


def _of_another(document: Document, word: str) -> bool:
    """Whether a word turns to another object: انتهاكا لقرارات …."""
    language = document.language
    return language.code == "ar" and word.startswith("ل") and word not in language.initial_words


def _joined_to(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether an actor stands in one list with the one before it."""
    between = document.words.folded[before.last : mention.first]
    listed = document.language.words("listed")
    if not 0 <= len(between) <= 1 and not (len(between) <= _JOINED and listed.issuperset(between)):
        return False
    if document.language.code != "ar":
        joins = document.language.words("joins") | listed
        return joins.issuperset(between)  # and no preposition: the OSCE in Ukraine
    words = document.words.folded[before.last : mention.first + 1]
    return document.breaks[mention.first] or any(
        word.startswith("و") and word not in document.language.initial_words for word in words
    )


def _and(document: Document) -> frozenset[str]:
    """Words for "and": what stands behind one beside a noun is not governed by it (союзники и Украина)."""
    return document.language.words("conjunctions") if document.language.code == "ru" else frozenset()


def _judgeable(mention: Mention, clause: Clause) -> bool:
    actors = (*clause.holders, *clause.speaker.holders, clause.speaker.voice)
    speaks = mention.kind == "person" and mention.role is not None and mention.state in clause.holders
    return mention.id not in actors and not speaks
