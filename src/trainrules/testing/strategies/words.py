"""The vocabulary of made-up policies, and days on which something turns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

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
OWN = tuple(term for term in TERMS if term.kind in ("group", "level", "role"))

MONTHS = st.sampled_from([1, 2, 3, 6, 12]).map(lambda count: Period(months=count))
DAYS = st.sampled_from([1, 7, 28, 30, 56, 90]).map(lambda count: Period(days=count))
WORKING = st.sampled_from([1, 5, 10]).map(lambda count: Period(working_days=count))
PERIODS = st.one_of(MONTHS, MONTHS, DAYS)
DEADLINES = st.one_of(MONTHS, MONTHS, DAYS, WORKING)


@st.composite
def audiences(draw: st.DrawFn) -> Audience:
    """Draw an audience of staff: one or two terms, sometimes with one more or without one."""
    several = st.lists(st.sampled_from(OWN), min_size=1, max_size=2, unique=True)
    any_of = draw(st.one_of(several, several, st.sampled_from(TERMS).map(lambda term: [term])))
    narrowing = draw(st.sampled_from(["", "", "", "all", "none"]))
    others = [term for term in TERMS if term not in any_of and term.kind != "everyone"]
    term = draw(st.sampled_from(others))
    return Audience(
        any_of=tuple(any_of),
        all_of=((term,),) if narrowing == "all" else (),
        none_of=(term,) if narrowing == "none" else (),
    )


@st.composite
def deeds(draw: st.DrawFn, kinds: tuple[str, ...] = ("training", "activity")) -> Deed:
    """Draw a kind of training or activity that made-up records show."""
    shapes = ["name", "name", "own", "modes", "own and modes", "activity"]
    kind = draw(st.sampled_from(shapes if "activity" in kinds else shapes[:-1]))
    modes = (draw(st.sampled_from(DELIVERIES + FORMATS)),) if "modes" in kind else ()
    if kind == "activity":
        return Deed("activity", draw(st.sampled_from(["knowledge update", "bulletin"])))
    if kind == "name":
        return Deed("training", draw(st.sampled_from([course.name for course in COURSES])))
    return Deed("training", own=draw(st.sampled_from(OWN)) if "own" in kind else None, modes=modes)


def found_in(value: Any, wanted: type) -> Iterator[Any]:
    """Yield everything of the type *wanted* in *value*, however deep; where a rule comes from is left out."""
    if isinstance(value, wanted):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from found_in(each, wanted)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.eq:
                yield from found_in(getattr(value, field.name), wanted)


@st.composite
def days_near(
    draw: st.DrawFn, anchors: list[date], periods: list[Period], first: date = FIRST, last: date = LAST
) -> date:
    """Draw a day on or beside an anchor, or some periods of the policy away; from *first* to *last*."""
    day = draw(st.sampled_from(anchors or list(TURNS)))
    for period in draw(st.lists(st.sampled_from(periods), max_size=3)) if periods else ():
        sign = draw(st.sampled_from([1, 1, 1, -1]))
        length = relativedelta(months=period.months, days=period.days + period.working_days * 7 // 5)
        day = day + length if sign > 0 else day - length
    day += timedelta(days=draw(st.sampled_from([0, 0, 1, -1, 2, 15])))
    return min(max(day, first), last)
