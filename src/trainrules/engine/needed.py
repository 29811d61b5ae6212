"""A few of many that are enough: none of them can be left out, where more never does harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def needed(items: list[T], is_enough: Callable[[list[T]], bool]) -> list[T]:
    """Return some of *items* that are enough, where all of them are: of the last ones as few as will do.

    Asks *is_enough* about the logarithm of how many there are, for each one that is needed.
    """
    last = 1
    while last < len(items) and not is_enough(items[-last:]):
        last *= 2
    return _needed([], items[-last:], is_enough)


def _needed(sure: list[T], items: list[T], is_enough: Callable[[list[T]], bool]) -> list[T]:
    """Return those of *items* that are needed beside *sure*; both together are enough."""
    if is_enough(sure):
        return []
    if len(items) == 1:
        return items
    half = len(items) // 2
    later = _needed(sure + items[:half], items[half:], is_enough)
    return _needed(sure + later, items[:half], is_enough) + later
