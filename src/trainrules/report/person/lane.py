"""One row of the timeline, before it is drawn: its bars, its marks, and all of it in words."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

MOST_TOLD = 12


class Look(Enum):
    """How something on the timeline is drawn; its value is the word for it in the legend."""

    HELD = "a post, membership or the like"
    AWAY = "away"
    ASKED = "the rule asks it on these days"
    TIME = "time to do it"
    COVER = "what was done is enough until then"
    BREACH = "in breach"
    WAIVED = "waived"
    EVENT = "happened"
    UNCOUNTED = "happened, and counted for nothing"
    DONE = "done"
    MANY = "one of many, close together"
    DUE = "last day in time"
    MISSED = "last day in time, missed"
    FAULT = "in breach on that day"
    UNKNOWN = "cannot be decided"
    FORCE = "the rule begins or ends"


@frozen
class Bar:
    """Days *first* to *last*, both inclusive; None is open. *level* is the line that it is drawn on."""

    look: Look
    first: int | None
    last: int | None
    words: str
    level: int = 0


@frozen
class Mark:
    """One day; *label* stands beside it where there is room."""

    look: Look
    day: int
    words: str
    label: str = ""
    level: int = 0


@frozen
class Lane:
    """A row: what it is about, a line or two beneath, its bars and marks, oldest first."""

    name: str
    details: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    is_rule: bool = False

    @property
    def days(self) -> tuple[int, ...]:
        """Return every day that is known of what is drawn, the rule's asking and force aside."""
        drawn = [bar for bar in self.bars if bar.look is not Look.ASKED]
        edges = [day for bar in drawn for day in (bar.first, bar.last) if day is not None]
        return (*edges, *(mark.day for mark in self.marks if mark.look is not Look.FORCE))

    def told(self) -> str:
        """Return the row in words, for who does not see it; of a long row, what is newest."""
        found = [(bar.first or 0, bar.words) for bar in self.bars if bar.words]
        found += [(mark.day, mark.words) for mark in self.marks if mark.words]
        words = [*dict.fromkeys(text for _, text in sorted(found, key=lambda each: each[0]))]
        left = len(words) - MOST_TOLD
        newest = "; ".join(words[-MOST_TOLD:])
        if left > 0:
            return f"The newest {MOST_TOLD} of {len(words)}: {newest}."
        return f"{newest[:1].upper()}{newest[1:]}." if newest else "Nothing dated."
