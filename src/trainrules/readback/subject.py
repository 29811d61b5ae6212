"""What a rule is about, and whether two rules are about the same training."""

from __future__ import annotations

from trainrules.model.rules import (
    Checklist,
    Deed,
    Delivery,
    Duty,
    FollowUp,
    Notice,
    Order,
    Quota,
    Rule,
    Streak,
)


def about(rule: Rule) -> tuple[Deed, ...]:
    """Return the deeds that *rule* is about; none for a notice, a streak or a checklist."""
    match rule:
        case Duty():
            return rule.owed.deeds
        case FollowUp():
            return rule.response.deeds
        case Order():
            return rule.first.deeds
        case Delivery():
            return (rule.deed,)
        case Quota():
            return rule.deeds
        case Notice() | Streak() | Checklist():
            return ()


def same_training(one: Rule, other: Rule) -> bool:
    """Return whether the two are about the same training (a notice, streak or checklist: the same kind)."""
    if about(one) or about(other):
        return {*about(one)} == {*about(other)}
    return type(one) is type(other)
