"""A rule file as an editor has it open: its text, what it means, what is wrong, and what each name is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import frozen

from trainrules import api
from trainrules.diagnostics import Diagnostic, in_order
from trainrules.language import ast
from trainrules.lsp.mentions import RULE, How, Key, Mention, mentions_of
from trainrules.lsp.places import Places
from trainrules.model.files import RuleFile, resolved, rules_of_text
from trainrules.model.rules import fold
from trainrules.source import Source, Span


@frozen
class Document:
    """One text with all that is known of it; a new text makes a new one."""

    file: RuleFile
    places: Places
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """Return the text as the editor has it."""
        return self.places.text

    def found(self, today: date | None) -> tuple[Diagnostic, ...]:
        """Return everything that is wrong, and what is probably not meant, as of *today*."""
        return in_order((*api.diagnostics_of(self.file), *api.lint(self.file, today)))

    def at(self, offset: int) -> Mention | None:
        """Return what is named at *offset*, also right behind it; a name before the range it stands in."""
        here = [each for each in self.mentions if each.span.start <= offset <= each.span.end]
        written = [each for each in here if each.how is not How.WITHIN]
        return written[-1] if written else None

    def of(self, key: Key) -> tuple[Mention, ...]:
        """Return every mention of one word, in the order of the text."""
        return tuple(each for each in self.mentions if each.key == key)


def document_of(text: str, path: Path | None, encoding: str = "utf-16") -> Document:
    """Return the document that *text* is; what it uses and quotes is looked for beside *path*."""
    source = Source(str(path) if path else api.TEXT, text)
    file = rules_of_text(source, path.parent if path else None)
    return Document(file, Places(text, encoding), mentions_of(file))


def declarations(document: Document, key: Key) -> tuple[tuple[RuleFile, Span], ...]:
    """Return where the word *key* is declared, in *document* or in a file that it uses, with the file."""
    own = [(document.file, each.span) for each in document.of(key) if each.declares]
    for used in document.file.used:
        there = _label_in(used, key)
        own += [(used, each.span) for each in mentions_of(used) if each.declares and each.key == there]
    return tuple(own)


def file_at(document: Document, offset: int) -> RuleFile | None:
    """Return the file that the `uses` line at *offset* is about, None elsewhere or where it is not read."""
    for each in document.file.tree.sentences:
        is_here = each.span.start <= offset <= each.span.end
        if isinstance(each, ast.Head) and each.key == "uses" and is_here and document.file.folder:
            wanted = resolved(document.file.folder / str(each.value))
            return next(
                (one for one in document.file.used if resolved(Path(one.source.name)) == wanted), None
            )
    return None


def _label_in(used: RuleFile, key: Key) -> Key:
    """Return *key* as the used file has it: a label is written there without that file's name."""
    kind, of, name = key
    if kind != RULE:
        return key
    stem = fold(used.lowered.stem) + ": "
    return (kind, of, name.removeprefix(stem) if name.startswith(stem) else "")
