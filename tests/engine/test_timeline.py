"""Spans are sets of days: each operation is held to the same one on sets, and its edges are told by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainrules.dates import DAWN, FAR
from trainrules.engine.timeline import (
    ALWAYS,
    FEW,
    NEVER,
    Spans,
    clip,
    covers,
    holds,
    intersect,
    size,
    subtract,
    union,
)

SPANS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 3)), max_size=20).map(
    lambda drawn: union((first, first + more) for first, more in drawn)
)
MANY = tuple((10 * place, 10 * place + 4) for place in range(1, FEW + 2))
"""More spans than are gone through one by one: 10 to 14, 20 to 24 … 90 to 94."""


def days(spans: Spans) -> set[int]:
    return {day for first, last in spans for day in range(first, last + 1)}


@given(SPANS, SPANS)
def test_spans_are_put_together_as_sets_of_days_are(left: Spans, right: Spans) -> None:
    assert days(union((*left, *right))) == days(left) | days(right)
    assert days(intersect(left, right)) == days(left) & days(right)
    assert days(subtract(left, right)) == days(left) - days(right)
    assert size(left) == len(days(left))


@given(SPANS, st.integers(0, 70), st.integers(0, 10))
def test_a_part_of_spans_is_that_part_of_the_set(spans: Spans, first: int, more: int) -> None:
    asked = set(range(first, first + more + 1))
    assert days(clip(spans, first, first + more)) == days(spans) & asked
    assert covers(spans, first, first + more) == (asked <= days(spans))
    assert holds(spans, first) == (first in days(spans))


def test_spans_that_touch_or_overlap_are_one_and_a_day_between_keeps_them_apart() -> None:
    assert union([(5, 6), (1, 2), (3, 4)]) == ((1, 6),)
    assert union([(1, 9), (2, 3)]) == ((1, 9),)
    assert union([(1, 2), (4, 5)]) == ((1, 2), (4, 5))


def test_a_span_of_one_day_is_kept_and_one_that_ends_before_it_begins_is_not() -> None:
    assert union([(3, 3)]) == ((3, 3),)
    assert union([(3, 2)]) == NEVER
    assert union([(1, 5), (3, 2)]) == ((1, 5),)


def test_always_changes_nothing_and_never_leaves_nothing() -> None:
    some = ((1, 2), (4, 5))
    assert ALWAYS == ((DAWN, FAR),)
    assert intersect(ALWAYS, some) is some
    assert intersect(some, ALWAYS) is some
    assert intersect(NEVER, some) == NEVER
    assert subtract(some, NEVER) is some
    assert subtract(some, ALWAYS) == NEVER


def test_a_hole_of_one_day_parts_a_span() -> None:
    assert subtract(((1, 5),), ((3, 3),)) == ((1, 2), (4, 5))
    assert subtract(((1, 5),), ((1, 1), (5, 5))) == ((2, 4),)
    assert subtract(((1, 5),), ((2, 5),)) == ((1, 1),)
    assert subtract(((1, 5),), ((1, 4),)) == ((5, 5),)


@pytest.mark.parametrize("spans", [MANY[:FEW], MANY])
def test_few_and_many_spans_are_looked_up_alike(spans: Spans) -> None:
    assert clip(spans, 14, 20) == ((14, 14), (20, 20))
    assert clip(spans, 15, 19) == ()
    assert clip(spans, 12, 12) == ((12, 12),)
    assert clip(spans, 0, 10) == ((10, 10),)
    assert [holds(spans, day) for day in (19, 20, 24, 25)] == [False, True, True, False]
    assert covers(spans, 20, 24)
    assert not covers(spans, 19, 24)
    assert not covers(spans, 20, 25)
    assert not covers(spans, 24, 30)
    assert not holds(spans, 1000)
