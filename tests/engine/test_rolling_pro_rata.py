"""A rolling amount `pro rata`, told by hand: 8 hours over 1 year, less for the days on leave that count."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.build import day, done, months, policy, post, quota, span, staff

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation, Obligation, Status
from trainrules.model.rules import Cycle, Deed, OfWhich, Quota
from trainrules.records.classes import Leave, Meeting, Waiver

EIGHT = quota(8, measure="hours", over=months(12), pro_rata=True)
HALF = (Leave(from_=day("2022-01-01"), to=day("2022-07-02")),)
"""183 of the 366 days from 2 July 2021 to 2 July 2022."""


def told(as_of: str, *hours: tuple[str, int], rule: Quota = EIGHT, **facts: Any) -> Evaluation:
    """Return the result for who is in Group B from 2021 on and did so many hours on some days."""
    did = [done("A", on, hours=Fraction(many)) for on, many in hours]
    return evaluate(policy(rule), staff(post("B", "2021-01-01"), *did, **facts), day(as_of))


def spells(result: Evaluation) -> list[tuple[str, str | None, Fraction | None]]:
    """Return since when and until when there was a breach, and how much was needed on its first day."""
    return [(str(v.since), v.until and str(v.until), v.need) for v in result.violations]


def last(result: Evaluation) -> Obligation:
    """Return what is owed last."""
    return result.obligations[-1]


def test_what_is_needed_grows_again_by_the_day_once_the_leave_drops_out() -> None:
    four = (("2021-07-01", 8), ("2022-08-01", 4))
    result = told("2023-01-02", *four, leave=HALF)
    assert spells(result) == [
        ("2022-07-02", "2022-07-31", Fraction(4)),
        ("2023-01-02", None, Fraction(8 * 184, 366)),
    ]


def test_the_day_on_which_it_will_be_too_little_is_told_before_it_comes() -> None:
    result = told("2022-09-01", ("2021-07-01", 8), ("2022-08-01", 4), leave=HALF)
    assert (last(result).status, last(result).due) == (Status.PENDING, day("2023-01-01"))
    assert result.changes_on == day("2023-01-02")


def test_leave_that_is_still_to_come_makes_it_enough_again_by_itself() -> None:
    """On 31 December 2022, 183 of the 366 days that count are leave, and 4 hours are enough."""
    long = (Leave(from_=day("2022-07-02"), to=day("2023-12-31")),)
    result = told("2022-07-02", ("2021-07-01", 8), ("2022-01-01", 4), leave=long)
    assert spells(result) == [("2022-07-02", None, Fraction(8 * 365, 366))]
    assert result.changes_on == day("2022-12-31")
    later = told("2022-12-31", ("2021-07-01", 8), ("2022-01-01", 4), leave=long)
    assert spells(later) == [("2022-07-02", "2022-12-30", Fraction(8 * 365, 366))]


def test_before_it_is_judged_as_much_is_needed_as_on_the_first_day_that_is() -> None:
    early = told("2021-07-01", ("2021-07-01", 7))
    assert [each.status for each in early.obligations] == [Status.PENDING]
    away = told("2021-07-01", ("2021-07-01", 7), leave=(Leave(from_=day("2021-11-01")),))
    assert away.obligations[0].status is Status.MET
    assert away.obligations[0].satisfied_by == "training 1"


def test_the_first_day_judged_is_the_day_after_starting_and_the_period() -> None:
    """On 2 January 2022, 182 of the 366 days that count are before the leave; a day later 181."""
    away = (Leave(from_=day("2021-07-03")),)
    enough = Fraction(8 * 182, 366)
    for hours, status in ((enough, Status.MET), (enough - Fraction(1, 1000), Status.PENDING)):
        record = staff(post("B", "2021-01-01"), done("A", "2021-05-01", hours=hours), leave=away)
        assert evaluate(policy(EIGHT), record, day("2021-06-01")).obligations[0].status is status


def test_what_is_needed_falls_from_the_first_day_of_leave_to_nothing_a_year_on() -> None:
    away = (Leave(from_=day("2022-07-02")),)
    assert [each[:2] for each in spells(told("2024-01-01", leave=away))] == [("2022-01-02", "2023-07-01")]
    most = done("A", "2022-03-01", hours=Fraction(8 * 365, 366))
    result = evaluate(policy(EIGHT), staff(post("B", "2021-01-01"), most, leave=away), day("2022-12-01"))
    assert [each[:2] for each in spells(result)] == [("2022-01-02", "2022-07-01")]


def test_what_is_needed_grows_from_the_first_day_back_to_the_whole_a_year_on() -> None:
    away = (Leave(from_=day("2021-01-01"), to=day("2022-07-01")),)
    most = done("A", "2022-07-02", hours=Fraction(8 * 365, 366))
    result = evaluate(policy(EIGHT), staff(post("B", "2021-01-01"), most, leave=away), day("2023-07-02"))
    assert [each[:2] for each in spells(result)] == [("2023-07-02", None)]


def test_nothing_is_needed_of_who_is_on_leave_on_every_day_that_counts() -> None:
    leave = (Leave(from_=day("2021-01-01"), to=day("2023-12-31")),)
    result = told("2022-09-01", leave=leave)
    assert [(each.status, each.satisfied_by) for each in result.obligations] == [
        (Status.MET, None),
        (Status.PENDING, None),
    ]
    assert spells(told("2024-01-01", leave=leave)) == [("2024-01-01", None, Fraction(8, 366))]


def test_days_out_of_force_or_waived_ask_for_nothing_either() -> None:
    since = evolve(EIGHT, force=span("2022-07-01"))
    assert spells(told("2022-07-01", rule=since)) == [("2022-07-01", None, Fraction(8, 366))]
    assert spells(told("2022-12-31", ("2022-07-01", 4), rule=since)) == [
        ("2022-12-31", None, Fraction(8 * 184, 366))
    ]
    waived = (Waiver(rule="R", from_=day("2022-01-01"), to=day("2022-07-02")),)
    assert spells(told("2022-07-03", waivers=waived)) == [("2022-07-03", None, Fraction(8 * 183, 366))]


def test_nothing_is_met_by_the_end_of_the_rule() -> None:
    result = told("2024-01-01", rule=evolve(EIGHT, force=span("", "2022-06-30")))
    assert spells(result) == [("2022-01-02", "2022-06-30", Fraction(8))]
    assert [(each.status, each.due) for each in result.obligations] == [(Status.UNMET, day("2022-01-01"))]


def test_the_part_of_another_kind_shrinks_as_the_whole_does() -> None:
    of_which = evolve(EIGHT, of_which=OfWhich(Deed("training", "AB"), amount=Fraction(4)))
    halves = [done("A", "2022-01-01", hours=Fraction(2)), done("AB", "2022-01-01", hours=Fraction(2))]
    record = staff(post("B", "2021-01-01"), done("AB", "2021-07-01", hours=Fraction(8)), *halves, leave=HALF)
    assert spells(evaluate(policy(of_which), record, day("2022-07-02"))) == []
    more = evolve(of_which, of_which=OfWhich(Deed("training", "AB"), amount=Fraction(5)))
    assert spells(evaluate(policy(more), record, day("2022-07-02"))) == [("2022-07-02", None, Fraction(4))]


def test_leave_makes_no_difference_without_pro_rata() -> None:
    four = (("2021-07-01", 8), ("2021-12-01", 4))
    plain = evolve(EIGHT, pro_rata=False)
    assert spells(told("2022-07-02", *four, leave=HALF)) == []
    assert spells(told("2022-07-02", *four, rule=plain, leave=HALF)) == [("2022-07-02", None, Fraction(8))]


@pytest.mark.parametrize("period", [{"over": months(12)}, {"over": None, "cycle": Cycle()}])
def test_a_share_of_meetings_never_shrinks(period: dict[str, Any]) -> None:
    """One of three attended is less than half, though half of the year was leave."""
    half = evolve(EIGHT, deeds=(Deed("meeting", "Board"),), measure="share", need=Fraction(1, 2), **period)
    meetings = tuple(Meeting(body="Board", on=day(f"2022-0{n}-01"), attended=n == 7) for n in (7, 8, 9))
    (short,) = told("2023-01-01", rule=half, leave=HALF, meetings=meetings).violations
    assert (short.have, short.need) == (Fraction(1, 3), Fraction(1, 2))


def test_a_share_asks_for_nothing_of_who_is_not_there_for_the_whole_period() -> None:
    half = evolve(EIGHT, deeds=(Deed("meeting", "Board"),), measure="share", over=None, cycle=Cycle(3))
    meetings = (Meeting(body="Board", on=day("2022-08-01"), attended=False),)
    record = staff(post("B", "2022-07-02"), meetings=meetings)
    assert evaluate(policy(evolve(half, need=Fraction(1))), record, day("2022-10-01")).violations == ()
