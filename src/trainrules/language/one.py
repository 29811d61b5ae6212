"""One sentence, item or fact: parsed alone, so that a bad one hides no other."""

from __future__ import annotations

from typing import Any

from lark.exceptions import UnexpectedInput

from trainrules.diagnostics import Diagnostic
from trainrules.language.build.base import BuildError
from trainrules.language.build.facts import FactBuilder
from trainrules.language.grammar import parser
from trainrules.language.wrong.diagnose import diagnose, often
from trainrules.language.wrong.lexical import slips
from trainrules.language.wrong.limits import too_long
from trainrules.language.wrong.wordings import wording
from trainrules.language.wrong.words import tokens
from trainrules.source import Source, Span


def parse_one(source: Source, span: Span, start: str, repairs: bool = True) -> Any | Diagnostic:
    """Return what the words at *span* say as a *start*, or why they say nothing.

    Without *repairs* nothing is tried to find what a bad sentence was meant to be.
    """
    slip = too_long(source, span) or slips(source, span)
    if slip is not None:
        return slip
    words = source.slice(span)
    try:
        return _built(source.text, words, span.start, start)
    except BuildError as wrong:
        said = _well_known(source, span, wrong.span) if wrong.code in ("TR117", "TR118") else None
        return said or Diagnostic(wrong.code, wrong.message, source, wrong.span, wrong.label, wrong.help)
    except UnexpectedInput as wrong:
        return diagnose(source, span, wrong, lambda tried: parses(tried, start), repairs)


def _well_known(source: Source, span: Span, wrong: Span) -> Diagnostic | None:
    """Return what to tell of a wording at *wrong* that strategies often have; None when it is none."""
    found = tokens(source.slice(span))
    places = [span.start + (token.start_pos or 0) for token in found]
    there = [i for i, place in enumerate(places) if wrong.start <= place < wrong.end]
    if not there:
        return None
    return often(source, span, [found[i] for i in there]) or wording(source, span, found, there[0], there[-1])


def parses(words: str, start: str = "sentence") -> bool:
    """Return whether *words* are a good sentence (item, fact) by themselves."""
    try:
        _built(words, words, 0, start)
    except (BuildError, UnexpectedInput):
        return False
    return True


def stops_at(words: str) -> int | None:
    """Return where the first word stands that no sentence can have there; None when there is none."""
    try:
        parser().parse(words, start="sentence")
    except UnexpectedInput as wrong:
        return wrong.pos_in_stream
    return None


def _built(text: str, words: str, offset: int, start: str) -> Any:
    # a copy of the words and not lark's TextSlice, which counts the lines before it for every sentence
    return FactBuilder(text, offset).build(parser().parse(words, start=start))
