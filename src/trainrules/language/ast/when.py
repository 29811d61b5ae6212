"""By when, how often, or after what it is to be done."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.language.ast.what import Training
from trainrules.language.ast.words import Cycle, Duration, Month, Name
from trainrules.source import Span


@frozen
class Anchor:
    """What a deadline is counted from.

    *kind* is starting (also `taking up the post`), joining, date (with *day*), fact (a declared date,
    *name*) or each (every completion of *training*).
    """

    kind: str
    day: date | None = None
    name: Name | None = None
    training: Training | None = None
    span: Span = placed()


@frozen
class Within:
    """`within 6 months [of joining]`; *anchor* None when left out."""

    duration: Duration
    anchor: Anchor | None = None
    span: Span = placed()


@frozen
class Every:
    """`every 2 years`, rolling from the last completion; `every year` is 1 year."""

    duration: Duration
    span: Span = placed()


@frozen
class Each:
    """A fixed cycle."""

    cycle: Cycle
    span: Span = placed()


@frozen
class By:
    """`by 1 April 2016`."""

    day: date
    span: Span = placed()


@frozen
class Once:
    """`once`: never again, and no lint asks for a refresh."""

    span: Span = placed()


@frozen
class InMonth:
    """`in December 2011`, or `in June each year` (no year)."""

    month: Month
    span: Span = placed()


@frozen
class Before:
    """`before multi-agency training`, `before delivering …`, `before any other training`.

    *but* is what `except …` leaves out of it.
    """

    training: Training
    delivering: bool = False
    but: tuple[Training, ...] = ()
    span: Span = placed()


@frozen
class Between:
    """`between 3 and 6 months after each multi-agency course`; `within 3 months after each …` has low 0."""

    low: int
    high: Duration
    training: Training
    span: Span = placed()


@frozen
class OnTheDay:
    """`on the day of each course`."""

    training: Training
    span: Span = placed()


@frozen
class Over:
    """`over 3 years`: the rolling period of an `at least`."""

    duration: Duration
    span: Span = placed()


Timing = Within | Every | Each | By | Once | InMonth | Before | Between | OnTheDay | Over
