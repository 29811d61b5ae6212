"""A refresh that nobody is ever asked to begin."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.lints.people import example_person, within
from trainrules.model.rules import Duty, Rule, Strength


def never_first(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every `refresh every P` whose training no rule asks of the same people first."""
    rules = (*subject.policy.rules, *subject.used)
    for rule in subject.policy.rules:
        if not isinstance(rule, Duty) or not rule.refresh_only or rule.strength is Strength.MAY:
            continue
        if any(_asks_first(other, rule) for other in rules):
            continue
        person = example_person(rule.audience, "1 January 2015")
        shown = f"\nfor example, with `{person}` and no training, nothing is ever overdue" if person else ""
        yield subject.advice(
            "TR601",
            "this binds nobody who has never done the training",
            rule.origin.span,
            "a refresh without a first requirement",
            f"add when it is first due, such as `within 6 months, then every {rule.every}`{shown}",
        )


def _asks_first(other: Rule, rule: Duty) -> bool:
    if not isinstance(other, Duty) or other.refresh_only or other.strength is Strength.MAY:
        return False
    parts = {frozenset(part) for part in other.owed.parts}
    return within(rule.audience, other.audience) and any(frozenset(part) in parts for part in rule.owed.parts)
