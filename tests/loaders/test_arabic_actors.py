"""Actors that Arabic reports praise and blame: by what is said of them, and as objects of words.

The sentences are invented.
"""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

LAVROV = "قال وزير الخارجية الروسي سيرغي لافروف إن "
BAGHAEI = "قال المتحدث باسم الخارجية الإيرانية إسماعيل بقائي إن "


def actors(text: str) -> set[str]:
    """What is held of actors, as "RU GB reject"; a bloc keeps its kind."""
    positions = extract(Article(text, "invented.txt"), Vocabulary.load(), date(2024, 12, 31)).positions
    told = (p for p in positions if not p.target.startswith("principle:"))
    return {f"{p.holder} {p.target} {p.stance.value}".replace("state:", "") for p in told}


SAID_OF = {
    "a noun behind the subject": (LAVROV + "حلف الناتو كتلة عدوانية.", {"RU bloc:NATO reject"}),
    "behind a link": (BAGHAEI + "بريطانيا باتت عبئا على المنطقة.", {"IR GB reject"}),
    "nothing but": (LAVROV + "حلف الناتو لا يحمل للشعوب سوى الخراب.", {"RU bloc:NATO reject"}),
    "a deed": (BAGHAEI + "بريطانيا تغدر بشركائها.", {"IR GB reject"}),
    "a verb before its subject": (
        BAGHAEI + "بلاده ملتزمة بتعهداتها بينما تنتهج فرنسا سياسة متهورة.",
        {"IR FR reject"},
    ),
    "what it does through a noun": (BAGHAEI + "فرنسا تمارس أبشع أنواع النفاق.", {"IR FR reject"}),
    "in quotation marks": (
        "رأى وزير الخارجية الروسي سيرغي لافروف أن الحلف الأطلسي «خنجر مسموم ووكر للمؤامرات».",
        {"RU bloc:NATO reject"},
    ),
    "whom a verb describes": (
        "وصف وزير الخارجية الصيني وانغ يي، في مؤتمر صحفي، باكستان بأنها صديقة وفية.",
        {"CN PK endorse"},
    ),
    "behind an insertion": (
        LAVROV + "حلف الناتو، الذي اجتمع أمس في لاهاي، وكر للمؤامرات.",
        {"RU bloc:NATO reject"},
    ),
    "a relative clause": (
        LAVROV + "لا أحد يثق في بريطانيا التي تحيك الدسائس.",
        {"RU GB reject"},
    ),
    "a list": (BAGHAEI + "بريطانيا وفرنسا ذيل لواشنطن.", {"IR GB reject", "IR FR reject"}),
    "a denied virtue": (BAGHAEI + "فرنسا ليست وسيطا نزيها.", {"IR FR reject"}),
    "a friend": (LAVROV + "الجزائر صديق لم يخذل روسيا.", {"RU DZ endorse"}),
}


@pytest.mark.parametrize(("text", "held"), SAID_OF.values(), ids=SAID_OF)
def test_what_is_said_of_an_actor(text: str, held: set[str]) -> None:
    assert actors(text) == held


NOT_JUDGED = {
    "a victim": LAVROV + "لبنان يتعرض لتهديدات يومية.",
    "a partner in trade": LAVROV + "مصر شريك تجاري لبلاده.",
    "no foe": LAVROV + "تركيا ليست عدوا.",
    "whoever fights it": LAVROV + "سوريا تحارب تنظيما متطرفا.",
    "parting the allies": LAVROV + "إيران تحاول تفريق الحلفاء.",
    "talks with somebody": "وصف وزير الخارجية الصيني وانغ يي محادثاته مع وزير خارجية مصر بأنها صادقة.",
    "a question": "وسأل لافروف: هل فرنسا عدو؟",
}


@pytest.mark.parametrize("text", NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_what_judges_no_actor(text: str) -> None:
    assert actors(text) == set()
