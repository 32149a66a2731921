"""Who holds what is said at Arabic meetings: guests and hosts, two of a title, who agrees, who is but cited.

The sentences are invented.
"""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

SAFADI = "استقبل وزير الخارجية الأردني أيمن الصفدي نظيره التركي هاكان فيدان."
BAGHAEI = "قال المتحدث باسم وزارة الخارجية الإيرانية إسماعيل بقائي إن طهران تتابع الملف."
EXPERT = "يرى المحلل السياسي حسن أبو طالب أن المنطقة تتغير."
CEASEFIRE = ("principle:gaza-ceasefire", "endorse")
TWO_STATES = ("principle:two-state-solution", "endorse")
LAW = ("principle:international-law", "endorse")


def holders(text: str, position: tuple[str, str], lead: str = "عمان 3 سبتمبر 2025 (بترا) - ") -> set[str]:
    record = extract(Article(lead + text, "invented.txt"), Vocabulary.load(), date(2025, 12, 31))
    return {p.holder for p in record.positions if (p.target, p.stance.value) == position}


SAID = {
    "a nation at the end of the sentence before": (
        f"{SAFADI} وأكد الصفدي وحدة الأراضي السورية. وقال فيدان إن أنقرة تدعم حل الدولتين.",
        TWO_STATES,
        "state:TR",
    ),
    "who shares a view": (
        f"{SAFADI} وأكد الصفدي عمق العلاقات. ووافقه فيدان الرأي، داعيا إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "state:TR",
    ),
    "whose words another backs": (
        f"{SAFADI} وتحدث الصفدي أولا. وأيد كلامه وزير الخارجية التركي، داعيا إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "state:TR",
    ),
    "the guest": (
        f"{SAFADI} وشكر الصفدي ضيفه. وأكد الوزير الضيف دعم حل الدولتين.",
        TWO_STATES,
        "state:TR",
    ),
    "the host": (
        f"{SAFADI} وشكر فيدان مضيفه. بدوره، أكد المضيف دعم حل الدولتين.",
        TWO_STATES,
        "state:JO",
    ),
    "while another does": (
        "رفضت حركة حماس القرار، بينما رحب به وزير المالية الإسرائيلي بتسلئيل سموتريتش، مؤكدا القانون الدولي.",
        LAW,
        "state:IL",
    ),
    "what is told of another by the way": (
        f"{BAGHAEI} وأوضح أن ما نقل عن الرئيس اللبناني جوزيف عون شأن لبناني. وقال إن بلاده تدعم حل الدولتين.",
        TWO_STATES,
        "state:IR",
    ),
    "whose words somebody recalls": (
        f"{EXPERT} وأضاف أن الأمر معقد، مستشهدا بقول فيدان إن تركيا تدعم حل الدولتين.",
        TWO_STATES,
        "state:TR",
    ),
    "as for a party": (
        f"{EXPERT} أما حزب الشعب الجمهوري المعارض، فيطالب باحترام القانون الدولي.",
        LAW,
        "org:chp",
    ),
    "who still does": (
        f"{EXPERT} وأضاف أن القاهرة ما زالت تدعم حل الدولتين.",
        TWO_STATES,
        "state:EG",
    ),
    "of whom a spokesman tells": (
        f"{BAGHAEI} وأضاف المتحدث أن الوزير العماني أطلع طهران على النتائج، مبديا دعمه لحل الدولتين.",
        TWO_STATES,
        "state:OM",
    ),
    "behind the head of an office": (
        "قال مدير مكتب الرئاسة الأوكرانية أندريه يرماك إن كييف تتمسك بالقانون الدولي.",
        LAW,
        "state:UA",
    ),
    "a professor by style": (
        "أكد معالي الأستاذ جاسم محمد البديوي، الأمين العام لمجلس التعاون لدول الخليج العربية، حل الدولتين.",
        TWO_STATES,
        "bloc:GCC",
    ),
    "who thanks another president": (
        "التقى الرئيس الروسي فلاديمير بوتين نظيره الصيني. وشكر بوتين الرئيس الصيني، وأكد دعم حل الدولتين.",
        TWO_STATES,
        "state:RU",
    ),
    "the guest of a state": (
        f"{SAFADI} وشكر الصفدي ضيفه. واعتبر ضيف الأردن أن القانون الدولي هو المرجع.",
        LAW,
        "state:TR",
    ),
    "whose views agree": (
        f"{SAFADI} وتحدث فيدان. وتلاقت رؤى الوزيرين حول دعم حل الدولتين.",
        TWO_STATES,
        "state:JO state:TR",
    ),
    "who is quoted by nobody": (
        f"{SAFADI} ونقل عن بيسكوف قوله إن موسكو تدعم حل الدولتين.",
        TWO_STATES,
        "state:RU",
    ),
    "the text of a thing": (
        "انتقدت القائمة بالأعمال الأمريكية شيا نص القرار لأنه لا يدين حماس، داعية إلى وقف النار في غزة.",
        CEASEFIRE,
        "state:US",
    ),
    "an envoy before whom he met": (
        f"{SAFADI} وكان الموفد الفرنسي جان إيف لودريان التقى الصفدي، ونقل إليه دعم باريس لحل الدولتين.",
        TWO_STATES,
        "state:FR",
    ),
    "an official whom a verb tells apart": (
        f"{SAFADI} ووفقا لمسؤول أوروبي تحدث لرويترز، فإن الاتحاد الأوروبي يدعم حل الدولتين.",
        TWO_STATES,
        "bloc:EU",
    ),
    "calls that are received are no name": (
        "تلقى وزير الخارجية الأردني أيمن الصفدي اتصالات هاتفية. وأكد الصفدي دعم حل الدولتين.",
        TWO_STATES,
        "state:JO",
    ),
    "a proposal before who is for it": (
        f"{SAFADI} وأيدت المبادرة أيضا وزيرة خارجية السويد ماريا مالمر ستينرغارد، داعية إلى القانون الدولي.",
        LAW,
        "state:SE",
    ),
    "who does as another": (
        f"{SAFADI} وتحدث الصفدي. وحذا حذوه نظيره الفرنسي جان نويل بارو، مؤكدا دعم حل الدولتين.",
        TWO_STATES,
        "state:FR",
    ),
    "his rival": (
        f"{SAFADI} وقال خصمه محمد حمدان دقلو إنه يدعم القانون الدولي.",
        LAW,
        "org:rsf",
    ),
    "a surname in another spelling": (
        f"{SAFADI} وقال ترمب في مقابلة إنه يدعم القانون الدولي.",
        LAW,
        "state:US",
    ),
    "whom a woman thanks": (
        "قالت ماريا زاخاروفا المتحدثة باسم الخارجية الروسية إن الأمر خطير. وشكرت الجزائر على موقفها. "
        "وخلصت إلى أن القانون الدولي هو المرجع.",
        LAW,
        "state:RU",
    ),
    "the latter, of the sentence before": (
        f"{SAFADI} وتحدث الصفدي، وشاركه فيدان التقييم. وأعرب الأخير عن دعم بلاده لحل الدولتين.",
        TWO_STATES,
        "state:TR",
    ),
    "a premier by his style": (
        "التقى رئيس الوزراء الهندي ناريندرا مودي الرئيس الإماراتي محمد بن زايد. وتحدث محمد بن زايد. "
        "فيما أكد دولته دعم حل الدولتين.",
        TWO_STATES,
        "state:IN",
    ),
    "a minister of old": (
        "قال وزير الخارجية الفرنسي الأسبق هوبير فيدرين إن القانون الدولي هو المرجع.",
        LAW,
        "person:hwbyr-fydryn",
    ),
    "a participle that fits a ministry": (
        f"{SAFADI} وتحدث الصفدي. وهذا ما استنكرته الخارجية الروسية، مؤكدة دعم حل الدولتين.",
        TWO_STATES,
        "state:RU",
    ),
    "an envoy who objects": (
        f"{SAFADI} وتحدث الصفدي. واحتج ممثل الأرجنتين على النص، مؤكدا دعم حل الدولتين.",
        TWO_STATES,
        "state:AR",
    ),
    "whom he thanked, as he says": (
        f"{SAFADI} وقال الصفدي إنه شكر نظيره التركي على دعم حل الدولتين.",
        TWO_STATES,
        "state:JO",
    ),
    "the answer that somebody describes": (
        "قال وزير الخارجية الأردني الصفدي إنه قلق. ووصف الصفدي رد إسرائيل بالمخيب، مؤكدا القانون الدولي.",
        LAW,
        "state:JO",
    ),
    "his guest": (
        f"{SAFADI} وشكر الصفدي الحضور. وقال ضيفه إن القانون الدولي هو المرجع.",
        LAW,
        "state:TR",
    ),
    "the spokesman in its name": (
        f"{SAFADI} وتحدث الصفدي. أما الكرملين فرفض النص، وقال المتحدث باسمه إن القانون الدولي هو المرجع.",
        LAW,
        "state:RU",
    ),
    "a decision with its adjectives": (
        f"{SAFADI} وتحدث الصفدي. ورفض القرار الأمريكي الأخير، داعيا إلى القانون الدولي.",
        LAW,
        "state:JO",
    ),
    "who backs unity": (
        f"{EXPERT} وأضاف في حديثه لنا أن تركيا تدعم وحدة ليبيا.",
        ("principle:territorial-integrity", "endorse"),
        "state:TR",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_who_holds_what_is_said(name: str) -> None:
    text, position, holder = SAID[name]
    assert holders(text, position) == set(holder.split())


def test_two_nations_of_a_title_are_both_sides() -> None:
    text = "صدر اليوم بيان مشترك في ختام الزيارة. وشدد الطرفان على دعم حل الدولتين."
    title = "بيان مشترك صيني - سعودي\n\nالرياض 11 سبتمبر 2024 - "
    assert holders(text, TWO_STATES, title) == {"state:CN", "state:SA"}


def test_who_visits_and_who_is_visited_are_both_sides() -> None:
    text = (
        "وصل الوفد في مستهل زيارة رئيس الوزراء الصيني لي تشيانغ إلى مصر. وشدد الجانبان على دعم حل الدولتين."
    )
    assert holders(text, TWO_STATES, "القاهرة 11 سبتمبر 2024 - ") == {"state:CN", "state:EG"}


def test_an_expert_who_is_cited_may_have_a_name_like_a_verb() -> None:
    text = f"{SAFADI} وتحدث الصفدي. وبحسب الباحث فؤاد كيمان، فإن القانون الدولي ضرورة."
    assert holders(text, LAW) == {"person:fuad-kyman"}


def test_for_his_part_opens_the_words_of_another() -> None:
    text = f"{SAFADI} وقال الصفدي إن الوضع خطير. من جانبه، أثنى سعيد على القمة، وجدد دعم حل الدولتين."
    assert holders(text, TWO_STATES) == set()


@pytest.mark.parametrize(
    "text",
    [
        "وهاجم حزب سومار، الشريك في الائتلاف، الحكومة، داعيا إلى احترام القانون الدولي.",
        "وطالبت زميلته مانون أوبري باحترام القانون الدولي.",
        "وعبر المتحدث باسم الأمين العام عن دعم القانون الدولي.",
        "واعتبر القيادي في تحالف صمود خالد عمر أن القانون الدولي هو المرجع.",
        "وذكر مقربون من ميرتس أن القانون الدولي هو المرجع.",
        "وكتبت صحيفة لوفيغارو أن القانون الدولي هو المرجع.",
        "ويجمع الخبراء الثلاثة على أن القانون الدولي هو المرجع.",
        "أما إسبانيا فكان رئيس وزرائها قد سبق الجميع إلى القانون الدولي.",
        "وعلق النائب حسن فضل الله على ذلك بالقول إن القانون الدولي هو المرجع.",
    ],
    ids=[
        "a party",
        "a colleague",
        "a spokesman",
        "of a body",
        "who is near",
        "a paper",
        "experts",
        "as for a state",
        "a member of parliament",
    ],
)
def test_parties_and_deputies_whom_nobody_lists_are_not_the_last_speaker(text: str) -> None:
    assert "state:JO" not in holders(f"{SAFADI} وتحدث الصفدي. {text}", LAW)


def test_some_official_is_nobody_named_before() -> None:
    text = "التقى الرئيس الأمريكي دونالد ترامب وفدا. وقال مسؤول أمريكي إن بلاده تدعم حل الدولتين."
    record = extract(Article(f"واشنطن - {text}", "invented.txt"), Vocabulary.load(), date(2025, 12, 31))
    assert [(p.holder, p.voice) for p in record.positions] == [("state:US", None)]


def test_two_who_abstain_are_not_the_leaders_of_a_summit_of_blocs() -> None:
    text = (
        "اختتمت قمة الاتحاد الأوروبي وسيلاك. ودعا الاتحاد الأوروبي ومجموعة سيلاك إلى الهدوء. "
        "وامتنعت فنزويلا ونيكاراغوا عن تأييد البيان. وأكد القادة دعمهم لحل الدولتين."
    )
    assert holders(text, TWO_STATES) == {"bloc:EU", "bloc:CELAC"}


def test_a_wire_that_a_king_receives_is_not_of_his_name() -> None:
    text = "تلقى جلالة الملك عبدالله الثاني برقية تهنئة. وأكد جلالته دعم حل الدولتين."
    record = extract(
        Article(f"عمان 3 سبتمبر 2025 - {text}", "invented.txt"), Vocabulary.load(), date(2025, 12, 31)
    )
    assert [(p.holder, p.voice) for p in record.positions] == [("state:JO", "person:abdullah-ii")]
