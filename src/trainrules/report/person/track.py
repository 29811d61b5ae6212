"""Draws a row of the timeline, and the scale above the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from trainrules.report.person import svg
from trainrules.report.person.axis import Axis
from trainrules.report.person.lane import Bar, Lane, Look, Mark
from trainrules.report.person.thin import thinned
from trainrules.words import date_text

SHAPES = {
    Look.EVENT: "dot",
    Look.UNCOUNTED: "ring",
    Look.DONE: "done",
    Look.MANY: "tick",
    Look.DUE: "due",
    Look.MISSED: "missed",
    Look.FAULT: "cross",
    Look.UNKNOWN: "query",
}
_A_LETTER = 1.45  # Per cent of the width of the narrowest track that a letter of a label takes.
_BELOW = (Look.FAULT, Look.UNKNOWN)
_EDGE = 8
_BEYOND = 400
"""Upright lines go on above and below a drawing, to the edges of its row: the page cuts them off there."""


@frozen
class _Room:
    """Where things stand in a row, from its top: two lines of bars, the line beneath, labels above."""

    height: int
    lines: tuple[int, int]
    thick: int
    below: int
    label: int


_RULE = _Room(height=58, lines=(17, 29), thick=8, below=42, label=11)
_SPELL = _Room(height=28, lines=(8, 8), thick=12, below=8, label=0)
_EVENTS = _Room(height=32, lines=(18, 18), thick=8, below=18, label=11)


def track(lane: Lane, axis: Axis, name: str) -> str:
    """Return *lane* as an SVG drawing; *name* is what its parts are called by on the page."""
    room = _RULE if lane.is_rule else _SPELL if lane.bars else _EVENTS
    drawn = thinned(lane, axis)
    pieces = (
        *_asked(drawn, axis, room),
        *(svg.line("grid", axis.at(day), -_BEYOND, room.height + _BEYOND) for day, _ in axis.ticks()),
        *(_bar(bar, axis, room) for bar in _in_order(drawn.bars)),
        svg.line("today", axis.at(axis.today), -_BEYOND, room.height + _BEYOND),
        *(_mark(mark, axis, room) for mark in drawn.marks if axis.holds(mark.day)),
        *_labels(drawn.marks, axis, room),
    )
    return svg.picture(name, lane.name, lane.told(), room.height, pieces)


def scale(axis: Axis, name: str) -> str:
    """Return the scale: its days, and where the as-of day stands."""
    today = _day(axis.today)
    told = f"From {_day(axis.first)} to {_day(axis.last)}."
    pieces = [svg.text(words, axis.at(day), 31, "year", _anchor(axis.at(day))) for day, words in axis.ticks()]
    pieces += [svg.line("grid", axis.at(day), 35, 40) for day, _ in axis.ticks()]
    at = axis.at(axis.today)
    pieces += [
        svg.text(f"as of {today}", at, 13, "now", _anchor(at, 20)),
        svg.line("today", at, 17, 21),
        svg.line("today", at, 34, 40),
    ]
    return svg.picture(name, "Scale", f"{told} The upright line is {today}, the day asked about.", 40, pieces)


def _anchor(at: float, room: float = _EDGE) -> str:
    return "start" if at < room else "end" if at > 100 - room else "middle"


def _in_order(bars: Iterable[Bar]) -> list[Bar]:
    return sorted(
        (bar for bar in bars if bar.look is not Look.ASKED), key=lambda bar: bar.look is Look.BREACH
    )


def _asked(lane: Lane, axis: Axis, room: _Room) -> Iterator[str]:
    for bar in lane.bars:
        if bar.look is Look.ASKED and (ends := _ends(bar, axis)):
            yield svg.rect("asked", *ends, -_BEYOND, room.height + 2 * _BEYOND)


def _ends(bar: Bar, axis: Axis) -> tuple[float, float] | None:
    """Return where *bar* begins and ends across; None for one that is off the axis."""
    first = axis.first if bar.first is None else bar.first
    last = axis.last if bar.last is None else bar.last
    if first > axis.last or last < axis.first:
        return None
    begins = 0.0 if bar.first is None else axis.at(first)
    return begins, 100.0 if bar.last is None or last > axis.last else axis.at(last + 1)


def _bar(bar: Bar, axis: Axis, room: _Room) -> str:
    ends = _ends(bar, axis)
    if ends is None:
        return ""
    is_below = bar.look in (Look.BREACH, Look.WAIVED) and room is _RULE
    top = room.below if is_below else room.lines[bar.level]
    thick = room.thick + 3 if is_below else room.thick
    return svg.hinted(bar.words, svg.rect(bar.look.name.lower(), *ends, top, thick))


def _mark(mark: Mark, axis: Axis, room: _Room) -> str:
    at = axis.at(mark.day + 0.5)
    if mark.look is Look.FORCE:
        return svg.hinted(mark.words, svg.line("force", axis.at(mark.day), -_BEYOND, room.height + _BEYOND))
    if mark.look in (Look.DUE, Look.MISSED):
        at = axis.at(mark.day + 1)
    middle = room.lines[mark.level] + room.thick / 2
    if mark.look in _BELOW:
        middle = room.below + (room.thick + 3) / 2 if room is _RULE else middle
    return svg.hinted(mark.words, svg.shape(SHAPES[mark.look], at, middle))


def _labels(marks: Iterable[Mark], axis: Axis, room: _Room) -> Iterator[str]:
    """Yield the labels that do not run into one another, each above its mark."""
    free = 0.0
    for mark in sorted(marks, key=lambda each: each.day):
        if mark.label and axis.holds(mark.day):
            at, half = axis.at(mark.day + 0.5), len(mark.label) * _A_LETTER / 2
            if at - half >= free and at + half <= 100:
                free = at + half + _A_LETTER / 2
                yield svg.text(mark.label, at, room.label, "label")


def _day(day: int) -> str:
    return date_text(date.fromordinal(day))
