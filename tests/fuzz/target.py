"""A target: what is done with one input, where inputs start from, and the words that they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen


@frozen
class Target:
    """One way in, to be tried with any bytes.

    *run* does with an input what a user could, raises for what must not happen, and returns how many bytes
    the program was given, which is what its time and memory are measured against. *seeds* are inputs that
    mean something, *words* what a mutation may put in; an input is at most *longest* bytes.
    """

    name: str
    run: Callable[[bytes], int]
    seeds: Callable[[], Iterable[bytes]]
    words: Callable[[], Iterable[str]]
    longest: int = 4_000


class Wrong(AssertionError):
    """An answer that no input may get: a broken promise, not a fault of the input."""


def require(held: bool, promise: str) -> None:
    """Raise `Wrong`, which says what *promise* was broken, unless it was *held*."""
    if not held:
        raise Wrong(promise)
