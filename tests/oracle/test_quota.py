"""Quotas and what they count, worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
from tests.build import course, day, did, done, months, policy, post, quota, span, staff
from tests.oracle.told import told

from trainrules.model.rules import Audience, Cycle, Deed, OfWhich, Term
from trainrules.records.classes import (
    Attestation,
    Document,
    Leave,
    Meeting,
    Membership,
    OrganisationRecord,
    Waiver,
)

QUARTER = quota(1, course("A"), cycle=Cycle(3))


def test_a_fixed_quota_is_judged_once_the_day_after_each_whole_period() -> None:
    rule = attrs.evolve(QUARTER, need=Fraction(2))
    record = staff(post("B", "2020-01-02", "2020-09-30"), done("A", "2020-04-01"), done("A", "2020-06-30"))
    assert told(rule, record, "2021-02-01") == [("2020-10-01", "2020-10-01")]


def test_a_period_with_an_excused_day_owes_nothing() -> None:
    waiver = Waiver(rule="R", from_=day("2020-06-30"), to=day("2020-06-30"))
    record = staff(post("B", "2020-01-01"), waivers=(waiver,))
    found = told(QUARTER, record, "2020-10-02")
    assert found == [("2020-04-01", "2020-04-01"), ("2020-10-01", "2020-10-01")]


def test_the_day_after_the_period_must_not_be_excused_itself() -> None:
    waiver = Waiver(rule="R", from_=day("2020-04-01"), to=day("2020-04-01"))
    assert told(QUARTER, staff(post("B", "2020-01-01"), waivers=(waiver,)), "2020-08-01") == []


def test_an_unknown_start_is_judged_from_when_the_rule_began() -> None:
    assert told(QUARTER, staff(post("B")), "2020-10-02") == []
    begun = attrs.evolve(QUARTER, force=span("2020-04-01"))
    found = told(begun, staff(post("B")), "2020-10-02")
    assert found == [("2020-07-01", "2020-07-01"), ("2020-10-01", "2020-10-01")]


def test_a_cycle_starts_on_its_own_day() -> None:
    rule = attrs.evolve(QUARTER, cycle=Cycle(12, 9, 1))
    record = staff(post("B", "2019-09-01"), done("A", "2020-08-31"))
    assert told(rule, record, "2022-01-01") == [("2021-09-01", "2021-09-01")]


def test_hours_over_a_rolling_period_of_which_half() -> None:
    half = OfWhich(Deed("training", modes=("participatory",)), share=Fraction(1, 2))
    rule = quota(8, measure="hours", over=months(12), of_which=half)
    active = done("A", "2020-02-29", hours=Fraction(4), format="participatory")
    # Judged from 2 January 2021; what was done on 29 February 2020 counts to 28 February 2021.
    enough = staff(post("B", "2020-01-01"), active, done("B", "2020-12-01", hours=Fraction(4)))
    assert told(rule, enough, "2021-03-02") == [("2021-03-01", "2021-03-02")]
    passive = staff(post("B", "2020-01-01"), done("B", "2020-12-01", hours=Fraction(12)))
    assert told(rule, passive, "2021-01-03") == [("2021-01-02", "2021-01-03")]


def test_a_share_is_an_exact_fraction_and_of_nothing_is_met() -> None:
    members = Audience(any_of=(Term("member", "Board"),))
    meeting = Deed("meeting", "Board")
    rule = quota(Fraction(4, 5), meeting, audience=members, measure="share", cycle=Cycle(12))

    def record(went: int, missed: int) -> Any:
        attended = [True] * went + [False] * missed
        held = [
            Meeting(body="Board", on=day(f"2020-02-{n + 1:02}"), attended=a) for n, a in enumerate(attended)
        ]
        member = (Membership(body="Board"),)
        return staff(joined=day("2020-01-01"), memberships=member, meetings=tuple(held))

    assert told(rule, record(8, 2), "2021-02-01") == []
    assert told(rule, record(7, 3), "2021-02-01") == [("2021-01-01", "2021-01-01")]
    assert told(rule, record(0, 0), "2021-02-01") == []


def test_pro_rata_shrinks_to_the_days_in_scope_and_not_on_leave() -> None:
    rule = attrs.evolve(QUARTER, deeds=(Deed("training"),), measure="days", need=Fraction(6), pro_rata=True)
    # April to June 2020 has 91 days; from 16 May there are 46, of which 1 on leave: 45/91 of 6 is 270/91.
    leave = (Leave(from_=day("2020-06-01"), to=day("2020-06-01")),)
    held = post("B", "2020-05-16", "2020-06-30")
    just = staff(held, done("A", "2020-05-20", days=Fraction(270, 91)), leave=leave)
    assert told(rule, just, "2020-08-01") == []
    less = staff(held, done("A", "2020-05-20", days=Fraction(269, 91)), leave=leave)
    assert told(rule, less, "2020-08-01") == [("2020-07-01", "2020-07-01")]


def test_an_exact_duplicate_is_one_event() -> None:
    rule = attrs.evolve(QUARTER, deeds=(Deed("activity", "read"),), need=Fraction(2), cycle=Cycle(12))
    record = staff(post("B", "2020-01-01"), did("read", "2020-05-01"), did("read", "2020-05-01"))
    assert told(rule, record, "2021-01-01") == [("2021-01-01", "2021-01-01")]


def test_a_declared_activity_stands_for_its_members() -> None:
    rule = attrs.evolve(QUARTER, deeds=(Deed("activity", "update"),), need=Fraction(3), cycle=Cycle(12))
    rules = policy(rule, activities=(("update", ("e-bulletin", "reading")),))
    kinds = ("Reading", "update", "e-bulletin")
    record = staff(post("B", "2020-01-01"), *(did(kind, "2020-05-01") for kind in kinds))
    assert told(rule, record, "2021-01-01", rules) == []
    assert told(rule, record, "2021-01-01") == [("2021-01-01", "2021-01-01")]


def test_a_document_is_on_record_from_its_date_or_by_attestation() -> None:
    agencies, since_2020 = Audience(entity="agency"), span("2020-01-01")
    rule = quota(1, Deed("document", "plan"), audience=agencies, cycle=Cycle(12), force=since_2020)
    agency = OrganisationRecord(kind="agency", id="A")
    plan = Document(name="Plan", dated=day("2020-02-01"))
    said = Attestation(name="plan", met=True, on=day("2021-02-01"))
    in_2021, in_2022 = ("2021-01-01", "2021-01-01"), ("2022-01-01", "2022-01-01")
    assert told(rule, attrs.evolve(agency, documents=(plan,)), "2022-01-01") == [in_2022]
    assert told(rule, attrs.evolve(agency, attestations=(said,)), "2022-01-01") == [in_2021]
    both = attrs.evolve(agency, documents=(plan,), attestations=(said,))
    assert told(rule, both, "2022-01-01") == []
