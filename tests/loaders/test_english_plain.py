"""Plain English reports: people of no office, styles and fuller names, who is blamed, what is to stop."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

_BEFORE = "Russian Foreign Minister Sergey Lavrov said the visit was long. "

PEOPLE: dict[str, tuple[str, set[Held]]] = {
    "somebody of an institute, right before the verb": (
        _BEFORE + "Erik Sandvall of the Baltic Policy Forum told Reuters that "
        "unilateral sanctions are illegal.",
        {("erik-sandvall", "unilateral-sanctions", "reject")},
    ),
    "the leader of the opposition": (
        _BEFORE + "Opposition leader Ramesh Tandon called for a ceasefire in Gaza. "
        "He opposed unilateral sanctions.",
        {
            ("ramesh-tandon", "gaza-ceasefire", "endorse"),
            ("ramesh-tandon", "unilateral-sanctions", "reject"),
        },
    ),
    "somebody with his party in brackets": (
        _BEFORE + "Ramesh Tandon (Progress Party) said that unilateral sanctions must be lifted.",
        {("ramesh-tandon", "unilateral-sanctions", "reject")},
    ),
    "a delegate with his state in brackets": (
        _BEFORE + "Tariq Obeid (Jordan), speaking before the vote, said that "
        "unilateral sanctions are illegal.",
        {("JO", "unilateral-sanctions", "reject")},
    ),
    "somebody named between commas behind his trade": (
        _BEFORE + "Its spokesperson on trade, Anna Brandt, said that unilateral sanctions are illegal.",
        {("anna-brandt", "unilateral-sanctions", "reject")},
    ),
    "somebody told of behind his name": (
        _BEFORE + "“The two-state solution is the only way out,” said Tariq Mansour, who teaches law.",
        {("tariq-mansour", "two-state-solution", "endorse")},
    ),
    "a body is no person": (
        _BEFORE + "Southern Relief Council said that unilateral sanctions are illegal.",
        set(),
    ),
    "a minister between commas speaks for nobody else": (
        _BEFORE + "A minister of an island state, Anna Brandt, said that unilateral sanctions are illegal.",
        set(),
    ),
    "a father's name within a name": (
        "Qatari officials met. Majed bin Saleh Al Ansari called for a ceasefire in Gaza.",
        {("QA", "gaza-ceasefire", "endorse")},
    ),
    "whoever is called by his style": (
        "H.H. Sheikh Abdullah bin Zayed met Pakistani Foreign Minister Ishaq Dar. H.H. called for a "
        "ceasefire in Gaza.",
        {("AE", "gaza-ceasefire", "endorse")},
    ),
    "a namesake is somebody else": (
        "Conor O'Brien said that unilateral sanctions are illegal.",
        {("conor-o-brien", "unilateral-sanctions", "reject")},
    ),
    "the Secretary stays the one, whoever else he met": (
        "Secretary of State Antony Blinken met with Kenyan Foreign Minister Musalia Mudavadi. Secretary "
        "Blinken thanked the Foreign Minister. The Secretary also met with President William Ruto. They "
        "discussed the reforms of the President, and the Secretary called for a ceasefire in Gaza.",
        {("US", "KE", "endorse"), ("US", "gaza-ceasefire", "endorse")},
    ),
    "those who are an informal format speak as it": (
        "Britain, France and Germany called for a ceasefire in Gaza. Nobody else was in the E3.",
        {("E3", "gaza-ceasefire", "endorse")},
    ),
    "three members of a bloc that comes up behind them speak each for himself": (
        "Chad, Togo and Ghana met, the Trio said. Burkina Faso, Mali and Niger, the Alliance of Sahel "
        "States, condemned unilateral sanctions.",
        {(state, "unilateral-sanctions", "reject") for state in ("BF", "ML", "NE")},
    ),
    "the countries are those that were listed": (
        "Togo and Ghana called for a ceasefire in Gaza. The African Union said it would act. The countries, "
        "which met last month, said in a statement that unilateral sanctions were illegal.",
        {
            ("TG", "gaza-ceasefire", "endorse"),
            ("GH", "gaza-ceasefire", "endorse"),
            ("TG", "unilateral-sanctions", "reject"),
            ("GH", "unilateral-sanctions", "reject"),
        },
    ),
    "whereas critics do something else": (
        _BEFORE + "Lavrov backed a two-state solution, whereas rights groups condemn unilateral sanctions.",
        {("RU", "two-state-solution", "endorse")},
    ),
}

SIDES: dict[str, tuple[str, set[Held]]] = {
    "whoever is blamed for a thing, not the thing": (
        _BEFORE + "Lavrov blamed the rise in food prices on the United States.",
        {("RU", "US", "reject")},
    ),
    "what somebody committed": (
        _BEFORE + "Lavrov condemned the crimes committed by the Rapid Support Forces.",
        {("RU", "rsf", "reject")},
    ),
    "an actor whose name also names an issue": (
        _BEFORE + "Lavrov praised the role of UNRWA.",
        {("RU", "unrwa", "endorse"), ("RU", "humanitarian-aid", "endorse")},
    ),
    "good relations speak for the other": (
        _BEFORE + "Lavrov said that ties with Brazil were among the closest ever.",
        {("RU", "BR", "endorse")},
    ),
    "no honest broker, in so many words": (
        _BEFORE + "Lavrov said that Brazil could not be taken for an honest broker.",
        {("RU", "BR", "reject")},
    ),
    "urged to stop, many words before what is to stop": (
        _BEFORE + "Lavrov urged Washington to stop its ever so long pursuit of "
        "ever new unilateral sanctions.",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "not to condemn is no stance on what is not condemned": (
        _BEFORE + "Lavrov said that Brazil had failed to condemn the strikes on Iran.",
        {("RU", "BR", "reject")},
    ),
    "a negation in the subject": (
        _BEFORE + "Lavrov said that no ally backed unilateral sanctions.",
        {("RU", "unilateral-sanctions", "reject")},
    ),
    "a name before the noun that is the subject": (
        _BEFORE + "Lavrov said that NATO furniture was vital for somebody.",
        set(),
    ),
    "a policy of a good thing": (
        _BEFORE + "Lavrov accused the government of surrendering the policy of non-alignment.",
        {("RU", "non-alignment", "endorse")},
    ),
    "without obstacles is no denial": (
        _BEFORE + "Lavrov stressed the need for the entry of humanitarian aid without any obstacles.",
        {("RU", "humanitarian-aid", "endorse")},
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_who_speaks(name: str) -> None:
    text, expected = PEOPLE[name]
    assert _positions(text) == expected


@pytest.mark.parametrize("name", SIDES)
def test_which_side(name: str) -> None:
    text, expected = SIDES[name]
    assert _positions(text) == expected


HAPPENINGS: dict[str, tuple[str, str, str | None]] = {
    "a briefing that somebody addresses": (
        "Addressing her weekly press conference on Saturday, Maria Zakharova said that all is well.",
        "press-conference",
        "2024-06-08",
    ),
    "who will join": ("Fiji will join the bloc on 1 August, Lavrov said.", "accession", "2024-08-01"),
    "who left": ("Niger left the alliance on 2 June, Lavrov said.", "withdrawal", "2024-06-02"),
    "a ceasefire of last year's": (
        "Lavrov said that Egypt and Qatar brokered a truce in December.",
        "ceasefire",
        "2023-12",
    ),
    "ministers who will be convened": (
        "Antonio Costa will convene the EU foreign ministers in Brussels on 20 June.",
        "ministerial-meeting",
        "2024-06-20",
    ),
    "who leaves a treaty": (
        "On 3 June Donald Trump took his country out of the agreement.",
        "treaty-withdrawn",
        "2024-06-03",
    ),
}


@pytest.mark.parametrize("name", HAPPENINGS)
def test_what_happened(name: str) -> None:
    text, kind, day = HAPPENINGS[name]
    events = read_out("June 9, 2024\n\nLavrov spoke.\n\n" + text).events
    assert day in [event.date for event in events if event.kind == kind]


def test_two_whom_somebody_met_on_a_day_are_two_meetings() -> None:
    text = (
        "June 9, 2024\n\nAntony Blinken met today with Kenyan Foreign Minister Musalia Mudavadi.\n\n"
        "The Secretary also met with President William Ruto.\n"
    )
    meetings = [event for event in read_out(text).events if event.kind == "bilateral-meeting"]
    assert len(meetings) == 2


def test_a_declaration_is_issued_by_whom_its_title_names() -> None:
    text = (
        "Declaration by the High Representative on behalf of the EU on the talks\n\nJune 9, 2024\n\n"
        "The European Union has taken note of the talks with regret.\n\nThey went on for a week.\n"
    )
    (statement,) = [event for event in read_out(text).events if event.kind == "statement-issued"]
    assert "bloc:EU" in statement.participants


def test_an_agency_may_sign_behind_the_last_stop() -> None:
    text = (
        "Doha, June 9 (QNA) - Majed Al Ansari called for a ceasefire in Gaza on Sunday at length.\n\n"
        "He also called for a two-state solution.  (QNA)\n\nMore from Qatar\nHH the Amir Receives the Four "
        "Ambassadors of the Region\n"
    )
    assert ("QA", "two-state-solution", "endorse") in _positions(text)


def test_what_somebody_is_asked_is_not_his() -> None:
    text = (
        _BEFORE + "Asked whether he backed unilateral sanctions, Lavrov said that Russia backs "
        "a two-state solution."
    )
    assert _positions(text) == {("RU", "two-state-solution", "endorse")}


def test_an_editorial_by_its_section() -> None:
    text = (
        "Home / Opinion / Editorials\n\nWhat the capital should learn from it\n\nChina Daily | Updated: "
        "2017-03-08 07:14\n\nThe leaders met this week in the hall by the river.\n\n"
        "Unilateral sanctions are illegal.\n"
    )
    assert _positions(text) == {("china-daily", "unilateral-sanctions", "reject")}


def _positions(text: str) -> set[Held]:
    found = read_out(text).positions
    return {(p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in found}
