"""Texts that are refused before anything reads them: too long, or not text."""

from __future__ import annotations

import re

from trainrules.diagnostics import Diagnostic
from trainrules.source import Source, Span

MOST_IN_A_FILE = 1_000_000
MOST_IN_A_LINE = 20_000

_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def refused(source: Source) -> tuple[Diagnostic, ...]:
    """Return why *source* cannot be read as rules at all; empty when it can.

    A file holds up to 1,000,000 characters and no control characters other than tabs and line ends.
    """
    if len(source.text) > MOST_IN_A_FILE:
        message = f"the file has {len(source.text):,} characters, more than {MOST_IN_A_FILE:,}"
        return (Diagnostic("TR114", message, source, help="split it, and join the parts with `uses`"),)
    odd = _NOT_TEXT.search(source.text)
    if odd is None:
        return ()
    line, column = source.place(odd.start())
    message = f"the file is not plain text: line {line}, column {column} holds U+{ord(odd[0]):04X}"
    advice = "save it as plain text (UTF-8); a word processor's own file cannot be read"
    return (Diagnostic("TR115", message, source, help=advice),)  # no excerpt: a terminal could obey it


def too_long(source: Source, span: Span) -> Diagnostic | None:
    """Return why the sentence at *span* is not read: it is longer than 20,000 characters."""
    length = span.end - span.start
    if length <= MOST_IN_A_LINE:
        return None
    message = f"this sentence has {length:,} characters, more than {MOST_IN_A_LINE:,}"
    return Diagnostic(
        "TR114", message, source, Span(span.start, span.start + 40), help="split it into several"
    )
