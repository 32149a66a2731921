"""What becomes an event, when, where and with whom; sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Event, Record
from ontology.vocabulary import Vocabulary

TODAY = date(2026, 1, 1)
ARABIC = "الرياض - 9 يونيو 2024\nقال الناشر إن الطقس معتدل اليوم.\n\n"
RUSSIAN = "9 июня 2024 года\nПогода в редакции хорошая.\n\n"
ENGLISH = "June 9, 2024\nThe weather at the office is fine.\n\n"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


def record(vocabulary: Vocabulary, text: str) -> Record:
    return extract(Article(text, "own.txt"), vocabulary, TODAY)


def events(vocabulary: Vocabulary, text: str) -> tuple[Event, ...]:
    return record(vocabulary, text).events


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "والتقى لافروف في بكين نظيره الصيني وانغ يي أمس السبت.",
            "bilateral-meeting",
            "2024-06-08",
        ),
        ("وقال لافروف في مقابلة مع صحيفة إن بلاده تدعم الحوار.", "interview", "2024-06-09"),
        ("وأوضح لافروف، في مؤتمر صحفي، أن بلاده تدعم الحوار.", "press-conference", "2024-06-09"),
        ("وقال لافروف في ندوة صحفية بالجزائر إن بلاده تدعم الحوار.", "press-conference", "2024-06-09"),
        ("وقال لافروف خلال لقاء صحافي مشترك إن بلاده تدعم الحوار.", "press-conference", "2024-06-09"),
        ("وكانت الولايات المتحدة قد انسحبت من الاتفاق النووي عام 2018.", "treaty-withdrawn", "2018"),
        ("وستعقد القمة المقبلة لمنظمة شنغهاي للتعاون في الصين عام 2025.", "summit", "2025"),
        ("وقال لافروف في حديث لوكالة تاس إن بلاده تدعم الحوار.", "interview", "2024-06-09"),
        ("وتشن بريطانيا منذ أيام غارات على مواقع في اليمن.", "attack", "2024-06-09"),
        ("واستخدمت روسيا أمس السبت حق النقض في مجلس الأمن.", "vote", "2024-06-08"),
        ("وخاطب لافروف المشاركين في افتتاح أشغال الندوة الدولية بوهران.", "conference", "2024-06-09"),
        (
            "وكانت إيران قد قالت إن ترامب انسحب في ولايته الأولى عام 2018 من الاتفاق النووي.",
            "treaty-withdrawn",
            "2018",
        ),
        ("ورعت قطر جولات من الحوار بين روسيا وأوكرانيا خلال عامي 2022 و2023.", "talks", "2022"),
    ],
)
def test_arabic_happenings(vocabulary: Vocabulary, text: str, kind: str, day: str) -> None:
    found = events(vocabulary, ARABIC + text)
    assert [(e.kind, e.date) for e in found] == [(kind, day)]


@pytest.mark.parametrize(
    "text",
    [
        "ودعا الوزير إلى عقد مؤتمر دولي للسلام في باريس.",
        "وأكد ضرورة استئناف المفاوضات بين الجانبين.",
        "وأخفق الوزراء في إصدار بيان مشترك.",
        "ونفى الكرملين وجود ترتيبات لقمة بين بوتين وزيلينسكي.",
        "وشدد على أهمية احترام الاتفاقات الموقعة.",
    ],
)
def test_what_is_wished_for_or_denied_is_no_event(vocabulary: Vocabulary, text: str) -> None:
    assert not [e for e in events(vocabulary, ARABIC + text) if e.kind != "statement-issued"]


def test_tellings_of_one_meeting_are_one_event(vocabulary: Vocabulary) -> None:
    text = (
        "التقى وزير الخارجية الروسي سيرغي لافروف في بكين اليوم نظيره الصيني وانغ يي.\n\n"
        "وجرى خلال اللقاء بحث العلاقات.\n\nوقال لافروف في ختام المباحثات إن بلاده تقدر موقف الصين."
    )
    (meeting,) = events(vocabulary, ARABIC + text)
    assert meeting.place == "place:beijing"
    assert {"person:sergey-lavrov", "person:wang-yi", "state:RU", "state:CN"} <= set(meeting.participants)


def test_the_last_day_of_a_range_ends_an_event(vocabulary: Vocabulary) -> None:
    text = "وتجري روسيا وبيلاروس مناورات مشتركة انطلقت أمس السبت وتستمر حتى 15 يونيو."
    (drill,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "exercise"]
    assert (drill.date, drill.ends) == ("2024-06-08", "2024-06-15")


def test_a_bloc_convenes_its_summit(vocabulary: Vocabulary) -> None:
    text = "واختتمت في أستانا أمس السبت قمة منظمة شنغهاي للتعاون بمشاركة الرئيس الروسي فلاديمير بوتين."
    (summit,) = events(vocabulary, ARABIC + text)
    assert (summit.kind, summit.convened_by, summit.place) == ("summit", "bloc:SCO", "place:astana")


def test_a_statement_without_an_occasion_is_issued(vocabulary: Vocabulary) -> None:
    text = "9 يونيو 2024\n\nأكد وزير الخارجية الروسي سيرغي لافروف أن بلاده تدعم عالما متعدد الأقطاب."
    (statement,) = events(vocabulary, text)
    assert statement.kind == "statement-issued"
    assert statement.participants == ("person:sergey-lavrov", "state:RU")


def test_positions_know_the_event_at_which_they_were_stated(vocabulary: Vocabulary) -> None:
    text = "وقال لافروف في مقابلة مع صحيفة أمس السبت إن روسيا تدعم بناء عالم متعدد الأقطاب."
    found = record(vocabulary, ARABIC + text)
    (interview,) = found.events
    (position,) = [p for p in found.positions if p.target == "principle:multipolarity"]
    assert (position.event, position.said_on) == (interview.id, "2024-06-08")


def test_two_reports_of_one_meeting_give_one_id(vocabulary: Vocabulary) -> None:
    one = events(vocabulary, ARABIC + "والتقى لافروف في بكين نظيره الصيني وانغ يي أمس السبت.")
    other = events(vocabulary, RUSSIAN + "Сергей Лавров встретился в Пекине с Ван И 8 июня.")
    third = events(vocabulary, ENGLISH + "Sergey Lavrov met with Wang Yi in Beijing on June 8.")
    assert len({e.id for found in (one, other, third) for e in found if e.plover == "CONSULT"}) == 1


def test_an_event_without_a_day_is_the_articles_own(vocabulary: Vocabulary) -> None:
    text = "يذكر أن وزير الخارجية الروسي كان قد التقى في وقت سابق نظيره الصيني."
    one = events(vocabulary, ARABIC + text)
    other = events(vocabulary, ARABIC + text + "\n\nوالطقس معتدل.")
    assert [e.date for e in (*one, *other)] == [None, None]
    assert one[0].id != other[0].id


def test_places_are_where_something_happens(vocabulary: Vocabulary) -> None:
    text = (
        "والتقى لافروف في بكين نظيره الصيني وانغ يي أمس السبت.\n\n"
        "ويعيش المتقاعد في مدينة جنيف منذ سنوات.\n\nوتناول التقرير الوضع في قطاع غزة."
    )
    assert [p.id for p in record(vocabulary, ARABIC + text).places] == ["place:beijing", "place:gaza"]


def test_a_bare_word_founds_no_event(vocabulary: Vocabulary) -> None:
    assert not events(vocabulary, ARABIC + "وتابع المواطنون القمة باهتمام.")


def test_evidence_is_verbatim(vocabulary: Vocabulary) -> None:
    text = ARABIC + "والتقى لافروف في بكين نظيره الصيني وانغ يي أمس السبت."
    for event in events(vocabulary, text):
        assert text[event.evidence.start : event.evidence.end] == event.evidence.text


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "The ministers agreed to jointly address the drought in Somalia with Kenya.",
        ARABIC + "وأضاف لافروف أن الغرب ضرب عرض الحائط بالميثاق.",
    ],
)
def test_what_only_sounds_like_a_happening(vocabulary: Vocabulary, text: str) -> None:
    assert not {"address", "attack"} & {e.kind for e in events(vocabulary, text)}


def test_a_text_that_is_itself_the_joint_statement(vocabulary: Vocabulary) -> None:
    text = "Joint Statement by France and Germany on Libya\nJune 9, 2024\n\nWe support a ceasefire in Libya."
    (found,) = events(vocabulary, text)
    assert found.kind == "joint-statement"
    assert {"state:FR", "state:DE"} <= set(found.participants)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # 9 June 2024 is a Sunday.
        (
            ENGLISH + "ECOWAS is due to hold its own summit on Wednesday in Abuja.",
            [("summit", "2024-06-12")],
        ),
        (
            ENGLISH + "Speaking at the SCO summit in Astana, Lavrov said Russia backs the dialogue.",
            [("address", "2024-06-09"), ("summit", "2024-06-09")],
        ),
        (
            ENGLISH + "Lavrov made the remarks at a regular press briefing in Moscow.",
            [("press-conference", "2024-06-09")],
        ),
        (
            RUSSIAN + "Саммит БРИКС прошел в Казани 7 июня. Следующий саммит состоится в 2025 году.",
            [("summit", "2024-06-07"), ("summit", "2025")],
        ),
        (RUSSIAN + "Вопрос обсудили под председательством Армении.", []),
        (RUSSIAN + "Речь идет о выступлении России на форуме.", []),
        (
            RUSSIAN + "Токаев приехал в Москву на сессию Совета коллективной безопасности: "
            "в этом году ОДКБ исполняется 20 лет.",
            [("visit", "2024-06-09"), ("summit", "2024-06-09")],
        ),
        (
            RUSSIAN + "Договор о границе Узбекистан и Киргизия подписали в январе 2023 года.",
            [("treaty-signed", "2023-01")],
        ),
        (RUSSIAN + "Договор с Арменией Азербайджан еще не подписал.", []),
        (RUSSIAN + "Иран и Египет станут полноправными членами БРИКС 1 июля.", [("accession", "2024-07-01")]),
        (RUSSIAN + "Мали и Нигер покинули ЭКОВАС в январе.", [("withdrawal", "2024-01")]),
        (
            RUSSIAN + "Лавров, встречаясь в Пекине с Ван И, поддержал Китай.",
            [("bilateral-meeting", "2024-06-09")],
        ),
        (
            RUSSIAN + "«Известиям» рассказал Лавров, что Россия поддерживает диалог.",
            [("interview", "2024-06-09")],
        ),
        (
            RUSSIAN + "Об этом Лавров сказал на совместной с министром Китая пресс-конференции.",
            [("press-conference", "2024-06-09")],
        ),
    ],
)
def test_russian_and_english_happenings(
    vocabulary: Vocabulary, text: str, found: list[tuple[str, str]]
) -> None:
    assert sorted((e.kind, e.date) for e in events(vocabulary, text)) == sorted(found)


def test_a_headline_only_assumes_its_day(vocabulary: Vocabulary) -> None:
    text = (
        "Саммит БРИКС принял декларацию\n9 июня 2024 года\n\n"
        "Декларация БРИКС была принята 7 июня. Об этом сообщили организаторы встречи в Казани."
    )
    assert [e.date for e in events(vocabulary, text) if e.kind == "document-adopted"] == ["2024-06-07"]


def test_two_summits_in_one_place_on_one_day_are_one(vocabulary: Vocabulary) -> None:
    text = (
        ENGLISH + "Mali and Niger held a summit in Niamey on Saturday. "
        "Lavrov opened the summit of the Alliance of Sahel States in Niamey on Saturday."
    )
    assert [e.kind for e in events(vocabulary, text)].count("summit") == 1


def test_whoever_spoke_for_his_state_is_named_as_speaker(vocabulary: Vocabulary) -> None:
    text = (
        "Министр иностранных дел Сергей Лавров заявил, что Россия за диалог. "
        "«Мы открыты», - сказал министр в беседе с журналистами."
    )
    found = events(vocabulary, RUSSIAN + text)
    assert [(e.kind, "person:sergey-lavrov" in e.participants) for e in found] == [("press-conference", True)]


def test_an_attack_condemned_at_large_is_no_event(vocabulary: Vocabulary) -> None:
    text = "The SCO condemned attacks on shipping, according to Lavrov."
    assert not [e for e in events(vocabulary, ENGLISH + text) if e.kind == "attack"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "وقال لافروف أمام وزراء دول منظمة شنغهاي للتعاون المجتمعين في بكين إن الحوار ضرورة.",
            "ministerial-meeting",
        ),
        ("ودعا بوتين إلى الحوار أمام قادة دول مجموعة بريكس المجتمعين في قازان.", "summit"),
        ("وأوضح لافروف في تصريح صحفي أن بلاده تدعم الحوار.", "press-conference"),
        ("وأوضح لافروف في حديث نقلته وكالة تاس أن بلاده تدعم الحوار.", "press-conference"),
        ("وأكد لافروف، في حديث أجرته معه قناة تلفزيونية، أن بلاده تدعم الحوار.", "interview"),
        ("وقال لافروف في لقاء تلفزيوني مع الصحفي المعروف إن بلاده تدعم الحوار.", "interview"),
        ("وكتب لافروف في مقال نشرته صحيفة محلية أن بلاده تدعم الحوار.", "statement-issued"),
        ("وأكد لافروف خلال لقائه طلاب الجامعة أن بلاده تدعم الحوار.", "address"),
    ],
)
def test_arabic_occasions(vocabulary: Vocabulary, text: str, kind: str) -> None:
    assert kind in [e.kind for e in events(vocabulary, ARABIC + text)]


@pytest.mark.parametrize(
    "text",
    [
        "وأعلنت فرنسا رفضها فرض العقوبات على إيران خارج مجلس الأمن.",
        "واتفقت روسيا ومصر على أن يجري سحب القوات من ليبيا.",
        "وقال لافروف إن بروكسل تعرقل التوصل إلى اتفاق بشأن أوكرانيا.",
        "وتابع الوزيران مستجدات المفاوضات بين إيران والولايات المتحدة.",
    ],
)
def test_arabic_what_is_only_spoken_of(vocabulary: Vocabulary, text: str) -> None:
    kinds = {"sanctions-imposed", "withdrawal", "agreement", "talks"}
    assert not kinds & {e.kind for e in events(vocabulary, ARABIC + text)}


def test_a_date_in_a_quotation_is_not_that_of_the_meeting_around_it(vocabulary: Vocabulary) -> None:
    text = (
        "وقال لافروف بعد وصوله إلى بكين للمشاركة في قمة منظمة شنغهاي للتعاون: "
        '"من هاجم إيران في مارس 2023 إنما هاجم ميثاق الأمم المتحدة كله".'
    )
    (summit,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "summit"]
    assert summit.date == "2024-06-09"


def test_a_denial_does_not_reach_past_a_conjunction_of_time(vocabulary: Vocabulary) -> None:
    text = "وقال باشينيان إن المنظمة لم تف بوعودها حين تعرضت أرمينيا لهجوم أذربيجان في سبتمبر 2022."
    (attack,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "attack"]
    assert attack.date == "2022-09"


def test_a_host_named_by_a_relative_clause_is_the_place(vocabulary: Vocabulary) -> None:
    text = "واتفق قادة منظمة شنغهاي للتعاون في ختام قمتهم التي استضافتها أستانا أمس السبت على خطة."
    (summit,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "summit"]
    assert (summit.date, summit.place) == ("2024-06-08", "place:astana")


def test_a_gathering_that_names_nobody_is_that_of_the_bloc_just_heard(vocabulary: Vocabulary) -> None:
    text = (
        "وأيد وزراء خارجية دول مجموعة بريكس إصلاح الأمم المتحدة. ونشر النص بعد لقاء الوزراء في ريو دي جانيرو."
    )
    (meeting,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "ministerial-meeting"]
    assert (meeting.convened_by, meeting.place) == ("bloc:BRICS", "place:rio-de-janeiro")


def test_an_occasion_to_come_holds_no_statement_back(vocabulary: Vocabulary) -> None:
    text = (
        "مينسك - وكالات:\n\n27-10-2025\n\n"
        "أعلنت وزارة الخارجية البيلاروسية، اليوم الاثنين، أن دولا كثيرة ستكون ممثلة في مؤتمر مينسك الدولي، "
        "الذي ينعقد يومي 28 و29 أكتوبر الجاري.\n\nوأعربت الوزارة عن تأييدها للحوار.\n"
    )
    assert {"statement-issued", "conference"} <= {e.kind for e in events(vocabulary, text)}


def test_ministers_met_in_a_relative_clause(vocabulary: Vocabulary) -> None:
    text = (
        "Lavrov told reporters in Bishkek, where the foreign ministers of the Collective Security "
        "Treaty Organization had met."
    )
    assert "ministerial-meeting" in [e.kind for e in events(vocabulary, ENGLISH + text)]


def test_words_said_in_the_council_are_of_its_session(vocabulary: Vocabulary) -> None:
    text = "«Мир нужен всем», - сказал Лавров в Совете Безопасности ООН в Нью-Йорке."
    assert "session" in [e.kind for e in events(vocabulary, RUSSIAN + text)]


@pytest.mark.parametrize(
    ("lead", "text", "kind", "day"),
    [
        (ARABIC, "وسيلقي لافروف كلمة في الاجتماع.", None, None),
        (ARABIC, "وشن مندوب السودان هجوما على إيران.", None, None),
        (ARABIC, "وأصدرت روسيا والصين رسالة مشتركة أمس السبت.", "joint-statement", "2024-06-08"),
        (ARABIC, "وحاورت وكالة الأنباء وزير الخارجية التركي هاكان فيدان.", "interview", "2024-06-09"),
        (ENGLISH, "Indonesia, a BRICS member since January, wants peace.", "accession", "2024-01"),
        (ENGLISH, "Russian negotiators arrived to meet the Ukrainian side.", "talks", "2024-06-09"),
        (
            ENGLISH,
            "The truce between Pakistan and Iran was reached in Doha last month.",
            "agreement",
            "2024-05",
        ),
        (RUSSIAN, "За резолюцию проголосовали Россия и Китай.", "vote", "2024-06-09"),
        (RUSSIAN, "Лавров рассказал корреспонденту «Труда» о визите.", "interview", "2024-06-09"),
        (RUSSIAN, "Франция выделила 20 млн долларов Ливану.", "aid", "2024-06-09"),
        (
            RUSSIAN,
            "Совет Безопасности ООН в пятницу, 7 июня, провел экстренное заседание.",
            "session",
            "2024-06-07",
        ),
        (RUSSIAN, "Сергей Лавров заявил российскому телеканалу о новых планах.", "interview", "2024-06-09"),
    ],
)
def test_more_happenings(
    vocabulary: Vocabulary, lead: str, text: str, kind: str | None, day: str | None
) -> None:
    found = events(vocabulary, lead + text)
    assert [(e.kind, e.date) for e in found] == ([(kind, day)] if kind else [])


def test_ministers_who_speak_in_a_lead_had_met(vocabulary: Vocabulary) -> None:
    text = "June 9, 2024\n\nEU foreign ministers failed in Brussels on Saturday to agree on new sanctions."
    found = {e.kind: e for e in events(vocabulary, text)}
    assert (found["ministerial-meeting"].date, found["ministerial-meeting"].place) == (
        "2024-06-08",
        "place:brussels",
    )


def test_several_sides_make_a_joint_statement(vocabulary: Vocabulary) -> None:
    text = "Россия и Китай осудили удары, говорится в тексте."
    assert [e.kind for e in events(vocabulary, RUSSIAN + text)] == ["joint-statement"]


def test_both_who_met_take_part(vocabulary: Vocabulary) -> None:
    text = "June 9, 2024\n\nSergey Lavrov said on Saturday as he met with Wang Yi that all is well."
    (meeting,) = [e for e in events(vocabulary, text) if e.kind == "bilateral-meeting"]
    assert {"state:RU", "state:CN"} <= set(meeting.participants)


def test_the_eve_of_a_meeting_dates_it(vocabulary: Vocabulary) -> None:
    text = "وقال لافروف ذلك عشية الاجتماع الوزاري لمنظمة الأمن والتعاون في أوروبا في فيينا."
    (meeting,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "ministerial-meeting"]
    assert meeting.date == "2024-06-10"


def test_the_title_of_a_transcript_names_the_occasion(vocabulary: Vocabulary) -> None:
    text = (
        "Sergey Lavrov's answers to media questions, June 9, 2024\n\n"
        "We are for a multipolar world. It is coming.\n"
    )
    assert "press-conference" in {e.kind for e in events(vocabulary, text)}


def test_a_plan_dates_no_words(vocabulary: Vocabulary) -> None:
    text = (
        "Россия готовит конференцию, которая откроется в Дамаске в ноябре, говорится в сообщении МИД России."
    )
    (statement,) = [e for e in events(vocabulary, RUSSIAN + text) if e.kind == "statement-issued"]
    assert statement.date == "2024-06-09"


def test_a_conference_of_nobodys_is_that_of_the_host(vocabulary: Vocabulary) -> None:
    text = "وينعقد مؤتمر مينسك الدولي حول الأمن الأوراسي يوم 28 أكتوبر المقبل في مينسك."
    (conference,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "conference"]
    assert conference.convened_by == "state:BY"


def test_who_speaks_on_is_whoever_was_named_before(vocabulary: Vocabulary) -> None:
    text = (
        "حاول الرئيس الصربي ألكسندر فوتشيتش إرضاء الجميع.\n\nوقال للصحفيين في بلغراد: لا جديد.\n\n"
        "وفي موسكو قالت ماريا زاخاروفا إن بلادها راضية."
    )
    (press,) = [e for e in events(vocabulary, "9 يونيو 2024\n\n" + text) if e.kind == "press-conference"]
    assert "person:aleksandar-vucic" in press.participants


def test_what_two_discuss_takes_no_part(vocabulary: Vocabulary) -> None:
    found = events(vocabulary, RUSSIAN + "Лавров обсудил с Ван И обстановку на Украине.")
    assert ["state:UA" in event.participants for event in found] == [False]


def test_a_document_that_says_so_is_the_one_adopted(vocabulary: Vocabulary) -> None:
    text = "Лидеры БРИКС приняли декларацию. «Нужен многополярный мир», — говорится в документе."
    assert [event.kind for event in events(vocabulary, RUSSIAN + text)] == ["document-adopted"]


def test_a_sitting_of_a_summit_is_no_other_event(vocabulary: Vocabulary) -> None:
    text = "Саммит ШОС прошел в Астане 7 июня. Токаев, выступивший на пленарном заседании, осудил терроризм."
    assert [event.kind for event in events(vocabulary, RUSSIAN + text)] == ["summit"]


def test_the_next_meeting_is_one_of_those_who_met(vocabulary: Vocabulary) -> None:
    text = "Встреча глав государств ШОС прошла в Астане 7 июня. Следующая встреча состоится в 2026 году."
    found = events(vocabulary, RUSSIAN + text)
    assert [(e.kind, e.date, e.convened_by) for e in found] == [
        ("summit", "2024-06-07", "bloc:SCO"),
        ("summit", "2026", "bloc:SCO"),
    ]


def test_a_call_of_two_ministers_has_both(vocabulary: Vocabulary) -> None:
    text = "شدد وزيرا خارجية مصر والأردن بدر عبد العاطي وأيمن الصفدي على الحوار. وجاء ذلك في مكالمة هاتفية."
    (call,) = [e for e in events(vocabulary, text) if e.kind == "phone-call"]
    assert {"person:badr-abdelatty", "person:ayman-safadi"} <= set(call.participants)


def test_a_wish_to_join_is_no_accession(vocabulary: Vocabulary) -> None:
    text = "قال الرئيس الجزائري عبد المجيد تبون إن بلاده ترغب في انضمامها إلى بريكس."
    assert "accession" not in {event.kind for event in events(vocabulary, text)}


def test_the_year_of_a_convention_dates_no_statement(vocabulary: Vocabulary) -> None:
    text = "9 يونيو 2024\n\nأصدرت الصين ورابطة آسيان بيانا مشتركا، ومما جاء فيه اتفاقية البحار لعام 1982."
    (statement,) = [e for e in events(vocabulary, text) if e.kind == "joint-statement"]
    assert statement.date != "1982"


def test_whose_words_are_reported_took_part_though_only_states_are_named(vocabulary: Vocabulary) -> None:
    text = (
        "أكد وزير الخارجية التركي هاكان فيدان دعم بلاده لوحدة سوريا.\n"
        "جاء ذلك في اتصال هاتفي بين تركيا والولايات المتحدة.\n"
        "من جانبه رحب وزير الخارجية الأمريكي ماركو روبيو بوقف إطلاق النار في غزة."
    )
    (call,) = [e for e in events(vocabulary, ARABIC + text) if e.kind == "phone-call"]
    assert {"person:hakan-fidan", "person:marco-rubio"} <= set(call.participants)


@pytest.mark.parametrize(
    "text",
    ["وجرى اتصال هاتفي بين مصر وقطر.", "وأجرت مصر مباحثات مع قطر.", "وعقدت محادثات بين مصر وقطر في الدوحة."],
)
def test_between_two_states_are_both(vocabulary: Vocabulary, text: str) -> None:
    (met,) = events(vocabulary, ARABIC + text)
    assert {"state:EG", "state:QA"} <= set(met.participants)


def _told(vocabulary: Vocabulary, text: str) -> list[tuple[str, str | None]]:
    return [(event.kind, event.date) for event in events(vocabulary, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a day told between the verb and the sitting is that of both
        (ARABIC + "وعقد مجلس جامعة الدول العربية، أمس السبت، دورة غير عادية.", [("session", "2024-06-08")]),
        # what lies ahead is announced, though no word says so
        (ENGLISH + "India and Japan plan naval exercises on 20 September.", [("exercise", "2024-09-20")]),
        (ENGLISH + "North Korea said that Russia sent no missiles to Belarus.", []),
        # the last day of a gathering dates no other one
        (
            ARABIC + "وافتتحت قمة منظمة شنغهاي للتعاون في أستانا أمس السبت. وتختتم القمة غدا.",
            [("summit", "2024-06-08")],
        ),
        # one more of a series
        (
            ARABIC + "وعقدت روسيا وتركيا مشاورات في موسكو أمس. وجرت الجولة الأولى يوم 27 فبراير الماضي.",
            [("talks", "2024-06-08"), ("talks", "2024-02-27")],
        ),
        (
            RUSSIAN + "Саммит НАТО прошел в Мадриде 7 июня. Он напомнил решение саммита 2008 года.",
            [("summit", "2024-06-07"), ("summit", "2008")],
        ),
        # who met somebody of the same state met another time
        (
            RUSSIAN + "Лавров провел переговоры с Ван И. Вечером гостя принял Си Цзиньпин.",
            [("talks", "2024-06-09"), ("bilateral-meeting", "2024-06-09")],
        ),
        # only who was not there is told
        (RUSSIAN + "Россия осудила Армению: она не участвует в учениях ОДКБ.", []),
        # what two agreed on by phone may lie ahead, the call does not
        (
            ENGLISH + "Sergey Lavrov and Wang Yi agreed by telephone to reopen the border on September 26.",
            [("phone-call", "2024-06-09"), ("agreement", "2024-06-09")],
        ),
        # a date behind "that" is of what was said
        (
            ENGLISH + "Sergey Lavrov told reporters that Russia backed the truce of May 5.",
            [("press-conference", "2024-06-09")],
        ),
        # a word of going on is no "until"
        (
            RUSSIAN + "Москва провела консультации с Анкарой по этому вопросу в мае 2023 года.",
            [("talks", "2023-05")],
        ),
        # those who arrived to meet did so on one day
        (
            RUSSIAN + "Лавров прибыл в пятницу, 7 июня, в Пекин, где проведет переговоры с Ван И.",
            [("visit", "2024-06-07"), ("bilateral-meeting", "2024-06-07")],
        ),
    ],
)
def test_when_it_was(vocabulary: Vocabulary, text: str, found: list[tuple[str, str | None]]) -> None:
    assert sorted(_told(vocabulary, text), key=str) == sorted(found, key=str)


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # adjectives before the verb tell by whom
        (ARABIC + "وكانت طائرات إسرائيلية قد قصفت مطار حماة أمس السبت.", "attack", {"state:IL"}),
        # a verb between two persons
        (
            ENGLISH + "Antony Blinken met China's Wang Yi for an hour.",
            "bilateral-meeting",
            {"state:US", "state:CN"},
        ),
        # the two of them
        (
            ENGLISH + "Sergey Lavrov praised Wang Yi. The two ministers signed a treaty on Saturday.",
            "treaty-signed",
            {"state:RU", "state:CN"},
        ),
        # whoever did it stands before a verb whose own words name only others
        (
            ENGLISH + "The European Union met here and agreed to impose sanctions on Iran.",
            "sanctions-imposed",
            {"bloc:EU", "state:IR"},
        ),
        # a verb of a deed draws no names away
        (
            RUSSIAN + "Ван И провел в Дели раунд переговоров с Субраманьямом Джайшанкаром.",
            "talks",
            {"state:CN", "state:IN"},
        ),
        # a body of a state
        (RUSSIAN + "Сенат США проголосовал против в субботу.", "vote", {"org:us-senate", "state:US"}),
        (ENGLISH + "Lavrov praised Turkey. The elections on May 14 are near.", "election", {"state:TR"}),
    ],
)
def test_who_took_part(vocabulary: Vocabulary, text: str, kind: str, sides: set[str]) -> None:
    assert [sides <= set(e.participants) for e in events(vocabulary, text) if e.kind == kind] == [True]


def test_a_place_behind_a_bloc_is_where_it_met(vocabulary: Vocabulary) -> None:
    text = "Эрдоган на обратном пути с саммита НАТО в Вашингтоне осудил санкции."
    (summit,) = [e for e in events(vocabulary, RUSSIAN + text) if e.kind == "summit"]
    assert (summit.convened_by, summit.place) == ("bloc:NATO", "place:washington")


def test_talks_are_told_though_a_principle_is_named_by_the_same_words(vocabulary: Vocabulary) -> None:
    text = "On the margins of the summit JD Vance held talks with Ukrainian President Volodymyr Zelensky."
    (talks,) = [e for e in events(vocabulary, ENGLISH + text) if e.kind == "talks"]
    assert {"state:US", "state:UA"} <= set(talks.participants)


def test_who_only_travels_makes_no_statement(vocabulary: Vocabulary) -> None:
    text = "9 июня 2024\n\nМинистр иностранных дел Сергей Лавров прилетел в Пекин."
    assert _told(vocabulary, text) == [("visit", "2024-06-09")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            ENGLISH + "Sergey Lavrov and Wang Yi met over breakfast on Saturday.",
            [("bilateral-meeting", "2024-06-08")],
        ),
        # the bare year is the treaty's
        (RUSSIAN + "Москва вышла из соглашения 2018 года в мае.", [("treaty-withdrawn", "2024-05")]),
        # a verb in the present with a day of the week: it is yet to come
        (ARABIC + "ويصل لافروف إلى بكين الجمعة.", [("visit", "2024-06-14")]),
        # what is only said to have been
        (ARABIC + "ونفت روسيا ما تردد عن طرد سفير تركيا.", []),
    ],
)
def test_present_past_and_hearsay(
    vocabulary: Vocabulary, text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [one for one in _told(vocabulary, text) if one[0] != "statement-issued"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a title that asks tells nothing
        ("هل تطرد تونس السفير التركي؟\n9 يونيو 2024\n\nالطقس معتدل اليوم في العاصمة كلها.", []),
        # the names behind the next phrase are that one's
        (
            ARABIC + "وعقد مجلس التعاون لدول الخليج العربية اجتماعه الوزاري أمس السبت. "
            "وعلى هامش الاجتماع التقى عبدالله اليحيا نظيره الياباني.",
            [("ministerial-meeting", "2024-06-08"), ("bilateral-meeting", "2024-06-09")],
        ),
        # an address of one day is no press conference of another
        (
            RUSSIAN + "Лавров, выступая на форуме в пятницу, 7 июня, осудил санкции. "
            "На итоговой пресс-конференции Лавров сказал, что Россия за диалог.",
            [("address", "2024-06-07"), ("forum", "2024-06-07"), ("press-conference", "2024-06-09")],
        ),
        # whose margins they are needs no other forum
        (
            RUSSIAN + "Заседание Совета министров ОБСЕ прошло в Скопье. "
            "На полях форума Лавров увиделся с Ван И.",
            [("ministerial-meeting", "2024-06-09"), ("bilateral-meeting", "2024-06-09")],
        ),
        # the next summit is none of two who have talked
        (
            RUSSIAN + "Саммит БРИКС прошел в Казани 7 июня. Лавров провел переговоры с Ван И. "
            "Следующий саммит состоится в 2026 году.",
            [("summit", "2024-06-07"), ("talks", "2024-06-09"), ("summit", "2026")],
        ),
    ],
)
def test_one_beside_another(vocabulary: Vocabulary, text: str, found: list[tuple[str, str | None]]) -> None:
    assert sorted(_told(vocabulary, text), key=str) == sorted(found, key=str)


def test_where_and_when_tell_an_agreement_of_those_told_of(vocabulary: Vocabulary) -> None:
    text = "Россия и Турция провели переговоры. Договор подписан в Стамбуле в июле 2022 года."
    (signed,) = [e for e in events(vocabulary, RUSSIAN + text) if e.kind == "treaty-signed"]
    assert (signed.date, signed.participants) == ("2022-07", ("state:RU", "state:TR"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a month that will come
        (RUSSIAN + "Заседание Совета ООН пройдет в марте.", [("session", "2025-03")]),
        (ARABIC + "وتستضيف القاهرة مؤتمر إعادة الإعمار في مارس.", [("conference", "2025-03")]),
        # whoever will be received on a day of the week is received on the next such day
        (
            ENGLISH + "Recep Tayyip Erdogan will receive Vladimir Putin on Thursday.",
            [("bilateral-meeting", "2024-06-13")],
        ),
        # two who address others on one day are two, though of one state
        (
            ENGLISH + "Jean-Noel Barrot told reporters that all was well. "
            "Emmanuel Macron told lawmakers that France backs a ceasefire.",
            [("press-conference", "2024-06-09"), ("address", "2024-06-09")],
        ),
        # what is prepared has not been
        (ARABIC + "ويستعد العراق لقمة جامعة الدول العربية في بغداد.", []),
    ],
)
def test_what_is_to_come(vocabulary: Vocabulary, text: str, found: list[tuple[str, str | None]]) -> None:
    assert [one for one in _told(vocabulary, text) if one[1]] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # where it was said is no part of what is asked for
        ("Касым-Жомарт Токаев выступил за торговлю на саммите ШОС в Астане.", ("summit", "2024-06-09")),
        ("Совбез ООН проголосовал 5 июня, но проект резолюции не прошел.", ("vote", "2024-06-05")),
        ("С трибуны Генассамблеи ООН Сергей Лавров обвинил Запад.", ("session", "2024-06-09")),
        ("Встречаясь с Ван И в Пекине, Сергей Лавров поддержал диалог.", ("bilateral-meeting", "2024-06-09")),
        ("Сергей Лавров поговорил в Пекине с Ван И.", ("bilateral-meeting", "2024-06-09")),
        ("Мали покинула ЭКОВАС в январе.", ("withdrawal", "2024-01")),
        ("Хартию Россия и Китай подписали в мае 2023 года.", ("treaty-signed", "2023-05")),
        ("Финляндия стала членом НАТО в апреле 2023 года.", ("accession", "2023-04")),
        # a verb tells of its deed though a principle lies in the same words
        ("США разместили ракеты на Филиппинах в апреле.", ("deployment", "2024-04")),
        # a day ahead of the article, of what has been done, was that of last year
        ("Израиль нанес 13 июня удары по Ирану.", ("attack", "2023-06-13")),
        ("Россия и Китай в общем заявлении призвали к диалогу.", ("joint-statement", "2024-06-09")),
        ("В МИД Ирана назвали угрозы неприемлемыми.", ("statement-issued", "2024-06-09")),
        ("Россия председательствует в БРИКС в 2024 году.", ("chairmanship", "2024")),
        # the ministers of a statement are those who made it
        (
            "Министры иностранных дел Франции и Италии выступили с совместным заявлением.",
            ("joint-statement", "2024-06-09"),
        ),
        ("Лидеры ЕС приняли в Брюсселе совместное заявление.", ("joint-statement", "2024-06-09")),
        # though talks are a principle, a round that was held is told of
        ("Третий раунд переговоров Ирана и США прошел в Маскате.", ("talks", "2024-06-09")),
    ],
)
def test_russian_families(vocabulary: Vocabulary, text: str, found: tuple[str, str]) -> None:
    assert found in _told(vocabulary, RUSSIAN + text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the year of a gathering that is still to be stands right behind its names
        ("وأعلن بوتين استضافة بلاده القمة الروسية الأفريقية الثالثة عام 2026.", ("summit", "2026")),
        (
            "عقد مجلس جامعة الدول العربية على المستوى الوزاري دورته في القاهرة أمس السبت.",
            ("ministerial-meeting", "2024-06-08"),
        ),
        ("بحث فلاديمير بوتين هاتفيا مع رجب طيب أردوغان الأوضاع.", ("phone-call", "2024-06-09")),
        ("وثمن الوزير مؤتمر المياه المقرر عقده في نيويورك يوم 22 سبتمبر.", ("conference", "2024-09-22")),
        ("وقال إن واشنطن ستبدأ عام 2026 نشر صواريخ في ألمانيا.", ("deployment", "2026")),
        # a date set off by commas parts nobody from a meeting
        ("وتحدث بوتين لدى اجتماعه، أمس السبت، برجب طيب أردوغان في أنقرة.", ("talks", "2024-06-08")),
    ],
)
def test_arabic_families(vocabulary: Vocabulary, text: str, found: tuple[str, str]) -> None:
    assert found in _told(vocabulary, ARABIC + text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Leaders of Mali, Niger and Burkina Faso met in Niamey on March 31.", ("summit", "2024-03-31")),
        ("Izumi Nakamitsu briefed members of the Security Council on Thursday.", ("session", "2024-06-06")),
        ("The Security Council voted 4-9 against the draft on Friday.", ("vote", "2024-06-07")),
        ("Iran was admitted to the SCO in July 2023.", ("accession", "2023-07")),
        ("An airstrike destroyed the Iranian consulate in Damascus on 1 April.", ("attack", "2024-04-01")),
        ("Washington left the JCPOA in 2018.", ("treaty-withdrawn", "2018")),
        (
            "Russia took over the presidency of the Security Council on Wednesday.",
            ("chairmanship", "2024-06-05"),
        ),
        ("The G7 foreign ministers said so in a joint statement.", ("joint-statement", "2024-06-09")),
        ("Leaders watched the Victory Day parade in Moscow on May 9.", ("anniversary", "2024-05-09")),
    ],
)
def test_english_families(vocabulary: Vocabulary, text: str, found: tuple[str, str]) -> None:
    assert found in _told(vocabulary, ENGLISH + text)


@pytest.mark.parametrize(
    "text",
    [
        ARABIC + "وطلبت إيران عقد اجتماع طارئ لمنظمة التعاون الإسلامي.",
        ARABIC + "وقال إن الذكرى السنوية لقصف الناتو يوغوسلافيا أليمة.",
        ARABIC + "وجدد دعم بلاده لعقد مؤتمر دولي للسلام في الصين.",
        ENGLISH + "The river was named after a hero of Afghanistan.",
        # nobody is appointed, nothing founded, by the West at large nothing done
        ENGLISH + "The working group of India and Vietnam was established in 2016.",
        RUSSIAN + "Запад вводит новые ограничения против всех.",
        ENGLISH + "The Conference on Interaction and Confidence-Building Measures in Asia is useful.",
        RUSSIAN + "Сирия рассчитывает на присоединение к БРИКС.",
    ],
)
def test_what_is_asked_for_or_remembered_is_no_event(vocabulary: Vocabulary, text: str) -> None:
    assert not [one for one in events(vocabulary, text) if one.kind != "anniversary"]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # who will take part, with other words between
        (ARABIC + "وستشارك قطر الأسبوع المقبل في مؤتمر ميونخ للأمن.", "conference", {"state:QA"}),
        # the group's is that of the bloc told of
        (
            RUSSIAN + "НАТО растет. Реджеп Тайип Эрдоган сказал это на саммите альянса в Вильнюсе.",
            "summit",
            {"bloc:NATO"},
        ),
        # whoever joins or leaves is named in the sentence before
        (
            RUSSIAN + "Решение касается Египта и Ирана. Они станут полноправными членами 1 января 2025 года.",
            "accession",
            {"state:EG", "state:IR"},
        ),
        # the text of so many governments is that of those just named
        (
            RUSSIAN
            + "Нигер и Мали недовольны. В общем заявлении двух правительств говорится, что Франция лжет.",
            "joint-statement",
            {"state:NE", "state:ML"},
        ),
        # an old attack is known, whatever else is denied
        (
            ENGLISH + "The bloc did not answer the Azerbaijani attack of September 2022 on Armenia.",
            "attack",
            {"state:AZ"},
        ),
        # whom a pronoun means was named last
        (
            RUSSIAN + "Василий Небензя доволен. Его принял в Пекине Ван И.",
            "bilateral-meeting",
            {"state:RU", "state:CN"},
        ),
        (
            ENGLISH + "Brahim Ghali is tired. António Guterres received him in New York on Monday.",
            "bilateral-meeting",
            {"person:antonio-guterres", "person:brahim-ghali"},
        ),
        # with the Council, before which the text fell
        (RUSSIAN + "Сирия предложила Совбезу ООН текст, но проект не прошел.", "vote", {"bloc:UNSC"}),
    ],
)
def test_who_else_took_part(vocabulary: Vocabulary, text: str, kind: str, sides: set[str]) -> None:
    (found,) = [e for e in events(vocabulary, text) if e.kind == kind]
    assert sides <= {*found.participants, found.convened_by}
    assert "state:FR" not in found.participants


def test_a_style_before_an_office_is_no_name(vocabulary: Vocabulary) -> None:
    text = "بدعوة من ولي العهد رئيس مجلس الوزراء، قام دولة رئيس وزراء باكستان محمد شهباز شريف بزيارة للمملكة."
    assert not [a for a in record(vocabulary, ARABIC + text).actors if "dwla" in a.id]


@pytest.mark.parametrize(
    "text, place",
    [
        (
            "قال وزير الخارجية العماني بدر البوسعيدي إن بلاده ترفض الإرهاب، وذلك خلال مؤتمر صحفي مع نظيره "
            "الإيراني عباس عراقجي في مسقط.",
            "place:muscat",
        ),
        (
            "Oman's Foreign Minister Badr Albusaidi condemned terrorism at a joint press conference with his "
            "Iranian counterpart Abbas Araghchi in Muscat.",
            "place:muscat",
        ),
        (
            "На пресс-конференции с главой МИД Ирана Аббасом Арагчи Бадр аль-Бусаиди осудил терроризм.",
            None,
        ),
    ],
)
def test_with_whom_a_press_conference_is_given(vocabulary: Vocabulary, text: str, place: str | None) -> None:
    [press] = events(vocabulary, text)
    both = {"person:badr-albusaidi", "state:OM", "person:abbas-araghchi", "state:IR"}
    assert (press.kind, set(press.participants), press.place) == ("press-conference", both, place)
