"""Which mentions may be judged at all, and where their conduct is named."""

from __future__ import annotations

from loaders.positions.clauses import Clause
from loaders.reading.document import Document
from loaders.reading.mentions import Mention
from ontology.vocabulary import Organization

_INSERTED = 5  # words of an insertion such as "he underlined" or "too"
FROM_BEHIND = frozenset({"guilty", "worthy"})  # say something of the actor right before them
DEEDS = frozenset({"accused"})  # tell what the actor that a clause is about does
PREDICATE = 12  # words behind an actor in which stands what is said of him


def judgeable(mention: Mention, clause: Clause) -> bool:
    """Whether a clause may judge a mention: an actor, and none of those who speak."""
    actors = (*clause.holders, *clause.speaker.holders, clause.speaker.voice)
    speaks = mention.kind == "person" and mention.role is not None and mention.state in clause.holders
    return mention.id not in actors and not speaks


def actor_behind(document: Document, mention: Mention) -> str:
    """The state of a government or ministry that is judged; else the actor itself, also a bloc's body."""
    entry = document.vocabulary.items.get(mention.id)
    stands = entry.speaks_for if isinstance(entry, Organization) else None
    return stands if stands and stands.startswith("state:") else mention.id


def is_another(actor: Mention, clause: Clause) -> bool:
    """Whether an actor is another than whoever speaks."""
    return actor.id not in (*clause.speaker.holders, clause.speaker.voice)


def conduct(document: Document) -> frozenset[str]:
    """Nouns for what an actor does, which are judged for the actor: سياسة الصين, تصريحات نتنياهو."""
    return document.language.words("conduct_of")


def over_insertion(document: Document, at: int, limit: int) -> int:
    """Where a clause goes on behind an English insertion: the alliance, he underlined, is …."""
    if document.language.code != "en" or at + 1 >= limit or not document.breaks[at]:
        return at
    return next((i for i in range(at + 1, min(at + _INSERTED + 1, limit)) if document.breaks[i]), at)
