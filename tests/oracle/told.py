"""Breach days told as stretches, to be compared with what was worked out by hand."""

from __future__ import annotations

from datetime import date

from tests.build import day, policy

from trainrules.model.rules import Policy, Rule
from trainrules.records.classes import Record
from trainrules.testing.oracle.calendar import DAY
from trainrules.testing.oracle.case import Case
from trainrules.testing.oracle.kinds import breach_days


def stretches(days: set[date]) -> list[tuple[str, str]]:
    """Return *days* as the first and last day of each unbroken stretch."""
    starts = sorted(d for d in days if d - DAY not in days)
    ends = sorted(d for d in days if d + DAY not in days)
    return [(str(start), str(end)) for start, end in zip(starts, ends, strict=True)]


def told(rule: Rule, record: Record, as_of: str, within: Policy | None = None) -> list[tuple[str, str]]:
    """Return the breach days of *rule* up to *as_of* as stretches, alone or *within* its policy."""
    return stretches(breach_days(rule, Case(within or policy(rule), record, day(as_of))))
