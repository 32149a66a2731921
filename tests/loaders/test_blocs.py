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
            "Багаи выступил за евразийскую безопасность. Опорами такой системы он назвал ШОС и СВМДА.",
            "eurasian-security",
            {"bloc:SCO", "bloc:CICA"},
        ),
        (
            "Лукашенко высказался за евразийскую безопасность. Нужен и суверенитет государств. "
            "Опорой такой системы могут стать ОДКБ и СНГ, сказал он.",
            "eurasian-security",
            {"bloc:CSTO", "bloc:CIS"},
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
        (
            "Xi Jinping said that the SCO should become a pillar of Eurasian security.",
            "eurasian-security",
            {"bloc:SCO"},
        ),
        (
            "Araghchi stressed that Iran sees BRICS as a tool against unilateral sanctions.",
            "unilateral-sanctions",
            {"bloc:BRICS"},
        ),
        (
            "Токаев заявил, что ОДКБ должна усилить борьбу с терроризмом.",
            "counter-terrorism",
            {"bloc:CSTO"},
        ),
        (
            "وأكد عطاف تأييد الجزائر لتسوية الأزمة في ليبيا برعاية أممية.",
            "libya-settlement",
            {"bloc:UN"},
        ),
        (
            "Xi Jinping, speaking to reporters on Monday at noon, called on members of BRICS to uphold "
            "multilateralism.",
            "multilateralism",
            {"bloc:BRICS"},
        ),
        (  # what goes on by a participle tells by what means
            "أكد عراقجي أن مكافحة الإرهاب أولوية لبلاده، داعيا إلى رفع مستوى التنسيق بين "
            "منظمة شنغهاي للتعاون ورابطة الدول المستقلة.",
            "counter-terrorism",
            {"bloc:SCO", "bloc:CIS"},
        ),
        (  # the organisations that were counted are those listed last
            "عقدت في طشقند جلسة حول دور منظمة شنغهاي للتعاون ورابطة الدول المستقلة ومنظمة معاهدة الأمن "
            "الجماعي.\n\nوقال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الأمم المتحدة تعول على "
            "المنظمات الثلاث في مكافحة الإرهاب.",
            "counter-terrorism",
            {"bloc:SCO", "bloc:CIS", "bloc:CSTO"},
        ),
        (  # what membership does, its bloc does
            "واعتبر عراقجي أن عضوية إيران في مجموعة بريكس تعزز التعددية.",
            "multilateralism",
            {"bloc:BRICS"},
        ),
        (  # another principle's words, spread over the bloc's name, hide it not
            "وأكد عبد العاطي حرص مصر على تعميق التعاون في إطار تجمع بريكس، معربا عن تقديره لعضوية مصر به.",
            "bilateral-cooperation",
            {"bloc:BRICS"},
        ),
    ],
)
def test_blocs_through_which_a_target_is_wanted(
    vocabulary: Vocabulary, text: str, target: str, blocs: set[str]
) -> None:
    assert linked(vocabulary, text, target) == blocs


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Tokayev said that Kazakhstan stands for peace in Ukraine based on the UN Charter.",
            "ukraine-settlement",
        ),
        ("Lavrov rejected the fuelling of bloc confrontation through AUKUS.", "bloc-confrontation"),
        ("وأكد الوزير تمسك بلاده بدور محوري لرابطة آسيان، وبنزع السلاح النووي.", "nuclear-disarmament"),
        (  # told to stop
            "ودعا عراقجي مجموعة السبع إلى الكف عن التدخل في الشؤون الداخلية لبلاده.",
            "non-interference",
        ),
        (  # a partner is none
            "وأكد عطاف تمسك الجزائر بالتعاون مع بروكسل في مجال الطاقة.",
            "economic-cooperation",
        ),
        (  # of another statement
            "دعا عراقجي إلى التعاون مع مجموعة بريكس من أجل عالم متعدد الأقطاب، محذرا من سباق التسلح.",
            "arms-control",
        ),
        (
            "وقال عطاف إن الانتخابات هي الطريق إلى التسوية في ليبيا، ورحب بعمل بعثة الأمم المتحدة في مالي.",
            "libya-settlement",
        ),
        (  # who somebody is
            "ودعا فيدان، وهو الوزير الوحيد من حلف الناتو في القاعة، إلى محادثات سلام بين روسيا وأوكرانيا.",
            "ukraine-settlement",
        ),
        (  # at another time
            "وقال عراقجي إن طهران لا تقبل أن تمنح رابطة آسيان جائزة ما دامت ميانمار تنتهك القانون الدولي.",
            "international-law",
        ),
        (  # passed over
            "Аракчи осудил санкции, введенные в обход Совета Безопасности ООН.",
            "unilateral-sanctions",
        ),
        (  # who does not serve it
            "Аракчи заявил, что миссия НАТО никак не способствует безопасности в Персидском заливе.",
            "gulf-security",
        ),
        (  # an order is meant, no norm
            "Лукашенко высказался за евразийскую безопасность. Нужен и суверенитет государств. "
            "Опорой такой системы могут стать ОДКБ и СНГ, сказал он.",
            "sovereignty",
        ),
        ("Modi called for a reform of the United Nations, including the Security Council.", "un-reform"),
    ],
)
def test_blocs_that_are_no_venue(vocabulary: Vocabulary, text: str, target: str) -> None:
    assert not linked(vocabulary, text, target)


def test_a_bloc_that_a_target_does_without_is_set_against_it(vocabulary: Vocabulary) -> None:
    text = "وأكد لافروف أن الأمن الأوراسي تبنيه منظمة شنغهاي للتعاون، لا الناتو."
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = [p for p in positions if p.target == "principle:eurasian-security"]
    assert [(p.via, p.contrast) for p in found] == [(("bloc:SCO",), ("bloc:NATO",))]


def test_a_bloc_whose_efforts_are_rejected_is_no_venue(vocabulary: Vocabulary) -> None:
    text = "Лавров осудил усилия НАТО по расширению альянса на восток."
    assert not linked(vocabulary, text, "nato-expansion")
