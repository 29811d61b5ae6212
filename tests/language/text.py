"""Short ways to parse in tests."""

from __future__ import annotations

from typing import Any

from trainrules.diagnostics import Diagnostic, render
from trainrules.language.ast import Tree
from trainrules.language.parse import parse
from trainrules.source import Source


def tree(text: str) -> Tree:
    """Return the tree of *text*, which has to parse without a word."""
    made, said = parse(Source("<text>", text))
    assert not said, "\n".join(render(each) for each in said)
    return made


def one(text: str) -> Any:
    """Return the only sentence of *text*."""
    (sentence,) = tree(text).sentences
    return sentence


def told(text: str) -> tuple[Diagnostic, ...]:
    """Return what is said about *text*."""
    return parse(Source("<text>", text))[1]


def codes(text: str) -> list[str]:
    """Return the codes of what is said about *text*, in order."""
    return [each.code for each in told(text)]
