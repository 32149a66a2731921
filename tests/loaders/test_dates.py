"""Dates in words and figures, against one anchor: Tuesday 9 April 2024."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.dates import DateKind, find_dates

ANCHOR = date(2024, 4, 9)


def _isos(text, anchor=ANCHOR):
    return [mention.iso for mention in find_dates(text, 0, len(text), "ar", anchor)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("١٢ يوليو ٢٠٢٣", "2023-07-12"),
        ("8 ديسمبر/كانون الأول 2021", "2021-12-08"),
        ("5 فبراير (شباط) 2022", "2022-02-05"),
        ("12 يولو/تموز 2023", "2023-07-12"),
        ("9th, April 2024 GMT", "2024-04-09"),
        ("أمس الاثنين", "2024-04-08"),
        ("اليوم /الثلاثاء/", "2024-04-09"),
        ("أول أمس", "2024-04-07"),
        ("غدا الأربعاء", "2024-04-10"),
        ("نهاية مارس/آذار الماضي", "2024-03"),
        ("30 مايو الجاري", "2024-05-30"),
        ("22 أبريل الفائت", "2023-04-22"),
        ("السادس من مايو", "2024-05-06"),
        ("الحادي والعشرين من تشرين الثاني", "2023-11-21"),
        ("9 غشت 2023", "2023-08-09"),
        ("12 جويلية 2022", "2022-07-12"),
        ("05 يوليوز 2022", "2022-07-05"),
        ("6 نونبر 2021", "2021-11-06"),
        ("١٩ ربيع الأول ١٤٤٦هـ", "2024-09-22"),
        ("الجمعة الماضي", "2024-04-05"),
        ("الاثنين المقبل", "2024-04-15"),
        ("قبل ثلاثة أيام", "2024-04-06"),
        ("قبل يومين", "2024-04-07"),
        ("منذ عام 2014", "2014"),
        ("الأسبوع الماضي", "2024-04"),
        ("العاشر من الشهر الجاري", "2024-04-10"),
        ("العام الماضي", "2023"),
        ("في العام المقبل", "2025"),
        ("مارس من العام الماضي", "2023-03"),
        ("в минувшую среду", "2024-04-03"),
        ("в среду", "2024-04-03"),
        ("9-го апреля", "2024-04-09"),
        ("9 апр", "2024-04-09"),
        ("в апреле прошлого года", "2023-04"),
        ("в начале марта", "2024-03"),
        ("три дня назад", "2024-04-06"),
        ("в 2021 году", "2021"),
        ("накануне", "2024-04-08"),
        ("on Tuesday", "2024-04-09"),
        ("Tuesday, April 9", "2024-04-09"),
        ("April 9th, 2024", "2024-04-09"),
        ("the 9th of April", "2024-04-09"),
        ("GMT+3, February 16, 2024", "2024-02-16"),
        ("late March", "2024-03"),
        ("last week", "2024-04"),
        ("a week ago", "2024-04"),
        ("9/4/2024", "2024-04-09"),
        ("2024-04-09", "2024-04-09"),
        ("09.04.2024", "2024-04-09"),
        ("2024.02.14 - 12:32", "2024-02-14"),
        ("Март 13 2024, 15:30", "2024-03-13"),
        ("يوليو 12, 2023", "2023-07-12"),
    ],
)
def test_a_date_comes_out_right(words, iso):
    assert _isos(words) == [iso]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("في الفترة من 3 إلى 5 يوليو", "2024-07-03", "2024-07-05"),
        ("يومي 3 و4 يوليو", "2024-07-03", "2024-07-04"),
        ("22-24 октября 2024 года", "2024-10-22", "2024-10-24"),
        ("30 июня – 2 июля 2023 года", "2023-06-30", "2023-07-02"),
        ("July 3-5, 2023", "2023-07-03", "2023-07-05"),
    ],
)
def test_a_range_has_two_ends(words, first, last):
    (mention,) = find_dates(words, 0, len(words), "ar", ANCHOR)
    assert (mention.iso, mention.ends) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "5 أيام",
        "التقى أحد الوزراء",
        "فتح باب الحوار",
        "31 فبراير 2024",
        "окружающая среда",
        "you may go",
        "في 2000 قرية",
    ],
)
def test_what_only_looks_like_a_date(words):
    assert _isos(words) == []


def test_without_an_anchor_the_parts_stay():
    (mention,) = find_dates("اليوم الخميس 4 مايو", 0, 19, "ar", None)
    assert (mention.iso, mention.month, mention.day, mention.weekday, mention.offset) == (None, 5, 4, 3, 0)


def test_a_weekday_decides_the_year():
    (mention,) = find_dates("الخميس 4 مايو", 0, 13, "ar", ANCHOR)
    assert (mention.iso, mention.kind) == ("2023-05-04", DateKind.ABSOLUTE)


_PIECES = st.sampled_from(
    ["9", "31", "2024", "أبريل", "كانون", "الأول", "/", "-", "(", "الثلاثاء", "أمس", "قبل", "أيام", "апреля",
     "года", "в", "April", "last", "week", "،", "من", "إلى", "ربيع", "1446هـ", "12.05.2023", "😀",
     "\u200f", "\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25), st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2060, 1, 1))))
def test_any_words_give_true_ordered_spans(pieces, anchor):
    text = " ".join(pieces)
    found = find_dates(text, 0, len(text), "ar", anchor)
    assert found == find_dates(text, 0, len(text), "ar", anchor)
    for mention, following in pairwise(found):
        assert mention.end <= following.start
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert (
            mention.iso is None or len(mention.iso) == {"day": 10, "month": 7, "year": 4}[mention.precision]
        )


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("الجمعة 12/ديسمبر/2025", "ar", "2025-12-12"),
        ("وحدث ذلك مطلع الشهر", "ar", "2025-12"),
        ("وصدر قبل أيام", "ar", "2025-12"),
        ("suspended its membership in early 2024", "en", "2024"),
        ("They spoke last night", "en", "2025-12-19"),
    ],
)
def test_dates_of_desks(text: str, language: str, iso: str) -> None:
    assert [d.iso for d in find_dates(text, 0, len(text), language, date(2025, 12, 20))] == [iso]


def test_some_days_of_what_goes_on_are_no_date() -> None:
    assert not find_dates("منذ أيام", 0, 8, "ar", date(2025, 12, 20))
