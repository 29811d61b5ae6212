"""Findings that the author has explained in a comment."""

from __future__ import annotations

from functools import lru_cache

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language.sentences import comment_at


def explained(subject: Subject, finding: Diagnostic) -> bool:
    """Return whether a comment has the finding's code: on its sentence, right above, or at the head."""
    comments = _comments(subject.source.text)
    head = next((row for row, (has_words, _) in enumerate(comments) if has_words), len(comments))
    places = list(range(head))
    if finding.span is not None:
        row = subject.source.place(finding.span.start)[0] - 1
        first = row
        while first and comments[first - 1][1] and not comments[first - 1][0]:
            first -= 1
        last = subject.source.place(max(finding.span.start, finding.span.end - 1))[0] - 1
        places += range(first, last + 1)
    return any(finding.code in comments[place][1] for place in places)


@lru_cache(maxsize=8)
def _comments(text: str) -> list[tuple[bool, str]]:
    """Return of each line whether it has words, and its comment."""
    found = []
    for line in text.split("\n"):
        at = comment_at(line)
        found.append((bool(line[:at].strip("\ufeff \t\r")), line[at:]))
    return found
