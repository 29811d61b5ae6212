"""How much a quota needs, and how much there is."""

from __future__ import annotations

from fractions import Fraction

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


def total(case: Case, entries: list[Entry], deeds: frozenset[int]) -> Fraction:
    """Return how much of *deeds* the *entries* come to."""
    return sum((each.amount for each in entries if not each.deeds.isdisjoint(deeds)), Fraction(0))


def is_enough(case: Case, rule: Quota, need: Fraction, entries: list[Entry]) -> bool:
    """Return whether *entries* come to *need*, and the part of it that must be of another kind to that."""
    if total(case, entries, case.planned.parts[0]) < need:
        return False
    part = rule.of_which
    if part is None:
        return True
    asked = part.share * need if part.share is not None else (part.amount or 0) * need / rule.need
    inside = [each for each in entries if not each.deeds.isdisjoint(case.planned.parts[0])]
    return total(case, inside, case.planned.others[0]) >= asked
