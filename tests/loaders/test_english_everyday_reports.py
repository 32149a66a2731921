"""Everyday English reports: whose office it is, what is condemned, names that go on."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

_ILLEGAL = "unilateral sanctions are illegal"

HELD: dict[str, tuple[str, set[Held]]] = {
    "a minister of a state, set off by commas": (
        f"Hamid Taher, foreign minister of Oman, said that {_ILLEGAL}.",
        {("OM", "unilateral-sanctions", "reject")},
    ),
    "a secretary general of a bloc": (
        f"The Secretary General of the GCC, Hamid Taher, said that {_ILLEGAL}.",
        {("GCC", "unilateral-sanctions", "reject")},
    ),
    "the bloc's letters in brackets behind him": (
        f"Hamid Taher, Secretary General of the African Union (AU), has said that {_ILLEGAL}.",
        {("AU", "unilateral-sanctions", "reject")},
    ),
    "an ambassador of a state to another": (
        f"Hamid Taher, ambassador of Iran to Jordan, said that {_ILLEGAL}.",
        {("IR", "unilateral-sanctions", "reject")},
    ),
    "an office that goes on behind what is known of it": (
        f"Alena Bloggs, UN special envoy on ships and harbours, said that {_ILLEGAL}.",
        {("UN", "unilateral-sanctions", "reject")},
    ),
    "a former leader behind a comma": (
        f"Francois Hollande, a former president of France, said that {_ILLEGAL}.",
        {("francois-hollande", "unilateral-sanctions", "reject")},
    ),
    "a bloc's secretariat": (
        f"The General Secretariat of the Arab League said that {_ILLEGAL}.",
        {("ARAB-LEAGUE", "unilateral-sanctions", "reject")},
    ),
    "in whose statement they say so": (
        "The foreign ministers of Jordan, Egypt and Iraq issued a joint statement on Monday in which they "
        "firmly support a two-state solution.",
        {(state, "two-state-solution", "endorse") for state in ("JO", "EG", "IQ")},
    ),
    "the doer of a deed condemned with emphasis": (
        "Qatari Prime Minister Mohammed bin Abdulrahman condemned in the strongest terms the drone launches "
        "by Iran.",
        {("QA", "IR", "reject")},
    ),
    "whose offensive was condemned also by whom": (
        "Turkey's offensive was condemned also by Jordanian Foreign Minister Ayman Safadi.",
        {("JO", "TR", "reject")},
    ),
    "who is to be kept from a weapon": (
        "Washington and Riyadh agreed that Iran must be prevented from obtaining nuclear weapons.",
        {("US", "iran-nuclear-programme", "reject"), ("SA", "iran-nuclear-programme", "reject")},
    ),
    "a name that goes on is joined by nobody": (
        "African Union Commission Chairperson Moussa Faki urged states to join the United Nations Register "
        "of Conventional Arms.",
        set(),
    ),
    "words torn out of an organisation's name": (
        "The African Union called on the Rapid Support Forces to leave the city.",
        set(),
    ),
    "a draft that would have been": (
        "Chinese Foreign Minister Wang Yi regretted that the Security Council did not adopt a draft that "
        "would have tightened the sanctions. He backed a two-state solution.",
        {("CN", "two-state-solution", "endorse")},
    ),
    "what it would be madness to do": (
        "It would be madness to abandon freedom of navigation, Omani Foreign Minister Badr Albusaidi said.",
        {("OM", "freedom-of-navigation", "endorse")},
    ),
    "what is out of the question": (
        "A two-state solution is out of the question, Israeli Prime Minister Benjamin Netanyahu said.",
        {("IL", "two-state-solution", "reject")},
    ),
    "an envoy for a state is not that state's": (
        f"Special envoy for Syria Geir Pedersen said that {_ILLEGAL}.",
        {("UN", "unilateral-sanctions", "reject")},
    ),
    "with whom somebody spoke, who has an office too": (
        f"After a call with the king of Jordan, Turkish President Recep Tayyip Erdogan said {_ILLEGAL}.",
        {("TR", "unilateral-sanctions", "reject")},
    ),
    "what comes of what is urged": (
        "NATO Secretary General Mark Rutte urged the allies to keep their promises so that Russian "
        "aggression ends.",
        {("NATO", "special-military-operation", "reject")},
    ),
    "a place is only named": (
        "The United Nations still lists Western Sahara among its territories, Omani Foreign Minister "
        "Badr Albusaidi said.",
        set(),
    ),
    "a state that only says which talks": (
        "We have no confidence in the Cyprus talks, Turkish Foreign Minister Hakan Fidan said.",
        set(),
    ),
    "who imposes what somebody attacks": (
        "Brazilian President Lula da Silva sharply attacked the sanctions which the United States imposes on "
        "Cuba. He backed a two-state solution.",
        {("BR", "unilateral-sanctions", "reject"), ("BR", "two-state-solution", "endorse")},
    ),
}


@pytest.mark.parametrize("text, held", HELD.values(), ids=list(HELD))
def test_who_holds_what(text: str, held: set[Held]) -> None:
    found = read_out(text).positions
    assert {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found} == held
