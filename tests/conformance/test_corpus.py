"""Every case of the conformance corpus: what the engine says, and what the day-by-day oracle says."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from tests.conformance.answer import policy_of
from tests.conformance.run import HERE, Json, cases, differences

import trainrules
from trainrules.model.rules import Policy
from trainrules.testing.oracle import Case, breach_days, world

CASES = cases([HERE])
each_case = pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])

# How the facts that a record does not give are filled in: all as the first of what they may be, all as the
# last, and twice at random, the same way every time.
PICKS: tuple[Callable[[Sequence[Any]], Any], ...] = (
    lambda options: options[0],
    lambda options: options[-1],
    random.Random(1).choice,
    random.Random(2).choice,
)


@each_case
def test_case(case: Json) -> None:
    policy, record, as_of = read(case)
    result = trainrules.evaluate(policy, record, as_of)
    assert differences(case["expect"], result.to_dict()) == []


@each_case
def test_the_oracle_finds_the_breach_days_of(case: Json) -> None:
    policy, record, as_of = read(case)
    unsure = {row["rule"] for row in case["expect"]["obligations"] if row["status"] == "undetermined"}
    worlds = dict.fromkeys(world(policy, record, as_of, pick) for pick in PICKS)
    for filled in worlds:
        for label in {rule.label for rule in policy.rules}:
            expected = expected_days(case, label)
            found = days_by_oracle(policy, filled, as_of, label)
            assert found >= expected if label in unsure else found == expected, label


def read(case: Json) -> tuple[Policy, trainrules.Record, date]:
    """Return the policy, the record and the as-of day of a case."""
    return policy_of(case), trainrules.Record.from_dict(case["record"]), date.fromisoformat(case["as_of"])


def days_by_oracle(policy: Policy, record: trainrules.Record, as_of: date, label: str) -> set[date]:
    """Return the breach days of the rules called *label*."""
    asked = Case(policy, record, as_of)
    return {day for rule in policy.rules if rule.label == label for day in breach_days(rule, asked)}


def expected_days(case: Json, label: str) -> set[date]:
    """Return the days that the violations of the rule *label* are expected to tell of."""
    return {
        date.fromisoformat(row["since"]) + timedelta(days=number)
        for row in case["expect"]["violations"]
        if row["rule"] == label
        for number in range(row["days"])
    }
