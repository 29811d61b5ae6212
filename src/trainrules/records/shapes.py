"""The record format: for each class, the JSON fields it has and how each is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trainrules.records.classes import (
    Activity,
    Booking,
    CourseDelivery,
    CourseRecord,
    Document,
    Employment,
    Evaluation,
    For,
    Leave,
    Meeting,
    Membership,
    OrganisationRecord,
    Post,
    Qualification,
    Record,
    Report,
    Session,
    StaffRecord,
    Training,
    Waiver,
)
from trainrules.records.errors import unreadable
from trainrules.records.mappings import ATTESTATIONS, ATTRIBUTES, FACTS, STANDARDS, ends
from trainrules.records.shape import Found, Key, Shape, items, many
from trainrules.records.values import (
    day,
    day_or_no,
    day_or_no_out,
    day_out,
    delivery,
    name,
    number,
    number_out,
    shown,
    text,
    text_or_flag,
    yes_or_no,
)

TEXT = Key(text)
MODE = Key(delivery)
DAY = Key(day, day_out)
NUMBER = Key(number, number_out)
FLAG = Key(yes_or_no)
NAMES = Key(many(name), list, null="refused")

# --- spans -------------------------------------------------------------------------------------------

EMPLOYMENT = Shape(
    "an employment",
    Employment,
    {"joined": DAY, "left": DAY},
    required=("joined",),
    check=lambda it: ends(it.joined, it.left, "joined", "left"),
)
POST = Shape(
    "a post",
    Post,
    {"title": TEXT, "groups": NAMES, "levels": NAMES, "roles": NAMES, "started": DAY, "ended": DAY},
    check=lambda it: ends(it.started, it.ended, "started", "ended"),
)
MEMBERSHIP = Shape(
    "a membership",
    Membership,
    {"body": TEXT, "from": DAY, "to": DAY},
    required=("body",),
    check=lambda it: ends(it.from_, it.to, "from", "to"),
)
LEAVE = Shape(
    "a leave",
    Leave,
    {"from": DAY, "to": DAY, "kind": TEXT},
    required=("from",),
    check=lambda it: ends(it.from_, it.to, "from", "to"),
)
WAIVER = Shape(
    "a waiver",
    Waiver,
    {"rule": TEXT, "from": DAY, "to": DAY, "reason": TEXT, "approved_by": TEXT},
    required=("rule",),
    check=lambda it: ends(it.from_, it.to, "from", "to"),
)

# --- events ------------------------------------------------------------------------------------------

FOR = Shape("`for`", For, {"groups": NAMES, "levels": NAMES, "roles": NAMES})
EVALUATION = Shape("an evaluation", Evaluation, {"kind": TEXT, "returned": DAY})


def _evaluations(value: object) -> tuple[Evaluation, ...]:
    """Return the evaluations; null, there may be one, is one of which nothing is known."""
    return (Evaluation(),) if value is None else many(EVALUATION.read)(value)


def _evaluations_out(values: tuple[Evaluation, ...]) -> object:
    return None if values == (Evaluation(),) else [EVALUATION.write(each) for each in values]


TRAINING = Shape(
    "a training record",
    Training,
    {
        "id": TEXT,
        "course": TEXT,
        "completed": DAY,
        "delivery": MODE,
        "format": TEXT,
        "for": Key(FOR.read, FOR.write),
        "hours": NUMBER,
        "days": NUMBER,
        "provider": TEXT,
        "certificate": Key(text_or_flag),
        "evaluations": Key(_evaluations, _evaluations_out, null="read"),
    },
    required=("completed",),
)
ACTIVITY = Shape("an activity", Activity, {"id": TEXT, "kind": TEXT, "on": DAY}, required=("kind", "on"))
QUALIFICATION = Shape(
    "a qualification",
    Qualification,
    {"id": TEXT, "name": TEXT, "on": DAY, "until": DAY},
    required=("name",),
    check=lambda it: ends(it.on, it.until, "on", "until"),
)
MEETING = Shape(
    "a meeting", Meeting, {"id": TEXT, "body": TEXT, "on": DAY, "attended": FLAG}, required=("on",)
)
BOOKING = Shape(
    "a booking",
    Booking,
    {"id": TEXT, "course": TEXT, "session": DAY, "cancelled": DAY, "attended": FLAG},
    required=("session",),
)
DELIVERY = Shape(
    "a delivery",
    CourseDelivery,
    {
        "id": TEXT,
        "course": TEXT,
        "on": DAY,
        "days": NUMBER,
        "hours": NUMBER,
        "delivery": MODE,
        "format": TEXT,
    },
    required=("on",),
)
REPORT = Shape(
    "a report",
    Report,
    {"id": TEXT, "name": TEXT, "on": DAY, "to": TEXT, "action": TEXT},
    required=("name", "on"),
)
DOCUMENT = Shape("a document", Document, {"id": TEXT, "name": TEXT, "dated": DAY}, required=("name",))
SESSION = Shape(
    "a session",
    Session,
    {"id": TEXT, "on": DAY, "advertised": Key(day_or_no, day_or_no_out)},
    required=("on",),
)

# --- records -----------------------------------------------------------------------------------------


def _kind(*kinds: str) -> Key:
    """Return the field that says of which kind the record is: one of *kinds*."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in kinds:
            allowed = kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} or {kinds[-1]}"
            raise unreadable(f"{shown(value)} is not {allowed}")
        return value

    return Key(read)


def _common(*kinds: str) -> dict[str, Key]:
    """Return the fields that every kind of record has."""
    return {
        "kind": _kind(*kinds),
        "id": TEXT,
        "name": TEXT,
        "joined": DAY,
        "left": DAY,
        "attributes": ATTRIBUTES,
        "facts": FACTS,
        "meetings": items(MEETING),
        "reports": items(REPORT),
        "documents": items(DOCUMENT),
        "attestations": ATTESTATIONS,
        "standards": STANDARDS,
        "waivers": items(WAIVER),
    }


def _staff_check(record: StaffRecord) -> Iterator[Found]:
    """Yield where the record's first and last days contradict each other, or two events share an id."""
    yield from ends(record.joined, record.left, "joined", "left")
    if record.joined and record.employment:
        known = [each for each in record.employment if each.joined == record.joined]
        if not any(record.left in (None, each.left) for each in known):
            yield ".joined", "`joined` and `left` are not a line of `employment`: leave them out"
    yield from _one_id(record)


def _record_check(record: Record) -> Iterator[Found]:
    yield from ends(record.joined, record.left, "joined", "left")
    yield from _one_id(record)


_EVENTS = (
    *("training", "activities", "qualifications", "meetings", "bookings", "deliveries"),
    *("reports", "documents", "sessions"),
)


def _one_id(record: Record) -> Iterator[Found]:
    """Yield each event whose id belongs to another one; an exact duplicate is the same event."""
    seen: dict[str, tuple[str, object]] = {}
    for key in _EVENTS:
        for place, event in enumerate(getattr(record, key, ())):
            if event.id is None:
                continue
            path, first = seen.setdefault(event.id, (f"$.{key}[{place}]", event))
            if first != event:
                yield f".{key}[{place}].id", f"{shown(event.id)} is already the id of {path}"


STAFF = Shape(
    "a staff record",
    StaffRecord,
    {
        **_common("staff", "trainer"),
        "agency": TEXT,
        "employment": items(EMPLOYMENT),
        "posts": items(POST),
        "training": items(TRAINING),
        "activities": items(ACTIVITY),
        "memberships": items(MEMBERSHIP),
        "qualifications": items(QUALIFICATION),
        "bookings": items(BOOKING),
        "deliveries": items(DELIVERY),
        "leave": items(LEAVE),
    },
    required=("id",),
    check=_staff_check,
)
COURSE = Shape(
    "a course record",
    CourseRecord,
    {**_common("course"), "title": TEXT, "delivery": MODE, "format": TEXT, "sessions": items(SESSION)},
    required=("id",),
    check=_record_check,
)
ORGANISATION = Shape(
    "the record of an organisation",
    OrganisationRecord,
    _common("agency", "body", "partnership"),
    required=("id",),
    check=_record_check,
)

OF_KIND: Mapping[str, Shape[Any]] = {
    **dict.fromkeys(("staff", "trainer"), STAFF),
    "course": COURSE,
    **dict.fromkeys(("agency", "body", "partnership"), ORGANISATION),
}
"""The shape of each kind of record; a record that does not say its kind is staff."""
