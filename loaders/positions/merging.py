"""Which tellings are of one happening: the same kind, day, place, convener and sides, as far as told."""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.event_kinds import ALIKE, GATHERINGS, SAID, TEXTS, TWO_SIDED
from loaders.positions.happenings import Found

# What a bare word may refer back to besides its own kind.
_REFERS: dict[str, frozenset[str]] = {
    "talks": frozenset({"bilateral-meeting", "ministerial-meeting", "summit", "session"}),
    "bilateral-meeting": frozenset({"talks", "ministerial-meeting", "summit", "session"}),
    "ministerial-meeting": frozenset({"talks", "bilateral-meeting", "summit", "session"}),
    "session": frozenset({"summit", "ministerial-meeting", "talks"}),
    "summit": frozenset({"forum"}),
    "conference": frozenset({"forum", "press-conference"}),
    "statement-issued": frozenset({"joint-statement", "video-message", "document-adopted", *SAID}),
    "joint-statement": frozenset({"document-adopted", "statement-issued"}),
    "address": SAID,
    "video-message": SAID,
    "interview": SAID,
    "press-conference": SAID,
}


class Ledger:
    """The happenings told so far; each new telling joins the one it repeats."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def add(self, one: Found) -> None:
        """Join a telling to the happening it repeats, else add it if it stands by itself."""
        if one.kind in TEXTS and not one.participants:
            one = self._of_gathering(one)
        for index in range(len(self.found) - 1, -1, -1):
            if _same(self.found[index], one):
                self.found[index] = _joined(self.found[index], one)
                return
        if one.certain and not (one.headline and one.kind in SAID):
            self.found.append(one)

    def _of_gathering(self, one: Found) -> Found:
        """A text that names nobody, given to the gathering told of last."""
        last = next((known for known in reversed(self.found) if known.kind in GATHERINGS), None)
        if last is None:
            return one
        whose = (last.convened_by,) if last.convened_by else last.participants
        return replace(one, participants=whose, day=one.day if one.dated else last.day)


def _same(known: Found, one: Found) -> bool:
    """Whether two tellings are of one happening."""
    if not _kinds_agree(known, one) or not _dates_agree(known, one):
        return False
    if known.kind in SAID and one.kind in SAID:
        return known.voice is None or one.voice is None or known.voice == one.voice
    if _differ(known.convened_by, one.convened_by) or _places_differ(known, one):
        return False
    if one.bare and not one.certain:
        return True
    shared = set(known.participants) & set(one.participants)
    if known.sentence == one.sentence and known.kind == one.kind and not (known.dated and one.dated):
        return bool(shared) or not one.participants or not known.participants or one.kind not in TWO_SIDED
    if one.kind in TWO_SIDED:
        return _nested(sides_of(known), sides_of(one)) and bool(shared)
    same_convener = known.convened_by is not None and known.convened_by == one.convened_by
    return (
        known.kind == "vote"
        or bool(shared)
        or same_convener
        or not one.participants
        or not known.participants
    )


def _kinds_agree(known: Found, one: Found) -> bool:
    if known.kind == one.kind:
        return True
    if one.bare:
        return known.kind in _REFERS.get(one.kind, frozenset())
    if {known.kind, one.kind} <= SAID or {known.kind, one.kind} <= TEXTS:
        return True
    return known.kind in ALIKE and one.kind in ALIKE and len(sides_of(known) & sides_of(one)) > 1


def _dates_agree(known: Found, one: Found) -> bool:
    if not (known.dated and one.dated) and (one.bare or not one.dated or known.day is None):
        return True
    size = min(len(known.day or ""), len(one.day or ""))
    return (known.day or "")[:size] == (one.day or "")[:size]


def _differ(known: str | None, one: str | None) -> bool:
    return known is not None and one is not None and known != one


def _places_differ(known: Found, one: Found) -> bool:
    return bool(known.places) and bool(one.places) and not set(known.places) & set(one.places)


def sides_of(found: Found) -> set[str]:
    """The states, blocs and bodies that took part."""
    return {p for p in found.participants if not p.startswith("person:")}


def _nested(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _joined(known: Found, one: Found) -> Found:
    dated = one if one.dated and (not known.dated or len(one.day or "") > len(known.day or "")) else known
    joining = one.participants if one.staged or not one.bare else ()
    weak = known.kind == "statement-issued" and one.kind in SAID and not one.bare
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
