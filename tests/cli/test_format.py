"""`trainrules format` puts files in order, or says that they are not, and never half of them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.cli.world import Run

UNTIDY = "GROUP B   within 6 MONTHS [1]\n"
TIDY = "Group B within 6 months   [1]\n"


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """Return a file that is not in order."""
    path = tmp_path / "untidy.rules"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_a_file_is_put_in_order_in_place_and_then_stays(run: Run, untidy: Path) -> None:
    ran = run("format", untidy)
    assert (ran.status, ran.out) == (0, f"{untidy}: changed\n")
    assert ran.err == "1 file changed, no files in order\n"
    assert untidy.read_text(encoding="utf-8") == TIDY
    ran = run("format", untidy)
    assert (ran.status, ran.out, ran.err) == (0, "", "no files changed, 1 file in order\n")


def test_check_changes_nothing_and_its_status_says_whether_all_is_in_order(run: Run, untidy: Path) -> None:
    ran = run("format", "--check", untidy)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"{untidy}: would change\n1 file would change, no files in order\n"
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    untidy.write_text(TIDY, encoding="utf-8")
    assert run("format", "--check", untidy).status == 0


def test_diff_shows_the_lines_and_changes_nothing(run: Run, untidy: Path) -> None:
    ran = run("format", "--diff", untidy)
    assert ran.status == 0
    assert ran.out.splitlines()[-2:] == [f"-{UNTIDY.strip()}", f"+{TIDY.strip()}"]
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert run("format", "--check", "--diff", untidy).status == 1


def test_with_an_error_in_one_file_none_is_changed(run: Run, untidy: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.rules"
    wrong.write_text("Group B within\n", encoding="utf-8")
    ran = run("format", untidy, wrong, tmp_path / "absent.rules")
    assert (ran.status, ran.out) == (2, "")
    assert "error[TR102]" in ran.err
    assert "absent.rules: there is no such file" in ran.err
    assert untidy.read_text(encoding="utf-8") == UNTIDY


def test_line_ends_of_windows_stay(run: Run, untidy: Path) -> None:
    untidy.write_bytes(UNTIDY.replace("\n", "\r\n").encode())
    assert run("format", untidy).status == 0
    assert untidy.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert run("format", "--check", untidy).status == 0


def test_standard_input_goes_to_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode()), encoding="utf-8"))
    ran = run("format", "-")
    assert (ran.status, ran.out, ran.err) == (0, TIDY, "")


def test_a_bundled_policy_is_in_order(run: Run) -> None:
    """The program's own files can be looked at by name, and are changed by nobody."""
    names = ["cheshire-west", "hackney", "leicestershire", "northamptonshire", "sandwell"]
    ran = run("format", "--check", *names)
    assert (ran.status, ran.err) == (0, "no files would change, 5 files in order\n")
    assert run("format", "hackney").status == 0
