"""Who holds a position in Arabic reports: joint subjects, groups named again, verbs without a subject.

The sentences are invented.
"""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Record
from ontology.vocabulary import Vocabulary

LEAD = "9 أبريل 2024\n\n"
MET = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره الأردني أيمن الصفدي في القاهرة.\n\n"
THREE = "أصدر وزراء خارجية مصر والأردن وتركيا بيانا مشتركا.\n\n"
LAVROV = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده تتابع الملف.\n\n"

CEASEFIRE = ("principle:gaza-ceasefire", "endorse")
DISPLACEMENT = ("principle:gaza-displacement", "reject")
MULTIPOLARITY = ("principle:multipolarity", "endorse")
SANCTIONS = ("principle:unilateral-sanctions", "reject")
SETTLEMENTS = ("principle:israeli-settlements", "reject")
TWO_STATES = ("principle:two-state-solution", "endorse")


def read(text: str) -> Record:
    return extract(Article(LEAD + text, "invented.txt"), Vocabulary.load(), date(2024, 12, 31))


def holders(text: str, target: str, stance: str) -> set[str]:
    return {p.holder for p in read(text).positions if (p.target, p.stance.value) == (target, stance)}


# What is said, of what, and the countries (or the bloc) whose position it is.
JOINT = {
    "a list of states": (
        "أدانت السعودية والإمارات والكويت وسلطنة عمان والبحرين الاستيطان الإسرائيلي في الضفة الغربية.",
        SETTLEMENTS,
        "SA AE KW OM BH",
    ),
    "a list with commas": (
        "دعت مصر، والأردن، وقطر، إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG JO QA",
    ),
    "commas before the last member": (
        "دعت فرنسا، ألمانيا، وبريطانيا إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "FR DE GB",
    ),
    "ministers of each of them": (
        "أكد وزراء الخارجية في كل من مصر، والأردن، والإمارات، وتركيا، دعمهم لحل الدولتين.",
        TWO_STATES,
        "EG JO AE TR",
    ),
    "ministers of a number of states in brackets": (
        "شدد وزراء خارجية الدول الأربع (السعودية ومصر والأردن وقطر) على حل الدولتين.",
        TWO_STATES,
        "SA EG JO QA",
    ),
    "the ministers named again": (
        THREE + "وجاء في البيان أن الوزراء يرفضون تهجير الشعب الفلسطيني.",
        DISPLACEMENT,
        "EG JO TR",
    ),
    "both presidents by nationality": (
        "أكد الرئيسان المصري والفرنسي دعمهما حل الدولتين.",
        TWO_STATES,
        "EG FR",
    ),
    "both sides by nationality": (
        LAVROV + "وشدد الجانبان المصري والعماني على وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG OM",
    ),
    "who agreed with whom": (
        "اتفق وزير الخارجية المصري بدر عبد العاطي مع نظيره التركي هاكان فيدان على وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG TR",
    ),
    "states that are named among many": (
        "دعت 28 دولة، من بينها بريطانيا وفرنسا وإيطاليا، إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "GB FR IT",
    ),
    "states that are named of a continent's": (
        "وأعلنت دول أوروبية عدة، منها إسبانيا والنرويج، دعمها حل الدولتين.",
        TWO_STATES,
        "ES NO",
    ),
    "leaders of councils in states": (
        "أعلن قادة المجالس العسكرية في مالي وبوركينا فاسو والنيجر رفضهم العقوبات الأحادية.",
        SANCTIONS,
        "ML BF NE",
    ),
    "leaders who signed": (
        "حمل البيان توقيع الرئيس الفرنسي إيمانويل ماكرون والمستشار الألماني أولاف شولتس "
        "ورئيس الوزراء الإسباني بيدرو سانشيز. وتعهدوا دعم حل الدولتين.",
        TWO_STATES,
        "FR DE ES",
    ),
    "a summit speaks for its bloc": (
        "أكدت قمة مجموعة بريكس رفض العقوبات الأحادية.",
        SANCTIONS,
        "bloc:BRICS",
    ),
    "on behalf of a group, said before": (
        "وفي كلمة ألقاها باسم حركة عدم الانحياز، أكد مندوب أوغندا رفض العقوبات الأحادية.",
        SANCTIONS,
        "bloc:NAM",
    ),
    "a plural verb without a subject": (
        THREE + "كما شددوا على ضرورة وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG JO TR",
    ),
    "the three states": (
        "دعت فرنسا وبريطانيا وألمانيا إلى وقف إطلاق النار في غزة. وشددت الدول الثلاث على دعمها حل الدولتين.",
        TWO_STATES,
        "FR GB DE",
    ),
    "leaders listed before": (
        "عقد الرئيس الروسي فلاديمير بوتين والرئيس الصيني شي جين بينغ والرئيس الإيراني مسعود بزشكيان قمة. "
        "وأكد القادة الثلاثة ضرورة بناء عالم متعدد الأقطاب.",
        MULTIPOLARITY,
        "RU CN IR",
    ),
    "a dual verb without a subject": (
        MET + "كما أكدا ضرورة وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG JO",
    ),
    "a dual verb after two states": (
        "أكدت مصر والسودان تمسكهما بالقانون الدولي، ورفضتا تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG SD",
    ),
    "two ministers by one title": (
        "أكد وزيرا الخارجية المصري بدر عبد العاطي والتركي هاكان فيدان دعمهما حل الدولتين.",
        TWO_STATES,
        "EG TR",
    ),
    "three subjects inside another's words": (
        "قال وزير الخارجية المصري بدر عبد العاطي إن مصر وقطر وتركيا تدعو إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG QA TR",
    ),
    "an auxiliary before the subject": (
        "وكانت فرنسا وبريطانيا قد أعلنتا دعمهما حل الدولتين.",
        TWO_STATES,
        "FR GB",
    ),
    "who only takes part": (
        "انعقدت قمة منظمة شنغهاي للتعاون بمشاركة ممثلي روسيا والصين والهند. "
        "ودعا المشاركون إلى بناء عالم متعدد الأقطاب.",
        MULTIPOLARITY,
        "bloc:SCO",
    ),
    "a noun that strengthens its verb": (
        THREE + "وأعلن الوزراء أنهم يرفضون رفضا قاطعا تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG JO TR",
    ),
}

# Where a subject stands elsewhere than right behind its verb, or is not named at all.
SUBJECTS = {
    "behind an auxiliary": (
        "وكانت مصر قد أعلنت رفضها تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG",
    ),
    "before an aside": (
        "وموسكو من جانبها ترفض العقوبات الأحادية.",
        SANCTIONS,
        "RU",
    ),
    "in the dative": (
        "وسبق للصين أن أعلنت رفضها العقوبات الأحادية.",
        SANCTIONS,
        "CN",
    ),
    "with a participle as predicate": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده وإيران متمسكتان ببناء عالم متعدد الأقطاب.",
        MULTIPOLARITY,
        "RU IR",
    ),
    "the antecedent of a relative clause": (
        LAVROV + "ولم يصدر تعليق من بكين التي أعلنت رفضها العقوبات الأحادية.",
        SANCTIONS,
        "CN",
    ),
    "behind another verb that opens the sentence": (
        LAVROV + "وهاتفت وزيرة الخارجية الألمانية أنالينا بيربوك رئيس بعثتها، وأكدت حل الدولتين.",
        TWO_STATES,
        "DE",
    ),
    "a point of view": (
        "ومن وجهة نظر موسكو، فإن العقوبات الأحادية غير مقبولة.",
        SANCTIONS,
        "RU",
    ),
    "a position that a sentence is about": (
        "وموقف الجزائر ثابت في دعم حل الدولتين.",
        TWO_STATES,
        "DZ",
    ),
    "a state that works for something": (
        "وتعمل روسيا على بناء عالم متعدد الأقطاب.",
        MULTIPOLARITY,
        "RU",
    ),
    "a state that insists": (
        "وتصر إيران على رفع العقوبات الأحادية.",
        SANCTIONS,
        "IR",
    ),
    "the state told of last": (
        LAVROV + "ورفضت الصين العقوبات الأحادية. ودعت إلى حل الدولتين.",
        TWO_STATES,
        "CN",
    ),
    "a pronoun that clings to the verb": (
        "ناشد مجلس الأمن الدولي طرفي النزاع ضبط النفس. كما ناشدهما تسوية الأزمة في السودان.",
        ("principle:sudan-settlement", "endorse"),
        "bloc:UNSC",
    ),
    "there was, with the time between": (
        "استقبل أمير قطر الشيخ تميم بن حمد آل ثاني الرئيس التركي رجب طيب أردوغان. "
        "وجرى خلال اللقاء التأكيد على حل الدولتين.",
        TWO_STATES,
        "QA TR",
    ),
    "a participle of two who met": (
        MET + "وشدد عبد العاطي على أهمية التنسيق مؤكدين ضرورة وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "EG JO",
    ),
    "the ministry named before": (
        "عقدت وزارة الخارجية السورية مؤتمرا. ورفضت الوزارة العقوبات الأحادية.",
        SANCTIONS,
        "SY",
    ),
    "a name and a colon": (
        LAVROV + "- عراقجي: العقوبات الأحادية غير مقبولة.",
        SANCTIONS,
        "IR",
    ),
    "a text that tells": (
        'جاء في بيان للخارجية الصينية: "نرفض العقوبات الأحادية رفضا قاطعا".',
        SANCTIONS,
        "CN",
    ),
    "the latter": (
        "أبلغ وزير الخارجية المصري بدر عبد العاطي الوزير هاكان فيدان تحياته، فيما قال الأخير "
        "إن العقوبات الأحادية غير مقبولة.",
        SANCTIONS,
        "TR",
    ),
    "so behind an opening actor": (
        "أما الجانب المصري فقد أكد رفض تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG",
    ),
    "an expert with his honorific": (
        "قال الخبير في الشأن الروسي، الدكتور سامح البرقي، إن العقوبات الأحادية غير مقبولة.",
        SANCTIONS,
        "person:samh-albrqy",
    ),
    "a mission of the United Nations": (
        "أكدت رئيسة بعثة الأمم المتحدة للدعم في ليبيا هانا تيته ضرورة الحل السياسي في ليبيا.",
        ("principle:libya-settlement", "endorse"),
        "bloc:UN",
    ),
    "in a text that somebody issued": (
        "أصدر الاتحاد الأفريقي بيانا دعا فيه إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "bloc:AU",
    ),
    "in a text that several issued": (
        "أصدرت كل من فرنسا وألمانيا وإيطاليا بيانا مشتركا دعت فيه إلى وقف إطلاق النار في غزة.",
        CEASEFIRE,
        "FR DE IT",
    ),
    "whereupon": (
        "ألقى وزير الخارجية المصري بدر عبد العاطي كلمة مصر، حيث شدد على رفض تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG",
    ),
    "an unlisted name before its office": (
        LAVROV + "وقال كريم علي، سفير باكستان لدى القاهرة، إن بلاده تدعم حل الدولتين.",
        TWO_STATES,
        "PK",
    ),
    "states whose ministers issued a text": (
        "وفي بيان مشترك لوزراء خارجية ألمانيا وفرنسا وإسبانيا، أكدت الدول الثلاث دعمها حل الدولتين.",
        TWO_STATES,
        "DE FR ES",
    ),
    "behind a quotation": (
        '"نرفض العقوبات الأحادية رفضا قاطعا"، هكذا علق وزير الخارجية الصيني وانغ يي على القرار.',
        SANCTIONS,
        "CN",
    ),
    "the president whose spokesman reads out": (
        "وأوضح المتحدث الرسمي باسم رئاسة الجمهورية المصرية أن الرئيس عبد الفتاح السيسي أكد "
        "رفض مصر تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG",
    ),
    "an object that the verb's form betrays": (
        LAVROV + "كما دعا دول الاتحاد الأوروبي إلى إلغاء العقوبات الأحادية.",
        SANCTIONS,
        "RU",
    ),
    "behind an auxiliary, in a text": (
        LAVROV + "وكان مجلس التعاون لدول الخليج العربية قد دعا في بيان سابق إلى حل الدولتين.",
        TWO_STATES,
        "bloc:GCC",
    ),
    "another report behind whereas": (
        MET + "وتناول اللقاء ملفات عدة؛ حيث شدد الصفدي على حل الدولتين.",
        TWO_STATES,
        "JO",
    ),
    "a stance as the object of a verb further off": (
        LAVROV + "جدد وزير الخارجية التركي هاكان فيدان، أمس، رفض أنقرة العقوبات الأحادية.",
        SANCTIONS,
        "TR",
    ),
    "a relative clause changes no speaker": (
        "أدانت الجامعة العربية، في بيانها، الاستيطان، ورحبت بالرأي الاستشاري للمحكمة الذي أكد بطلانه. "
        "وشدد البيان على حل الدولتين.",
        TWO_STATES,
        "bloc:ARAB-LEAGUE",
    ),
    "the statement is whose text was told of": (
        "أدان مجلس التعاون لدول الخليج العربية، في بيانه الختامي، الاستيطان. "
        "وقال وزير الخارجية المصري بدر عبد العاطي إن الوضع خطير. وأكد البيان حل الدولتين.",
        TWO_STATES,
        "bloc:GCC",
    ),
    "a meeting speaks for its bloc": (
        "عقدت منظمة التعاون الإسلامي دورة طارئة. وأدان الاجتماع تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "bloc:OIC",
    ),
    "ministers under the auspices of another body": (
        "أكد وزراء خارجية تونس والجزائر ومصر أهمية الحوار برعاية الأمم المتحدة. "
        "ودعا الوزراء إلى حل الدولتين.",
        TWO_STATES,
        "TN DZ EG",
    ),
    "an unnamed official of a ministry": (
        LAVROV + "وصرح مصدر مسؤول بوزارة الخارجية السعودية بأن المملكة ترفض تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "SA",
    ),
    "whose text opens behind the verb": (
        LAVROV + "وأفاد بيان صادر عن الخارجية التركية بأن أنقرة ترفض العقوبات الأحادية.",
        SANCTIONS,
        "TR",
    ),
    "the minister at home": (
        "أجرى وزير الخارجية بدر عبد العاطي اتصالا مع وزير الخارجية الأردني أيمن الصفدي. "
        "وأعرب الوزير الأردني عن تقديره. وأكد وزير الخارجية رفض تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG",
    ),
    "in front, over words for a deputy": (
        "أما نائب الممثل الدائم للاتحاد الروسي، ديمتري بوليانسكي، فقال إن بلاده ترفض العقوبات الأحادية.",
        SANCTIONS,
        "RU",
    ),
    "agreed between two sides by nationality": (
        LAVROV + "كما تم الاتفاق بين الجانبين المصري والتركي على دعم حل الدولتين.",
        TWO_STATES,
        "EG TR",
    ),
    "the council is the article's own": (
        "رحب المجلس الأعلى لمجلس التعاون بقرار مجلس الأمن. وأكد المجلس دعمه لحل الدولتين.",
        TWO_STATES,
        "bloc:GCC",
    ),
    "two named aside are not the leaders": (
        "دعا قادة مجموعة بريكس إلى إصلاح مجلس الأمن. وجددت الصين وروسيا دعمهما لتطلعات البرازيل. "
        "كما أكد القادة تمسكهم بحل الدولتين.",
        TWO_STATES,
        "bloc:BRICS",
    ),
    "two named aside have issued no statement": (
        "دعا قادة مجموعة بريكس إلى إصلاح مجلس الأمن. وجددت الصين وروسيا دعمهما لتطلعات البرازيل. "
        "وأكد البيان أهمية حل الدولتين.",
        TWO_STATES,
        "bloc:BRICS",
    ),
    "which they rejected": (
        "دعت الولايات المتحدة إلى تهجير الفلسطينيين من غزة، الأمر الذي رفضته مصر والأردن.",
        DISPLACEMENT,
        "EG JO",
    ),
    "whose objection is named": (
        "وجرى ذلك بسبب اعتراض روسيا والصين على العقوبات الأحادية.",
        SANCTIONS,
        "RU CN",
    ),
    "whose support is named": (
        "وتأتي هذه الخطوة في ضوء دعم الصين لحل الدولتين.",
        TWO_STATES,
        "CN",
    ),
    "that behind an aside": (
        "وبين وزير الخارجية التونسي محمد علي النفطي، في كلمته الافتتاحية، أن بلاده تدعم حل الدولتين.",
        TWO_STATES,
        "TN",
    ),
    "did before": (
        "وسبق أن أعلن الرئيس المصري عبد الفتاح السيسي رفض بلاده تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "EG",
    ),
    "a ministry in its capital": (
        "قال وزير الخارجية التونسي محمد علي النفطي إن الوضع خطير. "
        "وفي بغداد، أكدت وزارة الخارجية حل الدولتين.",
        TWO_STATES,
        "IQ",
    ),
    "what a state does is no subject": (
        "رحب الرئيس الفلسطيني محمود عباس بالإعلان، وثمن الموقف البريطاني من حل الدولتين.",
        TWO_STATES,
        "PS",
    ),
    "as for, and another actor behind the verb": (
        "أما الكويت فقد حملت إسرائيل المسؤولية، ورفضت تهجير الفلسطينيين من غزة.",
        DISPLACEMENT,
        "KW",
    ),
    "a stance on what was just named": (
        "أدانت مصر تهجير الفلسطينيين من غزة، كما أعربت فرنسا وإسبانيا عن رفضهما له.",
        DISPLACEMENT,
        "EG FR ES",
    ),
    "the Arab leaders": (
        "أكد القادة العرب في ختام قمتهم رفضهم تهجير الشعب الفلسطيني من غزة، وطالبوا بوقف الحرب.",
        DISPLACEMENT,
        "bloc:ARAB-LEAGUE",
    ),
    "the Council called upon by whoever spoke before": (
        "شددت الجامعة العربية على خطورة الوضع، وطالبت مجلس الأمن بتنفيذ حل الدولتين.",
        TWO_STATES,
        "bloc:ARAB-LEAGUE",
    ),
    "the president at home and his spokesman": (
        "استقبل الرئيس عبد الفتاح السيسي وزير خارجية فرنسا جان نويل بارو. "
        "وصرح المتحدث باسم رئاسة الجمهورية بأن الوزير الفرنسي نقل تحيات بلاده، وشدد على حل الدولتين.",
        TWO_STATES,
        "EG",
    ),
    "a press conference is no journalist": (
        "قال الرئيس الفرنسي إيمانويل ماكرون في مؤتمر صحفي مشترك مع وزير الخارجية الكويتي سالم الفلاني إن "
        "الوضع خطير. وثمن سالم الفلاني حل الدولتين.",
        TWO_STATES,
        "KW",
    ),
}

VOICES = {
    "each of two who met": (
        MET + "وأعرب الجانبان عن رفضهما تهجير الفلسطينيين من غزة.",
        {("state:EG", "person:badr-abdelatty"), ("state:JO", "person:ayman-safadi")},
    ),
    "nobody where both agreed": (
        MET + "واتفق الجانبان على رفض تهجير الفلسطينيين من غزة.",
        {("state:EG", None), ("state:JO", None)},
    ),
    "nobody in a text of both": (
        MET + "وأعرب الجانبان في بيان مشترك عن رفضهما تهجير الفلسطينيين من غزة.",
        {("state:EG", None), ("state:JO", None)},
    ),
    "a ministry whose text names its state": (
        "أعربت وزارة الخارجية السعودية في بيان عن قلقها. وأكدت المملكة رفضها تهجير الفلسطينيين من غزة.",
        {("state:SA", "org:sa-mfa")},
    ),
}

STRANGERS = {
    "a woman's verb after a man": LAVROV + "وأيدت المجموعة العابرة حل الدولتين.",
    "a spokesman of whom nobody lists": (
        LAVROV + "وقال المتحدث باسم تحالف القوى علاء النجدي إن حل الدولتين ضروري."
    ),
    "a topic that is only spoken of": LAVROV + "وفيما يتعلق بحل الدولتين، قال لافروف إن المشاورات مستمرة.",
    "officials": LAVROV + "ودعا مسؤولون إلى حل الدولتين.",
    "somebody whom nobody lists": LAVROV + "وقال محمود سليم إن حل الدولتين ضروري.",
}


@pytest.mark.parametrize("name", JOINT | SUBJECTS)
def test_holders(name: str) -> None:
    text, (target, stance), expected = (JOINT | SUBJECTS)[name]
    assert holders(text, target, stance) == {h if ":" in h else f"state:{h}" for h in expected.split()}


@pytest.mark.parametrize("name", VOICES)
def test_voices(name: str) -> None:
    text, expected = VOICES[name]
    assert {(p.holder, p.voice) for p in read(text).positions if p.target == DISPLACEMENT[0]} == expected


@pytest.mark.parametrize("name", STRANGERS)
def test_a_strangers_words_are_not_the_last_speakers(name: str) -> None:
    assert not holders(STRANGERS[name], *TWO_STATES)


@pytest.mark.parametrize(
    "text, state",
    [
        ("وقال نظيره الكويتي طارق المطر إنه يرفض العقوبات الغربية.", "state:KW"),
        ("وحث الأمين العام للأمم المتحدة واشنطن على رفع العقوبات الغربية.", "bloc:UN"),
        ("وطالب أمين عام جامعة الدول العربية واشنطن برفع العقوبات الغربية.", "bloc:ARAB-LEAGUE"),
        ("ورحب المستشار النمساوي برفع العقوبات الغربية.", "state:AT"),
        ("وقال المبعوث الصيني الخاص يانغ مينغ إنه يرفض العقوبات الغربية.", "state:CN"),
        ("واتهم المتحدث باسم الكرملين باريس بالإبقاء على العقوبات الغربية.", "state:RU"),
    ],
)
def test_who_speaks_after_another(text: str, state: str) -> None:
    first = "انتقد وزير الطاقة البيلاروسي دينيس موروز القواعد الأجنبية.\n\n"
    assert holders(first + text, *SANCTIONS) == {state}


def test_a_plural_verb_is_not_a_single_persons() -> None:
    assert "state:RU" not in holders(LAVROV + "ورفضوا الاستيطان الإسرائيلي.", *SETTLEMENTS)


def test_and_that_goes_back_to_the_verb_of_saying() -> None:
    text = "قال مندوب الصين فو كونغ إن بلاده تأسف لنتيجة التصويت، وإن وقف إطلاق النار في غزة واجب."
    assert holders(text, *CEASEFIRE) == {"state:CN"}


def test_of_whom_something_is_asked_does_not_ask() -> None:
    text = "وتطلب مصر دعما. وتطلب من الاتحاد الأفريقي العمل على وقف إطلاق النار في غزة."
    assert "bloc:AU" not in {p.holder for p in read(text).positions}


def test_two_sides_before_the_council_are_not_the_council() -> None:
    text = "ناقش مجلس الأمن الدولي الوضع في غزة. وأعلن الطرفان وقف إطلاق النار في غزة."
    assert "bloc:UNSC" not in holders(text, *CEASEFIRE)


def test_what_a_body_lives_to_see_it_does_not_say() -> None:
    assert not read("شهد مجلس الأمن الدولي جلسة بشأن وقف إطلاق النار في غزة.").positions


def test_an_object_is_no_subject() -> None:
    text = "بررت مندوبة واشنطن الفيتو بأن النص لا يدين حركة حماس."
    assert "org:hamas" not in {p.holder for p in read(text).positions}


def test_a_phrase_ends_where_a_verb_opens_a_clause() -> None:
    record = read(LAVROV + "ورحب بجهود ترامب، وأعلن أن أوكرانيا مدعوة إلى الاجتماع.")
    assert "principle:trump-peace-plan-ukraine" not in {p.target for p in record.positions}


def test_a_preposition_makes_no_subject() -> None:
    text = "دعت منظمة التعاون الإسلامي دول العالم إلى أن تعترف بدولة فلسطين."
    assert "state:PS" not in {p.holder for p in read(text).positions}


def test_a_speech_that_the_title_names_is_its_speakers() -> None:
    text = (
        "كلمة وزير الخارجية الروسي سيرغي لافروف في منتدى موسكو للأمن\n\nأبرز ما جاء فيها:\n\n"
        "• لا بديل عن حل الدولتين.\n\n• نشكر أصدقاءنا على حسن الضيافة.\n"
    )
    assert holders(text, *TWO_STATES) == {"state:RU"}


def test_ministers_with_their_names_between_are_one_group() -> None:
    text = (
        "اجتمع في عمان وزراء خارجية مصر بدر عبد العاطي والأردن أيمن الصفدي والعراق فؤاد حسين.\n\n"
        "وأكد الوزراء تأييد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"state:EG", "state:JO", "state:IQ"}


def test_a_bloc_and_a_state_between_whom_there_are_talks_are_both_sides() -> None:
    text = (
        "عقد في الرياض حوار بين مجلس التعاون لدول الخليج العربية وروسيا الاتحادية.\n\n"
        "وأكد الجانبان تأييد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"bloc:GCC", "state:RU"}


def test_all_members_together_are_their_bloc() -> None:
    text = (
        "كواد تجتمع في طوكيو\n\nاجتمع وزراء خارجية الولايات المتحدة والهند واليابان وأستراليا في طوكيو.\n\n"
        "وأكد الوزراء تأييد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"bloc:QUAD"}


def test_whoever_stands_before_a_colon_says_what_follows() -> None:
    text = (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الوضع صعب. "
        "وأجمل الوزير المصري بدر عبد العاطي ما دار بجملة واحدة: «نحن مع حل الدولتين ولا شيء غيره»."
    )
    assert holders(text, *TWO_STATES) == {"state:EG"}


def test_of_whom_the_sentence_before_told_says_what_follows() -> None:
    text = (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الوضع صعب.\n\n"
        "وحاول الرئيس الصربي ألكسندر فوتشيتش تهدئة الخواطر. وقال للصحفيين إنه يؤيد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"state:RS"}


def test_a_reason_behind_a_description_is_said_by_who_is_described() -> None:
    text = "وكان وزير خارجية إسبانيا خوسيه مانويل ألباريس أشد المتحدثين، فقد طلب تنفيذ حل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:ES"}


def test_nouns_with_their_article_lead_to_a_name() -> None:
    assert holders("قال الأوكراني أندري سيبيها إن بلاده تؤيد حل الدولتين.", *TWO_STATES) == {"state:UA"}


def test_who_held_an_office_once_speaks_for_himself() -> None:
    text = "قال رئيس البرلمان العراقي السابق محمد الحلبوسي إنه يؤيد حل الدولتين."
    assert holders(text, *TWO_STATES) == {"person:mohammed-al-halbousi"}


def test_a_resolution_speaks_for_those_who_adopted_it() -> None:
    text = "اعتمد مجلس جامعة الدول العربية قرارا بشأن فلسطين. ونص القرار على أن حل الدولتين هو السبيل الوحيد."
    assert holders(text, *TWO_STATES) == {"bloc:ARAB-LEAGUE"}


def test_the_outlet_tells_of_another_official() -> None:
    text = (
        "قال نائب المندوب الروسي دميتري بوليانسكي إن الوضع صعب. "
        "وشن مندوب السودان الحارث إدريس هجوما على وقف إطلاق النار في غزة."
    )
    assert "state:RU" not in {p.holder for p in read(text).positions}


def test_an_office_with_its_article_governs_no_name_of_a_state() -> None:
    text = (
        "أكد رئيس مجلس النواب نبيه بري أن الوضع صعب.\n\n"
        "ودعا رئيس المجلس الولايات المتحدة إلى تنفيذ حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"state:LB"}


def test_the_actor_behind_a_plural_verb_is_its_object() -> None:
    text = "أعلن قادة مجموعة السبع تضامنهم مع كييف. ودعوا الصين إلى تأييد حل الدولتين."
    assert "state:CN" not in holders(text, *TWO_STATES)


def test_a_noun_stands_behind_that() -> None:
    text = "رأى وزير الخارجية الروسي سيرغي لافروف أن وعد أوكرانيا بعضوية الناتو خطر على الجميع."
    assert "state:UA" not in {p.holder for p in read(text).positions}


def test_words_behind_a_verb_that_is_not_listed_are_of_whom_it_tells() -> None:
    text = (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الوضع صعب.\n\n"
        "وسارع الوزير المصري بدر عبد العاطي إلى الرد على أسئلة الحضور، قائلا إن القاهرة تؤيد حل الدولتين."
    )
    positions = [p for p in read(text).positions if p.target == TWO_STATES[0]]
    assert {(p.holder, p.voice) for p in positions} == {("state:EG", "person:badr-abdelatty")}


def test_his_highness_is_one_person_after_what_two_agreed() -> None:
    text = (
        "أكد سمو الشيخ عبدالله بن زايد آل نهيان، وزير خارجية الإمارات، عمق العلاقات مع الهند.\n\n"
        "وبحث الجانبان، الإماراتي والهندي، التعاون.\n\nوأكد سموه تأييد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"state:AE"}


def test_the_minister_is_he_who_speaks_though_he_has_another_office_too() -> None:
    text = (
        "بغداد - واع\n\nقال نائب رئيس مجلس الوزراء وزير الخارجية فؤاد حسين، في مؤتمر صحفي مع نظيره الإيراني "
        "عباس عراقجي، إن الوضع صعب.\n\nوأشار وزير الخارجية إلى أن العراق يؤيد حل الدولتين."
    )
    positions = [p for p in read(text).positions if p.target == TWO_STATES[0]]
    assert {p.voice for p in positions} == {"person:fuad-hussein"}


def test_a_speaker_of_parliament_speaks_for_the_state() -> None:
    text = "قالت رئيسة مجلس الاتحاد الروسي فالنتينا ماتفيينكو إنها تؤيد حل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:RU"}


def test_an_office_of_a_body_that_nobody_lists_is_not_who_spoke_last() -> None:
    text = (
        "قالت رئيسة مجلس الاتحاد الروسي فالنتينا ماتفيينكو إن الوضع صعب.\n\n"
        "ودعت رئيسة البرلمان الأفريقي بالنيابة روزا كاندي، إلى تنفيذ حل الدولتين."
    )
    assert "state:RU" not in holders(text, *TWO_STATES)


def test_an_expert_whose_name_has_no_known_word_speaks_for_himself() -> None:
    text = (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الوضع صعب.\n\n"
        "وترى الباحثة في معهد كلينغندال ميريت فان دايك أن حل الدولتين هو السبيل الوحيد."
    )
    found = holders(text, *TWO_STATES)
    assert len(found) == 1 and next(iter(found)).startswith("person:")


def test_an_expert_with_a_nationality_is_not_his_state() -> None:
    text = "يقول المحلل السياسي الروسي بوريس تيتارنكو للجزيرة إن حل الدولتين هو السبيل الوحيد."
    assert "state:RU" not in holders(text, *TWO_STATES)


def test_whoever_is_asked_answers_in_an_interview() -> None:
    text = (
        "أجرت صحيفة الوطن مقابلة مع وزير الخارجية المصري بدر عبد العاطي في القاهرة.\n\n"
        "كيف ترون موقف روسيا من حل الدولتين؟\n\n"
        "موقفها معروف. نحن نؤيد حل الدولتين، وروسيا تعارض تهجير الفلسطينيين.\n\n"
        "وهل تدعم إسرائيل سيادة لبنان؟\n\nهذا سؤال يوجه إليها.\n\nأجرى الحوار: سمير كامل"
    )
    positions = read(text).positions
    assert holders(text, *TWO_STATES) == {"state:EG"}
    assert {p.voice for p in positions} == {"person:badr-abdelatty"}
    assert {p.holder for p in positions if p.target == "principle:gaza-displacement"} == {"state:RU"}
    assert not {p for p in positions if p.holder == "state:IL"}


def test_who_is_told_to_have_left_a_treaty_did_it_and_is_against_it() -> None:
    text = (
        "ذكر وزير الخارجية الروسي سيرغي لافروف أن أمريكا هي التي انسحبت عام 2019 "
        "من معاهدة الصواريخ متوسطة المدى."
    )
    record = read(text)
    assert {(p.holder, p.stance.value) for p in record.positions} == {("state:US", "reject")}
    assert [e.participants for e in record.events if e.kind == "treaty-withdrawn"] == [("state:US",)]


def test_a_subject_that_stands_before_the_verb_of_saying_is_no_stance() -> None:
    text = "وتطرق اللقاء إلى الحرب على غزة، فشدد الوزير المصري بدر عبد العاطي على ضرورة تنفيذ حل الدولتين."
    assert {p.target for p in read(text).positions} == {TWO_STATES[0]}


def test_what_shows_that_something_failed_has_not_failed_itself() -> None:
    text = "قال وزير الخارجية الروسي سيرغي لافروف إن التعددية القطبية دليل على فشل سياسة العزل."
    assert holders(text, *MULTIPOLARITY) == {"state:RU"}


def test_an_unknown_surname_before_that_is_who_speaks() -> None:
    text = "عقد مجلس الأمن جلسة بشأن السودان.\n\nوقالت كاندي إن حل الدولتين هو السبيل الوحيد."
    assert holders(text, *TWO_STATES) == set()


def test_who_is_named_before_an_office_holds_it() -> None:
    text = (
        "استمع مجلس الأمن إلى إحاطة من مارتا كيليبا، مساعدة الأمين العام للشؤون السياسية، حول غزة.\n\n"
        "وقالت كيليبا إن الأمين العام أنطونيو غوتيريش يؤيد حل الدولتين."
    )
    positions = [p for p in read(text).positions if p.target == TWO_STATES[0]]
    assert {p.holder for p in positions} == {"bloc:UN"}
    assert all((p.voice or "").startswith("person:marta") for p in positions)


def test_a_committee_of_two_nations_is_both() -> None:
    text = "أعربت اللجنة العليا المشتركة المصرية الأردنية عن تأييدها حل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:EG", "state:JO"}


def test_the_statement_of_two_is_of_both_after_one_of_them_spoke() -> None:
    text = (
        "صدر بيان مشترك في ختام الحوار بين مجلس التعاون لدول الخليج العربية وروسيا الاتحادية.\n\n"
        "وأكد مجلس التعاون دعمه للحوار.\n\nوأعرب البيان عن تأييد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"bloc:GCC", "state:RU"}


def test_but_leads_back_out_of_a_relative_clause() -> None:
    text = (
        "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تكسر العزلة التي يريد الغرب فرضها، "
        "لكنها تؤيد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"state:RU"}


def test_who_is_named_before_an_office_of_old_speaks_for_himself() -> None:
    text = "قال سمعان الهرمزي، وزير خارجية الأردن الأسبق، إن حل الدولتين هو السبيل الوحيد."
    found = holders(text, *TWO_STATES)
    assert len(found) == 1 and next(iter(found)).startswith("person:")


def test_the_neighbours_of_a_state_are_not_the_state() -> None:
    assert "state:SD" not in holders("أكدت قمة دول جوار السودان تأييد حل الدولتين.", *TWO_STATES)


def test_a_text_that_speaks_is_not_whoever_the_sentence_before_told_of() -> None:
    text = "حضر الافتتاح رئيس المجلس الرئاسي الليبي محمد المنفي.\n\nوشدد البيان على تأييد حل الدولتين."
    assert "state:LY" not in holders(text, *TWO_STATES)


def test_the_minister_is_not_whom_he_called() -> None:
    text = (
        "أكد وزير الخارجية فؤاد حسين، خلال اتصال هاتفي مع نظيره القطري "
        "محمد بن عبد الرحمن آل ثاني، أن الوضع صعب.\n\n"
        "وتطرق الوزير خلال اتصاله مع آل ثاني إلى فلسطين، حيث أيد حل الدولتين."
    )
    assert "state:QA" not in holders(text, *TWO_STATES)


def test_an_office_with_a_preposition_is_not_of_the_name_before_it() -> None:
    text = (
        "نقل بوتين للرئيس التركي رسالة.\n\n"
        "وقال الرئيس الروسي فلاديمير بوتين إن موسكو تتابع الأمر. وأكد بوتين تأييد حل الدولتين."
    )
    assert holders(text, *TWO_STATES) == {"state:RU"}


def test_an_expert_on_a_state_is_none_of_its_officials() -> None:
    text = "أكد خبير السياسة الأمريكية، الدكتور رضا كمالي، أن حل الدولتين هو السبيل الوحيد."
    assert "state:US" not in holders(text, *TWO_STATES)


def test_who_is_but_spoken_of_does_not_speak_next() -> None:
    text = (
        "رأى مراقبون أن خطاب الرئيس الروسي فلاديمير بوتين كان واضحا. "
        "واعتبر سعد في حديث إذاعي أن حل الدولتين هو السبيل الوحيد."
    )
    assert "state:RU" not in holders(text, *TWO_STATES)


def test_a_city_is_no_blame() -> None:
    text = "قال الرئيس التركي رجب طيب أردوغان، في مدينة جوهانسبرغ بجنوب أفريقيا، إن بلاده تتابع الوضع."
    assert not [p for p in read(text).positions if p.target == "state:ZA"]


def test_a_ministry_without_a_nation_is_of_the_state_whose_stance_it_voices() -> None:
    text = "أعربت وزارة الخارجية في بيان عن تأييد دولة الكويت لحل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:KW"}


def test_a_ministry_without_a_nation_is_of_the_state_that_opens_the_text() -> None:
    text = "أدانت قطر القرار الصادر عن الحكومة الإسرائيلية.\n\nوجددت وزارة الخارجية تأييد حل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:QA"}


def test_the_ministry_is_no_government_that_was_blamed() -> None:
    text = "أدانت وزارة الخارجية القطرية قرار الحكومة الإسرائيلية.\n\nوجددت الوزارة تأييد حل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:QA"}


def test_what_is_acknowledged_holds_nothing() -> None:
    text = "دعت الجامعة العربية إلى الاعتراف بالقدس الشرقية عاصمة لدولة فلسطين."
    assert holders(text, "principle:palestinian-statehood", "endorse") == {"bloc:ARAB-LEAGUE"}


def test_to_whom_something_is_said_does_not_say_it() -> None:
    text = (
        "اتصل الرئيس الإيراني مسعود بزشكيان بنظيره الفرنسي إيمانويل ماكرون.\n\n"
        'وأفادت الوكالة بأن بزشكيان، قال لماكرون: "أميركا أخطأت". ولفت إلى أن بلاده تؤيد حل الدولتين.'
    )
    assert holders(text, *TWO_STATES) == {"state:IR"}


def test_a_king_is_listed_with_his_title() -> None:
    assert holders("أكد الملك محمد السادس تأييد حل الدولتين.", *TWO_STATES) == {"state:MA"}
    assert holders("أكد الملك عبدالله الثاني تأييد حل الدولتين.", *TWO_STATES) == {"state:JO"}


def voices(text: str) -> dict[str, str | None]:
    return {p.holder: p.voice for p in read(text).positions}


def test_an_envoy_posted_anywhere_is_named_with_his_office() -> None:
    text = "قال مندوب كينيا الدائم لدى الاتحاد الأفريقي كاماو أوتيينو إن بلاده تدعم حل الدولتين."
    assert voices(text) == {"state:KE": "person:kamaw-awtyynw"}


def test_an_envoy_explained_behind_his_name_is_meant_by_his_office() -> None:
    text = (
        "قال كاماو أوتيينو، مندوب كينيا الدائم لدى الاتحاد الأفريقي، إن الوضع صعب. "
        "وأكد المندوب الكيني أن بلاده تدعم حل الدولتين."
    )
    assert voices(text) == {"state:KE": "person:kamaw-awtyynw"}


def test_ministers_named_one_by_one_each_speak_for_their_state() -> None:
    text = "شدد وزيرا خارجية مصر والأردن بدر عبد العاطي وأيمن الصفدي على دعم حل الدولتين."
    assert voices(text) == {"state:EG": "person:badr-abdelatty", "state:JO": "person:ayman-safadi"}


def test_who_takes_part_is_who_then_says() -> None:
    text = (
        "أكدت وزيرة الخارجية الألمانية أنالينا بيربوك أهمية الحوار. "
        "وشارك في المؤتمر عبر الفيديو أيضا وزير الخارجية الصيني وانغ يي، فقال إن بكين تدعم حل الدولتين."
    )
    assert voices(text)["state:CN"] == "person:wang-yi"


def test_a_name_spelled_otherwise_is_known_again() -> None:
    text = (
        "التقى وزير الخارجية الصيني وانغ يي نظيره الفرنسي جان مارك إرولت. "
        "ونقل البيان عن إرولت تأكيده أن باريس لا تزال على دعمها لحل الدولتين."
    )
    assert voices(text) == {"state:FR": "person:jean-marc-ayrault"}


def test_who_is_told_of_behind_that_is_no_expert() -> None:
    text = "يرى المحلل أن وزير الخارجية الروسي سيرغي لافروف يرفض توسع الناتو."
    assert holders(text, "principle:nato-expansion", "reject") == {"state:RU"}


def test_ali_is_a_name_behind_a_title() -> None:
    text = "قال الخبير السياسي علي فياض إن الهيمنة الغربية مرفوضة."
    (position,) = read(text).positions
    assert (position.holder, position.voice) == ("person:ali-fayyad", "person:ali-fayyad")
    assert not read("شدد الخبير السياسي علي ضرورة وقف إطلاق النار في غزة.").positions


def test_who_is_called_upon_to_do_a_thing_does_not_call() -> None:
    text = "أكدت المتحدثة باسم الخارجية الصينية ماو نينغ أهمية الحوار. ودعت واشنطن إلى أن تحترم حل الدولتين."
    assert holders(text, *TWO_STATES) == {"state:CN"}


def test_what_may_happen_is_nobodys() -> None:
    text = "وعن احتمال أن يقر الكونغرس عقوبات جديدة، أوضح عباس عراقجي أن لجنة تتابع الأمر."
    assert holders(text, "principle:unilateral-sanctions", "reject") == set()


def test_a_stop_before_that_is_a_comma() -> None:
    text = "قال وزير الخارجية الجزائري أحمد عطاف في كلمته. إن ملف الصحراء الغربية ملف تصفية استعمار."
    assert holders(text, "principle:decolonisation", "endorse") == {"state:DZ"}


def test_a_name_stands_behind_who_acts_for_an_office() -> None:
    text = "أكدت وزيرة خارجية جنوب السودان بالإنابة ماري أكوت دعم بلادها لحل الدولتين."
    assert voices(text) == {"state:SS": "person:mary-akwt"}


@pytest.mark.parametrize(
    "text",
    [
        "كما انتقد مجلس الأمن الدولي، مكررا مقولته إن العالم أكبر من خمسة.",
        "كما انتقد الاتحاد الأوروبي لفرضه عقوبات أحادية.",
    ],
)
def test_whom_the_last_speaker_blames_does_not_speak(text: str) -> None:
    said = "قال الرئيس التركي رجب طيب أردوغان إن بلاده تدعم فلسطين. "
    assert {p.holder for p in read(said + text).positions} == {"state:TR"}


def test_a_body_that_blames_something_speaks() -> None:
    text = LAVROV + "وانتقدت الصين العقوبات الأحادية."
    assert holders(text, *SANCTIONS) == {"state:CN"}


BAGHAEI = "قال المتحدث باسم وزارة الخارجية الإيرانية إسماعيل بقائي إن برنامج بلاده سلمي.\n\n"
ATTAF = "قال وزير الخارجية الجزائري أحمد عطاف إن بلاده ترفض الاستيطان.\n\n"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            BAGHAEI + "ودعا بقائي المدير العام للوكالة الدولية للطاقة الذرية إلى احترام القانون الدولي.",
            {"state:IR": "person:esmaeil-baghaei"},
        ),
        (
            ATTAF + "ومن الجانب الموريتاني، قال الوزير محمد سالم ولد مرزوك إن نواكشوط تدعم القانون الدولي.",
            {"state:MR": "person:mohamed-salem-ould-merzoug"},
        ),
        (
            "قالت سعادة الشيخة مها بنت سالم بن حمد آل ثاني المندوب الدائم لدولة قطر لدى الأمم المتحدة، "
            "إن دولة قطر تدعو إلى احترام القانون الدولي.",
            {"state:QA": "person:mha-bnt-salm-bn-hmd-al-thany"},
        ),
        (
            "قال مندوب روسيا الدائم لدى مقر الأمم المتحدة في جنيف غينادي غاتيلوف "
            "إن موسكو تدعم القانون الدولي.",
            {"state:RU": "person:gennady-gatilov"},
        ),
    ],
    ids=["an officer addressed", "a minister of the other side", "a name in full behind a style", "a seat"],
)
def test_who_speaks_for_a_state_beside_other_officers(text: str, voice: dict[str, str]) -> None:
    law = {p.holder: p.voice for p in read(text).positions if p.target == "principle:international-law"}
    assert law == voice


def test_a_text_that_is_cited_behind_a_speaker_is_but_the_source() -> None:
    text = (
        "ونقل البيان عن السفير الإيراني محمد كاظم آل صادق تثمينه لموقف الحكومة العراقية.\n\n"
        "وأشار مستشار الأمن القومي العراقي قاسم الأعرجي، وفقا للبيان، إلى ضرورة وقف الحرب في غزة."
    )
    assert holders(text, "principle:gaza-war", "reject") == {"state:IQ"}


def test_a_side_behind_a_speaker_is_whom_he_addresses() -> None:
    text = (
        "قال المتحدث باسم وزارة الخارجية الصينية قوه جيا كون إن الصين تدعم ميثاق الأمم المتحدة.\n\n"
        "وحث المتحدث الجانب الأمريكي على التوقف عن تسليح تايوان."
    )
    assert {p.holder for p in read(text).positions} == {"state:CN"}


def test_the_president_in_a_quote_from_a_worldwide_agency_is_the_speakers() -> None:
    text = (
        'واشنطن - (أ ف ب) - قالت المتحدثة باسم البيت الأبيض كارولاين ليفيت: "الرئيس يريد عودة جميع الرهائن".'
    )
    record = extract(Article(text, "invented.txt"), Vocabulary.load(), date(2026, 1, 1))
    assert {p.holder for p in record.positions} == {"state:US"}
    assert "person:emmanuel-macron" not in {actor.id for actor in record.actors}


def test_words_of_an_office_name_nothing_with_words_behind_it() -> None:
    text = "طالب المفوض السامي لحقوق الإنسان فولكر تورك السلطات الروسية بالإفراج عن الأسرى."
    assert {p.target for p in read(text).positions} == {"principle:hostage-release"}


def test_what_is_called_so_is_not_who_calls_it_so() -> None:
    text = LAVROV + "ووصف العقوبات التي فرضت على بلاده بأنها غير شرعية."
    assert holders(text, *SANCTIONS) == {"state:RU"}


def test_a_council_of_the_state_that_speaks_is_none_of_two_named_by_the_way() -> None:
    text = (
        "رحب مجلس الوزراء السعودي بوقف إطلاق النار بين الهند وباكستان.\n\nوأكد المجلس رفضه العقوبات الأحادية."
    )
    assert holders(text, *SANCTIONS) == {"state:SA"}


def test_a_text_of_somebody_is_the_subject_of_what_it_refuses() -> None:
    text = LAVROV + "ورفض بيان لوزارة الخارجية الفرنسية تهجير الفلسطينيين."
    assert holders(text, *DISPLACEMENT) == {"state:FR"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("جاء ذلك في كلمة ألقاها مندوب الكويت الدائم لدى الأمم المتحدة طارق البناي.", "person:tareq-albanai"),
        (
            "جاء ذلك في بيان ألقته سعادة السفيرة هند بنت حمد المندوبة الدائمة للكويت.",
            "person:hnd-bnt-hmd",
        ),
    ],
)
def test_who_reads_out_what_a_state_holds_is_its_voice(text: str, voice: str) -> None:
    record = read(f"أكدت الكويت دعمها لحل الدولتين.\n\n{text}")
    assert [(p.holder, p.voice) for p in record.positions] == [("state:KW", voice)]


def test_a_time_that_is_not_right_is_no_time_for_a_thing() -> None:
    text = "قال المستشار الألماني فريدريش ميرتس إن بلاده لا ترى الوقت مناسبا للاعتراف بدولة فلسطين."
    assert holders(text, "principle:palestinian-statehood", "reject") == {"state:DE"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("وقالت وزيرة التخطيط المصرية رانيا المشاط إن مصر تدعم القانون الدولي.", "person:rania-al-mashat"),
        (
            "استقبل الرئيس عبد الفتاح السيسي نظيره الصربي. وصرح المتحدث الرسمي باسم رئاسة الجمهورية "
            "السفير محمد الشناوي بأن مصر تدعم القانون الدولي.",
            "person:mohamed-el-shenawy",
        ),
    ],
    ids=["of the surname of somebody abroad", "an envoy by rank"],
)
def test_a_name_behind_an_office_is_its_holders(text: str, voice: str) -> None:
    record = extract(Article(f"القاهرة - {text}", "invented.txt"), Vocabulary.load(), date(2026, 1, 1))
    assert [(p.holder, p.voice) for p in record.positions] == [("state:EG", voice)]


def test_solutions_from_outside_are_interference() -> None:
    text = 'ورفض البرهان ما سماه "الحلول المفروضة من الخارج".'
    said = "قال رئيس مجلس السيادة السوداني عبد الفتاح البرهان إن الجيش باق. "
    assert holders(said + text, "principle:non-interference", "endorse") == {"state:SD"}


def test_the_organisation_is_none_that_is_first_of_all_an_alliance() -> None:
    text = (
        "قال الأمين العام لمنظمة معاهدة الأمن الجماعي ستانيسلاف زاس إن توسع حلف شمال الأطلسي خطير. "
        "وأضاف أن المنظمة ترفض إقامة قواعد أمريكية في آسيا الوسطى."
    )
    assert holders(text, "principle:foreign-military-bases", "reject") == {"bloc:CSTO"}


def test_the_organisation_is_an_alliance_where_none_else_is_named() -> None:
    text = "قال الأمين العام لحلف شمال الأطلسي مارك روته في بروكسل إن المنظمة ترفض العقوبات أحادية الجانب."
    assert holders(text, "principle:unilateral-sanctions", "reject") == {"bloc:NATO"}


def test_whoever_agrees_with_the_speaker_before_speaks() -> None:
    text = LAVROV + "واتفق معه وزير الخارجية الصيني وانغ يي في رفض العقوبات أحادية الجانب."
    assert holders(text, *SANCTIONS) == {"state:CN"}


def test_an_office_in_the_parliament_of_a_state_is_of_that_state() -> None:
    text = (
        "قالت رئيسة مجلس الاتحاد الروسي فالنتينا ماتفيينكو إن الوضع صعب. وفي المقابل، دعا رئيس مجلس النواب "
        "في البرلمان الكازاخي يرلان كوشانوف إلى وقف إطلاق النار في غزة."
    )
    assert holders(text, *CEASEFIRE) == {"state:KZ"}


def test_whose_role_is_praised_is_not_the_nation_of_the_spokesman() -> None:
    text = (
        "قال المتحدث باسم الخارجية الإيرانية إسماعيل بقائي إن المشاورات مستمرة. "
        "وأشاد المتحدث بالدور العراقي، وشكر قطر على وساطتها."
    )
    assert holders(text, "state:QA", "endorse") == {"state:IR"}


def test_a_state_with_what_kind_of_state_it_is_has_its_minister() -> None:
    text = LAVROV + (
        "وأعرب وزير الشؤون الخارجية لجمهورية مالاوي، فرانسيس كاسايلا، عن دعم بلاده لحل الدولتين. "
        "وقال الوزير المالاوي إن ليلونغوي ترفض الاستيطان الإسرائيلي."
    )
    assert holders(text, *TWO_STATES) == {"state:MW"}
    assert holders(text, *SETTLEMENTS) == {"state:MW"}


def test_two_offices_side_by_side_are_of_one() -> None:
    text = (
        "الكويت، 9 أبريل 2024\n\n" + LAVROV + "من جهته، أكد النائب الأول لرئيس مجلس الوزراء وزير الخارجية "
        "الشيخ ضاري العجيل رفض العقوبات أحادية الجانب."
    )
    found = [p for p in read(text).positions if (p.target, p.stance.value) == SANCTIONS]
    assert [(p.holder, p.voice) for p in found] == [("state:KW", "person:dary-alajyl")]


def test_a_counterpart_has_his_own_name() -> None:
    text = (
        "صدر البيان عقب اجتماع بين وزير الطاقة السعودي خالد الفالح ونظيره الروسي ألكسندر نوفاك.\n\n"
        "وقال نوفاك إن العقوبات أحادية الجانب مرفوضة. من جهته، أيد الفالح وقف إطلاق النار في غزة."
    )
    assert holders(text, *SANCTIONS) == {"state:RU"}
    assert holders(text, *CEASEFIRE) == {"state:SA"}


@pytest.mark.parametrize("name", ["علي ناصر", "عبد الرحمن سهل"])
def test_somebody_set_in_front_is_named_up_to_the_verb(name: str) -> None:
    text = f"أما الباحث اللبناني {name} فيرى أن العقوبات أحادية الجانب مرفوضة."
    assert len(holders(text, *SANCTIONS)) == 1


def test_a_surname_is_known_again_as_the_article_spells_it() -> None:
    text = (
        "استقبل ستولتنبرغ وزير الخارجية الهندي سوبرامانيام جايشنكار.\n\n"
        "وقال جايشنكار إن العقوبات أحادية الجانب مرفوضة."
    )
    assert holders(text, *SANCTIONS) == {"state:IN"}
