"""What Arabic reports on security say, as their desks put it: scope, turns, called upon, joined, written off.

The sentences are invented.
"""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Position
from ontology.vocabulary import Vocabulary

LAVROV = "قال وزير الخارجية الروسي سيرغي لافروف إن "


def read(text: str) -> tuple[Position, ...]:
    article = Article("9 أبريل 2024\n\n" + text, "invented.txt")
    return extract(article, Vocabulary.load(), date(2024, 12, 31)).positions


def told(text: str) -> set[str]:
    """What is held, as "RU nato-expansion reject"."""
    return {f"{_bare(p.holder)} {_bare(p.target)} {p.stance.value}" for p in read(text)}


def _bare(item: str) -> str:
    kind, _, name = item.partition(":")
    return name if kind in ("state", "principle") else item


SAID = {
    "others do a bad thing, and the teller is against it": (
        LAVROV + "حلف الناتو يواصل زيادة قواته قرب حدود بلادنا.",
        "RU military-build-up reject",
    ),
    "a bloc goes on trying to get a foothold": (
        "أشار لافروف إلى أن حلف الناتو يواصل محاولاته للتغلغل في القوقاز.",
        "RU bloc:NATO reject",
    ),
    "who answers for it": (
        LAVROV + "الدول الغربية هي المسؤولة عن جمود المنظمة.",
        "RU bloc:collective-west reject",
    ),
    "nobody remembers a principle any more": (
        "ذكر لافروف أنه لم يعد أحد في الغرب يتذكر مبدأ الأمن غير القابل للتجزئة.",
        "RU indivisible-security endorse",
    ),
    "troops of others are foreign, whatever they would guarantee": (
        "أكد لافروف أن نشر قوات أوروبية في أوكرانيا أمر غير مقبول.",
        "RU foreign-military-bases reject",
    ),
    "who refuses a change of borders is for them": (
        "أكد المتحدث باسم الخارجية الإيرانية إسماعيل بقائي أن طهران ترفض أي تغيير في الحدود المعترف بها.",
        "IR territorial-integrity endorse",
    ),
    "members should act as one front": (
        "قال الرئيس البيلاروسي ألكسندر لوكاشينكو إن دول المنظمة يجب أن تتصرف كجبهة واحدة.",
        "BY collective-defence endorse",
    ),
    "others want to destroy a good thing": (
        LAVROV + "التهديدات كثيرة حيث تريد بريطانيا تدمير منظومة الأمن الأوراسي.",
        "GB eurasian-security reject",
    ),
    "what must be, behind a comma, is the speaker's": (
        "أشار لافروف إلى أن الغرب يريد الفوضى، ويجب على دول القارة احترام عدم التدخل في الشؤون الداخلية.",
        "RU non-interference endorse",
    ),
    "an aggressive course": (
        LAVROV + "التوتر سببه النهج العدواني لحلف الناتو في البلطيق.",
        "RU bloc:NATO reject",
    ),
    "three blocs have lost what they were for": (
        LAVROV + "حلف الناتو والاتحاد الأوروبي ومنظمة الأمن والتعاون في أوروبا فقدت مقومات البقاء.",
        "RU bloc:OSCE reject",
    ),
    "a bloc between no longer and able": (
        LAVROV + "الوضع صعب، ولم تعد منظمة الأمن والتعاون في أوروبا قادرة على العمل.",
        "RU bloc:OSCE reject",
    ),
    "whoever wants to join is for the bloc": (
        "أعلنت وزارة الخارجية الجزائرية أن الجزائر ترى في دخول بريكس خطوة مهمة.",
        "DZ bloc:BRICS endorse",
    ),
    "the wish for membership of the bloc named before": (
        "أوضح لافروف أن منظمة شنغهاي للتعاون قوية. وذكر أن تركيا ومصر أعربتا عن رغبتهما في نيل العضوية.",
        "TR bloc:SCO endorse",
    ),
    "what somebody is called upon to lift": (
        "دعا وزير الخارجية الصيني وانغ يي واشنطن إلى أن ترفع عقوباتها الأحادية عن كوبا.",
        "CN unilateral-sanctions reject",
    ),
    "an office with its article governs no capital": (
        "التقى وزير الخارجية الصيني وانغ يي نظيره. ودعا الوزير واشنطن إلى احترام مبدأ الصين الواحدة.",
        "CN one-china endorse",
    ),
    "an office speaks before he is named": (
        'قال المتحدث في إيجاز: "على الناتو أن يكف عن ألعابه". ودعا المتحدث باسم الخارجية الصينية '
        "تشاو ليجيان إلى الهدوء.",
        "CN bloc:NATO reject",
    ),
    "one who is not deviated from": (
        "قال وزير الخارجية العراقي فؤاد حسين إن العراق لم يحد عن دعوته إلى وقف إطلاق النار في غزة.",
        "IQ gaza-ceasefire endorse",
    ),
    "nothing before something": (
        "قال وزير الخارجية المصري بدر عبد العاطي إن مصر لن تقبل بمفاوضات السلام قبل أن تنسحب القوات.",
        "EG peace-talks conditional",
    ),
    "a turn ends a negation": (
        LAVROV + "روسيا لن تستجدي أحدا، لكنها تؤيد الحوار الروسي الأمريكي.",
        "RU russia-us-dialogue endorse",
    ),
    "neither this nor that is one denial": (
        LAVROV + "واشنطن لا تريد سلاما ولا حوارا حول أوكرانيا.",
        "US ukraine-settlement reject",
    ),
    "an approval is condemned": (
        "أدان وزراء خارجية مصر والأردن وقطر، مصادقة الحكومة الإسرائيلية على إقامة مستوطنات جديدة.",
        "QA israeli-settlements reject",
    ),
    "a list of what is fought": (
        "دعا الرئيس الطاجيكي إمام علي رحمان إلى مواجهة الإرهاب والتطرف وتهريب المخدرات.",
        "TJ transnational-crime reject",
    ),
    "a united stance is against": (
        "دعا رئيس الوزراء الهندي ناريندرا مودي إلى موقف موحد من الإرهاب.",
        "IN counter-terrorism endorse",
    ),
    "blocs as examples of what is rejected": (
        "حذر لافروف من مخاطر تكتلات ضيقة مثل أوكوس وكواد.",
        "RU bloc:AUKUS reject",
    ),
    "what somebody put forward of something": (
        "اعتبر غروشكو نائب وزير الخارجية الروسي أن الحلف لا يقدر على تجاهل ما عرضته روسيا من ضمانات أمنية.",
        "RU security-guarantees endorse",
    ),
    "a file of which a sentence speaks": (
        "قال وزير الخارجية السعودي الأمير فيصل بن فرحان إن المملكة قلقة. وفيما يخص السودان، حث "
        "المتقاتلين على التهدئة.",
        "SA sudan-settlement endorse",
    ),
    "whose text was told of": (
        "جاء ذلك في بيان اعتمده مجلس وزراء خارجية رابطة الدول المستقلة أمس. ويدين البيان العقوبات الأحادية.",
        "bloc:CIS unilateral-sanctions reject",
    ),
    "reaffirms through another verb": (
        "أعاد متحدث باسم وزارة الخارجية الأمريكية التأكيد على حل الدولتين.",
        "US two-state-solution endorse",
    ),
    "a reader out who stands by somebody": (
        "قال الأمين العام لحلف الناتو ينس ستولتنبرغ إن الحلف باق إلى جانب أوكرانيا.",
        "bloc:NATO UA endorse",
    ),
    "in what an indefinite noun does an actor is the object": (
        "أضاف المتحدث باسم الكرملين دميتري بيسكوف أن موسكو ستعد ردا منسقا يردع الناتو. ولفت إلى أن "
        "بلاده ترفض انضمام أوكرانيا إلى الحلف.",
        "RU ukraine-nato-membership reject",
    ),
    "it is judged by what it is": (
        "أكدت كيم يو جونغ أن أي حديث عن نزع السلاح النووي من كوريا الشمالية يعد إهانة لبلادها.",
        "KP korean-denuclearisation reject",
    ),
}

SAID |= {
    "a double negative": (
        "قال وزير الخارجية الإيراني عباس عراقجي إن إيران لن تتخلى عن الاتفاق النووي.",
        "IR jcpoa endorse",
    ),
    "breaches of a good thing": (
        "طالب وزير الخارجية المصري بدر عبد العاطي بوقف انتهاكات إسرائيل لوقف إطلاق النار في غزة.",
        "EG gaza-ceasefire endorse",
    ),
    "terms of another member": (
        LAVROV + "موسكو تؤيد الاتفاق النووي، وتدعم الحوار بين طهران وواشنطن إذا رغبت طهران.",
        "RU jcpoa endorse",
    ),
    "what is never agreed to": (
        "قال رئيس الوزراء الهنغاري فيكتور أوربان إن عضوية أوكرانيا في الناتو خطأ، ونحن لن نوافق عليها.",
        "HU ukraine-nato-membership reject",
    ),
    "if not otherwise is no condition": (
        "قال بيسكوف المتحدث باسم الكرملين إن روسيا تؤيد التسوية في أوكرانيا إذا لم تتغير الظروف.",
        "RU ukraine-settlement endorse",
    ),
    "without, beyond a comma": (
        'حذر غوتيريش الأمين العام للأمم المتحدة من سباق "دون ضوابط"، داعيا إلى تمديد معاهدة ستارت الجديدة.',
        "bloc:UN new-start endorse",
    ),
}

UNSAID = {
    "a bloc that plays its part is not praised for it": (
        "ذكر البيان المصري أن الاتحاد الأفريقي يؤدي دوره في القارة.",
        "EG bloc:AU endorse",
    ),
    "who will not speak of a plan does not reject it": (
        "ورفض المتحدث باسم الكرملين دميتري بيسكوف الكشف عن تفاصيل خطة ترامب للسلام في أوكرانيا.",
        "RU trump-peace-plan-ukraine reject",
    ),
    "to note that somebody does a thing is no praise": (
        "حذر أمين عام الجامعة العربية أحمد أبو الغيط من التصعيد، منوها أن إسرائيل تتصرف كما تشاء.",
        "bloc:ARAB-LEAGUE state:IL endorse",
    ),
    "what we must do behind what another lives through is no word of his": (
        "قال أمين عام الناتو ينس ستولتنبرغ إن أوكرانيا تقاسي، وعلينا أن نعينها وفق ميثاق الأمم المتحدة.",
        "UA un-charter reject",
    ),
    "the subject of a conference": (
        "أعرب لافروف عن قلقه خلال كلمته في المؤتمر الدولي للأمن الأوراسي من الوضع في البحر الأسود.",
        "RU eurasian-security endorse",
    ),
    "words of a bloc's name name no cooperation": (
        LAVROV + "الاهتمام كبير بشراكات بين الاتحاد الاقتصادي الأوراسي ورابطة آسيان.",
        "RU economic-cooperation endorse",
    ),
    "a conflict alone is no settlement": (
        "تتواصل جهود التسوية في أوكرانيا. واعتبر المتحدث باسم الكرملين بيسكوف أن الناتو صار طرفا في النزاع.",
        "RU ukraine-settlement endorse",
    ),
    "the narrower of two principles": (
        "جدد وزير الخارجية المصري سامح شكري تأييد مصر تسوية القضية على أساس حل الدولتين.",
        "EG palestinian-settlement endorse",
    ),
    "escalation of no place": (
        "دعا الرئيس الكازاخستاني قاسم جومارت توكاييف إلى مواجهة التوتر في المنطقة.",
        "KZ middle-east-war reject",
    ),
    "a summit named by its city": (
        "قال ستولتنبرغ الأمين العام لحلف الناتو إن قمة واشنطن ستعتمد تسليح أوكرانيا.",
        "US arms-to-ukraine endorse",
    ),
    "a victim of what is condemned": (
        "ندد وزراء خارجية منظمة شنغهاي للتعاون بالضربات التي تعرضت لها إيران.",
        "bloc:SCO IR reject",
    ),
    "some states of a continent are no bloc": (
        "ثمن وزير الخارجية الأردني أيمن الصفدي قرار عدد من الدول الأوروبية.",
        "JO bloc:EU endorse",
    ),
    "who left is no holder": (
        "أبدى الرئيس البيلاروسي ألكسندر لوكاشينكو أسفه لتجميد يريفان مشاركتها في منظمة معاهدة الأمن الجماعي.",
        "BY bloc:CSTO reject",
    ),
    "one's own person is not blamed": (
        "أدان وزراء خارجية مصر والأردن، والأمين العام لمنظمة التعاون الإسلامي، المجازر في غزة.",
        "EG person:hissein-brahim-taha reject",
    ),
    "a subject only talked about": (
        "بحث وزير الخارجية المصري بدر عبد العاطي مع نظيره العماني سبل استئناف المفاوضات النووية.",
        "EG jcpoa endorse",
    ),
    "a city is no blame": (
        "قال لافروف في مدينة بكين الصينية إن الأمن لا يتجزأ.",
        "RU CN reject",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_said(name: str) -> None:
    text, expected = SAID[name]
    assert expected in told(text), told(text)


@pytest.mark.parametrize("name", UNSAID)
def test_unsaid(name: str) -> None:
    text, never = UNSAID[name]
    assert never not in told(text)


def via(text: str, target: str) -> set[str]:
    return {bloc for p in read(text) if p.target == target for bloc in p.via}


def test_blocs_that_may_become_pillars() -> None:
    text = (
        "أشار لافروف إلى أن موسكو اقترحت بنية أمنية أوراسية، مبينا أن منظمة شنغهاي للتعاون ورابطة الدول "
        "المستقلة يمكن أن تصبح ركائز لها."
    )
    assert via(text, "principle:eurasian-security") == {"bloc:SCO", "bloc:CIS"}


def test_a_bloc_does_what_is_wanted() -> None:
    text = "ذكر لافروف أن منظمة شنغهاي للتعاون تراعي ميثاق الأمم المتحدة، وتحترم القانون الدولي."
    assert "bloc:SCO" in via(text, "principle:international-law")


def test_what_is_to_be_given_up_has_no_venue() -> None:
    text = "دعا المتحدث باسم الخارجية الصينية تشاو ليجيان حلف الناتو إلى نبذ عقلية الحرب الباردة."
    assert via(text, "principle:bloc-confrontation") == set()


JUDGED = {
    "a shield of ours": ("منظمة معاهدة الأمن الجماعي درعنا في وجه الأخطار.", "RU bloc:CSTO endorse"),
    "a pillar of our security": ("منظمة شنغهاي للتعاون عماد أمننا.", "RU bloc:SCO endorse"),
    "was and stays a guarantor": (
        "رابطة الدول المستقلة كانت وستبقى الضامن لأمن شعوبها.",
        "RU bloc:CIS endorse",
    ),
    "it has been of use to us": ("الاتحاد الاقتصادي الأوراسي نفعنا كثيرا.", "RU bloc:EAEU endorse"),
    "we are of its pillars": ("نحن من أعمدة رابطة الدول المستقلة.", "RU bloc:CIS endorse"),
    "no intention to leave": ("لا نية لدينا للانسحاب من رابطة الدول المستقلة.", "RU bloc:CIS endorse"),
    "we do not leave it alone": ("لن نترك صربيا وحدها في هذه المحنة.", "RU state:RS endorse"),
    "lost its reasons to exist": ("منظمة الأمن والتعاون في أوروبا فقدت أسباب وجودها.", "RU bloc:OSCE reject"),
    "a pretext": ("واشنطن تتذرع بحماية الملاحة.", "RU US reject"),
    "works at unrest": (
        "ما يجري خطير، وتعمل الدول الغربية على زعزعة المنطقة.",
        "RU bloc:collective-west reject",
    ),
    "taken back": ("كنا من أقرب أصدقاء صربيا، لكننا نرى أن الوقت حان للحزم.", "RU state:RS ambivalent"),
    "alliances of a kind": ("بلاده ترفض تكتلات ضيقة على شاكلة أوكوس.", "RU bloc:AUKUS reject"),
}


@pytest.mark.parametrize(("said", "expected"), JUDGED.values(), ids=JUDGED)
def test_what_is_said_of_actors_in_images(said: str, expected: str) -> None:
    holder, target, stance = expected.split()
    assert f"{holder} {target.removeprefix('state:')} {stance}" in told(LAVROV + said)


COMPOSED = {
    "to give up one thing and another": (
        "دعت روسيا إلى الكف عن التهديد باستعمال القوة وعن العقوبات الأحادية.",
        "RU unilateral-sanctions reject",
    ),
    "an end to breaches": (
        "طالبت روسيا بوقف انتهاكات الكيان الصهيوني لوقف إطلاق النار في غزة.",
        "RU gaza-ceasefire endorse",
    ),
    "cannot be built so": (
        LAVROV + "ثمة عبرة، إذ لا يمكن بناء الأمن الأوراسي بوصفات الغير.",
        "RU eurasian-security endorse",
    ),
    "views are at one": (
        "ناقش وزيرا خارجية روسيا والصين الوضع، وتطابقت الرؤى حول أهمية تثبيت وقف إطلاق النار في غزة.",
        "RU gaza-ceasefire endorse",
    ),
    "with a call for": (
        "جددت روسيا رفض المساس بسيادة الدول، مع تأييد حل الدولتين.",
        "RU two-state-solution endorse",
    ),
    "what others bury": (LAVROV + "البناء الاستيطاني يدفن حل الدولتين.", "RU two-state-solution endorse"),
}


@pytest.mark.parametrize(("text", "expected"), COMPOSED.values(), ids=COMPOSED)
def test_how_stances_are_composed(text: str, expected: str) -> None:
    assert expected in told(text)


def test_terms_put_on_one_of_several() -> None:
    text = LAVROV + "بلاده تقترح هيكلا للأمن الأوراسي مفتوحا للجميع حتى الأوروبيين متى رجعوا عن العداء."
    assert "RU eurasian-security endorse" in told(text)


STOLTENBERG = "قال الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ إن "

ON_BLOCS = {
    "does no harm": (
        "أكد الأمين العام للناتو ينس ستولتنبرغ أن الدعم العسكري لأوكرانيا لا يشكل تهديدا لأحد.",
        "bloc:NATO arms-to-ukraine endorse",
    ),
    "is no threat": (LAVROV + "توسع بريكس لا يمثل تهديدا لأحد.", "RU brics-expansion endorse"),
    "accused": (
        "انتقد بلينكن المفاوضات مع طهران. كما اتهم الصين بدعم الصناعة العسكرية الروسية.",
        "US CN reject",
    ),
    "imposed": ("فرض الاتحاد الأوروبي عقوبات جديدة على روسيا.", "bloc:EU unilateral-sanctions endorse"),
    "will impose, says a friend": (
        "أعلن البيت الأبيض أن مجموعة السبع ستفرض عقوبات جديدة على روسيا.",
        "bloc:G7 unilateral-sanctions endorse",
    ),
    "imposes, says whom it hits": (
        LAVROV + "الغرب يفرض عقوبات جائرة على روسيا.",
        "RU unilateral-sanctions reject",
    ),
    "will not lift": (
        "قال الرئيس الفرنسي إيمانويل ماكرون: لن نرفع العقوبات عن روسيا.",
        "FR unilateral-sanctions endorse",
    ),
    "will lift": (
        "قال الرئيس الأمريكي جو بايدن إن بلاده سترفع العقوبات عن سوريا.",
        "US unilateral-sanctions reject",
    ),
    "threatens with": (
        "هدد الرئيس الأمريكي جو بايدن بفرض عقوبات على روسيا.",
        "US unilateral-sanctions endorse",
    ),
    "threatens with tariffs": (
        "هدد الرئيس الأمريكي جو بايدن بفرض رسوم جمركية على الصين.",
        "US wto-reform reject",
    ),
    "thanks members": (
        "شارك رئيس الوزراء الهندي ناريندرا مودي في القمة. وشكر الدول الأعضاء على مكافحة الإرهاب.",
        "IN counter-terrorism endorse",
    ),
    "a partnership condemned": (
        "ندد حلف شمال الأطلسي بالشراكة الاستراتيجية بين بكين وموسكو.",
        "bloc:NATO strategic-partnership reject",
    ),
    "a document adopted": (
        "ردت موسكو على الغرب. واعتبر الناتو في وثيقة تم تبنيها خلال القمة أن روسيا هي التهديد الأكبر.",
        "bloc:NATO RU reject",
    ),
    "leads to war": (
        LAVROV + "إرسال الأسلحة إلى أوكرانيا سيؤدي إلى حرب واسعة.",
        "RU arms-to-ukraine reject",
    ),
    "unlike another": (
        LAVROV + "منظمة معاهدة الأمن الجماعي، على عكس الناتو، لا تهدد أحدا.",
        "RU bloc:NATO reject",
    ),
    "suspended membership": (
        "قال رئيس الوزراء الأرميني نيكول باشينيان: جمدنا عضويتنا في منظمة معاهدة الأمن الجماعي.",
        "AM bloc:CSTO reject",
    ),
    "to be strengthened": (
        "أكد الرئيس البيلاروسي ألكسندر لوكاشينكو ضرورة تعزيز منظمة معاهدة الأمن الجماعي.",
        "BY bloc:CSTO endorse",
    ),
    "has become the greatest": (
        "قال الرئيس الصيني شي جين بينغ إن منظمة شنغهاي للتعاون باتت أهم تكتل في القارة.",
        "CN bloc:SCO endorse",
    ),
}


@pytest.mark.parametrize(("text", "expected"), ON_BLOCS.values(), ids=ON_BLOCS)
def test_sanctions_and_blocs(text: str, expected: str) -> None:
    assert expected in told(text)


NOT_SO = {
    "another's support, to end": (STOLTENBERG + "على الصين أن تتوقف عن دعم روسيا.", "bloc:NATO RU endorse"),
    "another's support": (STOLTENBERG + "الصين لا يمكنها الاستمرار في دعم روسيا.", "bloc:NATO RU endorse"),
    "who gives it": (STOLTENBERG + "دعم روسيا للصناعة النووية في إيران مقلق.", "bloc:NATO RU endorse"),
    "from an office into what is said": (
        "قال الأمين العام للناتو ينس ستولتنبرغ إن توسع الحلف لا يهدد روسيا.",
        "bloc:NATO nato-expansion reject",
    ),
    "not the one accused": (
        "دعا بلينكن إلى الحوار. واتهم الصين بتأجيج الأزمة الأوكرانية.",
        "CN ukraine-settlement endorse",
    ),
    "one not like another": (
        LAVROV + "منظمة معاهدة الأمن الجماعي، على عكس الناتو، لا تهدد أحدا.",
        "RU bloc:CSTO reject",
    ),
    "whom strikes hit": (
        "أدانت مجموعة بريكس الضربات التي استهدفت إيران، ووصفتها بأنها انتهاك للقانون الدولي.",
        "IR international-law endorse",
    ),
    "a diplomat is not who spoke before": (
        'رفض الكرملين الهدنة. وأكد دبلوماسي في بروكسل "توصلنا إلى اتفاق حول حزمة عقوبات ضد روسيا".',
        "RU unilateral-sanctions endorse",
    ),
    "who is invited": (
        LAVROV + "دعوة مصر وإيران للانضمام إلى بريكس لحظة تاريخية.",
        "EG brics-expansion endorse",
    ),
    "what was before": (
        LAVROV + "روسيا طالبت بوقف توسع الناتو قبل أن تضطر إلى إطلاق العملية العسكرية في أوكرانيا.",
        "RU special-military-operation reject",
    ),
    "no blame by a friend": (
        "أعلن البيت الأبيض أن مجموعة السبع ستفرض عقوبات جديدة على روسيا.",
        "US bloc:G7 reject",
    ),
}


@pytest.mark.parametrize(("text", "wrong"), NOT_SO.values(), ids=NOT_SO)
def test_what_is_not_held(text: str, wrong: str) -> None:
    assert wrong not in told(text)


def test_a_bloc_instead_of_which_something_is_wanted_is_a_contrast() -> None:
    (position,) = read("دعا وزير الخارجية الروسي سيرغي لافروف إلى نظام أمني أوراسي بدلا من الناتو.")
    assert (position.via, position.contrast) == ((), ("bloc:NATO",))
