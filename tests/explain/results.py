"""A rule, a record and an as-of day for each kind of result; each has a golden in `goldens/`."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from tests.build import day, done, for_groups, post, span, staff
from tests.readback.rules import RULES, STANDARD

from trainrules.model.rules import Rule
from trainrules.records.classes import (
    Booking,
    CourseDelivery,
    CourseRecord,
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
    StandardItem,
    Training,
    Waiver,
)

JOINED = day("2020-01-01")
BOARD = "L&D sub-group"
IN_B = post("B", "2022-03-01")
LEVEL_3 = Post(levels=("3",), started=day("2022-03-01"))
MEMBER = (Membership(body=BOARD, from_=day("2021-06-01")),)
MEETINGS = tuple(
    Meeting(body=BOARD, on=day(f"2021-{month:02}-10"), attended=month > 9) for month in range(7, 13)
)


def for_b(on: str, course: str = "Working Together", delivery: str = "single-agency") -> Training:
    """Return a completion recorded against Group B."""
    return done(course, on, for_=for_groups("B"), delivery=delivery, format="face-to-face")


def multi(on: str, *evaluations: Evaluation) -> Training:
    """Return a multi-agency completion."""
    return done("Neglect", on, delivery="multi-agency", evaluations=evaluations)


def single(on: str) -> Training:
    """Return a single-agency completion."""
    return done("Basic Awareness", on, delivery="single-agency")


def evaluated(on: str, kind: str = "impact") -> Evaluation:
    """Return an evaluation returned on a day."""
    return Evaluation(kind=kind, returned=day(on))


def at_level_3(course: str, on: str, hours: int = 0) -> Training:
    """Return a participatory completion recorded against level 3, with an evaluation a month on."""
    return done(
        course,
        on,
        for_=For(levels=("3",)),
        format="participatory",
        hours=Fraction(hours) if hours else None,
        evaluations=(evaluated(on),),
    )


def waived(first: str, last: str) -> Waiver:
    """Return a waiver of the rule 6.2g."""
    return Waiver(rule="6.2g", from_=day(first), to=day(last), reason="long illness", approved_by="the Head")


RESULTS: dict[str, tuple[Rule, Record, str]] = {
    "overdue, never trained": (
        RULES["deadline"],
        staff(IN_B, done("Induction", "2022-03-20"), joined=JOINED, name="Ann Lee"),
        "2022-09-02",
    ),
    "pending": (RULES["deadline"], staff(IN_B, joined=JOINED), "2022-09-01"),
    "met late, prior training not counted": (
        RULES["induction"],
        staff(done("Induction", "2021-05-01"), done("Induction", "2022-03-20"), joined=day("2022-01-31")),
        "2022-09-02",
    ),
    "joined long before the group": (
        RULES["deadline from joining, for a group"],
        staff(IN_B, joined=day("2012-01-31")),
        "2022-03-01",
    ),
    "fact with grace": (
        RULES["deadline from a fact, with grace"],
        staff(joined=JOINED, facts=(("approval", day("2021-01-31")),)),
        "2022-09-02",
    ),
    "joining day not known": (RULES["induction"], staff(IN_B), "2022-09-02"),
    "refreshed, then overdue": (RULES["every"], staff(IN_B, for_b("2022-02-28")), "2023-09-02"),
    "fixed dates": (
        RULES["from the due date"],
        staff(done("Update", "2022-05-01"), joined=day("2022-03-01")),
        "2023-06-02",
    ),
    "date kept": (
        RULES["keeping the date"],
        staff(done("Update", "2022-05-01"), done("Update", "2024-03-01"), joined=day("2022-03-01")),
        "2024-09-02",
    ),
    "bundle half done, with leave": (
        RULES["bundle"],
        staff(
            LEVEL_3,
            at_level_3("Foundation", "2022-05-01"),
            joined=day("2022-01-01"),
            leave=(Leave(from_=day("2022-06-01"), to=day("2022-06-10")),),
        ),
        "2023-03-12",
    ),
    "bundle done, update due": (
        RULES["bundle"],
        staff(
            LEVEL_3,
            *(at_level_3(name, "2022-05-01") for name in ("Foundation", "Module 1", "Module 2")),
            joined=day("2022-01-01"),
        ),
        "2023-03-12",
    ),
    "a qualification that ended": (
        RULES["alternatives"],
        staff(
            Post(roles=("Trainer",), started=day("2022-03-01")),
            qualifications=(
                Qualification(name="teaching qualification", on=day("2019-07-01"), until=day("2023-05-01")),
            ),
        ),
        "2023-06-01",
    ),
    "waived for a while, then left": (
        RULES["every"],
        staff(post("B", "2022-03-01", "2023-05-01"), waivers=(waived("2023-03-10", "2023-03-20"),)),
        "2023-09-02",
    ),
    "waived now": (
        RULES["every"],
        staff(IN_B, waivers=(waived("2023-01-01", "2023-12-31"),)),
        "2023-09-02",
    ),
    "in force only for a while": (
        evolve(RULES["every"], force=span("2023-06-01", "2023-07-31")),
        staff(IN_B),
        "2023-09-02",
    ),
    "follow-up late": (
        RULES["follow-up"],
        staff(multi("2022-01-31", evaluated("2022-08-15")), joined=JOINED),
        "2022-09-02",
    ),
    "follow-up too early": (
        RULES["follow-up"],
        staff(multi("2022-01-31", evaluated("2022-03-01")), joined=JOINED),
        "2022-09-02",
    ),
    "follow-up not open yet": (RULES["follow-up"], staff(multi("2022-01-31"), joined=JOINED), "2022-02-02"),
    "month of the calendar": (
        RULES["in a month each year"],
        OrganisationRecord(
            kind="partnership",
            id="P",
            joined=day("2021-01-01"),
            reports=(Report(name="the sub-group", on=day("2021-03-02"), action="review"),),
        ),
        "2022-03-05",
    ),
    "out of order": (
        RULES["order"],
        staff(multi("2022-01-31"), single("2022-03-02"), single("2022-02-02"), joined=JOINED),
        "2022-09-02",
    ),
    "order not known": (
        RULES["order"],
        staff(multi("2022-01-31"), single("2022-01-31"), joined=JOINED),
        "2022-09-02",
    ),
    "wrong mode": (
        RULES["delivery"],
        staff(IN_B, for_b("2022-04-01", delivery="multi-agency")),
        "2022-09-02",
    ),
    "bookings": (
        RULES["notice of a booking"],
        staff(
            joined=JOINED,
            bookings=(
                Booking(course="Neglect", session=day("2022-06-13"), cancelled=day("2022-06-06")),
                Booking(course="Neglect", session=day("2022-07-13"), attended=False),
            ),
        ),
        "2022-09-02",
    ),
    "sessions": (
        RULES["notice of a session"],
        CourseRecord(
            id="C",
            title="Neglect",
            format="face-to-face",
            sessions=(
                Session(on=day("2022-08-31"), advertised=day("2022-03-01")),
                Session(on=day("2022-09-01"), advertised=False),
            ),
        ),
        "2022-09-02",
    ),
    "quota in a fixed period": (
        RULES["quota in fixed periods"],
        staff(
            Post(roles=("Trainer",), started=day("2021-04-01")),
            deliveries=(
                CourseDelivery(course="Neglect", on=day("2021-05-10"), days=Fraction(1)),
                CourseDelivery(course="Neglect", on=day("2021-06-10"), days=Fraction(3, 2)),
            ),
        ),
        "2022-04-01",
    ),
    "quota that rolls": (
        RULES["quota that rolls"],
        staff(Post(levels=("3",), started=day("2019-03-01")), at_level_3("X", "2021-01-01", hours=6)),
        "2022-09-02",
    ),
    "quota that rolls, pro rata": (
        RULES["quota that rolls, pro rata"],
        staff(
            Post(levels=("3",), started=day("2021-01-01")),
            done("Neglect", "2021-07-01", hours=8),
            done("Neglect", "2021-12-01", hours=4),
            leave=(Leave(from_=day("2022-01-01"), to=day("2022-07-01")),),
        ),
        "2022-09-01",
    ),
    "share of meetings": (
        RULES["share of meetings"],
        staff(memberships=MEMBER, meetings=MEETINGS),
        "2022-06-01",
    ),
    "streak": (RULES["streak"], staff(memberships=MEMBER, meetings=MEETINGS), "2022-06-01"),
    "standard": (
        RULES["standard"],
        CourseRecord(
            id="C",
            title="Neglect",
            delivery="single-agency",
            standards=(
                StandardItem(standard=STANDARD, item="1", met=True, on=day("2022-01-01")),
                StandardItem(standard=STANDARD, item="2", met=False, on=day("2022-01-01")),
            ),
        ),
        "2022-09-02",
    ),
}
