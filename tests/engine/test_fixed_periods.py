"""Quotas in fixed periods: which periods are told, and when the next one is."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.build import course, day, done, policy, post, quota, staff

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation, Status
from trainrules.model.rules import Audience, Cycle, Deed, Quota
from trainrules.records.classes import Meeting, OrganisationRecord

ONCE = quota(1, course("A"), cycle=Cycle())
SHARE = evolve(ONCE, deeds=(Deed("meeting", "Board"),), measure="share", need=Fraction(1, 2))


def told(as_of: str, *things: Any, rule: Quota = ONCE, **more: Any) -> Evaluation:
    """Return the result of *rule* for *things*."""
    return evaluate(policy(rule), staff(*things, **more), day(as_of))


def test_where_no_first_day_is_known_what_is_owed_is_told_and_a_later_run_is_judged() -> None:
    posts = (post("B", "", "2020-12-31"), post("B", "2022-01-01"))
    first, second = told("2022-09-01", *posts).obligations
    assert (first.status, first.missing, first.owed) == (Status.UNDETERMINED, ("starting day",), "A")
    assert (second.status, second.due) == (Status.PENDING, day("2022-12-31"))
    held_since_joining = told("2022-09-01", post("B"), joined=day("2022-01-01")).obligations
    assert [each.due for each in held_since_joining] == [day("2022-12-31")]


def test_the_period_that_began_before_the_first_day_asks_for_its_share() -> None:
    """From 1 February to 31 March 2022: 59 of the 365 days, so 59 of 365 times."""
    rule = evolve(ONCE, cycle=Cycle(12, 4, 1), need=Fraction(365), pro_rata=True)
    (short,) = told("2022-04-01", post("B", "2022-02-01"), rule=rule).violations
    assert (short.since, short.need) == (day("2022-04-01"), Fraction(59))


def test_the_next_period_begins_the_day_after_this_one_has_all_it_needs() -> None:
    record = (post("B", "2023-01-01"), done("A", "2023-01-01"))
    assert told("2023-01-01", *record).changes_on == date(2024, 1, 1)


@pytest.mark.parametrize(("left", "changes"), [("2023-12-30", None), ("2023-12-31", date(2023, 1, 1))])
def test_the_next_period_is_one_only_for_who_stays_to_its_last_day(left: str, changes: date | None) -> None:
    result = told("2022-06-01", post("B", "2022-01-01", left), done("A", "2022-03-01"))
    assert result.changes_on == changes


def meetings(*said: bool | None) -> tuple[Meeting, ...]:
    """Return meetings of the Board on the first days of the months of 2022, the last one first."""
    rows = [
        Meeting(body="Board", on=day(f"2022-{number:02}-01"), attended=attended)
        for number, attended in enumerate(said, 1)
    ]
    return tuple(reversed(rows))


def test_a_share_is_settled_when_the_period_is_over() -> None:
    record = post("B", "2022-01-01")
    for as_of, status in (("2022-12-31", Status.PENDING), ("2023-01-01", Status.MET)):
        (owed, *_) = told(as_of, record, rule=SHARE, meetings=meetings(True, True)).obligations
        assert owed.status is status


def test_meetings_of_no_known_body_are_no_meetings_of_it() -> None:
    held = (*meetings(False), Meeting(on=day("2022-05-01")))
    (short,) = told("2023-01-01", post("B", "2022-01-01"), rule=SHARE, meetings=held).violations
    assert short.have == 0


def test_what_is_missing_of_a_share_names_the_meetings_by_their_place_in_the_record() -> None:
    record = {"meetings": meetings(True, None, False)}
    (owed, *_) = told("2023-01-01", post("B", "2022-01-01"), rule=SHARE, **record).obligations
    assert owed.missing == ("attendance of meeting 2",)


def test_a_body_is_never_on_leave() -> None:
    """From 2 July on it is there for 183 of the 365 days, so half a meeting is needed; one was held."""
    rule = evolve(ONCE, audience=Audience(entity="body"), deeds=(Deed("meeting"),), pro_rata=True)
    body = OrganisationRecord(
        kind="body", id="B", joined=day("2022-07-02"), meetings=(Meeting(on=day("2022-09-01")),)
    )
    (owed, *_) = evaluate(policy(rule), body, day("2023-01-01")).obligations
    assert owed.status is Status.MET
