"""Examples beside the rules: every kind of fact becomes a record, every expectation is held to the engine."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from trainrules.examples import ExampleResult, run_examples
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


RULES = """
Group B within 6 months [6.12 B]
Group C within 12 months, then every 2 years [6.12 C]
Everyone must complete Induction before any other training [4.0]
"""


def run(lines: str, rules: str = RULES) -> ExampleResult:
    text = f'{rules}\nexample "e"\n' + "".join(f"  {line}\n" for line in lines.strip().splitlines())
    file = rules_of_text(Source("<text>", text), None)
    assert not [each for each in file.diagnostics if each.is_error], file.diagnostics
    (result,) = run_examples(file)
    return result


START = "Group B from 1 March 2022\nas of 2 September 2022\n"
LATE = (
    "completed Induction on 1 March 2022\nGroup B from 1 March 2022\n"
    "completed Group B training on 11 September 2022\nas of 1 January 2023\n"
)
ORDER = "completed Neglect on 1 March 2022\nas of 1 January 2023\n"
TWICE = (
    "Group C from 1 March 2022\ncompleted Group C training on 1 April 2022\n"
    "completed Induction on 1 March 2022\nas of 1 June 2024\n"
)
THRICE = TWICE.replace("as of", "completed Group C training on 11 April 2024\nas of")
HOLDS = (
    START
    + "expect [6.12 B] due 1 September 2022, overdue since 2 September 2022\nexpect no other violations",
    START + "expect [6.12 B] overdue",
    START + "expect [6.12 B] in breach since 2 September 2022",
    START + "expect [6.12 B] for Group B training due 1 September 2022",
    START.replace("2 September", "1 September") + "expect [6.12 B] pending\nexpect no violations",
    START.replace("2 September", "1 September") + "expect [6.12 B] not in breach",
    LATE + "expect [6.12 B] met late on 11 September 2022\nexpect no other violations",
    LATE + "expect [6.12 B] due 1 September 2022, met late",
    LATE + "expect [6.12 B] not in breach",
    LATE + "expect [6.12 B] until 10 September 2022\nexpect no other violations",
    LATE + "expect [6.12 B] in breach since 2 September 2022, until 10 September 2022",
    ORDER + "expect [4.0] in breach",
    THRICE + "expect [6.12 C] due 1 April 2024, met late, until 10 April 2024",
    ORDER + "expect [4.0] in breach since 1 March 2022\nexpect no other violations",
)
FAILS = {
    # due a year after starting and met; due again two years after, 1 April 2024, and overdue since the 2nd
    TWICE + "expect [6.12 C] due 1 April 2024, overdue since 3 April 2024": "overdue since 2 April 2024",
    THRICE + "expect [6.12 C] due 1 March 2023, met, until 10 April 2024": "met on 1 April 2022",
    START + "expect [6.12 B] pending": "due 1 September 2022, overdue since 2 September 2022",
    START + "expect [6.12 B] overdue since 1 September 2022": "overdue since 2 September 2022",
    START + "expect [6.12 B] due 2 September 2022, overdue": "due 1 September 2022",
    START + "expect [6.12 B] for Group C training overdue": "`not in breach`: nothing is owed",
    START + "expect [6.12 B] not in breach": "overdue since 2 September 2022",
    START + "expect [6.12 C] overdue": "`not in breach`: nothing is owed under this rule",
    START + "expect [6.12 B] overdue\nexpect no violations": "[6.12 B] in breach since 2 September 2022",
    START + "expect [6.12 C] not in breach\nexpect no other violations": "[6.12 B] in breach since",
    LATE + "expect [6.12 B] met": "met late on 11 September 2022",
    LATE + "expect [6.12 B] in breach": "in breach since 2 September 2022, until 10 September 2022",
    LATE + "expect [6.12 B] until 11 September 2022": "until 10 September 2022",
    LATE + "expect [6.12 B] met late on 12 September 2022": "met late on 11 September 2022",
    ORDER + "expect [4.0] in breach since 2 March 2022": "in breach since 1 March 2022, until 1 March 2022",
}


@pytest.mark.parametrize("lines", HOLDS)
def test_this_expectation_holds(lines: str) -> None:
    result = run(lines)
    assert result.passed, result.diagnostics


@pytest.mark.parametrize("lines", FAILS)
def test_this_expectation_fails_and_says_what_came_out(lines: str) -> None:
    result = run(lines)
    assert [each.code for each in result.diagnostics] == ["TR502"]
    assert FAILS[lines] in result.diagnostics[0].help


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("Group B from 1 March 2022\nexpect [6.12 B] pending", "TR503"),
        ("as of 1 March 2022\nas of 2 March 2022\nexpect [6.12 B] pending", "TR503"),
        ("joined 1 March 2022\njoined 2 March 2022\nas of 1 May 2022\nexpect [6.12 B] pending", "TR503"),
        ("cancelled Neglect on 1 May 2022\nas of 2 May 2022\nexpect [6.12 B] pending", "TR503"),
        (
            "booked Neglect for 30 April 2022\nbooked Neglect for 9 May 2022, attended\n"
            "cancelled Neglect on 1 May 2022\nas of 2 May 2022\nexpect no violations",
            "TR503",
        ),
        ("returned an impact evaluation on 1 May 2022\nas of 2 May 2022\nexpect no violations", "TR503"),
        ("is an agency\nbooked Neglect for 1 May 2022\nas of 2 May 2022\nexpect no violations", "TR503"),
        ("as of 1 March 2022\nexpect [6.13] pending", "TR501"),
        ("waived [6.13]\nas of 1 March 2022\nexpect no violations", "TR501"),
    ],
)
def test_an_example_that_cannot_be_judged_says_why_and_is_not_run(lines: str, code: str) -> None:
    assert [each.code for each in run(lines).diagnostics] == [code]


def test_names_in_an_example_are_held_to_the_vocabulary() -> None:
    rules = "groups A–C\ncourse Induction\nGroup B within 6 months [6.12 B]"
    for line, code in (
        ("Group D from 1 March 2022", "TR201"),
        ("completed Inducton on 1 March 2022", "TR201"),
        ("did Induction on 1 March 2022", "TR202"),
        ("sector is voluntary", "TR201"),
    ):
        result = run(f"{line}\nas of 1 May 2022\nexpect no violations", rules)
        assert code in [each.code for each in result.diagnostics], line


def test_the_result_names_the_example_and_its_line() -> None:
    result = run(START + "expect [6.12 B] overdue")
    assert (result.name, result.line, result.passed) == ("e", 6, True)
