"""What is wrong with the marks and spaces of a sentence, whatever its words mean."""

from __future__ import annotations

import re
from calendar import monthrange

from trainrules.diagnostics import Diagnostic, Fix
from trainrules.language.build.base import short
from trainrules.language.build.when import MONTHS
from trainrules.language.wrong.words import rule_words
from trainrules.source import Source, Span

_PIECE = re.compile(
    r"""(?P<space>[\s\ufeff]+|\#[^\n]*)
      |(?P<text>"[^"]*"|“[^”]*”)
      |(?P<label>\[[^\[\]\n]*\])
      |(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4})
      |(?P<number>[0-9]+(?:\.[0-9]+)?(?:[A-Za-z]?[.)](?![0-9]))?)
      |(?P<condition>(?i:unless)\b[^,\[\]\#"“”]*)
      |(?P<word>[^\W\d_](?:[\w'’&/-]*[\w'’])?)
      |(?P<mark>[,:%–—-])
      |(?P<odd>.)""",
    re.VERBOSE | re.DOTALL,
)
_GLUED = re.compile(r"([^\W\d_]{2,})(\d+)([^\W\d_]*)")
_REST_OF_DATE = re.compile(rf"\s+(?:of\s+)?({'|'.join(MONTHS)})(?:\s+([0-9]{{4}}))?", re.IGNORECASE)
_WORDY = ("text", "number", "word")


def slips(source: Source, span: Span) -> Diagnostic | None:
    """Return the first slip in the marks and spaces of the sentence at *span*, None when there is none."""
    before: re.Match[str] | None = None
    for piece in _PIECE.finditer(source.text, span.start, span.end):
        told = (
            _date(source, piece)
            or _odd(source, piece)
            or _run_together(source, before, piece)
            or _glued(source, piece)
        )
        if told is not None:
            return told
        before = piece
    return None


def _date(source: Source, piece: re.Match[str]) -> Diagnostic | None:
    if piece.lastgroup != "date":
        return None
    meant = _meant(piece[0])
    days = " or ".join(f"`{day}`" for day in meant) or "`1 September 2022`"
    advice = f"write the month as a word: {days}"
    fix = Fix(_at(piece), meant[0], is_safe=True) if len(meant) == 1 else None
    message = f"`{piece[0]}` is no way to write a date"
    return Diagnostic("TR108", message, source, _at(piece), help=advice, fix=fix)


def _meant(written: str) -> list[str]:
    """Return the days that a date in figures may be, with the month as a word: 3/4/2022 may be two."""
    parts = [int(part) for part in re.split(r"[-/.]", written)]
    if "-" in written:
        ways = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if parts[2] > 99 else 2000 + parts[2]
        ways = [(year, parts[1], parts[0]), (year, parts[0], parts[1])]
    known = [way for way in ways if 1 <= way[1] <= 12 and 1 <= way[2] <= monthrange(*way[:2])[1]]
    return list(dict.fromkeys(f"{day} {MONTHS[month - 1].title()} {year}" for year, month, day in known))


def _at(piece: re.Match[str]) -> Span:
    return Span(piece.start(), piece.end())


def _odd(source: Source, piece: re.Match[str]) -> Diagnostic | None:
    if piece.lastgroup != "odd":
        return None
    char, at = piece[0], _at(piece)
    if char in '"“':
        closing = "”" if char == "“" else char
        return Diagnostic(
            "TR110", "this quote is never closed", source, at, "opened here", f"close it with {closing}"
        )
    if char == "”":
        return Diagnostic("TR110", "this closes no quote", source, at, help="open the quote with “")
    if char in "[]":
        advice = "close it with ] on the same line" if char == "[" else "open it with ["
        what = "this bracket is never closed" if char == "[" else "this closes no bracket"
        return Diagnostic("TR111", what, source, at, help=advice)
    new = {";": "", ".": "", "&": "and"}.get(char)
    fix = None if new is None else Fix(at, new, is_safe=True)
    return Diagnostic("TR101", f"`{char}` means nothing here", source, at, help=_advice(char), fix=fix)


def _advice(char: str) -> str:
    if char in "'‘’`":
        return 'put a name in double quotes: `"…"`'
    if char in ".;":
        return "a sentence ends where its line ends, with no mark"
    if char == "+":
        return "write `Levels 2 and above`"
    if char in "()":
        return "a citation stands in square brackets; what is in round ones is a comment: write it after `#`"
    if char == "&":
        return "write `and`"
    if char in "£$€":
        return 'put words with it in quotes, as in `otherwise "£50"`, or leave it out'
    return 'leave it out, or put the name that it belongs to in quotes: `"…"`'


def _run_together(source: Source, before: re.Match[str] | None, piece: re.Match[str]) -> Diagnostic | None:
    if before is None or before.lastgroup not in _WORDY or piece.lastgroup not in _WORDY:
        return None
    if "\n" in before[0]:
        return swallowed(source, before.start())
    span = Span(before.start(), piece.end())
    apart = f"{before[0]} {piece[0]}"
    return _ordinal(source, before, piece) or _apart(source, span, apart, before.lastgroup == "number")


def _ordinal(source: Source, before: re.Match[str], piece: re.Match[str]) -> Diagnostic | None:
    """Return what to tell of the `1st` of a date: what follows is repeated with what to write."""
    rest = _REST_OF_DATE.match(source.text, piece.end())
    if rest is None or before.lastgroup != "number" or piece[0].lower() not in ("st", "nd", "rd", "th"):
        return None
    span = Span(before.start(), rest.end())
    message = f"`{short(source.slice(span))}` is no way to write a date"
    written = " ".join([before[0], *(part for part in rest.groups() if part)])
    fix = Fix(span, written, is_safe=True)
    return Diagnostic("TR108", message, source, span, help=f"write `{written}`", fix=fix)


def swallowed(source: Source, at: int) -> Diagnostic:
    """Return what to tell of the quote at offset *at*, which ran on into the next line and spoilt it."""
    advice = "close the quote on its own line"
    message = "this quote is not closed on its line"
    return Diagnostic("TR110", message, source, Span(at, at + 1), "opened here", advice)


def _glued(source: Source, piece: re.Match[str]) -> Diagnostic | None:
    found = _GLUED.fullmatch(piece[0]) if piece.lastgroup == "word" else None
    if found is None or found[1].lower() not in rule_words():
        return None
    apart = " ".join(part for part in found.groups() if part)
    return _apart(source, _at(piece), apart, quoting=True)


def _apart(source: Source, span: Span, apart: str, quoting: bool) -> Diagnostic:
    written = short(source.slice(span))
    advice = f"put a space between: `{short(apart)}`"
    last = apart.rsplit(" ", 1)[-1].lower()
    is_guess = quoting and (len(last) == 1 or last not in rule_words())
    if is_guess:
        advice += f'\nor, where it is a name, quotes round it: `"{written}"`'
    message = f"`{written}` runs words together"
    return Diagnostic("TR109", message, source, span, help=advice, fix=Fix(span, apart, is_safe=not is_guess))
