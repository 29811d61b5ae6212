"""Where a day stands on the timeline: a straight scale from the first day shown to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from trainrules.words import MONTHS

_MOST_AHEAD = 5 * 366
_ROOM = 0.025
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
_MOST_YEARS, _MOST_MONTHS = 9, 6  # The words of a month, `Mar 2016`, take more room.


@frozen
class Axis:
    """The days *first* to *last*; *today* is the as-of day, which is always one of them."""

    first: int
    last: int
    today: int

    def at(self, day: float) -> float:
        """Return where *day* begins, in per cent of the width; a day off the axis stands at its edge."""
        share = (day - self.first) / (self.last + 1 - self.first)
        return 100 * (_ROOM + (1 - 2 * _ROOM) * min(1.0, max(0.0, share)))

    def holds(self, day: int) -> bool:
        """Return whether *day* is on the axis."""
        return self.first <= day <= self.last

    def ticks(self) -> Iterator[tuple[int, str]]:
        """Yield the days of the scale with their words: `2016`, or `Mar 2016` where it is months."""
        months = (self.last - self.first) / 30.4
        most = {step: _MOST_MONTHS if step < 12 else _MOST_YEARS for step in _STEPS}
        step = next((each for each in _STEPS if months / each <= most[each]), _STEPS[-1])
        begin = date.fromordinal(self.first)
        count = -(-(begin.year * 12 + begin.month - 1) // step) * step
        while count // 12 <= date.max.year:
            day = date(count // 12, count % 12 + 1, 1).toordinal()
            if day > self.last:
                return
            if day >= self.first:
                name = "" if step >= 12 else f"{MONTHS[count % 12][:3]} "
                yield day, f"{name}{count // 12}"
            count += step


def axis_of(days: Iterable[int], today: int) -> Axis:
    """Return the axis that shows *days* and *today*; of what is years ahead, only the beginning."""
    known = [day for day in days if day > 0]
    first = min((*known, today - 30))
    last = min(max((*known, today)), today + _MOST_AHEAD)
    room = max(14, (last - first) // 50)
    return Axis(max(1, first - room // 2), min(last + room, date.max.toordinal()), today)
