"""Every word is declared once; a second declaration may only add what the first leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.lowering.words import declared
from trainrules.model.names import quoted
from trainrules.model.rules import fold
from trainrules.model.vocabulary import DELIVERIES, FORMATS, Word
from trainrules.source import Span

_MAY_REPEAT = ("group", "level", "role", "body")


def declared_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every word, standard, value or item that is there already."""
    first: dict[tuple[str, str, str], tuple[int, bool]] = {}
    for sentence in subject.tree.sentences:
        bare = _is_bare(sentence)
        seen: set[tuple[str, str, str]] = set()
        for word in declared(sentence):
            key = (word.kind, fold(word.of), word.key)
            line = subject.source.place(sentence.span.start)[0]
            if key in seen:
                yield _error(subject, word, sentence.span, line)
                continue
            seen.add(key)
            if _is_built_in(word):
                yield _built_in(subject, word, sentence.span)
            earlier, earlier_bare = first.setdefault(key, (line, bare))
            adds = word.kind in _MAY_REPEAT and earlier_bare and not bare
            if earlier != line and not adds and not _is_member(word, sentence):
                yield _error(subject, word, sentence.span, earlier)
        if isinstance(sentence, ast.Standard):
            yield from _items(subject, sentence)


def _is_bare(sentence: ast.Sentence) -> bool:
    """Return whether *sentence* declares names and says nothing else of them."""
    if not isinstance(sentence, ast.Declare):
        return False
    return not (sentence.description or sentence.citation or sentence.quotes or sentence.with_members)


def _is_member(word: Word, sentence: ast.Sentence) -> bool:
    """Return whether *word* only counts as the activity that *sentence* declares."""
    if not isinstance(sentence, ast.Declare) or word.kind != "activity":
        return False
    return word.key in {fold(value.text) for value in sentence.values}


def _is_built_in(word: Word) -> bool:
    return word.kind == "format" and word.key in (*DELIVERIES, *FORMATS)


def _built_in(subject: Subject, word: Word, span: Span) -> Diagnostic:
    return subject.error(
        "TR207", f"`{word.name}` is built in", span, "declared here", "leave this declaration out"
    )


def _error(subject: Subject, word: Word, span: Span, line: int) -> Diagnostic:
    name = word.spelled or word.name
    return subject.error(
        "TR204",
        f"{word.kind} `{name}` is declared twice",
        span,
        f"line {line} declares it already",
        f"keep one of the two; what a source says of {quoted(name)} can stand after a colon",
    )


def _items(subject: Subject, standard: ast.Standard) -> Iterator[Diagnostic]:
    """Yield an error for every item whose number an earlier item has; records name items by number."""
    numbers: set[str] = set()
    for item in standard.items:
        if item.number in numbers:
            yield subject.error(
                "TR204",
                f"standard `{standard.name.text}` has two items {item.number}",
                item.span,
                "the second",
                "number the items apart: records name them by number",
            )
        numbers.add(item.number)
