"""A record written and read again is the same record; any JSON at all is a record or a `RecordError`."""

from __future__ import annotations

import json
from typing import Any

from attrs import fields
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records.strategies import anything, records

from trainrules.records.classes import Record, StaffRecord
from trainrules.records.errors import RecordError
from trainrules.records.json_file import parse
from trainrules.records.shape import Shape, python_name
from trainrules.records.shapes import COURSE, ORGANISATION, STAFF


@given(records)
def test_a_record_written_and_read_again_is_the_same(record: Record) -> None:
    written = json.dumps(record.to_dict())
    assert Record.from_dict(parse(written)) == record
    assert type(record).from_dict(record.to_dict()) == record


@given(anything)
def test_any_json_is_a_record_or_a_record_error(value: Any) -> None:
    try:
        Record.from_dict(value)
    except RecordError as wrong:
        assert wrong.problems
        assert all(each.path.startswith("$") and each.message for each in wrong.problems)
        str(wrong).encode()


@given(records, st.data())
@settings(max_examples=60)
def test_one_bad_field_in_a_good_record_is_named(record: Record, data: st.DataObject) -> None:
    value = record.to_dict()
    key = data.draw(st.sampled_from(sorted(set(value) - {"kind"})))
    value[key] = 5
    try:
        Record.from_dict(value)
    except RecordError as wrong:
        assert [each.path for each in wrong.problems] == [f"$.{key}"]
    else:
        raise AssertionError(f"5 was read as {key}")


def test_every_field_of_a_record_class_has_a_place_in_the_format() -> None:
    for shape in (STAFF, COURSE, ORGANISATION):
        assert_same_fields(shape)


def assert_same_fields(shape: Shape[Any]) -> None:
    made: Any = shape.make
    assert {python_name(key) for key in shape.keys} == {each.name for each in fields(made)}


def test_an_evaluation_that_may_exist_is_written_as_null_and_no_evaluation_as_an_empty_list() -> None:
    for evaluations in (None, []):
        written = {"completed": "2022-02-10", "evaluations": evaluations}
        assert StaffRecord.from_dict({"id": "S-1", "training": [written]}).to_dict()["training"] == [written]


def test_what_is_at_its_default_is_not_written() -> None:
    assert StaffRecord(id="S-1").to_dict() == {"kind": "staff", "id": "S-1"}
