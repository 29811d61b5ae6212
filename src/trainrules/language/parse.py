"""Text to tree: every sentence that parses is in the tree, every one that does not is a diagnostic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from trainrules.diagnostics import Diagnostic, in_order
from trainrules.language.ast import Example, Expect, Fact, Sentence, Standard, StandardItem, Tree
from trainrules.language.sentences import Block, split
from trainrules.source import Source, Span

if TYPE_CHECKING:
    from trainrules.language.one import Parsed


def parse(source: Source) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Return the tree of *source* and what its author has to be told, in the order of the text."""
    sentences: list[Sentence] = []
    found: list[Diagnostic] = []
    for block in split(source.text):
        made, told = _block(source, block)
        sentences += [] if made is None else [made]
        found += told
    return Tree(tuple(sentences)), in_order(tuple(found))


def _block(source: Source, block: Block) -> tuple[Sentence | None, list[Diagnostic]]:
    made, told = _one(source, block.span, "sentence")
    if not isinstance(made, (Standard, Example)):
        return made, told
    parts = [_one(source, part, "item" if isinstance(made, Standard) else "fact") for part in block.parts]
    told += [each for _, more in parts for each in more]
    lines = [line for made_lines, _ in parts for line in made_lines or ()]
    whole = made.span if not block.parts else made.span.to(block.parts[-1])
    if isinstance(made, Standard):
        items = tuple(line for line in lines if isinstance(line, StandardItem))
        return evolve(made, items=items, span=whole), told
    facts = tuple(line for line in lines if isinstance(line, Fact))
    expects = tuple(line for line in lines if isinstance(line, Expect))
    return evolve(made, facts=facts, expects=expects, span=whole), told


def _one(source: Source, span: Span, start: str) -> Parsed:
    from trainrules.language.one import parse_one

    return parse_one(source, span, start)
