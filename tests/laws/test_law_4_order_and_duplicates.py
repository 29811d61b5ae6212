"""Law 4: the order of events, posts and rules does not matter; an exact duplicate changes nothing."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws.any_case import ANY_CASE, EVENTS, cases_of_several
from tests.laws.said import said

from trainrules.testing.strategies.cases import Made

SOME_CASES = st.one_of(ANY_CASE, ANY_CASE, cases_of_several())


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


@given(SOME_CASES, st.data())
def test_law_4_the_order_of_events_posts_and_rules_does_not_matter(made: Made, data: st.DataObject) -> None:
    record = with_ids(made.record)
    rules = tuple(data.draw(st.permutations(made.policy.rules)))
    other = attrs.evolve(made, policy=attrs.evolve(made.policy, rules=rules))
    assert told(other, shuffled(data, record)) == told(made, record)


@given(SOME_CASES, st.data())
def test_law_4_an_exact_duplicate_changes_nothing(made: Made, data: st.DataObject) -> None:
    record = with_ids(made.record)
    full = [name for name in attrs.fields_dict(type(record)) if name in EVENTS and getattr(record, name)]
    assume(full)
    name = data.draw(st.sampled_from(full))
    things = getattr(record, name)
    twice = attrs.evolve(record, **{name: (*things, data.draw(st.sampled_from(things)))})
    assert told(made, twice) == told(made, record)
