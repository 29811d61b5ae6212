"""How much a quota needs, and how much there is."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

from trainrules.dates import FAR
from trainrules.engine.case import Case, Entry
from trainrules.engine.timeline import Spans, clip, size, subtract, union
from trainrules.model.rules import OfWhich, Quota
from trainrules.records.classes import StaffRecord


def shrinks(rule: Quota) -> bool:
    """Return whether *rule* asks for less of who is not there all the time; a share never shrinks."""
    return rule.pro_rata and rule.measure != "share"


def owing(case: Case) -> Spans:
    """Return the days that ask for something: in scope, in force, not excused and not on leave."""
    record = case.history.record
    leave = record.leave if isinstance(record, StaffRecord) else ()
    away = union((each.from_.toordinal(), each.to.toordinal() if each.to else FAR) for each in leave)
    return subtract(case.free, away)


def needed(rule: Quota, owing_days: Spans, begins: int, ends: int) -> Fraction:
    """Return what is needed in a period: less, `pro rata`, by its share of days that ask nothing."""
    if not shrinks(rule):
        return rule.need
    return rule.need * Fraction(size(clip(owing_days, begins, ends)), ends - begins + 1)


def part_needed(rule: Quota, part: OfWhich, need: Fraction) -> Fraction:
    """Return how much of *need*, which is what *rule* asks for or less, is to be *part*."""
    return need * (part.share if part.share is not None else (part.amount or 0) / rule.need)


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
        return part is None or self._part[end] - self._part[first] >= part_needed(self._rule, part, need)
