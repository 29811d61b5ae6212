"""Two rules that ask the same people for the same training at different intervals."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.lints.people import in_force_together, overlap
from trainrules.model.rules import Duty, fold


def rival_intervals(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for the later of two such rules of one strength, where neither gives way."""
    duties = [rule for rule in subject.policy.rules if isinstance(rule, Duty)]
    for one, other in combinations(duties, 2):
        if one.label == other.label or one.owed != other.owed or one.strength is not other.strength:
            continue
        if not overlap(one.audience, other.audience) or not in_force_together(one, other):
            continue
        if one.default or other.default or _gives_way(one, other) or _gives_way(other, one):
            continue
        if one.started != other.started or not _differ(one, other):
            continue
        yield subject.advice(
            "TR604",
            "the same people are asked for the same training at two intervals",
            other.origin.span,
            f"`[{one.label}]` on line {one.origin.line} says otherwise, and both apply",
            f"say which goes first, and when: `, from 1 September 2026, instead of [{one.label}]`",
        )


def _gives_way(one: Duty, other: Duty) -> bool:
    return fold(one.label) in {fold(label) for label in other.instead_of}


def _differ(one: Duty, other: Duty) -> bool:
    if one.every is not None and other.every is not None and one.every != other.every:
        return True
    if one.first is None or other.first is None or one.first.anchor != other.first.anchor:
        return False
    return one.first != other.first
