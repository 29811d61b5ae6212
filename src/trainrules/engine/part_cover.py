"""What one part of what is owed is paid for: on which days it was done, and until when under each clause."""

from __future__ import annotations

from attrs import define, field

from trainrules.dates import DAWN, FAR, day_after, month_after
from trainrules.engine.case import Entry
from trainrules.engine.terms import Terms
from trainrules.model.rules import Period, Renewal
from trainrules.records.classes import Qualification


@define
class PartCover:
    """One part of what is owed: the days it was done on, gone through in order, and what they pay for.

    *paid* is the last day paid for, None while nothing is, and *renewed* the day that it was last renewed.
    *first* and *last* are the first and the last day it was done on; *ends* are the paid-for days that
    something done later can still renew, and *turn* the fixed date that is open.
    """

    terms: Terms
    paid: int | None = None
    renewed: int | None = None
    first: int | None = None
    last: int | None = None
    ends: set[int] = field(factory=set)
    turn: int = 0

    def renew(self, entry: Entry) -> bool:
        """Add *entry*, no earlier than those before it, and return whether it changes anything."""
        is_held = isinstance(entry.event.item, Qualification)  # pays while in date, however often is asked
        paid = entry.until if is_held else self.add(entry.on)
        if self.paid is not None:
            by_grid = self.terms.rule.renewal is Renewal.DUE_DATE and entry.on != self.renewed
            if paid < self.paid or (by_grid and paid == self.paid):
                return False
        elif not paid:
            return False
        self.paid, self.renewed = paid, entry.on
        return True

    def add(self, day: int) -> int:
        """Add a day it was done on and return the last day that all such days pay for; 0 for none."""
        rule = self.terms.rule
        if rule.every is None:
            return FAR
        if day != self.last:
            is_first = self.last is None
            self.first, self.last = day if is_first else self.first, day
            if rule.renewal is Renewal.DUE_DATE:
                self._move(day, rule.every, is_first)
            elif rule.keep_window is not None:
                self._keep(day, rule.every, rule.keep_window)
        if rule.renewal is Renewal.DUE_DATE:
            return self._fixed(rule.every)
        return max(self.ends) if self.ends else self.terms.after(day, rule.every)

    def _keep(self, day: int, every: Period, window: Period) -> None:
        """Pay for c + P, and for d + P for each paid-for day d that this renews."""
        renewed = [end for end in self.ends if back(end, window) <= day <= end]
        paid = {self.terms.after(day, every), *(self.terms.after(end, every) for end in renewed)}
        self.ends = {end for end in self.ends if end >= day} | paid

    def _fixed(self, every: Period) -> int:
        """Return the fixed date that is open; 0 when that is the first deadline, or none is known."""
        is_open = self.turn == 0 and self.terms.deadline is not None
        return 0 if is_open or self._is_adrift() else _turned(self._start(every), every, self.turn)

    def _is_adrift(self) -> bool:
        """Return whether the fixed dates hang on a completion that is taken to be of long ago.

        Its day is not known, and none of the dates is. Taken that way nothing counts; taken as of the as-of
        day it does: what is owed stays undetermined.
        """
        return self.terms.deadline is None and self.first is not None and self.first <= DAWN

    def _start(self, every: Period) -> int:
        """Return g₀ of the fixed dates: the first deadline, else the first completion + P."""
        deadline = self.terms.deadline
        return deadline if deadline is not None else day_after(self.first or DAWN, every)

    def _move(self, day: int, every: Period, is_first: bool) -> None:
        """Move the open date of the fixed dates g₀, g₀ + P, g₀ + 2 P …

        A completion in the P up to the open date moves it on one, an earlier one changes nothing, a late
        one moves it to the first date after it.
        """
        if self._is_adrift():
            return
        start = self._start(every)
        before = _turned(start, every, self.turn - 1)
        if day <= before or (is_first and self.terms.deadline is None):
            return
        self.turn += 1
        while _turned(start, every, self.turn) <= day:
            self.turn += 1


def _turned(start: int, period: Period, turn: int) -> int:
    """Return the date *turn* periods after *start*, computed once from it, never chained."""
    return day_after(start, Period(months=period.months * turn, days=period.days * turn))


def back(day: int, period: Period) -> int:
    """Return the corresponding day *period* before *day*."""
    return month_after(day, -period.months) if period.months else day - period.days
