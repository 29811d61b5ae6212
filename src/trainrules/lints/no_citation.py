"""A rule that does not say which paragraph it comes from, in a file whose other rules do."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast


def no_citation(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every rule without a citation, where the file names its source or cites elsewhere."""
    rules = [line for line in subject.tree.sentences if isinstance(line, ast.Rule)]
    if not subject.policy.source_title and not any(line.citation for line in rules):
        return
    for line in rules:
        if line.citation is None:
            yield subject.advice(
                "TR609",
                "this rule cites no paragraph",
                line.span,
                "",
                "put it at the end in brackets, `[6.12]`, so that whoever is late can look it up",
            )
