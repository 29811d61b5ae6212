"""What is said to be missing decides something: any other fact that is not known can be filled in freely."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.said import said

import trainrules
from trainrules.findings import Evaluation, Obligation, Violation
from trainrules.records.classes import StaffRecord, Training
from trainrules.testing.oracle.worlds import gaps_of
from trainrules.testing.strategies import cases, duties, follow_ups, orders, quotas
from trainrules.testing.strategies.cases import Made

RULES = st.one_of(duties(), duties(), follow_ups(), orders(), quotas())
CALLED = {"evaluations": "evaluation", "certificate": "certificate", "hours": "hours", "days": "days"}


def named(made: Made) -> Made:
    """Return *made* with an id of its own on every completion."""
    record = made.record
    assert isinstance(record, StaffRecord)
    training = tuple(attrs.evolve(t, id=f"T{n}") for n, t in enumerate(dict.fromkeys(record.training)))
    return attrs.evolve(made, record=attrs.evolve(record, training=training))


def rows(result: Evaluation) -> tuple[list[Obligation], list[Violation]]:
    """Return what is owed and in breach under the rule that the case is about."""
    return [o for o in result.obligations if o.rule == "R"], [v for v in result.violations if v.rule == "R"]


def not_named(made: Made, result: Evaluation) -> Iterator[tuple[Training, str, Any]]:
    """Yield each fact of a completion that is not known and not named by the rule, and each value of it."""
    assert isinstance(made.record, StaffRecord)
    missing = {fact for owed in rows(result)[0] for fact in owed.missing}
    for done in made.record.training:
        for name, values in gaps_of(made.policy, done, made.as_of).items():
            fact = CALLED.get(name, name)
            if not missing & {f"{fact} of {done.id}", f"{fact} day of {done.id}"}:
                yield from ((done, name, value) for value in values)


@given(cases(RULES, known=False), st.data())
def test_a_fact_that_is_not_named_changes_nothing_whatever_it_is(made: Made, data: st.DataObject) -> None:
    made = named(made)
    assert isinstance(made.record, StaffRecord)
    before = said(made)
    free = list(not_named(made, before))
    if not free:
        return
    done, name, value = data.draw(st.sampled_from(free))
    other = attrs.evolve(done, **{name: value})
    training = tuple(other if each is done else each for each in made.record.training)
    after = said(made, attrs.evolve(made.record, training=training))
    assert rows(after) == rows(before), (done.id, name, value)


def missing(rule: str, *training: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return what is missing for each row of *rule*, for someone in Group B since 31 January 2022."""
    post = {"groups": ["B"], "started": "2022-01-31"}
    record = trainrules.StaffRecord.from_dict({"id": "S1", "posts": [post], "training": [*training]})
    result = trainrules.evaluate(trainrules.loads(rule), record, as_of=date(2022, 9, 1))
    return [each.missing for each in result.obligations]


def test_a_certificate_after_one_that_is_there_is_not_asked_for() -> None:
    """Met on 1 March with a certificate; whether there is one of 1 April decides nothing."""
    rule = "Group B must complete A within 6 months, with certificate"
    first = {"course": "A", "completed": "2022-03-01", "certificate": "C"}
    second = {"course": "A", "completed": "2022-04-01"}
    assert missing(rule, first, second) == [()]
    assert missing(rule, second) == [("certificate of training 1",)]


def test_of_two_that_may_count_only_the_first_decides_when_it_was_met() -> None:
    """A certificate of 1 March or of 1 April meets it in time; without either it is overdue."""
    rule = "Group B must complete A within 6 months, with certificate"
    both = [{"course": "A", "completed": day} for day in ("2022-03-01", "2022-04-01")]
    assert missing(rule, *both) == [("certificate of training 1", "certificate of training 2")]
    done = {"course": "A", "completed": "2022-02-01", "certificate": "C"}
    assert missing(rule, done, *both) == [()]


def test_how_long_a_course_took_is_asked_for_only_where_there_is_not_enough_without_it() -> None:
    """The quarter from April to June has its three hours on 1 April."""
    rule = "Group B must complete at least 3 hours of training each quarter"
    known = {"course": "A", "completed": "2022-04-01", "hours": 3}
    silent = {"course": "A", "completed": "2022-05-01"}
    assert missing(rule, known, silent) == [(), ()]
    assert missing(rule, silent) == [("hours of training 1",), ()]
