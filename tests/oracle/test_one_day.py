"""What has one breach day, the event's: order, delivery and notice, worked out by hand."""

from __future__ import annotations

import attrs
import pytest
from tests.build import course, day, days, done, group, months, owed, post, staff
from tests.oracle.told import told

from trainrules.model.rules import Audience, Deed, Delivery, Notice, Order, Period, Term
from trainrules.records.classes import Booking, CourseDelivery, CourseRecord, For, Session

POST = post("B", "2020-01-01")
SEVEN = Notice(label="R", what="booking", notice=Period(working_days=7), calendar="England and Wales")


def test_the_second_thing_first_is_a_breach_on_its_own_day() -> None:
    rule = Order(label="R", audience=group("B"), first=owed("A", "B"), then=course("C"))
    early = (done("A", "2020-02-01"), done("C", "2020-02-02"), done("B", "2020-02-03"))
    record = staff(POST, *early, done("C", "2020-02-04"))
    assert told(rule, record, "2020-03-01") == [("2020-02-02", "2020-02-02")]


def test_two_things_on_one_day_are_not_a_breach_of_order() -> None:
    rule = Order(label="R", first=owed("A"), then=Deed("training", other_than=(course("A"),)))
    record = staff(POST, done("A", "2020-02-01"), done("C", "2020-02-01"))
    assert told(rule, record, "2020-03-01") == []


def test_delivering_is_told_apart_from_taking() -> None:
    rule = Order(label="R", first=owed("TtT"), then=Deed("delivery", modes=("multi-agency",)))
    given = (CourseDelivery(course="N", on=day("2020-02-01"), delivery="multi-agency"),)
    record = staff(POST, done("N", "2020-01-05", delivery="multi-agency"), deliveries=given)
    assert told(rule, record, "2020-03-01") == [("2020-02-01", "2020-02-01")]


def test_training_in_another_mode_is_a_breach_on_its_day() -> None:
    rule = Delivery(label="R", deed=Deed("training", own=Term("level", "1")), modes=("e-learning",))
    level = For(levels=("1",))
    record = staff(
        POST,
        done("X", "2020-02-01", format="virtual", for_=level),
        done("X", "2020-02-03", format="e-learning", for_=level),
        done("X", "2020-02-05", format="virtual"),
    )
    assert told(rule, record, "2020-03-01") == [("2020-02-01", "2020-02-01")]


def test_either_of_two_modes_that_are_allowed_will_do() -> None:
    modes = ("e-learning", "virtual")
    rule = Delivery(label="R", deed=Deed("training", own=Term("level", "1")), modes=modes)
    level = For(levels=("1",))
    record = staff(
        POST,
        done("X", "2020-02-01", format="virtual", for_=level),
        done("X", "2020-02-03", format="e-learning", for_=level),
        done("X", "2020-02-05", format="face-to-face", for_=level),
    )
    assert told(rule, record, "2020-03-01") == [("2020-02-05", "2020-02-05")]


@pytest.mark.parametrize(
    ("cancelled", "breach"),
    [
        ("2022-05-31", None),
        ("2022-06-01", "2022-06-01"),
        ("2022-06-13", "2022-06-13"),
        ("2022-06-14", "2022-06-13"),
        (None, "2022-06-13"),
    ],
)
def test_seven_working_days_before_a_session(cancelled: str | None, breach: str | None) -> None:
    # Session on Monday 13 June 2022; 2 and 3 June were bank holidays. After Tuesday 31 May come seven working
    # days: 1, 6, 7, 8, 9, 10 and 13 June.
    on = day(cancelled) if cancelled else None
    booking = Booking(session=day("2022-06-13"), cancelled=on, attended=False)
    found = told(SEVEN, staff(POST, bookings=(booking,)), "2022-07-01")
    assert found == ([(breach, breach)] if breach else [])


def test_clear_days_are_counted_strictly_between() -> None:
    rule = attrs.evolve(SEVEN, clear=True)
    at = Booking(session=day("2022-06-13"), cancelled=day("2022-05-31"), attended=False)
    assert told(rule, staff(POST, bookings=(at,)), "2022-07-01") == [("2022-05-31", "2022-05-31")]
    before = attrs.evolve(at, cancelled=day("2022-05-30"))
    assert told(rule, staff(POST, bookings=(before,)), "2022-07-01") == []


def test_the_last_day_in_time_is_itself_a_working_day() -> None:
    # One working day before Monday 13 June is Friday the 10th; Saturday the 11th is late.
    rule = attrs.evolve(SEVEN, notice=Period(working_days=1))
    on_friday = Booking(session=day("2022-06-13"), cancelled=day("2022-06-10"), attended=False)
    assert told(rule, staff(POST, bookings=(on_friday,)), "2022-07-01") == []
    on_saturday = attrs.evolve(on_friday, cancelled=day("2022-06-11"))
    found = told(rule, staff(POST, bookings=(on_saturday,)), "2022-07-01")
    assert found == [("2022-06-11", "2022-06-11")]


def test_who_attended_needed_no_notice() -> None:
    rule = Notice(label="R", what="booking", notice=days(7))
    there = Booking(session=day("2022-06-13"), attended=True)
    assert told(rule, staff(POST, bookings=(there,)), "2022-07-01") == []


def test_months_before_a_session_count_back_from_it() -> None:
    rule = Notice(label="R", what="session", notice=months(6), audience=Audience(entity="course"))
    # 31 August less six months is 28 February.
    sessions = (
        Session(on=day("2021-08-31"), advertised=day("2021-02-28")),
        Session(on=day("2021-08-31"), advertised=day("2021-03-01")),
        Session(on=day("2021-09-30"), advertised=False),
    )
    found = told(rule, CourseRecord(id="C", sessions=sessions), "2022-01-01")
    assert found == [("2021-03-01", "2021-03-01"), ("2021-09-30", "2021-09-30")]
