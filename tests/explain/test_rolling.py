"""An amount over a rolling period is told as of the day that decided it, by what counts on that day."""

from __future__ import annotations

from tests.build import day, done, post, staff

from trainrules import Evaluation, Status, evaluate, loads
from trainrules.records.classes import Meeting, Membership

RULE = "group B\nGroup B must complete at least 2 hours of training over 1 year"
JUDGED = "Judged from the day after 1 June 2020 + 1 year = 1 June 2021. "


def told(found: Evaluation, status: Status) -> str:
    """Return the reasons of the one obligation with this *status*."""
    (owed,) = (each for each in found.obligations if each.status is status)
    return owed.explain()


def test_what_was_met_is_told_as_of_the_day_it_was_met() -> None:
    """X counts until 1 March 2022, and since the next day there is too little."""
    record = staff(post("B", "2020-06-01"), done("X", "2021-03-01", id="T1", hours=2))
    found = evaluate(loads(RULE), record, day("2023-01-10"))
    assert told(found, Status.MET).endswith(
        f"{JUDGED}On 1 March 2021, what was done in the 1 year up to it counts. "
        "Counted: “X” on 1 March 2021 (T1): 2 hours; that is 2 hours of 2 hours needed."
    )
    assert (
        "On 10 January 2023, what was done in the 1 year up to it counts. "
        "Counted: nothing; that is 0 hours of 2 hours needed."
    ) in told(found, Status.OVERDUE)


def test_what_was_never_met_is_told_as_of_the_last_day_in_the_audience() -> None:
    """All 366 days of the year up to 31 October 2021 were in scope, so nothing shrinks."""
    record = staff(post("B", "2020-06-01", "2021-10-31"))
    found = evaluate(loads(f"{RULE}, pro rata"), record, day("2023-01-10"))
    assert told(found, Status.UNMET).endswith(
        f"{JUDGED}On 31 October 2021, what was done in the 1 year up to it counts. "
        "Counted: nothing; that is 0 hours of 2 hours needed."
    )


def test_what_was_never_met_is_told_as_of_the_last_day_in_force() -> None:
    record = staff(post("B", "2020-06-01"), done("X", "2022-01-05", id="T1", hours=1))
    found = evaluate(loads(f"{RULE}, until 31 October 2021"), record, day("2023-01-10"))
    assert told(found, Status.UNMET).endswith(
        f"{JUDGED}On 31 October 2021, what was done in the 1 year up to it counts. "
        "Counted: nothing; that is 0 hours of 2 hours needed."
    )


def test_of_a_share_the_meetings_of_the_period_are_told() -> None:
    """On 1 June 2021 those since 1 June 2020 count: the one of that day, which by 2 June 2022 does no more.

    The one missed on 1 June 2019 counted until 1 June 2020: on the day after, one of one was attended.
    """
    rule = 'body "L" with members\nMembers of "L" must attend at least 80% of meetings of "L" over 1 year'
    held = (("2019-06-01", False), ("2020-03-01", True), ("2021-06-01", False))
    record = staff(
        memberships=(Membership(body="L", from_=day("2020-01-01")),),
        meetings=tuple(Meeting(body="L", on=day(on), attended=attended) for on, attended in held),
    )
    found = evaluate(loads(rule), record, day("2022-01-10"))
    (breach,) = found.violations
    assert breach.since == day("2021-06-01")
    assert breach.explain().endswith("counts. 0 of 1 meeting attended, 80% needed; missed on 1 June 2021.")
    assert told(found, Status.MET).endswith(
        "On 2 June 2020, what was done in the 1 year up to it counts. 1 of 1 meeting attended, 80% needed."
    )
