"""Why training did not count for a duty: on the days where one word gives way to the next, by hand."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.test_why_not_counted import LAPSE, THEN, done, words

OVER = {"groups": ["B"], "started": "2022-01-31", "ended": "2022-12-31"}
"""A post that ends; the others began on 31 January 2022 and last."""

ONCE = "Group B must complete A within 6 months"
YEARLY = "Group B must complete A every 1 year"
BOTH = "Group B must complete A and B every 1 year"
EVALUATED = "Group B must complete A within 6 months, then every 1 year, with evaluation"
YEARLY_LAPSE = "Group B must complete A every 1 year, if lapsed more than 2 months then F"

ENDED = "what it paid for had ended when the rule began to apply"
TOO_EARLY = "too early to move the due date"
PAID = "what it pays for is paid for already"
PRIOR = "prior training does not count"
CEASED = "done after the rule ceased to apply"
NOT_LAPSED = "nothing had lapsed by then"
Training = dict[str, Any]


def evaluated(course: str, day: str, returned: str) -> Training:
    """Return a completion of which an evaluation was returned."""
    return done(course, day, evaluations=[{"kind": "impact", "returned": returned}])


@pytest.mark.parametrize(
    "rule, training, told",
    [
        pytest.param(
            f"{YEARLY}, {PRIOR}",
            [done("A", "2022-01-30"), done("A", "2022-01-31")],
            [PRIOR, "counted"],
            id="since the first day, where there is no deadline",
        ),
        pytest.param(
            f"{LAPSE}, {PRIOR}",
            [done("F", "2022-01-31")],
            [f"{NOT_LAPSED}: it counts only after 30 September 2022"],
            id="on the first day it is not prior",
        ),
        pytest.param(
            ONCE,
            [done("A", "2022-03-01"), done("A", "2022-12-31")],
            ["counted", "done already"],
            id="last day",
        ),
        pytest.param(
            EVALUATED,
            [evaluated("A", "2022-12-31", "2023-01-05"), evaluated("A", "2023-01-01", "2023-01-05")],
            ["its evaluation came after the rule ceased to apply", CEASED],
            id="evidence after the last day",
        ),
        pytest.param(
            EVALUATED,
            [evaluated("A", "2021-12-01", "2022-12-01"), evaluated("A", "2022-03-01", "2022-03-01")],
            [PAID, "counted"],
            id="evidence on the last day paid for, of what is paid for by another",
        ),
        pytest.param(
            "Group B must complete A within 18 months, then every 1 year, counted from the due date",
            [
                done("A", "2022-01-30"),
                done("A", "2022-01-31"),
                done("A", "2022-07-31"),
                done("A", "2022-08-01"),
            ],
            [TOO_EARLY, TOO_EARLY, TOO_EARLY, "counted"],
            id="due on 31 July 2023, moved on in the year up to it, before the run or in it",
        ),
    ],
)
def test_the_word_on_the_days_around_a_post(rule: str, training: list[Training], told: list[str]) -> None:
    assert words(rule, *training, posts=[OVER]) == told


@pytest.mark.parametrize(
    "rule, training, told",
    [
        (
            BOTH,
            [done("A", "2021-01-30"), done("B", "2021-06-01")],
            [ENDED, "it did not complete what is owed"],
        ),
        (
            "Group B must complete A and B within 6 months",
            [done("A", "2020-01-01"), done("B", "2020-06-01"), done("B", "2021-01-01")],
            ["counted", "counted", "done already"],
        ),
        (
            BOTH,
            [done("A", "2021-03-01"), done("B", "2021-06-01"), done("B", "2021-09-01")],
            ["counted", "counted", PAID],
        ),
        (
            BOTH,
            [done("A", "2021-06-01"), done("A", "2022-01-31"), done("B", "2022-01-31")],
            ["it did not complete what is owed", "counted", "counted"],
        ),
        (
            BOTH,
            [done("A", "2021-06-01"), done("B", "2022-07-01")],
            ["it did not complete what is owed", "counted"],
        ),
        (
            "Group B must complete A every 1 year, counted from the due date",
            [done("A", "2020-02-29"), done("A", "2021-01-10"), done("A", "2021-02-01")],
            ["counted", "counted", TOO_EARLY],
        ),
        (
            "Group B must complete A every 1 year, counted from the due date",
            [done("A", "2019-01-01")],
            [ENDED],
        ),
    ],
)
def test_the_word_on_what_was_done_before_the_post(
    rule: str, training: list[Training], told: list[str]
) -> None:
    assert words(rule, *training, as_of="2022-05-01" if PAID in told else "2023-06-01") == told


@pytest.mark.parametrize(
    "rule, training, told",
    [
        (LAPSE, [done("F", "2022-09-30")], [f"{NOT_LAPSED}: it counts only after 30 September 2022"]),
        (LAPSE, [done("F", "2022-10-01"), done("F", "2022-10-02")], ["counted", NOT_LAPSED]),
        (LAPSE, [done("A", "2022-03-01"), done("A", "2022-04-01")], ["counted", "done already"]),
        (
            "Group B must complete A within 6 months, then every 1 year, if lapsed more than 2 months then F",
            [done("A", "2021-03-01"), done("F", "2022-06-01")],
            ["counted", f"{NOT_LAPSED}: it counts only after 30 September 2022"],
        ),
        (
            YEARLY_LAPSE,
            [done("A", "2021-03-01"), done("F", "2022-04-01")],
            ["counted", f"{NOT_LAPSED}: it counts only after 1 May 2022"],
        ),
        (
            "Group B must refresh A every 1 year, if lapsed more than 2 months then F",
            [done("F", "2022-04-01")],
            [NOT_LAPSED],
        ),
        (
            "Group B must complete A within 6 months, then every 1 month, "
            "if lapsed more than 2 months then F, with evaluation",
            [evaluated("F", "2022-10-01", "2022-12-01")],
            ["what it paid for had ended when its evaluation came"],
        ),
    ],
)
def test_the_word_on_what_counts_only_after_a_lapse(
    rule: str, training: list[Training], told: list[str]
) -> None:
    assert words(rule, *training) == told


def test_an_update_on_the_day_of_what_it_renews_was_not_too_soon() -> None:
    training = done("A", "2021-03-01"), done("B", "2021-05-01")
    early, again = done("Update", "2021-05-01"), done("Update", "2021-09-01")
    told = words(THEN, *training, early, again)
    assert told == ["counted", "counted", "done again before the rule began to apply", "counted"]


def test_what_leave_put_off_had_not_ended_when_the_post_began() -> None:
    """Done on 15 January 2021: paid until 15 January 2022, and 30 days longer for the leave."""
    leave = [{"from": "2021-12-01", "to": "2021-12-30"}]
    training = done("A", "2021-01-15"), done("A", "2021-06-01")
    rule = "Group B must complete A within 1 month, then every 1 year"
    assert words(rule, *training, leave=leave) == [ENDED, "counted"]
    paused = words(f"{rule}, not counting leave", *training, leave=leave)
    assert paused == ["done again before the rule began to apply", "counted"]


def test_what_is_paid_for_until_the_first_day_had_not_ended() -> None:
    training = done("A", "2021-01-31"), done("A", "2021-06-01")
    rule = "Group B must complete A within 6 months, then every 1 year"
    assert words(rule, *training) == ["done again before the rule began to apply", "counted"]
    # 28 and 31 January are both paid for until 28 February, the first day of this post
    later = [{"groups": ["B"], "started": "2022-02-28"}]
    told = words(
        "Group B must complete A every 1 month", done("A", "2022-01-28"), done("A", "2022-01-31"), posts=later
    )
    assert told == ["done again before the rule began to apply", "counted"]


def test_what_its_grace_alone_reached_into_the_post_had_ended() -> None:
    assert words(f"{YEARLY}, with 1 month's grace", done("A", "2021-01-15")) == [ENDED]


def test_a_fixed_date_is_moved_by_all_of_the_day_and_by_nothing_on_the_date_before_it() -> None:
    rule = "Group B must complete A or C within 1 month, then every 1 year, counted from the due date"
    told = words(rule, done("A", "2022-02-20"), done("C", "2022-02-20"), done("A", "2022-02-28"))
    assert told == ["counted", "counted", TOO_EARLY]


def test_each_of_two_posts_has_a_word_of_its_own() -> None:
    two = [{**OVER, "ended": "2022-06-30"}, {"groups": ["B"], "started": "2022-09-01"}]
    training = [
        done("A", day) for day in ("2022-03-01", "2022-04-01", "2022-07-15", "2022-09-15", "2022-10-01")
    ]
    told = words(f"{ONCE}, {PRIOR}", *training, posts=two)
    assert told == ["counted", "done already", PRIOR, "counted", "done already"]


def test_a_post_that_ended_before_the_rule_was_in_force_asked_for_nothing() -> None:
    told = words(f"{ONCE}, from 1 January 2023", done("A", "2022-03-01"), posts=[OVER])
    assert told == ["the rule was not in force when it applied"]
    both = [OVER, {"groups": ["B"], "started": "2023-03-01"}]
    assert words(f"{ONCE}, from 1 January 2023", done("A", "2023-03-01"), posts=both) == ["counted"]


@pytest.mark.parametrize(
    "rule", [ONCE, YEARLY, f"{YEARLY}, {PRIOR}", f"Group B must refresh A every 1 year, {PRIOR}"]
)
def test_where_the_first_day_of_a_post_is_not_known_it_is_not_known_what_counts(rule: str) -> None:
    told = words(rule, done("A", "2022-03-01"), posts=[{"groups": ["B"]}])
    decided = rule == YEARLY
    assert told == ["counted" if decided else "not known whether it counts: starting day"]


def test_what_was_held_before_is_not_asked_for_a_word() -> None:
    rule = "qualification Diploma\ncourse A\nGroup B must complete A or hold Diploma within 6 months"
    held = [{"name": "Diploma", "on": "2021-01-01", "until": "2021-12-31"}]
    assert words(f"group B\n{rule}", done("A", "2022-03-01"), qualifications=held) == ["counted"]
