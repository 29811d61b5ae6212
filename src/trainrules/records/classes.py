"""The records: frozen values whose fields have the names of the JSON format (`for` and `from` take a `_`).

None, where a field allows it, means not known, except an open end of a span and `left`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Self

from attrs import frozen

# --- things that are true over a span of days (both ends inclusive, a blank end open) ----------------


@frozen(kw_only=True)
class Employment:
    """One time with the organisation, for whoever joined more than once."""

    joined: date
    left: date | None = None


@frozen(kw_only=True)
class Post:
    """A job or role, and the groups, levels and roles that it puts the person in."""

    title: str | None = None
    groups: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    started: date | None = None
    ended: date | None = None


@frozen(kw_only=True)
class Attribute:
    """A value that an attribute has over a span of days, always when both ends are open."""

    name: str
    value: str
    from_: date | None = None
    to: date | None = None


@frozen(kw_only=True)
class Membership:
    """Membership of a body."""

    body: str
    from_: date | None = None
    to: date | None = None


@frozen(kw_only=True)
class Leave:
    """Days away; pauses nothing unless a rule says so."""

    from_: date
    to: date | None = None
    kind: str | None = None


@frozen(kw_only=True)
class Waiver:
    """Days on which one rule, named by its label, is not held against this record."""

    rule: str
    from_: date | None = None
    to: date | None = None
    reason: str | None = None
    approved_by: str | None = None


# --- things that happened on a day ---------------------------------------------------------------------


@frozen(kw_only=True)
class For:
    """The groups, levels and roles that a completion is recorded against."""

    groups: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@frozen(kw_only=True)
class Evaluation:
    """An evaluation form of a kind (`impact`), returned on a day; None is not known."""

    kind: str | None = None
    returned: date | None = None


@frozen(kw_only=True)
class Training:
    """A completed course; of several days, its last.

    *certificate* is its reference, False when there is none, None when not known; *evaluations* is None
    when nothing is said of them.
    """

    id: str | None = None
    course: str | None = None
    completed: date
    delivery: str | None = None
    format: str | None = None
    for_: For = For()
    hours: Fraction | None = None
    days: Fraction | None = None
    provider: str | None = None
    certificate: str | bool | None = None
    evaluations: tuple[Evaluation, ...] | None = None


@frozen(kw_only=True)
class Activity:
    """Something done that is not a course: an e-bulletin read, a course observed."""

    id: str | None = None
    kind: str
    on: date


@frozen(kw_only=True)
class Qualification:
    """A qualification held from *on* to *until* (None: for good)."""

    id: str | None = None
    name: str
    on: date | None = None
    until: date | None = None


@frozen(kw_only=True)
class Meeting:
    """A meeting of *body*: for a person, attended or not (None: not known); for the body itself, held."""

    id: str | None = None
    body: str | None = None
    on: date
    attended: bool | None = None


@frozen(kw_only=True)
class Booking:
    """A place booked on a session; *cancelled* is the day it was given up, None when it was not."""

    id: str | None = None
    course: str | None = None
    session: date
    cancelled: date | None = None
    attended: bool | None = None


@frozen(kw_only=True)
class CourseDelivery:
    """A course delivered by this trainer; *delivery* and *format* as for a completion."""

    id: str | None = None
    course: str | None = None
    on: date
    days: Fraction | None = None
    hours: Fraction | None = None
    delivery: str | None = None
    format: str | None = None


@frozen(kw_only=True)
class Report:
    """Something submitted, evaluated, reviewed … on a day; *action* is the verb, None when not known."""

    id: str | None = None
    name: str
    on: date
    to: str | None = None
    action: str | None = None


@frozen(kw_only=True)
class Document:
    """A document on record, with its date (None: not known)."""

    id: str | None = None
    name: str
    dated: date | None = None


@frozen(kw_only=True)
class Attestation:
    """Somebody's recorded yes or no; *met* None is not known, *on* the day it was recorded."""

    name: str
    met: bool | None = None
    on: date | None = None


@frozen(kw_only=True)
class StandardItem:
    """Whether an item of a standard is met (None: not known), and the day it was recorded."""

    standard: str
    item: str
    met: bool | None = None
    on: date | None = None


@frozen(kw_only=True)
class Session:
    """A session of a course; *advertised* is the day it was, False when it was not, None when not known."""

    id: str | None = None
    on: date
    advertised: date | bool | None = None


# --- whose record it is --------------------------------------------------------------------------------


@frozen(kw_only=True)
class Record:
    """What every kind of record has; *joined* and *left* bound the days on which it is there at all."""

    kind: str = ""
    id: str
    name: str | None = None
    joined: date | None = None
    left: date | None = None
    attributes: tuple[Attribute, ...] = ()
    facts: tuple[tuple[str, date], ...] = ()
    meetings: tuple[Meeting, ...] = ()
    reports: tuple[Report, ...] = ()
    documents: tuple[Document, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    standards: tuple[StandardItem, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Return the record that the JSON value *data* describes; `Record.from_dict` goes by its `kind`.

        Raises `RecordError` with every bad field: `$.posts[1].started: "2022-02-30" is not a date`.
        """
        from trainrules.records.objects import record_from_dict

        return record_from_dict(data, cls)

    def to_dict(self) -> dict[str, object]:
        """Return this record as JSON has it, without what is at its default; `from_dict` gives it back."""
        from trainrules.records.objects import record_to_dict

        return record_to_dict(self)


@frozen(kw_only=True)
class StaffRecord(Record):
    """A member of staff, or a trainer (*kind* `trainer`)."""

    kind: str = "staff"
    agency: str | None = None
    employment: tuple[Employment, ...] = ()
    posts: tuple[Post, ...] = ()
    training: tuple[Training, ...] = ()
    activities: tuple[Activity, ...] = ()
    memberships: tuple[Membership, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    bookings: tuple[Booking, ...] = ()
    deliveries: tuple[CourseDelivery, ...] = ()
    leave: tuple[Leave, ...] = ()


@frozen(kw_only=True)
class CourseRecord(Record):
    """A course that an organisation runs; its modes decide which standards it has to meet."""

    kind: str = "course"
    title: str | None = None
    delivery: str | None = None
    format: str | None = None
    sessions: tuple[Session, ...] = ()


@frozen(kw_only=True)
class OrganisationRecord(Record):
    """An agency, a body or the partnership: *kind* says which; *name* is a body's name."""

    kind: str = "agency"
