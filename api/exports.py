"""The whole graph in other formats, streamed: nodes by label and id, then edges, a page at a time."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from api import linked
from api.gexf import Item, Span, gexf, legal
from api.output import plain
from graph.store import Store
from queries.networks.windows import end_of

_PAGE = 1000
_LABELS = ("State", "Bloc", "Organization", "Person", "Principle", "Place", "Event", "Article", "Position")
# Kept for the store's own use; a reader of an export has the graph itself.
_INTERNAL = {"record", "record_hash", "changed", "labels", "type", "source", "target"}

EDGE_COLUMNS = ("source", "type", "target", "properties")


def nodes(store: Store, *, internal: bool = False) -> Iterator[dict[str, Any]]:
    """Every node: id, label, name and properties; `internal` ones too, and every label, where asked."""
    for label in _LABELS:
        after = ""
        while rows := store.read(
            f"MATCH (n:{label}) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit",
            {"after": after, "limit": _PAGE},
        ).rows:
            for (node,) in rows:
                yield {
                    "id": node["id"],
                    "label": label,
                    "labels": node["labels"],
                    "name": node.get("name"),
                    "properties": node if internal else _public(node),
                }
            after = rows[-1][0]["id"]


def edges(store: Store) -> Iterator[dict[str, Any]]:
    """Every edge: source, type, target and properties, by the label and id of its source."""
    cypher = """
        UNWIND $ids AS id
        MATCH (n:{label} {{id: id}})-[edge]->(other)
        RETURN id, type(edge) AS type, other.id AS target, properties(edge) AS properties
        ORDER BY id, type, target"""
    for label in _LABELS:
        after = ""
        while ids := _ids(store, label, after):
            for row in store.read(cypher.format(label=label), {"ids": ids}, max_rows=1_000_000).rows:
                yield dict(zip(EDGE_COLUMNS, (row[0], row[1], row[2], row[3]), strict=True))
            after = ids[-1]


def _ids(store: Store, label: str, after: str) -> list[str]:
    cypher = f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT $limit"
    return [row[0] for row in store.read(cypher, {"after": after, "limit": _PAGE}).rows]


def _public(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value for key, value in sorted(properties.items()) if key not in _INTERNAL and value is not None
    }


def write_csv(store: Store, out: TextIO) -> None:
    """One table of everything: nodes have `id` and `label`, edges `source`, `type` and `target`."""
    columns = ("id", "label", "name", "source", "type", "target", "properties")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for items in (nodes(store), edges(store)):
        writer.writerows([plain(item.get(column)) for column in columns] for item in items)


def write_graphml(store: Store, out: TextIO) -> None:
    """GraphML, every property as a string; opens in Gephi, yEd and networkx."""
    keys = ("label", "name", "type", "properties")
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for key in keys:
        out.write(f'<key id="{key}" for="all" attr.name="{key}" attr.type="string"/>\n')
    out.write('<graph edgedefault="directed">\n')
    for node in nodes(store):
        out.write(f"<node id={quoteattr(node['id'])}>{_data(node, keys)}</node>\n")
    for edge in edges(store):
        ends = f"source={quoteattr(edge['source'])} target={quoteattr(edge['target'])}"
        out.write(f"<edge {ends}>{_data(edge, keys)}</edge>\n")
    out.write("</graph>\n</graphml>\n")


def _data(item: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return "".join(
        f'<data key="{key}">{escape(legal(plain(item[key])))}</data>' for key in keys if item.get(key)
    )


def write_gexf(store: Store, out: TextIO) -> None:
    """GEXF with dates: opens in Gephi with its time line."""
    drawn = (Item(node["id"], node["name"], _told(node), spans=_when(node)) for node in nodes(store))
    tied = (
        Item(str(at), edge["type"], _told(edge), (edge["source"], edge["target"]), _when(edge))
        for at, edge in enumerate(edges(store))
    )
    values = {"kind": str, "url": str, "language": str, "stance": str, "passage": str, "confidence": float}
    out.writelines(gexf(drawn, tied, values, {"type": str, "role": str, "status": str, "source": str}))


def _told(item: Mapping[str, Any]) -> dict[str, Any]:
    return {**item["properties"], "kind": item.get("label"), "type": item.get("type")}


def _when(item: Mapping[str, Any]) -> list[Span]:
    """The days on which something is there: a membership, an event, a day of saying or publication."""
    properties = item["properties"]
    if "from" in properties or "to" in properties:
        return [(properties.get("from"), _last_day(item))]
    names = ("on", "date", "said_on", "published_on")
    on = next((properties[name] for name in names if properties.get(name)), None)
    if on is None:
        return []
    precision = properties.get("date_precision")
    last = end_of(date.fromisoformat(on), precision).isoformat() if precision in ("month", "year") else on
    return [(on, properties.get("ends") or last)]


def _last_day(edge: Mapping[str, Any]) -> str | None:
    """The last day of a standing: a membership tells the first day on which it held no more."""
    end: str | None = edge["properties"].get("to")
    if end is None or edge["type"] != "MEMBER_OF":
        return end
    return (date.fromisoformat(end) - timedelta(days=1)).isoformat()


WRITERS: Mapping[str, Callable[[Store, TextIO], None]] = {
    "csv": write_csv,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "jsonld": linked.write_jsonld,
    "turtle": linked.write_turtle,
    "ntriples": linked.write_ntriples,
    "nquads": linked.write_nquads,
}
