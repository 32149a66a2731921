"""What Arabic sentences say for or against, rule by rule. The sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Review
from ontology.vocabulary import Vocabulary

LEAD = "القاهرة، 9 أبريل 2024\n\n"


def stances(text: str) -> set[tuple[str, str, str]]:
    """Holder, target and stance of each position that is sure enough."""
    record = extract(Article(LEAD + text, "invented.txt"), Vocabulary.load(), date(2024, 12, 31))
    return {(p.holder, p.target, p.stance.value) for p in record.positions if p.review is Review.ACCEPTED}


SAID = {
    "two principles of one bloc share its name": (
        "وأكد الرئيس الكازاخستاني قاسم جومارت توكاييف أن بلاده تلتزم بميثاق الأمم المتحدة وبالدور المركزي "
        "للمنظمة في حل النزاعات.",
        {
            ("state:KZ", "principle:un-charter", "endorse"),
            ("state:KZ", "principle:un-central-role", "endorse"),
        },
    ),
    "terms of a later statement are not of the one before": (
        "أيد قادة منظمة معاهدة الأمن الجماعي في بيانهم عالما متعدد الأقطاب وأعربوا عن رفضهم للعقوبات "
        "أحادية الجانب وعن استعدادهم لاستئناف الحوار مع حلف شمال الأطلسي إذا أبدى الحلف رغبة في ذلك.",
        {
            ("bloc:CSTO", "principle:multipolarity", "endorse"),
            ("bloc:CSTO", "principle:unilateral-sanctions", "reject"),
        },
    ),
    "whoever is appreciated, with those joined to him": (
        "وأعرب وزير الخارجية اللبناني يوسف رجي عن شكره لقطر وعن تقديره للكويت والأردن.",
        {
            ("state:LB", "state:QA", "endorse"),
            ("state:LB", "state:KW", "endorse"),
            ("state:LB", "state:JO", "endorse"),
        },
    ),
    "no principle is put together across a comma and that": (
        "قال مندوب الصين لدى الأمم المتحدة فو تسونغ، في مجلس الأمن، إن الانقسام يضعف ليبيا.",
        set(),
    ),
    "on whose account a thing must not be is terms": (
        "قال وزير الخارجية الهندي جايشانكار إن توسيع مجموعة بريكس يجب ألا يكون على حساب تماسكها.",
        {("state:IN", "principle:brics-expansion", "conditional")},
    ),
    "unless puts terms on what a verb refuses": (
        "تعارض اليونان استخدام الأصول الروسية المجمدة ما لم يتقاسم الجميع المخاطر.",
        {("state:GR", "principle:frozen-assets", "conditional")},
    ),
    "a refusal that is judged": (
        "قال غوتيريش إن رفض حل الدولتين أمر غير مقبول.",
        {("bloc:UN", "principle:two-state-solution", "endorse")},
    ),
    "to deny that a thing is so defends it": (
        "نفى ستولتنبرغ أن يكون توسيع الناتو موجها ضد روسيا.",
        {("bloc:NATO", "principle:nato-expansion", "endorse")},
    ),
    "threats that an actor creates": (
        "قال بوتين إن التهديدات التي يشكلها حلف الناتو على حدودنا الغربية تتزايد.",
        {("state:RU", "bloc:NATO", "reject")},
    ),
    "a body that bears somebody's name is not he": (
        "أشاد وزير الخارجية المصري بما يقدمه مركز الملك سلمان.",
        set(),
    ),
    "what is but asked": (
        "رفض وزير الخارجية البريطاني ديفيد لامي الإجابة عن سؤال عما إذا كانت بلاده تؤيد الضربات على إيران.",
        set(),
    ),
    "behind words that say who the subject is": (
        "رحب أيمن الصفدي، وزير الخارجية وشؤون المغتربين الأردني، بالموقف الإسباني.",
        {("state:JO", "state:ES", "endorse")},
    ),
    "where somebody speaks is no act of its own": (
        "انتقد لافروف، متحدثا أمام طلاب الجامعة، ما سماه النظام القائم على القواعد.",
        {("state:RU", "principle:rules-based-order", "reject")},
    ),
    "what a speech says that somebody reads out": (
        "ألقى الوزير كلمة الرئيس الجزائري عبد المجيد تبون، وفيها أن الجزائر تدعم حل الدولتين.",
        {("state:DZ", "principle:two-state-solution", "endorse")},
    ),
    "some whom nobody names": (
        "قال وزير الخارجية الصيني وانغ يي إن عددا من الدول الأوروبية يؤيد نشر قوات في أوكرانيا.",
        set(),
    ),
    "others than those who are listed act with them": (
        "وجاء في البيان أن روسيا والدول الأفريقية تتمسك بعالم متعدد الأقطاب.",
        {("state:RU", "principle:multipolarity", "endorse")},
    ),
    "damage told of others shows where the teller stands": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الغرب دمر منظومة الأمن الأوروبي.",
        {("state:RU", "principle:european-security", "endorse")},
    ),
    "an office with its article governs no name behind it": (
        "قال المتحدث باسم الخارجية الإيرانية إسماعيل بقائي إن بلاده لن تساوم. "
        "واتهم المتحدث الولايات المتحدة بالنفاق.",
        {("state:IR", "state:US", "reject")},
    ),
    "an actor's conduct, and he behind adjectives": (
        "انتقد وزير الخارجية الروسي سيرغي لافروف بشدة السياسة الخارجية الاستفزازية لواشنطن.",
        {("state:RU", "state:US", "reject")},
    ),
    "a country in which things go on is no subject": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن ما يجري في أوكرانيا انتهاك لحقوق الإنسان.",
        {("state:RU", "principle:human-rights", "endorse")},
    ),
    "thanks sent to a capital are for its government": (
        "ووجه المتحدث باسم الخارجية الإيرانية إسماعيل بقائي الشكر إلى بكين.",
        {("state:IR", "state:CN", "endorse")},
    ),
    "what a state voices behind a date": (
        "عبرت جمهورية كينيا، اليوم الاثنين 26 ماي 2025، عن مساندتها لحل الدولتين.",
        {("state:KE", "principle:two-state-solution", "endorse")},
    ),
    "an adjective is no verb in the dual": (
        "قال الرئيس الروسي فلاديمير بوتين إن التكامل الأوراسي كسب أصدقاء جددا، "
        "وإن الشراكة الأوراسية الكبرى لم تعد حبرا على ورق.",
        {
            ("state:RU", "principle:eurasian-integration", "endorse"),
            ("state:RU", "principle:greater-eurasian-partnership", "endorse"),
        },
    ),
    "between two capitals is no verb": (
        "وصف وزير الخارجية الروسي سيرغي لافروف التعاون بين واشنطن وطوكيو بأنه نسخة آسيوية من الناتو.",
        {("state:RU", "principle:bloc-confrontation", "reject")},
    ),
    "where an actor stands, an aside before it": (
        "مصر من جهتها متمسكة بحل الدولتين.",
        {("state:EG", "principle:two-state-solution", "endorse")},
    ),
    "what stays committed": (
        "يظل الاتحاد الأوروبي ملتزما بحل الدولتين.",
        {("bloc:EU", "principle:two-state-solution", "endorse")},
    ),
    "what reporters are told": (
        "صرح للصحفيين وزير الخارجية المصري بدر عبد العاطي بأن حل الدولتين ضرورة.",
        {("state:EG", "principle:two-state-solution", "endorse")},
    ),
    "what is said of the actor that a clause is about, some words behind": (
        "قال وزير الخارجية الكوبي برونو رودريغيز إن واشنطن ما زالت حتى اليوم تماطل.",
        {("state:CU", "state:US", "reject")},
    ),
    "an actor called a friend": (
        "أكد وزير الخارجية الصيني وانغ يي أن باكستان صديق حديدي لبلاده.",
        {("state:CN", "state:PK", "endorse")},
    ),
    "whoever does what is praised": (
        "ثمنت حركة حماس الدور الذي تضطلع به قطر.",
        {("org:hamas", "state:QA", "endorse")},
    ),
    "an aside between praise and whom it is of": (
        "وثمن وزير الخارجية المصري بدر عبد العاطي في هذا السياق جهود دولة قطر.",
        {("state:EG", "state:QA", "endorse")},
    ),
    "an accusation is of the actor, though a principle names the deed": (
        "اتهم وزير الخارجية المالي عبد الله ديوب فرنسا بانتهاك السيادة المالية.",
        {("state:ML", "state:FR", "reject"), ("state:ML", "principle:sovereignty", "endorse")},
    ),
    "a veto is a rejection of what a draft demands": (
        "استخدمت روسيا حق النقض ضد مشروع قرار يطالب بوقف إطلاق النار في أوكرانيا.",
        {("state:RU", "principle:ukraine-ceasefire", "reject")},
    ),
    "a door that is shut": (
        "سد وزير الخارجية الإسرائيلي جدعون ساعر الباب أمام حل الدولتين.",
        {("state:IL", "principle:two-state-solution", "reject")},
    ),
    "a bet on a thing": (
        "وراهن وزير الخارجية المجري بيتر سيارتو على الحوار الروسي الأمريكي.",
        {("state:HU", "principle:russia-us-dialogue", "endorse")},
    ),
    "what is called a waste of time": (
        "قال وزير الخارجية الإسرائيلي جدعون ساعر إن حل الدولتين مضيعة للوقت.",
        {("state:IL", "principle:two-state-solution", "reject")},
    ),
    "what is no luxury": (
        "قال وزير الخارجية المصري بدر عبد العاطي إن إصلاح مجلس الأمن ليس ترفا.",
        {("state:EG", "principle:un-reform", "endorse")},
    ),
    "a warning of a danger is one fear, not two that cancel out": (
        "حذر وزير الخارجية الصيني وانغ يي من خطر اندلاع حرب باردة جديدة.",
        {("state:CN", "principle:bloc-confrontation", "reject")},
    ),
    "the first deputy of a president speaks for the state": (
        "وشكر النائب الأول للرئيس الإيراني محمد رضا عارف دول الاتحاد الاقتصادي الأوراسي.",
        {("state:IR", "bloc:EAEU", "endorse")},
    ),
    "to incite to a good thing": (
        "وحضّ الأمين العام للأمم المتحدة أنطونيو غوتيريش على وقف إطلاق النار في غزة.",
        {("bloc:UN", "principle:gaza-ceasefire", "endorse")},
    ),
    "a base that needs more work is taken on terms": (
        "وقالت كندا واليابان إن الخطة الأمريكية لإنهاء الحرب في أوكرانيا أساس يتطلب مزيدا من العمل.",
        {
            ("state:CA", "principle:trump-peace-plan-ukraine", "conditional"),
            ("state:JP", "principle:trump-peace-plan-ukraine", "conditional"),
        },
    ),
    "a ceasefire with many words about it": (
        "وطالب وزير الخارجية المصري بدر عبد العاطي بوقف فوري ودائم وغير مشروط لإطلاق النار في غزة.",
        {("state:EG", "principle:gaza-ceasefire", "endorse")},
    ),
    "coercive measures are sanctions before they are one-sided": (
        "وقال وزير الخارجية الإيراني عباس عراقجي إن بلاده تعارض الإجراءات القسرية أحادية الجانب.",
        {("state:IR", "principle:unilateral-sanctions", "reject")},
    ),
    "strikes by whom and on whom": (
        "وأدان وزير الخارجية الصيني وانغ يي الضربات العسكرية التي شنتها إسرائيل على إيران.",
        {("state:CN", "principle:iran-strikes", "reject")},
    ),
    "concern is for a good thing": (
        "أعرب وزير الخارجية المصري بدر عبد العاطي عن قلقه على حرية الملاحة.",
        {("state:EG", "principle:freedom-of-navigation", "endorse")},
    ),
    "an adjective that begins with the letter of and": (
        "حذر وزير الخارجية المصري بدر عبد العاطي من عواقب وخيمة على الأمن الغذائي.",
        {("state:EG", "principle:food-security", "endorse")},
    ),
    "a verb inside a statement does not govern the next statement": (
        "قال وزير الخارجية الصيني وانغ يي إن بلاده تأسف لهذه النتيجة، وإن حل الدولتين واجب.",
        {("state:CN", "principle:two-state-solution", "endorse")},
    ),
    "to be accused is the deed, not the thing wanted": (
        "اتهم وزير الخارجية الصيني وانغ يي واشنطن بأنها تعد حل الدولتين ورقة تفاوض.",
        {("state:CN", "principle:two-state-solution", "endorse"), ("state:CN", "state:US", "reject")},
    ),
    "an estimate is no esteem": (
        "أكد الرئيس الأوكراني فولوديمير زيلينسكي أن بلاده تقدر أن استخدام الأسلحة الكيميائية تكرر مرارا.",
        {("state:UA", "principle:chemical-weapons", "reject")},
    ),
    "without any condition": (
        "دعا وزير الخارجية التركي هاكان فيدان إلى وقف إطلاق النار في غزة بلا قيد أو شرط.",
        {("state:TR", "principle:gaza-ceasefire", "endorse")},
    ),
    "terms put on a thing on which one may take any side": (
        "قال وزير الخارجية الألماني يوهان فاديفول إن انضمام أوكرانيا إلى الناتو مرهون بإصلاحات عميقة.",
        {("state:DE", "principle:ukraine-nato-membership", "conditional")},
    ),
    "what is made a condition is wanted outright": (
        "قال وزير الخارجية السعودي فيصل بن فرحان إن التطبيع ممكن بشرط إقامة الدولة الفلسطينية.",
        {("state:SA", "principle:palestinian-statehood", "endorse")},
    ),
    "no talks under threat": (
        "قال وزير الخارجية الإيراني عباس عراقجي إن بلاده لن تعود إلى المفاوضات المباشرة تحت التهديد.",
        {("state:IR", "principle:peace-talks", "conditional")},
    ),
    "who imposes sanctions and keeps them": (
        "أكد وزير الخارجية الألماني يوهان فاديفول الإبقاء على العقوبات المفروضة على روسيا.",
        {("state:DE", "principle:unilateral-sanctions", "endorse")},
    ),
    "a noun written like a verb": (
        "حذر الرئيس الروسي فلاديمير بوتين من مخاطر توسع الناتو شرقا.",
        {("state:RU", "principle:nato-expansion", "reject")},
    ),
    "what a state does, by its nationality": (
        "أدانت وزارة الخارجية السعودية بأشد العبارات الهجمات الإيرانية على دولة قطر.",
        {("state:SA", "state:IR", "reject")},
    ),
    "an act that a principle names is the target, not the actor": (
        "أدانت وزارة الخارجية السعودية العدوان الإسرائيلي على غزة.",
        {("state:SA", "principle:gaza-war", "reject")},
    ),
    "the part that a state plays": (
        "ثمن وزير الخارجية المصري بدر عبد العاطي الدور القطري في الوساطة بين إسرائيل وحماس.",
        {("state:EG", "state:QA", "endorse")},
    ),
    "support of an actor": (
        "أكد وزير الخارجية الباكستاني إسحاق دار دعم بلاده الكامل لأذربيجان.",
        {("state:PK", "state:AZ", "endorse")},
    ),
    "support that others give": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن دعم الغرب لكييف لن يغير شيئا.",
        set(),
    ),
    "responsibility laid upon somebody": (
        "حمل الرئيس الأوكراني فولوديمير زيلينسكي روسيا مسؤولية الهجوم على المحطة.",
        {("state:UA", "state:RU", "reject")},
    ),
    "a reproach said of the actor before it": (
        "قالت وزارة الخارجية التركية إن إسرائيل باتت أكبر تهديد لأمن المنطقة.",
        {("state:TR", "state:IL", "reject")},
    ),
    "praise said of the actor before it": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الجزائر شريك موثوق.",
        {("state:RU", "state:DZ", "endorse")},
    ),
    "a cognate object is no second refusal": (
        "قال وزير الخارجية الجزائري أحمد عطاف إن بلاده ترفض رفضا قاطعا التدخل العسكري في النيجر.",
        {("state:DZ", "principle:non-use-of-force", "endorse")},
    ),
    "a call for something not to be": (
        "دعا وزير الخارجية الصيني وانغ يي إلى عدم نشر الصواريخ متوسطة المدى في آسيا.",
        {("state:CN", "principle:missile-deployment", "reject")},
    ),
    "what stands before a copula does not govern what follows it": (
        "قال وزير الخارجية الإيراني عباس عراقجي إن وقف الحرب على غزة هو المدخل إلى أمن البحر الأحمر.",
        {("state:IR", "principle:gaza-war", "reject"), ("state:IR", "principle:red-sea-security", "endorse")},
    ),
    "the damage is what is judged": (
        "أكد وزير الخارجية الأردني أيمن الصفدي أن تقويض حل الدولتين أمر غير مقبول.",
        {("state:JO", "principle:two-state-solution", "endorse")},
    ),
    "a verb joined on judges what stands before the whole": (
        "قال وزير الخارجية المصري بدر عبد العاطي إن القرار يخرق ميثاق الأمم المتحدة ويقوض الثقة.",
        {("state:EG", "principle:un-charter", "endorse")},
    ),
    "the nearest context decides": (
        "أكد الرئيس الأوكراني فولوديمير زيلينسكي دعم بلاده لسيادة جورجيا. "
        "وأعرب وزير الخارجية السعودي فيصل بن فرحان عن أمله في هدنة في السودان.",
        {
            ("state:UA", "principle:sovereignty", "endorse"),
            ("state:SA", "principle:sudan-settlement", "endorse"),
        },
    ),
    "a phrase is not put together across a clause": (
        "رحب وزير الخارجية الفرنسي جان نويل بارو بجهود ترامب، وأعلن أن بلاده تقف إلى جانب أوكرانيا.",
        {("state:FR", "person:donald-trump", "endorse"), ("state:FR", "state:UA", "endorse")},
    ),
    "a bad thing that others are said to seek": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الغرب يسعى إلى فرض هيمنته على العالم.",
        {
            ("state:RU", "principle:western-hegemony", "reject"),
            ("state:RU", "bloc:collective-west", "reject"),
        },
    ),
    "who is for a contested thing names it without a word of judgment": (
        "قال رئيس الوزراء الياباني شيغيرو إيشيبا إن بلاده تعمل مع الهند من أجل منطقة حرة ومفتوحة "
        "في المحيطين الهندي والهادئ.",
        {("state:JP", "principle:indo-pacific", "endorse")},
    ),
    "a government by who leads it": (
        "قال وزير الخارجية السوري أسعد الشيباني إن حكومة نتنياهو غير جديرة بالثقة.",
        {("state:SY", "state:IL", "reject")},
    ),
    "what somebody calls an actor": (
        "وصف وزير الخارجية الفنزويلي إيفان خيل الولايات المتحدة بأنها قوة إمبريالية.",
        {("state:VE", "state:US", "reject")},
    ),
    "measures against an actor": (
        "دعا وزير الخارجية الماليزي محمد حسن إلى تعليق عضوية إسرائيل في الأمم المتحدة.",
        {("state:MY", "state:IL", "reject")},
    ),
    "measures refused": (
        "قال وزير الخارجية الصيني وانغ يي إن بلاده ترفض فرض عقوبات على إيران.",
        {("state:CN", "principle:unilateral-sanctions", "reject")},
    ),
    "a warning to an actor": (
        "حذرت إيران إسرائيل من ارتكاب أي حماقة.",
        {("state:IR", "state:IL", "reject")},
    ),
    "thanks given": (
        "وجه الرئيس الفلسطيني محمود عباس الشكر إلى السعودية.",
        {("state:PS", "state:SA", "endorse")},
    ),
    "a text welcomed": (
        "رحبت مصر بالبيان الصادر عن الاتحاد الأفريقي.",
        {("state:EG", "bloc:AU", "endorse")},
    ),
    "support of somebody is not his own support": (
        "قال المستشار الألماني فريدريش ميرتس إن ألمانيا لن تتراجع عن دعم أوكرانيا عسكريا.",
        {("state:DE", "principle:arms-to-ukraine", "endorse")},
    ),
    "a phrase does not leap over an if": (
        "أبدت فرنسا استعدادها لرفع العقوبات عن سوريا إذا احترمت الحكومة الأقليات.",
        {("state:FR", "principle:unilateral-sanctions", "reject")},
    ),
    "another's attack is not Israel's": (
        "أدان مجلس التعاون الخليجي الهجوم الإيراني على قطر.",
        {("bloc:GCC", "state:IR", "reject")},
    ),
    "what somebody is punished for is not wanted": (
        "فرضت الصين عقوبات على شركات أمريكية بسبب بيع أسلحة لتايوان.",
        {("state:CN", "principle:unilateral-sanctions", "endorse")},
    ),
    "a record is nothing said": (
        "انتقدت ألمانيا سجل مصر في حقوق الإنسان.",
        {("state:DE", "principle:human-rights", "endorse")},
    ),
    "who refuses one thing of a norm is not for the norm thereby": (
        "انتقد البيت الأبيض قرار محكمة العدل الدولية.",
        set(),
    ),
    "a feast is no name": (
        "هنأ الرئيس الروسي فلاديمير بوتين نظيره الكازاخستاني بعيد الجمهورية.",
        set(),
    ),
    "a question takes no side": (
        "هل تقبل طهران بوقف تخصيب اليورانيوم؟",
        set(),
    ),
    "whoever is named last says what is said of others before": (
        "كييف لا تريد السلام، قال المتحدث باسم الكرملين دميتري بيسكوف.",
        {("state:RU", "state:UA", "reject")},
    ),
    "more cooperation within a bloc is not its enlargement": (
        "أيدت الهند توسيع التعاون داخل بريكس.",
        {("state:IN", "principle:bilateral-cooperation", "endorse")},
    ),
    "a new member behind and with a word of its own": (
        "جددت مصر رفضها التدخل الخارجي في ليبيا وتمسكها بخروج كافة القوات الأجنبية.",
        {
            ("state:EG", "principle:non-interference", "endorse"),
            ("state:EG", "principle:foreign-military-bases", "reject"),
        },
    ),
    "an indefinite object is the thing named as much as the definite one": (
        "أيد وزير الخارجية المجري بيتر سيارتو وقفا فوريا لإطلاق النار في أوكرانيا.",
        {("state:HU", "principle:ukraine-ceasefire", "endorse")},
    ),
    "talks with one side, in the words of whoever chose them": (
        "أكد الرئيس اللبناني جوزاف عون أهمية خيار التفاوض وحصر السلاح بيد الدولة.",
        {("state:LB", "principle:peace-talks", "endorse"), ("state:LB", "principle:sovereignty", "endorse")},
    ),
    "a race of arms is what arms control stands against": (
        "حذر وزير الخارجية المصري بدر عبد العاطي من سباق تسلح نووي.",
        {("state:EG", "principle:arms-control", "endorse")},
    ),
    "what is called a theft is judged": (
        "قالت المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا إن مصادرة الأصول المجمدة سرقة.",
        {("state:RU", "principle:frozen-assets", "reject")},
    ),
    "a word that only begins with the letter of and opens no clause": (
        "قال وزير الخارجية المجري بيتر سيارتو إن انضمام أوكرانيا إلى الناتو غير وارد.",
        {("state:HU", "principle:ukraine-nato-membership", "reject")},
    ),
    "to clear the way is to be for what lies behind": (
        "أكد وزير الخارجية الأردني أيمن الصفدي ضرورة إزالة العراقيل أمام حل الدولتين.",
        {("state:JO", "principle:two-state-solution", "endorse")},
    ),
    "a call to stop is against what is to stop": (
        "طالب وزير الخارجية المصري بدر عبد العاطي بالكف عن الاستيطان.",
        {("state:EG", "principle:israeli-settlements", "reject")},
    ),
    "what is to end does not govern the deed that and adds": (
        "دعا وزير الخارجية المصري بدر عبد العاطي إلى وقف القصف وإدخال المساعدات.",
        {("state:EG", "principle:humanitarian-aid", "endorse")},
    ),
    "the list of what is fought goes on": (
        "اتفق وزير الخارجية المغربي ناصر بوريطة ونظيره البلجيكي على التعاون "
        "لمواجهة الجريمة المنظمة وشبكات الهجرة غير النظامية.",
        {
            ("state:MA", "principle:transnational-crime", "reject"),
            ("state:BE", "principle:transnational-crime", "reject"),
        },
    ),
    "terms among the words of what is offered": (
        "عرض الرئيس الروسي فلاديمير بوتين وقفا لإطلاق النار فور انسحاب القوات الأوكرانية من الأراضي الروسية.",
        {("state:RU", "principle:ukraine-ceasefire", "conditional")},
    ),
    "as long as the others keep to it": (
        "قال وزير الخارجية المصري بدر عبد العاطي إن بلاده ملتزمة بوقف إطلاق النار في غزة "
        "ما دامت إسرائيل ملتزمة به.",
        {("state:EG", "principle:gaza-ceasefire", "conditional")},
    ),
    "membership of one's own is for the bloc": (
        "قال وزير الخارجية المجري بيتر سيارتو إن عضوية بلاده في الناتو ليست موضع نقاش.",
        {("state:HU", "bloc:NATO", "endorse")},
    ),
    "only the accused, not those whom he helps": (
        "اتهم وزير الخارجية السوداني علي يوسف الإمارات بدعم قوات الدعم السريع.",
        {("state:SD", "state:AE", "reject")},
    ),
    "without which nothing comes about": (
        "أكد وزير الخارجية الأردني أيمن الصفدي أن الأمن لن يتحقق من دون حل الدولتين.",
        {("state:JO", "principle:two-state-solution", "endorse")},
    ),
    "what must be respected lest it fail": (
        "قال وزير الخارجية الهولندي كاسبر فيلدكامب إن أي خطة لن تنجح ما لم تحترم القانون الدولي.",
        {("state:NL", "principle:international-law", "endorse")},
    ),
    "a bad thing to do without": (
        "دعا وزير الخارجية الجزائري أحمد عطاف إلى مكافحة الإرهاب بعيدا عن ازدواجية المعايير.",
        {
            ("state:DZ", "principle:counter-terrorism", "endorse"),
            ("state:DZ", "principle:international-law", "endorse"),
        },
    ),
    "refused unless terms are met": (
        "قال وزير الخارجية السوداني علي يوسف "
        "إن بلاده لن تقبل وقف إطلاق النار في السودان ما لم تنسحب المليشيا.",
        {("state:SD", "principle:sudan-settlement", "conditional")},
    ),
    "and the way is: another statement": (
        "قال وزير الخارجية الأردني أيمن الصفدي: «نرفض الاستيطان، والسلام يكمن في حل الدولتين».",
        {
            ("state:JO", "principle:israeli-settlements", "reject"),
            ("state:JO", "principle:two-state-solution", "endorse"),
        },
    ),
    "to keep others from getting round sanctions is to be for them": (
        "دعت الممثلة العليا للاتحاد الأوروبي كايا كالاس إلى منع التحايل على العقوبات المفروضة على روسيا.",
        {("bloc:EU", "principle:unilateral-sanctions", "endorse")},
    ),
    "what it is called keeps a distance": (
        "رفض وزير الخارجية الروسي سيرغي لافروف ما يسمى بالنظام القائم على القواعد.",
        {("state:RU", "principle:rules-based-order", "reject")},
    ),
    "a verbal noun in its feminine points back to nothing": (
        "قالت المتحدثة باسم الخارجية الصينية ماو نينغ إن الصين تعارض توسع الناتو شرقا، "
        "داعية الحلف إلى مواصلة ضبط النفس.",
        {
            ("state:CN", "principle:nato-expansion", "reject"),
            ("state:CN", "principle:peaceful-settlement", "endorse"),
        },
    ),
    "one's own membership is no stance on enlargement": (
        "قال وزير الخارجية الإيراني عباس عراقجي إن عضوية إيران في بريكس تعزز التعددية.",
        {("state:IR", "principle:multilateralism", "endorse")},
    ),
    "a phrase leaps over no participle of saying": (
        "أكد وزير الخارجية المصري بدر عبد العاطي أهمية بريكس، معربا عن تقديره لعضوية بلاده في مجموعة أخرى.",
        {("state:EG", "bloc:BRICS", "endorse")},
    ),
    "what has no ground in the law breaks it": (
        "قال وزير الخارجية الإيراني عباس عراقجي إن بلاده ترفض أحكاما لا سند لها في القانون الدولي.",
        {("state:IR", "principle:international-law", "endorse")},
    ),
    "what stands in another's text is told by the way": (
        "رفض المتحدث باسم الخارجية الإيرانية إسماعيل بقائي ما ورد في بيان الاتحاد الأوروبي، "
        "مؤكدا تمسك بلاده بسيادتها.",
        {("state:IR", "principle:sovereignty", "endorse")},
    ),
    "how things stand with a war blames nobody": (
        "استعرض وزير الخارجية الأردني أيمن الصفدي نتائج جولته، وأوضح للصحفيين الأوضاع في قطاع غزة.",
        set(),
    ),
    "a judgment behind another verb of saying": (
        "شرح وزير الخارجية الأردني أيمن الصفدي القصف على غزة، فشدد نظيره المصري على ضرورة العمل.",
        {("state:JO", "principle:gaza-war", "reject")},
    ),
    "what never helped is judged": (
        "قال المندوب الروسي فاسيلي نيبينزيا إن العقوبات الأحادية لم تساعد يوما على إنهاء حرب.",
        {("state:RU", "principle:unilateral-sanctions", "reject")},
    ),
    "a past spelled like another verb's participle": (
        "وعارض وزير الخارجية الجزائري أحمد عطاف وجود مرتزقة أجانب في المنطقة.",
        {("state:DZ", "principle:foreign-military-bases", "reject")},
    ),
    "a just peace in a country at war is that country's": (
        "قال رئيس الوزراء البريطاني ريشي سوناك إن لندن تدعم سلاما عادلا وشاملا في أوكرانيا.",
        {("state:GB", "principle:ukraine-settlement", "endorse")},
    ),
    "whose support one wins is not supported": (
        "قال وزير الخارجية الأردني أيمن الصفدي إن عمان تعمل لكسب دعم فرنسا.",
        set(),
    ),
    "support as a charge is none": (
        "نفى المتحدث باسم الخارجية الإيرانية إسماعيل بقائي الاتهامات الموجهة إلى طهران بدعم روسيا.",
        set(),
    ),
    "what a relative clause says of others is not the speaker's": (
        "خاطب وزير الخارجية المصري بدر عبد العاطي الدول التي لم تعترف بفلسطين.",
        set(),
    ),
    "an actor behind the verb of a relative clause suffers it": (
        "أدان وزير الخارجية الأردني أيمن الصفدي المخططات التي تستهدف لبنان.",
        set(),
    ),
    "the breach of a body's resolution blames another": (
        "قال وزير الخارجية اللبناني عبد الله بو حبيب إن ما جرى خرق فاضح لقرار مجلس الأمن.",
        set(),
    ),
    "an adjective stands between an attack and whose it is": (
        "أدانت الكويت الهجمات الصاروخية الإيرانية.",
        {("state:KW", "state:IR", "reject")},
    ),
    "who attacks is not who is attacked": (
        "أدانت الكويت الاعتداء على الأراضي الإيرانية.",
        {("state:KW", "principle:iran-strikes", "reject")},
    ),
    "a measure that is one-sided is no sanction": (
        "أكدت مصر رفض الإجراءات الأحادية على النهر.",
        {("state:EG", "principle:unilateralism", "reject")},
    ),
    "a war on Lebanon is none on Gaza": (
        "أدان وزير الخارجية اللبناني عبد الله بو حبيب استمرار حرب الإبادة على لبنان.",
        {("state:LB", "principle:israeli-strikes", "reject")},
    ),
    "who stands with another in a verb": (
        "قال وزير الخارجية الأردني أيمن الصفدي إن عمان تتضامن تماما مع لبنان.",
        {("state:JO", "state:LB", "endorse")},
    ),
    "what is merely former is no precedent": (
        "قال وزير الخارجية القطري إن ما جرى خرق لكل جولات التهدئة السابقة في غزة.",
        {("state:QA", "principle:gaza-ceasefire", "endorse")},
    ),
    "a plan that leans to one side is not praise of it": (
        "وصف وزير الخارجية الأردني أيمن الصفدي الخطة بالصفقة المنحازة إلى إسرائيل.",
        set(),
    ),
    "talks are the way to settle disputes": (
        "جددت الكويت موقفها الداعم للحوار كسبيل وحيد لتسوية الخلافات.",
        {("state:KW", "principle:peaceful-settlement", "endorse")},
    ),
    "whose help is needed is not praised": (
        "أكد وزير الخارجية المصري بدر عبد العاطي أن المنطقة تحتاج لمؤازرة الاتحاد الإفريقي.",
        set(),
    ),
    "resolutions of the UN beside an initiative are no central role": (
        "أكدت السعودية تأييد قرارات الأمم المتحدة ذات الصلة ومبادرة السلام العربية.",
        {
            ("state:SA", "principle:international-law", "endorse"),
            ("state:SA", "principle:arab-peace-initiative", "endorse"),
        },
    ),
    "a draft that is thwarted is wanted by whoever condemns that": (
        "قالت حركة حماس إن استخدام النقض لإفشال قرار يدعو إلى وقف إطلاق النار في غزة يمثل تواطؤا.",
        {("org:hamas", "principle:gaza-ceasefire", "endorse")},
    ),
    "whoever is led to within a relative clause is not who is praised": (
        "ثمن وزير الخارجية الأردني أيمن الصفدي مواقف البلدان التي تقدمت بمشروع لمجلس الأمن.",
        set(),
    ),
    "a veto is its state's": (
        "دانت حركة حماس الفيتو الأميركي.",
        {("org:hamas", "state:US", "reject")},
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said(name: str) -> None:
    text, expected = SAID[name]
    assert stances(text) == expected


def test_the_name_of_a_coalition_is_no_blame_of_who_leads_it() -> None:
    text = "رحبت منظمة التعاون الإسلامي بإنشاء التحالف الإسلامي العسكري لمحاربة الإرهاب الذي تقوده السعودية."
    assert ("bloc:OIC", "state:SA", "reject") not in stances(text)


def test_what_another_clause_names_was_not_put_forward() -> None:
    text = "أثنى أسعد الشيباني على ما قدمته تركيا، قائلا إن دمشق تتطلع إلى شراكة استراتيجية معها."
    assert ("state:TR", "principle:strategic-partnership", "endorse") not in stances(text)


def test_what_nobody_managed_to_agree_on_is_told() -> None:
    text = (
        "قال وزراء خارجية الاتحاد الأوروبي إنهم لم يتمكنوا من الاتفاق على حزمة جديدة من العقوبات على روسيا."
    )
    assert stances(text) == set()


def test_what_a_quotation_says_governs_nothing_behind_it() -> None:
    text = (
        'قال وزير الخارجية الفرنسي جان نويل بارو إن على موسكو أن "توقف القصف وتدفع ثمن ما دمرته"، '
        "ورأى ذلك شرطا لسلام عادل في أوكرانيا."
    )
    assert ("state:FR", "principle:ukraine-settlement", "reject") not in stances(text)


def test_what_a_call_dealt_with_is_told() -> None:
    text = "اتصل هاكان فيدان بنظيره الأمريكي. وجاء ذلك في مكالمة تطرقت إلى غزة ووقف إطلاق النار."
    assert stances(text) == set()


def test_this_leads_back_a_few_sentences_only() -> None:
    far = "".join(f"وزار الوفد المدينة رقم {number}. " for number in range(20))
    text = f"دعت كينيا إلى الحياد وعدم الانحياز. {far}وقالت إثيوبيا إنها تؤيد هذا النهج."
    assert ("state:ET", "principle:non-alignment", "endorse") not in stances(text)


def test_whoever_holds_force_in_store_is_not_for_peace() -> None:
    text = "قال الرئيس الأمريكي دونالد ترامب إن الخيار العسكري مطروح."
    assert ("state:US", "principle:peaceful-settlement", "endorse") not in stances(text)


def test_a_place_may_stand_before_what_is_said_of_a_thing() -> None:
    text = "وقال وزير الدفاع الألماني بوريس بيستوريوس إن نشر الصواريخ المتوسطة المدى في ألمانيا ضروري."
    assert ("state:DE", "principle:missile-deployment", "endorse") in stances(text)
