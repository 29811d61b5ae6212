"""Working days: Monday to Friday, and the bank holidays of the calendar that is named.

The bank holidays of 2024 are those of gov.uk: in England and Wales Good Friday on 29 March and Easter Monday
on 1 April; in Scotland Good Friday but no Easter Monday, 2 January, and St Andrew's Day (30 November, a
Saturday) kept on Monday 2 December; in Northern Ireland Easter Monday and the Battle of the Boyne on 12 July.
"""

from __future__ import annotations

import pytest
from tests.build import day

from trainrules.dates import FAR, day_after, day_before, is_working_day, working_day_after
from trainrules.model.rules import Period


def number(text: str) -> int:
    return day(text).toordinal()


def working(count: int) -> Period:
    return Period(working_days=count)


def test_without_a_calendar_monday_to_friday_are_working_days() -> None:
    # 8 January 2024 is a Monday
    week = [is_working_day(number("2024-01-08") + place) for place in range(7)]
    assert week == [True, True, True, True, True, False, False]
    assert is_working_day(number("2024-12-25"))


@pytest.mark.parametrize(
    ("on", "calendars"),
    [
        ("2024-03-29", ""),
        ("2024-04-01", "Scotland"),
        ("2024-01-02", "England and Wales, England, Wales, Northern Ireland"),
        ("2024-12-02", "England and Wales, England, Wales, Northern Ireland"),
        ("2024-07-12", "England and Wales, England, Wales, Scotland"),
        ("2024-06-12", "England and Wales, England, Wales, Scotland, Northern Ireland"),
    ],
)
def test_each_calendar_has_its_own_bank_holidays(on: str, calendars: str) -> None:
    every = ("England and Wales", "England", "Wales", "Scotland", "Northern Ireland")
    assert ", ".join(name for name in every if is_working_day(number(on), name)) == calendars


def test_the_holidays_are_those_of_the_days_own_year() -> None:
    # Good Friday was 15 April in 2022 and 7 April in 2023; 8 May 2023 was the coronation, for once
    assert not is_working_day(number("2022-04-15"), "England")
    assert is_working_day(number("2022-04-07"), "England")
    assert not is_working_day(number("2023-04-07"), "England")
    assert not is_working_day(number("2023-05-08"), "England")
    assert is_working_day(number("2024-05-08"), "England")


def test_a_calendar_is_known_in_any_case() -> None:
    assert not is_working_day(number("2024-04-01"), "ENGLAND AND WALES")


def test_the_day_itself_is_not_counted() -> None:
    # Monday 8 January 2024: the first working day after it is Tuesday
    assert working_day_after(number("2024-01-08"), 1) == number("2024-01-09")
    assert working_day_after(number("2024-01-08"), 4) == number("2024-01-12")
    assert working_day_after(number("2024-01-08"), 5) == number("2024-01-15")
    assert working_day_after(number("2024-01-06"), 1) == number("2024-01-08")


def test_working_days_across_easter() -> None:
    # Thursday 28 March 2024, then Good Friday, the weekend and Easter Monday
    assert day_after(number("2024-03-28"), working(1), "England") == number("2024-04-02")
    assert day_after(number("2024-03-28"), working(1), "Scotland") == number("2024-04-01")
    assert working_day_after(number("2024-03-28"), 2, "England") == number("2024-04-03")
    assert working_day_after(number("2024-03-28"), 1) == number("2024-03-29")


def test_working_days_past_the_last_date_are_far() -> None:
    # 31 December 9999 is a Friday, and the day after it a Saturday in every calendar
    assert working_day_after(number("9999-12-30"), 1) == number("9999-12-31")
    assert working_day_after(number("9999-12-31"), 1) == FAR
    assert working_day_after(number("9999-12-31"), 3) == FAR
    assert working_day_after(number("9999-12-31"), 1, "England") == FAR


def test_the_last_day_in_time_has_so_many_working_days_after_it_up_to_and_including_the_day() -> None:
    # Monday 15 January 2024: five working days after Monday the 8th are the 9th to the 12th and the 15th
    assert day_before(number("2024-01-15"), working(5)) == number("2024-01-08")
    # one is the 15th itself, so the latest working day before it: Friday
    assert day_before(number("2024-01-15"), working(1)) == number("2024-01-12")


def test_clear_working_days_lie_strictly_between() -> None:
    # five strictly between are the 8th to the 12th, so the latest working day is Friday the 5th
    assert day_before(number("2024-01-15"), working(5), clear=True) == number("2024-01-05")
    assert day_before(number("2024-01-16"), working(1), clear=True) == number("2024-01-12")


def test_working_days_back_across_easter_are_counted_in_the_calendar() -> None:
    # Wednesday 3 April 2024: the 2nd and the 3rd are the two, so Thursday 28 March in England
    assert day_before(number("2024-04-03"), working(2), "England") == number("2024-03-28")
    assert day_before(number("2024-04-03"), working(2), "Scotland") == number("2024-04-01")
    assert day_before(number("2024-04-03"), working(2)) == number("2024-04-01")
    assert day_before(number("2024-04-02"), working(1), "England", clear=True) == number("2024-03-27")


def test_days_back_from_a_weekend_end_on_a_working_day() -> None:
    # Sunday 14 January 2024 is no working day: one working day up to it is Friday, so Thursday is in time
    assert day_before(number("2024-01-14"), working(1)) == number("2024-01-11")


def test_days_back_to_a_bank_holiday_end_on_the_working_day_before_it() -> None:
    # Monday 26 August 2024 is a bank holiday: with Tuesday as the one day, Friday the 23rd is in time
    assert day_before(number("2024-08-27"), working(1), "England") == number("2024-08-23")
