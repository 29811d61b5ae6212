"""Spreadsheets: a row a post and a row a completion, dates in a declared order."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.sheets import read, said

from trainrules.records.classes import Attribute, Evaluation, For, StaffRecord
from trainrules.records.csv_columns import STAFF, TRAINING
from trainrules.records.errors import RecordError
from trainrules.records.load import read_records

STAFF_ROWS = """\
id,name,agency,joined,left,post,groups,levels,roles,started,ended,attribute sector,fact approval
S-1,Ann,City Schools,2022-01-31,,Teacher,B,3,DSL; Deputy DSL,2022-01-31,2022-12-31,school,2020-03-01
S-1,,,,,Head,"A, C",,,2023-01-01,,,
S-2,Bob,,2021-09-01,2022-07-31,,,,,,,,
"""
TRAINING_ROWS = """\
id,event,course,completed,delivery,format,groups,hours,days,provider,certificate,evaluation,evaluation date
S-1,T1,Induction,2022-02-10,single-agency,e-learning,B,7.5,,,C-991,impact,2022-06-01
S-2,,"Working Together, part 1",2021-10-01,,,,,1,Training Team,no,,
"""


def test_two_sheets_are_the_records_that_json_would_give() -> None:
    assert read(STAFF_ROWS, TRAINING_ROWS) == [
        StaffRecord.from_dict(
            {
                "id": "S-1",
                "name": "Ann",
                "agency": "City Schools",
                "joined": "2022-01-31",
                "attributes": {"sector": "school"},
                "facts": {"approval": "2020-03-01"},
                "posts": [
                    {
                        "title": "Teacher",
                        "groups": ["B"],
                        "levels": ["3"],
                        "roles": ["DSL", "Deputy DSL"],
                        "started": "2022-01-31",
                        "ended": "2022-12-31",
                    },
                    {"title": "Head", "groups": ["A", "C"], "started": "2023-01-01"},
                ],
                "training": [
                    {
                        "id": "T1",
                        "course": "Induction",
                        "completed": "2022-02-10",
                        "delivery": "single-agency",
                        "format": "e-learning",
                        "for": {"groups": ["B"]},
                        "hours": 7.5,
                        "certificate": "C-991",
                        "evaluations": [{"kind": "impact", "returned": "2022-06-01"}],
                    }
                ],
            }
        ),
        StaffRecord.from_dict(
            {
                "id": "S-2",
                "name": "Bob",
                "joined": "2021-09-01",
                "left": "2022-07-31",
                "training": [
                    {
                        "course": "Working Together, part 1",
                        "completed": "2021-10-01",
                        "days": 1,
                        "provider": "Training Team",
                        "certificate": False,
                    }
                ],
            }
        ),
    ]


def test_a_file_beside_the_staff_has_their_training(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text(STAFF_ROWS, encoding="utf-8-sig")
    (tmp_path / "training.csv").write_text(TRAINING_ROWS, encoding="utf-8")
    assert list(read_records(tmp_path / "staff.csv")) == read(STAFF_ROWS, TRAINING_ROWS)
    (tmp_path / "training.csv").rename(tmp_path / "done.csv")
    assert list(read_records(tmp_path / "staff.csv")) == read(STAFF_ROWS)
    done = tmp_path / "done.csv"
    assert list(read_records(tmp_path / "staff.csv", training=done)) == read(STAFF_ROWS, TRAINING_ROWS)


def test_a_sheet_that_comes_as_a_stream_is_known_by_its_first_line() -> None:
    assert list(read_records(io.StringIO(STAFF_ROWS))) == read(STAFF_ROWS)


@pytest.mark.parametrize("part", [";", "\t"])
def test_semicolons_and_tabs_part_cells_as_well(part: str) -> None:
    text = f"id{part}name{part}groups\nS-1{part}Ann{part}B, C\n"
    (record,) = read(text)
    assert (record.name, record.posts[0].groups) == ("Ann", ("B", "C"))


def test_columns_are_known_by_usual_other_names() -> None:
    (record,) = read(
        "Staff ID,Full_Name,Organisation,Date joined,JOB TITLE\nS-1,Ann,School,2022-01-31,Head\n"
    )
    assert (record.name, record.agency, record.posts[0].title) == ("Ann", "School", "Head")


def test_a_mapping_gives_a_column_its_field_or_leaves_it_out() -> None:
    mapping = {"Ref": "id", "start date": "joined", "E-mail": "", "Kind of body": "attribute sector"}
    text = "Ref,Start date,E-mail,Kind of body\nS-1,2022-01-31,a@example.org,school\n"
    (record,) = read(text, mapping=mapping)
    assert record.attributes == (Attribute(name="sector", value="school"),)
    assert str(record.joined) == "2022-01-31"


@pytest.mark.parametrize(
    ("cell", "dates", "iso"),
    [
        ("2022-03-04", "iso", "2022-03-04"),
        ("2022-03-04", "dmy", "2022-03-04"),
        ("2022-03-04", "mdy", "2022-03-04"),
        ("04/03/2022", "dmy", "2022-03-04"),
        ("04/03/2022", "mdy", "2022-04-03"),
        ("4.3.2022", "dmy", "2022-03-04"),
        ("4-3-2022", "mdy", "2022-04-03"),
        ("4 March 2022", "dmy", "2022-03-04"),
        ("04-Mar-2022", "dmy", "2022-03-04"),
        ("29/02/2024", "dmy", "2024-02-29"),
    ],
)
def test_dates_are_read_in_the_order_that_is_declared(cell: str, dates: str, iso: str) -> None:
    (record,) = read(f"id,joined\nS-1,{cell}\n", dates=dates)
    assert str(record.joined) == iso


@pytest.mark.parametrize(("cell", "read_as"), [("yes", True), ("No", False), ("none", False), ("C-9", "C-9")])
def test_a_certificate_is_a_reference_or_yes_or_no(cell: str, read_as: str | bool) -> None:
    (record,) = read("id\nS-1\n", f"id,completed,certificate\nS-1,2022-02-10,{cell}\n")
    assert record.training[0].certificate == read_as


def test_a_blank_cell_is_not_known_and_a_blank_row_is_nothing() -> None:
    (record,) = read("id,name\nS-1,\n,\n\n", "id,completed,certificate,evaluation\nS-1,2022-02-10,,\n")
    (done,) = record.training
    assert (record.name, done.certificate, done.evaluations, done.for_) == (None, None, None, For())


def test_an_evaluation_may_be_due_without_a_day() -> None:
    (record,) = read("id\nS-1\n", "id,completed,evaluation\nS-1,2022-02-10,impact\n")
    assert record.training[0].evaluations == (Evaluation(kind="impact"),)


def test_a_list_with_a_semicolon_keeps_its_commas() -> None:
    (record,) = read('id,roles\nS-1,"Head, primary;"\n')
    assert record.posts[0].roles == ("Head, primary",)


def test_a_cell_of_several_lines_is_one_row_of_the_sheet() -> None:
    assert said('id,post,joined\nS-1,"Head\nof year",2022-01-31\nS-2,,x\n')[0].startswith(
        "staff.csv: row 3, "
    )


def test_a_trainer_is_a_row_of_that_kind() -> None:
    assert read("id,kind\nR-1,Trainer\n")[0].kind == "trainer"


# --- whatever a sheet holds ----------------------------------------------------------------------------

cells = st.sampled_from(
    ("", "S-1", "S-2", "2022-01-31", "31/01/2022", "B; C", "7.5", "yes", '"', "a,b", "staff", "\x00", "x" * 9)
) | st.text(max_size=4)


def sheets(known: Mapping[str, tuple[str, ...]]) -> st.SearchStrategy[str]:
    """Return sheets with some of the *known* columns, and sometimes one that is not."""
    return st.lists(st.sampled_from([*known, "attribute sector", "else"]), min_size=1, max_size=5).flatmap(
        lambda headings: st.lists(
            st.lists(cells, min_size=len(headings), max_size=len(headings)).map(",".join), max_size=4
        ).map(lambda rows: "\n".join([",".join(["id", *headings]), *(f"S-1,{row}" for row in rows)]))
    )


@given(sheets(STAFF), st.none() | sheets(TRAINING), st.sampled_from(("iso", "dmy", "mdy")))
def test_any_pair_of_sheets_gives_records_or_a_record_error(
    staff: str, training: str | None, dates: str
) -> None:
    try:
        assert all(isinstance(each, StaffRecord) for each in read(staff, training, dates))
    except RecordError as wrong:
        assert wrong.problems
        assert all(each.file in ("staff.csv", "training.csv") for each in wrong.problems)


@given(st.text(max_size=40))
def test_any_text_gives_records_or_a_record_error(text: str) -> None:
    try:
        read(text, text)
    except RecordError as wrong:
        assert wrong.problems
