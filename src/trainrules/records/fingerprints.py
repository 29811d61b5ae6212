"""A set of numbers of 8 bytes that takes little more than those bytes of each: a stream may be very long."""

from __future__ import annotations

from array import array

_FIRST = 1024
_FREE = 0


class Fingerprints:
    """A growing set of whole numbers below 2**64; 0 and 1 count as the same."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FIRST))
        self._count = 0

    def __len__(self) -> int:
        """Return how many different numbers were added."""
        return self._count

    def add(self, mark: int) -> bool:
        """Add *mark* and return whether it is new."""
        if 3 * self._count >= 2 * len(self._slots):
            self._grow()
        if not _put(self._slots, mark or 1):
            return False
        self._count += 1
        return True

    def _grow(self) -> None:
        larger = array("Q", bytes(16 * len(self._slots)))
        for mark in self._slots:
            if mark != _FREE:
                _put(larger, mark)
        self._slots = larger


def _put(slots: array[int], mark: int) -> bool:
    """Put *mark* in the first free slot from its own on; return False where it is found before that."""
    last = len(slots) - 1  # a power of two less one
    place = mark & last
    while slots[place] != _FREE:
        if slots[place] == mark:
            return False
        place = place + 1 & last
    slots[place] = mark
    return True
