"""What an author is told: values with a code, a place and a way out, and the only code that prints them."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from trainrules.source import Source, Span

_WIDEST = 400
"""How many characters of a line are shown; only a line that is no sentence is longer."""


class Severity(Enum):
    """How bad it is: an error means that the file cannot be used; a warning, that it can, but look again;
    advice, that it is in order and may not say what was meant.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@frozen
class Fix:
    """A change that may mend a finding: *new* in the place of what stands at *span*.

    A *safe* one leaves no doubt about what was meant; another is a guess.
    """

    span: Span
    new: str
    is_safe: bool = False


@frozen
class Diagnostic:
    """One finding about a rule file: `TR201`, what is wrong, where, and what to do about it.

    *message* starts lower case, has no full stop and states one fact, with the author's own words in
    backticks; *label* is written under the place; *help* is the advice, and *fix* a change that follows it.
    *source* and *span* are None for a finding about a file as a whole.
    """

    code: str
    message: str
    source: Source | None = None
    span: Span | None = None
    label: str = ""
    help: str = ""
    severity: Severity = Severity.ERROR
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Return whether the file cannot be used as it is."""
        return self.severity is Severity.ERROR

    @property
    def line(self) -> int | None:
        """Return the line of the place (from 1), None for a finding about the whole file."""
        return self.source.place(self.span.start)[0] if self.source and self.span else None


class PolicyError(ValueError):
    """A rule file that cannot be used; *diagnostics* holds every finding, not only the first."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n\n".join(render(each) for each in diagnostics))


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Return whether any of *diagnostics* means that the file cannot be used."""
    return any(each.is_error for each in diagnostics)


def in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return *diagnostics* by file and place, each once; those about a whole file come first."""

    def key(each: Diagnostic) -> tuple[str, int, str]:
        return (each.source.name if each.source else "", each.span.start if each.span else -1, each.code)

    return tuple(sorted(dict.fromkeys(diagnostics), key=key))


def render(diagnostic: Diagnostic) -> str:
    """Return *diagnostic* as the lines an author reads: the message, the sentence and the advice."""
    lines = [f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"]
    gutter = ""
    if diagnostic.source and diagnostic.span:
        gutter, shown = _excerpt(diagnostic.source, diagnostic.span, diagnostic.label)
        lines += shown
    elif diagnostic.source:
        lines.append(f" --> {diagnostic.source.name}")
    if diagnostic.help:
        first, *rest = diagnostic.help.splitlines()
        lines.append(f"{gutter}   = help: {first}" if gutter else f"  = help: {first}")
        lines += [f"{gutter}           {line}" for line in rest]
    return "\n".join(lines)


def _excerpt(source: Source, span: Span, label: str) -> tuple[str, list[str]]:
    """Return the gutter and the lines that show *span* in its source line, carets under its words."""
    number, place = source.place(span.start)
    text, column = _window(source.line(number), place)
    gutter = " " * len(str(number))
    lead = "".join("\t" if char == "\t" else " " for char in text[: column - 1])
    width = max(1, min(span.end - span.start, len(text) - column + 1))
    carets = f"{lead}{'^' * width} {label}".rstrip()
    return gutter, [
        f"{gutter}--> {source.name}:{number}:{place}",
        f"{gutter} |",
        f"{number} | {text}",
        f"{gutter} | {carets}",
    ]


def _window(line: str, column: int) -> tuple[str, int]:
    """Return *line*, or of a very long one the words round *column*, and where the column is in them."""
    if len(line) <= _WIDEST:
        return line, column
    start = max(0, column - 1 - _WIDEST // 2)
    before, after = "…" if start else "", "…" if start + _WIDEST < len(line) else ""
    return f"{before}{line[start : start + _WIDEST]}{after}", column - start + len(before)
