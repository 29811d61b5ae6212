"""A rolling amount on its edges: the last day in time, the last day of a run, a first that is not known."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from tests.build import course, day, done, policy, post, span, staff
from tests.engine.test_disagreements import found
from tests.engine.test_rolling_pro_rata import EIGHT

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Obligation, Status
from trainrules.model.rules import Quota

RULE = evolve(EIGHT, deeds=(course("A"), course("X")), pro_rata=False)


def owed(as_of: str, *things: Any, rule: Quota = RULE, **more: Any) -> tuple[Obligation, ...]:
    """Return what *things* owe under *rule*."""
    return evaluate(policy(rule), staff(*things, **more), day(as_of)).obligations


def test_enough_on_the_last_day_is_in_time_and_on_the_next_late() -> None:
    for on, status in (("2022-01-01", Status.MET), ("2022-01-02", Status.MET_LATE)):
        first, *_ = owed("2022-02-01", post("B", "2021-01-01"), done("A", on, hours=8))
        assert first.status is status


def test_what_drops_out_on_the_last_day_of_a_run_is_missing_on_that_day() -> None:
    eight = done("A", "2021-06-29", hours=8)
    record = staff(post("B", "2021-01-01", "2022-06-30"), eight)
    assert found(RULE, record, "2022-12-01") == [("2022-06-30", "2022-06-30")]


def test_who_has_enough_when_they_leave_owes_no_more() -> None:
    eight = done("A", "2021-06-30", hours=8)
    (only,) = owed("2022-12-01", post("B", "2021-01-01", "2022-06-30"), eight)
    assert only.status is Status.MET


def test_without_a_first_day_it_is_undetermined_what_is_owed_being_told() -> None:
    (one,) = owed("2022-06-01", post("B", "", "2022-12-31"))
    assert (one.status, one.missing, one.owed) == (Status.UNDETERMINED, ("starting day",), "A or X")
    since = evolve(RULE, force=span("2023-01-01"))
    assert owed("2023-06-01", post("B", "", "2022-12-31"), rule=since) == ()
    assert len(owed("2023-06-01", post("B", "", "2023-01-01"), rule=since)) == 1


def test_any_of_the_things_counted_ends_it() -> None:
    (broken,) = evaluate(policy(RULE), staff(post("B", "2021-01-01")), day("2022-06-01")).violations
    assert broken.cure == "complete A or complete X"
