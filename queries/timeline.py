"""What one holder said about one principle, day by day, with the blocs named as the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.store import READ_TIMEOUT, Store
from ontology.errors import InputError
from queries.networks.statements import FILTERS, matched
from queries.networks.windows import end_of

# More points than this nobody tells apart.
MOST = 2000

_READ = """
WITH DISTINCT n
OPTIONAL MATCH (n)-[:VOICED_BY]->(voice:Actor)
WITH n, voice
OPTIONAL MATCH (n)-[link:VIA|CONTRASTS]->(bloc:Bloc)
RETURN n.id AS position, n.said_on AS said_on, n.date_precision AS date_precision, n.stance AS stance,
       n.stance_value AS value, voice.id AS voice, n.passage AS passage, type(link) AS link, bloc.id AS bloc
ORDER BY said_on, position, link, bloc
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """One position; known to the month or year only, it was said on any day from `first` to `last`."""

    position: str
    first: date
    last: date
    stance: str
    value: float
    voice: str | None
    passage: str
    via: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()


def timeline(store: Store, values: Mapping[str, Any], timeout: float = READ_TIMEOUT) -> list[Moment]:
    """The dated positions that pass the filters, the oldest first; raises InputError for too many."""
    chosen = {name: value for name, value in values.items() if name in FILTERS}
    cypher = matched(chosen, "n.said_on IS NOT NULL") + _READ
    rows = store.read(cypher, chosen, timeout=timeout, max_rows=MOST)
    if rows.truncated:
        raise InputError(
            f"More than {MOST} positions and links match: narrow them by 'from' and 'to'.", parameter="from"
        )
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows.as_dicts():
        found.setdefault(row["position"], []).append(row)
    return [_moment(links) for links in found.values()]


def _moment(rows: list[dict[str, Any]]) -> Moment:
    row = rows[0]
    first = date.fromisoformat(row["said_on"])
    rough = row["date_precision"] in ("month", "year")
    via, contrast = (
        tuple(one["bloc"] for one in rows if one["link"] == link) for link in ("VIA", "CONTRASTS")
    )
    last = end_of(first, row["date_precision"]) if rough else first
    return Moment(
        row["position"], first, last, row["stance"], row["value"], row["voice"], row["passage"], via, contrast
    )
