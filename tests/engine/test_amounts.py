"""Amounts of which a part is of another kind, items of standards, and modes: small facts told by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.build import course, day, did, done, for_groups, group, policy, post, quota, span, staff
from tests.engine.test_disagreements import found

from trainrules import loads
from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import (
    Audience,
    Checklist,
    Cycle,
    Deed,
    Delivery,
    Item,
    OfWhich,
    Quota,
    Term,
)
from trainrules.records.classes import CourseRecord, Leave, StandardItem

HALF = OfWhich(course("AB"), share=Fraction(1, 2))
FOUR = quota(4, course("A"), course("AB"), measure="hours", cycle=Cycle(), of_which=HALF)
SHORT = [("2023-01-01", "2023-01-01")]


def short(rule: Quota, *hours: tuple[str, int], **more: Any) -> list[tuple[str, str]]:
    """Return the breach days of who did so many hours of each course in 2022."""
    did = [done(name, f"2022-0{n}-01", hours=Fraction(many)) for n, (name, many) in enumerate(hours, 1)]
    return found(rule, staff(post("B", "2022-01-01"), *did, **more), "2023-06-01")


def test_half_of_the_needed_amount_has_to_be_of_the_other_kind_however_much_there_is() -> None:
    assert short(FOUR, ("A", 2), ("AB", 2)) == []
    assert short(FOUR, ("A", 9), ("AB", 1)) == SHORT
    assert short(FOUR, ("AB", 4)) == []
    assert short(FOUR, ("A", 1), ("AB", 2)) == SHORT


def test_what_is_only_of_the_other_kind_is_no_part_of_the_amount() -> None:
    other = evolve(FOUR, deeds=(course("A"),), of_which=OfWhich(course("B"), share=Fraction(1, 2)))
    assert short(other, ("B", 4)) == SHORT
    assert short(other, ("A", 4), ("B", 4)) == SHORT


def test_a_part_may_be_an_amount_of_its_own() -> None:
    two = evolve(FOUR, of_which=OfWhich(course("AB"), amount=Fraction(2)))
    assert short(two, ("A", 2), ("AB", 2)) == []
    assert short(two, ("A", 3), ("AB", 1)) == SHORT
    none = evolve(FOUR, of_which=OfWhich(course("AB"), amount=Fraction(0)))
    assert short(none, ("A", 4)) == []


def test_days_on_leave_ask_for_nothing_of_an_amount_that_is_pro_rata() -> None:
    rule = evolve(FOUR, of_which=None, need=Fraction(365), pro_rata=True)
    leave = (Leave(from_=day("2022-01-01"), to=day("2022-01-10")),)
    assert short(rule, ("A", 355), leave=leave) == []
    assert short(rule, ("A", 354), leave=leave) == SHORT
    open_ended = (Leave(from_=day("2022-12-01")),)
    assert short(rule, ("A", 334), leave=open_ended) == []
    assert short(rule, ("A", 333), leave=open_ended) == SHORT
    assert short(evolve(rule, pro_rata=False), ("A", 364), leave=leave) == SHORT


def test_an_item_is_found_by_its_number_with_or_without_a_stop() -> None:
    rule = Checklist(label="S", audience=Audience("course"), items=(Item("S", "1.", "aims"),))

    def told(number: str, **facts: Any) -> Status:
        record = CourseRecord(id="C", standards=(StandardItem(standard="s", item=number, **facts),))
        (owed,) = evaluate(policy(rule), record, day("2022-06-01")).obligations
        return owed.status

    assert told("1", met=True) is told("1.", met=True) is told(" 1. ", met=True) is Status.MET
    assert told("2", met=True) is Status.UNDETERMINED
    assert told("1", met=True, on=day("2022-06-01")) is Status.MET
    assert told("1", met=True, on=day("2022-06-02")) is Status.UNDETERMINED
    assert told("1", met=False, on=day("2022-06-01")) is Status.OVERDUE


def test_numbers_in_roman_are_told_apart() -> None:
    items = (Item("S", "I", "aims"), Item("S", "IX", "a strategy"))
    rule = Checklist(label="S", audience=Audience("course"), items=items)
    record = CourseRecord(id="C", standards=(StandardItem(standard="S", item="IX", met=True),))
    told = evaluate(policy(rule), record, day("2022-06-01")).obligations
    assert [each.status for each in told] == [Status.UNDETERMINED, Status.MET]


@pytest.mark.parametrize("standards", [(), (StandardItem(standard="S", item="1", met=True),)])
def test_a_standard_is_listed_from_the_first_day_of_its_run(standards: tuple[StandardItem, ...]) -> None:
    rule = Checklist(label="S", audience=group("B"), items=(Item("S", "1", "aims"),))
    record = staff(post("B", "2022-06-01"), standards=standards)
    assert evaluate(policy(rule), record, day("2022-05-31")).obligations == ()
    assert len(evaluate(policy(rule), record, day("2022-06-01")).obligations) == 1


def test_each_time_that_an_item_is_not_met_is_owed_from_its_day_the_first_from_the_start() -> None:
    said = [("2022-05-01", False), ("2022-06-01", True), ("2022-07-01", False)]
    rows = tuple(StandardItem(standard="S", item="1", met=met, on=day(on)) for on, met in said)
    rule = Checklist(label="S", audience=group("B"), items=(Item("S", "1", "aims"),))
    result = evaluate(policy(rule), staff(post("B", "2022-01-01"), standards=rows), day("2022-08-01"))
    assert [(each.opens, each.status, each.satisfied_on) for each in result.obligations] == [
        (day("2022-01-01"), Status.MET, day("2022-06-01")),
        (day("2022-07-01"), Status.OVERDUE, None),
    ]
    assert [each.cure for each in result.violations] == [None, "meet “aims” (item 1 of “S”)"]


def test_training_in_another_mode_is_told_with_what_was_owed_and_nothing_to_end_it() -> None:
    rule = Delivery(
        label="O",
        audience=group("B"),
        deed=Deed("training", own=Term("group", "B")),
        modes=("virtual",),
        force=span("2022-02-01"),
    )
    wrong = [done("X", on, for_=for_groups("B"), format="e-learning") for on in ("2022-01-31", "2022-02-01")]
    result = evaluate(policy(rule), staff(post("B", "2022-01-01"), *wrong), day("2022-06-01"))
    assert result.obligations == ()
    (broken,) = result.violations
    assert (broken.owed, broken.since, broken.until) == (
        "virtual Group B training",
        day("2022-02-01"),
        day("2022-02-01"),
    )
    assert (broken.event, broken.cure, broken.days) == ("training 2", None, 1)


def test_an_activity_that_counts_as_training_leaves_an_amount_of_hours_open() -> None:
    """A conference may have lasted as long as is needed, or not at all: nobody can say so in a record."""
    text = (
        'group B\nactivity "knowledge update": conference\nconference counts as Induction\ncourse Induction\n'
        "Group B at least 2 hours of Induction each calendar year [R]\n"
    )
    record = staff(post("B", "2021-01-01"), did("conference", "2022-03-01"))
    rows = evaluate(loads(text), record, day("2023-02-01")).obligations
    open_ = [each for each in rows if each.status is Status.UNDETERMINED]
    assert [each.missing for each in open_] == [("hours of activity 1",)]
