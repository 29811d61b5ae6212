"""The conformance corpus itself: its form, its names, and that what each case expects hangs together."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.conformance.answer import policy_of
from tests.conformance.run import HERE, SCHEMA, Json, batches, cases

import trainrules

SCHEMAS = Path(trainrules.__file__).parent / "schemas"
each_batch = pytest.mark.parametrize("batch", list(batches([HERE])), ids=lambda batch: batch["batch"])


@cache
def validator(path: Path) -> Any:
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


@each_batch
def test_a_batch_is_as_its_schema_says(batch: Json) -> None:
    assert [error.message for error in validator(HERE / SCHEMA).iter_errors(batch)] == []


def test_no_two_cases_have_one_name() -> None:
    names = Counter(name for name, _ in cases([HERE]))
    assert [name for name, count in names.items() if count > 1] == []


@each_batch
def test_every_policy_can_be_read_and_has_the_rules_that_are_named(batch: Json) -> None:
    for case in batch["cases"]:
        labels = {rule.label for rule in policy_of(case).rules}
        expected = case["expect"]
        named = {row["rule"] for row in (*expected["obligations"], *expected["violations"])}
        assert named <= labels, case["id"]


@each_batch
def test_every_record_is_as_its_schema_says(batch: Json) -> None:
    for case in batch["cases"]:
        errors = validator(SCHEMAS / "record.schema.json").iter_errors(case["record"])
        assert [error.message for error in errors] == [], case["id"]


@each_batch
def test_violations_and_changes_are_on_the_right_side_of_the_as_of_day(batch: Json) -> None:
    for case in batch["cases"]:
        as_of = date.fromisoformat(case["as_of"])
        for row in case["expect"]["violations"]:
            last = date.fromisoformat(row["until"] or case["as_of"])
            assert last - date.fromisoformat(row["since"]) == timedelta(days=row["days"] - 1), case["id"]
            assert last < as_of or row["until"] is None, case["id"]
        after = case["expect"].get("changes_on")
        assert after is None or date.fromisoformat(after) > as_of, case["id"]


@each_batch
def test_what_is_overdue_has_an_open_violation(batch: Json) -> None:
    for case in batch["cases"]:
        is_open = {row["rule"] for row in case["expect"]["violations"] if row["until"] is None}
        overdue = {row["rule"] for row in case["expect"]["obligations"] if row["status"] == "overdue"}
        assert overdue <= is_open, case["id"]
