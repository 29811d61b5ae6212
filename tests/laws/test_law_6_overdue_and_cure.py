"""Law 6: what is overdue is in breach on the as-of day, once; its cure ends that, and takes nothing back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.said import also_done, days_of, said

from trainrules.findings import Evaluation, Status, Violation
from trainrules.model.rules import Delivery, Duty, FollowUp
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


def open_violations(result: Evaluation) -> list[Violation]:
    """Return the violations of the rule that last on the as-of day."""
    return [each for each in result.violations if each.rule == "R" and each.until is None]


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


@given(cases(duties()), st.data())
def test_law_6_the_cure_of_a_duty_ends_the_breach_and_takes_nothing_back(
    made: Made, data: st.DataObject
) -> None:
    """Looked at on one of its breach days: everything that covers is done on that day.

    Left out: a deadline `not beyond` a day before its own anchor, before which nothing counts.
    """
    rule, found = made.rule, days_of(said(made))
    assert isinstance(rule, Duty)
    odd = not rule.prior_counts and rule.first is not None and rule.first.not_beyond is not None
    if odd or not found or any(isinstance(each, Delivery) for each in made.policy.rules):
        return
    as_of = data.draw(st.sampled_from(sorted(found)))
    (open_now,) = open_violations(said(made, as_of=as_of))
    assert open_now.cure is not None
    deeds = [part[0] for part in rule.owed.parts]
    deeds += [part[0] for part in rule.then.parts] if rule.then else []
    deeds += [rule.lapse.deed] if rule.lapse else []
    cured = also_done(made, *deeds, on=as_of)
    assert days_of(said(cured, as_of=as_of)) == {day for day in found if day < as_of}


@given(cases(follow_ups()), st.data())
def test_law_6_the_cure_of_a_follow_up_ends_one_breach(made: Made, data: st.DataObject) -> None:
    """Looked at on one of its breach days: one more answer leaves one open violation less."""
    rule, found = made.rule, days_of(said(made))
    assert isinstance(rule, FollowUp)
    answer = rule.response.deeds[0]
    if not found or answer.kind == "evaluation" or len(made.policy.rules) > 1:
        return
    as_of = data.draw(st.sampled_from(sorted(found)))
    before = open_violations(said(made, as_of=as_of))
    assert all(each.cure is not None for each in before)
    after = open_violations(said(also_done(made, answer, on=as_of), as_of=as_of))
    assert len(after) == len(before) - 1
