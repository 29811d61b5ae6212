"""Whatever stands in the wrong place is said, with what to type instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.world import LATE_B, People, Run

DAY = "--as-of=2022-09-02"


def sheet(folder: Path, *lines: str) -> Path:
    path = folder / "staff.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_unknown_column_is_told_the_option_that_leaves_it_out(
    run: Run, policy: Path, tmp_path: Path
) -> None:
    staff = sheet(tmp_path, "id,groups,started,Shoe size", "S-1,B,2022-01-01,4")
    ran = run("evaluate", policy, staff, DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "the column `Shoe size` is not a field" in ran.err
    assert '`--map "Shoe size="` leaves it out' in ran.err
    assert run("evaluate", policy, staff, DAY, "--map", "Shoe size=").status == 1


@pytest.mark.parametrize(("wrong", "advised"), [("nonsense", "name"), ("groop", "group"), ("a: b", "name")])
def test_a_wrong_mapping_is_not_repeated_as_advice(
    run: Run, policy: Path, tmp_path: Path, wrong: str, advised: str
) -> None:
    staff = sheet(tmp_path, "id,groups,started,Foo", "S-1,B,2022-01-01,4")
    ran = run("evaluate", policy, staff, DAY, "--map", f"Foo={wrong}")
    assert f"the column `Foo` is not a field, nor is `{wrong}`" in ran.err
    assert f'`--map "Foo={advised}"` says what it holds' in ran.err


def test_a_date_in_another_order_is_told_the_option(run: Run, policy: Path, tmp_path: Path) -> None:
    staff = sheet(tmp_path, "id,groups,started", "S-1,B,31/01/2022")
    ran = run("evaluate", policy, staff, DAY)
    assert ran.status == 2
    assert "`--dates dmy` reads 31/01/2022" in ran.err


def test_what_no_option_could_mend_names_none(run: Run, policy: Path, tmp_path: Path) -> None:
    ran = run("evaluate", policy, sheet(tmp_path, "id,groups,started", "S-1,B,2022-02-30"), DAY)
    assert ran.status == 2
    assert "--" not in ran.err.replace(str(tmp_path), "")


def test_a_spreadsheet_that_can_be_judged_can_be_explained(run: Run, policy: Path, tmp_path: Path) -> None:
    staff = sheet(tmp_path, "Staff no,groups,started", "S-1,B,31/01/2022")
    more = tmp_path / "more.csv"
    more.write_text("id,completed,groups\nS-1,01/08/2022,B\n", encoding="utf-8")
    ran = run(
        *("explain", policy, staff, "--id=S-1", "--rule=1.2", DAY),
        *("--dates=dmy", "--map", "Staff no=id", "--training", more),
    )
    assert (ran.status, ran.err) == (0, "")
    assert "31 January 2022 + 6 months = 31 July 2022" in ran.out
    assert "1 August 2022" in ran.out


def test_what_is_for_spreadsheets_is_refused_for_json(run: Run, policy: Path, people: People) -> None:
    ran = run("explain", policy, people(LATE_B), "--id=S-2", "--dates=dmy")
    assert (ran.status, "are for CSV files" in ran.err) == (2, True)


def test_a_workbook_is_told_to_be_saved_as_csv(run: Run, policy: Path, tmp_path: Path) -> None:
    book = tmp_path / "staff.xlsx"
    book.write_bytes(b"PK\x03\x04")
    ran = run("evaluate", policy, book, DAY)
    assert (ran.status, "save it as “CSV UTF-8”" in ran.err) == (2, True)


def test_records_where_the_policy_stands_are_told_so(run: Run, policy: Path, tmp_path: Path) -> None:
    staff = tmp_path / "people.json"
    staff.write_text(json.dumps([LATE_B]), encoding="utf-8")
    ran = run("evaluate", staff, policy, DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "the policy stands before the records" in ran.err
    assert "TR101" not in ran.err


def test_one_name_where_two_are_needed_is_said_to_be_one(run: Run, policy: Path) -> None:
    ran = run("evaluate", policy)
    assert (ran.status, ran.out) == (2, "")
    assert f"a POLICY and RECORDS are needed; only `{policy}` is given" in ran.err


@pytest.mark.parametrize("where", ["no such folder/out.txt", "."])
def test_a_place_that_cannot_be_written_to_is_named_as_it_was_given(
    run: Run, policy: Path, people: People, tmp_path: Path, where: str
) -> None:
    to = tmp_path / where
    ran = run("evaluate", policy, people(LATE_B), DAY, "--output", to)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {to.resolve()}: ")
    assert ".part" not in ran.err
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("text", ["", "# to be written\n", 'policy "Ours"\ngroups A–C\n'])
def test_a_policy_without_rules_is_pointed_out(run: Run, people: People, tmp_path: Path, text: str) -> None:
    empty = tmp_path / "empty.rules"
    empty.write_text(text, encoding="utf-8")
    ran = run("evaluate", empty, people(LATE_B), DAY)
    assert (ran.status, ran.err) == (
        0,
        f"warning: {empty}: there are no rules in it, so nobody owes anything\n",
    )
    ran = run("check", "--no-advice", empty)
    assert (ran.status, ran.out) == (0, f"{empty}: no errors, no warnings, and no rules\n")


def test_a_policy_with_rules_is_not(run: Run, policy: Path, people: People) -> None:
    assert run("evaluate", policy, people(LATE_B), DAY).err == ""
    assert run("check", "--no-advice", policy).out == f"{policy}: no errors, no warnings\n"


def test_a_start_date_that_could_be_of_two_things_is_told_both(
    run: Run, policy: Path, tmp_path: Path
) -> None:
    """An organisation's spreadsheet has `start date` for the day somebody joined, or took up the post."""
    ran = run("evaluate", policy, sheet(tmp_path, "id,groups,start date", "S-1,B,2022-01-01"), DAY)
    assert "map it to what it holds, `started` (in the post) or `joined`" in ran.err
    assert '`--map "start date=joined"` says what it holds' in ran.err


def test_a_year_of_two_digits_is_told_so(run: Run, policy: Path, tmp_path: Path) -> None:
    """Declaring the order alone would not be enough."""
    ran = run("evaluate", policy, sheet(tmp_path, "id,groups,started", "S-1,B,01/02/22"), DAY)
    assert "always with the year in four digits" in ran.err
