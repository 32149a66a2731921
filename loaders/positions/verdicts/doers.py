"""Who does a wrong that a clause names, and blocs that are named as examples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from loaders.positions.candidates import Candidate, Target, modality_of, of_each
from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import actor_behind, judgeable
from loaders.reading.document import Document
from loaders.reading.mentions import Mention, within
from ontology.record import Modality, Stance

_TO_EXAMPLE = 3  # words between alliances and "such as"
_OUT_OF = 4  # words from a verb of leaving to the room that is left


def wrongdoers(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> Iterator[Candidate]:
    """Actors of whom somebody says that they do damage, where no principle names it: he is against them."""
    folded, rooms = document.words.folded, document.language.words("rooms")
    if not rooms.isdisjoint(folded[clause.verb_at : clause.verb_at + _OUT_OF]):
        return  # вышла из зала
    trace = (f"wrongdoer:{folded[clause.verb_at]}",)
    for actor in _doers(document, clause, mentions):
        target = Target(actor, clause.first, clause.verb_at + 1)
        for holder in clause.speaker.holders:
            if holder != actor:
                yield Candidate(
                    clause,
                    target,
                    holder,
                    Stance.REJECT,
                    Modality.ASSERTS,
                    clause.first,
                    clause.verb_at + 1,
                    "strong",
                    trace,
                )


def _doers(document: Document, clause: Clause, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Who does the damage: the holders of an embedded clause, else the subject right before the verb."""
    if clause.verb is None or clause.level in ("narrative", "carried"):
        return ()
    if clause.verb.effect == "harm" and clause.level == "embedded" and clause.of_others:
        return tuple(holder for holder in clause.holders if not holder.startswith("person:"))
    if clause.verb.effect != "misdeed":
        return ()
    at = clause.verb_at
    while at > clause.first and document.words.folded[at - 1] in document.language.words("particles"):
        at -= 1
    before = [m for m in within(mentions, clause.first, at) if m.kind in ("state", "bloc", "org", "person")]
    actors = [m for m in before if m.last == at and m.how != "demonym" and judgeable(m, clause)]
    return tuple(actor_behind(document, m) for m in actors[-1:])


def examples(
    document: Document, rejected: list[Candidate], mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """The blocs named as examples of alliances that somebody rejects: تكتلات ضيقة مثل أوكوس وكواد."""
    folded, words = document.words.folded, document.language.words
    for found in rejected:
        target, led = found.target, words("such_as")
        named = words("alliances").isdisjoint(folded[target.first : target.last])
        behind = range(target.last, min(target.last + _TO_EXAMPLE, found.clause.last))
        at = next((at for at in behind if folded[at] in led), None)
        if named or at is None or found.stance is not Stance.REJECT:
            continue
        start = at + 1 + (folded[at + 1 : at + 2] in (("as",),))
        blocs: list[Mention] = []
        for mention in within(mentions, start, found.clause.last):
            if mention.kind != "bloc" or mention.first - (blocs[-1].last if blocs else start) > 1:
                break
            blocs.append(mention)
        for bloc in blocs:
            here = Target(bloc.id, bloc.first, bloc.last)
            trace = (f"example:{folded[at]}",)
            told, spoken = partial(modality_of, found.clause, found=None), (found.first, bloc.last)
            yield from of_each(found.clause, here, (found.holder,), Stance.REJECT, spoken, trace, told)
