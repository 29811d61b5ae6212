"""What happened in a made-up record on a day: completions, deliveries, meetings, bookings, reports."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from trainrules.model.rules import Deed
from trainrules.records.classes import (
    Activity,
    Booking,
    CourseDelivery,
    Document,
    Evaluation,
    For,
    Report,
    Session,
    Training,
)
from trainrules.testing.strategies.near import DAY, Near
from trainrules.testing.strategies.words import DELIVERIES, below, pick


def training(draw: st.DrawFn, near: Near, known: bool) -> Training:
    """Draw a completion, often one that the policy asks for; all of it is known, unless *known* is False."""

    def maybe(value: Any) -> Any:
        return value if known or not pick(draw, [False, True]) else None

    wanted, on = near.wanted("training"), near.day()
    has_evidence, has_amount = near.has("evaluation"), near.has("hours") or near.has("days")
    return Training(
        id=pick(draw, [None, "T1", "T2"]),
        course=wanted.name or near.name(near.words.courses),
        completed=on,
        delivery=maybe(mode(draw, wanted, DELIVERIES)),
        format=maybe(mode(draw, wanted, near.words.formats)),
        for_=recorded_for(draw, near, wanted),
        hours=maybe(Fraction(draw(below(6)))) if has_amount else Fraction(1),
        days=maybe(Fraction(draw(below(5)), 2)) if has_amount else Fraction(1),
        certificate=maybe(pick(draw, ["C1", False])) if has_evidence else "C1",
        evaluations=maybe(returned(draw, near, on)) if has_evidence else (),
    )


def returned(draw: st.DrawFn, near: Near, on: date) -> tuple[Evaluation, ...]:
    """Draw up to two evaluations of what was done *on* a day, that came back on days of their own."""
    after = (0, 0, 1, 2, 28, 31, 59, 90, 91, 92, 120, 181)
    found = dict.fromkeys(pick(draw, after) for _ in range(draw(below(3))))
    return tuple(Evaluation(kind=near.name(near.words.evaluations), returned=on + n * DAY) for n in found)


def mode(draw: st.DrawFn, wanted: Deed, values: tuple[str, ...]) -> str:
    """Return the mode that is wanted, else draw one of *values*."""
    return next((m for m in wanted.modes if m in values), None) or pick(draw, values)


def recorded_for(draw: st.DrawFn, near: Near, wanted: Deed) -> For:
    """Return the group, level or role that is wanted, else draw one or none."""
    kind = wanted.own.kind if wanted.own else pick(draw, ["", "", "group", "level", "role"])
    if not kind:
        return For()
    return For(**{kind + "s": (wanted.own.name,) if wanted.own else near.names(kind)})


def delivered(draw: st.DrawFn, near: Near) -> CourseDelivery:
    """Draw a course delivered."""
    wanted = near.wanted("delivery")
    return CourseDelivery(
        course=wanted.name or near.name(near.words.courses),
        on=near.day(),
        days=Fraction(draw(st.integers(0, 4)), 2),
        hours=Fraction(draw(st.integers(0, 4))),
        delivery=mode(draw, wanted, DELIVERIES),
        format=mode(draw, wanted, near.words.formats),
    )


def activity(near: Near) -> Activity:
    """Draw an activity."""
    return Activity(kind=near.name(near.words.activities), on=near.day())


def attended(draw: st.DrawFn, known: bool) -> bool | None:
    """Draw whether a meeting was attended."""
    return pick(draw, [True, False, False] if known else [True, False, None])


def booking(draw: st.DrawFn, near: Near, on: date, known: bool) -> Booking:
    """Draw a place booked: cancelled on one of the days around the notice, or attended or not."""
    early = pick(draw, [-1, 0, 1, 5, 6, 7, 8, 9, 10, 12, 14, 15, 28, 30, 31, 56, 90])
    cancelled = on - early * DAY if draw(st.booleans()) else None
    went = False if cancelled else attended(draw, known)
    return Booking(course=near.name(near.words.courses), session=on, cancelled=cancelled, attended=went)


def session(draw: st.DrawFn, on: date, known: bool) -> Session:
    """Draw a session of a course, advertised on one of the days around the notice, or not."""
    early = pick(draw, [-1, 0, 1, 5, 6, 7, 8, 9, 14, 15, 28, 30, 31, 56, 90, 92, 181])
    advertised: list[Any] = [on - early * DAY] * 2 + [False if known else None]
    return Session(on=on, advertised=pick(draw, advertised))


def papers(draw: st.DrawFn, near: Near, known: bool) -> dict[str, Any]:
    """Draw reports and documents, such as the policy asks for; none where it asks for none."""
    reports = [pick(draw, near.words.reports) for _ in near.many(4)] if near.words.reports else []
    names = near.words.documents
    return {
        "reports": tuple(
            Report(
                name=deed.name,
                on=near.day(),
                to=pick(draw, [deed.to or None, deed.to or None, "Somebody else"]),
                action=deed.action if known or draw(st.booleans()) else None,
            )
            for deed in reports
        ),
        "documents": tuple(
            Document(name=near.name(names), dated=day if known or draw(st.booleans()) else None)
            for day in (near.many(2) if names else ())
        ),
    }
