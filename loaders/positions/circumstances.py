"""When and where a happening was: of the dates and places near a phrase, those that are its own."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from loaders.positions.event_kinds import AGREED, DEEDS, MEETINGS, SAID, TEXTS
from loaders.positions.scene import Anchor, Scene, as_place, takes_part
from loaders.positions.view import View
from loaders.reading.dates import DateKind, DateMention
from loaders.reading.document import Document
from loaders.reading.language import Name
from loaders.reading.mentions import Mention
from ontology.vocabulary import Place

_AROUND = 4
_BESIDE_PLACES = frozenset({"summit", "conference", "forum", "visit"})  # the Paris summit
_NEAR = 20
_WORDS = SAID | TEXTS
_DONE = frozenset(
    {"phone-call", "agreement", "treaty-signed", "attack", "vote", "sanctions-imposed", "withdrawal"}
)
# What may be told with the day on which it is to begin.
_AGREED_ON = frozenset({"agreement", "sanctions-imposed", "document-adopted", "vote", "ceasefire"})
# Deeds that a noun rather recalls than tells: "the attack on Doha showed".
_RECALLED = DEEDS | AGREED | {"treaty-withdrawn", "accession", "ceasefire", "election", "founding"}
_SINCE = 6  # words: for the first time since late
_COMING = 7  # words: "is due to hold its own summit"
_LOOSE = 2  # words between a gathering and its year
_UNTIL = 3  # words: until the end of May
_WEEK = timedelta(days=7)
_NEAR_WORDS = 4  # said in Geneva, but not of Geneva
_WITH = 2  # words from a press conference to "with", and from there to whom it was given with


# What may happen together with what, so that one date is that of both.
_TOGETHER = frozenset(product(MEETINGS, MEETINGS | SAID)) | frozenset(product(("vote",), TEXTS | {"session"}))
_DAY = timedelta(days=1)
date_of = date.fromisoformat


class Circumstances:
    """The dates and places of the happenings of one scene. `lead`: it opens the article."""

    def __init__(self, document: Document, scene: Scene, view: View, lead: bool) -> None:
        self._document = document
        self._scene = scene
        self._view = view
        self._lead = lead
        self._vocabulary = document.vocabulary

    def date(self, anchor: Anchor) -> tuple[DateMention | None, str | None]:
        """The nearest date of its own, and the last day if the words give a range."""
        starts = self._document.words.starts
        last: str | None = None
        own: list[DateMention] = []
        for found in anchor.dates:
            if self._until(found):
                last = found.iso
            else:
                own.append(found)
        at = starts[anchor.first]
        own = [self._gone(anchor, found) for found in own]
        own = [found for found in own if not self._too_late(anchor, found)]
        if anchor.kind in MEETINGS:
            own = [found for found in own if not self._first_since(found)]
        if anchor.kind in SAID:
            own = [found for found in own if not self._in_what_is_said(anchor, found)]
        if anchor.kind in _WORDS or anchor.form == "act":
            own = [found for found in own if not self._of_a_treaty(anchor, found)]
        own = [found for found in own if not self._this_year_told(anchor, found)]
        if anchor.kind == "anniversary":
            own = [found for found in own if found.precision == "day"]  # the year is that of the origin
        vague = anchor.form == "act"  # left in May the treaty of 2018
        nearest = min(
            own,
            key=lambda d: (self._commas(anchor, d), vague and d.precision == "year", abs(d.start - at)),
            default=None,
        )
        if (
            nearest is not None
            and anchor.kind in MEETINGS
            and (anchor.form == "will" or self._goes_on(anchor) or self._view.ahead(anchor, _COMING))
        ):
            nearest = self.coming(nearest)
        return nearest, (nearest.ends if nearest and nearest.ends else last)

    def _in_what_is_said(self, anchor: Anchor, date: DateMention) -> bool:
        """Whether a date behind "that" is of what was said, not of the saying."""
        word = bisect_right(self._document.words.starts, date.start) - 1
        that = self._document.language.words("that")
        return any(self._document.words.folded[at] in that for at in range(anchor.last, word))

    def shared_date(self, index: int) -> tuple[DateMention | None, str | None]:
        """The date of what it was part of, told in the same sentence: they met at the summit of Monday."""
        anchor = self._scene.anchors[index]
        for number, other in enumerate(self._scene.anchors):
            if number == index or not other.dates or (anchor.kind, other.kind) not in _TOGETHER:
                continue
            visit = "visit" in (anchor.kind, other.kind)
            if visit or self._view.at(self._scene.anchors[max(number, index)]) or anchor.kind == "vote":
                return self.date(other)
        return None, None

    def _first_since(self, date: DateMention) -> bool:
        """Whether it is the day of the time before: "for the first time since December"."""
        word = bisect_right(self._document.words.starts, date.start) - 1
        return self._scene.has("since", word - _SINCE, word)

    def _of_a_treaty(self, anchor: Anchor, date: DateMention) -> bool:
        """Whether a bare year of the past is of what else is spoken of: the convention of 1982."""
        published = self._document.layout.published_on
        if date.precision != "year" or published is None or (date.iso or "") >= published[:4]:
            return False
        return self._commas(anchor, date) > 0

    def _this_year_told(self, anchor: Anchor, date: DateMention) -> bool:
        """Whether "this year" is of what a colon opens: he came to the summit: this year …."""
        published, ends = self._document.layout.published_on, self._document.words.ends
        this_year = date.precision == "year" and published is not None and date.iso == published[:4]
        between = self._document.text[ends[anchor.last - 1] : max(date.start, ends[anchor.last - 1])]
        return this_year and ":" in between

    def _commas(self, anchor: Anchor, date: DateMention) -> int:
        """How many commas part a date from a phrase."""
        word = bisect_right(self._document.words.starts, date.start) - 1
        low, high = sorted((anchor.first, word))
        return sum(self._document.breaks[low + 1 : high + 1])

    def _goes_on(self, anchor: Anchor) -> bool:
        """Whether a verb of the body is in the present: "arrives on Sunday", which is yet to come."""
        signs = self._document.language.words("present_signs")
        word = self._document.words.folded[anchor.first]
        return anchor.form == "act" and any(word.startswith(sign) for sign in signs)

    def coming(self, found: DateMention) -> DateMention:
        """The next such weekday where one is announced: "the summit will be held on Sunday"."""
        published = self._document.layout.published_on
        past = bool(found.iso and published and found.iso < published[: len(found.iso)])
        if found.precision == "month" and not found.has_year and past:
            iso = found.iso or ""  # "will be held in December"
            return replace(found, iso=f"{int(iso[:4]) + 1}{iso[4:]}")
        if found.kind is not DateKind.WEEKDAY or not past:
            return found
        return replace(found, iso=(date_of(found.iso or "") + _WEEK).isoformat())

    def reported_date(self, index: int) -> tuple[DateMention | None, str | None]:
        """The date of the report in which words were said there: «said on Monday in an interview»."""
        reports = [
            (anchor, date)
            for anchor in self._scene.anchors
            if anchor.clause is not None
            for date in anchor.dates[:1]
            if date.precision != "year"  # which set up a bloc last year
            and not self._in_what_is_said(anchor, date)
        ]
        if not reports:
            return None, None
        at = self._scene.anchors[index].first
        _, date = min(reports, key=lambda report: abs(report[0].first - at))
        return date, date.ends

    def day(self, anchor: Anchor, date: DateMention | None, staged: bool) -> tuple[str | None, str | None]:
        """The day and its precision: its own, else the article's where it is told as news."""
        published = self._document.layout.published_on
        if date is not None and not (anchor.kind in _WORDS and published and date.iso == published[:4]):
            return date.iso, date.precision
        if published is not None and self._view.eve(anchor):
            return (date_of(published) + _DAY).isoformat(), "day"
        if published is None or not (staged or self._present(anchor)):
            return None, None
        return published, "day"

    def places(self, anchor: Anchor) -> tuple[str, ...]:
        """The places where it was, cities first."""
        found = []
        partner = self.with_whom(anchor)
        last = partner.last if partner else anchor.last
        for mention in anchor.mentions:
            said = anchor.kind in SAID
            reach = _NEAR_WORDS if said else _NEAR
            if anchor.last - reach <= mention.first <= last + reach:
                place = self.place(anchor, mention)
                if place:
                    found.append(place)
        found.sort(key=lambda place: self._rank(place))
        return tuple(dict.fromkeys(found))

    def with_whom(self, anchor: Anchor) -> Mention | None:
        """With whom somebody gave a press conference: خلال مؤتمر صحفي مع نظيره الإيراني عباس عراقجي."""
        if anchor.kind != "press-conference":
            return None
        folded, together = self._document.words.folded, self._document.language.words("together_with")
        end = min(anchor.last + _WITH + 1, self._scene.sentence.last)
        at = next((i for i in range(anchor.last - 1, end) if folded[i] in together), None)
        if at is None or any(self._document.breaks[anchor.last : at + 1]):
            return None
        near = (m for m in anchor.mentions if at < m.first <= at + _WITH and takes_part(self._vocabulary, m))
        return next(near, None)

    def place(self, anchor: Anchor, mention: Mention) -> str | None:
        """The place of a happening that a mention near it names."""
        loose = anchor.kind not in MEETINGS | SAID and not self._city(mention.id)
        if mention.kind == "place" and (loose or self.inside(mention)):
            return mention.id
        beside = anchor.first in (mention.last, mention.first) or mention.first == anchor.last
        beside = beside and anchor.kind in _BESIDE_PLACES
        if beside or self.hosted_by(mention):
            return as_place(self._vocabulary, mention)
        return None

    def hosted_by(self, mention: Mention) -> bool:
        """Whether a mention names the host: "the summit that Astana hosted"."""
        return self._scene.has("host", mention.first - 2, mention.first)

    def _too_late(self, anchor: Anchor, date: DateMention) -> bool:
        """Whether a date lies ahead of what has been: the years of a plan, the day of what was agreed on."""
        published = self._document.layout.published_on
        term = anchor.kind == "chairmanship"  # it is told with the years for which it was taken over
        if published is None or date.iso is None or term or date.iso <= published[: len(date.iso)]:
            return False
        if anchor.kind not in _WORDS and (anchor.form == "will" or self._view.ahead(anchor)):
            return False
        named = anchor.bare and self._beside(anchor, date)  # the third Arab summit in 2030
        done = anchor.form in ("act", "again") and date.precision == "year" and not named
        return done or anchor.kind in _WORDS or (anchor.form == "act" and anchor.kind in _DONE)

    def _gone(self, anchor: Anchor, date: DateMention) -> DateMention:
        """A day or month without a year that lies ahead, where a deed is told as done: it was last year's."""
        published, iso = self._document.layout.published_on, date.iso or ""
        done = anchor.form == "act" and not self._view.ahead(anchor) and not self._goes_on(anchor)
        days = date.kind is DateKind.ABSOLUTE and anchor.kind not in _AGREED_ON
        spoken = date.precision == "month" or (date.precision == "day" and days)
        if not done or date.has_year or published is None or not spoken or anchor.kind in _WORDS:
            return date
        ahead = iso > published[: len(iso)] and not iso.endswith("-02-29")
        return replace(date, iso=f"{int(iso[:4]) - 1}{iso[4:]}", ends=None) if ahead else date

    def _beside(self, anchor: Anchor, date: DateMention) -> bool:
        """Whether a date stands right behind a phrase with its names and adjectives."""
        word = bisect_right(self._document.words.starts, date.start) - 1
        between = range(anchor.last, word)
        named = {w for m in anchor.mentions for w in range(m.first, m.last)}
        named |= {w for h in self._scene.sentence.of(Name) for w in range(h.start, h.end)}
        loose = [at for at in between if at not in named]
        return len(loose) <= _LOOSE and not any(self._document.breaks[anchor.last : word + 1])

    def _until(self, date: DateMention) -> bool:
        word = bisect_right(self._document.words.starts, date.start) - 1
        return self._scene.has("until", word - _UNTIL, word)

    def _present(self, anchor: Anchor) -> bool:
        """Whether an undated happening is told as news, not recalled from earlier or in a quotation."""
        first = self._scene.sentence.first
        recalled = self._scene.has("past", first, anchor.last + _AROUND)
        quoted = self._view.quoted(anchor) and not self._lead and anchor.form != "act"
        named = anchor.form == "name" and anchor.kind in _RECALLED and not self._lead
        return not (recalled or quoted or named or self._view.ahead(anchor))

    def inside(self, mention: Mention) -> bool:
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
