"""Runs, anchors and excuses, worked out by hand."""

from __future__ import annotations

import attrs
from tests.build import course, day, days, done, group, months, owed, policy, post, span, staff, within
from tests.oracle.told import told

from trainrules.model.rules import Anchor, Audience, Deadline, Duty, Term
from trainrules.records.classes import Attribute, Employment, Leave, Membership, Waiver

INDUCTION = Duty(label="R", audience=group("B"), owed=owed("Induction"), first=within(months(1)))


def test_the_last_day_of_february_is_in_time_for_who_starts_on_31_january() -> None:
    assert told(INDUCTION, staff(post("B", "2022-01-31")), "2022-03-02") == [("2022-03-01", "2022-03-02")]


def test_two_posts_without_a_gap_are_one_run() -> None:
    record = staff(post("B", "2022-01-10", "2022-01-31"), post("B", "2022-02-01"))
    assert told(INDUCTION, record, "2022-02-12") == [("2022-02-11", "2022-02-12")]


def test_a_day_between_two_posts_starts_another_run() -> None:
    record = staff(post("B", "2022-01-10", "2022-01-31"), post("B", "2022-02-02"))
    assert told(INDUCTION, record, "2022-03-03") == [("2022-03-03", "2022-03-03")]


def test_a_gap_of_just_the_short_break_ends_no_run_but_its_days_are_not_in_scope() -> None:
    rule = attrs.evolve(INDUCTION, breaks=months(1))
    record = staff(post("B", "2022-01-10", "2022-01-31"), post("B", "2022-03-01"))
    assert told(rule, record, "2022-03-02") == [("2022-03-01", "2022-03-02")]
    record = staff(post("B", "2022-01-10", "2022-01-31"), post("B", "2022-03-02"))
    assert told(rule, record, "2022-04-03") == [("2022-04-03", "2022-04-03")]


def test_leaving_ends_every_post() -> None:
    record = staff(post("B", "2022-01-31"), joined=day("2022-01-31"), left=day("2022-03-05"))
    assert told(INDUCTION, record, "2022-04-01") == [("2022-03-01", "2022-03-05")]


def test_a_post_from_before_leaving_does_not_come_back_with_the_person() -> None:
    record = staff(
        post("B", "2022-01-31"),
        employment=(
            Employment(joined=day("2022-01-31"), left=day("2022-03-05")),
            Employment(joined=day("2022-06-01")),
        ),
    )
    assert told(INDUCTION, record, "2022-08-01") == [("2022-03-01", "2022-03-05")]


def test_joining_is_the_last_joining_on_or_before_the_start() -> None:
    rule = attrs.evolve(INDUCTION, first=within(months(1), "joining"))
    record = staff(post("B", "2022-05-01"), joined=day("2012-05-01"))
    assert told(rule, record, "2022-05-02") == [("2022-05-01", "2022-05-02")]
    twice = (
        Employment(joined=day("2012-05-01"), left=day("2013-01-01")),
        Employment(joined=day("2022-04-20")),
    )
    record = staff(post("B", "2022-05-01"), employment=twice)
    assert told(rule, record, "2022-05-22") == [("2022-05-21", "2022-05-22")]


def test_everyone_is_in_scope_from_the_first_post_where_no_joining_is_known_but_that_is_no_anchor() -> None:
    rule = Duty(label="R", owed=owed("Induction"), first=within(months(1)))
    record = staff(post("B", "2022-01-31", "2022-06-30"))
    assert told(rule, record, "2022-12-31") == []
    dated = attrs.evolve(rule, first=Deadline(Anchor("date", day("2022-01-01"))))
    assert told(dated, record, "2022-12-31") == [("2022-01-31", "2022-06-30")]


def test_both_at_once_and_except_are_asked_of_every_day() -> None:
    audience = Audience(
        any_of=(Term("group", "B"),), all_of=((Term("role", "DSL"),),), none_of=(Term("member", "Board"),)
    )
    rule = attrs.evolve(INDUCTION, audience=audience, first=within(days(1)))
    record = staff(
        post("B", "2022-01-01"),
        post("", "2022-01-10", "2022-01-20", roles=("dsl",)),
        memberships=(Membership(body="Board", from_=day("2022-01-15"), to=day("2022-01-16")),),
    )
    assert told(rule, record, "2022-02-01") == [("2022-01-12", "2022-01-14"), ("2022-01-19", "2022-01-20")]


def test_an_attribute_holds_on_its_own_days() -> None:
    rule = attrs.evolve(INDUCTION, audience=Audience(any_of=(Term("attribute", "sector", "school"),)))
    spell = Attribute(name="sector", value="School", from_=day("2022-01-31"), to=day("2022-03-02"))
    assert told(rule, staff(attributes=(spell,)), "2022-04-01") == [("2022-03-01", "2022-03-02")]


def test_a_waiver_covers_days_and_moves_nothing() -> None:
    waiver = Waiver(rule="r", from_=day("2022-02-01"), to=day("2022-03-10"))
    record = staff(post("B", "2022-01-31"), waivers=(waiver,))
    assert told(INDUCTION, record, "2022-03-12") == [("2022-03-11", "2022-03-12")]


def test_nothing_is_a_breach_outside_the_rules_own_life() -> None:
    rule = attrs.evolve(INDUCTION, force=span("2022-03-03", "2022-03-05"))
    assert told(rule, staff(post("B", "2022-01-31")), "2022-04-01") == [("2022-03-03", "2022-03-05")]


def test_for_those_starting_keeps_the_runs_by_their_first_day() -> None:
    rule = attrs.evolve(INDUCTION, started=span("2022-02-01"))
    record = staff(post("B", "2022-01-31", "2022-04-30"), post("B", "2022-06-01"))
    assert told(rule, record, "2022-07-02") == [("2022-07-02", "2022-07-02")]


def test_instead_of_takes_people_out_for_the_same_training_only() -> None:
    dsl = Audience(any_of=(Term("role", "DSL"),))
    other = Duty(label="S", audience=dsl, owed=owed("Induction"), first=within(months(12)), instead_of=("R",))
    record = staff(post("B", "2022-01-31"), post("", "2022-03-03", "2022-03-04", roles=("DSL",)))
    both = policy(INDUCTION, other)
    assert told(INDUCTION, record, "2022-03-06", both) == [
        ("2022-03-01", "2022-03-02"),
        ("2022-03-05", "2022-03-06"),
    ]
    elsewhere = policy(INDUCTION, attrs.evolve(other, owed=owed("Update")))
    assert told(INDUCTION, record, "2022-03-06", elsewhere) == [("2022-03-01", "2022-03-06")]


def test_a_default_gives_way_to_the_rule_that_replaces_it() -> None:
    default = attrs.evolve(INDUCTION, default=True, replaced_by=("kcsie: 1",))
    national = attrs.evolve(INDUCTION, label="kcsie: 1", first=within(months(2)), force=span("2022-03-03"))
    record = staff(post("B", "2022-01-31"))
    both = policy(default, national)
    assert told(default, record, "2022-04-02", both) == [("2022-03-01", "2022-03-02")]
    assert told(national, record, "2022-04-02", both) == [("2022-04-01", "2022-04-02")]


def test_leave_pauses_nothing_unless_the_rule_says_so() -> None:
    leave = (Leave(from_=day("2022-02-10"), to=day("2022-02-19")),)
    record = staff(post("B", "2022-01-31"), leave=leave)
    assert told(INDUCTION, record, "2022-03-12") == [("2022-03-01", "2022-03-12")]
    paused = attrs.evolve(INDUCTION, leave_pauses=True)
    assert told(paused, record, "2022-03-12") == [("2022-03-11", "2022-03-12")]


def test_a_delivery_record_made_elsewhere_changes_nothing() -> None:
    record = staff(post("B", "2022-01-31"), done("Something else", "2022-02-01"))
    assert told(INDUCTION, record, "2022-03-01") == [("2022-03-01", "2022-03-01")]
    assert course("Induction") in INDUCTION.owed.deeds
