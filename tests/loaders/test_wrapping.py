"""Lines broken at a width read as the paragraphs that they were."""

from __future__ import annotations

import textwrap
from datetime import date

from loaders.article import Article
from loaders.pipeline import extract
from loaders.reading.wrapping import unwrapped
from ontology.vocabulary import Vocabulary

PARAGRAPHS = (
    "The foreign minister of Kenya met her colleague from Ghana on Monday and spoke of trade.",
    "She said that Kenya firmly supports the sovereignty and the territorial integrity of its neighbours.",
    "Her colleague added that Ghana rejects unilateral sanctions and that talks go on in Accra.",
)


def test_a_width_is_undone_and_paragraphs_stay() -> None:
    text = "\n".join(textwrap.fill(paragraph, 40) for paragraph in PARAGRAPHS)
    assert unwrapped(text) == "\n".join(PARAGRAPHS)


def test_headlines_stay_lines() -> None:
    text = "\n".join(
        f"Minister number {number} speaks of the sovereignty of his state" for number in range(20)
    )
    assert unwrapped(text) == text


def test_paragraphs_and_bullets_stay_lines() -> None:
    text = "\n".join([*PARAGRAPHS * 3])
    assert unwrapped(text) == text
    bullets = "\n".join(["- the sovereignty of states and their equality", "- the talks in Accra."] * 6)
    assert unwrapped(bullets) == bullets


def test_what_is_said_over_the_end_of_a_line_is_found_where_it_stands() -> None:
    text = "\n".join(textwrap.fill(paragraph, 40) for paragraph in PARAGRAPHS)
    record = extract(Article(text, "x.txt"), Vocabulary.load(), date(2026, 11, 22))
    assert ("state:KE", "principle:sovereignty") in {(p.holder, p.target) for p in record.positions}
    for position in record.positions:
        assert text[position.evidence.start : position.evidence.end] == position.evidence.text
