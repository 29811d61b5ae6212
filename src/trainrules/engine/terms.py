"""The clauses of one duty as they stand in one run: its due days worked out."""

from __future__ import annotations

from attrs import frozen

from trainrules.dates import FAR, day_after
from trainrules.engine.timeline import Spans, clip, size
from trainrules.model.rules import Duty, Period


@frozen
class Terms:
    """The clauses of one duty for one run.

    *first_due* is the run's first due day and *deadline* its first deadline (a bare `every P` has only the
    one), None when there is none; *leave* are the days that pause the duty.
    """

    rule: Duty
    first_due: int | None
    deadline: int | None
    leave: Spans = ()

    def after(self, day: int, period: Period) -> int:
        """Return the day *period* after *day*, moved by the leave in between when leave pauses the duty."""
        due = day_after(day, period)
        return moved(day, due, self.leave) if self.leave else due

    def graced(self, due: int) -> int:
        """Return the last day before breach of what is due on *due*: later than it with a grace."""
        return day_after(due, self.rule.grace, self.rule.calendar) if self.rule.grace else due

    def lapses_after(self, paid: int | None) -> int | None:
        """Return the day after which only the lapse training counts, None when there is no such day."""
        lapse = self.rule.lapse
        due = self.first_due if paid is None else max(paid, self.deadline or paid)
        if lapse is None or due is None:
            return None
        return day_after(due, lapse.after, self.rule.calendar)


def moved(start: int, due: int, leave: Spans) -> int:
    """Return *due* moved by the days of *leave* after *start* and before the moved day."""
    later = due
    while (again := min(FAR, due + size(clip(leave, start + 1, later - 1)))) != later:
        later = again
    return later
