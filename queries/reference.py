"""The reference page of the named queries, written from their headers: `python -m queries.reference`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from queries import linked as in_sparql
from queries.registry import NamedQuery, Parameter, load

PAGE = Path(__file__).parent.parent / "docs" / "queries.md"

_HEAD = """# Named queries

<!-- Written by `python -m queries.reference` from the headers of queries/cypher/*.cypher. -->

Each is one file in `queries/cypher`, which alone makes the command, the REST endpoint and this entry.
Positions that wait for review stay out unless `include_pending` is true. Dates are ISO; `from` and `to` are
inclusive, and a bare year or month means all of it.

Under each stand its texts in both languages, for those who want to build on them: in Cypher `$name` is a
parameter, in SPARQL it stands for one. `/v1/queries/NAME.rq` gives the SPARQL with its parameters filled in.
"""


def page() -> str:
    """The whole page in Markdown."""
    return "\n".join([_HEAD, *(line for query in load().values() for line in _entry(query))]).rstrip() + "\n"


def shell(query: NamedQuery) -> str:
    """The example as a shell line; what no example can name stands in capitals."""
    values = {item.name: item.name.upper() for item in query.parameters if item.required} | dict(
        query.example
    )
    return " ".join(
        [
            "communique ask",
            query.name,
            *(f"--{name.replace('_', '-')} {value}" for name, value in values.items()),
        ]
    )


def path(query: NamedQuery) -> str:
    """The example as the path and parameters of REST."""
    values = {item.name: item.name.upper() for item in query.parameters if item.required} | dict(
        query.example
    )
    return f"/v1/queries/{query.name}" + (f"?{urlencode(values, safe=':')}" if values else "")


def _entry(query: NamedQuery) -> Iterator[str]:
    yield f"## {query.title}\n\n`{query.name}`: {query.description}\n"
    yield f"```sh\n{shell(query)}\n```\n\n```http\nGET {path(query)}\n```\n"
    if query.parameters:
        yield "| parameter | type | | meaning |\n|---|---|---|---|"
        yield from (_row(item) for item in query.parameters)
        yield ""
    yield "| column | meaning |\n|---|---|"
    yield from (f"| `{item.name}` | {item.meaning} |" for item in query.columns)
    yield ""
    yield from folded("Cypher", [f"```cypher\n{query.cypher.strip()}\n```\n"])
    yield from _sparql(query)


def _sparql(query: NamedQuery) -> Iterator[str]:
    if reason := in_sparql.unsaid().get(query.name):
        yield f"It is not in SPARQL. {reason}\n"
    else:
        text = in_sparql.load()[query.name].text.strip()
        yield from folded("SPARQL", [f"```sparql\n{in_sparql.prologue(text)}{text}\n```\n"])


def folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines of a page that a reader unfolds."""
    yield f'<details markdown="1">\n<summary>{title}</summary>\n'
    yield from lines
    yield "</details>\n"


def linked(query: NamedQuery) -> str:
    """A link to the query's entry on the page."""
    place = re.sub(r"[^\w\- ]", "", query.title.lower()).replace(" ", "-")
    return f"[`{query.name}`]({PAGE.name}#{place})"


def _row(item: Parameter) -> str:
    kind = ", ".join(item.choices) if item.choices else item.type
    default = str(item.default).lower() if isinstance(item.default, bool) else item.default
    needed = "required" if item.required else "" if default is None else f"default {default}"
    return f"| `{item.name}` | {kind} | {needed} | {item.description} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
