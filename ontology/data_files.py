"""Data files as YAML: read in one way everywhere, so that nothing written in them is lost unnoticed."""

from __future__ import annotations

from typing import Any

import yaml

from ontology.errors import VocabularyError

# The parser in C where this Python's package has it: ten times as fast.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML's own loader lets a second entry of the same key take the place of the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        seen = set()
        for key, _ in node.value:
            if key.value in seen and key.value != "<<":
                raise yaml.constructor.ConstructorError(
                    None, None, f"'{key.value}' stands there twice; keep one", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(text: str | bytes, name: str) -> Any:
    """What a YAML text says; raises VocabularyError that names the file where it cannot be read."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name} is no YAML: {error}") from error
