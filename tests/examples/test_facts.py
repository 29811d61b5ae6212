"""Every kind of fact of an example becomes a record."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from trainrules.examples.prepare import prepared
from trainrules.model.files import rules_of_text
from trainrules.records.classes import (
    Activity,
    Attestation,
    Attribute,
    Booking,
    CourseDelivery,
    CourseRecord,
    Document,
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
    StandardItem,
    Training,
    Waiver,
)
from trainrules.source import Source

WORDS = """
groups A–C
levels 1–3
role DSL
attribute sector: school, voluntary
course Induction
course Neglect
activity "knowledge update": e-bulletin, reading
"case conference" counts as Neglect
body "L&D" with members
format participatory
date approval
document plan
qualification Diploma
evaluation impact
standard "Minimum" for courses
  1. "a"
  2. "b"
Group B within 6 months [6.12 B]
"""
DAY = date(2022, 3, 1)
END = date(2022, 9, 1)


def record(facts: str) -> Record:
    """Return the record that *facts* describe; nothing is wrong with them."""
    text = f'{WORDS}\nexample "e"\n' + "".join(
        f"  {line}\n" for line in [*facts.splitlines(), "as of 1 May 2023"]
    )
    file = rules_of_text(Source("<text>", text), None)
    assert not [each for each in file.diagnostics if each.is_error], file.diagnostics
    (example,) = prepared(file)
    assert example.diagnostics == ()
    assert example.as_of == date(2023, 5, 1)
    return example.record


FACTS = {
    "joined 1 March 2022\nleft 1 September 2022": StaffRecord(id="e", joined=DAY, left=END),
    "Group B from 1 March 2022": StaffRecord(id="e", posts=(Post(groups=("B",), started=DAY),)),
    "Group B and level 2 and DSL from 1 March 2022 until 1 September 2022": StaffRecord(
        id="e", posts=(Post(groups=("B",), levels=("2",), roles=("DSL",), started=DAY, ended=END),)
    ),
    "sector is voluntary from 1 March 2022": StaffRecord(
        id="e", attributes=(Attribute(name="sector", value="voluntary", from_=DAY),)
    ),
    "completed induction on 1 March 2022": StaffRecord(
        id="e", training=(Training(course="Induction", completed=DAY),)
    ),
    "completed Neglect on 1 March 2022, multi-agency, participatory, 2.5 hours, for Group B": (
        StaffRecord(
            id="e",
            training=(
                Training(
                    course="Neglect",
                    completed=DAY,
                    delivery="multi-agency",
                    format="participatory",
                    for_=For(groups=("B",)),
                    hours=Fraction(5, 2),
                ),
            ),
        )
    ),
    "completed Neglect on 1 March 2022, with certificate": StaffRecord(
        id="e", training=(Training(course="Neglect", completed=DAY, certificate=True),)
    ),
    "completed Neglect on 1 March 2022, without certificate, without evaluation": StaffRecord(
        id="e",
        training=(Training(course="Neglect", completed=DAY, certificate=False, evaluations=()),),
    ),
    "completed Group B training on 1 March 2022": StaffRecord(
        id="e",
        training=(Training(course="Group B training", completed=DAY, for_=For(groups=("B",))),),
    ),
    'completed "knowledge update" on 1 March 2022': StaffRecord(
        id="e", activities=(Activity(kind="knowledge update", on=DAY),)
    ),
    "did reading on 1 March 2022": StaffRecord(id="e", activities=(Activity(kind="reading", on=DAY),)),
    'did a "case conference" on 1 March 2022': StaffRecord(
        id="e", activities=(Activity(kind="case conference", on=DAY),)
    ),
    "completed Neglect on 1 March 2022\nreturned an impact evaluation on 1 September 2022 for Neglect": (
        StaffRecord(
            id="e",
            training=(
                Training(
                    course="Neglect",
                    completed=DAY,
                    evaluations=(Evaluation(kind="impact", returned=END),),
                ),
            ),
        )
    ),
    (
        "completed Neglect on 1 June 2022\ncompleted Neglect on 1 March 2022\n"
        "completed Induction on 1 July 2022\ncompleted Neglect on 1 October 2022\n"
        "returned an impact evaluation on 1 September 2022 for Neglect"
    ): StaffRecord(
        id="e",
        training=(
            Training(
                course="Neglect",
                completed=date(2022, 6, 1),
                evaluations=(Evaluation(kind="impact", returned=END),),
            ),
            Training(course="Neglect", completed=DAY),
            Training(course="Induction", completed=date(2022, 7, 1)),
            Training(course="Neglect", completed=date(2022, 10, 1)),
        ),
    ),
    'attended "L&D" on 1 March 2022\nmissed "L&D" on 1 September 2022': StaffRecord(
        id="e",
        meetings=(
            Meeting(body="L&D", on=DAY, attended=True),
            Meeting(body="L&D", on=END, attended=False),
        ),
    ),
    "booked Neglect for 1 September 2022, cancelled on 1 March 2022": StaffRecord(
        id="e", bookings=(Booking(course="Neglect", session=END, cancelled=DAY),)
    ),
    "booked Neglect for 1 September 2022\ncancelled Neglect on 1 March 2022": StaffRecord(
        id="e", bookings=(Booking(course="Neglect", session=END, cancelled=DAY),)
    ),
    (
        "booked Neglect for 1 February 2022\nbooked Neglect for 1 April 2022, attended\n"
        "booked Neglect for 1 October 2022\nbooked Neglect for 1 September 2022\n"
        "cancelled Neglect on 1 March 2022"
    ): StaffRecord(
        id="e",
        bookings=(
            Booking(course="Neglect", session=date(2022, 2, 1)),
            Booking(course="Neglect", session=date(2022, 4, 1), attended=True),
            Booking(course="Neglect", session=date(2022, 10, 1)),
            Booking(course="Neglect", session=END, cancelled=DAY),
        ),
    ),
    "booked Neglect for 1 March 2022\ncancelled Neglect on 1 March 2022": StaffRecord(
        id="e", bookings=(Booking(course="Neglect", session=DAY, cancelled=DAY),)
    ),
    "cancelled Neglect for 1 September 2022 on 1 March 2022": StaffRecord(
        id="e", bookings=(Booking(course="Neglect", session=END, cancelled=DAY),)
    ),
    "booked Neglect for 1 September 2022, not attended": StaffRecord(
        id="e", bookings=(Booking(course="Neglect", session=END, attended=False),)
    ),
    "delivered Neglect on 1 March 2022, 2 days": StaffRecord(
        id="e", deliveries=(CourseDelivery(course="Neglect", on=DAY, days=Fraction(2)),)
    ),
    'member of "L&D" from 1 March 2022': StaffRecord(
        id="e", memberships=(Membership(body="L&D", from_=DAY),)
    ),
    "on maternity leave from 1 March 2022 until 1 September 2022": StaffRecord(
        id="e", leave=(Leave(from_=DAY, to=END, kind="maternity"),)
    ),
    "waived [6.12 B] from 1 March 2022": StaffRecord(id="e", waivers=(Waiver(rule="6.12 B", from_=DAY),)),
    "holds a Diploma since 1 March 2022": StaffRecord(
        id="e", qualifications=(Qualification(name="Diploma", on=DAY),)
    ),
    "approval on 1 March 2022": StaffRecord(id="e", facts=(("approval", DAY),)),
    'is an agency\nsubmitted a "Training Return" to MASA on 1 March 2022': OrganisationRecord(
        id="e",
        kind="agency",
        reports=(Report(name="Training Return", on=DAY, to="MASA", action="submit"),),
    ),
    "is an agency\nhas a plan dated 1 March 2022": OrganisationRecord(
        id="e", kind="agency", documents=(Document(name="plan", dated=DAY),)
    ),
    "is the partnership\nhas no plan on 1 March 2022": OrganisationRecord(
        id="e", kind="partnership", attestations=(Attestation(name="plan", met=False, on=DAY),)
    ),
    'is a body "l&d"\nmeeting on 1 March 2022': OrganisationRecord(
        id="e", kind="body", name="L&D", meetings=(Meeting(on=DAY),)
    ),
    "is a trainer\njoined 1 March 2022": StaffRecord(id="e", kind="trainer", joined=DAY),
    'is a multi-agency face-to-face course "New"\nstandard "Minimum" item 2 not met on 1 March 2022': (
        CourseRecord(
            id="e",
            title="New",
            delivery="multi-agency",
            format="face-to-face",
            standards=(StandardItem(standard="Minimum", item="2", met=False, on=DAY),),
        )
    ),
    'is a course\nstandard "Minimum" met': CourseRecord(
        id="e",
        standards=(
            StandardItem(standard="Minimum", item="1", met=True),
            StandardItem(standard="Minimum", item="2", met=True),
        ),
    ),
    "is a course\nstandard Minimum met on 1 March 2022\n"
    "standard minimum item 2 not met on 1 September 2022": (
        CourseRecord(
            id="e",
            standards=(
                StandardItem(standard="Minimum", item="1", met=True, on=DAY),
                StandardItem(standard="Minimum", item="2", met=False, on=END),
            ),
        )
    ),
    "is a course\nsession on 1 September 2022, advertised on 1 March 2022": CourseRecord(
        id="e", sessions=(Session(on=END, advertised=DAY),)
    ),
    "is a course\nsession on 1 September 2022, not advertised": CourseRecord(
        id="e", sessions=(Session(on=END, advertised=False),)
    ),
}


@pytest.mark.parametrize("facts", FACTS)
def test_facts_describe_a_record(facts: str) -> None:
    assert record(facts) == FACTS[facts]
