"""A share is an exact fraction: who has just enough has enough, where a binary number would be too small."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.build import day, months, quota, staff
from tests.laws.said import days_of
from tests.oracle.told import stretches

from trainrules.engine.evaluate import evaluate
from trainrules.model.rules import Audience, Cycle, Deed, Policy, Quota, Term
from trainrules.records.classes import Meeting, Membership, StaffRecord

MEMBERS = Audience(any_of=(Term("member", "Board"),))


def share(need: Fraction, **over: object) -> Quota:
    """Return a quota of a share of the meetings of the Board."""
    return quota(need, Deed("meeting", "Board"), audience=MEMBERS, measure="share", **over)


def member(attended: int, held: int) -> StaffRecord:
    """Return a member since 2021 who attended so many of the meetings held on the first days of 2022."""
    meetings = tuple(
        Meeting(body="Board", on=day(f"2022-01-{number:02}"), attended=number <= attended)
        for number in range(1, held + 1)
    )
    return staff(memberships=(Membership(body="Board", from_=day("2021-01-01")),), meetings=meetings)


def found(rule: Quota, record: StaffRecord) -> list[tuple[str, str]]:
    """Return the breach days of *rule* from the tenth meeting to the day after the year."""
    days = days_of(evaluate(Policy(rules=(rule,)), record, day("2023-01-01")))
    return stretches({each for each in days if each >= day("2022-01-10")})


@pytest.mark.parametrize(("attended", "held"), [(3, 5), (7, 10), (2, 3), (8, 10), (1, 3)])
def test_just_enough_is_enough_and_one_less_is_not(attended: int, held: int) -> None:
    fixed = share(Fraction(attended, held), cycle=Cycle())
    rolling = share(Fraction(attended, held), over=months(12))
    assert found(fixed, member(attended, held)) == []
    assert found(rolling, member(attended, held)) == []
    assert found(fixed, member(attended - 1, held)) == [("2023-01-01", "2023-01-01")]
    assert found(rolling, member(attended - 1, held)) == [("2022-01-10", "2023-01-01")]
