"""A group, level or role that no rule is about."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.lints.named import names_used
from trainrules.model.rules import fold
from trainrules.model.vocabulary import spread

_KINDS = ("group", "level", "role")


def nobody_bound(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for every declared group, level or role that neither a rule nor a course names."""
    used = names_used(subject.policy, subject.used)
    used |= {(term.kind, fold(term.name)) for course in subject.policy.courses for term in course.own}
    for line in subject.tree.sentences:
        if not isinstance(line, ast.Declare) or line.kind not in _KINDS:
            continue
        for pick in line.picks:
            missed = [name for name in _members(pick) if (line.kind, fold(name)) not in used]
            if missed:
                some = ", ".join(f"`{name}`" for name in missed)
                yield subject.advice(
                    "TR607",
                    f"no rule is about the {line.kind}{'s' if len(missed) > 1 else ''} {some}",
                    pick.span if len(line.picks) > 1 else line.span,
                    "only rules for everyone bind them",
                    f"write what they have to do, or take the declaration out{_quoted(line)}",
                )


def _quoted(line: ast.Declare) -> str:
    return "" if line.description is None else "; a `note` keeps words that ask for nothing"


def _members(pick: ast.Pick) -> tuple[str, ...]:
    if pick.low is None:
        return ()
    return spread(pick.low.text, pick.high.text) if pick.high else (pick.low.text,)
