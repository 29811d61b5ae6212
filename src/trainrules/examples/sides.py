"""The sides on which a rule can be seen: met and in breach, the last day in time and the first day late."""

from __future__ import annotations

from enum import Enum

from trainrules.model.rules import Checklist, Delivery, Duty, Rule, Strength


class Side(Enum):
    """One side of a rule, in the words in which an author is told that it was not seen."""

    MET = "met"
    BREACH = "in breach"
    OPEN = "left undone"
    LAST = "the last day in time"
    LATE = "the first day late"
    RENEWED = "the last day to renew"
    LAPSED = "the first day it is renewed too late"


def sides_of(rule: Rule) -> tuple[Side, ...]:
    """Return the sides that *rule* has; none for a permission, under which nothing is owed.

    A duty without any date is met or left undone. What is judged when it happens (a delivery) or by what was
    recorded (a standard) has no deadline. An order has one: the day before what must not come first.
    """
    if rule.strength is Strength.MAY:
        return ()
    if isinstance(rule, Duty):
        return _of_duty(rule)
    if isinstance(rule, (Delivery, Checklist)):
        return Side.MET, Side.BREACH
    return Side.MET, Side.BREACH, Side.LAST, Side.LATE


def _of_duty(rule: Duty) -> tuple[Side, ...]:
    if rule.first is None and rule.every is None:
        return Side.MET, Side.OPEN
    is_dated = rule.first is not None or not rule.refresh_only
    return (
        Side.MET,
        Side.BREACH,
        *((Side.LAST, Side.LATE) if is_dated else ()),
        *((Side.RENEWED, Side.LAPSED) if rule.every is not None else ()),
    )
