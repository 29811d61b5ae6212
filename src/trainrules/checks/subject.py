"""What a check looks at: one rule file, as written and as meant, with what stands beside it."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from trainrules.diagnostics import Diagnostic, Severity
from trainrules.language import ast
from trainrules.model.rules import Policy, Rule
from trainrules.model.vocabulary import Vocabulary
from trainrules.source import Source, Span


@frozen(kw_only=True)
class Subject:
    """One rule file under check.

    *policy* is the file's own; *used* are the rules of the files it uses, under the labels that they have
    here; *source_text* is the text of the document that it quotes, None when that was not found. *as_of* is
    the day that it is looked at, None where that is not to matter.
    """

    source: Source
    tree: ast.Tree
    policy: Policy
    words: Vocabulary = Vocabulary()
    used: tuple[Rule, ...] = ()
    source_text: str | None = field(default=None, repr=False)
    as_of: date | None = None

    def error(self, code: str, message: str, span: Span, label: str = "", help: str = "") -> Diagnostic:
        """Return an error about this file."""
        return Diagnostic(code, message, self.source, span, label, help)

    def warning(self, code: str, message: str, span: Span, label: str = "", help: str = "") -> Diagnostic:
        """Return a warning about this file."""
        return Diagnostic(code, message, self.source, span, label, help, Severity.WARNING)

    def advice(self, code: str, message: str, span: Span, label: str = "", help: str = "") -> Diagnostic:
        """Return advice about this file, which is in order as it is; white space at the end is not shown."""
        words = Span(span.start, span.start + len(self.source.slice(span).rstrip()))
        return Diagnostic(code, message, self.source, words, label, help, Severity.ADVICE)
