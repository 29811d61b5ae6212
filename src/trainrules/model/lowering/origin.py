"""Where things come from: the label of a sentence, its words, its citation and its quotes."""

from __future__ import annotations

from typing import Protocol

from trainrules.language import ast
from trainrules.model.rules import Origin
from trainrules.source import Source, Span


class Cited(Protocol):
    """A sentence that may end in a citation, with the source's own words under it."""

    @property
    def citation(self) -> ast.Label | None:
        """Return the citation."""

    @property
    def quotes(self) -> tuple[ast.Quote, ...]:
        """Return the quotes under the sentence."""

    @property
    def span(self) -> Span:
        """Return its place."""


def label_of(source: Source, sentence: Cited) -> str:
    """Return the citation of *sentence*, or `line 14` where it has none."""
    return sentence.citation.text if sentence.citation else f"line {source.place(sentence.span.start)[0]}"


def origin_of(source: Source, sentence: Cited) -> Origin:
    """Return where *sentence* stands and what it quotes; its words end before the citation."""
    end = sentence.span.end
    if sentence.citation and sentence.citation.span != ast.NOWHERE:
        end = sentence.citation.span.start
    citation = sentence.citation.text if sentence.citation else ""
    quotes = tuple(quote.text for quote in sentence.quotes)
    return Origin(source, Span(sentence.span.start, end), citation, quotes)
