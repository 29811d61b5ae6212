"""On which days a rule is not held against somebody: outside force, waived, or taken by another rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from trainrules.model.rules import Days, Delivery, Duty, FollowUp, Order, Quota, Rule, Strength
from trainrules.testing.oracle.case import Case, Run, once, run_of, runs, same, within


def in_force(rule: Rule, day: date) -> bool:
    """Return whether *day* is in the rule's own life."""
    return within(day, rule.force.first, rule.force.last)


def training_of(rule: Rule) -> Any:
    """Return what *rule* is about, to tell whether two rules owe the same training."""
    if isinstance(rule, Duty):
        return rule.owed
    if isinstance(rule, FollowUp):
        return rule.response
    if isinstance(rule, Order):
        return rule.first
    if isinstance(rule, Quota):
        return rule.deeds
    if isinstance(rule, Delivery):
        return type(rule), rule.deed
    return type(rule), getattr(rule, "what", ""), getattr(rule, "body", "")


def excused(rule: Rule, case: Case, day: date) -> bool:
    """Covered by a waiver, outside force, or taken by another rule's `instead of` or replacement."""
    waived = any(same(w.rule, rule.label) and within(day, w.from_, w.to) for w in case.record.waivers)
    return (
        waived or not in_force(rule, day) or any(takes(other, rule, case, day) for other in case.policy.rules)
    )


def takes(other: Rule, rule: Rule, case: Case, day: date) -> bool:
    """Whoever *other* applies to is taken out of *rule*, where it says so and both owe the same training.

    A permission takes nobody out of anything. Where it is not known whether someone began when *other* asks,
    no day is known to be in breach.
    """
    named = rule.label in other.instead_of or (rule.default and other.label in rule.replaced_by)
    return (
        named
        and other.strength is not Strength.MAY
        and training_of(other) == training_of(rule)
        and in_force(other, day)
        and (run_of(other, case, day) is not None or may_be_kept(other, case, day))
    )


def may_be_kept(rule: Rule, case: Case, day: date) -> bool:
    """Return whether *day* is of someone in the audience who may or may not have started when *rule* asks."""
    return any(day in run.days for run in runs_of_unknown_start(rule, case))


@once
def runs_of_unknown_start(rule: Rule, case: Case) -> list[Run]:
    """Return the runs that `for those starting …` can say nothing of; none where the rule does not say it."""
    every_run = [] if rule.started == Days() else runs(attrs.evolve(rule, started=Days()), case)
    return [run for run in every_run if not run.known]


def on_leave(case: Case, day: date) -> bool:
    """Return whether *day* is a day of leave."""
    return any(within(day, leave.from_, leave.to) for leave in getattr(case.record, "leave", ()))
