"""Until when a duty is covered: what was done, in the order it was done, as it comes to be known."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from attrs import define, evolve, field, frozen

from trainrules.dates import DAWN
from trainrules.engine.case import Entry
from trainrules.engine.part_cover import PartCover
from trainrules.engine.plan import Planned
from trainrules.engine.terms import Terms

_ON = attrgetter("on")
_FROM = attrgetter("from_")

Log = dict[int, bool]
"""The events, by identity, that renewed a part of what is owed: whether that is paid for longer for it."""


@frozen
class Step:
    """A day from which another day is the last one paid for, or on which more was done, and the entry for it.

    *reach* is the last day that was paid for when all that is owed was last paid for on the day of a
    completion. *is_over* is when what was paid for was gone before the evidence came: it covers nothing, but
    it was done.
    """

    day: int
    paid: int
    entry: Entry
    reach: int
    is_over: bool = False


class Renewed(NamedTuple):
    """Of one part, that *entry* renewed it: whether it *is_longer* paid for, and whether the part is of U."""

    entry: Entry
    is_longer: bool
    is_renewing: bool


@define
class Cover:
    """What is known to have been done, gone through in the order it was done, and what that pays for.

    *parts* are the parts of what is owed; with `then U`, those of U from the day *done*, on which all of it
    was, which pays until *begun*. *paid* is the last day for which each part is paid, None while one of them
    is not done; *day* is the last day gone through, and *reach* as for a step.
    """

    planned: Planned
    terms: Terms
    parts: list[PartCover] = field(init=False)
    done: int | None = field(init=False, default=None)
    begun: int | None = field(init=False, default=None)
    paid: int | None = field(init=False, default=None)
    day: int = field(init=False, default=DAWN)
    reach: int = field(init=False, default=DAWN)

    def __attrs_post_init__(self) -> None:
        rule = self.terms.rule
        terms = evolve(self.terms, rule=evolve(rule, every=None)) if rule.then else self.terms
        self.parts = [PartCover(terms) for _ in self.planned.parts]

    @property
    def closes(self) -> int | None:
        """Return the day after which only the lapse training counts, None when there is no such day."""
        if self.terms.rule.lapse is None:
            return None
        is_begun = self.done is not None or self.terms.rule.then is None
        return self.terms.lapses_after(self.paid if is_begun else None)

    def go(self, entries: Iterable[Entry]) -> list[Renewed]:
        """Go through *entries*, in order and later than those before; return each time a part is renewed."""
        planned, is_first = self.planned, self.terms.rule.then is not None
        renewed: list[Renewed] = []
        for on, together in groupby(entries, key=_ON):
            now, closes = list(together), self.closes
            counts = planned.parts if self.done is None else planned.others
            if closes is not None and on > closes:
                counts = (planned.lapse,) * len(self.parts)
            self._renew(now, counts, renewed)
            if is_first and self.done is None and self.paid is not None and self.paid >= on:
                self._begin(on)
                self._renew(now, planned.others, renewed)
            self.day = on
            if self.paid is not None and self.paid >= on:
                self.reach = self.paid
        return renewed

    def _renew(
        self, entries: list[Entry], counts: tuple[frozenset[int], ...], renewed: list[Renewed]
    ) -> None:
        """Add to *renewed* the parts of what *counts* that *entries* of one day renew."""
        is_renewing = self.done is not None
        for entry in entries:
            for part, deeds in zip(self.parts, counts, strict=True):
                before = part.paid
                if not entry.deeds.isdisjoint(deeds) and part.renew(entry):
                    renewed.append(Renewed(entry, part.paid != before, is_renewing))
        ends = [part.paid for part in self.parts if part.paid is not None]
        self.paid = min(ends) if len(ends) == len(self.parts) else None

    def _begin(self, day: int) -> None:
        """All that is owed was done by *day*: that pays for P, and only U renews it."""
        self.done = day
        self.parts = [PartCover(self.terms) for _ in self.planned.others]
        for part in self.parts:
            part.paid = part.add(day) or None
        self.begun = self.parts[0].paid


@define
class _Steps:
    """The steps *made* so far under *terms*; *latest* is the last day on which something told was done."""

    terms: Terms
    made: list[Step] = field(factory=list)
    latest: int = DAWN

    def add(self, day: int, entry: Entry, paid: int | None, reach: int, is_again: bool = False) -> None:
        """Add the step that is taken on *day*, where anything is different, or *is_again* done."""
        if paid is None:
            return
        told, graced = self.made[-1] if self.made else None, self.terms.graced
        is_over = graced(paid) < day and (told is None or graced(told.paid) < day)
        if is_over:
            is_new = self.terms.rule.first is None and reach > (told.reach if told else DAWN)
        else:
            is_new = told is None or paid != told.paid or is_again
        if is_new:
            self.made.append(Step(day, paid, entry, reach, is_over))
            self.latest = max(self.latest, entry.on)


def steps(planned: Planned, terms: Terms, entries: list[Entry], log: Log | None = None) -> list[Step]:
    """Return the steps that *entries* make, in order of the day that they count from.

    Evidence for what was done earlier may come after that for later: then all that is known is gone through
    again. What renews a part is written into *log*, where one is given.
    """
    cover, seen, found = Cover(planned, terms), list[Entry](), _Steps(terms)
    is_done = False
    for day, together in groupby(entries, key=_FROM):
        new = list(together)
        if seen and new[0].on <= cover.day:
            seen = sorted([*seen, *new], key=_ON)
            cover, going = Cover(planned, terms), seen
        else:
            seen += new
            going = new
        renewed = cover.go(going)
        if log is not None:
            _write(log, renewed)
        if cover.done is not None and not is_done:
            is_done = True
            first = [each for each in renewed if not each.is_renewing]
            found.add(day, _last(first, new) or new[-1], cover.begun, cover.begun or DAWN)
            found.latest = max(found.latest, cover.done)
            renewed, new = [each for each in renewed if each.is_renewing], going
        last = _last(renewed, new)
        is_again = last is not None and len(cover.parts) == 1 and last.on > found.latest
        found.add(day, last or new[-1], cover.paid, cover.reach, is_again)
    return found.made


def _write(log: Log, renewed: list[Renewed]) -> None:
    for each in renewed:
        key = id(each.entry.event)
        log[key] = log.get(key, False) or each.is_longer


def _last(renewed: list[Renewed], new: list[Entry]) -> Entry | None:
    """Return which of *new* renewed something last, if possible for longer; None when none of it did."""
    fresh = {id(entry) for entry in new}
    last: Entry | None = None
    for each in renewed:
        if id(each.entry) in fresh and (last is None or each.is_longer):
            last = each.entry
    return last
