"""Sandwell: cases worked out by hand from sections 4 to 11 and the appendices."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.policies.golden import broken, done, judge, labels, owed, post, states, violation

GROUP = "L&D sub-group"
POOL = "Training Pool"


def staff(as_of: str, *training: dict[str, Any], **more: Any) -> Any:
    fields = {"joined": "2018-10-01", "posts": [post("2018-10-01", groups=["3"])], **more}
    return judge("sandwell", as_of, training=list(training), **fields)


def member(as_of: str, body: str, since: str = "2018-10-01", **more: Any) -> Any:
    fields = {"joined": "2018-10-01", "memberships": [{"body": body, "from": since, "to": None}], **more}
    return judge("sandwell", as_of, **fields)


def body(as_of: str, joined: str = "2018-08-01", **more: Any) -> Any:
    return judge("sandwell", as_of, kind="body", name=GROUP, joined=joined, **more)


def partnership(as_of: str, *reports: dict[str, Any]) -> Any:
    return judge("sandwell", as_of, kind="partnership", joined="2018-08-01", reports=list(reports))


def test_single_agency_training_comes_strictly_before_multi_agency_training() -> None:
    multi = done("Neglect", "2018-11-05", delivery="multi-agency")
    before = done("Child Protection", "2018-11-04", delivery="single-agency")
    same_day = done("Child Protection", "2018-11-05", delivery="single-agency")
    after = done("Child Protection", "2018-11-06", delivery="single-agency")
    years_ago = done("Child Protection", "2015-02-02", delivery="single-agency")
    assert broken(staff("2018-12-01", before, multi), "8.2") == []
    assert broken(staff("2018-12-01", years_ago, multi), "8.2") == []
    assert broken(staff("2018-12-01", multi, after), "8.2") == [("2018-11-05", "2018-11-05", 1)]
    assert violation(staff("2018-12-01", multi), "8.2").strength.value == "should"
    unordered = staff("2018-12-01", multi, same_day)
    assert broken(unordered, "8.2") == []
    assert [status for status, _ in states(unordered, "8.2")] == ["undetermined"]


def test_the_order_is_not_asked_of_training_before_the_strategy() -> None:
    # in force from 1 August 2018: the day before is outside it, the day itself inside
    early = {"joined": "2017-01-09", "posts": [post("2017-01-09", groups=["3"])]}
    day_before = staff("2018-12-01", done("Neglect", "2018-07-31", delivery="multi-agency"), **early)
    first_day = staff("2018-12-01", done("Neglect", "2018-08-01", delivery="multi-agency"), **early)
    assert broken(day_before, "8.2") == []
    assert broken(first_day, "8.2") == [("2018-08-01", "2018-08-01", 1)]


def course_of(*impact: str, completed: str = "2018-11-30") -> dict[str, Any]:
    evaluations = [{"kind": "initial", "returned": completed}]
    evaluations += [{"kind": "impact", "returned": day} for day in impact]
    return done("Neglect", completed, delivery="multi-agency", evaluations=evaluations)


def test_an_impact_evaluation_is_owed_between_three_and_six_months_after_a_course() -> None:
    # 30 November 2018 + 3 months = 28 February 2019 (the month's last day), + 6 months = 30 May 2019
    rule = "11.4 stage 2"
    assert broken(staff("2019-05-30", course_of()), rule) == []
    assert broken(staff("2019-06-30", course_of("2019-02-28")), rule) == []
    assert broken(staff("2019-06-30", course_of("2019-05-30")), rule) == []
    # 27 February is too early to count: in breach from 31 May, on 10 June for 1 + 10 days
    assert broken(staff("2019-06-10", course_of("2019-02-27")), rule) == [("2019-05-31", None, 11)]
    # answered on 4 June: 31 May to 3 June were in breach, 1 + 3 days
    assert broken(staff("2019-06-30", course_of("2019-06-04")), rule) == [("2019-05-31", "2019-06-03", 4)]
    assert states(staff("2019-06-30", course_of("2019-06-04")), rule) == [("met late", "2019-05-30")]


def test_who_leaves_before_the_window_closes_is_released() -> None:
    gone = staff("2019-12-31", course_of(), left="2019-05-30", posts=[])
    assert broken(gone, "11.4 stage 2") == []
    assert states(gone, "11.4 stage 2") == [("released", "2019-05-30")]


def test_no_evaluation_is_owed_after_single_agency_training() -> None:
    own = done("Child Protection", "2018-11-30", delivery="single-agency")
    result = staff("2019-12-31", own)
    assert labels(result) == set()
    assert owed(result, "11.4 stage 2") == owed(result, "11.4 stage 2 initial") == []


def test_the_invitation_to_the_survey_has_the_same_window() -> None:
    # as above: 28 February to 30 May 2019
    rule = "11.4 stage 2 survey"
    in_time = {"activities": [{"kind": "survey invitation", "on": "2019-05-30"}]}
    too_early = {"activities": [{"kind": "survey invitation", "on": "2019-02-27"}]}
    assert broken(staff("2019-06-01", course_of(), **in_time), rule) == []
    assert broken(staff("2019-06-01", course_of(), **too_early), rule) == [("2019-05-31", None, 2)]


def test_no_member_of_staff_has_a_due_day_for_training() -> None:
    result = staff("2028-10-01")
    assert labels(result) == set()
    assert all(each.due is None for each in result.obligations)
    assert states(result, "4.3") == [("pending", None)]


def test_a_missed_booking_is_no_breach_for_no_notice_is_stated() -> None:
    missed = {"course": "Neglect", "session": "2019-06-13", "cancelled": None, "attended": False}
    assert labels(staff("2019-12-31", bookings=[missed])) == set()


def test_the_strategy_is_never_past_a_review_for_none_is_stated() -> None:
    assert staff("2038-10-01").notices == ()


def test_the_sub_group_meets_within_six_weeks_of_its_last_meeting() -> None:
    # Monday 1 October 2018 + 42 days = Monday 12 November 2018 (30 days to 31 October, 12 more)
    first = {"on": "2018-10-01"}
    began = "2018-10-01"
    rule = "App i meetings"
    assert broken(body("2018-11-12", began, meetings=[first]), rule) == []
    assert broken(body("2018-11-13", began, meetings=[first]), rule) == [("2018-11-13", None, 1)]
    # a meeting on 15 November ends it after two days; the next is due 42 days later, on 27 December
    late = body("2018-12-27", began, meetings=[first, {"on": "2018-11-15"}])
    assert broken(late, rule) == [("2018-11-13", "2018-11-14", 2)]
    assert states(late, rule)[-1] == ("pending", "2018-12-27")


def test_the_first_whole_quarter_of_the_strategy_is_the_first_that_owes_a_report() -> None:
    # in force from 1 August 2018: July to September is not wholly in force, October to December is; a short
    # quarter is told on the day after it, and on that day alone
    report = {"name": "quarterly report", "action": "report", "to": "MASA", "on": "2018-12-31"}
    assert broken(body("2018-12-31"), "2.4") == []
    assert broken(body("2019-01-01"), "2.4") == [("2019-01-01", None, 1)]
    assert broken(body("2019-01-02"), "2.4") == [("2019-01-01", "2019-01-01", 1)]
    assert broken(body("2019-01-01", reports=[report]), "2.4") == []
    to_the_board = body("2019-01-01", reports=[{**report, "to": "Board"}])
    assert broken(to_the_board, "2.4") == [("2019-01-01", None, 1)]


def test_the_report_to_the_executive_is_a_report_of_its_own() -> None:
    report = {"name": "quarterly report", "action": "report", "to": "MASA", "on": "2018-12-31"}
    result = body("2019-01-01", reports=[report])
    assert broken(result, "App i quarterly") == [("2019-01-01", None, 1)]


def test_the_sub_group_is_reviewed_in_june() -> None:
    def reviewed(*days: str) -> list[dict[str, Any]]:
        return [{"name": GROUP, "action": "review", "on": day} for day in days]

    rule = "App i frequency review"
    assert broken(partnership("2019-06-30"), rule) == []
    assert broken(partnership("2019-07-01"), rule) == [("2019-07-01", None, 1)]
    assert broken(partnership("2019-12-31", *reviewed("2019-06-01")), rule) == []
    # 31 May is before the month; a review on 5 July ends the breach of 1 to 4 July
    late = partnership("2019-12-31", *reviewed("2019-05-31", "2019-07-05"))
    assert broken(late, rule) == [("2019-07-01", "2019-07-04", 4)]


def meetings(*attended: bool) -> list[dict[str, Any]]:
    # ten in the review year 2019-20: one a month from 10 June 2019, none in August
    days = [f"2019-{month:02}-10" for month in (6, 7, 9, 10, 11, 12)]
    days += [f"2020-{month:02}-10" for month in (1, 2, 3, 4)]
    return [{"body": GROUP, "on": day, "attended": yes} for day, yes in zip(days, attended, strict=True)]


def test_eight_meetings_of_ten_are_enough_and_seven_are_not() -> None:
    # the review year is 1 June 2019 to 31 May 2020, judged on 1 June 2020
    rule = "App i attendance"
    eight = meetings(True, False, True, True, True, True, True, False, True, True)
    seven = meetings(True, False, True, False, True, True, True, False, True, True)
    assert broken(member("2020-06-01", GROUP, meetings=eight), rule) == []
    assert broken(member("2020-05-31", GROUP, meetings=seven), rule) == []
    short = member("2020-06-01", GROUP, meetings=seven)
    assert broken(short, rule) == [("2020-06-01", None, 1)]
    assert (violation(short, rule).have, violation(short, rule).need) == (Fraction(7, 10), Fraction(4, 5))


def test_who_joins_during_the_review_year_is_first_judged_on_the_next() -> None:
    none = meetings(*[False, True] * 5)
    assert broken(member("2020-06-01", GROUP, since="2019-06-02", meetings=none), "App i attendance") == []
    assert broken(member("2020-06-01", GROUP, since="2019-06-01", meetings=none), "App i attendance") != []


def test_two_meetings_missed_in_a_row_are_found_from_the_second_to_the_next_attended() -> None:
    def met(*days: tuple[str, bool]) -> list[dict[str, Any]]:
        return [{"body": GROUP, "on": day, "attended": yes} for day, yes in days]

    rule = "App i two missed"
    once = met(("2019-01-07", False), ("2019-02-18", True), ("2019-04-01", False))
    assert broken(member("2019-04-30", GROUP, meetings=once), rule) == []
    # 18 February to 31 March 2019: 11 + 31 days
    twice = met(("2019-01-07", False), ("2019-02-18", False), ("2019-04-01", True))
    assert broken(member("2019-02-17", GROUP, meetings=twice), rule) == []
    assert broken(member("2019-04-30", GROUP, meetings=twice), rule) == [("2019-02-18", "2019-03-31", 42)]


def test_a_pool_member_delivers_three_days_in_a_whole_calendar_year() -> None:
    def delivered(*days: float) -> list[dict[str, Any]]:
        return [{"course": "Neglect", "on": f"2019-0{n}-07", "days": each} for n, each in enumerate(days, 1)]

    assert broken(member("2020-01-01", POOL, deliveries=delivered(1, 0.5, 1.5)), "10.5") == []
    short = member("2020-01-01", POOL, deliveries=delivered(1, 0.5, 1))
    assert broken(short, "10.5") == [("2020-01-01", None, 1)]
    assert violation(short, "10.5").have == Fraction(5, 2)
    # 2018 was not spent in the pool from its first day
    assert broken(member("2019-12-31", POOL), "10.5") == []


def test_a_pool_member_is_released_for_six_days_in_a_whole_calendar_year() -> None:
    days = [{"kind": "release day", "on": f"2019-0{month}-07"} for month in range(1, 7)]
    assert broken(member("2020-01-01", POOL, activities=days), "10.5 release") == []
    short = member("2020-01-01", POOL, activities=days[:5])
    assert broken(short, "10.5 release") == [("2020-01-01", None, 1)]
    assert violation(short, "10.5 release").strength.value == "must"


def test_a_pool_member_attends_a_pool_meeting_in_each_whole_quarter() -> None:
    # a member from 1 October 2018: the first whole quarter is October to December
    attended = [{"body": POOL, "on": "2018-10-01", "attended": True}]
    other = [{"body": GROUP, "on": "2018-10-01", "attended": True}]
    assert broken(member("2019-01-01", POOL, meetings=attended), "10.5 meetings") == []
    assert broken(member("2019-01-01", POOL, meetings=other), "10.5 meetings") == [("2019-01-01", None, 1)]
    joined_late = member("2019-01-01", POOL, since="2018-10-02")
    assert broken(joined_late, "10.5 meetings") == []


def test_trainers_are_trained_before_they_deliver_multi_agency_training() -> None:
    def trainer(*training: dict[str, Any], delivery: str = "multi-agency") -> Any:
        event = {"course": "Neglect", "on": "2019-05-10", "delivery": delivery}
        fields: dict[str, Any] = {"kind": "trainer", "joined": "2018-10-01", "deliveries": [event]}
        return judge("sandwell", "2019-06-30", training=list(training), **fields)

    rule = "10.1 order"
    assert broken(trainer(done("Train the Trainer", "2019-05-09")), rule) == []
    assert broken(trainer(done("train the trainers", "2019-05-09")), rule) == []
    late = trainer(done("Train the Trainer", "2019-05-11"))
    assert broken(late, rule) == [("2019-05-10", "2019-05-10", 1)]
    assert broken(trainer(delivery="single-agency"), rule) == []


def test_external_specialists_attend_two_lead_tutor_meetings_a_year() -> None:
    def attended(*days: str) -> list[dict[str, Any]]:
        return [{"body": "Lead Tutors", "on": day, "attended": True} for day in days]

    rule = "Stage One lead tutors"
    twice = member("2020-01-01", "Lead Tutors", meetings=attended("2019-03-04", "2019-12-31"))
    once = member("2020-01-01", "Lead Tutors", meetings=attended("2019-03-04", "2020-01-01"))
    assert broken(twice, rule) == []
    assert broken(once, rule) == [("2020-01-01", None, 1)]


def test_minutes_are_approved_before_they_are_distributed() -> None:
    def chair(approved: str) -> Any:
        steps = [
            {"kind": "minutes approved", "on": approved},
            {"kind": "minutes distributed", "on": "2019-03-12"},
        ]
        post_ = post("2018-10-01", roles=["Chair"])
        return judge("sandwell", "2019-12-31", joined="2018-10-01", posts=[post_], activities=steps)

    assert broken(chair("2019-03-11"), "App i minutes") == []
    assert broken(chair("2019-03-13"), "App i minutes") == [("2019-03-12", "2019-03-12", 1)]


def test_a_single_agency_course_that_misses_a_standard_is_in_breach_from_the_day_recorded() -> None:
    items: dict[str, Any] = {str(number): True for number in range(1, 11)}
    course = {"kind": "course", "delivery": "single-agency"}
    items["5"] = {"met": False, "on": "2019-02-01"}
    result = judge("sandwell", "2019-03-01", **course, standards={"Single-agency minimum": items})
    # 1 February to 1 March 2019, both days included: 28 + 1 = 29 days
    assert broken(result, "App ii") == [("2019-02-01", None, 29)]
