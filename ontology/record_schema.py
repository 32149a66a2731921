"""The JSON Schema of the record, made from its types.

`python -m ontology.record_schema` writes record.schema.json beside this module; a test keeps it in step.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from ontology.record import Record

FILE = Path(__file__).with_name("record.schema.json")
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number", "minimum": 0, "maximum": 1},
    NoneType: {"type": "null"},
}


def record_schema() -> dict[str, Any]:
    """The schema of one record, as `communique extract` prints it."""
    definitions: dict[str, Any] = {}
    root = _of_dataclass(Record, definitions)
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "Record", **root, "$defs": dict(sorted(definitions.items()))}


def _of_dataclass(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [item.name for item in fields(kind)]
    return {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _of(hints[name], definitions) for name in names},
        "required": names,
    }


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if get_origin(kind) is UnionType:
        return {"anyOf": [_of(part, definitions) for part in get_args(kind)]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _of_named(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _of_named(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_dataclass(kind, definitions)
    if issubclass(kind, StrEnum):
        return {"description": kind.__doc__, "enum": [item.value for item in kind]}
    raise TypeError(f"{kind} has no place in a record's schema: give it one here.")


def text() -> str:
    """The schema as the text of its file."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
