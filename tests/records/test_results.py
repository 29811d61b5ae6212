"""Results of the samples are as the result schema says, and no readable record upsets an evaluation."""

from __future__ import annotations

import json
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.records.strategies import records

import trainrules
from trainrules import resources
from trainrules.records.classes import Record
from trainrules.records.load import read_records

EXAMPLES = Path(__file__).parents[2] / "examples"
POLICIES = tuple(trainrules.builtin(name) for name in ("hackney", "sandwell"))
SCHEMA = Draft202012Validator(json.loads(resources.read_text("schemas", "result.schema.json")))


@pytest.mark.parametrize(
    ("folder", "as_of"),
    [
        ("leicestershire", date(2016, 1, 1)),
        ("hackney", date(2022, 9, 2)),
        ("sandwell", date(2020, 9, 1)),
        ("cheshire-west", date(2018, 3, 1)),
        ("northamptonshire", date(2021, 10, 1)),
    ],
)
def test_results_of_the_samples_fit_the_schema(folder: str, as_of: date) -> None:
    policy = trainrules.builtin(folder)
    sample = islice(read_records(EXAMPLES / folder / "records.jsonl"), 0, None, 6)
    for record in sample:
        result = json.loads(json.dumps(trainrules.evaluate(policy, record, as_of=as_of).to_dict()))
        assert [error.message for error in SCHEMA.iter_errors(result)] == []


@given(records)
@settings(max_examples=25)
def test_any_record_that_can_be_read_can_be_judged(record: Record) -> None:
    for policy in POLICIES:
        result = trainrules.evaluate(policy, record, as_of=date(2022, 9, 2))
        assert SCHEMA.is_valid(json.loads(json.dumps(result.to_dict())))
