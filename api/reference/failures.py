"""The page of exit codes and errors, from the tree of errors."""

from __future__ import annotations

from collections.abc import Iterator

from api.reference.markdown import WRITTEN, code, fence, joined, table
from ontology import errors
from ontology.errors import CommuniqueError

_HEAD = f"""# Exit codes and errors

{WRITTEN}

| code | when |
|---|---|
| 0 | done |
| 1 | something failed, or was stopped; where articles are read, the others are done |
| 2 | wrong usage: an unknown command, query or option, or a value that an option cannot have |

An error is one sentence on standard error that names what is wrong and what to do:

<!-- fails: 2 -->
```sh
communique ask positions-of-holders
```

<!-- shows: answer -->
```text
No query is called 'positions-of-holders': did you mean 'positions-of-holder'?
```

<!-- fails: 1 -->
```sh
communique ask positions-of-holder --holder state:RUS
```

<!-- shows: answer -->
```text
No actor has the id 'state:RUS' (parameter 'holder'): did you mean 'state:RU'?
```

REST answers with the same sentence as a problem document (RFC 9457), and with the status below. A program
that uses the packages can catch the classes.
"""


def page() -> str:
    """The whole page in Markdown."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "## The tree\n\n<!-- not run: a drawing -->"
    yield from fence("text", (errors.__doc__ or "").partition("\n\n")[2])
    yield "## Each of them\n"
    rows = ((code(kind.__name__), code(kind.status), _about(kind)) for kind in _tree(CommuniqueError))
    yield from table(("error", "HTTP", "meaning"), rows)


def _tree(kind: type[CommuniqueError]) -> Iterator[type[CommuniqueError]]:
    """A kind of error and those below it that everybody may see."""
    if kind.__module__ == errors.__name__:
        yield kind
        for below in kind.__subclasses__():
            yield from _tree(below)


def _about(kind: type[CommuniqueError]) -> str:
    return (kind.__doc__ or "").partition("\n")[0]
