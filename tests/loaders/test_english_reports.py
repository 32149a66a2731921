"""English reports of many kinds: experts, envoys, communiques, transcripts, commentaries, idioms of blame."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

_BEFORE = "Russian Foreign Minister Sergey Lavrov arrived. "

HELD: dict[str, tuple[str, set[Held]]] = {
    "a name with small letters inside, and somebody for his part": (
        "Foreign Minister Wang Yi arrived. Philippine Foreign Secretary Ramon del Castillo, for his part, "
        "rejected unilateral sanctions.",
        {("PH", "unilateral-sanctions", "reject")},
    ),
    "an analyst with his style behind what he says": (
        _BEFORE + '"Unilateral sanctions are illegal," said Dr Lim Wei Han, a security analyst in Singapore.',
        {("lim-wei-han", "unilateral-sanctions", "reject")},
    ),
    "a shadow minister between commas, with her style, and then as she": (
        "Foreign Secretary David Lammy spoke. The shadow foreign secretary, Dame Mary Crewe, attacked the "
        "Government. Unilateral sanctions were wrong, she said.",
        {("mary-crewe", "unilateral-sanctions", "reject")},
    ),
    "an expert set off behind his words": (
        "A two-state solution must be respected, Gu Haoran, a senior fellow at the Taihe Institute, told "
        "reporters. The fellow left.",
        {("gu-haoran", "two-state-solution", "endorse")},
    ),
    "an expert by his trade, then by his family name and as the expert": (
        "Military commentator Fang Wei said that unilateral sanctions are illegal. Fang called for a "
        "two-state solution. The expert backed freedom of navigation.",
        {
            ("fang-wei", "unilateral-sanctions", "reject"),
            ("fang-wei", "two-state-solution", "endorse"),
            ("fang-wei", "freedom-of-navigation", "endorse"),
        },
    ),
    "a former ambassador behind according to": (
        "According to Pierre Lemaire, a former French envoy to Moscow, unilateral sanctions are illegal.",
        {("pierre-lemaire", "unilateral-sanctions", "reject")},
    ),
    "an ambassador by his post, then by his surname": (
        "Kenya's Ambassador to Ethiopia George Orina arrived. Orina said unilateral sanctions are illegal.",
        {("KE", "unilateral-sanctions", "reject")},
    ),
    "an envoy named between commas": (
        "Hungary's ambassador to the EU, Balint Odor, said unilateral sanctions are illegal.",
        {("HU", "unilateral-sanctions", "reject")},
    ),
    "us in small letters is no state": (
        _BEFORE + "Let us be frank, he said: unilateral sanctions are illegal.",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "she is no man": (
        "Russian Foreign Ministry spokeswoman Maria Zakharova said the visit was long. French President "
        "Emmanuel Macron has come, she recalled. She also said that unilateral sanctions are illegal.",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "whose country": (
        "Hungarian Foreign Minister Peter Szijjarto, whose country opposed unilateral sanctions, left.",
        {("HU", "unilateral-sanctions", "reject")},
    ),
    "those with whom an opening says one acts": (
        _BEFORE + "Lavrov took the floor. “Together with Brazil and China we call for a two-state solution,” "
        "Lavrov said.",
        {
            ("RU", "two-state-solution", "endorse"),
            ("BR", "two-state-solution", "endorse"),
            ("CN", "two-state-solution", "endorse"),
        },
    ),
    "a participle that explains an object has no subject": (
        "BRICS called tariffs imposed in anger a mistake and supported a two-state solution.",
        {("BRICS", "two-state-solution", "endorse")},
    ),
    "a narrower principle and what it is for": (
        _BEFORE + "Lavrov called for a two-state solution to the Israeli-Palestinian conflict.",
        {("RU", "two-state-solution", "endorse")},
    ),
    "members of a list that semicolons part": (
        "Chinese Foreign Minister Wang Yi put forward proposals: to fight terrorism; to advance the Belt "
        "and Road.",
        {("CN", "counter-terrorism", "endorse"), ("CN", "belt-and-road", "endorse")},
    ),
    "what others do whom nobody names": (
        "Chinese Foreign Minister Wang Yi said that some countries cling to the Cold War mentality.",
        {("CN", "bloc-confrontation", "reject")},
    ),
    "what is to begin beside what is to end": (
        "ASEAN called on the junta to halt air strikes and begin an inclusive dialogue.",
        {("ASEAN", "peace-talks", "endorse")},
    ),
    "barriers that are removed": (
        _BEFORE + "Lavrov spoke for the removal of the remaining barriers in mutual trade.",
        {("RU", "economic-cooperation", "endorse")},
    ),
    "who broke what is named": (
        _BEFORE + "“The CFE Treaty was buried by the NATO members,” Lavrov said.",
        {("NATO", "arms-control", "reject")},
    ),
    "who broke what no principle names": (
        _BEFORE + "“What was built in Helsinki has been taken apart by the European Union,” he said.",
        {("RU", "EU", "reject")},
    ),
    "a predicate behind an insertion": (
        "Turkish Foreign Minister Hakan Fidan spoke of NATO. The alliance, he underlined, remains the "
        "backbone of the country's security.",
        {("TR", "NATO", "endorse")},
    ),
    "he who is thanked behind his name": (
        "Pakistani Prime Minister Shehbaz Sharif told reporters that President Trump had called, and that "
        "he was thankful to him.",
        {("PK", "US", "endorse")},
    ),
    "membership that is suspended": (
        "Armenia spoke of the CSTO. Armenia suspended its membership in early 2024, and praised nobody.",
        {("AM", "CSTO", "reject")},
    ),
    "membership that one has": (
        "Iranian spokesman Esmaeil Baghaei said that Iran's membership in the SCO goes on.",
        set(),
    ),
    "as long as it takes is no condition": (
        "NATO chief Mark Rutte said NATO would support a two-state solution for as long as it takes.",
        {("NATO", "two-state-solution", "endorse")},
    ),
    "a city that stands for a bloc": (
        "Peter Szijjarto, Hungarian foreign minister, came for the European Union. Peter Szijjarto warned: "
        "“Brussels has fallen ill with war.”",
        {("HU", "EU", "reject")},
    ),
    "a series of which only the first is rejected": (
        _BEFORE
        + "Lavrov said states should reject zero-sum games, resolve disputes via a two-state solution.",
        {
            ("RU", "bloc-confrontation", "reject"),
            ("RU", "peaceful-settlement", "endorse"),
            ("RU", "two-state-solution", "endorse"),
        },
    ),
    "violations that are condemned": (
        "Kaja Kallas came. The European Union condemned the human rights violations in the city.",
        {("EU", "human-rights", "endorse")},
    ),
    "plans that raise concern": (
        "China expresses serious concern over the plans of the United States to deploy missiles in Asia.",
        {("CN", "missile-deployment", "reject")},
    ),
    "no interest": (
        "Indian External Affairs Minister Subrahmanyam Jaishankar said India has no interest in "
        "de-dollarisation.",
        {("IN", "national-currencies", "reject")},
    ),
}

TEXTS: dict[str, tuple[str, set[Held]]] = {
    "a communique is its adopters'": (
        "COMMUNIQUE\n\nAdopted by the Peace and Security Council of the African Union at its meeting on 12 "
        "August 2025\n\nThe Peace and Security Council,\n\nRecalling its decisions;\n\n"
        "1. Rejects unilateral sanctions against its members;\n\n"
        "2. Expresses gratitude to the Republic of Chad and to the Arab "
        "Republic of Egypt for their hospitality.\n",
        {("AU", "unilateral-sanctions", "reject"), ("AU", "TD", "endorse"), ("AU", "EG", "endorse")},
    ),
    "a statement is whose it is behind the colon of its title": (
        "Russia's account does not survive the facts: UK statement to the OSCE\n\nThank you, Madam Chair. "
        "The floor has been given to us.\n\nWe support a two-state solution.\n",
        {("GB", "two-state-solution", "endorse")},
    ),
    "a minister's statement and answers": (
        "Foreign Minister Sergey Lavrov's statement and answers to media questions following the meeting, "
        "Vienna\n\nI am glad to see all of you here today.\n\nUnilateral sanctions are illegal.\n",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "in a transcript nothing is background": (
        "Meeting of the council\n\nPresident of Russia Vladimir Putin: Thank you.\n\nMore than anything, "
        "unilateral sanctions are illegal.\n",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "a head of state whom his minister recalls": (
        "Foreign Minister Sergey Lavrov's statement at the meeting, Vienna\n\nColleagues, I am glad to be "
        "here.\n\n"
        "President Vladimir Putin has proposed an architecture of security for the whole of Eurasia.\n",
        {("vladimir-putin", "eurasian-security", "endorse")},
    ),
    "he is who the line before named": (
        "Secretary-General Welcomes a Truce\n\nThe following statement was issued today by the Spokesman for "
        "UN Secretary-General António Guterres:\n\nThe Secretary-General welcomes the truce. He supports a "
        "two-state solution.\n",
        {("UN", "two-state-solution", "endorse")},
    ),
    "a line that says by whom": (
        "Pre-ministerial press conference\n\nby NATO Secretary General Mark Rutte ahead of the meetings of "
        "NATO Ministers of Foreign Affairs\n\nThank you and good afternoon to all of you who came here "
        "today.\n\nLet me say this once more: a two-state solution must be respected by all sides.\n",
        {("NATO", "two-state-solution", "endorse")},
    ),
    "an interview is whose it is, not with whom": (
        "Foreign Minister Sergey Lavrov's interview with TV BRICS, Moscow, February 9, 2026\n\nQuestion: Mr "
        "Lavrov, what do you say of the economy today?\n\nSergey Lavrov: Unilateral sanctions are illegal.\n",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "an embassy is its state's": (
        "Embassy Spokesperson's Remarks on the partnership\n\nQuestion: What is your comment on that now?\n\n"
        "Embassy Spokesperson: Unilateral sanctions are illegal. China is a friend.\n",
        {("CN", "unilateral-sanctions", "reject")},
    ),
    "a commentary is its writer's": (
        "Commentary | World\n\nWhat the capital should learn from the summit\n\nBy Laura Whitfield, senior "
        "fellow, the Institute\n\nThe leaders met this week in the hall by the river.\n\n"
        "Unilateral sanctions are illegal.\n",
        {("laura-whitfield", "unilateral-sanctions", "reject")},
    ),
}


@pytest.mark.parametrize("name", HELD)
def test_who_holds(name: str) -> None:
    text, expected = HELD[name]
    assert _positions(text) == expected


@pytest.mark.parametrize("name", TEXTS)
def test_whose_text(name: str) -> None:
    text, expected = TEXTS[name]
    assert _positions(text) == expected


def _positions(text: str) -> set[Held]:
    found = read_out(text).positions
    return {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found}
