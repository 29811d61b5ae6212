"""Changes that an editor offers: the fix of a finding, every fix that leaves no doubt, the canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from trainrules import api
from trainrules.diagnostics import Diagnostic, Fix, has_errors
from trainrules.fixes import fixed
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.lsp.document import Document
from trainrules.source import Source, Span


@frozen
class Change:
    """A *fix* that an editor can offer under *title*, and the finding that it is for."""

    title: str
    fix: Fix
    found: Diagnostic


def quick_fixes(document: Document, found: Iterable[Diagnostic], span: Span) -> Iterator[Change]:
    """Yield the fixes of those of *found* that touch *span*, the safe ones first."""
    here = [
        each
        for each in found
        if each.fix and each.span and each.source and each.source.name == document.file.source.name
        if each.span.start <= span.end and span.start <= each.span.end
    ]
    for each in sorted(here, key=lambda one: not (one.fix and one.fix.is_safe)):
        if each.fix:
            yield Change(_title(document, each.fix), each.fix, each)


def _title(document: Document, fix: Fix) -> str:
    old = " ".join(document.text[fix.span.start : fix.span.end].split())
    new = " ".join(fix.new.split())
    if not new:
        return f"Leave out `{old}`"
    return f"Write `{new}` for `{old}`" if old else f"Put in `{new}`"


def fix_everything(document: Document) -> Fix | None:
    """Return the change that makes every fix which leaves no doubt; None when there is none to make."""
    file = document.file
    text, made = fixed(document.text, lambda tried: api.check(tried, file.source.name, file.folder))
    return whole(document, text) if made else None


def reformatted(document: Document) -> Fix | None:
    """Return the change that puts *document* in canonical form; None when it is, or has an error.

    A file with Windows line ends keeps them.
    """
    text = document.text.replace("\r\n", "\n")
    source = Source(document.file.source.name, text)
    new, told = reformat(source)
    if has_errors(told) or new == text or parse(Source(source.name, new))[0] != parse(source)[0]:
        return None
    return whole(document, new.replace("\n", "\r\n") if "\r\n" in document.text else new)


def whole(document: Document, new: str) -> Fix:
    """Return the change of *document* into *new*; the lines that are the same at both ends are left alone."""
    old_lines, new_lines = document.text.splitlines(True), new.splitlines(True)
    most = min(len(old_lines), len(new_lines))
    first = next((n for n in range(most) if old_lines[n] != new_lines[n]), most)
    most -= first
    last = next((n for n in range(most) if old_lines[-1 - n] != new_lines[-1 - n]), most)
    start, end = (sum(map(len, part)) for part in (old_lines[:first], old_lines[: len(old_lines) - last]))
    return Fix(Span(start, end), "".join(new_lines[first : len(new_lines) - last]))
