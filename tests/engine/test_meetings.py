"""Meetings in a row and shares over a rolling period: their order, their names, where they end."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

from attrs import evolve
from tests.build import day, months, policy, staff
from tests.engine.test_disagreements import found
from tests.engine.test_fixed_periods import SHARE

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import Audience, Deed, Streak, Term
from trainrules.records.classes import Meeting, Membership, OrganisationRecord, StaffRecord

BOARD = Audience(any_of=(Term("member", "Board"),))
TWO = Streak(label="R", audience=BOARD, body="Board", misses=2)


def member(*meetings: Meeting, until: str = "", again: str = "") -> StaffRecord:
    """Return a member since 2021, until a day and again from another, with these meetings."""
    spells = [Membership(body="Board", from_=day("2021-01-01"), to=day(until) if until else None)]
    if again:
        spells.append(Membership(body="Board", from_=day(again)))
    return staff(memberships=tuple(spells), meetings=meetings)


def meeting(on: str, attended: bool | None = False, **more: str) -> Meeting:
    """Return a meeting of the Board, missed where nothing else is said."""
    return Meeting(body="Board", on=day(on), attended=attended, **more)


def test_misses_are_counted_by_day_whatever_their_order_and_names() -> None:
    rows = (
        meeting("2022-01-10", id="c"),
        meeting("2022-02-10", True, id="b"),
        meeting("2022-03-10", id="a"),
        meeting("2022-04-10", id="z"),
    )
    for order in permutations(rows):
        assert found(TWO, member(*order), "2022-05-01") == [("2022-04-10", "2022-05-01")]


def test_of_two_meetings_on_one_day_the_one_attended_comes_last() -> None:
    """So it ends a row, and the next one missed is the first of another."""
    rows = (meeting("2022-03-10"), meeting("2022-04-10", True, id="a"), meeting("2022-04-10", id="b"))
    assert found(TWO, member(*rows, meeting("2022-05-10")), "2022-06-01") == []


def test_who_missed_the_second_on_the_last_day_is_unmet_until_they_are_a_member_again() -> None:
    rows = (meeting("2022-03-10"), meeting("2022-04-10"))
    record = member(*rows, until="2022-04-10", again="2022-06-01")
    for as_of, status in (("2022-05-01", Status.UNMET), ("2022-06-01", Status.OVERDUE)):
        (owed,) = evaluate(policy(TWO), record, day(as_of)).obligations
        assert owed.status is status


def test_who_is_to_be_there_again_is_told_of_which_body() -> None:
    (broken,) = evaluate(
        policy(TWO), member(meeting("2022-03-10"), meeting("2022-04-10")), day("2022-05-01")
    ).violations
    assert broken.cure == "attend the next meeting of “Board”"


def test_what_may_have_been_missed_is_named_by_its_place_in_the_record_and_nothing_is_met() -> None:
    rows = (meeting("2022-05-10", True), meeting("2022-04-10", None), meeting("2022-03-10"))
    (owed,) = evaluate(policy(TWO), member(*rows), day("2022-06-01")).obligations
    assert (owed.status, owed.missing) == (Status.UNDETERMINED, ("attendance of meeting 2",))
    assert (owed.satisfied_on, owed.satisfied_by) == (None, None)


def test_meetings_that_name_no_body_are_of_none() -> None:
    nameless = Meeting(on=day("2022-04-10"), attended=False)
    assert found(TWO, member(meeting("2022-03-10"), nameless), "2022-05-01") == []


ROLLING = evolve(SHARE, audience=BOARD, cycle=None, over=months(12))


def test_a_rolling_share_goes_by_day_whatever_the_order_and_the_names() -> None:
    """Half on 10 February, a third from 10 March on, and half again from 10 April."""
    rows = (
        meeting("2022-01-10", True, id="d"),
        meeting("2022-02-10", id="c"),
        meeting("2022-03-10", id="b"),
        meeting("2022-04-10", True, id="a"),
    )
    for order in permutations(rows):
        assert found(ROLLING, member(*order), "2022-05-01") == [("2022-03-10", "2022-04-09")]


def test_what_made_it_enough_is_the_first_meeting_attended_on_the_day() -> None:
    rows = (
        *(meeting("2022-01-10", True), meeting("2022-02-10"), meeting("2022-03-10")),
        *(
            meeting("2022-04-10", attended, id=name)
            for name, attended in (("p", False), ("q", True), ("r", True))
        ),
    )
    told = evaluate(policy(ROLLING), member(*rows), day("2022-05-01")).obligations
    assert [(each.status, each.satisfied_by) for each in told[1:2]] == [(Status.MET_LATE, "q")]


def test_what_was_attended_more_than_the_period_ago_no_longer_counts() -> None:
    """Both of January 2021 have dropped out by March 2022, when the only one that counts was missed."""
    rows = (meeting("2021-01-10", True), meeting("2021-01-11", True), meeting("2022-03-10"))
    assert found(ROLLING, member(*rows), "2022-04-01") == [("2022-03-10", "2022-04-01")]


def test_nothing_ends_too_small_a_share_but_the_meetings_to_come() -> None:
    (broken,) = evaluate(policy(ROLLING), member(meeting("2022-03-10")), day("2022-04-01")).violations
    assert (broken.have, broken.need, broken.cure) == (0, Fraction(1, 2), None)


def test_a_rolling_share_that_turns_on_one_attendance_is_undetermined_and_names_it() -> None:
    rows = (meeting("2022-03-10"), meeting("2022-02-10", True), meeting("2022-04-10", None))
    told = evaluate(policy(ROLLING), member(*rows), day("2022-04-10"))
    assert [each.status for each in told.obligations][-1] is Status.UNDETERMINED
    assert told.obligations[-1].missing == ("attendance of meeting 3",)
    assert told.violations == ()


def test_a_meeting_of_which_the_attendance_is_not_known_may_be_one_too_few() -> None:
    """For a member; that it was held is all that the body itself has to show."""
    rows = meeting("2022-02-10", True), meeting("2022-03-10", None)
    rule = evolve(SHARE, audience=BOARD, deeds=(Deed("meeting", "Board"),), measure="count", need=Fraction(2))
    told = evaluate(policy(rule), member(*rows), day("2023-01-01")).obligations
    assert (told[1].status, told[1].missing) == (Status.UNDETERMINED, ("attendance of meeting 2",))
    of_bodies = evolve(rule, audience=Audience(entity="body"))
    board = OrganisationRecord(kind="body", id="Board", joined=day("2021-01-01"), meetings=rows)
    told = evaluate(policy(of_bodies), board, day("2023-01-01")).obligations
    assert told[1].status is Status.MET
