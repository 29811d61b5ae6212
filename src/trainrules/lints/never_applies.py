"""A rule that no record can ever come under, or that another always takes the place of."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.lints.people import always_with, within
from trainrules.model.rules import Days, Duty, Rule, fold


def never_applies(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every rule that has no audience, whose starters come too late, or that is replaced."""
    for rule in subject.policy.rules:
        who = rule.audience
        if set(who.any_of) <= set(who.none_of):
            yield subject.advice(
                "TR603",
                "this rule is about nobody",
                rule.origin.span,
                "all of its people are left out again",
                "take out what comes after `except`",
            )
        elif rule.started.first and rule.force.last and rule.started.first > rule.force.last:
            yield subject.advice(
                "TR603",
                "this rule is about nobody",
                rule.origin.span,
                "who starts in time for it starts after its last day",
                "change the day after `starting`, or the one after `until`",
            )
        else:
            yield from _replaced(subject, rule)


def _replaced(subject: Subject, rule: Rule) -> Iterator[Diagnostic]:
    for other in (*subject.policy.rules, *subject.used):
        if other is not rule and _takes_over(other, rule):
            yield subject.advice(
                "TR603",
                "this rule never applies",
                rule.origin.span,
                f"`[{other.label}]` takes its place for all its people on all its days",
                "take one of the two out, or say for whom the other is",
            )
            return


def _takes_over(other: Rule, rule: Rule) -> bool:
    if fold(rule.label) not in {fold(label) for label in other.instead_of}:
        return False
    if isinstance(rule, Duty) and (not isinstance(other, Duty) or other.owed != rule.owed):
        return False
    is_whole = other.started == Days() and always_with(rule.force, other.force)
    return is_whole and within(rule.audience, other.audience)
