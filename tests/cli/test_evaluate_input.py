"""`trainrules evaluate` reads records and policies wherever they come from, and says what it cannot read."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from tests.cli.world import LATE_B, People, Run

DAY = "--as-of=2022-09-02"


def test_records_come_from_standard_input(
    run: Run, policy: Path, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = people(LATE_B).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert run("evaluate", policy, "-", DAY).status == 1


def test_a_spreadsheet_with_its_own_columns_and_dates(run: Run, policy: Path, tmp_path: Path) -> None:
    staff, done = tmp_path / "staff.csv", tmp_path / "done.csv"
    staff.write_text("Payroll,group,from,Shoe size\nS-2,B,01/01/2022,4\n", encoding="utf-8")
    done.write_text("Payroll,completed,groups\nS-2,05/04/2022,B\n", encoding="utf-8")
    options = (
        "--map=Payroll=id",
        "--map=group=groups",
        "--map=from=started",
        "--map=Shoe size=",
        "--dates=dmy",
    )
    ran = run("evaluate", policy, staff, DAY, *options, "--training", done, "--format=json")
    assert ran.err == ""
    (result,) = json.loads(ran.out)
    assert result["obligations"][0]["status"] == "overdue" or result["obligations"][0]["status"] == "met"


@pytest.mark.parametrize("option", ["--map=Payroll=id", "--dates=dmy", "--training=done.csv"])
def test_what_is_for_spreadsheets_is_not_ignored_elsewhere(
    run: Run, policy: Path, people: People, option: str
) -> None:
    ran = run("evaluate", policy, people(LATE_B), DAY, option)
    assert (ran.status, ran.out) == (2, "")
    assert "are for CSV files" in ran.err


def test_a_map_without_its_sign_is_refused(run: Run, policy: Path, people: People) -> None:
    where = people(LATE_B).with_name("staff.csv")
    where.write_text("id\nS-1\n", encoding="utf-8")
    ran = run("evaluate", policy, where, DAY, "--map", "Payroll")
    assert (ran.status, ran.out) == (2, "")
    assert "--map Payroll: write the column" in ran.err


@pytest.mark.parametrize(
    "day", ["2022-02-30", "2.9.2022", "today", "", "20220902", "2022-W05-1", "1750-01-01"]
)
def test_a_day_that_is_none_is_refused(run: Run, policy: Path, people: People, day: str) -> None:
    ran = run("evaluate", policy, people(LATE_B), "--as-of", day)
    assert (ran.status, ran.out) == (2, "")
    assert "is not a date" in ran.err


def test_a_misspelt_policy_is_told_the_near_one(run: Run, people: People) -> None:
    ran = run("evaluate", "hackny", people(LATE_B), DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean hackney?" in ran.err


def test_every_error_of_every_policy_is_told_at_once(run: Run, people: People, tmp_path: Path) -> None:
    one, two = tmp_path / "one.rules", tmp_path / "two.rules"
    one.write_text("Group B within\nGroup C must must\n", encoding="utf-8")
    two.write_text("groups A–B\nGroup Q within 6 months\n", encoding="utf-8")
    ran = run("evaluate", one, two, "nowhere.rules", people(LATE_B), DAY)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("error[TR") >= 3
    for place in ("one.rules:1", "one.rules:2", "two.rules:2", "nowhere.rules"):
        assert place in ran.err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00G", b"Group B\x00", b"PK\x03\x04\x00\x00"])
def test_a_policy_that_is_not_text_is_refused(
    run: Run, people: People, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "picture.rules"
    path.write_bytes(content)
    ran = run("evaluate", path, people(LATE_B), DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "picture.rules" in ran.err


def test_a_folder_is_neither_policy_nor_records(
    run: Run, policy: Path, people: People, tmp_path: Path
) -> None:
    assert run("evaluate", tmp_path, people(LATE_B), DAY).status == 2
    assert run("evaluate", policy, tmp_path, DAY).status == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"\xff\xfe", b'{"id": ' + b"[" * 5000, b'{"id": NaN}', b'{"id": "x", "psots": []}'],
)
def test_records_that_cannot_be_read_are_refused(
    run: Run, policy: Path, tmp_path: Path, content: bytes
) -> None:
    where = tmp_path / "bad.json"
    where.write_bytes(content)
    ran = run("evaluate", policy, where, DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "bad.json" in ran.err


def test_records_that_are_not_there_are_refused(run: Run, policy: Path, tmp_path: Path) -> None:
    ran = run("evaluate", policy, tmp_path / "nobody.jsonl", DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "nobody.jsonl" in ran.err
