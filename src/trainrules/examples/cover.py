"""How far the examples of a rule file show its rules: on which sides each was seen, and on which never."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from trainrules.examples.held import held
from trainrules.examples.run import ExampleResult
from trainrules.examples.shown import shown
from trainrules.examples.sides import Side, sides_of
from trainrules.model.files import RuleFile
from trainrules.model.rules import Rule, fold


@frozen
class RuleCover:
    """One sentence of a rule file: its *label*, its *line*, and the examples that show each of its sides."""

    label: str
    line: int
    rules: tuple[Rule, ...]
    seen: tuple[tuple[Side, tuple[str, ...]], ...]

    @property
    def lacking(self) -> tuple[Side, ...]:
        """Return the sides that no example shows."""
        return tuple(side for side, names in self.seen if not names)

    @property
    def is_seen(self) -> bool:
        """Return whether any example shows a side of it."""
        return any(names for _, names in self.seen)


def example_cover(file: RuleFile, results: Iterable[ExampleResult]) -> tuple[RuleCover, ...]:
    """Return how far the examples of *file*, which came out as *results*, show each of its own rules.

    Only an example that passes shows anything. Permissions are left out: nothing is owed under them.
    """
    ran = [each for each in results if each.passed]
    sentences: dict[str, list[Rule]] = {}
    for rule in file.lowered.policy.rules:
        if sides_of(rule):
            sentences.setdefault(fold(rule.label), []).append(rule)
    return tuple(_cover(tuple(rules), ran) for rules in sentences.values())


def _cover(rules: tuple[Rule, ...], ran: list[ExampleResult]) -> RuleCover:
    names: dict[Side, list[str]] = {side: [] for rule in rules for side in sides_of(rule)}
    for each in ran:
        for side in sides_shown(rules, each):
            if side in names:
                names[side].append(each.name)
    seen = tuple((side, tuple(names[side])) for side in Side if side in names)
    return RuleCover(rules[0].label, rules[0].origin.line, rules, seen)


def sides_shown(rules: tuple[Rule, ...], ran: ExampleResult) -> frozenset[Side]:
    """Return the sides of *rules*, which are one sentence, that the example which *ran* shows."""
    if ran.example is None or ran.result is None:
        return frozenset()
    said = held(rules[0].label, ran.example, ran.result)
    if said is None:
        return frozenset()
    result = ran.result
    return frozenset(side for rule in rules for side in shown(rule, said, result))
