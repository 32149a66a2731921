"""A sentence as the scene of happenings: which date, place and actors belong to which phrase.

Everything is given to the nearest anchor: a phrase that names a happening, or a verb of saying.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from loaders.positions.clauses import Clause, Speaker, represented
from loaders.positions.event_kinds import AGREED, DEEDS, GATHERINGS, MEETINGS, SAID, TEXTS
from loaders.reading.dates import DateMention, find_dates
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Happening, Name, Reference, Sense, Topic
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote
from ontology.vocabulary import Organization, Vocabulary

_REACH = 20  # words from a phrase to what belongs to it
LONG_QUOTE = 40  # characters; shorter quotation marks set off a term
_BREAK = 6  # a comma counts as so many words
_ADJECTIVES = 6
_TOPICAL = frozenset(
    {
        "attack",
        "sanctions-imposed",
        "exercise",
        "conference",
        "summit",
        "ministerial-meeting",
        "session",
        "forum",
    }
)  # happenings whose words also name what people are against
_SHORT_VERB = 4  # letters: سيرت is no future
_BARE = 6  # a bare word draws less than a full phrase
_WHOLES = frozenset({"conference", "forum", "summit"})
_BEFORE = 3
_HELD_BEHIND = 6  # words
_OF_ANNIVERSARY = 3  # words
_WITHIN = 2  # words
_RIGHT_BEHIND = 2
_FORMS_OF_TWO = frozenset({"whom", "pair"})  # a verb between two persons, or behind both
_BEFORE_VERB = 10
_BEHIND_VERB = 5
_RECENT = 16  # mentions among which "the two ministers" are
_ACTING = frozenset({"armed-group", "body", "court", "party"})


@dataclass(slots=True)
class Anchor:
    """A phrase or verb of saying, with what lies nearest to it."""

    first: int
    last: int
    happening: Happening | None
    clause: Clause | None = None
    dates: list[DateMention] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    nations: tuple[str, ...] = ()  # named by adjectives: the Israeli strikes

    @property
    def kind(self) -> str:
        """The kind of happening; nothing for a verb of saying."""
        return self.happening.kind if self.happening else ""

    @property
    def form(self) -> str:
        """The form of the phrase: act, will, name, met or again."""
        return self.happening.form if self.happening else ""

    @property
    def bare(self) -> bool:
        """Whether it is a bare word that refers back."""
        return self.form == "again"

    def distance(self, first: int, last: int) -> int:
        """Words between this anchor and the words `first` up to `last`."""
        return max(first - self.last, self.first - last, 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its anchors in order and the words around them that judge a happening."""

    sentence: Sentence
    anchors: tuple[Anchor, ...]
    around: tuple[Hit[Happening], ...]
    clauses: tuple[Clause, ...]
    both: tuple[int, ...]  # where "the two sides" stand
    pair: tuple[str, ...]  # who they are: two persons of two states named last before
    known: Speaker | None  # who spoke last before the sentence, else first after it
    bloc: str | None  # the bloc named last before the sentence, else first in it
    earlier: tuple[str, ...]  # the states and blocs that the sentence before names
    person: tuple[str, ...]  # who was named last before the sentence, with his state

    def has(self, form: str, first: int, last: int) -> bool:
        """Whether a word of that form around happenings lies in words `first` up to `last`."""
        return any(True for _ in self.hits(form, first, last))

    def hits(self, form: str, first: int, last: int) -> Iterator[Hit[Happening]]:
        """The words of that form around happenings that lie in words `first` up to `last`."""
        return (
            hit for hit in self.around if hit.sense.form == form and first <= hit.start and hit.end <= last
        )

    def clause_at(self, word: int) -> Clause | None:
        """The clause that holds a word, else the sentence's first with a speaker."""
        inside = (c for c in self.clauses if c.first <= word < c.last)
        return next(inside, None) or next((c for c in self.clauses if not c.speaker.nobody), None)

    @property
    def speaker(self) -> Speaker | None:
        """Who makes the sentence's first report."""
        return next((c.speaker for c in self.clauses if c.level == "report" and not c.speaker.nobody), None)


class _Recalled(NamedTuple):
    """Who was named or spoke before a sentence: see the fields of `Scene` of these names."""

    pair: tuple[str, ...]
    known: Speaker | None
    bloc: str | None
    earlier: tuple[str, ...]
    person: Mention | None


def read_scenes(
    document: Document, mentions: tuple[Mention, ...], clauses: tuple[Clause, ...]
) -> Iterator[Scene]:
    """The scene of every sentence that names a happening, in order."""
    by_sentence: dict[int, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_sentence[clause.sentence].append(clause)
    starts = [m.first for m in mentions]
    voices = [clause for clause in clauses if clause.level == "report" and clause.speaker.voice]
    latest: dict[str, Mention] = {}  # by kind, who was named last before the sentence
    reached = 0
    for sentence in document.sentences:
        if any(hit.sense.kind != "around" for hit in sentence.of(Happening)):
            low, high = bisect_right(starts, sentence.first - 1), bisect_right(starts, sentence.last - 1)
            latest |= {m.kind: m for m in mentions[reached:low]}
            reached = low
            here, said = mentions[low:high], tuple(by_sentence[sentence.index])
            bloc = latest.get("bloc") or next((m for m in here if m.kind == "bloc"), None)
            before = bisect_right(starts, document.sentences[max(sentence.index - 1, 0)].first - 1)
            recalled = _Recalled(
                _pair(mentions[max(low - _RECENT, 0) : low]),
                _known(voices, sentence, mentions, document.vocabulary),
                bloc.id if bloc else None,
                tuple(dict.fromkeys(m.id for m in mentions[before:low] if m.kind in ("state", "bloc"))),
                latest.get("person"),
            )
            yield _scene(document, sentence, here, said, recalled)


def _known(
    voices: list[Clause], sentence: Sentence, mentions: tuple[Mention, ...], vocabulary: Vocabulary
) -> Speaker | None:
    """Who spoke last before a sentence, else the official named last, else who first spoke after it."""
    at = bisect_right([clause.sentence for clause in voices], sentence.index)
    if at == 0:
        before = (
            m for m in reversed(mentions) if m.last <= sentence.first and m.kind == "person" and m.state
        )
        official = next(before, None)
        if official is not None:
            return represented(vocabulary, official)
    return voices[max(at - 1, 0)].speaker if voices else None


def _scene(
    document: Document,
    sentence: Sentence,
    mentions: tuple[Mention, ...],
    clauses: tuple[Clause, ...],
    recalled: _Recalled,
) -> Scene:
    around = tuple(
        Hit(h.start, h.end, h.sense, h.words) for h in sentence.of(Happening) if h.sense.kind == "around"
    )
    anchors = [Anchor(hit.start, hit.end, hit.sense) for hit in _happenings(document, sentence, mentions)]
    covered = {word for anchor in anchors for word in range(anchor.first, anchor.last)}
    anchors += [
        Anchor(c.verb_at, c.verb_at + 1, None, c)
        for c in clauses
        if c.level == "report" and c.verb_at >= 0 and c.verb_at not in covered and _tells(c)
    ]
    anchors.sort(key=lambda anchor: anchor.first)
    stops = {h.start for h in around if h.sense.form == "in"}
    for anchor, following in zip_longest(anchors, anchors[1:]):
        limit = following.first if following and following.kind else sentence.last
        anchor.nations = _nations(document, sentence, anchor, stops, limit)
    _give(document, sentence, anchors, mentions)
    both = {h.start for h in sentence.of(Reference) if h.sense.kind == "both_states"}
    both |= {h.start for h in around if h.sense.form == "both"}
    whom = recalled.person
    return Scene(
        sentence,
        tuple(anchors),
        around,
        clauses,
        both=tuple(sorted(both)),
        pair=recalled.pair if both else (),
        known=recalled.known,
        bloc=recalled.bloc,
        earlier=recalled.earlier,
        person=tuple(i for i in (whom.id, whom.state) if i) if whom else (),
    )


def _pair(before: tuple[Mention, ...]) -> tuple[str, ...]:
    """The two persons of two states that were named last, with their states."""
    people = [m for m in reversed(before) if m.kind == "person" and m.state]
    if not people:
        return ()
    other = next((m for m in people if m.state != people[0].state and m.id != people[0].id), None)
    return tuple(i for m in (people[0], other) if m and other for i in (m.id, m.state) if i)


def _told(document: Document, sentence: Sentence, hit: Hit[Happening]) -> bool:
    """Whether a phrase tells of a happening though a principle is named by the same words: held talks.

    A verb does, unless it is written as its own noun: نشر صواريخ.
    """
    if hit.sense.kind in _TOPICAL:
        return True
    if hit.sense.kind in MEETINGS and hit.sense.form == "name":
        around = (h for h in sentence.of(Happening) if h.sense.kind == "around" and h.sense.form == "held")
        return any(0 <= h.start - hit.end <= _HELD_BEHIND for h in around)  # the third round was held
    noun = document.words.folded[hit.start] in document.language.words("verbal_nouns")
    return hit.sense.form in ("act", "will") and (hit.sense.kind in MEETINGS or not noun)


def _tells(clause: Clause) -> bool:
    """Whether the verb of a clause is one of saying or taking sides, not any deed: held, organised."""
    return clause.verb is None or clause.verb.listed


_ONCE_CALLED = frozenset({"talks", "bilateral-meeting"})
_FORM_ORDER = {"again": 0, "act": 1, "will": 2, "name": 3, "met": 4}


def _happenings(
    document: Document, sentence: Sentence, mentions: tuple[Mention, ...]
) -> list[Hit[Happening]]:
    """The phrases that name happenings: the longest where they overlap, none within a principle's words."""
    found = (h for h in sentence.of(Happening) if h.sense.kind != "around")
    told = (_act(h) for h in found if _of_persons(document, mentions, h))
    hits = [_future(document, h) for h in told if not _runs_on(document, h)]
    called = {h.start for h in hits if h.sense.kind == "phone-call"}  # discussed with him by phone
    hits = [h for h in hits if h.start not in called or h.sense.kind not in _ONCE_CALLED]
    denied = {(h.sense.kind, w) for h in hits if h.sense.form == "denied" for w in _words(h)}
    topics = {w for h in sentence.of(Topic) if not h.sense.short for w in _words(h)}
    whole = {h.start for h in hits if h.sense.form != "met" and not _leaps(document, h)}
    hits = [h for h in hits if h.start not in whole or not _leaps(document, h)]
    blocs = {w for m in mentions if m.kind == "bloc" for w in range(m.first, m.last)}
    hits = [h for h in hits if h.start not in blocs or h.sense.kind not in ("conference", "forum")]
    hits = [h for h in hits if h.sense.form not in ("name", "again") or not _done_by(h, hits)]
    hits.sort(key=lambda h: (h.start - h.end, _FORM_ORDER.get(h.sense.form, 9), h.start))
    met = {h.start for h in hits if h.sense.kind == "summit" and h.end == h.start + 1}
    taken: set[int] = set()
    kept: list[Hit[Happening]] = []
    for hit in hits:
        words = _words(hit)
        if hit.sense.form == "denied" or words & taken:
            continue
        if words <= topics and not _told(document, sentence, hit):
            continue
        if not any((hit.sense.kind, word) in denied for word in words):
            taken |= words - met if hit.sense.kind in TEXTS else words  # the declaration of a summit
            kept.append(hit)
    return sorted((h for h in kept if not _told_by(h, kept)), key=lambda h: h.start)


def _act(hit: Hit[Happening]) -> Hit[Happening]:
    return hit._replace(sense=Happening(hit.sense.kind, "act")) if hit.sense.form in _FORMS_OF_TWO else hit


def _of_persons(document: Document, mentions: tuple[Mention, ...], hit: Hit[Happening]) -> bool:
    """Whether a verb that asks for two persons has them: "Blinken met Wang Yi", and those who met."""
    if hit.sense.form not in _FORMS_OF_TWO:
        return True
    people = [m for m in mentions if m.kind == "person"]
    before = {m.id for m in people if 0 <= hit.start - m.last <= _BEFORE_VERB}
    if hit.sense.form == "pair":
        return len(before) > 1
    after = next((m for m in people if 0 <= m.first - hit.end <= _BEHIND_VERB), None)
    if after is None or not before - {after.id}:
        return False
    return not any(document.breaks[hit.end : after.first + 1])


def _done_by(hit: Hit[Happening], hits: list[Hit[Happening]]) -> bool:
    """Whether a verb tells of the same with the noun as its object: took over the presidency."""
    acts = (h for h in hits if h.sense.form in ("act", "will") and h.sense.kind == hit.sense.kind)
    return any(a.start < hit.start < a.end < hit.end for a in acts)


def _told_by(hit: Hit[Happening], hits: list[Hit[Happening]]) -> bool:
    """Whether another phrase of the sentence tells of the same: it lies within, or this is its part."""
    kind, form = hit.sense.kind, hit.sense.form
    if form == "met":  # their meeting is told of, or they are the authors of a text
        return any(
            (o.sense.kind in MEETINGS and o.sense.form != "met")
            or (o.sense.kind in TEXTS and o.start < hit.start)
            or o.sense.kind == "treaty-signed"
            for o in hits
        )
    if kind == "session" and form == "name":  # the plenary session of a conference
        return any(o.sense.kind in _WHOLES and 0 <= o.start - hit.end < _WITHIN for o in hits)
    if kind in DEEDS | AGREED and any(_remembers(o, hit) for o in hits):
        return True
    return any(o.sense.kind == kind and hit.start < o.start and o.end < hit.end for o in hits)


def _remembers(day: Hit[Happening], hit: Hit[Happening]) -> bool:
    """Whether a day is that on which something is remembered: the anniversary of the bombing."""
    return day.sense.kind == "anniversary" and 0 <= hit.start - day.end <= _OF_ANNIVERSARY


def _future(document: Document, hit: Hit[Happening]) -> Hit[Happening]:
    """A phrase whose Arabic verb is in the future announces what it would tell otherwise: سيلقي كلمة."""
    word = document.words.folded[hit.start]
    signs = document.language.words("future_signs")
    future = len(word) > _SHORT_VERB and any(word.startswith(sign) for sign in signs)
    if hit.sense.form != "act" or not future:
        return hit
    return hit._replace(sense=Happening(hit.sense.kind, "will"))


def _leaps(document: Document, hit: Hit[Happening]) -> bool:
    """Whether a phrase leaps over a comma, not over what is inserted between two."""
    return sum(document.breaks[word] for word in range(hit.start + 1, hit.end)) % 2 == 1


def _runs_on(document: Document, hit: Hit[Sense]) -> bool:
    """Whether a phrase leaps over a "that" into another clause."""
    that = document.language.words("that")
    between = set(range(hit.start, hit.end)) - _words(hit)
    return any(document.words.folded[word] in that for word in between)


def _words(hit: Hit[Happening] | Hit[Sense]) -> set[int]:
    return set(hit.words) or set(range(hit.start, hit.end))


def _give(
    document: Document, sentence: Sentence, anchors: list[Anchor], mentions: tuple[Mention, ...]
) -> None:
    """Give each date and each mention of the sentence to its nearest anchor."""
    if not anchors:
        return
    dates = _dates(document, sentence)
    commas = _commas(document, sentence, dates)
    said = {id(anchor): _said_in(document, anchor.first) for anchor in anchors}

    published = document.layout.published_on
    verb_first = document.language.code == "ar"  # where a day stands behind what happened on it

    def nearest(
        first: int, last: int, to_come: bool = False, day: bool = False, year: bool = False
    ) -> Anchor | None:
        """The nearest anchor; nothing outside somebody's words belongs to what is quoted in them.

        A day `to_come` belongs to what may still happen, before words that have been said.
        """
        quote = _said_in(document, first)
        fitting = [anchor for anchor in anchors if said[id(anchor)] == quote]
        if year:
            named = [a for a in fitting if a.kind in GATHERINGS and _year_of(a, mentions, first, last)]
            fitting = named or fitting
        if to_come:
            fitting = [a for a in fitting if a.kind and a.kind not in SAID] or fitting
        return _nearest(fitting, first, last, commas, sentence, day and verb_first, not day)

    for found in dates:
        first = bisect_right(document.words.starts, found.start) - 1
        to_come = bool(published and found.iso and found.iso > published[: len(found.iso)])
        last = bisect_right(document.words.starts, found.end - 1)
        near = nearest(first, last, to_come, day=True, year=found.precision == "year")
        if near:
            near.dates.append(found)
    before: tuple[Mention, Anchor] | None = None
    for mention in mentions:
        if mention.how != "demonym":
            near = nearest(mention.first, mention.last)
            if before and _goes_on(document, *before, mention):
                near = before[1]  # the summit of NATO in Washington
            if near:
                near.mentions.append(mention)
                before = mention, near


def _year_of(anchor: Anchor, mentions: tuple[Mention, ...], first: int, last: int) -> bool:
    """Whether a year stands right beside a gathering and its names: the SCO summit of 2022."""
    end = anchor.last
    for mention in mentions:
        if 0 <= mention.first - end <= 1:
            end = mention.last
    return 0 <= first - end <= 1 or last == anchor.first


def _goes_on(document: Document, bloc: Mention, anchor: Anchor, mention: Mention) -> bool:
    """Whether a place stands right behind the bloc whose gathering is told of."""
    if bloc.kind != "bloc" or anchor.kind not in MEETINGS or anchor.first > bloc.first:
        return False
    beside = 0 <= mention.first - bloc.last <= 1 and not document.breaks[mention.first]
    return beside and (mention.kind == "place" or mention.how == "metonym")


def _said_in(document: Document, word: int) -> Quote | None:
    """The quotation of somebody's words that holds a word; shorter marks only set off a term."""
    quote = document.quote_at(document.words.starts[word])
    return quote if quote and quote.end - quote.start > LONG_QUOTE else None


def _nations(
    document: Document, sentence: Sentence, anchor: Anchor, stops: set[int], limit: int
) -> tuple[str, ...]:
    """The states and blocs of the adjectives that go with a phrase, up to the next comma, "in" or phrase."""
    end = anchor.last
    while end < min(anchor.last + _ADJECTIVES, limit) and not document.breaks[end] and end not in stops:
        end += 1
    start = anchor.first
    if anchor.kind in DEEDS:
        reach = _ADJECTIVES if anchor.form == "act" else _WITHIN  # the Israeli attack
        lowest = max(anchor.first - reach, sentence.first)
        while start > lowest and not document.breaks[start]:
            start -= 1
    named = (
        h.sense.id
        for h in sentence.of(Name)
        if h.sense.strength == "demonym" and start <= h.start < end and h.start != anchor.first
    )
    return tuple(dict.fromkeys(named))


def _set_off(document: Document, sentence: Sentence, dates: tuple[DateMention, ...]) -> set[int]:
    """The words with the commas around a date that is inserted: his meeting, on Monday, with the premier."""
    found: set[int] = set()
    for when in dates:
        first = bisect_right(document.words.starts, when.start) - 1
        behind = bisect_right(document.words.starts, when.end - 1)
        opens = next((w for w in (first, first - 1) if w > sentence.first and document.breaks[w]), None)
        if opens is not None and behind < sentence.last and document.breaks[behind]:
            found |= {opens, behind}
    return found


def _commas(document: Document, sentence: Sentence, dates: tuple[DateMention, ...]) -> list[int]:
    """How many commas stand before each word, but for those that lead to "which" or set off a date."""
    which = {hit.start for hit in sentence.of(Reference) if hit.sense.kind == "relative"}
    which |= _set_off(document, sentence, dates)
    counts = [0]
    for word in range(sentence.first, sentence.last):
        counts.append(counts[-1] + (document.breaks[word] and word not in which))
    return [*counts, counts[-1]]


def _nearest(
    anchors: list[Anchor],
    first: int,
    last: int,
    commas: list[int],
    sentence: Sentence,
    after: bool = False,
    named: bool = False,
) -> Anchor | None:
    """The nearest anchor; `after`: what belongs to it stands rather after it; `named`: it is no date."""

    def cost(anchor: Anchor) -> int:
        if first < anchor.last and anchor.first < last:
            return 0
        low, high = (anchor.last, first) if first >= anchor.last else (last, anchor.first)
        between = commas[max(high, low) + 1 - sentence.first] - commas[low - sentence.first]
        away = anchor.distance(first, last)
        late = _BEFORE * (after and first < anchor.first)
        behind = named and first >= anchor.last and away <= _RIGHT_BEHIND
        far = full and anchor.bare and away > 0 and not (after or behind)
        return away + late + _BREAK * between + _BARE * far

    full = any(anchor.happening is not None and not anchor.bare for anchor in anchors)
    near = min(anchors, key=cost, default=None)
    return near if near and near.distance(first, last) <= _REACH else None


def _dates(document: Document, sentence: Sentence) -> tuple[DateMention, ...]:
    published = document.layout.published_on
    anchor = date.fromisoformat(published) if published else None
    found = find_dates(document.text, sentence.start, sentence.end, document.language.code, anchor)
    return tuple(item for item in found if item.iso)


def takes_part(vocabulary: Vocabulary, mention: Mention) -> bool:
    """Whether a mention can be a participant: a person, state, bloc or an organisation that acts."""
    if mention.kind == "org":
        entry = vocabulary.items.get(mention.id)
        return isinstance(entry, Organization) and entry.category in _ACTING
    return mention.kind in ("person", "state", "bloc")


def as_place(vocabulary: Vocabulary, mention: Mention) -> str | None:
    """The place that a mention names: its own, or the capital that stands for a government."""
    if mention.kind == "place":
        return mention.id
    if mention.how == "metonym":
        return vocabulary.capitals.get(mention.id)
    return None


def dateline_city(document: Document) -> Mention | None:
    """The city of the dateline, if it names a single one."""
    starts = document.words.starts
    found: dict[str, Mention] = {}
    for block in document.layout.blocks:
        if block.kind is Kind.DATELINE:
            first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
            for hit in document.language.lexicon.find(document.words.folded[first:last]):
                if isinstance(hit.sense, Name) and hit.sense.id.startswith("place:"):
                    found.setdefault(
                        hit.sense.id, Mention(first + hit.start, first + hit.end, hit.sense.id, "name")
                    )
    return next(iter(found.values())) if len(found) == 1 else None
