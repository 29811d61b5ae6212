"""What an evaluation says: obligations, violations, and what each training record counted for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from trainrules.model.rules import Policy, Rule, Strength
from trainrules.records.classes import Record


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
    why: Why | None = field(default=None, eq=False, repr=False)

    def explain(self) -> str:
        """Return the reasons as a paragraph; empty for an obligation that was not evaluated but built."""
        return self.why(self) if self.why else ""


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
    why: Why | None = field(default=None, eq=False, repr=False)

    def explain(self) -> str:
        """Return the reasons as a paragraph; empty for a violation that was not evaluated but built."""
        return self.why(self) if self.why else ""


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


Finding = Obligation | Violation
Reasons = Callable[[Finding, Policy, Record, date], str]
Verdicts = Callable[[Policy, Record, date], tuple[EventVerdict, ...]]
JSON = dict[str, Any]


@frozen
class Why:
    """What a finding needs to give its reasons: what was evaluated, and who puts reasons into words."""

    policy: Policy
    record: Record
    as_of: date
    reasons: Reasons

    def __call__(self, finding: Finding) -> str:
        """Return the reasons for *finding* as a paragraph."""
        return self.reasons(finding, self.policy, self.record, self.as_of)


@define(frozen=True, slots=False, kw_only=True)
class Evaluation:
    """What one record owes under one policy as of one day, and where it is in breach.

    *changes_on* is the next day on which this picture changes with no new event. *events* are worked out
    when first asked for.
    """

    policy: Policy = field(repr=False)
    record: Record = field(repr=False)
    as_of: date
    obligations: tuple[Obligation, ...]
    violations: tuple[Violation, ...]
    notices: tuple[str, ...] = ()
    changes_on: date | None = None
    verdicts_of: Verdicts | None = field(default=None, eq=False, repr=False)

    @cached_property
    def events(self) -> tuple[EventVerdict, ...]:
        """What each training record and activity counted for, or why it did not count."""
        return self.verdicts_of(self.policy, self.record, self.as_of) if self.verdicts_of else ()
