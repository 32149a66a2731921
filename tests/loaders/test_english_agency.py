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
        "French President Emmanuel Macron said troops were ready to leave once a ceasefire in Ukraine "
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
}


@pytest.mark.parametrize("text, held", HELD.values(), ids=list(HELD))
def test_who_holds_what(text: str, held: set[Held]) -> None:
    found = read_out(text).positions
    assert {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found} == held
