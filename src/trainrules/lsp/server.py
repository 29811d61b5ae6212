"""The language server: what an editor asks about its open rule files, answered from their texts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from trainrules.diagnostics import Diagnostic
from trainrules.lsp import answers
from trainrules.lsp.actions import fix_everything, quick_fixes, reformatted
from trainrules.lsp.colours import KINDS
from trainrules.lsp.complete import suggestions
from trainrules.lsp.document import Document, declarations, document_of, file_at
from trainrules.lsp.hover import hover
from trainrules.lsp.places import Places
from trainrules.lsp.rename import NotRenamed, renamed, renaming
from trainrules.source import Span

_PAUSE = 0.1
"""Seconds without typing before a text is looked at for its findings."""
_FIX_ALL = "source.fixAll.trainrules"

Today = Callable[[], date]


class Server(LanguageServer):
    """The open documents of one editor; *today* says which day it is, for a review that is past."""

    def __init__(self, today: Today) -> None:
        super().__init__("trainrules", version("trainrules"), types.TextDocumentSyncKind.Full)
        self._today = today
        self._kept: dict[str, Document] = {}
        for name, answer, options in FEATURES:
            self.feature(name, options)(answer)

    def document(self, uri: str) -> Document:
        """Return the document at *uri*; the same one as long as its text stays."""
        text = self.workspace.get_text_document(uri).source
        kept = self._kept.get(uri)
        if kept is None or kept.text != text:
            path = to_fs_path(uri)
            units = self.workspace.position_encoding
            encoding = str(getattr(units, "value", units))
            kept = self._kept[uri] = document_of(text, Path(path) if path else None, encoding)
        return kept

    def found(self, document: Document) -> tuple[Diagnostic, ...]:
        """Return the findings about *document*, as of today."""
        return document.found(self._today())

    def publish(self, uri: str) -> None:
        """Tell the editor what is found in the document at *uri*."""
        document = self.document(uri)
        found = answers.diagnostics(document, self.found(document))
        told = types.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=self._version(uri))
        self.text_document_publish_diagnostics(told)

    def look_again(self) -> None:
        """Read every open document again: a file that one of them uses has changed."""
        self._kept.clear()
        for uri in self.workspace.text_documents:
            self.publish(uri)

    def forget(self, uri: str) -> None:
        """Forget a document that is closed, and its findings."""
        self._kept.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    async def publish_soon(self, uri: str) -> None:
        """Tell what is found once nobody has typed for a moment."""
        before = self._version(uri)
        await asyncio.sleep(_PAUSE)
        if uri in self.workspace.text_documents and self._version(uri) == before:
            self.publish(uri)

    def _version(self, uri: str) -> int | None:
        return self.workspace.get_text_document(uri).version


# --- what the editor tells ---


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.publish(params.text_document.uri)


async def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    await ls.publish_soon(params.text_document.uri)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.look_again()


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


# --- what it asks ---


class _Place(Protocol):
    """A place in a document, which many requests are about."""

    text_document: types.TextDocumentIdentifier
    position: types.Position


def _asked(ls: Server, params: _Place) -> tuple[Document, int]:
    document = ls.document(params.text_document.uri)
    return document, answers.offset_of(document.places, params.position)


def _completion(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    document, offset = _asked(ls, params)
    return answers.completions(document, suggestions(document, offset))


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    document, offset = _asked(ls, params)
    said = hover(document, offset)
    if said is None:
        return None
    text = types.MarkupContent(types.MarkupKind.Markdown, said.text)
    return types.Hover(text, answers.range_of(document.places, said.span))


def _definition(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
    document, offset = _asked(ls, params)
    here = document.at(offset)
    found = declarations(document, here.key) if here else ()
    used = file_at(document, offset)
    if used is not None:
        found = ((used, Span(0, 0)),)
    made = []
    for file, span in found:
        own = file is document.file
        uri = params.text_document.uri if own else Path(file.source.name).resolve().as_uri()
        places = document.places if own else Places(file.source.text, document.places.encoding)
        made.append(types.Location(uri, answers.range_of(places, span)))
    return made


def _references(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
    document, offset = _asked(ls, params)
    here = document.at(offset)
    wanted = document.of(here.key) if here else ()
    return [
        types.Location(params.text_document.uri, answers.range_of(document.places, each.span))
        for each in wanted
        if params.context.include_declaration or not each.declares
    ]


def _may_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
    document, offset = _asked(ls, params)
    try:
        asked = renaming(document, offset)
    except NotRenamed as problem:
        raise JsonRpcInvalidParams(str(problem)) from None
    return types.PrepareRenamePlaceholder(answers.range_of(document.places, asked.span), asked.old)


def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit:
    document, offset = _asked(ls, params)
    try:
        fixes = renamed(document, offset, params.new_name)
    except NotRenamed as problem:
        raise JsonRpcInvalidParams(str(problem)) from None
    edits = [answers.edit(document.places, fix) for fix in fixes]
    return types.WorkspaceEdit({params.text_document.uri: edits})


def _formatting(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    document = ls.document(params.text_document.uri)
    fix = reformatted(document)
    return [answers.edit(document.places, fix)] if fix else []


def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    document = ls.document(params.text_document.uri)
    span = Span(*(answers.offset_of(document.places, at) for at in (params.range.start, params.range.end)))
    uri, only = params.text_document.uri, params.context.only
    made: list[types.CodeAction] = []
    if _is_wanted(types.CodeActionKind.QuickFix.value, only):
        changes = quick_fixes(document, ls.found(document), span)
        made += (answers.action(document, uri, each) for each in changes)
    everything = fix_everything(document) if _is_wanted(_FIX_ALL, only) else None
    if everything:
        change = types.WorkspaceEdit({uri: [answers.edit(document.places, everything)]})
        made.append(types.CodeAction("Mend all that leaves no doubt", _FIX_ALL, edit=change))
    return made


def _is_wanted(kind: str, only: object) -> bool:
    """Return whether an editor that asks for the kinds *only* (None: any) wants *kind*."""
    wanted = only if isinstance(only, (list, tuple)) else None
    return wanted is None or any(f"{kind}.".startswith(f"{getattr(each, 'value', each)}.") for each in wanted)


def _symbols(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    return answers.symbols(ls.document(params.text_document.uri))


def _tokens(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens:
    return answers.tokens(ls.document(params.text_document.uri))


FEATURES: tuple[tuple[str, Callable[..., object], object], ...] = (
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _saved, types.SaveOptions(include_text=False)),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        _completion,
        types.CompletionOptions(trigger_characters=[" ", '"', "“", "["]),
    ),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, _references, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, _may_rename, None),
    (types.TEXT_DOCUMENT_RENAME, _rename, types.RenameOptions(prepare_provider=True)),
    (types.TEXT_DOCUMENT_FORMATTING, _formatting, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _actions,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, _FIX_ALL]),
    ),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
    (
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
        _tokens,
        types.SemanticTokensLegend(list(KINDS), ["declaration"]),
    ),
)
"""Each request, what answers it, and what the editor is told of it."""


def serve(today: Today) -> None:
    """Serve the editor at standard input and output until it has had enough."""
    Server(today).start_io()
