"""An explanation as plain data: every id, code, passage and number that is shown, and nothing worded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loaders.explanation import Explanation, Judged
from loaders.positions.candidates import Passed
from loaders.positions.clauses import Clause
from loaders.positions.confidence import contributions
from ontology.record import Span

Account = dict[str, Any]


def account_of(explanation: Explanation) -> Account:
    """The account of one article. Positions, events and the head are as in its record."""
    record = explanation.record.to_json()
    numbers = {clause.first: number for number, clause in enumerate(explanation.clauses)}
    made = [_judged(item, numbers) for _, item in explanation.made]
    passed = [_passed(explanation, item, numbers) for item in explanation.nothing_made()]
    return {
        "article": record["article"],
        "layout": list(_layout(explanation)),
        "mentions": list(_mentions(explanation)),
        "topics": list(_topics(explanation)),
        "voices": [_voice(explanation, clause) for clause in explanation.clauses],
        "positions": [{**position, **why} for position, why in zip(record["positions"], made, strict=True)],
        "dropped": [
            {**_proof(item), **_judged(item, numbers), "kept": item.kept.id} for item in explanation.dropped
        ],
        "passed": sorted([*passed, *_elsewhere(explanation)], key=lambda item: item["evidence"]["start"]),
        "events": record["events"],
        "names": _names(explanation),
    }


def _layout(explanation: Explanation) -> Iterator[Account]:
    text = explanation.document.text
    for block in explanation.document.layout.blocks:
        yield {"kind": block.kind.value, **Span.of(text, block.start, block.end).to_json()}


def _mentions(explanation: Explanation) -> Iterator[Account]:
    for item in explanation.mentions:
        span = explanation.document.span(item.first, item.last)
        yield {"id": item.id, "how": item.how, "of": item.state, "role": item.role, **span.to_json()}


def _topics(explanation: Explanation) -> Iterator[Account]:
    for targets in explanation.topics.values():
        for item in targets:
            span = explanation.document.span(item.first, item.last)
            yield {"id": item.id, "opposite": item.opposite, **span.to_json()}


def _voice(explanation: Explanation, clause: Clause) -> Account:
    document = explanation.document
    verb = clause.verb
    return {
        "level": clause.level,
        "voice": clause.speaker.voice,
        "speaks_for": list(clause.speaker.holders),
        "holders": list(clause.holders),
        "verb": document.words.folded[clause.verb_at] if clause.verb_at >= 0 else None,
        "effect": verb.effect if verb else None,
        "quoted": clause.quoted,
        **_span(explanation, clause.first, clause.last),
    }


def _judged(item: Judged, numbers: dict[int, int]) -> Account:
    """What made a candidate, and what became of it."""
    return {
        "outcome": item.outcome.value,
        "clause": numbers[item.candidate.clause.first],
        "rule": item.rule,
        "cued": item.candidate.cued,
        "cues": [list(cue) for cue in item.cues],
        "alone": item.proof.confidence,
        "weights": {name: weight for name, weight in contributions(item.candidate, item.standing) if weight},
    }


def _proof(item: Judged) -> Account:
    proof = item.proof
    return {
        "holder": proof.holder,
        "voice": proof.voice,
        "target": proof.target,
        "stance": proof.stance.value,
        "modality": proof.modality.value,
        "confidence": proof.confidence,
        "evidence": proof.evidence.to_json(),
    }


def _passed(explanation: Explanation, item: Passed, numbers: dict[int, int]) -> Account:
    return {
        "target": item.target.id,
        "reason": item.reason.value,
        "clause": numbers[item.clause.first],
        "cues": [step.split(":", 1) for step in item.trace],
        "evidence": _span(explanation, item.target.first, item.target.last),
    }


def _elsewhere(explanation: Explanation) -> Iterator[Account]:
    for item in explanation.elsewhere():
        reason, evidence = item.reason.value, item.span.to_json()
        yield {"target": item.id, "reason": reason, "clause": None, "cues": [], "evidence": evidence}


def _span(explanation: Explanation, first: int, last: int) -> Account:
    return explanation.document.span(first, max(last, first + 1)).to_json()


def _names(explanation: Explanation) -> dict[str, dict[str, str]]:
    """The names of everything that the account has an id of: in English, and as the article would say it."""
    items = explanation.document.vocabulary.items
    own = {mention.id: mention.name for mention in explanation.mentions if mention.name}
    language = explanation.document.layout.language
    found: dict[str, dict[str, str]] = {item: {"en": name, "here": name} for item, name in own.items()}
    for item in _ids(explanation):
        if entry := items.get(item):
            found[item] = {"en": entry.caption, "here": entry.name.get(language, entry.caption)}
    return dict(sorted(found.items()))


def _ids(explanation: Explanation) -> Iterator[str]:
    head = explanation.record.article
    yield from (item for item in (head.publisher, *head.relayed_from) if item)
    for mention in explanation.mentions:
        yield from (item for item in (mention.id, mention.state, mention.role) if item)
    yield from (target.id for targets in explanation.topics.values() for target in targets)
    yield from (item.id for item in explanation.elsewhere())
    for clause in explanation.clauses:
        yield from (item for item in (clause.speaker.voice, *clause.speaker.holders, *clause.holders) if item)
    for judged in explanation.judged:
        yield from (judged.proof.target, judged.proof.holder, *judged.kept.via, *judged.kept.contrast)
    for event in explanation.record.events:
        yield from (item for item in (event.place, event.convened_by, *event.participants) if item)
