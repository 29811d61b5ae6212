"""A few of many that are enough, and how seldom it is asked whether some are."""

from __future__ import annotations

import pytest

from trainrules.engine.needed import needed


def asked(items: list[int], *wanted: int) -> tuple[list[int], list[list[int]]]:
    """Return what is needed of *items* where all of *wanted* have to be there, and what was asked about."""
    questions: list[list[int]] = []

    def is_enough(some: list[int]) -> bool:
        questions.append(some)
        return set(wanted) <= set(some)

    return needed(items, is_enough), questions


@pytest.mark.parametrize("wanted", [(), (1,), (2,), (4,), (1, 4), (2, 3, 7), (1, 2, 3, 4, 5, 6, 7)])
def test_what_is_needed_is_told_in_order(wanted: tuple[int, ...]) -> None:
    assert asked([1, 2, 3, 4, 5, 6, 7], *wanted)[0] == list(wanted)


def test_of_nothing_nothing_is_needed() -> None:
    assert asked([])[0] == []


def test_the_last_ones_are_asked_about_first_twice_as_many_each_time() -> None:
    assert asked([1, 2, 3, 4, 5], 5)[1] == [[5], []]
    assert asked([1, 2, 3, 4, 5], 4)[1][:3] == [[5], [4, 5], []]
    assert asked([1, 2], 1)[1][:2] == [[2], []]
    assert asked([1, 2, 3, 4, 5], 1)[1][:4] == [[5], [4, 5], [2, 3, 4, 5], []]


def test_of_a_thousand_few_are_asked_about() -> None:
    assert len(asked([*range(1000)], 500)[1]) < 40
