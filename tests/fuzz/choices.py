"""Bytes read as a row of choices, so that what a fuzzer changes in them is a choice and not a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """The choices that *data* makes, in order; once it is used up, always the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> bool:
        """Return whether there is anything left to choose by."""
        return self._at < len(self._data)

    def number(self, below: int) -> int:
        """Return a number from 0 up to, not including, *below*."""
        width = 1 if below <= 256 else 2 if below <= 65_536 else 4
        taken = self._data[self._at : self._at + width]
        self._at += width
        return int.from_bytes(taken) % below

    def pick(self, some: Sequence[T]) -> T:
        """Return one of *some*."""
        return some[self.number(len(some))]

    def chance(self, one_in: int) -> bool:
        """Return whether something is to happen that happens once in *one_in* times; not when used up."""
        return self.left and self.number(one_in) == 0
