"""The whole policy read back: its head, its vocabulary, every rule in full words, and its notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import assert_never

from attrs import evolve

from trainrules.model.rules import (
    Checklist,
    Delivery,
    Duty,
    FollowUp,
    Notice,
    Order,
    Policy,
    Quota,
    Rule,
    Streak,
    Strength,
    fold,
)
from trainrules.readback import common, follow_up, on_the_day
from trainrules.readback.duty import duty
from trainrules.readback.meetings_and_standards import checklist, streak
from trainrules.readback.quota import quota
from trainrules.readback.reading import CARE, IN_FULL, WHEN, WORKED, Point, Reading
from trainrules.words import audience_text, file_text

_SEVERAL = 2


def read_rule(rule: Rule, policy: Policy) -> Reading:
    """Return *rule* in full words; *policy* is the one it stands in, for what counts and what overrides."""
    points = [*common.before(rule), *_points(rule, policy), *common.after(rule, policy)]
    if rule.strength is Strength.MAY:
        points = [point for point in points if point.topic not in (WHEN, WORKED, CARE)]
    several = sum(other.label == rule.label for other in policy.rules) > 1
    whom = f", {audience_text(rule.audience)}" if several else ""
    place = f"{file_text(rule.origin.source.name)}, line {rule.origin.line}" if rule.origin.sentence else ""
    return Reading(f"[{rule.label}] {rule.strength.value}{whom}", place, tuple(points))


def read_rules(policy: Policy) -> Iterator[Reading]:
    """Yield every rule of *policy* in full words, in the order of the file."""
    around = _around(policy)
    return (read_rule(rule, around(rule)) for rule in policy.rules)


def _around(policy: Policy) -> Callable[[Rule], Policy]:
    """Return what gives *policy* as far as it bears on one rule, so that a rule is not held to all others.

    Those that bear on a rule share its label (two show that several do), name its label, or keep training
    from counting.
    """
    called: defaultdict[str, list[int]] = defaultdict(list)
    naming: defaultdict[str, list[int]] = defaultdict(list)
    everywhere = [at for at, rule in enumerate(policy.rules) if isinstance(rule, Delivery)]
    for at, rule in enumerate(policy.rules):
        called[rule.label] += [at] if len(called[rule.label]) < _SEVERAL else []
        for label in (*rule.instead_of, *rule.replaced_by):
            naming[fold(label)].append(at)

    def around(rule: Rule) -> Policy:
        near = sorted({*called[rule.label], *naming[fold(rule.label)], *everywhere})
        return evolve(policy, rules=tuple(policy.rules[at] for at in near))

    return around


def in_full(rule: Rule, policy: Policy) -> str:
    """Return *rule* as one sentence in full words, without its capital and full stop."""
    return next(point.text for point in _points(rule, policy) if point.topic == IN_FULL)


def _points(rule: Rule, policy: Policy) -> Iterator[Point]:
    match rule:
        case Duty():
            return duty(rule, policy)
        case FollowUp():
            return follow_up.follow_up(rule, policy)
        case Order():
            return on_the_day.order(rule, policy)
        case Delivery():
            return on_the_day.delivery(rule, policy)
        case Notice():
            return on_the_day.notice(rule, policy)
        case Quota():
            return quota(rule, policy)
        case Streak():
            return streak(rule, policy)
        case Checklist():
            return checklist(rule, policy)
        case _:
            assert_never(rule)
