"""Facts about earlier facts: an evaluation of a course completed, the cancelling of a booking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import evolve

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.rules import fold
from trainrules.records.classes import Booking, Evaluation, Training

Draft = dict[str, list[Any]]
"""The lists of a record while it is put together."""


def _evaluation(ctx: Context, fact: ast.Fact, lists: Draft) -> None:
    """Add an evaluation to the last completion before it, of the course that it names."""
    assert fact.name is not None and fact.day is not None
    kind = ctx.names.one(fact.name, ("evaluation",)).name
    course = ctx.names.one(fact.value, ("course",)).name if fact.value else None
    place = _last(lists["training"], course, fact.day)
    if place is None:
        ctx.problems.error(
            "TR503",
            "this example has no course that the evaluation can be of",
            fact.span,
            "of which course?",
            "name a course completed on or before that day: `returned an impact evaluation on … for Neglect`",
        )
        return
    training: Training = lists["training"][place]
    added = (*(training.evaluations or ()), Evaluation(kind=kind, returned=fact.day))
    lists["training"][place] = evolve(training, evaluations=added)


def _last(trainings: list[Training], course: str | None, by: date) -> int | None:
    """Return the place of the last completion of *course* (None: of any) on or before *by*."""
    wanted = [
        (each.completed, place)
        for place, each in enumerate(trainings)
        if each.completed <= by and (course is None or fold(each.course or "") == fold(course))
    ]
    return max(wanted)[1] if wanted else None


def _cancelled(ctx: Context, fact: ast.Fact, lists: Draft) -> None:
    """Give up the booking of the course and session named; one that was not booked before is added.

    With no session named it is the next one not attended, on the day of the fact or after it.
    """
    assert fact.name is not None and fact.day is not None
    course = ctx.names.one(fact.name, ("course",)).name
    place = _booked(lists["bookings"], course, fact.until, fact.day)
    if place is not None:
        lists["bookings"][place] = evolve(lists["bookings"][place], cancelled=fact.day)
    elif fact.until is not None:
        lists["bookings"].append(Booking(course=course, session=fact.until, cancelled=fact.day))
    else:
        ctx.problems.error(
            "TR503",
            "this example has no such booking",
            fact.span,
            "cancelled here",
            "say what was booked for a session on that day or later: `booked Neglect for 13 June 2022`",
        )


def _booked(bookings: list[Booking], course: str, session: date | None, day: date) -> int | None:
    """Return the place of the booking of *course* given up on *day*; for its *session* where one is named."""
    wanted = [
        (each.session, place)
        for place, each in enumerate(bookings)
        if fold(each.course or "") == fold(course) and each.cancelled is None
        if each.session == session or (session is None and each.attended is not True and each.session >= day)
    ]
    return min(wanted)[1] if wanted else None


LATER: dict[str, tuple[str, Callable[[Context, ast.Fact, Draft], None]]] = {
    "evaluation": ("training", _evaluation),
    "cancelled": ("bookings", _cancelled),
}
"""The list of a record that each of these facts changes, and how."""
