"""Worked dates of a duty: the first deadline, the next one after a completion, and each clause's effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trainrules.dates import day_before
from trainrules.model.rules import Deadline, Duty, Period, Renewal
from trainrules.readback.worked import DAYS, NO_DATE, day_after, due_on, due_text, overdue_text
from trainrules.words import anchor_text, date_text, deed_text, owed_text, sum_text


def duty_dates(rule: Duty) -> Iterator[str]:
    """Yield the worked dates of *rule*; none for one without any time in it."""
    if rule.first:
        yield from _first(rule, rule.first)
    elif rule.every and not rule.refresh_only:
        for day in DAYS:
            due = due_text(day, rule.every, rule.calendar, rule.grace)
            yield f"starting on {date_text(day)}, not in date: {due}"
    if rule.every:
        yield from _renewals(rule, rule.every)
    if rule.leave_pauses and rule.first and rule.first.within:
        yield from _leave(rule, rule.first.within)
    if rule.lapse:
        yield from _lapse(rule)


def _first(rule: Duty, first: Deadline) -> Iterator[str]:
    what, day = anchor_text(first.anchor), first.anchor.day
    if first.within is None:
        if day:
            yield f"due {date_text(day)}; {overdue_text(day, rule.grace, rule.calendar)}"
        return
    if day:
        yield due_text(day, first.within, rule.calendar, rule.grace)
        return
    for day in DAYS:
        yield f"{what} on {date_text(day)}: {due_text(day, first.within, rule.calendar, rule.grace)}"
    if first.not_beyond and first.not_beyond.within:
        yield from _not_beyond(rule, first, first.not_beyond)


def _not_beyond(rule: Duty, first: Deadline, limit: Deadline) -> Iterator[str]:
    assert first.within and limit.within
    started = DAYS[0]
    joined = started - timedelta(days=365)
    one = due_on(started, first.within, rule.calendar)
    two = due_on(limit.anchor.day or joined, limit.within, rule.calendar)
    if one and two:
        yield (
            f"{anchor_text(first.anchor)} on {date_text(started)}, {anchor_text(limit.anchor)} on "
            f"{date_text(limit.anchor.day or joined)}: {date_text(one)}, but not beyond {date_text(two)}, so "
            f"due {date_text(min(one, two))}"
        )


def _renewals(rule: Duty, every: Period) -> Iterator[str]:
    done = owed_text(rule.then or rule.owed)
    for day in DAYS:
        if rule.renewal is Renewal.DUE_DATE:
            yield f"first date {date_text(day)}: then {_series(day, every)}"
        else:
            following = due_text(day, every, rule.calendar, rule.grace)
            yield f"{done} completed on {date_text(day)}: next {following}"
    due = due_on(DAYS[0], every, rule.calendar)
    if due and rule.renewal is Renewal.KEEP_DATE and rule.keep_window:
        yield from _kept(rule, every, due)
    if due and rule.renewal is Renewal.DUE_DATE:
        after = due_on(DAYS[0], _times(every, 2), rule.calendar)
        opens, moved = date_text(day_after(DAYS[0])), date_text(after) if after else NO_DATE
        yield (
            f"open date {date_text(due)}: a completion from {opens} to {date_text(due)} moves it to {moved}; "
            f"one up to {date_text(DAYS[0])} changes nothing"
        )


def _series(first: date, every: Period) -> str:
    dates = (due_on(first, _times(every, k), "") for k in (1, 2, 3))
    return ", ".join(date_text(day) if day else NO_DATE for day in dates)


def _times(period: Period, count: int) -> Period:
    return Period(period.months * count, period.days * count, period.working_days * count)


def _kept(rule: Duty, every: Period, due: date) -> Iterator[str]:
    assert rule.keep_window
    opens = date.fromordinal(day_before(due.toordinal(), rule.keep_window, rule.calendar))
    early = opens - timedelta(days=1)
    yield (
        f"due {date_text(due)}, renewed on any day from {date_text(opens)} to {date_text(due)}: next due "
        f"by {sum_text(due, every, rule.calendar)}; renewed on {date_text(early)}, too early to keep it: "
        f"{sum_text(early, every, rule.calendar)}"
    )


def _leave(rule: Duty, within: Period) -> Iterator[str]:
    start = DAYS[0]
    due = due_on(start, within, rule.calendar)
    if due and due < date.max - timedelta(days=10):
        assert rule.first
        yield (
            f"{anchor_text(rule.first.anchor)} on {date_text(start)} and 10 days on leave before "
            f"{date_text(due)}: due {date_text(due + timedelta(days=10))}"
        )


def _lapse(rule: Duty) -> Iterator[str]:
    assert rule.lapse
    limit = due_on(DAYS[0], rule.lapse.after, rule.calendar)
    if limit:
        yield (
            f"due {date_text(DAYS[0])}: from {date_text(day_after(limit))} on, only "
            f"{deed_text(rule.lapse.deed)} covers ({sum_text(DAYS[0], rule.lapse.after, rule.calendar)})"
        )
