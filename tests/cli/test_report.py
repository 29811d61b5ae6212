"""`trainrules report`: a page or a calendar about one person, or words about why there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.world import People, Run

LATE = {"id": "S-1", "name": "Amina Khan", "posts": [{"groups": ["B"], "started": "2022-03-01"}]}
OTHER = {"id": "S-2", "posts": [{"groups": ["A"], "started": "2022-03-01"}]}
DAY = ("--as-of", "2022-09-02")


def test_a_page_about_one_person_goes_to_standard_output(run: Run, policy: Path, people: People) -> None:
    ran = run("report", policy, people(LATE, OTHER), "--id", "S-1", *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("<!doctype html>")
    assert "Amina Khan (S-1)" in ran.out
    assert "S-2" not in ran.out


def test_several_policies_stand_on_one_page(run: Run, policy: Path, people: People) -> None:
    ran = run("report", policy, "hackney", people(LATE), "--id", "S-1", *DAY)
    assert "City and Hackney Safeguarding Children Partnership" in ran.out


def test_a_calendar_is_written_to_a_file_as_it_is(
    run: Run, policy: Path, people: People, tmp_path: Path
) -> None:
    to = tmp_path / "s-1.ics"
    ran = run(
        "report", policy, people(LATE), "--id", "S-1", "--as-of", "2022-06-01", "--format", "ics", "-o", to
    )
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    text = to.read_bytes().decode("utf-8")
    assert "DTSTART;VALUE=DATE:20220901\r\n" in text
    assert "TRIGGER:-P30D\r\n" in text


def test_alarms_are_when_they_are_asked_for(run: Run, policy: Path, people: People) -> None:
    ics = ("--as-of", "2022-06-01", "--format", "ics")
    ran = run("report", policy, people(LATE), "--id", "S-1", *ics, "--remind", "14", "--remind", "1")
    assert [line for line in ran.out.splitlines() if line.startswith("TRIGGER")] == [
        "TRIGGER:-P14D",
        "TRIGGER:-P1D",
    ]


def test_an_id_that_is_not_there_offers_the_near_one(run: Run, policy: Path, people: People) -> None:
    ran = run("report", policy, people(LATE, OTHER), "--id", "S-11", *DAY)
    assert ran.status == 2
    assert ran.out == ""
    assert "there is no record S-11\n  = help: did you mean S-" in ran.err


def test_an_id_of_two_kinds_asks_which_is_meant(run: Run, policy: Path, people: People) -> None:
    file = people(LATE, {"id": "S-1", "kind": "course", "title": "Neglect"})
    ran = run("report", policy, file, "--id", "S-1", *DAY)
    assert ran.status == 2
    assert (
        "the records called S-1 are of these kinds: staff, course\n  = help: say which with `--kind`"
        in ran.err
    )
    assert "Neglect (S-1)" in run("report", policy, file, "--id", "S-1", "--kind", "course", *DAY).out
    ran = run("report", policy, file, "--id", "S-1", "--kind", "agency", *DAY)
    assert (ran.status, "--kind" in ran.err) == (2, False)


def test_without_the_calendar_library_it_says_how_to_get_it(
    run: Run, policy: Path, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = run("report", policy, people(LATE), "--id", "S-1", *DAY, "--format", "ics")
    assert ran.status == 2
    assert "needs the package icalendar" in ran.err
    assert "pip install 'trainrules[calendar]'" in ran.err


def test_the_input_is_never_written_over(run: Run, policy: Path, people: People) -> None:
    file = people(LATE)
    ran = run("report", policy, file, "--id", "S-1", *DAY, "--output", file)
    assert ran.status == 2
    assert "S-1" in file.read_text(encoding="utf-8")


def test_a_policy_is_needed(run: Run, people: People) -> None:
    assert run("report", people(LATE), "--id", "S-1").status == 2
