"""Which rules a verdict names and what it says, rule kind by rule kind, each worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.engine.test_why_not_counted import done, words

import trainrules

EVALUATE = "An impact evaluation must be returned between 3 and 6 months after each multi-agency course"
NOTHING = "no rule that applies to this person asks for it"
Told = list[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]


def multi(course: str, day: str, **more: Any) -> dict[str, Any]:
    return done(course, day, delivery="multi-agency", **more)


def back(*days: str) -> list[dict[str, str]]:
    """Return evaluations returned on these days."""
    return [{"kind": "impact", "returned": day} for day in days]


def verdicts(rules: str, *training: dict[str, Any], posts: list[dict[str, Any]]) -> Told:
    """Return of each completion the labels it counts for, and the labels it does not with why, in 2023."""
    record = trainrules.StaffRecord.from_dict({"id": "S1", "posts": posts, "training": [*training]})
    events = trainrules.evaluate(trainrules.loads(rules), record, as_of=date(2023, 6, 1)).events
    return [(each.counted_for, tuple((no.rule, no.why) for no in each.not_counted_for)) for each in events]


def test_a_verdict_names_the_rules() -> None:
    rules = (
        "Group B must complete A within 6 months [a]\n"
        "Group B must complete A within 1 year, prior training does not count [b]"
    )
    told = verdicts(
        rules,
        done("A", "2022-01-01"),
        done("X", "2022-02-01"),
        posts=[{"groups": ["B"], "started": "2022-01-31"}],
    )
    assert told == [(("a",), (("b", "prior training does not count"),)), ((), (("", NOTHING),))]


def test_what_counts_under_a_label_is_not_refused_under_it_for_another_group() -> None:
    """For Group C, from June, the training of March was prior; for Group B it was not."""
    posts = [{"groups": ["B"], "started": "2022-01-31"}, {"groups": ["C"], "started": "2022-06-01"}]
    both = done("X", "2022-03-01", **{"for": {"groups": ["B", "C"]}})
    rule = "Groups B and C within 6 months, prior training does not count [x]"
    assert verdicts(rule, both, posts=posts) == [(("x",), ())]


def test_with_too_many_ways_of_filling_in_every_fact_is_asked_for() -> None:
    rule = "Everyone must complete multi-agency training within 6 months"
    silent = [done(f"C{number}", "2022-03-01") for number in range(9)]
    asked = ", ".join(f"delivery of training {number}" for number in range(1, 10))
    assert words(rule, *silent) == [f"not known whether it counts: {asked}"] * 9


def test_only_the_fact_that_decides_is_asked_for() -> None:
    """In March it is enough whatever the other is; the other counts only where the first does not."""
    rule = "Everyone must complete multi-agency training within 6 months"
    known, silent = multi("X", "2022-03-01"), done("Y", "2022-02-01")
    assert words(rule, silent, known)[0] == "not known whether it counts: delivery of training 1"
    over = [{"groups": ["B"], "started": "2022-01-31", "ended": "2022-12-31"}]
    told = words(
        "Group B must complete multi-agency training within 6 months",
        silent,
        done("Z", "2023-03-01"),
        posts=over,
    )
    assert told[0] == "not known whether it counts: delivery of training 1"


@pytest.mark.parametrize(
    "rule, first, second, why",
    [
        (
            "Everyone must complete multi-agency training within 6 months",
            multi("X", "2022-02-01"),
            done("Y", "2022-03-01"),
            "done already",
        ),
        (
            "Everyone must complete at least 3 hours of multi-agency training each calendar year",
            multi("X", "2023-02-01", hours=3),
            done("Y", "2023-03-01", hours=1),
            "there was enough without it",
        ),
        (
            "Group B single-agency only [m]\nGroup B within 6 months [d]",
            done("X", "2022-02-01", delivery="single-agency", **{"for": {"groups": ["B"]}}),
            done("Y", "2022-03-01", **{"for": {"groups": ["B"]}}),
            "done already",
        ),
    ],
)
def test_what_counts_for_nothing_however_it_was_taken_says_why_it_would_not(
    rule: str, first: dict[str, Any], second: dict[str, Any], why: str
) -> None:
    assert words(rule, first, second) == ["counted", why]


def test_what_may_be_in_the_right_mode_lacks_its_certificate_whatever_it_was() -> None:
    rule = "Group B single-agency only [m]\nGroup B within 6 months, with certificate [d]"
    silent = done("X", "2022-02-01", certificate=False, **{"for": {"groups": ["B"]}})
    assert words(rule, silent) == ["no certificate by then"]


# --- other kinds of rule -----------------------------------------------------------------------------------


def test_of_two_answers_on_one_day_the_second_had_nothing_to_answer() -> None:
    rule = "Everyone must complete Survey or Quiz within 3 months of each Neglect course"
    day = "2022-02-10"
    told = words(rule, done("Neglect", day), done("Survey", day), done("Quiz", day))
    assert sorted(told[1:]) == ["counted", "there was nothing open for it to answer"]


def test_each_of_two_courses_of_one_day_has_its_own_evaluation() -> None:
    one, other = (
        multi("X", "2022-02-01", evaluations=back("2022-05-02")),
        multi("Y", "2022-02-01", evaluations=[]),
    )
    assert words(EVALUATE, one, other) == ["counted", NOTHING]
    assert words(EVALUATE, other, one) == [NOTHING, "counted"]


@pytest.mark.parametrize("returned", ["2022-04-15", "2022-05-01"])
def test_an_evaluation_that_is_dated_later_is_not_there_yet(returned: str) -> None:
    course = multi("X", "2022-02-01", evaluations=back(returned))
    assert words(EVALUATE, course, as_of="2022-04-01") == [NOTHING]


def test_an_evaluation_that_came_too_early_did_so_from_its_own_day_on() -> None:
    """It may be returned from 1 May on."""
    course = multi("X", "2022-02-01", evaluations=back("2022-04-15"))
    assert words(EVALUATE, course, as_of="2022-04-14") == [NOTHING]
    assert words(EVALUATE, course, as_of="2022-04-15") == ["its evaluation was returned too early"]


def test_an_evaluation_of_which_the_kind_is_not_known_may_be_the_one_that_is_asked_for() -> None:
    course = multi("X", "2022-02-01", evaluations=[{"returned": "2022-05-02"}])
    assert words(EVALUATE, course) == ["not known whether it counts: evaluation of training 1"]


@pytest.mark.parametrize("first", ["A and B", "B and A"])
def test_what_came_first_as_one_thing_counts_though_the_other_was_done_before(first: str) -> None:
    known = "".join(f"course {name}\n" for name in "ABCX") + "X counts as A\nX counts as B\n"
    rules = f"{known}Everyone must complete {first} before C"
    told = words(rules, done("B", "2022-03-01"), done("X", "2022-03-02"), done("C", "2022-04-01"))
    assert told[:2] == ["counted", "counted"]


def test_what_may_have_been_held_for_long_was_done_already() -> None:
    rules = "course A\ncourse B\nqualification Diploma\nEveryone must complete A or hold Diploma before B"
    held = [{"name": "Diploma"}]
    assert words(rules, done("A", "2022-03-01"), qualifications=held) == ["done already"]


def test_hours_of_who_began_on_an_unknown_day_count_or_not() -> None:
    hours = done("A", "2022-03-01", hours=2)
    for period in ("each calendar year", "over 1 year"):
        rule = f"Group B must complete at least 3 hours of training {period}"
        told = words(rule, hours, posts=[{"groups": ["B"]}], joined=None)
        assert told == ["not known whether it counts: starting day"]
