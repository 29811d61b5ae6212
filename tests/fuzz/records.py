"""The record loader: any bytes in every format, and any JSON value as a record."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import lru_cache

from jsonschema import Draft202012Validator
from tests.fuzz import seeds
from tests.fuzz.target import Target, require

from trainrules import resources
from trainrules.records.classes import CourseRecord, OrganisationRecord, Record, StaffRecord
from trainrules.records.errors import RecordError
from trainrules.records.files import read_records
from trainrules.records.json_file import NotJson, parse

_FORMATS = ("json", "jsonl", None)
_CLASSES: tuple[type[Record], ...] = (Record, StaffRecord, CourseRecord, OrganisationRecord)


def run(data: bytes) -> int:
    """Read *data* in every format, and each JSON value in it as every kind of record."""
    for form in _FORMATS:
        try:
            for record in read_records(io.BytesIO(data), format=form):
                written(record)
        except RecordError as wrong:
            refused(wrong)
    try:
        value = parse(data.decode("utf-8", "surrogateescape"))
    except NotJson:
        return len(data)
    for wanted in _CLASSES:
        try:
            wanted.from_dict(value)  # type: ignore[arg-type]  # any value at all is what is tried
        except RecordError as wrong:
            refused(wrong)
    return len(data)


def refused(wrong: RecordError) -> None:
    """Check that *wrong* says what is wrong, and can be printed."""
    require(bool(wrong.problems), "an error says what is wrong")
    str(wrong).encode("utf-8")


def written(record: Record) -> None:
    """Check that *record* is written as the schema has it, and read back as it was."""
    value = json.loads(json.dumps(record.to_dict()))
    require(schema("record").is_valid(value), "a record is written as its schema says")
    require(Record.from_dict(value) == record, "what is written is read as it was")


@lru_cache(maxsize=2)
def schema(name: str) -> Draft202012Validator:
    """Return the schema of a `record` or a `result`."""
    return Draft202012Validator(json.loads(resources.read_text("schemas", f"{name}.schema.json")))


def _seeds() -> Iterator[bytes]:
    some = seeds.records()
    yield from (json.dumps(each).encode("utf-8") for each in some)
    yield json.dumps({"records": some[:2]}).encode("utf-8")
    yield "\n".join(json.dumps(each) for each in some[-3:]).encode("utf-8")
    yield from (b'{"id": "S", "attributes": {"a": [{"value": "b"}]}}', b"[]", b'"', b"[[[[[[[[[[[[]", b"5")


TARGET = Target("record", run, _seeds, seeds.field_words)
