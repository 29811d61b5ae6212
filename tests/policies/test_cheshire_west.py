"""Cheshire West and Chester: cases worked out by hand from sections 2 to 5."""

from __future__ import annotations

from typing import Any

from tests.policies.golden import broken, done, judge, labels, states, violation

SUB_GROUP = "Learning and Development Sub Group"


def booked(as_of: str, session: str, **more: Any) -> Any:
    booking = {"course": "Neglect", "session": session, "cancelled": None, "attended": False, **more}
    return judge("cheshire-west", as_of, joined="2016-01-04", bookings=[booking])


def body(as_of: str, *reports: dict[str, Any]) -> Any:
    fields = {"kind": "body", "name": SUB_GROUP, "joined": "2016-04-01", "reports": list(reports)}
    return judge("cheshire-west", as_of, **fields)


def test_seven_working_days_are_counted_back_over_a_bank_holiday() -> None:
    # session on Thursday 2 June 2016; Monday 30 May is a bank holiday. Seven working days up to and with the
    # session: 24, 25, 26, 27, 31 May, 1 and 2 June; so Monday 23 May is the last day in time
    assert broken(booked("2016-07-01", "2016-06-02", cancelled="2016-05-23"), "4.4") == []
    late = booked("2016-07-01", "2016-06-02", cancelled="2016-05-24")
    assert broken(late, "4.4") == [("2016-05-24", "2016-05-24", 1)]
    assert violation(late, "4.4").consequence == "charge"


def test_seven_working_days_are_counted_back_over_easter() -> None:
    # session on Thursday 31 March 2016; Good Friday is 25 March, Easter Monday 28 March. The seven: 21, 22,
    # 23, 24, 29, 30 and 31 March; so Friday 18 March is the last day in time
    assert broken(booked("2016-04-30", "2016-03-31", cancelled="2016-03-18"), "4.4") == []
    late = booked("2016-04-30", "2016-03-31", cancelled="2016-03-21")
    assert broken(late, "4.4") == [("2016-03-21", "2016-03-21", 1)]


def test_who_neither_comes_nor_cancels_is_charged_on_the_day() -> None:
    assert broken(booked("2016-06-12", "2016-06-13"), "4.4") == []
    missed = booked("2016-06-14", "2016-06-13")
    assert broken(missed, "4.4") == [("2016-06-13", "2016-06-13", 1)]
    assert violation(missed, "4.4").cure is None


def test_who_comes_is_not_charged() -> None:
    assert labels(booked("2016-07-01", "2016-06-13", attended=True)) == set()


def test_whether_somebody_came_may_not_be_known() -> None:
    unknown = booked("2016-07-01", "2016-06-13", attended=None)
    assert labels(unknown) == set()
    assert [status for status, _ in states(unknown, "4.4")] == ["undetermined"]


def trained(*training: dict[str, Any]) -> Any:
    return judge("cheshire-west", "2016-12-31", joined="2016-01-04", training=list(training))


def test_single_agency_training_comes_strictly_before_multi_agency_training() -> None:
    multi = done("Neglect", "2016-05-10", delivery="multi-agency")
    before = done("Basic Awareness", "2016-05-09", delivery="single-agency")
    after = done("Basic Awareness", "2016-05-11", delivery="single-agency")
    same_day = done("Basic Awareness", "2016-05-10", delivery="single-agency")
    assert broken(trained(multi, before), "3 before") == []
    assert broken(trained(multi, after), "3 before") == [("2016-05-10", "2016-05-10", 1)]
    assert violation(trained(multi), "3 before").strength.value == "should"
    assert labels(trained(multi, same_day)) == set()
    assert [status for status, _ in states(trained(multi, same_day), "3 before")] == ["undetermined"]


def test_no_member_of_staff_has_a_due_day() -> None:
    result = judge("cheshire-west", "2036-01-01", joined="2016-01-04")
    assert labels(result) == set()
    assert all(each.due is None for each in result.obligations)


def test_the_impact_evaluation_is_owed_each_quarter() -> None:
    # from 1 April 2016: the quarter to June has one on its last day, the quarter to September has none
    impact = {"name": "impact evaluation of training", "action": "provide", "to": "LSCB", "on": "2016-06-30"}
    assert broken(body("2016-09-30", impact), "2.1 impact") == []
    assert broken(body("2016-10-01", impact), "2.1 impact") == [("2016-10-01", None, 1)]
    elsewhere = body("2016-07-01", {**impact, "to": "Health and Wellbeing Board"})
    assert broken(elsewhere, "2.1 impact") == [("2016-07-01", None, 1)]


def test_the_activities_report_is_owed_each_quarter_beside_it() -> None:
    report = {"name": "Learning and Development Activities Report", "action": "report", "on": "2016-04-01"}
    assert broken(body("2016-07-01", report), "5 M6 report") == []
    assert broken(body("2016-07-01", report), "2.1 impact") == [("2016-07-01", None, 1)]


def test_priorities_are_reviewed_once_in_each_year_from_april() -> None:
    def of(*days: str) -> dict[str, Any]:
        reports = [{"name": "training priorities", "action": "review", "on": day} for day in days]
        return {"kind": "partnership", "joined": "2016-04-01", "reports": reports}

    assert broken(judge("cheshire-west", "2017-04-01", **of("2017-03-31")), "4.2 priorities") == []
    missed = judge("cheshire-west", "2017-04-01", **of("2017-04-01"))
    assert broken(missed, "4.2 priorities") == [("2017-04-01", None, 1)]


def test_a_multi_agency_course_has_to_meet_the_single_agency_list_as_well() -> None:
    every = {str(number): True for number in range(1, 10)}
    course: dict[str, Any] = {
        "kind": "course",
        "delivery": "multi-agency",
        "attributes": {"subject": "basic awareness"},
        "standards": {
            "Single-agency minimum": {**every, "7": {"met": False, "on": "2016-02-01"}},
            "Multi-agency minimum": {str(number): True for number in range(1, 8)},
        },
    }
    result = judge("cheshire-west", "2016-03-01", **course)
    # 1 February to 1 March 2016, both days included: 29 + 1 = 30 days
    assert broken(result, "5 multi-agency") == [("2016-02-01", None, 30)]
    assert broken(result, "5 single-agency") == []


def test_the_two_lists_are_for_basic_awareness_courses() -> None:
    course: dict[str, Any] = {
        "kind": "course",
        "delivery": "single-agency",
        "standards": {"Single-agency minimum": {"3": False}},
    }
    unknown = judge("cheshire-west", "2016-03-01", **course)
    assert broken(unknown, "5 single-agency") == []
    known = judge("cheshire-west", "2016-03-01", **course, attributes={"subject": "basic awareness"})
    assert broken(known, "5 single-agency") == [("2016-03-01", None, 1)]


def test_a_trainer_who_is_no_organisations_own_needs_the_course_before_delivering() -> None:
    def delivered(day: str, **more: Any) -> Any:
        deliveries = [{"course": "Neglect", "on": day}]
        return judge("cheshire-west", "2016-12-31", kind="trainer", deliveries=deliveries, **more)

    course = {"training": [done("training for trainers", "2016-05-09")]}
    assert broken(delivered("2016-05-10", **course), "4.3") == []
    assert broken(delivered("2016-05-08", **course), "4.3") == [("2016-05-08", "2016-05-08", 1)]
    own = {"qualifications": [{"name": "safeguarding trainer within own organisation", "on": "2010-01-04"}]}
    assert broken(delivered("2016-05-08", **own), "4.3") == []
