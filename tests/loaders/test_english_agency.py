"""English agency reports: who is introduced how, on which terms, what is only asked or dated."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

_ILLEGAL = "unilateral sanctions are illegal"

HELD: dict[str, tuple[str, set[Held]]] = {
    "a name that ends like a participle, its office going on behind": (
        "Algeria's ambassador, Amar Bendjama, backed a two-state solution.\n\n"
        f"Javed Salim, the U.N. assistant secretary-general for Africa, said {_ILLEGAL}.",
        {("DZ", "two-state-solution", "endorse"), ("UN", "unilateral-sanctions", "reject")},
    ),
    "a deputy ambassador": (
        "China's deputy ambassador, Geng Shuang, backed a two-state solution. Panama's deputy ambassador, "
        f"Ana Rojas, said {_ILLEGAL}.",
        {("CN", "two-state-solution", "endorse"), ("PA", "unilateral-sanctions", "reject")},
    ),
    "an office with stops in its letters": (
        f"Portugal's U.N. ambassador, Ana Rojas, said {_ILLEGAL}.",
        {("PT", "unilateral-sanctions", "reject")},
    ),
    "a thing with stops in its letters": (
        "Russian Foreign Minister Sergey Lavrov denounced U.S. bases.",
        {("RU", "foreign-military-bases", "reject")},
    ),
    "whoever speaks for somebody": (
        "Ana Rojas, spokesperson for EU High Representative Kaja Kallas, backed a two-state solution.",
        {("EU", "two-state-solution", "endorse")},
    ),
    "whoever speaks for a body that nobody lists": (
        f"CAIRO, May 3 (Reuters) - Amr Fathi, spokesman for the Rapid Relief Union, said {_ILLEGAL}.",
        {("amr-fathi", "unilateral-sanctions", "reject")},
    ),
    "an agency that nobody lists in the dateline": (
        "London, KTA – Tom Peters, former leader of the Green Party of the UK, has urged his country to "
        "recognize the State of Palestine.",
        {("tom-peters", "palestinian-statehood", "endorse")},
    ),
    "a title that a word for an interview opens": (
        "INTERVIEW: Arab League chief says Syria's return is a first step\n\n"
        "CAIRO: Ahmed Aboul Gheit, the secretary-general of the Arab League, welcomed the return of Syria."
        '\n\n"The crisis goes on. We reject foreign interference," he said on Monday.',
        {("ARAB-LEAGUE", "non-interference", "endorse")},
    ),
    "what a launch is blamed for is the one who does it": (
        "South Korea's foreign ministry condemned North Korea's launches of ballistic missiles.",
        {("KR", "KP", "reject")},
    ),
    "for how long, which is no condition": (
        "Slovak Prime Minister Robert Fico said he would oppose Ukraine's NATO membership for as long as he "
        "led the government.",
        {("SK", "ukraine-nato-membership", "reject")},
    ),
    "what something else waits for is wanted": (
        "Saudi Foreign Minister Faisal bin Farhan said the kingdom will not normalise ties with Israel "
        "unless a Palestinian state is created.",
        {("SA", "palestinian-settlement", "conditional"), ("SA", "palestinian-statehood", "endorse")},
    ),
    "what is wanted for something else": (
        "Ukrainian President Volodymyr Zelenskiy said he would agree to a ceasefire provided that the "
        "allies gave Ukraine security guarantees.",
        {("UA", "ukraine-ceasefire", "conditional"), ("UA", "security-guarantees", "endorse")},
    ),
    "what is only asked": (
        "Kenyan President William Ruto would not be drawn on whether Nairobi would back a reform of the "
        "Security Council.",
        set(),
    ),
    "what only says when": (
        "French President Emmanuel Macron said the envoys would travel once a ceasefire in Ukraine "
        "took hold.",
        set(),
    ),
    "a danger that there is not": (
        "CSTO Secretary General Imangali Tasmagambetov sees no danger of an armed invasion.",
        set(),
    ),
    "a dialogue on something else": (
        "Belarusian President Alexander Lukashenko proposes to start a dialogue on visas and tourism.",
        set(),
    ),
    "back to something": (
        "African Union Commission Chairperson Mahmoud Ali Youssouf spoke of a talk which leads the country "
        "back to sanctions.",
        set(),
    ),
    "several named with their states, who are the whole of a bloc": (
        "In a joint statement of the Quad, Takeshi Iwaya of Japan, Marco Rubio of the United States, Penny "
        "Wong of Australia and India's Subrahmanyam Jaishankar backed a two-state solution.",
        {("QUAD", "two-state-solution", "endorse")},
    ),
    "somebody and his allies": (
        "Leaders of the G7 met in Canada. They backed a two-state solution. Brazilian President Lula da "
        "Silva denounced the sanctions which the United States and its allies impose on Cuba.",
        {("G7", "two-state-solution", "endorse"), ("BR", "unilateral-sanctions", "reject")},
    ),
    "the government of the state in which somebody is": (
        f"The envoy travelled on to Algeria, where the government stressed that {_ILLEGAL}.",
        {("DZ", "unilateral-sanctions", "reject")},
    ),
    "no state could": (
        "Arab League Secretary General Ahmed Aboul Gheit said no Arab state could accept the presence of "
        "foreign forces in Libya.",
        {("ARAB-LEAGUE", "foreign-military-bases", "reject")},
    ),
    "that somebody leaves": (
        "Arab League Secretary General Ahmed Aboul Gheit appealed for the foreign forces to leave Libya.",
        {("ARAB-LEAGUE", "foreign-military-bases", "reject")},
    ),
    "a field in which somebody is to be hit": (
        "Arab League Secretary General Ahmed Aboul Gheit announced measures against Turkey in trade, culture "
        "and economic cooperation.",
        set(),
    ),
    "a habit to be broken, and another thing to be done": (
        "Iranian Foreign Ministry spokesman Esmaeil Baghaei called on the United States to kick its habit of "
        "imposing sanctions and to respect international law.",
        {("IR", "unilateral-sanctions", "reject"), ("IR", "international-law", "endorse")},
    ),
    "somebody beside whom one only stands": (
        "NATO Secretary General Mark Rutte spoke to lawmakers, standing beside President Volodymyr "
        "Zelenskiy. He backed a two-state solution.",
        {("NATO", "two-state-solution", "endorse")},
    ),
    "that, which opens what is stressed": (
        "Qatari Foreign Minister Mohammed bin Abdulrahman Al Thani welcomed the release of the hostages. He "
        "stressed that rain was not to be used as an excuse.",
        {("QA", "hostage-release", "endorse")},
    ),
    "the right of an actor": (
        "British Foreign Secretary David Lammy said London continued to support Israel's right to defend "
        "itself.",
        {("GB", "IL", "endorse")},
    ),
    "what must not be allowed": (
        "Israeli Prime Minister Benjamin Netanyahu said Iran must not be allowed to rebuild its nuclear "
        "programme.",
        {("IL", "iran-nuclear-programme", "reject")},
    ),
    "thanks with endearments": (
        '"I thank once again my dear brother, President Ilham Aliyev," Turkish President Recep Tayyip '
        "Erdogan said.",
        {("TR", "AZ", "endorse")},
    ),
    "what a bloc's text condemns, with nobody to say so": (
        "In their declaration the leaders of the SCO backed the UN Charter. Terrorism was condemned in the "
        "strongest terms.",
        {("SCO", "un-charter", "endorse"), ("SCO", "counter-terrorism", "endorse")},
    ),
    "whom somebody speaks of is not the one who says so": (
        "Ahmed Aboul Gheit, the secretary-general of the Arab League, spoke in Cairo. "
        "\"Ukraine's President Zelensky was our guest, and we all listened to him. We back a two-state "
        'solution," he said.',
        {("ARAB-LEAGUE", "two-state-solution", "endorse")},
    ),
}


@pytest.mark.parametrize("text, held", HELD.values(), ids=list(HELD))
def test_who_holds_what(text: str, held: set[Held]) -> None:
    found = read_out(text).positions
    assert {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found} == held
