"""What is said beside obligations and violations."""

from __future__ import annotations

from datetime import date

import trainrules

DECLARED = "groups A–B\nrole DSL\nGroup B within 6 months [1]\nDSL refresh every 2 years [2]\n"


def said(policy: str, **post: object) -> tuple[str, ...]:
    record = trainrules.StaffRecord.from_dict({"id": "S1", "posts": [{"started": "2022-01-01", **post}]})
    return trainrules.evaluate(trainrules.loads(policy), record, as_of=date(2022, 3, 1)).notices


def test_a_group_written_with_its_kind_is_pointed_out() -> None:
    assert said(DECLARED, groups=["Group B"]) == (
        "the record names the group `Group B`, which the policy does not know; did you mean `B`?",
    )


def test_a_misspelt_role_is_pointed_out_once() -> None:
    assert said(DECLARED, roles=["DLS", "DLS"]) == (
        "the record names the role `DLS`, which the policy does not know; did you mean `DSL`?",
    )


def test_a_group_that_is_not_declared_is_pointed_out_without_a_guess() -> None:
    assert said(DECLARED, groups=["Q"]) == ("the record names the group `Q`, which the policy does not know",)


def test_known_names_in_any_case_and_built_in_roles_say_nothing() -> None:
    assert said(DECLARED, groups=["a", "B"], roles=["dsl", "Trainer"]) == ()


def test_kinds_that_the_policy_declares_none_of_say_nothing() -> None:
    assert said(DECLARED, levels=["3"]) == ()
    assert said("Group B within 6 months", groups=["C"], roles=["Caretaker"]) == ()


def test_a_terse_policy_points_out_what_is_nearly_its_own_word() -> None:
    assert len(said("DSL refresh every 2 years", roles=["DLS"])) == 1


def test_the_day_after_the_review_date_says_so() -> None:
    policy = trainrules.loads('policy "P"\nnext review 31 March 2022\nGroup B within 6 months [1]\n')
    record = trainrules.StaffRecord.from_dict({"id": "S1"})
    assert trainrules.evaluate(policy, record, as_of=date(2022, 3, 31)).notices == ()
    assert trainrules.evaluate(policy, record, as_of=date(2022, 4, 1)).notices == (
        "the strategy is past its review date, 31 March 2022",
    )


def test_a_report_recorded_with_its_article_is_that_report() -> None:
    policy = trainrules.loads("The partnership must evaluate the arrangements in December 2011")
    done = [{"name": "the arrangements", "action": "evaluate", "on": "2011-12-31"}]
    record = trainrules.OrganisationRecord.from_dict({"kind": "partnership", "id": "P", "reports": done})
    result = trainrules.evaluate(policy, record, as_of=date(2012, 1, 1))
    assert [each.status for each in result.obligations] == [trainrules.Status.MET]


def test_a_course_one_slip_away_is_pointed_out_and_another_course_is_not() -> None:
    policy = trainrules.loads("course Neglect\ngroup B\nGroup B must complete Neglect within 6 months [1]\n")
    taken = [
        {"course": "Negelct", "completed": "2022-02-01"},
        {"course": "Fire safety", "completed": "2022-02-02"},
    ]
    record = trainrules.StaffRecord.from_dict({"id": "S1", "training": taken})
    assert trainrules.evaluate(policy, record, as_of=date(2022, 3, 1)).notices == (
        "the record names the course `Negelct`, which the policy does not know; did you mean `Neglect`?",
    )


def test_a_waiver_of_a_rule_that_is_not_there_is_pointed_out() -> None:
    waived = [{"rule": "6.12B"}, {"rule": "6.12 b"}]
    record = trainrules.StaffRecord.from_dict({"id": "S1", "waivers": waived})
    policy = trainrules.loads("group B\nGroup B within 6 months [6.12 B]\n")
    assert trainrules.evaluate(policy, record, as_of=date(2022, 3, 1)).notices == (
        "the record waives the rule `6.12B`, which the policy does not have; did you mean `6.12 B`?",
    )


def test_what_is_only_a_little_like_a_course_is_another_course_and_any_unknown_waiver_is_told() -> None:
    """`Fire safety` and `Food safety` share most letters; a course has to be nearer than a role."""
    policy = trainrules.loads('course "Fire safety"\ngroup B\nGroup B within 6 months [1]\n')
    taken = [{"course": "Food safely", "completed": "2022-02-01"}]
    record = {"id": "S1", "training": taken, "waivers": [{"rule": "something else"}]}
    result = trainrules.evaluate(policy, trainrules.StaffRecord.from_dict(record), as_of=date(2022, 3, 1))
    assert result.notices == ("the record waives the rule `something else`, which the policy does not have",)


def test_a_slip_in_a_name_that_only_a_rule_has_is_told_as_the_rule_writes_it() -> None:
    assert said("DSL refresh every 2 years", roles=["DLS"]) == (
        "the record names the role `DLS`, which the policy does not know; did you mean `DSL`?",
    )


def on(day: date, head: str) -> tuple[str, ...]:
    policy = trainrules.loads(head + "Group B within 6 months\n")
    return trainrules.evaluate(policy, trainrules.StaffRecord(id="S1"), as_of=day).notices


def test_a_strategy_looked_at_outside_its_own_dates_says_so_and_on_its_edges_does_not() -> None:
    head = "in force from 1 May 2022 until 30 April 2023\n"
    assert on(date(2022, 4, 30), head) == ("the strategy is in force only from 1 May 2022",)
    assert on(date(2022, 5, 1), head) == on(date(2023, 4, 30), head) == ()
    assert on(date(2023, 5, 1), head) == ("the strategy was in force until 30 April 2023",)


def test_bank_holidays_past_the_last_year_that_is_known_are_a_notice() -> None:
    head = 'calendar "England"\n'
    assert on(date(2100, 12, 31), head) == ()
    assert on(date(2101, 1, 1), head) == ("bank holidays after 2100 are not known",)
    assert on(date(2101, 1, 1), "") == ()


def test_names_of_courses_in_bookings_and_deliveries_are_looked_at_and_aliases_known() -> None:
    head = 'course "Working Together", also called WT\ncourse Induction\nrole DSL\n'
    policy = trainrules.loads(head + "DSL must complete Induction within 1 month\n")
    record = trainrules.StaffRecord.from_dict(
        {
            "id": "S1",
            "training": [{"course": "Inductoin", "completed": "2022-01-01"}],
            "bookings": [
                {"course": "wt", "session": "2022-01-01"},
                {"course": "Inducion", "session": "2022-01-01"},
            ],
            "deliveries": [{"course": "Workin Together", "on": "2022-01-01"}],
            "posts": [{"started": "2022-01-01", "roles": ["Trainr"]}],
            "waivers": [{"rule": "line 9", "reason": "x"}],
        }
    )
    does_not_know = "which the policy does not know; did you mean"
    assert trainrules.evaluate(policy, record, as_of=date(2022, 3, 1)).notices == (
        "the record waives the rule `line 9`, which the policy does not have; did you mean `line 4`?",
        f"the record names the role `Trainr`, {does_not_know} `Trainer`?",
        f"the record names the course `Inductoin`, {does_not_know} `Induction`?",
        f"the record names the course `Inducion`, {does_not_know} `Induction`?",
        f"the record names the course `Workin Together`, {does_not_know} `Working Together`?",
    )
