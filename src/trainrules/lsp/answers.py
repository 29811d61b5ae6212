"""Findings, suggestions, outlines and changes as the protocol writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from trainrules.diagnostics import Diagnostic, Fix, Severity
from trainrules.language import ast
from trainrules.lsp.actions import Change
from trainrules.lsp.colours import KINDS, colours
from trainrules.lsp.complete import WORD, Suggestion
from trainrules.lsp.document import Document
from trainrules.lsp.mentions import RULE
from trainrules.lsp.outline import Entry, outline
from trainrules.lsp.places import Places
from trainrules.model.files import RuleFile
from trainrules.resources import CODES, folder
from trainrules.source import Span
from trainrules.words import file_text

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}
_SYMBOLS = {
    "rule": types.SymbolKind.Function,
    "example": types.SymbolKind.Event,
    "standard": types.SymbolKind.Struct,
    "note": types.SymbolKind.String,
    "head": types.SymbolKind.Namespace,
    "course": types.SymbolKind.Field,
    "expect": types.SymbolKind.Boolean,
    "item": types.SymbolKind.String,
}
_ITEMS = {
    WORD: types.CompletionItemKind.Keyword,
    RULE: types.CompletionItemKind.Reference,
    **dict.fromkeys(("group", "level", "role"), types.CompletionItemKind.Class),
    "value": types.CompletionItemKind.EnumMember,
    "attribute": types.CompletionItemKind.Property,
}


def range_of(places: Places, span: Span) -> types.Range:
    """Return *span* as a range."""
    start, end = places.place(span.start), places.place(max(span.start, span.end))
    return types.Range(types.Position(*start), types.Position(*end))


def offset_of(places: Places, position: types.Position) -> int:
    """Return the offset of *position*."""
    return places.offset(position.line, position.character)


def edit(places: Places, fix: Fix) -> types.TextEdit:
    """Return *fix* as a change of the text."""
    return types.TextEdit(range_of(places, fix.span), fix.new)


def diagnostics(document: Document, found: Iterable[Diagnostic]) -> list[types.Diagnostic]:
    """Return *found* as the editor shows it; what is wrong in a used file stands at the line that uses it."""
    return [diagnostic(document, each) for each in found]


def diagnostic(document: Document, found: Diagnostic) -> types.Diagnostic:
    """Return one finding, with its label and advice after the message."""
    file, message = document.file, found.message
    span = found.span or Span(0, 0)
    if found.source and found.source.name != file.source.name:
        line = f", line {found.line}" if found.line else ""
        message = f"{file_text(found.source.name)}{line}: {message}"
        span = _uses(file, found.source.name)
    elif found.label:
        message = f"{message} ({found.label})"
    page = _page(found.code)
    return types.Diagnostic(
        range=range_of(document.places, span),
        message=f"{message}\n{found.help}" if found.help else message,
        severity=_SEVERITIES[found.severity],
        code=found.code,
        code_description=types.CodeDescription(page) if page else None,
        source="trainrules",
    )


def _uses(file: RuleFile, name: str) -> Span:
    """Return the line of *file* that leads to the used file *name*."""
    lines = [each for each in file.tree.sentences if isinstance(each, ast.Head) and each.key == "uses"]
    direct = [each.span for each in lines if Path(str(each.value)).name == Path(name).name]
    return (direct or [each.span for each in lines] or [Span(0, 0)])[0]


def _page(code: str) -> str | None:
    """Return the address of the page about *code*, a file; None where it is not to be had."""
    try:
        page = Path(str(folder(CODES) / f"{code}.md"))
    except FileNotFoundError:
        return None
    return page.as_uri() if page.is_file() else None


def action(document: Document, uri: str, change: Change) -> types.CodeAction:
    """Return *change* as an action for the document at *uri*; one that leaves no doubt is preferred."""
    return types.CodeAction(
        change.title,
        types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(document, change.found)],
        is_preferred=change.fix.is_safe,
        edit=types.WorkspaceEdit({uri: [edit(document.places, change.fix)]}),
    )


def completions(document: Document, found: Iterable[Suggestion]) -> list[types.CompletionItem]:
    """Return *found* in its order: names first, then rule words."""
    return [
        types.CompletionItem(
            label=each.text,
            kind=_ITEMS.get(each.kind, types.CompletionItemKind.Value),
            detail=each.detail,
            filter_text=_typed(document, each),
            sort_text=f"{each.order}{number:05}",
            text_edit=edit(document.places, Fix(each.span, each.text)),
        )
        for number, each in enumerate(found)
    ]


def _typed(document: Document, suggestion: Suggestion) -> str:
    """Return what editors compare with what was typed: a bare name too has the quote that was begun."""
    mark = document.text[suggestion.span.start : suggestion.span.end][:1]
    begun = mark in ('"', "“") and not suggestion.text.startswith(mark)
    return mark + suggestion.text.strip('"“”') if begun else suggestion.text


def symbols(document: Document) -> list[types.DocumentSymbol]:
    """Return the outline of *document*."""
    return [_symbol(document.places, each) for each in outline(document)]


def _symbol(places: Places, entry: Entry) -> types.DocumentSymbol:
    first = Span(entry.span.start, places.line_end(places.place(entry.span.start)[0]))
    return types.DocumentSymbol(
        name=entry.name or entry.kind,
        detail=entry.detail,
        kind=_SYMBOLS.get(entry.kind, types.SymbolKind.Class),
        range=range_of(places, entry.span),
        selection_range=range_of(places, Span(first.start, min(first.end, entry.span.end))),
        children=[_symbol(places, each) for each in entry.inside],
    )


def tokens(document: Document) -> types.SemanticTokens:
    """Return the colours of *document*: five numbers each, places counted from the one before."""
    return types.SemanticTokens(data=list(_numbers(document)))


def _numbers(document: Document) -> Iterator[int]:
    line, units = 0, 0
    for each in colours(document):
        at_line, at_units = document.places.place(each.span.start)
        length = document.places.units(document.text[each.span.start : each.span.end])
        same = at_line == line
        yield from (at_line - line, at_units - units if same else at_units, length)
        yield from (KINDS.index(each.kind), int(each.declares))
        line, units = at_line, at_units
