"""How far two annotators of the development set agree: `python -m benchmarks.agreement [--differences]`.

The first annotation is `tests/gold/LANGUAGE`; the second, of a part of it, is `tests/gold/second/LANGUAGE`,
made without sight of the first. What one requires and the other has, if only as optional, is agreed, as for
the grader; what one requires and the other has not is a difference. F1 is that of either annotator judged by
the other. The strict F1 counts as agreed only what both require.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from api.output import Format, say, show
from ontology.vocabulary import Vocabulary

GOLD = Path(__file__).parents[1] / "tests" / "gold"
Record = dict[str, Any]
AGREED, BOTH, ONLY_FIRST, ONLY_SECOND = "agreed", "both require", "only first", "only second"
FIELDS = ("positions", "positions, any stance", "voice", "via", "events", "actors", "principles")


class Comparison:
    """Counts of agreement for each field, and the single differences."""

    def __init__(self, listed: Vocabulary) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.differences: list[str] = []
        self._listed = listed

    def compare(self, name: str, first: Record, second: Record) -> None:
        """Add one article's two records."""
        for field in ("actors", "principles"):
            self._required(name, field, _ids(first, field), _ids(second, field))
        one, two = first["positions"], second["positions"]
        self._required(name, "positions, any stance", _keys(one, self._pair), _keys(two, self._pair))
        for key in self._required(name, "positions", _keys(one, self._full), _keys(two, self._full)):
            mine, theirs = ([p for p in positions if self._full(p) == key] for positions in (one, two))
            self._same(name, "voice", key, self._voices(mine), self._voices(theirs))
            self._same(name, "via", key, _via(mine), _via(theirs))
        self._events(name, first.get("events") or [], second.get("events") or [])

    def _id(self, item: str | None) -> str:
        """An id as compared: whoever no vocabulary lists has an id of the annotator's own making."""
        kind = (item or "nobody").partition(":")[0]
        return f"{kind}:?" if kind in ("person", "org") and item not in self._listed else item or kind

    def _pair(self, position: Record) -> tuple[str, str]:
        return self._id(position["holder"]), self._id(position["target"])

    def _voices(self, positions: list[Record]) -> set[str]:
        return {self._id(position["voice"]) for position in positions}

    def _full(self, position: Record) -> tuple[str, ...]:
        return *self._pair(position), position["stance"]

    def _note(self, name: str, field: str, outcome: str, what: object) -> None:
        self.counts.setdefault(field, Counter())[outcome] += 1
        if outcome in (ONLY_FIRST, ONLY_SECOND):
            self.differences.append(f"{name} {field}, {outcome}: {what}")

    def _required(self, name: str, field: str, first: Any, second: Any) -> list[Any]:
        (required, optional), (also_required, also_optional) = first, second
        mine, theirs = required | optional, also_required | also_optional
        both = sorted((required | also_required) & mine & theirs)
        apart = ((ONLY_FIRST, required - theirs), (ONLY_SECOND, also_required - mine))
        for outcome, items in ((AGREED, both), (BOTH, required & also_required), *apart):
            for item in sorted(items):
                self._note(name, field, outcome, item)
        for outcome, items in (("first", required), ("second", also_required)):
            self.counts.setdefault(field, Counter())[outcome] += len(items)
        return both

    def _same(self, name: str, field: str, key: object, mine: set[str], theirs: set[str]) -> None:
        if field == "voice":  # one that both name is enough, as for the grader
            self._note(name, field, AGREED if mine & theirs else ONLY_FIRST, f"{key} {mine} or {theirs}")
            return
        for outcome, items in (
            (AGREED, mine & theirs),
            (ONLY_FIRST, mine - theirs),
            (ONLY_SECOND, theirs - mine),
        ):
            for item in sorted(items):
                self._note(name, field, outcome, f"{key} {item}")

    def _events(self, name: str, first: list[Record], second: list[Record]) -> None:
        count = self.counts.setdefault("events", Counter())
        count["first"] += sum(not _optional(event) for event in first)
        count["second"] += sum(not _optional(event) for event in second)
        rest = sorted(second, key=_optional)
        for event in sorted(first, key=_optional):
            twin = next((other for other in rest if _same_event(event, other)), None)
            if twin:
                rest.remove(twin)
                count[BOTH] += not (_optional(event) or _optional(twin))
            if not _optional(event) or (twin and not _optional(twin)):
                self._note(name, "events", AGREED if twin else ONLY_FIRST, event["id"])
        for event in rest:
            if not _optional(event):
                self._note(name, "events", ONLY_SECOND, event["id"])

    def rows(self) -> Iterator[dict[str, Any]]:
        """The counts, with F1 (of voices, which each agreed position has one of: the share)."""
        for field in FIELDS:
            count = self.counts[field]
            apart = count[ONLY_FIRST] + count[ONLY_SECOND]
            f1 = count[AGREED] / (count[AGREED] + (apart if field == "voice" else apart / 2))
            required = count["first"] + count["second"]
            yield {
                "field": field,
                **{name: count[name] for name in (AGREED, ONLY_FIRST, ONLY_SECOND)},
                "f1": round(f1, 3),
                BOTH: count[BOTH] if required else None,
                "strict f1": round(2 * count[BOTH] / required, 3) if required else None,
            }


def _optional(entry: Record) -> bool:
    return bool(entry.get("optional"))


def _via(positions: list[Record]) -> set[str]:
    return {bloc for position in positions for bloc in position.get("via", [])}


def _ids(record: Record, field: str) -> tuple[set[str], set[str]]:
    optional = set(record.get("optional") or [])
    return set(record.get(field) or []) - optional, optional


def _keys(positions: list[Record], key: Callable[[Record], Any]) -> tuple[set[Any], set[Any]]:
    return {key(p) for p in positions if not _optional(p)}, {key(p) for p in positions if _optional(p)}


def _same_event(one: Record, two: Record) -> bool:
    (kind, plover), (other, other_plover) = ((e["type"]["kind"], e["type"]["plover"]) for e in (one, two))
    who = [{*event.get("participants", []), event.get("convened_by")} - {None} for event in (one, two)]
    alike = kind == other or (plover and plover == other_plover)
    return bool(alike and _same_date(one, two) and (who[0] & who[1] or not all(who)))


def _same_date(one: Record, two: Record) -> bool:
    days = [str(event["date"] or "") for event in (one, two)]
    known = [{"year": 4, "month": 7}.get(event.get("date_precision", ""), 10) for event in (one, two)]
    length = min(*known, *map(len, days))
    if length == len("2024-07-04"):
        return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= 1
    return days[0][:length] == days[1][:length]  # and no date agrees with any


def pairs() -> Iterator[tuple[str, Record, Record]]:
    """The articles annotated twice, with both records."""
    for path in sorted((GOLD / "second").glob("*/*.yaml")):
        files = (GOLD / path.parent.name / path.name, path)
        first, second = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in files)
        yield f"{path.parent.name}/{path.stem[:3]}", first, second


def main() -> int:
    """Print the agreement, and the differences if they are asked for."""
    comparison, articles = Comparison(Vocabulary.load()), list(pairs())
    for pair in articles:
        comparison.compare(*pair)
    rows = list(comparison.rows())
    show(list(rows[0]), rows, Format.TABLE)
    say(f"{len(articles)} articles annotated twice.")
    if "--differences" in sys.argv:
        sys.stdout.writelines(f"{difference}\n" for difference in comparison.differences)
    return 0


if __name__ == "__main__":
    sys.exit(main())
