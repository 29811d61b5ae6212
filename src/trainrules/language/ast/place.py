"""Where a node stands in its text: every node has a place, and equality ignores it."""

from __future__ import annotations

from attrs import field

from trainrules.source import Span

NOWHERE = Span(0, 0)


def placed() -> Span:
    """Return the field that holds a node's place, nowhere unless it is given."""
    place: Span = field(default=NOWHERE, eq=False, repr=False, kw_only=True)
    return place
