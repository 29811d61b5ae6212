"""The word on an event under amounts and orders, on the edges of periods and windows."""

from __future__ import annotations

from typing import Any

from tests.engine.test_why_not_counted import done, words

TWICE = "Group B must complete A at least 2 times each calendar year"
ROLLING = "Group B must complete A at least 2 times over 1 year"
BEFORE = "Everyone must complete A before B"


def test_the_first_and_the_last_day_of_a_year_are_in_it_and_a_year_not_wholly_in_scope_is_not_judged() -> (
    None
):
    edges = done("A", "2022-12-31"), done("A", "2023-01-01"), done("A", "2023-12-31")
    told = words(TWICE, *edges, as_of="2024-02-01")
    assert told == ["it is in no period that is judged", "counted", "counted"]


def test_what_comes_after_there_is_enough_is_not_needed() -> None:
    three = done("A", "2023-01-01"), done("A", "2023-03-01"), done("A", "2023-03-02")
    assert words(TWICE, *three) == ["counted", "counted", "there was enough without it"]


def test_a_rolling_window_reaches_back_its_length_from_the_first_day_of_the_run() -> None:
    """In Group B from 31 January 2022: what was done on 31 January 2021 is still in its window that day."""
    told = words(ROLLING, done("A", "2021-01-30"), done("A", "2021-01-31"))
    assert told == ["too long ago when the rule began to apply", "counted"]


def test_a_rolling_window_ends_with_the_run() -> None:
    posts: list[dict[str, Any]] = [{"groups": ["B"], "started": "2022-01-31", "ended": "2023-01-31"}]
    told = words(ROLLING, done("A", "2023-01-31"), done("A", "2023-02-01"), posts=posts)
    assert told == ["counted", "done after the rule ceased to apply"]


def test_only_the_first_of_what_comes_first_counts_and_only_if_something_came_later() -> None:
    told = words(BEFORE, done("A", "2022-03-01"), done("A", "2022-03-05"), done("B", "2022-04-01"))
    assert told[:2] == ["counted", "done already on 1 March 2022"]
    assert words(BEFORE, done("A", "2022-03-01")) == ["nothing was done later that it has to come before"]
    same = words(BEFORE, done("A", "2022-03-01"), done("B", "2022-03-01"))
    assert same[0] == "not known whether it counts: order of training 1 and training 2 on the day"
