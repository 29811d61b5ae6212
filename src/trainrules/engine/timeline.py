"""Sets of days as sorted, disjoint spans `(first, last)`, both ends inclusive."""

from __future__ import annotations

from collections.abc import Iterable

from trainrules.dates import DAWN, FAR

Span = tuple[int, int]
Spans = tuple[Span, ...]

ALWAYS: Spans = ((DAWN, FAR),)
NEVER: Spans = ()


def union(spans: Iterable[Span]) -> Spans:
    """Return the days in any of *spans*, which may overlap and touch and come in any order."""
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        elif first <= last:
            merged.append((first, last))
    return tuple(merged)


def intersect(left: Spans, right: Spans) -> Spans:
    """Return the days in both."""
    if left == ALWAYS:
        return right
    if right == ALWAYS:
        return left
    found = []
    for a, b in left:
        for c, d in right:
            if max(a, c) <= min(b, d):
                found.append((max(a, c), min(b, d)))
    return tuple(found)


def subtract(left: Spans, right: Spans) -> Spans:
    """Return the days in *left* that are not in *right*."""
    for c, d in right:
        left = tuple(
            part for a, b in left for part in ((a, min(b, c - 1)), (max(a, d + 1), b)) if part[0] <= part[1]
        )
    return left


def clip(spans: Spans, first: int, last: int) -> Spans:
    """Return the days of *spans* from *first* to *last*."""
    return tuple((max(a, first), min(b, last)) for a, b in spans if max(a, first) <= min(b, last))


def holds(spans: Spans, day: int) -> bool:
    """Return whether *day* is one of them."""
    return any(a <= day <= b for a, b in spans)


def covers(spans: Spans, first: int, last: int) -> bool:
    """Return whether every day from *first* to *last* is one of them."""
    return any(a <= first and last <= b for a, b in spans)


def size(spans: Spans) -> int:
    """Return how many days there are."""
    return sum(b - a + 1 for a, b in spans)
