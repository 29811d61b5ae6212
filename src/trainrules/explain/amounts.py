"""The reasons of quotas, streaks and standards: the period, what was counted, what was needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from trainrules.dates import shown
from trainrules.engine.amounts import needed, owing, part_needed
from trainrules.engine.checklist import named, recorded
from trainrules.engine.rolling import first_day, last_day
from trainrules.engine.timeline import clip, size
from trainrules.explain.events import MOST, day_text, events_text
from trainrules.explain.found import Found
from trainrules.explain.people import scope_text
from trainrules.findings import Violation
from trainrules.model.rules import Checklist, Quota, Streak, fold
from trainrules.records.classes import Meeting
from trainrules.words import (
    count_text,
    date_text,
    deed_text,
    listed,
    measured_text,
    number_text,
    quoted,
    share_text,
    sum_text,
)


def quota(found: Found, rule: Quota) -> Iterator[str]:
    """Yield the period, what was counted in it, and how much was needed."""
    yield scope_text(found)
    instance = found.instance
    if rule.over is None:
        ends = instance.due or 0
        yield f"the period is {day_text(instance.opens)} to {day_text(ends)}"
        first, last = instance.opens, ends
    else:
        yield from _rolling(found, rule)
        last = _judged_on(found)
        first = first_day(rule, last)
    if rule.measure == "share":
        yield _share(found, rule, first, last)
        return
    begins, ends = _asked(found, rule, last)
    days = owing(found.case)
    there, total = size(clip(days, begins, ends)), ends - begins + 1
    if rule.pro_rata and there < total:
        yield (
            f"from {day_text(begins)} to {day_text(ends)} it asks for something on {there} of {total} days: "
            f"{number_text(rule.need)} × {there}/{total}"
        )
    yield _counted(found, rule, first, last, needed(rule, days, begins, ends))


def _judged_on(found: Found) -> int:
    """Return the day that a rolling quota is told for: the first short one, or that on which it was met.

    What is neither is told as of the as-of day, or the last day on which it was asked for.
    """
    if isinstance(found.finding, Violation):
        return found.finding.since.toordinal()
    instance, as_of = found.instance, found.case.as_of
    if instance.done is not None and instance.done <= as_of:
        return instance.done
    return min(as_of, instance.end, found.case.standing.force[1])


def _rolling(found: Found, rule: Quota) -> Iterator[str]:
    start = shown(found.run[0]) if found.run else None
    assert rule.over is not None
    if start is not None:
        yield f"judged from the day after {sum_text(start, rule.over, rule.calendar)}"
    yield f"on {day_text(_judged_on(found))}, what was done in the {rule.over} up to it counts"


def _counted(found: Found, rule: Quota, first: int, last: int, need: Fraction) -> str:
    entries = [e for e in found.case.of(found.case.planned.parts) if first <= e.on <= last]
    unit = rule.measure if rule.measure in ("hours", "days") else ""
    have = sum((entry.amount for entry in entries), Fraction(0))
    enough = f"{measured_text(have, unit)} of {measured_text(need, unit)} needed"
    text = f"counted: {events_text(entries, unit)}; that is {enough}"
    part = rule.of_which
    if part is None:
        return text
    inside = [e for e in entries if not e.deeds.isdisjoint(found.case.planned.others[0])]
    asked = part_needed(rule, part, need)
    made = sum((entry.amount for entry in inside), Fraction(0))
    enough = f"{measured_text(made, unit)} of {deed_text(part.deed)}, {measured_text(asked, unit)} needed"
    return f"{text}; of it {enough}"


def _asked(found: Found, rule: Quota, last: int) -> tuple[int, int]:
    """Return the days that decide how much is needed: the period, or the rolling one, once it is judged."""
    if rule.over is None:
        return found.instance.opens, last
    last = max(last, last_day(rule, found.run[0]) + 1 if found.run else last)
    return first_day(rule, last), last


def _share(found: Found, rule: Quota, first: int, last: int) -> str:
    bodies = {fold(deed.name) for deed in rule.deeds}
    held = dict.fromkeys(
        meeting
        for meeting in found.record.meetings
        if fold(meeting.body or "") in bodies
        and first <= meeting.on.toordinal() <= min(last, found.case.as_of)
    )
    attended = sum(meeting.attended is True for meeting in held)
    missed = _days([meeting for meeting in held if meeting.attended is False])
    return (
        f"{attended} of {count_text(len(held), 'meeting')} attended, {share_text(rule.need)} needed"
        f"{f'; missed on {missed}' if missed else ''}"
    )


def _days(meetings: list[Meeting]) -> str:
    days = [date_text(meeting.on) for meeting in sorted(meetings, key=_on)]
    return listed(days if len(days) <= MOST else [*days[:MOST], f"{len(days) - MOST} more days"])


def _on(meeting: Meeting) -> date:
    return meeting.on


def streak(found: Found, rule: Streak) -> Iterator[str]:
    """Yield the meetings that were missed in a row."""
    yield scope_text(found)
    have = int(found.instance.have or rule.misses)
    first = found.instance.opens
    meetings = [m for m in dict.fromkeys(found.record.meetings) if fold(m.body or "") == fold(rule.body)]
    missed = [m for m in sorted(meetings, key=_on) if m.attended is False]
    place = next((n for n, m in enumerate(missed) if m.on.toordinal() == first), 0) - rule.misses + 1
    row = missed[max(0, place) : max(0, place) + have]
    yield f"missed in a row: the meetings of {quoted(rule.body)} on {_days(row)}; {rule.misses} are too many"


def checklist(found: Found, rule: Checklist) -> Iterator[str]:
    """Yield what is recorded of the item: of one not met, what was when that came to be a breach.

    Of one that is not known, nothing: what is missing is told for every rule.
    """
    finding, instance = found.finding, found.instance
    if instance.done is not None and not isinstance(finding, Violation):
        day = shown(instance.done)
        yield f"recorded as met{f' on {date_text(day)}' if day else ''}"
        return
    if instance.event is None:
        return
    since = instance.breach[0][0] if instance.breach else found.case.as_of
    if isinstance(finding, Violation):
        since = finding.since.toordinal()
    item = next(each for each in rule.items if named(each) == instance.event)
    said = [each for day, each in recorded(found.case, item) if day <= since and each.met is False]
    on = said[-1].on
    yield f"recorded as not met{f' on {date_text(on)}' if on else ', on a day not given'}"
