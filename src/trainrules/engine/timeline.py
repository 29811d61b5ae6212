"""Sets of days as sorted, disjoint spans `(first, last)`, both ends inclusive."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from trainrules.dates import DAWN, FAR

Span = tuple[int, int]
Spans = tuple[Span, ...]

ALWAYS: Spans = ((DAWN, FAR),)
NEVER: Spans = ()

FEW = 8
"""So many spans are gone through one by one; of more, those that matter are looked up."""

_START, _END = itemgetter(0), itemgetter(1)


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
    return tuple(part for first, last in left for part in clip(right, first, last))


def subtract(left: Spans, right: Spans) -> Spans:
    """Return the days in *left* that are not in *right*."""
    if not right:
        return left
    found = []
    for first, last in left:
        begins = first
        for a, b in clip(right, first, last):
            if begins < a:
                found.append((begins, a - 1))
            begins = b + 1
        if begins <= last:
            found.append((begins, last))
    return tuple(found)


def clip(spans: Spans, first: int, last: int) -> Spans:
    """Return the days of *spans* from *first* to *last*."""
    if len(spans) > FEW:
        spans = spans[bisect_left(spans, first, key=_END) : bisect_right(spans, last, key=_START)]
    return tuple((max(a, first), min(b, last)) for a, b in spans if max(a, first) <= min(b, last))


def holds(spans: Spans, day: int) -> bool:
    """Return whether *day* is one of them."""
    if len(spans) > FEW:
        return covers(spans, day, day)
    return any(a <= day <= b for a, b in spans)


def covers(spans: Spans, first: int, last: int) -> bool:
    """Return whether every day from *first* to *last* is one of them."""
    if len(spans) > FEW:
        place = bisect_left(spans, first, key=_END)
        spans = spans[place : place + 1]
    return any(a <= first and last <= b for a, b in spans)


def size(spans: Spans) -> int:
    """Return how many days there are."""
    return sum(b - a + 1 for a, b in spans)
