"""Who is meant by a name that is written otherwise, and whose words then are whose."""

from __future__ import annotations

import pytest

from loaders.reading.spelling import meant
from ontology.vocabulary import Vocabulary
from tests.loaders.articles import read_out

OFFICERS = Vocabulary.load().officers("state:RU")


@pytest.mark.parametrize(
    ("name", "code", "person"),
    [
        ("سيرجي لافرورف", "ar", "person:sergey-lavrov"),
        ("سيرغيه لافروف", "ar", "person:sergey-lavrov"),
        ("ميخائيل لافروف", "ar", None),  # a namesake
        ("سيرغي لافرينوفيتش", "ar", None),
        ("Sergei Lavrof", "en", "person:sergey-lavrov"),
        ("Lavrof", "en", None),  # a surname alone may be anybody's
        ("Сергей Лаврв", "ru", "person:sergey-lavrov"),
    ],
)
def test_a_slip_of_the_pen_is_still_whom_it_means(name: str, code: str, person: str | None) -> None:
    found = meant(name, code, OFFICERS)
    assert (found.id if found else None) == person


def test_a_minister_misspelt_stays_the_voice() -> None:
    record = read_out(
        "قال وزير الخارجية الروسي سيرجي لافرورف إن بلاده ترفض العقوبات الأحادية.\n\n"
        "وأضاف لافرورف أن الحوار هو السبيل."
    )
    assert {p.voice for p in record.positions} == {"person:sergey-lavrov"}


def test_a_headline_in_capitals_names_nobody_by_its_verb() -> None:
    record = read_out(
        "Chinese Foreign Minister Calls For Closer Ties\n\n"
        "BEIJING, July 4, 2024. Wang Yi said China supports multipolarity."
    )
    assert {a.id for a in record.actors if a.id.startswith("person:")} == {"person:wang-yi"}


def test_what_somebody_agrees_to_be_so_is_not_what_he_is_for() -> None:
    record = read_out(
        "قال لافروف إن وزراء خارجية بريكس اتفقوا على أن العقوبات الأحادية تعرقل مكافحة الجائحة."
    )
    stances = {p.stance for p in record.positions if p.target == "principle:unilateral-sanctions"}
    assert stances <= {"reject"}


def test_an_ally_joined_by_and_leaves_the_verb_its_subject() -> None:
    record = read_out(
        "رحب لافروف بتوسع مجموعة بريكس.\n\nولفت لافروف إلى أن واشنطن وحلفاءها يسعون لفرض نظام القطب الواحد."
    )
    assert {(p.holder, p.target, p.stance.value, p.modality.value) for p in record.positions} >= {
        ("state:RU", "principle:western-hegemony", "reject", "asserts")
    }
