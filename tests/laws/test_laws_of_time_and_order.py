"""Laws 2, 4 and 5: what a later look changes, that order does not matter, and where nothing is a breach."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.said import days_of, said

from trainrules.model.rules import Quota
from trainrules.testing.oracle.calendar import DAY
from trainrules.testing.oracle.case import Case, excused, run_of
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

ANY_RULE = st.one_of(
    duties(), duties(), follow_ups(), windows(), orders(), deliveries(), notices(), quotas(), streaks()
)
ANY_CASE = st.one_of(
    cases(ANY_RULE),
    cases(ANY_RULE),
    cases(ANY_RULE),
    course_cases(st.one_of(checklists(), notices("session"))),
    organisation_cases(organisation_rules()),
)
EVENTS = (
    *("training", "activities", "deliveries", "qualifications", "meetings", "bookings", "reports"),
    *("documents", "attestations", "standards", "sessions"),
)


@given(ANY_CASE, st.data())
def test_law_2_an_earlier_look_sees_the_same_breach_days_up_to_it(made: Made, data: st.DataObject) -> None:
    """A standard's item with no day of its own is left out: it is in breach on the as-of day."""
    dated = tuple(item for item in made.record.standards if item.on is not None)
    record = attrs.evolve(made.record, standards=dated)
    later = days_of(said(made, record))
    near = [min(later, default=made.as_of), max(later, default=made.as_of)]
    earlier = data.draw(st.one_of(st.sampled_from(near), st.dates(made.as_of - 900 * DAY, made.as_of)))
    assert days_of(said(made, record, earlier)) == {day for day in later if day <= earlier}


def shuffled(data: st.DataObject, record: Any) -> Any:
    """Return *record* with everything in it in another order."""
    lists = {name: getattr(record, name) for name in attrs.fields_dict(type(record))}
    tuples = {name: value for name, value in lists.items() if isinstance(value, tuple)}
    return attrs.evolve(record, **{name: tuple(data.draw(st.permutations(v))) for name, v in tuples.items()})


def with_ids(record: Any) -> Any:
    """Return *record* with an id of its own on every event, so that none goes by its place."""
    given: dict[str, Any] = {}
    for name in EVENTS:
        things = getattr(record, name, ())
        if things and "id" in attrs.fields_dict(type(things[0])):
            unique = dict.fromkeys(things)
            given[name] = tuple(attrs.evolve(t, id=f"{name} {n}") for n, t in enumerate(unique))
    return attrs.evolve(record, **given)


def told(made: Made, record: Any) -> tuple[set[Any], set[Any]]:
    """Return what is owed and in breach, in no order."""
    result = said(made, record)
    return set(result.obligations), set(result.violations)


@given(ANY_CASE, st.data())
def test_law_4_the_order_of_events_posts_and_rules_does_not_matter(made: Made, data: st.DataObject) -> None:
    record = with_ids(made.record)
    rules = tuple(data.draw(st.permutations(made.policy.rules)))
    other = attrs.evolve(made, policy=attrs.evolve(made.policy, rules=rules))
    assert told(other, shuffled(data, record)) == told(made, record)


@given(ANY_CASE, st.data())
def test_law_4_an_exact_duplicate_changes_nothing(made: Made, data: st.DataObject) -> None:
    record = with_ids(made.record)
    full = [name for name in attrs.fields_dict(type(record)) if name in EVENTS and getattr(record, name)]
    if full:
        name = data.draw(st.sampled_from(full))
        things = getattr(record, name)
        twice = attrs.evolve(record, **{name: (*things, data.draw(st.sampled_from(things)))})
        assert told(made, twice) == told(made, record)


@given(ANY_CASE)
def test_law_5_nothing_outside_scope_outside_force_or_excused_is_a_breach_day(made: Made) -> None:
    """The breach day of a fixed quota may be out of scope: it is the day after the period."""
    case, result = Case(made.policy, made.record, made.as_of), said(made)
    for rule in made.policy.rules:
        found = days_of(result, rule.label)
        assert not {day for day in found if excused(rule, case, day)}
        if not (isinstance(rule, Quota) and rule.cycle):
            assert not {day for day in found if run_of(rule, case, day) is None}
