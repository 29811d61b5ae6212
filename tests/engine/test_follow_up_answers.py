"""Which evaluation answers a follow-up, and windows of the calendar where no first day is known."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.build import course, day, done, group, impact, policy, post, span, staff

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation as Result
from trainrules.findings import Obligation, Status
from trainrules.model.rules import Audience, Deed, FollowUp, Owed, Window
from trainrules.records.classes import Evaluation, OrganisationRecord, Report

IMPACT = impact(course("Neglect"), audience=group("B"))
"""After 31 January 2022: from 30 April to 31 July."""

JUNE = FollowUp(
    label="R",
    audience=Audience(entity="partnership"),
    response=Owed(((Deed("report", "plan", action="review"),),)),
    window=Window(6),
)
IN_JUNE = (Report(name="plan", action="review", on=day("2022-06-30")),)


def returned(*evaluations: tuple[str, str], as_of: str = "2022-09-01") -> Obligation:
    """Return what is owed where these evaluations were returned, each of a kind; empty is not known."""
    told = tuple(Evaluation(kind=kind or None, returned=day(on) if on else None) for kind, on in evaluations)
    record = staff(post("B", "2020-01-01"), done("Neglect", "2022-01-31", evaluations=told))
    (owed,) = evaluate(policy(IMPACT), record, day(as_of)).obligations
    return owed


@pytest.mark.parametrize("other", [("", "2022-08-15"), ("", "2022-08-20"), ("other", "2022-08-01")])
def test_what_came_no_earlier_than_the_one_that_is_known_decides_nothing(other: tuple[str, str]) -> None:
    owed = returned(("impact", "2022-08-15"), other)
    assert (owed.status, owed.satisfied_on) == (Status.MET_LATE, day("2022-08-15"))


@pytest.mark.parametrize("other", [("", "2022-08-14"), ("", ""), ("impact", "")])
def test_what_may_have_come_earlier_than_a_late_one_leaves_it_open(other: tuple[str, str]) -> None:
    owed = returned(("impact", "2022-08-15"), other)
    assert (owed.status, owed.missing) == (Status.UNDETERMINED, ("evaluation of training 1",))


@pytest.mark.parametrize("other", [("", "2022-04-29"), ("", "2022-09-02")])
def test_what_came_too_early_or_is_still_to_come_leaves_nothing_open(other: tuple[str, str]) -> None:
    assert returned(other).status is Status.OVERDUE


def test_what_is_returned_on_the_as_of_day_is_there() -> None:
    assert returned(("impact", "2022-08-15"), as_of="2022-08-15").status is Status.MET_LATE
    assert returned(("", "2022-08-15"), as_of="2022-08-15").status is Status.UNDETERMINED


def test_one_on_the_due_day_is_in_time_whatever_else_there_was() -> None:
    assert returned(("impact", "2022-07-31"), ("impact", "")).status is Status.MET
    assert returned(("impact", "2022-08-01"), ("impact", "")).status is Status.UNDETERMINED


def test_who_leaves_on_the_day_the_window_opens_is_released_though_they_come_back() -> None:
    neglect = done("Neglect", "2022-01-31")
    record = staff(post("B", "2020-01-01", "2022-04-30"), post("B", "2023-01-01"), neglect)
    (owed,) = evaluate(policy(IMPACT), record, day("2022-05-01")).obligations
    assert owed.status is Status.RELEASED


def test_who_left_before_the_window_opens_is_released_in_force_or_not() -> None:
    record = staff(post("B", "2020-01-01", "2022-03-31"), done("Neglect", "2022-01-31"))
    rule = evolve(IMPACT, force=span("2021-01-01"))
    (owed,) = evaluate(policy(rule), record, day("2022-05-01")).obligations
    assert owed.status is Status.RELEASED


def reviewed(rule: FollowUp, **facts: object) -> Result:
    """Return the result of a partnership that reviewed its plan on 30 June 2022."""
    record = OrganisationRecord(kind="partnership", id="P", reports=IN_JUNE, **facts)  # type: ignore[arg-type]
    return evaluate(policy(rule), record, day("2022-09-01"))


def test_each_june_of_whom_nobody_knows_the_first_day_is_undetermined() -> None:
    (owed,) = reviewed(JUNE, left=day("2023-05-31")).obligations
    assert (owed.status, owed.missing, owed.opens) == (Status.UNDETERMINED, ("starting day",), None)
    assert owed.owed == "review plan"


def test_each_june_since_the_rule_is_in_force_where_nothing_else_says_since_when() -> None:
    first, after = reviewed(evolve(JUNE, force=span("2022-06-01"))).obligations
    assert (first.status, first.opens, first.due) == (Status.MET, day("2022-06-01"), day("2022-06-30"))
    assert (after.status, after.opens) == (Status.NOT_OPEN, day("2023-06-01"))


def test_a_later_run_is_judged_though_the_first_day_of_an_earlier_one_is_not_known() -> None:
    rule = evolve(JUNE, audience=group("B"), response=Owed(((course("A"),),)))
    record = staff(post("B", "", "2020-12-31"), post("B", "2022-01-01"), done("A", "2022-06-10"))
    told = evaluate(policy(rule), record, day("2022-09-01")).obligations
    assert [each.status for each in told] == [Status.UNDETERMINED, Status.MET, Status.NOT_OPEN]


def test_a_post_held_since_joining_is_judged_from_then_on() -> None:
    rule = evolve(JUNE, audience=group("B"), response=Owed(((course("A"),),)))
    record = staff(post("B"), done("A", "2022-06-10"), joined=day("2022-01-01"))
    told = evaluate(policy(rule), record, day("2022-09-01")).obligations
    assert [each.status for each in told] == [Status.MET, Status.NOT_OPEN]


def test_the_first_month_in_force_is_told_however_far_off_it_is() -> None:
    (owed,) = reviewed(evolve(JUNE, force=span("2040-06-02"))).obligations
    assert (owed.status, owed.opens) == (Status.NOT_OPEN, day("2041-06-01"))
