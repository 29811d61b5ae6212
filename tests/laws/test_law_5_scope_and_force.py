"""Law 5: nothing outside scope, outside force or excused is ever a breach day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.any_case import ANY_CASE, cases_of_several
from tests.laws.said import days_of, said

from trainrules.model.rules import Quota
from trainrules.testing.oracle.case import Case, run_of
from trainrules.testing.oracle.excuses import excused
from trainrules.testing.strategies.cases import Made


@given(st.one_of(ANY_CASE, ANY_CASE, cases_of_several()))
def test_law_5_nothing_outside_scope_outside_force_or_excused_is_a_breach_day(made: Made) -> None:
    """The breach day of a fixed quota may be out of scope: it is the day after the period."""
    case, result = Case(made.policy, made.record, made.as_of), said(made)
    for rule in made.policy.rules:
        found = days_of(result, rule.label)
        assert not {day for day in found if excused(rule, case, day)}
        if not (isinstance(rule, Quota) and rule.cycle):
            assert not {day for day in found if run_of(rule, case, day) is None}
