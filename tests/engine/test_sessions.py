"""Notice before a session, and what must come first: each with its day, its words and what is missing."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from tests.build import course, day, days, done, group, owed, policy, post, span, staff

from trainrules.engine.evaluate import evaluate
from trainrules.model.rules import Audience, Notice, Order, Period, Rule
from trainrules.records.classes import Booking, CourseRecord, Record, Session

BOOKING = Notice(label="N", audience=group("B"), what="booking", notice=days(7), consequence="charged")
SESSION = Notice(label="S", audience=Audience("course"), what="session", notice=days(30))
ORDER = Order(label="O", audience=group("B"), first=owed("Induction", "Safety"), then=course("Foundation"))


def told(rule: Rule, record: Record, as_of: str) -> tuple[list[Any], list[Any]]:
    """Return what is undetermined and what is broken, each with what it tells."""
    result = evaluate(policy(rule), record, day(as_of))
    rows = [(o.owed, o.missing, o.due and o.due.isoformat(), o.status.value) for o in result.obligations]
    broken = [
        (v.owed, v.event, v.since.isoformat(), v.due and v.due.isoformat(), v.consequence)
        for v in result.violations
    ]
    return rows, broken


def booked(*bookings: Booking) -> Record:
    return staff(post("B", "2022-01-01"), bookings=bookings)


def test_who_does_not_come_and_did_not_cancel_breaks_it_on_the_day() -> None:
    missed = Booking(session=day("2022-03-10"), attended=False)
    words = "attendance, or cancelling at least 1 week before the session"
    expected = (words, "booking 1", "2022-03-10", "2022-03-03", "charged")
    assert told(BOOKING, booked(missed), "2022-03-10") == ([], [expected])
    assert told(BOOKING, booked(missed), "2022-03-09") == ([], [])
    no_words = evolve(BOOKING, consequence="", notice=Period(working_days=2), clear=True)
    _, ((said, _, _, due, consequence),) = told(no_words, booked(missed), "2022-03-10")
    # Thursday 10 March: clear working days are the 8th and the 9th, so Monday the 7th is the last
    assert said == "attendance, or cancelling at least 2 clear working days before the session"
    assert (due, consequence) == ("2022-03-07", None)


def test_cancelling_in_time_is_no_breach_and_a_day_late_is_one_on_that_day() -> None:
    in_time = Booking(id="b1", session=day("2022-03-10"), cancelled=day("2022-03-03"))
    late = Booking(id="b2", session=day("2022-03-10"), cancelled=day("2022-03-04"))
    came = Booking(id="b3", session=day("2022-03-10"), cancelled=day("2022-03-04"), attended=True)
    _, broken = told(BOOKING, booked(in_time, late, came), "2022-04-01")
    assert [(event, since) for _, event, since, _, _ in broken] == [("b2", "2022-03-04")]


def test_whether_somebody_came_can_be_missing_from_the_day_on() -> None:
    unknown = Booking(session=day("2022-03-10"))
    assert told(BOOKING, booked(unknown), "2022-03-09") == ([], [])
    words = "attendance, or cancelling at least 1 week before the session"
    row = (words, ("attendance of booking 1",), "2022-03-03", "undetermined")
    assert told(BOOKING, booked(unknown), "2022-03-10") == ([row], [])
    assert told(BOOKING, booked(Booking(session=day("2022-03-10"), attended=True)), "2022-04-01") == ([], [])


def test_a_course_is_advertised_in_time_late_not_at_all_or_nobody_knows() -> None:
    def held(**facts: Any) -> Record:
        return CourseRecord(id="C", sessions=(Session(on=day("2022-06-30"), **facts),))

    words = "advertising at least 30 days before the session"
    assert told(SESSION, held(advertised=day("2022-05-31")), "2022-07-01") == ([], [])
    late = (words, "session 1", "2022-06-01", "2022-05-31", None)
    assert told(SESSION, held(advertised=day("2022-06-01")), "2022-07-01") == ([], [late])
    never = (words, "session 1", "2022-06-30", "2022-05-31", None)
    assert told(SESSION, held(advertised=False), "2022-07-01") == ([], [never])
    unknown = (words, ("advertising of session 1",), "2022-05-31", "undetermined")
    assert told(SESSION, held(), "2022-06-01") == ([unknown], [])
    assert told(SESSION, held(), "2022-05-31") == ([], [])


def test_a_rule_about_bookings_says_nothing_of_courses_and_the_other_way_about() -> None:
    course_record = CourseRecord(id="C", sessions=(Session(on=day("2022-06-30"), advertised=False),))
    wrong = evolve(BOOKING, audience=Audience("course"))
    assert told(wrong, course_record, "2022-07-01") == ([], [])
    record = booked(Booking(session=day("2022-03-10"), attended=False))
    assert told(evolve(SESSION, audience=group("B")), record, "2022-07-01") == ([], [])


def test_every_part_has_to_come_first_and_the_same_day_leaves_the_order_open() -> None:
    both = staff(
        post("B", "2022-01-01"),
        done("Induction", "2022-02-01"),
        done("Safety", "2022-02-01", id="s"),
        done("Foundation", "2022-02-01", id="f"),
    )
    row = (
        "both Induction and Safety",
        ("order of s and training 1 and f on the day",),
        None,
        "undetermined",
    )
    rows, broken = told(ORDER, both, "2022-03-01")
    assert broken == []
    assert [each[1:] for each in rows] == [row[1:]]
    one_before = staff(
        post("B", "2022-01-01"), done("Induction", "2022-01-31"), done("Foundation", "2022-02-01", id="f")
    )
    _, ((said, event, since, due, _),) = told(ORDER, one_before, "2022-03-01")
    assert (event, since, due) == ("f", "2022-02-01", None)
    assert "Induction" in said and "Safety" in said


def test_what_comes_too_early_out_of_force_hides_nothing_that_comes_after() -> None:
    rule = evolve(ORDER, force=span("2022-02-01"))
    record = staff(
        post("B", "2022-01-01"), done("Foundation", "2022-01-15"), done("Foundation", "2022-02-15", id="f")
    )
    _, broken = told(rule, record, "2022-03-01")
    assert [(event, since) for _, event, since, _, _ in broken] == [("f", "2022-02-15")]
