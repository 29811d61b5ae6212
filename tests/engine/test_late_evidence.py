"""Evidence that comes late for what was done early: cover is worked out again from the day it was done."""

from __future__ import annotations

from attrs import evolve
from tests.build import day, done, group, months, owed, post, staff, within
from tests.engine.test_disagreements import found

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import Duty, Policy, Renewal
from trainrules.records.classes import Evaluation, Training

GRID = Duty(
    label="R",
    audience=group("B"),
    owed=owed("Induction"),
    first=within(months(1)),
    every=months(12),
    renewal=Renewal.DUE_DATE,
    evidence="evaluation",
)
"""Started on 1 January 2020: g0 is 1 February 2020, and so on each year."""


def returned(on: str, back: str, name: str = "Induction") -> Training:
    """Return a completion of the course *name*, of which an evaluation came back on a day."""
    return done(name, on, evaluations=(Evaluation(returned=day(back)),))


def test_what_was_done_between_moves_the_open_date_before_what_came_after_it() -> None:
    """The first moves to 2021. Without the second, the third is late and moves to 2022; with it, to 2023."""
    first, second, third = (
        returned("2020-01-10", "2020-01-10"),
        returned("2020-12-01", "2021-09-01"),
        returned("2021-06-01", "2021-06-01"),
    )
    record = staff(post("B", "2020-01-01"), first, second, third)
    assert found(GRID, record, "2023-02-03") == [("2021-02-02", "2021-05-31"), ("2023-02-02", "2023-02-03")]
    without = staff(post("B", "2020-01-01"), first, third)
    assert found(GRID, without, "2022-02-03") == [("2021-02-02", "2021-05-31"), ("2022-02-02", "2022-02-03")]


def test_what_was_done_too_early_changes_nothing_when_its_evidence_comes() -> None:
    """1 January 2019 is not in the year up to 1 February 2020; June 2020 is late and moves to 2021."""
    early, late = returned("2019-01-01", "2020-09-01"), returned("2020-06-01", "2020-06-01")
    record = staff(post("B", "2020-01-01"), early, late)
    assert found(GRID, record, "2021-02-03") == [("2020-02-02", "2020-05-31"), ("2021-02-02", "2021-02-03")]


def test_what_was_done_in_the_year_before_the_first_deadline_moves_it_when_its_evidence_comes() -> None:
    """January 2020 moves the open date to 2021, and June, by then in the year up to that, to 2022."""
    early, late = returned("2020-01-10", "2020-09-01"), returned("2020-06-01", "2020-06-01")
    record = staff(post("B", "2020-01-01"), early, late)
    assert found(GRID, record, "2022-02-03") == [("2020-02-02", "2020-05-31"), ("2022-02-02", "2022-02-03")]


def test_two_on_one_day_are_one_whenever_the_evidence_of_each_came() -> None:
    twice = returned("2020-01-10", "2020-01-10"), returned("2020-01-10", "2020-01-20")
    record = staff(post("B", "2020-01-01"), *twice)
    assert found(GRID, record, "2021-02-03") == [("2021-02-02", "2021-02-03")]


def test_older_evidence_that_lengthens_nothing_does_not_meet_what_is_due_next() -> None:
    """March 2020 pays until March 2021, January until January 2021, so its evidence in June does nothing."""
    rolling = evolve(GRID, renewal=Renewal.COMPLETION)
    later = returned("2020-03-01", "2020-03-01")
    early = returned("2020-01-10", "2020-06-01"), returned("2020-03-01", "2020-06-02")
    result = evaluate(
        Policy(rules=(rolling,)), staff(post("B", "2020-01-01"), early, later), day("2020-07-01")
    )
    first, second = result.obligations
    assert (first.status, first.satisfied_on) == (Status.MET_LATE, day("2020-03-01"))
    assert (second.status, second.due, second.opens) == (Status.PENDING, day("2021-03-01"), day("2020-03-01"))


def test_fixed_dates_begin_anew_with_older_evidence() -> None:
    """June 2021 alone would pay until June 2022. With January 2020 known, as from September, the dates are
    of January: June 2021 is late for that of 2021, and moves the open date to the next, 10 January 2022."""
    bare = evolve(GRID, first=None)
    early, late = returned("2020-01-10", "2021-09-01"), returned("2021-06-01", "2021-06-01")
    record = staff(post("B", "2020-01-01"), early, late)
    assert found(bare, record, "2022-06-03") == [("2021-01-02", "2021-05-31"), ("2022-01-11", "2022-06-03")]


def test_older_evidence_on_the_last_day_that_is_paid_for_takes_that_day_with_it() -> None:
    bare = evolve(GRID, first=None)
    early, late = returned("2020-01-10", "2022-06-01"), returned("2021-06-01", "2021-06-01")
    record = staff(post("B", "2020-01-01"), early, late)
    assert found(bare, record, "2022-06-03") == [("2021-01-02", "2021-05-31"), ("2022-06-01", "2022-06-03")]


def test_older_evidence_that_shortens_what_is_paid_for_meets_nothing() -> None:
    """June 2021 is paid for until June 2022; since September, when January 2020 is known, until January."""
    bare = evolve(GRID, first=None)
    early, late = returned("2020-01-10", "2021-09-01"), returned("2021-06-01", "2021-06-01")
    record = staff(post("B", "2020-01-01"), early, late)
    first, second = evaluate(Policy(rules=(bare,)), record, day("2021-12-01")).obligations
    assert (first.status, first.satisfied_on) == (Status.MET_LATE, day("2021-06-01"))
    assert (second.status, second.due, second.opens) == (Status.PENDING, day("2022-01-10"), day("2021-06-01"))


def test_older_evidence_may_show_that_an_update_was_one() -> None:
    """On 2 February it is done for the first time, as far as is known, and pays until 2 March. On the 3rd it
    is known to have been done on the 1st: the 2nd was in the month up to 1 March, and moves it to 1 April."""
    rule = evolve(GRID, first=None, every=months(1), then=owed("Induction"))
    record = staff(
        post("B", "2020-01-01"),
        returned("2020-02-01", "2020-02-03"),
        returned("2020-02-02", "2020-02-02"),
    )
    assert found(rule, record, "2020-04-05") == [("2020-04-02", "2020-04-05")]


def test_what_a_grace_alone_covers_on_the_first_day_begins_no_refresh() -> None:
    """Paid for until 15 December, with its grace until 15 January: nothing was begun in this post."""
    rule = evolve(
        GRID, first=None, every=months(1), grace=months(1), renewal=Renewal.COMPLETION, refresh_only=True
    )
    since = {"2019-11-15": [], "2019-12-01": [("2020-02-02", "2020-03-01")]}
    for on, breaches in since.items():
        record = staff(post("B", "2019-12-31"), returned(on, "2020-01-05"))
        assert found(rule, record, "2020-03-01") == breaches


def test_after_evidence_that_came_too_late_what_is_done_later_still_counts() -> None:
    rolling = evolve(GRID, renewal=Renewal.COMPLETION)
    over, later = returned("2020-01-10", "2021-03-01"), returned("2021-04-01", "2021-04-01")
    record = staff(post("B", "2020-01-01"), over, later)
    assert found(rolling, record, "2021-05-01") == [("2020-02-02", "2021-03-31")]


def test_what_was_paid_for_on_the_first_day_begins_a_refresh_when_its_evidence_comes() -> None:
    """Done on 1 December, so paid for on 31 December, when the post began, and over on 2 January. From the
    day of its evidence it is a first completion; after the first due day, 31 January, it changes nothing."""
    rule = evolve(GRID, first=None, every=months(1), renewal=Renewal.COMPLETION)
    since = {"2020-01-01": "2020-01-02", "2020-01-29": "2020-01-29", "2020-02-05": "2020-02-01"}
    for back, first in since.items():
        record = staff(post("B", "2019-12-31"), returned("2019-12-01", back))
        assert found(rule, record, "2020-03-01") == [(first, "2020-03-01")]
