"""Counts of positions ready for a chart: over time, and bloc × principle. The store counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.store import Store
from ontology.errors import InputError
from queries.networks.statements import FILTERS, MOST, matched
from queries.networks.windows import next_period, period_of

UNITS = ("day", "week", "month", "quarter", "year")
LINKS = ("via", "contrasts", "held", "members")
STANCES = ("endorse", "conditional", "neutral", "ambivalent", "reject")

Row = dict[str, Any]

# How positions are put in groups: what is matched, and the id and name of the group.
_BY_KIND = "head(split(holder.id, ':'))"
_GROUPS: Mapping[str, tuple[str, str, str]] = {
    "none": ("", "'all'", "'all'"),
    "stance": ("", "n.stance", "n.stance"),
    "modality": ("", "n.modality", "n.modality"),
    "review": ("", "n.review", "n.review"),
    "holder": ("MATCH (n)-[:HELD_BY]->(holder:Actor)", "holder.id", "holder.name"),
    "holder_kind": ("MATCH (n)-[:HELD_BY]->(holder:Actor)", _BY_KIND, _BY_KIND),
    "target": ("MATCH (n)-[:TOWARDS]->(aim)", "aim.id", "aim.name"),
    "via": ("MATCH (n)-[:VIA]->(through:Bloc)", "through.id", "through.name"),
    "language": ("MATCH (n)-[:STATED_IN]->(article:Article)", "article.language", "article.language"),
    "outlet": (
        "MATCH (n)-[:STATED_IN]->(:Article)-[:PUBLISHED_BY]->(paper:Organization)",
        "paper.id",
        "paper.name",
    ),
}
GROUPS = tuple(_GROUPS)

_LINKED: Mapping[str, str] = {
    "via": "MATCH (n)-[:VIA]->(bloc:Bloc)",
    "contrasts": "MATCH (n)-[:CONTRASTS]->(bloc:Bloc)",
    "held": "MATCH (n)-[:HELD_BY]->(bloc:Bloc)",
    "members": "MATCH (n)-[:HELD_BY]->(:State)-[term:MEMBER_OF {status: 'member'}]->(bloc:Bloc)\n"
    "WHERE n.said_on IS NOT NULL AND (term.from IS NULL OR term.from <= n.said_on)"
    " AND (term.to IS NULL OR term.to > n.said_on)",
}


@dataclass(slots=True)
class _Group:
    """What is counted of one group."""

    name: str
    positions: Counter[date] = field(default_factory=Counter)
    total: dict[date, float] = field(default_factory=dict)


def series(store: Store, values: Mapping[str, Any], timeout: float) -> Iterator[Row]:
    """How many positions each period has, by group, and their mean stance; long, or wide without gaps."""
    by, wanted, most = values["by"], values["group"], values["top"]
    groups = _grouped(store, values, by, wanted, timeout)
    busiest = sorted(groups, key=lambda key: (-groups[key].positions.total(), key))[:most]
    kept = {key: groups[key] for key in busiest}
    periods = sorted({day for group in kept.values() for day in group.positions})
    if values["shape"] == "wide":
        names = _names(kept)
        for period in _without_gaps(periods, by):
            yield {"period": period.isoformat()} | {
                names[key]: group.positions[period] for key, group in kept.items()
            }
        return
    for period in periods:
        for key, group in kept.items():
            if positions := group.positions[period]:
                mean = group.total[period] / positions
                yield {
                    "period": period.isoformat(),
                    "group": key,
                    "group_name": group.name,
                    "positions": positions,
                    "mean_stance": mean,
                }


def _grouped(
    store: Store, values: Mapping[str, Any], by: str, wanted: str, timeout: float
) -> dict[str, _Group]:
    match, key, name = _GROUPS[wanted]
    cypher = f"""{_positions(values)}
        WITH DISTINCT n
        {match}
        RETURN n.said_on AS day, {key} AS id, {name} AS name,
               count(n) AS positions, sum(n.stance_value) AS total
        ORDER BY day, id"""
    groups: dict[str, _Group] = {}
    for day, item, title, positions, total in _rows(store, cypher, values, timeout):
        group = groups.setdefault(item, _Group(title))
        period = period_of(date.fromisoformat(day), by)
        group.positions[period] += positions
        group.total[period] = group.total.get(period, 0.0) + total
    return groups


def _positions(values: Mapping[str, Any]) -> str:
    chosen = {name: value for name, value in values.items() if name in FILTERS}
    return matched(chosen, "n.said_on IS NOT NULL", start="MATCH (n:Position)")


def _rows(store: Store, cypher: str, values: Mapping[str, Any], timeout: float) -> list[tuple[Any, ...]]:
    chosen = {name: value for name, value in values.items() if name in FILTERS}
    rows = store.read(cypher, chosen, timeout=timeout, max_rows=MOST)
    if rows.truncated:
        raise InputError(
            f"This makes more than {MOST:,} counts: narrow it by 'from' and 'to', or by another filter.",
            parameter="from",
        )
    return list(rows.rows)


def _without_gaps(periods: list[date], by: str) -> Iterator[date]:
    if not periods:
        return
    period = periods[0]
    while period <= periods[-1]:
        yield period
        period = next_period(period, by)


def _names(groups: Mapping[str, _Group]) -> dict[str, str]:
    """A column for each group: its name, or its id where two have one name."""
    often = Counter(group.name for group in groups.values())
    return {key: key if often[group.name] > 1 else group.name for key, group in groups.items()}


def matrix(store: Store, values: Mapping[str, Any], timeout: float) -> Iterator[Row]:
    """How many positions link each bloc with each principle, by stance; long, or one row a bloc."""
    chosen = {name: value for name, value in values.items() if name in FILTERS}
    cypher = f"""{matched(chosen)}
        WITH DISTINCT n
        {_LINKED[values["link"]]}
        WITH DISTINCT n, bloc
        MATCH (n)-[:TOWARDS]->(aim:Principle)
        RETURN bloc.id AS bloc, bloc.name AS bloc_name, aim.id AS principle, aim.name AS principle_name,
               n.stance AS stance, count(n) AS positions, sum(n.stance_value) AS total
        ORDER BY bloc, principle, stance"""
    cells: dict[tuple[str, str], Row] = {}
    totals: Counter[tuple[str, str]] = Counter()
    for bloc, bloc_name, aim, aim_name, stance, positions, total in _rows(store, cypher, values, timeout):
        cell = cells.setdefault((bloc, aim), _cell(bloc, bloc_name, aim, aim_name))
        cell[stance] += positions
        cell["positions"] += positions
        totals[bloc, aim] += total
    for key, cell in cells.items():
        cell["mean_stance"] = totals[key] / cell["positions"]
    yield from _wide(cells, values["value"]) if values["shape"] == "wide" else cells.values()


def _cell(bloc: str, bloc_name: str, principle: str, principle_name: str) -> Row:
    named = {
        "bloc": bloc,
        "bloc_name": bloc_name,
        "principle": principle,
        "principle_name": principle_name,
        "positions": 0,
    }
    return named | dict.fromkeys(STANCES, 0) | {"mean_stance": None}


def _wide(cells: Mapping[tuple[str, str], Row], value: str) -> Iterator[Row]:
    """A row for each bloc, a column for each principle; where nothing was said 0, or no mean."""
    names = {row["principle"]: row["principle_name"] for row in cells.values()}
    often = Counter(names.values())
    columns = {aim: aim if often[name] > 1 else name for aim, name in sorted(names.items())}
    blocs = {row["bloc"]: row["bloc_name"] for row in cells.values()}
    empty = 0 if value == "positions" else None
    for bloc, name in blocs.items():
        shown = {column: cells.get((bloc, aim), {}).get(value, empty) for aim, column in columns.items()}
        yield {"bloc": bloc, "bloc_name": name, **shown}
