"""Which facts decide: those with which an outcome changes while all others stay what they are."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

from tests.build import day, done, policy, post, quota, staff

from trainrules.engine.decisive import decisive
from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import Cycle

A, B = ("date of a",), ("date of b",)
GRADE, SITE = "attribute grade", "attribute site"


def events(*outcomes: int) -> tuple[str, ...]:
    """Return what decides, of two events with two ways each: (0, 0), (0, 1), (1, 0), (1, 1) in turn."""
    ways = product((0, 1), (0, 1))
    cases: Any = [SimpleNamespace(filled={}, taken=((A, a), (B, b))) for a, b in ways]
    return decisive(cases, outcomes, (*A, *B))


def attributes(*outcomes: int) -> tuple[str, ...]:
    """Return what decides, of two attributes with two values each."""
    ways = product("xy", "xy")
    cases: Any = [SimpleNamespace(filled={"grade": g, "site": s}, taken=()) for g, s in ways]
    return decisive(cases, outcomes, (GRADE, SITE))


def test_a_fact_decides_where_the_outcome_differs_with_it_alone() -> None:
    assert events(0, 0, 1, 1) == A
    assert events(0, 1, 0, 1) == B
    assert events(0, 0, 0, 1) == (*A, *B)
    assert events(0, 1, 1, 0) == (*A, *B)


def test_an_attribute_decides_where_what_may_come_out_differs_with_it_alone() -> None:
    assert attributes(0, 0, 1, 1) == (GRADE,)
    assert attributes(0, 1, 0, 1) == (SITE,)
    assert attributes(0, 1, 1, 0) == (GRADE, SITE)


def test_an_attribute_that_changes_nothing_is_not_named_beside_two_that_do() -> None:
    ways = [*product("xy", "xy", "xy")]
    cases: Any = [
        SimpleNamespace(filled=dict(zip(("a", "b", "c"), each, strict=True)), taken=()) for each in ways
    ]
    outcomes = [a == b for a, b, _ in ways]
    every = ("attribute a", "attribute b", "attribute c")
    assert decisive(cases, outcomes, every) == every[:2]


def test_where_none_decides_all_are_named() -> None:
    assert events(0, 0, 0, 0) == (*A, *B)


def test_an_event_decides_only_with_the_attributes_that_leave_it_open() -> None:
    ways = product("xy", (0, 1))
    cases: Any = [SimpleNamespace(filled={"grade": g}, taken=((A, a),)) for g, a in ways]
    assert decisive(cases, (0, 0, 1, 1), (GRADE, *A)) == (GRADE,)
    assert decisive(cases, (0, 1, 0, 1), (GRADE, *A)) == A


def test_hours_that_are_not_known_may_be_none_at_all() -> None:
    """2 hours are known and 3 are needed; what took an hour or more would make it enough."""
    rule = quota(3, measure="hours", cycle=Cycle())
    record = staff(post("B", "2021-01-01"), done("A", "2022-01-01", hours=2), done("A", "2022-02-01"))
    told = evaluate(policy(rule), record, day("2023-01-01")).obligations
    assert [(each.status, each.missing) for each in told[1:2]] == [
        (Status.UNDETERMINED, ("hours of training 2",))
    ]
