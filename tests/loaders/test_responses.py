"""Who answers to what somebody just held, for or against it, and who takes no side."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.article import Article
from loaders.pipeline import extract
from ontology.vocabulary import Vocabulary

ANSWERS = yaml.safe_load(Path(__file__).with_name("answers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("one", ANSWERS, ids=lambda one: f"{one['text'][:40]} {one['about']}")
def test_all_who_take_a_side(one: dict[str, Any]) -> None:
    record = extract(Article(f"3.05.2024\n\n{one['text']}", "x.txt"), Vocabulary.load(), date(2026, 11, 22))
    held = {
        f"{p.holder.partition(':')[2]} {p.stance.value}"
        for p in record.positions
        if p.target == f"principle:{one['about']}"
    }
    assert held == set(one["held"])


@pytest.mark.parametrize(
    ("text", "bloc"),
    [
        ("قال مندوب فرنسا لدى الأمم المتحدة إن الجمعية العامة أيدت حل الدولتين.", True),
        ("قال مندوب فرنسا لدى الأمم المتحدة إن الجمعية العامة للاتحاد المصري أيدت القرار.", False),
        ("France told the United Nations that the General Assembly backed a two-state solution.", True),
        ("France told the United Nations that the General Assembly of the league backed it.", False),
        ("Франция заявила в ООН, что Генеральная Ассамблея поддержала решение о двух государствах.", True),
    ],
)
def test_an_organ_is_known_where_its_bloc_is_named(text: str, bloc: bool) -> None:
    record = extract(Article(f"3.05.2024\n\n{text}", "x.txt"), Vocabulary.load(), date(2026, 11, 22))
    assert ("bloc:UNGA" in {actor.id for actor in record.actors}) is bloc


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("شددت قطر على أهمية حل الدولتين. وأكدت عُمان تأييدها له.", "state:OM"),
        ("قال وزير الخارجية العماني بدر البوسعيدي إن عمان تدعم حل الدولتين.", "state:OM"),
        ("قال وزير الخارجية الأردني أيمن الصفدي إن عمان تدعم حل الدولتين.", "state:JO"),
    ],
)
def test_oman_is_not_amman(text: str, state: str) -> None:
    record = extract(Article(f"3.05.2024\n\n{text}", "x.txt"), Vocabulary.load(), date(2026, 11, 22))
    actors = {actor.id for actor in record.actors}
    assert {"state:OM", "state:JO"} & actors == {state}
