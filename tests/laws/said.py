"""What the engine says of a made-up case, as breach days."""

from __future__ import annotations

from datetime import date

import attrs
from tests.oracle.told import stretches

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation, Status, Violation
from trainrules.model.rules import Deed, Rule
from trainrules.records.classes import Activity, For, Qualification, Record, StaffRecord, Training
from trainrules.records.classes import Evaluation as Form
from trainrules.testing.oracle import Case, breach_days
from trainrules.testing.oracle.excuses import runs_of_unknown_start
from trainrules.testing.strategies.cases import Made
from trainrules.testing.strategies.words import DELIVERIES, FORMATS


def said(made: Made, record: Record | None = None, as_of: date | None = None) -> Evaluation:
    """Return the engine's results for *made*, or for another record or day."""
    return evaluate(made.policy, record or made.record, as_of or made.as_of)


def days_of(result: Evaluation, label: str = "R") -> set[date]:
    """Return every breach day that the violations of the rule *label* tell of."""
    return {
        date.fromordinal(n)
        for each in result.violations
        if each.rule == label
        for n in range(each.since.toordinal(), (each.until or result.as_of).toordinal() + 1)
    }


def open_violations(result: Evaluation) -> list[Violation]:
    """Return the violations of the rule that last on the as-of day."""
    return [each for each in result.violations if each.rule == "R" and each.until is None]


def is_determined(result: Evaluation, label: str = "R") -> bool:
    """Return whether nothing about the rule *label* waits for a fact that is missing."""
    return not any(o.rule == label and o.status is Status.UNDETERMINED for o in result.obligations)


def agree(made: Made) -> None:
    """Assert that the engine and the oracle find the same breach days for every rule.

    Where another rule may or may not take its place, the engine may be sure of fewer.
    """
    result, case = said(made), Case(made.policy, made.record, made.as_of)
    for rule in made.policy.rules:
        found, expected = days_of(result, rule.label), breach_days(rule, case)
        if may_be_taken(rule, case) and not is_determined(result, rule.label):
            expected &= found
        assert stretches(found) == stretches(expected), rule.label


def may_be_taken(rule: Rule, case: Case) -> bool:
    """Return whether another rule may stand instead: it is not known whether someone began when it asks."""
    return any(
        runs_of_unknown_start(other, case)
        for other in case.policy.rules
        if rule.label in other.instead_of or other.label in rule.replaced_by
    )


def with_rule(made: Made, rule: Rule) -> Made:
    """Return *made* with *rule* in the place of the rule it is about."""
    rules = tuple(rule if each is made.rule else each for each in made.policy.rules)
    return attrs.evolve(made, policy=attrs.evolve(made.policy, rules=rules), rule=rule)


def done_as(deed: Deed, on: date, id: str = "more") -> Training | Activity | Qualification:
    """Return *deed* as done on a day, with all the evidence there may be."""
    if deed.kind == "activity":
        return Activity(id=id, kind=deed.name, on=on)
    if deed.kind == "qualification":
        return Qualification(id=id, name=deed.name, on=on)
    own = {deed.own.kind + "s": (deed.own.name,)} if deed.own else {}
    return Training(
        id=id,
        course=deed.name or "Something else",
        completed=on,
        delivery=next((mode for mode in deed.modes if mode in DELIVERIES), "single-agency"),
        format=next((mode for mode in deed.modes if mode in FORMATS), "e-learning"),
        for_=For(**own),
        certificate="C",
        evaluations=(Form(kind="impact", returned=on),),
    )


def also_done(made: Made, *deeds: Deed, on: date) -> Made:
    """Return *made* with each of *deeds* done on a day as well, a duplicate of nothing that is there."""
    record = made.record
    assert isinstance(record, StaffRecord)
    there = len(record.training) + len(record.activities) + len(record.qualifications)
    done = [done_as(deed, on, f"more {n}") for n, deed in enumerate(deeds, there)]
    training = (*record.training, *(each for each in done if isinstance(each, Training)))
    activities = (*record.activities, *(each for each in done if isinstance(each, Activity)))
    held = (*record.qualifications, *(each for each in done if isinstance(each, Qualification)))
    more = attrs.evolve(record, training=training, activities=activities, qualifications=held)
    return attrs.evolve(made, record=more)
