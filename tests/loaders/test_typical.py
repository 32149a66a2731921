"""Sentences of every day: they hold the everyday ways of saying things together, in three languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Position
from ontology.vocabulary import Vocabulary

TYPICAL = yaml.safe_load(Path(__file__).with_name("typical.yaml").read_text(encoding="utf-8"))


def _positions(text: str) -> tuple[Position, ...]:
    article = Article(f"-\n\n{text}", "x.txt")
    return extract(article, Vocabulary.load(), date(2026, 11, 22)).positions


@pytest.mark.parametrize("one", TYPICAL, ids=lambda one: one["found"])
def test_a_typical_sentence(one: dict[str, str]) -> None:
    found = {
        f"{p.holder.partition(':')[2]} {p.target.partition(':')[2]} {p.stance.value}"
        for p in _positions(one["text"])
    }
    assert one["found"] in found


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda, however, dismissed accusations that it backs the M23 rebels as baseless.",
        "Iran rejected claims that it supports Hamas as unfounded.",
        "Иран опроверг утверждения о том, что он поддерживает хуситов.",
        "ورفضت إيران الاتهامات بأنها تدعم الحوثيين، ووصفتها بأنها باطلة.",
    ],
)
def test_a_charge_that_is_denied_is_no_stance(text: str) -> None:
    assert not _positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Washington's envoy to the United Nations dismissed a UN report on sanctions as politicised.",
        "Argentina voted against the resolution at the UN, joining the United States and Israel.",
        "Iran's Supreme Leader said that talks with the United States were neither wise nor honourable.",
    ],
)
def test_what_is_only_named_is_not_judged(text: str) -> None:
    assert not _positions(text)
