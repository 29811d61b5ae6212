"""When a record is in an audience, term by term, as runs with whether their first day is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.build import day, days, months, post, span, staff

from trainrules.dates import DAWN, FAR
from trainrules.engine.scope import (
    NO,
    STARTED,
    YES,
    Run,
    audience_days,
    audience_runs,
    employment,
    in_audience,
    last_joining,
    started_within,
    unknown_attributes,
)
from trainrules.model.rules import Audience, Days, Term
from trainrules.records.classes import (
    Attribute,
    CourseRecord,
    Employment,
    Membership,
    OrganisationRecord,
    Post,
    Record,
    StaffRecord,
)

EVERYONE = Term("everyone")
B, C, THREE, DSL = Term("group", "B"), Term("group", "C"), Term("level", "3"), Term("role", "DSL")
HEALTH = Term("attribute", "Sector", "Health")
BOARD = Term("member", "Board")
HEALTHY = {"attributes": (Attribute(name="Sector", value="Health"),)}


def told(runs: list[Run]) -> list[tuple[str, str, bool]]:
    """Return *runs* with their days as text, empty where there is no start or no end."""
    return [(_day(first), _day(last), known) for first, last, known in runs]


def _day(number: int) -> str:
    return "" if number in (DAWN, FAR) else date.fromordinal(number).isoformat()


def within(record: Record, *any_of: Term, filled: dict[str, str] | None = None, **more: Any) -> Any:
    return told(in_audience(Audience(any_of=any_of, **more), record, filled or {}))


def test_employment_is_joining_to_leaving_else_the_posts_else_always() -> None:
    jobs = (
        Employment(joined=day("2022-03-01")),
        Employment(joined=day("2020-01-01"), left=day("2021-06-30")),
    )
    assert told(employment(staff(post("B", "2019-01-01"), employment=jobs))) == [
        ("2020-01-01", "2021-06-30", True),
        ("2022-03-01", "", True),
    ]
    joined = staff(post("B", "2019-01-01"), joined=day("2020-01-01"), left=day("2021-06-30"))
    assert told(employment(joined)) == [("2020-01-01", "2021-06-30", True)]
    posts = staff(post("B", "2020-05-01", "2020-12-31"), post("C", "2020-01-01", "2020-06-30"))
    assert told(employment(posts)) == [("2020-01-01", "2020-12-31", False)]
    left = staff(post("B", "2020-05-01"), left=day("2020-10-31"))
    assert told(employment(left)) == [("2020-05-01", "2020-10-31", False)]
    no_start = staff(post("B", ""), post("C", "2020-01-01"))
    assert told(employment(no_start)) == [("", "", False)]
    assert told(employment(staff(left=day("2021-06-30")))) == [("", "2021-06-30", False)]
    assert told(employment(OrganisationRecord(kind="body", id="B"))) == [("", "", False)]


def test_employments_that_touch_are_still_told_apart_or_joined_as_the_record_says() -> None:
    jobs = (
        Employment(joined=day("2020-01-01"), left=day("2020-12-31")),
        Employment(joined=day("2021-02-01")),
    )
    record = staff(employment=jobs)
    assert last_joining(record, day("2019-12-31").toordinal()) is None
    assert last_joining(record, day("2020-01-01").toordinal()) == day("2020-01-01").toordinal()
    assert last_joining(record, day("2021-01-31").toordinal()) == day("2020-01-01").toordinal()
    assert last_joining(record, day("2021-02-01").toordinal()) == day("2021-02-01").toordinal()
    assert last_joining(staff(post("B", "2020-01-01")), FAR) is None


def test_a_group_a_level_and_a_role_are_those_of_the_posts() -> None:
    held = Post(groups=("b",), levels=("3",), roles=("dsl",), started=day("2020-01-01"))
    record = staff(held, post("C", "2021-01-01", "2021-12-31"))
    assert within(record, B) == within(record, THREE) == within(record, DSL) == [("2020-01-01", "", True)]
    assert within(record, C) == [("2021-01-01", "2021-12-31", True)]
    assert within(record, Term("role", "3")) == []
    assert within(record, EVERYONE) == [("2020-01-01", "", False)]


def test_posts_that_overlap_or_touch_are_one_run_and_a_day_between_makes_two() -> None:
    touching = staff(post("B", "2020-01-01", "2020-06-30"), post("B", "2020-07-01", "2020-12-31"))
    assert within(touching, B) == [("2020-01-01", "2020-12-31", True)]
    apart = staff(post("B", "2020-01-01", "2020-06-30"), post("B", "2020-07-02", "2020-12-31"))
    assert within(apart, B) == [("2020-01-01", "2020-06-30", True), ("2020-07-02", "2020-12-31", True)]
    inside = staff(post("B", "2020-01-01", "2020-12-31"), post("B", "2020-02-01", "2020-03-01"))
    assert within(inside, B) == [("2020-01-01", "2020-12-31", True)]


def test_leaving_ends_the_posts_of_the_employment_they_fall_in() -> None:
    assert within(staff(post("B", "2020-01-01"), left=day("2020-06-30")), B) == [
        ("2020-01-01", "2020-06-30", True)
    ]
    one_day = staff(post("B", "2020-06-30"), left=day("2020-06-30"))
    assert within(one_day, B) == [("2020-06-30", "2020-06-30", True)]
    assert within(staff(post("B", "2020-07-01"), left=day("2020-06-30")), B) == []
    jobs = (
        Employment(joined=day("2020-01-01"), left=day("2020-06-30")),
        Employment(joined=day("2021-01-01"), left=day("2021-06-30")),
    )
    twice = staff(post("B", "2020-02-01"), post("B", "2021-02-01"), employment=jobs)
    assert within(twice, B) == [("2020-02-01", "2020-06-30", True), ("2021-02-01", "2021-06-30", True)]
    last_day = staff(post("B", "2020-06-30"), employment=jobs)
    assert within(last_day, B) == [("2020-06-30", "2020-06-30", True)]
    between = staff(post("B", "2020-10-01"), employment=jobs)
    assert within(between, B) == [("2020-10-01", "2021-06-30", True)]


def test_a_post_with_no_start_is_from_the_earliest_joining_and_has_no_known_one() -> None:
    assert within(staff(post("B", "", "2020-12-31")), B) == [("", "2020-12-31", False)]
    jobs = (
        Employment(joined=day("2021-01-01")),
        Employment(joined=day("2020-01-01"), left=day("2020-06-30")),
    )
    assert within(staff(post("B", ""), employment=jobs), B) == [("2020-01-01", "2020-06-30", False)]


def test_of_two_posts_from_one_day_the_start_is_known_only_where_it_is_of_both() -> None:
    both = staff(post("B", ""), post("B", "2020-01-01"), joined=day("2020-01-01"))
    assert within(both, B) == [("2020-01-01", "", False)]
    shorter = staff(post("B", "2020-01-01", "2020-06-30"), post("B", ""), joined=day("2020-01-01"))
    assert within(shorter, B) == [("2020-01-01", "", False)]


def test_trainers_have_the_role_while_they_are_there() -> None:
    record = StaffRecord(id="T", kind="trainer", joined=day("2020-01-01"), left=day("2020-12-31"))
    assert within(record, Term("role", "trainer")) == [("2020-01-01", "2020-12-31", True)]
    assert within(record, DSL) == []
    assert within(staff(joined=day("2020-01-01")), Term("role", "Trainer")) == []
    assert within(record, Term("group", "Trainer")) == []


def test_an_attribute_holds_for_its_days_while_the_person_is_there() -> None:
    spells = (
        Attribute(name="sector", value="HEALTH", from_=day("2020-03-01"), to=day("2020-06-30")),
        Attribute(name="sector", value="health", from_=day("2020-07-01")),
        Attribute(name="sector", value="school"),
        Attribute(name="other", value="health"),
    )
    record = staff(joined=day("2020-05-01"), left=day("2020-12-31"), attributes=spells)
    assert within(record, HEALTH) == [("2020-05-01", "2020-12-31", True)]
    early = staff(joined=day("2020-01-01"), attributes=spells)
    assert within(early, HEALTH) == [("2020-03-01", "", True)]
    until = staff(attributes=(Attribute(name="sector", value="health", to=day("2020-06-30")),))
    assert within(until, HEALTH) == [("", "2020-06-30", False)]
    always = Term("attribute", "sector", "School")
    assert within(early, always) == [("2020-01-01", "", True)]
    assert within(early, Term("attribute", "sector", "army")) == []


def test_an_attribute_not_given_is_what_it_is_filled_in_with() -> None:
    record = staff(joined=day("2020-01-01"))
    assert within(record, HEALTH) == []
    assert within(record, HEALTH, filled={"sector": "health"}) == [("2020-01-01", "", True)]
    assert within(record, HEALTH, filled={"sector": "school"}) == []


def test_members_are_those_of_the_body_for_their_days() -> None:
    record = staff(
        joined=day("2020-01-01"),
        memberships=(
            Membership(body="board", from_=day("2020-02-01"), to=day("2020-03-31")),
            Membership(body="Panel", from_=day("2020-06-01")),
        ),
    )
    assert within(record, BOARD) == [("2020-02-01", "2020-03-31", True)]
    assert within(record, Term("member", "PANEL")) == [("2020-06-01", "", True)]


def test_a_course_has_the_delivery_and_the_format_it_is_given_with() -> None:
    def course(**facts: Any) -> CourseRecord:
        return CourseRecord(id="C", **facts)

    multi, virtual = Term("delivery", "multi-agency"), Term("format", "Virtual")
    given = course(delivery="Multi-Agency", format="virtual")
    assert within(given, multi, entity="course") == [("", "", False)]
    assert within(given, virtual, entity="course") == [("", "", False)]
    assert within(given, Term("format", "multi-agency"), entity="course") == []
    of_health = course(delivery="multi-agency", attributes=(Attribute(name="sector", value="health"),))
    assert within(of_health, HEALTH, entity="course") == [("", "", False)]
    silent = course()
    assert within(silent, multi, entity="course") == []
    assert within(silent, multi, entity="course", filled={"delivery": "multi-agency"}) == [("", "", False)]
    both = Audience("course", any_of=(multi,), all_of=((virtual,),))
    assert unknown_attributes(both, silent) == {"delivery", "format"}
    assert unknown_attributes(both, course(format="virtual")) == {"delivery"}


def test_only_records_of_the_right_kind_and_name_are_in_the_audience() -> None:
    body = OrganisationRecord(kind="body", id="B1", name="Board")
    assert within(body, EVERYONE, entity="body") == [("", "", False)]
    assert within(body, EVERYONE, entity="body", name="board") == [("", "", False)]
    assert within(body, EVERYONE, entity="body", name="b1") == [("", "", False)]
    assert within(body, EVERYONE, entity="body", name="panel") == []
    assert within(OrganisationRecord(kind="body", id="B1"), EVERYONE, entity="body", name="panel") == []
    assert within(body, EVERYONE) == []
    assert within(StaffRecord(id="T", kind="trainer"), EVERYONE) == [("", "", False)]
    assert unknown_attributes(Audience(any_of=(HEALTH,)), body) == frozenset()


def test_all_of_any_of_and_none_of_are_put_together() -> None:
    record = staff(
        post("B", "2020-01-01", "2020-12-31"),
        post("C", "2020-03-01", "2020-04-30"),
        post("", "2020-02-01", "2020-10-31", roles=("DSL",)),
    )
    assert within(record, B, C) == [("2020-01-01", "2020-12-31", True)]
    assert within(record, B, all_of=((DSL,),)) == [("2020-02-01", "2020-10-31", True)]
    assert within(record, B, all_of=((DSL,), (C,))) == [("2020-03-01", "2020-04-30", True)]
    touching = staff(post("B", "2020-01-01", "2020-03-01"), post("", "2020-03-01", roles=("DSL",)))
    assert within(touching, B, all_of=((DSL,),)) == [("2020-03-01", "2020-03-01", True)]
    assert within(record, B, none_of=(C,)) == [
        ("2020-01-01", "2020-02-29", True),
        ("2020-05-01", "2020-12-31", True),
    ]
    assert within(record, B, none_of=(C, DSL)) == [
        ("2020-01-01", "2020-01-31", True),
        ("2020-11-01", "2020-12-31", True),
    ]
    assert within(record, C, none_of=(B,)) == []


def test_the_start_of_two_things_together_is_known_where_the_later_of_them_is() -> None:
    unknown_post = staff(post("B", "", "2020-12-31"), post("", "2020-02-01", roles=("DSL",)))
    assert within(unknown_post, B, all_of=((DSL,),)) == [("2020-02-01", "2020-12-31", True)]
    later_unknown = staff(post("B", "2019-01-01"), post("", "", roles=("DSL",)), joined=day("2020-01-01"))
    assert within(later_unknown, B, all_of=((DSL,),)) == [("2020-01-01", "", False)]
    assert within(later_unknown, DSL, all_of=((B,),)) == [("2020-01-01", "", False)]
    same_day = staff(post("B", "2020-01-01"), post("", "", roles=("DSL",)), joined=day("2020-01-01"))
    assert within(same_day, B, all_of=((DSL,),)) == [("2020-01-01", "", True)]
    assert within(same_day, DSL, all_of=((B,),)) == [("2020-01-01", "", True)]


def test_who_is_taken_out_at_the_start_starts_when_that_ends() -> None:
    record = staff(post("B", ""), post("C", "", "2020-03-31"))
    assert within(record, B, none_of=(C,)) == [("2020-04-01", "", True)]
    still_unknown = staff(post("B", ""), post("C", "2020-03-01", "2020-03-31"))
    assert within(still_unknown, B, none_of=(C,)) == [("", "2020-02-29", False), ("2020-04-01", "", True)]
    before = staff(post("B", ""), post("C", "2019-01-01", "2019-12-30"), joined=day("2020-01-01"))
    assert within(before, B, none_of=(C,)) == [("2020-01-01", "", False)]
    on_the_day = staff(post("B", ""), post("C", "2019-01-01", "2020-01-01"), joined=day("2020-01-01"))
    assert within(on_the_day, B, none_of=(C,)) == [("2020-01-02", "", True)]


@pytest.mark.parametrize(
    ("breaks", "runs"),
    [(None, 2), (days(29), 2), (days(30), 1), (months(1), 2), (months(2), 1)],
)
def test_a_gap_no_longer_than_the_breaks_ends_no_run(breaks: Any, runs: int) -> None:
    # out from 1 February to 1 March 2020, 30 days; a month from 31 January is over on 29 February
    record = staff(post("B", "2020-01-01", "2020-01-31"), post("B", "2020-03-02", "2020-06-30"))
    found = audience_runs(Audience(any_of=(B,)), record, breaks, {})
    assert len(found) == runs
    assert audience_days(found)[0][0] == day("2020-01-01").toordinal()
    assert audience_days(found)[-1][1] == day("2020-06-30").toordinal()


def test_the_day_after_an_exclusion_is_a_known_start_whenever_the_person_came() -> None:
    """A member of the Board on the day before the first post: not in the audience on it, here or not."""
    excluded = Membership(body="Board", from_=day("2020-02-29"), to=day("2020-02-29"))
    member = staff(post("C", "2020-03-01"), memberships=(excluded,), **HEALTHY)
    assert within(member, HEALTH, none_of=(BOARD,)) == [("2020-03-01", "", True)]
    assert within(member, HEALTH) == [("2020-03-01", "", False)]


def test_a_value_holds_of_nobody_before_joining_in_an_exclusion_either() -> None:
    """Posted ten days before joining: until then nobody has a sector, and nobody is left out for it."""
    early = staff(post("B", "2019-12-21"), joined=day("2019-12-31"), **HEALTHY)
    assert within(early, B, none_of=(HEALTH,)) == [("2019-12-21", "2019-12-30", True)]


def test_runs_are_kept_by_their_first_day_where_it_is_known() -> None:
    runs: list[Run] = [(10, 20, True), (30, 40, True), (50, 60, False)]
    assert started_within(runs, Days(), {}) == runs
    first, last = date.fromordinal(30), date.fromordinal(30)
    assert started_within(runs, Days(first=first), {}) == [(30, 40, True)]
    assert started_within(runs, Days(last=last), {}) == [(10, 20, True), (30, 40, True)]
    assert started_within(runs, Days(first, last), {}) == [(30, 40, True)]
    assert started_within(runs, span("2020-01-01"), {}) == []
    assert started_within(runs, span("2020-01-01"), {STARTED: NO}) == []
    assert started_within(runs, span("2020-01-01"), {STARTED: YES}) == [(50, 60, False)]
