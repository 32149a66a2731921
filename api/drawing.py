"""Networks as files for programs that draw them: GraphML, and GEXF with dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from api.gexf import Item, Span, gexf, legal
from graph.store import READ_TIMEOUT, Store
from queries.networks.analyses import Analysis
from queries.networks.answers import networks, rows_of

FORMS = {"graphml": "application/graphml+xml", "gexf": "application/gexf+xml"}

_NODE = {"kind": str, "statements": int}
_EDGE = {"congruence": float, "conflict": float, "statements": int, "positions": str}
_GRAPHML = {
    **_NODE,
    "name": str,
    "weight": float,
    **_EDGE,
    "first": str,
    "last": str,
    "window_from": str,
    "window_to": str,
}
_TYPES = {str: "string", int: "long", float: "double"}
_KINDS = {"org": "organization"}

Row = Mapping[str, Any]


def draw(
    form: str, asked: Analysis, store: Store, given: Mapping[str, Any], *, timeout: float = READ_TIMEOUT
) -> Iterator[str]:
    """The networks of an analysis as a file of a form, in pieces."""
    values = asked.known(store, given)
    nodes: dict[str, dict[str, Any]] = {}
    ties: list[dict[str, Any]] = []
    for window, network in networks(store, asked.name, values, timeout):
        for node, statements in network.nodes.items():
            told = nodes.setdefault(
                node, {"name": network.table.name(node), "kind": _kind(node), "statements": 0}
            )
            # Windows overlap: added up, a statement would count for each of them.
            told["statements"] = max(told["statements"], statements)
        ties.extend(rows_of(window, network))
    return _gexf(nodes, ties) if form == "gexf" else _graphml(nodes, ties)


def _kind(node: str) -> str:
    prefix = node.partition(":")[0]
    return _KINDS.get(prefix, prefix)


def _graphml(nodes: Mapping[str, Row], ties: Iterable[Row]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, of in _GRAPHML.items():
        yield f'<key id="{name}" for="all" attr.name="{name}" attr.type="{_TYPES[of]}"/>\n'
    # Windows may tie the same nodes again.
    yield '<graph edgedefault="undirected">\n'
    for node, values in nodes.items():
        yield f"<node id={quoteattr(node)}>{_data(values)}</node>\n"
    for at, tie in enumerate(ties):
        ends = f"source={quoteattr(tie['source'])} target={quoteattr(tie['target'])}"
        yield f'<edge id="{at}" {ends}>{_data(_joined(tie))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(values: Row) -> str:
    known = ((name, values.get(name)) for name in _GRAPHML)
    return "".join(
        f'<data key="{name}">{escape(legal(str(value)))}</data>' for name, value in known if value is not None
    )


def _joined(tie: Row) -> Row:
    return {**tie, "positions": " ".join(tie["positions"])}


def _gexf(nodes: Mapping[str, Row], ties: Iterable[Row]) -> Iterator[str]:
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for tie in ties:
        pairs[tie["source"], tie["target"]].append(tie)
    return gexf(
        (Item(node, values["name"], values) for node, values in nodes.items()),
        (_edge(at, ends, told) for at, (ends, told) in enumerate(sorted(pairs.items()))),
        _NODE,
        _EDGE,
        directed=False,
        changing=any(told[0]["window_from"] for told in pairs.values()),
    )


def _edge(at: int, ends: tuple[str, str], told: list[Row]) -> Item:
    """One edge for two nodes, with a span for each window; else from its first passage to its last."""
    if told[0]["window_from"] is None:
        (tie,) = told
        span = [(tie["first"], tie["last"])] if tie["first"] else []
        return Item(str(at), None, _joined(tie), ends, span, tie["weight"])
    spans: list[Span] = [(tie["window_from"], tie["window_to"]) for tie in told]
    weights = [tie["weight"] for tie in told]
    values = {
        **told[-1],
        "statements": len({position for tie in told for position in tie["positions"]}),
        "positions": " ".join(dict.fromkeys(position for tie in told for position in tie["positions"])),
    }
    return Item(str(at), None, values, ends, spans, weights[-1], weights)
