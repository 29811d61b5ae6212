"""The engine: a policy and a record as of a day give obligations and violations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from trainrules.dates import DAWN, shown
from trainrules.engine import checklist, delivery, duty, follow_up, notice, order, quota, streak
from trainrules.engine.case import Case, cases
from trainrules.engine.decisive import decisive
from trainrules.engine.glance import glanced
from trainrules.engine.history import History, make_history
from trainrules.engine.instance import Instance, Row, Told, is_told
from trainrules.engine.notices import policy_notices, record_notices
from trainrules.engine.plain import Walk, tell
from trainrules.engine.plan import Planned
from trainrules.engine.prepared import Prepared, prepared
from trainrules.engine.verdicts import verdicts
from trainrules.engine.worlds import World, change_after, distinct, rows_of, rows_on
from trainrules.findings import Evaluation, Obligation, Reasons, Status, Why
from trainrules.model.rules import (
    Checklist,
    Delivery,
    Duty,
    FollowUp,
    Notice,
    Order,
    Policy,
    Quota,
    Rule,
    Streak,
)
from trainrules.records.classes import Record

Judge = Callable[[Case], list[Instance]]

JUDGES: dict[type[Rule], Judge] = {
    Duty: duty.instances,
    FollowUp: follow_up.instances,
    Order: order.instances,
    Delivery: delivery.instances,
    Notice: notice.instances,
    Quota: quota.instances,
    Streak: streak.instances,
    Checklist: checklist.instances,
}


def evaluate(policy: Policy, record: Record, as_of: date, reasons: Reasons | None = None) -> Evaluation:
    """Return what *record* owes under *policy* and where it is in breach, as of the end of *as_of*.

    What is dated later does not exist yet. A record that no rule is about gives no obligations. *reasons*
    is what `explain()` on a result asks.
    """
    ready = prepared(policy)
    why = Why(policy, record, as_of, reasons) if reasons else None
    told = Told()
    _tell_all(ready, record, as_of.toordinal(), why, told)
    return Evaluation(
        policy=policy,
        record=record,
        as_of=as_of,
        obligations=tuple(told.obligations),
        violations=tuple(told.violations),
        changes_on=min(told.changes, default=None),
        verdicts_of=verdicts,
        notices_of=notices,
    )


def _tell_all(ready: Prepared, record: Record, as_of: int, why: Why | None, told: Told) -> None:
    """Tell the rows of each rule about this kind of record: by the plain walk where it can."""
    glance = glanced(record, as_of, ready.plan)
    history: History | None = None
    walk = Walk(as_of, why, told)
    for lane in ready.lanes.get(record.kind, ()):
        if glance is not None:
            if lane.terms and lane.terms.isdisjoint(glance.spells):
                continue
            if lane.plain is not None and tell(lane.plain, glance, walk):
                continue
        history = history or make_history(record, as_of, ready.plan, why)
        rows, next_day = judged(lane.planned, history)
        told.add(rows)
        if next_day is not None:
            told.changes.append(next_day)


def judged(planned: Planned, history: History) -> tuple[list[Row], date | None]:
    """Return the rows of one rule for one record, and the next day on which they change by themselves.

    Where a breach is certain though the day of something is not known, that is tried on the eve of the breach
    too: what was done then may have prevented it, though it is over by now.
    """
    rows, change = _judged(planned, history)
    if all(event.day > DAWN for event in history.events):
        return rows, change
    eves = {each.since.toordinal() - 1 for _, violations in rows for each in violations}
    return _judged(planned, evolve(history, eves=tuple(sorted(eves)))) if eves else (rows, change)


def _judged(planned: Planned, history: History) -> tuple[list[Row], date | None]:
    """Return the rows and their next change; a day that is not known may be long ago, now, or an eve."""
    found, missing = cases(planned, history)
    if not found:
        return [(_unknown(planned, missing, history.why), ())], None
    judge = JUDGES[type(planned.rule)]
    worlds: list[World] = []
    for case in found:
        told = judge(case)
        told += [
            Instance(opens=first, end=last, owed=planned.owed, missing=("starting day",))
            for first, last, _ in case.unstarted
        ]
        worlds.append((tuple(each for each in told if is_told(each, case.standing)), case.standing))
    if len(worlds) > 1:
        outcomes = [tuple(rows_of(world, history.as_of)) for world in worlds]
        missing = decisive(found, outcomes, missing)
        worlds = distinct(worlds)
    change = change_after(worlds, missing, history.as_of)
    return rows_on(worlds, missing, history.as_of), None if change is None else shown(change)


def _unknown(planned: Planned, missing: tuple[str, ...], why: Why | None) -> Obligation:
    rule = planned.rule
    return Obligation(
        rule=rule.label,
        strength=rule.strength,
        owed=planned.owed,
        status=Status.UNDETERMINED,
        missing=missing,
        source=rule,
        why=why,
    )


def notices(policy: Policy, record: Record, as_of: date) -> tuple[str, ...]:
    """Return what holds beside obligations and violations: about the policy, then about the record."""
    ready = prepared(policy)
    about_policy = policy_notices(policy.next_review, policy.force, ready.plan.has_calendar, as_of)
    return about_policy + record_notices(ready.words, record)
