"""However a run ends, it ends with words and an exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from tests.cli.world import LATE_B, People, Run

from trainrules.cli import evaluate as command

DAY = "--as-of=2022-09-02"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["evaluate", "-h"], ["check", "--help"]])
def test_help_is_no_failure(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize(
    "arguments", [["evalute"], ["evaluate"], ["evaluate", "x", "y", "--format=xml"], ["check"], ["--no-such"]]
)
def test_a_wrong_command_line_is_unusable_input(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "stopped"),
        (OSError(28, "No space left on device"), 2, "No space left on device"),
        (
            ZeroDivisionError("division by zero"),
            2,
            "this should not happen: ZeroDivisionError: division by zero",
        ),
    ],
)
def test_a_fault_in_the_middle_writes_nothing_and_is_said(
    run: Run,
    policy: Path,
    people: People,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    status: int,
    words: str,
) -> None:
    def broken(*_: object) -> NoReturn:
        raise fault

    monkeypatch.setattr(command, "judged", broken)
    ran = run("evaluate", policy, people(LATE_B), DAY)
    assert (ran.status, ran.out) == (status, "")
    assert words in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize(("fail_on", "status"), [("should", 1), ("never", 0)])
def test_a_reader_that_goes_away_is_no_error(policy: Path, people: People, fail_on: str, status: int) -> None:
    people_file = people(*({**LATE_B, "id": f"S-{number}"} for number in range(2000)))
    command = [
        sys.executable,
        "-m",
        "trainrules",
        "evaluate",
        policy,
        people_file,
        DAY,
        "--format=json",
        "--fail-on",
        fail_on,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"["
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == status


def test_a_terminal_without_accents_still_gets_every_line(policy: Path, people: People) -> None:
    people_file = people({**LATE_B, "name": "Zoë"})
    command = [sys.executable, "-m", "trainrules", "evaluate", policy, people_file, DAY]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "S-2 Zoë" in done.stdout.decode("utf-8")


def test_checking_says_what_is_wrong_and_fails(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.rules"
    path.write_text("groups A–B\nGroup Q within 6 months\nGroup B within\n", encoding="utf-8")
    ran = run("check", "--no-advice", path)
    assert ran.status == 1
    assert ran.out == f"{path}: 2 errors, no warnings\n"
    assert ran.err.count("error[TR") == 2


def test_checking_what_is_well_says_so(run: Run, policy: Path) -> None:
    ran = run("check", "--no-advice", policy)
    assert (ran.status, ran.out, ran.err) == (0, f"{policy}: no errors, no warnings\n", "")


def test_checking_goes_on_after_a_file_that_is_not_there(run: Run, policy: Path) -> None:
    ran = run("check", "--no-advice", "nowhere.rules", policy)
    assert ran.status == 2
    assert "nowhere.rules" in ran.err
    assert ran.out == f"{policy}: no errors, no warnings\n"


@pytest.mark.parametrize(
    "name", ["cheshire-west", "hackney", "leicestershire", "northamptonshire", "sandwell"]
)
def test_every_bundled_policy_is_well(run: Run, name: str) -> None:
    ran = run("check", "--no-advice", name)
    assert (ran.status, ran.out) == (0, f"{name}: no errors, no warnings\n"), ran.err


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_a_policy_is_read_back_with_every_clause(run: Run, policy: Path, format_: str) -> None:
    ran = run("explain-policy", policy, "--format", format_)
    assert (ran.status, ran.err) == (0, "")
    assert "1.1" in ran.out
    assert "6 months" in ran.out
