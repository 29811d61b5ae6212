"""How much a quota needs, and how much there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

from trainrules.engine.case import Case, Entry
from trainrules.engine.timeline import clip, size, subtract, union
from trainrules.model.rules import Quota
from trainrules.records.classes import StaffRecord


def needed(case: Case, rule: Quota, begins: int, ends: int) -> Fraction:
    """Return what is needed in a period: less, `pro rata`, by its share of days that ask nothing.

    Those are the days out of scope, out of force, excused or on leave.
    """
    if not rule.pro_rata or rule.measure == "share":
        return rule.need
    record = case.history.record
    leave = union(
        (each.from_.toordinal(), each.to.toordinal() if each.to else ends)
        for each in (record.leave if isinstance(record, StaffRecord) else ())
    )
    there = subtract(clip(case.free, begins, ends), leave)
    return rule.need * Fraction(size(there), ends - begins + 1)


class Sums:
    """How much *entries* come to, of what a quota counts and of the part of it of another kind."""

    def __init__(self, case: Case, rule: Quota, entries: list[Entry]) -> None:
        deeds, *others = (*case.planned.parts, *case.planned.others)
        counted = [Fraction(0) if each.deeds.isdisjoint(deeds) else each.amount for each in entries]
        inside = [
            amount if others and not each.deeds.isdisjoint(others[0]) else Fraction(0)
            for each, amount in zip(entries, counted, strict=True)
        ]
        self._rule = rule
        self._all = list(accumulate(counted, initial=Fraction(0)))
        self._part = list(accumulate(inside, initial=Fraction(0)))

    def total(self, first: int, end: int) -> Fraction:
        """Return how much the entries from place *first* up to *end*, without it, come to."""
        return self._all[end] - self._all[first]

    def is_enough(self, need: Fraction, first: int, end: int) -> bool:
        """Return whether they come to *need*, and what of it must be of another kind to its part of it."""
        if self.total(first, end) < need:
            return False
        part = self._rule.of_which
        if part is None:
            return True
        asked = part.share * need if part.share is not None else (part.amount or 0) * need / self._rule.need
        return self._part[end] - self._part[first] >= asked
