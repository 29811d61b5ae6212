"""A strategy that should have been reviewed by now."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.words import date_text


def past_review(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice where the subject's day, if it has one, is after the file's next review."""
    review, as_of = subject.policy.next_review, subject.as_of
    if review is None or as_of is None or as_of <= review:
        return
    line = next(
        each for each in subject.tree.sentences if isinstance(each, ast.Head) and each.key == "next review"
    )
    yield subject.advice(
        "TR608",
        f"the review of {date_text(review)} has passed",
        line.span,
        "",
        "look for a newer strategy, and bring the rules and this line up to date",
    )
