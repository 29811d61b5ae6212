"""What somebody has to do next: by hand for each kind of rule, and tried for made-up cases."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import people as people
from tests.cli.conftest import policy as policy
from tests.cli.conftest import run as run
from tests.cli.world import LATE_B, People, Run

from trainrules import StaffRecord, loads
from trainrules.engine.evaluate import evaluate
from trainrules.findings import Violation
from trainrules.planning import Plan, cures, plan
from trainrules.planning.doing import with_done
from trainrules.planning.told import as_object, as_text, step_text
from trainrules.testing.strategies import cases, duties, follow_ups, orders, quotas
from trainrules.testing.strategies.cases import Made

B = {"posts": [{"groups": ["B"], "started": "2022-03-01"}], "joined": "2022-03-01"}


def planned(text: str, as_of: str, until: str, **fields: Any) -> Plan:
    """Return the plan for a Group B post since 1 March 2022, with *fields* on record too."""
    record = StaffRecord.from_dict({"id": "S", "kind": "staff", **B, **fields})
    return plan(loads(text), record, date.fromisoformat(as_of), date.fromisoformat(until))


def steps(found: Plan) -> list[tuple[str, str]]:
    """Return each step's day, or `now`, and what is to be done."""
    return [("now" if s.is_late else str(s.by), step_text(s, found.record)) for s in found.steps]


def done(on: str, course: str = "X", **more: Any) -> dict[str, Any]:
    return {"course": course, "completed": on, "for": {"groups": ["B"]}, **more}


X = "complete X"
BY_HAND = {
    "the first deadline, its last day": ("Everyone must complete X within 6 months", {}, [("2022-09-01", X)]),
    "what is overdue, at once, and its renewals": (
        "Everyone must complete X within 1 month, then every 2 years",
        {},
        [("now", X), ("2024-06-15", X), ("2026-06-15", X)],
    ),
    "each renewal on the last day that the one before pays for": (
        "Everyone must refresh X every 1 year",
        {"training": [done("2021-08-31")]},
        [("2022-08-31", X), ("2023-08-31", X), ("2024-08-31", X), ("2025-08-31", X), ("2026-08-31", X)],
    ),
    "from 29 February on, clamped": (
        "Everyone must refresh X every 3 years",
        {"training": [done("2020-02-29")]},
        [("2023-02-28", X), ("2026-02-28", X)],
    ),
    "fixed dates, whatever day it was done on": (
        "Everyone must complete X within 6 months, then every 1 year, counted from the due date",
        {"training": [done("2022-04-15")]},
        [("2023-09-01", X), ("2024-09-01", X), ("2025-09-01", X), ("2026-09-01", X)],
    ),
    "both of a bundle": (
        "Everyone must complete X and Y within 6 months",
        {"training": [done("2022-04-01", "Y")]},
        [("2022-09-01", X)],
    ),
    "either of two": ("Everyone must complete X or Y within 6 months", {}, [("2022-09-01", X)]),
    "what has to come first, the day before": (
        "Everyone must complete X within 6 months\nEveryone must complete Y before X",
        {},
        [("2022-08-31", "complete Y"), ("2022-09-01", X)],
    ),
    "in the mode that counts": (
        "Group B multi-agency only\nGroup B within 6 months",
        {},
        [("2022-09-01", "complete Group B training, multi-agency")],
    ),
    "hours of a year, what is short of them": (
        "Everyone must complete at least 8 hours of training each calendar year",
        {"training": [done("2023-02-01", hours=3)]},
        [
            ("2023-12-31", "complete any training, 5 hours"),
            ("2024-12-31", "complete any training, 8 hours"),
            ("2025-12-31", "complete any training, 8 hours"),
        ],
    ),
    "an answer to what was done": (
        "Everyone must return an impact evaluation between 3 and 6 months after each X",
        {"training": [done("2022-04-01", evaluations=[])]},
        [("2022-10-01", "return an impact evaluation of “X” of 1 April 2022")],
    ),
    "nothing": ("Everyone must complete X within 6 months", {"training": [done("2022-04-01")]}, []),
    "nothing after leaving": ("Everyone must complete X within 6 months", {"left": "2022-08-31"}, []),
    "nothing that only may be done": ("Everyone may complete X within 6 months", {}, []),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_the_plan_is(name: str) -> None:
    text, fields, expected = BY_HAND[name]
    found = planned(text, "2022-06-15", "2026-09-30", **fields)
    assert steps(found) == expected
    assert found.left == found.unknown == ()


def test_what_is_due_on_the_last_day_of_the_plan_is_in_it_and_a_day_later_is_not() -> None:
    text = "Everyone must complete X within 6 months"
    assert steps(planned(text, "2022-06-15", "2022-09-01")) == [("2022-09-01", X)]
    assert steps(planned(text, "2022-06-15", "2022-08-31")) == []
    yearly = "Everyone must complete X at least once each calendar year"
    assert steps(planned(yearly, "2023-06-15", "2023-12-31")) == [("2023-12-31", X)]


def test_what_no_deed_prevents_is_left() -> None:
    found = planned(
        "body Board with members\nMembers of Board must not miss 2 consecutive meetings",
        "2022-06-15",
        "2022-12-31",
        memberships=[{"body": "Board", "from": "2022-03-01"}],
        meetings=[{"body": "Board", "on": f"2022-0{n}-01", "attended": False} for n in (4, 5)],
    )
    assert steps(found) == []
    assert [(each.kind.value, str(each.since)) for each in found.left] == [("consecutive", "2022-05-01")]


def test_what_is_not_known_is_said_with_what_is_missing() -> None:
    found = planned(
        "Everyone must complete multi-agency X within 6 months", "2022-06-15", "2022-12-31",
        training=[{"id": "T1", **done("2022-04-01")}],
    )  # fmt: skip
    assert [each.missing for each in found.unknown] == [("delivery of T1",)]


def test_a_plan_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot start on 2022-06-15"):
        planned("Everyone must complete X within 6 months", "2022-06-15", "2022-06-14")


def ahead(made: Made, record: Any, until: date) -> list[Violation]:
    """Return the violations with a day after the as-of day, and those open then that are not of one day."""
    found = [each for each in evaluate(made.policy, record, until).violations if each.strength.value != "may"]
    one_day = ("order", "delivery", "notice")
    return [
        each
        for each in found
        if (each.until is None and each.kind.value not in one_day)
        or (each.until or each.since) > made.as_of
        or (each.event or "").startswith("planned ")
    ]


def days(found: list[Violation], as_of: date, until: date) -> int:
    """Return the days in breach after the as-of day; the day of a step itself is one too."""
    spans = [(max(each.since, as_of + timedelta(1)), each.until or until, each) for each in found]
    return sum(
        max((each.event or "").startswith("planned "), (last - first).days + 1)
        for first, last, each in spans
        if last >= first or (each.event or "").startswith("planned ")
    )


ANY = cases(st.one_of(duties(), duties(), follow_ups(), quotas(), orders()))


@given(ANY, st.integers(0, 400))
def test_a_plan_was_tried_and_each_step_of_it_is_needed(made: Made, length: int) -> None:
    until = made.as_of + timedelta(length)
    found = plan(made.policy, made.record, made.as_of, until)
    assert list(found.left) == ahead(made, found.record, until)
    end = until + timedelta(1)  # what is due on the last day is late on the next
    after = days(ahead(made, found.record, end), made.as_of, end)
    assert after <= days(ahead(made, made.record, end), made.as_of, end)
    assert all(made.as_of <= step.by <= until for step in found.steps)
    for step in found.steps:
        others = [d for each in found.steps if each is not step for d in each.done]
        less = days(ahead(made, with_done(made.record, others), end), made.as_of, end)
        assert less > after


@given(ANY)
def test_a_cure_ends_its_violation_and_brings_no_other(made: Made) -> None:
    before = evaluate(made.policy, made.record, made.as_of)
    open_ = [each for each in before.violations if each.until is None]
    for cure in cures(made.policy, made.record, made.as_of):
        assert cure.violation in open_
        after = evaluate(made.policy, with_done(made.record, cure.done), made.as_of)
        open_after = [each for each in after.violations if each.until is None]
        still = [(each.rule, each.kind, each.owed, each.event) for each in open_after]
        gone = (cure.violation.rule, cure.violation.kind, cure.violation.owed, cure.violation.event)
        assert gone not in still
        assert len(still) < len(open_)


@given(cases(duties()))
def test_a_duty_in_breach_has_a_cure_where_it_names_one(made: Made) -> None:
    """What a violation says would end it does: the library tried it."""
    result = evaluate(made.policy, made.record, made.as_of)
    named = [each for each in result.violations if each.until is None and each.cure and each.rule == "R"]
    cured = [each.violation for each in cures(made.policy, made.record, made.as_of)]
    if named and len(made.policy.rules) == 1 and made.rule.strength.value != "may":
        assert all(each in cured for each in named)


def test_the_command_tells_the_plan(run: Run, policy: Path, people: People) -> None:
    ran = run("plan", policy, people(LATE_B), "--id", "S-2", "--as-of", "2022-06-15")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Bea (S-2), from 15 June 2022 until 15 June 2023\n  by 1 July 2022  complete Group B training [1.2]\n"
    )
    ran = run("plan", policy, people(LATE_B), "--id", "S-2", "--as-of", "2022-06-15", "--format", "json")
    assert json.loads(ran.out)[0]["steps"] == [
        {"by": "2022-07-01", "overdue": False, "do": "complete Group B training", "rules": ["1.2"]}
    ]
    ran = run("plan", policy, people(LATE_B), "--id", "S-2", "--as-of", "2022-06-15", "--until", "2022-06-01")
    assert (ran.status, ran.out) == (2, "")


def test_the_words_and_the_object_say_what_is_not_known() -> None:
    found = planned(
        "Everyone must complete multi-agency X within 6 months",
        "2022-06-15",
        "2022-12-31",
        training=[{"id": "T1", **done("2022-04-01")}],
    )
    assert as_text(found) == (
        "S, from 15 June 2022 until 31 December 2022\n"
        "  nothing has to be done\n"
        "  not known: delivery of T1, so multi-agency X may be owed [line 1]\n"
    )
    assert as_object(found)["unknown"] == [
        {"rule": "line 1", "owed": "multi-agency X", "missing": ["delivery of T1"]}
    ]


@pytest.mark.parametrize("as_of", ["2022-06-15", "9999-12-31"])
def test_a_plan_may_go_on_until_the_last_day_that_there_is(as_of: str) -> None:
    """There is no day after it on which what was due on it could be looked at."""
    found = planned("Everyone must complete X within 6 months", as_of, "9999-12-31")
    assert [day for day, _ in steps(found)] == ["2022-09-01" if as_of < "2022-09-01" else "now"]
    assert found.left == ()
    rule = "Everyone must refresh X every 50 years"
    renewed = steps(planned(rule, "2022-06-15", "9999-12-31", training=[done("2022-05-01")]))
    assert (len(renewed), renewed[0], renewed[-1]) == (159, ("2072-05-01", X), ("9972-05-01", X))
