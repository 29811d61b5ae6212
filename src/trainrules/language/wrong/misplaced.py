"""A clause that stands before the time: clauses come last, and it is tried whether this one can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from attrs import frozen
from lark import Token

from trainrules.diagnostics import Diagnostic, Fix
from trainrules.language.build.base import short
from trainrules.source import Source, Span

_SURE = ("with", "counted", "keeping", "pro", "first")
_OPEN = (*_SURE, "not", "prior", "for", "from", "until", "of", "otherwise", "instead", "then", "if")
_TIMES = ("within", "every", "each", "by", "once", "before", "between", "on", "over", "in")
_ENDS = ("COMMA", "LABEL")
_MOST_TRIES = 12


@frozen
class _Moved:
    """The *clause* and, after it, the *time*, which take the place from *start* to *end* of a sentence."""

    start: int
    end: int
    clause: Span
    time: Span
    is_safe: bool


def misplaced(
    source: Source, span: Span, found: list[Token], bad: int, parses: Callable[[str], bool]
) -> Diagnostic | None:
    """Return what to tell of a clause before the time, at or around token number *bad* of those at *span*.

    None when there is none, or when the sentence is not a good one with the two the other way round.
    """
    words = source.slice(span)
    for moved in islice(_candidates(found, bad), _MOST_TRIES):
        clause, time = (words[each.start : each.end] for each in (moved.clause, moved.time))
        has_comment = "#" in words[moved.start : moved.end]
        if has_comment or not parses(f"{words[: moved.start]} {time}, {clause}{words[moved.end :]}"):
            continue
        at, place = (
            Span(span.start + start, span.start + end)
            for start, end in ((moved.clause.start, moved.clause.end), (moved.start, moved.end))
        )
        message = f"`{short(clause)}` stands before `{short(time)}`"
        advice = f"put it after, with a comma before it: `{short(f'{time}, {clause}', most=200)}`"
        fix = Fix(place, f" {time}, {clause}", is_safe=moved.is_safe)
        return Diagnostic("TR101", message, source, at, help=advice, fix=fix)
    return None


def _candidates(found: list[Token], bad: int) -> Iterator[_Moved]:
    """Yield each clause with a time after it that there may be round token number *bad*, nearest first."""
    for first in range(min(bad, len(found) - 1), 0, -1):
        if found[first].lower() in _OPEN:
            for time in range(max(bad, first + 1), len(found)):
                if found[time].lower() in _TIMES:
                    yield _moved(found, first, time)


def _moved(found: list[Token], first: int, time: int) -> _Moved:
    """Return the clause of *found* from number *first* on, and the time from number *time* on, as moved.

    There is no doubt where a comma parts the two, nor of a clause that could not be about the time; of two
    times, the clause may be about the first.
    """
    is_second = any(token.lower() in _TIMES and token.lower() != "in" for token in found[1:first])
    before = first - 2 if found[first - 1].type == "COMMA" else first - 1
    is_parted = found[time - 1].type == "COMMA"
    last = next((i for i in range(time, len(found)) if found[i].type in _ENDS), len(found)) - 1
    return _Moved(
        _end(found[before]),
        _end(found[last]),
        Span(_start(found[first]), _end(found[time - 2 if is_parted else time - 1])),
        Span(_start(found[time]), _end(found[last])),
        not is_second and (is_parted or found[first].lower() in _SURE),
    )


def _start(token: Token) -> int:
    return token.start_pos or 0


def _end(token: Token) -> int:
    return _start(token) + len(token)
