"""What each event counted for: what is owed comes out the same with what counted alone."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.said import said

from trainrules.engine.history import make_history
from trainrules.engine.prepared import plan_of
from trainrules.findings import Evaluation, EventVerdict
from trainrules.model.rules import Delivery, FollowUp, Order
from trainrules.records.classes import Activity, StaffRecord, Training
from trainrules.testing.strategies import (
    cases,
    deliveries,
    duties,
    follow_ups,
    orders,
    quotas,
    windows,
)
from trainrules.testing.strategies.cases import Made

OTHERS = st.one_of(follow_ups(), windows(), orders(), deliveries(), quotas())


def named(made: Made) -> Made:
    """Return *made* with an id of its own on every training record and activity."""
    record = made.record
    assert isinstance(record, StaffRecord)
    training = tuple(attrs.evolve(t, id=f"T{n}") for n, t in enumerate(dict.fromkeys(record.training)))
    activities = tuple(attrs.evolve(a, id=f"A{n}") for n, a in enumerate(dict.fromkeys(record.activities)))
    return attrs.evolve(made, record=attrs.evolve(record, training=training, activities=activities))


def without(made: Made, names: set[str]) -> Made:
    """Return *made* without the training records and activities of these ids."""
    record = made.record
    assert isinstance(record, StaffRecord)
    kept: dict[str, Any] = {
        "training": tuple(each for each in record.training if each.id not in names),
        "activities": tuple(each for each in record.activities if each.id not in names),
    }
    return attrs.evolve(made, record=attrs.evolve(record, **kept))


def at_issue(made: Made) -> set[str]:
    """Return the ids of what sets a rule off: it is followed up, it came second, it was taken in a mode."""
    plan = plan_of(made.policy)
    numbers: set[int] = set()
    for each in plan.planned:
        if isinstance(each.rule, FollowUp | Order):
            numbers |= frozenset().union(*each.others)
        if isinstance(each.rule, Delivery):
            numbers |= frozenset().union(*each.parts)
    events = make_history(made.record, made.as_of.toordinal(), plan).events
    asked = [each for each in events if isinstance(each.item, (Training, Activity))]
    return {each.name for each in asked if numbers & frozenset().union(*each.sets)}


def is_unsure(verdict: EventVerdict) -> bool:
    """Return whether it is not known of some rule whether the event counts for it."""
    return any(each.why.startswith("not known") for each in verdict.not_counted_for)


def rows(result: Evaluation) -> tuple[Any, Any]:
    """Return what is owed and in breach, whatever is said to be missing."""
    owed = tuple(attrs.evolve(each, missing=()) for each in result.obligations)
    return owed, result.violations


def what_counts_is_enough(made: Made) -> None:
    """Assert that what is owed and in breach is the same without what counted for nothing."""
    made = named(made)
    result = said(made)
    idle = {each.event for each in result.events if not each.counted_for and not is_unsure(each)}
    alone = said(without(made, idle - at_issue(made)))
    assert rows(alone) == rows(result), idle


def what_met_it_counted(made: Made) -> None:
    """Assert that what met an obligation counted for it, and that without it the rows are others."""
    made = named(made)
    result = said(made)
    counted = {each.event: each.counted_for for each in result.events}
    for owed in result.obligations:
        if owed.satisfied_by in counted:
            assert owed.rule in counted[owed.satisfied_by]
            assert said(without(made, {owed.satisfied_by})).obligations != result.obligations


@given(cases(duties()))
def test_of_what_was_done_for_a_duty_what_counted_is_enough(made: Made) -> None:
    what_counts_is_enough(made)
    what_met_it_counted(made)


@given(cases(OTHERS))
def test_of_what_was_done_for_other_rules_what_counted_is_enough(made: Made) -> None:
    what_counts_is_enough(made)
    what_met_it_counted(made)


@given(cases(st.one_of(duties(), OTHERS), known=False))
def test_where_facts_are_missing_what_counted_or_may_have_is_enough(made: Made) -> None:
    what_counts_is_enough(made)
    what_met_it_counted(made)
