"""Law 6: an obligation is overdue exactly when the as-of day is a breach day; one violation is then open."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.said import days_of, open_violations, said

from trainrules.findings import Status
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

ONE_DAY = st.one_of(orders(), deliveries(), notices())
LASTING = st.one_of(
    cases(st.one_of(duties(), duties(), follow_ups(), windows(), quotas(), streaks())),
    course_cases(checklists()),
    organisation_cases(organisation_rules()),
)


@given(LASTING)
def test_law_6_an_obligation_is_overdue_exactly_when_one_violation_of_it_is_open(made: Made) -> None:
    result = said(made)
    overdue = [o.due for o in result.obligations if o.rule == "R" and o.status is Status.OVERDUE]
    assert sorted(str(due) for due in overdue) == sorted(str(v.due) for v in open_violations(result))
    assert bool(overdue) == (made.as_of in days_of(result))


@given(cases(ONE_DAY))
def test_law_6_what_is_done_on_one_day_owes_nothing_more(made: Made) -> None:
    """An order, a delivery or a notice "give an obligation row only when undetermined"."""
    result = said(made)
    assert {o.status for o in result.obligations if o.rule == "R"} <= {Status.UNDETERMINED}
    assert bool(open_violations(result)) == (made.as_of in days_of(result))
