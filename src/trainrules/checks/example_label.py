"""Examples name rules that there are."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.lowering.origin import label_of
from trainrules.model.rules import fold


def example_label(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every label in an example that no rule has."""
    rules = [each for each in subject.tree.sentences if isinstance(each, ast.Rule)]
    own = (label_of(subject.source, rule) for rule in rules)
    labels = {fold(label): label for label in (*own, *(rule.label for rule in subject.used))}
    for sentence in subject.tree.sentences:
        if isinstance(sentence, ast.Example):
            for label in _named(sentence):
                if fold(label.text) not in labels:
                    near = get_close_matches(fold(label.text), labels, n=1, cutoff=0.6)
                    yield subject.error(
                        "TR501",
                        f"there is no rule `[{label.text}]`",
                        label.span,
                        "named here",
                        f"did you mean `[{labels[near[0]]}]`?" if near else "name the citation of a rule",
                    )


def _named(example: ast.Example) -> Iterator[ast.Label]:
    for expect in example.expects:
        if expect.label:
            yield expect.label
    for fact in example.facts:
        if fact.kind == "waived" and fact.name:
            yield ast.Label(fact.name.text, span=fact.name.span)
