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


@pytest.mark.parametrize(
    ("text", "holder", "target", "bloc"),
    [
        (
            "أكد وزير الخارجية الإيراني عباس عراقجي أن بريكس تواجه الأحادية.",
            "state:IR",
            "unilateralism",
            "bloc:BRICS",
        ),
        (
            "قال وزير الخارجية الروسي سيرغي لافروف إن منظمة شنغهاي للتعاون تكتسب وزنا متزايدا. "
            "وأضاف أن الدول الأعضاء ستعزز تعاونها في مكافحة الإرهاب.",
            "state:RU",
            "counter-terrorism",
            "bloc:SCO",
        ),
        (
            "Сергей Лавров заявил, что ОДКБ готова к борьбе с угрозами. По словам министра, "
            "организация вносит вклад в формирование евразийской архитектуры безопасности.",
            "state:RU",
            "eurasian-security",
            "bloc:CSTO",
        ),
        (
            "Президент Казахстана Касым-Жомарт Токаев заявил, что ШОС играет важную роль. По его словам, "
            "государства-члены привержены принципу неделимости безопасности.",
            "state:KZ",
            "indivisible-security",
            "bloc:SCO",
        ),
        (
            "Chinese President Xi Jinping said the SCO has become a force for stability. "
            "He proposed that the member states expand the share of local currency settlement.",
            "state:CN",
            "national-currencies",
            "bloc:SCO",
        ),
        (
            "Russian Foreign Minister Sergey Lavrov said the CSTO is ready to build a new security "
            "architecture in Eurasia.",
            "state:RU",
            "eurasian-security",
            "bloc:CSTO",
        ),
    ],
)
def test_a_member_wants_through_its_bloc_what_he_says_it_does(
    vocabulary: Vocabulary, text: str, holder: str, target: str, bloc: str
) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = [(p.holder, p.via) for p in positions if p.target == f"principle:{target}"]
    assert found == [(holder, (bloc,))]


def test_what_a_bloc_has_said_stays_its_own(vocabulary: Vocabulary) -> None:
    text = "Russian Foreign Minister Sergey Lavrov said the CSTO condemned the strikes on Iran."
    (position,) = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    assert (position.holder, position.modality.value) == ("bloc:CSTO", "reports-other")


LAVROV_AR = "قال الوزير سيرغي لافروف إن "
LAVROV_RU = "Глава МИД РФ Сергей Лавров заявил, что "
LAVROV_EN = "Russian Foreign Minister Sergey Lavrov said "


@pytest.mark.parametrize(
    ("text", "via", "contrast"),
    [
        (LAVROV_AR + "منظومة الأمن الأوراسي يجب أن تبنى على أساس منظمة شنغهاي للتعاون.", "SCO", ""),
        (
            LAVROV_AR + "الأمن الأوراسي ينبغي أن يقوم على منظمة شنغهاي للتعاون لا على حلف الناتو.",
            "SCO",
            "NATO",
        ),
        (
            LAVROV_AR
            + "بنية الأمن في أوراسيا يمكن أن تستند إلى بريكس بدلا من منظمة الأمن والتعاون في أوروبا.",
            "BRICS",
            "OSCE",
        ),
        (
            LAVROV_AR + "منظمة الأمن والتعاون في أوروبا لم تعد قادرة على ضمان الأمن في القارة الأوراسية.",
            "",
            "OSCE",
        ),
        (
            LAVROV_RU + "система евразийской безопасности должна опираться на ОДКБ, ШОС и СНГ.",
            "CIS CSTO SCO",
            "",
        ),
        (LAVROV_RU + "евразийская безопасность должна строиться на базе ШОС, а не на НАТО.", "SCO", "NATO"),
        (
            LAVROV_EN + "Eurasian security should be built on the SCO and the CIS rather than on NATO.",
            "CIS SCO",
            "NATO",
        ),
        (
            LAVROV_EN
            + "Eurasian security should rest on organizations such as the CSTO, the CIS and the SCO.",
            "CIS CSTO SCO",
            "",
        ),
    ],
)
def test_what_an_order_is_built_on(vocabulary: Vocabulary, text: str, via: str, contrast: str) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = [p for p in positions if p.target == "principle:eurasian-security"]
    assert [(p.stance.value, p.via, p.contrast) for p in found] == [
        ("endorse", tuple(f"bloc:{b}" for b in via.split()), tuple(f"bloc:{b}" for b in contrast.split()))
    ]


def test_a_bloc_that_takes_part_is_not_what_is_discussed(vocabulary: Vocabulary) -> None:
    text = (
        "Президент России Владимир Путин предложил обсудить евразийскую безопасность с участием СНГ и АСЕАН."
    )
    (position,) = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    assert (position.target, position.via) == ("principle:eurasian-security", ("bloc:ASEAN", "bloc:CIS"))


def test_who_failed_at_it_is_no_way_to_it(vocabulary: Vocabulary) -> None:
    text = LAVROV_AR + "منظمة الأمن والتعاون في أوروبا أخفقت في تطبيق مبدأ عدم تجزئة الأمن."
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    (position,) = [p for p in positions if p.target == "principle:indivisible-security"]
    assert (position.via, position.contrast) == ((), ("bloc:OSCE",))


@pytest.mark.parametrize(
    ("text", "via", "contrast"),
    [
        (  # set against by a phrase, with those that "and" joins
            LAVROV_EN
            + "Russia favors Eurasian security independent of structures such as NATO and the OSCE.",
            "",
            "NATO OSCE",
        ),
        ("Unlike NATO, the CSTO works for Eurasian security, Lavrov said.", "CSTO", "NATO"),
        (LAVROV_EN + "Russia wants to discuss Eurasian security outside NATO.", "", "NATO"),
        (LAVROV_EN + "Russia backs Eurasian security amid the degradation of the OSCE.", "", "OSCE"),
        (LAVROV_EN + "Russia supports Eurasian security despite the resistance of NATO.", "", "NATO"),
        (LAVROV_EN + "Russia supports indivisible security in Eurasia but NATO ignored it.", "", "NATO"),
        (LAVROV_RU + "Россия выступает за евразийскую безопасность в противовес НАТО.", "", "NATO"),
        (LAVROV_RU + "Россия за евразийскую безопасность без зависимости от НАТО.", "", "NATO"),
        (  # whom it is not to be like
            "Lukashenko said the CSTO should not imitate NATO but help create a Eurasian security system.",
            "CSTO",
            "NATO",
        ),
        (
            LAVROV_RU + "Россия выступает за евразийскую безопасность не для стран НАТО, а для всех.",
            "",
            "NATO",
        ),
        (
            LAVROV_RU + "будущее евразийской безопасности не за НАТО, а за ШОС, и Россия за нее.",
            "SCO",
            "NATO",
        ),
        (LAVROV_AR + "روسيا تؤيد بحث الأمن الأوراسي خارج إطار حلف الناتو.", "", "NATO"),
        (
            LAVROV_AR + "روسيا تؤيد الأمن الأوراسي في ظل التدهور الكامل لمنظمة الأمن والتعاون في أوروبا.",
            "",
            "OSCE",
        ),
        # nothing comes about without it: it is needed
        ("Eurasian security is unthinkable without the SCO, Lavrov said.", "SCO", ""),
        # its aim, its framework, what is called again
        (LAVROV_EN + "Russia stands for Eurasian security. This is the aim of the SCO.", "SCO", ""),
        (LAVROV_RU + "Россия выступает за евразийскую безопасность. Такова и цель ШОС.", "SCO", ""),
        (LAVROV_AR + "روسيا تدعم الأمن الأوراسي. وهذا هو هدف منظمة شنغهاي للتعاون.", "SCO", ""),
        (
            "Tokayev praised CICA. Within its framework, Kazakhstan advocates Eurasian security, he said.",
            "CICA",
            "",
        ),
        (
            "أشاد توكاييف بمنظمة شنغهاي للتعاون. وأضاف أن كازاخستان تدعو في إطارها إلى الأمن الأوراسي.",
            "SCO",
            "",
        ),
        ('Putin thanked the CIS. "Our association supports Eurasian security," he said.', "CIS", ""),
        # what is said to be the tool is named behind it, with those listed along
        (
            LAVROV_RU
            + "каркасом евразийской безопасности, которую поддерживает Россия, станут ОДКБ, СНГ и ШОС.",
            "CIS CSTO SCO",
            "",
        ),
        # blocs alone name no other principle; a verb may be but the way
        (
            LAVROV_EN
            + "Russia supports Eurasian security built by the efforts of the EAEU, the SCO and ASEAN.",
            "ASEAN EAEU SCO",
            "",
        ),
        (
            "دعا لوكاشينكو إلى منظومة للأمن الأوراسي تعتمد على منظمة معاهدة الأمن الجماعي لا على حلف الناتو.",
            "CSTO",
            "NATO",
        ),
        # spoken to, let in
        (LAVROV_EN + "Russia wants Eurasian security open to all, including members of NATO.", "", ""),
        ("In an interview with TV BRICS, Lavrov said Russia supports Eurasian security.", "", ""),
        (LAVROV_AR + "روسيا تدعو إلى أمن أوراسي مفتوح أمام الجميع بما فيهم أعضاء حلف الناتو.", "", ""),
    ],
)
def test_ways_to_eurasian_security_and_what_is_set_against_it(
    vocabulary: Vocabulary, text: str, via: str, contrast: str
) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = [p for p in positions if p.target == "principle:eurasian-security"]
    assert [(p.stance.value, p.via, p.contrast) for p in found] == [
        ("endorse", tuple(f"bloc:{b}" for b in via.split()), tuple(f"bloc:{b}" for b in contrast.split()))
    ]


def test_what_another_thing_is_an_alternative_to_is_not_wanted(vocabulary: Vocabulary) -> None:
    text = LAVROV_EN + "Russia proposes Eurasian security as an alternative to the Euro-Atlantic model."
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    assert {(p.target, p.stance.value) for p in positions} == {
        ("principle:eurasian-security", "endorse"),
        ("principle:euro-atlantic-security", "reject"),
    }


@pytest.mark.parametrize(
    ("text", "target", "blocs"),
    [
        (  # whoever is to fight a thing is the way to that
            "دعا الرئيس الإيراني مسعود بزشكيان إلى تعاون أعضاء منظمة شنغهاي للتعاون في مواجهة الأحادية.",
            "unilateralism",
            {"bloc:SCO"},
        ),
        (  # what the bloc is to do opens behind its own "that"
            "قال رامافوزا إن على مجموعة العشرين، برئاسة بلاده، أن تدافع عن التعددية.",
            "multilateralism",
            {"bloc:G20"},
        ),
        (  # another principle that spans the target parts nothing
            "Rahmon said Tajikistan supports the CSTO's efforts to fight terrorism and drug trafficking.",
            "counter-terrorism",
            {"bloc:CSTO"},
        ),
        (  # means that a bloc offers
            "Ушаков заявил, что Россия намерена использовать площадку ШОС, чтобы продвигать многополярность.",
            "multipolarity",
            {"bloc:SCO"},
        ),
        (  # "and" goes on with another thing than what is not wanted
            "دعت الجزائر إلى حل سياسي في ليبيا دون تدخل خارجي وبدور محوري للاتحاد الأفريقي.",
            "libya-settlement",
            {"bloc:AU"},
        ),
        (  # with whom a thing is talked over
            "Putin said that Russia was ready to discuss Eurasian security with the European Union and NATO.",
            "eurasian-security",
            set(),
        ),
        (
            "قال بوتين إن روسيا مستعدة لمناقشة الأمن الأوراسي مع الاتحاد الأوروبي والناتو.",
            "eurasian-security",
            set(),
        ),
        (  # the members of the bloc named last
            "Kanaani praised the SCO. He said Iran supports trade in national currencies with member states.",
            "national-currencies",
            {"bloc:SCO"},
        ),
        (  # where he sits who speaks
            "أكد المبعوث الصيني في مجلس الأمن دعم بلاده لحل الدولتين.",
            "two-state-solution",
            set(),
        ),
        (
            "Сафади приветствовал резолюцию Генассамблеи ООН о прекращении огня в Газе.",
            "gaza-ceasefire",
            set(),
        ),
    ],
)
def test_blocs_in_other_places_of_a_sentence(
    vocabulary: Vocabulary, text: str, target: str, blocs: set[str]
) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = [set(p.via) for p in positions if p.target == f"principle:{target}"]
    assert found == [blocs]


@pytest.mark.parametrize(
    "text",
    [
        LAVROV_EN + "in the SCO Eurasian security is respected, while in NATO everything is decided by one.",
        LAVROV_RU + "Россия за евразийскую безопасность в рамках ШОС, тогда как в НАТО все решает один.",
        LAVROV_AR + "منظومة الأمن الأوراسي يجب أن تنبثق من منظمة شنغهاي للتعاون لا أن يفرضها الناتو.",
    ],
)
def test_where_it_is_otherwise(vocabulary: Vocabulary, text: str) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = [p for p in positions if p.target == "principle:eurasian-security"]
    assert [(p.via, p.contrast) for p in found] == [(("bloc:SCO",), ("bloc:NATO",))]


@pytest.mark.parametrize(
    ("text", "target", "via", "contrast"),
    [
        (  # a chair or seat in a bloc that is put to use
            "As chair of BRICS, Brazil will press for reform of the United Nations, Lula da Silva said.",
            "un-reform",
            "BRICS",
            "",
        ),
        (
            "South African President Cyril Ramaphosa said his country would use its G20 presidency to push "
            "for reform of the international financial architecture.",
            "financial-system-reform",
            "G20",
            "",
        ),
        (
            "Finland's president said that NATO membership had strengthened European security.",
            "european-security",
            "NATO",
            "",
        ),
        (
            "Lavrov said NATO membership would not strengthen the sovereignty of Armenia.",
            "sovereignty",
            "",
            "",
        ),
        ("Индия использует свое членство в ШОС для борьбы с терроризмом.", "counter-terrorism", "SCO", ""),
        (
            "وقال لولا دا سيلفا إن البرازيل، بصفتها رئيسة لمجموعة بريكس، ستعمل على إصلاح مجلس الأمن.",
            "un-reform",
            "BRICS",
            "",
        ),
        (  # whose envoy works for it
            "Abdelatty reiterated Egypt's full support for the efforts of UN envoy Hans Grundberg to reach "
            "a political solution in Yemen.",
            "yemen-settlement",
            "UN",
            "",
        ),
        (  # by whose numbered resolution a conflict is to be settled; a charter is no way
            "Iraq stressed the need for a political solution in Syria in line with Security Council "
            "Resolution 2254.",
            "syria-settlement",
            "UNSC",
            "",
        ),
        ("وشدد العراق على الحل السياسي في سوريا وفق قرار مجلس الأمن 2254.", "syria-settlement", "UNSC", ""),
        (  # who fights what is rejected
            "Pezeshkian said that BRICS could neutralize unilateral sanctions by its own payment system.",
            "unilateral-sanctions",
            "BRICS",
            "",
        ),
        (
            "Багаи заявил, что членство в БРИКС помогает Ирану противостоять односторонним санкциям.",
            "unilateral-sanctions",
            "BRICS",
            "",
        ),
        (  # not who is to condemn it
            "Araghchi called on the UN Security Council to condemn the Israeli strikes.",
            "israeli-strikes",
            "",
            "",
        ),
        (  # what a relative clause tells of another thing
            "Safadi urged the UN Security Council to stop the annexation, which undermines the two-state "
            "solution.",
            "two-state-solution",
            "",
            "",
        ),
        (  # the members of the bloc at whose summit it is said; of two fights joined by "and" both
            "Kyrgyz President Sadyr Japarov opened a session of the CSTO. He called on the member states to "
            "pool their efforts against terrorism and drug trafficking.",
            "transnational-crime",
            "CSTO",
            "",
        ),
        (  # venues each behind its own preposition
            "Rudenko said Eurasian security should be built in the SCO, in the CIS and with ASEAN.",
            "eurasian-security",
            "ASEAN CIS SCO",
            "",
        ),
        (  # who somebody is; some of a bloc
            "Pakistan, a member of the SCO, condemned the Israeli strikes.",
            "israeli-strikes",
            "",
            "",
        ),
        (
            "France, with its European partners, supports the two-state solution.",
            "two-state-solution",
            "",
            "",
        ),
        (
            "ودعا أردوغان الدول الإسلامية، خلال اجتماع منظمة التعاون الإسلامي، إلى الاعتراف بدولة فلسطين.",
            "palestinian-statehood",
            "",
            "",
        ),
        (  # the bloc named again is not those it was named with
            "وتحدث السيسي عن مجموعة العشرين والاتحاد الأفريقي، وقال إن الاتحاد يستطيع "
            "إنهاء الحرب في السودان.",
            "sudan-settlement",
            "AU",
            "",
        ),
        (  # which it is no rival of
            "Belarus sees the Eurasian Economic Union not as a rival to the EU but as a pillar of the "
            "Greater Eurasian Partnership.",
            "greater-eurasian-partnership",
            "EAEU",
            "",
        ),
        ("Lavrov said that NATO was not able to ensure European security.", "european-security", "", "NATO"),
        ("وقال لافروف إن الناتو عاجز عن ضمان الأمن الأوروبي.", "european-security", "", "NATO"),
        (
            "Putin said that the G7 no longer reflected the world as it is and that BRICS was becoming the "
            "voice of a multipolar world.",
            "multipolarity",
            "BRICS",
            "G7",
        ),
        (  # what is done outside a body harms it, so that it is needed
            "وقال لافروف إن أي عمل أحادي خارج مجلس الأمن انتهاك لميثاق الأمم المتحدة.",
            "un-charter",
            "UNSC",
            "",
        ),
    ],
)
def test_offices_envoys_fights_and_what_is_none(
    vocabulary: Vocabulary, text: str, target: str, via: str, contrast: str
) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = {(p.via, p.contrast) for p in positions if p.target == f"principle:{target}"}
    assert found == {(tuple(f"bloc:{b}" for b in via.split()), tuple(f"bloc:{b}" for b in contrast.split()))}


@pytest.mark.parametrize(
    ("text", "target", "via", "contrast"),
    [
        (  # several, not the one named last
            "Мирзиеев рассказал о работе СНГ и ШОС. По его словам, обе организации должны бороться с "
            "терроризмом.",
            "counter-terrorism",
            "CIS SCO",
            "",
        ),
        (  # whose members are called upon, right behind who calls
            "ودعا وانغ يي الدول الأعضاء في منظمة شنغهاي للتعاون إلى مكافحة الإرهاب.",
            "counter-terrorism",
            "SCO",
            "",
        ),
        (
            "Токаев призвал государства - члены ОДКБ объединить усилия в борьбе с терроризмом и "
            "наркотрафиком.",
            "transnational-crime",
            "CSTO",
            "",
        ),
        (  # on what an order is not to be built
            "وقال لافروف إن الأمن الأوراسي لا ينبغي أن يبنى على الناتو بل على منظمة شنغهاي للتعاون.",
            "eurasian-security",
            "SCO",
            "NATO",
        ),
        (  # what is not needed for it, told before
            "«Мы не нуждаемся в НАТО. Евразийскую безопасность обеспечат сами страны континента», — сказал "
            "Лавров.",
            "eurasian-security",
            "",
            "NATO",
        ),
        (  # where somebody wants to go; whose principles only are named; which it is no rival of
            "Вучич подтвердил, что Сербия стремится в ЕС и уважает территориальную целостность Украины.",
            "territorial-integrity",
            "",
            "",
        ),
        ("وجددت مصر تمسكها بمبادئ الاتحاد الأفريقي وبعدم التدخل.", "non-interference", "", ""),
        (
            "ЕАЭС не альтернатива ЕС, а опора Большого евразийского партнерства, заявил Турчин.",
            "greater-eurasian-partnership",
            "EAEU",
            "",
        ),
        ("ووصف لافروف بريكس بأنها نموذج للعالم متعدد الأقطاب.", "multipolarity", "BRICS", ""),
    ],
)
def test_whose_members_what_is_not_needed_and_what_is_only_named(
    vocabulary: Vocabulary, text: str, target: str, via: str, contrast: str
) -> None:
    positions = extract(Article(text, "own.txt"), vocabulary, TODAY).positions
    found = {(p.via, p.contrast) for p in positions if p.target == f"principle:{target}"}
    assert found == {(tuple(f"bloc:{b}" for b in via.split()), tuple(f"bloc:{b}" for b in contrast.split()))}
