"""Worked dates: an ordinary day, a month end and 29 February, and what a rule makes of each."""

from __future__ import annotations

from datetime import date, timedelta

from trainrules.dates import add
from trainrules.model.rules import Cycle, Period
from trainrules.words import date_text

DAYS = (date(2023, 3, 15), date(2023, 1, 31), date(2024, 2, 29))
NO_DATE = "past the last date there is"
LAST_DAY = ", the month's last day"


def due_on(start: date, period: Period, calendar: str) -> date | None:
    """Return the day *period* after *start*; None when there is no such date (past the year 9999)."""
    try:
        return add(start, period, calendar)
    except OverflowError:
        return None


def day_after(day: date) -> date:
    """Return the next day; the last date there is stays itself."""
    return day if day == date.max else day + timedelta(days=1)


def due_text(start: date, period: Period, calendar: str, grace: Period | None = None) -> str:
    """Return `due 28 February 2023, the month's last day; overdue from 1 March 2023`."""
    due = due_on(start, period, calendar)
    if due is None:
        return f"due {NO_DATE}"
    return f"due {clamped_text(start, due, period)}; {overdue_text(due, grace, calendar)}"


def clamped_text(start: date, end: date, period: Period) -> str:
    """Return *end*, which is *period* after *start*, and says so where the month's last day decided it."""
    return f"{date_text(end)}{LAST_DAY if period.months and start.day != end.day else ''}"


def overdue_text(due: date, grace: Period | None, calendar: str) -> str:
    """Return from when what is due on *due* is overdue, the grace worked where there is one."""
    if grace is None:
        return f"overdue from {date_text(day_after(due))}"
    limit = due_on(due, grace, calendar)
    if limit is None:
        return "never overdue, as the grace ends past the last date there is"
    ends = clamped_text(due, limit, grace)
    return f"the grace ends on {ends}; overdue from {date_text(day_after(limit))}"


def period_of(cycle: Cycle, day: date) -> tuple[date, date]:
    """Return the first and last day of the fixed period of *cycle* that *day* is in."""
    first = date(day.year - 1, cycle.month, cycle.day)
    step = Period(months=cycle.months)
    while (following := add(first, step)) <= day:
        first = following
    return first, following - timedelta(days=1)


def earliest_counting(day: date, over: Period, calendar: str) -> date:
    """Return the earliest day e with e + *over* on or after *day*: the first that a rolling quota counts."""
    first = day
    while first > date.min and (end := due_on(first - timedelta(days=1), over, calendar)) and end >= day:
        first -= timedelta(days=1)
    return first
