"""What a rule is about, and whether two rules are about the same training."""

from __future__ import annotations

from collections.abc import Iterable

from trainrules.model.rules import Deed, Delivery, Duty, FollowUp, Order, Quota, Rule, fold


def about(rule: Rule) -> tuple[tuple[Deed, ...], ...]:
    """Return the parts of what *rule* is about; none for a notice, a streak or a checklist."""
    if isinstance(rule, Duty):
        return rule.owed.parts
    if isinstance(rule, FollowUp):
        return rule.response.parts
    if isinstance(rule, Order):
        return rule.first.parts
    if isinstance(rule, Delivery):
        return ((rule.deed,),)
    return (rule.deeds,) if isinstance(rule, Quota) else ()


def same_training(one: Rule, other: Rule) -> bool:
    """Return whether the two are about the same training (a notice, streak or checklist: the same kind)."""
    if about(one) or about(other):
        return {frozenset(part) for part in about(one)} == {frozenset(part) for part in about(other)}
    return type(one) is type(other)


def names(label: str, labels: Iterable[str]) -> bool:
    """Return whether *label* is one of *labels*, as labels are compared."""
    return fold(label) in map(fold, labels)
