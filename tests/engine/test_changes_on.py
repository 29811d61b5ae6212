"""`changes_on` is the first later day on which what is owed or in breach differs, with nothing new done."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.build import done, post, staff

import trainrules
from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation, Kind, Violation
from trainrules.model.rules import Checklist
from trainrules.records.classes import Booking, Record, Session, Training
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

LOOKED_AT = 70
"""How many days are looked at one by one."""

DAYS = {
    "training": "completed",
    "documents": "dated",
    **dict.fromkeys(("activities", "deliveries", "qualifications", "meetings", "reports"), "on"),
    **dict.fromkeys(("attestations", "standards"), "on"),
}
ANY_DAY = st.dates(date(2019, 6, 1), date(2022, 6, 1))


def as_known(record: Record, as_of: date) -> Any:
    """Return *record* with nothing that is dated after *as_of*: no event is still to come."""
    kept: dict[str, Any] = {
        name: tuple(e for e in getattr(record, name) if (getattr(e, day) or as_of) <= as_of)
        for name, day in DAYS.items()
        if hasattr(record, name)
    }
    if "training" in kept:
        kept["training"] = tuple(_returned(done, as_of) for done in kept["training"])
    if hasattr(record, "bookings"):
        kept["bookings"] = tuple(_given_up(booking, as_of) for booking in record.bookings)
    if hasattr(record, "sessions"):
        kept["sessions"] = tuple(_advertised(session, as_of) for session in record.sessions)
    return attrs.evolve(record, **kept)


def _returned(done: Training, as_of: date) -> Training:
    if done.evaluations is None:
        return done
    return attrs.evolve(
        done, evaluations=tuple(e for e in done.evaluations if (e.returned or as_of) <= as_of)
    )


def _given_up(booking: Booking, as_of: date) -> Booking:
    is_cancelled = booking.cancelled is not None and booking.cancelled <= as_of
    return attrs.evolve(
        booking,
        cancelled=booking.cancelled if is_cancelled else None,
        attended=booking.attended if booking.session <= as_of else None,
    )


def _advertised(session: Session, as_of: date) -> Session:
    is_later = isinstance(session.advertised, date) and session.advertised > as_of
    return attrs.evolve(session, advertised=False if is_later else session.advertised)


def picture(result: Evaluation) -> tuple[Any, Any]:
    """Return what is owed and in breach, without what only counts days or looks ahead.

    What is recorded of a standard on no known day holds on the as-of day, whichever that is: in breach on
    it, or met on it.
    """
    undated = {f"{item.standard} {item.item}" for item in result.record.standards if item.on is None}
    owed = [
        attrs.evolve(
            each,
            changes_on=None,
            satisfied_on=None if undated and isinstance(each.source, Checklist) else each.satisfied_on,
        )
        for each in result.obligations
    ]
    found = [
        _without_days(each, each.kind is Kind.STANDARD and each.event in undated)
        for each in result.violations
    ]
    return owed, found


def _without_days(found: Violation, is_undated: bool) -> Violation:
    bare = attrs.evolve(found, days=0)
    return attrs.evolve(bare, since=date.min, until=found.until and date.min) if is_undated else bare


def is_the_first_day_that_differs(made: Made, as_of: date) -> None:
    """Assert that the picture is the same on each day before `changes_on`, and another on that day."""
    record = as_known(made.record, as_of)
    result = evaluate(made.policy, record, as_of)
    now = picture(result)
    for number in range(1, LOOKED_AT + 1):
        day = as_of + number * DAY
        if day == result.changes_on:
            break
        assert picture(evaluate(made.policy, record, day)) == now, day
    if result.changes_on is not None:
        assert picture(evaluate(made.policy, record, result.changes_on)) != now


@given(st.one_of(cases(duties()), cases(duties(), known=False)), ANY_DAY)
def test_the_next_change_of_a_duty(made: Made, as_of: date) -> None:
    is_the_first_day_that_differs(made, as_of)


@given(cases(st.one_of(follow_ups(), windows(), quotas(), streaks())), ANY_DAY)
def test_the_next_change_of_what_comes_again(made: Made, as_of: date) -> None:
    is_the_first_day_that_differs(made, as_of)


@given(
    st.one_of(
        cases(st.one_of(follow_ups(), orders(), deliveries(), notices(), quotas(), streaks()), known=False),
        organisation_cases(organisation_rules()),
        course_cases(st.one_of(checklists(), notices("session"))),
    ),
    ANY_DAY,
)
def test_the_next_change_of_other_rules_and_records(made: Made, as_of: date) -> None:
    is_the_first_day_that_differs(made, as_of)


@pytest.mark.parametrize(
    "as_of, changes_on",
    [("2022-02-01", "2022-08-01"), ("2022-07-31", "2022-08-01"), ("2022-08-01", None)],
)
def test_what_is_pending_changes_on_the_day_after_it_is_due(as_of: str, changes_on: str | None) -> None:
    """Six months after 31 January is 31 July; once overdue, nothing but an event changes it."""
    policy = trainrules.loads("next review 1 May 2022\nGroup B must complete Induction within 6 months")
    post = {"groups": ["B"], "started": "2022-01-31"}
    record = trainrules.StaffRecord.from_dict({"id": "S1", "posts": [post]})
    result = trainrules.evaluate(policy, record, as_of=date.fromisoformat(as_of))
    assert str(result.changes_on) == str(changes_on)


@pytest.mark.parametrize("hours", [{"hours": 1}, {}])
def test_the_first_day_of_the_next_year_is_a_change_though_an_earlier_year_is_not_known(
    hours: dict[str, int],
) -> None:
    """2022 may have been enough or not; 2023 was, and what 2024 asks for is listed from its first day."""
    policy = trainrules.loads("Group B must complete at least 3 hours of training each calendar year")
    training = done("A", "2022-05-01", **hours), done("A", "2023-02-01", hours=5)
    result = evaluate(policy, staff(post("B", "2021-12-01"), *training), date(2023, 6, 1))
    assert result.changes_on == date(2024, 1, 1)
