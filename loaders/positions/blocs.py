"""Which blocs a passage links to its target: venues and instruments.

Reads candidates, clauses, topics and mentions; adds via. A bloc counts as via where a word of frame,
venue or instrument governs it, where it is called upon, where it is called a platform or pillar of the
target, or works for it; with it the blocs listed along. "These organisations" stands for the blocs
listed last, "its framework" for that of the one named last. What is set against the target
(see `left_out`) is never a via.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.positions.candidates import Candidate, Target
from loaders.positions.clauses import Clause
from loaders.positions.left_out import (
    blamed,
    bloc_lists,
    joined_up_to,
    left_out,
    lists,
    may_serve,
    near,
    run_of,
)
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Reference, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.record import Stance
from ontology.vocabulary import Principle

_VENUE_REACH = 3
_FROM_TARGET = 22  # words between a target and its venue
_CALLED = 20  # words behind a verb in which stands who is called upon
_BACK = 20  # sentences back in a paragraph that a reference to blocs may look
_TOOL_FOR = 8  # words between a tool and what it is for
_TOOL_AGAINST = 3  # the same, of what it is used against
_IS_TOOL = 8  # words between a bloc and the tool it is said to be
_NAMED = 10  # words between a tool and the bloc that is said to be it
_LISTED = 4  # words between two blocs of one list that "and", "along with" join
_BESIDE = 10  # words about a tool in which another principle is what it is for
_OPENS = 4  # words of a sentence's opening in which its tool stands
_AGAINST = frozenset({"minus", "harm", "misdeed"})  # effects of words for what is done against a thing
_AT_HAND = 15  # words between a target and a bloc that serves it without being called a venue
_SYSTEM_BACK = 5  # sentences back to the order that "such a system" means
_WHO_IS = 2  # words in which those stand that open who somebody is: whose country …
_FOUGHT_WITHIN = 3  # words before a target in which the verb stands that tells who fights it
_RESOLUTION_OF = 2  # words between "in line with a resolution" and the body whose it is
_NUMBER = 3  # words about that body in which its number stands
_OFFICE_REACH = 2  # words back from a bloc, its article among them, where words of an office in it end
_ASIDE = 2  # words before a bloc that say that only its papers or sessions are named


@dataclass(frozen=True, slots=True)
class _Passage:
    """A candidate's sentence with what it names; a venue may stand in the words `first` up to `last`."""

    document: Document
    candidate: Candidate
    sentence: Sentence
    mentions: tuple[Mention, ...]
    topics: list[Target]
    first: int
    last: int
    out: tuple[Mention, ...]  # the blocs that are named only to be left out

    @property
    def target(self) -> Target:
        return self.candidate.target

    @property
    def wanted(self) -> bool:
        """Whether something is wanted of the blocs: the target, or that it be fought."""
        return self.candidate.stance is not Stance.REJECT or self.fought

    @property
    def fought(self) -> bool:
        """Whether who rejects a target calls for the fight against it: calls on the SCO to counter ….

        Not who blames what is done.
        """
        if self.candidate.stance is not Stance.REJECT:
            return False
        steps = [step for step in self.candidate.trace if not step.startswith("professed")]
        sign, _, word = steps[-1].partition(":") if steps else ("", "", "")
        if sign == "support":
            verb = self.candidate.clause.verb
            called = verb is not None and verb.modality == "calls-for"
            return not called or self.fights(self.candidate.clause.verb_at)
        return sign in ("minus", "mend") and word in self.document.language.words("fighting")

    def fights(self, start: int) -> bool:
        """Whether words up to the target's last tell of a fight against it, not that it be condemned."""
        end = self.target.last
        return self.has("fighting", start, end) or self.has("against_it", start, end)

    def references(self, *kinds: str) -> list[Hit[Reference]]:
        """The references of some kinds in the sentence."""
        return [hit for hit in self.sentence.of(Reference) if hit.sense.kind in kinds]

    def blocs(self, first: int, last: int) -> list[Mention]:
        """The blocs named in some words, outside the names of other principles, and not left out."""
        others = {
            word for t in self.topics if t is not self.target and not self.of_blocs(t) for word in _words(t)
        }
        return [
            m
            for m in within(self.mentions, first, last)
            if m.kind == "bloc"
            and m not in self.out
            and others.isdisjoint(range(m.first, m.last))
            and not self.inserted(m)
        ]

    def of_blocs(self, topic: Target) -> bool:
        """Whether a principle is named by blocs only (the EAEU, the SCO and ASEAN), or is a bloc's role."""
        inside = within(self.mentions, self.sentence.first, self.sentence.last)
        named = {word for m in inside if m.kind == "bloc" for word in range(m.first, m.last)}
        return named.issuperset(_words(topic)) or topic.id.endswith("-role")

    def inserted(self, bloc: Mention) -> bool:
        """Whether a bloc stands in words that only say who somebody is: …، وهو من الحلف، …."""
        folded, breaks = self.document.words.folded, self.document.breaks
        opens = next((at for at in range(bloc.first, self.sentence.first, -1) if breaks[at]), None)
        closes = next((at for at in range(bloc.last, self.sentence.last) if breaks[at]), None)
        if opens is None or closes is None or opens <= self.target.first < closes:
            return False
        who_is = self.document.language.words("who_is")
        return opens < self.target.first and not who_is.isdisjoint(folded[opens : opens + _WHO_IS])

    def has(self, name: str, first: int, last: int) -> bool:
        """Whether one of a list of words stands in some words."""
        return not self.document.language.words(name).isdisjoint(self.document.words.folded[first:last])

    def topic_within(self, first: int, last: int) -> bool:
        """Whether another principle is named in some words."""
        others = (t for t in self.topics if t.id != self.target.id)
        return any(first <= t.first < last and not t.first < self.target.first < t.last for t in others)


def _words(topic: Target) -> tuple[int, ...] | range:
    return topic.words or range(topic.first, topic.last)


def link_blocs(
    document: Document,
    candidate: Candidate,
    clauses: tuple[Clause, ...],
    mentions: tuple[Mention, ...],
    topics: dict[int, list[Target]],
) -> tuple[str, ...]:
    """The blocs through which the holder wants (or sees broken) the candidate's target, sorted."""
    if not candidate.target.id.startswith("principle:") or candidate.launched:
        return ()
    sentence = document.sentences[candidate.clause.sentence]
    start, end = _reach(candidate, clauses, sentence, topics[sentence.index])
    out = tuple(left_out(document, sentence, mentions))
    passage = _Passage(document, candidate, sentence, mentions, topics[sentence.index], start, end, out)
    found = {*_venues(passage), *_called_upon(passage), *_tools(passage), *_doers(passage)}
    verb = candidate.clause.verb
    if passage.wanted or (verb and verb.effect in ("minus", "harm")):
        found |= {*candidate.clause.through}
    if passage.wanted:
        found |= {*_tools_beside(passage), *_tools_around(passage, clauses, topics)}
        found |= {*_rather(passage), *_within_it(passage)}
        found |= {*_by_resolution(passage), *_in_office(passage), *_envoys(passage)}
    if candidate.stance is Stance.ENDORSE or passage.fought:
        found |= {*_at_hand(passage)}
    if candidate.stance is Stance.REJECT:
        found |= {*_fighters(passage)}
    if candidate.harmed:
        found |= {bloc.id for bloc in out}  # what is done outside the Council violates the Charter
    counted = _counted(passage)
    if _both_named_again(passage):
        found |= set(_referred(document, sentence, mentions))
    if any(not _apart(passage, hit) for hit in counted) or not (found or counted):
        found |= set(_referred(document, sentence, mentions))
    found |= {*_along(passage, found)}
    no_venue = {candidate.holder, *candidate.clause.holders, *blamed(document, sentence, mentions)}
    no_venue |= {*_told_to_stop(passage), *(bloc.id for bloc in out if not passage.candidate.harmed)}
    return tuple(sorted(b for b in found - no_venue if may_serve(document, candidate.target, b)))


def _reach(
    candidate: Candidate, clauses: tuple[Clause, ...], sentence: Sentence, topics: list[Target]
) -> tuple[int, int]:
    """The words around the target where its venue may stand.

    Never in another holder's clause, nor behind a later clause's own topic.
    """
    start, end = candidate.target.first - _FROM_TARGET, candidate.target.last + _FROM_TARGET
    led = {word for h in sentence.of(Reference) if h.sense.kind == "means" for word in h.words}
    for clause in near(clauses, sentence.index, 0):
        if clause.holders == candidate.clause.holders and not _another_statement(candidate, clause, topics):
            continue
        if clause.verb_at in led:
            continue  # a system that relies on the CSTO: its verb is but the way
        if clause.first >= candidate.clause.last:
            end = min(end, clause.first)
        elif clause.last <= candidate.clause.first:
            start = max(start, clause.last)
    later = [t.first for t in topics if t.first >= max(candidate.clause.last, candidate.target.last)]
    return max(start, sentence.first), min([end, sentence.last, *later])


def _another_statement(candidate: Candidate, clause: Clause, topics: list[Target]) -> bool:
    """Whether a clause beside the candidate's, of the same holders, tells another thing.

    The one behind: by a verb of saying; where it but goes on by a participle it may tell by what means
    the first is wanted: … أمن المنطقة أولوية، داعيا إلى التنسيق بين …. The one before: where a participle
    opens the candidate's own, and a principle has been named.
    """
    own, behind = candidate.clause, clause.first >= candidate.clause.last
    opening = clause.verb if behind else own.verb
    if opening is None or not opening.says:
        return False
    if behind:
        return opening.form != "participle"
    return opening.form == "participle" and any(clause.first <= t.first < clause.last for t in topics)


def _venues(passage: _Passage) -> list[str]:
    """The blocs that a word of frame, venue or instrument governs, with those listed along."""
    own = set(passage.target.words)  # cooperation with a bloc that is itself the target
    ends = {
        hit.end: hit
        for hit in passage.references(*_kinds(passage))
        if hit.sense.kind != "means" or own.isdisjoint(hit.words)
    }
    leads = {hit.start for hit in passage.references("means_after")}
    found: list[str] = []
    led = False
    previous: Mention | None = None
    named = within(passage.mentions, passage.first, passage.last)
    for bloc in passage.blocs(passage.first, passage.last):
        listed = led and previous is not None and _goes_on(passage.document, previous.last, bloc.first)
        led = listed or any(bloc.first - back in ends for back in range(_VENUE_REACH))
        led = led or (passage.wanted and bloc.last in leads)
        previous = bloc
        led = led and (listed or not _aside(passage, bloc))
        if led and not _of_another(passage, bloc):
            found.append(bloc.id)
    for hit in passage.sentence.of(Name):
        adjective = hit.sense.strength == "demonym" and hit.sense.id.startswith("bloc:")
        adjective = adjective and not any(m.first == hit.start and m.how == "name" for m in named)
        if adjective and hit.start in ends and passage.first <= hit.start < passage.last:
            found.append(hit.sense.id)  # برعاية أممية
    return found


def _envoys(passage: _Passage) -> list[str]:
    """The blocs whose envoy works for the target: the efforts of UN envoy Hans Grundberg."""
    ends = {hit.end for hit in passage.references("doers", "means")}
    leads = {hit.start for hit in passage.references("means_after", "doers")}
    return [
        m.state
        for m in within(passage.mentions, passage.first, passage.last)
        if m.kind == "person"
        and m.state is not None
        and m.state.startswith("bloc:")
        and (m.role or "").endswith("envoy")
        and (m.last in leads or any(m.first - back in ends for back in range(_VENUE_REACH)))
        and not _of_another(passage, m)
    ]


def _goes_on(document: Document, start: int, end: int) -> bool:
    """Whether a list of venues goes on between two blocs: at the SCO, in the CIS and with ASEAN."""
    links = document.language.words("list_prepositions")
    words = [word for word in document.words.folded[start:end] if word not in links]
    joined = document.breaks[start] or bool(words)
    return lists(document, start, end) or (
        joined and document.language.words("conjunctions").issuperset(words) and end - start <= _LISTED
    )


def _kinds(passage: _Passage) -> tuple[str, ...]:
    """Which words may lead a venue: of what is rejected only where that is done, not by what means."""
    if not passage.wanted:
        return ("venue",)
    return ("venue", "means", "venue_list", *(() if passage.candidate.harmed else ("doers",)))


def _of_another(passage: _Passage, bloc: Mention) -> bool:
    """Whether a venue belongs to another principle that stands nearer, in a statement of its own."""
    first, last = sorted((passage.target.first, bloc.first))
    if passage.candidate.stance is Stance.CONDITIONAL and any(passage.document.breaks[first + 1 : last]):
        return True  # it may belong to the terms
    goes_on = _joined(passage, bloc.last, last) or passage.has("and_again", bloc.last, last)
    if bloc.first < passage.target.first and goes_on:
        return True
    if not passage.topic_within(first, last):
        return False
    return not passage.wanted or passage.has("and_that", first, last)


def _called_upon(passage: _Passage) -> list[str]:
    """The blocs that are called upon for the target: «دعا بريكس إلى …», "urged the SCO to …"."""
    clause, target = passage.candidate.clause, passage.target
    if clause.verb is None or clause.verb.modality != "calls-for" or target.first <= clause.verb_at:
        return []
    end = min(target.first, clause.verb_at + _CALLED)
    folded, to = passage.document.words.folded, passage.document.language.words("called_to")
    asked = next((at for at in range(clause.verb_at + 2, end) if folded[at] in to), None)
    end = end if asked is None else asked
    if not _asked_for(passage, clause.verb_at if asked is None else asked):
        return []
    behind = passage.blocs(clause.verb_at + 1, end)
    return [
        m.id for m in behind if m.how != "demonym" and not (_only_alluded(passage, m) or _aside(passage, m))
    ]


def _asked_for(passage: _Passage, start: int) -> bool:
    """Whether the target is what somebody is called upon to work for, or to fight.

    Not what he is to condemn, nor what a relative clause tells of another thing: to end the policy
    which harms the two-state solution.
    """
    rejected = passage.candidate.stance is Stance.REJECT
    if rejected and not passage.fights(start):
        return False
    relatives = (hit.start for hit in passage.references("relative"))
    return not any(start < at < passage.target.first and passage.document.breaks[at] for at in relatives)


def _told_to_stop(passage: _Passage) -> list[str]:
    """The blocs that are called upon to give up a thing of their own: دعا الحلف إلى الكف عن …."""
    clause, renounced = passage.candidate.clause, passage.document.language.words("renounced")
    if clause.verb is None or clause.verb.modality != "calls-for":
        return []
    words = range(clause.verb_at + 1, passage.target.last)
    at = next((at for at in words if passage.document.words.folded[at] in renounced), clause.verb_at)
    return [m.id for m in passage.blocs(clause.verb_at + 1, at)]


def _tools(passage: _Passage) -> list[str]:
    """The blocs that are called a platform, tool or pillar of the target."""
    reach = _TOOL_FOR if passage.wanted else _TOOL_AGAINST
    return [
        bloc
        for hit in passage.references("instrument")
        if passage.first <= hit.start < passage.last
        and 0 <= passage.target.first - hit.end <= reach
        and not passage.topic_within(hit.end, passage.target.first)
        for bloc in _said_to_be(passage, hit)
    ] + _named_as_tools(passage)


def _named_as_tools(passage: _Passage) -> list[str]:
    """The blocs that are named as the tool behind its word: лучшим механизмом считает БРИКС."""
    document, found = passage.document, list[str]()
    names = document.language.words("names_behind")
    runs = bloc_lists(document, passage.sentence, passage.mentions)
    for hit in passage.references("instrument"):
        run = next((run for run in runs if run[0].first >= hit.end), None)
        if run is None or run[0].first - hit.end > _NAMED or run[0] in passage.out:
            continue
        at = (
            run[0].first
            - 1
            - (document.words.folded[run[0].first - 1] in document.language.words("articles"))
        )
        if at >= hit.end and document.words.folded[at] in names and passage.wanted:
            found += [m.id for m in run if not _aside(passage, m)]
    return found


def _by_resolution(passage: _Passage) -> list[str]:
    """The body by whose resolution, called by its number, a conflict is to be settled."""
    if not passage.target.id.endswith("-settlement"):
        return []
    folded = passage.document.words.folded
    ends = [hit.end for hit in passage.references("by_resolution")]
    return [
        m.id
        for m in passage.blocs(passage.first, passage.last)
        if any(0 <= m.first - end <= _RESOLUTION_OF for end in ends)
        and any(word.isdigit() for word in folded[m.first - _NUMBER : m.last + _NUMBER])
    ]


def _in_office(passage: _Passage) -> list[str]:
    """The blocs whose chair or membership is put to use: as chair of BRICS, the G20 presidency would …."""
    behind = {hit.start for hit in passage.references("office_after")}
    offices = passage.references("office")
    before = {hit.end for hit in offices}
    opens = any(hit.start == passage.sentence.first for hit in offices)
    return [
        m.id
        for m in within(passage.mentions, passage.sentence.first if opens else passage.first, passage.last)
        if m.kind == "bloc"
        and m not in passage.out
        and (m.last in behind or any(_named_at(m) - back in before for back in range(_OFFICE_REACH)))
        and not _of_another(passage, m)
        and not passage.has("left_out", m.last, m.last + _VENUE_REACH)  # membership would not …
    ]


def _named_at(bloc: Mention) -> int:
    """Where a bloc's own name begins, or ends: behind the office in it (the chair of BRICS)."""
    return bloc.last - 1 if bloc.how == "title" else bloc.first


def _fighters(passage: _Passage) -> list[str]:
    """The blocs that fight what is rejected, as somebody tells: BRICS can resist unilateral sanctions."""
    target, found = passage.target, list[str]()
    folded, fighting = passage.document.words.folded, passage.document.language.words("fighting")
    ends = {at + 1 for at in range(target.first - _FOUGHT_WITHIN, target.first + 1) if folded[at] in fighting}
    for bloc in within(passage.mentions, max(passage.first, target.first - _TOOL_FOR), target.first):
        fights = any(end > bloc.last for end in ends) and bloc.kind == "bloc" and bloc not in passage.out
        if not fights or any(passage.document.breaks[bloc.last : target.first + 1]):
            continue
        member = passage.has("belonging", bloc.first - _VENUE_REACH, bloc.first)
        aside = not member and _aside(passage, bloc)
        if not (aside or passage.inserted(bloc) or _says_that(passage, bloc.last, target.first)):
            found.append(bloc.id)
    return found


def _tools_beside(passage: _Passage) -> list[str]:
    """The blocs called a tool in the target's sentence, where no principle stands that it would be for."""
    return [
        bloc
        for hit in passage.references("instrument")
        if not passage.topic_within(hit.end - _BESIDE, hit.end + _BESIDE)
        for bloc in _said_to_be(passage, hit)
    ]


def _tools_around(
    passage: _Passage, clauses: tuple[Clause, ...], topics: dict[int, list[Target]]
) -> list[str]:
    """The same, in the sentences around in which the speaker goes on and names no principle."""
    here = passage.sentence.index
    run = run_of(passage.candidate.clause, clauses, _SYSTEM_BACK)
    around = [n for n in run if (abs(n - here) == 1 or _such_system(passage, n)) and not topics[n]]
    around = [n for n in around if _may_mean(passage, n, topics)]
    others = [_elsewhere(passage, number) for number in around]
    found = [bloc for other in others for bloc in _tools_beside(other)]
    clause, target = passage.candidate.clause, passage.target
    if any(clause.first <= t.first < target.first and t.id != target.id for t in passage.topics):
        return found  # the first that is wanted is meant, not its principles
    return [*found, *(bloc for other in others for bloc in _told_of_it(other))]


def _elsewhere(passage: _Passage, number: int) -> _Passage:
    """The same passage in another sentence, which names no principle."""
    sentence = passage.document.sentences[number]
    out = tuple(left_out(passage.document, sentence, passage.mentions))
    return replace(passage, sentence=sentence, topics=[], out=out)


def _such_system(passage: _Passage, number: int) -> bool:
    """Whether a later sentence goes back to "such a system": опорой такой системы могут стать …."""
    sentence, systems = passage.document.sentences[number], passage.document.language.words("systems")
    back = (h for h in sentence.of(Reference) if h.sense.kind == "this_work")
    folded = passage.document.words.folded
    return number > passage.sentence.index and any(folded[h.end - 1] in systems for h in back)


def _may_mean(passage: _Passage, number: int, topics: dict[int, list[Target]]) -> bool:
    """Whether the system that a sentence goes back to may be the target: the order named last, if any."""
    if not _such_system(passage, number):
        return True
    items = passage.document.vocabulary.items
    before = range(number - 1, max(-1, number - 1 - _SYSTEM_BACK), -1)
    named = (items.get(t.id) for at in before for t in reversed(topics[at]))
    good = (e for e in named if isinstance(e, Principle) and e.valence == "good")
    order = next((e.id for e in good if e.category == "order"), None)
    return order == passage.target.id if order else number - passage.sentence.index == 1


def _told_of_it(passage: _Passage) -> list[str]:
    """The blocs that a sentence gives for what was wanted in the one before.

    They are called its pillars (Опорами такой системы он назвал ОДКБ и ШОС), take part in "this work",
    have it as their aim; not who hinders it.
    """
    sentence = passage.sentence
    if sentence.index < passage.candidate.clause.sentence:
        return []
    work = passage.references("this_work")
    opens = [h for h in passage.references("instrument") if h.start < sentence.first + _OPENS]
    start = min((h.end for h in (*opens, *work)), default=sentence.last)
    blocs = passage.blocs(start, sentence.last)
    if work and not _against(sentence, start):
        blocs = [*passage.blocs(sentence.first, work[0].start), *blocs]
    return [m.id for m in blocs if m.how != "demonym" and not _aside(passage, m)]


def _against(sentence: Sentence, end: int) -> bool:
    """Whether a sentence tells, up to a word, of what is done against something: NATO opposes this work."""
    hits: tuple[Hit[Verb] | Hit[Cue], ...] = (*sentence.of(Verb), *sentence.of(Cue))
    return any(h.sense.effect in _AGAINST and h.start < end for h in hits)


def _along(passage: _Passage, found: set[str]) -> list[str]:
    """The blocs that "and" joins to one that is a way."""
    named = passage.blocs(passage.first, passage.last)
    runs = bloc_lists(passage.document, passage.sentence, passage.mentions)
    nearest = {m.id: m for m in sorted(named, key=lambda m: -abs(m.first - passage.target.first))}
    return [
        m.id
        for run in runs
        if any(nearest.get(m.id) is m and m.id in found for m in run)
        for m in run
        if m.first <= joined_up_to(passage.document, run) and m not in passage.out and not _aside(passage, m)
    ]


def _rather(passage: _Passage) -> list[str]:
    """The blocs that take the place of one that is left out: not NATO but the SCO; the SCO, not NATO."""
    document, words = passage.document, passage.document.language.words
    links = words("before_left_out") | words("left_out") | words("articles") | words("conjunctions")
    found: list[Mention] = []
    for before, after in pairwise(bloc_lists(document, passage.sentence, passage.mentions)):
        between = document.words.folded[before[-1].last : after[0].first]
        if not (links | words("but_rather")).issuperset(between):
            continue
        if before[-1] in passage.out and not words("but_rather").isdisjoint(between):
            found += after
        elif after[0] in passage.out:
            found += before
    return [m.id for m in found if m in passage.blocs(m.first, m.last) and not _aside(passage, m)]


def _within_it(passage: _Passage) -> list[str]:
    """The bloc named last, with those listed along, where the target is wanted "within its framework"."""
    hits = [h for h in passage.references("within_it") if passage.first <= h.start < passage.last]
    if not hits or _of_other_topic(passage, hits[0]):
        return []
    since = passage.document.sentences[max(0, passage.sentence.index - 1)]
    named = [m for m in within(passage.mentions, since.first, hits[0].start) if m.kind in ("bloc", "org")]
    if not named or named[-1] in left_out(passage.document, since, passage.mentions):
        return []
    home = since if named[-1].first < since.last else passage.sentence
    runs = bloc_lists(passage.document, home, passage.mentions)
    return [m.id for run in runs if named[-1] in run for m in run]


def _of_other_topic(passage: _Passage, hit: Hit[Reference]) -> bool:
    """Whether what a reference goes with is another principle than the target, not one joined to it.

    Calls on its members to fight terrorism and drug trafficking: both.
    """
    target = passage.target
    if hit.start > target.first:
        return passage.topic_within(target.first, hit.start)
    between = [t for t in passage.topics if hit.start <= t.first < target.first and t.id != target.id]
    words, joins = passage.document.words.folded, passage.document.language.words("conjunctions")
    arabic = passage.document.language.code == "ar"
    return any(
        not any(w in joins or (arabic and w[0] == "و") for w in words[t.last : target.first + 1])
        or passage.has("and_that", t.last, target.first)
        or target.first - t.last > _LISTED
        for t in between
    )


def _said_to_be(passage: _Passage, hit: Hit[Reference]) -> list[str]:
    """The blocs of which a word of tool or pillar is said, with those listed along."""
    run: list[Mention] = []
    for bloc in reversed(passage.blocs(passage.sentence.first, hit.start)):
        if _aside(passage, bloc):
            continue
        edge, reach = (run[-1].first, _LISTED) if run else (hit.start, _IS_TOOL)
        if edge - bloc.last > reach or _says_that(passage, bloc.last, edge):
            break
        run.append(bloc)
    return [bloc.id for bloc in run]


def _says_that(passage: _Passage, start: int, end: int) -> bool:
    """Whether "that" stands in some words, and not behind "may" or "must": يمكن أن تصبح ركائز."""
    folded, words = passage.document.words.folded, passage.document.language.words
    return any(
        folded[at] in words("that") and folded[at - 1] not in words("modals") for at in range(start, end)
    )


def _doers(passage: _Passage) -> list[str]:
    """The bloc of which somebody tells in Arabic what it does for a target: أن المنظمة تراعي … وتحل ….

    It opens what is said; of what is rejected only where the bloc must act: على الرابطة أن ….
    """
    clause, target, folded = passage.candidate.clause, passage.target, passage.document.words.folded
    that = passage.document.language.words("that")
    if passage.document.language.code != "ar" or clause.of_others or clause.speaker.nobody:
        return []
    opened = [
        m for m in passage.blocs(passage.sentence.first, target.first) if folded[_opening(passage, m)] in that
    ]
    if not opened:
        return _of_its_membership(passage)
    bloc = opened[-1]
    if bloc.id in (*clause.holders, *clause.speaker.holders):
        return []
    if passage.has("parting", bloc.last, target.first):
        return []
    obliged = _opening(passage, bloc) < bloc.first - 1
    start = _own_that(passage, bloc) if obliged else bloc.last
    if _says_that(passage, start, target.first):
        return []
    must = obliged or passage.has("must", bloc.last, target.first)
    return [bloc.id] if passage.wanted or must else []


def _own_that(passage: _Passage, bloc: Mention) -> int:
    """Behind the "that" of what a bloc is to do: إن على المجموعة، برئاسة بلاده، أن تدافع."""
    folded, that = passage.document.words.folded, passage.document.language.words("that")
    words = range(bloc.last, passage.target.first)
    return next((at + 1 for at in words if folded[at] in that), bloc.last)


def _opening(passage: _Passage, bloc: Mention) -> int:
    """The word before an Arabic bloc and before "it is for" or "can": إن على المنظمة أن …."""
    at, obliging = bloc.first - 1, passage.document.language.words("obliging")
    while at > passage.sentence.first and passage.document.words.folded[at] in obliging:
        at -= 1
    return at


def _of_its_membership(passage: _Passage) -> list[str]:
    """The blocs whose membership or work does it: أن عضويتنا في … تعزز, أن دور المنظمة في …."""
    clause, folded = passage.candidate.clause, passage.document.words.folded
    words, start = passage.document.language.words, passage.sentence.first
    end = passage.target.first
    at = max((at for at in range(start, end) if folded[at] in words("that")), default=-1)
    if at < 0 or folded[at + 1] not in words("belonging"):
        return []
    does = next(
        (h.start for h in passage.sentence.of(Verb) if at + 1 < h.start and h.sense.form == "present"), -1
    )
    blocs = within(passage.mentions, at + 2, min(does, end))
    return [m.id for m in blocs if m.kind == "bloc" and m.id not in clause.speaker.holders]


def _at_hand(passage: _Passage) -> list[str]:
    """The blocs named beside a target that somebody wants, with nothing between that parts them.

    Whoever names a bloc there mostly means that it serves: the SCO should fight terrorism. Not where
    he names its papers (the UN Charter) or an occasion (at the summit of the SCO).
    """
    clause = passage.candidate.clause
    told_before = clause.verb_at < passage.target.first  # else: …, the minister said
    first = max(clause.first, passage.first, clause.verb_at + 1 if told_before else 0)
    return [
        bloc.id
        for bloc in passage.blocs(first, min(clause.last, passage.last))
        if bloc.how in ("name", "metonym", "anaphora", "side")
        and not _only_alluded(passage, bloc)
        and _own_words(passage).isdisjoint(range(bloc.first, bloc.last))
        and bloc.id not in (*clause.speaker.holders, *clause.holders)
        and not (_aside(passage, bloc) or _given(passage, bloc))
        and not _parted(passage, bloc)
        and not _harms(passage, bloc)
    ]


def _only_alluded(passage: _Passage, bloc: Mention) -> bool:
    """Whether but some states, or a seat, stand for a bloc: with its European partners, Brussels."""
    if bloc.how not in ("side", "metonym"):
        return False
    names = [hit.sense for hit in passage.sentence.of(Name) if bloc.first <= hit.start < bloc.last]
    if bloc.how == "metonym":
        states = passage.has("its_states", bloc.first, bloc.last)  # the Islamic countries
        return states or any(name.id.startswith("place:") for name in names)
    own = [name.strength for name in names if name.id == bloc.id]
    return own != [] and all(strength == "demonym" for strength in own)


def _own_words(passage: _Passage) -> set[int]:
    """The words that name the target here; none where it is only referred to: وستعمل عليه."""
    referred = any(step.startswith(("echo", "pronoun")) for step in passage.candidate.trace)
    return set() if referred else set(range(passage.target.first, passage.target.last))


def _harms(passage: _Passage, bloc: Mention) -> bool:
    """Whether a bloc is said to damage a target: its mission does not serve stability."""
    return passage.candidate.harmed and 0 <= passage.candidate.first - bloc.last <= _TOOL_FOR


def _aside(passage: _Passage, bloc: Mention) -> bool:
    """Whether only a paper, session or office of a bloc is named, or it is but spoken to.

    The UN Charter, the summit of the SCO, an interview with TV BRICS, open to members of NATO; so of
    those that "and" joins.
    """
    run = next((r for r in bloc_lists(passage.document, passage.sentence, passage.mentions) if bloc in r), [])
    joined = bloc.first <= joined_up_to(passage.document, run)
    heads = [m for m in run if m.first < bloc.first] if joined else []
    after = passage.has("bloc_aside_after", max(bloc.last - 1, bloc.first + 1), bloc.last + 1)
    return after or any(_led_aside(passage, m) for m in (*heads, bloc))


def _led_aside(passage: _Passage, bloc: Mention) -> bool:
    """Whether words before a bloc say that it is neither way nor instrument."""
    folded, words = passage.document.words.folded, passage.document.language.words
    if passage.has("bloc_aside", bloc.first - _ASIDE, bloc.first):
        return True
    reach = 1 + (folded[bloc.first - 1] in words("articles") | words("its_states"))
    return any(-1 <= bloc.first - hit.end < reach for hit in passage.references("aside"))


def _given(passage: _Passage, bloc: Mention) -> bool:
    """Whether an Arabic name is only of those whom something is for: التنمية لبلدان الرابطة."""
    language, word = passage.document.language, passage.document.words.folded[bloc.first]
    return language.code == "ar" and word.startswith("ل") and word not in language.initial_words


def _parted(passage: _Passage, bloc: Mention) -> bool:
    """Whether another statement or principle stands between a bloc and the target, or many words."""
    if bloc.last <= passage.target.first:
        start, end = bloc.last, passage.target.first
    else:
        start, end = passage.target.last, bloc.first
    if _says_that(passage, start, end) or any(passage.has(w, start, end) for w in ("and_that", "parting")):
        return True
    if end - start > _AT_HAND or passage.topic_within(start, end):
        return True
    return _joined(passage, start, end, bare=bloc.first >= passage.target.last)


def _joined(passage: _Passage, start: int, end: int, *, bare: bool = False) -> bool:
    """Whether "and" parts two members: committed to the role of ASEAN, and to disarmament.

    Behind a comma; `bare`: without one too.
    """
    words, document = passage.document.words.folded, passage.document
    listed = {word for m in passage.blocs(start, end + 1) for word in range(m.first, m.last)}
    joins = document.language.words("conjunctions")
    arabic = document.language.code == "ar"
    return any(
        (bare or document.breaks[at])
        and at not in listed
        and (words[at] in joins or (arabic and words[at][0] == "و"))
        for at in range(start, end + 1)
    )


def _referred(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> list[str]:
    """The blocs of the last list of two or more, where the paragraph says "these organisations"."""
    said = next(
        (
            hit
            for other in document.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
            if other.block == sentence.block
            for hit in other.of(Reference)
            if hit.sense.kind == "those_blocs"
        ),
        None,
    )
    if said is None:
        return []
    before = [m for m in mentions if m.kind == "bloc" and m.first < said.start]
    if not before:
        return []
    if document.language.words("counted").intersection(document.words.folded[at] for at in said.words):
        return _last_list(document, before)
    listed_in = next(s for s in document.sentences if s.first <= before[-1].first < s.last)
    run = list(dict.fromkeys(m.id for m in before if m.first >= listed_in.first))
    return run if len(run) > 1 else []


def _counted(passage: _Passage) -> list[Hit[Reference]]:
    """Where the sentence names "the three organisations", of which it tells something."""
    counted, folded = passage.document.language.words("counted"), passage.document.words.folded
    return [
        hit
        for hit in passage.references("those_blocs")
        if not counted.isdisjoint(folded[at] for at in hit.words)
    ]


def _both_named_again(passage: _Passage) -> bool:
    """Whether what seems one bloc named again is several: обе организации."""
    again = [m for m in passage.blocs(passage.first, passage.last) if m.how == "anaphora"]
    return any(hit.start < m.last <= hit.end for hit in passage.references("those_blocs") for m in again)


def _apart(passage: _Passage, hit: Hit[Reference]) -> bool:
    """Whether "and that" parts a reference from the target."""
    first, last = sorted((hit.start, passage.target.first))
    return passage.has("and_that", first, last)


def _last_list(document: Document, blocs: list[Mention]) -> list[str]:
    """The last two or more blocs that stand side by side: those that "the three organisations" are."""
    runs: list[list[Mention]] = []
    for bloc in blocs:
        if runs and lists(document, runs[-1][-1].last, bloc.first):
            runs[-1].append(bloc)
        else:
            runs.append([bloc])
    last: list[Mention] = next((run for run in reversed(runs) if len(run) > 1), [])
    return list(dict.fromkeys(bloc.id for bloc in last))
