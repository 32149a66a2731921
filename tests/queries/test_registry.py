"""The header of a query's file, the values that users give, and what is said of wrong ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import InputError, QueryFileError, UnknownName
from queries import reference
from queries.registry import load, named, read_query, split_header
from queries.values import read_date, read_value

GOOD = """// title: Names of blocs
// description: The blocs of one name.
// parameters:
//   q:
//     type: string
//     required: true
//     description: a name
// columns:
//   id: its id
// example: {q: NATO}
MATCH (b:Bloc {name: $q}) RETURN b.id AS id ORDER BY id
"""
ASKED_FOR = {
    "blocs-linked-to-principle",
    "positions-of-holder",
    "supporters-and-opponents",
    "shared-and-disputed",
    "positions-between",
    "bloc-members-on",
    "events-of-actor",
    "speaks-for",
    "line-over-time",
    "most-contested",
    "article-facts",
    "path-between",
}


def test_the_questions_of_the_project_are_there() -> None:
    assert set(load()) >= ASKED_FOR


@pytest.mark.parametrize("name", sorted(load()))
def test_every_file_has_a_good_header(name: str) -> None:
    query = load()[name]
    assert query.title and query.description.endswith(".")
    assert all(item.description for item in query.parameters) and all(item.meaning for item in query.columns)
    required = {
        item.name for item in query.parameters if item.required and item.of not in (("Article",), ("Event",))
    }
    assert required <= set(query.example), "the example must be a call that runs"


@pytest.mark.parametrize("name", sorted(load()))
def test_pending_positions_are_asked_for_or_left_out(name: str) -> None:
    query = load()[name]
    if "Position" in query.cypher and name != "positions-awaiting-review":
        assert "include_pending" in {item.name for item in query.parameters}


def test_the_reference_page_is_up_to_date() -> None:
    assert reference.PAGE.read_text("utf-8") == reference.page(), "run python -m queries.reference"


def test_a_good_file_is_read() -> None:
    query = read_query("names-of-blocs", GOOD)
    assert query.parameters[0].required and query.columns[0].name == "id" and query.cypher.startswith("MATCH")
    assert query.to_json()["example"] == {"q": "NATO"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("title: Names of blocs", "titel: Names", "incomplete"),
        ("title: Names", "title: [", "no YAML"),
        ("title: Names", "title: Bodies\n// title: Names", "twice"),
        ("type: string", "type: text", "unknown type"),
        ("type: string", "kind: string", "unknown field"),
        ("type: string", "type: choice", "choices exactly"),
        ("type: string", "type: id", "must say `of`"),
        ("type: string", "type: id\n//     of: [Planet]", "unknown label"),
        ("required: true", "required: true\n//     default: x", "required and have a default"),
        ("$q", "$other", "not those that its Cypher uses"),
        ("  q:", "  limit:", "not those that its Cypher uses"),
        (" ORDER BY id", "", "no ORDER BY"),
        ("of one name.", "of one name. And more.", "one sentence"),
        ("example: {q: NATO}", "example: {p: NATO}", "unknown parameter"),
        ("example:", "shown: [name]\n// example:", "does not have"),
    ],
)
def test_a_broken_file_is_named_with_its_fault(old: str, new: str, fault: str) -> None:
    with pytest.raises(QueryFileError, match=r"^broken\.cypher: ") as error:
        read_query("broken", GOOD.replace(old, new))
    assert fault in str(error.value)


def test_a_reserved_word_is_no_parameter() -> None:
    with pytest.raises(QueryFileError, match="may be called limit"):
        read_query(
            "broken", GOOD.replace("  q:", "  limit:").replace("$q", "$limit").replace("{q:", "{limit:")
        )


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))), st.text("MATCHRETURN "))
def test_a_header_and_its_cypher_are_told_apart(lines: list[str], cypher: str) -> None:
    source = "\n".join([*(f"// {line}" for line in lines), cypher])
    assert split_header(source) == ("\n".join(lines), cypher.strip())


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_date("on", day.isoformat()) == day == read_date("on", day)


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("from", "2024", date(2024, 1, 1)),
        ("to", "2024", date(2024, 12, 31)),
        ("from", "2024-02", date(2024, 2, 1)),
        ("to", "2024-02", date(2024, 2, 29)),
        ("to", "2023-02", date(2023, 2, 28)),
        ("on", " 2024-02-03 ", date(2024, 2, 3)),
        ("on", "٢٠٢٤-٠٢-٠٣", date(2024, 2, 3)),
    ],
)
def test_a_bare_month_or_year_means_all_of_it(name: str, text: str, day: date) -> None:
    assert read_date(name, text) == day


@pytest.mark.parametrize("text", ["", "tomorrow", "2024-13", "2024-02-30", "24-01-01", "2024-1-1", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"'from' is no date .* write it like 2024-04-09") as error:
        read_date("from", text)
    assert error.value.parameter == "from"


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        ("integer", "7", 7),
        ("boolean", "Yes", True),
        ("boolean", "false", False),
        ("boolean", True, True),
        ("number", ".5", 0.5),
        ("string", " x ", "x"),
    ],
)
def test_values_are_read(kind: str, given: object, value: object) -> None:
    assert read_value("p", kind, given) == value


@pytest.mark.parametrize(
    ("kind", "given", "remedy"),
    [
        ("integer", "many", "whole number"),
        ("integer", "-1", "between 0 and"),
        ("integer", str(2**70), "between 0 and"),
        ("boolean", "perhaps", "true or false"),
        ("number", "nan", "must be a number"),
        ("choice", "c", "one of a, b"),
        ("string", "  ", "leave it out"),
    ],
)
def test_wrong_values_are_refused_with_the_remedy(kind: str, given: object, remedy: str) -> None:
    with pytest.raises(InputError, match="'p'") as error:
        read_value("p", kind, given, ("a", "b"))
    assert remedy in str(error.value)


def test_wrong_parameters_are_named() -> None:
    query = named("positions-between")
    with pytest.raises(InputError, match=r"'from' is missing: give the first day"):
        query.read({"to": "2024"})
    with pytest.raises(InputError, match=r"no parameter 'holdr': did you mean 'holder'\?"):
        query.read({"from": "2023", "to": "2024", "holdr": "state:RU"})
    with pytest.raises(InputError, match=r"lies after 'to' .* exchange them"):
        query.read({"from": "2025", "to": "2024"})


def test_an_unknown_query_is_answered_with_a_suggestion() -> None:
    with pytest.raises(UnknownName, match=r"did you mean 'most-contested'\?"):
        named("most-contestd")
    with pytest.raises(UnknownName, match="lists them"):
        named("xyz")
