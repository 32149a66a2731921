"""Whose words a sentence of a Russian report has, and who holds what it says."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

# Each report, and what is held in it.
HELD: dict[str, tuple[str, ...]] = {
    # --- who opens a sentence, his verb behind a relative clause ---
    "Президент ЮАР Сирил Рамафоса, который в этом году принимает саммит «Двадцатки», осудил вмешательство в "
    "дела ДР Конго.": ("ZA non-interference endorse",),
    "Совет Безопасности ООН провел заседание. Представитель Малайзии, которая наряду с Алжиром готовила "
    "проект, похвалил Совет и выступил за суверенитет Сирии.": (
        "MY UNSC endorse",
        "MY sovereignty endorse",
    ),
    # --- initials that look like prepositions ---
    "Состоялись переговоры С.В.Лаврова с Министром иностранных дел Египта С.Шукри. С.Шукри подчеркнул "
    "необходимость прекращения огня в Газе.": ("EG gaza-ceasefire endorse",),
    # --- live updates ---
    "Главное к вечеру\n\n12:15 Лукашенко: Мы никогда не согласимся с санкциями.\n\n13:45 В Варшаве заявили, "
    "что выступают против санкций.": ("BY unilateral-sanctions reject", "PL unilateral-sanctions reject"),
    # --- whose words another gives ---
    "Генсек ООН Гутерриш прибыл в Судан. «Россия выступает против санкций, и мы это "
    "подтверждаем», — приводит "
    "слова Лаврова ТАСС.": ("RU unilateral-sanctions reject",),
    "Президент Турции Эрдоган прибыл в Москву. Генсек ООН Гутерриш уехал. «Наша страна против санкций», — "
    "передает слова президента пресс-служба.": ("TR unilateral-sanctions reject",),
    "Президент Турции Эрдоган прибыл в Москву. Генсек ООН Гутерриш уехал. «Санкции недопустимы», — говорится "
    "в послании главы государства.": ("TR unilateral-sanctions reject",),
    # --- background of somebody else ---
    "Путин прилетел в Читу. Ранее Госдума поддержала закон. «Санкции недопустимы», — предупредил он.": (
        "RU unilateral-sanctions reject",
    ),
    "Постпред Китая Фу Цун прилетел в Женеву. Ранее Евросоюз осудил Китай. «Мы против санкций», — посетовал "
    "он.": ("EU CN reject", "CN unilateral-sanctions reject"),
    # --- the other one; two ministers; a nationality behind who acts is not his ---
    "Глава МИД Турции Хакан Фидан встретился с саудовским коллегой Фейсалом бин Фарханом. Тот заверил, что "
    "выступает против санкций. Министры осудили израильские удары по Дамаску.": (
        "SA unilateral-sanctions reject",
        "SA israeli-strikes reject",
        "TR israeli-strikes reject",
        "SA IL reject",
        "TR IL reject",
    ),
    # --- an office that only says whose words they are; a ministry in which people do not agree ---
    "Мария Захарова провела брифинг. По словам дипломата, Эмманюэль Макрон ошибается, и "
    "санкции недопустимы.": ("RU unilateral-sanctions reject",),
    "Турция готова помочь, сказал Фидан. «Мы против санкций», — ответил глава российского "
    "внешнеполитического "
    "ведомства Сергей Лавров. «Мы против терроризма», — сказал глава турецкого "
    "внешнеполитического ведомства.": (
        "RU unilateral-sanctions reject",
        "TR counter-terrorism endorse",
    ),
    # --- asides, brackets, somebody of whom a quotation tells, longer lists, names that nobody lists ---
    "Саммит СНГ открыт. Президент Таджикистана Эмомали Рахмон, открывая заседание, назвал "
    "борьбу с терроризмом "
    "главной задачей Содружества.": ("TJ counter-terrorism endorse",),
    "Касым-Жомарт Токаев (Казахстан) выступил за отмену санкций.": ("KZ unilateral-sanctions reject",),
    "Пресс-секретарь Дмитрий Песков выступил. «Байден говорит, что НАТО не ищет конфликта. Это "
    "неправда, и мы "
    "против санкций», — сказал он.": ("RU unilateral-sanctions reject",),
    "Состоялось заседание Совета министров иностранных дел ОДКБ. В нем участвовали главы "
    "ведомств Белоруссии, "
    "Казахстана, Киргизии и России. Партнеры осудили терроризм. Министры призвали Ереван отказаться от "
    "санкций.": ("CSTO counter-terrorism endorse", "CSTO unilateral-sanctions reject"),
    "Арарат Мирзоян ответил на вопрос депутата Гегама Манукяна. Манукян же заявил, что власти "
    "лгут. «Мы против "
    "санкций», — сказал депутат.": (),
    "Спикер Национального собрания Ален Симонян напомнил, что Армения против санкций.": (
        "AM unilateral-sanctions reject",
    ),
    "Онлайн\n\n18:05. Макрон: мир не может ждать. Мы против санкций.": ("FR unilateral-sanctions reject",),
    # --- whom somebody met, who agrees, whom an outlet quotes, offices of others, "he said" inserted ---
    "Путин провел беседу с Президентом Ирана Масудом Пезешкианом, который выступил против санкций.": (
        "IR unilateral-sanctions reject",
    ),
    "Макрон осудил санкции. Канцлер ФРГ Фридрих Мерц с ним солидарен. «Мы должны бороться с терроризмом», — "
    "приводит Reuters слова премьер-министра Великобритании Кира Стармера.": (
        "FR unilateral-sanctions reject",
        "DE unilateral-sanctions reject",
        "GB counter-terrorism endorse",
    ),
    "Документ представил замминистра иностранных дел России Михаил Галузин. Глава комитета по делам "
    "СНГ Леонид Калачев осудил санкции. Представитель президента в парламенте Гарри Минх осудил "
    "терроризм.": (),
    "Документ представил замминистра иностранных дел Украины Иван Кротов. Ему ответил председатель палаты "
    "Вячеслав Володин. «Санкции недопустимы», — напомнил он.": ("RU unilateral-sanctions reject",),
    "Глава МИД Судана прибыл. Председатель комиссии Африканского союза осудил терроризм.": (
        "AU counter-terrorism endorse",
    ),
    "Николас Мадуро осудил санкции. В Белом доме слова Мадуро отвергли и осудили терроризм.": (
        "VE unilateral-sanctions reject",
        "US counter-terrorism endorse",
    ),
    "Премьер Испании Педро Санчес, не участвовавший в саммите, призвал ЕС отказаться от санкций.": (
        "ES unilateral-sanctions reject",
    ),
    "Бахтиёр Саидов встретился с казахстанским коллегой Ермеком Кошербаевым. Последний осудил санкции.": (
        "KZ unilateral-sanctions reject",
    ),
    "Наследный принц Мухаммед бен Салман выразил солидарность эмиру. Тот осудил санкции.": (),
    "МОСКВА, 3 июня. /ТАСС/. Еврокомиссар по энергетике Дан Йоргенсен осудил санкции.": (
        "EU unilateral-sanctions reject",
    ),
    # --- names introduced in the instrumental, houses that nobody lists, a network of one letter ---
    "Володин встретился с председателем Мажилиса парламента Казахстана Ерланом Кошановым. Кошанов, в свою "
    "очередь, осудил санкции. Стороны осудили терроризм.": (
        "KZ unilateral-sanctions reject",
        "KZ counter-terrorism endorse",
        "RU counter-terrorism endorse",
    ),
    "Глава МИД ФРГ Анналена Бербок приехала. В партии с министром не согласились и осудили санкции.": (),
    "«Мы осуждаем санкции», — написала Мария Захарова в соцсети X. Премьер Словакии Роберт Фицо осудил "
    "терроризм.": ("RU unilateral-sanctions reject", "SK counter-terrorism endorse"),
    "Пашинян прибыл в Ереван. В российском МИД не согласны с санкциями.": ("RU unilateral-sanctions reject",),
    # --- a capital before an aside, "the sides" behind the verb ---
    "Минск открыт для переговоров с Варшавой и Вильнюсом, сказал Лукашенко. В Пекине, напротив, призвали "
    "стороны к сдержанности.": ("BY peace-talks endorse", "CN peaceful-settlement endorse"),
    # --- a surname in each of its spellings, and the given name by which somebody is called ---
    "Токаев принял генсека ООН Антониу Гутерреша. Гутерреш поддержал его усилия по ядерному разоружению.": (
        "UN nuclear-non-proliferation endorse",
    ),
    "Хартум не сядет за стол с мятежниками. Аль-Бурхан осудил терроризм.": ("SD counter-terrorism endorse",),
    "Глава МИД Индонезии Ретно Марсуди прибыла в Пекин. Ретно осудила терроризм.": (
        "ID counter-terrorism endorse",
    ),
}


@pytest.mark.parametrize(("text", "held"), HELD.items())
def test_who_holds(text: str, held: tuple[str, ...]) -> None:
    record = extract(Article(text, "x.txt"), Vocabulary.load(), date(2025, 10, 1))
    found = {
        f"{p.holder.partition(':')[2]} {p.target.partition(':')[2]} {p.stance.value}"
        for p in record.positions
    }
    assert found == set(held)
