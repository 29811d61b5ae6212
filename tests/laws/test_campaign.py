"""The campaign counts what was really run, goes on where it was, and tells a failure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws.campaign import run, run_portion
from tests.laws.tried import Tried, load, save, table

NEVER = float("inf")


@given(st.integers(0, 10**6))
def holds(number: int) -> None:
    assume(number % 2)
    assert number >= 0


@given(st.integers(0, 10**6))
def fails(number: int) -> None:
    assert number < 7


@given(st.integers())
def turns_all_down(number: int) -> None:
    assume(False)


def tried(examples: int = 0, portions: int = 0) -> Tried:
    return Tried(3, "holds", seed=1, commit="abc", examples=examples, portions=portions)


def numbers_of(portion: int) -> tuple[list[int], int]:
    """Return the numbers that `holds` was called with in a portion, and how many of them were counted."""
    test: Any = holds
    seen: list[int] = []
    inner = test.hypothesis.inner_test

    def noting(number: int) -> None:
        seen.append(number)
        inner(number)

    test.hypothesis.inner_test = noting
    try:
        taken, failure = run_portion(test, portion, 1)
    finally:
        test.hypothesis.inner_test = inner
    assert failure is None
    return seen, taken


def test_only_examples_that_were_not_turned_down_are_counted() -> None:
    seen, taken = numbers_of(0)
    assert 0 < taken == sum(number % 2 for number in seen) < len(seen)


def test_a_portion_is_the_same_each_time_and_another_is_not() -> None:
    assert numbers_of(0) == numbers_of(0) != numbers_of(1)


def test_a_failure_is_made_small_and_ends_the_test() -> None:
    (only,) = run(fails, tried(), 10**6, NEVER)
    assert only.portions == 1
    assert "number=7" in only.failures[0]


def test_a_test_that_turns_everything_down_is_a_failure() -> None:
    (only,) = run(turns_all_down, tried(), 100, NEVER)
    assert only.examples == 0
    assert only.failures


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "campaign.json"
    first = next(run(holds, tried(), 10**6, NEVER))
    save(path, [first])
    (again,) = load(path)
    assert again == first
    next(run(holds, again, 10**6, NEVER))
    assert again.portions == 2
    assert again.examples > first.examples
    assert list(run(holds, again, again.examples, NEVER)) == []
    assert list(run(holds, again, 10**6, 0)) == []


def test_nothing_is_kept_where_there_is_no_file(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == []


def test_the_table_has_a_row_a_law() -> None:
    rows = [tried(), Tried(3, "other", 1, "abc"), Tried(4, "more", 2, "def", failures=["so"])]
    for each, count in zip(rows, (60_000, 40_000, 7), strict=True):
        each.add(count, 90.0, None)
        each.date = "2022-03-01"
    assert table(rows).splitlines()[2:] == [
        "| 3 | 2 | 100,000 | 0 | 3.0 | 1 | `abc` | 2022-03-01 |",
        "| 4 | 1 | 7 | 1 | 1.5 | 2 | `def` | 2022-03-01 |",
    ]
