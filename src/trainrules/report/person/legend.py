"""What the bars and marks of the timeline mean: a sample of each that is drawn, with its word."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from trainrules.report.person import svg
from trainrules.report.person.lane import Lane, Look
from trainrules.report.person.track import SHAPES

_HEIGHT = 16


@frozen
class Sign:
    """A sample drawing and what it stands for."""

    drawn: str
    words: str


def legend(lanes: Iterable[Lane]) -> tuple[Sign, ...]:
    """Return a sign for each look that is drawn in any of *lanes*."""
    used = {look for lane in lanes for look in _looks(lane)}
    return tuple(Sign(_sample(look), look.value) for look in Look if look in used)


def _looks(lane: Lane) -> set[Look]:
    return {*(bar.look for bar in lane.bars), *(mark.look for mark in lane.marks)}


def _sample(look: Look) -> str:
    if look in SHAPES:
        drawn = svg.shape(SHAPES[look], 50, _HEIGHT / 2)
    elif look is Look.FORCE:
        drawn = svg.line("force", 50, 0, _HEIGHT)
    else:
        drawn = svg.rect(look.name.lower(), 3, 97, 3, 10)
    return f'<svg class="sign" aria-hidden="true" width="30" height="{_HEIGHT}">{drawn}</svg>'
