"""Training that has to come before what has to come before it."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.lints.people import in_force_together, overlap
from trainrules.model.rules import Order


def prerequisite_cycle(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for the last rule of every circle of orders about the same people."""
    orders = [rule for rule in (*subject.policy.rules, *subject.used) if isinstance(rule, Order)]
    for number, rule in enumerate(orders):
        if rule not in subject.policy.rules:
            continue
        path = _back(rule, orders[: number + 1], (rule,))
        if path:
            labels = " and ".join(f"`[{each.label}]`" for each in path[1:])
            yield subject.advice(
                "TR606",
                "nobody can do these in order",
                rule.origin.span,
                f"with {labels}, each has to come before the other"
                if len(path) > 1
                else "it comes before itself",
                "take one of the rules out, or turn it round",
            )


def _back(goal: Order, orders: list[Order], path: tuple[Order, ...]) -> tuple[Order, ...]:
    """Return the orders that lead from what *goal* wants done back to what it wants done first."""
    last = path[-1]
    if last.then in _needed(goal):
        return path
    for each in orders:
        follows = last.then in _needed(each) and each not in path
        if follows and overlap(each.audience, goal.audience) and in_force_together(each, goal):
            found = _back(goal, orders, (*path, each))
            if found:
                return found
    return ()


def _needed(rule: Order) -> set[object]:
    """Return what *rule* cannot do without: an alternative is no need."""
    return {part[0] for part in rule.first.parts if len(part) == 1}
