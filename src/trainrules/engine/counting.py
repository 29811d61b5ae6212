"""Which of the entries of a duty counted in a run: what met something, and what that could not do without."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from attrs import define, evolve, field

from trainrules.engine.case import Case, Entry
from trainrules.engine.cover import Step
from trainrules.engine.duty import leave_of, of_run
from trainrules.engine.instance import Instance
from trainrules.engine.needed import needed
from trainrules.engine.paid import Paid
from trainrules.engine.part_cover import back
from trainrules.engine.scope import Run
from trainrules.engine.terms import Terms
from trainrules.engine.timeline import Spans
from trainrules.model.rules import Duty, Period

_FROM = attrgetter("from_")

Kept = dict[int, tuple[int, int | None]]
"""Of each paid-for day: the day of what paid for it, and the paid-for day that this renewed, if any."""


@define
class Counting:
    """Tells what counted, run by run; *paid* goes through what was done, and logs what renewed something."""

    paid: Paid
    rule: Duty
    _leave: Spans = field(init=False)
    _done: list[list[Entry]] | None = field(init=False, default=None)
    _kept: Kept | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self._leave = leave_of(self.rule, self.paid.case.history.record)

    def entries(self, run: Run, terms: Terms, owed: list[Instance], steps: list[Step]) -> list[Entry]:
        """Return the entries that counted in *run*, of which *owed* is told after these *steps*.

        Those that met something, and those that did a part of a bundle; of what was done before, what *owed*
        would differ without.
        """
        entries, log = self.paid.case.entries, self.paid.log or {}
        days = {each.done for each in owed}
        sure = [entry for day in days if day is not None for entry in self._on(day)]
        if len(self.rule.owed.parts) > 1:
            place, end = bisect_left(entries, run[0], key=_FROM), bisect_right(entries, run[1], key=_FROM)
            sure += [entry for entry in entries[place:end] if log.get(id(entry.event))]
        sure = [entry for entry in sure if id(entry.event) in log]
        if self._are_enough(sure, run, owed):
            return sure

        def is_enough(more: list[Entry]) -> bool:
            return self._are_enough([*sure, *more], run, owed)

        likely = _ordered([*self._last(run), *self._keeping(terms, steps)])
        return sure + needed(likely if is_enough(likely) else entries, is_enough)

    def _are_enough(self, kept: list[Entry], run: Run, owed: list[Instance]) -> bool:
        """Return whether *owed* is told of *run* with the entries *kept* alone."""
        case: Case = evolve(self.paid.case, entries=_ordered(kept))
        return of_run(Paid(case), self.rule, run, self._leave) == owed

    def _on(self, day: int) -> list[Entry]:
        """Return the entries that count from *day*."""
        entries = self.paid.case.entries
        return entries[bisect_left(entries, day, key=_FROM) : bisect_right(entries, day, key=_FROM)]

    def _last(self, run: Run) -> list[Entry]:
        """Return what did each part of what is owed last before *run*."""
        if self._done is None:
            log, case = self.paid.log or {}, self.paid.case
            logged = [entry for entry in case.entries if id(entry.event) in log]
            parts = (*case.planned.parts, *case.planned.others)
            self._done = [[entry for entry in logged if entry.deeds & part] for part in parts]
        places = [(done, bisect_left(done, run[0], key=_FROM)) for done in self._done]
        return [done[place - 1] for done, place in places if place]

    def _keeping(self, terms: Terms, steps: list[Step]) -> list[Entry]:
        """Return the entries that kept the dates which are paid for by *steps*."""
        rule, entries = self.rule, self.paid.case.entries
        if rule.every is None or rule.keep_window is None:
            return []
        if self._kept is None:
            self._kept = kept(terms, rule.every, rule.keep_window, sorted({entry.on for entry in entries}))
        days: set[int] = set()
        for step in steps:
            end: int | None = step.paid
            while end is not None and end in self._kept:
                day, end = self._kept[end]
                days.add(day)
        return [entry for entry in entries if entry.on in days]


def kept(terms: Terms, every: Period, window: Period, days: list[int]) -> Kept:
    """Return what each day is paid for by, when it was done on each of *days*: one way of it."""
    found: Kept = {}
    ends: set[int] = set()
    for day in days:
        renewed = [end for end in ends if back(end, window) <= day <= end]
        paid: Kept = {terms.after(day, every): (day, None)}
        paid |= {terms.after(end, every): (day, end) for end in renewed}
        for end, way in paid.items():
            found.setdefault(end, way)
        ends = {end for end in ends if end >= day} | paid.keys()
    return found


def _ordered(entries: Iterable[Entry]) -> list[Entry]:
    """Return *entries* by the day they count from, each once."""
    return sorted({id(e.event): e for e in entries}.values(), key=lambda entry: (entry.from_, entry.on))
