"""The calendar of bank holidays is one that the program has."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast

CALENDARS = ("England and Wales", "England", "Wales", "Scotland", "Northern Ireland")


def known_calendar(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for a `calendar` line that names no calendar."""
    known = {name.casefold() for name in CALENDARS}
    for sentence in subject.tree.sentences:
        if not isinstance(sentence, ast.Head) or sentence.key != "calendar":
            continue
        if str(sentence.value).casefold() not in known:
            yield subject.error(
                "TR411",
                f"there is no calendar `{sentence.value}`",
                sentence.span,
                "named here",
                f"there are {', '.join(f'`{name}`' for name in CALENDARS)}",
            )
