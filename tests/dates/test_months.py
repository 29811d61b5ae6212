"""Months, weeks and days counted from a day: the corresponding date, clamped to its month's last day."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from tests.build import day, days, months

from trainrules.dates import DAWN, FAR, add, day_after, day_before, is_clamped, month_after, shown
from trainrules.model.rules import Period


def number(text: str) -> int:
    return day(text).toordinal()


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2022-01-28", 1, "2022-02-28"),
        ("2022-01-29", 1, "2022-02-28"),
        ("2022-01-31", 1, "2022-02-28"),
        ("2024-01-29", 1, "2024-02-29"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2022-01-31", 2, "2022-03-31"),
        ("2022-03-31", 1, "2022-04-30"),
        ("2021-11-30", 3, "2022-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2021-12-15", 1, "2022-01-15"),
        ("2021-12-15", 12, "2022-12-15"),
        ("2021-11-15", 1, "2021-12-15"),
        ("2022-03-31", -1, "2022-02-28"),
        ("2022-01-15", -1, "2021-12-15"),
    ],
)
def test_months_lead_to_the_corresponding_day_or_the_months_last(start: str, count: int, end: str) -> None:
    assert month_after(number(start), count) == number(end)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-600, 600))
def test_months_are_those_of_relativedelta(start: date, count: int) -> None:
    expected = start + relativedelta(months=count)
    assert date.fromordinal(month_after(start.toordinal(), count)) == expected


def test_months_past_the_last_year_are_far_and_before_the_first_are_dawn() -> None:
    assert month_after(number("9999-12-31"), 1) == FAR
    assert month_after(number("9999-11-30"), 1) == number("9999-12-30")
    assert month_after(number("0001-01-01"), -1) == DAWN
    assert month_after(number("0001-02-01"), -1) == number("0001-01-01")


def test_the_last_date_there_is_is_one_day_before_far() -> None:
    assert number("9999-12-31") + 1 == FAR
    assert day_after(number("9999-12-30"), days(1)) == number("9999-12-31")
    assert day_after(number("9999-12-31"), days(1)) == FAR
    assert day_after(number("9999-12-31"), days(400)) == FAR


def test_what_is_after_far_is_far() -> None:
    for period in (days(1), months(1), Period(working_days=1)):
        assert day_after(FAR, period) == FAR


def test_a_period_is_added_to_a_date() -> None:
    assert add(day("2022-01-31"), months(1)) == day("2022-02-28")
    assert add(day("2022-01-31"), days(42)) == day("2022-03-14")
    assert add(day("9999-12-30"), days(1)) == day("9999-12-31")


def test_a_period_is_added_in_the_calendar_that_is_named_and_in_none_unless_one_is() -> None:
    # 28 March 2024 is the Thursday before Good Friday; Monday 1 April is Easter Monday
    assert add(day("2024-03-28"), Period(working_days=1), "England") == day("2024-04-02")
    assert add(day("2024-03-28"), Period(working_days=1)) == day("2024-03-29")
    assert day_after(number("2024-03-28"), Period(working_days=1)) == number("2024-03-29")


def test_a_date_past_the_last_there_is_is_an_error_that_says_so() -> None:
    with pytest.raises(OverflowError) as told:
        add(day("9999-12-31"), days(1))
    assert str(told.value) == f"{days(1)} after 9999-12-31 is past the last date there is"


def test_months_before_a_day_count_back_from_it_and_clamp() -> None:
    assert day_before(number("2022-03-31"), months(1)) == number("2022-02-28")
    assert day_before(number("2022-03-31"), months(1), clear=True) == number("2022-02-27")


def test_days_before_a_day_and_clear_days_one_more() -> None:
    assert day_before(number("2022-03-10"), days(7)) == number("2022-03-03")
    assert day_before(number("2022-03-10"), days(7), clear=True) == number("2022-03-02")


def test_a_clamp_is_told_when_the_month_is_too_short_and_only_then() -> None:
    assert is_clamped(number("2022-01-29"), 1)
    assert not is_clamped(number("2022-01-28"), 1)
    assert not is_clamped(number("2024-01-29"), 1)
    assert is_clamped(number("2022-03-31"), -1)
    assert not is_clamped(number("9999-12-31"), 1)
    assert not is_clamped(number("0001-01-31"), -1)


def test_the_first_and_the_last_date_can_be_the_end_of_months() -> None:
    assert not is_clamped(number("0001-02-01"), -1)
    assert not is_clamped(number("9999-11-30"), 1)


def test_dawn_and_far_are_shown_as_no_date_and_every_other_day_as_its_date() -> None:
    assert shown(DAWN) is None
    assert shown(DAWN + 1) == date(1, 1, 1)
    assert shown(FAR - 1) == date(9999, 12, 31)
    assert shown(FAR) is None


def test_nothing_is_before_dawn_and_the_first_of_all_days_has_months_after_it() -> None:
    assert month_after(DAWN, 1) == DAWN
    assert month_after(DAWN + 1, 1) == number("0001-02-01")
