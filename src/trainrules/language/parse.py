"""Text to tree: every sentence that parses is in the tree, every one that does not is a diagnostic."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from trainrules.diagnostics import Diagnostic, Severity, in_order
from trainrules.language.ast import Declare, Example, Expect, Fact, Sentence, Standard, StandardItem, Tree
from trainrules.language.sentences import Block, Line, split
from trainrules.language.wrong.limits import refused
from trainrules.source import Source, Span

_MOST_REPAIRS = 50
_MOST_STRAYS = 20
_MOST_WRONG = 1000


def parse(source: Source) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Return the tree of *source* and what its author has to be told, in the order of the text.

    A text that is too long, or is not text, gives an empty tree and says so.
    """
    told = refused(source)
    if told:
        return Tree(), told
    reader = _Reader(source)
    for block in split(source.text):
        if len(reader.told) >= _MOST_WRONG:
            reader.tell_too_many(block.span)
            break
        reader.read(block)
    return Tree(tuple(reader.sentences)), in_order(tuple(reader.told))


class _Reader:
    """Collects the sentences of one text, and what is wrong with the others."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.sentences: list[Sentence] = []
        self.told: list[Diagnostic] = []

    def read(self, block: Block) -> None:
        """Take in the sentence of *block*, with its items or facts."""
        if block.stray:
            self._tell_stray(
                block.lines[0], "an indented line continues the sentence above, and there is none"
            )
        for made, lines in self._own(block):
            if isinstance(made, Diagnostic):
                self.told.append(made)
                continue
            self._tell_gaps(lines)
            self._tell_bare(made)
            self.sentences.append(self._filled(made, block.parts))

    def _own(self, block: Block) -> list[tuple[Sentence | Diagnostic, tuple[Line, ...]]]:
        """Return the block's sentence; several when indented lines begin sentences of their own."""
        found: list[tuple[Sentence | Diagnostic, tuple[Line, ...]]] = []
        lines = block.lines
        while True:
            made = self._one(_extent(lines), "sentence")
            cut = self._cut(lines) if isinstance(made, Diagnostic) and len(found) < _MOST_STRAYS else 0
            if not cut:
                return [*found, (made, lines)]
            found.append((self._one(_extent(lines[:cut]), "sentence"), lines[:cut]))
            self._tell_stray(lines[cut], "the sentence above this indented line is complete without it")
            lines = lines[cut:]

    def _cut(self, lines: tuple[Line, ...]) -> int:
        """Return which of *lines* begins a sentence: what is above is whole, and cannot go on so."""
        from trainrules.language.one import parses, stops_at

        if len(lines) == 1:
            return 0
        at = stops_at(self.source.slice(_extent(lines)))
        cut = next((i for i, line in enumerate(lines) if i and at == line.start - lines[0].start), 0)
        return cut if cut and parses(self.source.slice(_extent(lines[:cut]))) else 0

    def _filled(self, made: Sentence, parts: tuple[Span, ...]) -> Sentence:
        """Return a standard with its items, or an example with its facts; any other sentence as it is."""
        if isinstance(made, Standard):
            items = [line for line in self._lines(parts, "item") if isinstance(line, StandardItem)]
            return evolve(made, items=tuple(items), span=_whole(made, parts))
        if isinstance(made, Example):
            lines = self._lines(parts, "fact")
            facts = tuple(line for line in lines if isinstance(line, Fact))
            expects = tuple(line for line in lines if isinstance(line, Expect))
            return evolve(made, facts=facts, expects=expects, span=_whole(made, parts))
        return made

    def _lines(self, parts: tuple[Span, ...], start: str) -> list[Any]:
        lines: list[Any] = []
        for part in parts:
            line = self._one(part, start)
            if isinstance(line, Diagnostic):
                self.told.append(line)
            else:
                lines += line
        return lines

    def _one(self, span: Span, start: str) -> Any | Diagnostic:
        from trainrules.language.one import parse_one

        return parse_one(self.source, span, start, repairs=len(self.told) < _MOST_REPAIRS)

    def tell_too_many(self, span: Span) -> None:
        """Say that nothing from *span* on was read."""
        message = f"{_MOST_WRONG:,} sentences are wrong; from here on nothing was read"
        self.told.append(Diagnostic("TR114", message, self.source, span, help="is this a rule file?"))

    # --- warnings ---

    def _tell_stray(self, line: Line, why: str) -> None:
        span = Span(line.start, line.end)
        advice = "start a sentence at the left margin"
        self.told.append(Diagnostic("TR113", why, self.source, span, "indented", advice, Severity.WARNING))

    def _tell_gaps(self, lines: tuple[Line, ...]) -> None:
        number = self.source.place(lines[0].start)[0]
        for line in lines[1:]:
            if line.after_gap:
                why = f"this indented line continues the sentence on line {number}, across a blank line"
                span = Span(line.start, line.end)
                advice = "take the blank line out, or start the line at the left margin"
                self.told.append(Diagnostic("TR113", why, self.source, span, "", advice, Severity.WARNING))

    def _tell_bare(self, made: Sentence) -> None:
        """Warn of `Group B [6.5]`, written as rules are, with a capital, which lost what it requires."""
        if not isinstance(made, Declare) or made.citation is None or made.description or made.quotes:
            return
        if made.kind in ("group", "level", "role") and self.source.text[made.span.start].isupper():
            words = " ".join(self.source.slice(made.span).split())
            advice = 'a rule says what is due: `within 6 months`; a declaration says what it is: `: "…"`'
            why = f"`{words}` only declares, and requires nothing"
            self.told.append(Diagnostic("TR120", why, self.source, made.span, "", advice, Severity.WARNING))


def _extent(lines: tuple[Line, ...]) -> Span:
    return Span(lines[0].start, lines[-1].end)


def _whole(made: Sentence, parts: tuple[Span, ...]) -> Span:
    return made.span.to(parts[-1]) if parts else made.span
