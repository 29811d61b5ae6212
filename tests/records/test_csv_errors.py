"""Spreadsheets that cannot be read: each bad cell is named by file, row and column."""

from __future__ import annotations

import pytest
from tests.records.sheets import read, said


def test_a_bad_cell_is_named_by_file_row_and_column() -> None:
    assert said("id,Date joined\nS-1,2022-01-31\nS-2,2022-02-30\n") == [
        'staff.csv: row 3, column `Date joined`: "2022-02-30" is not a date: February 2022 has 28 days'
    ]


@pytest.mark.parametrize("cell", ["04/03/2022", "31/01/2022", "4 March 2022", "4 Mar", "44592", "tomorrow"])
def test_without_a_declared_order_a_date_is_never_guessed(cell: str) -> None:
    assert said(f"id,joined\nS-1,{cell}\n") == [
        f'staff.csv: row 2, column `joined`: "{cell}" is not a date: dates are written as `2022-01-31`, '
        "unless the file's date order is declared (dmy or mdy)"
    ]


@pytest.mark.parametrize("cell", ["2022/01/31", "2022.01.31", "2022/1/31", "2022-01-31T00:00"])
def test_a_date_that_begins_with_its_year_is_told_only_how_dates_are_written(cell: str) -> None:
    """It has four digits for the year already, and no order that can be declared begins with it."""
    assert said(f"id,joined\nS-1,{cell}\n") == [
        f'staff.csv: row 2, column `joined`: "{cell}" is not a date: dates are written as `2022-01-31`'
    ]


@pytest.mark.parametrize("cell", ["1/2/22", "31.01.22", "1 Mar 22", "31-Jan-22"])
def test_a_year_of_two_digits_is_told_beside_the_order(cell: str) -> None:
    assert said(f"id,joined\nS-1,{cell}\n")[0].endswith(
        "is declared (dmy or mdy), and always with the year in four digits"
    )


@pytest.mark.parametrize(
    "cell", ["31/01/22", "31/13/2022", "30/02/2022", "2022/01/31", "1 Mai 2022", "1/2-2022", "01/02/20222"]
)
def test_in_a_declared_order_what_is_not_a_date_is_refused(cell: str) -> None:
    (found,) = said(f"id,joined\nS-1,{cell}\n", dates="dmy")
    assert found.startswith(
        f'staff.csv: row 2, column `joined`: "{cell}" is not a date, read as day/month/year'
    )


def test_a_date_in_the_other_order_is_refused() -> None:
    assert said("id,joined\nS-1,31/01/2022\n", dates="mdy") == [
        'staff.csv: row 2, column `joined`: "31/01/2022" is not a date, read as month/day/year'
    ]


def test_an_unknown_column_is_an_error_that_names_the_near_one() -> None:
    assert said("id,goups,shoe size\nS-1,B,9\n") == [
        "staff.csv: row 1: the column `goups` is not a field: did you mean `groups`?",
        "staff.csv: row 1: the column `shoe size` is not a field: "
        "map it to a field, or to nothing to leave it out",
    ]


def test_a_date_column_that_could_mean_two_things_is_not_guessed() -> None:
    assert "the column `Start date` is not a field" in said("id,Start date\nS-1,2022-01-31\n")[0]


def test_a_mapping_is_checked_on_both_ends() -> None:
    assert said("id,x\nS-1,B\n", mapping={"x": "gruops", "y": "left"})[0] == (
        "staff.csv: row 1: the column `x` is not a field, nor is `gruops`: did you mean `groups`?"
    )
    assert said("id\nS-1\n", mapping={"y": "left"}) == ["staff.csv: there is no column `y` to map"]


def test_two_columns_cannot_hold_one_field() -> None:
    assert said("id,group,Groups\nS-1,A,B\n") == [
        "staff.csv: row 1: the columns `group` and `Groups` hold the same field"
    ]


def test_the_columns_that_are_needed_are_named() -> None:
    assert said("name\nAnn\n") == ["staff.csv: row 1: there is no column `id`"]
    assert said("id\nS-1\n", "course\nInduction\n") == [
        "training.csv: row 1: there is no column `id`",
        "training.csv: row 1: there is no column `completed`",
    ]


@pytest.mark.parametrize("text", ["", "\n", ",,\n", "  \nS-1\n"])
def test_a_sheet_needs_headings(text: str) -> None:
    assert said(text) == ["staff.csv: row 1: there are no column headings"]


def test_a_row_has_as_many_cells_as_there_are_headings() -> None:
    assert said("id,name\nS-1\nS-2,Bob,x\n") == [
        "staff.csv: row 2: has 1 cells, where there are 2 headings",
        "staff.csv: row 3: has 3 cells, where there are 2 headings",
    ]


def test_rows_of_one_person_agree() -> None:
    assert said("id,joined,name\nS-1,2022-01-31,Ann\nS-1,,Ann\nS-1,2022-02-01,Ann\n") == [
        "staff.csv: row 4, column `joined`: this is not what it says in row 2 of the same person"
    ]


def test_a_cell_that_cannot_be_read_is_not_compared_with_other_rows() -> None:
    assert said("id,joined\nS-1,2022-01-31\nS-1,x\n")[0].startswith("staff.csv: row 3, column `joined`: ")
    assert len(said("id,joined\nS-1,2022-01-31\nS-1,x\n")) == 1


def test_attributes_are_columns_of_the_staff_only() -> None:
    assert said("id\nS-1\n", "id,completed,attribute sector\n")[0].startswith(
        "training.csv: row 1: the column `attribute sector` is not a field"
    )


def test_training_of_somebody_who_is_not_there_is_an_error() -> None:
    assert said("id\nS-1\n", "id,completed\nS-9,2022-02-10\n,2022-02-10\n") == [
        'training.csv: row 2, column `id`: "S-9" is not the id of anybody in staff.csv',
        "training.csv: row 3: there is no `id`",
    ]


def test_all_problems_of_both_sheets_are_named_at_once_and_each_once() -> None:
    staff = "id,joined,left,started,ended\nS-1,x,,2022-02-01,2022-01-31\nS-2,2022-02-01,2022-01-31,,\n"
    found = said(staff, "id,completed,hours\nS-1,,2\nS-2,2022-2-1,two\n")
    assert [each.partition(" is ")[0] for each in found] == [
        'staff.csv: row 2, column `joined`: "x"',
        'training.csv: row 3, column `completed`: "2022-2-1"',
        "staff.csv: row 2, column `ended`: 2022-01-31",
        "staff.csv: row 3, column `left`: 2022-01-31",
        "training.csv: row 2: a training record needs `completed`",
        'training.csv: row 3, column `hours`: "two"',
    ]


def test_a_quote_that_is_not_closed_is_an_error() -> None:
    assert said('id,name\nS-1,"Ann\n') == ["staff.csv: row 2: is not CSV: unexpected end of data"]


def test_a_cell_that_is_too_long_is_an_error() -> None:
    assert said(f"id,name\nS-1,{'a' * 200_000}\n")[0].startswith("staff.csv: row 2: is not CSV: field larger")


def test_an_order_of_dates_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="ymd is not a date order: say iso, dmy or mdy"):
        read("id\nS-1\n", dates="ymd")
