"""The graph as RDF, streamed: Turtle, N-Triples, N-Quads with a graph for each article, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import chain, groupby
from typing import Any, BinaryIO, TextIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from graph import rdf
from graph.bundles import bundles
from graph.store import Store
from graph.whole import Heard, silent
from ontology.schema import Schema

_PREFIXES = dict(Schema.load().terms.prefixes)
_BASES = sorted(((base, prefix) for prefix, base in _PREFIXES.items()), key=lambda item: -len(item[0]))


def triples(store: Store, heard: Heard = silent) -> Iterator[Triple]:
    """What the graph says, the triples of one subject together."""
    return chain(rdf.roles(), (triple for bundle in bundles(store, heard) for triple in rdf.triples(bundle)))


def quads(store: Store, heard: Heard = silent) -> Iterator[Quad]:
    """The same, each triple with the graph that it belongs to."""
    return chain(rdf.role_quads(), (quad for bundle in bundles(store, heard) for quad in rdf.quads(bundle)))


def _binary(out: TextIO) -> BinaryIO:
    out.flush()
    return out.buffer


def _write(form: RdfFormat, store: Store, out: TextIO, heard: Heard = silent) -> None:
    items: Any = (quads if form.supports_datasets else triples)(store, heard)
    serialize(items, _binary(out), form, prefixes=_PREFIXES)


write_turtle = partial(_write, RdfFormat.TURTLE)
write_ntriples = partial(_write, RdfFormat.N_TRIPLES)
write_nquads = partial(_write, RdfFormat.N_QUADS)


def write_jsonld(store: Store, out: TextIO, heard: Heard = silent) -> None:
    """JSON-LD: an object for each resource, names shortened by the prefixes of the context."""
    out.write(f'{{"@context": {json.dumps(_PREFIXES)},\n"@graph": [')
    separator = "\n"
    for subject, said in groupby(triples(store, heard), lambda triple: triple.subject):
        out.write(separator + json.dumps(_object(subject, said), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}\n")


def _object(subject: Any, said: Iterator[Triple]) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _short(subject)}
    values: dict[str, list[Any]] = {}
    for triple in said:
        name = _short(triple.predicate)
        key = "@type" if name == "rdf:type" else name
        values.setdefault(key, []).append(_value(triple.object, bare=key == "@type"))
    return found | {key: items if len(items) > 1 else items[0] for key, items in values.items()}


def _value(item: Any, *, bare: bool) -> Any:
    if isinstance(item, NamedNode):
        return _short(item) if bare else {"@id": _short(item)}
    assert isinstance(item, Literal)
    if item.language:
        return {"@value": item.value, "@language": item.language}
    match _short(item.datatype):
        case "xsd:string":
            return item.value
        case "xsd:boolean":
            return item.value == "true"
        case "xsd:integer":
            return int(item.value)
        case kind:
            return {"@value": item.value, "@type": kind}


def _short(node: NamedNode) -> str:
    """An IRI shortened by the longest base that it begins with."""
    base, prefix = next((item for item in _BASES if node.value.startswith(item[0])), ("", ""))
    return f"{prefix}:{node.value.removeprefix(base)}" if prefix else node.value
