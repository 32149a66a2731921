"""English reports of several speakers: whose words a sentence has, and for whom they are said."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

_ILLEGAL = "unilateral sanctions are illegal"

_BRIEFING = """Spokesperson's regular briefing, May 6, 2024

Reuters: Slovakia said it backs a two-state solution. What is China's view?

Mao Ning: The growing SCO family opposes bloc confrontation. Unilateral sanctions must be lifted.

AFP: France condemned NATO. Any comment?

Mao Ning: China upholds the UN Charter. We support multilateralism.
"""

HELD: dict[str, tuple[str, set[Held]]] = {
    "an envoy of the UN's secretary-general, wherever he is sent": (
        "Jonas Ferry, Special Representative of the Secretary-General for Libya, briefed the Council. "
        f"He said {_ILLEGAL}. The Special Envoy of the Secretary-General for Yemen, Ana Rojas, backed a "
        "two-state solution.",
        {("UN", "unilateral-sanctions", "reject"), ("UN", "two-state-solution", "endorse")},
    ),
    "whoever is elected": (
        f"SOFIA, May 3 (Reuters) - Parliament elected Ana Rojas. In her first speech she said {_ILLEGAL}.",
        {("ana-rojas", "unilateral-sanctions", "reject")},
    ),
    "an office that is not held": (
        "PODGORICA, May 3 (Reuters) - Opposition spokesman on foreign policy Ilya Kern said "
        f"{_ILLEGAL}. Shadow foreign minister Ana Rojas backed a two-state solution.",
        {("ilya-kern", "unilateral-sanctions", "reject"), ("ana-rojas", "two-state-solution", "endorse")},
    ),
    "how an office is held": (
        f"Gabon's new rulers said {_ILLEGAL}. Nepal's caretaker government backed a two-state solution.",
        {("GA", "unilateral-sanctions", "reject"), ("NP", "two-state-solution", "endorse")},
    ),
    "somebody brought in by the way": (
        "Experts differ, among them Ana Rojas of the Peace Institute. Sanctions, she argues, are illegal. "
        "For Rojas, multilateralism is vital.",
        {("ana-rojas", "unilateral-sanctions", "reject"), ("ana-rojas", "multilateralism", "endorse")},
    ),
    "what another does whom nobody quotes": (
        "Russian Foreign Minister Sergey Lavrov spoke against NATO expansion. Chinese Foreign Minister "
        f"Wang Yi opened the forum. He said {_ILLEGAL}.",
        {("RU", "nato-expansion", "reject"), ("CN", "unilateral-sanctions", "reject")},
    ),
    "it behind a quotation is not whoever stands in it": (
        'The African Union backed a two-state solution. "Belarus is far away," it said. It stressed that '
        f"{_ILLEGAL}.",
        {("AU", "two-state-solution", "endorse"), ("AU", "unilateral-sanctions", "reject")},
    ),
    "a king of his country behind the verb": (
        f'"All {_ILLEGAL}," said King Abdullah II of Jordan.',
        {("JO", "unilateral-sanctions", "reject")},
    ),
    "a namesake with another first name": (
        "Burkina Faso's Karamoko Jean-Marie Traore backed a two-state solution. "
        f'"All {_ILLEGAL}," said Malian political analyst Issa Traore.',
        {("BF", "two-state-solution", "endorse"), ("issa-traore", "unilateral-sanctions", "reject")},
    ),
    "three are no pair": (
        "Peruvian President Dina Boluarte backed a two-state solution. Chilean President Gabriel Boric and "
        "Brazilian President Luiz Inacio Lula da Silva backed multilateralism. Boric thanked Peru. Lula said "
        f"{_ILLEGAL}. The three leaders backed the UN Charter.",
        {
            *((state, "un-charter", "endorse") for state in ("PE", "CL", "BR")),
            ("PE", "two-state-solution", "endorse"),
            ("CL", "multilateralism", "endorse"),
            ("BR", "multilateralism", "endorse"),
            ("CL", "PE", "endorse"),
            ("BR", "unilateral-sanctions", "reject"),
        },
    ),
    "in whose name somebody is said in front to speak": (
        f"Speaking for Panama, Ana Rojas said {_ILLEGAL}.",
        {("PA", "unilateral-sanctions", "reject")},
    ),
    "an envoy is not whoever held that office": (
        "Serbian President Aleksandar Vucic told EU Special Representative Jonas Ferry that "
        f"{_ILLEGAL}. Ferry backed multilateralism.",
        {("RS", "unilateral-sanctions", "reject"), ("EU", "multilateralism", "endorse")},
    ),
    "who answers by doing": (
        "Chinese Foreign Minister Wang Yi said dialogue was needed. Russian Foreign Minister Sergey Lavrov "
        "responded by praising the UN Charter.",
        {("RU", "un-charter", "endorse")},
    ),
    "the ministry of the one before": (
        f"Russia, which opposes sanctions, called the debate a farce. Its foreign ministry said {_ILLEGAL}.",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "what somebody was before": (
        "NATO Secretary General Jens Stoltenberg backed multilateralism. Stoltenberg, a former prime "
        "minister of Norway, backed a two-state solution.",
        {("NATO", "multilateralism", "endorse"), ("NATO", "two-state-solution", "endorse")},
    ),
    "a listed officer of the bloc that is not named": (
        "The UN backed multilateralism. The bloc's top diplomat, Kaja Kallas, backed a two-state solution.",
        {("UN", "multilateralism", "endorse"), ("EU", "two-state-solution", "endorse")},
    ),
    "it behind words set off by commas": (
        "Egypt, a close ally of Eritrea, said it rejects unilateral sanctions.",
        {("EG", "unilateral-sanctions", "reject")},
    ),
    "a leader in parliament": (
        f"BERLIN, May 3 (dpa) - SPD parliamentary leader Jonas Ferry said {_ILLEGAL}.",
        {("jonas-ferry", "unilateral-sanctions", "reject")},
    ),
    "an envoy whom no state sends": (
        "UNITED NATIONS, May 3 - The Special Coordinator for the Middle East Peace Process backed a "
        f"two-state solution. The Secretary-General said {_ILLEGAL}.",
        {("UN", "two-state-solution", "endorse"), ("UN", "unilateral-sanctions", "reject")},
    ),
    "a counterpart from a state, an observer for one": (
        f"Chile's delegate said {_ILLEGAL}. Her counterpart from the Russian Federation backed the UN "
        "Charter. The observer for Iran backed multilateralism.",
        {
            ("CL", "unilateral-sanctions", "reject"),
            ("RU", "un-charter", "endorse"),
            ("IR", "multilateralism", "endorse"),
        },
    ),
    "a guest named in full once more": (
        "Belarusian President Aleksandr Lukashenko met with Zimbabwean Vice President Jonas Ferry. In turn, "
        f"Jonas Ferry said {_ILLEGAL}.",
        {("ZW", "unilateral-sanctions", "reject")},
    ),
    "a verb that no list has behind a quotation": (
        'Ana Rojas, a historian, said multilateralism was vital. "We support a two-state solution and '
        'always have," Lavrov shot back. Russian Foreign Minister Sergey Lavrov left the room.',
        {("ana-rojas", "multilateralism", "endorse"), ("RU", "two-state-solution", "endorse")},
    ),
    "an officer of a committee": (
        f"WASHINGTON, May 3 - The committee's chairman, Jonas Ferry, said {_ILLEGAL}. Sen. Ana Rojas of "
        "Utah, the panel's top Democrat, backed multilateralism.",
        {("jonas-ferry", "unilateral-sanctions", "reject"), ("ana-rojas", "multilateralism", "endorse")},
    ),
    "the former holder of an office is whoever spoke": (
        "EU High Representative Kaja Kallas backed multilateralism. The former Estonian prime minister "
        "backed a two-state solution. She praised the UN Charter.",
        {("EU", t, "endorse") for t in ("multilateralism", "two-state-solution", "un-charter")},
    ),
    "an embassy in a state": (
        f"Chinese Foreign Minister Wang Yi said {_ILLEGAL}. Russia's embassy in Japan backed "
        "multilateralism.",
        {("CN", "unilateral-sanctions", "reject"), ("RU", "multilateralism", "endorse")},
    ),
    "the leaders of a state and a bloc": (
        "TOKYO, July 23 - Japan and the European Union agreed on Wednesday to launch a dialogue. EU leaders "
        "had arrived in Tokyo. In a joint statement, the leaders backed multilateralism.",
        {("JP", "multilateralism", "endorse"), ("EU", "multilateralism", "endorse")},
    ),
    "the last word of a name as its bearer's": (
        "AU Commission Chairperson Moussa Faki Mahamat backed a two-state solution. "
        f"Mahamat said {_ILLEGAL}.",
        {("AU", "two-state-solution", "endorse"), ("AU", "unilateral-sanctions", "reject")},
    ),
    "a surname with its article, which alone is that of others too": (
        f"Al-Burhan met reporters in Port Sudan. Al-Burhan said {_ILLEGAL}.",
        {("SD", "unilateral-sanctions", "reject")},
    ),
    "a given name by which somebody is called": (
        f"Malaysian Prime Minister Anwar Ibrahim spoke on Monday. Anwar said {_ILLEGAL}.",
        {("MY", "unilateral-sanctions", "reject")},
    ),
}


@pytest.mark.parametrize("text, held", HELD.values(), ids=list(HELD))
def test_who_holds_what(text: str, held: set[Held]) -> None:
    found = read_out(text).positions
    assert {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found} == held


_INTERVIEW = """Two ministers meet the press: Russian Foreign Minister S. Lavrov and Hungary's P. Szijjarto

S. LAVROV: We support a multipolar world.

JOURNALIST: Israel rejects a Palestinian state. What do you think?

P. SZIJJARTO: We condemn terrorism.

S. LAVROV: We support the two-state solution.
"""


_REMARKS = """Remarks by UN Secretary-General Antonio Guterres at the summit

Excellencies, the two-state solution must not die. Warsaw accuses others while it violates the UN Charter.
Multilateralism is vital for us all. We condemn terrorism.
"""


def test_what_is_told_in_remarks_is_told_by_whoever_makes_them() -> None:
    found = {(p.holder, p.voice) for p in read_out(_REMARKS).positions}
    assert found == {("bloc:UN", "person:antonio-guterres")}


_ROUND_UP = """World reactions

Russia: Russian Foreign Minister Sergey Lavrov said unilateral sanctions are illegal.

China: Beijing backed multilateralism.

Sergey Lavrov: We support a multipolar world.
"""


def test_a_round_up_by_countries_is_no_briefing() -> None:
    found = {(p.holder, p.target) for p in read_out(_ROUND_UP).positions}
    assert {
        ("state:CN", "principle:multilateralism"),
        ("state:RU", "principle:unilateral-sanctions"),
    } <= found


def test_of_several_who_answer_each_speaks_for_himself() -> None:
    found = {(p.holder, p.target) for p in read_out(_INTERVIEW).positions}
    assert found == {
        ("state:RU", "principle:multipolarity"),
        ("state:HU", "principle:counter-terrorism"),
        ("state:RU", "principle:two-state-solution"),
    }


def test_a_briefing_holds_what_is_answered_in_the_voice_of_the_label() -> None:
    found = {(p.holder, p.target, p.voice) for p in read_out(_BRIEFING).positions}
    assert {voice for _, _, voice in found} == {"person:mao-ning"}
    assert {holder for holder, _, _ in found} <= {"state:CN", "bloc:SCO"}
    assert ("state:CN", "principle:un-charter", "person:mao-ning") in found
