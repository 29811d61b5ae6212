"""The days and amounts of an event under a rule, each way they may be where the record does not say."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from trainrules.dates import DAWN
from trainrules.engine.history import Event
from trainrules.model.rules import Duty, Quota, Rule
from trainrules.records.classes import Attestation, Evaluation, Meeting, Record, StaffRecord, Training


@frozen
class Known:
    """The days of an event: its own and the one it counts from, each way they may be; and its amounts.

    *silent* names the fact that leaves more than one way; *may_be_none* is when one way is not at all.
    """

    days: tuple[tuple[int, int], ...]
    silent: str = ""
    may_be_none: bool = False
    amounts: tuple[Fraction, ...] = (Fraction(1),)


def known_of(rule: Rule, event: Event, record: Record, as_of: int, eves: tuple[int, ...] = ()) -> Known:
    """Return the day of *event* and the day it counts from, each way they may be.

    A day that is not known is tried as long ago and as the as-of day, and on each of *eves*.
    """
    item = event.item
    if isinstance(item, Attestation) and item.met is None:
        days = (event.day, *(eves if event.day == DAWN else ()), as_of)
        return Known(tuple((day, day) for day in days), "yes or no", may_be_none=True)
    if isinstance(item, Meeting) and item.attended is None and isinstance(record, StaffRecord):
        return Known(((event.day, event.day),), "attendance", may_be_none=True)
    if event.day == DAWN:
        return Known(tuple((day, day) for day in (DAWN, *eves, as_of)), "date")
    own = (event.day, event.day)
    if isinstance(rule, Quota) and rule.measure in ("hours", "days"):
        amount = getattr(item, rule.measure, None)
        if amount is None:
            return Known((own,), rule.measure, amounts=(Fraction(0), rule.need))
        return Known((own,), amounts=(amount,))
    if not isinstance(rule, Duty) or not rule.evidence or not isinstance(item, Training):
        return Known((own,))
    if rule.evidence == "certificate":
        if item.certificate is None:
            return Known((own,), "certificate", may_be_none=True)
        return Known((own,) if item.certificate else ())
    return _evaluated(event, item.evaluations, as_of)


def _evaluated(event: Event, returned: tuple[Evaluation, ...] | None, as_of: int) -> Known:
    if returned is None:
        ways = tuple((event.day, day) for day in sorted({event.day, as_of}))
        return Known(ways, "evaluation", may_be_none=True)
    days = sorted(each.returned.toordinal() for each in returned if each.returned)
    counted = [max(event.day, day) for day in days if day <= as_of][:1]
    if any(each.returned is None for each in returned):
        ways = tuple((event.day, day) for day in sorted({event.day, *(counted or [as_of])}))
        return Known(ways, "evaluation day", may_be_none=not counted)
    return Known(tuple((event.day, day) for day in counted))
