"""Which principles a sentence names.

Reads the hits of a document's lexicon and its mentions; adds `Target`s. The hit that matches most words
wins, of equal ones the narrower principle; what needs a context counts only where the article speaks of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.candidates import Target
from loaders.positions.dialogue import Dialogue, dialogue_of
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Reference, Sense, Title, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.vocabulary import Bloc, Principle

_TITLE_REACH = 6
_OF_WHAT = 4  # words between a principle and what it is for
_OFFICE = 2  # words of an office that names no matter: وزير الخارجية
_FURTHER_ON = 3  # words inside a phrase that do not belong to it, behind which a bloc is no longer part of it
_LEADS_TO = ("to", "of", "for", "in", "on")
_LONGEST_TITLE = 10
_POINTS_BACK = 4  # sentences over which "this approach" leads back
_BECOMES = frozenset({"expansion", "membership", "reform"})  # of principles about what becomes of a bloc
_WAY = 4  # words of a phrase that leads to a bloc
_REPORTED = 12  # words from a comma to the verb that tells who spoke
_ABOUT_BLOCS = frozenset(
    {"un", "nato", "eu", "cis", "csto", "sco", "brics", "wto"}
)  # in the ids of principles
_FINITE = ("past", "present")
_STILL_MEANT = 50  # words back to what "such a step" may stand for
_JUST_BEFORE = 2  # sentences back
_SETTLING = ("principle:peaceful-settlement", "principle:peace-talks")


def find_topics(document: Document, mentions: tuple[Mention, ...]) -> dict[int, list[Target]]:
    """The principles named in each sentence, by the sentence's index."""
    near = _Surroundings(document, mentions)
    named: dict[str, int] = {}
    topics: dict[int, list[Target]] = {}
    # Only where a language's pronouns may stand for what was asked.
    dialogue = dialogue_of(document) if document.language.words("asked_pronouns") else Dialogue()
    asked: list[Target] = []
    last: Target | None = None
    for sentence in document.sentences:
        officers = [m for m in within(mentions, sentence.first, sentence.last) if m.role]
        here = [t for t in _topics(document, sentence, near, named) if not _in_office(t, officers)]
        topics[sentence.index] = here
        if sentence.block in dialogue.questions:
            new = sentence.block != document.sentences[sentence.index - 1].block
            asked = here if new else here or asked
        elif sentence.block in dialogue.answers:
            topics[sentence.index] = [*here, *_asked_about(document, sentence, asked)]
            asked = [] if here else asked  # the answer has gone on to something else
        topics[sentence.index] += _taken_up(document, sentence, here, last)
        last = next((t for t in reversed(topics[sentence.index])), last)
        named |= {target.id: sentence.index for target in topics[sentence.index]}
    return topics


def _in_office(target: Target, officers: list[Mention]) -> bool:
    """Whether a principle only stands in the name of an office: Envoy for the Peace Process Jo Bloggs."""
    return any(m.first <= target.first and target.last <= m.last for m in officers)


def _taken_up(
    document: Document, sentence: Sentence, here: list[Target], last: Target | None
) -> list[Target]:
    """What was named last, where a noun alone stands for it and nothing else is named before: such a step.

    Of a bad thing such a step may as well be the one against it, such a plan is not.
    """
    entry = document.vocabulary.items.get(last.id) if last else None
    if last is None or not isinstance(entry, Principle):
        return []
    if sentence.first - last.last > _STILL_MEANT or not (entry.telling or entry.category == "norm"):
        return []
    folded, words = document.words.folded, document.language.words
    end = min((target.first for target in here), default=sentence.last)
    nouns, only_such = words("taken_up") | words("likewise"), words("such_deeds")
    if entry.category == "norm":
        nouns, only_such = words("norm_taken_up"), words("such_norms")
    elif entry.valence == "bad":
        nouns = words("initiatives")
    only_such -= nouns
    nouns |= only_such
    again = (i for i in range(sentence.first + 1, end) if folded[i] in nouns)
    at = next(again, None)
    if at is None or not _points_back(document, sentence, at, folded[at] in only_such):
        return []  # or of what the sentence itself has named: a plan for housing, and the decision
    return [Target(last.id, at, at + 1, last.opposite, short=True, words=(at,), again=True)]


def _points_back(document: Document, sentence: Sentence, at: int, only_such: bool) -> bool:
    """Whether a word is one that stands for what was named before: such a step, the move; not the move to.

    Also who does so, does the same, follows suit.
    """
    folded, words = document.words.folded, document.language.words
    before = folded[max(sentence.first, at - 3) : at]
    if folded[at] in words("likewise"):
        return not words("does_so").isdisjoint(before)
    if not words("such_a").isdisjoint(before[-2:]):
        return True
    if only_such:
        return False
    ends = at + 1 == sentence.last or document.breaks[at + 1] or folded[at + 1] not in words("of_which_thing")
    return folded[at - 1] in words("definite") and ends


def _asked_about(document: Document, sentence: Sentence, asked: list[Target]) -> list[Target]:
    """What was asked about, where a pronoun behind a preposition stands for it in the answer: мы за него."""
    folded, words = document.words.folded, document.language.words
    for at in range(sentence.first + 1, sentence.last) if asked else ():
        if folded[at] in words("asked_pronouns") and folded[at - 1] in words("prepositions"):
            return [replace(asked[-1], first=at, last=at + 1, short=True, words=(at,))]
    return []


class _Surroundings:
    """What an article, a paragraph and a sentence speak of: decides topics that need a context."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self._by_sentence: dict[int, set[str]] = {s.index: set() for s in document.sentences}
        self._document = document
        counts: dict[str, int] = {}
        index = 0
        for mention in mentions:
            while mention.first >= document.sentences[index].last:
                index += 1
            for item in (mention.id, mention.state):
                if item:
                    self._by_sentence[index].add(item)
                    counts[item] = counts.get(item, 0) + 1
        for sentence in document.sentences:
            said = self._by_sentence[sentence.index]
            said.update(hit.sense.id for hit in sentence.of(Topic) if hit.sense.in_full)
            named = (hit.sense for hit in sentence.of(Name))
            said.update(name.id for name in named if name.strength in ("demonym", "people"))
        self._most = {item for item, count in counts.items() if count >= 3}

    def speaks_of(self, sentence: Sentence, about: tuple[str, ...]) -> bool:
        """Whether one of the ids is named in the sentence, just before, in the title, or throughout."""
        return self.distance(sentence, about) is not None

    def may_be_of(self, sentence: Sentence, hit: Hit[Topic], named: int) -> bool:
        """Whether a bare word may mean what a sentence named, by whose it is: белорусскую инициативу."""
        owners = [
            h.sense.id for h in sentence.of(Name) if h.sense.strength == "demonym" and h.end == hit.start
        ]
        word = self._document.words.folded[hit.start]
        if not owners or word not in self._document.language.words("initiatives"):
            return True
        near = (at for at in (named - 1, named, named + 1) if at < sentence.index)
        about = (self._by_sentence.get(at, set()) for at in near)
        return any(not said.isdisjoint(owners) for said in about)

    def distance(self, sentence: Sentence, about: tuple[str, ...]) -> int | None:
        """How far off one of the ids is named: 0 in the sentence itself, None where it is not."""
        for far, index in enumerate((sentence.index, sentence.index - 1, sentence.index - 2, 0)):
            if not self._by_sentence.get(index, set()).isdisjoint(about):
                return far
        return None if self._most.isdisjoint(about) else 4


def _topics(
    document: Document, sentence: Sentence, near: _Surroundings, named: dict[str, int]
) -> list[Target]:
    """The topics of a sentence; `named` has the sentence in which each principle was named last."""
    blocs = _bloc_words(document, sentence) if sentence.of(Topic) else set[int]()
    counting = _counting(document, sentence, near, blocs)
    if not counting:
        return []
    hits = _narrowed(document, sentence, counting, named)
    instead = {word for item in counting if item not in hits for word in item[0].words}
    # Those that match most words first; of equal ones the narrower principle. In English what a verb
    # parts goes behind what is in one piece: Zelensky called the Minsk agreements a trap.
    english = document.language.code == "en"
    verbs = {h.start for h in sentence.of(Verb) if english and h.sense.says and h.sense.form in _FINITE}
    whole = sorted(
        (item for item in hits if not item[1].short),
        key=lambda item: (
            -len(item[0].words),
            not verbs.isdisjoint(set(range(item[0].start, item[0].end)).difference(item[0].words)),
            item[0].start - item[0].end,
            english and not item[1].opposite,
            -_depth(document, item[1].id),
            not item[1].about,
        ),
    )
    taken = set[int]()
    found = [_target(document, sentence, *item) for item in _apart(whole, taken, blocs)]
    before = named | {target.id: sentence.index for target in found}
    short = sorted(
        (
            item
            for item in hits
            if item[1].short
            and _still_meant(sentence, item[1], before)
            and near.may_be_of(sentence, item[0], before[item[1].id])
            and not _too_far(document, sentence, item[0], before[item[1].id])
        ),
        key=lambda item: (item[1].near, -len(item[0].words), -before[item[1].id]),
    )
    for hit, topic in _apart(short, taken, blocs):
        again = topic.near and instead.isdisjoint(range(hit.start, hit.end))
        found.append(replace(_target(document, sentence, hit, topic), again=again))
    return _without_broader(document, sorted(found, key=lambda target: target.first))


def _still_meant(sentence: Sentence, topic: Topic, named: dict[str, int]) -> bool:
    """Whether a short form may stand for its principle: it was named before, for some just before."""
    reach = _JUST_BEFORE if topic.near else sentence.index
    return topic.id in named and sentence.index - named[topic.id] <= reach


def _narrowed(
    document: Document, sentence: Sentence, hits: list[tuple[Hit[Topic], Topic]], named: dict[str, int]
) -> list[tuple[Hit[Topic], Topic]]:
    """The hits without those whose words mean what was named before, and more of them or a case of a norm.

    A ceasefire in Sudan, then: the guns must fall silent.
    """
    items = document.vocabulary.items
    meant = [
        (set(range(hit.start, hit.end)), hit.words, topic.id)
        for hit, topic in hits
        if topic.short and _still_meant(sentence, topic, named)
    ]

    def is_case(item: str, norm: str) -> bool:
        entry, other = items.get(item), items.get(norm)
        if not isinstance(entry, Principle) or not isinstance(other, Principle):
            return False
        of_norm = entry.category == "issue" and other.category == "norm"
        return of_norm or norm in (*entry.broader, *_of_any(entry))

    def narrowed(hit: Hit[Topic], topic: Topic) -> bool:
        return any(
            span.issuperset(hit.words)
            and (len(own) > len(hit.words) or is_case(item, topic.id))
            and not set(own).isdisjoint(hit.words)  # not what stands in a gap
            for span, own, item in meant
        )

    return [(hit, topic) for hit, topic in hits if topic.short or topic.about or not narrowed(hit, topic)]


def _too_far(document: Document, sentence: Sentence, hit: Hit[Topic], named: int) -> bool:
    """Whether "this" points to what was named too long ago: هذا النهج."""
    pointing = document.words.folded[hit.start] in document.language.words("demonstratives")
    return pointing and sentence.index - named > _POINTS_BACK


def _bloc_words(document: Document, sentence: Sentence) -> set[int]:
    """The words of the names of blocs, but not of mere camps: the hegemony of the West."""
    entries = ((hit, document.vocabulary.items.get(hit.sense.id)) for hit in sentence.of(Name))
    named = (hit for hit, entry in entries if isinstance(entry, Bloc) and not entry.informal)
    return {word for hit in named if hit.sense.strength == "strong" for word in hit.words}


def _without_broader(document: Document, found: list[Target]) -> list[Target]:
    """The topics without one that only says of what a narrower one is: a two-state solution to a conflict."""
    items, language = document.vocabulary.items, document.language
    if language.code != "en":
        return found

    def only_says(target: Target) -> bool:
        for other in found:
            entry, gap = items.get(other.id), range(other.last, target.first)
            within = isinstance(entry, Principle) and target.id in entry.broader
            within = within and 0 < len(gap) <= _OF_WHAT
            words = document.words.folded[other.last : target.first]
            if (
                within
                and not any(document.breaks[at] for at in (*gap, target.first))
                and words[0] in _LEADS_TO
            ):
                return True
        return False

    def says_whose(target: Target) -> bool:
        """Whether a narrower one right behind says of what it is: a solution to the conflict in X."""
        for other in found:
            entry, gap = items.get(other.id), document.words.folded[target.last : other.first]
            within = isinstance(entry, Principle) and target.id in (*entry.broader, *_of_any(entry))
            near = 0 < len(gap) <= _OF_WHAT and gap[0] in _LEADS_TO
            if within and near and not any(document.breaks[target.last : other.first + 1]):
                return True
        return False

    return [target for target in found if not (only_says(target) or says_whose(target))]


def _of_any(entry: Principle) -> tuple[str, ...]:
    """The norms that a settlement of one conflict is a case of."""
    return _SETTLING if entry.id.endswith(("-settlement", "-ceasefire")) else ()


def _counting(
    document: Document, sentence: Sentence, near: _Surroundings, blocs: set[int]
) -> list[tuple[Hit[Topic], Topic]]:
    """The hits of topics that count: their context is there, no name or title is made of them."""
    hits = [
        (hit, hit.sense)
        for hit in sentence.of(Topic)
        if not hit.sense.about or near.speaks_of(sentence, hit.sense.about)
    ]
    if not hits:
        return []
    names = _name_words(sentence) | _titled_words(document, sentence)
    surnames = _nations_in_names(sentence)
    hits = [(hit, topic) for hit, topic in hits if surnames.isdisjoint(hit.words)]
    hits = [(hit, topic) for hit, topic in hits if not names.issuperset(hit.words)]
    hits = [(hit, topic) for hit, topic in hits if not _torn(document, sentence, hit)]
    offices = [set(range(h.start, h.end)) for h in sentence.of(Title) if h.end - h.start > 1]
    hits = [(hit, topic) for hit, topic in hits if not _out_of_office(hit, offices)]
    hits = [
        (hit, topic) for hit, topic in hits if not (topic.short and _in_proper_name(document, sentence, hit))
    ]
    bound = _bound_words(document, sentence)
    hits = [(hit, topic) for hit, topic in hits if bound.isdisjoint(hit.words)]
    borrowed = _borrowed_words(document, sentence)
    hits = [(hit, topic) for hit, topic in hits if borrowed.isdisjoint(hit.words) or _of_bloc(topic)]
    hits = [(hit, topic) for hit, topic in hits if not _leaps(document, sentence, hit)]
    hits = [(hit, topic) for hit, topic in hits if not _through_bloc(document, hit, blocs)]
    hits = [(hit, topic) for hit, topic in hits if not _into_a_way(sentence, hit)]
    plain = [(hit, topic.id) for hit, topic in hits if hit.end - hit.start == len(hit.words)]
    hits = [(hit, topic) for hit, topic in hits if not _of_another_with_bloc(hit, topic, plain, blocs)]
    hits = _in_nearest_context(hits, sentence, near)
    if document.language.code == "en":
        hits = _of_nearer_context(hits, sentence, near)
    denied = [(hit, topic.id) for hit, topic in hits if topic.denied]
    hits = [(hit, topic) for hit, topic in hits if not topic.denied and not _is_denied(hit, topic, denied)]
    return _narrowest(document, hits, blocs)


def _through_bloc(document: Document, hit: Hit[Topic], blocs: set[int]) -> bool:
    """Whether a bloc in a phrase is but the way to what the rest names: безопасность с участием СНГ."""
    first = next((word for word in hit.words if word in blocs), None)
    if first is None or first == hit.start:
        return False
    inside = {document.words.folded[at] for at in range(hit.start, first) if at not in hit.words}
    return not inside.isdisjoint(document.language.words("leads_to_bloc"))


def _into_a_way(sentence: Sentence, hit: Hit[Topic]) -> bool:
    """Whether a phrase leaps into words that lead to a bloc: security in cooperation with, independent of."""
    return any(
        hit.start < h.start
        and h.start not in hit.words
        and h.end <= h.start + _WAY
        and (not set(h.words).isdisjoint(hit.words) if h.sense.kind == "means" else h.end < hit.end)
        for h in sentence.of(Reference)
        if h.sense.kind in ("means", "set_against")
    )


def _of_another_with_bloc(
    hit: Hit[Topic], topic: Topic, plain: list[tuple[Hit[Topic], str]], blocs: set[int]
) -> bool:
    """Whether a phrase with a bloc borrows its noun from a full name: Eurasian security … the CSTO."""
    rest = set(hit.words) - blocs
    if not _BECOMES.isdisjoint(topic.id.split("-")) or not rest or len(rest) == len(hit.words):
        return False
    return any(item != topic.id and rest < set(whole.words) - blocs for whole, item in plain)


def _bound_words(document: Document, sentence: Sentence) -> set[int]:
    """The nouns of phrases that only bind a sentence together: в связи с визитом names no ties."""
    words, bound = document.words.folded, set[int]()
    for phrase in document.language.words("bound_phrases"):
        length = len(phrase.split())
        for at in range(sentence.first, sentence.last - length + 1):
            if " ".join(words[at : at + length]) == phrase:
                bound.add(at + 1)
    return bound


def _leaps(document: Document, sentence: Sentence, hit: Hit[Sense]) -> bool:
    """Whether a phrase leaps over a comma or "and" and a verb into another clause: خطة ترامب، وأعلنوا أن."""
    gaps = {at for at in range(hit.start + 1, hit.end) if at not in hit.words}
    if not gaps:
        return False
    opens = {at for at in gaps if document.breaks[at]}
    joins = document.language.words("conjunctions")
    if document.language.code == "ar":
        if any(document.words.folded[at] in document.language.words("that") for at in opens):
            return True  # مجلس الأمن، إن الانقسام
        if any(h.start in gaps and h.sense.effect == "if" for h in sentence.of(Cue)):
            return True  # سوريا إذا احترمت الحكومة …
        if any(h.start in opens and h.sense.says for h in sentence.of(Verb)):
            return True  # بريكس، معربا عن تقديره لعضوية
        anew = tuple(document.language.words("opens_anew"))
        if any(document.words.folded[at].startswith(anew) for at in opens):
            return True  # الأسباب الجذرية، وفي مقدمتها جر أوكرانيا
        if any(_opens_report(document, sentence, hit, at) for at in gaps):
            return True  # أمين عام الناتو فلان إن توسع
    if any(document.words.folded[at] in document.language.words("and_that") for at in gaps):
        return True
    words = document.language.words
    turned = {at for at in opens if document.words.folded[at] in words("turns")}
    if any(document.words.folded[at + 1] not in words("not_turned") for at in turned):
        return True  # вступление в НАТО Швеции, а Киеву …
    if document.language.code == "en" and any(document.words.folded[at] == "that" for at in gaps):
        return True  # in Kyiv that no talks
    if document.language.code == "en" and _into_report(document, sentence, hit):
        return True  # the troops must leave, the Brazilian foreign minister said
    opens |= {at for at in gaps if at - 1 in gaps and document.words.folded[at - 1] in joins}
    opens |= {at + 1 for at in opens if document.words.folded[at] in document.language.words("fronting")}
    finite = (h.start for h in sentence.of(Verb) if h.sense.form in _FINITE)
    return bool(opens) and not opens.isdisjoint(finite)


def _into_report(document: Document, sentence: Sentence, hit: Hit[Sense]) -> bool:
    """Whether a phrase runs over a comma into the words that say who spoke: …, the foreign minister said."""
    breaks = [at for at in range(hit.start + 1, hit.end) if document.breaks[at]]
    says = [h.start for h in sentence.of(Verb) if h.sense.says and h.sense.form in _FINITE]
    return any(
        breaks[-1] < at <= breaks[-1] + _REPORTED and not any(document.breaks[breaks[-1] + 1 : at + 1])
        for at in (says if breaks else ())
    )


def _opens_report(document: Document, sentence: Sentence, hit: Hit[Sense], at: int) -> bool:
    """Whether a "that" among the words of a phrase opens what somebody says who is named before it."""
    if document.words.folded[at] not in document.language.words("bare_that"):
        return False
    named = any(
        name.end == at and set(range(name.start, name.end)).isdisjoint(hit.words)
        for name in sentence.of(Name)
    )
    return named or document.text[document.words.starts[at] : document.words.ends[at]] == "إن"


def _in_nearest_context(
    hits: list[tuple[Hit[Topic], Topic]], sentence: Sentence, near: _Surroundings
) -> list[tuple[Hit[Topic], Topic]]:
    """The hits without those whose context is far, where the sentence itself gives the context of another."""
    here = {
        word
        for hit, topic in hits
        if topic.about and near.distance(sentence, topic.about) == 0
        for word in hit.words
    }
    return [
        (hit, topic)
        for hit, topic in hits
        if not topic.about or here.isdisjoint(hit.words) or near.distance(sentence, topic.about) == 0
    ]


def _of_nearer_context(
    hits: list[tuple[Hit[Topic], Topic]], sentence: Sentence, near: _Surroundings
) -> list[tuple[Hit[Topic], Topic]]:
    """The hits without those that another outdoes in the same words whose context is nearer."""
    far = [(near.distance(sentence, topic.about) or 0) if topic.about else None for _, topic in hits]
    nearest: dict[tuple[int, ...], int] = {}
    for (hit, _), distance in zip(hits, far, strict=True):
        if distance is not None:
            words = tuple(hit.words)
            nearest[words] = min(distance, nearest.get(words, distance))
    return [
        item
        for item, distance in zip(hits, far, strict=True)
        if distance is None or distance == nearest[tuple(item[0].words)]
    ]


def _narrowest(
    document: Document, hits: list[tuple[Hit[Topic], Topic]], blocs: set[int]
) -> list[tuple[Hit[Topic], Topic]]:
    """The hits without those of a principle of which a narrower one is named in some of the same words.

    Not where the narrower one needs a bloc further on: Eurasian security must rest on the CSTO.
    """
    whole = [
        (hit, topic.id)
        for hit, topic in hits
        if not (topic.short or any(document.breaks[hit.start + 1 : hit.end]))
        and (blocs.isdisjoint(hit.words) or hit.end - hit.start - len(hit.words) < _FURTHER_ON)
    ]
    items = document.vocabulary.items
    taken: dict[str, set[int]] = defaultdict(set)  # the words of what is narrower, by the broader one
    for hit, item in whole:
        entry = items.get(item)
        for broader in entry.broader if isinstance(entry, Principle) else ():
            taken[broader].update(hit.words)
    return [
        (hit, topic) for hit, topic in hits if topic.id not in taken or taken[topic.id].isdisjoint(hit.words)
    ]


def _apart(
    hits: list[tuple[Hit[Topic], Topic]], taken: set[int], blocs: set[int]
) -> Iterator[tuple[Hit[Topic], Topic]]:
    """The hits that share no word with an earlier one but a bloc's name; `taken` grows by their words.

    Of the UN may be both the Charter and the central role: ميثاق الأمم المتحدة ودورها المركزي.
    """
    for hit, topic in hits:
        shared = taken.intersection(hit.words)
        if not shared or (shared <= blocs and not blocs.issuperset(hit.words)):
            taken.update(hit.words)
            yield hit, topic


def _target(document: Document, sentence: Sentence, hit: Hit[Sense], topic: Topic) -> Target:
    negated = _negated_inside(document, sentence, hit, topic.id)
    return Target(topic.id, hit.start, hit.end, topic.opposite, negated, topic.short, hit.words)


def _name_words(sentence: Sentence) -> set[int]:
    """Words of the long names of bodies: no principle is named by them alone.

    The cooperation of "Asia-Pacific Economic Cooperation" is none, nor "Eurasian … security" put
    together from the names of two organisations.
    """
    bodies = [
        name
        for name in sentence.of(Name)
        if name.sense.strength == "strong" and name.sense.id.startswith(("bloc:", "org:"))
    ]
    long = [name for name in bodies if name.end - name.start > 1]
    ends = {(name.sense.id, name.end) for name in long}
    short = [name for name in bodies if (name.sense.id, name.start) in ends]  # the acronym in brackets
    return {word for name in (*long, *short) for word in range(name.start, name.end)}


def _out_of_office(hit: Hit[Sense], offices: list[set[int]]) -> bool:
    """Whether a phrase lies in an office, or takes words out of one: المفوض السامي لحقوق الإنسان …."""
    return any(
        not office.isdisjoint(hit.words) and (len(office) > _OFFICE or not office.issuperset(hit.words))
        for office in offices
    )


def _torn(document: Document, sentence: Sentence, hit: Hit[Sense]) -> bool:
    """Whether an English phrase tears an end out of an organisation's name: Rapid Support Forces to leave."""
    if document.language.code != "en":
        return False
    orgs = (n for n in sentence.of(Name) if n.sense.id.startswith("org:"))
    names = (n for n in orgs if n.sense.strength == "strong")  # the funds are not the Fund
    inside = (n for n in names if not set(range(n.start, n.end)).isdisjoint(hit.words))
    return any(n.start not in hit.words for n in inside)


def _in_proper_name(document: Document, sentence: Sentence, hit: Hit[Sense]) -> bool:
    """Whether an English word that names a principle for short is part of a name: Register of … Arms."""
    words, at = document.words, hit.start - 1
    if document.language.code != "en" or at <= sentence.first or document.breaks[hit.start]:
        return False
    at -= words.folded[at] == "of"
    if any(n.start <= at < n.end for n in sentence.of(Name)):
        return False  # the Moroccan Initiative
    return all(document.text[words.starts[i]].isupper() for i in (at, hit.start))


def _nations_in_names(sentence: Sentence) -> set[int]:
    """Words for a nationality in a name or title: محمد شياع السوداني, المرشد الإيراني علي خامنئي.

    What they begin is not named with what stands behind the name.
    """
    people = [h for h in sentence.of(Name) if h.sense.id.startswith("person:") and h.end - h.start > 1]
    nations = {h.start: h.end for h in sentence.of(Name) if h.sense.strength in ("demonym", "people")}
    titled = {h.start for h in people}
    return {h.end - 1 for h in people if h.end - 1 in nations} | {
        at for at, end in nations.items() if end in titled
    }


def _borrowed_words(document: Document, sentence: Sentence) -> set[int]:
    """Words inside the names of blocs that also name principles: they do not, together with others.

    شراكات بين الاتحاد الاقتصادي الأوراسي: no economic partnership.
    """
    common = document.language.words("common_in_names")
    return {
        word
        for name in sentence.of(Name)
        if name.sense.id.startswith("bloc:") and name.sense.strength != "weak" and name.end - name.start > 1
        for word in range(name.start, name.end)
        if document.words.folded[word] in common
    }


def _of_bloc(topic: Topic) -> bool:
    """Whether a principle is about a bloc, by whose name it is then known (the reform of the Council)."""
    return not _ABOUT_BLOCS.isdisjoint(topic.id.partition(":")[2].split("-"))


def _titled_words(document: Document, sentence: Sentence) -> set[int]:
    """Words of a title in quotation marks: what a forum is called, nobody thereby holds."""
    heads = document.language.words("titled")
    found: set[int] = set()
    for quote in document.quotes:
        if not (sentence.start <= quote.start < sentence.end):
            continue
        inside = [
            i
            for i in range(sentence.first, sentence.last)
            if quote.start <= document.words.starts[i] < quote.end
        ]
        before = (
            document.words.folded[max(sentence.first, inside[0] - _TITLE_REACH) : inside[0]] if inside else ()
        )
        if len(inside) <= _LONGEST_TITLE and heads.intersection(before):
            found.update(inside)
    return found


def _is_denied(hit: Hit[Sense], topic: Topic, denied: list[tuple[Hit[Topic], str]]) -> bool:
    """Whether a phrase that only looks like the principle covers the hit."""
    return any(
        item == topic.id
        and other.start <= hit.start
        and hit.end <= other.end
        and len(other.words) >= len(hit.words)
        for other, item in denied
    )


def _depth(document: Document, item: str) -> int:
    entry = document.vocabulary.items.get(item)
    return len(entry.broader) if isinstance(entry, Principle) else 0


def _negated_inside(document: Document, sentence: Sentence, topic: Hit[Sense], named: str) -> bool:
    """Whether a negation stands among the words of a topic, in the gaps of its pattern.

    Not where "and" opens a member of its own with it: المساواة وعدم التجزئة والاحترام المتبادل; nor
    where it belongs to what another principle names: منظومة أمن أوراسية تقوم على عدم تجزئة الأمن.
    """
    joined = {word for word in document.language.words("non") if word.startswith("و")}
    joined |= document.language.words("nor")  # لا يريدون سلاما ولا حوارا: denied before
    joined |= document.language.words("of_adjectives")
    if any(negates(h) and h.end == topic.start for h in sentence.of(Cue)):
        joined |= document.language.words("negative_concord")  # не передаст ни одного снаряда
    inside = [h for h in sentence.hits if topic.start < h.start < topic.end and isinstance(h.sense, Cue)]
    true = {word for h in inside if h.sense.effect == "no_negation" for word in range(h.start, h.end)}  # type: ignore[union-attr]
    true |= {word for other in sentence.of(Topic) if other.sense.id != named for word in other.words}
    true |= {hit.start - 1 for hit in sentence.of(Name)}  # هي روسيا لا أوكرانيا: who, not whether
    if _ended_inside(document, topic) or _kept_from(document, topic):
        return True
    return any(
        negates(h)
        and true.isdisjoint(range(h.start, h.end))
        and h.start not in topic.words
        and document.words.folded[h.start] not in joined
        and document.language.words("given_up_inside").isdisjoint(
            document.words.folded[at]
            for at in range(h.end, topic.end)
            if not (document.language.code == "en" and at in topic.words)
        )
        for h in inside
    )


def _ended_inside(document: Document, topic: Hit[Sense]) -> bool:
    """Whether a bad thing is told to end, in the gaps of its pattern: NATO must stop expanding."""
    entry = document.vocabulary.items.get(topic.sense.id) if isinstance(topic.sense, Topic) else None
    if not isinstance(entry, Principle) or entry.valence != "bad":
        return False
    gaps = (at for at in range(topic.start, topic.end) if at not in topic.words)
    return any(document.words.folded[at] in document.language.words("ending_inside") for at in gaps)


def _kept_from(document: Document, topic: Hit[Sense]) -> bool:
    """Whether somebody is kept from what a topic names, in its gaps: Iran be prevented from acquiring …."""
    folded, words = document.words.folded, document.language.words
    gaps = (at for at in range(topic.start + 1, topic.end - 1) if at not in topic.words)
    return any(folded[at] in words("kept") and folded[at + 1] in words("kept_from") for at in gaps)


def negates(hit: Hit[Sense]) -> bool:
    """Whether a hit is a negation."""
    return isinstance(hit.sense, Cue) and hit.sense.effect == "negation"
