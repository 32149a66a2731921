"""Wordings of Russian news, by kind: lists of states, judgments from behind, insertions, what points back."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Position
from ontology.vocabulary import Vocabulary

TODAY = date(2025, 10, 1)
DATELINE = "МОСКВА, 3 июня. /ТАСС/. "

# Each report, and what is held in it: holders joined by "+", target, stance.
HELD: dict[str, tuple[str, ...]] = {
    # --- the letters of first names, of which the first may be a preposition; for what an office is ---
    "Первый зампред комитета Совета Федерации по международным делам Иван Гуров осудил односторонние "
    "санкции.": ("ivan-gurov unilateral-sanctions reject",),
    "Глава МИД Египта Самех Шукри прибыл в Москву. С.Шукри выступил за прекращение огня в секторе Газа. "
    "С.В.Лавров осудил односторонние санкции.": (
        "EG gaza-ceasefire endorse",
        "RU unilateral-sanctions reject",
    ),
    # --- a programme that is to be frozen, a door that is not shut, settlements on whose land ---
    "Сеул призвал Пхеньян заморозить ядерную программу, сообщили в МИД Южной Кореи.": (
        "KR korean-denuclearisation endorse",
    ),
    "Президент ЮАР Сирил Рамафоса призвал Иран заморозить ядерную программу.": (
        "ZA iran-nuclear-programme reject",
    ),
    "Двери для переговоров с Киевом не закрыты, сказал Лавров.": (),
    "Поселения на палестинской земле незаконны, считают в ОИС.": ("OIC israeli-settlements reject",),
    # --- experts, what the law makes of somebody, terms that are put first, enlargement in other words ---
    "Расширение БРИКС полезно, считает программный директор клуба «Валдай» Иван Петров.": (
        "ivan-petrov brics-expansion endorse",
    ),
    "Расширение БРИКС полезно, считает директор Института США и Канады Иван Петров.": (),
    "Сенатор США Линдси Грэм (в РФ включен в перечень террористов и экстремистов) призвал поставлять Украине "
    "оружие.": ("lindsey-graham arms-to-ukraine endorse",),
    "Зеленский заявил, что Россия сначала должна прекратить огонь.": ("UA ukraine-ceasefire endorse",),
    "В БРИКС войдут шесть новых стран. Решено позвать Аргентину и Иран, рассказал президент ЮАР Сирил "
    "Рамафоса.": ("ZA brics-expansion endorse",),
    "Иран вступил в ШОС в 2023 году, напомнил Лавров.": (),
    "Главы двух государств обсудили торговлю, сообщил Песков.": (),
    "Российские активы не вернут Москве, заявила Кая Каллас.": ("EU frozen-assets endorse",),
    "Лидеры ЛАГ и ОИС приняли декларацию. Палестинское государство, по мысли авторов, должно возникнуть.": (
        "ARAB-LEAGUE palestinian-statehood endorse",
        "OIC palestinian-statehood endorse",
    ),
    "Мы призываем страны НАТО присоединиться к этой инициативе, сказала Мария Захарова.": (),
    "Токаев прибыл в Астану. Смысл ШОС президент РК видит в том, чтобы оберегать суверенитет.": (
        "KZ sovereignty endorse",
    ),
    # --- what somebody will go on doing, against what is to come, what a list goes on with ---
    "Премьер-министр Словакии Роберт Фицо будет возражать против новых поставок оружия Украине.": (
        "SK arms-to-ukraine reject",
    ),
    "Венгрия против того, чтобы Евросоюз оплачивал поставки оружия Украине, заявил Петер Сийярто.": (
        "HU arms-to-ukraine reject",
    ),
    "Эрдоган заявил, что Анкара будет настаивать на соблюдении территориальной целостности Сирии.": (
        "TR territorial-integrity endorse",
    ),
    "Иран и дальше будет развивать ядерную программу, заявил глава МИД Ирана Аббас Аракчи.": (
        "IR iran-nuclear-programme endorse",
    ),
    "Фицо не будет возражать против вступления Украины в ЕС.": (),
    "Моди призвал отказаться от внешнего вмешательства, экономического давления и двойных стандартов.": (
        "IN non-interference endorse",
        "IN unilateral-sanctions reject",
    ),
    "Ван И призвал воздерживаться от вмешательства в дела других стран и санкционного давления.": (
        "CN non-interference endorse",
        "CN unilateral-sanctions reject",
    ),
    "Против его страны, утверждает глава МИД Ирана Аббас Аракчи, направлено и военное сотрудничество "
    "США и Израиля.": ("IR military-cooperation reject",),
    "Сотрудничество России и Китая в военной сфере не направлено против третьих стран, заявил Лавров.": (
        "RU military-cooperation endorse",
    ),
    "По мнению Лаврова, Запад будет продолжать гонку вооружений.": ("RU arms-control endorse",),
    "Нигер и Мали объявили, что без промедления покидают ЭКОВАС.": (
        "ML ECOWAS reject",
        "NE ECOWAS reject",
    ),
    "Торговля и экономические связи с Россией пойдут своим чередом, заявила представитель МИД КНР Мао Нин.": (
        "CN economic-cooperation endorse",
    ),
    # --- one's own sanctions, what only says when, what cannot be, whom "they" are, fronted conduct ---
    "Оман вводит санкции против двух фирм, сообщил Лавров.": (),
    "После прекращения огня на Украине порты откроются, сказал Лукашенко.": (),
    "Вступление Украины в НАТО пока невозможно, сказал Макрон.": ("FR ukraine-nato-membership reject",),
    "Безопасность Центральной Азии нельзя укрепить в одиночку, сказал Токаев.": (
        "KZ central-asia-security endorse",
    ),
    "Куба осуждает Японию за то, что они продолжают провокации в Южно-Китайском море.": ("CU JP reject",),
    "Угроза исходит от США, сказал Мадуро.": ("VE US reject",),
    "Появление войск НАТО на Украине неприемлемо для Минска в любом виде, сказал Лукашенко.": (
        "BY foreign-military-bases reject",
    ),
    "Лукашенко осудил терроризм. Депутат от партии Иван Кротов потом осудил санкции против Ирана.": (
        "BY counter-terrorism endorse",
    ),
    "Венгрия оружия Киеву поставлять не станет, сказал глава МИД страны Петер Сийярто.": (
        "HU arms-to-ukraine reject",
    ),
    "Дуда сказал, что Варшава не пошлет солдат на Украину.": ("PL foreign-military-bases reject",),
    # --- who speaks far behind the verb or in the next sentence, whose text it is ---
    "Санкции незаконны, сказал в среду, 3 мая, на сессии ООН в Женеве глава МИД Кубы Бруно Родригес.": (
        "CU unilateral-sanctions reject",
    ),
    "Расширение НАТО недопустимо. Александр Лукашенко сказал об этом в среду Ильхаму Алиеву.": (
        "BY nato-expansion reject",
    ),
    "Расширение НАТО недопустимо. Так высказался в Гаване Мигель Диас-Канель.": ("CU nato-expansion reject",),
    "Президент Сербии Вучич принял президента РФ Путина. Глава государства осудил терроризм.": (
        "RS counter-terrorism endorse",
    ),
    "Экс-президент Боливии Эво Моралес осудил терроризм.": ("evo-morales counter-terrorism endorse",),
    "В заявлении глав МИД Ирака, Кубы и Омана говорится, что терроризм недопустим.": (
        "IQ+CU+OM counter-terrorism endorse",
    ),
    # --- who speaks at a bloc's meeting, behind a participle, in a dated text; what a thing leads to ---
    "Нарендра Моди на саммите БРИКС поддержал реформу ООН.": ("IN un-reform endorse",),
    "Ван И на форуме ШОС, прошедшем в Астане, осудил терроризм.": ("CN counter-terrorism endorse",),
    "Аббас Аракчи в интервью газете, опубликованном в среду, осудил терроризм.": (
        "IR counter-terrorism endorse",
    ),
    "В коммюнике МИД Кубы от 3 мая говорится, что нужен многополярный мир.": ("CU multipolarity endorse",),
    "В сообщении МИД Турции выражается поддержка суверенитета Сирии.": ("TR sovereignty endorse",),
    "Рост НАТО на восток и расширение НАТО вынудят Минск принять важные меры, сказал Лукашенко.": (
        "BY nato-expansion reject",
    ),
    "Отказ от реформы ООН ослабит безопасность всех, сказал Лавров.": ("RU un-reform endorse",),
    "Макрон заметил, что европейский банк по мере сил поможет.": (),
    # --- what rejects another text, what cannot be undone or is in danger, phrases that only bind ---
    "Мадуро разочарован письмом, отвергающим многополярный мир.": ("VE multipolarity endorse",),
    "Ядерную сделку нельзя перечеркнуть, сказал Макрон.": ("FR jcpoa endorse",),
    "Ядерная сделка оказалась под новой угрозой провала, сказал Макрон.": ("FR jcpoa endorse",),
    "Николас Мадуро, говоря о Гаити, осудил США.": ("VE US reject",),
    "Макрон подождет вступления Сербии в ЕС.": (),
    "Оман уверен, что мирное урегулирование споров возможно только сообща.": (
        "OM peaceful-settlement endorse",
    ),
    "Макрон написал письмо в связи с Китаем и его выставкой.": (),
    # --- deeds that end talks, questions, what goes on between two, what a thing is said to be ---
    "Сибига сказал, что Украина приостановила мирный процесс на Украине.": ("UA ukraine-settlement reject",),
    "Макрон осудил стычки между Чадом и Нигером.": (),
    "Макрон спросил себя, всерьез ли Куба поддерживает многополярный мир.": (),
    "БРИКС выступает гарантом многосторонности, сказал Лавров.": ("RU multilateralism endorse",),
    "Достойной платой за агрессию против Ливана станет признание Палестины, сказал Мадуро.": (
        "VE palestinian-statehood endorse",
    ),
    "Лавров напомнил о конфликте на Украине.": (),
    "Макрон сказал, что Куба играет важную роль в разжигании террора.": (
        "FR counter-terrorism endorse",
        "FR CU reject",
    ),
    "Без Кубы вторжение на Украину было бы немыслимо, сказал Макрон.": (
        "FR special-military-operation reject",
    ),
    # --- brackets, texts that are adopted, and sides that "and" opens ---
    "Лидеры ШОС (Россия, Китай и Иран) после встречи в Астане осудили терроризм.": (
        "SCO counter-terrorism endorse",
    ),
    "Страны БРИКС приняли доклад, в котором поддержали суверенитет Сирии.": ("BRICS sovereignty endorse",),
    "Главы стран ШОС вечером подписали акт, в котором выступили против гонки вооружений.": (
        "SCO arms-control endorse",
    ),
    "Аракчи высказался против санкций и за мирное урегулирование споров.": (
        "IR unilateral-sanctions reject",
        "IR peaceful-settlement endorse",
    ),
    "Ван И выступает против гегемонии и введения против Кубы новых санкций.": (
        "CN western-hegemony reject",
        "CN unilateral-sanctions reject",
    ),
    "Аракчи заявил, что Запад не способствует безопасности в Персидском заливе.": (
        "IR gulf-security endorse",
        "IR collective-west reject",
    ),
    "Париж сделает все, чтобы применение химоружия не повторилось, сказал Макрон.": (
        "FR chemical-weapons reject",
    ),
    "Захарова обвинила Киев в пособничестве терроризму.": (
        "RU counter-terrorism endorse",
        "RU UA reject",
    ),
    "Анкара, по словам Лаврова, готова помогать Еревану и Баку в борьбе с терроризмом.": (
        "TR counter-terrorism endorse",
    ),
    "«Мы с Китаем выступаем за многополярный мир», — сказал Лавров.": ("RU+CN multipolarity endorse",),
    "«Вместе с Кубой поддерживаем реформу ООН», — сказал Лавров.": ("RU+CU un-reform endorse",),
    "У нас с Ираном общий подход: санкции незаконны, — сказал Лавров.": (
        "RU+IR unilateral-sanctions reject",
    ),
    "Лавров заметил, что Лондон продолжает накачивать Киев оружием.": ("RU arms-to-ukraine reject",),
    "Китай и Куба выпустили совместное заявление. Пекин осудил терроризм. "
    "«Нужен многополярный мир», — говорится в документе.": (
        "CN counter-terrorism endorse",
        "CN+CU multipolarity endorse",
    ),
    "Си Цзиньпин напомнил об Инициативе по глобальной безопасности. Путин поддержал китайскую инициативу, а "
    "Ким Чен Ын российскую инициативу.": (
        "CN global-security-initiative endorse",
        "RU global-security-initiative endorse",
    ),
    "Саммит стран Центральной Азии прошел в Душанбе. Президенты пяти стран осудили терроризм.": (
        "KZ+KG+TJ+TM+UZ counter-terrorism endorse",
    ),
    "Санкции против Сирии нужно отменить, заявил Ван И.": ("CN unilateral-sanctions reject",),
    "Лавров заявил, что поставки оружия Киеву не помогут.": ("RU arms-to-ukraine reject",),
    "Джайшанкар воздержался при голосовании по резолюции, осуждающей Россию.": (),
    "Додон выступил против сближения Молдавии с НАТО.": ("MD NATO reject",),
    "Лавров призвал возобновить работу ОБСЕ.": ("RU OSCE endorse",),
    "Захарова поддержала усилия ОБСЕ в Молдавии.": ("RU OSCE endorse",),
    "Стубб приветствовал вступление в НАТО Швеции, а Киеву обещал помощь.": ("FI nato-expansion endorse",),
    # --- cases of names, who does not join, and what is only a clause beside ---
    "Депутат бундестага Карл Мюллер раскритиковал Каю Каллас за санкции.": (
        "karl-myuller unilateral-sanctions reject",
    ),
    "Белград не вступит в НАТО, заверил Вучич.": ("RS NATO reject",),
    "Прошла встреча глав государств Центральной Азии. Лидеры осудили терроризм.": (
        "C5 counter-terrorism endorse",
    ),
    "Багаи обвинил США во вмешательстве во внутренние дела страны.": ("IR non-interference endorse",),
    # what there are reports of is told, whoever meets about it
    "Совет Безопасности ООН провел заседание по сообщениям о химической атаке в Идлибе.": (),
    "Фицо выступает за возобновление диалога по вопросам безопасности в Европе.": (
        "SK peace-talks endorse",
        "SK european-security endorse",
    ),
    "США сколачивают узкие объединения, такие как AUKUS и Quad, заметил Ван И.": (
        "CN bloc-confrontation reject",
        "CN AUKUS reject",
        "CN QUAD reject",
    ),
    # --- what bodies do and fail to do, whose words a text gives, and who thinks the same ---
    "НАТО, Евросоюз и ОБСЕ отживают свой век, заявил Лавров.": (
        "RU NATO reject",
        "RU EU reject",
        "RU OSCE reject",
    ),
    "Токаев отметил, что ШОС набирает все больший вес.": ("KZ SCO endorse",),
    "МАГАТЭ не осудило удары по Ирану, сказал Багаи.": ("IR iaea reject",),
    "Поведение Запада лишило смысла евроатлантическую модель, заметил Лавров.": (
        "RU euro-atlantic-security reject",
    ),
    "Ван И выступил за многополярный мир. Такую позицию, добавил он, разделяют Иран и Куба.": (
        "CN+IR+CU multipolarity endorse",
    ),
    "Агентство собрало главные заявления Захаровой.\n\nСША молчат. Санкции против Ирана незаконны.": (
        "RU unilateral-sanctions reject",
    ),
    "Нужен многополярный мир. Об этом говорится в обращении Масуда Пезешкиана.": (
        "IR multipolarity endorse",
    ),
    "Зеленский обвинил Россию в нежелании вести переговоры.": ("UA peace-talks endorse",),
    "Никол Пашинян напомнил, что Ереван намерен сближаться с Евросоюзом.": ("AM EU endorse",),
    "Он сам решил, с кем дружить, заметил Лукашенко.": (),
    # --- who speaks: experts, transcripts, letters, those who talked or act along ---
    "ОБСЕ исчерпала себя. К такому выводу пришел доцент МГИМО Олег Баранов. «ДСНВ нужен», — сказал он.": (
        "oleg-baranov OSCE reject",
        "oleg-baranov new-start endorse",
    ),
    "Лавров прибыл в Рим. По мнению политолога Глеба Орлова, ОБСЕ исчерпала себя.": (
        "gleba-orlova OSCE reject",
    ),
    "Вопрос: Что изменилось?\n\nС.Лавров: Многое. Неделимость безопасности остается нашим приоритетом.": (
        "RU indivisible-security endorse",
    ),
    "Было зачитано приветствие президента Ирана Масуда Пезешкиана. В нем говорится, что санкции незаконны.": (
        "IR unilateral-sanctions reject",
    ),
    "Завершились переговоры между Баку и Ереваном. Стороны выступили за делимитацию границы.": (
        "AZ+AM border-delimitation endorse",
    ),
    "Куба вместе с Никарагуа и Боливией осудила блокаду Кубы.": ("CU+NI+BO unilateral-sanctions reject",),
    "Глава МИД Мали прибыл в Рим. Министр обороны республики Салиф Кейта осудил терроризм.": (
        "ML counter-terrorism endorse",
    ),
    "«Многополярность неизбежна, - сказал Багаи. - Она выгодна всем».": ("IR multipolarity endorse",),
    # --- judgments by predicate, of principles and actors ---
    "«США и Япония сами превратили регион в крепость», — сказал Ван И.": ("CN US reject", "CN JP reject"),
    "Вучич считает, что Россия поступает мудро.": ("RS RU endorse",),
    "Китай он назвал самым надежным из партнеров, сообщил Фицо.": ("SK CN endorse",),
    "Хакан Фидан сообщил, что НАТО — пустышка.": ("TR NATO reject",),
    "Багаи считает иностранные базы худшим из решений.": ("IR foreign-military-bases reject",),
    "Появление войск НАТО на Украине для России неприемлемо, сказал Песков.": (
        "RU foreign-military-bases reject",
    ),
    # --- what one cannot do without, what one gets round, and what a question or a time only names ---
    "«Без санкций Россия не остановится», — сказала Каллас.": ("EU unilateral-sanctions endorse",),
    "Каллас призвала партнеров не помогать России обходить санкции.": ("EU unilateral-sanctions endorse",),
    "На вопрос, согласится ли Москва на прекращение огня на Украине, Песков не ответил.": (),
    # --- words that bend ---
    "Песков заявил, что Россия в грузинские дела не вмешивается.": ("RU non-interference endorse",),
    "Глава МИД Марокко Нассер Бурита сказал, что королевство признательно Москве.": ("MA RU endorse",),
    # --- verbs that no list has ---
    "Россия узрела в ударах Израиля по Бейруту провокацию.": ("RU israeli-strikes reject",),
    "«Санкции против Ирана незаконны», — процедил Багаи.": ("IR unilateral-sanctions reject",),
    "Постпред Алжира при ООН, говоривший и за соседей, солидаризовался с Дамаском.": ("DZ SY endorse",),
    "Иностранные базы, обмолвился Багаи, неприемлемы.": ("IR foreign-military-bases reject",),
    # --- what is denied ---
    "Песков опроверг сообщения о том, что Россия отказывается от переговоров по Украине.": (
        "RU ukraine-settlement endorse",
    ),
    "Багаи назвал беспочвенными обвинения в поддержке терроризма.": ("IR counter-terrorism endorse",),
    # --- whose several people are, and what a gerund opens ---
    "Участники саммита СЕЛАК и Евросоюза отвергли угрозу силой.": ("CELAC+EU non-use-of-force endorse",),
    "Приветствуя перемирие в Газе, министры стран АСЕАН призвали к многополярному миру.": (
        "ASEAN gaza-ceasefire endorse",
        "ASEAN multipolarity endorse",
    ),
    "Свобода судоходства не может быть предметом шантажа, заявил Багаи.": (
        "IR freedom-of-navigation endorse",
    ),
    "Стороны условились о борьбе с трансграничной преступностью, сообщил Лавров.": (
        "RU transnational-crime reject",
    ),
    # --- what somebody blames another for ---
    "По словам Лаврова, Запад делает все, чтобы сорвать диалог и накачивать Киев оружием.": (
        "RU arms-to-ukraine reject",
        "RU collective-west reject",
    ),
    # --- words of feeling, and whom they are for ---
    "Вето Венгрии Кая Каллас сочла вероломством.": ("EU HU reject",),
    "Мигель Диас-Канель окрестил ЕАЭС глотком воздуха.": ("CU EAEU endorse",),
    "США Николас Мадуро обвинил в лицемерии.": ("VE US reject",),
    "Сербия не намерена вводить санкции против России и вступать в НАТО, дал понять Вучич.": (
        "RS unilateral-sanctions reject",
        "RS NATO reject",
    ),
    # --- a text of those who met, a place whose people speak, who is not to do it ---
    "Прошел саммит ОТГ. В принятой декларации зафиксирован призыв к прекращению огня в Газе.": (
        "OTS gaza-ceasefire endorse",
    ),
    "В Тегеране приветствовали вывод американских войск из Ирака.": ("IR foreign-military-bases reject",),
    "Вступление Украины в НАТО станет началом большой войны, сказал Роберт Фицо.": (
        "SK ukraine-nato-membership reject",
    ),
    # --- whose office a pronoun says, who meets further down, what stands in front of an aside ---
    "Финляндия закрыла границу, ее министр обороны Пекка Хаависто высказался за перемирие на Украине.": (
        "FI ukraine-ceasefire endorse",
    ),
    "Стороны подтвердили поддержку многополярности. Переговоры премьер-министров Белоруссии Александра "
    "Турчина и Вьетнама Фам Минь Тиня прошли в Ханое.": ("BY+VN multipolarity endorse",),
    "Ханой и Манила, как следует из коммюнике, сошлись в том, что важно уважать международное право.": (
        "VN+PH international-law endorse",
    ),
    "Багаи поблагодарил Ирак. Выражена признательность за взвешенную позицию Омана.": (
        "IR IQ endorse",
        "IR OM endorse",
    ),
    # --- words for a principle ---
    "Хакан Фидан высказался за обновление Совета Безопасности ООН.": ("TR un-reform endorse",),
    "Ван И призвал беспрепятственно допустить медикаменты в сектор Газа.": ("CN humanitarian-aid endorse",),
    # --- lists of states ---
    "В Вашингтоне, Лондоне и Париже осудили ядерную программу Ирана.": (
        "US+GB+FR iran-nuclear-programme reject",
    ),
    "За территориальную целостность Сирии высказались президенты Египта, Ирака и Иордании.": (
        "EG+IQ+JO territorial-integrity endorse",
    ),
    "Лидеры Казахстана, Киргизии, Таджикистана и Узбекистана поддержали реформу Совета Безопасности ООН.": (
        "KZ+KG+TJ+UZ un-reform endorse",
    ),
    "Главы МИД России, Ирана и Турции выступили за территориальную целостность Сирии.": (
        "RU+IR+TR territorial-integrity endorse",
    ),
    "Такие страны, как Китай, Россия и Индия, выступают за многополярный мир.": (
        "CN+RU+IN multipolarity endorse",
    ),
    "Активнее всего многополярность продвигают такие страны, как Китай, Россия и Индия.": (
        "CN+RU+IN multipolarity endorse",
    ),
    "Обеспечение безопасности Евразии отвечает интересам всех стран, говорится в совместном заявлении "
    "России и Белоруссии.": ("RU+BY eurasian-security endorse",),
    "В совместном заявлении России и Китая осуждаются односторонние санкции.": (
        "RU+CN unilateral-sanctions reject",
    ),
    # --- a judgment behind an insertion ---
    "Поставки оружия Украине, как заявил Песков, ни к чему хорошему не приведут и контрпродуктивны.": (
        "RU arms-to-ukraine reject",
    ),
    "Расширение НАТО, по мнению Лаврова, неприемлемо.": ("RU nato-expansion reject",),
    "Создание палестинского государства, подчеркнул Хакан Фидан, остается единственным путем к миру.": (
        "TR palestinian-statehood endorse",
    ),
    # --- a judgment of what undoes a thing ---
    "Отказ от санкций против России был бы ошибкой, заявил канцлер ФРГ Фридрих Мерц.": (
        "DE unilateral-sanctions endorse",
    ),
    "Нарушение территориальной целостности Сирии недопустимо, подчеркнул Хакан Фидан.": (
        "TR territorial-integrity endorse",
    ),
    # --- what a thing is called ---
    "Песков считает вступление Украины в НАТО угрозой.": ("RU ukraine-nato-membership reject",),
    "Лавров назвал поставки оружия Украине прямым путем к эскалации.": ("RU arms-to-ukraine reject",),
    "Пекин расценивает размещение американских ракет в Азии как провокацию.": (
        "CN missile-deployment reject",
    ),
    "Расширение НАТО - угроза безопасности России, считает Лавров.": ("RU nato-expansion reject",),
    # --- what somebody will not do, and what moves him ---
    "Венгрия не намерена участвовать в поставках оружия Украине.": ("HU arms-to-ukraine reject",),
    "Россия не собирается выходить из переговоров по Украине, сообщил Песков.": (
        "RU ukraine-settlement endorse",
    ),
    "Лавров выразил обеспокоенность в связи с поставками оружия Украине.": ("RU arms-to-ukraine reject",),
    # --- who is to end a war ---
    "Москва должна остановить агрессию против Украины, заявила Кая Каллас.": (
        "EU special-military-operation reject",
    ),
    "Фридрих Мерц призвал Россию вывести войска из Украины.": ("DE special-military-operation reject",),
    # --- the same view ---
    "Египет осудил переселение палестинцев из Газы. Катар и Кувейт солидарны с этой позицией.": (
        "EG+QA+KW gaza-displacement reject",
    ),
    "Китай осудил односторонние санкции. Иран согласен с такой оценкой.": (
        "CN+IR unilateral-sanctions reject",
    ),
    "Бразилия поддержала расширение БРИКС. Такого же мнения придерживается ЮАР.": (
        "BR+ZA brics-expansion endorse",
    ),
    "Венгрия против поставок оружия Украине. Аналогичную позицию занимает Словакия.": (
        "HU+SK arms-to-ukraine reject",
    ),
    "Катар осудил удары по Ирану. Оман и Кувейт солидарны с этой позицией и требуют "
    "беспрепятственного доступа гуманитарной помощи в Газу.": (
        "QA+OM+KW iran-strikes reject",
        "OM+KW humanitarian-aid endorse",
    ),
    # --- what stands between commas, and what another verb opens ---
    "Филиппины, в свою очередь, обвинили Пекин в нарушении международного права.": (
        "PH international-law endorse",
    ),
    "Катар, напротив, осудил удары по Ирану.": ("QA iran-strikes reject",),
    "Лига арабских государств осудила удары по сектору Газа и призвала к немедленному прекращению огня.": (
        "ARAB-LEAGUE gaza-war reject",
        "ARAB-LEAGUE gaza-ceasefire endorse",
    ),
    # --- a relative clause about the object says nothing for it, nor is its actor the next speaker ---
    "Генсек ООН Антониу Гутерриш высоко оценил усилия Катара, Египта и Турции, которые привели к прорыву. "
    "Он также призвал обеспечить беспрепятственный доступ гуманитарной помощи в Газу.": (
        "UN QA endorse",
        "UN EG endorse",
        "UN TR endorse",
        "UN humanitarian-aid endorse",
    ),
    # --- nouns beside each other in a list ---
    "По словам Марка Рютте, союзники и Украина сами примут решение.": (),
    "Иран и Россия против диктата и санкций.": ("IR+RU unilateral-sanctions reject",),
    # --- who speaks: asides behind the verb, a name far in front, whose a thing is, what is in a place ---
    "«Мы против односторонних санкций», — подчеркнул, комментируя решение ЕС, глава МИД Китая Ван И.": (
        "CN unilateral-sanctions reject",
    ),
    "Президент Франции Эмманюэль Макрон, напротив, остался доволен, хотя и осудил односторонние санкции.": (
        "FR unilateral-sanctions reject",
    ),
    "Удары США по Ирану осудил Китай.": ("CN iran-strikes reject",),
    "Лидеры G20 выступили за мир в Судане, осудили терроризм и поддержали реформу Совета Безопасности ООН.": (
        "G20 sudan-settlement endorse",
        "G20 counter-terrorism endorse",
        "G20 un-reform endorse",
    ),
    "Открывая заседание, президент Азербайджана Ильхам Алиев заявил о необходимости реформы Совета "
    "Безопасности ООН: одно место, по его словам, следует отдать Африке.": ("AZ un-reform endorse",),
    # --- who speaks where nobody is named: both who met, so many states, the bloc in front ---
    "Лавров провел переговоры с главой МИД Египта Бадром Абдель Аты. Отмечена недопустимость переселения "
    "палестинцев из Газы.": ("RU+EG gaza-displacement reject",),
    "Лавров провел переговоры с главой МИД Египта Бадром Абдель Аты. Была подчеркнута важность соблюдения "
    "Устава ООН.": ("RU+EG un-charter endorse",),
    "Министры иностранных дел России, Ирана и Турции провели переговоры. Три страны подтвердили "
    "приверженность территориальной целостности Сирии.": ("RU+IR+TR territorial-integrity endorse",),
    "Страны БРИКС приняли декларацию в Казани. В документе подчеркивается центральная роль ООН.": (
        "BRICS un-central-role endorse",
    ),
    # --- a paragraph in a voice that its end names ---
    "Посол рассказал о планах.\n\n— Вашингтон говорит о переговорах, но это ширма. Венесуэла против "
    "внешнего вмешательства. Мы за многополярный мир, — подчеркнул посол Венесуэлы в России Хесус "
    "Саласар.": ("VE non-interference endorse", "VE multipolarity endorse"),
    # --- actors judged from behind, by their conduct, by what they may not do ---
    "Мария Захарова назвала действия Франции провокацией.": ("RU FR reject",),
    "Лондон несет ответственность за срыв переговоров, заявила Мария Захарова.": ("RU GB reject",),
    "США не имеют права вмешиваться в спор, заявил Линь Цзянь.": ("CN US reject",),
    "Киев ведет себя безответственно, заявила Мария Захарова.": ("RU UA reject",),
    "Китай является надежным партнером России, заявил Сергей Лавров.": ("RU CN endorse",),
    "Катар играет важную посредническую роль, заявил Сергей Лавров.": ("RU QA endorse",),
    "ОДКБ — оборонительный союз, он никому не угрожает, пояснил Сергей Алейник.": ("BY CSTO endorse",),
    "Марко Рубио заявил, что Мадуро «не президент, а беглец от американского правосудия».": (
        "US nicolas-maduro reject",
    ),
    # --- verbs with an adverb or "not" before them agree as any other; families of refusal and effort ---
    "Венгрия не поддержит использование замороженных российских активов.": ("HU frozen-assets reject",),
    "Иран не потерпит вмешательства во внутренние дела.": ("IR non-interference endorse",),
    "Венгрия не даст согласия на вступление Украины в НАТО.": ("HU ukraine-nato-membership reject",),
    "Иран выразил протест против односторонних санкций.": ("IR unilateral-sanctions reject",),
    "Польша выделит Украине военную помощь.": ("PL arms-to-ukraine endorse",),
    "Турция прилагает усилия для прекращения огня в Газе.": ("TR gaza-ceasefire endorse",),
    "Турция позитивно отнеслась к прекращению огня в Газе.": ("TR gaza-ceasefire endorse",),
    # --- whom a thing pleases or not, who does the same, who is thanked for what ---
    "Москву не устраивает расширение НАТО.": ("RU nato-expansion reject",),
    "Для Москвы неприемлемо вступление Украины в НАТО.": ("RU ukraine-nato-membership reject",),
    "Китаю близка идея многополярного мира.": ("CN multipolarity endorse",),
    "Казахстан, как и Узбекистан, поддерживает реформу Совета Безопасности ООН.": (
        "KZ+UZ un-reform endorse",
    ),
    "Лавров поблагодарил Казахстан за поддержку территориальной целостности Сирии.": (
        "RU KZ endorse",
        "RU territorial-integrity endorse",
        "KZ territorial-integrity endorse",
    ),
    "Сокрытие Арменией карт минных полей недопустимо, заявил Джейхун Байрамов.": ("AZ AM reject",),
    "Россия за многополярный мир, сообщил журналистам Дмитрий Песков.": ("RU multipolarity endorse",),
    # --- what is in a place is no subject; not all countries are those that met; who has no part ---
    "Песков прибыл в Сочи. Члены объединения осудили теракт в Исламабаде.": (),
    "Будапешт не участвует в поставках оружия Украине, сообщил Петер Сийярто.": (
        "HU arms-to-ukraine reject",
    ),
    "Ирак настаивает на выводе иностранных войск.": ("IQ foreign-military-bases reject",),
    "Россия воздержалась при голосовании по резолюции о прекращении огня в Газе.": (
        "RU gaza-ceasefire neutral",
    ),
    # --- one minister's title, hopes for others, plurals, a turn to the teller's own words ---
    "По мнению главы МИД Венгрии Петера Сийярто, разделение мира на блоки недопустимо.": (
        "HU bloc-confrontation reject",
    ),
    "Песков выразил надежду, что Киев поддержит прекращение огня.": ("RU ukraine-ceasefire endorse",),
    "Токаев прибыл в Душанбе. Тогда было принято заявление, в котором осудили терроризм.": (),
    "По словам Лаврова, НАТО рвется в Азию, а евроатлантическая модель безопасности себя исчерпала.": (
        "RU euro-atlantic-security reject",
        "RU nato-expansion reject",
    ),
    "Лавров сообщил, что участники БРИКС осудили санкции и высказались за многополярный мир.": (
        "BRICS unilateral-sanctions reject",
        "BRICS multipolarity endorse",
    ),
    # --- what is said of a bloc; what is but a term, a predicate, a matter of no comment ---
    "«БРИКС становится одной из опор многополярного мира», — подчеркнул Лавров.": (
        "RU BRICS endorse",
        "RU multipolarity endorse",
    ),
    "Лавров заявил, что ОБСЕ превратилась в трибуну для обвинений.": ("RU OSCE reject",),
    "Каллас отметила, что ЕС поддержит прекращение огня, если за столом переговоров будет Киев.": (
        "EU ukraine-ceasefire conditional",
    ),
    "Багаи назвал удар Израиля по Бейруту актом агрессии.": ("IR israeli-strikes reject",),
    "Отвергая обвинения Вашингтона, Тегеран поддержал реформу ООН.": ("IR un-reform endorse",),
    "Куба выразила поддержку России и осудила западные санкции.": (
        "CU RU endorse",
        "CU unilateral-sanctions reject",
    ),
    "Москва не возражает против вступления Финляндии в ЕС.": (),
    "Глава дипломатии ЕС Кая Каллас поддержала санкции, за что ее раскритиковала Москва.": (
        "EU unilateral-sanctions endorse",
    ),
    "Размещение ракет в Японии неприемлемо для Китая, сказал Линь Цзянь.": ("CN missile-deployment reject",),
    "Иван Петров, замглавы МИД РФ, заявил, что санкции незаконны.": ("RU unilateral-sanctions reject",),
    "Песков не стал уточнять, какие гарантии безопасности нужны России.": (),
    "Прием новых участников в БРИКС, по мнению Лаврова, возможен, когда освоятся новички.": (
        "RU brics-expansion conditional",
    ),
    "Довал отметил неприемлемость двойных стандартов в борьбе с терроризмом.": (
        "IN counter-terrorism endorse",
    ),
    "В Вашингтоне признание Палестины назвали наградой для ХАМАС.": ("US palestinian-statehood reject",),
    "Каллас сообщила, что экономический нажим на Москву будет расти.": (),
    # --- who says it behind terms; whose text it is by number; what one answers to; contrasts ---
    "Тегеран готов вернуться к ядерной сделке, если США снимут эмбарго, сообщил Эсмаил Багаи.": (
        "IR jcpoa conditional",
    ),
    "Мали, Буркина-Фасо и Нигер не вернутся в ЭКОВАС, говорится в коммюнике трех государств.": (
        "ML+BF+NE ECOWAS reject",
    ),
    "На критику многополярного мира Джайшанкар возразил: Индия дружит со всеми.": (),
    "Индия против участия в военных союзах, а ООН для нее — площадка диалога, заявил Джайшанкар.": (
        "IN non-alignment endorse",
    ),
    "Премьер Роберт Фицо полагает, что вступление Украины в НАТО привело бы к мировой войне.": (
        "SK ukraine-nato-membership reject",
    ),
    "Азербайджан не видит смысла в сохранении Минской группы ОБСЕ, заявил Ильхам Алиев.": (
        "AZ MINSK-GROUP reject",
    ),
    "Токаев предложил реформировать СВМДА и назвал ее незаменимой частью азиатской безопасности.": (
        "KZ CICA endorse",
    ),
    "Министры БРИКС осудили санкции, введенные без решения Совета Безопасности ООН.": (
        "BRICS unilateral-sanctions reject",
    ),
    "Лавров хочет видеть Индию и Бразилию постоянными членами Совбеза ООН.": ("RU un-reform endorse",),
    "Захарова назвала «опасной иллюзией» расчет на то, что Россию удастся сломить санкциями.": (
        "RU unilateral-sanctions reject",
    ),
    # --- what only says when; predicates of what an actor has; experts ---
    "Макрон поддержал отправку миротворцев на Украину после прекращения огня.": (
        "FR foreign-military-bases endorse",
    ),
    "Трамп назвал исключение России из «восьмерки» ошибкой.": (),
    "Иностранные войска на территории Украины станут законной целью, заявила Мария Захарова.": (
        "RU foreign-military-bases reject",
    ),
    "Фидан призвал покончить с терроризмом.": ("TR counter-terrorism endorse",),
    "Политолог Андрей Сонин поддержал реформу ООН. «Расширение НАТО опасно», — добавил эксперт.": (
        "andrey-sonin un-reform endorse",
        "andrey-sonin nato-expansion reject",
    ),
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.mark.parametrize("text", HELD)
def test_who_holds_what(vocabulary: Vocabulary, text: str) -> None:
    record = extract(Article(DATELINE + text, "x.txt"), vocabulary, TODAY)
    found = {(_tail(p.holder), _tail(p.target), p.stance.value) for p in record.positions}
    assert found == {held for line in HELD[text] for held in _each(line)}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Постпред РФ при ОБСЕ Александр Лукашевич поддержал суверенитет Сирии.", "alexander-lukashevich"),
        ("Посол Ирана в Москве Реза Амири поддержал суверенитет Сирии.", "reza-amiri"),
        ("По словам постпреда Ирана при МАГАТЭ, санкции против Сирии незаконны.", None),
    ],
)
def test_who_speaks_where_he_is_posted(vocabulary: Vocabulary, text: str, voice: str | None) -> None:
    record = extract(Article(DATELINE + text, "x.txt"), vocabulary, TODAY)
    assert {_tail(p.voice) if p.voice else None for p in record.positions} == {voice}


def test_who_passes_words_on_does_not_speak(vocabulary: Vocabulary) -> None:
    text = (
        "Многополярный мир неизбежен, заявил Владимир Путин. Его слова приводит пресс-служба Кремля. "
        "«Расширение БРИКС важно и своевременно для всех нас»."
    )
    record = extract(Article(DATELINE + text, "x.txt"), vocabulary, TODAY)
    assert {_tail(p.voice or "") for p in record.positions} == {"vladimir-putin"}


def test_an_editorial_is_what_its_outlet_holds(vocabulary: Vocabulary) -> None:
    text = "Независимая газета\n\nСанкции не работают\n\nОт редакции\n\n" + DATELINE
    text += "Лавров поддержал суверенитет Сирии. Между тем санкции против Ирана незаконны."
    record = extract(Article(text, "x.txt"), vocabulary, TODAY)
    assert {(_tail(p.holder), _tail(p.target)) for p in record.positions} == {
        ("RU", "sovereignty"),
        ("nezavisimaya", "unilateral-sanctions"),
    }


def test_a_state_is_not_named_in_small_letters(vocabulary: Vocabulary) -> None:
    text = "Токаев поддержал реформу ООН. Кроме того, президент осудил терроризм."
    record = extract(Article(DATELINE + text, "x.txt"), vocabulary, TODAY)
    assert "state:TG" not in {actor.id for actor in record.actors}


def test_an_interview_in_dashes(vocabulary: Vocabulary) -> None:
    text = (
        "Посол России в Ираке Эльбрус Кутрашев дал интервью газете.\n\n"
        "— Почему США вводят санкции против Ирана?\n\n"
        "— Вашингтон боится конкуренции. Мы выступаем против них.\n\n"
        "— В Багдаде говорят, что ядерная сделка мертва. Это так?\n\n"
        "— Нет, мы за нее. Президент сказал прямо: мы поддержим многополярный мир.\n\n"
    )
    record = extract(Article(DATELINE + text, "x.txt"), vocabulary, TODAY)
    assert {_tail(p.voice or "") for p in record.positions} == {"elbrus-kutrashev"}
    found = {(_tail(p.holder), _tail(p.target), p.stance.value) for p in record.positions}
    assert found == {
        ("RU", "unilateral-sanctions", "reject"),
        ("RU", "jcpoa", "endorse"),
        ("RU", "multipolarity", "endorse"),
    }


def test_colleagues_are_no_one_person(vocabulary: Vocabulary) -> None:
    text = DATELINE + "Сийярто прибыл в Вену. Словакия поддерживает венгерских коллег."
    record = extract(Article(text, "x.txt"), vocabulary, TODAY)
    assert [_tail(p.target) for p in record.positions] == ["HU"]


def _each(line: str) -> set[tuple[str, str, str]]:
    holders, target, stance = line.split()
    return {(holder, target, stance) for holder in holders.split("+")}


def _tail(item: str) -> str:
    return item.partition(":")[2]


def _positions(text: str) -> tuple[Position, ...]:
    return extract(Article(text, "invented.txt"), Vocabulary.load(), date(2026, 1, 1)).positions


PESKOV = "Россия открыта к диалогу, заявил пресс-секретарь президента РФ Дмитрий Песков. "


def test_a_readiness_that_nobody_sees_is_none() -> None:
    text = "Россия не видит готовности Киева к мирным переговорам, заявил журналистам Дмитрий Песков."
    found = {(p.holder, p.target, p.stance.value) for p in _positions(text)}
    assert ("state:UA", "principle:peace-talks", "endorse") not in found


def test_a_pronoun_means_what_a_gerund_before_it_names() -> None:
    text = PESKOV + (
        "Говоря о поставках ракет Tomahawk, Песков отметил, что решение за Вашингтоном. "
        "Комментируя слова генсека НАТО Марка Рютте, Песков назвал их безответственными."
    )
    assert not {p.target for p in _positions(text)} & {"principle:arms-to-ukraine"}


@pytest.mark.parametrize(
    "text",
    [
        "ОДКБ, ШОС и СНГ строят мосты. Белград не присоединится к ограничительным мерам, сказал Вучич.",
        "СБ ООН соберется завтра. Тегеран может пересмотреть членство в ДНЯО, сказал Аббас Аракчи.",
    ],
)
def test_who_joins_another_thing_joins_no_bloc_named_before(text: str) -> None:
    assert not {p.target for p in _positions(text) if p.target.startswith("bloc:")}


def test_membership_that_is_reconsidered_is_against_the_treaty() -> None:
    text = "Тегеран может пересмотреть свое членство в ДНЯО, сказал замглавы МИД Ирана Казем Гарибабади."
    found = {(p.holder, p.target, p.stance.value) for p in _positions(text)}
    assert ("state:IR", "principle:nuclear-non-proliferation", "reject") in found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Постпред РФ при отделении ООН Геннадий Гатилов назвал неприемлемыми попытки политизации.",
            set(),
        ),
        (PESKOV + "Делегация США вышла из зала в знак протеста.", set()),
        (
            "Президент Вьетнама Лыонг Кыонг прибыл в Москву. Президент РФ Владимир Путин поблагодарил его за "
            "взвешенную позицию по Украине.",
            {("state:RU", "person:luong-cuong")},
        ),
    ],
    ids=["a seat", "a room that is left", "whom a pronoun means"],
)
def test_who_is_judged_and_who_is_not(text: str, found: set[tuple[str, str]]) -> None:
    judged = {(p.holder, p.target) for p in _positions(text) if not p.target.startswith("principle:")}
    assert judged == found
