"""Explanations: the record and all that led to it, nothing that was weighed left out."""

from __future__ import annotations

import math
from functools import cache

import pytest

from loaders.article import Article
from loaders.explanation import Explanation, Outcome, Unread
from loaders.pipeline import trace
from loaders.positions.candidates import Reason
from loaders.positions.confidence import confidence, contributions
from ontology.record import Review
from ontology.vocabulary import Vocabulary
from tests.loaders.articles import TODAY, read_out, samples


@cache
def _explained(text: str) -> Explanation:
    return trace(Article(text, "test.txt"), Vocabulary.load(), TODAY)


def _report(*sentences: str) -> Explanation:
    return _explained(
        "\n\n".join(("Talks held in Moscow", "MOSCOW, July 4, 2024. The talks ended.", *sentences))
    )


@pytest.mark.parametrize("text", samples(), ids=lambda text: text[:20])
def test_the_record_is_the_one_that_extraction_gives(text: str) -> None:
    assert _explained(text).record == read_out(text)


@pytest.mark.parametrize("text", samples(), ids=lambda text: text[:20])
def test_every_candidate_is_made_or_dropped(text: str) -> None:
    explained = _explained(text)
    made = [judged for _, judged in explained.made]
    assert len(made) + len(explained.dropped) == len(explained.judged)
    assert len(made) == len(explained.record.positions)
    for position, judged in explained.made:
        assert (position.holder, position.target, position.stance) == (
            judged.candidate.holder,
            judged.candidate.target.id,
            judged.candidate.stance,
        )
        assert position.evidence == judged.proof.evidence
        assert (judged.outcome is Outcome.ACCEPTED) == (position.review is Review.ACCEPTED)
    for judged in explained.dropped:
        assert judged.kept.id in {position.id for position in explained.record.positions}
        assert (judged.outcome is Outcome.OPPOSED) == (judged.kept.stance is not judged.proof.stance)


@pytest.mark.parametrize("text", samples(), ids=lambda text: text[:20])
def test_every_principle_named_is_accounted_for(text: str) -> None:
    explained = _explained(text)
    told = {(j.candidate.target.id, j.candidate.target.first) for j in explained.judged}
    told |= {(item.target.id, item.target.first) for item in explained.passed}
    outside = {(item.id, item.span.start) for item in explained.elsewhere()}
    for targets in explained.topics.values():
        for target in targets:
            start = explained.document.words.starts[target.first]
            assert ((target.id, target.first) in told) != ((target.id, start) in outside)


def test_weights_add_up_to_the_confidence() -> None:
    judged = [item for text in samples() for item in _explained(text).judged]
    for item in judged:
        total = sum(weight for _, weight in contributions(item.candidate, item.standing))
        assert (
            round(1 / (1 + math.exp(-total)), 2)
            == confidence(item.candidate, item.standing)
            == item.proof.confidence
        )


def test_a_cue_is_named_with_its_word_and_effect() -> None:
    explained = _report(
        "Russian Foreign Minister Sergey Lavrov said that Russia rejects unilateral sanctions."
    )
    ((position, judged),) = explained.made
    assert (position.target, judged.rule) == ("principle:unilateral-sanctions", "named")
    assert ("minus", "rejects") in judged.cues


def test_a_repeated_position_is_kept_once() -> None:
    explained = _report(
        "Russian Foreign Minister Sergey Lavrov said that Russia rejects unilateral sanctions.",
        "Lavrov stressed that Russia rejects unilateral sanctions.",
    )
    (dropped,) = explained.dropped
    assert dropped.outcome is Outcome.LESS_CLEAR
    assert dropped.proof.evidence.start > dropped.kept.evidence.start


def test_of_two_sides_the_surer_one_is_kept() -> None:
    explained = _report(
        "Russian Foreign Minister Sergey Lavrov said that Russia supports the two-state solution.",
        "Lavrov said that Russia rejects the two-state solution.",
    )
    (dropped,) = explained.dropped
    assert dropped.outcome is Outcome.OPPOSED
    assert dropped.proof.stance is not dropped.kept.stance


def test_what_is_only_dealt_with_is_no_position() -> None:
    explained = _report(
        "Russian Foreign Minister Sergey Lavrov discussed the war in Gaza with his counterpart."
    )
    reasons = {item.reason for item in explained.nothing_made() if item.target.id == "principle:gaza-war"}
    assert reasons <= {Reason.DEALT_WITH, Reason.FACT, Reason.OPEN} and reasons
    assert not explained.record.positions


def test_titles_and_foreign_matter_are_told_apart() -> None:
    explained = _explained(
        "Lavrov: Russia rejects unilateral sanctions\n\nMOSCOW, July 4, 2024\n\n"
        "Russian Foreign Minister Sergey Lavrov said on Thursday that Moscow wants more trade.\n\n"
        "Read also: China calls for an immediate ceasefire in Gaza\n"
    )
    reasons = {item.id: item.reason for item in explained.elsewhere()}
    assert reasons["principle:unilateral-sanctions"] is Unread.TITLE
    assert reasons["principle:gaza-ceasefire"] is Unread.FOREIGN
