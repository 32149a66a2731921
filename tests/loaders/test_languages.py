"""Who holds what in Russian and English sentences: one small report for each structure."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

TODAY = date(2025, 10, 1)
Held = tuple[str, str | None, str, str]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


def held(vocabulary: Vocabulary, text: str) -> set[Held]:
    """Each position as (holder, voice, target, stance), without the kinds of the ids."""
    record = extract(Article(text, "x.txt"), vocabulary, TODAY)
    return {
        (_tail(p.holder), _tail(p.voice) if p.voice else None, _tail(p.target), p.stance.value)
        for p in record.positions
    }


def _tail(item: str) -> str:
    return item.partition(":")[2]


LAVROV, PESKOV, FIDAN, RUBIO = "sergey-lavrov", "dmitry-peskov", "hakan-fidan", "marco-rubio"

RUSSIAN: dict[str, tuple[str, set[Held]]] = {
    "a second relative clause is the speaker's again": (
        "Лавров призвал строить партнерство, о котором не раз говорил президент Казахстана "
        "Касым-Жомарт Токаев и которое отвергает односторонние санкции.",
        {("RU", LAVROV, "unilateral-sanctions", "reject")},
    ),
    "subject, verb, that-clause": (
        "Глава МИД РФ Сергей Лавров заявил, что Россия отвергает односторонние санкции.",
        {("RU", LAVROV, "unilateral-sanctions", "reject")},
    ),
    "blocs that have failed, says the speaker and not the blocs": (
        "Лавров заявил, что НАТО не смогла стать гарантом мира.",
        {("RU", LAVROV, "NATO", "reject")},
    ),
    "verb behind a quotation": (
        "«Мы выступаем за многополярный мир и против вмешательства во внутренние дела», — заявил Лавров.",
        {("RU", LAVROV, "multipolarity", "endorse"), ("RU", LAVROV, "non-interference", "endorse")},
    ),
    "verb behind unquoted words": (
        "Турция поддерживает территориальную целостность Сирии, заявил министр "
        "иностранных дел Турции Хакан Фидан.",
        {("TR", FIDAN, "territorial-integrity", "endorse")},
    ),
    "phrases between subject and verb": (
        "Министр иностранных дел Турции Хакан Фидан на встрече с Сергеем Лавровым в "
        "Анкаре призвал к прекращению огня в Газе.",
        {("TR", FIDAN, "gaza-ceasefire", "endorse")},
    ),
    "relative clause between subject and verb": (
        "Хакан Фидан, который прибыл в Москву во вторник, осудил израильские удары по Ирану.",
        {("TR", FIDAN, "iran-strikes", "reject")},
    ),
    "according to": (
        "По словам Лаврова, расширение НАТО неприемлемо.",
        {("RU", LAVROV, "nato-expansion", "reject")},
    ),
    "as somebody noted": (
        "Как отметил Песков, Москва выступает за многополярный мир.",
        {("RU", PESKOV, "multipolarity", "endorse")},
    ),
    "the next sentence names the speaker": (
        "Россия выступает против вступления Украины в НАТО. Об этом заявил журналистам "
        "пресс-секретарь президента РФ Дмитрий Песков.",
        {("RU", PESKOV, "ukraine-nato-membership", "reject")},
    ),
    "pronoun goes on with the speaker": (
        "Хакан Фидан провел пресс-конференцию. Он добавил, что Анкара поддерживает "
        "двухгосударственное решение.",
        {("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "office goes on with the speaker": (
        "Сергей Лавров ответил на вопросы. Министр подчеркнул приверженность многополярному миру.",
        {("RU", LAVROV, "multipolarity", "endorse")},
    ),
    "both sides": (
        "Сергей Лавров принял министра иностранных дел Китая Ван И. Стороны подтвердили "
        "приверженность многополярному миру.",
        {("RU", None, "multipolarity", "endorse"), ("CN", None, "multipolarity", "endorse")},
    ),
    "unnamed people in a body": (
        "В МИД Китая призвали США прекратить вмешательство во внутренние дела.",
        {("CN", "cn-mfa", "non-interference", "endorse")},
    ),
    "somebody else's stance in a that-clause": (
        "Песков сообщил, что Турция поддерживает территориальную целостность Сирии.",
        {("TR", PESKOV, "territorial-integrity", "endorse")},
    ),
    "negation inside the topic": (
        "Президент США Дональд Трамп заявил, что Украина не должна вступать в НАТО.",
        {("US", "donald-trump", "ukraine-nato-membership", "reject")},
    ),
    "first person": (
        "«Поддерживаем территориальную целостность Сирии», — сказал Песков.",
        {("RU", PESKOV, "territorial-integrity", "endorse")},
    ),
    "two states as one subject": (
        "Россия и Китай осудили односторонние санкции.",
        {("RU", None, "unilateral-sanctions", "reject"), ("CN", None, "unilateral-sanctions", "reject")},
    ),
    "nation inside a title": (
        "Глава турецкого МИД Хакан Фидан поддержал двухгосударственное решение.",
        {("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "unlisted person in an office": (
        "Заместитель министра иностранных дел Белоруссии Иван Петровский выступил за многополярный мир.",
        {("BY", "ivan-petrovskiy", "multipolarity", "endorse")},
    ),
    "an expert speaks for himself": (
        "Политолог Иван Петровский осудил расширение НАТО.",
        {("ivan-petrovskiy", "ivan-petrovskiy", "nato-expansion", "reject")},
    ),
    "a verb of judging between two things that and joins": (
        "Песков призвал прекратить огонь и вернуться к мирным переговорам.",
        {("RU", PESKOV, "peace-talks", "endorse")},
    ),
    "who wants to join a bloc": (
        "Лидер Малайзии Анвар Ибрагим заявил, что его страна хочет вступить в БРИКС.",
        {("MY", "anwar-ibrahim", "BRICS", "endorse")},
    ),
    "who leaves a bloc": (
        "Нигер, Мали и Буркина-Фасо объявили о выходе из ЭКОВАС.",
        {(state, None, "ECOWAS", "reject") for state in ("NE", "ML", "BF")},
    ),
    "whose side somebody takes": (
        "Лавров подтвердил, что Москва поддерживает Венесуэлу.",
        {("RU", LAVROV, "VE", "endorse")},
    ),
    "what is not ruled out": (
        "Песков не исключил возобновления мирных переговоров.",
        {("RU", PESKOV, "peace-talks", "conditional")},
    ),
    "only then": (
        "Только после этого, подчеркнул Песков, Москва поддержит мирные переговоры.",
        {("RU", PESKOV, "peace-talks", "conditional")},
    ),
    "what somebody does is blamed": (
        "Лавров отметил, что НАТО бряцает оружием.",
        {("RU", LAVROV, "NATO", "reject")},
    ),
    "the blamed one named behind on": (
        "Лавров заявил, что ответственность за кровопролитие лежит на Вашингтоне.",
        {("RU", LAVROV, "US", "reject")},
    ),
    "active participle of damage": (
        "Лавров осудил шаги, подрывающие международное право.",
        {("RU", LAVROV, "international-law", "endorse")},
    ),
    "a verb of the target denied": (
        "Песков заявил, что Россия никогда не вмешивалась в выборы.",
        {("RU", PESKOV, "election-interference", "reject")},
    ),
    "an adjective that only judges": (
        "Песков заявил, что Москва не признает неправомерные ограничительные меры.",
        {("RU", PESKOV, "unilateral-sanctions", "reject")},
    ),
    "says the statement of": (
        "Мы осуждаем односторонние санкции, говорится в заявлении МИД Ирана.",
        {("IR", "ir-mfa", "unilateral-sanctions", "reject")},
    ),
    "whose commitment is named": (
        "Линь Цзянь заявил, что Китай ценит приверженность Сомали принципу одного Китая.",
        {("SO", "lin-jian", "one-china", "endorse")},
    ),
    "short form of an adjective, vowel between": (
        "Лавров заявил, что расширение НАТО неприемлемо, а пакет санкций незаконен.",
        {("RU", LAVROV, "unilateral-sanctions", "reject")},
    ),
    "genitive plural with a vowel between": (
        "Песков потребовал прекращения поставок оружия Украине.",
        {("RU", PESKOV, "arms-to-ukraine", "reject")},
    ),
    "a state whose name is another word's too": (
        "Премьер-министр Чада Алламайе Халина осудил терроризм.",
        {("TD", "allamaye-halina", "counter-terrorism", "endorse")},
    ),
}

ENGLISH: dict[str, tuple[str, set[Held]]] = {
    "what and opens has a negation of its own": (
        "Wang Yi said that China insists on a multipolar world and does not agree with unipolar hegemony.",
        {("CN", "wang-yi", "multipolarity", "endorse"), ("CN", "wang-yi", "western-hegemony", "reject")},
    ),
    "terms named once hold for the whole": (
        "Fidan said Türkiye supports a ceasefire in Gaza. Fidan added that Türkiye will support a ceasefire "
        "in Gaza only if the hostages are freed.",
        {("TR", FIDAN, "gaza-ceasefire", "conditional")},
    ),
    "who says that others block a good thing is for it": (
        "Lavrov stressed that the United States and its allies are trying to block a multipolar world.",
        {("RU", LAVROV, "multipolarity", "endorse")},
    ),
    "a title behind a name that no vocabulary lists": (
        "Kofi Danso, the AU commissioner, told reporters on Friday. Danso condemned external interference "
        "in Chad.",
        {("AU", "kofi-danso", "non-interference", "endorse")},
    ),
    "a prince called by his first name": (
        "Saudi Foreign Minister Prince Faisal bin Farhan arrived in Oslo. Prince Faisal rejected the "
        "displacement of Palestinians from Gaza.",
        {("SA", "faisal-bin-farhan", "gaza-displacement", "reject")},
    ),
    "subject, verb, that-clause": (
        "Russian Foreign Minister Sergey Lavrov said that Russia rejects unilateral sanctions.",
        {("RU", LAVROV, "unilateral-sanctions", "reject")},
    ),
    "an initial in a name, then the office alone": (
        "Secretary of State Marco A. Rubio spoke today with Turkish Foreign Minister Hakan Fidan. "
        "The Secretary reaffirmed support for the two-state solution.",
        {("US", RUBIO, "two-state-solution", "endorse")},
    ),
    "to double down": (
        "Hakan Fidan met reporters in Ankara. He also doubled down on the two-state solution.",
        {("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "clause without that": (
        "Kremlin spokesman Dmitry Peskov said Russia supports a multipolar world.",
        {("RU", PESKOV, "multipolarity", "endorse")},
    ),
    "subject behind a quotation": (
        '"We support the two-state solution," Turkish Foreign Minister Hakan Fidan told '
        "reporters in Ankara on Monday.",
        {("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "verb before the subject": (
        '"We reject any annexation of the West Bank," said Rubio.',
        {("US", RUBIO, "israeli-settlements", "reject")},
    ),
    "attribution at the end": (
        "Turkey supports the territorial integrity of Syria, the foreign minister, Hakan "
        "Fidan, said on Friday.",
        {("TR", FIDAN, "territorial-integrity", "endorse")},
    ),
    "apposition between commas": (
        "Lavrov, the Russian foreign minister, condemned unilateral sanctions.",
        {("RU", LAVROV, "unilateral-sanctions", "reject")},
    ),
    "relative clause between subject and verb": (
        "Fidan, who arrived in Moscow on Tuesday, condemned the Israeli strikes on Iran.",
        {("TR", FIDAN, "iran-strikes", "reject")},
    ),
    "phrase in front": (
        "In a call with Lavrov on Monday, Hakan Fidan called for a ceasefire in Gaza.",
        {("TR", FIDAN, "gaza-ceasefire", "endorse")},
    ),
    "according to": (
        "According to Lavrov, NATO expansion is unacceptable.",
        {("RU", LAVROV, "nato-expansion", "reject")},
    ),
    "pronoun goes on with the speaker": (
        "Hakan Fidan held a press conference. He added that Ankara supports the two-state solution.",
        {("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "participle goes on": (
        "Hakan Fidan condemned the Israeli strikes on Iran, adding that Turkey supports "
        "the two-state solution.",
        {("TR", FIDAN, "iran-strikes", "reject"), ("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "both sides": (
        "Sergey Lavrov met Chinese Foreign Minister Wang Yi. The two sides reaffirmed "
        "their commitment to a multipolar world.",
        {("RU", None, "multipolarity", "endorse"), ("CN", None, "multipolarity", "endorse")},
    ),
    "list of states with a relative clause": (
        "Germany, France and Britain, which oppose unilateral sanctions, urged Israel to "
        "accept a ceasefire in Gaza.",
        {("DE", None, "gaza-ceasefire", "endorse"), ("GB", None, "unilateral-sanctions", "reject")},
    ),
    "somebody else's stance in a that-clause": (
        "Peskov told reporters that Turkey supports the territorial integrity of Syria.",
        {("TR", PESKOV, "territorial-integrity", "endorse")},
    ),
    "short title of whoever was introduced by it": (
        "Secretary of State Marco Rubio spoke with Saudi Foreign Minister Faisal bin Farhan. "
        "The Secretary called for a ceasefire in Gaza.",
        {("US", RUBIO, "gaza-ceasefire", "endorse")},
    ),
    "possessive nation in apposition": (
        "The EU's top diplomat, Kaja Kallas, called for a two-state solution.",
        {("EU", "kaja-kallas", "two-state-solution", "endorse")},
    ),
    "quotation over two sentences": (
        '"NATO expansion is unacceptable. We support a multipolar world," Lavrov said.',
        {("RU", LAVROV, "nato-expansion", "reject"), ("RU", LAVROV, "multipolarity", "endorse")},
    ),
    "joint statement of a bloc": (
        "BRICS leaders met in Rio de Janeiro. The leaders condemned unilateral sanctions.",
        {("BRICS", None, "unilateral-sanctions", "reject")},
    ),
    "office behind a nation, unlisted name": (
        "Belarusian Deputy Foreign Minister Ivan Petrovsky backed a multipolar world.",
        {("BY", "ivan-petrovsky", "multipolarity", "endorse")},
    ),
    "we, whom the title of a statement names": (
        "Joint Statement by the Leaders of Japan and Canada on Trade\n\n"
        "We oppose protectionism and support the two-state solution.\n",
        {
            ("JP", None, "two-state-solution", "endorse"),
            ("CA", None, "two-state-solution", "endorse"),
            ("CA", None, "wto-reform", "endorse"),
        },
    ),
    "we, the ministers of several states": (
        "Joint Ministerial Statement\n\nWe, the foreign ministers of Australia, Canada and New Zealand, "
        "met today. We reaffirm our support for the two-state solution.\n",
        {(state, None, "two-state-solution", "endorse") for state in ("AU", "CA", "NZ")},
    ),
    "a list of states with an article among them": (
        "Foreign ministers of Japan, the United States and South Korea rejected chemical weapons.",
        {(state, None, "chemical-weapons", "reject") for state in ("JP", "US", "KR")},
    ),
    "the leaders are those who last acted together": (
        "NATO leaders declared their unity in The Hague. They condemned the Russian invasion of Ukraine.",
        {("NATO", None, "special-military-operation", "reject")},
    ),
    "the leaders are not only the last speaker": (
        "Prime Minister Narendra Modi received French President Emmanuel Macron. Macron said the talks went "
        "well. The leaders called for a two-state solution.",
        {("IN", None, "two-state-solution", "endorse"), ("FR", None, "two-state-solution", "endorse")},
    ),
    "in a transcript the name before the colon speaks until the next": (
        "Remarks to the Press\n\nSECRETARY BLINKEN: Thank you all for coming.\n\n"
        "We support a two-state solution.\n",
        {("US", "antony-blinken", "two-state-solution", "endorse")},
    ),
    "the one who opens the sentence says what a participle tells": (
        "Peskov spoke to reporters. Ankara hit back, saying Turkey rejects unilateral sanctions.",
        {("TR", None, "unilateral-sanctions", "reject")},
    ),
    "concern about one thing and support for another": (
        "Hakan Fidan expressed concern about terrorism and support for the two-state solution.",
        {("TR", FIDAN, "counter-terrorism", "endorse"), ("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "to fight one thing and support another": (
        "Hakan Fidan pledged to fight terrorism and promote the two-state solution.",
        {("TR", FIDAN, "counter-terrorism", "endorse"), ("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "illegal sanctions opposed are sanctions opposed": (
        "Lavrov said that Russia opposes illegal unilateral sanctions.",
        {("RU", LAVROV, "unilateral-sanctions", "reject")},
    ),
    "what follows behind and is judged for itself": (
        "Turkey follows an independent foreign policy and will not accept dictates, Fidan said.",
        {("TR", FIDAN, "strategic-autonomy", "endorse")},
    ),
    "not ruled out is left open on terms": (
        "Lavrov said that Russia did not rule out direct talks and backed a multipolar world.",
        {("RU", LAVROV, "peace-talks", "conditional"), ("RU", LAVROV, "multipolarity", "endorse")},
    ),
    "phrases of stance": (
        "Hakan Fidan said that Ankara hit back at unilateral sanctions and stuck to the two-state solution.",
        {("TR", FIDAN, "unilateral-sanctions", "reject"), ("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "said before the office that goes on with that": (
        "Turkey backs a multipolar world, Fidan told reporters, adding that Ankara supports "
        "the two-state solution.",
        {("TR", FIDAN, "multipolarity", "endorse"), ("TR", FIDAN, "two-state-solution", "endorse")},
    ),
    "a deed laid to an actor's charge from behind": (
        "Lavrov said that the United States and its allies are trying to sow discord in Asia.",
        {("RU", LAVROV, "US", "reject")},
    ),
    "responsibility for what a principle names is the actor's": (
        "Fidan said Israel bears full responsibility for the escalation.",
        {("TR", FIDAN, "IL", "reject")},
    ),
    "somebody else is after a bad thing": (
        "Lavrov said that the West seeks to contain Russia.",
        {("RU", LAVROV, "containment-of-russia", "reject")},
    ),
    "an actor praised from behind": (
        "BRICS is an association in which nobody dictates to others, Lavrov said.",
        {("RU", LAVROV, "BRICS", "endorse")},
    ),
    "support given to an actor": (
        "Fidan voiced full support for Somalia's government and stood by Azerbaijan.",
        {("TR", FIDAN, "SO", "endorse"), ("TR", FIDAN, "AZ", "endorse")},
    ),
    "who wants to join a bloc": (
        "Thailand wants to become a full member of BRICS.",
        {("TH", None, "BRICS", "endorse")},
    ),
    "who leaves a bloc": (
        "Burkina Faso announced its withdrawal from ECOWAS.",
        {("BF", None, "ECOWAS", "reject")},
    ),
    "this was unacceptable: what another had approved": (
        "The European Union has approved new sanctions against Russia. Peskov said this was unacceptable.",
        {("EU", None, "unilateral-sanctions", "endorse"), ("RU", PESKOV, "unilateral-sanctions", "reject")},
    ),
    "this was unacceptable: that it should not be": (
        "Moscow has demanded a promise that NATO will not expand to the east. "
        "NATO Secretary General Mark Rutte made it clear that this was unacceptable.",
        {("RU", None, "nato-expansion", "reject"), ("NATO", "mark-rutte", "nato-expansion", "endorse")},
    ),
    "the move, welcomed": (
        "Trump proposed a ceasefire in Gaza. Fidan welcomed the move.",
        {("TR", FIDAN, "gaza-ceasefire", "endorse")},
    ),
    "such a step, of which only the outlet told": (
        "Washington is weighing new sanctions against Moscow. Such a step would be a mistake, Peskov said.",
        {("RU", PESKOV, "unilateral-sanctions", "reject")},
    ),
    "attempts of others to impose": (
        "Lavrov urged resolve in the face of Western attempts to impose a rules-based order.",
        {("RU", LAVROV, "rules-based-order", "reject")},
    ),
    "cannot unless is a condition, a rank before the name of whoever puts it": (
        "Sudan's leader, General Abdel Fattah al-Burhan, insists that peace talks on Sudan cannot resume "
        "unless the militia withdraws.",
        {("SD", "abdel-fattah-al-burhan", "sudan-settlement", "conditional")},
    ),
    "terms put on any deal": (
        "Rubio said that any ceasefire in Gaza must be based on the release of all hostages.",
        {("US", RUBIO, "gaza-ceasefire", "conditional")},
    ),
    "a ministry said to be of a state whose name is also a person's": (
        "Jordan's foreign ministry rejected unilateral sanctions.",
        {("JO", None, "unilateral-sanctions", "reject")},
    ),
}


@pytest.mark.parametrize("name", RUSSIAN)
def test_russian_structures(vocabulary: Vocabulary, name: str) -> None:
    text, expected = RUSSIAN[name]
    assert expected <= held(vocabulary, text)


@pytest.mark.parametrize("name", ENGLISH)
def test_english_structures(vocabulary: Vocabulary, name: str) -> None:
    text, expected = ENGLISH[name]
    assert expected <= held(vocabulary, text)


NOTHING_HELD = [
    "Lavrov spoke in Moscow. Who needs a multipolar world?",
    "Peskov spoke to reporters. Analysts say NATO expansion is unacceptable.",
    "Lavrov arrived in Ankara. Critics rejected unilateral sanctions.",
    "If Washington gives up unilateral sanctions, the talks may go on.",
    "Если Вашингтон откажется от односторонних санкций, диалог продолжится.",
    "На вопрос о расширении НАТО Песков отвечать отказался.",
    "Лавров выступил на конференции по евразийской безопасности.",
    "Песков рассказал о повестке дня.",
    "Fidan voiced support for Ukraine's bid.",
]


@pytest.mark.parametrize("text", NOTHING_HELD)
def test_strangers_and_suppositions_hold_nothing(vocabulary: Vocabulary, text: str) -> None:
    assert held(vocabulary, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Глава МИД РФ Сергей Лавров заявил, что НАТО подрывает принцип неделимости безопасности.",
        "Russian Foreign Minister Sergey Lavrov said NATO undermined the principle of indivisible security.",
        "قال وزير الخارجية الروسي سيرغي لافروف إن حلف الناتو يقوض مبدأ عدم تجزئة الأمن.",
    ],
)
def test_who_tells_of_damage_is_for_what_is_damaged(vocabulary: Vocabulary, text: str) -> None:
    found = held(vocabulary, text)
    assert {each for each in found if each[2] == "indivisible-security"} == {
        ("RU", LAVROV, "indivisible-security", "endorse")
    }


@pytest.mark.parametrize(
    "text",
    [
        "رفضت جنوب إفريقيا إدانة العملية العسكرية الروسية في أوكرانيا.",
        "ЮАР отказалась осуждать специальную военную операцию России.",
        "China has not condemned the strikes on Iran.",
    ],
)
def test_who_does_not_condemn_takes_no_side(vocabulary: Vocabulary, text: str) -> None:
    assert held(vocabulary, text) == set()
