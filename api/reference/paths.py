"""The page of REST, from its OpenAPI document: each path, its parameters, a live answer."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, cast

from api.reference.markdown import code, fence, joined, table
from queries.reference import folded

_HEAD = """# REST, path by path

<!-- Written by api/reference/paths.py when the site is built. -->

Every answer here is that of a live call, over a few invented articles. [REST](rest.md) says what holds for
all paths: pages, order, copies, errors and bounds. `/openapi.json` says it to programs, `/docs` to people.
"""
# What every list takes, told on the page of REST.
_LISTS = ("limit", "cursor", "sort", "fields", "format")
_JSON = "application/json"


def page() -> str:
    """The whole page in Markdown."""
    document = _document()
    by_tag: dict[str, list[str]] = defaultdict(list)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            by_tag[operation["tags"][0]] += _operation(document, method.upper(), path, operation)
    return joined([_HEAD, *(line for tag in by_tag for line in (f"## {_title(tag)}\n", *by_tag[tag]))])


def _document() -> dict[str, Any]:
    from api.rest import create_app
    from api.settings import Settings
    from graph.store import Store
    from ontology.vocabulary import Vocabulary

    # The description asks no store.
    return create_app(cast(Store, None), Vocabulary.load(), Settings()).openapi()


def _title(tag: str) -> str:
    return tag[:1].upper() + tag[1:]


def _operation(
    document: Mapping[str, Any], method: str, path: str, operation: Mapping[str, Any]
) -> Iterator[str]:
    yield f"### {method} {path}\n"
    about = operation.get("description", "")
    yield operation["summary"] + (f". {about}\n" if about else ".\n")
    own = [item for item in operation.get("parameters", ()) if item["name"] not in _LISTS]
    shared = [item["name"] for item in operation.get("parameters", ()) if item["name"] in _LISTS]
    yield from table(("parameter", "type", "", "meaning"), map(_parameter, own))
    yield from table(("field of the body", "type", "", "meaning"), _body(document, operation))
    if shared:
        names = ", ".join(map(code, shared))
        yield f"{'And' if own else 'It takes'} {names}, as [lists](rest.md#lists) do.\n"
    content = operation["responses"]["200"].get("content", {})
    yield f"Answers: {', '.join(map(code, content))}.\n"
    if shown := content.get(_JSON, {}).get("examples", {}).get("live"):
        yield from _example(shown)


def _parameter(item: Mapping[str, Any]) -> tuple[str, ...]:
    schema = item["schema"]
    default = f"default {json.dumps(schema['default'])}" if schema.get("default") is not None else ""
    needed = "required" if item.get("required") else default
    return code(item["name"]), _type(schema), needed, item.get("description", "")


def _body(document: Mapping[str, Any], operation: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    content = operation.get("requestBody", {}).get("content", {})
    if reference := content.get(_JSON, {}).get("schema", {}).get("$ref"):
        schema = document["components"]["schemas"][reference.rpartition("/")[2]]
        for name, item in schema["properties"].items():
            needed = "required" if name in schema.get("required", ()) else ""
            yield code(name), _type(item), needed, item.get("description", "")


def _type(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        return " or ".join(_type(item) for item in schema["anyOf"] if item.get("type") != "null")
    return str(schema.get("format") or schema.get("type") or "")


def _example(shown: Mapping[str, Any]) -> Iterator[str]:
    told, _, body = shown["summary"].partition(" {")
    request = f"{told}\nContent-Type: {_JSON}\n\n{{{body}" if body else told
    answer = json.dumps(shown["value"], ensure_ascii=False, indent=2)
    yield from folded("Example", [*fence("http", request), *fence("json", answer)])
