"""A quota read back: how much, of what, in which periods, and whether the periods are fixed or roll."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trainrules.model.rules import Cycle, OfWhich, Owed, Period, Policy, Quota
from trainrules.readback.counts import what_counts
from trainrules.readback.reading import CARE, COUNTS, IN_FULL, WHEN, WORKED, Point
from trainrules.readback.worked import DAYS, day_after, due_on, earliest_counting, period_of
from trainrules.words import (
    audience_text,
    cycle_text,
    date_text,
    deed_text,
    listed,
    measured_text,
    must_text,
    number_text,
    share_text,
    times_text,
    to_do_text,
)


def quota(rule: Quota, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    yield Point(IN_FULL, f"{must} {amount_text(rule)} {time_text(rule)}{_clauses(rule)}")
    deeds = (*rule.deeds, *((rule.of_which.deed,) if rule.of_which else ()))
    yield from (Point(COUNTS, text) for text in what_counts(deeds, policy))
    yield from (Point(COUNTS, text) for text in _measure(rule))
    if rule.of_which:
        yield Point(COUNTS, _of_which(rule.of_which, rule))
    if rule.cycle:
        yield from _fixed(rule, rule.cycle)
    if rule.over:
        yield from _rolling(rule, rule.over)


def amount_text(rule: Quota) -> str:
    """Return `deliver at least 3 days of any training`, `hold a meeting of “Board” at least twice`."""
    if rule.measure == "share":
        what = listed((deed_text(deed).removeprefix("a ") for deed in rule.deeds), "or")
        return f"attend at least {share_text(rule.need)} of the meetings held ({what})"
    if rule.measure == "count":
        what = to_do_text(Owed((rule.deeds,)))
        if rule.audience.entity == "staff" and rule.deeds[0].kind == "meeting":
            what = what.replace("hold", "attend", 1)
        return f"{what} at least {times_text(rule.need)}"
    verb = "deliver" if rule.deeds[0].kind == "delivery" else "complete"
    what = listed((deed_text(deed).removeprefix("delivery of ") for deed in rule.deeds), "or")
    return f"{verb} at least {measured_text(rule.need, rule.measure)} of {what}"


def time_text(rule: Quota) -> str:
    """Return the periods: `each calendar year`, `over any 3 years`."""
    return cycle_text(rule.cycle) if rule.cycle else f"over any {rule.over}"


def _clauses(rule: Quota) -> str:
    part = ""
    if rule.of_which:
        part = f", of which at least {_part(rule.of_which, rule)} {deed_text(rule.of_which.deed)}"
    return f"{part}, pro rata" if rule.pro_rata else part


def _part(part: OfWhich, rule: Quota) -> str:
    if part.share is not None:
        return share_text(part.share)
    if part.amount is None:
        return ""
    return measured_text(part.amount, rule.measure if rule.measure in ("hours", "days") else "")


def _of_which(part: OfWhich, rule: Quota) -> str:
    needed = part.amount if part.share is None else part.share * rule.need
    number = number_text(needed) if needed is not None else ""
    return f"of the amount needed, {deed_text(part.deed)} has to make up {number}, however much more there is"


def _measure(rule: Quota) -> Iterator[str]:
    if rule.measure == "share":
        yield "meetings attended out of those held on days when this applies; a share of no meetings is met"
    elif rule.measure in ("hours", "days"):
        yield f"the {rule.measure} on each record; without them it may not be known whether there are enough"
    else:
        yield "each one counts once"


def _fixed(rule: Quota, cycle: Cycle) -> Iterator[Point]:
    yield Point(WHEN, f"in fixed periods, {cycle_text(cycle)}, the same for everybody")
    yield Point(WHEN, "short: in breach on one day, the day after the period; nothing undoes it afterwards")
    if rule.pro_rata:
        yield Point(
            WHEN, "the amount shrinks by the share of the period spent out of this audience or on leave"
        )
    else:
        yield Point(WHEN, "only periods in which this applies on every day, none waived; others owe nothing")
    for day in DAYS:
        first, last = period_of(cycle, day)
        late = f"if short, in breach on {date_text(day_after(last))}"
        yield Point(
            WORKED, f"{date_text(day)} is in the period {date_text(first)} to {date_text(last)}; {late}"
        )
    yield Point(
        CARE, f"the periods are fixed, they do not roll: {cycle_text(cycle)}, whenever the last one was"
    )


def _rolling(rule: Quota, over: Period) -> Iterator[Point]:
    yield Point(WHEN, f"rolling: on any day, what was done in the {over} up to it counts")
    yield Point(WHEN, f"judged from the day after starting + {over}; in breach on each day with too little")
    if rule.pro_rata:
        yield Point(
            WHEN, "the amount shrinks by the share of that time spent out of this audience or on leave"
        )
    for day in DAYS:
        yield Point(WORKED, _judged(rule, over, day))
    yield Point(
        CARE, f"“over {over}” rolls day by day; a fixed period is written “each calendar year” or the like"
    )
    if rule.pro_rata:
        yield Point(
            CARE, f"who comes back from {over} of leave or more needs something from the first day on"
        )


def _judged(rule: Quota, over: Period, day: date) -> str:
    earliest = earliest_counting(day, over, rule.calendar)
    start = due_on(day, over, rule.calendar)
    judged = f"; who starts on that day is first judged on {date_text(day_after(start))}" if start else ""
    return f"on {date_text(day)} what was done from {date_text(earliest)} to that day counts{judged}"
