"""A follow-up read back: what is owed after each event, or in each month, and between which days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from trainrules.model.rules import FollowUp, Policy, Window
from trainrules.readback.counts import what_counts
from trainrules.readback.reading import CARE, COUNTS, IN_FULL, NOT_COUNTED, WHEN, WORKED, Point
from trainrules.readback.worked import DAYS, NO_DATE, clamped_text, day_after, due_on
from trainrules.words import (
    audience_text,
    course_text,
    date_text,
    must_text,
    owed_text,
    to_do_text,
    window_text,
)


def follow_up(rule: FollowUp, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    yield Point(IN_FULL, f"{must} {to_do_text(rule.response)} {span_text(rule)}")
    deeds = (*rule.response.deeds, *((rule.trigger,) if rule.trigger else ()))
    yield from (Point(COUNTS, text) for text in what_counts(deeds, policy))
    if rule.window:
        yield from _in_month(rule, rule.window)
    else:
        yield from _after_event(rule)


def span_text(rule: FollowUp) -> str:
    """Return when the response is due: `between 3 and 6 months after each …`, `in June each year`."""
    if rule.window:
        return window_text(rule.window)
    each = f"each {course_text(rule.trigger)}" if rule.trigger else "each event"
    if rule.after and rule.within:
        return f"between {rule.after} and {rule.within} after {each}"
    return f"within {rule.within} after {each}" if rule.within else f"on the day of {each}"


def _after_event(rule: FollowUp) -> Iterator[Point]:
    owed = owed_text(rule.response)
    trigger = course_text(rule.trigger) if rule.trigger else "event"
    yield Point(WHEN, f"for each {trigger} on a day when this applies to the person, {owed} {_window(rule)}")
    yield Point(WHEN, "one that names its course answers that one, any other the earliest that is still open")
    yield Point(WHEN, "a late one ends the lateness")
    if rule.after:
        yield Point(NOT_COUNTED, f"{owed} less than {rule.after} after: too early, another is still owed")
    else:
        yield Point(NOT_COUNTED, f"{owed} from before the {trigger}")
    for day in DAYS:
        yield Point(WORKED, f"{trigger} on {date_text(day)}: {_worked(rule, day)}")
    yield Point(CARE, f"{owed} is owed once for each {trigger}, not once for the person")


def _window(rule: FollowUp) -> str:
    if not rule.within:
        return "is due on that day itself"
    opens = f"from {rule.after} after it" if rule.after else "from its own day"
    return f"is owed {opens} to {rule.within} after it, both ends in time"


def _worked(rule: FollowUp, day: date) -> str:
    if not rule.within:
        return f"due {date_text(day)}; overdue from {date_text(day_after(day))}"
    opens = due_on(day, rule.after, rule.calendar) if rule.after else day
    due = due_on(day, rule.within, rule.calendar)
    if opens is None or due is None:
        return f"due {NO_DATE}"
    first = clamped_text(day, opens, rule.after) if rule.after else date_text(day)
    last = clamped_text(day, due, rule.within)
    return f"from {first}, to {last}; overdue from {date_text(day_after(due))}"


def _in_month(rule: FollowUp, window: Window) -> Iterator[Point]:
    often = "once" if window.year else "once a year"
    yield Point(WHEN, f"{often}, on any day of the month; from the day after it is overdue until it is done")
    yield Point(NOT_COUNTED, "anything from before the month begins")
    years = (window.year,) if window.year else (2023, 2024)
    for year in years:
        first = date(year, window.month, 1)
        last = first.replace(day=monthrange(year, window.month)[1])
        late = f"overdue from {date_text(day_after(last))} until done"
        yield Point(WORKED, f"from {date_text(first)} to {date_text(last)}; {late}")
