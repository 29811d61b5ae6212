"""Fixes of a rule file, each tried before it is kept: the finding has to go and no new error to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from attrs import frozen

from trainrules.diagnostics import Diagnostic, Fix
from trainrules.source import Source

Check = Callable[[str], tuple[Diagnostic, ...]]
"""What is wrong with a text."""

_MOST_ROUNDS = 20


@frozen
class Fixed:
    """A change that was made: on which *line* of the text before it, and the words *old* and *new*."""

    line: int
    old: str
    new: str


def fixed(text: str, check: Check) -> tuple[str, tuple[Fixed, ...]]:
    """Return *text* with every safe fix made that ends its finding and brings no more, and what was done.

    A sentence with several slips shows one at a time, so this goes on until no safe fix is left.
    """
    made: list[Fixed] = []
    refused: set[tuple[str, Fix | None]] = set()
    for _ in range(_MOST_ROUNDS):
        errors = _errors(text, check)
        offered = [
            each for each in errors if each.fix and each.fix.is_safe and (text, each.fix) not in refused
        ]
        if not _mends(text, offered, errors, check):
            refused |= {(text, each.fix) for each in offered}
            offered = [each for each in offered if _mends(text, [each], errors, check)][:1]
        if not offered:
            break
        fixes = [each.fix for each in offered if each.fix]
        made += [_told(text, fix) for fix in fixes]
        text = applied(text, fixes)
    return text, tuple(made)


def _mends(text: str, offered: list[Diagnostic], errors: list[Diagnostic], check: Check) -> bool:
    """Return whether the fixes of *offered* end those findings, and there are no more errors than before."""
    after = _errors(applied(text, [each.fix for each in offered if each.fix]), check)
    left = Counter((each.code, each.message) for each in after)
    before = Counter((each.code, each.message) for each in errors)
    mended = Counter((each.code, each.message) for each in offered)
    return len(after) <= len(errors) and all(left[key] <= before[key] - mended[key] for key in mended)


def applied(text: str, fixes: list[Fix]) -> str:
    """Return *text* with all of *fixes* made; of two that overlap the later one is left out."""
    last = len(text)
    for fix in sorted(fixes, key=lambda each: each.span.start, reverse=True):
        if fix.span.end <= last:
            text = text[: fix.span.start] + fix.new + text[fix.span.end :]
            last = fix.span.start
    return text


def _errors(text: str, check: Check) -> list[Diagnostic]:
    return [each for each in check(text) if each.is_error]


def _told(text: str, fix: Fix) -> Fixed:
    line = Source("", text).place(fix.span.start)[0]
    return Fixed(line, text[fix.span.start : fix.span.end], fix.new)
