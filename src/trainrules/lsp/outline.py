"""The parts of a rule file for an editor's outline: its sentences, and the items and lines of its blocks."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from trainrules.language import ast
from trainrules.lsp.document import Document
from trainrules.model.lowering.origin import label_of, origin_of
from trainrules.source import Source, Span

_WIDEST = 70


@frozen
class Entry:
    """One part: what it is called, what it says, what *kind* of sentence it is, and what is in it."""

    name: str
    detail: str
    kind: str
    span: Span
    inside: tuple[Entry, ...] = ()


def outline(document: Document) -> tuple[Entry, ...]:
    """Return the sentences of *document* that parse, in order."""
    source = document.file.source
    return tuple(_entry(source, sentence) for sentence in document.file.tree.sentences)


def _entry(source: Source, sentence: ast.Sentence) -> Entry:
    span = sentence.span
    if isinstance(sentence, ast.Rule):
        said = source.slice(origin_of(source, sentence).span)
        return Entry(f"[{label_of(source, sentence)}]", _short(said), "rule", span)
    if isinstance(sentence, ast.Example):
        expects = tuple(_expects(source, sentence))
        return Entry(_short(sentence.name.text), "example", "example", span, expects)
    if isinstance(sentence, ast.Standard):
        return Entry(_short(sentence.name.text), "standard", "standard", span, tuple(_items(sentence)))
    if isinstance(sentence, ast.Note):
        label = f"[{sentence.citation.text}]" if sentence.citation else "note"
        return Entry(label, _short(sentence.text.text), "note", span)
    if isinstance(sentence, (ast.Head, ast.SourceLine, ast.InForce)):
        return Entry(_short(source.slice(span)), "", "head", span)
    if isinstance(sentence, ast.CountsAs):
        return Entry(_short(source.slice(origin_of(source, sentence).span)), "", "counts as", span)
    kind = "course" if isinstance(sentence, ast.DeclareCourse) else sentence.kind
    return Entry(_short(source.slice(origin_of(source, sentence).span)), "", kind, span)


def _expects(source: Source, example: ast.Example) -> Iterator[Entry]:
    for each in example.expects:
        yield Entry(_short(source.slice(each.span)), "", "expect", each.span)


def _items(standard: ast.Standard) -> Iterator[Entry]:
    for each in standard.items:
        yield Entry(f"{each.number}. {_short(each.text.text)}", "", "item", each.span)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…"
