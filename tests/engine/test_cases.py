"""The ways of filling in what a record does not say: which there are, how many are tried, what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.build import day, days, done, for_groups, group, months, owed, policy, post, span, staff, within

from trainrules.dates import DAWN, FAR
from trainrules.engine import case as module
from trainrules.engine.case import Case, cases
from trainrules.engine.history import make_history
from trainrules.engine.prepared import plan_of
from trainrules.model.rules import Audience, Days, Deed, Delivery, Duty, Owed, Rule, Term
from trainrules.records.classes import Evaluation, StaffRecord, Training, Waiver

SIX = within(months(6))
INDUCTION = Duty(label="R", audience=group("B"), owed=owed("Induction"), first=SIX)
HEALTH = Term("attribute", "sector", "health")


def ways(record: StaffRecord, *rules: Rule, as_of: str = "2022-12-31", **head: Any) -> tuple[Any, Any]:
    """Return the cases of the first of *rules* for *record*, and what is not known."""
    plan = plan_of(policy(*rules, **head))
    return cases(plan.planned[0], make_history(record, day(as_of).toordinal(), plan))


def only(record: StaffRecord, *rules: Rule, as_of: str = "2022-12-31") -> Case:
    (found,), missing = ways(record, *rules, as_of=as_of)
    assert missing == ()
    assert isinstance(found, Case)
    return found


def instead_for(letter: str, **more: Any) -> Duty:
    """Return the rule that a group has instead of INDUCTION."""
    audience = group(letter)
    return Duty(label=letter, audience=audience, owed=owed("Induction"), instead_of=("R",), **more)


def some(count: int) -> tuple[Training, ...]:
    """Return completions of a course that is not known, a day apart."""
    return tuple(Training(course=None, completed=date(2022, 1, place)) for place in range(1, count + 1))


def spelled(spans: tuple[tuple[int, int], ...]) -> list[tuple[str, str]]:
    return [
        (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()) for first, last in spans
    ]


def test_what_is_known_is_one_case_with_its_days() -> None:
    found = only(staff(post("B", "2022-01-01", "2022-03-31"), done("Induction", "2022-02-01")), INDUCTION)
    assert spelled(found.days) == [("2022-01-01", "2022-03-31")]
    assert found.free == found.days
    assert found.unstarted == []
    (entry,) = found.entries
    assert entry.on == entry.from_ == day("2022-02-01").toordinal()
    assert (entry.until, entry.amount) == (FAR, 1)


def test_force_waivers_and_both_ends_left_open_take_days_out() -> None:
    record = staff(
        post("B", "2022-01-01", "2022-12-31"),
        waivers=(
            Waiver(rule="r", to=day("2022-01-31"), reason="x"),
            Waiver(rule="R", from_=day("2022-05-01"), to=day("2022-05-31"), reason="x"),
            Waiver(rule="R", from_=day("2022-11-01"), reason="x"),
            Waiver(rule="other", reason="x"),
        ),
    )
    rule = evolve(INDUCTION, force=span("2022-01-15", "2022-09-30"))
    found = only(record, rule)
    assert spelled(found.free) == [("2022-02-01", "2022-04-30"), ("2022-06-01", "2022-09-30")]
    first, last = found.standing.force
    assert spelled(((first, last),)) == [("2022-01-15", "2022-09-30")]
    assert found.standing.excused[0][0] == DAWN
    assert found.standing.excused[-1][1] == FAR
    assert only(record, INDUCTION).standing.force == (DAWN, FAR)


def test_a_break_that_ends_no_run_still_is_out_of_scope() -> None:
    record = staff(post("B", "2022-01-01", "2022-03-31"), post("B", "2022-04-15"))
    found = only(record, evolve(INDUCTION, breaks=days(30)))
    assert len(found.runs) == 1
    assert spelled(found.days[:1]) == [("2022-01-01", "2022-03-31")]
    assert found.days[1] == (day("2022-04-15").toordinal(), FAR)


def test_each_rule_that_takes_this_ones_place_excuses_its_own_days_of_scope_and_force() -> None:
    record = staff(
        post("BC", "2022-01-01", "2022-03-31"),
        post("BC", "2022-04-10", "2022-05-31"),
        post("BD", "2022-08-01", "2022-09-30"),
    )
    one = instead_for("C", force=span("2022-02-01"), breaks=days(30))
    found = only(record, INDUCTION, one, instead_for("D"))
    assert spelled(found.standing.excused) == [
        ("2022-02-01", "2022-03-31"),
        ("2022-04-10", "2022-05-31"),
        ("2022-08-01", "2022-09-30"),
    ]
    assert spelled(found.free) == [("2022-01-01", "2022-01-31")]


def test_only_those_who_started_when_the_other_rule_asks_are_excused_by_it() -> None:
    record = staff(post("BC", "2022-01-01", "2022-03-31"), post("BC", "2022-06-01", "2022-07-31"))
    late = instead_for("C", started=Days(first=day("2022-05-01")))
    assert spelled(only(record, INDUCTION, late).standing.excused) == [("2022-06-01", "2022-07-31")]


def test_a_run_with_no_known_start_is_kept_apart_where_the_rule_asks_when_they_started() -> None:
    late = evolve(INDUCTION, started=Days(first=day("2022-05-01")))
    record = staff(post("B", "", "2022-03-31"), post("B", "2022-06-01", "2022-07-31"))
    found = only(record, late)
    assert [run[2] for run in found.unstarted] == [False]
    assert len(found.runs) == 1
    nobody = only(staff(post("B", "", "2022-03-31")), late)
    assert (nobody.runs, len(nobody.unstarted)) == ([], 1)
    assert only(record, INDUCTION).unstarted == []


def test_an_attribute_not_given_has_each_value_asked_for_and_any_other() -> None:
    rule = evolve(INDUCTION, audience=Audience(any_of=(HEALTH,)))
    found, missing = ways(staff(joined=day("2022-01-01")), rule)
    assert missing == ("attribute sector",)
    assert [dict(each.filled)["sector"] for each in found] == ["health", module.OTHER]
    assert [len(each.runs) for each in found] == [1, 0]


def test_a_way_that_keeps_somebody_out_hides_no_other_way() -> None:
    rule = evolve(INDUCTION, audience=Audience(any_of=(Term("everyone"),), none_of=(HEALTH,)))
    record = staff(*some(1), joined=day("2022-01-01"))
    found, missing = ways(record, rule)
    assert missing == ("attribute sector", "course of training 1")
    assert [(len(each.runs), len(each.entries)) for each in found] == [(0, 0), (1, 1), (1, 0)]


def test_attributes_of_rules_that_take_this_ones_place_are_filled_in_too() -> None:
    school = Term("attribute", "Sector", "School")
    instead = Duty(
        label="C", audience=Audience(any_of=(HEALTH, school)), owed=owed("Induction"), instead_of=("R",)
    )
    found, missing = ways(staff(post("B", "2022-01-01", "2022-12-31")), INDUCTION, instead)
    assert missing == ("attribute sector",)
    assert [dict(each.filled)["sector"] for each in found] == ["health", "school", module.OTHER]
    assert [len(each.standing.excused) for each in found] == [1, 1, 0]


def test_256_ways_are_tried_and_no_more() -> None:
    found, missing = ways(staff(post("B", "2022-01-01"), *some(8)), INDUCTION)
    assert len(found) == 256
    assert missing[0] == "course of training 1"
    found, missing = ways(staff(post("B", "2022-01-01"), *some(9)), INDUCTION)
    assert (found, len(missing)) == ([], 9)


def test_ways_of_attributes_and_of_events_are_multiplied() -> None:
    rule = evolve(INDUCTION, audience=Audience(any_of=(HEALTH,)))
    joined = day("2022-01-01")
    found, _ = ways(staff(*some(7), joined=joined), rule)
    assert len(found) == 129  # 2 to the 7th in the sector, and nobody outside it
    found, missing = ways(staff(*some(8), joined=joined), rule)
    assert found == []
    assert missing[0] == "attribute sector"


def test_with_many_events_fewer_ways_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ENTRIES", 6)

    def tried(known: int, unknown: int) -> int:
        sure = [done("Induction", f"2022-02-{place:02}") for place in range(1, known + 1)]
        return len(ways(staff(post("B", "2022-01-01"), *some(unknown), *sure), INDUCTION)[0])

    assert tried(known=2, unknown=1) == 2  # 2 ways of 3 events
    assert tried(known=3, unknown=1) == 0
    assert tried(known=7, unknown=0) == 1


def test_entries_are_in_the_order_of_the_days_they_count_from() -> None:
    rule = evolve(INDUCTION, evidence="evaluation")
    early = done("Induction", "2022-02-01", evaluations=(Evaluation(returned=day("2022-06-01")),))
    late = done("Induction", "2022-03-01", evaluations=(Evaluation(returned=day("2022-04-01")),))
    found = only(staff(post("B", "2022-01-01"), early, late), rule)
    assert [(e.event.name, date.fromordinal(e.from_)) for e in found.entries] == [
        ("training 2", day("2022-04-01")),
        ("training 1", day("2022-06-01")),
    ]


def test_training_taken_in_a_mode_that_is_not_allowed_counts_for_nothing() -> None:
    term = Term("group", "B")
    own = Deed("training", own=term)
    rule = Duty(label="R", audience=group("B"), owed=Owed(((own,),)), first=SIX)
    only_virtual = Delivery(label="O", audience=group("B"), deed=own, modes=("virtual",))
    good = done("X", "2022-02-01", for_=for_groups("B"), format="virtual")
    bad = done("X", "2022-02-02", for_=for_groups("B"), format="e-learning")
    found = only(staff(post("B", "2022-01-01"), good, bad), rule, only_virtual)
    assert [each.event.name for each in found.entries] == ["training 1"]
    found = only(staff(post("B", "2022-02-10"), good, bad), rule, only_virtual)
    assert [each.event.name for each in found.entries] == ["training 1", "training 2"]
