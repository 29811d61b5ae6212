"""Deadlines, cycles, months and spans of days in plain words, and sums of dates worked out."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from trainrules.dates import add
from trainrules.model.rules import Anchor, Cycle, Days, Deadline, Period, Window
from trainrules.words.plain import MONTHS, date_text, name_text, number_text


def anchor_text(anchor: Anchor) -> str:
    """Return what a deadline is counted from: `starting`, `joining`, `approval`, `1 April 2014`."""
    if anchor.kind == "date" and anchor.day:
        return date_text(anchor.day)
    return name_text(anchor.name) if anchor.kind == "fact" else anchor.kind


def deadline_text(deadline: Deadline) -> str:
    """Return `within 6 months of starting`, `by 1 April 2016`, with `, not beyond …` where it has one."""
    if deadline.within is not None:
        text = f"within {deadline.within} of {anchor_text(deadline.anchor)}"
    elif deadline.anchor.kind == "date":
        text = f"by {anchor_text(deadline.anchor)}"
    else:
        text = f"on the day of {anchor_text(deadline.anchor)}"
    if deadline.not_beyond is None:
        return text
    limit = deadline_text(deadline.not_beyond).removeprefix("within ")
    return f"{text}, not beyond {limit.removeprefix('by ')}"


def every_text(period: Period) -> str:
    """Return `every 2 years`, `every year`."""
    return f"every {str(period).removeprefix('1 ')}"


def times_text(number: Fraction) -> str:
    """Return `once`, `twice`, `3 times`."""
    return {Fraction(1): "once", Fraction(2): "twice"}.get(number, f"{number_text(number)} times")


def cycle_text(cycle: Cycle) -> str:
    """Return `each calendar year`, `each year from 1 April`, `each quarter`, `each month`."""
    start = f"{cycle.day} {MONTHS[cycle.month - 1]}"
    at_new_year = (cycle.month, cycle.day) == (1, 1)
    if cycle.months == 12:
        return "each calendar year" if at_new_year else f"each year from {start}"
    names = {3: "each quarter", 1: "each month"}
    if cycle.months in names and at_new_year:
        return names[cycle.months]
    return f"each {cycle.months} months, one of them from {start}"


def window_text(window: Window) -> str:
    """Return `in December 2011`, or `in June each year`."""
    month = MONTHS[window.month - 1]
    return f"in {month} {window.year}" if window.year else f"in {month} each year"


def started_text(days: Days) -> str:
    """Return `on or after 1 April 2014`, `on or before …`, `between … and …`; empty when both are open."""
    if days.first and days.last:
        return f"between {date_text(days.first)} and {date_text(days.last)}"
    if days.first:
        return f"on or after {date_text(days.first)}"
    return f"on or before {date_text(days.last)}" if days.last else ""


def days_text(days: Days) -> str:
    """Return `from 1 May 2022 to 31 May 2023`, `until …`, `on …`; empty when both ends are open."""
    if days.first and days.first == days.last:
        return f"on {date_text(days.first)}"
    first = f"from {date_text(days.first)}" if days.first else ""
    last = f"{'to' if first else 'until'} {date_text(days.last)}" if days.last else ""
    return f"{first} {last}".strip()


def sum_text(start: date, period: Period, calendar: str = "") -> str:
    """Return the addition, worked: `31 January 2022 + 1 month = 28 February 2022, the month's last day`.

    The last words stand only where the clamp decided the date. A date past the year 9999 is said to be so.
    """
    left = f"{date_text(start)} + {period}"
    try:
        end = add(start, period, calendar)
    except OverflowError:
        return f"{left} is past the last date there is"
    clamped = ", the month's last day" if period.months and end.day != start.day else ""
    return f"{left} = {date_text(end)}{clamped}"
