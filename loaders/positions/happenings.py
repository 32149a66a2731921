"""Phrases that name a happening, judged: did it take place, when, where, and who took part.

Reads scenes (loaders.positions.scene); adds `Found`s, one for each phrase that stands for an event.
Several may tell of one happening; loaders.positions.events joins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.positions.scene import Anchor, Scene, as_place, takes_part
from loaders.positions.speech import Clause, Speaker, represented
from loaders.reading.dates import DateMention
from loaders.reading.document import Document
from loaders.reading.mentions import Mention
from ontology.record import Span
from ontology.vocabulary import Bloc, Organization, Place

SAID = frozenset({"press-conference", "interview", "address", "video-message", "statement-issued"})
"""Kinds of event in which one side speaks."""
GATHERINGS = frozenset(
    {"talks", "bilateral-meeting", "ministerial-meeting", "summit", "session", "forum", "conference"}
)
"""Kinds of event for which several come together."""
_MEETINGS = GATHERINGS | {"visit", "phone-call"}
TEXTS = frozenset({"joint-statement", "document-adopted"})
"""Kinds of event that leave a text of several."""
_CONVENED = (GATHERINGS - {"bilateral-meeting"}) | {
    "anniversary",
    "vote",
    "chairmanship",
    "joint-statement",
    "document-adopted",
}
_BESIDE_PLACES = frozenset({"summit", "conference", "forum", "visit"})  # the Paris summit
_LEAD = 2  # sentences of the body whose happenings are the article's own matter
_JUDGED_BEFORE = 6  # words before a phrase in which it may be wished for, doubted or denied
_HELD_AROUND = 4
_AT_ONCE = 2
_PLACE_NEAR = 20
_PLACE_NEAR_WORDS = 4
_LONG_QUOTE = 40  # characters; shorter quotation marks set off a term


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that names a happening, with what stands around it."""

    kind: str
    sentence: int
    day: str | None
    precision: str | None
    ends: str | None
    dated: bool
    places: tuple[str, ...]
    convened_by: str | None
    participants: tuple[str, ...]
    evidence: Span
    bare: bool  # a word such as "the meeting": refers back, or needs support
    certain: bool
    voice: str | None = None  # whose words were said there
    staged: bool = False  # the sentence's words were said there
    headline: bool = False  # told in a title only
    form: str = "name"  # of the phrase: a verb, a noun


def read_happenings(document: Document, scene: Scene, body: int | None) -> Iterator[Found]:
    """The happenings that a sentence names and does not deny; the `body`th of the body, None in a title."""
    reader = _Reader(document, scene, body)
    for index, anchor in enumerate(scene.anchors):
        if anchor.happening:
            found = reader.read(index, anchor)
            if found:
                yield found


class _Reader:
    """Judges the anchors of one scene."""

    def __init__(self, document: Document, scene: Scene, body: int | None) -> None:
        self._document = document
        self._scene = scene
        self._headline = body is None
        self._lead = body is None or body < _LEAD
        self._vocabulary = document.vocabulary

    def read(self, index: int, anchor: Anchor) -> Found | None:
        kind = anchor.happening.kind if anchor.happening else ""
        date, ends = self._date(anchor)
        staged = self._staged(anchor, kind)
        if date is None and (staged or self._framed(anchor)):
            date, ends = self._reported_date(index)
        places = self._places(anchor)
        parties = self._parties(index, anchor, kind, staged)
        if self._unreal(anchor) or not self._supported(anchor, kind, date, places, parties, staged):
            return None
        day, precision = self._day(anchor, kind, date, staged)
        bare = anchor.happening is not None and anchor.happening.form == "again"
        speaker = self._speaker(anchor, kind)
        return Found(
            kind=kind,
            sentence=self._scene.sentence.index,
            day=day,
            precision=precision,
            ends=ends,
            dated=date is not None,
            places=places,
            convened_by=self._convener(anchor, kind),
            participants=parties,
            evidence=self._evidence(anchor),
            bare=bare,
            staged=staged,
            headline=self._headline,
            form=anchor.happening.form if anchor.happening else "name",
            certain=not bare or self._sure(anchor, kind, date, places),
            voice=(speaker.voice or next(iter(speaker.holders), None)) if speaker and kind in SAID else None,
        )

    def _sure(self, anchor: Anchor, kind: str, date: DateMention | None, places: tuple[str, ...]) -> bool:
        """Whether a bare word is an event though nothing was told of it before."""
        if kind in SAID:
            return self._at(anchor)
        if kind not in _MEETINGS:
            return date is not None and bool(anchor.nations or self._near(anchor))
        if self._convener(anchor, kind) is None and not places:
            return False
        return date is not None or self._held(anchor) or self._ahead(anchor)

    # --- when ---------------------------------------------------------------------------------

    def _date(self, anchor: Anchor) -> tuple[DateMention | None, str | None]:
        """The nearest date of its own, and the last day if the words give a range."""
        starts = self._document.words.starts
        last: str | None = None
        own: list[DateMention] = []
        for date in anchor.dates:
            if self._until(date):
                last = date.iso
            else:
                own.append(date)
        at = starts[anchor.first]
        own = [date for date in own if not self._too_late(anchor, date)]
        if anchor.happening and anchor.happening.kind == "anniversary":
            own = [date for date in own if date.precision == "day"]  # the year is that of the origin
        date = min(own, key=lambda d: abs(d.start - at), default=None)
        return date, (date.ends if date and date.ends else last)

    def _too_late(self, anchor: Anchor, date: DateMention) -> bool:
        """Whether a year lies ahead of what is told as done: the years of a plan."""
        published = self._document.layout.published_on
        done = anchor.happening is not None and anchor.happening.form == "act"
        return (
            done and date.precision == "year" and published is not None and (date.iso or "") > published[:4]
        )

    def _until(self, date: DateMention) -> bool:
        starts = self._document.words.starts
        return any(
            hit.sense.form == "until" and 0 <= date.start - starts[hit.end - 1] <= 20
            for hit in self._scene.around
        )

    def _reported_date(self, index: int) -> tuple[DateMention | None, str | None]:
        """The date of the report in which words were said there: «said on Monday in an interview»."""
        reports = [a for a in self._scene.anchors if a.clause is not None and a.dates]
        if not reports:
            return None, None
        at = self._scene.anchors[index].first
        near = min(reports, key=lambda a: abs(a.first - at))
        return near.dates[0], near.dates[0].ends

    def _day(
        self, anchor: Anchor, kind: str, date: DateMention | None, staged: bool
    ) -> tuple[str | None, str | None]:
        if date is not None:
            return date.iso, date.precision
        published = self._document.layout.published_on
        if published is None or not (staged or self._present(anchor)):
            return None, None
        return published, "day"

    def _present(self, anchor: Anchor) -> bool:
        """Whether an undated happening is told as news, not recalled from earlier or in a quotation."""
        first = self._scene.sentence.first
        recalled = self._scene.has("past", first, anchor.last + _HELD_AROUND)
        return self._lead or not (recalled or self._quoted(anchor))

    # --- where --------------------------------------------------------------------------------

    def _places(self, anchor: Anchor) -> tuple[str, ...]:
        found = []
        for mention in anchor.mentions:
            said = anchor.happening is not None and anchor.happening.kind in SAID
            reach = _PLACE_NEAR_WORDS if said else _PLACE_NEAR
            if -reach <= mention.first - anchor.last <= reach:
                place = self._place(anchor, mention)
                if place:
                    found.append(place)
        found.sort(key=lambda place: self._rank(place))
        return tuple(dict.fromkeys(found))

    def _place(self, anchor: Anchor, mention: Mention) -> str | None:
        if mention.kind == "place" and (self._inside(mention) or not self._city(mention.id)):
            return mention.id
        beside = mention.first == anchor.last and anchor.happening is not None
        if beside and anchor.happening and anchor.happening.kind in _BESIDE_PLACES:
            return as_place(self._vocabulary, mention)
        return None

    def _inside(self, mention: Mention) -> bool:
        """Whether a word such as "in" stands before a place, or clings to it."""
        language, word = self._document.language, self._document.words.folded[mention.first]
        clings = word[0] in language.words("place_clitics") and word not in language.words("whole_words")
        return clings or self._scene.has("in", mention.first - 4, mention.first)

    def _city(self, place: str) -> bool:
        entry = self._vocabulary.items.get(place)
        return isinstance(entry, Place) and entry.category in ("city", "site", "resort")

    def _rank(self, place: str) -> int:
        """Cities before regions."""
        return 0 if self._city(place) else 1

    # --- who ----------------------------------------------------------------------------------

    def _speaker(self, anchor: Anchor, kind: str) -> Speaker | None:
        """Whose words were said there: whoever the phrase itself names, else the report's speaker."""
        inside = next(
            (m for m in anchor.mentions if anchor.first < m.first < anchor.last and self._speaks(m)), None
        )
        if inside and kind in SAID:
            return represented(self._vocabulary, inside)
        clause = self._scene.clause_at(anchor.first)
        said = clause.speaker if clause and not clause.speaker.nobody else None
        if said is None or not self._own_voice(said):
            said = self._scene.speaker or said
        if said and said.voice and not self._own_voice(said):
            said = None
        if said and self._framed(anchor) and self._named_here(said):
            return said
        beside = self._beside(anchor)
        if beside and kind in SAID:
            return represented(self._vocabulary, beside)
        return said if said and (clause is None or clause.level != "embedded") else None

    def _own_voice(self, speaker: Speaker) -> bool:
        return speaker.voice is not None and not self._relays(speaker.voice)

    def _relays(self, actor: str) -> bool:
        """Whether somebody carries the words of others: an agency, an outlet, a platform."""
        entry = self._vocabulary.items.get(actor)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet", "company")

    def _speaks(self, mention: Mention) -> bool:
        return mention.kind in ("person", "bloc", "org") and not self._relays(mention.id)

    def _named_here(self, speaker: Speaker) -> bool:
        """Whether the sentence names a speaker, or nobody else who could be the one."""
        mentions = [m for anchor in self._scene.anchors for m in anchor.mentions if self._speaks(m)]
        ids = {speaker.voice, *speaker.holders} - {None}
        return not mentions or any(m.id in ids or m.state in ids for m in mentions)

    def _beside(self, anchor: Anchor) -> Mention | None:
        """Who stands nearest before the phrase in the sentence, else beside it."""
        named = [m for a in self._scene.anchors for m in a.mentions if self._speaks(m)]
        before = [m for m in named if m.last <= anchor.first]
        near = [m for m in anchor.mentions if self._speaks(m)]
        return max(before, key=lambda m: m.last, default=None) or next(iter(near), None)

    def _framed(self, anchor: Anchor) -> bool:
        """Whether it stands beside the verb of saying, not in what is said."""
        if self._quoted(anchor):
            return False
        verb = max(
            (c.verb_at for c in self._scene.clauses if c.level == "report" and 0 <= c.verb_at < anchor.first),
            default=None,
        )
        if verb is None:
            return True
        words, that = self._document.words.folded, self._document.language.words("that")
        return not any(words[at] in that for at in range(verb, anchor.first))

    def _parties(self, index: int, anchor: Anchor, kind: str, staged: bool) -> tuple[str, ...]:
        ids: list[str] = []
        speaker = self._speaker(anchor, kind)
        if speaker and (kind in SAID or (staged and kind in _MEETINGS | {"joint-statement"})):
            ids += [speaker.voice] if speaker.voice else []
            ids += speaker.holders
        if kind not in SAID or not ids:
            ids += self._near(anchor)
        if self._owned(anchor) or (not ids and self._takes_subject(anchor, kind)):
            ids += self._subjects(index)
        ids += self._both(anchor)
        return tuple(dict.fromkeys(i for i in ids if i.partition(":")[0] != "place"))

    def _takes_subject(self, anchor: Anchor, kind: str) -> bool:
        """Whether a phrase that names nobody is an act of the sentence's subject."""
        if anchor.happening and anchor.happening.form in ("act", "will"):
            return True
        return kind not in GATHERINGS and self._lead and self._framed(anchor)

    def _near(self, anchor: Anchor) -> list[str]:
        ids: list[str] = []
        for mention in anchor.mentions:
            if takes_part(self._vocabulary, mention) and not self._place(anchor, mention):
                ids.append(mention.id)
                if mention.state and mention.kind == "person":
                    ids.append(mention.state)
        return [*ids, *anchor.nations]

    def _subjects(self, index: int) -> list[str]:
        """Whoever stands with the anchor before: whose visit, meeting or statement it is."""
        for anchor in reversed(self._scene.anchors[:index]):
            ids = self._near(anchor)
            if ids:
                return ids[:2]
        speaker = self._scene.speaker
        if speaker is None or not self._framed(self._scene.anchors[index]):
            return []
        return [i for i in (speaker.voice, *speaker.holders) if i]

    def _owned(self, anchor: Anchor) -> bool:
        """Whether the word carries a possessor: his talks, their summit."""
        return any(
            hit.sense.form == "own" and anchor.first - 3 <= hit.start < anchor.last
            for hit in self._scene.around
        )

    def _both(self, anchor: Anchor) -> list[str]:
        if not any(abs(at - anchor.first) <= _HELD_AROUND for at in self._scene.both):
            return []
        return [h for clause in self._scene.clauses for h in clause.holders]

    def _convener(self, anchor: Anchor, kind: str) -> str | None:
        if kind not in _CONVENED:
            return None
        blocs = [m for m in anchor.mentions if isinstance(self._vocabulary.items.get(m.id), Bloc)]
        after = [m for m in blocs if m.first >= anchor.first and m.first - anchor.last <= 8]
        before = [m for m in blocs if kind in ("session", "vote", "document-adopted") and m not in after]
        return next((m.id for m in [*after, *before]), None)

    # --- whether ------------------------------------------------------------------------------

    def _quoted(self, anchor: Anchor) -> bool:
        """Whether it stands inside a long quotation of somebody's words, not of a document."""
        quote = self._document.quote_at(self._document.words.starts[anchor.first])
        if quote is None or quote.end - quote.start <= _LONG_QUOTE:
            return False
        clause = self._scene.clause_at(anchor.first)
        return clause is not None and not clause.speaker.nobody

    def _staged(self, anchor: Anchor, kind: str) -> bool:
        """Whether the sentence's words were said at it: «said in an interview, after the talks»."""
        if kind in SAID:
            return True
        near = any(
            0 <= anchor.first - hit.end < _AT_ONCE or hit.start == anchor.first
            for hit in self._scene.around
            if hit.sense.form == "at"
        )
        return near and self._scene.speaker is not None and self._framed(anchor)

    def _held(self, anchor: Anchor) -> bool:
        first, last = anchor.first - _HELD_AROUND, anchor.last + _HELD_AROUND
        return self._scene.has("held", first, last) or self._at(anchor)

    def _at(self, anchor: Anchor) -> bool:
        return self._scene.has("at", anchor.first - 3, anchor.first)

    def _ahead(self, anchor: Anchor) -> bool:
        return self._scene.has("ahead", anchor.first - 4, anchor.last + 6)

    def _unreal(self, anchor: Anchor) -> bool:
        """Whether it is wished for, doubted or denied."""
        if self._quoted(anchor) and not anchor.dates:
            return True
        breaks = self._document.breaks
        judged = any(
            not any(breaks[max(hit.end, hit.start + 1) : anchor.first + 1])
            for hit in self._scene.around
            if hit.sense.form == "unreal"
            and anchor.first - _JUDGED_BEFORE < hit.end
            and hit.start < anchor.first
        )
        return judged and not self._ahead(anchor)

    def _supported(
        self,
        anchor: Anchor,
        kind: str,
        date: DateMention | None,
        places: tuple[str, ...],
        parties: tuple[str, ...],
        staged: bool,
    ) -> bool:
        form = anchor.happening.form if anchor.happening else ""
        own_date = bool(anchor.dates)
        if not parties and not self._convener(anchor, kind) and form != "again":
            return kind in TEXTS or (bool(places) and kind in _MEETINGS and self._held(anchor))
        if form == "act" or form == "again":
            return True
        if form == "will":
            return own_date or self._ahead(anchor)
        if kind in SAID:
            return self._speaker(anchor, kind) is not None
        if own_date or self._ahead(anchor) or self._held(anchor):
            return True
        if kind in _MEETINGS:
            states = {p for p in parties if not p.startswith("person:")}
            return bool(places) or len(states) > 1
        return bool(places) or kind in TEXTS or (self._lead and self._framed(anchor))

    def _evidence(self, anchor: Anchor) -> Span:
        last = anchor.last
        for mention in anchor.mentions:
            if 0 <= mention.first - last <= 2 and mention.last <= self._scene.sentence.last:
                last = mention.last
                break
        return self._document.span(anchor.first, last)


def said_first(clauses: tuple[Clause, ...], body: frozenset[int]) -> Clause | None:
    """The report with which an article opens: its first one in the given sentences."""
    return next(
        (c for c in clauses if c.sentence in body and c.level == "report" and not c.speaker.nobody), None
    )
