"""Who stands behind words: speakers, the acts of saying, and the clauses that they cut a text into."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reading.language import Verb
from loaders.reading.mentions import Mention
from ontology.vocabulary import Bloc, Organization, RoleKind, State, Vocabulary


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice with the actors it speaks for; `voice` is None where only the outlet tells it.

    `each`: whose words they are for each holder, where two who met speak together.
    """

    voice: str | None
    holders: tuple[str, ...]
    each: tuple[tuple[str, str], ...] = ()

    @property
    def nobody(self) -> bool:
        """Whether no actor stands behind the words."""
        return not self.holders

    def voice_of(self, holder: str) -> str | None:
        """Whose words carry a holder's position."""
        return self.voice or dict(self.each).get(holder)


NOBODY = Speaker(None, ())
OWN = "@own"  # stands for the speaker's own side until it is known who speaks


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` up to `last` of one sentence, said by `speaker`, stating what `holders` hold.

    `level`: report (under a verb of saying), embedded (somebody's stance inside another's words),
    quote, carried (a sentence without a verb of saying after attributed ones), narrative (the outlet's).
    """

    sentence: int
    first: int
    last: int
    speaker: Speaker
    holders: tuple[str, ...]
    level: str
    verb: Verb | None
    verb_at: int
    quoted: bool
    own_act: bool = True  # whether the holders do what the verb says; else something they speak of does
    through: tuple[str, ...] = ()  # blocs that do it, as the holders tell, which are their members

    @property
    def reports_other(self) -> bool:
        """Whether the voice states what somebody holds for whom it does not speak."""
        return self.speaker.voice is not None and self.of_others

    @property
    def of_others(self) -> bool:
        """Whether the holders are others than those for whom the words are said."""
        return not set(self.holders) <= set(self.speaker.holders)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a verb's subject came to: the speaker it makes, and the words it stands in."""

    speaker: Speaker
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Act:
    """A verb (or "according to") with its subject, before it is known what it governs."""

    at: int
    end: int
    verb: Verb | None
    subject: Subject | None
    quoted: bool
    joined: bool
    after_that: bool


def represented(vocabulary: Vocabulary, mention: Mention) -> Speaker:
    """The voice of a mention and the actors for whom it speaks."""
    if mention.kind == "person":
        return _person_speaks(vocabulary, mention)
    entry = vocabulary.items.get(mention.id)
    if mention.how == "title" and mention.role:
        return Speaker(_spokesman_body(vocabulary, mention), (stands_for(vocabulary, mention.id),))
    if isinstance(entry, State | Bloc):
        return Speaker(None, (mention.id,))  # the outlet reports what they agreed or hold
    if isinstance(entry, Organization) and entry.category in ("agency", "outlet"):
        return Speaker(mention.id, ())  # it relays what others say
    return Speaker(mention.id, (stands_for(vocabulary, mention.id),))


def _person_speaks(vocabulary: Vocabulary, mention: Mention) -> Speaker:
    role = vocabulary.items.get(mention.role or "")
    speaks = not isinstance(role, RoleKind) or role.speaks_for_state
    if mention.state and mention.role and speaks:
        return Speaker(mention.id, (stands_for(vocabulary, mention.state),))
    return Speaker(mention.id, (mention.id,))


def stands_for(vocabulary: Vocabulary, body: str) -> str:
    """The actor for whom a body speaks: the state of a ministry, else the body itself."""
    entry = vocabulary.items.get(body)
    return (entry.speaks_for or body) if isinstance(entry, Organization) else body


def _spokesman_body(vocabulary: Vocabulary, mention: Mention) -> str | None:
    entry = vocabulary.items.get(mention.id)
    return mention.id if isinstance(entry, Organization) else None


def resolved(speaker: Speaker, own: Speaker) -> Speaker:
    """A speaker with "our side" filled in by whoever speaks."""
    if OWN not in speaker.holders:
        return speaker
    holders = tuple(
        dict.fromkeys(h for holder in speaker.holders for h in (own.holders if holder == OWN else (holder,)))
    )
    return Speaker(own.voice, holders)
