"""GEXF 1.3 with dates, streamed: opens in Gephi with its time line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import quoteattr

from api.output import plain

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>communique</creator></meta>
<graph defaultedgetype="{kind}" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
_TYPES: Mapping[type, str] = {str: "string", int: "integer", float: "double", bool: "boolean"}
# What XML 1.0 cannot carry.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = Mapping[str, type]
Span = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A node or an edge: when it is there, what it has, and the weight of each of its spans.

    Gephi makes one edge of several between two nodes, unless they are of another `kind`.
    """

    id: str
    label: str | None
    values: Mapping[str, Any]
    ends: tuple[str, str] | None = None
    spans: Sequence[Span] = ()
    weight: float | None = None
    weights: Sequence[float] = field(default=())
    kind: str | None = None


def legal(text: str) -> str:
    """Text without the characters that XML cannot carry."""
    return _ILLEGAL.sub("", text)


def gexf(
    nodes: Iterable[Item],
    edges: Iterable[Item],
    node_values: Attributes,
    edge_values: Attributes,
    *,
    directed: bool = True,
    changing: bool = False,
) -> Iterator[str]:
    """The document, in pieces; `changing` where edges have a weight for each span."""
    yield _HEAD.format(kind="directed" if directed else "undirected")
    yield from _declared("node", node_values)
    yield from _declared("edge", edge_values)
    if changing:
        yield '<attributes class="edge" mode="dynamic">'
        yield '<attribute id="weight" title="weight" type="double"/></attributes>\n'
    yield "<nodes>\n"
    for item in nodes:
        yield _element("node", item, node_values)
    yield "</nodes>\n<edges>\n"
    for item in edges:
        yield _element("edge", item, edge_values)
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(kind: str, values: Attributes) -> Iterator[str]:
    yield f'<attributes class="{kind}" mode="static">'
    for name, of in values.items():
        yield f"<attribute id={quoteattr(name)} title={quoteattr(name)} type={quoteattr(_TYPES[of])}/>"
    yield "</attributes>\n"


def _element(kind: str, item: Item, values: Attributes) -> str:
    own = {"id": item.id, "label": item.label, "weight": item.weight, "kind": item.kind}
    if item.ends:
        own |= {"source": item.ends[0], "target": item.ends[1]}
    if len(item.spans) == 1:
        own |= {"start": item.spans[0][0], "end": item.spans[0][1]}
    head = "".join(
        f" {name}={quoteattr(legal(str(value)))}" for name, value in own.items() if value is not None
    )
    found = [(name, plain(item.values[name])) for name in values if item.values.get(name) is not None]
    inside = "".join(
        f"<attvalue for={quoteattr(name)} value={quoteattr(legal(value))}/>" for name, value in found
    )
    inside += "".join(
        f'<attvalue for="weight" value="{weight}"{_span(span)}/>'
        for span, weight in zip(item.spans, item.weights, strict=False)
    )
    spells = "".join(f"<spell{_span(span)}/>" for span in item.spans) if len(item.spans) > 1 else ""
    attvalues = f"<attvalues>{inside}</attvalues>" if inside else ""
    return f"<{kind}{head}>{attvalues}{f'<spells>{spells}</spells>' if spells else ''}</{kind}>\n"


def _span(span: Span) -> str:
    return "".join(
        f" {name}={quoteattr(value)}" for name, value in zip(("start", "end"), span, strict=True) if value
    )
