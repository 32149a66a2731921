"""The whole graph in one file of another format, streamed: every node, then every edge."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from api import linked
from api.gexf import Item, Span, gexf, legal
from api.output import plain
from graph.bundles import Told
from graph.store import Store
from graph.whole import INTERNAL, Heard, Whole, public
from ontology.schema import Schema
from queries.networks.windows import end_of

Keys = Mapping[str, str]

# The types of GraphML; what it has none for is text.
_GRAPHML = {"integer": "long", "float": "double", "boolean": "boolean"}


def write_csv(whole: Whole, out: TextIO) -> None:
    """One table of everything: nodes have `id` and `label`, edges `source`, `type` and `target`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "label", "name", "source", "type", "target", "properties"))
    for node in whole.nodes():
        writer.writerow((node.id, node.label, plain(node.name), "", "", "", plain(node.public)))
    for edge in whole.edges():
        told = plain(public(edge.properties))
        writer.writerow(("", "", "", edge.source, edge.type, edge.target, told))


def write_graphml(whole: Whole, out: TextIO) -> None:
    """GraphML, a key for each property with its type; opens in Gephi, yEd, R (igraph) and networkx."""
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for kind, keys in (("node", _node_keys()), ("edge", _edge_keys())):
        for name, of in keys.items():
            out.write(f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{of}"/>\n')
    out.write('<graph edgedefault="directed">\n')
    for node in whole.nodes():
        told = _data("node", _node_keys(), {**node.public, "label": node.label, "name": node.name})
        out.write(f"<node id={quoteattr(node.id)}>{told}</node>\n")
    for edge in whole.edges():
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        told = _data("edge", _edge_keys(), {**edge.properties, "type": edge.type})
        out.write(f"<edge {ends}>{told}</edge>\n")
    out.write("</graph>\n</graphml>\n")


@cache
def _node_keys() -> Keys:
    schema = Schema.load()
    own = (item for node in schema.nodes.values() if node.prefix for item in schema.properties_of(node.label))
    kinds = {item.name: item.type for item in own if item.name not in INTERNAL}
    return {"label": "string"} | {name: _GRAPHML.get(kind, "string") for name, kind in kinds.items()}


@cache
def _edge_keys() -> Keys:
    edges = Schema.load().edges.values()
    kinds = {item.name: item.type for edge in edges for item in edge.properties}
    return {"type": "string"} | {name: _GRAPHML.get(kind, "string") for name, kind in kinds.items()}


def _data(kind: str, keys: Keys, values: Mapping[str, Any]) -> str:
    known = ((name, values.get(name)) for name in keys)
    return "".join(
        f'<data key="{kind}-{name}">{escape(legal(plain(value)))}</data>'
        for name, value in known
        if value is not None
    )


def write_gexf(whole: Whole, out: TextIO) -> None:
    """GEXF with dates: opens in Gephi with its time line."""
    drawn = (
        Item(node.id, node.name, {**node.public, "kind": node.label}, spans=_when(node.properties))
        for node in whole.nodes()
    )
    values = {"kind": str, "url": str, "language": str, "stance": str, "passage": str, "confidence": float}
    out.writelines(
        gexf(drawn, _tied(whole), values, {"type": str, "role": str, "status": str, "source": str})
    )


def _tied(whole: Whole) -> Iterator[Item]:
    for at, edge in enumerate(whole.edges()):
        told = {**edge.properties, "type": edge.type}
        ends = (edge.source, edge.target)
        yield Item(str(at), edge.type, told, ends, _standing(edge), kind=edge.type)


def _standing(edge: Told) -> list[Span]:
    """The days on which an edge is there; a membership tells the first day on which it held no more."""
    own = edge.properties
    if edge.type == "MEMBER_OF" and own.get("to"):
        own = {**own, "to": (date.fromisoformat(own["to"]) - timedelta(days=1)).isoformat()}
    return _when(own)


def _when(properties: Mapping[str, Any]) -> list[Span]:
    """The days on which something is there: a membership, an event, a day of saying or publication."""
    if properties.get("from") or properties.get("to"):
        return [(properties.get("from"), properties.get("to"))]
    names = ("on", "date", "said_on", "published_on")
    on = next((properties[name] for name in names if properties.get(name)), None)
    if on is None:
        return []
    precision = properties.get("date_precision")
    last = end_of(date.fromisoformat(on), precision).isoformat() if precision in ("month", "year") else on
    return [(on, properties.get("ends") or last)]


def _linked(write: Callable[[Store, TextIO, Heard], None]) -> Callable[[Whole, TextIO], None]:
    return lambda whole, out: write(whole.store, out, whole.heard)


WRITERS: Mapping[str, Callable[[Whole, TextIO], None]] = {
    "csv": write_csv,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "jsonld": _linked(linked.write_jsonld),
    "turtle": _linked(linked.write_turtle),
    "ntriples": _linked(linked.write_ntriples),
    "nquads": _linked(linked.write_nquads),
}
