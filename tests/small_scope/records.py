"""Every record of at most two posts and three events, over a handful of days on which the calendar turns.

31 January 2020 is a last day of a month, and a month on is 29 February, a leap day; a second post may touch
the first, overlap it, or leave one day or more between.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from trainrules.records.classes import (
    Leave,
    Meeting,
    Membership,
    Post,
    Record,
    StaffRecord,
    Training,
    Waiver,
)


def day(month: int, number: int) -> date:
    """Return a day of 2020."""
    return date(2020, month, number)


AS_OF = day(4, 30)
SPANS = (
    (day(1, 31), None),
    (day(1, 31), day(2, 28)),
    (day(1, 31), day(2, 29)),
    (day(3, 1), None),
)
POSTS = tuple(Post(groups=(group,), started=first, ended=last) for first, last in SPANS for group in "AB")
EVENTS: tuple[Training | Meeting, ...] = (
    *(Training(course="X", completed=on) for on in (day(1, 30), day(2, 29), day(3, 1), day(3, 31))),
    *(Training(course="Y", completed=on) for on in (day(2, 29), day(3, 1))),
    *(Meeting(body="Board", on=on, attended=False) for on in (day(2, 29), day(3, 1))),
)
WAIVED = Waiver(rule="1", from_=day(2, 29), to=day(3, 1))
BESIDE: tuple[dict[str, Any], ...] = (
    {},
    {"waivers": (WAIVED,), "leave": (Leave(from_=day(2, 10), to=day(2, 10)),)},
)


def up_to(most: int, things: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield every choice of at most *most* of *things*."""
    for count in range(most + 1):
        yield from combinations(things, count)


def records() -> Iterator[Record]:
    """Yield every record: joined on the first day, a member of the Board, waived and on leave or neither."""
    for posts in up_to(2, POSTS):
        for events in up_to(3, EVENTS):
            for beside in BESIDE:
                yield StaffRecord(
                    id="S1",
                    joined=day(1, 31),
                    posts=posts,
                    training=tuple(each for each in events if isinstance(each, Training)),
                    meetings=tuple(each for each in events if isinstance(each, Meeting)),
                    memberships=(Membership(body="Board", from_=day(1, 31)),),
                    **beside,
                )
