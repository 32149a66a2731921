"""Dates as reports write them: absolute, relative and by weekday, in Arabic, Russian and English.

A date in words has one meaning only beside the day on which the article appeared, the anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hijridate import Gregorian, Hijri

from loaders.reading.date_words import CORE, Token, date_words, may_date, read_tokens
from loaders.reading.text import fold


class DateKind(StrEnum):
    """How a date was said."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True, order=True)
class DateMention:
    """A date in the text. `iso` is cut to its precision (2023-03); None when no anchor gives the year."""

    start: int
    end: int
    iso: str | None
    precision: str  # day, month, year; a week is given as its month
    kind: DateKind
    has_year: bool
    ends: str | None = None  # the last day of a range
    weekday: int | None = None  # Monday 0, where the text names it
    month: int | None = None
    day: int | None = None
    offset: int | None = None  # of a word such as today (0) or yesterday (-1), alone or beside the date


# The forms of a date over the letters of `date_words`. M/M is a double name: ديسمبر/كانون الأول.
_MONTH = r"M(?:[/(-]M\)?)?(?:[.-](?=y))?"
_TAIL = r"(?:[,f]?Y?y[YE]?|f?Y[pun]|f?[pun]Y|[pun])"
_LEAD = r"(?:t[,(/\"]?)?(?:\(?D?[Ww][)/\"]?[,f(]?)?D?"
_FORMS = {
    "figures": rf"{_LEAD}N",
    "span": rf"{_LEAD}[do]f?{_MONTH}(?:Y?yY?)?[-T][do]f?{_MONTH}{_TAIL}?",
    "range": rf"{_LEAD}f?[do][-&T]f?D?[do]f?m?{_MONTH}{_TAIL}?",
    "slashed": rf"{_LEAD}d/{_MONTH}/y",
    "day": rf"{_LEAD}[do](?:,(?!M\.?d)|-(?=M-y))?f?m?{_MONTH}{_TAIL}?",
    "month_range": r"(?:[Ww],?)?M\.?d[-T]d(?:,?y)?",
    "month_day": r"(?:t,?)?(?:[Ww],?)?M\.?d(?![:%])(?:,?y|[,]?[pun]Y)?",
    "hijri": r"(?:D?W,?)?D?[do]f?m?H(?:,?Y?[hy]E?)?",
    "day_of_month": r"[do]fm[pun]",
    "month": rf"[ibT]?e?-?f?m?{_MONTH}{_TAIL}|e-?f?m?{_MONTH}|m{_MONTH}|[pun]{_MONTH}",
    "bare_month": rf"[ib]{_MONTH}",
    "years": r"(?:[ibfT][YB]?|[YB])y[YE]?[-&T]f?Y?y[YE]?",
    "year": r"(?:[ibfT]?Yy|[ib]e?-?y|yY)[YE]?",
    "ago": r"b~?(?:[d#K]~?[DGmYP]|[DGmYB])(?!f)",
    "lately": r"bP(?!f)|Pg",
    "ago_after": r"(?:[d#K][DGmYP]|[DGmYB])g",
    "ahead": r"a(?:[d#K][DGmYP]|[DGmYB])",
    "unit": r"e?f?(?:[GmY][pun]|[pun][GmY])",
    "of_month": r"em(?![pund])",
    "week_start": r"eG(?![pun])",
    "weekday": r"t[(/\"]?W[)/\"]?|D?W[pun]|[pun][Ww]|D?W|iw",
    "today": r"t",
}
_DATE = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
# Dates stand between words that no date is made of, and hold one of the classes without which none is.
_RUN = re.compile(r"[^*]+")
_LATIN_ONLY = {"month_range", "month_day"}
_DAYS = {"day": 1, "week": 7}
_NEAREST = 183
_SOME = 4  # days, where it is not said how many
_START = 1  # the value of words such as "early in"


def find_dates(
    text: str, start: int, end: int, language: str, anchor: date | None
) -> tuple[DateMention, ...]:
    """Every date of `text[start:end]` in order, resolved against the anchor (the day of publication)."""
    if not may_date(text, start, end):
        return ()
    tokens = read_tokens(text, start, end)
    letters = "".join([token.letter for token in tokens])
    found = []
    for run in _RUN.finditer(letters):
        if CORE.isdisjoint(run.group()):
            continue
        for match in _DATE.finditer(letters, *run.span()):
            mention = _mention(text, match.lastgroup or "", tokens[match.start() : match.end()], anchor)
            if mention is not None:
                found.append(mention)
    return tuple(found)


def _mention(text: str, form: str, tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    latin = form in _LATIN_ONLY and text[_one(tokens, "M").start].isascii()
    if form in _LATIN_ONLY and not latin and _maybe(tokens, "y") is None:
        return None  # of months written otherwise, a figure behind one is its day only where a year follows
    if form == "bare_month" and fold(text[tokens[-1].start : tokens[-1].end]) in date_words().no_bare_month:
        return None
    if form == "lately" and fold(text[tokens[0].start : tokens[0].end]) in date_words().lasting:
        return None
    try:
        return _READERS[form](tokens, anchor)
    except (ValueError, OverflowError):  # 31 February, or a day beyond the calendar
        return None


def _one(tokens: Iterable[Token], letters: str) -> Token:
    return next(token for token in tokens if token.letter in letters)


def _maybe(tokens: Iterable[Token], letters: str) -> Token | None:
    return next((token for token in tokens if token.letter in letters), None)


def _number(tokens: Iterable[Token], letters: str) -> int | None:
    token = _maybe(tokens, letters)
    return None if token is None else token.value


def _made(
    tokens: Sequence[Token],
    iso: str | None,
    precision: str,
    kind: DateKind,
    *,
    has_year: bool = False,
    **more: object,
) -> DateMention:
    start = next(i for i, token in enumerate(tokens) if token.letter not in "ibfT(")
    return DateMention(
        tokens[start].start,
        tokens[-1].end,
        iso,
        precision,
        kind,
        has_year,
        weekday=_number(tokens, "Ww"),
        offset=_number(tokens, "t"),
        **more,  # type: ignore[arg-type]
    )


# Calendar dates


def _figures(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    day = _one(tokens, "N").day
    if day is None:
        return None
    return _made(
        tokens, day.isoformat(), "day", DateKind.ABSOLUTE, has_year=True, month=day.month, day=day.day
    )


def _day(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    days = [token.value for token in tokens if token.letter in "do"]
    months = [token.value for token in tokens if token.letter == "M"]
    first = days[0]
    return _dated(tokens, anchor, months[0], first, (months[0], days[-1]) if len(days) > 1 else None)


def _span(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    cut = max(i for i, token in enumerate(tokens) if token.letter in "-T" and tokens[i + 1].letter in "do")
    month, day = _one(tokens[:cut], "M").value, _one(tokens[:cut], "do").value
    return _dated(tokens, anchor, month, day, (_one(tokens[cut:], "M").value, _one(tokens[cut:], "do").value))


def _dated(
    tokens: Sequence[Token], anchor: date | None, month: int, day: int, last: tuple[int, int] | None
) -> DateMention | None:
    date(2000, month, day)  # a day that no year has is no date
    year = _year_of(tokens, anchor)
    has_year = _maybe(tokens, "y") is not None
    found: date | None = None
    if year is not None:
        found = date(year, month, day)
    elif anchor is not None:
        found = _nearest_day(month, day, _number(tokens, "Ww"), _side(tokens), anchor)
    ends = None
    if found is not None and last is not None:
        ends = date(found.year + (last[0] < month), last[0], last[1]).isoformat()
    iso = found.isoformat() if found else None
    return _made(tokens, iso, "day", DateKind.ABSOLUTE, has_year=has_year, ends=ends, month=month, day=day)


def _side(tokens: Iterable[Token]) -> str | None:
    token = _maybe(tokens, "pun")
    return None if token is None else token.letter


def _year_of(tokens: Sequence[Token], anchor: date | None) -> int | None:
    """The year that the words give: in figures, or as last, this or next year."""
    year = _number(tokens, "y")
    if year is not None:
        return year
    if anchor is not None and _side(tokens) and (_maybe(tokens, "Y") or _side(tokens) == "n"):
        return anchor.year + {"p": -1, "n": 0, "u": 1}[_side(tokens) or "n"]
    return None


def _nearest_day(month: int, day: int, weekday: int | None, side: str | None, anchor: date) -> date | None:
    """The day in the year that its weekday, "last" or "next", or nearness to the anchor speaks for."""
    days = [found for year in range(anchor.year - 4, anchor.year + 5) if (found := _safe(year, month, day))]
    if side == "p":
        days = [found for found in days if found <= anchor]
    elif side == "u":
        days = [found for found in days if found >= anchor]
    near = [found for found in days if abs((found - anchor).days) <= 2 * _NEAREST]
    fitting = [found for found in near if weekday is not None and found.weekday() == weekday]
    return min(fitting or near or days, key=lambda found: (abs((found - anchor).days), found), default=None)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hijri(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    month, day = _one(tokens, "H").value, _one(tokens, "do").value
    year = _number(tokens, "hy")
    found: date | None = None
    if year is not None and year <= 1500:
        found = _from_hijri(year, month, day)
    elif anchor is not None:
        now = Gregorian.fromdate(anchor).to_hijri().year
        near = (_from_hijri(now + step, month, day) for step in (-1, 0, 1))
        found = min(near, key=lambda item: abs((item - anchor).days))
    if found is None:
        return None
    return _made(
        tokens,
        found.isoformat(),
        "day",
        DateKind.ABSOLUTE,
        has_year=year is not None,
        month=found.month,
        day=found.day,
    )


def _from_hijri(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _month(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    month = _one(tokens, "M").value
    year = _year_of(tokens, anchor)
    if year is None and anchor is not None:
        year = _nearest_month(month, _side(tokens), anchor)
    return _made(
        tokens,
        f"{year:04}-{month:02}" if year else None,
        "month",
        DateKind.ABSOLUTE,
        has_year=_maybe(tokens, "y") is not None,
        month=month,
    )


def _nearest_month(month: int, side: str | None, anchor: date) -> int:
    if side == "p":
        return anchor.year - (month >= anchor.month)
    if side == "u":
        return anchor.year + (month <= anchor.month)
    away = month - anchor.month
    return anchor.year + (away < -6) - (away >= 6)


def _day_of_month(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    if anchor is None:
        return None
    first = _months_on(anchor, {"p": -1, "n": 0, "u": 1}[_side(tokens) or "n"])
    found = first.replace(day=_one(tokens, "do").value)
    return _made(tokens, found.isoformat(), "day", DateKind.RELATIVE)


def _months_on(anchor: date, months: int) -> date:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _year(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    year = _one(tokens, "y").value
    if year % 100 == 0 and _maybe(tokens, "Y") is None:  # "in 2000 villages"
        return None
    return _made(tokens, str(year), "year", DateKind.ABSOLUTE, has_year=True)


def _years(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    first, last = (token.value for token in tokens if token.letter == "y")
    if first >= last:
        return None
    return _made(tokens, str(first), "year", DateKind.ABSOLUTE, has_year=True, ends=str(last))


# Relative dates


def _unit(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    steps = {"p": -1, "n": 0, "u": 1}[_side(tokens) or "n"]
    return _moved(tokens, anchor, _one(tokens, "GmY").unit, steps)


def _of_month(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    """Early, in the middle or late in the month: the anchor's own."""
    return _moved(tokens, anchor, "month", 0)


def _week_start(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    """The start of the week is its Monday; its middle or end is no day."""
    if anchor is None or _one(tokens, "e").value != _START:
        return _moved(tokens, anchor, "week", 0)
    monday = anchor - timedelta(days=anchor.weekday())
    return _made(tokens, monday.isoformat(), "day", DateKind.RELATIVE)


def _ago(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    unit = _one(tokens, "DGmYPB")
    return _moved(tokens, anchor, unit.unit, -_count(tokens, unit))


def _lately(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    """Some days ago: the month of then; some weeks, months or years ago say too little."""
    if _one(tokens, "P").unit != "day" or anchor is None:
        return None
    then = anchor - timedelta(days=_SOME)
    return _made(tokens, then.isoformat()[:7], "month", DateKind.RELATIVE)


def _ahead(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    unit = _one(tokens, "DGmYPB")
    return _moved(tokens, anchor, unit.unit, _count(tokens, unit))


def _count(tokens: Sequence[Token], unit: Token) -> int:
    counted = _number(tokens, "d#K")
    return unit.value if counted is None else counted


def _moved(tokens: Sequence[Token], anchor: date | None, unit: str, steps: int) -> DateMention:
    """The anchor moved by so many days, weeks, months or years, as exactly as that unit says."""
    iso, precision = None, "day" if unit == "day" else "month" if unit != "year" else "year"
    if anchor is not None:
        if unit == "year":
            iso = f"{anchor.year + steps:04}"
        elif unit == "month":
            iso = _months_on(anchor, steps).isoformat()[:7]
        else:
            day = (anchor + timedelta(days=steps * _DAYS[unit])).isoformat()
            iso = day if unit == "day" else day[:7]
    return _made(tokens, iso, precision, DateKind.RELATIVE)


def _today(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    return _moved(tokens, anchor, "day", _one(tokens, "t").value)


def _weekday(tokens: Sequence[Token], anchor: date | None) -> DateMention | None:
    """A weekday: the last one, the anchor's own day included; "last" and "next" exclude it."""
    weekday = _one(tokens, "Ww").value
    day = None
    if anchor is not None:
        near = _maybe(tokens, "t")
        if near is not None:
            day = anchor + timedelta(days=near.value)
            off = (weekday - day.weekday()) % 7
            day += timedelta(days=off if off <= 3 else off - 7)
        elif _side(tokens) == "u":
            day = anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)
        else:
            back = (anchor.weekday() - weekday) % 7
            day = anchor - timedelta(days=back or (7 if _side(tokens) == "p" else 0))
    return _made(tokens, day.isoformat() if day else None, "day", DateKind.WEEKDAY)


_READERS: dict[str, Callable[[Sequence[Token], date | None], DateMention | None]] = {
    "figures": _figures,
    "span": _span,
    "range": _day,
    "slashed": _day,
    "day": _day,
    "month_range": _day,
    "month_day": _day,
    "hijri": _hijri,
    "day_of_month": _day_of_month,
    "month": _month,
    "bare_month": _month,
    "year": _year,
    "years": _years,
    "ago": _ago,
    "ago_after": _ago,
    "lately": _lately,
    "ahead": _ahead,
    "unit": _unit,
    "of_month": _of_month,
    "week_start": _week_start,
    "weekday": _weekday,
    "today": _today,
}
