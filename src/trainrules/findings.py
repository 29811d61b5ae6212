"""What an evaluation says: obligations, violations, and what each training record counted for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from html import escape
from typing import Any

from attrs import define, field, fields, frozen

from trainrules.model.rules import Policy, Rule, Strength
from trainrules.records.classes import Record
from trainrules.words import count_text, date_text


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


@define(frozen=True, slots=False, kw_only=True)
class Obligation:  # no slots: a third quicker to make, and an evaluation makes many
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


@define(frozen=True, slots=False, kw_only=True)
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
Notices = Callable[[Policy, Record, date], tuple[str, ...]]
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

    *changes_on* is the next day on which this picture changes with no new event. *events* and *notices*
    are worked out when first asked for.
    """

    policy: Policy = field(repr=False)
    record: Record = field(repr=False)
    as_of: date
    obligations: tuple[Obligation, ...]
    violations: tuple[Violation, ...]
    changes_on: date | None = None
    verdicts_of: Verdicts | None = field(default=None, eq=False, repr=False)
    notices_of: Notices | None = field(default=None, eq=False, repr=False)

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What holds beside them: a strategy past its review, a group that the policy does not know."""
        return self.notices_of(self.policy, self.record, self.as_of) if self.notices_of else ()

    @cached_property
    def events(self) -> tuple[EventVerdict, ...]:
        """What each training record and activity counted for, or why it did not count."""
        return self.verdicts_of(self.policy, self.record, self.as_of) if self.verdicts_of else ()

    def to_dict(self) -> JSON:
        """Return the result as JSON has it (`result.schema.json`): every key there, absent values null."""
        return {
            "record": self.record.id,
            "policy": self.policy.title,
            "as_of": self.as_of.isoformat(),
            "obligations": [_object(each) for each in self.obligations],
            "violations": [_object(each) for each in self.violations],
            "events": [_object(each) for each in self.events],
            "changes_on": _value(self.changes_on),
            "notices": [*self.notices],
        }

    def _repr_html_(self) -> str:
        """Return how a notebook shows it: a small table, what is in breach first, the longest lists cut."""
        broken = [each for each in self.violations if each.until is None]
        told = {(each.rule, each.owed, each.due) for each in broken}
        left = [each for each in self.obligations if (each.rule, each.owed, each.due) not in told]
        rows = [*map(_broken_cells, broken), *map(_owed_cells, sorted(left, key=_is_settled))]
        name = f"{self.record.name} ({self.record.id})" if self.record.name else self.record.id
        about = ", ".join(filter(None, (name, self.policy.title, f"as of {date_text(self.as_of)}")))
        more = f"<p>… and {len(rows) - _MOST_ROWS} more</p>" if len(rows) > _MOST_ROWS else ""
        if not rows:
            return f"<p>{escape(about)}: nothing owed</p>"
        shown = (_html_row(cells, "td") for cells in rows[:_MOST_ROWS])
        head = _html_row(("standing", "owed", "due", "since or on", "rule"), "th")
        caption = f"<caption>{escape(about)}</caption>"
        return f"<table>{caption}<thead>{head}</thead><tbody>{''.join(shown)}</tbody></table>{more}"


_MOST_ROWS = 30
_SETTLED = (Status.MET, Status.MET_LATE, Status.RELEASED, Status.UNMET)
_Cells = tuple[str, str, str, str, str]


def _broken_cells(found: Violation) -> _Cells:
    standing = "breach" if found.strength is Strength.MUST else "shortfall"
    due = date_text(found.due) if found.due else ""
    since = f"{date_text(found.since)}, {count_text(found.days, 'day')}"
    return standing, found.owed, due, since, found.rule


def _owed_cells(owed: Obligation) -> _Cells:
    on = date_text(owed.satisfied_on) if owed.satisfied_on else ", ".join(owed.missing)
    return owed.status.value, owed.owed, date_text(owed.due) if owed.due else "", on, owed.rule


def _is_settled(owed: Obligation) -> bool:
    return owed.status in _SETTLED


def _html_row(cells: _Cells, tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


# What JSON has of each: its fields in their order, without those that only point back to the rule.
_KEYS = {
    kind: tuple(each.name for each in fields(kind) if each.repr)
    for kind in (Obligation, Violation, EventVerdict, NotCounted)
}


def _object(finding: Obligation | Violation | EventVerdict | NotCounted) -> JSON:
    return {key: _value(getattr(finding, key)) for key in _KEYS[type(finding)]}


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return json_number(value)
    return _object(value) if isinstance(value, NotCounted) else value


def json_number(amount: Fraction) -> int | float | str:
    """Return *amount* as a JSON number where a decimal is exact (8, 7.5), else as a string: `"1/3"`."""
    if amount.denominator == 1:
        return amount.numerator
    decimal = float(amount)
    return decimal if Fraction(repr(decimal)) == amount else str(amount)
