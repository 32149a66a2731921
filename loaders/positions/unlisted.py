"""Verbs that no list has, known by their form and their place: behind an actor, or behind what is said.

Reads words and mentions of a Russian document; adds verbs of saying that take no side themselves. What
they govern is told by the cues around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.positions.grammar import Grammar
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_FINITE = re.compile(
    r"\w{2,}(?:[аеиоуыя]л[аио]?(?:с[ья])?|[ауюяе]ет(?:ся)?|[уюая]ют(?:ся)?|[гкжшчщлнртсдв]ит(?:ся)?"
    r"|[жчшщлнвтдбмпз]ат(?:ся)?|[лнрвтдмбсз]ят(?:ся)?|[оеё]с|[оеё]р|[бгкпсзрчш]л[аио](?:с[ья])?)"
)
_OPENING = 3  # words before the name that a sentence opens with: Ханой и Манила, …
_TAIL = 5  # words between an actor and the comma of an aside: постпред Алжира при ООН, …
_FILLED = 4  # words between a verb behind a quotation and who says it


def unlisted_verbs(
    document: Document,
    sentence: Sentence,
    known: set[int],
    ends: dict[int, Mention],
    opens: Callable[[int], int],
    grammar: Grammar,
) -> Iterator[Hit[Verb]]:
    """The words of a sentence that stand where a finite verb stands and look like one.

    `known` are the words of verbs and topics found otherwise; `opens` tells where an actor ends that
    begins at a word; 0 where none does.
    """
    words, breaks = document.words.folded, document.breaks
    nouns = document.language.words("no_verbs")
    for at in range(sentence.first, sentence.last):
        word = words[at]
        if at in known or word in nouns or not _finite(word) or grammar.particle(at):
            continue
        first, _ = grammar.past_particles(sentence.first, at)
        first = grammar.before_dating(first, sentence.first)
        actor = ends.get(first)
        free = actor is not None and (
            _free(sentence, actor, grammar) or _of_several(document, sentence, actor)
        )
        acts = free and not any(breaks[first : at + 1])
        acts = acts or behind_aside(document, sentence, at, ends, grammar) is not None
        if not acts and not _says(document, sentence, at, opens, grammar):
            continue
        said = not acts or not document.language.words("that").isdisjoint(words[at + 1 : at + 3])
        verb = Verb(word, _form(word), "none", says=True, modality=None, carries_on=False, listed=said)
        yield Hit(at, at + 1, verb)


def behind_aside(
    document: Document, sentence: Sentence, at: int, ends: dict[int, Mention], grammar: Grammar
) -> Mention | None:
    """The actor who opens a sentence, where a verb stands behind an aside: X, said to …, did."""
    breaks = document.breaks
    if not breaks[at] or grammar.dash_before(at):
        return None
    last = next((end for end in range(sentence.first + 1, at) if breaks[end]), None)
    near = range(last, max(sentence.first, last - _TAIL), -1) if last is not None else ()
    opens = sentence.first + _OPENING
    actors = (ends[end] for end in near if end in ends and ends[end].first <= opens)
    return next((actor for actor in actors if _free(sentence, actor, grammar)), None)


def _says(
    document: Document, sentence: Sentence, at: int, opens: Callable[[int], int], grammar: Grammar
) -> bool:
    """Whether who says it stands behind a verb: «…», — процедил X; …, обмолвился он, …."""
    words, breaks = document.words.folded, document.breaks
    if not breaks[at] or at < sentence.first + 3:
        return False
    named = next((i for i in range(at + 1, min(at + _FILLED, sentence.last)) if opens(i)), None)
    if named is None or any(breaks[at + 1 : named + 1]):
        return False
    if grammar.dash_before(at):
        return document.language.words("fillers").issuperset(words[at + 1 : named])
    end = opens(named)
    return end >= sentence.last or (named == at + 1 and breaks[end])


def _free(sentence: Sentence, actor: Mention, grammar: Grammar) -> bool:
    """Whether a name may be a subject: within the sentence, in no case and behind no noun that owns it."""
    return actor.first >= sentence.first and not (
        grammar.oblique(actor) or grammar.governed(sentence, actor.first) or grammar.genitive(sentence, actor)
    )


def _of_several(document: Document, sentence: Sentence, actor: Mention) -> bool:
    """Whether a sentence opens with the people of an actor named behind: лидеры стран ШОС приняли …."""
    opening = range(sentence.first, min(sentence.first + _OPENING, actor.first))
    several = document.language.words("several_people")
    named = any(document.words.folded[at] in several for at in opening)
    return named and actor.first <= sentence.first + _OPENING


@lru_cache(maxsize=20_000)
def _finite(word: str) -> bool:
    """Whether a word is written like a finite verb."""
    return _FINITE.fullmatch(word) is not None


def _form(word: str) -> str:
    return "past" if re.search(r"(?:л[аио]?|[оеё][ср])(?:с[ья])?$", word) else "present"
