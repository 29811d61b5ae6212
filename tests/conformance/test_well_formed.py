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
from tests.conformance.run import HERE, SCHEMA, Json, cases

import trainrules

CASES = cases([HERE])
FILES = sorted(path for path in HERE.glob("*.json") if path.name != SCHEMA)
SCHEMAS = Path(trainrules.__file__).parent / "schemas"
each_case = pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])


@cache
def validator(path: Path) -> Any:
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_batch_is_as_its_schema_says(path: Path) -> None:
    batch = json.loads(path.read_text(encoding="utf-8"))
    assert [error.message for error in validator(HERE / SCHEMA).iter_errors(batch)] == []


def test_no_two_cases_have_one_name() -> None:
    assert [name for name, count in Counter(name for name, _ in CASES).items() if count > 1] == []


@each_case
def test_a_case_has_a_policy_and_a_record_that_can_be_read(case: Json) -> None:
    labels = {rule.label for rule in policy_of(case).rules}
    expected = case["expect"]
    assert {row["rule"] for row in (*expected["obligations"], *expected["violations"])} <= labels
    record = trainrules.Record.from_dict(case["record"])
    errors = validator(SCHEMAS / "record.schema.json").iter_errors(case["record"])
    assert [error.message for error in errors] == [] and record.id


@each_case
def test_what_a_case_expects_hangs_together(case: Json) -> None:
    as_of = date.fromisoformat(case["as_of"])
    for row in case["expect"]["violations"]:
        last = date.fromisoformat(row["until"]) if row["until"] else as_of
        assert last - date.fromisoformat(row["since"]) == timedelta(days=row["days"] - 1)
        assert last < as_of or not row["until"]
    for row in case["expect"]["obligations"]:
        is_open = [
            each for each in case["expect"]["violations"] if each["rule"] == row["rule"] and not each["until"]
        ]
        assert is_open or row["status"] != "overdue"
    after = case["expect"].get("changes_on")
    assert after is None or date.fromisoformat(after) > as_of
