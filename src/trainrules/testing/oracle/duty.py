"""A first deadline, a refresh, or both: `breach(t)` is bound and not covered."""

from __future__ import annotations

from datetime import date

import attrs

from trainrules.model.rules import Anchor, Deadline, Deed, Duty, Lapse, Owed, Period, Renewal
from trainrules.records.classes import Training
from trainrules.testing.oracle.calendar import DAY, FOREVER, add, back, span
from trainrules.testing.oracle.case import Case, Run, employments, once, run_of
from trainrules.testing.oracle.events import Event, counts_for, events, matches
from trainrules.testing.oracle.excuses import on_leave


def duty(rule: Duty, case: Case, day: date) -> bool:
    """Return whether *rule* is bound and not covered on *day*.

    Where prior training does not count, and it is not known what is prior, nothing is decided.
    """
    run = run_of(rule, case, day)
    assert run is not None
    if not rule.prior_counts and not_prior_from(rule, case, run) is None:
        return False
    return bound(rule, case, run, day) and not covered(rule, case, run, day)


def covered(rule: Duty, case: Case, run: Run, day: date) -> bool:
    """t is no later than the latest day paid for (a grace allows for it); a bundle, while each part is."""
    return all(end is not None and day <= end for end in ends_of_cover(rule, case, run, case.news(day)))


@once
def ends_of_cover(rule: Duty, case: Case, run: Run, day: date) -> list[date | None]:
    """Return, for each part, the last day that what counts on *day* covers; None when nothing counts."""
    return [
        add(latest_paid(rule, case, run, done), rule.grace, rule.calendar) if done else None
        for done in completions(rule, case, run, day)
    ]


def bound(rule: Duty, case: Case, run: Run, day: date) -> bool:
    """With D: t is later than it. `refresh`: some completion of this run, or one still paid for on its first
    day, is no later than t. `every P` with no D: the same, or t is later than the anchor + P."""
    due = first_due(rule, case, run)
    is_late = due is not None and day > add(due, rule.grace, rule.calendar)
    if rule.first is not None or rule.every is None:
        return is_late
    return begun(rule, case, run, case.news(day)) or (not rule.refresh_only and run.known and is_late)


@once
def first_due(rule: Duty, case: Case, run: Run) -> date | None:
    """Return the first deadline, else the anchor + P."""
    if rule.first is not None:
        return deadline(rule, rule.first, case, run)
    return None if rule.every is None else due_after(rule, case, run.start, rule.every)


@once
def begun(rule: Duty, case: Case, run: Run, day: date) -> bool:
    """A completion of this run, or one still paid for on its first day.

    "The bundle is completed by the last": by one that finds every other part paid for.
    """
    parts = completions(rule, case, run, day)
    of_this_run = {e.day for done in parts for e in done if e.day >= run.start}
    return paid_for(rule, case, run, parts, run.start, run.start - DAY) or any(
        paid_for(rule, case, run, parts, c, c) for c in of_this_run
    )


def paid_for(rule: Duty, case: Case, run: Run, parts: list[list[Event]], day: date, by: date) -> bool:
    """Return whether *day* is paid for, in every part, by what was completed no later than *by*."""
    then = [[e for e in done if e.day <= by] for done in parts]
    return all(done and latest_paid(rule, case, run, done) >= day for done in then)


# --- deadlines -----------------------------------------------------------------------------------------


def anchor_day(anchor: Anchor, case: Case, run: Run) -> date | None:
    """`starting` is s; `joining` is the last joining on or before s, literally; a fixed date is itself."""
    if anchor.kind == "starting":
        return run.start if run.known else None
    if anchor.kind == "joining":
        joined = [day for day, _ in employments(case.record) if day is not None and day <= run.start]
        return max(joined, default=None)
    return anchor.day if anchor.kind == "date" else dict(case.record.facts).get(anchor.name)


@once
def not_prior_from(rule: Duty, case: Case, run: Run) -> date | None:
    """Return the first day on which training is not prior: the anchor; for `by DATE`, the starting day."""
    within = rule.first is not None and rule.first.within is not None
    return anchor_day(rule.first.anchor if rule.first and within else Anchor(), case, run)


def deadline(rule: Duty, first: Deadline, case: Case, run: Run) -> date | None:
    """Return the first deadline; `not beyond D2 of X`: the earlier of the two."""
    anchor = anchor_day(first.anchor, case, run)
    if anchor is None:
        return None
    due = due_after(rule, case, anchor, first.within)
    if first.not_beyond is None:
        return due
    other = deadline(rule, first.not_beyond, case, run)
    return None if other is None else min(due, other)


def due_after(rule: Duty, case: Case, day: date, period: Period | None) -> date:
    """Return the corresponding date; `not counting leave`, it "moves by the days of leave before it"."""
    due = moved = add(day, period, rule.calendar)
    while rule.leave_pauses and moved <= case.as_of:
        later = due + DAY * sum(on_leave(case, d) for d in span(day + DAY, moved - DAY))
        if later == moved:
            break
        moved = later
    return moved


# --- completions ---------------------------------------------------------------------------------------


@once
def completions(rule: Duty, case: Case, run: Run, day: date) -> list[list[Event]]:
    """Return, for each part, what counts on *day*, in order, once a day.

    `then U`: after all of what is owed is done on day b, only U on or after b renews. What was done on b pays
    for P, even where it was a qualification that stays in date.
    """
    parts = not_lapsed(rule, case, run, rule.owed, day, [])
    if rule.then is None or not all(parts):
        return parts
    by_itself = attrs.evolve(rule, every=None)
    done = sorted({e.day for part in parts for e in part})
    b = next((c for c in done if paid_for(by_itself, case, run, parts, c, c)), None)
    if b is None:
        return parts
    last = next(e for part in parts for e in part if e.day == b)
    bundle = attrs.evolve(last, kinds=frozenset(), until=None)
    return not_lapsed(rule, case, run, rule.then, day, [bundle])


def counted(rule: Duty, case: Case, run: Run, part: tuple[Deed, ...], day: date) -> list[Event]:
    """Return the completions of *part* that count on *day*."""
    anchor = not_prior_from(rule, case, run)
    return once_a_day(
        [
            e
            for e in events(case)
            if any(matches(e, deed) for deed in part)
            and counts_for(rule, case, e)
            and (rule.prior_counts or (anchor is not None and e.day >= anchor))
            and (counts_from(rule, e) or FOREVER) <= day
        ]
    )


def counts_from(rule: Duty, event: Event) -> date | None:
    """`with certificate`, `with evaluation`: from the later of its day and the evidence's day."""
    if not rule.evidence or not isinstance(event.thing, Training):
        return event.day
    if rule.evidence == "certificate":
        return event.day if event.thing.certificate else None
    returned = [e.returned for e in event.thing.evaluations or () if e.returned is not None]
    return max(event.day, min(returned)) if returned else None


def once_a_day(found: list[Event]) -> list[Event]:
    """Completions on one day are one; of several qualifications, the one that is held for longest."""
    best: dict[tuple[date, bool], Event] = {}
    for event in found:
        key = event.day, "qualification" in event.kinds
        if key not in best or (event.until or FOREVER) > (best[key].until or FOREVER):
            best[key] = event
    return [best[key] for key in sorted(best)]


def not_lapsed(
    rule: Duty, case: Case, run: Run, owed: Owed, day: date, begun: list[Event]
) -> list[list[Event]]:
    """Return what counts of each part of *owed*, and from the day of what has *begun* it.

    One later than due + L counts only if it is of F, for every part, and F counts only then. Due is the later
    of the first deadline and what all parts are paid for; until all is done, `every P` alone is due the
    anchor + P, and a refresh is not due.
    """
    parts = [counted(rule, case, run, part, day) for part in owed.parts]
    foundation = counted(rule, case, run, (rule.lapse.deed,), day) if rule.lapse else []
    held = [[e for e in part if "qualification" in e.kinds] for part in parts]
    kept = [[*begun, *(e for e in each if begun and e.day == begun[0].day)] for each in held]
    for when in sorted({e.day for done in (*parts, foundation) for e in done}):
        if begun and when <= begun[0].day:
            continue
        is_lapsed = rule.lapse is not None and lapsed(rule, rule.lapse, case, run, kept, bool(begun), when)
        for done, part in zip(kept, parts, strict=True):
            done += [e for e in (foundation if is_lapsed else part) if e.day == when]
    return kept


def lapsed(
    rule: Duty, lapse: Lapse, case: Case, run: Run, kept: list[list[Event]], is_begun: bool, day: date
) -> bool:
    """Return whether *day* is later than due + L, for who has done what is *kept*."""
    is_done = all(kept) and (rule.then is None or is_begun)
    paid = min(latest_paid(rule, case, run, done) for done in kept) if is_done else None
    is_bound = rule.first is not None or (run.known and not rule.refresh_only and not is_done)
    begin = first_due(rule, case, run) if is_bound else None
    dues = [due for due in (begin, paid) if due is not None]
    return bool(dues) and day > add(max(dues), lapse.after, rule.calendar)


# --- what is paid for ------------------------------------------------------------------------------------


def latest_paid(rule: Duty, case: Case, run: Run, done: list[Event]) -> date:
    """Return the latest day paid for by *done*. No P: for ever (a qualification, while it is in date)."""
    in_date = [e.until or FOREVER for e in done if "qualification" in e.kinds]
    trained = [e.day for e in done if "qualification" not in e.kinds]
    if not trained:
        return max(in_date)
    if rule.every is None:
        return FOREVER
    if rule.renewal is Renewal.DUE_DATE:
        return max([*in_date, open_date(rule, case, run, trained)])
    paid = {due_after(rule, case, day, rule.every) for day in trained}
    return max([*in_date, *(kept_dates(rule, case, paid, trained) if rule.keep_window else paid)])


def kept_dates(rule: Duty, case: Case, paid: set[date], done: list[date]) -> set[date]:
    """c + P for each completion c, and d + P for each paid-for day d that some completion renews with
    d - W <= c <= d."""
    assert rule.keep_window is not None and rule.every is not None
    renewed = {
        due_after(rule, case, d, rule.every)
        for d in paid
        if any(back(d, rule.keep_window) <= c <= d for c in done)
    }
    return paid if renewed <= paid else kept_dates(rule, case, paid | renewed, done)


def open_date(rule: Duty, case: Case, run: Run, done: list[date]) -> date:
    """Fixed dates g0 = the first deadline (or first completion + P), gk = g0 + k x P.

    "A completion in the P up to the open date moves it on one; an earlier one changes nothing; a late one
    moves it to the first gk after it." The P up to gk is (gk-1, gk]; up to g0, (g0 - P, g0].
    """
    every = rule.every
    assert every is not None
    first = deadline(rule, rule.first, case, run) if rule.first else None
    g0 = first or add(done[0], every, rule.calendar)

    def fixed(k: int) -> date:
        return back(g0, every) if k < 0 else add(g0, every, rule.calendar, times=k)

    k = 0
    for c in done if first else done[1:]:
        if c > fixed(k):
            while fixed(k) <= c:
                k += 1
        elif c > fixed(k - 1):
            k += 1
    return fixed(k)
