"""What is found wrong while a tree is read for its meaning, collected so that no finding hides another."""

from __future__ import annotations

from trainrules.diagnostics import Diagnostic, Fix, Severity
from trainrules.source import Source, Span


class Problems:
    """The findings about one file, in the order in which they were made."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._found: list[Diagnostic] = []
        self._errors = 0

    def error(self, code: str, message: str, span: Span, label: str, help: str, fix: str = "") -> None:
        """Keep an error: the sentence it is in gives no rule; *fix* is what may have been meant at *span*."""
        guess = Fix(span, fix) if fix else None
        self._found.append(Diagnostic(code, message, self.source, span, label, help, fix=guess))
        self._errors += 1

    def warn(self, code: str, message: str, span: Span, label: str, help: str) -> None:
        """Keep a warning: the sentence can still be used."""
        self._found.append(Diagnostic(code, message, self.source, span, label, help, Severity.WARNING))

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Return everything found so far."""
        return tuple(self._found)

    @property
    def errors(self) -> int:
        """Return how many errors were found so far."""
        return self._errors

    def words(self, span: Span) -> str:
        """Return the author's words at *span* on one line."""
        return " ".join(self.source.slice(span).split())
