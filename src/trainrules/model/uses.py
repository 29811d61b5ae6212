"""Several files as one policy: the labels of used files, and what replaces a default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from attrs import evolve

from trainrules.model.about import about
from trainrules.model.rules import Duty, Policy, Quota, Rule, Strength, fold

T = TypeVar("T")


def _place(rule: Rule) -> tuple[object, object]:
    """Return what a default and a rule of a used file have in common where it gives way to that rule."""
    return about(rule), _sort(rule)


def _sort(rule: Rule) -> object:
    """Return the kind of *rule*; a duty and a quota of a count are both about how often."""
    return Duty if isinstance(rule, Quota) and rule.measure == "count" else type(rule)


def with_replacements(policy: Policy, others: tuple[Rule, ...]) -> Policy:
    """Return *policy* with its defaults (`unless …`) naming the rules of *others* that replace them."""

    replacing: dict[tuple[object, object], dict[str, None]] = {}
    for other in others if any(rule.default for rule in policy.rules) else ():
        if other.strength is not Strength.MAY:
            replacing.setdefault(_place(other), {})[other.label] = None

    def replaced(rule: Rule) -> Rule:
        return evolve(rule, replaced_by=tuple(replacing.get(_place(rule), ()))) if rule.default else rule

    return evolve(policy, rules=tuple(replaced(rule) for rule in policy.rules))


def joined(own: Policy, used: Iterable[tuple[str, Policy]]) -> Policy:
    """Return *own* with the rules and words of the *used* files after it; its own words hide theirs."""
    policies = [own, *(relabelled(policy, stem) for stem, policy in used)]
    return evolve(
        own,
        rules=tuple(rule for each in policies for rule in each.rules),
        courses=_once((fold(c.name), c) for each in policies for c in each.courses),
        activities=_once((fold(a[0]), a) for each in policies for a in each.activities),
        attributes=_once((fold(a[0]), a) for each in policies for a in each.attributes),
        formats=_once((fold(f), f) for each in policies for f in each.formats),
        equivalences=tuple(dict.fromkeys(e for each in policies for e in each.equivalences)),
        definitions=_once(((d.kind, fold(d.name)), d) for each in policies for d in each.definitions),
        notes=tuple(note for each in policies for note in each.notes),
    )


def _once(found: Iterable[tuple[object, T]]) -> tuple[T, ...]:
    kept: dict[object, T] = {}
    for key, value in found:
        kept.setdefault(key, value)
    return tuple(kept.values())


def relabelled(policy: Policy, stem: str) -> Policy:
    """Return *policy* with its own labels as another file writes them: `kcsie: 93`."""
    own = {rule.label for rule in policy.rules}

    def seen(label: str) -> str:
        return f"{stem}: {label}" if label in own else label

    def renamed(rule: Rule) -> Rule:
        return evolve(rule, label=seen(rule.label), instead_of=tuple(map(seen, rule.instead_of)))

    return evolve(policy, rules=tuple(renamed(rule) for rule in policy.rules))
