"""Every rule has a label of its own, so that results, waivers and `instead of` mean one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.lowering.origin import label_of
from trainrules.model.rules import fold


def unique_label(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every rule whose label an earlier rule has."""
    first: dict[str, ast.Rule] = {}
    for sentence in subject.tree.sentences:
        if not isinstance(sentence, ast.Rule):
            continue
        label = label_of(subject.source, sentence)
        earlier = first.setdefault(fold(label), sentence)
        if earlier is not sentence:
            line = subject.source.place(earlier.span.start)[0]
            yield subject.error(
                "TR301",
                f"`[{label}]` is the label of two rules",
                sentence.citation.span if sentence.citation else sentence.span,
                f"the rule on line {line} has it too",
                f"add a word that tells them apart, such as `[{label} refresh]`",
            )
