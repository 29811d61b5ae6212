"""Law 9: a determined result stays the same however the unknown facts are filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.any_case import ANY_RULE
from tests.laws.said import days_of, is_determined, said
from tests.oracle.told import stretches

from trainrules.findings import Evaluation
from trainrules.records.classes import Document
from trainrules.testing.oracle import Case, breach_days, world
from trainrules.testing.oracle.calendar import DAY
from trainrules.testing.strategies import (
    cases,
    checklists,
    course_cases,
    deliveries,
    duties,
    follow_ups,
    notices,
    orders,
    organisation_cases,
    quotas,
    streaks,
    windows,
)
from trainrules.testing.strategies.cases import Made, organisation_rules

COURSES = st.one_of(checklists(), notices("session"))
STAFF = cases(ANY_RULE, known=False)


def holds_in_some_worlds(made: Made, data: st.DataObject) -> None:
    """Assert, in three ways of filling in, that no violation is untrue, and none is missing if determined."""
    result = said(made)

    def pick(options: Any) -> Any:
        return data.draw(st.sampled_from(options))

    for _ in range(3):
        filled = world(made.policy, made.record, made.as_of, pick)
        case = Case(made.policy, filled, made.as_of)
        for rule in made.policy.rules:
            actual = breach_days(rule, case)
            found = days_of(result, rule.label)
            assert stretches(found - actual) == [], (rule.label, filled)
            if is_determined(result, rule.label):
                assert stretches(actual - found) == [], (rule.label, filled)


@given(cases(duties(), known=False), st.data())
def test_law_9_for_duties(made: Made, data: st.DataObject) -> None:
    holds_in_some_worlds(made, data)


@given(cases(st.one_of(follow_ups(), orders(), deliveries(), notices()), known=False), st.data())
def test_law_9_for_follow_ups_orders_deliveries_and_notices(made: Made, data: st.DataObject) -> None:
    holds_in_some_worlds(made, data)


@given(cases(st.one_of(quotas(), streaks()), known=False), st.data())
def test_law_9_for_quotas_and_streaks(made: Made, data: st.DataObject) -> None:
    holds_in_some_worlds(made, data)


@given(cases(windows(), known=False), st.data())
def test_law_9_for_months_of_the_calendar(made: Made, data: st.DataObject) -> None:
    holds_in_some_worlds(made, data)


@given(organisation_cases(organisation_rules(), known=False), st.data())
def test_law_9_for_agencies_bodies_and_the_partnership(made: Made, data: st.DataObject) -> None:
    holds_in_some_worlds(made, data)


@given(course_cases(COURSES, known=False), st.data())
def test_law_9_for_courses(made: Made, data: st.DataObject) -> None:
    holds_in_some_worlds(made, data)


@given(st.one_of(organisation_cases(organisation_rules(), known=False), STAFF), st.data())
def test_law_9_no_breach_is_told_that_what_was_done_on_a_day_not_known_prevented(
    made: Made, data: st.DataObject
) -> None:
    """A document of unknown day may be of any day."""
    found = {rule.label: days_of(said(made), rule.label) for rule in made.policy.rules}
    record = attrs.evolve(made.record, documents=dated(made, data))
    filled = world(made.policy, record, made.as_of, lambda options: data.draw(st.sampled_from(options)))
    for rule in made.policy.rules:
        actual = breach_days(rule, Case(made.policy, filled, made.as_of))
        assert stretches(found[rule.label] - actual) == [], (rule.label, filled)


def dated(made: Made, data: st.DataObject) -> tuple[Document, ...]:
    """Return the documents of a case, those with no date dated on any day."""
    days = st.dates(made.as_of - 900 * DAY, made.as_of)
    return tuple(attrs.evolve(each, dated=each.dated or data.draw(days)) for each in made.record.documents)


@given(st.one_of(STAFF, course_cases(COURSES, known=False)), st.data())
def test_law_9_what_is_owed_and_by_when_stays_the_same_too(made: Made, data: st.DataObject) -> None:
    """Not only the breach days: where a rule is determined, every row of it is the same in any world.

    A day on which it was met that is not told is a day that differs.
    """
    result = said(made)
    filled = world(made.policy, made.record, made.as_of, lambda options: data.draw(st.sampled_from(options)))
    other = said(made, filled)
    for rule in made.policy.rules:
        if is_determined(result, rule.label):
            owed, actual = owed_under(rule.label, result), owed_under(rule.label, other)
            assert owed.keys() == actual.keys(), (rule.label, filled)
            assert all(owed[row] <= actual[row] | {None} for row in owed), (rule.label, filled)
            assert breaches(rule.label, other) == breaches(rule.label, result), (rule.label, filled)


def owed_under(label: str, result: Evaluation) -> dict[Any, set[date | None]]:
    """Return each obligation under the rule *label*, without what met it, and the days it was met on."""
    found: dict[Any, set[date | None]] = {}
    for each in result.obligations:
        if each.rule == label:
            row = (each.owed, each.opens, each.due, each.status)
            found.setdefault(row, set()).add(each.satisfied_on)
    return found


def breaches(label: str, result: Evaluation) -> set[Any]:
    """Return where the rule *label* is in breach, without what would end it."""
    return {(v.owed, v.due, v.since, v.until) for v in result.violations if v.rule == label}
