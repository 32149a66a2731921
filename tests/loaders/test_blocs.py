"""Which blocs a passage links to its target; sentences of our own."""

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


def linked(vocabulary: Vocabulary, text: str, target: str) -> set[str]:
    """The blocs linked to a target, by whoever holds it."""
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    return {bloc for p in positions if p.target == f"principle:{target}" for bloc in p.via}


@pytest.mark.parametrize(
    ("text", "target", "blocs"),
    [
        (
            "ودعا الرئيس الإيراني مسعود بزشكيان مجموعة بريكس إلى التصدي للعقوبات الأحادية.",
            "unilateral-sanctions",
            {"bloc:BRICS"},
        ),
        (
            "وأكد عطاف دعم الجزائر لجهود الأمم المتحدة من أجل حل عادل لقضية الصحراء الغربية.",
            "western-sahara-settlement",
            {"bloc:UN"},
        ),
        (
            "وشدد لافروف على ضرورة بناء منظومة أمن أوراسية تقوم على روابط بين الاتحاد الاقتصادي الأوراسي "
            "ومنظمة شنغهاي للتعاون.",
            "eurasian-security",
            {"bloc:EAEU", "bloc:SCO"},
        ),
        (
            "Modi urged the SCO to step up the fight against terrorism.",
            "counter-terrorism",
            {"bloc:SCO"},
        ),
        (
            "Bin Farhan reiterated support for the efforts of the United Nations to reach a political "
            "settlement in Yemen.",
            "yemen-settlement",
            {"bloc:UN"},
        ),
        (
            "Лавров заявил, что Россия поддерживает усилия ООН по урегулированию в Ливии.",
            "libya-settlement",
            {"bloc:UN"},
        ),
    ],
)
def test_blocs_through_which_a_target_is_wanted(
    vocabulary: Vocabulary, text: str, target: str, blocs: set[str]
) -> None:
    assert linked(vocabulary, text, target) == blocs


def test_a_bloc_whose_efforts_are_rejected_is_no_venue(vocabulary: Vocabulary) -> None:
    text = "Лавров осудил усилия НАТО по расширению альянса на восток."
    assert not linked(vocabulary, text, "nato-expansion")
