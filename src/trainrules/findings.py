"""What an evaluation says: obligations, violations, and what each training record counted for."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from trainrules.model.rules import Rule, Strength


class Status(Enum):
    """How an obligation stands on the as-of day."""

    MET = "met"
    MET_LATE = "met late"
    OVERDUE = "overdue"
    PENDING = "pending"
    NOT_OPEN = "not open yet"
    RELEASED = "released"
    UNMET = "unmet"
    WAIVED = "waived"
    UNDETERMINED = "undetermined"


class Kind(Enum):
    """What sort of violation it is."""

    OVERDUE = "overdue"
    ORDER = "order"
    DELIVERY = "delivery"
    QUOTA = "quota"
    CONSECUTIVE = "consecutive"
    NOTICE = "notice"
    STANDARD = "standard"


@frozen(kw_only=True)
class Obligation:
    """One thing owed under one rule: since when, by when, and how it stands.

    *satisfied_by* is the id of the event that met it; *late_by* is in days, satisfied − due, for what was
    met late; *missing* names the facts without which an undetermined one cannot be decided; *changes_on* is
    the next day on which its status changes with no new event.
    """

    rule: str
    strength: Strength
    owed: str
    status: Status
    opens: date | None = None
    due: date | None = None
    satisfied_by: str | None = None
    satisfied_on: date | None = None
    late_by: int | None = None
    missing: tuple[str, ...] = ()
    changes_on: date | None = None
    source: Rule | None = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class Violation:
    """One unbroken stretch of breach days of one obligation.

    *since* is its first day, *until* its last (None while it lasts), *days* how many there are up to the
    as-of day; *have* and *need* are a quota's or streak's figures; *event* is the id of the event that is
    at fault; *cure* says what ends it, None when nothing can.
    """

    rule: str
    strength: Strength
    kind: Kind
    since: date
    until: date | None = None
    days: int
    due: date | None = None
    owed: str
    have: Fraction | None = None
    need: Fraction | None = None
    consequence: str | None = None
    event: str | None = None
    cure: str | None = None
    source: Rule | None = field(default=None, eq=False, repr=False)


@frozen
class NotCounted:
    """Why an event did not count for a rule that it might have counted for."""

    rule: str
    why: str


@frozen(kw_only=True)
class EventVerdict:
    """What one training record or activity counted for, by rule label, and why it did not elsewhere."""

    event: str
    counted_for: tuple[str, ...] = ()
    not_counted_for: tuple[NotCounted, ...] = ()


JSON = dict[str, Any]
