"""What is wanted on terms, who takes no side, and who speaks together; sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

TODAY = date(2025, 10, 1)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


def stances(vocabulary: Vocabulary, text: str) -> dict[str, str]:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    return {p.target.partition(":")[2]: p.stance.value for p in positions}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Lavrov said that Russia supports a ceasefire in Ukraine, but not before arms supplies stop.",
            "ukraine-ceasefire",
        ),
        (
            "Лавров заявил, что Россия поддерживает перемирие на Украине, но лишь после вывода войск.",
            "ukraine-ceasefire",
        ),
        (
            "Лавров заявил, что признание палестинского государства должно стать итогом переговоров.",
            "palestinian-statehood",
        ),
        ("وقال لافروف إن روسيا لا ترفض من حيث المبدأ وقف إطلاق النار في أوكرانيا.", "ukraine-ceasefire"),
        ("وقال روبيو إن الحد من التسلح مستحيل من دون الصين.", "arms-control"),
    ],
)
def test_what_is_wanted_on_terms(vocabulary: Vocabulary, text: str, target: str) -> None:
    assert stances(vocabulary, text)[target] == "conditional"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "وقال باشينيان إن أرمينيا تؤيد وحدة الأراضي، لافتا إلى أنها مستعدة للحوار بشرط وقف القصف.",
            "territorial-integrity",
        ),
        (
            "Bourita said that Morocco supports the ceasefire in Gaza, adding that it would welcome talks "
            "on that basis alone.",
            "gaza-ceasefire",
        ),
    ],
)
def test_terms_of_another_statement(vocabulary: Vocabulary, text: str, target: str) -> None:
    assert stances(vocabulary, text)[target] == "endorse"


def test_who_declines_to_comment_takes_no_side(vocabulary: Vocabulary) -> None:
    text = "Lavrov declined to comment on the use of frozen Russian assets."
    assert stances(vocabulary, text)["frozen-assets"] == "neutral"


def test_two_blocs_that_met_speak_together(vocabulary: Vocabulary) -> None:
    text = (
        "KUALA LUMPUR, October 8, 2025. The foreign ministers of the Gulf Cooperation Council (GCC) and the "
        "Association of Southeast Asian Nations (ASEAN) have committed themselves to the fight against "
        "terrorism.\n\nBoth sides supported multilateralism."
    )
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    held = {(p.holder, p.target) for p in positions}
    assert {("bloc:GCC", "principle:counter-terrorism"), ("bloc:GCC", "principle:multilateralism")} <= held
    assert {
        ("bloc:ASEAN", "principle:counter-terrorism"),
        ("bloc:ASEAN", "principle:multilateralism"),
    } <= held
