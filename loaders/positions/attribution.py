"""Attribution by the language's order of words."""

from __future__ import annotations

from loaders.positions.clauses import Clause
from loaders.positions.subject_first import SubjectFirst
from loaders.positions.verb_first import VerbFirst
from loaders.reading.document import Document
from loaders.reading.mentions import Mention


def attribute(document: Document, mentions: tuple[Mention, ...]) -> tuple[Clause, ...]:
    """Every clause of the document's prose with its voice and holders, in order of the text."""
    reader = VerbFirst if document.language.code == "ar" else SubjectFirst
    return tuple(reader(document, mentions).run())
