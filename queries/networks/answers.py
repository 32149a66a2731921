"""The answers to what is asked of networks, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, overload

from graph.store import READ_TIMEOUT, Store
from ontology.errors import InputError
from queries.networks import blocs, changes, polarisation, projection, windows
from queries.networks.projection import Network, Options, Tie
from queries.networks.statements import FILTERS, Statement, Table, passages, read_table

Row = dict[str, Any]
Values = Mapping[str, Any]

# A tie shows so many of its positions; the analysis `passages` opens all.
SHOWN_POSITIONS = 100


def networks(
    store: Store, kind: str, values: Values, timeout: float = READ_TIMEOUT
) -> Iterator[tuple[windows.Window, Network]]:
    """The network of each window."""
    table = _table(store, values, timeout)
    for window in _windows(table, values):
        yield window, projection.network(window.table, kind, _options(values))


def _options(values: Values) -> Options:
    names = ("by", "normalise", "duplicates", "stances")
    return Options(**{name: values[name] for name in names if name in values})


def _table(store: Store, values: Values, timeout: float, *, standings: bool = False) -> Table:
    merge = merging(values)
    chosen = {name: value for name, value in values.items() if name in FILTERS}
    table = read_table(store, chosen, standings=standings or bool(merge), timeout=timeout)
    return table.merged(merge) if merge else table


def merging(values: Values) -> list[str]:
    """The blocs whose members are one actor."""
    return [item.strip() for item in values.get("merge", "").split(",") if item.strip()]


def _windows(table: Table, values: Values) -> Iterator[windows.Window]:
    unit, size, step = values.get("window", "none"), values.get("size"), values.get("step")
    if unit in ("days", "statements"):
        if size is None:
            raise InputError(
                f"Windows by {unit} need a 'size': give how many {unit} each one has.", parameter="size"
            )
        return windows.windows(table, unit, size, step)
    for name, value in (("size", size), ("step", step)):
        if value is not None:
            raise InputError(
                f"'{name}' is for windows by days or statements: give 'window' too.", parameter=name
            )
    return windows.windows(table, unit)


def _of_window(window: windows.Window) -> Row:
    first, last = window.first, window.last
    return {
        "window_from": first.isoformat() if first else None,
        "window_to": last.isoformat() if last else None,
    }


# --- ties and nodes --------------------------------------------------------------------------------------


class TieRows(Sequence[Row]):
    """The rows of ties, each made when it is looked at: to find all that is behind a tie takes time."""

    def __init__(self, found: list[tuple[windows.Window, Network, Tie]]) -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        """The row at a place, or the rows of a slice."""
        return (
            self._row(at)
            if isinstance(at, int)
            else [self._row(one) for one in range(*at.indices(len(self)))]
        )

    def _row(self, at: int) -> Row:
        window, network, tie = self._found[at]
        return {**_of_window(window), **_tie(network, tie)}


def ties(kind: str) -> Callable[[Store, Values, float], TieRows]:
    """The ties of networks of a kind, window by window, the strongest first."""

    def answer(store: Store, values: Values, timeout: float) -> TieRows:
        return TieRows(
            [
                (window, network, tie)
                for window, network in networks(store, kind, values, timeout)
                for tie in sorted(network.ties, key=lambda one: (-one.weight, one.source, one.target))
            ]
        )

    return answer


def rows_of(window: windows.Window, network: Network) -> Iterator[Row]:
    """The rows of one network's ties."""
    yield from TieRows([(window, network, tie) for tie in network.ties])


def _tie(network: Network, tie: Tie) -> Row:
    behind = network.behind(tie)
    dates = [item.on.isoformat() for item in behind if item.on]
    return {
        "source": tie.source,
        "source_name": network.table.name(tie.source),
        "target": tie.target,
        "target_name": network.table.name(tie.target),
        "weight": tie.weight,
        "congruence": tie.congruence,
        "conflict": tie.conflict,
        "statements": len(behind),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        # The newest say most about how things stand.
        "positions": [item.position for item in behind[-SHOWN_POSITIONS:]],
    }


def measures(store: Store, values: Values, timeout: float) -> Iterator[Row]:
    """The nodes of networks with communities and centralities."""
    from queries.networks.measures import nodes

    for window, network in networks(store, values["kind"], values, timeout):
        for node in nodes(network):
            own = {name: getattr(node, name) for name in node.__slots__[1:]}
            yield {**_of_window(window), "id": node.id, "name": network.table.name(node.id), **own}


def behind_tie(store: Store, values: Values, timeout: float) -> list[Row]:
    """Every passage behind the tie of two nodes."""
    # Which of them is the source, a network decides.
    ends = {values["source"], values["target"]}
    table = _table(store, values, timeout)
    network = projection.network(table, values["kind"], _options(values))
    behind = [
        item for tie in network.ties if {tie.source, tie.target} == ends for item in network.behind(tie)
    ]
    texts = passages(store, (item.position for item in behind), timeout)
    return [{**_said(table, item), "passage": texts.get(item.position)} for item in behind]


def _said(table: Table, item: Statement) -> Row:
    return {
        "said_on": item.on.isoformat() if item.on else None,
        "holder": item.holder,
        "holder_name": table.name(item.holder),
        "target": item.target,
        "target_name": table.name(item.target),
        "stance": item.stance,
        "article": item.article,
        "position": item.position,
    }


# --- polarisation, blocs, changes of line ----------------------------------------------------------------


def polarised(store: Store, values: Values, timeout: float) -> Iterator[Row]:
    """The camps of each window."""
    # Whoever is in conflict only is in a camp too.
    for window, network in networks(store, "actors", {**values, "by": "ignore"}, timeout):
        found = polarisation.camps(network)
        yield {
            **_of_window(window),
            "polarisation": found.polarisation,
            "statements": len(network.table.statements),
            "actors": len(network.nodes),
            "camp": list(found.camps[0]),
            "other_camp": list(found.camps[1]),
        }


def divides(store: Store, values: Values, timeout: float) -> Iterator[Row]:
    """The principles on which two blocs differ."""
    table = _table(store, values, timeout, standings=True)
    for item in blocs.divides(table, values["of"], values["and"], _options(values)):
        yield {
            "principle": item.principle,
            "principle_name": table.name(item.principle),
            "distance": item.distance,
            "line": item.line,
            "other_line": item.other_line,
            "members": item.members,
            "other_members": item.other_members,
            "statements": len(item.statements),
            "positions": [one.position for one in item.statements[-SHOWN_POSITIONS:]],
        }


def cohesion(store: Store, values: Values, timeout: float) -> Iterator[Row]:
    """How far the members of blocs speak alike."""
    table = _table(store, values, timeout, standings=True)
    wanted = values.get("of")
    for bloc in [wanted] if wanted else sorted({standing.bloc for standing in table.standings}):
        for window in _windows(table, values):
            found = blocs.cohesion(window.table, bloc, _options(values))
            if found.pairs or wanted:
                measures = {name: getattr(found, name) for name in found.__slots__}
                yield {"bloc": bloc, "bloc_name": table.name(bloc), **_of_window(window), **measures}


def changed(store: Store, values: Values, timeout: float) -> list[Row]:
    """When holders left their line."""
    table = _table(store, values, timeout)
    found = changes.changes(table, values["stances"])
    ends = (item.position for change in found for item in (change.before, change.after))
    texts = passages(store, ends, timeout)
    return [_change(table, change, texts) for change in found]


def _change(table: Table, change: changes.Change, texts: Mapping[str, str]) -> Row:
    row: Row = {
        "holder": change.holder,
        "holder_name": table.name(change.holder),
        "target": change.target,
        "target_name": table.name(change.target),
    }
    for side, item in (("before", change.before), ("after", change.after)):
        row |= {
            f"{side}_on": item.on.isoformat() if item.on else None,
            f"{side}_stance": item.stance,
            f"{side}_passage": texts.get(item.position),
            f"{side}_position": item.position,
        }
    return row | {"held": change.held, "returned": change.returned}
