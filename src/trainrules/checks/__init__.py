"""Checks of a rule file that read it as a whole: each in a file of its own, all with one signature.

What has to be decided to give a sentence its meaning (names that are not declared, clauses that do not go
together) is told by the lowering itself; a file can be lowered without these checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trainrules.checks.date_in_range import date_in_range
from trainrules.checks.declared_twice import declared_twice
from trainrules.checks.default_replaced import default_replaced
from trainrules.checks.instead_of import instead_of
from trainrules.checks.known_calendar import known_calendar
from trainrules.checks.quote_in_source import quote_in_source
from trainrules.checks.subject import Subject
from trainrules.checks.unique_label import unique_label
from trainrules.diagnostics import Diagnostic

Check = Callable[[Subject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    declared_twice,
    known_calendar,
    date_in_range,
    unique_label,
    instead_of,
    default_replaced,
    quote_in_source,
)


def run_checks(subject: Subject) -> tuple[Diagnostic, ...]:
    """Return what every check finds in *subject*."""
    return tuple(found for check in CHECKS for found in check(subject))
