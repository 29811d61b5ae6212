"""Vocabulary that is declared and that no rule uses."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.lints.named import names_used
from trainrules.model.rules import fold

_NOT_HERE = ("group", "level", "role")


def never_used(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every declared course, activity, body, attribute … that no rule names.

    A declaration that cites the strategy says what its words mean, and needs no rule. A course that is for
    a group, level or role is used by every rule about their training.
    """
    used = names_used(subject.policy, subject.used)
    for line in subject.tree.sentences:
        if getattr(line, "citation", None) is not None:
            continue
        if isinstance(line, ast.DeclareCourse) and not line.audience:
            yield from _unused(subject, "course", line.name, line, used)
        elif isinstance(line, ast.Standard):
            yield from _unused(subject, "standard", line.name, line, used)
        elif isinstance(line, ast.Declare) and line.kind not in _NOT_HERE:
            if any((line.kind, fold(value.text)) in used for value in line.values):
                continue
            for pick in line.picks:
                if pick.low is not None:
                    yield from _unused(subject, line.kind, pick.low, line, used)


def _unused(
    subject: Subject, kind: str, name: ast.Name, line: ast.Sentence, used: set[tuple[str, str]]
) -> Iterator[Diagnostic]:
    if (kind, fold(name.text)) not in used:
        yield subject.advice(
            "TR610",
            f"no rule uses the {kind} `{name.text}`",
            line.span,
            "declared here",
            "take it out, or write the rule that it is for",
        )
