"""Policies and records made up for property tests, with dates where the calendar or the rule turns."""

from trainrules.testing.strategies.cases import cases, course_cases, organisation_cases
from trainrules.testing.strategies.rules import (
    checklists,
    deliveries,
    duties,
    follow_ups,
    notices,
    orders,
    quotas,
    streaks,
    windows,
)

__all__ = [
    "cases",
    "checklists",
    "course_cases",
    "deliveries",
    "duties",
    "follow_ups",
    "notices",
    "orders",
    "organisation_cases",
    "quotas",
    "streaks",
    "windows",
]
