"""Training required in a mode that another rule does not let count."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.lints.people import in_force_together, overlap
from trainrules.model.rules import Deed, Delivery, Duty, Policy, fold
from trainrules.model.vocabulary import DELIVERIES


def mode_ruled_out(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every duty that only training in a mode that a delivery rule bars could meet."""
    barring = [rule for rule in (*subject.policy.rules, *subject.used) if isinstance(rule, Delivery)]
    for rule in subject.policy.rules:
        if not isinstance(rule, Duty):
            continue
        for bar in barring:
            if not overlap(rule.audience, bar.audience) or not in_force_together(rule, bar):
                continue
            if any(all(_is_barred(deed, bar, subject.policy) for deed in part) for part in rule.owed.parts):
                yield subject.advice(
                    "TR605",
                    "the training that this asks for does not count",
                    rule.origin.span,
                    f"`[{bar.label}]` lets only {' or '.join(bar.modes)} training count",
                    "change the mode in one of the two rules, or say who is meant by each",
                )


def _is_barred(deed: Deed, bar: Delivery, policy: Policy) -> bool:
    """Return whether *deed* is the training that *bar* is about, in none of its modes."""
    own, modes = {deed.own}, set(deed.modes)
    for course in policy.courses:
        if deed.name and fold(course.name) == fold(deed.name):
            own |= set(course.own)
            modes |= {course.delivery} - {""}
    return bar.deed.own in own - {None} and any(
        _clash(modes & kind, set(bar.modes) & kind) for kind in _kinds(modes, bar)
    )


def _kinds(modes: set[str], bar: Delivery) -> tuple[set[str], set[str]]:
    deliveries = set(DELIVERIES)
    return deliveries, (modes | set(bar.modes)) - deliveries


def _clash(asked: set[str], allowed: set[str]) -> bool:
    return bool(asked and allowed and not asked & allowed)
