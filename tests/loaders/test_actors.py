"""States, blocs and bodies praised or blamed as such: by what they do or are, and by deeds of theirs."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

HELD: dict[str, tuple[str, set[Held]]] = {
    "a verb that is a wrong by itself": (
        "Ethiopian Foreign Minister Gedion Timothewos said Eritrea was arming rebels in the north.",
        {("ET", "ER", "reject")},
    ),
    "a light verb and what it carries": (
        "Chinese Foreign Ministry spokesperson Guo Jiakun said the Philippines was playing the victim.",
        {("CN", "PH", "reject")},
    ),
    "what good somebody has lost": (
        '"The United States has broken every promise it made," Cuban Foreign Minister Bruno Rodriguez said.',
        {("CU", "US", "reject")},
    ),
    "what somebody is": (
        "South African President Cyril Ramaphosa said BRICS was a champion of the Global South.",
        {("ZA", "BRICS", "endorse")},
    ),
    "what somebody is called": (
        "Turkish President Recep Tayyip Erdogan called Israel a terror state.",
        {("TR", "IL", "reject")},
    ),
    "what is left undone": (
        "Polish Prime Minister Donald Tusk said Moscow had no intention of keeping its word.",
        {("PL", "RU", "reject")},
    ),
    "whom a sentence is about further on": (
        "Philippine Foreign Secretary Theresa Lazaro said China had sent ships, and it bullied fishermen.",
        {("PH", "CN", "reject")},
    ),
    "whoever does what is condemned": (
        "Thailand condemned the shelling of its villages by Cambodian troops.",
        {("TH", "KH", "reject")},
    ),
    "a deed that a nation owns": (
        "South Korea's foreign ministry expressed deep regret over Japan's repeated claims to the islets.",
        {("KR", "JP", "reject")},
    ),
    "a deed that is valued": (
        "Iraq's foreign minister Fuad Hussein said Iraq valued NATO's support for its forces.",
        {("IQ", "NATO", "endorse")},
    ),
    "a Russian verb that is a wrong by itself": (
        "Глава МИД Эфиопии заявил, что Эритрея вооружает мятежников на севере страны.",
        {("ET", "ER", "reject")},
    ),
    "a Russian light verb and what it carries": (
        "Премьер-министр Испании Педро Санчес заявил, что Израиль творит зверства.",
        {("ES", "IL", "reject")},
    ),
    "a Russian adjective alone": (
        "Ким Ё Чжон заявила, что США помешаны на войне.",
        {("KP", "US", "reject")},
    ),
    "what somebody is called in Russian": (
        "Президент ЮАР Сирил Рамафоса назвал БРИКС защитником Глобального Юга.",
        {("ZA", "BRICS", "endorse")},
    ),
    "what somebody does not mean to do in Russian": (
        "Премьер-министр Польши Дональд Туск заявил, что Москва не собирается держать слово.",
        {("PL", "RU", "reject")},
    ),
    "how somebody behaves": (
        "Глава МИД Австралии Пенни Вонг сказала, что Китай опасно ведет себя в море.",
        {("AU", "CN", "reject")},
    ),
    "whoever does what is condemned in Russian": (
        "Таиланд осудил обстрел своих деревень, устроенный камбоджийскими войсками.",
        {("TH", "KH", "reject")},
    ),
    "whose deed is praised in Russian": (
        "Глава МИД Узбекистана Бахтиер Саидов высоко оценил усилия Казахстана и Азербайджана.",
        {("UZ", "KZ", "endorse"), ("UZ", "AZ", "endorse")},
    ),
    "some of those who are thanked": (
        "Maltese Foreign Minister Ian Borg thanked all who had helped, above all Italy and Greece.",
        {("MT", "IT", "endorse"), ("MT", "GR", "endorse")},
    ),
    "what somebody has turned a thing into": (
        "Czech Foreign Minister Jan Lipavsky said Russia had turned energy into a weapon.",
        {("CZ", "RU", "reject")},
    ),
    "whom nobody has forsaken in Russian": (
        "Лукашенко сказал, что Россия никогда не бросала Белоруссию в беде.",
        {("BY", "RU", "endorse")},
    ),
    "a Russian subject before an aside": (
        "Глава МИД Словакии Юрай Бланар сказал, что Евросоюз, к сожалению, злоупотребляет доверием.",
        {("SK", "EU", "reject")},
    ),
}

NOT_HELD = {
    "two who are named in one list": "Barrot said Oman and the United Arab Emirates had sent envoys.",
    "what somebody fights": "Macron said Algeria was fighting terrorism in the Sahel.",
    "what somebody tells of": "Lavrov said the United States had provided data on war crimes.",
    "what is only told in Russian": "Зеленский сообщил, что Россия выпустила за ночь 200 беспилотников.",
    "what somebody has to do in Russian": "Ван И заявил, что Китаю и Индии следует укреплять контакты.",
    "who is hit in Russian": "Япония осудила нападение на российское посольство в Кабуле.",
    "what is only told": "Zelensky said Russia had fired 200 drones overnight.",
    "what is done to somebody": "Guterres said Lebanon was betrayed and bombed.",
    "what might be": "Rubio said Iran might break its promise.",
    "who is hit": "Egypt condemned the attack on the Pakistani embassy.",
}


@pytest.mark.parametrize("case", HELD)
def test_actor_judged(case: str) -> None:
    """The actor is praised or blamed by the speaker."""
    text, expected = HELD[case]
    assert expected <= _held(text)


@pytest.mark.parametrize("case", NOT_HELD)
def test_actor_not_judged(case: str) -> None:
    """Nobody judges a state, bloc or body thereby."""
    assert not {target for _, target, _ in _held(NOT_HELD[case]) if target.isupper()}


def _held(text: str) -> set[Held]:
    """Who holds what of whom, as written above."""
    found = read_out(text).positions
    return {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found}
