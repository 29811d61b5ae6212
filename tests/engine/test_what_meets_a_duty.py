"""What meets an obligation of a duty, and what does not: rows that the breach days alone do not show."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.engine.test_why_not_counted import THEN, done
from tests.engine.test_why_not_counted_in_a_run import YEARLY, evaluated

import trainrules
from trainrules.findings import Evaluation

Row = tuple[str, str, str]


def judged(rule: str, *training: dict[str, Any], as_of: str = "2023-06-01", **more: Any) -> Evaluation:
    """Return what is told of somebody in Group B since 31 January 2022, unless *more* says otherwise."""
    post = {"groups": ["B"], "started": "2022-01-31"}
    record = trainrules.StaffRecord.from_dict(
        {"id": "S1", "joined": "2022-01-31", "posts": [post], "training": [*training], **more}
    )
    return trainrules.evaluate(trainrules.loads(rule), record, as_of=date.fromisoformat(as_of))


def rows(result: Evaluation) -> list[Row]:
    """Return the status of each obligation, its due day and the day it was met."""
    return [
        (each.status.value, str(each.due or ""), str(each.satisfied_on or "")) for each in result.obligations
    ]


def breaches(result: Evaluation) -> list[tuple[str, str]]:
    """Return the first and last day of each violation."""
    return [(str(each.since), str(each.until or "")) for each in result.violations]


LAPSE = "if lapsed more than 2 months then F"
TWO_POSTS = [
    {"groups": ["B"], "started": "2020-01-01", "ended": "2020-12-31"},
    {"groups": ["B"], "started": "2022-01-31"},
]


@pytest.mark.parametrize(
    "training, told",
    [
        (["2021-06-15"], [("met", "2022-07-31", "2021-06-15"), ("overdue", "2022-07-31", "")]),
        (
            ["2022-03-01", "2022-05-01"],
            [("met", "2022-07-31", "2022-03-01"), ("met", "2023-03-01", "2022-05-01")],
        ),
    ],
)
def test_nothing_that_counts_is_passed_over_where_it_can_lapse(training: list[str], told: list[Row]) -> None:
    """Due on 31 July 2022: June 2021 is paid for on the first day, and March and May are in time."""
    rule = f"Group B must complete A within 6 months, then every 1 year, {LAPSE}"
    assert rows(judged(rule, *(done("A", day) for day in training)))[:2] == told


def test_a_date_kept_before_a_post_is_kept_where_it_can_lapse() -> None:
    """March 2020 pays until 1 March 2021, and January 2021 until 1 March 2022."""
    keeping = "keeping the date if renewed in the last 3 months"
    rule = f"Group B must complete A within 1 week, then every 1 year, {keeping}, {LAPSE}"
    result = judged(rule, done("A", "2020-03-01"), done("A", "2021-01-15"))
    assert rows(result) == [("met", "2022-02-07", "2021-01-15"), ("overdue", "2022-03-01", "")]


def test_both_parts_of_what_was_done_before_count_where_it_can_lapse() -> None:
    """Paid for until 1 August 2023, two years after the first of them: nothing lapsed."""
    rule = f"Group B must complete A and C within 6 months, then every 2 years, {LAPSE}"
    result = judged(rule, done("A", "2021-08-01"), done("C", "2021-10-01"))
    assert rows(result) == [("met", "2022-07-31", "2021-10-01"), ("pending", "2023-08-01", "")]


def test_of_one_thing_done_before_the_last_counts_whenever_its_evidence_came() -> None:
    rule = f"Group B must complete A within 6 months, then every 2 years, {LAPSE}, with evaluation"
    late = evaluated("A", "2021-03-01", "2021-09-01")
    result = judged(rule, evaluated("A", "2021-05-01", "2021-05-02"), late, as_of="2023-05-01")
    assert rows(result) == [("met", "2022-07-31", "2021-05-02"), ("pending", "2023-05-01", "")]


def test_a_part_that_is_renewed_meets_nothing_while_the_other_is_due() -> None:
    """Both are due on 1 February 2023, with a month's grace: C is renewed within it, A is not."""
    rule = "Group B must complete A and C within 1 month, then every 1 year, with 1 month's grace"
    training = done("A", "2022-02-01"), done("C", "2022-02-01"), done("C", "2023-02-10")
    assert rows(judged(rule, *training)) == [
        ("met", "2022-02-28", "2022-02-01"),
        ("overdue", "2023-02-01", ""),
    ]


def test_what_ended_long_before_a_post_of_unknown_beginning_does_not_begin_its_refreshes() -> None:
    [owed] = judged(YEARLY, done("A", "2015-01-01"), posts=[{"groups": ["B"]}]).obligations
    assert (owed.status.value, owed.missing) == ("undetermined", ("starting day",))
    once = judged(
        "Group B must complete A within 6 months", done("A", "2015-01-01"), posts=[{"groups": ["B"]}]
    )
    assert rows(once) == [("met", "", "2015-01-01")]
    yearly = "Group B must complete A within 6 months, then every 1 year"
    [owed] = judged(yearly, done("A", "2021-06-01"), posts=[{"groups": ["B"]}]).obligations
    assert (owed.status.value, owed.missing) == ("undetermined", ("starting day",))
    in_it = judged(YEARLY, done("A", "2022-03-01"), done("A", "2022-05-01"), posts=[{"groups": ["B"]}])
    assert [row[0] for row in rows(in_it)] == ["undetermined", "met", "overdue"]
    assert in_it.obligations[0].missing == ("starting day",)
    still_paid = judged(YEARLY, done("A", "2021-03-01"), posts=[{"groups": ["B"]}])
    assert [row[0] for row in rows(still_paid)] == ["met", "overdue"]


@pytest.mark.parametrize(
    "rule", ["Group B must complete A within 6 months", "Group B must refresh A every 1 year, {}"]
)
def test_a_post_of_unknown_beginning_that_ended_before_the_rule_is_not_told(rule: str) -> None:
    text = rule.format("prior training does not count")
    ended = [{"groups": ["B"], "ended": "2022-05-31"}]
    assert rows(judged(f"{text}, from 1 July 2022", posts=ended)) == []
    [owed] = judged(f"{text}, from 1 May 2022", posts=ended).obligations
    assert (owed.status.value, owed.missing, str(owed.opens)) == (
        "undetermined",
        ("starting day",),
        "2022-01-31",
    )


def test_each_post_has_its_own_day_after_which_only_the_other_course_counts() -> None:
    """Due on 1 July 2020 in the first post, and on 31 July 2022 in the second."""
    result = judged(
        f"Group B must complete A within 6 months, {LAPSE}", done("A", "2022-03-01"), posts=TWO_POSTS
    )
    assert rows(result) == [("unmet", "2020-07-01", ""), ("met", "2022-07-31", "2022-03-01")]


def test_each_post_has_its_own_fixed_dates() -> None:
    """Due on 1 February 2020 and each year from it; in the second post on 28 February 2022, and so on."""
    rule = "Group B must complete A within 1 month, then every 1 year, counted from the due date"
    result = judged(rule, done("A", "2022-02-20"), posts=TWO_POSTS)
    told = [("unmet", "2020-02-01", ""), ("met", "2022-02-28", "2022-02-20"), ("overdue", "2023-02-28", "")]
    assert rows(result) == told


def test_two_on_one_day_move_a_fixed_date_once_and_the_first_of_them_is_named() -> None:
    """First done on 31 January: due on 28 February; a month later is 31 March, twice a month after."""
    rule = "Group B must complete A every 1 month, counted from the due date"
    result = judged(rule, done("A", "2022-01-31"), done("A", "2022-01-31"), as_of="2022-02-15")
    assert rows(result)[-1] == ("pending", "2022-02-28", "")
    graced = "Group B must complete A within 6 months, with 1 month's grace"
    [owed] = judged(graced, done("A", "2022-03-01"), done("A", "2022-03-01")).obligations
    assert owed.satisfied_by == "training 1"


def test_what_is_too_early_for_a_fixed_date_meets_nothing_and_is_no_part_of_a_bundle() -> None:
    rule = "Group B must complete A{} within 18 months, then every 1 year, counted from the due date"
    early = done("A", "2022-02-01")
    for more in ("", " and C"):
        result = judged(rule.format(more), early)
        assert rows(result) == [("pending", "2023-07-31", "")]
        assert not result.events[0].counted_for
    then = 'Group B must complete A within 18 months, then "U" every 1 year, counted from the due date'
    assert rows(judged(then, early)) == [("pending", "2023-07-31", "")]


def test_an_update_on_the_day_of_what_it_renews_is_not_told_as_another_step() -> None:
    training = done("A", "2022-03-01"), done("B", "2022-05-01"), done("Update", "2022-05-01")
    assert rows(judged(THEN, *training)) == [
        ("met", "2023-01-31", "2022-05-01"),
        ("pending", "2024-05-01", ""),
    ]


def test_each_update_is_told_once() -> None:
    rule = 'Group B must complete A within 6 months, then "U" every 1 year'
    updates = done("U", "2022-12-01"), done("U", "2023-05-01")
    assert rows(judged(rule, done("A", "2022-03-01"), *updates)) == [
        ("met", "2022-07-31", "2022-03-01"),
        ("met", "2023-03-01", "2022-12-01"),
        ("met", "2023-12-01", "2023-05-01"),
        ("pending", "2024-05-01", ""),
    ]


def test_an_update_renews_only_from_the_day_on_which_all_that_it_renews_counts() -> None:
    """The evaluation of B comes on 1 April 2023: until then it is in breach, in spite of the update."""
    rule = 'Group B must complete A and B within 12 months, then "U" every 2 years, with evaluation'
    training = (
        evaluated("A", "2022-03-01", "2022-03-01"),
        evaluated("B", "2022-05-01", "2023-04-01"),
        evaluated("U", "2022-06-01", "2022-06-01"),
        evaluated("A", "2022-07-01", "2023-04-01"),
    )
    result = judged(rule, *training)
    assert breaches(result) == [("2023-02-01", "2023-03-31")]
    assert rows(result) == [
        ("met late", "2023-01-31", "2023-04-01"),
        ("met", "2024-05-01", "2023-04-01"),
        ("pending", "2024-06-01", ""),
    ]
    assert [each.satisfied_by for each in result.obligations] == ["training 2", "training 3", None]


def test_evidence_on_the_last_day_that_is_paid_for_covers_that_day() -> None:
    rule = "Group B must complete A within 6 months, then every 1 year, with evaluation"
    result = judged(rule, evaluated("A", "2022-02-01", "2023-02-01"))
    assert breaches(result) == [("2022-08-01", "2023-01-31"), ("2023-02-02", "")]


REFRESH = "Group B must refresh A every 1 year, with evaluation"


def test_only_the_first_evidence_that_comes_too_late_begins_a_refresh() -> None:
    late = evaluated("A", "2022-02-10", "2023-03-01"), evaluated("A", "2022-03-10", "2024-04-01")
    result = judged(REFRESH, *late, as_of="2024-06-01")
    assert rows(result) == [("met", "", "2023-03-01"), ("overdue", "2023-02-10", "")]
    assert breaches(result) == [("2023-03-01", "")]


def test_evidence_that_comes_too_late_begins_nothing_where_the_first_day_was_paid_for() -> None:
    training = evaluated("A", "2021-01-31", "2021-01-31"), evaluated("A", "2022-02-10", "2023-03-01")
    result = judged(REFRESH, *training)
    assert rows(result)[-1] == ("overdue", "2022-01-31", "")
    assert breaches(result) == [("2022-02-01", "")]


@pytest.mark.parametrize(
    "returned, since",
    [("2022-04-01", "2022-04-01"), ("2023-01-31", "2023-01-31"), ("2023-02-10", "2023-02-01")],
)
def test_a_bundle_begins_with_evidence_that_is_late_until_its_first_due_day(
    returned: str, since: str
) -> None:
    """A is paid for until 1 March 2022, the day of B, so both were done; first due on 31 January 2023."""
    rule = "Group B must complete A and B every 1 year, with evaluation"
    training = evaluated("A", "2021-03-01", "2021-03-01"), evaluated("B", "2022-03-01", returned)
    assert breaches(judged(rule, *training)) == [(since, "")]


def test_the_grace_of_what_was_paid_for_before_a_post_is_in_that_post_too() -> None:
    """Due a month after joining, long ago; paid for until 15 January 2022, and a month's grace."""
    rule = "Group B must complete A within 1 month of joining, then every 1 year, with 1 month's grace"
    result = judged(rule, done("A", "2021-01-15"), joined="2020-01-01")
    assert breaches(result) == [("2022-02-16", "")]


def test_what_is_done_late_says_why_its_breach_began_later_than_the_day_after_it_was_due() -> None:
    rule = "Group B must complete A within 1 month of joining, with 1 month's grace"
    [late] = judged(rule, done("A", "2022-03-01"), joined="2020-01-01").violations
    assert "they came into this audience only after the due day" in late.explain().lower()


def test_what_is_to_be_renewed_names_all_of_it_while_all_of_it_is_covered() -> None:
    rule = "Group B must complete A and C every 1 year"
    result = judged(rule, done("A", "2022-03-01"), done("C", "2022-03-01"), as_of="2022-06-01")
    assert "To meet it: complete A and C" in result.obligations[-1].explain()


@pytest.mark.parametrize("late", ["2023-02-28", "2023-03-05"])
def test_what_is_late_for_fixed_dates_moves_them_to_the_first_one_after_it(late: str) -> None:
    rule = "Group B must complete A within 1 month, then every 1 year, counted from the due date"
    result = judged(rule, done("A", late))
    assert rows(result) == [("met late", "2022-02-28", late), ("pending", "2024-02-28", "")]


def test_after_a_lapse_the_other_course_covers_where_an_update_renews_too() -> None:
    """Paid for until 1 March 2023 and lapsed after 1 May: then an update is too late, and F is not."""
    rule = (
        'Group B must complete A within 6 months, then "U" every 1 year, if lapsed more than 2 months then F'
    )
    lapsed = judged(rule, done("A", "2022-03-01"), done("U", "2023-05-02"))
    assert rows(lapsed) == [("met", "2022-07-31", "2022-03-01"), ("overdue", "2023-03-01", "")]
    renewed = judged(rule, done("A", "2022-03-01"), done("F", "2023-05-02"))
    assert rows(renewed)[1:] == [("met late", "2023-03-01", "2023-05-02"), ("pending", "2024-05-02", "")]
    in_time = judged(rule, done("A", "2022-03-01"), done("U", "2023-05-01"))
    assert rows(in_time)[1:] == [("met late", "2023-03-01", "2023-05-01"), ("pending", "2024-05-01", "")]


def test_a_qualification_of_the_day_of_what_it_renews_renews_it_while_it_is_held() -> None:
    known = "group B\ncourse A\nqualification Q\n"
    rule = f"{known}Group B must complete A within 6 months, then hold Q every 1 year"
    result = judged(rule, done("A", "2022-03-01"), qualifications=[{"name": "Q", "on": "2022-03-01"}])
    assert rows(result) == [("met", "2022-07-31", "2022-03-01"), ("met", "2023-03-01", "2022-03-01")]
