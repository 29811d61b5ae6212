"""A record made ready: its events up to the as-of day, in order, each with the deeds it is evidence of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from trainrules.dates import DAWN
from trainrules.engine.looks import activity_look, course_look
from trainrules.engine.match import Look, title
from trainrules.engine.plan import Plan
from trainrules.engine.scope import in_audience
from trainrules.findings import Why
from trainrules.model.rules import fold
from trainrules.records.classes import Record, StaffRecord


@frozen
class Event:
    """Something that happened on *day*: *item* is it in the record, *name* its id, else `training 1`.

    *sets* are the sets of deeds that it may be: several when a fact that matters is not known.
    *equivalences* are the numbers of those that apply on the day.
    """

    day: int
    name: str
    look: Look
    sets: tuple[frozenset[int], ...]
    item: Any = field(repr=False)
    equivalences: tuple[int, ...] = ()


@frozen
class History:
    """A record as of a day, seen by a plan; *events* are in order of day, an exact duplicate once.

    *eves* are days on which an event of unknown day is tried, beside long ago and the as-of day.
    """

    record: Record
    as_of: int
    plan: Plan
    events: tuple[Event, ...]
    why: Why | None = None
    eves: tuple[int, ...] = ()


def make_history(record: Record, as_of: int, plan: Plan, why: Why | None = None) -> History:
    """Return *record* as it is known on *as_of*: what is dated later does not exist yet.

    What is of one day stands in the order of its names, in whatever order the record has it.
    """
    found: list[Event] = []
    known = (each for each in _happenings(record) if each[0] <= as_of)
    for day, name, look, item in sorted(known, key=lambda each: each[:2]):
        if _is_repeated(item, day, found):
            continue
        equivalences = _equivalences(plan, record, day)
        sets = plan.matcher.matches(look, equivalences)
        found.append(Event(day, name, plan.matcher.look(look), sets, item, equivalences))
    return History(record, as_of, plan, tuple(found), why)


def _is_repeated(item: object, day: int, found: list[Event]) -> bool:
    for each in reversed(found):
        if each.day != day:
            return False
        if each.item == item:
            return True
    return False


def _equivalences(plan: Plan, record: Record, day: int) -> tuple[int, ...]:
    if not plan.sometimes:
        return plan.everywhere
    return plan.everywhere + tuple(
        number
        for number, audience in plan.sometimes
        if any(first <= day <= last for first, last, _ in in_audience(audience, record, {}))
    )


Happening = tuple[int, str, Look, Any]


def _happenings(record: Record) -> Iterator[Happening]:
    if isinstance(record, StaffRecord):
        yield from _trainings(record)
        for place, activity in enumerate(record.activities, 1):
            name = activity.id or f"activity {place}"
            yield activity.on.toordinal(), name, activity_look(activity), activity
        for place, delivery in enumerate(record.deliveries, 1):
            look = course_look("delivery", delivery)
            yield delivery.on.toordinal(), delivery.id or f"delivery {place}", look, delivery
        for place, held in enumerate(record.qualifications, 1):
            day = held.on.toordinal() if held.on else DAWN
            yield day, held.id or f"qualification {place}", Look("qualification", fold(held.name)), held
    for place, meeting in enumerate(record.meetings, 1):
        if meeting.attended is not False or not isinstance(record, StaffRecord):
            look = Look("meeting", fold(meeting.body or record.name or record.id))
            yield meeting.on.toordinal(), meeting.id or f"meeting {place}", look, meeting
    yield from _papers(record)


def _trainings(record: StaffRecord) -> Iterator[Happening]:
    for place, training in enumerate(record.training, 1):
        name = training.id or f"training {place}"
        yield training.completed.toordinal(), name, course_look("training", training), training


def _papers(record: Record) -> Iterator[Happening]:
    for place, report in enumerate(record.reports, 1):
        action = fold(report.action) if report.action is not None else None
        to = fold(report.to) if report.to is not None else None
        look = Look("report", title(report.name), action=action, to=to)
        yield report.on.toordinal(), report.id or f"report {place}", look, report
    for place, document in enumerate(record.documents, 1):
        day = document.dated.toordinal() if document.dated else DAWN
        yield day, document.id or f"document {place}", Look("document", title(document.name)), document
    for attestation in record.attestations:
        if attestation.met is not False:
            day = attestation.on.toordinal() if attestation.on else DAWN
            look = Look("document", title(attestation.name))
            yield day, f"attestation {attestation.name}", look, attestation
