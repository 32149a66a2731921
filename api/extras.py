"""What only some users install: a sentence for whoever has not."""

from __future__ import annotations

from importlib.util import find_spec

from ontology.errors import InputError


def require(extra: str, module: str, purpose: str) -> None:
    """Raise InputError, saying how to install it, unless the module of an extra is there."""
    if find_spec(module) is None:
        raise InputError(
            f"{purpose} needs the extra '{extra}', which is not installed: "
            f"`uv sync --extra {extra}` or `pip install '.[{extra}]'` in the clone installs it."
        )
