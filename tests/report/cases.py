"""Findings made by hand, for the reports to show."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from trainrules.findings import Evaluation, EventVerdict, Kind, NotCounted, Obligation, Status, Violation
from trainrules.model.rules import Policy, Strength
from trainrules.records.classes import OrganisationRecord, Record, StaffRecord
from trainrules.report.case import Case

AS_OF = date(2022, 9, 2)
POLICY = Policy(title="City and Hackney Safeguarding Children Partnership")
NATIONAL = Policy(title="National")

AMINA = StaffRecord(id="S-0193", name="Amina Khan", agency="Hackney Schools")
BEN = StaffRecord(id="S-0200")
BOARD = OrganisationRecord(id="B-1", kind="body", name="L&D sub-group")


def result(
    record: Record = AMINA,
    *,
    policy: Policy = POLICY,
    obligations: tuple[Obligation, ...] = (),
    violations: tuple[Violation, ...] = (),
    events: tuple[EventVerdict, ...] = (),
    notices: tuple[str, ...] = (),
    changes_on: date | None = None,
) -> Evaluation:
    """Return a result about *record* with the findings that are given, none otherwise."""
    return Evaluation(
        policy=policy,
        record=record,
        as_of=AS_OF,
        obligations=obligations,
        violations=violations,
        notices_of=lambda *_: notices,
        changes_on=changes_on,
        verdicts_of=lambda *_: events,
    )


OVERDUE = Obligation(
    rule="6.12 B",
    strength=Strength.SHOULD,
    owed="Group B training",
    status=Status.OVERDUE,
    opens=date(2022, 3, 1),
    due=date(2022, 9, 1),
)
LATE = Violation(
    rule="6.12 B",
    strength=Strength.SHOULD,
    kind=Kind.OVERDUE,
    since=date(2022, 9, 2),
    days=1,
    due=date(2022, 9, 1),
    owed="Group B training",
    cure="complete Group B training",
)
MET = Obligation(
    rule="6.12 induction",
    strength=Strength.MUST,
    owed="Induction",
    status=Status.MET_LATE,
    opens=date(2022, 1, 31),
    due=date(2022, 2, 28),
    satisfied_by="T1",
    satisfied_on=date(2022, 3, 2),
    late_by=2,
)
WAS_LATE = Violation(
    rule="6.12 induction",
    strength=Strength.MUST,
    kind=Kind.OVERDUE,
    since=date(2022, 3, 1),
    until=date(2022, 3, 1),
    days=1,
    due=date(2022, 2, 28),
    owed="Induction",
)
UNKNOWN = Obligation(
    rule="6.2c",
    strength=Strength.RECOMMENDED,
    owed="multi-agency training",
    status=Status.UNDETERMINED,
    missing=("delivery of T1",),
)
PENDING = Obligation(
    rule="6.13",
    strength=Strength.MUST,
    owed="DSL training",
    status=Status.PENDING,
    opens=date(2021, 1, 1),
    due=date(2023, 1, 1),
    changes_on=date(2023, 1, 2),
)
QUOTA = Violation(
    rule="10.5",
    strength=Strength.MUST,
    kind=Kind.QUOTA,
    since=AS_OF,
    days=1,
    owed="days of training",
    have=Fraction(5, 2),
    need=Fraction(3),
    consequence="removal from the pool",
    event="D4",
)
VERDICT = EventVerdict(
    event="T1",
    counted_for=("6.12 induction",),
    not_counted_for=(NotCounted("6.12 B", "it is for Group A"),),
)

AMINAS = Case(
    AMINA,
    (
        result(
            obligations=(MET, PENDING, OVERDUE, UNKNOWN),
            violations=(WAS_LATE, LATE),
            events=(VERDICT,),
            notices=("the strategy is past its review date, September 2022",),
            changes_on=date(2023, 1, 2),
        ),
    ),
)
BENS = Case(BEN, (result(BEN),))
UNDECIDED = Case(BOARD, (result(BOARD, obligations=(UNKNOWN,)),))
TRAINERS = Case(BEN, (result(BEN, violations=(QUOTA,)), result(BEN, policy=NATIONAL)))
