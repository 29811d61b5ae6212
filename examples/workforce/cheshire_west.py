"""Cheshire West and Chester: single-agency training first, and places that are used or given up in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from workforce.career import Job, career
from workforce.chance import Chance, months
from workforce.learning import Learning
from workforce.partnership import Course, Partnership

Fields = dict[str, Any]

JOBS = tuple(
    (Job(title), weight)
    for title, weight in (
        ("Nursery worker", 5),
        ("Teacher", 6),
        ("Social worker", 4),
        ("School nurse", 3),
        ("Police officer", 2),
        ("Housing officer", 2),
        ("Foster carer support worker", 2),
    )
)
MULTI = ("Working Together", "Child Sexual Exploitation", "Neglect", "Safer Recruitment")


def person(made: Partnership, chance: Chance) -> Fields:
    """Return somebody with basic awareness, some multi-agency courses, and the places they booked."""
    agency, charged = chance.pick(made.agencies)
    life = career(chance, made.jobs, made.first, made.last)
    learning = Learning(chance, life)
    basic = chance.after(life.joined, 5, 300)
    how = chance.pick(("e-learning", "face-to-face", "briefing"))
    if chance.happens(0.9):
        learning.completed(basic, "Basic Awareness", delivery="single-agency", format=how)
    for course in chance.some(MULTI, 0.4):
        day = chance.working_day(max(life.joined, made.first), life.last)
        if basic < day or chance.happens(0.25):
            where = chance.pick(("face-to-face", "workshop", "conference"))
            learning.completed(day, course, delivery="multi-agency", format=where)
    fields: Fields = {"agency": agency, **life.fields, **learning.fields()}
    fields["bookings"] = [_booking(made, chance, life.joined) for _ in range(chance.below(4))]
    if charged and chance.happens(0.9):
        fields["attributes"] = {"charged": charged}
    if chance.happens(0.05):
        fields["memberships"] = [{"body": chance.pick(made.bodies), "from": str(made.first)}]
    return fields


def _booking(made: Partnership, chance: Chance, joined: date) -> Fields:
    """Return a place that was used, given up in time or too late, left empty, or is not known of."""
    session = chance.working_day(max(joined, made.first), made.last)
    booking: Fields = {"course": chance.pick(MULTI), "session": session.isoformat()}
    how = chance.below(20)
    if how < 12:
        booking["attended"] = True
    elif how < 15:
        booking |= {"cancelled": str(session - timedelta(12 + chance.below(30))), "attended": False}
    elif how < 17:
        booking |= {"cancelled": str(session - timedelta(chance.below(12))), "attended": False}
    elif how < 19:
        booking["attended"] = False
    return booking


def trainer(made: Partnership, chance: Chance) -> Fields:
    """Return a trainer, some of them with the course for trainers."""
    life = career(chance, ((Job("Trainer"), 1),), made.first, made.last)
    learning = Learning(chance, life)
    if chance.happens(0.5):
        learning.completed(months(life.joined, -2), "training for trainers", delivery="multi-agency")
    days = sorted(chance.working_day(made.first, made.last) for _ in range(chance.below(8)))
    given = [{"course": chance.pick(MULTI), "on": str(day), "days": chance.pick((0.5, 1))} for day in days]
    pool = [{"body": "Training Pool", "from": str(max(life.joined, made.first))}]
    fields = {"agency": chance.pick(made.agencies)[0], **life.fields, **learning.fields()}
    return {**fields, "deliveries": given, "memberships": pool}


CHESHIRE_WEST = Partnership(
    folder="cheshire-west",
    first=date(2016, 4, 1),
    last=date(2018, 3, 31),
    jobs=JOBS,
    agencies=(
        ("Weaver Vale Council", ""),
        ("Dee Valley Police", ""),
        ("Northgate Hospital", ""),
        ("Delamere Schools", ""),
        ("Frodsham Day Nursery", "private sector"),
        ("Sandstone Fostering", "private sector"),
        ("Ellesmere Port Wanderers", "non-contributing"),
        ("The Cheshire Children's Trust", "large charity"),
        ("Brightwater Care", "profit making"),
    ),
    courses=(
        Course("Basic Awareness", "single-agency", "face-to-face", (("subject", "basic awareness"),)),
        Course("Basic Awareness online", "single-agency", "e-learning", (("subject", "basic awareness"),)),
        Course("Basic Awareness briefing", "single-agency", "briefing", (("subject", "basic awareness"),)),
        Course("Basic Awareness together", "multi-agency", "workshop", (("subject", "basic awareness"),)),
        Course("Basic Awareness for volunteers", "multi-agency", "event", (("subject", "basic awareness"),)),
        *(Course(title, "multi-agency", "face-to-face", (("subject", "specialist"),)) for title in MULTI),
        Course("training for trainers", "multi-agency", "workshop"),
        Course("Annual conference", "multi-agency", "conference"),
    ),
    bodies=("Learning and Development Sub Group", "Training Pool"),
    person=person,
    trainer=trainer,
)
