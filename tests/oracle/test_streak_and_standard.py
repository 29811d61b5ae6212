"""Streaks and standards, worked out by hand."""

from __future__ import annotations

import attrs
from tests.build import day, staff
from tests.oracle.told import told

from trainrules.model.rules import Audience, Checklist, Item, Streak, Term
from trainrules.records.classes import CourseRecord, Meeting, Membership, StandardItem


def test_two_misses_in_a_row_until_the_day_before_the_next_attended() -> None:
    board = Audience(any_of=(Term("member", "Board"),))
    rule = Streak(label="R", audience=board, body="Board", misses=2)
    held = ("2020-02-01", False), ("2020-03-01", True), ("2020-04-01", False), ("2020-05-01", False)
    meetings = tuple(Meeting(body="board", on=day(on), attended=a) for on, a in (*held, ("2020-06-01", True)))
    member = Membership(body="Board", from_=day("2020-01-15"))
    record = staff(joined=day("2020-01-01"), memberships=(member,), meetings=meetings)
    assert told(rule, record, "2020-07-01") == [("2020-05-01", "2020-05-31")]
    later = attrs.evolve(record, memberships=(attrs.evolve(member, from_=day("2020-04-02")),))
    assert told(rule, later, "2020-07-01") == []


def test_an_item_not_met_is_in_breach_from_the_day_recorded_else_the_as_of_day() -> None:
    items = (Item("Min", "1", "a"), Item("Min", "2", "b"))
    rule = Checklist(label="R", audience=Audience(entity="course"), items=items)
    said = StandardItem(standard="min", item="2", met=False, on=day("2020-03-01"))
    record = CourseRecord(id="C", standards=(said, StandardItem(standard="Min", item="1", met=True)))
    assert told(rule, record, "2020-03-02") == [("2020-03-01", "2020-03-02")]
    undated = attrs.evolve(record, standards=(attrs.evolve(said, on=None),))
    assert told(rule, undated, "2020-03-02") == [("2020-03-02", "2020-03-02")]
