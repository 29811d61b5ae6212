"""Safe fixes are made, tried and told; guesses are left to the author."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import run as run
from tests.cli.world import Run

from trainrules import api
from trainrules.fixes import Fixed, fixed

SAFE = {
    "Group B within six months": "Group B within 6 months",
    "Group B within 6 months;": "Group B within 6 months",
    "Group B within 6months": "Group B within 6 months",
    "Group B within a month": "Group B within 1 month",
    "DSL & Deputy every 2 years": "DSL and Deputy every 2 years",
    "Group B by 2022-09-01": "Group B by 1 September 2022",
    "Group B by 31/12/2022": "Group B by 31 December 2022",
    "Group B by 1st September 2022": "Group B by 1 September 2022",
    "Group B by September 1, 2022": "Group B by 1 September 2022",
    "Group B every calendar year": "Group B each calendar year",
    "Group B every other year": "Group B every 2 years",
    "Group B within 6 months with certificate": "Group B within 6 months, with certificate",
    "Group B with certificate within 6 months": "Group B within 6 months, with certificate",
    "Group B with certificate, every 2 years": "Group B every 2 years, with certificate",
    "Group B, not counting leave, within 6 months, then every year": (
        "Group B within 6 months, not counting leave, then every year"
    ),
    "Group B within six months, and every three years.": "Group B within 6 months, then every 3 years",
    "Group B within 1 month of joining and every 2 years": (
        "Group B within 1 month of joining, then every 2 years"
    ),
    "Group B within 6 months , and refresh it every 2 years": "Group B within 6 months, then every 2 years",
}
LEFT = (
    "Group B by 03/04/2022",  # April or March
    "Group B shall complete Induction within 6 months",  # must or should
    "Group B wihin 6 months",  # a guess
    "role Deputy\nDeptuy every 2 years",  # a guess
    "Group B quarterly",  # rolling, or by the calendar
    "Group B within 6monhts",
    "Group B every 2–3 years",
    "Group B from 1 September 2024 within 6 months",  # from when the rule holds, or counts
    "Group B within 6 months, with certificate, every 2 years",  # the first time, or each time
    "Group B within 6 months",  # nothing is wrong
)


def mended(text: str) -> tuple[str, tuple[Fixed, ...]]:
    return fixed(text, api.check)


@pytest.mark.parametrize("text", SAFE)
def test_what_leaves_no_doubt_is_mended(text: str) -> None:
    assert mended(text)[0] == SAFE[text]
    assert api.check(SAFE[text]) == ()


@pytest.mark.parametrize("text", LEFT)
def test_what_could_be_meant_in_two_ways_is_left_to_the_author(text: str) -> None:
    assert mended(text) == (text, ())


def test_each_change_is_told_with_its_line() -> None:
    text, made = mended("groups A–B.\nGroup A within six months;\nGroup B within 6 months\n")
    assert text == "groups A–B\nGroup A within 6 months\nGroup B within 6 months\n"
    assert made == (Fixed(1, ".", ""), Fixed(2, ";", ""), Fixed(2, "six", "6"))


def test_a_guess_carries_a_fix_that_is_not_safe() -> None:
    (found,) = api.check("role Deputy\nDeptuy every 2 years")
    assert found.fix is not None
    assert (found.fix.new, found.fix.is_safe) == ("Deputy", False)


@given(st.lists(st.sampled_from([*SAFE, *LEFT, "#", '"', "[1]", "x\u2011y"]), max_size=5))
def test_fixing_never_makes_more_errors_and_is_done_at_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    made, told = mended(text)
    assert len(api.check(made)) <= len(api.check(text))
    assert bool(told) == (made != text)
    assert mended(made) == (made, ())


def test_a_file_is_mended_in_place_and_the_rest_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ours.rules"
    path.write_bytes(b"Group B within six months\r\nGroup A shall complete X\r\n")
    ran = run("check", "--fix", "--no-advice", path)
    assert ran.out == f"{path}:1: `six` is now `6`\n{path}: 1 error, no warnings\n"
    assert "TR104" in ran.err
    assert ran.status == 1
    assert path.read_bytes() == b"Group B within 6 months\r\nGroup A shall complete X\r\n"


def test_a_bundled_policy_is_not_touched(run: Run) -> None:
    ran = run("check", "--fix", "hackney")
    assert (ran.status, ran.out) == (2, "")
    assert "comes with the program" in ran.err
