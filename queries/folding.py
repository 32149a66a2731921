"""A query as it is asked: conditions on what was not given fall away, so that an engine finds its index.

An engine plans a query before it sees the values, and `$holder IS NULL OR holder.id = $holder` hides from it
that one holder is meant. So the text that a user may read and run as it is gets folded by the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from graph.cypher_text import Text, read_text
from ontology.schema import Schema

_NOTHING = (
    (re.compile(r"\s+AND true\b"), ""),
    (re.compile(r"\bWHERE true\s+AND\b"), "WHERE"),
    (re.compile(r"\bWHERE true\b"), ""),
)
_SELF = re.compile(r"\((\w+)\.id = \$\1\)")


def folded(cypher: str, values: Mapping[str, Any]) -> str:
    """The query for these values: `($x IS NULL OR …)` decided, `({id: $x})` with the label of its id."""
    given = frozenset(name for name, value in values.items() if value is not None)
    return labelled(_folded(cypher, given), values)


@lru_cache(maxsize=512)
def _folded(cypher: str, given: frozenset[str]) -> str:
    for start, condition, end, name in reversed(list(_choices(read_text(cypher)))):
        kept = f"({cypher[condition : end - 1].strip()})" if name in given else "true"
        cypher = cypher[:start] + kept + cypher[end:]
    # Where a pattern begins with what has a given id, an engine that reads from left to right begins there.
    for name in _SELF.findall(cypher):
        pattern = re.compile(rf"(?<!OPTIONAL )MATCH \({name}:(\w+)\)")
        if pattern.search(cypher):
            cypher = pattern.sub(rf"MATCH ({name}:\1 {{id: ${name}}})", cypher, count=1)
            cypher = cypher.replace(f"({name}.id = ${name})", "true")
    for pattern, instead in _NOTHING:
        cypher = pattern.sub(instead, cypher)
    return cypher


def _choices(text: Text) -> Iterator[tuple[int, int, int, str]]:
    """Each `($x IS NULL OR …)`: where it starts, where its condition does, where it ends, and its x."""
    for place, end in sorted(text.spans.items()):
        words = [text.at(place + step).word for step in (2, 3, 4)]
        if text.at(place + 1).kind == "parameter" and words == ["IS", "NULL", "OR"]:
            name = text.at(place + 1).text.removeprefix("$")
            yield text.at(place).start, text.at(place + 5).start, text.at(end).start + 1, name


def labelled(cypher: str, values: Mapping[str, Any]) -> str:
    """The same with each `({id: $x})` under the label that the id tells: without one it has no index."""
    for name, value in values.items():
        bare = f"({{id: ${name}}})"
        if isinstance(value, str) and bare in cypher:
            cypher = cypher.replace(bare, f"(:{Schema.load().labels_of(value)[0]} {{id: ${name}}})")
    return cypher
