"""What can go wrong when a served API is asked, as one tree under that of the whole program.

CommuniqueError
└── ClientError
    ├── NoAnswer          nothing answers at the address, or not in time, or it is no Communiqué
    └── Problem           the server answered with a problem document
        ├── Refused       what was asked cannot be answered (status 400 to 499)
        │   └── NotFound  an id, query or path that does not exist (404)
        └── Failed        the server or its store could not do it (500 and more)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ontology.errors import CommuniqueError


class ClientError(CommuniqueError):
    """Base of what a client raises."""


class NoAnswer(ClientError):  # noqa: N818
    """Nothing usable came back."""


class Problem(ClientError):  # noqa: N818
    """A problem document (RFC 9457); `detail` says what to do, `parameter` which one is at fault."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.status = int(document["status"])
        self.title = str(document.get("title", ""))
        self.detail = str(document.get("detail", self.title))
        self.parameter: str | None = document.get("parameter")
        super().__init__(self.detail)


class Refused(Problem):
    """What was asked cannot be answered; asked otherwise it can."""


class NotFound(Refused):
    """An id, query or path that does not exist."""


class Failed(Problem):
    """The server or its store could not do it; asked again later it may."""


def problem(document: Mapping[str, Any]) -> Problem:
    """The error that a problem document is."""
    status = int(document["status"])
    kind = NotFound if status == 404 else Refused if status < 500 else Failed
    return kind(document)
