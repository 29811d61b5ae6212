"""Calendar arithmetic on whole days: months as the law counts them, working days as a calendar has them.

A day is an `int`, the proleptic Gregorian ordinal of `date.toordinal`, wherever speed counts; `DAWN` and
`FAR` stand for *no start* and *no end*. Everything here agrees with `dateutil.relativedelta`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from trainrules.model.rules import Period

DAWN = 0
FAR = date.max.toordinal() + 1


def add(start: date, period: Period, calendar: str = "") -> date:
    """Return the corresponding date *period* after *start*, clamped to its month's last day.

    31 January + 1 month is 28 or 29 February (Dodds v Walker [1981] 1 WLR 1027). Working days are counted in
    the bank-holiday *calendar*; the day itself is not counted. Raises OverflowError past the year 9999.
    """
    day = day_after(start.toordinal(), period, calendar)
    if day >= FAR:
        raise OverflowError(f"{period} after {start} is past the last date there is")
    return date.fromordinal(day)


def day_after(day: int, period: Period, calendar: str = "") -> int:
    """Return the day *period* after *day*; FAR stays FAR, and so does whatever is past the last date."""
    if day >= FAR:
        return FAR
    if period.months:
        return month_after(day, period.months)
    if period.working_days:
        return working_day_after(day, period.working_days, calendar)
    return min(FAR, day + period.days)


def day_before(day: int, period: Period, calendar: str = "", *, clear: bool = False) -> int:
    """Return the last day that is at least *period* before *day*.

    Months count back to the corresponding date, clamped. Of working days it is the latest working day that
    has that many after it, up to and including *day*; *clear* counts only the days strictly between.
    """
    if period.working_days:
        return _working_day_before(day - 1 if clear else day, period.working_days, calendar)
    if period.months:
        return month_after(day, -period.months) - (1 if clear else 0)
    return day - period.days - (1 if clear else 0)


@lru_cache(maxsize=1 << 17)
def month_after(day: int, months: int) -> int:
    """Return the corresponding day *months* later (earlier when negative), clamped to the month's last.

    DAWN stays DAWN, as FAR does: what was before every date is long past, however much is added.
    """
    if day <= DAWN:
        return DAWN
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return FAR
    if year < 1:
        return DAWN
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def is_clamped(start: int, months: int) -> bool:
    """Return whether the month's last day decided `month_after(start, months)`."""
    end = month_after(start, months)
    return DAWN < end < FAR and date.fromordinal(end).day != date.fromordinal(start).day


def shown(day: int) -> date | None:
    """Return *day* as a date; None for DAWN and FAR."""
    return date.fromordinal(day) if DAWN < day < FAR else None


# --- working days ------------------------------------------------------------------------------------

LAST_CALENDAR_YEAR = 2100
"""The last year that the bank-holiday library works out."""

CALENDARS = {
    "england and wales": "ENG",
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern ireland": "NIR",
}


@lru_cache(maxsize=1024)
def _bank_holidays(subdivision: str, year: int) -> frozenset[int]:
    from holidays import country_holidays

    return frozenset(day.toordinal() for day in country_holidays("GB", subdiv=subdivision, years=year))


def is_working_day(day: int, calendar: str = "") -> bool:
    """Return whether *day* is Monday to Friday and no bank holiday of *calendar* (empty: no holidays)."""
    if (day - 1) % 7 >= 5:
        return False
    if not calendar:
        return True
    return day not in _bank_holidays(CALENDARS[calendar.casefold()], date.fromordinal(day).year)


def working_day_after(day: int, count: int, calendar: str = "") -> int:
    """Return the *count*-th working day after *day*, not counting *day* itself."""
    while count and day < FAR:
        day += 1
        count -= is_working_day(day, calendar)
    return day


def _working_day_before(day: int, count: int, calendar: str) -> int:
    while count:
        count -= is_working_day(day, calendar)
        day -= 1
    while not is_working_day(day, calendar):
        day -= 1
    return day
