"""Grace, leave, lapse, evidence and the clauses of renewal, on their first and last days."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.build import course, day, days, done, group, months, owed, policy, post, staff, within
from tests.engine.test_disagreements import found

from trainrules.engine.evaluate import evaluate
from trainrules.model.rules import Anchor, Deadline, Duty, Lapse, Period, Renewal
from trainrules.records.classes import Leave

BY = Duty(
    label="R",
    audience=group("B"),
    owed=owed("Induction"),
    first=Deadline(Anchor("date", day("2024-03-28"))),
    grace=Period(working_days=1),
)
MONTH = Duty(label="R", audience=group("B"), owed=owed("Induction"), first=within(months(1)))
YEARLY = evolve(MONTH, every=months(12))


def test_a_grace_in_working_days_is_counted_in_the_rules_calendar() -> None:
    # Thursday 28 March 2024; in England the next working day is Tuesday 2 April
    record = staff(post("B", "2024-01-01"))
    assert found(BY, record, "2024-04-05") == [("2024-03-30", "2024-04-05")]
    assert found(evolve(BY, calendar="England"), record, "2024-04-05") == [("2024-04-03", "2024-04-05")]
    assert found(evolve(BY, grace=None), record, "2024-04-05") == [("2024-03-29", "2024-04-05")]


@pytest.mark.parametrize(
    ("first", "last", "breach"),
    [
        ("2022-01-10", "2022-01-19", "2022-02-12"),  # ten days: due on 11 February
        ("2022-01-01", "2022-01-03", "2022-02-04"),  # the first day of all is not after the start
        ("2021-12-01", "2022-01-02", "2022-02-03"),
        ("2022-01-31", "2022-01-31", "2022-02-03"),
        ("2022-02-01", "2022-02-01", "2022-02-02"),  # leave on the due day is not before it
        ("2022-01-30", "2022-02-05", "2022-02-09"),  # all seven, since each moves it past the next
        ("2022-02-10", "2022-02-20", "2022-02-02"),
    ],
)
def test_leave_before_the_deadline_moves_it_by_its_days(first: str, last: str, breach: str) -> None:
    leave = (Leave(from_=day(first), to=day(last)),)
    record = staff(post("B", "2022-01-01"), leave=leave)
    assert found(evolve(MONTH, leave_pauses=True), record, "2022-03-01") == [(breach, "2022-03-01")]
    assert found(MONTH, record, "2022-03-01") == [("2022-02-02", "2022-03-01")]


def test_leave_without_an_end_leaves_nothing_due() -> None:
    record = staff(post("B", "2022-01-01"), leave=(Leave(from_=day("2022-01-15")),))
    assert found(evolve(MONTH, leave_pauses=True), record, "2030-01-01") == []


def test_leave_moves_the_next_date_too() -> None:
    leave = (Leave(from_=day("2022-06-01"), to=day("2022-06-10")),)
    record = staff(post("B", "2022-01-01"), done("Induction", "2022-01-10"), leave=leave)
    assert found(evolve(YEARLY, leave_pauses=True), record, "2023-02-01") == [("2023-01-21", "2023-02-01")]


def test_after_a_lapse_only_the_other_course_counts_and_on_its_last_day_the_refresher_still_does() -> None:
    rule = evolve(YEARLY, lapse=Lapse(after=months(1), deed=course("Full")))

    def broken(*later: object) -> list[tuple[str, str]]:
        record = staff(post("B", "2020-01-01"), done("Induction", "2020-01-10"), *later)
        return found(rule, record, "2021-03-01")

    # paid for until 10 January 2021; closed after 10 February 2021
    assert broken(done("Induction", "2021-02-10")) == [("2021-01-11", "2021-02-09")]
    assert broken(done("Induction", "2021-02-11")) == [("2021-01-11", "2021-03-01")]
    assert broken(done("Full", "2021-02-11")) == [("2021-01-11", "2021-02-10")]
    assert broken(done("Full", "2021-02-10")) == [("2021-01-11", "2021-03-01")]


def test_a_lapse_in_working_days_is_counted_in_the_rules_calendar() -> None:
    # paid for until Thursday 28 March 2024; one working day on is the 29th, in England 2 April
    rule = evolve(YEARLY, lapse=Lapse(after=Period(working_days=1), deed=course("Full")))
    record = staff(post("B", "2023-03-01"), done("Induction", "2023-03-28"), done("Induction", "2024-04-02"))
    assert found(rule, record, "2024-04-05") == [("2024-03-29", "2024-04-05")]
    england = evolve(rule, calendar="England")
    assert found(england, record, "2024-04-05") == [("2024-03-29", "2024-04-01")]


def test_a_renewal_on_either_edge_of_its_window_keeps_the_date() -> None:
    rule = evolve(YEARLY, renewal=Renewal.KEEP_DATE, keep_window=months(3))

    def broken(renewed: str, as_of: str) -> list[tuple[str, str]]:
        both = done("Induction", "2020-01-10"), done("Induction", renewed)
        return found(rule, staff(post("B", "2020-01-01"), *both), as_of)

    # paid for until 10 January 2021; the window is 10 October 2020 to that day
    assert broken("2020-10-10", "2022-01-12") == [("2022-01-11", "2022-01-12")]
    assert broken("2020-10-09", "2021-10-11") == [("2021-10-10", "2021-10-11")]
    assert broken("2021-01-10", "2022-01-12") == [("2022-01-11", "2022-01-12")]
    assert broken("2021-01-11", "2022-01-12") == [("2022-01-12", "2022-01-12")]


def test_a_renewal_before_fixed_dates_is_counted_in_days_where_the_period_is() -> None:
    rule = evolve(MONTH, first=within(days(10)), every=days(30), renewal=Renewal.DUE_DATE)
    # g0 is 11 January, g1 10 February, g2 12 March 2022
    record = staff(post("B", "2022-01-01"), done("Induction", "2022-01-05"), done("Induction", "2022-02-10"))
    assert found(rule, record, "2022-03-14") == [("2022-03-13", "2022-03-14")]
    too_early = staff(post("B", "2022-01-01"), done("Induction", "2021-12-12"))
    assert found(rule, too_early, "2022-01-13") == [("2022-01-12", "2022-01-13")]
    just = staff(post("B", "2022-01-01"), done("Induction", "2021-12-13"))
    assert found(rule, just, "2022-02-12") == [("2022-02-11", "2022-02-12")]


def test_with_other_training_that_renews_the_first_is_done_once() -> None:
    rule = evolve(YEARLY, then=owed("Refresher"))
    record = staff(
        post("B", "2020-01-01"),
        done("Induction", "2020-01-10"),
        done("Refresher", "2020-12-01"),
        done("Induction", "2021-11-01"),
    )
    assert found(rule, record, "2021-12-03") == [("2021-12-02", "2021-12-03")]
    early = staff(post("B", "2020-01-01"), done("Refresher", "2020-01-05"), done("Induction", "2020-01-10"))
    assert found(rule, early, "2021-01-12") == [("2021-01-11", "2021-01-12")]


def cure(rule: Duty, *things: object, as_of: str = "2021-03-01") -> str | None:
    """Return what would end the last breach of who is in Group B since 1 January 2020."""
    record = staff(post("B", "2020-01-01"), *things)
    return evaluate(policy(rule), record, day(as_of)).violations[-1].cure


def test_the_cure_names_what_is_lacking() -> None:
    both = evolve(YEARLY, owed=owed("Induction", "Safety"))
    assert cure(both) == "complete Induction and Safety"
    assert cure(both, done("Induction", "2021-02-01")) == "complete Safety"
    assert cure(evolve(MONTH, evidence="certificate")) == "complete Induction, with certificate"
    then = evolve(YEARLY, then=owed("Refresher"))
    assert cure(then) == "complete Induction"
    assert cure(then, done("Induction", "2020-01-10")) == "complete Refresher"
    lapse = evolve(YEARLY, lapse=Lapse(after=months(1), deed=course("Full")))
    assert cure(lapse, done("Induction", "2020-01-10"), as_of="2021-02-10") == "complete Induction"
    assert cure(lapse, done("Induction", "2020-01-10"), as_of="2021-02-11") == "complete Full"
    fixed = evolve(lapse, lapse=Lapse(after=Period(working_days=1), deed=course("Full")), calendar="England")
    new_year = done("Induction", "2019-12-31")  # until 31 December 2020; then 4 January
    assert cure(fixed, new_year, as_of="2021-01-04") == "complete Induction"
    assert cure(fixed, new_year, as_of="2021-01-05") == "complete Full"


def test_of_a_bundle_only_what_is_not_covered_that_day_is_lacking() -> None:
    """Induction is paid for until 1 March 2022; prior training does not count before 1 January 2020."""
    both = evolve(YEARLY, owed=owed("Induction", "Safety"))
    assert cure(both, done("Induction", "2021-03-01"), as_of="2022-03-01") == "complete Safety"
    assert cure(both, done("Induction", "2021-03-01"), as_of="2022-03-02") == "complete Induction and Safety"
    fresh = evolve(both, prior_counts=False)
    assert cure(fresh, done("Induction", "2020-01-01"), as_of="2020-12-31") == "complete Safety"
    assert cure(fresh, done("Induction", "2019-12-31"), as_of="2020-12-31") == "complete Induction and Safety"
    then = evolve(both, then=owed("Refresher"))  # what is done once, before all is done, stays done
    assert cure(then, done("Induction", "2020-03-01"), as_of="2023-01-01") == "complete Safety"
    before = done("Induction", "2019-06-01"), done("Safety", "2019-07-01")
    assert cure(then, *before, as_of="2023-01-01") == "complete Refresher"
