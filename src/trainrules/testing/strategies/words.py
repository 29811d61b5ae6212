"""The vocabulary of made-up policies, and days on which something turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, TypeVar

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from trainrules.model.rules import Audience, CourseType, Deed, Period, Term

GROUPS = ("A", "B", "C")
LEVELS = ("1", "2", "3")
ROLES = ("DSL", "Trainer")
SECTORS = ("school", "health")
BOARD = "Board"
ENGLAND = "England and Wales"

COURSES = (
    CourseType("Induction", own=(Term("group", "A"),)),
    CourseType(
        "Safeguarding", ("The safeguarding course",), (Term("group", "B"), Term("level", "1")), "multi-agency"
    ),
    CourseType("First Steps", own=(Term("level", "1"),), formats=("e-learning",)),
    CourseType("Update", own=(Term("role", "DSL"),), delivery="single-agency", formats=("virtual",)),
    CourseType("Neglect"),
)
NAMES = ("Induction", "Safeguarding", "the safeguarding course", "First Steps", "Update", "Neglect")
ACTIVITIES = (("knowledge update", ("bulletin", "reading")),)
DELIVERIES = ("single-agency", "multi-agency")
FORMATS = ("e-learning", "face-to-face", "virtual")

FIRST, LAST = date(2018, 9, 1), date(2023, 3, 31)
TURNS = tuple(
    date.fromisoformat(day)
    for day in (
        *("2019-12-31", "2020-01-01", "2020-01-30", "2020-01-31", "2020-02-28", "2020-02-29", "2020-03-01"),
        *("2020-03-30", "2020-03-31", "2020-04-01", "2020-08-31", "2020-11-30", "2021-02-28", "2021-06-30"),
    )
)

TERMS = (
    *(Term("group", name) for name in GROUPS),
    *(Term("level", name) for name in LEVELS[:2]),
    *(Term("role", name) for name in ROLES),
    *(Term("attribute", "sector", value) for value in SECTORS),
    Term("member", BOARD),
    Term("everyone"),
)
MOVES = tuple((moves, beside) for moves in (0, 1, 1, 2, 3) for beside in (0, 0, 1, -1, 2, 15))
"""How many periods a day is away from one that matters, and how many days beside that."""

OWN = tuple(term for term in TERMS if term.kind in ("group", "level", "role"))

_MONTHS = tuple(Period(months=count) for count in (1, 2, 3, 6, 12))
_DAYS = tuple(Period(days=count) for count in (1, 7, 28, 30, 56, 90))
_WORKING = tuple(Period(working_days=count) for count in (1, 5, 10))
MONTHS, DAYS, WORKING = st.sampled_from(_MONTHS), st.sampled_from(_DAYS), st.sampled_from(_WORKING)
PERIODS = st.sampled_from((*_MONTHS, *_MONTHS, *_DAYS))
DEADLINES = st.sampled_from((*_MONTHS, *_MONTHS, *_DAYS, *_WORKING))

T = TypeVar("T")


@cache
def below(count: int) -> st.SearchStrategy[int]:
    """Return the numbers from 0 that are less than *count*."""
    return st.integers(0, count - 1)


def pick(draw: st.DrawFn, options: Sequence[T]) -> T:
    """Draw one of *options*: as `st.sampled_from` would, without a strategy made for each draw."""
    return options[draw(below(len(options)))]


_SEVERAL = st.lists(st.sampled_from(OWN), min_size=1, max_size=2, unique=True)
ANY_OF = st.one_of(_SEVERAL, _SEVERAL, st.sampled_from(TERMS).map(lambda term: [term]))


@st.composite
def audiences(draw: st.DrawFn) -> Audience:
    """Draw an audience of staff: one or two terms, sometimes with one more or without one."""
    any_of = draw(ANY_OF)
    narrowing = pick(draw, ("", "", "", "all", "none"))
    if not narrowing:
        return Audience(any_of=tuple(any_of))
    term = pick(draw, [term for term in TERMS if term not in any_of and term.kind != "everyone"])
    return Audience(
        any_of=tuple(any_of),
        all_of=((term,),) if narrowing == "all" else (),
        none_of=(term,) if narrowing == "none" else (),
    )


@st.composite
def deeds(draw: st.DrawFn, kinds: tuple[str, ...] = ("training", "activity")) -> Deed:
    """Draw a kind of training or activity that made-up records show."""
    shapes = ["name", "name", "own", "modes", "own and modes", "activity"]
    kind = pick(draw, shapes if "activity" in kinds else shapes[:-1])
    modes = (pick(draw, DELIVERIES + FORMATS),) if "modes" in kind else ()
    if kind == "activity":
        return Deed("activity", pick(draw, ["knowledge update", "bulletin"]))
    if kind == "name":
        return Deed("training", pick(draw, [course.name for course in COURSES]))
    return Deed("training", own=pick(draw, OWN) if "own" in kind else None, modes=modes)


ATOMS = (str, int, float, date, Fraction, Enum, NoneType)


def found_in(value: Any, wanted: type) -> Iterator[Any]:
    """Yield everything of the type *wanted* in *value*, however deep; where a rule comes from is left out."""
    if isinstance(value, wanted):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from found_in(each, wanted)
    elif not isinstance(value, ATOMS):
        for name in fields_of(value.__class__):
            yield from found_in(getattr(value, name), wanted)


@cache
def fields_of(kind: type) -> tuple[str, ...]:
    """Return the fields of records of *kind* that take part in comparisons, none when it is no such class."""
    return tuple(field.name for field in attrs.fields(kind) if field.eq) if attrs.has(kind) else ()


@cache
def length(period: Period) -> relativedelta:
    """Return how long *period* is; of working days, about."""
    return relativedelta(months=period.months, days=period.days + period.working_days * 7 // 5)


def a_day_near(
    draw: st.DrawFn, anchors: list[date], periods: list[Period], first: date = FIRST, last: date = LAST
) -> date:
    """Draw a day on or beside an anchor, or some periods of the policy away; from *first* to *last*."""
    day = pick(draw, anchors or TURNS)
    moves, beside = pick(draw, MOVES)
    for _ in range(moves if periods else 0):
        period, is_back = pick(
            draw, [(each, back) for back in (False, False, False, True) for each in periods]
        )
        day = day - length(period) if is_back else day + length(period)
    return min(max(day + timedelta(days=beside), first), last)
