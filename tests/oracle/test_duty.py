"""Deadlines and refreshes, worked out by hand."""

from __future__ import annotations

from typing import Any

import attrs
from tests.build import (
    course,
    day,
    days,
    did,
    done,
    for_groups,
    group,
    months,
    owed,
    policy,
    post,
    span,
    staff,
    within,
)
from tests.oracle.told import told

from trainrules.model.rules import (
    Anchor,
    CourseType,
    Deadline,
    Deed,
    Delivery,
    Duty,
    Equivalence,
    Lapse,
    Owed,
    Period,
    Renewal,
    Term,
)
from trainrules.records.classes import Evaluation, Qualification

FIRST = Duty(label="R", audience=group("B"), owed=owed("Safeguarding"), first=within(months(6)))
BOTH = attrs.evolve(FIRST, every=months(12))
REFRESH = attrs.evolve(FIRST, first=None, every=months(12), refresh_only=True)
EVERY = attrs.evolve(FIRST, first=None, every=months(12))


def record(*on: str, started: str = "2020-01-10", **more: Any) -> Any:
    """Return somebody in group B from *started*, trained on each day of *on*."""
    return staff(post("B", started), *(done("Safeguarding", each, **more) for each in on))


def test_due_today_is_not_late() -> None:
    assert told(FIRST, record(), "2020-07-10") == []
    assert told(FIRST, record(), "2020-07-11") == [("2020-07-11", "2020-07-11")]


def test_training_ends_the_breach_on_its_own_day() -> None:
    assert told(FIRST, record("2020-07-13"), "2021-01-01") == [("2020-07-11", "2020-07-12")]


def test_prior_training_counts_unless_the_rule_says_otherwise() -> None:
    assert told(FIRST, record("2020-01-09"), "2020-07-11") == []
    strict = attrs.evolve(FIRST, prior_counts=False)
    assert told(strict, record("2020-01-09"), "2020-07-11") == [("2020-07-11", "2020-07-11")]
    assert told(strict, record("2020-01-10"), "2020-07-11") == []


def test_a_cover_that_runs_out_before_the_first_deadline_is_no_breach_until_then() -> None:
    assert told(BOTH, record("2019-03-01"), "2020-07-12") == [("2020-07-11", "2020-07-12")]


def test_a_refresh_of_29_february_is_due_on_28_february() -> None:
    assert told(BOTH, record("2020-02-29"), "2021-03-02") == [("2021-03-01", "2021-03-02")]


def test_a_refresh_binds_nobody_who_never_trained() -> None:
    assert told(REFRESH, record(), "2025-01-01") == []
    assert told(REFRESH, record("2020-03-01"), "2021-03-02") == [("2021-03-02", "2021-03-02")]


def test_a_refresh_binds_who_was_still_paid_for_on_the_first_day() -> None:
    assert told(REFRESH, record("2019-01-10"), "2020-01-11") == [("2020-01-11", "2020-01-11")]
    assert told(REFRESH, record("2019-01-09"), "2020-12-31") == []


def test_every_period_binds_after_one_period_who_never_trained() -> None:
    assert told(EVERY, record(), "2021-01-11") == [("2021-01-11", "2021-01-11")]
    assert told(EVERY, record("2019-02-01"), "2020-02-02") == [("2020-02-02", "2020-02-02")]


def test_a_duty_with_neither_deadline_nor_period_is_open_until_met() -> None:
    assert told(attrs.evolve(FIRST, first=None), record(), "2030-01-01") == []


def test_grace_moves_the_breach_and_not_the_due_day() -> None:
    rule = attrs.evolve(BOTH, grace=months(1))
    assert told(rule, record("2020-07-20"), "2021-08-21") == [("2021-08-21", "2021-08-21")]
    assert told(rule, record(), "2020-08-11") == [("2020-08-11", "2020-08-11")]


def test_not_beyond_is_the_earlier_of_the_two() -> None:
    rule = attrs.evolve(FIRST, first=within(months(6), not_beyond=within(months(8), "joining")))
    joined = attrs.evolve(record(), joined=day("2019-10-01"))
    assert told(rule, joined, "2020-06-02") == [("2020-06-02", "2020-06-02")]


def test_by_a_date_is_that_date() -> None:
    rule = attrs.evolve(FIRST, first=Deadline(Anchor("date", day("2020-04-01"))))
    assert told(rule, record(), "2020-04-02") == [("2020-04-02", "2020-04-02")]
    fact = attrs.evolve(FIRST, first=within(months(1), "fact"))
    named = attrs.evolve(fact, first=Deadline(Anchor("fact", name="approval"), months(1)))
    approved = attrs.evolve(record(), facts=(("approval", day("2020-01-31")),))
    assert told(named, approved, "2020-03-01") == [("2020-03-01", "2020-03-01")]
    assert told(named, record(), "2030-03-01") == []


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    # From Thursday 9 April 2020: Good Friday and Easter Monday are out, so Tuesday and Wednesday are the two.
    rule = attrs.evolve(FIRST, first=within(Period(working_days=2)), calendar="England and Wales")
    assert told(rule, record(started="2020-04-09"), "2020-04-16") == [("2020-04-16", "2020-04-16")]


def test_evidence_counts_from_its_own_day_and_pays_from_the_trainings() -> None:
    rule = attrs.evolve(BOTH, evidence="evaluation")
    back = (Evaluation(kind="impact", returned=day("2020-07-20")),)
    found = told(rule, record("2020-06-01", evaluations=back), "2021-06-02")
    assert found == [("2020-07-11", "2020-07-19"), ("2021-06-02", "2021-06-02")]
    certified = attrs.evolve(FIRST, evidence="certificate")
    assert told(certified, record("2020-06-01", certificate="C1"), "2020-08-01") == []
    assert told(certified, record("2020-06-01", certificate=False), "2020-07-11") != []


def test_keeping_the_date_moves_on_from_the_day_paid_for() -> None:
    rule = attrs.evolve(BOTH, renewal=Renewal.KEEP_DATE, keep_window=months(3))
    # Paid for to 1 March 2021; renewed on 1 December 2020 (three months before), so to 1 March 2022.
    assert told(rule, record("2020-03-01", "2020-12-01"), "2022-03-02") == [("2022-03-02", "2022-03-02")]
    # A day earlier is too early: a year from itself.
    assert told(rule, record("2020-03-01", "2020-11-30"), "2021-12-01") == [("2021-12-01", "2021-12-01")]


def test_counted_from_the_due_date_moves_along_fixed_dates() -> None:
    rule = attrs.evolve(BOTH, renewal=Renewal.DUE_DATE)
    # Dates: 10 July 2020, 2021, 2022. 1 May 2020 is for July 2020; 1 June 2020 is too early for July 2021.
    found = told(rule, record("2020-05-01", "2020-06-01"), "2021-07-12")
    assert found == [("2021-07-11", "2021-07-12")]
    # 10 July 2020 is still for that date; 11 July 2020 is already for the next one.
    assert told(rule, record("2020-05-01", "2020-07-10"), "2021-07-11") == [("2021-07-11", "2021-07-11")]
    assert told(rule, record("2020-05-01", "2020-07-11"), "2022-07-10") == []
    # A late one moves to the first date after it.
    late = told(rule, record("2021-09-01"), "2022-07-12")
    assert late == [("2020-07-11", "2021-08-31"), ("2022-07-11", "2022-07-12")]


def test_fixed_dates_are_computed_once_from_the_anchor() -> None:
    rule = attrs.evolve(FIRST, first=within(months(1)), every=months(1), renewal=Renewal.DUE_DATE)
    # From 30 December: 30 January, 29 February, 30 March (a chain would give 29 March).
    trained = record("2020-01-15", "2020-02-10", started="2019-12-30")
    assert told(rule, trained, "2020-03-31") == [("2020-03-31", "2020-03-31")]


def test_after_a_long_lapse_only_the_foundation_counts() -> None:
    rule = attrs.evolve(BOTH, lapse=Lapse(after=months(2), deed=course("Foundation")))
    # Due 10 July 2020, lapsed after 10 September 2020.
    assert told(rule, record("2020-09-10"), "2020-10-01") == [("2020-07-11", "2020-09-09")]
    assert told(rule, record("2020-09-11"), "2020-10-01") == [("2020-07-11", "2020-10-01")]
    back = staff(post("B", "2020-01-10"), done("Foundation", "2020-09-11"))
    assert told(rule, back, "2020-10-01") == [("2020-07-11", "2020-09-10")]
    early = staff(post("B", "2020-01-10"), done("Foundation", "2020-09-10"))
    assert told(rule, early, "2020-10-01") == [("2020-07-11", "2020-10-01")]


def test_every_alone_lapses_after_its_first_period_and_a_refresh_never_begun_does_not() -> None:
    rule = attrs.evolve(EVERY, every=months(6), lapse=Lapse(after=months(2), deed=course("Foundation")))
    # Due 10 July 2020, lapsed after 10 September 2020.
    assert told(rule, record("2020-09-10"), "2020-10-01") == [("2020-07-11", "2020-09-09")]
    assert told(rule, record("2020-09-11"), "2020-10-01") == [("2020-07-11", "2020-10-01")]
    refresh = attrs.evolve(rule, refresh_only=True)
    assert told(refresh, record("2023-01-10"), "2023-07-11") == [("2023-07-11", "2023-07-11")]


def test_one_of_several_is_enough_and_all_of_several_are_needed() -> None:
    either = attrs.evolve(FIRST, owed=Owed(((course("Safeguarding"), course("Neglect")),)))
    each = attrs.evolve(FIRST, owed=owed("Safeguarding", "Neglect"))
    assert told(either, record("2020-02-01"), "2020-07-11") == []
    assert told(each, record("2020-02-01"), "2020-07-11") == [("2020-07-11", "2020-07-11")]


def test_a_bundle_with_a_period_is_covered_while_each_part_is() -> None:
    rule = attrs.evolve(BOTH, owed=owed("Safeguarding", "Neglect"))
    trained = staff(
        post("B", "2020-01-10"), done("Safeguarding", "2020-02-01"), done("Neglect", "2020-06-01")
    )
    assert told(rule, trained, "2021-02-03") == [("2021-02-02", "2021-02-03")]


def test_then_other_training_renews_once_the_bundle_is_done() -> None:
    rule = attrs.evolve(BOTH, owed=owed("Safeguarding", "Neglect"), then=owed("Update"))
    parts = (done("Safeguarding", "2020-02-01"), done("Neglect", "2020-06-01"))
    trained = staff(
        post("B", "2020-01-10"), *parts, done("Update", "2020-05-31"), done("Neglect", "2021-05-01")
    )
    assert told(rule, trained, "2021-06-02") == [("2021-06-02", "2021-06-02")]
    trained = staff(post("B", "2020-01-10"), *parts, done("Update", "2021-05-31"))
    assert told(rule, trained, "2022-06-01") == [("2022-06-01", "2022-06-01")]


def test_a_qualification_covers_while_in_date() -> None:
    rule = attrs.evolve(FIRST, owed=Owed(((Deed("qualification", "PGCE"),),)))
    held = Qualification(name="PGCE", on=day("2019-01-01"), until=day("2020-07-15"))
    trained = attrs.evolve(record(), qualifications=(held,))
    assert told(rule, trained, "2020-07-17") == [("2020-07-16", "2020-07-17")]


def test_own_training_is_what_is_declared_or_recorded_for_the_group() -> None:
    own = attrs.evolve(FIRST, owed=Owed(((Deed("training", own=Term("group", "B")),),)))
    declared = policy(own, courses=(CourseType("Basics", ("The basics",), own=(Term("group", "B"),)),))
    by_alias = staff(post("B", "2020-01-10"), done("the  Basics", "2020-02-01"))
    assert told(own, by_alias, "2020-07-11", declared) == []
    recorded = staff(post("B", "2020-01-10"), done("Other", "2020-02-01", for_=for_groups("b")))
    assert told(own, recorded, "2020-07-11", declared) == []
    assert told(own, record("2020-02-01"), "2020-07-11", declared) != []


def test_what_counts_as_something_else_counts_on_and_on() -> None:
    first = Equivalence(Deed("activity", "Case conference"), Deed("training", "Neglect"), group("B"))
    second = Equivalence(course("Neglect"), course("Safeguarding"))
    rules = policy(FIRST, equivalences=(second, first))
    assert (
        told(FIRST, staff(post("B", "2020-01-10"), did("case conference", "2020-02-01")), "2020-07-11", rules)
        == []
    )
    before = staff(post("B", "2020-01-10"), did("case conference", "2020-01-09"))
    assert told(FIRST, before, "2020-07-11", rules) == [("2020-07-11", "2020-07-11")]


def test_training_that_breaks_a_delivery_rule_counts_for_no_duty_of_that_audience() -> None:
    own = Deed("training", own=Term("group", "B"))
    duty = attrs.evolve(FIRST, owed=Owed(((own,),)))
    only = Delivery(
        label="D", audience=group("B"), deed=own, modes=("single-agency",), force=span("2020-03-01")
    )
    rules = policy(duty, only)

    def trained(on: str, delivery: str) -> Any:
        return staff(post("B", "2020-01-10"), done("X", on, delivery=delivery, for_=for_groups("B")))

    assert told(duty, trained("2020-03-01", "multi-agency"), "2020-07-11", rules) != []
    assert told(duty, trained("2020-02-29", "multi-agency"), "2020-07-11", rules) == []
    assert told(duty, trained("2020-03-01", "single-agency"), "2020-07-11", rules) == []


def test_the_clock_is_by_days_where_the_rule_counts_days() -> None:
    rule = attrs.evolve(FIRST, first=within(days(56)))
    assert told(rule, record(), "2020-03-07") == [("2020-03-07", "2020-03-07")]


def test_training_is_prior_to_the_anchor_or_by_a_date_to_starting() -> None:
    by = attrs.evolve(FIRST, first=Deadline(Anchor("date", day("2020-06-01"))), prior_counts=False)
    assert told(by, record("2020-01-10"), "2020-09-01") == []
    assert told(by, record("2020-01-09"), "2020-06-02") == [("2020-06-02", "2020-06-02")]
    of_a_date = attrs.evolve(by, first=Deadline(Anchor("date", day("2020-06-01")), months(1)))
    assert told(of_a_date, record("2020-05-31"), "2020-07-02") == [("2020-07-02", "2020-07-02")]


def test_a_qualification_and_training_on_one_day_each_pay_for_their_own_time() -> None:
    either = Owed(((course("Safeguarding"), Deed("qualification", "PGCE")),))
    rule = attrs.evolve(EVERY, owed=either, every=months(1))
    held = Qualification(name="PGCE", on=day("2020-01-10"), until=day("2020-03-15"))
    trained = staff(post("B", "2020-01-10"), done("Safeguarding", "2020-01-10"), qualifications=(held,))
    assert told(rule, trained, "2020-03-16") == [("2020-03-16", "2020-03-16")]
