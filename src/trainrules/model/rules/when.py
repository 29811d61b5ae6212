"""Lengths of time, spans of days, deadlines and fixed periods."""

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen
class Period:
    """A length of time; exactly one of the three is not 0 (years are months, weeks are days)."""

    months: int = 0
    days: int = 0
    working_days: int = 0

    def __str__(self) -> str:
        """Return it in words: `2 years`, `18 months`, `6 weeks`, `10 days`, `7 working days`."""
        if self.working_days:
            return _count(self.working_days, "working day")
        if self.months:
            years, rest = divmod(self.months, 12)
            return _count(self.months, "month") if rest else _count(years, "year")
        weeks, rest = divmod(self.days, 7)
        return _count(self.days, "day") if rest else _count(weeks, "week")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


@frozen
class Days:
    """A span of calendar days, both ends inclusive; None is open."""

    first: date | None = None
    last: date | None = None


@frozen
class Anchor:
    """What a deadline is counted from: starting, joining, date (*day*) or fact (*name*)."""

    kind: str = "starting"
    day: date | None = None
    name: str = ""


@frozen
class Deadline:
    """*within* of *anchor*, or the anchor's day itself (`by`), and not after *not_beyond*."""

    anchor: Anchor
    within: Period | None = None
    not_beyond: Deadline | None = None


@frozen
class Cycle:
    """Fixed periods of *months* (12, 3 or 1), one of them starting on *month* and *day*."""

    months: int = 12
    month: int = 1
    day: int = 1
