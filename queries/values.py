"""Reading what a user typed into the value that Cypher gets: dates, numbers, choices, ids."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ontology.errors import InputError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TRUE, _FALSE = {"true", "yes", "1", "on"}, {"false", "no", "0", "off"}

LARGEST = 2**31 - 1


def read_value(name: str, kind: str, given: object, choices: Sequence[str] = ()) -> Any:
    """A parameter's value from what was given; raises InputError naming the parameter and the remedy."""
    return _READERS[kind](name, given, choices)


def read_date(name: str, given: object) -> date:
    """An ISO day; of a bare year or month the first day, for `to` the last. The word `today` is one too."""
    if isinstance(given, date):
        return given
    text = str(given).strip()
    if text == "today":
        return date.today()
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError("not in ISO form")
        return _day(found, last=name == "to")
    except ValueError as error:
        raise InputError(
            f"The parameter '{name}' is no date ({text!r}: {error}); write it as 2024-04-09, 2024-04 or 2024."
        ) from None


def _day(found: re.Match[str], *, last: bool) -> date:
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if found[3]:
        return date(year, month, int(found[3]))
    first = date(year, month, 1)
    return first.replace(day=calendar.monthrange(year, month)[1]) if last else first


def _string(name: str, given: object, _: Sequence[str]) -> str:
    text = str(given).strip()
    if not text:
        raise InputError(f"The parameter '{name}' is empty; give it a value or leave it out.")
    return text


def _id(name: str, given: object, choices: Sequence[str]) -> str:
    return _string(name, given, choices)


def _date(name: str, given: object, _: Sequence[str]) -> date:
    return read_date(name, given)


def _integer(name: str, given: object, _: Sequence[str]) -> int:
    try:
        number = int(str(given))
    except ValueError:
        raise InputError(f"The parameter '{name}' must be a whole number, not {str(given)!r}.") from None
    if not 0 <= number <= LARGEST:
        raise InputError(f"The parameter '{name}' must lie between 0 and {LARGEST}, not {number}.")
    return number


def _boolean(name: str, given: object, _: Sequence[str]) -> bool:
    text = str(given).strip().lower()
    if text not in _TRUE | _FALSE:
        raise InputError(f"The parameter '{name}' must be true or false, not {str(given)!r}.")
    return text in _TRUE


def _choice(name: str, given: object, choices: Sequence[str]) -> str:
    if str(given) not in choices:
        raise InputError(f"The parameter '{name}' must be one of {', '.join(choices)}, not {str(given)!r}.")
    return str(given)


_READERS: dict[str, Callable[[str, object, Sequence[str]], Any]] = {
    "string": _string,
    "id": _id,
    "date": _date,
    "integer": _integer,
    "boolean": _boolean,
    "choice": _choice,
}
TYPES = tuple(_READERS)
