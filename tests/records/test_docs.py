"""`docs/records.md` names every field of every class, and what it shows can be read."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from attrs import fields

from trainrules.records import classes, csv_columns, shapes
from trainrules.records.classes import Record
from trainrules.records.csv_columns import plain
from trainrules.records.json_file import parse
from trainrules.records.load import read_csv
from trainrules.records.shape import Shape

PAGE = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
SHAPES = {name.lower(): shape for name, shape in vars(shapes).items() if isinstance(shape, Shape)}


def section(title: str) -> str:
    """Return the part of the page under the heading *title*, without the parts under other headings."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"there is no heading {title}"
    return found[1]


@pytest.mark.parametrize(
    ("title", "shape"),
    [
        *(("Posts", "post"), ("Employment", "employment"), ("Memberships", "membership"), ("Leave", "leave")),
        *(
            ("Waivers", "waiver"),
            ("Training", "training"),
            ("Activities", "activity"),
            ("Meetings", "meeting"),
        ),
        *(("Qualifications", "qualification"), ("Bookings", "booking"), ("Deliveries", "delivery")),
        *(("Reports", "report"), ("Documents", "document"), ("Sessions", "session")),
    ],
)
def test_every_field_of_a_part_is_in_its_table(title: str, shape: str) -> None:
    table = re.findall(r"^\| `([a-z_]+)` \|", section(title), re.MULTILINE)
    assert table == list(SHAPES[shape].keys)


def test_every_field_of_a_record_is_in_a_table() -> None:
    common = re.findall(r"^\| `([a-z_]+)` \|", section("Every record"), re.MULTILINE)
    staff = re.findall(r"^\| `([a-z_]+)` \|", section("Staff and trainers"), re.MULTILINE)
    courses = re.findall(r"^\| `([a-z_]+)` \|", section("Courses"), re.MULTILINE)
    assert common == list(shapes.ORGANISATION.keys)
    assert common + staff == list(shapes.STAFF.keys)
    assert common + courses == list(shapes.COURSE.keys)


def test_every_class_has_a_place_on_the_page() -> None:
    made = {shape.made or shape.make for shape in SHAPES.values()}
    by_name = {classes.Attribute, classes.Attestation, classes.StandardItem, Record}
    known = {
        each
        for each in vars(classes).values()
        if isinstance(each, type) and each.__module__ == classes.__name__
    }
    assert known == made | by_name
    assert all(fields(each) for each in known)


def test_what_the_page_shows_as_a_record_is_one() -> None:
    found = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert len(found) >= 3
    for text in found:
        value = parse(text)
        assert isinstance(value, dict)
        record = Record.from_dict({"id": "S-1", **value})
        assert Record.from_dict(record.to_dict()) == record


def test_what_the_page_shows_as_a_sheet_is_one() -> None:
    staff, training = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    assert [each.id for each in read_csv(io.StringIO(staff), io.StringIO(training))] == ["S-0193", "S-0194"]


@pytest.mark.parametrize(
    ("title", "known"), [("staff.csv", csv_columns.STAFF), ("training.csv", csv_columns.TRAINING)]
)
def test_every_column_and_its_other_names_are_in_a_table(
    title: str, known: dict[str, tuple[str, ...]]
) -> None:
    rows = re.findall(r"^\| `([a-z ]+)` \| ([^|]*)\|", section(f"`{title}`"), re.MULTILINE)
    table = {name: tuple(plain(other) for other in re.findall("`([^`]+)`", others)) for name, others in rows}
    assert table == dict(known)
