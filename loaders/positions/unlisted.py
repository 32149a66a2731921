"""Verbs that no list has, known by their form and their place: behind an actor, or behind what is said.

Reads words and mentions of a Russian document; adds verbs of saying that take no side themselves. What
they govern is told by the cues around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from loaders.positions.grammar import Grammar
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_FINITE = re.compile(
    r"\w{2,}(?:[аеиоуыя]л[аио]?(?:с[ья])?|[ауюяе]ет(?:ся)?|[уюая]ют(?:ся)?|[гкжшчщлнртсдв]ит(?:ся)?"
    r"|[жчшщлнвтдбмпз]ат(?:ся)?|[лнрвтдмбсз]ят(?:ся)?|[оеё]с|[оеё]р)"
)
_FILLED = 4  # words between a verb behind a quotation and who says it


def unlisted_verbs(
    document: Document,
    sentence: Sentence,
    known: set[int],
    ends: dict[int, Mention],
    opens: Callable[[int], bool],
    grammar: Grammar,
) -> Iterator[Hit[Verb]]:
    """The words of a sentence that stand where a finite verb stands and look like one.

    `known` are the words of verbs and topics found otherwise; `opens` tells whether an actor begins at
    a word.
    """
    words, breaks = document.words.folded, document.breaks
    nouns, fillers = document.language.words("no_verbs"), document.language.words("fillers")
    for at in range(sentence.first, sentence.last):
        word = words[at]
        if at in known or word in nouns or not _FINITE.fullmatch(word) or grammar.particle(at):
            continue
        first, _ = grammar.past_particles(sentence.first, at)
        actor = ends.get(first)
        acts = actor is not None and not any(breaks[first : at + 1]) and _free(sentence, actor, grammar)
        if not acts and not (
            grammar.dash_before(at)
            and any(
                opens(i) and fillers.issuperset(words[at + 1 : i])
                for i in range(at + 1, min(at + _FILLED, sentence.last))
            )
        ):
            continue
        said = not acts or not document.language.words("that").isdisjoint(words[at + 1 : at + 3])
        verb = Verb(word, _form(word), "none", says=True, modality=None, carries_on=False, listed=said)
        yield Hit(at, at + 1, verb)


def _free(sentence: Sentence, actor: Mention, grammar: Grammar) -> bool:
    """Whether a name may be a subject: within the sentence, in no case and behind no noun that owns it."""
    return actor.first >= sentence.first and not (
        grammar.oblique(actor) or grammar.governed(sentence, actor.first) or grammar.genitive(sentence, actor)
    )


def _form(word: str) -> str:
    return "past" if re.search(r"(?:л[аио]?|[оеё][ср])(?:с[ья])?$", word) else "present"
