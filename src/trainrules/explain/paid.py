"""Until when a completion is good, worked out: rolling, keeping the date, or on fixed dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from attrs import frozen

from trainrules.dates import day_after, shown
from trainrules.engine.case import Entry
from trainrules.engine.counting import kept
from trainrules.engine.cover import Step
from trainrules.engine.duty import First
from trainrules.engine.terms import Terms, moved
from trainrules.explain.events import day_text, event_text
from trainrules.explain.found import Found
from trainrules.model.rules import Duty, Period, Renewal
from trainrules.words import count_text, sum_text


@frozen
class Worked:
    """A duty's run worked again: its first due day, what counts in it, and the steps that this made.

    *renewed* are the events, by identity, that renewed a part of what is owed.
    """

    found: Found
    rule: Duty
    terms: Terms
    first: First
    entries: list[Entry]
    made: list[Step]
    renewed: frozenset[int]

    def sum(self, start: int, period: Period) -> str:
        """Return *start* + *period* worked, with the days of leave that move it."""
        day = shown(start)
        if day is None:
            return f"{period} after a day not known"
        text = sum_text(day, period, self.rule.calendar)
        due = day_after(start, period, self.rule.calendar)
        later = moved(start, due, self.terms.leave) if self.terms.leave else due
        if later == due:
            return text
        return f"{text}, and {count_text(later - due, 'day')} of leave later: {day_text(later)}"


def paid_text(worked: Worked, last: Step) -> str:
    """Return how the last day that the completion of *last* is good for is counted."""
    if last.entry.until == last.paid:
        return f"by {day_text(last.paid)}, the last day that it is held"
    ways = _ways(worked, last, worked.rule.every) if worked.rule.every else iter(())
    return next(ways, day_text(last.paid))


def _ways(worked: Worked, last: Step, every: Period) -> Iterator[str]:
    """Yield the ways of counting that come to the day, the likeliest first."""
    rule, entry = worked.rule, last.entry
    if rule.then and last == worked.made[0] and worked.terms.after(last.day, every) == last.paid:
        yield worked.sum(last.day, every)
    if rule.renewal is Renewal.DUE_DATE:
        yield from _on_the_grid(worked, last, every)
    if worked.terms.after(entry.on, every) == last.paid:
        yield worked.sum(entry.on, every)
    if rule.renewal is Renewal.KEEP_DATE and rule.keep_window:
        yield from _kept(worked, last, every, rule.keep_window)
    for other in worked.entries:
        if other.from_ <= last.day and last.paid in (other.until, worked.terms.after(other.on, every)):
            ends = f"{event_text(other.event)}, which is the first to end"
            holds = other.until == last.paid
            text = f"by {day_text(last.paid)}" if holds else worked.sum(other.on, every)
            yield f"{text}, counted from {ends}"


def _kept(worked: Worked, last: Step, every: Period, window: Period) -> Iterator[str]:
    """Yield the date that a renewal kept: a due day that it renewed in its last *window*."""
    days = {*_bundle_day(worked), *(entry.on for entry in worked.entries if entry.from_ <= last.day)}
    _, due = kept(worked.terms, every, window, sorted(days)).get(last.paid, (0, None))
    if due is not None:
        why = f"as it was renewed in the last {window} before it"
        yield f"{worked.sum(due, every)}, keeping the date {day_text(due)}, {why}"


def _bundle_day(worked: Worked) -> tuple[int, ...]:
    """Return the day on which a bundle was done that other training renews; none where there is no such."""
    return (worked.made[0].day,) if worked.rule.then and worked.made else ()


def _on_the_grid(worked: Worked, last: Step, every: Period) -> Iterator[str]:
    """Yield the fixed date that is due, counted from the first deadline, else from a first completion."""
    deadline = worked.terms.deadline
    if deadline is not None:
        yield from _turned(worked, deadline, every, last.paid)
        return
    for day in (*_bundle_day(worked), *(entry.on for entry in worked.entries)):
        first = day_after(day, every)
        if first == last.paid:
            yield worked.sum(day, every)
        yield from _turned(worked, first, every, last.paid)


def _turned(worked: Worked, first: int, every: Period, due: int) -> Iterator[str]:
    """Yield *due* worked as *first* and so many times *every*, if it is such a date."""
    for turn in count(1):
        length = Period(every.months * turn, every.days * turn, every.working_days * turn)
        day = day_after(first, length)
        if day == due:
            yield f"on the fixed date {worked.sum(first, length)}"
        if day >= due:
            return
