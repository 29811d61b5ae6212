"""City and Hackney: cases worked out by hand from paragraphs 6.12 to 6.14 and the duties of its bodies."""

from __future__ import annotations

from typing import Any

from tests.policies.golden import broken, done, judge, labels, owed, post, states, violation

INDUCTION = done("Induction", "2021-09-10")


def group(letter: str, completed: str) -> dict[str, Any]:
    return done(f"Group {letter} course", completed, **{"for": {"groups": [letter]}})


def dsl(completed: str) -> dict[str, Any]:
    return done("DSL course", completed, **{"for": {"roles": ["DSL"]}})


def staff(as_of: str, *training: dict[str, Any], posts: list[dict[str, Any]], **more: Any) -> Any:
    fields = {"joined": "2021-09-06", "training": [INDUCTION, *training], "posts": posts, **more}
    return judge("hackney", as_of, **fields)


def test_group_b_is_due_six_months_after_the_role_began_and_late_the_day_after() -> None:
    # 1 March 2022 + 6 months = 1 September 2022; the last day is in time
    posts = [post("2022-03-01", groups=["B"])]
    on_the_day = staff("2022-09-01", posts=posts)
    assert states(on_the_day, "6.12 B") == [("pending", "2022-09-01")]
    assert labels(on_the_day) == set()
    day_after = staff("2022-09-02", posts=posts)
    assert states(day_after, "6.12 B") == [("overdue", "2022-09-01")]
    assert broken(day_after, "6.12 B") == [("2022-09-02", None, 1)]
    assert violation(day_after, "6.12 B").strength.value == "is recommended to"


def test_induction_from_31_january_is_due_on_28_february() -> None:
    # 31 January 2022 + 1 month: February 2022 has no 31st, so its last day, the 28th
    fields: dict[str, Any] = {"joined": "2022-01-31"}
    assert states(judge("hackney", "2022-02-28", **fields), "6.12 induction") == [("pending", "2022-02-28")]
    assert broken(judge("hackney", "2022-03-01", **fields), "6.12 induction") == [("2022-03-01", None, 1)]


def test_group_a_from_30_november_is_due_on_the_last_day_of_february() -> None:
    # 30 November 2021 + 3 months: 30 February does not exist, so 28 February 2022
    posts = [post("2021-11-30", groups=["A"])]
    assert states(staff("2022-02-28", posts=posts), "6.12 A") == [("pending", "2022-02-28")]
    late = staff("2022-03-02", group("A", "2022-03-02"), posts=posts)
    assert states(late, "6.12 A") == [("met late", "2022-02-28")]
    assert owed(late, "6.12 A")[0].late_by == 2
    assert broken(late, "6.12 A") == [("2022-03-01", "2022-03-01", 1)]


def test_group_c_from_a_leap_day_is_due_on_28_february() -> None:
    # 29 February 2024 + 12 months = 28 February 2025; a strategy past its review is still applied
    posts = [post("2024-02-29", groups=["C"])]
    assert states(staff("2025-02-28", posts=posts), "6.12 C") == [("pending", "2025-02-28")]
    late = staff("2025-03-01", posts=posts)
    assert broken(late, "6.12 C") == [("2025-03-01", None, 1)]
    assert late.notices


def test_twelve_months_over_a_leap_day_are_366_days() -> None:
    # 1 March 2023 + 12 months = 1 March 2024; 365 days would end on 29 February
    posts = [post("2023-03-01", groups=["C"])]
    assert states(staff("2024-03-01", posts=posts), "6.12 C") == [("pending", "2024-03-01")]
    assert broken(staff("2024-03-02", posts=posts), "6.12 C") == [("2024-03-02", None, 1)]


def test_who_leaves_by_the_due_day_is_released_and_who_leaves_later_was_in_breach() -> None:
    # due 1 September 2022; in breach 2 to 15 September = 14 days
    posts = [post("2022-03-01", groups=["B"])]
    in_time = staff("2023-01-01", posts=posts, left="2022-09-01")
    assert states(in_time, "6.12 B") == [("released", "2022-09-01")]
    assert labels(in_time) == set()
    after = staff("2023-01-01", posts=posts, left="2022-09-15")
    assert states(after, "6.12 B") == [("unmet", "2022-09-01")]
    assert broken(after, "6.12 B") == [("2022-09-02", "2022-09-15", 14)]


def test_earlier_group_training_counts_and_an_earlier_induction_does_not() -> None:
    # joined 6 September 2021 + 1 month = 6 October 2021
    result = judge(
        "hackney",
        "2022-12-31",
        joined="2021-09-06",
        posts=[post("2022-03-01", groups=["B"])],
        training=[done("Induction", "2019-05-01"), group("B", "2019-05-01")],
    )
    assert states(result, "6.12 B") == [("met", "2022-09-01")]
    assert states(result, "6.12 induction") == [("overdue", "2021-10-06")]
    assert labels(result) == {"6.12 induction"}
    assert states(result, "5.1 induction") == [("met", None)]


def test_a_move_from_group_a_to_group_b_drops_the_one_and_starts_the_other() -> None:
    # A from 1 December 2021 would be due 1 March 2022; B from 1 February 2022 is due 1 August 2022
    posts = [post("2021-12-01", "2022-01-31", groups=["A"]), post("2022-02-01", groups=["B"])]
    result = staff("2022-08-02", posts=posts)
    assert states(result, "6.12 A") == [("released", "2022-03-01")]
    assert states(result, "6.12 B") == [("overdue", "2022-08-01")]
    assert labels(result) == {"6.12 B"}


def test_another_post_after_a_gap_starts_the_months_again_but_not_the_induction() -> None:
    # Group A until 30 April 2022 and again from 1 June, whose 3 months end on 1 September 2022; training
    # done in the first post counts in the second
    posts = [post("2021-12-01", "2022-04-30", groups=["A"]), post("2022-06-01", groups=["A"])]
    untrained = staff("2022-09-02", posts=posts)
    assert states(untrained, "6.12 A") == [("unmet", "2022-03-01"), ("overdue", "2022-09-01")]
    # 2 March to 30 April 2022: 30 + 30 = 60 days
    assert broken(untrained, "6.12 A") == [("2022-03-02", "2022-04-30", 60), ("2022-09-02", None, 1)]
    assert states(untrained, "6.12 induction") == [("met", "2021-10-06")]
    trained = staff("2022-09-02", group("A", "2022-02-14"), posts=posts)
    assert states(trained, "6.12 A") == [("met", "2022-03-01"), ("met", "2022-09-01")]


def test_a_joining_day_that_is_not_known_leaves_the_induction_undecided() -> None:
    result = judge("hackney", "2023-01-01", posts=[post("2022-03-01", groups=["B"])])
    assert states(result, "6.12 induction") == [("undetermined", None)]
    assert labels(result) == {"6.12 B"}


def test_who_joins_again_needs_an_induction_again() -> None:
    # 2 May 2022 + 1 month = 2 June 2022
    result = judge(
        "hackney",
        "2022-06-03",
        employment=[{"joined": "2021-09-06", "left": "2021-12-31"}, {"joined": "2022-05-02", "left": None}],
        training=[INDUCTION],
    )
    assert states(result, "6.12 induction") == [("met", "2021-10-06"), ("overdue", "2022-06-02")]


def test_nothing_is_in_breach_before_the_strategy_is_in_force() -> None:
    # joined 1 June 2021, due 1 July 2021; the first day that can be in breach is 1 September 2021
    fields: dict[str, Any] = {"joined": "2021-06-01"}
    assert labels(judge("hackney", "2021-08-31", **fields)) == set()
    assert broken(judge("hackney", "2021-09-02", **fields), "6.12 induction") == [("2021-09-01", None, 2)]


def test_groups_a_to_c_are_never_refreshed() -> None:
    posts = [post("2021-09-06", groups=["A", "B", "C"])]
    trained = [group(letter, "2021-10-01") for letter in "ABC"]
    result = staff("2041-10-01", *trained, posts=posts)
    assert labels(result) == set()
    assert {each.status.value for each in result.obligations} == {"met"}


def test_dsl_training_lasts_two_years_from_the_last_and_a_deputy_keeps_the_date() -> None:
    # 29 February 2024 + 2 years = 28 February 2026; the post changes in between, the audience does not
    posts = [post("2024-01-08", "2025-08-31", roles=["Deputy DSL"]), post("2025-09-01", roles=["DSL"])]
    updates = [{"kind": "e-bulletin", "on": day} for day in ("2024-06-01", "2025-05-31")]
    fields: dict[str, Any] = {"posts": posts, "activities": updates}
    assert labels(staff("2026-02-28", dsl("2024-02-29"), **fields)) == set()
    late = staff("2026-03-01", dsl("2024-02-29"), **fields)
    assert broken(late, "6.13") == [("2026-03-01", None, 1)]
    assert labels(late) == {"6.13"}


def test_a_dsl_who_never_had_the_training_is_never_late_for_it() -> None:
    posts = [post("2021-09-06", roles=["DSL"])]
    result = staff("2022-09-06", posts=posts)
    assert states(result, "6.13 training") == [("pending", None)]
    assert broken(result, "6.13") == []


def test_knowledge_is_updated_every_year_and_a_dsl_course_is_no_update() -> None:
    # the role began 6 September 2021, so the first is due 6 September 2022
    posts = [post("2021-09-06", roles=["DSL"])]
    course_only = staff("2022-09-07", dsl("2022-05-05"), posts=posts)
    assert broken(course_only, "6.14") == [("2022-09-07", None, 1)]
    # a meeting of leads on 6 September 2022 is in time; the next is due a year later, 6 September 2023
    met = [{"kind": "DSL meeting", "on": "2022-09-06"}]
    in_time = staff("2023-09-06", dsl("2022-05-05"), posts=posts, activities=met)
    assert states(in_time, "6.14") == [("met", "2022-09-06"), ("pending", "2023-09-06")]
    assert labels(in_time) == set()


def test_the_conference_is_owed_for_each_whole_calendar_year() -> None:
    # in force since 1 September 2021, so 2021 is not a whole year; 2022 has one, 2023 has none
    held = [{"name": "conference", "action": "hold", "on": "2022-12-31"}]
    fields: dict[str, Any] = {"kind": "partnership", "reports": held}
    assert broken(judge("hackney", "2023-12-31", **fields), "6.18") == []
    assert broken(judge("hackney", "2024-01-01", **fields), "6.18") == [("2024-01-01", None, 1)]


def test_the_review_is_due_by_the_last_day_of_september_2022() -> None:
    review = {"name": "Training Strategy 2021-23", "action": "review"}
    early: dict[str, Any] = {"kind": "partnership", "reports": [{**review, "on": "2022-08-15"}]}
    assert states(judge("hackney", "2022-10-01", **early), "header review") == [("met", "2022-09-30")]
    nothing: dict[str, Any] = {"kind": "partnership"}
    assert broken(judge("hackney", "2022-09-30", **nothing), "header review") == []
    assert broken(judge("hackney", "2022-10-01", **nothing), "header review") == [("2022-10-01", None, 1)]


def trainer(*delivered: str, **more: Any) -> Any:
    deliveries = [{"course": "Neglect", "on": day} for day in delivered]
    return judge("hackney", "2022-12-31", kind="trainer", joined="2021-09-06", deliveries=deliveries, **more)


def test_a_trainer_has_a_qualification_or_experience_before_delivering() -> None:
    held = {"qualifications": [{"name": "training qualification", "on": "2022-05-10"}]}
    assert broken(trainer("2022-05-11", **held), "6.10 trainers") == []
    assert broken(trainer("2022-05-09", **held), "6.10 trainers") == [("2022-05-09", "2022-05-09", 1)]
    experience = {"attestations": {"relevant experience": {"met": True, "on": "2021-10-01"}}}
    assert broken(trainer("2022-05-09", **experience), "6.10 trainers") == []
    assert broken(trainer(), "6.10 trainers") == []


def test_an_agency_owes_its_training_plan_with_no_day_by_which() -> None:
    def plan(as_of: str, **more: Any) -> Any:
        return judge("hackney", as_of, kind="agency", **more)

    none = plan("2021-09-03")
    # "must have training plans in place" names no day, so it is open and never in breach
    assert states(none, "3.1 plan") == [("pending", None)]
    assert broken(none, "3.1 plan") == []
    kept = plan("2021-09-03", documents=[{"name": "training plan", "dated": "2019-03-01"}])
    assert states(kept, "3.1 plan") == [("met", None)]
    unknown = plan("2021-09-03", attestations={"training plan": None})
    assert [status for status, _ in states(unknown, "3.1 plan")] == ["undetermined"]
