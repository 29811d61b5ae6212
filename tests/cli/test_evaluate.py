"""`trainrules evaluate` judges a file of records and says by its exit status what it found."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.cli.world import DONE_B, LATE_A, LATE_B, People, Run

from trainrules.cli import evaluate as command
from trainrules.report import FORMATS

DAY = "--as-of=2022-09-02"


def test_an_officer_reads_who_owes_what_by_when_how_late_and_which_clause(
    run: Run, policy: Path, people: People
) -> None:
    ran = run("evaluate", policy, people(LATE_B, DONE_B), DAY)
    assert ran.out == (
        "Test strategy, as of 2 September 2022\n"
        "\n"
        "S-2 Bea\n"
        "  shortfall  Group B training: due 1 July 2022, 63 days late [1.2, should]\n"
        "             to put it right: complete Group B training\n"
        "\n"
        "S-3 Cy\n"
        "  met  Group B training: due 1 July 2022, met on 1 May 2022, by T1 [1.2, should]\n"
        "\n"
        "2 records: 1 in breach, 0 undecided for want of facts, 1 in order.\n"
        "In breach: 1 shortfall of a should.\n"
    )
    assert ran.err == ""


@pytest.mark.parametrize(
    ("records", "fail_on", "status"),
    [
        ([DONE_B], "should", 0),
        ([LATE_B], "should", 1),
        ([LATE_B], "must", 0),
        ([LATE_A], "should", 1),
        ([LATE_A], "must", 1),
        ([LATE_A, LATE_B], "never", 0),
        ([], "should", 0),
    ],
)
def test_the_exit_status_says_what_is_in_breach(
    run: Run, policy: Path, people: People, records: list[object], fail_on: str, status: int
) -> None:
    assert run("evaluate", policy, people(*records), DAY, "--fail-on", fail_on).status == status


def test_a_should_in_breach_fails_unless_told_otherwise(run: Run, policy: Path, people: People) -> None:
    assert run("evaluate", policy, people(LATE_B), DAY).status == 1


def test_what_was_late_and_is_done_fails_nothing(run: Run, policy: Path, people: People) -> None:
    late = {**DONE_B, "training": [{"completed": "2022-08-01", "for": {"groups": ["B"]}}]}
    ran = run("evaluate", policy, people(late), DAY)
    assert (ran.status, "met late" in ran.out, "ended" in ran.out) == (0, True, True)


def test_without_a_day_it_is_today(
    run: Run, policy: Path, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "today", lambda: date(2022, 7, 1))
    assert run("evaluate", policy, people(LATE_B)).status == 0
    monkeypatch.setattr(command, "today", lambda: date(2022, 7, 2))
    assert run("evaluate", policy, people(LATE_B)).status == 1


def test_several_policies_judge_one_person_together(run: Run, policy: Path, people: People) -> None:
    other = policy.with_name("other.rules")
    other.write_text('policy "Other"\nGroup B within 12 months\n', encoding="utf-8")
    results = json.loads(run("evaluate", policy, other, people(LATE_B), DAY, "--format=json").out)
    assert [(each["record"], each["policy"]) for each in results] == [
        ("S-2", "Test strategy"),
        ("S-2", "Other"),
    ]


def test_a_bundled_policy_is_had_by_name(run: Run, people: People) -> None:
    ran = run("evaluate", "hackney", people(LATE_B), DAY)
    assert ran.status in (0, 1)
    assert "Hackney" in ran.out.splitlines()[0]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_late_ones_and_the_same_exit_status(
    run: Run, policy: Path, people: People, name: str
) -> None:
    ran = run("evaluate", policy, people(LATE_A, LATE_B), DAY, "--format", name)
    assert ran.status == 1
    assert "S-1" in ran.out
    assert "1.2" in ran.out


def test_only_violations_leaves_the_rest_out(run: Run, policy: Path, people: People) -> None:
    ran = run("evaluate", policy, people(LATE_B, DONE_B), DAY, "--only=violations", "--format=jsonl")
    (line,) = ran.out.splitlines()
    result = json.loads(line)
    assert (result["record"], result["obligations"]) == ("S-2", [])


# --- output ------------------------------------------------------------------------------------------


def test_results_go_to_a_file_that_anybody_may_read(
    run: Run, policy: Path, people: People, tmp_path: Path
) -> None:
    to = tmp_path / "out.json"
    ran = run("evaluate", policy, people(LATE_B), DAY, "--format=json", "--output", to)
    assert (ran.status, ran.out) == (1, "")
    assert json.loads(to.read_text(encoding="utf-8"))[0]["record"] == "S-2"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "people.jsonl", "strategy.rules"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(to.stat().st_mode) == 0o666 & ~mask


def test_a_table_in_a_file_is_marked_as_utf8_for_spreadsheets(
    run: Run, policy: Path, people: People, tmp_path: Path
) -> None:
    to = tmp_path / "out.csv"
    run("evaluate", policy, people({**LATE_B, "name": "Zoë"}), DAY, "--format=csv", "--output", to)
    assert to.read_bytes().startswith(b"\xef\xbb\xbfrecord,name")
    rows = csv.DictReader(io.StringIO(to.read_text(encoding="utf-8-sig"), newline=""))
    assert {row["name"] for row in rows} == {"Zoë"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_bad_record_at_the_end_means_nothing_is_written(
    run: Run, policy: Path, people: People, tmp_path: Path, name: str
) -> None:
    bad = {"id": "S-9", "posts": [{"groups": ["B"], "started": "2022-02-30"}]}
    to = tmp_path / "out"
    to.write_text("as before", encoding="utf-8")
    where = people(LATE_A, LATE_B, bad)
    ran = run("evaluate", policy, where, DAY, "--format", name)
    assert (ran.status, ran.out) == (2, "")
    assert f'{where}:3: $.posts[0].started: "2022-02-30" is not a date' in ran.err
    assert run("evaluate", policy, where, DAY, "--format", name, "--output", to).status == 2
    assert to.read_text(encoding="utf-8") == "as before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "people.jsonl", "strategy.rules"]


def test_results_never_take_the_place_of_what_they_come_from(run: Run, policy: Path, people: People) -> None:
    where = people(LATE_B)
    before = where.read_bytes()
    ran = run("evaluate", policy, where, DAY, "--output", where)
    assert (ran.status, ran.out) == (2, "")
    assert "would take the place" in ran.err
    assert where.read_bytes() == before


@pytest.mark.parametrize("to", ["no-such-folder/out.txt", "."])
def test_a_place_that_cannot_be_written_is_said(
    run: Run, policy: Path, people: People, tmp_path: Path, to: str
) -> None:
    ran = run("evaluate", policy, people(LATE_B), DAY, "--output", tmp_path / to)
    assert ran.status == 2
    assert ran.err.startswith("error: ")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(
    run: Run, policy: Path, people: People, tmp_path: Path
) -> None:
    # A pipe of the test's own: a device of the machine would be lost if this ever failed.
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("evaluate", policy, people(LATE_B), DAY, "--output", pipe).status == 1
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert b"1 record: 1 in breach" in os.read(reader, 10_000)
    finally:
        os.close(reader)


def test_an_older_file_is_replaced_and_never_written_over(
    run: Run, policy: Path, people: People, tmp_path: Path
) -> None:
    to = tmp_path / "out.txt"
    to.write_text("as before", encoding="utf-8")
    with to.open(encoding="utf-8") as older:
        run("evaluate", policy, people(LATE_B), DAY, "--output", to)
        assert older.read() == "as before"
    assert "1 record: 1 in breach" in to.read_text(encoding="utf-8")


def test_without_a_colour_terminal_the_text_is_plain(run: Run, policy: Path, people: People) -> None:
    assert "\x1b" not in run("evaluate", policy, people(LATE_A), DAY).out
