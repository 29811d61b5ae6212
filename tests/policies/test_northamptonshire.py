"""Northamptonshire: cases worked out by hand from parts 2.0 to 4.0."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.policies.golden import broken, done, judge, labels, owed, post, states, violation

GROUP = "Training and Development Group"
INTRODUCTION = "An Introduction to Safeguarding Children"
AWARENESS = "Awareness of Child Abuse and Neglect"
REFRESHER = "Safeguarding Children Refresher Training"


def staff(as_of: str, *training: dict[str, Any], **more: Any) -> Any:
    fields = {"joined": "2019-03-04", "posts": [post("2019-03-04", levels=["2"])], **more}
    return judge("northamptonshire", as_of, training=list(training), **fields)


def partnership(as_of: str, *reports: dict[str, Any]) -> Any:
    fields = {"kind": "partnership", "joined": "2019-01-01", "reports": list(reports)}
    return judge("northamptonshire", as_of, **fields)


def test_an_introduction_comes_strictly_before_any_other_training() -> None:
    other = done("Reducing Parental Conflict", "2019-05-14")
    rule = "4.0 minimum"
    for course in (INTRODUCTION, AWARENESS, "introductory course", "Introduction to Safeguarding"):
        assert broken(staff("2019-12-31", done(course, "2019-05-13"), other), rule) == []
    late = staff("2019-12-31", other, done(AWARENESS, "2019-05-15"))
    assert broken(late, rule) == [("2019-05-14", "2019-05-14", 1)]
    assert violation(late, rule).strength.value == "must"
    assert violation(late, rule).cure is None
    same_day = staff("2019-12-31", other, done(AWARENESS, "2019-05-14"))
    assert broken(same_day, rule) == []
    assert [status for status, _ in states(same_day, rule)] == ["undetermined"]


def test_an_induction_is_no_further_training() -> None:
    result = staff("2019-12-31", activities=[{"kind": "Induction", "on": "2019-03-05"}])
    assert broken(result, "4.0 minimum") == []
    assert states(result, "2.0 induction") == [("met", None)]


def test_an_introduction_with_a_former_employer_counts() -> None:
    before = done(INTRODUCTION, "2018-01-10")
    result = staff("2019-12-31", before, done("Gangs", "2019-04-01"))
    assert broken(result, "4.0 minimum") == []


def test_nobody_has_a_day_by_which_to_be_introduced_or_inducted() -> None:
    result = staff("2029-03-04")
    assert labels(result) == set()
    assert all(each.due is None for each in result.obligations)
    assert states(result, "2.0 induction") == [("pending", None)]


def test_a_refresher_is_due_two_years_after_the_introduction() -> None:
    # 29 February 2020 + 2 years = 28 February 2022, the month's last day
    introduced = done(AWARENESS, "2020-02-29")
    rule = "4.0 refresher"
    assert broken(staff("2022-02-28", introduced), rule) == []
    assert broken(staff("2022-03-01", introduced), rule) == [("2022-03-01", None, 1)]
    # a refresher on 28 February 2022 runs to 28 February 2024
    renewed = staff("2024-02-28", introduced, done(REFRESHER, "2022-02-28"))
    assert broken(renewed, rule) == []
    assert states(renewed, rule)[-1] == ("pending", "2024-02-28")


def test_the_two_years_run_from_the_last_completion_and_not_from_the_due_day() -> None:
    # 10 May 2019 + 2 years = 10 May 2021; refreshed early on 1 April 2021, so due on 1 April 2023
    result = staff("2023-04-02", done(INTRODUCTION, "2019-05-10"), done(REFRESHER, "2021-04-01"))
    assert broken(result, "4.0 refresher") == [("2023-04-02", None, 1)]


def test_any_e_learning_refreshes_at_any_level_and_a_face_to_face_course_does_not() -> None:
    introduced = done(INTRODUCTION, "2019-05-10")
    level_5: dict[str, Any] = {"posts": [post("2019-03-04", levels=["5"])]}
    online = done("Online Safety", "2021-05-10", format="e-learning")
    meeting = done("Gangs", "2021-05-10", format="face-to-face")
    assert broken(staff("2021-05-12", introduced, online, **level_5), "4.0 refresher") == []
    late = staff("2021-05-12", introduced, meeting, **level_5)
    assert broken(late, "4.0 refresher") == [("2021-05-11", None, 2)]


def test_training_that_ran_out_before_the_post_leaves_nothing_to_refresh() -> None:
    # 3 March 2017 + 2 years = 3 March 2019, the day before the post; 4 March 2017 runs into it
    assert broken(staff("2029-01-01", done(INTRODUCTION, "2017-03-03")), "4.0 refresher") == []
    running = staff("2019-03-05", done(INTRODUCTION, "2017-03-04"))
    assert broken(running, "4.0 refresher") == [("2019-03-05", None, 1)]


def test_who_leaves_before_the_refresher_is_due_is_released() -> None:
    gone = staff("2022-12-31", done(INTRODUCTION, "2019-05-10"), left="2021-05-10", posts=[])
    assert broken(gone, "4.0 refresher") == []
    assert states(gone, "4.0 refresher")[-1] == ("released", "2021-05-10")


def test_the_introductory_course_goes_by_level_where_the_agency_has_none() -> None:
    def with_none(level: str, *training: dict[str, Any]) -> Any:
        posts = [post("2019-03-04", levels=[level])]
        attributes = {"arrangement": "no in-house introduction"}
        return staff("2019-12-31", *training, posts=posts, attributes=attributes)

    one = with_none("1", done(AWARENESS, "2019-05-10"))
    assert states(one, "4.0 level 1") == [("pending", None)]
    assert states(one, "4.0 e-learning") == [("met", None)]
    assert owed(one, "4.0 level 2") == []
    eight = with_none("8", done(AWARENESS, "2019-05-10"))
    assert states(eight, "4.0 level 2") == [("met", None)]
    assert owed(eight, "4.0 level 1") == []


def test_the_introductory_course_is_nobodys_where_the_agency_has_its_own() -> None:
    result = staff("2019-12-31", attributes={"arrangement": "in-house introduction"})
    assert owed(result, "4.0 level 2") == owed(result, "4.0 e-learning") == []
    unknown = staff("2019-12-31")
    assert [status for status, _ in states(unknown, "4.0 level 2")] == ["undetermined"]


def lead(as_of: str, trained: str, sector: str | None = "school") -> Any:
    fields: dict[str, Any] = {"joined": "2019-03-04", "posts": [post("2019-03-04", roles=["DSL"])]}
    if sector:
        fields["attributes"] = {"sector": sector}
    return judge("northamptonshire", as_of, training=[done("DSL training", trained)], **fields)


def test_dsl_training_in_schools_and_early_years_is_refreshed_every_two_years() -> None:
    # 31 January 2020 + 2 years = 31 January 2022
    assert broken(lead("2022-01-31", "2020-01-31"), "2.0 DSL") == []
    late = lead("2022-02-01", "2020-01-31")
    assert broken(late, "2.0 DSL") == [("2022-02-01", None, 1)]
    assert violation(late, "2.0 DSL").strength.value == "is recommended to"
    assert broken(lead("2022-02-01", "2020-01-31", "early years"), "2.0 DSL") != []
    assert broken(lead("2022-02-01", "2020-01-31", "health"), "2.0 DSL") == []
    unknown = lead("2022-02-01", "2020-01-31", None)
    assert broken(unknown, "2.0 DSL") == []
    assert "undetermined" in [status for status, _ in states(unknown, "2.0 DSL")]


def test_e_learning_comes_before_the_course_on_neglect() -> None:
    rule = "3.0 e-learning first"
    course = done("Neglect", "2019-06-13", format="face-to-face")
    assert broken(staff("2019-12-31", done(AWARENESS, "2019-06-12"), course), rule) == []
    online = done("Neglect", "2019-06-12", format="e-learning")
    assert broken(staff("2019-12-31", online, course), rule) == []
    assert broken(staff("2019-12-31", done(INTRODUCTION, "2019-06-12"), course), rule) == [
        ("2019-06-13", "2019-06-13", 1)
    ]


def test_the_policy_is_read_before_a_face_to_face_course() -> None:
    course = done("Gangs", "2019-06-13", format="face-to-face")

    def read(day: str) -> Any:
        return staff("2019-12-31", course, activities=[{"kind": "policy reading", "on": day}])

    assert broken(read("2019-06-12"), "3.0 policy") == []
    assert broken(read("2019-06-14"), "3.0 policy") == [("2019-06-13", "2019-06-13", 1)]
    assert [status for status, _ in states(read("2019-06-13"), "3.0 policy")] == ["undetermined"]


def test_an_impact_survey_is_asked_for_three_months_after_e_learning() -> None:
    # 30 November 2019 + 3 months = 29 February 2020 (a leap year), + 4 months = 30 March 2020
    rule = "4.0 impact survey"
    online = done(INTRODUCTION, "2019-11-30")

    def asked(as_of: str, *days: str) -> Any:
        return staff(as_of, online, activities=[{"kind": "impact survey request", "on": day} for day in days])

    assert broken(asked("2020-03-30"), rule) == []
    assert broken(asked("2020-03-31"), rule) == [("2020-03-31", None, 1)]
    assert broken(asked("2020-04-30", "2020-02-29"), rule) == []
    assert broken(asked("2020-04-30", "2020-03-30"), rule) == []
    # 28 February is too early: in breach from 31 March, on 2 April for 3 days
    assert broken(asked("2020-04-02", "2020-02-28"), rule) == [("2020-03-31", None, 3)]


def test_a_follow_up_survey_is_returned_three_months_after_a_face_to_face_course() -> None:
    # 14 May 2019 + 3 months = 14 August, + 4 months = 14 September 2019
    def returned(*days: str) -> Any:
        evaluations = [{"kind": "follow-up", "returned": day} for day in days]
        return staff("2019-09-16", done("Gangs", "2019-05-14", evaluations=evaluations))

    rule = "4.0 follow-up survey"
    assert broken(returned("2019-08-14"), rule) == broken(returned("2019-09-14"), rule) == []
    assert broken(returned("2019-08-13"), rule) == [("2019-09-15", None, 2)]
    assert broken(returned("2019-09-16"), rule) == [("2019-09-15", "2019-09-15", 1)]


def test_an_evaluation_comes_before_the_certificate() -> None:
    def learner(evaluated: str) -> Any:
        steps = [
            {"kind": "course evaluation", "on": evaluated},
            {"kind": "certificate download", "on": "2019-05-15"},
        ]
        return staff("2019-12-31", activities=steps)

    assert broken(learner("2019-05-14"), "4.0 certificate") == []
    assert broken(learner("2019-05-16"), "4.0 certificate") == [("2019-05-15", "2019-05-15", 1)]


def course(as_of: str, advertised: Any, format: str = "face-to-face") -> Any:
    sessions = [{"on": "2019-08-31", "advertised": advertised}]
    fields = {"kind": "course", "title": "Gangs", "format": format, "sessions": sessions}
    return judge("northamptonshire", as_of, **fields)


def test_a_face_to_face_course_is_advertised_six_months_before_the_session() -> None:
    # 31 August 2019 - 6 months = 28 February 2019, the month's last day
    rule = "2.0 advertised"
    assert broken(course("2019-12-31", "2019-02-28"), rule) == []
    assert broken(course("2019-12-31", "2019-03-01"), rule) != []
    assert broken(course("2019-12-31", False), rule) != []
    assert broken(course("2019-12-31", "2019-03-01", "e-learning"), rule) == []
    assert [status for status, _ in states(course("2019-12-31", None), rule)] == ["undetermined"]


def test_the_group_meets_within_two_months_of_its_last_meeting() -> None:
    # 31 December 2019 + 2 months = 29 February 2020, the month's last day
    def met(as_of: str, *days: str) -> Any:
        meetings = [{"on": day} for day in days]
        fields = {"kind": "body", "name": GROUP, "joined": "2019-12-31"}
        return judge("northamptonshire", as_of, meetings=meetings, **fields)

    assert broken(met("2020-02-29", "2019-12-31"), "2.0 meetings") == []
    assert broken(met("2020-03-01", "2019-12-31"), "2.0 meetings") == [("2020-03-01", None, 1)]
    late = met("2020-04-30", "2019-12-31", "2020-03-03")
    assert broken(late, "2.0 meetings") == [("2020-03-01", "2020-03-02", 2)]


def test_two_conferences_are_held_in_a_calendar_year() -> None:
    def held(*days: str) -> Any:
        reports = [{"name": "conference", "action": "hold", "on": day} for day in days]
        return partnership("2020-01-01", *reports)

    assert broken(held("2019-01-01", "2019-12-31"), "3.0 conferences") == []
    short = held("2019-06-03", "2020-01-01")
    assert broken(short, "3.0 conferences") == [("2020-01-01", None, 1)]
    found = violation(short, "3.0 conferences")
    assert (found.have, found.need) == (Fraction(1), Fraction(2))
    assert violation(short, "3.0 conferences").strength.value == "should"


def test_agencies_submit_a_training_return_in_each_year_from_april() -> None:
    def agency(as_of: str, *days: str) -> Any:
        reports = [{"name": "Training Return", "action": "submit", "on": day} for day in days]
        return judge("northamptonshire", as_of, kind="agency", joined="2019-01-01", reports=reports)

    rule = "4.0 return"
    # January to March 2019 is no whole year; the first is 1 April 2019 to 31 March 2020
    assert broken(agency("2020-03-31"), rule) == []
    assert broken(agency("2020-04-01"), rule) == [("2020-04-01", None, 1)]
    assert broken(agency("2020-04-01", "2020-03-31"), rule) == []
    assert broken(agency("2020-04-01", "2019-03-31"), rule) == [("2020-04-01", None, 1)]


def test_quarterly_reports_are_owed_to_the_group() -> None:
    report = {"name": "e-learning evaluation summary", "action": "report", "to": GROUP, "on": "2019-03-31"}
    rule = "4.0 e-learning summary"
    assert broken(partnership("2019-04-01", report), rule) == []
    assert broken(partnership("2019-04-01", {**report, "on": "2019-04-01"}), rule) == [
        ("2019-04-01", None, 1)
    ]


def test_after_2021_the_rules_go_on_with_a_notice() -> None:
    introduced = done(INTRODUCTION, "2019-12-31")
    assert staff("2021-12-31", introduced).notices == ()
    past = staff("2022-01-01", introduced)
    assert len(past.notices) == 1
    assert broken(past, "4.0 refresher") == [("2022-01-01", None, 1)]


def test_the_shares_of_the_learning_model_are_no_quotas() -> None:
    result = staff("2021-01-01", done(INTRODUCTION, "2019-05-10", hours=1))
    assert not [each for each in result.violations if each.kind.value == "quota"]
