"""Named queries as favourites of the Neo4j Browser, and the parameters that all of them share.

The Browser shows a table only for a script of one statement, so a query stands alone, its parameters as
comments to copy; `parameters.cypher` sets all of them at once. `python -m queries.favourites` writes the
folder docs/browser/favourites; a test checks that it is current.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from queries.registry import NamedQuery, Parameter, load

FOLDER = Path(__file__).parents[1] / "docs" / "browser" / "favourites"
PARAMETERS = "parameters.cypher"

_SET_ALL = """// Set the parameters of all favourites
// Run this once after connecting; change one later by its line alone.
"""


def files() -> dict[str, str]:
    """Every favourite by the name of its file."""
    return {PARAMETERS: parameters()} | {
        f"{query.name}.cypher": favourite(query) for query in load().values()
    }


def favourite(query: NamedQuery) -> str:
    """One query; the Browser calls it by its first line."""
    known = settings()
    lines = [f"// :param {item.name} => {known[item.name]}" for item in query.parameters]
    return "\n".join([f"// {query.title}", f"// {query.description}", *lines, query.cypher, ""])


def parameters() -> str:
    """A script that sets every parameter."""
    return _SET_ALL + "".join(f":param {name} => {value};\n" for name, value in settings().items())


def settings() -> dict[str, str]:
    """A value for each parameter, as Cypher writes it: what is required by its example, else the default."""
    found: dict[str, str] = {}
    for item, value in _values():
        if found.get(item.name, "null") == "null":
            found[item.name] = _written(item, value)
    # One period for all favourites would hide what lies outside it.
    return found | dict.fromkeys(("from", "to"), "null")


def _values() -> Iterator[tuple[Parameter, Any]]:
    for query in load().values():
        for item in query.parameters:
            yield item, query.example.get(item.name) if item.required else item.default


def _written(item: Parameter, value: Any) -> str:
    if value is None:
        return "null"
    if item.type == "date":
        return "date()" if value == "today" else f"date('{date.fromisoformat(str(value))}')"
    return f"'{value}'" if isinstance(value, str) else str(value).lower()


def main() -> None:
    """Write the folder anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = files()
    for path in FOLDER.glob("*.cypher"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
