"""One sentence, item or fact: parsed alone, so that a bad one hides no other."""

from __future__ import annotations

from typing import Any

from lark.exceptions import UnexpectedInput

from trainrules.diagnostics import Diagnostic
from trainrules.language.build.base import BuildError
from trainrules.language.build.facts import FactBuilder
from trainrules.language.grammar import parser
from trainrules.source import Source, Span

Parsed = tuple[Any, list[Diagnostic]]


def parse_one(source: Source, span: Span, start: str) -> Parsed:
    """Return what the words at *span* say, or None and why they say nothing."""
    words = source.slice(span)
    try:
        tree = parser().parse(words, start=start)
        return FactBuilder(source.text, span.start).build(tree), []
    except BuildError as wrong:
        told = Diagnostic(wrong.code, wrong.message, source, wrong.span, wrong.label, wrong.help)
        return None, [told]
    except UnexpectedInput as wrong:
        at = span.start + (wrong.pos_in_stream if wrong.pos_in_stream is not None else 0)
        return None, [Diagnostic("TR101", f"does not parse: {str(wrong)[:3000]}", source, Span(at, at + 1))]
