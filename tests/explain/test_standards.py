"""Of an item that is not met, the record is told that made it so: none that came later."""

from __future__ import annotations

import pytest
from tests.build import day

from trainrules import Evaluation, evaluate, loads
from trainrules.records.classes import CourseRecord, StandardItem, Waiver

RULE = 'standard "S" for courses\n  1. "aims"\nEvery course must meet standard "S" [R]\n'


def found(recorded: dict[str, bool], as_of: str, rule: str = RULE, *waivers: Waiver) -> Evaluation:
    """Return the result for a course of which item 1 was met or not on these days."""
    said = tuple(
        StandardItem(standard="S", item="1", met=met, on=day(on) if on else None)
        for on, met in recorded.items()
    )
    return evaluate(loads(rule), CourseRecord(id="C", standards=said, waivers=waivers), day(as_of))


TWICE = {"2022-05-01": False, "2022-08-01": False}


@pytest.mark.parametrize("as_of", ["2022-06-01", "2022-09-01"])
def test_it_was_not_met_since_it_was_first_recorded(as_of: str) -> None:
    result = found(TWICE, as_of)
    (breach,), (owed,) = result.violations, result.obligations
    assert breach.since == day("2022-05-01")
    for each in (breach, owed):
        assert "Recorded as not met on 1 May 2022." in each.explain()


def test_what_is_recorded_on_no_day_is_as_of_now() -> None:
    (breach,) = found({"": False}, "2022-06-01").violations
    assert breach.since == day("2022-06-01")
    assert "Recorded as not met, on a day not given." in breach.explain()


def test_each_time_that_it_was_not_met_has_its_own_record() -> None:
    result = found({"2022-05-01": False, "2022-07-01": True, "2022-08-01": False}, "2022-09-01")
    first, second = result.violations
    assert "Recorded as not met on 1 May 2022. It ended when it was done on 1 July 2022." in first.explain()
    assert "Recorded as not met on 1 August 2022." in second.explain()
    met, overdue = result.obligations
    assert "Recorded as met on 1 July 2022." in met.explain()
    assert "Recorded as not met on 1 August 2022." in overdue.explain()


def test_a_breach_that_begins_again_after_a_waiver_has_the_last_record_before_it() -> None:
    waived = Waiver(rule="R", from_=day("2022-06-01"), to=day("2022-08-31"))
    first, second = found(TWICE, "2022-09-10", RULE, waived).violations
    assert "Recorded as not met on 1 May 2022." in first.explain()
    assert second.since == day("2022-09-01")
    assert "Recorded as not met on 1 August 2022." in second.explain()


def test_a_breach_that_begins_with_the_rule_has_the_last_record_before_it() -> None:
    result = found(TWICE, "2022-09-10", RULE.replace(" [R]", ", from 1 July 2022 [R]"))
    (breach,) = result.violations
    assert breach.since == day("2022-07-01")
    assert "Recorded as not met on 1 May 2022." in breach.explain()


def test_while_it_is_waived_the_last_record_is_told() -> None:
    result = found(TWICE, "2022-09-10", RULE, Waiver(rule="R", from_=day("2022-01-01")))
    (owed,) = result.obligations
    assert not result.violations
    assert "Recorded as not met on 1 August 2022." in owed.explain()


def test_of_an_item_that_is_not_known_nothing_is_told_as_recorded() -> None:
    (owed,) = found({}, "2022-06-01").obligations
    assert "recorded" not in owed.explain()
    assert "item 1 of S" in owed.explain()


def test_of_what_was_recorded_on_one_day_that_it_was_not_met_is_what_counts() -> None:
    """Met and not met on 1 May, in either order: which came last is not known, so nothing put it right."""
    for met in ((True, False), (False, True)):
        said = tuple(StandardItem(standard="S", item="1", met=each, on=day("2022-05-01")) for each in met)
        result = evaluate(loads(RULE), CourseRecord(id="C", standards=said), day("2022-06-01"))
        assert [(each.since, each.until) for each in result.violations] == [(day("2022-05-01"), None)]
