"""Makes a crowded row drawable: bars that touch become one, marks too close to tell apart are drawn once."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from trainrules.dates import FAR
from trainrules.engine.timeline import union
from trainrules.report.person.axis import Axis
from trainrules.report.person.lane import Bar, Lane, Look, Mark

_MOST = 60
_SMALL = (Look.EVENT, Look.UNCOUNTED, Look.DONE)
_GRAIN = 3  # So many different places to a per cent of the width.


def is_crowded(lane: Lane) -> bool:
    """Return whether *lane* has too many bars or marks to draw each with its own label."""
    return len(lane.bars) > _MOST or len(lane.marks) > _MOST


def thinned(lane: Lane, axis: Axis) -> Lane:
    """Return *lane* as it is drawn: a crowded one with fewer bars and marks, all on one line.

    There, a due day that was kept is not drawn: the next thing done stands beside it.
    """
    if not is_crowded(lane):
        return lane
    bars = [bar for look in Look for bar in _merged(look, [bar for bar in lane.bars if bar.look is look])]
    return evolve(lane, bars=tuple(bars), marks=tuple(_apart(lane.marks, axis)))


def _merged(look: Look, bars: list[Bar]) -> Iterator[Bar]:
    spans = union((bar.first or 0, FAR if bar.last is None else bar.last) for bar in bars)
    for first, last in spans:
        yield Bar(look, first or None, None if last >= FAR else last, "")


def _apart(marks: tuple[Mark, ...], axis: Axis) -> Iterator[Mark]:
    seen: set[tuple[Look, int]] = set()
    for mark in marks:
        look = Look.MANY if mark.look in _SMALL else mark.look
        place = look, round(axis.at(mark.day) * _GRAIN)
        if place not in seen and look is not Look.DUE:
            seen.add(place)
            yield evolve(mark, look=look, label="", level=0)
