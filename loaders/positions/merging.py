"""Which tellings are of one happening: the same kind, day, place, convener and sides, as far as told."""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.event_kinds import AGREED, ALIKE, GATHERINGS, SAID, TEXTS, TWO_SIDED
from loaders.positions.happenings import Found

# What a bare word may refer back to besides its own kind.
_REFERS: dict[str, frozenset[str]] = {
    "talks": frozenset({"phone-call", "bilateral-meeting", "ministerial-meeting", "summit", "session"}),
    "bilateral-meeting": frozenset({"talks", "ministerial-meeting", "summit", "session"}),
    "ministerial-meeting": frozenset({"talks", "bilateral-meeting", "summit", "session"}),
    "session": frozenset({"summit", "ministerial-meeting", "talks"}),
    "summit": frozenset({"forum"}),
    "conference": frozenset({"forum", "press-conference", "ministerial-meeting"}),
    "forum": frozenset({"conference", "ministerial-meeting", "summit"}),
    "statement-issued": frozenset({"joint-statement", "video-message", "document-adopted", *SAID}),
    "joint-statement": frozenset({"document-adopted", "statement-issued"}),
    "address": SAID,
    "video-message": SAID,
    "interview": SAID,
    "press-conference": SAID,
}


# Of somebody's words the kind that says more of how they were said.
_EXACT = {"statement-issued": 0, "address": 1, "video-message": 2, "interview": 2, "press-conference": 2}


def exactness(found: Found) -> int:
    """How much a kind says of how somebody's words were said."""
    return _EXACT.get(found.kind, 0)


_TWO = 2
_APART = frozenset({"press-conference", "interview"})  # one does not give both at once
_ONE_A_DAY = frozenset({"forum", "conference"})
_MET = GATHERINGS | TEXTS
_SERIES = frozenset({"summit", "ministerial-meeting", "session"})  # a bloc holds one after the other


class Ledger:
    """The happenings told so far; each new telling joins the one it repeats."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.unsure: list[Found] = []  # bare words of how somebody spoke
        self.titles: list[Found] = []  # what the title calls the occasion, were it told nowhere else

    def add(self, one: Found) -> None:
        """Join a telling to the happening it repeats, else add it if it stands by itself."""
        if one.kind in TEXTS and not one.participants:
            one = self._of_gathering(one)
        if one.kind in ("accession", "withdrawal") and not _states(one):
            one = self._of_movers(one)
        nameless = one.kind in AGREED and not one.participants
        if (one.both and len(_states(one)) < _TWO) or nameless:
            one = self._of_both(one)
        if one.kind in GATHERINGS and one.in_sequence and not one.participants and not one.convened_by:
            one = self._next_of(one)
        if one.kind in _SERIES and not one.participants and not one.convened_by and one.in_series:
            one = replace(one, convened_by=self._latest_convener())
        for index in range(len(self.found) - 1, -1, -1):
            if _same(self.found[index], one):
                self.found[index] = _joined(self.found[index], one)
                return
        if one.kind in SAID and not one.headline and not one.certain:
            self.unsure.append(one)
        if one.headline and (one.kind in SAID or not one.certain):
            self.titles.append(one)
        elif one.certain:
            self.found.append(one)

    def _of_gathering(self, one: Found) -> Found:
        """A text that names nobody, given to the gathering told of last."""
        met = [known for known in reversed(self.found) if known.kind in GATHERINGS]
        called = next((known for known in met if known.convened_by), None)
        last = next(iter(met), None)
        if called is not None and one.kind == "document-adopted":  # by a body, whoever met in its margins
            last = called
        if last is None:
            return one
        whose = (last.convened_by,) if last.convened_by else last.participants
        return replace(one, participants=whose, day=one.day if one.dated else last.day)

    def _of_movers(self, one: Found) -> Found:
        """Whoever joins or leaves unnamed, as those told before to do so: they will leave in May."""
        told = (_states(known) for known in reversed(self.found) if known.kind == one.kind)
        last = next((states for states in told if states), set())
        return replace(one, participants=tuple(dict.fromkeys((*sorted(last), *one.participants))))

    def _of_both(self, one: Found) -> Found:
        """What "the two sides" did, with those of whom two were told of last."""
        told = (_states(known) for known in reversed(self.found))
        last = next((states for states in told if len(states) >= _TWO), set())
        return replace(one, participants=tuple(dict.fromkeys((*one.participants, *sorted(last)))))

    def _next_of(self, one: Found) -> Found:
        """A gathering that names nobody, as one more of the bloc's or the several told of before."""
        met = [k for k in reversed(self.found) if k.kind in _MET and (k.convened_by or sides_of(k))]
        if one.kind not in ALIKE:  # a summit follows no talks of two
            met = [k for k in met if k.kind not in TWO_SIDED]
        last = next((k for k in met if k.kind == one.kind), None) or next(iter(met), None)
        if last is None or not (one.bare or one.another):
            return one
        whose = tuple(sorted(sides_of(last)))
        return replace(
            one,
            kind=last.kind if one.bare and one.kind in ALIKE and last.kind in GATHERINGS else one.kind,
            participants=whose,
            convened_by=last.convened_by,
            certain=True,
        )

    def _latest_convener(self) -> str | None:
        """Whose gatherings have been told of: "the next summit" of an article is that bloc's."""
        return next((known.convened_by for known in reversed(self.found) if known.convened_by), None)


def _same(known: Found, one: Found) -> bool:
    """Whether two tellings are of one happening."""
    if not _kinds_agree(known, one) or not _dates_agree(known, one):
        return False
    if known.ahead != one.ahead and one.placed:  # what is to come is not what has been
        return False
    if known.kind in SAID and one.kind in SAID:
        return _one_voice(known, one)
    if _differ(known.convened_by, one.convened_by) or _places_differ(known, one):
        return False
    if one.bare and (not one.certain or _of_that_day(known, one)):
        return True
    shared = set(known.participants) & set(one.participants)
    if known.sentence == one.sentence and known.kind == one.kind and not (known.dated and one.dated):
        return bool(shared) or not one.participants or not known.participants or one.kind not in TWO_SIDED
    others = _another_guest(known, one) or _others_met(known, one)
    if one.kind in TWO_SIDED and others and not known.headline:
        return False
    if one.kind in TWO_SIDED:
        return _nested(sides_of(known), sides_of(one)) and bool(shared)
    if one.kind in GATHERINGS and known.day == one.day and set(known.places) & set(one.places):
        return True
    if one.kind in _ONE_A_DAY and known.kind == one.kind and known.day == one.day:
        return True
    same_convener = known.convened_by is not None and known.convened_by == one.convened_by
    return (
        known.kind == "vote"
        or bool(shared)
        or same_convener
        or not one.participants
        or not known.participants
    )


def _of_that_day(known: Found, one: Found) -> bool:
    """Whether a bare word tells of the gathering of the day: "the conference", somebody else says."""
    gathering = one.kind in GATHERINGS - TWO_SIDED
    alike = known.kind == one.kind or known.kind in _REFERS.get(one.kind, frozenset())
    return gathering and alike and known.day == one.day and not one.placed


def _one_voice(known: Found, one: Found) -> bool:
    """Whether the same speaks: a ministry and its spokesman are one where both speak the same way."""
    if known.voice and known.voice == one.voice and {known.kind, one.kind} >= _APART:
        return known.headline or one.bare
    if known.voice is None or one.voice is None or known.voice == one.voice:
        return True
    people = known.voice.startswith("person:") and one.voice.startswith("person:")
    return not people and known.kind == one.kind and bool(sides_of(known) & sides_of(one))


def _kinds_agree(known: Found, one: Found) -> bool:
    if known.kind == one.kind:
        return True
    if one.bare:
        return known.kind in _REFERS.get(one.kind, frozenset())
    if {known.kind, one.kind} <= SAID or {known.kind, one.kind} <= TEXTS:
        return True
    if not (known.kind in ALIKE and one.kind in ALIKE):
        return False
    there = known.convened_by is not None and known.convened_by == one.convened_by
    shared = len(sides_of(known) & sides_of(one))
    return shared > (not known.headline) or (there and bool(set(known.places) & set(one.places)))


def _dates_agree(known: Found, one: Found) -> bool:
    if {known.kind, one.kind} <= SAID and known.kind != one.kind and not one.bare and known.dated:
        return known.day == one.day or one.day is None  # an address of Monday, then a press conference
    if not (known.dated and one.dated) and (one.bare or not one.dated or known.day is None):
        return True
    if known.sentence == one.sentence and known.kind == one.kind not in TWO_SIDED and not known.dated:
        return True  # "the council held on Monday a session"
    if known.headline and not known.dated:  # the day of news that the body dates is only assumed
        return True
    size = min(len(known.day or ""), len(one.day or ""))
    return (known.day or "")[:size] == (one.day or "")[:size]


def _differ(known: str | None, one: str | None) -> bool:
    return known is not None and one is not None and known != one


def _places_differ(known: Found, one: Found) -> bool:
    return bool(known.places) and bool(one.places) and not set(known.places) & set(one.places)


def _another_guest(known: Found, one: Found) -> bool:
    """Whether somebody met one person in one telling, another in the other: the minister, then the king."""
    people, others = (
        {party for party in found.participants if party.startswith("person:")} for found in (known, one)
    )
    return bool(people & others and people - others and others - people)


def _states(found: Found) -> set[str]:
    return {party for party in found.participants if party.startswith("state:")}


def _others_met(known: Found, one: Found) -> bool:
    """Whether two other persons met: the leaders, then their ministers."""
    people, others = (
        {party for party in found.participants if party.startswith("person:")} for found in (known, one)
    )
    if not people or not others or people & others:
        return False
    return max(len(people), len(others)) >= _TWO or sides_of(known) == sides_of(one)


def sides_of(found: Found) -> set[str]:
    """The states, blocs and bodies that took part."""
    return {p for p in found.participants if not p.startswith("person:")}


def _nested(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _joined(known: Found, one: Found) -> Found:
    vague = (known.day or "").startswith(one.day or "") and known.precision is not None  # "this month"
    later = one.dated and not known.dated and not vague
    dated = one if later or (one.dated and len(one.day or "") > len(known.day or "")) else known
    joining = one.participants if one.staged or not one.bare else ()
    weak = not one.bare and exactness(one) > exactness(known)
    return replace(
        known,
        evidence=one.evidence if known.headline else known.evidence,
        headline=known.headline and one.headline,
        kind=one.kind if weak else known.kind,
        day=dated.day,
        precision=dated.precision,
        ends=known.ends or one.ends,
        dated=known.dated or one.dated,
        places=tuple(dict.fromkeys(known.places + one.places)),
        convened_by=known.convened_by or one.convened_by,
        participants=tuple(dict.fromkeys(known.participants + joining)),
    )
