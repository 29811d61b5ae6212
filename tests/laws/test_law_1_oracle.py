"""Law 1: engine breach days are the oracle's, for every rule kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.any_case import cases_of_several
from tests.laws.said import agree

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
from trainrules.testing.strategies.cases import ORGANISATION_DEEDS, Made, organisation_rules


@given(cases(duties(first=True)))
def test_law_1_engine_breach_days_are_the_oracles_for_first_deadlines(made: Made) -> None:
    agree(made)


@given(cases(duties(first=False)))
def test_law_1_engine_breach_days_are_the_oracles_for_refreshes(made: Made) -> None:
    agree(made)


@given(cases(follow_ups()))
def test_law_1_engine_breach_days_are_the_oracles_for_follow_ups(made: Made) -> None:
    agree(made)


@given(cases(windows()))
def test_law_1_engine_breach_days_are_the_oracles_for_months_of_the_calendar(made: Made) -> None:
    agree(made)


@given(cases(orders()))
def test_law_1_engine_breach_days_are_the_oracles_for_orders(made: Made) -> None:
    agree(made)


@given(cases(deliveries()))
def test_law_1_engine_breach_days_are_the_oracles_for_delivery_rules(made: Made) -> None:
    agree(made)


@given(cases(notices()))
def test_law_1_engine_breach_days_are_the_oracles_for_notice_of_bookings(made: Made) -> None:
    agree(made)


@given(course_cases(notices("session")))
def test_law_1_engine_breach_days_are_the_oracles_for_notice_of_sessions(made: Made) -> None:
    agree(made)


@given(cases(quotas(pro_rata=False)))
def test_law_1_engine_breach_days_are_the_oracles_for_quotas(made: Made) -> None:
    agree(made)


@given(cases(quotas(pro_rata=True)))
def test_law_1_engine_breach_days_are_the_oracles_for_quotas_pro_rata(made: Made) -> None:
    agree(made)


@given(cases(streaks()))
def test_law_1_engine_breach_days_are_the_oracles_for_streaks(made: Made) -> None:
    agree(made)


@given(course_cases(checklists()))
def test_law_1_engine_breach_days_are_the_oracles_for_standards(made: Made) -> None:
    agree(made)


@given(organisation_cases(organisation_rules()))
def test_law_1_engine_breach_days_are_the_oracles_for_bodies(made: Made) -> None:
    agree(made)


@given(st.data())
def test_law_1_engine_breach_days_are_the_oracles_for_months_of_a_body(data: st.DataObject) -> None:
    agree(data.draw(organisation_cases(windows(st.sampled_from(ORGANISATION_DEEDS)))))


@given(cases_of_several())
def test_law_1_engine_breach_days_are_the_oracles_for_several_rules_at_once(made: Made) -> None:
    agree(made)
