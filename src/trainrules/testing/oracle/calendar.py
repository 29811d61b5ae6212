"""Corresponding dates, by `relativedelta` alone; working days by counting them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays
from dateutil.relativedelta import relativedelta

from trainrules.model.rules import Cycle, Period

DAY = timedelta(days=1)
FOREVER = date.max
PARTS = {
    "England and Wales": "ENG",
    "England": "ENG",
    "Wales": "WLS",
    "Scotland": "SCT",
    "Northern Ireland": "NIR",
}


@cache
def bank_holidays(calendar: str) -> holidays.HolidayBase:
    """Return the bank holidays of *calendar*, as a rule file writes its name."""
    return holidays.country_holidays("GB", subdiv=PARTS[calendar])


def is_working(day: date, calendar: str) -> bool:
    """Return whether *day* is neither at a weekend nor a bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays(calendar)


@cache
def add(day: date, period: Period | None, calendar: str = "", times: int = 1) -> date:
    """Return the last day *within* *times* *period* of *day*: the corresponding date, clamped."""
    if period is None or day == FOREVER:
        return day
    if period.working_days:
        left = period.working_days * times
        while left:
            day += DAY
            left -= is_working(day, calendar)
        return day
    return day + relativedelta(months=period.months * times, days=period.days * times)


@cache
def back(day: date, period: Period) -> date:
    """Return the corresponding date *period* before *day*."""
    return day - relativedelta(months=period.months, days=period.days)


@cache
def last_day_for_notice(session: date, notice: Period, clear: bool, calendar: str) -> date:
    """Return the last day in time.

    "the latest working day that has N working days after it, up to and including S; `N clear working days`
    counts strictly between." "Months counted before an event count back from the event."
    """
    if not notice.working_days:
        return back(session, notice) - (DAY if clear else 0 * DAY)
    day, seen = session, 0
    while seen < notice.working_days or not is_working(day, calendar):
        seen += is_working(day, calendar) and not (clear and day == session)
        day -= DAY
    return day


def span(first: date, last: date) -> list[date]:
    """Return every day from *first* to *last*."""
    return [first + n * DAY for n in range((last - first).days + 1)]


def period_before(cycle: Cycle, day: date) -> tuple[date, date] | None:
    """Return the fixed period that ended the day before *day*; None when none did."""
    if day.day != cycle.day or (day.month - cycle.month) % cycle.months:
        return None
    return day - relativedelta(months=cycle.months), day - DAY


def months(month: int, year: int | None, first: date, last: date) -> list[tuple[date, date]]:
    """Return the first and last day of each such calendar month that ends from *first* to *last*."""
    starts = [date(y, month, 1) for y in range(first.year, last.year + 1) if year in (None, y)]
    found = [(start, start + relativedelta(months=1) - DAY) for start in starts]
    return [(start, end) for start, end in found if first <= end <= last]
