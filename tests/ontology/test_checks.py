"""What `vocab check` must find, each on a vocabulary made for it, and that ours is sound."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.reading.patterns import compile_pattern
from loaders.reading.text import fold_name
from ontology.checks import faults
from ontology.errors import VocabularyError
from ontology.vocabulary import DATA, Bloc, Entry, EventKind, Principle, Vocabulary

CORE = Path(__file__).parents[3] / "shared" / "vocabulary"
NAME = {"ar": "اسم", "ru": "имя", "en": "name"}


def found(folder: Path, **rooms: dict[str, Any]) -> list[str]:
    for room, entries in rooms.items():
        path = folder / room / "test.yaml"
        path.parent.mkdir()
        path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    vocabulary = Vocabulary.load(folder)
    return [f"{fault.id}: {fault.what}" for fault in faults(vocabulary, fold_name, compile_pattern)]


def named(name: str, **more: Any) -> dict[str, Any]:
    return {"name": {language: f"{text} {name}" for language, text in NAME.items()}, **more}


def test_our_vocabulary_is_sound() -> None:
    assert not list(faults(Vocabulary.load(), fold_name, compile_pattern))


def test_a_sound_vocabulary_has_no_fault(tmp_path: Path) -> None:
    assert not found(tmp_path, states={"state:AA": named("a")}, blocs={"bloc:B": named("b")})


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"name": {"ar": "اسم", "en": "name"}}, "no name in ru"),
        ({"name": {**NAME, "ar": "اسم|كنية"}}, "its name in ar is a pattern"),
        (named("a", capital="place:nowhere"), "capital place:nowhere is no entry"),
        (named("a", began="2020", ended="1990"), "before it begins"),
        (named("a", began="the nineties"), "not in ISO form"),
    ],
)
def test_a_state_at_fault_is_named(tmp_path: Path, entry: dict[str, Any], says: str) -> None:
    (fault,) = found(tmp_path, states={"state:AA": entry})
    assert fault.startswith("state:AA: ") and says in fault


def test_a_strong_name_has_one_owner_however_it_is_spelled(tmp_path: Path) -> None:
    one = named("a", strong={"ar": ["الأمن"]})
    other = named("b", strong={"ar": ["الامن"]})
    (fault,) = found(tmp_path, states={"state:AA": one}, blocs={"bloc:B": other})
    assert "make it weak" in fault


def test_a_weak_name_may_be_shared(tmp_path: Path) -> None:
    one, other = (named(letter, weak={"en": ["the Council"]}) for letter in "ab")
    assert not found(tmp_path, states={"state:AA": one}, blocs={"bloc:B": other})


@pytest.mark.parametrize(
    ("standings", "faulty"),
    [
        ([("observer", 2001, 2005), ("member", 2005, None)], False),
        ([("member", "2001-02-03", "2005-01"), ("observer", "2005-01-20", None)], False),
        ([("observer", 2001, 2006), ("member", 2005, None)], True),
        ([("member", 2001, None), ("suspended", 2005, None)], True),
        ([("guest", 2001, None)], True),
        ([("member", 2005, 2001)], True),
    ],
)
def test_standings_follow_each_other(tmp_path: Path, standings: list[Any], faulty: bool) -> None:
    memberships = [
        {"state": "state:AA", "status": status, "from": start, "to": end, "source": "a treaty"}
        for status, start, end in standings
    ]
    rooms = {"states": {"state:AA": named("a")}, "blocs": {"bloc:B": named("b")}}
    assert bool(found(tmp_path, **rooms, memberships={"bloc:B": memberships})) is faulty


def test_a_membership_needs_a_state(tmp_path: Path) -> None:
    member = {"state": "state:ZZ", "status": "member", "from": 2001, "to": None}
    (fault,) = found(tmp_path, blocs={"bloc:B": named("b")}, memberships={"bloc:B": [member]})
    assert "state:ZZ" in fault


@pytest.mark.parametrize("pattern", ["~2 امن", "امن| سلام", "امن? سلام?", "ا* امن", "امن ~99 سلام"])
def test_a_pattern_that_is_not_well_formed_is_a_fault(tmp_path: Path, pattern: str) -> None:
    entry = named("p", kind="norm", patterns={"ar": [pattern]})
    (fault,) = found(tmp_path, principles={"principle:p": entry})
    assert fault.startswith("principle:p: ")


def test_no_principle_is_broader_than_itself(tmp_path: Path) -> None:
    entries = {f"principle:{a}": named(a, kind="norm", broader=[f"principle:{b}"]) for a, b in ("pq", "qp")}
    assert len(found(tmp_path, principles=entries)) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("state:AA: [", "no YAML"),
        ("state:AA: {qid: Q1}\nstate:AA: {qid: Q2}", "'state:AA' stands there twice"),
        ("state:AA: {name: {en: A}, hue: red}", "unknown field 'hue'"),
        ("state:AA: 5", "must be a mapping"),
        ("state:AA: {qid: Q1}", "lacks a field"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / "broken.yaml").write_text(text)
    with pytest.raises(VocabularyError, match=says) as raised:
        Vocabulary.load(tmp_path)
    assert "broken.yaml" in str(raised.value)


def core(file: str) -> dict[str, Any]:
    groups = yaml.safe_load((CORE / f"{file}.yaml").read_text(encoding="utf-8"))
    return {item: (group, said) for group, items in groups.items() for item, said in items.items()}


needs_core = pytest.mark.skipif(not CORE.is_dir(), reason="the core ids (../shared/vocabulary) are not here")


@needs_core
@pytest.mark.parametrize("file", ["blocs", "kinds", "persons", "principles"])
def test_every_core_id_is_there(file: str) -> None:
    vocabulary = Vocabulary.load()
    assert not [item for item in core(file) if item not in vocabulary]


@needs_core
def test_core_ids_have_their_kinds() -> None:
    items = Vocabulary.load().items
    principles = {item: entry.category for item, entry in items.items() if isinstance(entry, Principle)}
    assert not {i for i, (group, _) in core("principles").items() if principles[i] != group}
    informal = {item for item, entry in items.items() if isinstance(entry, Bloc) and entry.informal}
    assert not {i for i, (group, _) in core("blocs").items() if (i in informal) != (group == "informal")}
    plover = {item: entry.plover for item, entry in items.items() if isinstance(entry, EventKind)}
    assert {
        i: said for i, (group, said) in core("kinds").items() if group == "events"
    }.items() <= plover.items()


def test_no_file_declares_an_id_twice() -> None:
    for path in DATA.rglob("*.yaml"):
        ids = re.findall(r"^([a-z]+:[^:\s]+):", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(ids) == len(set(ids)), f"{path.name} declares an id twice"


def test_names_say_which_are_strong() -> None:
    names: dict[str, Any] = {"name": {"en": "Bond", "ar": "بوند"}, "strong": {"en": ("James Bond",)}}
    entry = Entry(id="org:x", weak_name=("en",), **names)
    assert entry.strong_names("en") == ("James Bond",)
    assert entry.weak_names("en") == ("Bond",)
    assert entry.strong_names("ar") == ("بوند",)
