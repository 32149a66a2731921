"""Each rule of reading Arabic, with the sentence that made it necessary. The sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Record
from ontology.vocabulary import Vocabulary

LEAD = "موسكو، 9 أبريل 2024\n\n"
LAVROV = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده تتابع الملف.\n\n"


def read(text: str) -> Record:
    return extract(Article(LEAD + text, "invented.txt"), Vocabulary.load(), date(2024, 12, 31))


def positions(text: str) -> set[tuple[str, str, str]]:
    return {(p.holder, p.target, p.stance.value) for p in read(text).positions}


RU = "state:RU"

STANCES = {
    "a verb before its subject": (
        "أكد وزير الخارجية الروسي سيرغي لافروف التزام بلاده بمبدأ عدم تجزئة الأمن.",
        (RU, "principle:indivisible-security", "endorse"),
    ),
    "clitics before a name and a principle": (
        "وأعرب لافروف عن دعم روسيا لميثاق الأمم المتحدة.",
        (RU, "principle:un-charter", "endorse"),
    ),
    "an opposing verb in the first person": (
        LAVROV + 'وأضاف: "نرفض العقوبات الأحادية رفضا قاطعا".',
        (RU, "principle:unilateral-sanctions", "reject"),
    ),
    "a negated approval": (
        LAVROV + 'وتابع: "لن نقبل الوجود العسكري الأجنبي في جوارنا".',
        (RU, "principle:foreign-military-bases", "reject"),
    ),
    "damage condemned is the thing endorsed": (
        "أدانت وزارة الخارجية الصينية بشدة انتهاك سيادة لبنان.",
        ("state:CN", "principle:sovereignty", "endorse"),
    ),
    "what prevents a good thing is blamed": (
        "حذر وزير الخارجية الأردني أيمن الصفدي من خطوات تقوض حل الدولتين.",
        ("state:JO", "principle:two-state-solution", "endorse"),
    ),
    "fear for a good thing": (
        "حذر وزير الخارجية المصري بدر عبد العاطي من تداعيات الحرب على الأمن الغذائي.",
        ("state:EG", "principle:food-security", "endorse"),
    ),
    "both sides of a meeting": (
        "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في بكين. "
        "وأكد الجانبان ضرورة بناء عالم متعدد الأقطاب.",
        ("state:CN", "principle:multipolarity", "endorse"),
    ),
    "an impersonal verb after a meeting": (
        "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الهندي سوبراهمانيام جايشانكار. "
        "وتم التأكيد على تعزيز الشراكة الاستراتيجية.",
        ("state:IN", "principle:strategic-partnership", "endorse"),
    ),
    "two capitals that agreed": (
        "أعلن وزير الخارجية الروسي سيرغي لافروف أن موسكو وبكين اتفقتا على دعم الأمن الأوراسي.",
        ("state:CN", "principle:eurasian-security", "endorse"),
    ),
    "a subject of its own inside another's words": (
        LAVROV + 'وأضاف: "يؤكد شركاؤنا الصينيون ضرورة تطبيق مبدأ عدم تجزئة الأمن".',
        ("state:CN", "principle:indivisible-security", "endorse"),
    ),
    "refusal of what was just named": (
        LAVROV + 'وقال إن مبدأ عدم تجزئة الأمن "التزام سياسي، لكن الدول الغربية رفضت تنفيذه".',
        ("bloc:collective-west", "principle:indivisible-security", "reject"),
    ),
    "a head of state recalled by his minister": (
        'وقال لافروف: "مهمة تشكيل الأمن الأوراسي ضرورية، لقد ذكر ذلك الرئيس الروسي فلاديمير بوتين في خطابه".',
        ("person:vladimir-putin", "principle:eurasian-security", "endorse"),
    ),
    "who put an initiative forward": (
        LAVROV + "وأشاد بالنقاط الـ12 التي طرحتها الصين لتسوية الأزمة الأوكرانية.",
        ("state:CN", "principle:china-12-points", "endorse"),
    ),
    "a condition": (
        "أكد وزير الخارجية الإيراني عباس عراقجي دعم بلاده للاتفاق النووي بشرط رفع العقوبات.",
        ("state:IR", "principle:jcpoa", "conditional"),
    ),
    "not ruling out": (
        "ولم يستبعد وزير الخارجية الإيراني عباس عراقجي العودة إلى الاتفاق النووي.",
        ("state:IR", "principle:jcpoa", "conditional"),
    ),
    "thanks to an actor": (
        LAVROV + "وأعرب عن امتنان بلاده للصين على موقفها المتوازن.",
        (RU, "state:CN", "endorse"),
    ),
    "an accusation past the subject": (
        "اتهم مندوب روسيا الدائم لدى الأمم المتحدة فاسيلي نيبينزيا، الولايات المتحدة بالكذب.",
        (RU, "state:US", "reject"),
    ),
    "a bloc that has had its day": (
        LAVROV + 'وتابع: "منظمة الأمن والتعاون في أوروبا فقدت دورها".',
        (RU, "bloc:OSCE", "reject"),
    ),
    "an opening actor with a relative clause": (
        "أما وزير الخارجية التركي هاكان فيدان، الذي شارك في الاجتماع، فأكد دعم بلاده لحل الدولتين.",
        ("state:TR", "principle:two-state-solution", "endorse"),
    ),
    "the object of a call is no speaker": (
        "أكدت المستشارة الألمانية أنغيلا ميركل تمسكها باتفاقات مينسك، ودعت روسيا إلى تقليص حشودها العسكرية.",
        ("state:DE", "principle:minsk-agreements", "endorse"),
    ),
    "leaders of a bloc speak for it": (
        "أكد قادة دول مجموعة بريكس دعمهم لإصلاح الأمم المتحدة.",
        ("bloc:BRICS", "principle:un-reform", "endorse"),
    ),
    "on behalf of a group": (
        "قال مندوب أوغندا متحدثا باسم حركة عدم الانحياز إن الحركة ترفض العقوبات الأحادية.",
        ("bloc:NAM", "principle:unilateral-sanctions", "reject"),
    ),
    "what is closed off is rejected": (
        "شدد وزير الخارجية الروسي سيرغي لافروف على ضرورة إغلاق الباب أمام انضمام أوكرانيا إلى الناتو.",
        (RU, "principle:ukraine-nato-membership", "reject"),
    ),
    "a country in a list of countries, written like a capital": (
        "رحب المبعوث الأممي هانس غروندبرغ بجهود السعودية وعمان.",
        ("bloc:UN", "state:OM", "endorse"),
    ),
    "a call to cease": (
        "وحث وزير الخارجية الصيني وانغ يي الولايات المتحدة على التوقف عن التدخل في الشؤون الداخلية للصين.",
        ("state:CN", "principle:non-interference", "endorse"),
    ),
    "one thing in the place of another": (
        "دعا وزير الخارجية الصيني وانغ يي إلى أن يحل الحوار محل المواجهة بين التكتلات.",
        ("state:CN", "principle:bloc-confrontation", "reject"),
    ),
    "what is bad is put right": (
        "طالب الرئيس البرازيلي لولا دا سيلفا بتجاوز النظام أحادي القطب.",
        ("state:BR", "principle:western-hegemony", "reject"),
    ),
    "a bloc that has proved its worth": (
        "قال وزير الخارجية البيلاروسي مكسيم ريجينكوف إن منظمة شنغهاي للتعاون أثبتت جدواها.",
        ("state:BY", "bloc:SCO", "endorse"),
    ),
    "conduct called by a bad name": (
        "ووصف وزير الخارجية الإيراني عباس عراقجي سلوك الترويكا الأوروبية بأنه عبث غير مسؤول.",
        ("state:IR", "bloc:E3", "reject"),
    ),
    "the actor before its verb, its object behind it": (
        "فكمبوديا أيدت بكين بقوة.",
        ("state:KH", "state:CN", "endorse"),
    ),
    "who recognises what a third welcomes": (
        "رحبت المملكة العربية السعودية باعتراف بريطانيا وكندا بدولة فلسطين.",
        ("state:CA", "principle:palestinian-statehood", "endorse"),
    ),
    "the kingdom is that of the ministry named last": (
        "أدانت البحرين الهجوم الإرهابي. "
        "وأكدت وزارة الخارجية السعودية أن المملكة ترفض التدخل في الشؤون الداخلية.",
        ("state:SA", "principle:non-interference", "endorse"),
    ),
    "a right that does not lapse": (
        "أكد الرئيس الجزائري عبد المجيد تبون حق الشعب الصحراوي الذي لا يسقط في تقرير المصير.",
        ("state:DZ", "principle:self-determination", "endorse"),
    ),
    "a summit that somebody called for, and what he says there": (
        "وقال الرئيس البرازيلي لولا دا سيلفا في القمة التي دعا إليها إن العقوبات الأحادية تعرقل التجارة.",
        ("state:BR", "principle:unilateral-sanctions", "reject"),
    ),
}


@pytest.mark.parametrize("name", STANCES)
def test_stance(name: str) -> None:
    text, expected = STANCES[name]
    assert expected in positions(text)


SILENCES = {
    "the end of a visit": (
        "أنهى المبعوث الأممي هانس غروندبرغ زيارة إلى صنعاء تناولت العملية السياسية في اليمن.",
        "principle:yemen-settlement",
    ),
    "the background that an outlet tells": (
        LAVROV + "ويأتي ذلك فيما تواصل الجماعة مهاجمة السفن في البحر الأحمر.",
        "principle:freedom-of-navigation",
    ),
    "the field in which something else is said": (
        "وعلى صعيد العلاقات الثنائية، شدد وزير الخارجية الجزائري أحمد عطاف على تمسك بلاده بسيادتها.",
        "principle:bilateral-cooperation",
    ),
    "to enter is not to interfere": (
        LAVROV + "وقال إن موسكو تريد ألا تدخل أوكرانيا هذا الحلف.",
        "state:UA",
    ),
    "a meeting that dealt with it": (
        "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي، وجرى بحث التسوية في سوريا.",
        "principle:syria-settlement",
    ),
    "refusing to condemn": (
        "رفض وزير الخارجية الهندي سوبراهمانيام جايشانكار إدانة روسيا.",
        "state:RU",
    ),
    "a hypothesis": (
        LAVROV + 'وقال: "إذا رفضت الصين مبدأ عدم تجزئة الأمن فسيكون لذلك ثمن".',
        None,
    ),
    "the name of a body": (
        "أعلن وزير الخارجية الصيني وانغ يي استضافة قمة منتدى التعاون الاقتصادي لآسيا والمحيط الهادئ (أبيك).",
        "principle:economic-cooperation",
    ),
    "the title of a forum": (
        'شارك وزير الخارجية الروسي سيرغي لافروف في منتدى "عالم متعدد الأقطاب".',
        "principle:multipolarity",
    ),
}


@pytest.mark.parametrize("name", SILENCES)
def test_silence(name: str) -> None:
    text, target = SILENCES[name]
    found = (
        {p for p in positions(text) if p[1] == target}
        if target
        else {p for p in positions(text) if p[0] == "state:CN"}
    )
    assert not found


def test_voice_and_holder_are_kept_apart() -> None:
    record = read("أكد المتحدث باسم الكرملين دميتري بيسكوف رفض بلاده للعقوبات الأحادية.")
    position = next(p for p in record.positions if p.target == "principle:unilateral-sanctions")
    assert (position.holder, position.voice) == (RU, "person:dmitry-peskov")


def test_a_venue_with_the_blocs_listed_along() -> None:
    record = read(
        LAVROV + 'وأضاف: "سنتصدى للعقوبات الأحادية في إطار مجموعة "بريكس" ومنظمة "شنغهاي" للتعاون".'
    )
    position = next(p for p in record.positions if p.target == "principle:unilateral-sanctions")
    assert position.via == ("bloc:BRICS", "bloc:SCO")
    assert position.quoted


def test_these_organisations_are_those_listed_last() -> None:
    record = read(
        LAVROV + "وأشاد بعمل الاتحاد الاقتصادي الأوراسي ومنظمة معاهدة الأمن الجماعي. "
        "وقال إن هذه المنظمات تسهم في بناء الأمن الأوراسي."
    )
    position = next(p for p in record.positions if p.target == "principle:eurasian-security")
    assert set(position.via) == {"bloc:EAEU", "bloc:CSTO"}


def test_a_person_that_no_vocabulary_lists_has_the_state_of_his_title() -> None:
    record = read("قال نائب وزير الخارجية الكازاخستاني يرلان باتيربيكوف إن بلاده تدعم حل الدولتين.")
    person = next(a for a in record.actors if a.name)
    assert (person.represents, person.role) == ("state:KZ", "deputy-foreign-minister")
    assert ("state:KZ", "principle:two-state-solution", "endorse") in positions(record_text(record))


def record_text(record: Record) -> str:
    return "قال نائب وزير الخارجية الكازاخستاني يرلان باتيربيكوف إن بلاده تدعم حل الدولتين."


def test_nothing_after_read_also() -> None:
    record = read(LAVROV + "وأكد دعم روسيا لحل الدولتين.\n\nاقرأ أيضا: بلينكن يدعو إلى دعم أوكرانيا\n")
    assert "person:antony-blinken" not in {a.id for a in record.actors}
