"""`breach(rule, case, day)` for every rule kind but the duty, which has a file of its own."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from fractions import Fraction

from trainrules.model.rules import (
    Checklist,
    Deed,
    Delivery,
    Duty,
    FollowUp,
    Item,
    Notice,
    Order,
    Quota,
    Rule,
    Streak,
    Strength,
)
from trainrules.records.classes import CourseRecord, Meeting, StaffRecord
from trainrules.testing.oracle.calendar import add, last_day_for_notice, months, period_before, span
from trainrules.testing.oracle.case import Case, once, run_of, same
from trainrules.testing.oracle.duty import duty
from trainrules.testing.oracle.events import Event, breaks_delivery, events, matches
from trainrules.testing.oracle.excuses import excused, in_force, on_leave


def breach_days(rule: Rule, case: Case) -> set[date]:
    """Return every breach day of *rule* up to the as-of day."""
    return {day for day in case.days if breach(rule, case, day)}


def breach(rule: Rule, case: Case, day: date) -> bool:
    """Return whether *day* is a breach day: "everywhere, in scope, in force and not excused".

    The breach day of a fixed quota is the day after its period, "even for who has left since".
    """
    if rule.strength is Strength.MAY:
        return False
    if isinstance(rule, Quota) and rule.cycle is not None:
        return fixed_quota(rule, case, day) and not excused(rule, case, day)
    return run_of(rule, case, day) is not None and judge(rule, case, day) and not excused(rule, case, day)


def judge(rule: Rule, case: Case, day: date) -> bool:
    """Return what the rule's kind says of *day*."""
    match rule:
        case Duty():
            return duty(rule, case, day)
        case FollowUp(window=None):
            return follow_up(rule, case, day)
        case FollowUp():
            return calendar_window(rule, case, day)
        case Order():
            return order(rule, case, day)
        case Delivery():
            return any(event.day == day and breaks_delivery(rule, case, event) for event in events(case))
        case Notice():
            return booking(rule, case, day) if rule.what == "booking" else session(rule, case, day)
        case Quota():
            return rolling_quota(rule, case, day)
        case Streak():
            return streak(rule, case, day)
        case Checklist():
            return checklist(rule, case, day)


# --- follow-up -----------------------------------------------------------------------------------------


def follow_up(rule: FollowUp, case: Case, day: date) -> bool:
    """For each trigger x in scope and in force: t > x + b and nothing in [x + a, t].

    "Too early does not count; a late one ends it. A return that names its trigger answers that one, else
    the earliest open."
    """
    return any(day > add(x.day, rule.within, rule.calendar) for x in unanswered(rule, case, case.news(day)))


@once
def unanswered(rule: FollowUp, case: Case, day: date) -> set[Event]:
    """Return the triggers up to *day* of which some part has had no answer by then."""
    assert rule.trigger is not None
    triggers = [
        e
        for e in events(case)
        if e.day <= day and matches(e, rule.trigger) and in_force(rule, e.day) and run_of(rule, case, e.day)
    ]
    parts = rule.response.parts
    return {x for part in parts for x in set(triggers) - answered(rule, case, triggers, part, day)}


def answered(
    rule: FollowUp, case: Case, triggers: list[Event], part: tuple[Deed, ...], day: date
) -> set[Event]:
    """Return the triggers that have had their answer by *day*; nothing answers itself."""
    done: set[Event] = set()
    for trigger in triggers:
        opens = add(trigger.day, rule.after, rule.calendar)
        if any(opens <= returned <= day for returned in returns(trigger, part)):
            done.add(trigger)
    for answer in (e for e in events(case) if e.day <= day and any(matches(e, deed) for deed in part)):
        open_for = [t for t in triggers if add(t.day, rule.after, rule.calendar) <= answer.day]
        still = [t for t in open_for if t not in done and t != answer]
        if still:
            done.add(min(still, key=lambda trigger: trigger.day))
    return done


def returns(trigger: Event, part: tuple[Deed, ...]) -> list[date]:
    """Return the days on which an evaluation of this very trigger came back."""
    return [
        e.returned
        for deed in part
        if deed.kind == "evaluation"
        for e in getattr(trigger.thing, "evaluations", None) or ()
        if e.returned is not None and (not deed.name or same(e.kind, deed.name))
    ]


def calendar_window(rule: FollowUp, case: Case, day: date) -> bool:
    """For each window [a, b] wholly in scope and in force: t > b and nothing in [a, t].

    Where the scope has no known start, the windows of every year are judged from the day the rule's force
    begins, and none are where that is not known either; a window with a year of its own is judged.
    """
    return any(
        end < day and any(not done_between(case, part, start, day) for part in rule.response.parts)
        for start, end in whole_windows(rule, case)
    )


@once
def whole_windows(rule: FollowUp, case: Case) -> list[tuple[date, date]]:
    """Return the windows, up to the as-of day, that are wholly in scope and in force."""
    assert rule.window is not None
    month, year = rule.window.month, rule.window.year
    return [
        (start, end)
        for start, end in months(month, year, case.days[0], case.as_of)
        if owes_whole(rule, case, start, end, dated=year is not None)
    ]


def owes_whole(rule: FollowUp | Quota, case: Case, start: date, end: date, dated: bool = False) -> bool:
    """Return whether every day of [start, end] is in scope and in force, in a run with a known beginning."""
    return all(in_force(rule, d) and is_judged(rule, case, d, dated) for d in span(start, end))


def is_judged(rule: FollowUp | Quota, case: Case, day: date, dated: bool = False) -> bool:
    """Return whether *day* is in scope, and either its run or the rule's force began at some time."""
    run = run_of(rule, case, day)
    return run is not None and (dated or rule.force.first is not None or run.start > case.days[0])


def done_between(case: Case, part: tuple[Deed, ...], start: date, end: date) -> bool:
    """Return whether one of *part* was done from *start* to *end*."""
    return any(start <= event.day <= end and any(matches(event, d) for d in part) for event in events(case))


# --- order and notice --------------------------------------------------------------------------------------


def order(rule: Order, case: Case, day: date) -> bool:
    """An event of Y with no earlier X; "two things on one day: the order is undetermined, not a breach"."""
    is_y = any(event.day == day and matches(event, rule.then) for event in events(case))
    return is_y and any(not done_between(case, part, date.min, day) for part in rule.first.parts)


def booking(rule: Notice, case: Case, day: date) -> bool:
    """Not cancelled and not attended, on the session's day; cancelled too late, on the day of cancelling."""
    assert isinstance(case.record, StaffRecord)
    for each in set(case.record.bookings):
        last = last_day_for_notice(each.session, rule.notice, rule.clear, rule.calendar)
        if each.cancelled is not None and each.cancelled <= each.session:
            if day == each.cancelled > last:
                return True
        elif day == each.session and each.attended is False:
            return True
    return False


def session(rule: Notice, case: Case, day: date) -> bool:
    """Not advertised, on the session's day; advertised too late, on the day of advertising."""
    assert isinstance(case.record, CourseRecord)
    for each in set(case.record.sessions):
        last = last_day_for_notice(each.on, rule.notice, rule.clear, rule.calendar)
        if isinstance(each.advertised, date) and each.advertised <= each.on:
            if day == each.advertised > last:
                return True
        elif day == each.on and each.advertised is not None:
            return True
    return False


# --- quotas ------------------------------------------------------------------------------------------------


def fixed_quota(rule: Quota, case: Case, day: date) -> bool:
    """Each period wholly in scope and force with no excused day; short: one breach day, the day after.

    `pro rata`: the need shrinks to the share of the period's days that are none of these, nor on leave.
    """
    assert rule.cycle is not None
    period = period_before(rule.cycle, day)
    if period is None:
        return False
    whole = owes_whole(rule, case, *period) and not any(excused(rule, case, d) for d in span(*period))
    part = share_owed(rule, case, span(*period)) if rule.pro_rata else Fraction(whole)
    return part > 0 and is_short(rule, case, *period, part)


def rolling_quota(rule: Quota, case: Case, day: date) -> bool:
    """On day t the events with e <= t <= e + P count; judged from the day after the run's start + P."""
    run = run_of(rule, case, day)
    assert run is not None and rule.over is not None
    if not run.known or day <= add(run.start, rule.over, rule.calendar):
        return False
    window = case.days[bisect_left(still_counts(rule, case), day) : (day - case.days[0]).days + 1]
    part = share_owed(rule, case, window) if rule.pro_rata else Fraction(1)
    return is_short(rule, case, window[0], day, part)


@once
def still_counts(rule: Quota, case: Case) -> list[date]:
    """Return, for each of the days, e + P: never earlier than that of the day before."""
    return [add(day, rule.over, rule.calendar) for day in case.days]


def share_owed(rule: Quota, case: Case, days: list[date]) -> Fraction:
    """Return the share of *days* in scope, in force, not excused and not on leave."""
    owing = [
        d for d in days if is_judged(rule, case, d) and not excused(rule, case, d) and not on_leave(case, d)
    ]
    return Fraction(len(owing), len(days))


def is_short(rule: Quota, case: Case, start: date, end: date, part: Fraction) -> bool:
    """Return whether less than *part* of the need was done; `of which` is of the required amount."""
    if rule.measure == "share":
        return attended(rule, case, start, end) < rule.need * part
    done = [e for e in events(case) if start <= e.day <= end and any(matches(e, deed) for deed in rule.deeds)]
    if amount(rule, done) < rule.need * part:
        return True
    if rule.of_which is None:
        return False
    of_need = rule.of_which.amount if rule.of_which.share is None else rule.of_which.share * rule.need
    assert of_need is not None
    return amount(rule, [e for e in done if matches(e, rule.of_which.deed)]) < of_need * part


def amount(rule: Quota, done: list[Event]) -> Fraction:
    """Return how much was done, in the quota's measure."""
    if rule.measure == "count":
        return Fraction(len(done))
    return sum((Fraction(getattr(event.thing, rule.measure)) for event in done), Fraction(0))


def attended(rule: Quota, case: Case, start: date, end: date) -> Fraction:
    """Return the share of the meetings held that were attended; a share of nothing is met."""
    bodies = [deed.name for deed in rule.deeds]
    held = [
        m for m in set(case.record.meetings) if start <= m.on <= end and any(same(m.body, b) for b in bodies)
    ]
    return Fraction(sum(bool(m.attended) for m in held), len(held)) if held else Fraction(1)


# --- streaks and standards ---------------------------------------------------------------------------------


def streak(rule: Streak, case: Case, day: date) -> bool:
    """k misses in a row among the meetings held while in scope; from the k-th until the next attended one."""
    last = [m for m in held_while_in(rule, case) if m.on <= day][-rule.misses :]
    return len(last) == rule.misses and not any(m.attended for m in last)


@once
def held_while_in(rule: Streak, case: Case) -> list[Meeting]:
    """Return the meetings held while in scope, in the order of days."""
    held = [m for m in set(case.record.meetings) if same(m.body, rule.body)]
    return sorted((m for m in held if run_of(rule, case, m.on)), key=lambda m: m.on)


def checklist(rule: Checklist, case: Case, day: date) -> bool:
    """Not met is in breach from the day recorded (else the as-of day), until it is recorded as met."""
    return any(met is False for item in rule.items for met in recorded_last(item, case, day))


def recorded_last(item: Item, case: Case, day: date) -> list[bool | None]:
    """Return what was recorded of *item* on the last of its days, by *day*."""
    of_item = [
        s for s in case.record.standards if same(s.standard, item.standard) and same(s.item, item.number)
    ]
    said = [(s.on or case.as_of, s.met) for s in of_item if (s.on or case.as_of) <= day]
    return [met for on, met in said if on == max(on for on, _ in said)]
