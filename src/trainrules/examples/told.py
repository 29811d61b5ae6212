"""How the examples of a rule file came out, and what they show, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from trainrules.diagnostics import Diagnostic
from trainrules.examples.cover import RuleCover
from trainrules.examples.run import ExampleResult
from trainrules.model.files import RuleFile

JSON = dict[str, Any]


@frozen
class Tested:
    """The rule file *name* with its examples run: how each came out, and how far they show its rules."""

    name: str
    file: RuleFile
    results: tuple[ExampleResult, ...]
    cover: tuple[RuleCover, ...]

    @property
    def failed(self) -> tuple[ExampleResult, ...]:
        """Return the examples that do not come out as their author expects."""
        return tuple(each for each in self.results if not each.passed)

    @property
    def lacking(self) -> tuple[RuleCover, ...]:
        """Return the rules that are not shown on every side."""
        return tuple(each for each in self.cover if each.lacking)


def summary(tested: Tested) -> str:
    """Return one line: `our.rules: 2 examples, 1 failed; 1 of 3 rules shown on every side`."""
    ran = f"{_count(len(tested.results), 'example')}, {len(tested.failed) or 'none'} failed"
    shown, rules = len(tested.cover) - len(tested.lacking), len(tested.cover)
    if not rules:
        return f"{tested.name}: {ran}"
    if rules == 1:
        return f"{tested.name}: {ran}; the only rule is {'' if shown else 'not '}shown on every side"
    number = f"all {rules} rules" if shown == rules else f"{shown or 'none'} of {rules} rules"
    return f"{tested.name}: {ran}; {number} shown on every side"


def lacking_lines(cover: Sequence[RuleCover]) -> Iterator[str]:
    """Yield a line for each rule that is not shown on every side: where it is, and what is lacking."""
    for each in cover:
        if each.lacking:
            sides = ", ".join(side.value for side in each.lacking)
            words = "lacks" if each.is_seen else "was never seen; lacks"
            place = "" if each.label == f"line {each.line}" else f", line {each.line},"
            yield f"[{each.label}]{place} {words}: {sides}"


def as_json(tested: Tested) -> JSON:
    """Return how the examples came out, and for each side of each rule the examples that show it."""
    return {
        "policy": tested.name,
        "examples": [_example(each) for each in tested.results],
        "rules": [_rule(each) for each in tested.cover],
    }


def _example(ran: ExampleResult) -> JSON:
    return {
        "name": ran.name,
        "line": ran.line,
        "passed": ran.passed,
        "differences": [_difference(each) for each in ran.diagnostics],
    }


def _difference(told: Diagnostic) -> JSON:
    expected = told.source.slice(told.span) if told.source and told.span else ""
    return {"line": told.line, "expected": expected, "got": told.help}


def _rule(cover: RuleCover) -> JSON:
    return {
        "rule": cover.label,
        "line": cover.line,
        "shown": {side.value: list(names) for side, names in cover.seen},
        "lacking": [side.value for side in cover.lacking],
    }


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
