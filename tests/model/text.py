"""Rule texts to what they mean, for the tests of lowering."""

from __future__ import annotations

from trainrules.diagnostics import Diagnostic
from trainrules.language.parse import parse
from trainrules.model.lower import lower
from trainrules.model.rules import Policy, Rule
from trainrules.source import Source


def lowered(text: str) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """Return what *text* means and everything said about it by the parser and the lowering."""
    source = Source("<text>", text)
    tree, told = parse(source)
    policy, found = lower(tree, source)
    return policy, (*told, *found)


def rules(text: str) -> tuple[Rule, ...]:
    """Return the rules of *text*, which has no error."""
    policy, found = lowered(text)
    assert not [each for each in found if each.is_error], found
    return policy.rules


def rule(text: str) -> Rule:
    """Return the one rule of *text*."""
    (found,) = rules(text)
    return found


def codes(text: str) -> list[str]:
    """Return the codes of everything said about *text*, in order."""
    return [each.code for each in lowered(text)[1]]
