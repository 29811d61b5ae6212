"""One thing said by two sentences."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.model.rules import Rule


def said_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every rule that means just what an earlier one, of another sentence, does."""
    first: dict[Rule, Rule] = {}
    for rule in subject.policy.rules:
        earlier = first.setdefault(evolve(rule, label=""), rule)
        if earlier.origin.span != rule.origin.span:
            yield subject.advice(
                "TR611",
                "this says the same as an earlier rule",
                rule.origin.span,
                f"as line {earlier.origin.line} does",
                "take one of them out; a breach of both is told twice",
            )
