"""Who read out what the outlet told of a state: جاء ذلك في كلمة ألقاها مندوبها الدائم.

Reads the clauses and mentions; adds the voice to clauses of that state that had none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import Clause, Speaker, represented
from loaders.reading.document import Document, Sentence
from loaders.reading.mentions import Mention, within

_RUN = 3  # sentences back to the first that may have been read out


def with_voices(
    document: Document, mentions: tuple[Mention, ...], clauses: tuple[Clause, ...]
) -> tuple[Clause, ...]:
    """The clauses, those of a state in the voice of whoever a later sentence says spoke for it."""
    voiced = list(clauses)
    for sentence, told in _telling(document):
        speakers = [
            represented(document.vocabulary, m)
            for m in within(mentions, told, sentence.last)
            if m.kind == "person" and m.state
        ]
        for at, clause in enumerate(voiced):
            if clause.sentence < sentence.index - _RUN:
                continue
            read_out = next((s for s in speakers if _spoke_in(clause, s)), None)
            if read_out:
                voiced[at] = replace(clause, speaker=read_out)
    return tuple(voiced)


def _telling(document: Document) -> Iterator[tuple[Sentence, int]]:
    """Where a sentence, or a clause behind a comma, tells where or in whose words all was said."""
    openings = [tuple(phrase.split()) for phrase in document.language.words("said_there")]
    folded, breaks = document.words.folded, document.breaks
    for sentence in document.sentences if openings else ():
        for at in range(sentence.first, sentence.last):
            opens = at == sentence.first or breaks[at]
            if opens and any(folded[at : at + len(opening)] == opening for opening in openings):
                yield sentence, at


def _spoke_in(clause: Clause, speaker: Speaker) -> bool:
    """Whether a clause tells what somebody's state holds, and names nobody in whose words."""
    own = clause.speaker
    return own.voice is None and own.holders == speaker.holders and not own.each
