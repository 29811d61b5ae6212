"""Records from JSON values and back: every record that can be read is, every other says all that is wrong."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from trainrules.records.classes import CourseRecord, OrganisationRecord, Record, StaffRecord
from trainrules.records.errors import Problem, RecordError, Unreadable
from trainrules.records.shape import Shape
from trainrules.records.shapes import COURSE, OF_KIND, ORGANISATION, STAFF
from trainrules.records.values import shown

R = TypeVar("R", bound=Record)

_OF_CLASS: tuple[tuple[type[Record], Shape[Any]], ...] = (
    (StaffRecord, STAFF),
    (CourseRecord, COURSE),
    (OrganisationRecord, ORGANISATION),
)


def record_from_dict(data: object, wanted: type[R], *, path: str = "$") -> R:
    """Return the record that *data*, a JSON value, describes.

    *wanted* is the class that is asked for; `Record` takes any, by the field `kind` (left out: staff).
    Raises `RecordError` with every bad field, its place written from *path* on.
    """
    try:
        record = _shape(data, wanted).read(data)
    except Unreadable as bad:
        raise RecordError(Problem(path + rest, message) for rest, message in bad.found) from None
    assert isinstance(record, wanted)
    return record


def _shape(data: object, wanted: type[Record]) -> Shape[Any]:
    """Return the shape to read *data* by."""
    for each, shape in _OF_CLASS:
        if issubclass(wanted, each):
            return shape
    kind = data.get("kind", "staff") if isinstance(data, dict) else "staff"
    if kind is None:
        return STAFF
    if isinstance(kind, str) and kind in OF_KIND:
        return OF_KIND[kind]
    near = get_close_matches(kind, OF_KIND, 1) if isinstance(kind, str) else []
    hint = f": did you mean `{near[0]}`?" if near else f": the kinds are {', '.join(OF_KIND)}"
    raise Unreadable((".kind", f"{shown(kind)} is not a kind of record{hint}"))


def record_to_dict(record: Record) -> dict[str, object]:
    """Return *record* as JSON has it, without what is at its default; `record_from_dict` gives it back."""
    for each, shape in _OF_CLASS:
        if isinstance(record, each):
            return {"kind": record.kind, **shape.write(record)}
    raise TypeError(f"{type(record).__name__} is not a kind of record that JSON has")
