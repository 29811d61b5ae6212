"""What a record shows on which day, and which of it counts as what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from trainrules.model.rules import (
    CourseType,
    Deed,
    Delivery,
    Duty,
    Equivalence,
    Strength,
    Term,
    fold,
)
from trainrules.records.classes import For, Record, StaffRecord
from trainrules.testing.oracle.case import Case, declared_course, is_in, run_of, same
from trainrules.testing.oracle.excuses import excused


@attrs.frozen
class Event:
    """One thing on one day, with everything it counts as; *until* is a qualification's last day."""

    day: date
    kinds: frozenset[str]
    names: frozenset[str]
    own: frozenset[Term]
    modes: frozenset[str]
    thing: Any
    until: date | None = None


def events(case: Case) -> tuple[Event, ...]:
    """Return everything that happened, in the order of days; "an exact duplicate is one event"."""
    if "events" not in case.memo:
        found = [counted_as(case, event) for event in set(recorded(case))]
        case.memo["events"] = tuple(sorted(found, key=lambda event: event.day))
    everything: tuple[Event, ...] = case.memo["events"]
    return everything


def recorded(case: Case) -> Iterator[Event]:
    """Yield what each line of the record says by itself."""
    record = case.record
    if isinstance(record, StaffRecord):
        for t in record.training:
            yield course_event(case, "training", t.completed, t, t.for_)
        for d in record.deliveries:
            yield course_event(case, "delivery", d.on, d, For())
        for a in record.activities:
            stands_for = (
                name for name, members in case.policy.activities if fold(a.kind) in map(fold, members)
            )
            yield plain("activity", a.on, a, a.kind, *stands_for)
        for q in record.qualifications:
            if q.on is not None:
                yield plain("qualification", q.on, q, q.name)
    for m in record.meetings:
        if m.attended or not isinstance(record, StaffRecord):
            yield plain("meeting", m.on, m, m.body or record.name or "")
    for r in record.reports:
        yield plain("report", r.on, r, r.name)
    yield from documents(record)


def documents(record: Record) -> Iterator[Event]:
    """`have X` reads documents and attestations of that name."""
    for document in record.documents:
        if document.dated is not None:
            yield plain("document", document.dated, document, document.name)
    for said in record.attestations:
        if said.met and said.on is not None:
            yield plain("document", said.on, said, said.name)


def plain(kind: str, day: date, thing: Any, *names: str) -> Event:
    """Return an event that has names only."""
    until = getattr(thing, "until", None)
    return Event(day, frozenset({kind}), frozenset(map(fold, names)), frozenset(), frozenset(), thing, until)


def course_event(case: Case, kind: str, day: date, thing: Any, for_: For) -> Event:
    """Return a course taken or delivered: "the record's own value, else the declared course's"."""
    declared = declared_course(case.policy, thing.course)
    names = {fold(n) for n in (thing.course, declared.name, *declared.aliases) if n}
    recorded_for = {
        *(Term("group", fold(n)) for n in for_.groups),
        *(Term("level", fold(n)) for n in for_.levels),
        *(Term("role", fold(n)) for n in for_.roles),
    }
    modes = (thing.delivery or declared.delivery, *((thing.format,) if thing.format else declared.formats))
    return Event(
        day,
        frozenset({kind}),
        frozenset(names),
        frozenset(recorded_for | set(map(folded, declared.own))),
        frozenset(fold(mode) for mode in modes if mode),
        thing,
    )


def folded(term: Term) -> Term:
    """Return *term* as terms are compared."""
    return Term(term.kind, fold(term.name), fold(term.value))


# --- what counts as what -----------------------------------------------------------------------------------


def counted_as(case: Case, event: Event) -> Event:
    """`X counts as Y`: what matches X also has Y's course, own group and modes; transitive."""
    before = None
    while before != event:
        before = event
        for equivalence in case.policy.equivalences:
            if applies(equivalence, case, event):
                event = also(case, event, equivalence.that)
    return event


def applies(equivalence: Equivalence, case: Case, event: Event) -> bool:
    """With `for`, only if the person is in one of those groups on the event's day."""
    audience = equivalence.audience
    return matches(event, equivalence.this) and (audience is None or is_in(audience, case.record, event.day))


def also(case: Case, event: Event, that: Deed) -> Event:
    """Return *event* with *that*'s name, own group and modes added over its own."""
    declared = declared_course(case.policy, that.name) if that.name else CourseType("")
    names = {fold(n) for n in (that.name, declared.name, *declared.aliases) if n}
    own = {folded(t) for t in (that.own, *declared.own) if t}
    return attrs.evolve(
        event,
        kinds=event.kinds | {that.kind},
        names=event.names | names,
        own=event.own | own,
        modes=event.modes | set(map(fold, that.modes)),
    )


def matches(event: Event, deed: Deed) -> bool:
    """Return whether *event* is one of *deed*."""
    return (
        deed.kind in event.kinds
        and (not deed.name or fold(deed.name) in event.names)
        and (deed.own is None or folded(deed.own) in event.own)
        and all(fold(mode) in event.modes for mode in deed.modes)
        and (not deed.action or (event.thing.action or "submit") == deed.action)
        and (not deed.to or same(event.thing.to, deed.to))
        and not any(matches(event, other) for other in deed.other_than)
    )


# --- delivery rules ----------------------------------------------------------------------------------


def breaks_delivery(rule: Delivery, case: Case, event: Event) -> bool:
    """Training of the deed taken in another mode than any of those allowed."""
    return matches(event, rule.deed) and not any(fold(mode) in event.modes for mode in rule.modes)


def counts_for(duty: Duty, case: Case, event: Event) -> bool:
    """What breaks a delivery rule "also counts for no duty of that audience"."""
    return not any(
        isinstance(rule, Delivery)
        and rule.strength is not Strength.MAY
        and rule.deed.own in duty.audience.any_of
        and breaks_delivery(rule, case, event)
        and run_of(rule, case, event.day) is not None
        and not excused(rule, case, event.day)
        for rule in case.policy.rules
    )
