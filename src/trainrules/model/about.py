"""What a rule is about: two rules about the same training can take each other's place."""

from __future__ import annotations

from trainrules.model.rules import Deed, Delivery, Duty, FollowUp, Notice, Order, Quota, Rule, Streak


def about(rule: Rule) -> object:
    """Return what *rule* is about: equal for rules about the same training.

    Rules that name none are about the same thing when they are of one kind: bookings or sessions for a
    notice, the meetings of one body for a streak, any standard for a checklist.
    """
    parts: tuple[tuple[Deed, ...], ...]
    match rule:
        case Duty():
            parts = rule.owed.parts
        case Quota():
            parts = (rule.deeds,)
        case FollowUp():
            parts = rule.response.parts
        case Order():
            parts = rule.first.parts
        case Delivery():
            parts = ((rule.deed,),)
        case Notice():
            return Notice, rule.what
        case Streak():
            return Streak, rule.body
        case _:
            return type(rule)
    return frozenset(frozenset(part) for part in parts)
