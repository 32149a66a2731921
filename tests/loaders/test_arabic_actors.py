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
    "what it does": (BAGHAEI + "ما تقوم به فرنسا بلطجة.", {"IR FR reject"}),
    "what parts no list": (LAVROV + "لا مفر ولا مهرب، متهما فرنسا بالكذب.", {"RU FR reject"}),
    "parting the allies": (LAVROV + "بريطانيا تحاول تفريق الحلفاء.", {"RU GB reject"}),
    "a deed that a principle behind another does not name": (
        BAGHAEI + "فرنسا تلعب بالنار وتنشر الأكاذيب.",
        {"IR FR reject"},
    ),
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
    "talks with somebody": "وصف وزير الخارجية الصيني وانغ يي محادثاته مع وزير خارجية مصر بأنها صادقة.",
    "a question": "وسأل لافروف: هل فرنسا عدو؟",
}


@pytest.mark.parametrize("text", NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_what_judges_no_actor(text: str) -> None:
    assert actors(text) == set()


OBJECTS = {
    "an insertion between verb and object": (
        "اتهم وزير الخارجية الإيراني عباس عراقجي، في حديث متلفز، فرنسا بالكذب.",
        {"IR FR reject"},
    ),
    "an aside without commas": (
        "اتهم وزير الخارجية الإيراني عباس عراقجي في كلمة عبر الهاتف فرنسا بالكذب.",
        {"IR FR reject"},
    ),
    "a pronoun of its own": (
        BAGHAEI + "بلاده لن تنسى ما فعلته فرنسا، متهما إياها بالكذب.",
        {"IR FR reject"},
    ),
    "a pronoun at the end of two": (
        BAGHAEI + "الرسالة وصلت إلى فرنسا وألمانيا. واتهمهما بقائي بالكذب.",
        {"IR FR reject", "IR DE reject"},
    ),
    "called upon to stop": (
        "دعا وزير الخارجية الإيراني عباس عراقجي فرنسا إلى الكف عن استفزازاتها.",
        {"IR FR reject"},
    ),
    "regret over a decision": (
        "أسفت وزارة الخارجية الإيرانية لقرار فرنسا طرد الطلاب.",
        {"IR FR reject"},
    ),
    "appreciation that is whose": (
        "أعرب وزير الخارجية الإيراني عباس عراقجي عن تقدير بلاده للجزائر وتقديرها لقطر.",
        {"IR DZ endorse", "IR QA endorse"},
    ),
    "an effort that is welcomed": (
        "رحب وزير الخارجية الإيراني عباس عراقجي بالجهد الذي تبذله قطر.",
        {"IR QA endorse"},
    ),
    "a stand not forgotten": (
        BAGHAEI + "الشعب لن ينسى موقف الجزائر.",
        {"IR DZ endorse"},
    ),
    "it stays in a bloc": (
        "قال وزير خارجية أرمينيا أرارات ميرزويان إن بلاده باقية في الاتحاد الاقتصادي الأوراسي.",
        {"AM bloc:EAEU endorse"},
    ),
}


@pytest.mark.parametrize(("text", "held"), OBJECTS.values(), ids=OBJECTS)
def test_the_object_of_praise_and_blame(text: str, held: set[str]) -> None:
    assert held <= actors(text)


def test_thanks_have_an_owner_and_no_object_of_their_own() -> None:
    text = "التقى وزير الخارجية الإيراني عباس عراقجي أمير قطر في الدوحة، وأعرب عن شكره لعمان."
    assert "IR QA endorse" not in actors(text)


def test_a_name_may_be_what_somebody_is_like() -> None:
    text = LAVROV + "الأمر صعب. وقال عادل كريم، سفير باكستان لدى القاهرة، إن فرنسا لا تستحق الثقة."
    assert "RU FR reject" not in actors(text)


def test_a_spokesman_has_no_nation_behind_what_he_praises() -> None:
    text = BAGHAEI + "بلاده صابرة. وأشاد المتحدث بالموقف الجزائري من الأزمة."
    assert actors(text) == {"IR DZ endorse"}
