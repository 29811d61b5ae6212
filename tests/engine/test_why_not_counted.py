"""Why an event did not count, in words that are true of it: each worked out by hand from the rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import trainrules


def done(course: str, day: str, **more: Any) -> dict[str, Any]:
    """Return a completion as a record has it."""
    return {"course": course, "completed": day, **more}


def words(rule: str, *training: dict[str, Any], as_of: str = "2023-06-01", **more: Any) -> list[str]:
    """Return the word on each completion under the first rule, in order of day: `counted`, or why not.

    The person has been in Group B since 31 January 2022, unless *more* says otherwise.
    """
    post = {"groups": ["B"], "started": "2022-01-31"}
    record = trainrules.StaffRecord.from_dict(
        {"id": "S1", "joined": "2022-01-31", "posts": [post], "training": [*training], **more}
    )
    policy = trainrules.loads(rule)
    label = policy.rules[-1].label
    verdicts = trainrules.evaluate(policy, record, as_of=date.fromisoformat(as_of)).events
    return [
        "counted" if label in each.counted_for else "; ".join(no.why for no in each.not_counted_for)
        for each in verdicts
    ]


LAPSE = "Group B must complete A within 6 months, if lapsed more than 2 months then F"
THEN = 'Group B must complete A and B within 12 months, then "Update" every 2 years'
GRID = "Group B must complete A within 1 month, then every 1 year, counted from the due date"


def test_the_lapse_training_before_anything_lapsed_says_from_when_it_would_count() -> None:
    """Due on 31 July 2022; two months later is 30 September."""
    assert words(LAPSE, done("F", "2022-09-01")) == [
        "nothing had lapsed by then: it counts only after 30 September 2022"
    ]
    assert words(LAPSE, done("F", "2022-10-01")) == ["counted"]


def test_the_ordinary_training_after_the_lapse_says_what_counts_now() -> None:
    assert words(LAPSE, done("A", "2022-10-01")) == ["lapsed: after 30 September 2022 only F counts"]
    assert words(LAPSE, done("A", "2022-09-30")) == ["counted"]


def test_a_lapse_is_counted_from_what_the_last_completion_paid_for() -> None:
    """Done on 1 March 2020 under `every 1 year`: paid until 1 March 2021; lapsed after 1 May 2021."""
    rule = "Group B must complete A within 6 months, then every 1 year, if lapsed more than 2 months then F"
    since = [{"groups": ["B"], "started": "2020-01-31"}]
    told = words(rule, done("A", "2020-03-01"), done("A", "2021-05-02"), posts=since)
    assert told == ["counted", "lapsed: after 1 May 2021 only F counts"]


def test_an_update_before_all_that_it_renews_was_done_says_so() -> None:
    told = words(THEN, done("A", "2022-03-01"), done("Update", "2022-04-01"), done("B", "2022-05-01"))
    assert told == ["counted", "what it renews, A and B, was not done by then", "counted"]


def test_what_an_update_renews_is_done_once() -> None:
    told = words(THEN, done("A", "2022-03-01"), done("B", "2022-05-01"), done("A", "2022-06-01"))
    assert told == ["counted", "counted", "done already: only “Update” renews it"]


def test_a_part_of_a_bundle_counts_and_its_repetition_does_not() -> None:
    rule = "Group B must complete A and B within 12 months"
    assert words(rule, done("A", "2022-03-01"), done("A", "2022-04-01")) == ["counted", "done already"]


def test_what_is_done_on_one_day_is_one_completion_and_all_of_it_counts() -> None:
    rule = "Group B must complete A or B within 12 months"
    assert words(rule, done("A", "2022-03-01"), done("B", "2022-03-01")) == ["counted", "counted"]


def test_what_came_too_early_for_a_fixed_date_does_not_move_it() -> None:
    """Due on 28 February 2022, then on 28 February each year; 1 February 2022 moves the first on, once."""
    told = words(GRID, done("A", "2022-02-01"), done("A", "2022-02-20"), done("A", "2022-03-01"))
    assert told == ["counted", "too early to move the due date", "counted"]


@pytest.mark.parametrize(
    "rule, day, why",
    [
        (
            "Group B must complete A within 6 months, then every 1 year",
            "2021-01-30",
            "what it paid for had ended when the rule began to apply",
        ),
        ("Group B must complete A within 6 months, then every 1 year", "2021-01-31", "counted"),
        (
            "Group B must complete A within 6 months, prior training does not count",
            "2022-01-30",
            "prior training does not count",
        ),
        ("Group B must complete A within 6 months, prior training does not count", "2022-01-31", "counted"),
    ],
)
def test_training_before_the_role_counts_while_it_is_paid_for(rule: str, day: str, why: str) -> None:
    assert words(rule, done("A", day)) == [why]


def test_training_before_the_role_is_one_completion_the_last() -> None:
    told = words("Group B must complete A within 6 months", done("A", "2020-01-01"), done("A", "2021-01-01"))
    assert told == ["done again before the rule began to apply", "counted"]


def test_an_old_renewal_counts_where_it_kept_the_date_that_was_paid_for_at_the_start() -> None:
    """1 March 2020 pays until 1 March 2021; renewed on 1 January 2021 until 1 March 2022, not 1 January."""
    rule = "Group B must complete A every 1 year, keeping the date if renewed in the last 3 months"
    old = done("A", "2018-01-01")
    told = words(rule, old, done("A", "2020-03-01"), done("A", "2021-01-01"))
    assert told == ["what it paid for had ended when the rule began to apply", "counted", "counted"]


def test_training_after_the_role_does_not_count() -> None:
    over = [{"groups": ["B"], "started": "2022-01-31", "ended": "2022-12-31"}]
    rule = "Group B must complete A within 6 months"
    assert words(rule, done("A", "2023-01-01"), posts=over) == ["done after the rule ceased to apply"]


def test_evidence_that_is_missing_or_comes_too_late_is_what_is_said() -> None:
    rule = "Group B must complete A within 6 months, then every 1 year, with evaluation"
    late = done("A", "2022-02-01", evaluations=[{"kind": "impact", "returned": "2023-02-02"}])
    assert words(rule, late) == ["what it paid for had ended when its evaluation came"]
    assert words(rule, done("A", "2022-02-01", evaluations=[])) == ["no evaluation by then"]
    assert words(rule, done("A", "2022-02-01")) == ["not known whether it counts: evaluation of training 1"]


def test_training_in_a_mode_that_is_not_allowed_counts_for_nothing_of_that_group() -> None:
    rule = "Group B single-agency only [m]\nGroup B within 6 months [d]"
    other = done("X", "2022-03-01", delivery="multi-agency", **{"for": {"groups": ["B"]}})
    assert words(rule, other) == ["not taken as [m] asks: single-agency Group B training"]


def test_what_has_to_come_first_counts_once_something_came_after_it() -> None:
    rule = "Everyone must complete A before B"
    first, second, again = done("A", "2022-03-01"), done("B", "2022-04-01"), done("A", "2022-05-01")
    assert words(rule, first, second, again)[::2] == ["counted", "done already on 1 March 2022"]
    assert words(rule, first) == ["nothing was done later that it has to come before"]
    same_day = done("B", "2022-03-01")
    assert words(rule, first, same_day)[0].startswith("not known whether it counts: order of")


def test_an_answer_counts_for_one_trigger_and_not_before_its_time() -> None:
    rule = "Everyone must complete Survey within 3 months of each Neglect course"
    told = words(
        rule,
        done("Survey", "2022-02-01"),
        done("Neglect", "2022-02-10"),
        done("Survey", "2022-03-01"),
        done("Survey", "2022-03-02"),
    )
    assert [told[0], *told[2:]] == ["too early", "counted", "there was nothing open for it to answer"]
    assert words(rule, done("Survey", "2022-02-01")) == ["there was nothing for it to answer"]


def test_training_whose_evaluation_came_back_counts_for_the_rule_that_asks_for_it() -> None:
    rule = "An impact evaluation must be returned between 3 and 6 months after each multi-agency course"
    course = done("X", "2022-02-01", delivery="multi-agency")
    back = {"kind": "impact", "returned": "2022-05-01"}
    early = {"kind": "impact", "returned": "2022-04-30"}
    assert words(rule, {**course, "evaluations": [back]}) == ["counted"]
    assert words(rule, {**course, "evaluations": [early]}) == ["its evaluation was returned too early"]


def test_hours_count_until_there_are_enough_in_a_year_that_is_judged() -> None:
    """In Group B since 31 January 2022, so 2022 is not judged, and 2023 is."""
    rule = "Group B must complete at least 3 hours of training each calendar year"
    told = words(
        rule,
        done("X", "2022-05-01", hours=3),
        done("X", "2023-02-01", hours=0),
        done("X", "2023-03-01", hours=2),
        done("X", "2023-04-01", hours=1),
        done("X", "2023-05-01", hours=1),
    )
    assert told == [
        "it is in no period that is judged",
        "it comes to no hours",
        "counted",
        "counted",
        "there was enough without it",
    ]
