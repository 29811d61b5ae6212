"""Until when a duty is covered: the days on which it was done, and what they pay for under each clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import define, evolve, field, frozen

from trainrules.dates import DAWN, FAR, day_after, month_after
from trainrules.engine.case import Case, Entry
from trainrules.engine.timeline import Spans, clip, size
from trainrules.model.rules import Duty, Period, Renewal
from trainrules.records.classes import Qualification


@frozen
class Step:
    """A day on which what is owed was done, the last day that this pays for, and the entry that did it.

    *is_over* is when that last day was gone before the evidence came: it covers nothing, but it was done.
    """

    day: int
    paid: int
    entry: Entry
    is_over: bool = False


Log = dict[int, bool]
"""The events, by identity, that renewed a part of what is owed: whether that is paid for longer for it."""


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


def steps(case: Case, terms: Terms, entries: list[Entry], log: Log | None = None) -> list[Step]:
    """Return the steps that *entries* make, in order of day: each lengthens the cover or ends a gap in it.

    A bundle takes a step when a completion leaves every part covered and the cover is longer for it. What
    renews a part is written into *log*, where one is given.
    """
    planned = case.planned
    if terms.rule.then is None:
        return list(_walk(terms, planned.parts, planned.lapse, entries, log))
    first = next(_walk(once(terms), planned.parts, frozenset(), entries, log), None)
    if first is None:
        return []
    done = _done_on(planned.parts, entries, first.day)
    paid = _Part(terms).add(done)
    later = [evolve(e, from_=max(e.from_, first.day)) for e in entries if e.on >= done]
    later.sort(key=lambda entry: (entry.from_, entry.on))
    renewed = _walk(terms, planned.others, planned.lapse, later, log, done)
    begun = [Step(first.day, paid, first.entry)] if paid else []
    return [*begun, *renewed]


def _done_on(parts: tuple[frozenset[int], ...], entries: list[Entry], day: int) -> int:
    """Return the own day of the part that was done last, among what counts by *day*."""
    counting = [entry for entry in entries if entry.from_ <= day]
    return max(min(e.on for e in counting if not e.deeds.isdisjoint(part)) for part in parts)


def once(terms: Terms) -> Terms:
    """Return *terms* for what is done once, before other training renews it."""
    return evolve(terms, rule=evolve(terms.rule, every=None, then=None, lapse=None))


@define
class _Part:
    """One part of what is owed: the days it was done on, in order, and the last day they pay for.

    *ends* are the paid-for days that something done later can still renew, *turn* the fixed date that is
    open, each as far as the days have been gone through; *paid* is what counts for the rule, since *renewed*.
    """

    terms: Terms
    done: list[int] = field(factory=list)
    paid: int | None = None
    ends: set[int] = field(factory=set)
    turn: int = 0
    renewed: int | None = None

    def add(self, day: int) -> int:
        """Add a day it was done on and return the last day paid for now; 0 for none."""
        place = bisect_left(self.done, day)
        if place < len(self.done) and self.done[place] == day:
            return self._paid()
        later = self.done[place:]
        if later:  # evidence for what was done before came after: gone through again from the beginning
            earlier, self.done, self.ends, self.turn = self.done[:place], [], set(), 0
            for each in earlier:
                self._go(each)
        for each in (day, *later):
            self._go(each)
        return self._paid()

    def _go(self, day: int) -> None:
        self.done.append(day)
        rule = self.terms.rule
        if rule.every is not None and rule.renewal is Renewal.DUE_DATE:
            self._move(day, rule.every)
        elif rule.every is not None and rule.keep_window is not None:
            self._keep(day, rule.every, rule.keep_window)

    def _paid(self) -> int:
        rule = self.terms.rule
        if rule.every is None:
            return FAR
        if rule.renewal is Renewal.DUE_DATE:
            is_open = self.turn == 0 and self.terms.deadline is not None
            return (
                0 if is_open or self._is_adrift() else _turned(self._start(rule.every), rule.every, self.turn)
            )
        return max(self.ends) if self.ends else self.terms.after(self.done[-1], rule.every)

    def _keep(self, day: int, every: Period, window: Period) -> None:
        """Pay for c + P, and for d + P for each paid-for day d that this renews."""
        renewed = [end for end in self.ends if back(end, window) <= day <= end]
        paid = {self.terms.after(day, every), *(self.terms.after(end, every) for end in renewed)}
        self.ends = {end for end in self.ends if end >= day} | paid

    def _is_adrift(self) -> bool:
        """Return whether the fixed dates hang on a completion that is taken to be of long ago.

        Its day is not known, and none of the dates is. Taken that way nothing counts; taken as of the as-of
        day it does: what is owed stays undetermined.
        """
        return self.terms.deadline is None and self.done[0] <= DAWN

    def _start(self, every: Period) -> int:
        """Return g₀ of the fixed dates: the first deadline, else the first completion + P."""
        first = self.terms.deadline
        return first if first is not None else day_after(self.done[0], every)

    def _move(self, day: int, every: Period) -> None:
        """Move the open date of the fixed dates g₀, g₀ + P, g₀ + 2 P …

        A completion in the P up to the open date moves it on one, an earlier one changes nothing, a late
        one moves it to the first date after it.
        """
        if self._is_adrift():
            return
        start = self._start(every)
        before = _turned(start, every, self.turn - 1)
        if day <= before or (len(self.done) == 1 and self.terms.deadline is None):
            return
        self.turn += 1
        while _turned(start, every, self.turn) <= day:
            self.turn += 1


def _walk(
    terms: Terms,
    parts: tuple[frozenset[int], ...],
    lapse: frozenset[int],
    entries: Iterable[Entry],
    log: Log | None = None,
    begun: int | None = None,
) -> Iterator[Step]:
    """Yield the steps of *entries*; *begun* is a day on which every part was done already."""
    state = [_Part(terms) for _ in parts]
    covered: int | None = None
    latest = DAWN
    if begun is not None:
        for part in state:
            part.paid = part.add(begun)
        covered, latest = state[0].paid, begun
    for day, together in groupby(entries, key=lambda entry: entry.from_):
        last: Entry | None = None
        closed = terms.lapses_after(covered)
        for entry in together:
            counts = (lapse,) * len(parts) if closed is not None and entry.on > closed else parts
            for part, deeds in zip(state, counts, strict=True):
                before = part.paid
                if not entry.deeds.isdisjoint(deeds) and _is_renewed(terms, part, entry):
                    last = entry if last is None or part.paid != before else last
                    if log is not None:
                        log[id(entry.event)] = log.get(id(entry.event), False) or part.paid != before
        ends = [part.paid for part in state if part.paid is not None]
        if last is None or len(ends) < len(state):
            continue
        if terms.graced(min(ends)) < day:
            if terms.rule.first is None and last.on <= min(ends):
                yield Step(day, min(ends), last, is_over=True)
            continue
        is_again = len(state) == 1 and last.on > latest  # not what was done before, and counts only now
        latest = max(latest, last.on)
        if covered is None or min(ends) > covered or is_again:
            covered = min(ends)
            yield Step(day, covered, last)


def _is_renewed(terms: Terms, part: _Part, entry: Entry) -> bool:
    """Add *entry* to *part* and return whether it changes anything."""
    is_held = isinstance(entry.event.item, Qualification)  # pays while it is in date, however often is asked
    paid = entry.until if is_held else part.add(entry.on)
    if part.paid is not None:
        by_grid = terms.rule.renewal is Renewal.DUE_DATE and entry.on != part.renewed
        if paid < part.paid or (by_grid and paid == part.paid):
            return False
    elif not paid:
        return False
    part.paid, part.renewed = paid, entry.on
    return True


def _turned(start: int, period: Period, turn: int) -> int:
    """Return the date *turn* periods after *start*, computed once from it, never chained."""
    return day_after(start, Period(months=period.months * turn, days=period.days * turn))


def back(day: int, period: Period) -> int:
    """Return the corresponding day *period* before *day*."""
    return month_after(day, -period.months) if period.months else day - period.days
