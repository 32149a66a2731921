"""Phrases that name a happening, judged: did it take place, when, where, and who took part.

Reads scenes (loaders.positions.scene); adds `Found`s, one for each phrase that stands for an event.
Several may tell of one happening; loaders.positions.events joins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.positions.cast import Cast
from loaders.positions.circumstances import Circumstances
from loaders.positions.event_kinds import AGREED, ALIKE, DEEDS, GATHERINGS, MEETINGS, SAID, TEXTS, TWO_SIDED
from loaders.positions.scene import Anchor, Scene
from loaders.positions.view import View
from loaders.reading.dates import DateMention
from loaders.reading.document import Document
from loaders.reading.language import Happening
from loaders.reading.patterns import Hit
from ontology.record import Span

_LEAD = 2  # sentences of the body whose happenings are the article's own matter
_JUDGED_BEFORE = 6  # words before a phrase in which it may be wished for, doubted or denied
_AT_ONCE = 2
_ASKS = ("?", "؟")
_LASTING = frozenset({"withdrawal", "exercise", "deployment"})
_SPOKEN_AT = frozenset({"conference", "forum", "ministerial-meeting"})
_SIDES = 2  # of an attack: by whom and on whom


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that names a happening, with what stands around it."""

    kind: str
    form: str  # of the phrase: act, will, name, again (a bare word that refers back)
    sentence: int
    day: str | None
    precision: str | None
    ends: str | None
    dated: bool  # by a date of its own
    places: tuple[str, ...]
    convened_by: str | None
    participants: tuple[str, ...]
    evidence: Span
    voice: str | None  # whose words were said there
    staged: bool  # the sentence's words were said there
    headline: bool  # told in a title only
    certain: bool  # stands even if nothing else tells of it
    ahead: bool = False  # announced
    both: bool = False  # of "the two sides"
    another: bool = False  # called the first, the previous, the next of its series

    @property
    def bare(self) -> bool:
        """Whether it is a word such as "the meeting"."""
        return self.form == "again"

    @property
    def in_sequence(self) -> bool:
        """Whether it is one more of those told of: the next meeting, the first round in May."""
        return self.ahead or (self.dated and (self.another or self.precision != "day"))

    @property
    def in_series(self) -> bool:
        """Whether it may be the next or last of those told of: "the summit will be held in 2026"."""
        return self.ahead or not self.places

    @property
    def placed(self) -> bool:
        """Whether its own words give a date or a place."""
        return self.dated or bool(self.places)


def _bodies(sides: list[str]) -> bool:
    return any(side.startswith("org:") for side in sides)


def read_happenings(document: Document, scene: Scene, body: int | None) -> Iterator[Found]:
    """The happenings that a sentence names and does not deny; the `body`th of the body, None in a title."""
    if body is None and document.text[scene.sentence.start : scene.sentence.end].rstrip().endswith(_ASKS):
        return  # a title that asks tells nothing
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
        self._view = View(document, scene)
        self._circumstances = Circumstances(document, scene, self._view, self._lead)
        self._cast = Cast(document, scene, self._view, self._circumstances, self._lead)

    def read(self, index: int, anchor: Anchor) -> Found | None:
        """The happening that an anchor names, or nothing where it names none for certain."""
        staged = self._staged(anchor)
        date, ends = self._circumstances.date(anchor)
        if date is not None and self._view.ends(anchor):
            last = self._circumstances.coming(date) if anchor.bare else date
            if self._view.scheduled(anchor, last):
                date, ends = None, last.iso
        if date is None and (staged or self._view.framed(anchor)):
            date, ends = self._circumstances.reported_date(index)
        if date is None and ends is None:
            date, ends = self._circumstances.shared_date(index)
        places = self._circumstances.places(anchor)
        parties = self._cast.parties(index, anchor, staged)
        convener = self._cast.convener(anchor)
        kind = self._kind(anchor, parties, places)
        if kind == "session" and anchor.kind != kind:
            convener = next((party for party in parties if party.startswith("bloc:")), None)
        if self._unreal(anchor, date) or not self._supported(anchor, places, parties):
            return None
        day, precision = self._circumstances.day(anchor, date, staged)
        return Found(
            kind=kind,
            form=anchor.form,
            sentence=self._scene.sentence.index,
            day=day,
            precision=precision,
            ends=ends,
            dated=date is not None,
            places=places,
            convened_by=convener,
            participants=parties,
            evidence=self._evidence(anchor),
            voice=self._voice(anchor),
            staged=staged,
            headline=self._headline,
            certain=not anchor.bare or self._sure(anchor, date, places, parties),
            ahead=self._view.ahead(anchor) or self._view.scheduled(anchor, date),
            both=self._cast.of_both(anchor),
            another=self._view.another(anchor),
        )

    def _kind(self, anchor: Anchor, parties: tuple[str, ...], places: tuple[str, ...]) -> str:
        """What it is, once it is known who took part: several sides' statement, a bloc's meeting."""
        sides = [party for party in parties if not party.startswith("person:")]
        alone = len(sides) == len(parties) or self._cast.of_both(anchor)
        if anchor.kind == "statement-issued" and alone and len(sides) > 1 and not _bodies(sides):
            return "joint-statement"
        lone = anchor.kind == "phone-call" and anchor.form == "act" and anchor.last == anchor.first + 1
        if lone and any(self._circumstances.inside(m) for m in anchor.mentions if m.id in places):
            return "bilateral-meeting"  # they spoke in Geneva
        blocs = [party for party in sides if party.startswith("bloc:")]
        states = [party for party in sides if party.startswith("state:")]
        if anchor.kind == "bilateral-meeting" and anchor.bare and len(blocs) == 1 and len(states) < _SIDES:
            return "session"
        return anchor.kind

    def _voice(self, anchor: Anchor) -> str | None:
        speaker = self._cast.speaker(anchor) if anchor.kind in SAID else None
        if speaker is None or (anchor.bare and speaker.voice is None):
            return None  # "in the letter it says": of whoever wrote it
        return speaker.voice or next(iter(speaker.holders), None)

    def _sure(
        self, anchor: Anchor, date: DateMention | None, places: tuple[str, ...], parties: tuple[str, ...]
    ) -> bool:
        """Whether a bare word is an event though nothing was told of it before."""
        if anchor.kind in SAID:
            return self._view.at(anchor) and not self._view.after_place(anchor)
        if anchor.kind in TEXTS and parties and self._view.hosted(anchor):
            return True  # they adopted a joint statement
        if self._headline and anchor.kind in TEXTS:
            return bool(self._cast.near(anchor))  # the article is the text: "Joint Statement by …"
        if anchor.kind == "attack" and self._lead and anchor.nations:
            return len([party for party in parties if party.startswith("state:")]) == _SIDES
        if anchor.kind not in MEETINGS:
            return date is not None and bool(anchor.nations or self._cast.near(anchor))
        states = [party for party in parties if party.startswith("state:")]
        blocs = not self._headline and any(party.startswith("bloc:") for party in parties)
        several = self._lead and (len(states) > 1 or (blocs and self._view.held(anchor)))
        if self._view.eve(anchor) or (anchor.kind in TWO_SIDED and self._cast.two_named(anchor)):
            return True
        if places and self._cast.convener(anchor) and not self._view.ahead(anchor):
            return True
        if anchor.kind in _SPOKEN_AT and self._staged(anchor):
            return not self._headline and self._view.at(anchor)
        if self._cast.convener(anchor) is None and not places and not several:
            return date is not None and self._view.ahead(anchor)
        return date is not None or self._view.held(anchor) or self._view.ahead(anchor)

    def _staged(self, anchor: Anchor) -> bool:
        """Whether the sentence's words were said at it: «said in an interview, after the talks»."""
        if anchor.kind in SAID:
            return True
        within = range(anchor.first, anchor.last if anchor.kind in TEXTS else anchor.first + 1)
        near = any(
            0 <= anchor.first - hit.end < _AT_ONCE or hit.start in within
            for hit in self._scene.around
            if hit.sense.form == "at"
        )
        return near and self._scene.speaker is not None and self._view.framed(anchor)

    def _unreal(self, anchor: Anchor, date: DateMention | None) -> bool:
        """Whether it is wished for, doubted or denied."""
        told = self._outcome(anchor) or self._met(anchor) or self._known(anchor)
        if anchor.form == "name" and anchor.kind in DEEDS and anchor.dates and self._gone(date):
            return False  # did not answer the attack of May
        if self._view.quoted(anchor) and not anchor.dates and not told:
            return True
        if self._scene.has("none", anchor.first + 1, anchor.last):
            return True  # "sent no missiles"
        if date is None and self._view.missed(anchor):
            return True
        if self._view.ahead(anchor):
            return False
        forms = {"unreal"} if self._view.scheduled(anchor, date) else {"unreal", "planned"}
        return any(self._judges(hit, anchor) for hit in self._scene.around if hit.sense.form in forms)

    def _gone(self, date: DateMention | None) -> bool:
        """Whether a date lies behind the article."""
        published = self._document.layout.published_on
        return bool(date and date.iso and published and date.iso < published[: len(date.iso)])

    def _judges(self, hit: Hit[Happening], anchor: Anchor) -> bool:
        """Whether a word of wish or denial governs a phrase: neither a comma nor "after" parts them."""
        if not anchor.first - _JUDGED_BEFORE < hit.end <= anchor.first + 1 or hit.start >= anchor.first:
            return False
        after = max(hit.end, hit.start + 1)
        parted = any(self._document.breaks[after : anchor.first + 1])
        return not parted and not self._scene.has("apart", after, anchor.first + 1)

    def _known(self, anchor: Anchor) -> bool:
        """Whether somebody's words speak of what the reader knows: "the Paris summit", "when we visited"."""
        beside = any(m.first == anchor.last and self._circumstances.place(anchor, m) for m in anchor.mentions)
        ours = self._scene.has("ours", anchor.first - 1, anchor.last)
        return (beside and anchor.kind == "summit") or ours or self._view.hosted(anchor)

    def _met(self, anchor: Anchor) -> bool:
        """Whether an office tells in a lead's quotation whom somebody received: "the premier received …"."""
        return anchor.form == "act" and anchor.kind == "bilateral-meeting" and self._lead

    @staticmethod
    def _outcome(anchor: Anchor) -> bool:
        """Whether somebody tells in his own words what was agreed: "we adopted a document"."""
        return anchor.form == "act" and anchor.kind in TEXTS | {"agreement", "treaty-signed"}

    def _supported(self, anchor: Anchor, places: tuple[str, ...], parties: tuple[str, ...]) -> bool:
        """Whether enough stands around a phrase to make it an event."""
        view, kind = self._view, anchor.kind
        if anchor.form == "met":
            return self._gathered(anchor, places, parties)
        if self._lacks_doer(anchor, parties):
            return False
        if kind == "visit" and not any(party.startswith("person:") for party in parties):
            return anchor.bare or bool(places)
        if kind == "attack" and anchor.form == "name" and not (anchor.dates or view.held(anchor)):
            states = {party for party in parties if self._lead and party.startswith("state:")}
            return (
                len(states or self._cast.sides(anchor)) == _SIDES
            )  # else one that somebody condemns at large
        if kind == "attack" and not (places or any(not party.startswith("bloc:") for party in parties)):
            return False  # a bloc speaks of it
        dated = anchor.dates or view.held(anchor) or self._lead
        if kind in _LASTING and anchor.form == "name" and not dated:
            return False  # wished for as often as done
        if kind == "chairmanship" and anchor.form == "name":
            # It goes on: only its beginning or its end happens, and the body's chair is written to on a day.
            return any(date.precision != "day" for date in anchor.dates)
        if not parties and not self._cast.convener(anchor) and not anchor.bare:
            return (
                kind in TEXTS
                or (anchor.form == "act" and self._cast.of_both(anchor))
                or (kind in AGREED and bool(places and anchor.dates))
                or (kind == "phone-call" and view.at(anchor) and view.framed(anchor))
                or (bool(places) and kind in MEETINGS and view.held(anchor))
                or (bool(anchor.dates and places) and kind == "anniversary")
                or (bool(anchor.dates) and kind in GATHERINGS | {"election", "ceasefire"})
            )
        if anchor.form in ("act", "again"):
            return True
        announced = bool(anchor.dates) or (view.ahead(anchor) and (bool(places) or kind not in ALIKE))
        if anchor.form == "will":
            return announced
        if kind in SAID:
            return self._cast.speaker(anchor) is not None
        if announced or view.held(anchor) or places or kind in TEXTS:
            return True
        if kind in MEETINGS:
            return len([party for party in parties if not party.startswith("person:")]) > 1
        return self._lead and view.framed(anchor)

    def _lacks_doer(self, anchor: Anchor, parties: tuple[str, ...]) -> bool:
        """Whether nobody is named without whom there is none: whoever is appointed, what is founded.

        The West at large does nothing on a day, and who speaks of joining has not joined.
        """
        if anchor.kind == "appointment":
            return not any(party.startswith(("person:", "org:")) for party in parties)
        if anchor.kind == "founding":
            return not any(party.startswith(("bloc:", "org:")) for party in parties)
        undated = not anchor.dates and not self._view.held(anchor)
        if anchor.kind == "accession" and anchor.form == "name":
            return undated
        return undated and anchor.kind in DEEDS and "bloc:collective-west" in parties

    def _gathered(self, anchor: Anchor, places: tuple[str, ...], parties: tuple[str, ...]) -> bool:
        """Whether ministers or leaders who speak in a lead had met: in a place, or as a bloc on a day."""
        blocs = [party for party in parties if party.startswith("bloc:")]
        several = len(blocs) == 1 or len([party for party in parties if party.startswith("state:")]) > 1
        if not self._lead or self._headline or not several or not self._view.framed(anchor):
            return False
        return bool(places) or (bool(blocs) and bool(anchor.dates))

    def _evidence(self, anchor: Anchor) -> Span:
        last = anchor.last
        for mention in anchor.mentions:
            if 0 <= mention.first - last <= 2 and mention.last <= self._scene.sentence.last:
                last = mention.last
                break
        return self._document.span(anchor.first, last)
