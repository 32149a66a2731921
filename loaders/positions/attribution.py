"""Attribution by the language's order of words.

What a member tells of its bloc is what the member wants through it: the SCO fights terrorism, says Moscow.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.clauses import Clause
from loaders.positions.read_out import with_voices
from loaders.positions.subject_first.attributing import SubjectFirst
from loaders.positions.verb_first.attributing import VerbFirst
from loaders.reading.document import Document
from loaders.reading.mentions import Mention, within

_AUXILIARIES = 2  # words between what does a thing and its verb: will, has already
_PHRASE = 3  # words of "its members"
_BACK = 3  # sentences back to the bloc whose members are meant


def attribute(document: Document, mentions: tuple[Mention, ...]) -> tuple[Clause, ...]:
    """Every clause of the document's prose with its voice and holders, in order of the text."""
    reader = VerbFirst if document.language.code == "ar" else SubjectFirst
    clauses = with_voices(document, mentions, tuple(reader(document, mentions).run()))
    return tuple(_through_own_blocs(document, mentions, clause) for clause in clauses)


def _through_own_blocs(document: Document, mentions: tuple[Mention, ...], clause: Clause) -> Clause:
    """A clause in which somebody tells what blocs do, or want, of which his states are members.

    What such a bloc has said, or imposes, is its own: the SCO condemned the strikes, says Tehran.
    """
    verb, states = clause.verb, clause.speaker.holders
    if verb is None or clause.level not in ("report", "embedded") or clause.speaker.voice is None:
        return clause
    own = clause.holders == states
    blocs = _acting(document, mentions, clause) if own else clause.holders
    lemma = verb.lemma.replace("_", " ")
    past = verb.form == "past" and lemma not in document.language.words("predicates")
    done = past or verb.lemma in document.language.words("imposing")
    if done or not blocs or not all(_member_of(document, states, bloc) for bloc in blocs):
        return clause
    return replace(clause, holders=states, level=clause.level if own else "report", through=blocs)


def _member_of(document: Document, states: tuple[str, ...], bloc: str) -> bool:
    return bloc.startswith("bloc:") and document.members(bloc).issuperset(states)


def _acting(document: Document, mentions: tuple[Mention, ...], clause: Clause) -> tuple[str, ...]:
    """The bloc that stands before a clause's verb as what does it, by name or as "its members".

    By name in Russian and English: what an Arabic one does is told with the target (see `blocs`).
    """
    folded, words = document.words.folded, document.language.words
    for end in range(clause.verb_at, max(clause.verb_at - _AUXILIARIES, clause.first) - 1, -1):
        before = " ".join(folded[max(end - _PHRASE, 0) : end])
        if any(before.endswith(phrase) for phrase in words("its_members")):
            since = document.sentences[max(clause.sentence - _BACK, 0)].first
            return tuple(m.id for m in within(mentions, since, end) if m.kind == "bloc")[-1:]
        bloc = next((m for m in within(mentions, clause.first, end) if m.last == end), None)
        if bloc is None or bloc.kind != "bloc" or document.language.code == "ar":
            continue
        if bloc.first <= clause.first + 1 or folded[bloc.first - 1] in words("that"):
            return (bloc.id,)
    return ()
