"""The actor that a judged clause speaks of, where none stands beside the cue."""

from __future__ import annotations

from typing import Any

from loaders.positions.clauses import Clause
from loaders.positions.verdicts.describing import without_noun
from loaders.positions.verdicts.judgeable import DEEDS, FROM_BEHIND, PREDICATE, conduct
from loaders.positions.verdicts.objects import joined_to
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit

_TOPIC_OPENS = 4  # words from "that" to the actor whose conduct opens a clause: أن ما تقوم به إسرائيل


def spoken_of(
    document: Document, sentence: Sentence, clause: Clause, hit: Hit[Any], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """The actors that an Arabic clause is about, a predicate some words behind them: إن واشنطن ما زالت تماطل.

    They stand behind "that", open what is said, or are the subject right behind the verb.
    """
    if hit.sense.effect not in DEEDS | FROM_BEHIND or document.language.code != "ar":
        return []
    if clause.level == "narrative":
        return []
    behind = [m for m in within(mentions, hit.start + 1, hit.end + 1) if may_be_judged(m)]
    if hit.sense.effect in DEEDS and behind and behind[0].first == hit.start + 1 < hit.end:
        return behind[:1]  # تواصل إسرائيل خرق …
    found: list[Mention] = []
    for mention in within(mentions, max(sentence.first, hit.start - 3 * PREDICATE), hit.start):
        if not may_be_judged(mention) or mention.last > hit.start:
            continue
        if _opens_topic(document, sentence, mention):
            found = [mention] if mention.id != clause.speaker.voice else []
        elif found and joined_to(document, found[-1], mention):
            found.append(mention)
    if (
        not found
        or hit.start - found[-1].last > PREDICATE
        or _resumed(document, sentence, found[-1].last, hit)
    ):
        return []
    return found


def may_be_judged(mention: Mention) -> bool:
    """Whether a mention names an actor by itself."""
    return mention.kind != "place" and mention.how != "demonym"


def _resumed(document: Document, sentence: Sentence, start: int, hit: Hit[Any]) -> bool:
    """Whether another clause begins between an actor and a cue: "that", or a comma and a verb before it."""
    opens = document.language.words("that") | document.language.words("fronting")
    if not opens.isdisjoint(document.words.folded[start + 1 : hit.start]):
        return True
    verbs = (h.start for h in sentence.of(Verb) if h.sense.form in ("past", "present"))
    told = any(start <= at < hit.start for at in verbs)
    return told and sum(document.breaks[start : hit.start + 1]) % 2 == 1


def _opens_topic(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause is about an actor or his conduct: it stands behind "that", or opens what is said."""
    words, language = document.words, document.language
    folded, that = words.folded, language.words("that")
    if mention.first == sentence.first or folded[mention.first - 1] in that:
        return True
    gap = document.text[words.ends[mention.first - 1] : words.starts[mention.first]]
    if not set(gap).isdisjoint(':"«“'):
        return True
    deeds = conduct(document) | language.words("governments") | {"ما"}
    for at in range(mention.first - 1, max(sentence.first, mention.first - _TOPIC_OPENS) - 1, -1):
        if folded[at] in deeds:
            return at == sentence.first or folded[at - 1] in that
    owned = mention.how in ("name", "metonym") and folded[mention.first - 1] not in language.words(
        "function_words"
    )
    return owned and mention.first - 2 >= sentence.first and folded[mention.first - 2] in that


def refused(
    document: Document, sentence: Sentence, clause: Clause, hit: Hit[Any], named: list[Mention]
) -> bool:
    """Whether praise or blame is refused: «refuses to condemn» is no condemnation."""
    at = hit.start - 1
    covered = {word for m in named for word in range(m.first, m.last)}
    while at > clause.first and at in covered:
        at -= 1  # the subject between: رفض فلان إدانة
    if document.words.folded[at] in document.language.words("refusing"):
        return True
    return any(
        other.sense.effect == "negation"
        and 0 <= hit.start - other.end <= 2
        and not any(document.breaks[other.end : hit.start + 1])
        and not without_noun(document, other, hit)
        for other in sentence.of(Cue)
    )
