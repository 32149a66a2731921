"""Whatever comes in, a record comes out, its offsets are true, and time is in proportion to the text."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loaders.articles import mutated, read_out, samples, spans

SEEDS = range(300)
LONG = 1_000_000


def check(text: str) -> None:
    """Read a text; its record must name only passages that are there."""
    record = read_out(text)
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    named = {item.id for item in (*record.actors, *record.principles)}
    for position in record.positions:
        assert position.holder not in (position.target, *position.via)
        assert not position.target.startswith("principle:") or position.target in named
        assert 0 <= position.confidence <= 1


@pytest.mark.parametrize("batch", [SEEDS[at : at + 50] for at in range(0, len(SEEDS), 50)], ids=str)
def test_broken_articles(batch: range) -> None:
    for seed in batch:
        text = mutated(random.Random(seed))
        try:
            check(text)
        except Exception as error:
            error.add_note(f"seed {seed}: {text[:2000]!r}")
            raise


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text", ["قال 9", ", speak", "", " ", "\n\n", "\ufeff", "٢٠٢٣", '"', "«", ".", "\u202b", "a" * 3000]
)
def test_next_to_nothing(text: str) -> None:
    check(text)


@pytest.mark.parametrize("sample", range(len(samples())))
def test_a_text_may_end_behind_any_word(sample: int) -> None:
    text = samples()[sample]
    for paragraph in (part for part in text.split("\n") if len(part) > 60):
        for word in re.finditer(r"\w+", paragraph):
            check(f"{text.split()[0]}\n\n{paragraph[: word.end()]}")


def test_an_insertion_may_close_the_text() -> None:
    check("НАТО.\n\nПутин которую рухнула, признают открыта стороны.")


@pytest.mark.parametrize(
    "unit",
    [
        samples()[4].replace("\n", " "),
        re.sub(r"[.\s]+", " ", samples()[5]),
        "قال لافروف إن روسيا ترفض " * 10,
        "a",
        "ا",
        "لافروف ",
        '"',
        "« (",
        "١٢ يوليو ",
        "و" * 50 + " ",
        ". ",
    ],
    ids=[
        "article",
        "sentence",
        "clause",
        "latin",
        "arabic",
        "name",
        "quote",
        "opening",
        "date",
        "conjunction",
        "stop",
    ],
)
def test_a_long_line_takes_time_in_proportion(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        return min(
            once(text) for _ in range(3)
        )  # the garbage of all tests before is collected in some of them

    def once(text: str) -> float:
        start = time.process_time()
        check(text)
        return time.process_time() - start

    seconds(LONG // 40)  # warm
    short, long = seconds(LONG // 50), seconds(LONG // 5)
    # Ten times the text would take a hundred times as long if time grew with the square of the length, ten
    # times if with the length; a busy machine triples either, and half a second is noise.
    assert long < 40 * short + 0.5
