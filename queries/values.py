"""Reading what a user typed into the value that Cypher gets: dates, numbers, choices, ids."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ontology.errors import InputError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TRUE, _FALSE = {"true", "yes", "1", "on"}, {"false", "no", "0", "off"}

# Limits have 32 bits; to know whether there is more one row more is asked for, and ArcadeDB adds some itself.
LARGEST = 2_000_000_000


def read_value(name: str, kind: str, given: object, choices: Sequence[str] = ()) -> Any:
    """A parameter's value from what was given; raises InputError naming the parameter and the remedy."""
    return _READERS[kind](name, given, choices)


def check_order(values: Mapping[str, Any]) -> None:
    """Raise InputError where `from` lies after `to`."""
    start, end = values.get("from"), values.get("to")
    if isinstance(start, date) and isinstance(end, date) and start > end:
        raise InputError(f"'from' ({start}) lies after 'to' ({end}): exchange them.", parameter="from")


def check_size(name: str, number: int, least: int, most: int) -> None:
    """Raise InputError where a whole number is too small or too great."""
    if not least <= number <= most:
        raise InputError(
            f"The parameter '{name}' must lie between {least} and {most}, not {number}.", parameter=name
        )


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
            f"The parameter '{name}' is no date ({text!r}: {error}); write it like 2024-04-09 or 2024-04.",
            parameter=name,
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
        raise InputError(f"The parameter '{name}' is empty; give it a value or leave it out.", parameter=name)
    return text


def _id(name: str, given: object, choices: Sequence[str]) -> str:
    return _string(name, given, choices)


def _date(name: str, given: object, _: Sequence[str]) -> date:
    return read_date(name, given)


def _integer(name: str, given: object, _: Sequence[str]) -> int:
    try:
        number = int(str(given))
    except ValueError:
        raise InputError(
            f"The parameter '{name}' must be a whole number, not {str(given)!r}.", parameter=name
        ) from None
    check_size(name, number, 0, LARGEST)
    return number


def is_true(given: object) -> bool | None:
    """What a word says: true, false, or neither."""
    text = str(given).strip().lower()
    return True if text in _TRUE else False if text in _FALSE else None


def _boolean(name: str, given: object, _: Sequence[str]) -> bool:
    value = is_true(given)
    if value is None:
        raise InputError(f"The parameter '{name}' must be true or false, not {str(given)!r}.", parameter=name)
    return value


def _number(name: str, given: object, _: Sequence[str]) -> float:
    try:
        number = float(str(given))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InputError(f"The parameter '{name}' must be a number, not {str(given)!r}.", parameter=name)
    return number


def _choice(name: str, given: object, choices: Sequence[str]) -> str:
    if str(given) not in choices:
        raise InputError(
            f"The parameter '{name}' must be one of {', '.join(choices)}, not {str(given)!r}.", parameter=name
        )
    return str(given)


_READERS: dict[str, Callable[[str, object, Sequence[str]], Any]] = {
    "string": _string,
    "id": _id,
    "date": _date,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "choice": _choice,
}
TYPES = tuple(_READERS)
