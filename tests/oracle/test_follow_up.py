"""Follow-ups, worked out by hand."""

from __future__ import annotations

from typing import Any

import attrs
from tests.build import course, day, days, done, group, impact, owed, post, span, staff
from tests.oracle.told import told

from trainrules.model.rules import Audience, Deed, FollowUp, Owed, Strength, Window
from trainrules.records.classes import Evaluation, OrganisationRecord, Report

STARTED = "2020-01-01"
IMPACT = impact(Deed("training", modes=("multi-agency",)))
REVIEW = FollowUp(
    label="R",
    audience=Audience(entity="partnership"),
    response=Owed(((Deed("report", "arrangements", action="review"),),)),
)
PARTNERSHIP = OrganisationRecord(kind="partnership", id="P")


def course_with(*returned: str, on: str = "2020-08-31") -> Any:
    """Return a multi-agency course with impact evaluations back on each day of *returned*."""
    back = tuple(Evaluation(kind="impact", returned=day(each)) for each in returned)
    return done("Neglect", on, delivery="multi-agency", evaluations=back)


def test_an_evaluation_is_late_after_the_last_day_of_the_window() -> None:
    # 31 August + 6 months is 28 February 2021.
    found = told(IMPACT, staff(post("B", STARTED), course_with()), "2021-03-02")
    assert found == [("2021-03-01", "2021-03-02")]


def test_an_evaluation_before_its_window_opens_does_not_count_and_a_late_one_ends_it() -> None:
    # 31 August + 3 months is 30 November.
    early = staff(post("B", STARTED), course_with("2020-11-29"))
    assert told(IMPACT, early, "2021-03-01") == [("2021-03-01", "2021-03-01")]
    on_time = staff(post("B", STARTED), course_with("2020-11-30"))
    assert told(IMPACT, on_time, "2021-03-01") == []
    late = staff(post("B", STARTED), course_with("2021-03-04"))
    assert told(IMPACT, late, "2021-04-01") == [("2021-03-01", "2021-03-03")]


def test_an_evaluation_of_another_course_answers_nothing() -> None:
    other = course_with("2020-12-01", "2020-12-02", on="2020-08-30")
    record = staff(post("B", STARTED), course_with(), other)
    assert told(IMPACT, record, "2021-03-01") == [("2021-03-01", "2021-03-01")]


def test_what_names_no_trigger_answers_the_earliest_open() -> None:
    rule = FollowUp(
        label="R", response=owed("Workshop"), trigger=course("Neglect"), after=days(2), within=days(10)
    )
    posted = (post("B", STARTED), done("Neglect", "2020-03-01"), done("Neglect", "2020-03-04"))
    once = staff(*posted, done("Workshop", "2020-03-06"))
    assert told(rule, once, "2020-03-16") == [("2020-03-15", "2020-03-16")]
    # 1 March is answered on the 3rd, and the 5th is too early for 4 March.
    early = staff(*posted, done("Workshop", "2020-03-03"), done("Workshop", "2020-03-05"))
    assert told(rule, early, "2020-03-15") == [("2020-03-15", "2020-03-15")]


def test_a_trigger_outside_scope_asks_for_nothing() -> None:
    rule = FollowUp(label="R", audience=group("B"), response=owed("Workshop"), trigger=course("Neglect"))
    neglect = done("Neglect", "2020-03-01")
    assert told(rule, staff(post("B", "2020-03-02"), neglect), "2020-04-01") == []
    found = told(rule, staff(post("B", "2020-03-01"), neglect), "2020-03-02")
    assert found == [("2020-03-02", "2020-03-02")]


def test_a_month_of_its_own_is_overdue_after_its_last_day() -> None:
    rule = attrs.evolve(REVIEW, window=Window(12, 2020))
    assert told(rule, PARTNERSHIP, "2021-01-02") == [("2021-01-01", "2021-01-02")]
    early = Report(name="arrangements", on=day("2020-11-30"), action="review")
    found = told(rule, attrs.evolve(PARTNERSHIP, reports=(early,)), "2021-01-01")
    assert found == [("2021-01-01", "2021-01-01")]
    late = attrs.evolve(PARTNERSHIP, reports=(attrs.evolve(early, on=day("2021-01-05")),))
    assert told(rule, late, "2021-02-01") == [("2021-01-01", "2021-01-04")]


def test_a_month_of_every_year_is_judged_from_when_the_rule_began() -> None:
    rule = attrs.evolve(REVIEW, window=Window(2), force=span("2020-02-02"))
    assert told(rule, PARTNERSHIP, "2021-03-02") == [("2021-03-01", "2021-03-02")]
    assert told(attrs.evolve(rule, force=span()), PARTNERSHIP, "2021-03-02") == []


def test_a_permission_is_never_broken() -> None:
    rule = attrs.evolve(IMPACT, strength=Strength.MAY)
    assert told(rule, staff(post("B", STARTED), course_with()), "2022-03-02") == []
