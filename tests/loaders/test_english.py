"""Who holds what in English reports: speakers behind asides, groups and texts that speak."""

from __future__ import annotations

import pytest

from tests.loaders.articles import read_out

Held = tuple[str, str, str]

_BEFORE = "Russian Foreign Minister Sergey Lavrov arrived. "

SPEAKERS: dict[str, tuple[str, set[Held]]] = {
    "a relative clause between subject and verb": (
        _BEFORE
        + "US Secretary of State Antony Blinken, who flew in from Tokyo, called for a two-state solution.",
        {("US", "two-state-solution", "endorse")},
    ),
    "a name with its country and an aside": (
        _BEFORE + "Colonel Assimi Goita of Mali, named to lead the group, said neocolonialism must end.",
        {("ML", "neocolonialism", "reject")},
    ),
    "somebody nobody lists behind an aside": (
        _BEFORE
        + "A diplomat in Seoul, who would not be named, said the two-state solution must be respected.",
        set(),
    ),
    "a delegate by his state": (
        _BEFORE + "China's delegate, noting the vote, said that the two-state solution must be respected.",
        {("CN", "two-state-solution", "endorse")},
    ),
    "the representative of a state": (
        _BEFORE + "The representative of Algeria, who spoke first, called for a ceasefire in Gaza.",
        {("DZ", "gaza-ceasefire", "endorse")},
    ),
    "an unlisted subject in a clause of time": (
        "The United States will leave on Sunday, after the junta denounced a military cooperation accord.",
        set(),
    ),
    "the main clause goes on behind a relative one": (
        "Erdogan met Donald Trump, who claimed victory, and voiced support for the two-state solution.",
        {("TR", "two-state-solution", "endorse")},
    ),
    "a side before a comma is not the person behind it": (
        "At the initiative of the South African side, Vladimir Putin spoke with Cyril Ramaphosa. "
        "Vladimir Putin supported the two-state solution.",
        {("RU", "two-state-solution", "endorse")},
    ),
    "the leaders are those who met, not a bloc that was named": (
        "Indian Prime Minister Narendra Modi met Brazilian President Lula da Silva after a UN session. "
        "According to the joint statement, the leaders called for a ceasefire in Gaza.",
        {("IN", "gaza-ceasefire", "endorse"), ("BR", "gaza-ceasefire", "endorse")},
    ),
    "the two ministers are those who met, not an envoy that was named": (
        "Algerian Foreign Minister Ahmed Attaf met his Angolan counterpart Tete Antonio. "
        "The Angolan minister thanked the envoy of the Secretary-General, Staffan de Mistura. "
        "The two ministers called for a ceasefire in Gaza.",
        {
            ("AO", "gaza-ceasefire", "endorse"),
            ("DZ", "gaza-ceasefire", "endorse"),
            ("AO", "UN", "endorse"),
        },
    ),
    "a question is a matter before it is a doubt": (
        _BEFORE
        + "Lavrov affirmed that the text preserves the terms of the Western Sahara question, foremost "
        "among them the right to self-determination.",
        {("RU", "self-determination", "endorse"), ("RU", "western-sahara-settlement", "endorse")},
    ),
    "what is not realistic is turned down": (
        _BEFORE + "Lavrov said that a Palestinian state was not a realistic position today.",
        {("RU", "palestinian-statehood", "reject")},
    ),
    "who fought for a thing is for it": (
        _BEFORE
        + "Lavrov recalled that Russia, having fought for its own independence, remains faithful to the "
        "principle of decolonization.",
        {("RU", "decolonisation", "endorse")},
    ),
    "to complain of the lack of a thing is to be for it": (
        _BEFORE + "Lavrov said there was no excuse for the lack of Africa's permanent representation on the "
        "Security Council.",
        {("RU", "un-reform", "endorse")},
    ),
    "the document is the bloc's, whoever spoke last": (
        "Presidents of Mercosur closed their summit on Saturday. Argentina's Javier Milei was unhappy. "
        "A communiqué of the summit was issued. The document condemns organized crime.",
        {("MERCOSUR", "transnational-crime", "reject")},
    ),
    "whether is a question": (
        "Asked whether India favours settlements in national currencies, Indian Foreign Minister "
        "Subrahmanyam Jaishankar left the hall.",
        set(),
    ),
    "who speaks for others as well": (
        "The speaker for Sierra Leone, also on behalf of Algeria and Guyana, called for a ceasefire in Gaza.",
        {(state, "gaza-ceasefire", "endorse") for state in ("SL", "DZ", "GY")},
    ),
    "who acts along with others": (
        "Iran, along with Russia and China, rejected the two-state solution.",
        {(state, "two-state-solution", "reject") for state in ("IR", "RU", "CN")},
    ),
    "whose stance a noun names": (
        "Brazil's support for a two-state solution was reaffirmed, and so was opposition by India to "
        "unilateral sanctions.",
        {("BR", "two-state-solution", "endorse"), ("IN", "unilateral-sanctions", "reject")},
    ),
    "who is behind a passive": (
        "The strikes on Iran were condemned by Qatar and the Gulf Cooperation Council.",
        {("QA", "iran-strikes", "reject"), ("GCC", "iran-strikes", "reject")},
    ),
    "what a predicate says of an actor": (
        _BEFORE
        + "The OSCE has become an appendage of NATO, he said. Pakistan is a reliable partner, he said.",
        {("RU", "OSCE", "reject"), ("RU", "PK", "endorse")},
    ),
    "what it would be wrong to call somebody": (
        "It would be wrong to call BRICS a talking shop, Sergey Lavrov said.",
        {("RU", "BRICS", "endorse")},
    ),
    "what an actor ought to stop": (
        _BEFORE + "He said that Japan should look in the mirror.",
        {("RU", "JP", "reject")},
    ),
    "an editorial is its outlet's view": (
        "GT Editorial: Tokyo forgets\n\nBy Global Times\n\nJapan is a reckless neighbour. "
        "Unilateral sanctions must be lifted.",
        {("global-times", "JP", "reject"), ("global-times", "unilateral-sanctions", "reject")},
    ),
    "a text that several adopted speaks for them": (
        "Leaders of the Group of 20 put their names to a declaration in Johannesburg. "
        "The document reaffirms the importance of food security.",
        {("G20", "food-security", "endorse")},
    ),
    "what was stressed in a read-out is of both": (
        "Chinese President Xi Jinping met French President Emmanuel Macron in Beijing. "
        "The importance of a two-state solution was stressed.",
        {("CN", "two-state-solution", "endorse"), ("FR", "two-state-solution", "endorse")},
    ),
    "a name before a noun is no subject": (
        "Lin Jian said that the planned U.S. arms sales to Taiwan violate the one-China principle.",
        {("CN", "one-china", "endorse"), ("CN", "military-cooperation", "reject")},
    ),
    "a state that is also a name in a list": (
        "Egypt, France and Jordan called for a two-state solution.",
        {(state, "two-state-solution", "endorse") for state in ("EG", "FR", "JO")},
    ),
    "three who met are meant together": (
        "Secretary of State Marco Rubio met Japanese Foreign Minister Iwaya Takeshi and South Korean "
        "Foreign Minister Cho Hyun on the margins of the NATO summit. The Secretary and his counterparts "
        "called for a two-state solution.",
        {(state, "two-state-solution", "endorse") for state in ("US", "JP", "KR")},
    ),
    "the ministers of a list": (
        "The foreign ministers of Jordan, the United Arab Emirates, Pakistan and Egypt arrived in Doha. "
        "The ministers called for a two-state solution.",
        {(state, "two-state-solution", "endorse") for state in ("JO", "AE", "PK", "EG")},
    ),
    "they are those who just spoke together": (
        "The foreign ministers of Chile, Peru and Ecuador met and said they supported a two-state solution.",
        {(state, "two-state-solution", "endorse") for state in ("CL", "PE", "EC")},
    ),
    "members who are the whole of a bloc that is named": (
        "Quad ministers gather\n\nThe foreign ministers of the United States, India, Japan and Australia "
        "called for freedom of navigation.",
        {("QUAD", "freedom-of-navigation", "endorse")},
    ),
    "a party is no bloc that a resolution names": (
        "The ministers of Qatar, Egypt and Jordan recalled a resolution of the United Nations Security "
        "Council. The ministers called for a two-state solution.",
        {(state, "two-state-solution", "endorse") for state in ("QA", "EG", "JO")},
    ),
    "an outlet asks": (
        "Lin Jian said the two-state solution must be respected.\n\nKyodo News: Japan thinks that unilateral "
        "sanctions work. What does the ministry say?",
        {("CN", "two-state-solution", "endorse")},
    ),
    "a name and a colon: what others are told to have said": (
        "Yuri Ushakov: The talk was frank.\n\nPresident Trump said that he supports a two-state solution.",
        {("donald-trump", "two-state-solution", "endorse")},
    ),
    "we, where the text has told of one": (
        "The United States condemns the conduct of China. We call for freedom of navigation.",
        {("US", "CN", "reject"), ("US", "freedom-of-navigation", "endorse")},
    ),
    "a ministry of the state just named": (
        'Moscow is watching. "We call for a two-state solution," the Foreign Ministry said.',
        {("RU", "two-state-solution", "endorse")},
    ),
    "opening words are their author's": (
        "Opening words of Foreign Minister Sergey Lavrov at a meeting\n\nWe call for a two-state solution.",
        {("RU", "two-state-solution", "endorse")},
    ),
    "whom somebody urges to do a thing is no subject": (
        "Lin Jian said: we urge Japan to draw lessons and stay committed to a two-state solution.",
        {("CN", "two-state-solution", "endorse")},
    ),
    "words in the gaps of a phrase are cues": (
        "Lin Jian said that it upholds the one-China principle and is opposing Taiwan independence "
        "separatism.",
        {("CN", "one-china", "endorse")},
    ),
    "what somebody calls a thing is no stance": (
        "Dmitry Peskov said what Moscow calls its special military operation in Ukraine would go on.",
        set(),
    ),
    "a quarrel over a thing is no stance on it": (
        "China and South Korea agreed to put behind them a quarrel over the THAAD anti-missile system.",
        set(),
    ),
    "as soon as possible puts no terms": (
        "Sergey Lavrov said he supported a two-state solution as soon as possible.",
        {("RU", "two-state-solution", "endorse")},
    ),
    "side by side takes no side": (
        "Sergey Lavrov said that Palestine would live side by side with Israel.",
        set(),
    ),
    "backing is promised to somebody": (
        "Russia has promised its full backing to Venezuela.",
        {("RU", "VE", "endorse")},
    ),
    "whoever signed a declaration says what it does": (
        "Sergey Lavrov left. France and Spain signed a declaration urging freedom of navigation.",
        {("FR", "freedom-of-navigation", "endorse"), ("ES", "freedom-of-navigation", "endorse")},
    ),
    "who begins a war is told, not judged": (
        "Israel launched its offensive on Gaza in October.",
        set(),
    ),
    "terms behind although are another's": (
        "Kaja Kallas said the EU supported a two-state solution, although Hungary will sign only if "
        "Israel agrees.",
        {("EU", "two-state-solution", "endorse")},
    ),
    "who asks to join a bloc is for the bloc": (
        "Bolivian President Luis Arce renewed his country's bid to join BRICS.",
        {("BO", "BRICS", "endorse")},
    ),
    "what somebody is threatened over is not wanted": (
        "US President Donald Trump threatened Brazil with tariffs if it abandons the dollar.",
        {("US", "national-currencies", "reject")},
    ),
    "a text that is vetoed is not the text of whoever vetoes it": (
        "The United States vetoed a draft resolution demanding a ceasefire in Gaza.",
        {("US", "gaza-ceasefire", "reject")},
    ),
    "talks are a good thing, yet to name them takes no side": (
        "Sergey Lavrov said the peace talks in Istanbul had lasted six hours.",
        set(),
    ),
    "who blames somebody for ending talks is for them": (
        "Sergey Lavrov accused Israel of wrecking the peace talks.",
        {("RU", "peace-talks", "endorse")},
    ),
    "nobody openly rejects a norm": (
        "Sergey Lavrov opposed any bargaining over the territorial integrity of Sudan.",
        {("RU", "territorial-integrity", "endorse")},
    ),
    "what is contested may be rejected": (
        "Benjamin Netanyahu rejected a two-state solution.",
        {("IL", "two-state-solution", "reject")},
    ),
    "a former minister speaks for himself": (
        "Former Australian prime minister Paul Keating said the two-state solution must be respected.",
        {("paul-keating", "two-state-solution", "endorse")},
    ),
}


@pytest.mark.parametrize("name", SPEAKERS)
def test_english_speakers(name: str) -> None:
    text, expected = SPEAKERS[name]
    positions = read_out(text).positions
    assert {
        (p.holder.partition(":")[2], p.target.partition(":")[2], p.stance.value) for p in positions
    } == expected
