"""Records that come close to what a policy asks: events on or beside a day that it makes matter."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from trainrules.model.rules import Audience, Checklist, Duty, Policy
from trainrules.records.classes import (
    Attestation,
    CourseRecord,
    Meeting,
    Membership,
    OrganisationRecord,
    Qualification,
    StaffRecord,
    StandardItem,
    Waiver,
)
from trainrules.testing.strategies.events import (
    activity,
    attended,
    booking,
    delivered,
    papers,
    session,
    training,
)
from trainrules.testing.strategies.near import DAY, Near, near_to
from trainrules.testing.strategies.spells import attributes, employment_from, leave, posts_from, span_from
from trainrules.testing.strategies.words import DELIVERIES, below, pick

ORGANISATIONS = ("agency", "body", "partnership")


def facts(draw: st.DrawFn, near: Near, known: bool) -> tuple[tuple[str, Any], ...]:
    """Draw the day of each dated fact that the policy counts from."""
    return tuple((name, near.day()) for name in near.words.facts if known or draw(st.booleans()))


def waivers(draw: st.DrawFn, near: Near, policy: Policy) -> tuple[Waiver, ...]:
    """Draw, rarely, a waiver of one of the rules."""
    labels = sorted({rule.label for rule in policy.rules})
    if not labels or not pick(draw, [False, False, True]):
        return ()
    return (Waiver(rule=pick(draw, labels), **span_from(draw, near)),)


def items(draw: st.DrawFn, near: Near, policy: Policy, known: bool) -> tuple[StandardItem, ...]:
    """Draw what is recorded of each item of the standards, once or, later, again."""
    asked = {
        (i.standard, i.number) for rule in policy.rules if isinstance(rule, Checklist) for i in rule.items
    }
    met = st.sampled_from([True, False] if known else [True, False, None])
    return tuple(
        StandardItem(
            standard=standard, item=number, met=draw(met), on=near.day() if draw(st.booleans()) else None
        )
        for standard, number in sorted(asked)
        for _ in range(pick(draw, (1, 1, 2)))
        if known or draw(st.booleans())
    )


@st.composite
def staff_records(draw: st.DrawFn, policy: Policy, known: bool = True) -> StaffRecord:
    """Draw a member of staff whose days are those that *policy* makes matter."""
    near = near_to(draw, policy)
    start = pick(draw, near.turns)
    employment = employment_from(draw, near, start)
    posts = posts_from(draw, near, start, known)
    bodies = near.words.bodies

    def some(most: int, kind: str, least: int = 0) -> range:
        return range(least + draw(below(most + 1 - least)) if near.has(kind) else 0)

    def many(most: int, kind: str) -> list[date]:
        return near.many(most) if near.has(kind) else []

    meetings = sorted({*many(6, "meeting" if near.has("meeting") else "streak")})

    return StaffRecord(
        id="S1",
        kind=pick(draw, ["staff", "staff", "trainer"]) if employment else "staff",
        **employment,
        posts=posts,
        facts=facts(draw, near, known),
        attributes=attributes(draw, near, known),
        memberships=tuple(
            Membership(body=near.name(bodies), **span_from(draw, near)) for _ in some(2, "member", least=1)
        ),
        leave=tuple(leave(draw, near.day()) for _ in some(2, "leave", least=1)),
        waivers=waivers(draw, near, policy),
        training=tuple(training(draw, near, known) for _ in some(6, "training")),
        activities=tuple(activity(near) for _ in some(3, "activity")),
        deliveries=tuple(delivered(draw, near) for _ in some(2, "delivery")),
        qualifications=tuple(qualification(draw, near, day) for day in many(1, "qualification")),
        meetings=tuple(
            Meeting(body=near.name(bodies), on=day, attended=attended(draw, known)) for day in meetings
        ),
        bookings=tuple(booking(draw, near, day, known) for day in many(2, "notice")),
        **papers(draw, near, known),
    )


def qualification(draw: st.DrawFn, near: Near, on: date) -> Qualification:
    """Draw a qualification held from the day *on*, for good or not."""
    until = pick(draw, [None, on + 300 * DAY])
    return Qualification(name=near.name(near.words.qualifications), on=on, until=until)


@st.composite
def course_records(draw: st.DrawFn, policy: Policy, known: bool = True) -> CourseRecord:
    """Draw a course: its standards, and its sessions with when they were advertised."""
    near = near_to(draw, policy)
    modes = near.words.formats
    return CourseRecord(
        id="C1",
        joined=pick(draw, [None, near.day()]),
        delivery=pick(draw, DELIVERIES if known else (DELIVERIES[1], None)),
        format=pick(draw, modes if known else (*modes[:2], None)),
        attributes=attributes(draw, near, known),
        standards=items(draw, near, policy, known),
        sessions=tuple(session(draw, day, known) for day in near.many(3)),
        waivers=waivers(draw, near, policy),
    )


@st.composite
def organisation_records(draw: st.DrawFn, policy: Policy, known: bool = True) -> OrganisationRecord:
    """Draw an agency, a body or the partnership, as the rules are about: reports, documents and meetings."""
    near = near_to(draw, policy)
    asked = [rule.audience for rule in policy.rules if rule.audience.entity in ORGANISATIONS]
    meant = pick(draw, asked or [Audience(entity) for entity in ORGANISATIONS])
    is_counted_from_the_start = any(
        isinstance(rule, Duty) and rule.first is None and not rule.refresh_only for rule in policy.rules
    )
    joined = near.day() if known and is_counted_from_the_start else pick(draw, [None, near.day()])
    return OrganisationRecord(
        kind=meant.entity,
        id="O1",
        name=meant.name or near.name(near.words.bodies),
        joined=joined,
        facts=facts(draw, near, known),
        attributes=attributes(draw, near, known),
        waivers=waivers(draw, near, policy),
        **papers(draw, near, known),
        attestations=tuple(
            Attestation(name=name, met=True if known else pick(draw, [True, None]), on=day)
            for name, day in zip(near.words.documents, near.many(1), strict=False)
        ),
        standards=items(draw, near, policy, known),
        meetings=tuple(Meeting(on=day) for day in near.many(4)),
    )
