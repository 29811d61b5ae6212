"""The JSON Schemas say the same as the loader and the reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.records.strategies import records

from trainrules import resources
from trainrules.findings import Kind, Status
from trainrules.model.rules import Strength
from trainrules.records import shapes
from trainrules.records.classes import Record
from trainrules.records.shape import Shape

RECORD = json.loads(resources.read_text("schemas", "record.schema.json"))
RESULT = json.loads(resources.read_text("schemas", "result.schema.json"))

HERE = Path(__file__).parent
A_RECORD = json.loads((HERE / "record.json").read_text(encoding="utf-8"))
A_RESULT = json.loads((HERE / "result.json").read_text(encoding="utf-8"))


def fits(schema: dict[str, Any], value: object) -> bool:
    """Return whether *value* is as *schema* says."""
    return bool(Draft202012Validator(schema).is_valid(value))


@pytest.mark.parametrize("schema", [RECORD, RESULT])
def test_a_schema_is_a_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_the_record_that_the_documents_show_fits_and_is_read() -> None:
    assert fits(RECORD, A_RECORD)
    assert Record.from_dict(A_RECORD).id == "S-0193"


@given(records)
def test_every_record_that_is_written_fits(record: Record) -> None:
    assert fits(RECORD, json.loads(json.dumps(record.to_dict())))


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"id": 5},
        {"id": ""},
        {"id": "S-1", "kind": "curse"},
        {"id": "S-1", "postings": []},
        {"id": "S-1", "training": None},
        {"id": "S-1", "training": [{"course": "Induction"}]},
        {"id": "S-1", "training": [{"completed": "10/02/2022"}]},
        {"id": "S-1", "training": [{"completed": "2022-02-10", "hours": -1}]},
        {"id": "S-1", "training": [{"completed": "2022-02-10", "hours": True}]},
        {"id": "S-1", "joined": "1850-01-01"},
        {"id": "S-1", "meetings": [{"on": "2022-02-10", "attended": 1}]},
        {"id": "A-1", "kind": "agency", "training": []},
        {"id": "C-1", "kind": "course", "sessions": [{"on": "2022-02-10", "advertised": True}]},
        {"id": "C-1", "standards": {"Minimum": True}},
    ],
)
def test_what_the_schema_refuses_the_loader_refuses_too(value: dict[str, Any]) -> None:
    assert not fits(RECORD, value)
    with pytest.raises(ValueError, match=r"^\$"):
        Record.from_dict(value)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        *(("employment", shapes.EMPLOYMENT), ("post", shapes.POST), ("membership", shapes.MEMBERSHIP)),
        *(("leave", shapes.LEAVE), ("waiver", shapes.WAIVER), ("for", shapes.FOR)),
        *(("evaluation", shapes.EVALUATION), ("training", shapes.TRAINING), ("activity", shapes.ACTIVITY)),
        *(("qualification", shapes.QUALIFICATION), ("meeting", shapes.MEETING), ("booking", shapes.BOOKING)),
        *(("delivery", shapes.DELIVERY), ("report", shapes.REPORT), ("document", shapes.DOCUMENT)),
        ("session", shapes.SESSION),
    ],
)
def test_the_schema_has_the_fields_that_the_loader_has(name: str, shape: Shape[Any]) -> None:
    part = RECORD["$defs"][name]
    assert set(part["properties"]) == set(shape.keys)
    assert set(part.get("required", ())) == set(shape.required)


@pytest.mark.parametrize(
    ("name", "shape"),
    [("staff", shapes.STAFF), ("course", shapes.COURSE), ("organisation", shapes.ORGANISATION)],
)
def test_each_kind_of_record_has_the_fields_that_the_loader_has(name: str, shape: Shape[Any]) -> None:
    common = RECORD["$defs"]["common"]["properties"]
    assert set(common) | set(RECORD["$defs"][name]["properties"]) == set(shape.keys)


def test_the_result_that_the_documents_show_fits() -> None:
    assert fits(RESULT, A_RESULT)


@pytest.mark.parametrize("key", list(A_RESULT))
def test_no_key_of_a_result_may_be_missing(key: str) -> None:
    assert not fits(RESULT, {name: value for name, value in A_RESULT.items() if name != key})


def test_quantities_are_numbers_or_fractions_as_text() -> None:
    for quantity, good in ((7.5, True), (4, True), ("1/3", True), ("4 of 5", False), (True, False)):
        violation = {**A_RESULT["violations"][0], "have": quantity}
        assert fits(RESULT, {**A_RESULT, "violations": [violation]}) is good


def test_the_words_of_a_result_are_those_of_the_findings() -> None:
    words = RESULT["$defs"]
    assert words["strength"]["enum"] == [each.value for each in Strength]
    assert words["obligation"]["properties"]["status"]["enum"] == [each.value for each in Status]
    assert words["violation"]["properties"]["kind"]["enum"] == [each.value for each in Kind]
