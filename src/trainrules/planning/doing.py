"""Deeds done: what a record shows once somebody has done what a rule asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

from attrs import evolve, frozen

from trainrules.model.rules import Deed, Policy, fold
from trainrules.model.vocabulary import DELIVERIES, FORMATS
from trainrules.records.classes import (
    Activity,
    CourseDelivery,
    Document,
    Evaluation,
    For,
    Meeting,
    Qualification,
    Record,
    Report,
    StaffRecord,
    Training,
)

PLANNED = "planned "
"""What the ids of things that are only planned begin with."""


@frozen
class Done:
    """One deed done on a day, with its *amount* in hours or days (*measure*) where a quota counts them.

    *delivery* and *format* are the modes that it was tried in; *modes* are those that do equally well, where
    not every one does. *about* is the event that an evaluation is returned for.
    """

    deed: Deed
    on: date
    id: str
    delivery: str | None = None
    format: str | None = None
    amount: Fraction | None = None
    measure: str = ""
    about: str | None = None
    modes: tuple[tuple[str, ...], ...] = ()


def ways(policy: Policy, deed: Deed, on: date, id_: str, amount: Fraction | None = None) -> Iterator[Done]:
    """Yield *deed* done on a day in every mode that is open: those that it or its course names, else each."""
    course = next((each for each in policy.courses if deed.name and fold(each.name) == fold(deed.name)), None)
    named = {fold(mode) for mode in deed.modes}
    deliveries = [mode for mode in DELIVERIES if mode in named] or ([course.delivery] if course else [])
    formats = [mode for mode in (*FORMATS, *policy.formats) if fold(mode) in named]
    formats = formats or ([*course.formats] if course else [])
    if deed.kind not in ("training", "delivery"):
        yield Done(deed, on, id_, amount=amount)
        return
    for delivery, format_ in product([*filter(None, deliveries)] or DELIVERIES, formats or FORMATS):
        yield Done(deed, on, id_, delivery, format_, amount)


def with_done(record: Record, done: Iterable[Done]) -> Record:
    """Return *record* with everything in *done* on it, with all the evidence that there may be."""
    for each in done:
        if each.deed.kind == "evaluation" and isinstance(record, StaffRecord):
            record = _returned(record, each)
            continue
        field, item = _item(each)
        if hasattr(record, field):
            more: dict[str, Any] = {field: (*getattr(record, field), item)}
            record = evolve(record, **more)
    return record


def _returned(record: StaffRecord, done: Done) -> StaffRecord:
    """Return *record* with an evaluation of the training that *done* is about."""
    form = Evaluation(kind=done.deed.name or "impact", returned=done.on)
    training = [
        evolve(each, evaluations=(*(each.evaluations or ()), form))
        if (each.id or f"training {number}") == done.about
        else each
        for number, each in enumerate(record.training, 1)
    ]
    return evolve(record, training=tuple(training))


def _item(done: Done) -> tuple[str, Any]:
    """Return the list of a record that *done* belongs in, and what stands there."""
    deed, on = done.deed, done.on
    match deed.kind:
        case "activity":
            return "activities", Activity(id=done.id, kind=deed.name, on=on)
        case "qualification":
            return "qualifications", Qualification(id=done.id, name=deed.name, on=on)
        case "document":
            return "documents", Document(id=done.id, name=deed.name, dated=on)
        case "report":
            action, to = deed.action or "submit", deed.to or None
            return "reports", Report(id=done.id, name=deed.name, on=on, to=to, action=action)
        case "meeting":
            return "meetings", Meeting(id=done.id, body=deed.name or None, on=on, attended=True)
        case "delivery":
            return "deliveries", CourseDelivery(
                id=done.id, course=deed.name or None, on=on, delivery=done.delivery, format=done.format,
                hours=done.amount, days=done.amount,
            )  # fmt: skip
    return "training", _training(done)


def _training(done: Done) -> Training:
    deed = done.deed
    own = {f"{deed.own.kind}s": (deed.own.name,)} if deed.own else {}
    return Training(
        id=done.id,
        course=deed.name or "training",
        completed=done.on,
        delivery=done.delivery,
        format=done.format,
        for_=For(**own),
        hours=done.amount,
        days=done.amount,
        certificate=True,
        evaluations=(Evaluation(kind="impact", returned=done.on),),
    )


def can_show(record: Record, deed: Deed) -> bool:
    """Return whether a record of this kind can show *deed*: who is not staff completes no training."""
    kinds = ("training", "activity", "qualification", "delivery", "evaluation")
    return isinstance(record, StaffRecord) or deed.kind not in kinds
