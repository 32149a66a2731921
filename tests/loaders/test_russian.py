"""Wordings of Russian news, by kind: lists of states, judgments from behind, insertions, what points back."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

TODAY = date(2025, 10, 1)
DATELINE = "МОСКВА, 3 июня. /ТАСС/. "

# Each report, and what is held in it: holders joined by "+", target, stance.
HELD: dict[str, tuple[str, ...]] = {
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
    # --- a judgment behind an insertion ---
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
    # --- nouns beside each other in a list ---
    "Иран и Россия против диктата и санкций.": ("IR+RU unilateral-sanctions reject",),
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.mark.parametrize("text", HELD)
def test_who_holds_what(vocabulary: Vocabulary, text: str) -> None:
    record = extract(Article(DATELINE + text, "x.txt"), vocabulary, TODAY)
    found = {(_tail(p.holder), _tail(p.target), p.stance.value) for p in record.positions}
    assert found == {held for line in HELD[text] for held in _each(line)}


def _each(line: str) -> set[tuple[str, str, str]]:
    holders, target, stance = line.split()
    return {(holder, target, stance) for holder in holders.split("+")}


def _tail(item: str) -> str:
    return item.partition(":")[2]
